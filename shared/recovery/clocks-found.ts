import type { InvoiceBalance } from "#shared/claims/balances.ts";
import type { Deadline } from "#shared/law/deadlines.ts";
import { DEADLINE_RULES } from "#shared/law/deadlines.ts";
import type { Period } from "#shared/law/periods.ts";
import type { ClockKind, ClockNeed } from "./clock-kinds.ts";
import type { ClockStep, FoundClock } from "./clocks.ts";

/** A deadline of law as a clock of some invoices; `period` where the user set one in place of the rule's own. */
export const clockOfDeadline = (
  kind: ClockKind,
  deadline: Deadline,
  invoices: readonly string[],
  needs: readonly ClockNeed[],
  done: boolean,
  period: Period = DEADLINE_RULES[deadline.id].period,
): FoundClock => {
  const { startOn, lastOn, actBy, rule, extended, id } = deadline;
  const { side, moves, startsWith } = DEADLINE_RULES[id];
  const why: ClockStep[] = [];
  if (startOn !== null) why.push({ type: "counted", on: startOn, from: startsWith, period });
  if (extended && lastOn !== null)
    why.push({ type: "moved", to: lastOn, by: moves === "procedure" ? "law" : "custom" });
  if (actBy !== null && actBy !== lastOn) why.push({ type: "before", on: actBy });
  return {
    kind,
    invoices,
    cited: rule,
    side,
    startOn,
    lastOn,
    actBy,
    needs: lastOn === null ? needs : [],
    done,
    why,
  };
};

/** Ids of what is open, of those named (all, where none is). */
export const openOf = (
  balances: { readonly invoices: readonly InvoiceBalance[] },
  named: readonly string[],
): readonly string[] =>
  balances.invoices
    .filter(
      ({ open, invoice }) => open > 0 && (named.length === 0 || named.includes(invoice.invoice)),
    )
    .map(({ invoice }) => invoice.invoice);
