import { latest } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { AccountState } from "./account.ts";
import { balanceOf, balancesOf } from "./balances.ts";
import {
  decided,
  invoicesStand,
  notBefore,
  notEnded,
  notFound,
  notInFuture,
  positive,
  positiveOrWhole,
  somethingChanges,
  textGiven,
} from "./checks.ts";
import type { PromiseCommand } from "./commands.ts";
import { insurerConsentNeeded } from "./insurance.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";
import { withChanges } from "./same.ts";

type Promised = {
  readonly on: CalendarDate;
  readonly by: CalendarDate | null;
  readonly amount: number | null;
  readonly currency: Currency;
  readonly invoices: readonly string[];
};

const promiseHolds = (state: AccountState, promised: Promised): ClaimRefusal | null =>
  positiveOrWhole("amount", promised.amount, promised.currency) ??
  notBefore("by", promised.by, promised.on) ??
  invoicesStand(state, promised.invoices, promised.currency);

/**
 * A later date than the insurance lets the creditor grant needs the insurer's agreement, logged before. A debtor's promise
 * is a fact and is recorded whatever the policy says: a gate names it.
 */
const insurerAgrees = (
  state: AccountState,
  invoices: readonly string[],
  by: CalendarDate | null,
  agreedOn: CalendarDate,
): ClaimRefusal | null => {
  const needed = by === null ? null : insurerConsentNeeded(state, invoices, by, agreedOn);
  if (needed === null) return null;
  const { invoice, lastOn } = needed;
  const number = state.invoices.find((known) => known.invoice === invoice)?.number ?? "";
  return { type: "insurer-consent-missing", invoice, number, lastOn };
};

const somethingOpen = (state: AccountState, invoices: readonly string[]): ClaimRefusal | null => {
  const balances = balancesOf(state);
  const named = invoices.flatMap((id) => balanceOf(balances, id) ?? []);
  const [first] = named;
  return first !== undefined && named.every(({ open }) => open === 0)
    ? { type: "nothing-open", invoice: first.invoice.invoice, number: first.invoice.number }
    : null;
};

type Agreed = {
  readonly on: CalendarDate;
  readonly currency: Currency;
  readonly invoices: readonly string[];
  readonly parts: readonly { readonly by: CalendarDate; readonly amount: number }[];
};

const agreementHolds = (
  state: AccountState,
  agreed: Agreed,
  today: CalendarDate,
): ClaimRefusal | null => {
  if (agreed.parts.length < 2) return { type: "instalments-too-few", parts: agreed.parts.length };
  for (const [index, { by, amount }] of agreed.parts.entries()) {
    const field = `parts.${String(index)}`;
    const earliest = agreed.parts[index - 1]?.by ?? agreed.on;
    const refusal =
      positive(`${field}.amount`, amount, agreed.currency) ??
      notBefore(`${field}.by`, by, earliest);
    if (refusal !== null) return refusal;
  }
  return (
    notInFuture("on", agreed.on, today) ??
    invoicesStand(state, agreed.invoices, agreed.currency) ??
    insurerAgrees(state, agreed.invoices, latest(agreed.parts.map(({ by }) => by)), agreed.on)
  );
};

const decideInstalments = (
  command: Extract<
    PromiseCommand,
    { readonly type: "agree-instalments" | "correct-instalments" | "end-instalments" }
  >,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const fresh = idOfChance("instalments", facts.chance);
  if (command.type === "agree-instalments") {
    const { type: _, ...data } = command;
    return decided([agreementHolds(state, data, facts.today)], {
      type: "instalments-agreed",
      data: { instalments: fresh, ...data },
    });
  }
  const { instalments, reason } = command;
  const there = state.instalments.find((plan) => plan.instalments === instalments);
  if (there === undefined) return notFound("instalments", instalments);
  const wrong = notEnded("instalments", instalments, there.ended) ?? textGiven("reason", reason);
  if (command.type === "end-instalments")
    return decided(
      [wrong, notInFuture("on", command.on, facts.today), notBefore("on", command.on, there.on)],
      { type: "instalments-ended", data: { instalments, on: command.on, reason } },
    );
  const { on, currency, invoices, parts, exchange } = command;
  return decided(
    [wrong, agreementHolds(state, command, facts.today)],
    { type: "instalments-ended", data: { instalments, on: facts.today, reason } },
    {
      type: "instalments-agreed",
      data: { instalments: fresh, on, currency, invoices, parts, exchange },
    },
  );
};

/** Promises to pay, and agreements on instalments. */
export const decidePromise = (
  command: PromiseCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "make-promise": {
      const { type: _, ...data } = command;
      return decided(
        [
          notInFuture("on", data.on, facts.today),
          promiseHolds(state, data),
          somethingOpen(state, data.invoices),
        ],
        { type: "promise-made", data: { promise: idOfChance("promise", facts.chance), ...data } },
      );
    }
    case "correct-promise":
    case "withdraw-promise": {
      const { promise } = command;
      const there = state.promises.find((known) => known.promise === promise);
      if (there === undefined) return notFound("promise", promise);
      const standing = notEnded("promise", promise, there.withdrawn);
      if (command.type === "correct-promise")
        return decided(
          [
            standing,
            somethingChanges("promise", promise, command.changes),
            promiseHolds(state, withChanges<Promised>(there, command.changes)),
          ],
          { type: "promise-corrected", data: { promise, changes: command.changes } },
        );
      return decided(
        [
          standing,
          textGiven("reason", command.reason),
          notInFuture("on", command.on, facts.today),
          notBefore("on", command.on, there.on),
        ],
        {
          type: "promise-withdrawn",
          data: { promise, on: command.on, reason: command.reason },
        },
      );
    }
    case "agree-instalments":
    case "correct-instalments":
    case "end-instalments":
      return decideInstalments(command, state, facts);
    default:
      return unreachable(command);
  }
};
