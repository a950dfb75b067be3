import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { DisputeReason } from "#shared/kernel/parties.ts";
import type { Step } from "./steps.ts";

/**
 * What a reason does to the next act. `says` explains and changes nothing. `forbid-higher` stops a portion from going
 * above the step it has reached; its first act stays possible. `forbid-formal` stops formal notice, last notice, legal.
 */
export type Effect = "forbid" | "forbid-higher" | "forbid-formal" | "warn" | "says";

type None = Readonly<Record<string, never>>;

/** The facts of each reason; locales word them by code. Names and notes typed by people are bare strings: foreign. */
export type ReasonValues = {
  /** `days` late of the oldest invoice of the step; zero or less: not late yet. */
  readonly "step-due": { readonly step: Step; readonly days: number; readonly invoices: number };
  readonly "promise-broken": {
    readonly by: CalendarDate;
    readonly paymentsKnownOn: CalendarDate;
    readonly amount: Money | null;
  };
  readonly "draft-waiting": { readonly on: CalendarDate; readonly step: string };
  readonly "exhibit-missing": { readonly on: CalendarDate; readonly count: number };

  readonly "reply-to-read": {
    readonly on: CalendarDate;
    readonly from: string | null;
    readonly words: string | null;
    readonly count: number;
  };
  readonly insolvency: { readonly on: CalendarDate };
  readonly hold: {
    readonly until: CalendarDate | null;
    readonly reason: string;
    /** How many invoices it is of; 0: the whole account. */
    readonly invoices: number;
  };
  readonly dispute: {
    readonly number: string;
    readonly amount: Money;
    readonly reason: DisputeReason;
    readonly mustAct: "us" | "them";
    readonly on: CalendarDate;
  };
  readonly "instalments-running": { readonly next: CalendarDate | null };
  readonly "instalment-missed": { readonly by: CalendarDate; readonly missing: Money };
  readonly "instalment-unverified": {
    readonly by: CalendarDate;
    readonly paymentsKnownOn: CalendarDate | null;
  };
  readonly "promise-running": { readonly by: CalendarDate; readonly amount: Money | null };
  /** No date was given: it holds until the day Relance stops waiting. */
  readonly "promise-undated": { readonly on: CalendarDate; readonly waitUntil: CalendarDate };
  readonly "promise-unverified": {
    readonly by: CalendarDate;
    readonly amount: Money | null;
    readonly paymentsKnownOn: CalendarDate | null;
  };
  readonly "out-of-office": { readonly back: CalendarDate };
  readonly "contact-bounced": { readonly address: string; readonly on: CalendarDate };
  readonly "contact-left": { readonly address: string; readonly on: CalendarDate };
  readonly "no-contact-address": None;
  readonly "payment-claimed": {
    readonly on: CalendarDate;
    readonly paymentsKnownOn: CalendarDate | null;
  };
  readonly "payments-stale": { readonly asOf: CalendarDate; readonly limit: number };
  readonly "payments-never-known": None;
  readonly "answers-not-looked-at": {
    readonly lastStepOn: CalendarDate;
    readonly lastLookOn: CalendarDate | null;
  };
  readonly discrepancy: { readonly count: number };
  readonly "unknown-entry": { readonly count: number };
  readonly "unknown-kind": None;
  readonly "too-soon": { readonly lastOn: CalendarDate };
  readonly "non-working-day": { readonly next: CalendarDate };

  readonly "put-off": { readonly until: CalendarDate; readonly reason: string };
  readonly "step-to-come": { readonly step: Step; readonly on: CalendarDate };
  readonly "step-without-date": { readonly step: Step };
  readonly "all-contested": None;
  readonly "no-due-date": None;
  readonly "road-ended": None;
  readonly "nothing-open": None;
};
export type ReasonCode = keyof ReasonValues;

export type ReasonOf<K extends ReasonCode> = {
  readonly code: K;
  readonly effect: Effect;
  readonly values: ReasonValues[K];
  /** Hashes of the ledger's entries it rests on. */
  readonly entries: readonly string[];
  /** The invoices it is of; null: the whole account. */
  readonly invoices: readonly string[] | null;
  /** `mail`: it stands in the way of a mail, not of a call or a letter on paper. */
  readonly only: "mail" | null;
};
export type Reason = { readonly [K in ReasonCode]: ReasonOf<K> }[ReasonCode];

type Where = {
  readonly entries?: readonly string[];
  readonly invoices?: readonly string[] | null;
  readonly only?: "mail";
};

export const reasonOf = <K extends ReasonCode>(
  code: K,
  effect: Effect,
  values: ReasonValues[K],
  where: Where = {},
): ReasonOf<K> => ({
  code,
  effect,
  values,
  entries: where.entries ?? [],
  invoices: where.invoices ?? null,
  only: where.only ?? null,
});

/** Words for every reason: what locales provide, in whatever a sentence is. */
export type ReasonWords<S> = {
  readonly [K in ReasonCode]: (values: ReasonValues[K]) => S;
};

export const sayReason = <K extends ReasonCode, S>(words: ReasonWords<S>, reason: ReasonOf<K>): S =>
  words[reason.code](reason.values);
