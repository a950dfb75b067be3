import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfChance, idOfFacts } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState, Payment } from "./account.ts";
import { allocationsFit, defaultCreditAllocations } from "./allocation.ts";
import { balanceOf, balancesOf } from "./balances.ts";
import {
  atMost,
  decided,
  invoicesStand,
  notBefore,
  notEnded,
  notFound,
  notInFuture,
  positive,
  somethingChanges,
  standingInvoice,
  textGiven,
} from "./checks.ts";
import { notReversed } from "./decide-payment.ts";
import { evolveAccount } from "./evolve.ts";
import type { AccountEvent, CreditAllocation } from "./events.ts";
import type { MoneyFileCommand } from "./file-commands.ts";
import { fileOf } from "./file.ts";
import type { SensitiveHold, SetOff } from "./file.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";
import { sameFacts } from "./same.ts";
import { takenFrom } from "./taken.ts";

type Command<K extends MoneyFileCommand["type"]> = Extract<MoneyFileCommand, { readonly type: K }>;

const claimSetOff = (
  command: Command<"claim-set-off">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  return decided(
    [
      positive("amount", data.amount, data.currency),
      notInFuture("on", data.on, facts.today),
      invoicesStand(state, data.invoices, data.currency),
    ],
    { type: "set-off-claimed", data: { setOff: idOfChance("set-off", facts.chance), ...data } },
  );
};

/** No more than is open on each invoice: a set-off settles, it never makes a credit. */
const atMostOpen = (
  state: AccountState,
  allocations: readonly CreditAllocation[],
): ClaimRefusal | null => {
  const balances = balancesOf(state);
  const sums = new Map<string, number>();
  for (const { invoice, amount } of allocations)
    sums.set(invoice, (sums.get(invoice) ?? 0) + amount);
  for (const [invoice, sum] of sums) {
    const balance = balanceOf(balances, invoice);
    if (balance === null) continue;
    const wrong = atMost("allocations", sum, balance.open, balance.currency);
    if (wrong !== null) return wrong;
  }
  return null;
};

const stillClaimed = ({ setOff, agreed, refused }: SetOff): ClaimRefusal | null =>
  notEnded("set-off", setOff, agreed ?? refused);

const answerSetOff = (
  command: Command<"agree-set-off" | "refuse-set-off">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { setOff, on } = command;
  const there = fileOf(state).setOffs.find((known) => known.setOff === setOff);
  if (there === undefined) return notFound("set-off", setOff);
  const timely =
    stillClaimed(there) ?? notInFuture("on", on, facts.today) ?? notBefore("on", on, there.on);
  if (command.type === "refuse-set-off")
    return decided([timely, textGiven("reason", command.reason)], {
      type: "set-off-refused",
      data: { setOff, on, reason: command.reason },
    });
  const allocations = [
    ...(command.allocations ?? defaultCreditAllocations(balancesOf(state), there, there.invoices)),
  ];
  const sum = allocations.reduce((before, { amount }) => before + amount, 0);
  return decided(
    [
      timely,
      positive("allocations", sum, there.currency),
      allocationsFit(state, there, allocations),
      atMostOpen(state, allocations),
    ],
    { type: "set-off-agreed", data: { setOff, on, allocations } },
  );
};

const writeOff = (
  command: Command<"write-off-invoice">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...said } = command;
  const { invoice: id, on } = said;
  const found = standingInvoice(state, id, null);
  if ("type" in found) return decided([found]);
  const { currency, number, issuedOn } = found.invoice;
  const open = balanceOf(balancesOf(state), id)?.open ?? 0;
  const amount = said.amount ?? open;
  return decided(
    [
      open === 0 ? { type: "nothing-open", invoice: id, number } : null,
      positive("amount", amount, currency),
      atMost("amount", amount, open, currency),
      notInFuture("on", on, facts.today),
      on < issuedOn ? { type: "date-before-issue", field: "on", date: on, issuedOn } : null,
    ],
    {
      type: "invoice-written-off",
      data: { writeOff: idOfChance("write-off", facts.chance), ...said, amount },
    },
  );
};

const takeBackWriteOff = (
  command: Command<"take-back-write-off">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const there = fileOf(state).writeOffs.find((known) => known.writeOff === data.writeOff);
  if (there === undefined) return notFound("write-off", data.writeOff);
  return decided(
    [
      notEnded("write-off", data.writeOff, there.takenBack),
      textGiven("reason", data.reason),
      notInFuture("on", data.on, facts.today),
      notBefore("on", data.on, there.on),
    ],
    { type: "write-off-taken-back", data },
  );
};

const offerDiscount = (command: Command<"offer-discount">, state: AccountState): Decision => {
  const { type: _, ...data } = command;
  const found = standingInvoice(state, data.invoice, null);
  if ("type" in found) return decided([found]);
  const { currency, total, issuedOn } = found.invoice;
  const there = fileOf(state).discounts.find((known) => known.invoice === data.invoice);
  const same = there !== undefined && sameFacts(there, data);
  return decided(
    [
      positive("amount", data.amount, currency),
      atMost("amount", data.amount, total - 1, currency),
      notBefore("until", data.until, issuedOn),
      same ? somethingChanges("invoice", data.invoice, {}) : null,
    ],
    { type: "discount-offered", data },
  );
};

/** A refund that the debtor asked of his bank contests what he had paid, until he says why. */
const disputesOf = (
  { payment, allocations, amount, currency }: Payment,
  { on, code, note }: Command<"return-payment">,
  returned: AccountState,
): readonly AccountEvent[] => {
  const balances = balancesOf(returned);
  const back = new Map<string, number>();
  for (const { allocation, taken } of takenFrom(amount, allocations)) {
    const balance = balanceOf(balances, allocation.invoice);
    if (allocation.to !== "principal" || balance?.currency !== currency) continue;
    const before = back.get(allocation.invoice) ?? 0;
    back.set(allocation.invoice, Math.min(balance.open, before + taken));
  }
  return [...back]
    .filter(([, contested]) => contested > 0)
    .map(([invoice, contested]) => ({
      type: "dispute-opened",
      data: {
        dispute: idOfFacts("dispute", ["returned", payment, invoice]),
        on,
        invoice,
        amount: contested,
        reason: "other",
        mustAct: "them",
        note: note ?? code,
        exchange: null,
        quote: null,
      },
    }));
};

const holdOfDeath = (payment: string, on: CalendarDate, note: string | null): AccountEvent => ({
  type: "sensitive-hold-placed",
  data: { hold: idOfFacts("sensitive-hold", ["returned", payment]), on, reason: "death", note },
});

const isOn = ({ liftedOn }: SensitiveHold): boolean => liftedOn === null;

const returnPayment = (
  command: Command<"return-payment">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const there = state.payments.find((known) => known.payment === data.payment);
  if (there === undefined) return notFound("payment", data.payment);
  const event: AccountEvent = { type: "payment-returned", data };
  const returned = evolveAccount(state, event, { hash: "", at: "", by: "" });
  const more =
    data.why === "refund-asked"
      ? disputesOf(there, command, returned)
      : data.why === "deceased" && !fileOf(state).sensitiveHolds.some(isOn)
        ? [holdOfDeath(there.payment, data.on, data.note)]
        : [];
  return decided(
    [
      notReversed(there),
      notInFuture("on", data.on, facts.today),
      notBefore("on", data.on, there.on),
    ],
    event,
    ...more,
  );
};

/** Set-offs, write-offs, discounts, and payments that the bank took back. */
export const decideMoneyFile = (
  command: MoneyFileCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "claim-set-off":
      return claimSetOff(command, state, facts);
    case "agree-set-off":
    case "refuse-set-off":
      return answerSetOff(command, state, facts);
    case "write-off-invoice":
      return writeOff(command, state, facts);
    case "take-back-write-off":
      return takeBackWriteOff(command, state, facts);
    case "offer-discount":
      return offerDiscount(command, state);
    case "return-payment":
      return returnPayment(command, state, facts);
    default:
      return unreachable(command);
  }
};
