import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { DisputeReason } from "#shared/kernel/parties.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { ClockKey } from "./clock-row-words.ts";
import type { GateSentences } from "./gate-words.ts";
import type { Sentence } from "./locale.ts";

/** How much of a debtor's words one line quotes. */
const QUOTE_CHARS_MAX = 90;
/** A note or a name typed by the user, in a sentence. */
const NOTE_CHARS_MAX = 120;

type StepKey =
  | "courtesy"
  | "due"
  | "reminder-1"
  | "reminder-2"
  | "call"
  | "letter"
  | "formal-notice"
  | "last-notice"
  | "legal";

type Of<V> = (values: V) => Sentence;
type Nothing = Readonly<Record<string, never>>;
type Day = CalendarDate;

/** Every reason's words, by its code; the values are those that recovery gives. */
type ReasonSentences = GateSentences & {
  readonly "step-due": Of<{ step: StepKey; days: number; invoices: number }>;
  readonly "group-step-due": Of<{ step: StepKey; days: number; contested: number }>;
  readonly "promise-broken": Of<{
    by: Day;
    paymentsKnownOn: Day;
    inPart: boolean;
    amount: Money | null;
  }>;
  readonly "draft-waiting": Of<{ on: Day; step: string }>;
  readonly "draft-fallen": Of<{
    on: Day;
    step: string;
    why: "contact" | "paid" | "held" | "disputed" | "money";
  }>;
  readonly clock: Of<{ kind: ClockKey; lastOn: Day; days: number }>;
  readonly "dispute-to-answer": Of<{
    number: string;
    amount: Money;
    answerBy: Day | null;
    owner: string | null;
  }>;
  readonly "exhibit-missing": Of<{ on: Day; count: number }>;
  readonly "reply-to-read": Of<{
    on: Day;
    from: string | null;
    words: string | null;
    count: number;
  }>;
  readonly hold: Of<{ until: Day | null; reason: string; invoices: number }>;
  readonly dispute: Of<{
    number: string;
    amount: Money;
    reason: DisputeReason;
    mustAct: "us" | "them";
    on: Day;
  }>;
  readonly "answer-owed": Of<{ on: Day; asks: string | null; count: number }>;
  readonly "instalments-running": Of<{ next: Day | null }>;
  readonly "instalment-missed": Of<{ by: Day; missing: Money }>;
  readonly "instalment-unverified": Of<{ by: Day; paymentsKnownOn: Day | null }>;
  readonly "promise-running": Of<{ by: Day; amount: Money | null }>;
  readonly "promise-undated": Of<{ on: Day; waitUntil: Day }>;
  readonly "promise-conditional": Of<{
    on: Day;
    by: Day | null;
    amount: Money | null;
    condition: string;
    waitUntil: Day;
  }>;
  readonly "promise-unverified": Of<{
    by: Day;
    amount: Money | null;
    paymentsKnownOn: Day | null;
  }>;
  readonly "out-of-office": Of<{ back: Day }>;
  readonly "contact-bounced": Of<{ address: string; on: Day }>;
  readonly "contact-left": Of<{ address: string; on: Day }>;
  readonly "no-contact-address": Of<Nothing>;
  readonly "payment-claimed": Of<{ on: Day; paymentsKnownOn: Day | null }>;
  readonly "payments-stale": Of<{ asOf: Day; limit: number }>;
  readonly "payments-never-known": Of<Nothing>;
  readonly "answers-not-looked-at": Of<{ lastStepOn: Day; lastLookOn: Day | null }>;
  readonly discrepancy: Of<{ count: number }>;
  readonly "unknown-entry": Of<{ count: number }>;
  readonly "unknown-kind": Of<Nothing>;
  readonly "too-soon": Of<{ lastOn: Day; address?: string }>;
  readonly "non-working-day": Of<{ next: Day }>;
  readonly "put-off": Of<{ until: Day; reason: string }>;
  readonly "step-to-come": Of<{ step: StepKey; on: Day }>;
  readonly "step-without-date": Of<{ step: StepKey }>;
  readonly "all-contested": Of<Nothing>;
  readonly "no-due-date": Of<Nothing>;
  readonly "road-ended": Of<Nothing>;
  readonly "nothing-open": Of<Nothing>;
};

type RowKey =
  | "clock"
  | "to-read"
  | "broken"
  | "promise"
  | "check"
  | "draft"
  | "blocked"
  | "reminder"
  | "call"
  | "exhibit";

export type RecoveryWords = {
  readonly steps: Readonly<Record<StepKey, string>>;
  readonly tones: Readonly<Record<"courteous" | "neutral" | "firm" | "formal", string>>;
  readonly rows: Readonly<Record<RowKey, string>>;
  readonly chips: Readonly<
    Record<"clocks" | "to-read" | "promises" | "reminders" | "calls", string>
  >;
  readonly effects: Readonly<
    Record<"forbid" | "forbid-higher" | "forbid-formal" | "warn" | "says", string>
  >;
  readonly ages: Readonly<
    Record<
      "not-due" | "1-30" | "31-60" | "61-90" | "over-90" | "contested" | "credit" | "total",
      string
    >
  >;
  readonly dated: Readonly<
    Record<
      "due-date" | "step" | "promise" | "instalment" | "hold-end" | "put-off" | "clock",
      string
    >
  >;
  readonly disputes: Readonly<Record<DisputeReason, string>>;
  readonly reasons: ReasonSentences;
  /** In a row that is headed "to read": the words alone. */
  readonly replyInRow: (words: string, count: number) => Sentence;
  /** Said beside working days where only weekends are known. */
  readonly weekendsOnly: string;
};

export const typed = (text: string): Shown => foreign(text, NOTE_CHARS_MAX);
export const quoted = (text: string): Shown => foreign(text.trim(), QUOTE_CHARS_MAX);

/** A step of a later version is shown by its key. */
export const knownStep = (
  steps: RecoveryWords["steps"],
  key: string,
  /** What a draft may be instead of a step. */
  others: Readonly<Record<string, Own>> = {},
): Shown => {
  const other = Object.entries(others).find(([kind]) => kind === key);
  if (other !== undefined) return own(other[1].own.toLowerCase());
  const entry = Object.entries(steps).find(([step]) => step === key);
  return entry === undefined ? typed(key) : own(entry[1]);
};
