import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { answersOwed } from "./answers-owed.ts";
import { CLOCK_DAYS } from "./clock-kinds.ts";
import { pressingClocksOf } from "./clocks.ts";
import type { RecoveryContext } from "./context.ts";
import { sensitive } from "./gates-law.ts";
import { repliesToRead, toReadReason } from "./gates.ts";
import type { AccountPlan } from "./proposal.ts";
import { reasonOf } from "./reasons.ts";
import type { ReasonOf } from "./reasons.ts";
import { standingStill } from "./standing-still.ts";
import { accountAmounts, moneyBy } from "./today-amounts.ts";
import type { RowFacts } from "./today-row.ts";

/** The deadline of ours that presses most; one put off past its day is shown all the same. */
export const clockRow = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
): RowFacts | null => {
  const until = state.putOff?.until ?? null;
  const putOff = until !== null && until > context.today;
  for (const { kind, invoices, actBy, lastOn, daysLeft } of pressingClocksOf(
    state,
    balances,
    context,
  )) {
    const by = actBy ?? lastOn;
    if (by === null || daysLeft === null || (putOff && until <= by)) continue;
    const sums = new Map<Currency, number>();
    for (const { invoice, currency, open } of balances.invoices)
      if (invoices.includes(invoice.invoice)) sums.set(currency, (sums.get(currency) ?? 0) + open);
    return {
      word: "clock",
      amounts: moneyBy(sums),
      reason: reasonOf("clock", "says", { kind, lastOn: by, days: daysLeft }, { invoices }),
      action: { type: "open-account" },
      weight: CLOCK_DAYS - daysLeft,
    };
  }
  return null;
};

/** Announced in a mail and recorded by nobody: the time to declare the claim may run already. */
export const proceedingsRow = (plan: AccountPlan): RowFacts | null => {
  const reason = plan.gates.find(
    (gate): gate is ReasonOf<"insolvency"> => gate.code === "insolvency",
  );
  if (reason === undefined || reason.values.state !== null) return null;
  return {
    word: "clock",
    amounts: accountAmounts(plan),
    reason,
    action: { type: "record-insolvency" },
    weight: 0,
  };
};

export const toReadRow = (
  state: AccountState,
  plan: AccountPlan,
  today: CalendarDate,
): RowFacts | null => {
  // Where something is open a gate has looked for them already.
  const none = plan.portions.length > 0 && !plan.gates.some(({ code }) => code === "reply-to-read");
  const replies = none ? [] : repliesToRead(state);
  const [first] = replies;
  const reason = toReadReason(replies, !sensitive(state));
  if (first === undefined || reason === null) return null;
  return {
    word: "to-read",
    amounts: accountAmounts(plan),
    reason,
    action: { type: "read", exchange: first.exchange },
    weight: daysBetween(first.on, today),
  };
};

/** What the debtor asked of us: ours to answer before anything is asked of him again. */
export const answerRow = (
  state: AccountState,
  plan: AccountPlan,
  today: CalendarDate,
): RowFacts | null => {
  const reason = standingStill(plan.gates);
  if (reason?.code !== "answer-owed") return null;
  return {
    word: "blocked",
    amounts: accountAmounts(plan),
    reason,
    action: {
      type: "answer-mails",
      exchanges: answersOwed(state).map(({ exchange }) => exchange),
    },
    weight: daysBetween(reason.values.on, today),
  };
};

/** It says that it has paid, and payments are not known as far as that. */
export const checkRow = (plan: AccountPlan, today: CalendarDate): RowFacts | null => {
  const still = standingStill(plan.gates);
  if (still !== null && still.code !== "answer-owed") return null;
  const reason = plan.gates.find(
    (gate): gate is ReasonOf<"payment-claimed"> => gate.code === "payment-claimed",
  );
  if (reason === undefined) return null;
  return {
    word: "check",
    amounts: accountAmounts(plan),
    reason,
    action: { type: "check-payment" },
    weight: daysBetween(reason.values.on, today),
  };
};

/** What was promised an answer by a day stands before what was not. */
const DATED_FIRST = 1_000;

/** A dispute that waits for us, the one whose answer is due first; for whoever among us it was entrusted to. */
export const blockedRow = (
  state: AccountState,
  plan: AccountPlan,
  today: CalendarDate,
): RowFacts | null => {
  const entrusted = fileOf(state).disputesEntrusted;
  let first: RowFacts | null = null;
  for (const gate of plan.gates) {
    if (gate.code !== "dispute" || gate.values.mustAct !== "us") continue;
    const dispute = state.disputes.find(({ entry }) => gate.entries.includes(entry.hash));
    if (dispute === undefined) continue;
    const to = entrusted.find((one) => one.dispute === dispute.dispute);
    const { number, amount, on } = gate.values;
    const owner = to?.owner ?? null;
    const answerBy = to?.answerBy ?? null;
    const row: RowFacts = {
      word: "blocked",
      amounts: [amount],
      reason:
        answerBy === null && owner === null
          ? gate
          : reasonOf(
              "dispute-to-answer",
              "says",
              { number, amount, answerBy, owner },
              { entries: gate.entries, invoices: gate.invoices },
            ),
      action:
        dispute.resolved === null
          ? { type: "answer-dispute", dispute: dispute.dispute }
          : { type: "open-account" },
      weight:
        answerBy === null ? daysBetween(on, today) : DATED_FIRST + daysBetween(answerBy, today),
      ...(owner === null ? {} : { owner }),
    };
    if (first === null || row.weight > first.weight) first = row;
  }
  return first;
};

/** What a formal step that is near waits for, where no mail is missing: an exhibit, or a look into the register. */
export const formalNeedRow = (plan: AccountPlan): RowFacts | null => {
  const gate = plan.gates.find(
    ({ code, effect }) =>
      effect === "forbid-formal" && (code === "exhibit-needed" || code === "identity-unchecked"),
  );
  if (gate === undefined) return null;
  return {
    word: "exhibit",
    amounts: accountAmounts(plan),
    reason: gate,
    action: { type: "open-account" },
    weight: 0,
  };
};
