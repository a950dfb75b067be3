import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { DisputeReason } from "#shared/kernel/parties.ts";
import type { ClockKind } from "./clock-kinds.ts";
import type { DraftFallen } from "./draft-fallen.ts";
import type { MissingCode } from "./missing.ts";
import type { Step, Tone } from "./steps.ts";

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
  /** Of one mail to several debtors: the highest step, the oldest invoice, and invoices whose disputed part is set aside. */
  readonly "group-step-due": {
    readonly step: Step;
    readonly days: number;
    readonly contested: number;
  };
  readonly "promise-broken": {
    readonly by: CalendarDate;
    readonly paymentsKnownOn: CalendarDate;
    /** Something has come in, and not enough. */
    readonly inPart: boolean;
    readonly amount: Money | null;
  };
  readonly "draft-waiting": { readonly on: CalendarDate; readonly step: string };
  /** It waits, and may no longer go as it was written. */
  readonly "draft-fallen": {
    readonly on: CalendarDate;
    readonly step: string;
    readonly why: DraftFallen["why"];
  };
  /** The last day on which we can still act; `days` to it, negative once it has passed. */
  readonly clock: {
    readonly kind: ClockKind;
    readonly lastOn: CalendarDate;
    readonly days: number;
  };
  /** A dispute that one of us was asked to answer; `owner` as typed. */
  readonly "dispute-to-answer": {
    readonly number: string;
    readonly amount: Money;
    readonly answerBy: CalendarDate | null;
    readonly owner: string | null;
  };
  readonly "exhibit-missing": { readonly on: CalendarDate; readonly count: number };

  readonly "reply-to-read": {
    readonly on: CalendarDate;
    readonly from: string | null;
    readonly words: string | null;
    readonly count: number;
  };
  /** Death or illness: why is nobody's business here. */
  readonly "sensitive-hold": None;
  /** `state` null: announced in a mail, nobody has recorded the facts yet. `on` null: the day of the judgment is unknown. */
  readonly insolvency: {
    readonly on: CalendarDate | null;
    readonly state: "safeguard" | "receivership" | "liquidation" | "over-indebtedness" | null;
  };
  /** Confidential: said to the user alone. */
  readonly conciliation: None;
  readonly "handed-over": {
    readonly to: string;
    readonly role: "lawyer" | "commissaire" | "agency";
    readonly on: CalendarDate;
  };
  readonly assigned: { readonly to: string; readonly on: CalendarDate };
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
  /** The debtor asked something of us. `asks` is the finer reason it was filed under; null: none was told. */
  readonly "answer-owed": {
    readonly on: CalendarDate;
    readonly asks: string | null;
    readonly count: number;
  };
  readonly "instalments-running": { readonly next: CalendarDate | null };
  readonly "instalment-missed": { readonly by: CalendarDate; readonly missing: Money };
  /** Missed, and the notice that would make the rest fall due runs to `until`. */
  readonly "instalments-noticed": { readonly until: CalendarDate; readonly missing: Money };
  readonly "instalments-accelerated": { readonly until: CalendarDate };
  readonly "instalment-unverified": {
    readonly by: CalendarDate;
    readonly paymentsKnownOn: CalendarDate | null;
  };
  readonly "promise-running": { readonly by: CalendarDate; readonly amount: Money | null };
  /** No date was given: it holds until the day Relance stops waiting. */
  readonly "promise-undated": { readonly on: CalendarDate; readonly waitUntil: CalendarDate };
  /** Whether its condition is met is asked; taken up again after `waitUntil`. `condition` as typed. */
  readonly "promise-conditional": {
    readonly on: CalendarDate;
    readonly by: CalendarDate | null;
    readonly amount: Money | null;
    readonly condition: string;
    readonly waitUntil: CalendarDate;
  };
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
  /** The plan chosen was taken away, or this version cannot read it. */
  readonly "plan-unknown": { readonly unreadable: boolean };
  readonly "tone-above-step": {
    readonly step: Step;
    readonly tone: Tone;
    readonly allowed: Tone;
  };
  readonly "approval-missing": {
    readonly step: Step;
    readonly state: "not-asked" | "asked" | "refused";
    /** Who asked, or refused. */
    readonly by: string | null;
  };
  /** `lastOn` null: it was never checked. */
  readonly "identity-unchecked": { readonly lastOn: CalendarDate | null; readonly days: number };
  /** `closed`: struck off or wound up, as the register says. */
  readonly "identity-differs": { readonly closed: boolean };
  readonly "exhibit-needed": { readonly step: Step; readonly codes: readonly MissingCode[] };
  readonly "rate-unknown": { readonly series: string; readonly halfYear: string };
  readonly "colleague-reminder": { readonly on: CalendarDate; readonly from: string | null };
  readonly "cap-reached": {
    readonly count: number;
    readonly days: number;
    readonly address: string;
  };
  /** `address`: by a mail to it about another account. */
  readonly "too-soon": { readonly lastOn: CalendarDate; readonly address?: string };
  readonly "non-working-day": { readonly next: CalendarDate };
  readonly "office-closed": { readonly until: CalendarDate; readonly reason: string };
  /** A promise beyond what the insurance lets the creditor grant: recorded all the same. */
  readonly "insurer-consent-needed": {
    readonly number: string;
    readonly by: CalendarDate;
    readonly lastOn: CalendarDate;
  };
  /** So little is left of a settled invoice that it is not chased. */
  readonly residue: { readonly number: string; readonly amount: Money };
  /** What is left is the discount of whoever paid in time. */
  readonly "discount-taken": { readonly number: string; readonly amount: Money };

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
  /** The portions of those invoices that it is of, by `portionKey`; null: all of them. */
  readonly portions: readonly string[] | null;
  /** `mail`: it stands in the way of a mail, not of a call or a letter on paper. */
  readonly only: "mail" | null;
};
export type Reason = { readonly [K in ReasonCode]: ReasonOf<K> }[ReasonCode];

type Where = {
  readonly entries?: readonly string[];
  readonly invoices?: readonly string[] | null;
  readonly portions?: readonly string[];
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
  portions: where.portions ?? null,
  only: where.only ?? null,
});

/** What a reason rests on, for its `entries`. */
export const hashesOf = (
  items: readonly { readonly entry: { readonly hash: string } }[],
): readonly string[] => items.map(({ entry }) => entry.hash);

/** Words for every reason: what locales provide, in whatever a sentence is. */
export type ReasonWords<S> = {
  readonly [K in ReasonCode]: (values: ReasonValues[K]) => S;
};

export const sayReason = <K extends ReasonCode, S>(words: ReasonWords<S>, reason: ReasonOf<K>): S =>
  words[reason.code](reason.values);
