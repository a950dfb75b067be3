import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState } from "./account.ts";
import { balanceOf, balancesOf } from "./balances.ts";
import {
  atMost,
  decided,
  invoicesStand,
  notBefore,
  notEnded,
  notFound,
  notInFuture,
  positiveOrWhole,
  somethingChanges,
  standingInvoice,
  textGiven,
} from "./checks.ts";
import type { DisputeCommand } from "./commands.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";

/** A part cannot be more than what is open; null is the whole of it. */
const partHolds = (
  state: AccountState,
  id: string,
  amount: number | null | undefined,
): ClaimRefusal | null => {
  const found = standingInvoice(state, id, null);
  if ("type" in found) return found;
  const { currency, number } = found.invoice;
  const open = balanceOf(balancesOf(state), id)?.open ?? 0;
  if (open === 0) return { type: "nothing-open", invoice: id, number };
  return (
    positiveOrWhole("amount", amount, currency) ?? atMost("amount", amount ?? 0, open, currency)
  );
};

type HoldFacts = {
  readonly on: CalendarDate;
  readonly until: CalendarDate | null;
  readonly invoices: readonly string[];
  readonly reason: string;
};

const holdHolds = (
  state: AccountState,
  hold: HoldFacts,
  today: CalendarDate,
): ClaimRefusal | null =>
  textGiven("reason", hold.reason) ??
  notInFuture("on", hold.on, today) ??
  notBefore("until", hold.until, hold.on) ??
  invoicesStand(state, hold.invoices, null);

const decideHold = (
  command: Extract<DisputeCommand, { readonly type: "place-hold" | "correct-hold" | "lift-hold" }>,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const fresh = idOfChance("hold", facts.chance);
  if (command.type === "place-hold") {
    const { type: _, ...data } = command;
    return decided([holdHolds(state, data, facts.today)], {
      type: "hold-placed",
      data: { hold: fresh, ...data },
    });
  }
  const { hold, on } = command;
  const there = state.holds.find((known) => known.hold === hold);
  if (there === undefined) return notFound("hold", hold);
  const standing = notEnded("hold", hold, there.liftedOn);
  if (command.type === "lift-hold")
    return decided([standing, notInFuture("on", on, facts.today), notBefore("on", on, there.on)], {
      type: "hold-lifted",
      data: { hold, on },
    });
  const { until, invoices, reason } = command;
  return decided(
    [standing, holdHolds(state, command, facts.today)],
    { type: "hold-lifted", data: { hold, on: facts.today } },
    { type: "hold-placed", data: { hold: fresh, on, until, invoices, reason } },
  );
};

/** Disputes, whole or part, and holds. */
export const decideDispute = (
  command: DisputeCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "open-dispute": {
      const { type: _, ...data } = command;
      return decided(
        [notInFuture("on", data.on, facts.today), partHolds(state, data.invoice, data.amount)],
        { type: "dispute-opened", data: { dispute: idOfChance("dispute", facts.chance), ...data } },
      );
    }
    case "correct-dispute":
    case "resolve-dispute": {
      const { dispute } = command;
      const there = state.disputes.find((known) => known.dispute === dispute);
      if (there === undefined) return notFound("dispute", dispute);
      const standing = notEnded("dispute", dispute, there.resolved);
      if (command.type === "correct-dispute") {
        const { changes } = command;
        return decided(
          [
            standing,
            somethingChanges("dispute", dispute, changes),
            changes.amount === undefined ? null : partHolds(state, there.invoice, changes.amount),
          ],
          { type: "dispute-corrected", data: { dispute, changes } },
        );
      }
      const { type: _, ...data } = command;
      return decided(
        [standing, notInFuture("on", data.on, facts.today), notBefore("on", data.on, there.on)],
        { type: "dispute-resolved", data },
      );
    }
    case "place-hold":
    case "correct-hold":
    case "lift-hold":
      return decideHold(command, state, facts);
    default:
      return unreachable(command);
  }
};
