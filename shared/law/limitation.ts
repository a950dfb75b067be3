import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { calendarDate, daysBetween, latest, yearOf } from "#shared/kernel/calendar.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { compareText } from "#shared/kernel/text.ts";
import type {
  Interruption,
  InterruptionCause,
  Length,
  LimitationInput,
  Suspension,
} from "./limitation-rules.ts";
import {
  ACKNOWLEDGEMENT,
  AGREED,
  AGREED_CONSUMER,
  AGREED_PUBLIC,
  AGREED_YEARS_MAX,
  AGREED_YEARS_MIN,
  GENERAL_YEARS,
  LEFT_AFTER_SUSPENSION,
  NOTICE,
  PART_PAYMENT,
  PRIVATE_INTERRUPTIONS,
  PUBLIC_INTERRUPTION,
  PUBLIC_RESTART,
  PUBLIC_SUSPENSION,
  SUSPENSION,
  TRANSPORT_YEARS,
  baseRule,
} from "./limitation-rules.ts";
import type { Cited, Mark } from "./marks.ts";
import { leastSure } from "./marks.ts";
import { days, endOfPeriod, years } from "./periods.ts";

/** How the last day was found, in order. `on` is the day of the fact, `lastOn` the last day from then on. */
export type LimitationStep =
  | {
      readonly type: "starts";
      readonly on: CalendarDate;
      /** `earliest`: of performance, invoice and (public bodies, transport) due date. */
      readonly from: "term" | "earliest" | "no-term";
      readonly cited: Cited;
    }
  | {
      readonly type: "lasts";
      /** Null: until 31 December of the fourth year after. */
      readonly years: number | null;
      readonly cited: Cited;
      readonly lastOn: CalendarDate | null;
    }
  | {
      readonly type: "agreed";
      readonly years: number;
      readonly applied: boolean;
      readonly cited: Cited;
    }
  | {
      readonly type: "interrupted" | "interrupted-restart-unverified";
      readonly on: CalendarDate;
      readonly cause: InterruptionCause;
      readonly lastOn: CalendarDate | null;
      readonly cited: Cited;
    }
  | {
      readonly type: "not-interrupting" | "may-interrupt" | "too-late" | "too-early";
      readonly on: CalendarDate;
      readonly cause: InterruptionCause;
      readonly cited: Cited;
    }
  | {
      readonly type: "suspended";
      readonly on: CalendarDate;
      readonly until: CalendarDate | null;
      readonly lastOn: CalendarDate | null;
      readonly cited: Cited;
    }
  | { readonly type: "not-suspending"; readonly on: CalendarDate; readonly cited: Cited }
  | { readonly type: "law-not-held"; readonly cited: Cited };

/**
 * `startOn`: the day from which the running period is counted. `lastOn`: the last day to sue, null where it is not
 * known. `suspendedSince`: the time stands still since then; `lastOn` is then as if it ran again at once.
 */
export type Limitation = {
  readonly startOn: CalendarDate | null;
  readonly lastOn: CalendarDate | null;
  readonly suspendedSince: CalendarDate | null;
  readonly rule: Cited;
  readonly steps: readonly LimitationStep[];
};

const plainEnd = (start: CalendarDate, length: Length): CalendarDate | null =>
  length.toYearEnd
    ? calendarDate(yearOf(start) + length.years, 12, 31)
    : endOfPeriod(start, years(length.years));

type Stop = { readonly from: CalendarDate; readonly until: CalendarDate | null };

/** Suspensions in order, those that touch joined: time that stands still twice stands still once. */
const joined = (suspensions: readonly Suspension[]): readonly Stop[] =>
  [...suspensions]
    .filter(({ from, until }) => until === null || until >= from)
    .sort((a, b) => compareText(a.from, b.from))
    .reduce<readonly Stop[]>((stops, next) => {
      const before = stops[stops.length - 1];
      if (before === undefined || (before.until !== null && before.until < next.from)) {
        return [...stops, next];
      }
      const until =
        before.until === null || next.until === null ? null : latest([before.until, next.until]);
      return [...stops.slice(0, -1), { from: before.from, until }];
    }, []);

/** One run of the time, from a start to its end, with the suspensions that fall within it. */
type Leg = {
  readonly lastOn: CalendarDate | null;
  readonly suspendedSince: CalendarDate | null;
  readonly steps: readonly LimitationStep[];
};

const legOf = (start: CalendarDate, end: CalendarDate | null, stops: readonly Stop[]): Leg => {
  const steps: LimitationStep[] = [];
  let lastOn = end;
  let suspendedSince: CalendarDate | null = null;
  for (const stop of stops) {
    if (lastOn === null || stop.from > lastOn) break;
    if (stop.until !== null && stop.until <= start) continue;
    const from = stop.from < start ? start : stop.from;
    if (stop.until === null) {
      suspendedSince = from;
    } else {
      const moved = later(lastOn, daysBetween(from, stop.until));
      const least = endOfPeriod(stop.until, LEFT_AFTER_SUSPENSION);
      lastOn = moved === null || least === null ? null : latest([moved, least]);
    }
    steps.push({ type: "suspended", on: from, until: stop.until, lastOn, cited: SUSPENSION });
  }
  return { lastOn, suspendedSince, steps };
};

const later = (date: CalendarDate, count: number): CalendarDate | null =>
  endOfPeriod(date, days(count));

const interruptionOf = (
  { cause, on }: Interruption,
  debtor: DebtorKind,
):
  | { readonly counts: true; readonly cited: Cited }
  | { readonly counts: false; readonly step: LimitationStep } => {
  if (debtor === "public") {
    if (cause === "written-claim" || cause === "formal-notice" || cause === "part-payment") {
      return { counts: true, cited: PUBLIC_INTERRUPTION };
    }
    return { counts: false, step: { type: "may-interrupt", on, cause, cited: PUBLIC_RESTART } };
  }
  const interrupts = PRIVATE_INTERRUPTIONS[cause];
  if (interrupts !== undefined) return { counts: true, cited: interrupts };
  return {
    counts: false,
    step:
      cause === "part-payment"
        ? { type: "may-interrupt", on, cause, cited: PART_PAYMENT }
        : { type: "not-interrupting", on, cause, cited: NOTICE },
  };
};

const agreedStep = (input: LimitationInput, count: number): LimitationStep => {
  const step = (applied: boolean, by: Cited): LimitationStep => ({
    type: "agreed",
    years: count,
    applied,
    cited: by,
  });
  if (input.debtor === "consumer") return step(false, AGREED_CONSUMER);
  if (input.debtor === "public") return step(false, AGREED_PUBLIC);
  const allowed = Number.isInteger(count) && count >= AGREED_YEARS_MIN && count <= AGREED_YEARS_MAX;
  // Longer than the law's own is taken only from a business, and never for transport: the earlier day is kept.
  const shorter = count <= (input.transport ? TRANSPORT_YEARS : GENERAL_YEARS);
  return step(allowed && (shorter || (input.debtor === "business" && !input.transport)), AGREED);
};

const french = (input: LimitationInput): Limitation => {
  const base = baseRule(input);
  const steps: LimitationStep[] = [
    { type: "starts", on: base.start, from: base.from, cited: base.startCited },
  ];
  let length = base.length;
  let rule = base.rule;
  if (input.agreedYears !== null) {
    const step = agreedStep(input, input.agreedYears);
    steps.push(step);
    if (step.type === "agreed" && step.applied) {
      length = { years: step.years, toYearEnd: false };
      rule = AGREED;
    }
  }
  const marks: Mark[] = [base.startCited.mark, rule.mark];
  const suspends = input.debtor !== "public";
  const stops = suspends ? joined(input.suspensions) : [];
  let startOn = base.start;
  let end = plainEnd(startOn, length);
  let leg = legOf(startOn, end, stops);
  steps.push({
    type: "lasts",
    years: length.toYearEnd ? null : length.years,
    cited: rule,
    lastOn: end,
  });
  const interruptions = [...input.interruptions].sort((a, b) => compareText(a.on, b.on));
  for (const interruption of interruptions) {
    const { cause, on } = interruption;
    const effect = interruptionOf(interruption, input.debtor);
    if (!effect.counts) {
      steps.push(effect.step);
      continue;
    }
    if (leg.lastOn === null || on > leg.lastOn) {
      steps.push({ type: "too-late", on, cause, cited: effect.cited });
      continue;
    }
    if (on < startOn) {
      steps.push({ type: "too-early", on, cause, cited: effect.cited });
      continue;
    }
    steps.push(...leg.steps.filter((step) => step.type === "suspended" && step.on <= on));
    startOn = on;
    if (length.toYearEnd) {
      // From when a public body's new period runs was not read: counted from the day itself, the earliest that it can.
      const restarted = endOfPeriod(on, years(length.years));
      end = restarted === null || leg.lastOn > restarted ? leg.lastOn : restarted;
      marks.push(PUBLIC_RESTART.mark);
    } else {
      end = plainEnd(on, length);
    }
    leg = legOf(startOn, end, stops);
    steps.push({
      type: length.toYearEnd ? "interrupted-restart-unverified" : "interrupted",
      on,
      cause,
      lastOn: end,
      cited: length.toYearEnd ? PUBLIC_RESTART : effect.cited,
    });
  }
  steps.push(...leg.steps);
  if (!suspends) {
    steps.push(
      ...input.suspensions.map(({ from }): LimitationStep => ({
        type: "not-suspending",
        on: from,
        cited: PUBLIC_SUSPENSION,
      })),
    );
  }
  return {
    startOn,
    lastOn: leg.lastOn,
    suspendedSince: leg.suspendedSince,
    rule: { text: rule.text, mark: leastSure(marks) },
    steps,
  };
};

/**
 * The last day on which a claim may still be brought to court, and how it was found. French law alone is held; any other
 * gives null. Where a rule is open the earlier day is kept: the time of a consumer's debt runs from the earlier of
 * performance and invoice, a court claim starts the period again on its own day (in truth when the proceedings end,
 * C. civ. 2242), and the last day is never moved off a Saturday, Sunday or holiday: that rule is one of procedure.
 */
export const limitationOf = (input: LimitationInput): Limitation => {
  if (input.law === "FR") return french(input);
  const unheld: Cited = { text: `Limitation (${input.law})`, mark: "unknown" };
  return {
    startOn: null,
    lastOn: null,
    suspendedSince: null,
    rule: unheld,
    steps: [{ type: "law-not-held", cited: unheld }],
  };
};

/**
 * The last day as the file stands, and if a fact of that day counted: a promise, a request for time or a part payment may
 * be an acknowledgement (C. civ. 2240), which the user judges. Against a public body a part payment counts by law, and
 * what an acknowledgement does there is not held: `after` is then `before`.
 */
export const withAcknowledgement = (
  input: LimitationInput,
  on: CalendarDate,
  fact: "acknowledgement" | "part-payment" = "acknowledgement",
): { readonly before: Limitation; readonly after: Limitation; readonly cited: Cited } => {
  const isPublic = input.debtor === "public";
  const cause: InterruptionCause = isPublic ? fact : "acknowledgement";
  return {
    before: limitationOf(input),
    after: limitationOf({ ...input, interruptions: [...input.interruptions, { on, cause }] }),
    cited: isPublic
      ? fact === "part-payment"
        ? PUBLIC_INTERRUPTION
        : PUBLIC_RESTART
      : ACKNOWLEDGEMENT,
  };
};
