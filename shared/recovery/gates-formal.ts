import type { AccountState } from "#shared/claims/account.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile, Approval } from "#shared/claims/file.ts";
import { identityComparison } from "#shared/claims/identity.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateNear, dayNumber, latest } from "#shared/kernel/calendar.ts";
import { nextHalfYear } from "#shared/law/half-year.ts";
import { lateRateOf } from "#shared/law/late-rate.ts";
import type { RateUnknown } from "#shared/law/rates.ts";
import { REGIMES, lateRegimeOf, lawCountryOf } from "#shared/law/regime.ts";
import { addedRatesOf } from "./added-rates.ts";
import type { RecoveryContext } from "./context.ts";
import { missingFor } from "./missing.ts";
import type { MissingCode } from "./missing.ts";
import type { NextStep } from "./next-step.ts";
import { portionKey } from "./next-step.ts";
import type { OpenPortion } from "./open-portions.ts";
import type { Reason } from "./reasons.ts";
import { reasonOf } from "./reasons.ts";
import type { Step } from "./steps.ts";
import { isStep, stepRank } from "./steps.ts";

/** Who the debtor is must have been read this recently when a formal step goes out (design: 8 days). */
const IDENTITY_DAYS = 8;

/** Formal notice, last notice, legal route. */
export const FORMAL_FROM = stepRank("formal-notice");

const isFormal = (step: Step): boolean => stepRank(step) >= FORMAL_FROM;

/** A portion with the step that its plan gives it, before any gate. */
export type Standing = Pick<OpenPortion, "invoice" | "portion" | "dueOn"> & {
  readonly next: NextStep | null;
};
type Ahead = Standing & { readonly next: NextStep };

/** Soon enough for what is missing to be asked for: earlier, it would be out of date again. */
const isNear = (ahead: Standing, { todayDay }: RecoveryContext): ahead is Ahead => {
  const { next } = ahead;
  return next !== null && next.on !== "unknown" && dayNumber(next.on) <= todayDay + IDENTITY_DAYS;
};

const invoicesOf = (aheads: readonly Ahead[]): readonly string[] => [
  ...new Set(aheads.map(({ invoice }) => invoice)),
];

const keysOf = (aheads: readonly Ahead[]): readonly string[] =>
  aheads.map(({ invoice, portion }) => portionKey(invoice, portion));

/** Another name or SIREN is another debtor, and one struck off pays nobody; an address that moved is another matter. */
const identity = (
  state: AccountState,
  file: AccountFile,
  invoices: readonly string[],
  { today, todayDay }: RecoveryContext,
): readonly Reason[] => {
  const { registerOn, differs, closed } = identityComparison(state, today);
  // A private person stands in no register: what he signed is what there is.
  const isPerson = state.debtor?.kind === "consumer";
  const seen = file.identities.filter(({ on }) => on <= today);
  const lastOn = isPerson ? latest(seen.map(({ on }) => on)) : registerOn;
  const where = { entries: seen.map(({ entry }) => entry.hash), invoices };
  if (lastOn === null || todayDay - dayNumber(lastOn) > IDENTITY_DAYS) {
    const values = { lastOn, days: IDENTITY_DAYS };
    return [reasonOf("identity-unchecked", "forbid-formal", values, where)];
  }
  const another = closed || differs.some(({ field }) => field !== "address");
  return another ? [reasonOf("identity-differs", "forbid-formal", { closed }, where)] : [];
};

/** Said by gates of their own. */
const ELSEWHERE: readonly string[] = ["debtor", "identity-check"];

/** Invoice by invoice, so that what one lacks keeps no other back. */
const exhibits = (
  state: AccountState,
  step: Step,
  invoices: readonly string[],
  context: RecoveryContext,
): readonly Reason[] => {
  const lacking = new Map<string, string[]>();
  const codesOf = new Map<string, readonly MissingCode[]>();
  for (const invoice of invoices) {
    const codes = missingFor(state, step, context, [invoice]).flatMap(({ needed, code }) =>
      needed === "formal" && !ELSEWHERE.includes(code) ? [code] : [],
    );
    if (codes.length === 0) continue;
    const key = codes.join();
    codesOf.set(key, codes);
    const alike = lacking.get(key);
    if (alike === undefined) lacking.set(key, [invoice]);
    else alike.push(invoice);
  }
  const out: Reason[] = [];
  codesOf.forEach((codes, key) => {
    const where = { invoices: lacking.get(key) ?? [] };
    out.push(reasonOf("exhibit-needed", "forbid-formal", { step, codes }, where));
  });
  return out;
};

/** A day of each half-year that must have a rate for interest to be counted up to today. */
const rateDays = (
  dueOn: CalendarDate,
  frozen: boolean,
  { today }: RecoveryContext,
): readonly CalendarDate[] => {
  const first = dateNear(dayNumber(dueOn) + 1);
  if (frozen || first >= today) return [first];
  const days: CalendarDate[] = [];
  for (let day = first; day <= today; day = nextHalfYear(day)) days.push(day);
  return days;
};

const unknownRate = (
  state: AccountState,
  aheads: readonly Ahead[],
  context: RecoveryContext,
): readonly Reason[] => {
  const { creditor } = context;
  const { debtor } = state;
  const country = creditor.creditor?.country ?? "";
  const regime = debtor === null ? null : lateRegimeOf(lawCountryOf(country), debtor.kind);
  if (regime === null || fileOf(state).terms?.contractRate != null) return [];
  const { frozen, start } = REGIMES[regime];
  const added = addedRatesOf(creditor.rates);
  const stuck: Ahead[] = [];
  let unknown: RateUnknown | null = null;
  for (const ahead of aheads) {
    const { dueOn } = ahead;
    if (dueOn === null) continue;
    const isFrozen = frozen !== null || creditor.policy.rateSplit === "frozen";
    const days = start === "notice" ? [context.today] : rateDays(dueOn, isFrozen, context);
    for (const day of days) {
      const rate = lateRateOf(regime, day, added);
      if (rate.ok) continue;
      unknown = rate.error;
      stuck.push(ahead);
      break;
    }
  }
  if (unknown === null) return [];
  const { series, halfYear } = unknown;
  const where = { invoices: invoicesOf(stuck), portions: keysOf(stuck) };
  return [reasonOf("rate-unknown", "forbid-formal", { series, halfYear }, where)];
};

const covers = (approval: Approval, { invoice, portion, next }: Ahead): boolean =>
  approval.step === next.step &&
  (next.previous === null || approval.on >= next.previous.on) &&
  approval.portions.some((one) => one.invoice === invoice && one.portion === portion);

const lastApproval = (file: AccountFile, ahead: Ahead): Approval | null => {
  let last: Approval | null = null;
  for (const approval of file.approvals) {
    if (covers(approval, ahead) && (last === null || approval.on >= last.on)) last = approval;
  }
  return last;
};

/** Agreed once, it is for this turn of the step alone: an approval older than the step before it no longer counts. */
const unapproved = (
  file: AccountFile,
  aheads: readonly Ahead[],
  { creditor }: RecoveryContext,
): readonly Reason[] => {
  const steps = creditor.policy.approvalSteps.filter(isStep);
  const out: Reason[] = [];
  for (const step of steps) {
    const waiting = aheads.filter(
      (ahead) => ahead.next.step === step && (lastApproval(file, ahead)?.given ?? null) === null,
    );
    const [first] = waiting;
    if (first === undefined) continue;
    const asked = lastApproval(file, first);
    const state =
      asked === null
        ? ("not-asked" as const)
        : asked.refused === null
          ? ("asked" as const)
          : ("refused" as const);
    const by = asked === null ? null : (asked.refused?.by ?? asked.entry.by);
    out.push(
      reasonOf(
        "approval-missing",
        isFormal(step) ? "forbid-formal" : "forbid",
        { step, state, by },
        {
          entries: asked === null ? [] : [asked.entry.hash],
          invoices: invoicesOf(waiting),
          portions: keysOf(waiting),
        },
      ),
    );
  }
  return out;
};

/** What a formal step needs, asked for once one is near; and the second person's word, for the steps that need it. */
export const beforeFormal = (
  state: AccountState,
  standings: readonly Standing[],
  context: RecoveryContext,
): readonly Reason[] => {
  const asks = context.creditor.policy.approvalSteps.length > 0;
  let near: Ahead[] | null = null;
  for (const one of standings) {
    if (!isNear(one, context) || (!asks && !isFormal(one.next.step))) continue;
    near ??= [];
    near.push(one);
  }
  if (near === null) return [];
  const file = fileOf(state);
  const out: Reason[] = [...unapproved(file, near, context)];
  const formal = near.filter(({ next }) => isFormal(next.step));
  if (formal.length === 0) return out;
  out.push(...identity(state, file, invoicesOf(formal), context));
  out.push(...unknownRate(state, formal, context));
  const steps = new Set(formal.map(({ next }) => next.step));
  steps.forEach((step) => {
    const of = invoicesOf(formal.filter(({ next }) => next.step === step));
    out.push(...exhibits(state, step, of, context));
  });
  return out;
};
