import type { AccountState, Exchange, Invoice } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import { assignmentOf } from "#shared/claims/assignments.ts";
import { fileOf } from "#shared/claims/file.ts";
import type {
  ChargesFacts,
  ContestedFacts,
  DraftFacts,
  InterestMode,
  InvoiceFacts,
  LastNoticeFacts,
  LetterFacts,
  PaperFacts,
  PayeeFacts,
} from "#shared/drafting/facts.ts";
import { salutationOf } from "#shared/drafting/salutation.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays, daysBetween } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { lawCountryOf } from "#shared/law/regime.ts";
import type { PortionPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import { stepRank } from "#shared/recovery/steps.ts";
import { isWorkingDay } from "#shared/recovery/working-days.ts";

/** Days given to answer: a wish, never a legal term. At most five working days, as the next date after a broken promise. */
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
  /** What the letter says beyond a mail; null for a mail. */
  readonly paper?: PaperFacts | null;
  /** What a last notice rests on; null for every other step. */
  readonly lastNotice?: LastNoticeFacts | null;
  /** Interest and fixed sum, worked out; where none is given the plan's own silence or mention stands. */
  readonly charges?: DraftCharges | null;
};

export type DraftCharges = { readonly mode: InterestMode; readonly charges: ChargesFacts | null };

/** What every message says, an answer as well as a step: who writes, to whom, under which reference. */
export const letterFactsOf = (around: Omit<DraftCircumstances, "balances">): LetterFacts => {
  const { state, creditor, today } = around;
  const debtor = state.debtor;
  return {
    language: debtor?.language ?? "fr",
    today,
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
      // Of an unknown debtor nothing may be asked that a consumer does not owe.
      kind: debtor?.kind ?? "consumer",
      soleTrader: debtor?.soleTrader ?? false,
      country: debtor?.country ?? creditor.country,
      salutationName: writtenTo(around),
      address: linesOf(debtor?.address ?? null),
      siren: debtor?.siren ?? null,
    },
    paymentsKnownOn: around.paymentsKnownOn,
    payee: null,
    reference: around.reference,
    attachments: around.attachments,
  };
};

/** Everything the text of a step says, out of the account as it stands. */
export const draftFactsOf = (act: ProposedAct, around: DraftCircumstances): DraftFacts => {
  const { state, creditor, today } = around;
  const letter = letterFactsOf(around);
  const { kind, country } = letter.debtor;
  const known = new Map(state.invoices.map((invoice) => [invoice.invoice, invoice]));
  const factsOf = (portion: PortionPlan): readonly InvoiceFacts[] => {
    const invoice = known.get(portion.invoice);
    return invoice === undefined || portion.dueOn === null || portion.asked <= 0
      ? []
      : [invoiceFacts(invoice, portion, portion.dueOn, { today, state })];
  };
  const invoices = act.portions.flatMap(factsOf);
  const speaks = maySpeakOfInterest(act.step, kind, {
    creditor: creditor.country,
    debtor: country,
  });
  return {
    ...letter,
    step: act.step,
    tone: act.tone,
    // The seller's habitual residence governs a sale without a choice of law (Rome I, art. 4).
    law: lawCountryOf(creditor.country),
    invoices,
    lower: act.lower.flatMap(factsOf),
    contested: contestedFacts(state, act.contested),
    previousReminderOn: previousReminderOn(act, state),
    promise: brokenPromiseOf(act, around),
    call: callOf(act, state),
    replyBy: replyByOf(today, [creditor.country, country]),
    interest: !speaks ? "silent" : (around.charges?.mode ?? "mentioned"),
    contractRate: fileOf(state).terms?.contractRate ?? null,
    charges: speaks ? (around.charges?.charges ?? null) : null,
    payee: payeeOf(state, invoices[0]?.assignment ?? null),
    paper: around.paper ?? null,
    lastNotice: around.lastNotice ?? null,
  };
};

const invoiceFacts = (
  invoice: Invoice,
  portion: PortionPlan,
  dueOn: CalendarDate,
  { today, state }: Pick<DraftCircumstances, "today" | "state">,
): InvoiceFacts => ({
  number: invoice.number,
  issuedOn: invoice.issuedOn,
  dueOn,
  total: money(invoice.total, invoice.currency),
  open: money(portion.asked, invoice.currency),
  daysLate: daysBetween(dueOn, today),
  order: invoice.order,
  assignment: assignmentOf(state, invoice.invoice)?.assignment ?? null,
});

const payeeOf = (state: AccountState, assignment: string | null): PayeeFacts | null => {
  const found = fileOf(state).assignments.find((one) => one.assignment === assignment);
  return found === undefined ? null : { name: found.to, iban: found.iban, bic: found.bic };
};

/**
 * From the second reminder on, to businesses and public bodies; to others in a formal notice. The rules of French public
 * procurement bind the public bodies of France, not those of another country that buy under French law.
 */
const maySpeakOfInterest = (
  step: ProposedAct["step"],
  kind: DebtorKind,
  country: { readonly creditor: string; readonly debtor: string },
): boolean => {
  if (stepRank(step) < stepRank("reminder-2")) return false;
  // Individuals owe interest from the formal notice on: drafting says no word of it before.
  if (kind !== "public") return kind === "business" || stepRank(step) >= stepRank("formal-notice");
  return lawCountryOf(country.debtor) === lawCountryOf(country.creditor);
};

/** One sentence an invoice, however many of its parts are disputed. */
const contestedFacts = (
  state: AccountState,
  portions: readonly PortionPlan[],
): readonly ContestedFacts[] =>
  portions
    .filter(
      (portion, index) => portions.findIndex((one) => one.invoice === portion.invoice) === index,
    )
    .map(({ invoice, number, currency }) => ({
      number,
      amount: money(
        portions.reduce(
          (sum, portion) => sum + (portion.invoice === invoice ? portion.contested : 0),
          0,
        ),
        currency,
      ),
      reason:
        state.disputes.find((one) => one.invoice === invoice && one.resolved === null)?.reason ??
        "other",
    }));

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
    // What colleagues wrote to one another is never quoted, whoever was in copy.
    quotable:
      said?.direction !== "internal" &&
      // A letter is opened by whoever opens letters.
      around.recipients.length > 0 &&
      around.recipients.every((address) => party.has(address.toLowerCase())),
  };
};

/**
 * The newest call since the last reminder, if its ending is known. What was said is told only where it was recorded: a
 * mail that puts words into the debtor's mouth is worse than none.
 */
const callOf = (act: ProposedAct, state: AccountState): DraftFacts["call"] => {
  if (act.step !== "call") return null;
  const since = previousReminderOn(act, state);
  const last = state.exchanges
    .filter((one) => one.kind === "call" && (since === null || one.on >= since))
    .reduce<Exchange | null>(
      (newest, one) => (newest !== null && newest.at > one.at ? newest : one),
      null,
    );
  if (last === null || last.outcome === null) return null;
  const reached = last.outcome === "reached";
  const promise = state.promises.find(
    (one) => one.exchange === last.exchange && one.withdrawn === null,
  );
  return {
    on: last.on,
    with: reached ? ((last.direction === "in" ? last.from : last.to[0]) ?? null) : null,
    outcome: !reached
      ? { type: "nobody-answered" }
      : promise?.by == null
        ? { type: "spoken" }
        : {
            type: "promised",
            by: promise.by,
            amount: promise.amount === null ? null : money(promise.amount, promise.currency),
          },
  };
};

/** The newest act that concerned every part asked for now: « malgré notre rappel du … » is said of each of them. */
const previousReminderOn = (act: ProposedAct, state: AccountState): CalendarDate | null =>
  state.acts.reduce<CalendarDate | null>((last, one) => {
    const concernsAll = act.portions.every(({ invoice, portion }) =>
      one.portions.some((named) => named.invoice === invoice && named.portion === portion),
    );
    const counts = one.waived === null && one.step !== "courtesy" && concernsAll;
    return counts && (last === null || one.on > last) ? one.on : last;
  }, null);

/** The one person written to, by the contact's name or, for an individual, by the debtor's own. */
const writtenTo = (around: Omit<DraftCircumstances, "balances">): string | null => {
  const { debtor: addressed } = around.state;
  if (around.paper != null) {
    return addressed?.kind === "consumer" ? salutationOf(addressed.name, addressed) : null;
  }
  const [only, second] = around.recipients;
  if (only === undefined || second !== undefined) return null;
  const { contacts, debtor } = around.state;
  const name = contacts.find((one) => one.email?.toLowerCase() === only.toLowerCase())?.name;
  if (debtor === null) return null;
  return salutationOf(name ?? (debtor.kind === "consumer" ? debtor.name : null), debtor);
};

/** A working day where either of them works: a wish that falls on the debtor's holiday is none. */
export const replyByOf = (today: CalendarDate, countries: readonly string[]): CalendarDate => {
  let on = addDays(today, REPLY_DAYS);
  while (!countries.every((country) => isWorkingDay(on, country))) on = addDays(on, 1);
  return on;
};

const linesOf = (text: string | null): readonly string[] =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
