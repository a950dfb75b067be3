import type { AccountState, Exchange } from "#shared/claims/account.ts";
import type { AccountBalances, InvoiceBalance } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import { takenFrom } from "#shared/claims/taken.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { earliest } from "#shared/kernel/calendar.ts";
import { compareText } from "#shared/kernel/text.ts";
import { withAcknowledgement } from "#shared/law/limitation.ts";
import type { Cited } from "#shared/law/marks.ts";
import { limitationInput } from "./clocks-limitation.ts";
import type { RecoveryContext } from "./context.ts";

export const ACKNOWLEDGEMENT_KINDS = [
  "promise",
  "request-for-time",
  "instalments",
  "part-payment",
] as const;
export type AcknowledgementKind = (typeof ACKNOWLEDGEMENT_KINDS)[number];

/**
 * What the debtor wrote or paid, and what it would do to the last day to sue if it counts: the user judges. The last
 * days are the earliest of its invoices; null where no rule is known.
 */
export type PossibleAcknowledgement = {
  readonly on: CalendarDate;
  readonly kind: AcknowledgementKind;
  /** The exchange or payment it rests on; of a promise or plan without one, its own id. */
  readonly rests: string;
  readonly invoices: readonly string[];
  readonly lastDayBefore: CalendarDate | null;
  readonly lastDayAfter: CalendarDate | null;
  readonly cited: Cited;
};

type Fact = Pick<PossibleAcknowledgement, "on" | "kind" | "rests" | "invoices">;

const WRITTEN: readonly Exchange["kind"][] = ["mail", "letter"];

const asksForTime = ({ kind, direction, tagged }: Exchange): boolean =>
  WRITTEN.includes(kind) &&
  direction === "in" &&
  tagged !== null &&
  (tagged.tag === "instalments" || tagged.also.includes("instalments"));

/** Oldest first. Facts that rest on the same mail are one; empty `invoices`: all that stood on that day. */
const factsOf = (state: AccountState): readonly Fact[] => {
  const facts = new Map<string, Fact>();
  const add = (fact: Fact): void => {
    if (!facts.has(fact.rests)) facts.set(fact.rests, fact);
  };
  for (const { promise, on, channel, exchange, invoices, withdrawn } of state.promises) {
    if (withdrawn === null && WRITTEN.includes(channel))
      add({ on, kind: "promise", rests: exchange ?? promise, invoices });
  }
  for (const { instalments, on, exchange, invoices } of state.instalments)
    add({ on, kind: "instalments", rests: exchange ?? instalments, invoices });
  for (const exchange of state.exchanges) {
    if (!asksForTime(exchange)) continue;
    const { on, invoices } = exchange;
    add({ on, kind: "request-for-time", rests: exchange.exchange, invoices });
  }
  for (const payment of state.payments) {
    if (payment.reversed !== null) continue;
    const invoices = takenFrom(payment.amount, payment.allocations)
      .filter(({ allocation, taken }) => taken > 0 && allocation.to === "principal")
      .map(({ allocation }) => allocation.invoice);
    if (invoices.length > 0)
      add({ on: payment.on, kind: "part-payment", rests: payment.payment, invoices });
  }
  return [...facts.values()].sort((a, b) => compareText(a.on, b.on));
};

const coveredBy = ({ invoices, on }: Fact, open: readonly InvoiceBalance[]): typeof open =>
  open.filter(({ invoice }) =>
    invoices.length > 0 ? invoices.includes(invoice.invoice) : invoice.issuedOn <= on,
  );

/**
 * Written promises, requests for time and part payments of what is still open, which may be an acknowledgement of the
 * debt (C. civ. 2240); one on which a recorded interruption rests has been judged, and is not named again. A later day
 * alone is worth a word: what changes nothing, or is of a law that is not held, is left out.
 */
export const possibleAcknowledgements = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
): readonly PossibleAcknowledgement[] => {
  const { debtor } = state;
  const open = balances.invoices.filter((balance) => balance.open > 0);
  if (debtor === null || open.length === 0) return [];
  const file = fileOf(state);
  const judged = new Set(file.interruptions.map(({ rests }) => rests));
  const out: PossibleAcknowledgement[] = [];
  for (const fact of factsOf(state)) {
    const covered = judged.has(fact.rests) ? [] : coveredBy(fact, open);
    const [first] = covered;
    if (first === undefined) continue;
    const both = covered.map((balance) =>
      withAcknowledgement(
        limitationInput(balance, debtor.kind, file, context),
        fact.on,
        fact.kind === "part-payment" ? "part-payment" : "acknowledgement",
      ),
    );
    const [before, after] = (["before", "after"] as const).map((side) =>
      earliest(both.map((one) => one[side].lastOn)),
    );
    if (before === after) continue;
    out.push({
      ...fact,
      invoices: covered.map(({ invoice }) => invoice.invoice),
      lastDayBefore: before ?? null,
      lastDayAfter: after ?? null,
      cited: both[0]?.cited ?? { text: "C. civ. 2240", mark: "verified" },
    });
  }
  return out;
};
