import { idOfChance } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState, Payment } from "./account.ts";
import { allocationsFit, assignedApart, defaultAllocations } from "./allocation.ts";
import { balanceOf, balancesOf } from "./balances.ts";
import {
  atMost,
  decided,
  invoicesStand,
  notBefore,
  notFound,
  notInFuture,
  positive,
  shownMoney,
  standingInvoice,
  textGiven,
} from "./checks.ts";
import type { PaymentCommand } from "./commands.ts";
import { evolveAccount } from "./evolve.ts";
import { paymentIdOf } from "./ids.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";
import type { AccountEvent } from "./events.ts";

type Command<K extends PaymentCommand["type"]> = Extract<PaymentCommand, { readonly type: K }>;

const isFree = (state: AccountState, payment: string): ClaimRefusal | null => {
  const there = state.payments.find((known) => known.payment === payment);
  return there === undefined
    ? null
    : {
        type: "payment-taken",
        payment,
        amount: shownMoney(there.amount, there.currency),
        on: there.on,
      };
};

const recordPayment = (
  command: Command<"record-payment">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { on, currency, amount, reference, payer, source, rank, named } = command;
  const money = { amount, currency };
  const wrong =
    positive("amount", amount, currency) ??
    notInFuture("on", on, facts.today) ??
    invoicesStand(state, named, currency);
  if (wrong !== null) return decided([wrong]);
  const payment = paymentIdOf(facts.ledger, { on, amount, currency, reference, payer, rank });
  const allocations = [
    ...(command.allocations ?? defaultAllocations(balancesOf(state), money, named, state)),
  ];
  return decided(
    [
      isFree(state, payment),
      allocationsFit(state, money, allocations),
      assignedApart(state, allocations),
    ],
    {
      type: "payment-recorded",
      data: { payment, on, currency, amount, allocations, reference, source },
    },
  );
};

/** The account as it would be without that payment: what the right one is set against. */
const without = (state: AccountState, reversal: AccountEvent): AccountState =>
  evolveAccount(state, reversal, { hash: "", at: "", by: "" });

const correctPayment = (
  command: Command<"correct-payment">,
  there: Payment,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { on, currency, amount, reference, payer, reason } = command;
  const reversal = {
    type: "payment-reversed",
    data: { payment: there.payment, on: facts.today, reason },
  } as const;
  const known = new Set(state.payments.map((payment) => payment.payment));
  let rank = 0;
  let payment = there.payment;
  while (known.has(payment)) {
    payment = paymentIdOf(facts.ledger, { on, amount, currency, reference, payer, rank });
    rank += 1;
  }
  const money = { amount, currency };
  const wrong =
    notReversed(there) ??
    textGiven("reason", reason) ??
    positive("amount", amount, currency) ??
    notInFuture("on", on, facts.today);
  if (wrong !== null) return decided([wrong]);
  const before = without(state, reversal);
  const allocations = [
    ...(command.allocations ??
      defaultAllocations(
        balancesOf(before),
        money,
        there.currency === currency ? there.allocations.map((part) => part.invoice) : [],
        before,
      )),
  ];
  return decided(
    [allocationsFit(before, money, allocations), assignedApart(before, allocations)],
    reversal,
    {
      type: "payment-recorded",
      data: { payment, on, currency, amount, allocations, reference, source: "hand" },
    },
  );
};

export const notReversed = ({ payment, reversed }: Payment): ClaimRefusal | null =>
  reversed === null ? null : { type: "already-reversed", payment, on: reversed.on };

const claimCharge = (
  command: Command<"claim-charge">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { kind, invoice: id, amount, on } = command;
  const found = standingInvoice(state, id, null);
  if ("type" in found) return decided([found]);
  const { currency, issuedOn } = found.invoice;
  return decided(
    [
      positive("amount", amount, currency),
      notInFuture("on", on, facts.today),
      on < issuedOn ? { type: "date-before-issue", field: "on", date: on, issuedOn } : null,
    ],
    {
      type: "charge-claimed",
      data: { charge: idOfChance("charge", facts.chance), kind, invoice: id, currency, amount, on },
    },
  );
};

const waiveCharge = (
  command: Command<"waive-charge">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const charge = state.charges.find((known) => known.charge === command.charge);
  if (charge === undefined) return notFound("charge", command.charge);
  const waived = charge.waived.reduce((sum, waiver) => sum + waiver.amount, 0);
  const balance = balanceOf(balancesOf(state), charge.invoice);
  const open = balance === null ? 0 : balance[charge.kind].open;
  const left = Math.min(charge.amount - waived, open);
  const amount = command.amount ?? left;
  const ended: ClaimRefusal | null =
    left <= 0 ? { type: "already-ended", kind: "charge", id: charge.charge } : null;
  return decided(
    [
      ended,
      positive("amount", amount, charge.currency),
      atMost("amount", amount, left, charge.currency),
      textGiven("reason", command.reason),
      notInFuture("on", command.on, facts.today),
      notBefore("on", command.on, charge.on),
    ],
    {
      type: "charge-waived",
      data: { charge: charge.charge, amount, on: command.on, reason: command.reason },
    },
  );
};

/** Money in, and interest and compensation asked. Paying more than is owed is no fault: it is a credit. */
export const decidePayment = (
  command: PaymentCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "record-payment":
      return recordPayment(command, state, facts);
    case "claim-charge":
      return claimCharge(command, state, facts);
    case "waive-charge":
      return waiveCharge(command, state, facts);
    case "allocate-payment":
    case "correct-payment":
    case "reverse-payment": {
      const there = state.payments.find((known) => known.payment === command.payment);
      if (there === undefined) return notFound("payment", command.payment);
      if (command.type === "correct-payment") return correctPayment(command, there, state, facts);
      if (command.type === "allocate-payment")
        return decided(
          [
            notReversed(there),
            allocationsFit(state, there, command.allocations),
            assignedApart(state, command.allocations),
          ],
          {
            type: "payment-allocated",
            data: { payment: there.payment, allocations: command.allocations },
          },
        );
      return decided(
        [
          notReversed(there),
          textGiven("reason", command.reason),
          notInFuture("on", command.on, facts.today),
          notBefore("on", command.on, there.on),
        ],
        {
          type: "payment-reversed",
          data: { payment: there.payment, on: command.on, reason: command.reason },
        },
      );
    }
    default:
      return unreachable(command);
  }
};
