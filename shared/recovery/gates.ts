import type { AccountState, Act, Contact, Exchange } from "#shared/claims/account.ts";
import { balanceOf } from "#shared/claims/balances.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { lookAt } from "#shared/claims/evolve-creditor.ts";
import { discrepanciesOf } from "#shared/claims/discrepancies.ts";
import type { DiscrepancyCode } from "#shared/claims/discrepancies.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { latest } from "#shared/kernel/calendar.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import type { RecoveryContext } from "./context.ts";
import type { InstalmentsState, PromiseState } from "./promises.ts";
import { waitUntil } from "./promises.ts";
import type { Reason, ReasonCode } from "./reasons.ts";
import { reasonOf } from "./reasons.ts";
import { isStep } from "./steps.ts";

/** The gravest first: what a person, a court or the debtor said before what is merely not known, then mere advice. */
const GRAVITY: readonly ReasonCode[] = [
  "insolvency",
  "reply-to-read",
  "hold",
  "dispute",
  "instalment-missed",
  "instalment-unverified",
  "instalments-running",
  "promise-unverified",
  "promise-running",
  "promise-undated",
  "out-of-office",
  "contact-bounced",
  "contact-left",
  "no-contact-address",
  "payment-claimed",
  "discrepancy",
  "unknown-entry",
  "unknown-kind",
  "payments-never-known",
  "payments-stale",
  "answers-not-looked-at",
  "too-soon",
  "non-working-day",
];

const isTagged = ({ tagged }: Exchange, tag: Tag): boolean =>
  tagged !== null && (tagged.tag === tag || tagged.also.includes(tag));

/** Whether a person at the debtor's wrote it: no robot, no delivery failure, whatever they were taken for at first. */
const isHumanReply = (exchange: Exchange): boolean =>
  exchange.kind === "mail" &&
  exchange.direction === "in" &&
  !exchange.automatic &&
  !isTagged(exchange, "autoreply") &&
  !isTagged(exchange, "bounce");

const isToRead = (exchange: Exchange): boolean =>
  exchange.tagged === null && isHumanReply(exchange);

const byDay = (a: Exchange, b: Exchange): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** Human replies that nobody has filed under a tag, oldest first. */
export const repliesToRead = (state: AccountState): readonly Exchange[] =>
  state.exchanges.filter(isToRead).sort(byDay);

/** The exchanges that bear on a gate, found in one pass: an account may have thousands. */
type Telling = {
  readonly toRead: readonly Exchange[];
  readonly insolvency: readonly Exchange[];
  readonly autoreplies: readonly Exchange[];
  readonly paid: readonly Exchange[];
};

const tellingOf = (exchanges: readonly Exchange[]): Telling => {
  const toRead: Exchange[] = [];
  const insolvency: Exchange[] = [];
  const autoreplies: Exchange[] = [];
  const paid: Exchange[] = [];
  for (const exchange of exchanges) {
    if (exchange.tagged === null) {
      if (isToRead(exchange)) toRead.push(exchange);
      continue;
    }
    if (isTagged(exchange, "insolvency")) insolvency.push(exchange);
    if (isTagged(exchange, "autoreply")) autoreplies.push(exchange);
    if (isTagged(exchange, "paid")) paid.push(exchange);
  }
  return { toRead: toRead.sort(byDay), insolvency, autoreplies, paid };
};

const hashesOf = (
  items: readonly { readonly entry: { readonly hash: string } }[],
): readonly string[] => items.map(({ entry }) => entry.hash);

/** Null where there is nothing to read. */
export const toReadReason = (replies: readonly Exchange[]): Reason | null => {
  const [first] = replies;
  if (first === undefined) return null;
  const { on, from, words } = first;
  const values = { on, from, words, count: replies.length };
  return reasonOf("reply-to-read", "forbid", values, { entries: hashesOf(replies) });
};

const promised = (
  promises: readonly PromiseState[],
  { creditor }: RecoveryContext,
): readonly Reason[] => {
  const paymentsKnownOn = creditor.paymentsKnown?.asOf ?? null;
  const out: Reason[] = [];
  for (const { promise, status, invoices } of promises) {
    const where = { entries: [promise.entry.hash], invoices };
    const { by, on, currency } = promise;
    const amount = promise.amount === null ? null : { minor: promise.amount, currency };
    if (status === "undated") {
      out.push(reasonOf("promise-undated", "forbid", { on, waitUntil: waitUntil(on) }, where));
    } else if (by !== null && status === "running") {
      out.push(reasonOf("promise-running", "forbid", { by, amount }, where));
    } else if (by !== null && status === "unverified") {
      const values = { by, amount, paymentsKnownOn };
      out.push(reasonOf("promise-unverified", "forbid", values, where));
    }
  }
  return out;
};

const inInstalments = (
  agreements: readonly InstalmentsState[],
  { creditor }: RecoveryContext,
): readonly Reason[] => {
  const paymentsKnownOn = creditor.paymentsKnown?.asOf ?? null;
  const out: Reason[] = [];
  for (const { of, status, part, invoices } of agreements) {
    const { entry, currency } = of.instalments;
    const where = { entries: [entry.hash], invoices };
    if (status === "running") {
      out.push(reasonOf("instalments-running", "forbid", { next: part?.by ?? null }, where));
    } else if (status === "missed" && part !== null) {
      const missing = { minor: part.missing, currency };
      out.push(reasonOf("instalment-missed", "forbid", { by: part.by, missing }, where));
    } else if (status === "unverified" && part !== null) {
      const values = { by: part.by, paymentsKnownOn };
      out.push(reasonOf("instalment-unverified", "forbid", values, where));
    }
  }
  return out;
};

/**
 * What is contested has left the step already (open portions): this says so, and forbids nothing of the rest. One settled
 * by a credit note that is not in yet waits for us.
 */
const disputed = (state: AccountState, balances: AccountBalances): readonly Reason[] => {
  const out: Reason[] = [];
  const credited = new Set<string>();
  for (const dispute of state.disputes) {
    const { invoice: id, resolved, on } = dispute;
    if (resolved !== null && (resolved.outcome !== "credited" || credited.has(id))) continue;
    const of = balanceOf(balances, id);
    if (of === null) continue;
    const { currency, contested, toCredit } = of;
    if (resolved !== null) credited.add(id);
    const minor = resolved === null ? Math.min(dispute.amount ?? contested, contested) : toCredit;
    if (minor <= 0) continue;
    const reason = resolved === null ? dispute.reason : "credit_due";
    const mustAct = resolved === null ? dispute.mustAct : "us";
    out.push(
      reasonOf(
        "dispute",
        "says",
        { number: of.invoice.number, amount: { minor, currency }, reason, mustAct, on },
        { entries: [dispute.entry.hash], invoices: [dispute.invoice] },
      ),
    );
  }
  return out;
};

/** A hold lasts through its `until`; one lifted is over from the day it was lifted. */
const held = (state: AccountState, { today }: RecoveryContext): readonly Reason[] => {
  const out: Reason[] = [];
  for (const { on, until, invoices, reason, liftedOn, entry } of state.holds) {
    const over = (liftedOn !== null && liftedOn <= today) || (until !== null && until < today);
    if (over || on > today) continue;
    out.push(
      reasonOf(
        "hold",
        "forbid",
        { until, reason, invoices: invoices.length },
        { entries: [entry.hash], invoices: invoices.length === 0 ? null : invoices },
      ),
    );
  }
  return out;
};

/** Until the day they are back, unless a person has written since. */
const away = (
  { autoreplies }: Telling,
  exchanges: readonly Exchange[],
  { today }: RecoveryContext,
): readonly Reason[] => {
  let last: { readonly back: CalendarDate; readonly exchange: Exchange } | null = null;
  for (const exchange of autoreplies) {
    const back = exchange.tagged?.back ?? null;
    if (back === null || back <= today) continue;
    if (last === null || back > last.back) last = { back, exchange };
  }
  if (last === null) return [];
  const { back, exchange } = last;
  if (exchanges.some((other) => other.on > exchange.on && isHumanReply(other))) return [];
  return [reasonOf("out-of-office", "forbid", { back }, { entries: [exchange.entry.hash] })];
};

const hasAddress = ({ email }: Contact): boolean => email !== null && email !== "";

const unreachable = (state: AccountState): readonly Reason[] => {
  const addressed = state.contacts.filter(hasAddress);
  if (addressed.some(({ retired }) => retired === null)) return [];
  let last: Contact | null = null;
  for (const contact of addressed) {
    if (last === null || (contact.retired?.on ?? "") >= (last.retired?.on ?? "")) last = contact;
  }
  const reason = last?.retired?.reason;
  if (last === null || last.retired === null || reason === "other") {
    return [reasonOf("no-contact-address", "forbid", {}, { only: "mail" })];
  }
  const values = { address: last.email ?? "", on: last.retired.on };
  const where = { entries: [last.entry.hash], only: "mail" } as const;
  return [
    reason === "bounced"
      ? reasonOf("contact-bounced", "forbid", values, where)
      : reasonOf("contact-left", "forbid", values, where),
  ];
};

/** Tagged as paid on or after the newest payments known, unless those were looked up after it was tagged. */
const claimedPaid = (
  { paid }: Telling,
  balances: AccountBalances,
  { creditor }: RecoveryContext,
): readonly Reason[] => {
  const known = creditor.paymentsKnown;
  const claims = paid.filter((exchange) => {
    const taggedAt = exchange.tagged?.entry.at ?? "";
    const checked =
      known !== null &&
      (exchange.on < known.asOf || (exchange.on === known.asOf && taggedAt < known.at));
    if (checked || exchange.invoices.length === 0) return !checked;
    return balances.invoices.some(
      ({ open, invoice }) => open > 0 && exchange.invoices.includes(invoice.invoice),
    );
  });
  const on = latest(claims.map((exchange) => exchange.on));
  if (on === null) return [];
  const named = claims.every(({ invoices }) => invoices.length > 0);
  return [
    reasonOf(
      "payment-claimed",
      "forbid-higher",
      { on, paymentsKnownOn: known?.asOf ?? null },
      {
        entries: hashesOf(claims),
        invoices: named ? [...new Set(claims.flatMap(({ invoices }) => invoices))] : null,
      },
    ),
  ];
};

const factsAsOf = (
  state: AccountState,
  lastAct: Act | null,
  { creditor, freshFrom, staleAfterDays }: RecoveryContext,
): readonly Reason[] => {
  const out: Reason[] = [];
  const asOf = creditor.paymentsKnown?.asOf ?? null;
  if (asOf === null) out.push(reasonOf("payments-never-known", "forbid-higher", {}));
  else if (asOf < freshFrom) {
    out.push(reasonOf("payments-stale", "forbid-higher", { asOf, limit: staleAfterDays }));
  }
  if (lastAct !== null) {
    const lastLookOn = lookAt(creditor, state.account)?.on ?? null;
    // A look on the day of the step itself came before any answer to it.
    if (lastLookOn === null || lastLookOn <= lastAct.on) {
      out.push(
        reasonOf(
          "answers-not-looked-at",
          "forbid-higher",
          { lastStepOn: lastAct.on, lastLookOn },
          { entries: [lastAct.entry.hash] },
        ),
      );
    }
  }
  return out;
};

/** What has a gate of its own is not said twice. */
const UNKNOWN_CODES: readonly DiscrepancyCode[] = ["entry-not-readable", "debtor-unknown"];

const unsettled = (state: AccountState, balances: AccountBalances): readonly Reason[] => {
  const out: Reason[] = [];
  const found = discrepanciesOf(state, balances);
  const misfits = found.filter(({ code }) => !UNKNOWN_CODES.includes(code));
  if (misfits.length > 0) {
    const entries = misfits.flatMap((one) => one.entries);
    out.push(reasonOf("discrepancy", "forbid-higher", { count: misfits.length }, { entries }));
  }
  const unknown = [
    ...found.filter(({ code }) => code === "entry-not-readable").flatMap((one) => one.entries),
    ...hashesOf(state.acts.filter(({ step }) => !isStep(step))),
  ];
  if (unknown.length > 0) {
    const values = { count: unknown.length };
    out.push(reasonOf("unknown-entry", "forbid-higher", values, { entries: unknown }));
  }
  if (state.debtor === null) out.push(reasonOf("unknown-kind", "forbid-higher", {}));
  return out;
};

const insolvent = ({ insolvency: said }: Telling): readonly Reason[] => {
  const first = said[0];
  return first === undefined
    ? []
    : [reasonOf("insolvency", "forbid", { on: first.on }, { entries: hashesOf(said) })];
};

/** The account's last act that was no waiver. */
export const lastActOf = (state: AccountState): Act | null => {
  let last: Act | null = null;
  for (const act of state.acts) {
    if (act.waived === null && (last === null || act.on >= last.on)) last = act;
  }
  return last;
};

/** All that forbids, warns or sets aside, the gravest first. Pure: reasons are data, worded elsewhere. */
export const gatesOf = (
  state: AccountState,
  balances: AccountBalances,
  promises: readonly PromiseState[],
  agreements: readonly InstalmentsState[],
  context: RecoveryContext,
): readonly Reason[] => {
  const lastAct = lastActOf(state);
  const { soonFrom, workingDay, nextWorkingDay } = context;
  const telling = tellingOf(state.exchanges);
  const unread = toReadReason(telling.toRead);
  const gates: Reason[] = [
    ...insolvent(telling),
    ...(unread === null ? [] : [unread]),
    ...away(telling, state.exchanges, context),
    ...claimedPaid(telling, balances, context),
    ...held(state, context),
    ...disputed(state, balances),
    ...inInstalments(agreements, context),
    ...promised(promises, context),
    ...unreachable(state),
    ...unsettled(state, balances),
    ...factsAsOf(state, lastAct, context),
  ];
  // One of tomorrow (another device's clock) is as near.
  if (lastAct !== null && lastAct.on >= soonFrom) {
    const entries = [lastAct.entry.hash];
    gates.push(reasonOf("too-soon", "warn", { lastOn: lastAct.on }, { entries }));
  }
  if (!workingDay) gates.push(reasonOf("non-working-day", "warn", { next: nextWorkingDay }));
  return gates.sort((a, b) => GRAVITY.indexOf(a.code) - GRAVITY.indexOf(b.code));
};
