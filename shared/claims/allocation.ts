import type { Currency } from "#shared/kernel/money.ts";
import type { AccountState } from "./account.ts";
import { assignmentOf } from "./assignments.ts";
import type { AccountBalances, InvoiceBalance } from "./balances.ts";
import { positive, shownMoney, standingInvoice } from "./checks.ts";
import type { Allocation, CreditAllocation } from "./events.ts";
import type { ClaimRefusal } from "./refusals.ts";

type MoneyIn = { readonly amount: number; readonly currency: Currency };

type Wish = Allocation & { readonly dueOn: string; readonly contested: boolean };

/** The open parts of an invoice, what is contested apart; what its portions leave out (a discrepancy) falls due last. */
const wishesOf = ({ invoice, portions, open, contested }: InvoiceBalance): readonly Wish[] => {
  const wishes: Wish[] = [];
  const several = invoice.portions.length > 1;
  const wish = (
    portion: string | null,
    dueOn: string | null,
    whole: number,
    part: number,
  ): void => {
    const of = {
      invoice: invoice.invoice,
      portion,
      to: "principal" as const,
      dueOn: dueOn ?? LAST,
    };
    wishes.push({ ...of, amount: whole - part, contested: false });
    wishes.push({ ...of, amount: part, contested: true });
  };
  let [rest, restContested] = [open, contested];
  for (const portion of portions) {
    wish(several ? portion.portion : null, portion.dueOn, portion.open, portion.contested);
    rest -= portion.open;
    restContested -= portion.contested;
  }
  wish(null, null, rest, restContested);
  return wishes;
};

/** After every date. */
const LAST = "9999";

/** By due date, conditions last, then in the order of the invoices; contested parts after all others, or before them. */
const openInOrder = (
  invoices: readonly InvoiceBalance[],
  contested: "first" | "last",
): readonly Wish[] =>
  invoices
    .flatMap((balance, rank) => wishesOf(balance).map((wish) => ({ wish, rank })))
    .sort((a, b) => {
      if (a.wish.contested !== b.wish.contested)
        return a.wish.contested === (contested === "first") ? -1 : 1;
      if (a.wish.dueOn !== b.wish.dueOn) return a.wish.dueOn < b.wish.dueOn ? -1 : 1;
      return a.rank - b.rank;
    })
    .map(({ wish }) => wish);

/** Gives in turn until there is nothing left; what goes twice to one place is one allocation. */
const given = (amount: number, wishes: readonly Allocation[]): readonly Allocation[] => {
  let left = amount;
  const out: Allocation[] = [];
  for (const { invoice, portion, to, amount: wished } of wishes) {
    const part = Math.min(wished, left);
    if (part <= 0) continue;
    left -= part;
    const same = out.findIndex(
      (one) => one.invoice === invoice && one.portion === portion && one.to === to,
    );
    const there = out[same];
    if (there === undefined) out.push({ invoice, portion, to, amount: part });
    else out[same] = { ...there, amount: there.amount + part };
  }
  return out;
};

/**
 * The invoices that one payment may be set against together: what is assigned is paid to the assignee's account alone,
 * so it is never mixed with what is ours. Those named say which; else ours, or the assignee's of the oldest where
 * nothing of ours is open.
 */
const payableTogether = (
  invoices: readonly InvoiceBalance[],
  named: readonly string[],
  state: Pick<AccountState, "file">,
): readonly InvoiceBalance[] => {
  if (state.file === null || state.file.assignments.length === 0) return invoices;
  const holderOf = ({ invoice }: InvoiceBalance): string | null =>
    assignmentOf(state, invoice.invoice)?.assignment ?? null;
  const open = invoices.filter((balance) => balance.open > 0);
  const first =
    named.flatMap((id) => invoices.filter(({ invoice }) => invoice.invoice === id))[0] ??
    open.find((balance) => holderOf(balance) === null) ??
    open[0];
  const holder = first === undefined ? null : holderOf(first);
  return invoices.filter((balance) => holderOf(balance) === holder);
};

/**
 * Principal first: the invoices that the debtor names, in that order (C. civ. 1342-10: he chooses), then the oldest due,
 * then interest and compensation that were asked. What is contested comes last of the principal: it is not surely due,
 * he has no interest in paying it, and money that names nothing must not be taken for an admission of it. What is left
 * stays a credit of the account.
 */
export const defaultAllocations = (
  balances: AccountBalances,
  money: MoneyIn,
  named: readonly string[],
  state: Pick<AccountState, "file">,
): readonly Allocation[] => {
  const invoices = payableTogether(
    balances.invoices.filter((balance) => balance.currency === money.currency),
    named,
    state,
  );
  const first = [...new Set(named)].flatMap((id): readonly Allocation[] => {
    const balance = invoices.find(({ invoice }) => invoice.invoice === id);
    return balance === undefined
      ? []
      : // Whoever pays what we had written off by its name pays that.
        [
          {
            invoice: id,
            portion: null,
            to: "principal",
            amount: balance.open + balance.writtenOff,
          },
        ];
  });
  const others = invoices.filter((balance) => !named.includes(balance.invoice.invoice));
  const asked = invoices.flatMap(({ invoice, interest, compensation }): readonly Allocation[] => [
    { invoice: invoice.invoice, portion: null, to: "interest", amount: interest.open },
    { invoice: invoice.invoice, portion: null, to: "compensation", amount: compensation.open },
  ]);
  return given(money.amount, [...first, ...openInOrder(others, "last"), ...asked]);
};

/**
 * Principal alone, and what is contested first: settling it is what most credit notes are for. Where invoices are named,
 * those and no other.
 */
export const defaultCreditAllocations = (
  balances: AccountBalances,
  money: MoneyIn,
  named: readonly string[] = [],
): readonly CreditAllocation[] => {
  const invoices = balances.invoices.filter(
    ({ currency, invoice }) =>
      currency === money.currency && (named.length === 0 || named.includes(invoice.invoice)),
  );
  const wishes = openInOrder(invoices, "first").map((wish) => ({ ...wish, portion: null }));
  return given(money.amount, wishes).map(({ invoice, amount }) => ({ invoice, amount }));
};

/** Allocations by hand: to invoices that stand, of that currency, together no more than there is. Over-paying one is no fault. */
export const allocationsFit = (
  state: AccountState,
  money: MoneyIn,
  allocations: readonly (CreditAllocation & { readonly portion?: string | null })[],
): ClaimRefusal | null => {
  let sum = 0;
  for (const { invoice: id, amount, portion } of allocations) {
    const notPositive = positive("allocations", amount, money.currency);
    if (notPositive !== null) return notPositive;
    const found = standingInvoice(state, id, money.currency);
    if ("type" in found) return found;
    const known = found.invoice.portions.some((candidate) => candidate.portion === portion);
    if (portion !== null && portion !== undefined && !known)
      return { type: "no-such-portion", invoice: id, portion };
    sum += amount;
  }
  return sum > money.amount
    ? {
        type: "over-allocated",
        amount: shownMoney(money.amount, money.currency),
        sum: shownMoney(sum, money.currency),
      }
    : null;
};

/** Of a payment: no line across what is assigned and what is not, nor across two assignments. */
export const assignedApart = (
  state: AccountState,
  allocations: readonly { readonly invoice: string }[],
): ClaimRefusal | null => {
  if (state.file === null || state.file.assignments.length === 0) return null;
  const holders = allocations.map(({ invoice }) => assignmentOf(state, invoice));
  const at = holders.findIndex((holder) => holder?.assignment !== holders[0]?.assignment);
  if (at < 0) return null;
  const [index, holder] = holders[at] == null ? [0, holders[0]] : [at, holders[at]];
  const id = allocations[index]?.invoice ?? "";
  const number = state.invoices.find(({ invoice }) => invoice === id)?.number ?? "";
  return { type: "assigned-mixed", invoice: id, number, to: holder?.to ?? "" };
};
