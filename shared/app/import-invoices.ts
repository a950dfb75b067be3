import type { Invoice } from "#shared/claims/account.ts";
import { balanceOf, firstDueOn } from "#shared/claims/balances.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { debtorIdOf, foldNumber, invoiceIdOf } from "#shared/claims/ids.ts";
import { earliest } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { decimalString, money } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { faultyLines } from "#shared/intake/problems.ts";
import type { InvoiceIntake, InvoiceRow } from "#shared/intake/rows.ts";
import { debtorFinder, takeInDebtor } from "./import-debtors.ts";
import type { ChangedField, ImportProposal } from "./import-proposal.ts";
import { decideImport, importRefusal } from "./import-screen.ts";
import type { ImportOptions, ImportRefusal, ImportView } from "./import-view.ts";
import { beginImport, chanceOfFacts, newlyKnown, sayRefused } from "./import-writing.ts";
import type { ImportWriting } from "./import-writing.ts";
import { nameKey, numberKey, sirenKey } from "./index-keys.ts";
import type { Asks, Facts, Loaded, UseCase } from "./use-case.ts";

export type ImportInvoicesInput = ImportOptions & { readonly intake: InvoiceIntake };

const asksOf = ({ intake, complete }: ImportInvoicesInput, ledger: string): Asks => {
  const keys = new Set<string>();
  const accounts = new Set<string>();
  for (const { debtor, siren, number } of intake.rows) {
    keys.add(nameKey(debtor)).add(numberKey(number));
    if (siren !== null) keys.add(sirenKey(siren));
    accounts.add(debtorIdOf(ledger, { siren, name: debtor }));
  }
  return { accounts: complete ? "all" : [...accounts], keys: [...keys], search: false };
};

/**
 * Invoices, with their debtors, contacts and what was paid of them. What is there already is left, what differs is
 * proposed. A complete list as of a day also closes what it no longer holds.
 */
export const importInvoices: UseCase<ImportInvoicesInput, ImportView, ImportRefusal> = {
  name: "import-invoices",
  asks: asksOf,
  decide: (input, loaded, facts) => {
    const refusal = importRefusal(input, loaded, facts);
    if (refusal !== null) return err(refusal);
    const writing = beginImport(loaded, facts, input.intake.problems);
    const fresh = new Set<string>();
    const find = debtorFinder(input.intake.rows, loaded);
    for (const row of input.intake.rows) {
      const account = find(row);
      if (account === null) {
        writing.say({
          line: row.line,
          code: "debtor-ambiguous",
          severity: "error",
          field: "debtor",
          value: row.debtor,
        });
      } else if (isElsewhere(row, account, loaded, writing)) {
        writing.say({
          line: row.line,
          code: "invoice-of-another-debtor",
          severity: "error",
          field: "number",
          value: row.number,
        });
      } else takeInRow(row, account, fresh, input, writing, loaded, facts);
    }
    const isEmpty = input.intake.lines === 0;
    if (isEmpty)
      writing.say({
        line: 1,
        code: "list-empty",
        severity: input.complete ? "error" : "note",
        field: null,
        value: "",
      });
    const withheld = input.complete && (isEmpty || input.intake.someNumberUnknown);
    if (input.complete && input.asOf !== null && !withheld)
      closeTheRest(input.intake, input.asOf, writing, loaded);
    // Payments that could not be told are not known either.
    const known = input.complete && !withheld ? newlyKnown(loaded, input.asOf) : null;
    if (known !== null)
      writing.tellCreditor({ type: "payments-known", data: { asOf: known, source: "file" } });
    const proposal: ImportProposal = {
      file: "invoices",
      asOf: input.asOf,
      complete: input.complete,
      items: writing.items,
      changes: writing.changes,
      problems: writing.problems,
      faultyLines: faultyLines(writing.problems),
      paymentsKnown: known,
      closingsWithheld: withheld && !isEmpty,
    };
    const decided = decideImport(proposal, writing, input, facts);
    return decided.ok ? ok(decided.value) : decided;
  },
};

const invoiceIn = (
  row: InvoiceRow,
  invoices: readonly Invoice[],
  ledger: string,
): Invoice | undefined => {
  const id = invoiceIdOf(ledger, row.number);
  return (
    invoices.find(({ number }) => foldNumber(number) === foldNumber(row.number)) ??
    invoices.find(({ invoice }) => invoice === id)
  );
};

const isElsewhere = (
  row: InvoiceRow,
  account: string,
  loaded: Loaded,
  writing: ImportWriting,
): boolean => {
  const accounts = loaded.accountsByKey.get(numberKey(row.number)) ?? [];
  return (
    invoiceIn(row, writing.stateOf(account).invoices, loaded.ledger) === undefined &&
    accounts.some(
      (other) =>
        other !== account &&
        loaded.accounts
          .get(other)
          ?.invoices.some(({ number }) => foldNumber(number) === foldNumber(row.number)),
    )
  );
};

const takeInRow = (
  row: InvoiceRow,
  account: string,
  fresh: Set<string>,
  input: ImportInvoicesInput,
  writing: ImportWriting,
  loaded: Loaded,
  facts: Facts,
): void => {
  const known = invoiceIn(row, writing.stateOf(account).invoices, loaded.ledger);
  if (!takeInDebtor(row, account, fresh, input.correct, writing, loaded)) return;
  const { currency, total, dueOn, number, issuedOn, order } = row;
  const item = {
    what: "invoice",
    line: row.line,
    account,
    debtor: writing.stateOf(account).debtor?.name ?? row.debtor,
    subject: number,
    on: dueOn,
    amount: money(total, currency),
    allocations: [],
  } as const;
  if (known === undefined) {
    const refusal = writing.act(
      account,
      [
        {
          type: "record-invoice",
          number,
          issuedOn,
          currency,
          total,
          order,
          source: "file",
          portions: [{ amount: total, dueOn, condition: null }],
        },
      ],
      chanceOfFacts(account, number),
    );
    if (refusal !== null) {
      sayRefused(writing, row.line, refusal, number);
      return;
    }
    writing.add({ ...item, outcome: "new" });
    const invoice = invoiceIn(row, writing.stateOf(account).invoices, loaded.ledger);
    // On what day is not in the file: the due date says nothing for the debtor nor against, and is the same next time.
    const on = earliest([dueOn, input.asOf ?? facts.today]) ?? facts.today;
    const paid = row.open === null ? (row.paid ?? 0) : row.total - row.open;
    if (invoice !== undefined) payTo(row, paid, invoice, account, on, writing);
    return;
  }
  writing.add({ ...item, outcome: "known" });
  compareInvoice(row, known, account, input.correct, writing);
  if (known.cancelled !== null) return;
  const grown = grownBy(row, known, account, writing);
  if (grown > 0) payTo(row, grown, known, account, input.asOf ?? facts.today, writing);
  else if (grown < 0)
    writing.say({
      line: row.line,
      code: "paid-less-than-known",
      severity: "warning",
      field: row.open === null ? "paid" : "open",
      value: decimalString(money(row.open ?? row.paid ?? 0, row.currency)),
    });
};

/** By how much more the file says was paid than the ledger knows; what is open says it past credit notes too. */
const grownBy = (
  row: InvoiceRow,
  known: Invoice,
  account: string,
  writing: ImportWriting,
): number => {
  const balance = balanceOf(writing.balancesOf(account), known.invoice);
  if (row.open !== null) return (balance?.open ?? 0) - row.open;
  return row.paid === null ? 0 : row.paid - (balance?.paid ?? 0);
};

/** The part of an invoice that the file says was paid: one payment, allocated to it alone. */
const payTo = (
  row: Pick<InvoiceRow, "line" | "debtor">,
  amount: number,
  invoice: Invoice,
  account: string,
  on: CalendarDate,
  writing: ImportWriting,
  outcome: "new" | "closed" = "new",
): void => {
  if (amount <= 0) return;
  const { currency, number } = invoice;
  const command = (rank: number): AccountCommand => ({
    type: "record-payment",
    on: on < invoice.issuedOn ? invoice.issuedOn : on,
    currency,
    amount,
    reference: null,
    // Two invoices may be paid the same amount on the same day: their numbers tell the payments apart.
    payer: number,
    source: "file",
    rank,
    named: [invoice.invoice],
    allocations: [{ invoice: invoice.invoice, portion: null, to: "principal", amount }],
  });
  let refusal = writing.act(account, [command(0)], chanceOfFacts(account, number));
  // Paid again by the same amount on the same day: the file's sum has grown, so it is another payment.
  for (let rank = 1; refusal?.type === "payment-taken" && rank < RANKS_MAX; rank += 1)
    refusal = writing.act(account, [command(rank)], chanceOfFacts(account, number));
  if (refusal !== null) {
    sayRefused(writing, row.line, refusal, number);
    return;
  }
  writing.add({
    what: "payment",
    outcome,
    line: outcome === "closed" ? null : row.line,
    account,
    debtor: writing.stateOf(account).debtor?.name ?? row.debtor,
    subject: number,
    on,
    amount: money(amount, currency),
    allocations: [{ number, amount: money(amount, currency) }],
  });
};

/** Payments of one amount on one day for one invoice. */
const RANKS_MAX = 20;

const compareInvoice = (
  row: InvoiceRow,
  known: Invoice,
  account: string,
  correct: boolean,
  writing: ImportWriting,
): void => {
  const changes: Extract<AccountCommand, { readonly type: "correct-invoice" }>["changes"] = {};
  const debtor = writing.stateOf(account).debtor?.name ?? row.debtor;
  const propose = (field: ChangedField, was: string, now: string): void => {
    writing.change({ line: row.line, account, debtor, number: known.number, field, was, now });
  };
  const shown = (minor: number, { currency }: Pick<Invoice, "currency">): string =>
    `${decimalString(money(minor, currency))} ${currency}`;
  if (foldNumber(row.number) !== foldNumber(known.number)) {
    propose("number", known.number, row.number);
    changes.number = row.number;
  }
  if (row.issuedOn !== known.issuedOn) {
    propose("issued", known.issuedOn, row.issuedOn);
    changes.issuedOn = row.issuedOn;
  }
  if (row.total !== known.total || row.currency !== known.currency) {
    propose("total", shown(known.total, known), shown(row.total, row));
    changes.total = row.total;
    if (row.currency !== known.currency) changes.currency = row.currency;
  }
  const [only, ...more] = known.portions;
  const due = firstDueOn(known);
  if (row.dueOn !== due && only !== undefined && more.length === 0) {
    propose("due", due ?? "", row.dueOn);
    changes.portions = [{ ...only, amount: row.total, dueOn: row.dueOn }];
  }
  if (row.order !== null && row.order !== known.order) {
    propose("order", known.order ?? "", row.order);
    changes.order = row.order;
  }
  if (!correct || known.cancelled !== null || Object.keys(changes).length === 0) return;
  const refusal = writing.act(
    account,
    [{ type: "correct-invoice", invoice: known.invoice, changes }],
    "",
  );
  if (refusal !== null) sayRefused(writing, row.line, refusal, known.number);
};

/** What a complete list no longer holds was paid by its day. */
const closeTheRest = (
  intake: InvoiceIntake,
  asOf: CalendarDate,
  writing: ImportWriting,
  loaded: Loaded,
): void => {
  const held = new Set([
    ...intake.rows.map(({ number }) => foldNumber(number)),
    ...intake.faultyNumbers.map(foldNumber),
  ]);
  for (const account of [...loaded.accounts.keys()].sort()) {
    for (const { invoice, open } of writing.balancesOf(account).invoices) {
      if (open <= 0 || invoice.issuedOn > asOf || held.has(foldNumber(invoice.number))) continue;
      payTo({ line: 0, debtor: account }, open, invoice, account, asOf, writing, "closed");
    }
  }
};
