import type { AccountState, Act, Exchange } from "#shared/claims/account.ts";
import { balanceOf } from "#shared/claims/balances.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { residuesOf } from "#shared/claims/residues.ts";
import { lookAt } from "#shared/claims/evolve-creditor.ts";
import { discrepanciesOf } from "#shared/claims/discrepancies.ts";
import type { DiscrepancyCode } from "#shared/claims/discrepancies.ts";
import { discountsOf } from "#shared/claims/discounts.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { latest } from "#shared/kernel/calendar.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { compareText } from "#shared/kernel/text.ts";
import { answerOwed } from "./answers-owed.ts";
import type { RecoveryContext } from "./context.ts";
import { beyondInsurance, disputed, held, inInstalments, promised } from "./gates-agreed.ts";
import { byColleague, tooMuch, unreachable } from "./gates-contact.ts";
import { beforeFormal } from "./gates-formal.ts";
import type { Standing } from "./gates-formal.ts";
import { ofTheDay, outOfOurHands, sensitive } from "./gates-law.ts";
import type { Plan } from "./plan.ts";
import type { AccountPlans } from "./plans.ts";
import { ownPlanOf } from "./plans.ts";
import type { InstalmentsState, PromiseState } from "./promises.ts";
import type { Reason, ReasonCode } from "./reasons.ts";
import { hashesOf, reasonOf } from "./reasons.ts";
import { isStep, isTone, toneRank } from "./steps.ts";
import type { Step, Tone } from "./steps.ts";

/** The gravest first: what a person, a court or the debtor said before what is merely not known, then mere advice. */
const GRAVITY: readonly ReasonCode[] = [
  "sensitive-hold",
  "insolvency",
  "handed-over",
  "assigned",
  "reply-to-read",
  "hold",
  "answer-owed",
  "dispute",
  "instalment-missed",
  "instalments-noticed",
  "instalment-unverified",
  "instalments-running",
  "promise-unverified",
  "promise-running",
  "promise-undated",
  "promise-conditional",
  "out-of-office",
  "contact-bounced",
  "contact-left",
  "no-contact-address",
  "tone-above-step",
  "payment-claimed",
  "discrepancy",
  "unknown-entry",
  "unknown-kind",
  "plan-unknown",
  "payments-never-known",
  "payments-stale",
  "answers-not-looked-at",
  "approval-missing",
  "identity-differs",
  "identity-unchecked",
  "exhibit-needed",
  "rate-unknown",
  "insurer-consent-needed",
  "colleague-reminder",
  "cap-reached",
  "too-soon",
  "office-closed",
  "non-working-day",
  "conciliation",
  "instalments-accelerated",
  "discount-taken",
  "residue",
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
  exchange.tagged === null && exchange.withoutEffect === null && isHumanReply(exchange);

const byDay = (a: Exchange, b: Exchange): number => compareText(a.on, b.on);

/** Human replies that nobody has filed under a tag or left without effect, oldest first. */
export const repliesToRead = (state: AccountState): readonly Exchange[] =>
  state.exchanges.filter(isToRead).sort(byDay);

/** The exchanges that bear on a gate, found in one pass: an account may have thousands. */
type Telling = {
  readonly toRead: readonly Exchange[];
  /** What persons at the debtor's wrote, filed or not. */
  readonly replies: readonly Exchange[];
  /** Mails of ours, to them or among us. */
  readonly ours: readonly Exchange[];
  readonly insolvency: readonly Exchange[];
  readonly autoreplies: readonly Exchange[];
  readonly paid: readonly Exchange[];
};

const tellingOf = (exchanges: readonly Exchange[]): Telling => {
  const toRead: Exchange[] = [];
  const replies: Exchange[] = [];
  const ours: Exchange[] = [];
  const insolvency: Exchange[] = [];
  const autoreplies: Exchange[] = [];
  const paid: Exchange[] = [];
  for (const exchange of exchanges) {
    const isReply = isHumanReply(exchange);
    if (isReply) replies.push(exchange);
    else if (exchange.kind === "mail" && exchange.direction !== "in") ours.push(exchange);
    if (exchange.tagged === null) {
      if (isToRead(exchange)) toRead.push(exchange);
      continue;
    }
    if (isTagged(exchange, "insolvency")) insolvency.push(exchange);
    if (isTagged(exchange, "autoreply")) autoreplies.push(exchange);
    if (isTagged(exchange, "paid")) paid.push(exchange);
  }
  return { toRead: toRead.sort(byDay), replies, ours, insolvency, autoreplies, paid };
};

/** Null where there is nothing to read. `quoted` false: the words stay out of sight (death, illness). */
export const toReadReason = (replies: readonly Exchange[], quoted = true): Reason | null => {
  const [first] = replies;
  if (first === undefined) return null;
  const { on, from } = first;
  const values = { on, from, words: quoted ? first.words : null, count: replies.length };
  return reasonOf("reply-to-read", "forbid", values, { entries: hashesOf(replies) });
};

/** Until the day they are back, unless a person has written since. */
const away = ({ autoreplies, replies }: Telling, { today }: RecoveryContext): readonly Reason[] => {
  let last: { readonly back: CalendarDate; readonly exchange: Exchange } | null = null;
  for (const exchange of autoreplies) {
    const back = exchange.tagged?.back ?? null;
    if (back === null || back <= today) continue;
    if (last === null || back > last.back) last = { back, exchange };
  }
  if (last === null) return [];
  const { back, exchange } = last;
  if (replies.some((other) => other.on > exchange.on)) return [];
  return [reasonOf("out-of-office", "forbid", { back }, { entries: [exchange.entry.hash] })];
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
      // The first act as well: whoever has paid is reminded of nothing before the bank was looked at.
      "forbid",
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

/** The account's last act that was no waiver. */
const lastActOf = (state: AccountState): Act | null => {
  let last: Act | null = null;
  for (const act of state.acts) {
    if (act.waived === null && (last === null || act.on >= last.on)) last = act;
  }
  return last;
};

/** Whether words are louder than the step of a plan allows; null where they are not. */
export const toneGate = (step: Step, tone: Tone, plan: Plan): Reason | null => {
  const allowed = plan.steps[step]?.tone ?? "courteous";
  return toneRank(tone) <= toneRank(allowed)
    ? null
    : reasonOf("tone-above-step", "forbid", { step, tone, allowed });
};

/** A draft that waits and speaks louder than its step: prepared before the plan became softer, or by another version. */
const tooLoud = (
  state: AccountState,
  plans: AccountPlans,
  { plans: book }: RecoveryContext,
): readonly Reason[] => {
  const out: Reason[] = [];
  for (const { state: standing, step, tone, portions, entry } of state.drafts) {
    if (standing !== "prepared" || !isStep(step) || !isTone(tone)) continue;
    const plan = ownPlanOf(state, portions[0]?.invoice ?? "", book) ?? plans.plan;
    // A plan that leaves the step out says nothing of its tone: the one beyond it does.
    const reason = toneGate(step, tone, plan.steps[step] === undefined ? plans.beyond : plan);
    if (reason !== null) out.push({ ...reason, entries: [entry.hash] });
  }
  return out;
};

const withoutPlan = ({ unknown }: AccountPlans, { plans }: RecoveryContext): readonly Reason[] => {
  if (unknown === null) return [];
  const unreadable = plans.faults.has(unknown);
  // One that was taken away is answered by the plan of its kind; one nobody can read may have been slower than that.
  return [reasonOf("plan-unknown", unreadable ? "forbid-higher" : "says", { unreadable })];
};

/** Invoices of which nothing more is asked: a residue, and the discount of whoever paid in time. Their write-off is proposed. */
export const setAside = (
  state: AccountState,
  balances: AccountBalances,
  { creditor }: RecoveryContext,
): readonly Reason[] => {
  const { tolerances } = creditor.policy;
  if (tolerances.length === 0 && (state.file === null || state.file.discounts.length === 0)) {
    return [];
  }
  const out: Reason[] = [];
  const say = (
    code: "residue" | "discount-taken",
    id: string,
    currency: Currency,
    minor: number,
  ) => {
    const number = balanceOf(balances, id)?.invoice.number ?? "";
    const values = { number, amount: { minor, currency } };
    out.push(reasonOf(code, "says", values, { invoices: [id] }));
  };
  for (const { invoice, currency, amount, missing, taken } of discountsOf(state, balances)) {
    if (taken === "in-time" && missing > 0 && missing <= amount) {
      say("discount-taken", invoice, currency, missing);
    }
  }
  const discounted = new Set(out.flatMap(({ invoices }) => invoices ?? []));
  for (const { invoice, currency, open } of residuesOf(balances, creditor.policy)) {
    if (!discounted.has(invoice)) say("residue", invoice, currency, open);
  }
  return out;
};

type GateFacts = {
  readonly promises: readonly PromiseState[];
  readonly agreements: readonly InstalmentsState[];
  readonly plans: AccountPlans;
  readonly aheads: readonly Standing[];
  /** What is not chased any more. */
  readonly aside: readonly Reason[];
};

const RANKS: ReadonlyMap<ReasonCode, number> = new Map(GRAVITY.map((code, rank) => [code, rank]));

const rankOf = ({ code }: Reason): number => RANKS.get(code) ?? GRAVITY.length;

/** All that forbids, warns or sets aside, the gravest first. Pure: reasons are data, worded elsewhere. */
export const gatesOf = (
  state: AccountState,
  balances: AccountBalances,
  { promises, agreements, plans, aheads, aside }: GateFacts,
  context: RecoveryContext,
): readonly Reason[] => {
  const lastAct = lastActOf(state);
  const telling = tellingOf(state.exchanges);
  const unread = toReadReason(telling.toRead, !sensitive(state));
  const gates: Reason[] = [
    ...outOfOurHands(state, balances, telling.insolvency),
    ...(unread === null ? [] : [unread]),
    ...away(telling, context),
    ...claimedPaid(telling, balances, context),
    ...held(state, context),
    ...answerOwed(state),
    ...disputed(state, balances),
    ...inInstalments(agreements, context),
    ...promised(promises, context),
    ...beyondInsurance(state, promises),
    ...unreachable(state),
    ...unsettled(state, balances),
    ...withoutPlan(plans, context),
    ...tooLoud(state, plans, context),
    ...factsAsOf(state, lastAct, context),
    ...beforeFormal(state, aheads, context),
    ...byColleague(state, telling.ours, lastAct, telling.replies, context),
    ...tooMuch(state, lastAct, telling.replies, context),
    ...ofTheDay(context),
    ...aside,
  ];
  return gates.length < 2 ? gates : gates.sort((a, b) => rankOf(a) - rankOf(b));
};
