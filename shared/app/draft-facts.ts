import type { AccountState, Invoice } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import type { ContestedFacts, DraftFacts, InvoiceFacts } from "#shared/drafting/facts.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays, daysBetween } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import { lawCountryOf } from "#shared/law/regime.ts";
import type { PortionPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import { stepRank } from "#shared/recovery/steps.ts";
import { isWorkingDay, nextWorkingDay } from "#shared/recovery/working-days.ts";

/** Days given to answer: a wish, never a legal term. Softer steps ask for more patience. */
const REPLY_DAYS = 7;

export type DraftCircumstances = {
  readonly state: AccountState;
  readonly balances: AccountBalances;
  readonly creditor: CreditorIdentity;
  readonly paymentsKnownOn: CalendarDate;
  readonly today: CalendarDate;
  readonly reference: string;
  readonly attachments: readonly string[];
  /** Addresses the mail goes to: the debtor's words are quoted only to somebody who wrote or received them. */
  readonly recipients: readonly string[];
};

/** Everything the text of a step says, out of the account as it stands. */
export const draftFactsOf = (act: ProposedAct, around: DraftCircumstances): DraftFacts => {
  const { state, creditor, today } = around;
  const debtor = state.debtor;
  const invoices = new Map(state.invoices.map((invoice) => [invoice.invoice, invoice]));
  const factsOf = (portion: PortionPlan): readonly InvoiceFacts[] => {
    const invoice = invoices.get(portion.invoice);
    return invoice === undefined || portion.dueOn === null || portion.asked <= 0
      ? []
      : [invoiceFacts(invoice, portion, portion.dueOn, today)];
  };
  return {
    step: act.step,
    tone: act.tone,
    language: debtor?.language ?? "fr",
    today,
    // The seller's habitual residence governs a sale without a choice of law (Rome I, art. 4).
    law: lawCountryOf(creditor.country),
    creditor: {
      name: creditor.name,
      legalLine: creditor.legalLine ?? "",
      soleTrader: creditor.soleTrader,
      siren: creditor.siren,
      address: linesOf(creditor.address),
      iban: creditor.iban,
      bic: creditor.bic,
      phone: creditor.phone,
      email: creditor.addresses[0] ?? "",
      signatory: creditor.signatory ?? creditor.name,
    },
    debtor: {
      name: debtor?.name ?? "",
      kind: debtor?.kind ?? "business",
      soleTrader: debtor?.soleTrader ?? false,
      country: debtor?.country ?? creditor.country,
      salutationName: salutationOf(around),
      address: linesOf(debtor?.address ?? null),
    },
    invoices: act.portions.flatMap(factsOf),
    lower: act.lower.flatMap(factsOf),
    contested: act.contested.map((portion) => contestedFacts(state, portion)),
    paymentsKnownOn: around.paymentsKnownOn,
    previousReminderOn: previousReminderOn(state),
    promise: brokenPromiseOf(act, around),
    call: callOf(act, state),
    replyBy: replyByOf(today, creditor.country),
    interest:
      debtor?.kind === "business" && stepRank(act.step) >= stepRank("reminder-2")
        ? "mentioned"
        : "silent",
    reference: around.reference,
    attachments: around.attachments,
  };
};

const invoiceFacts = (
  invoice: Invoice,
  portion: PortionPlan,
  dueOn: CalendarDate,
  today: CalendarDate,
): InvoiceFacts => ({
  number: invoice.number,
  issuedOn: invoice.issuedOn,
  dueOn,
  total: money(invoice.total, invoice.currency),
  open: money(portion.asked, invoice.currency),
  daysLate: daysBetween(dueOn, today),
  order: invoice.order,
});

const contestedFacts = (state: AccountState, portion: PortionPlan): ContestedFacts => ({
  number: portion.number,
  amount: money(portion.contested, portion.currency),
  reason:
    state.disputes.find((one) => one.invoice === portion.invoice && one.resolved === null)
      ?.reason ?? "other",
});

const brokenPromiseOf = (act: ProposedAct, around: DraftCircumstances): DraftFacts["promise"] => {
  const promise = around.state.promises.find((one) => one.promise === act.promise);
  if (promise === undefined || promise.by === null) return null;
  const said = around.state.exchanges.find((one) => one.exchange === promise.exchange);
  const party = new Set([said?.from ?? "", ...(said?.to ?? [])].map((one) => one.toLowerCase()));
  return {
    madeOn: promise.on,
    by: promise.by,
    amount: promise.amount === null ? null : money(promise.amount, promise.currency),
    channel: promise.channel,
    quote: promise.quote,
    quotable: around.recipients.every((address) => party.has(address.toLowerCase())),
  };
};

const callOf = (act: ProposedAct, state: AccountState): DraftFacts["call"] => {
  if (act.step !== "call") return null;
  const calls = state.exchanges.filter((one) => one.kind === "call");
  const last = calls[calls.length - 1];
  if (last === undefined) return null;
  const promise = state.promises.find((one) => one.exchange === last.exchange && one.by !== null);
  return {
    on: last.on,
    with: last.outcome === "reached" ? (last.to[0] ?? null) : null,
    outcome:
      last.outcome !== "reached"
        ? { type: "nobody-answered" }
        : promise?.by == null
          ? { type: "will-check" }
          : {
              type: "promised",
              by: promise.by,
              amount: promise.amount === null ? null : money(promise.amount, promise.currency),
            },
  };
};

const previousReminderOn = (state: AccountState): CalendarDate | null =>
  state.acts.reduce<CalendarDate | null>(
    (last, act) =>
      act.waived === null && act.step !== "courtesy" && (last === null || act.on > last)
        ? act.on
        : last,
    null,
  );

/** The name of the one person written to, where it is known and is a person's, not a desk's. */
const salutationOf = (around: DraftCircumstances): string | null => {
  const [only, second] = around.recipients;
  if (only === undefined || second !== undefined) return null;
  const contact = around.state.contacts.find(
    (one) => one.email?.toLowerCase() === only.toLowerCase(),
  );
  return contact?.name ?? null;
};

const replyByOf = (today: CalendarDate, country: string): CalendarDate => {
  const wished = addDays(today, REPLY_DAYS);
  return isWorkingDay(wished, country) ? wished : nextWorkingDay(wished, country);
};

const linesOf = (text: string | null): readonly string[] =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
