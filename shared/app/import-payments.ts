import type { AccountState } from "#shared/claims/account.ts";
import { balanceOf } from "#shared/claims/balances.ts";
import { defaultAllocations } from "#shared/claims/allocation.ts";
import { bankLineIdOf, paymentIdOf } from "#shared/claims/ids.ts";
import type { PaymentFacts } from "#shared/claims/ids.ts";
import { money } from "#shared/kernel/money.ts";
import { err } from "#shared/kernel/result.ts";
import { faultyLines } from "#shared/intake/problems.ts";
import type { PaymentIntake, PaymentRow } from "#shared/intake/rows.ts";
import { normaliseInvoiceNumber, referencesIn } from "#shared/mail/match-keys.ts";
import { invoiceTokensOf } from "#shared/mail/wording-numbers.ts";
import type { ImportItem, ImportProposal } from "./import-proposal.ts";
import { decideImport, importRefusal } from "./import-screen.ts";
import type { ImportOptions, ImportRefusal, ImportView } from "./import-view.ts";
import { beginImport, chanceOfFacts, newlyKnown, sayRefused } from "./import-writing.ts";
import type { ImportWriting } from "./import-writing.ts";
import { nameKey, numberKey, payerKey, referenceKey, sirenKey } from "./index-keys.ts";
import type { Loaded, UseCase } from "./use-case.ts";

export type ImportPaymentsInput = ImportOptions & { readonly intake: PaymentIntake };

/** Numbers that one cell is searched for: a wording of a bank has no more. */
const TOKENS_MAX = 40;

/**
 * Payments: to the invoice that the line names, else to the one its wording names, else to the debtor's oldest. Money of
 * a debtor that is not known waits as a bank line.
 */
export const importPayments: UseCase<ImportPaymentsInput, ImportView, ImportRefusal> = {
  name: "import-payments",
  asks: ({ intake }) => {
    const keys = new Set<string>();
    for (const row of intake.rows) for (const key of keysOf(row)) keys.add(key);
    return { accounts: [], keys: [...keys], search: false };
  },
  decide: (input, loaded, facts) => {
    const refusal = importRefusal(input, loaded, facts);
    if (refusal !== null) return err(refusal);
    const writing = beginImport(loaded, facts, input.intake.problems);
    const ranks = new Map<string, number>();
    const lines = new Set(loaded.creditor.bankLines.map(({ line }) => line));
    for (const row of input.intake.rows) {
      const fact = factsOf(row, 0);
      const key = JSON.stringify(fact);
      const rank = ranks.get(key) ?? 0;
      ranks.set(key, rank + 1);
      takeInRow(row, { ...fact, rank }, lines, writing, loaded);
    }
    const known = newlyKnown(loaded, input.asOf);
    if (known !== null)
      writing.tellCreditor({ type: "payments-known", data: { asOf: known, source: "file" } });
    const proposal: ImportProposal = {
      file: "payments",
      asOf: input.asOf,
      complete: false,
      items: writing.items,
      changes: [],
      problems: writing.problems,
      faultyLines: faultyLines(writing.problems),
      paymentsKnown: known,
      closingsWithheld: false,
    };
    return decideImport(proposal, writing, input, facts);
  },
};

const tokensOf = (text: string | null): readonly string[] =>
  text === null ? [] : invoiceTokensOf(text).slice(0, TOKENS_MAX);

/** A cell names its invoice whole; several are told apart by what no number holds. */
const namedIn = (cell: string | null): readonly string[] =>
  cell === null
    ? []
    : [...new Set([cell, ...cell.split(/[,;+&|]/)].map(normaliseInvoiceNumber))].filter(
        (number) => number !== "",
      );

const sirenIn = (cell: string | null): string | null => {
  const digits = (cell ?? "").replace(/[\s.]/g, "");
  return /^\d{9}$/.test(digits) ? digits : null;
};

const keysOf = (row: PaymentRow): readonly string[] => {
  const siren = sirenIn(row.debtor);
  return [
    ...namedIn(row.invoice).map(numberKey),
    ...tokensOf(row.invoice).map(numberKey),
    ...tokensOf(row.reference).map(numberKey),
    ...referencesIn(row.reference ?? "").map(referenceKey),
    ...(row.debtor === null ? [] : [nameKey(row.debtor), payerKey(row.debtor)]),
    ...(siren === null ? [] : [sirenKey(siren)]),
  ];
};

const factsOf = (row: PaymentRow, rank: number): PaymentFacts => ({
  on: row.on,
  amount: row.amount,
  currency: row.currency,
  reference: row.reference,
  payer: row.debtor,
  rank,
});

type Target = { readonly account: string; readonly named: readonly string[] };

/** The one account that all of these invoices are in, with their ids; null where none or several are. */
const targetByNumbers = (
  numbers: readonly string[],
  among: readonly string[] | null,
  loaded: Loaded,
): Target | null => {
  const found = new Map<string, string[]>();
  for (const number of numbers) {
    for (const account of loaded.accountsByKey.get(numberKey(number)) ?? []) {
      if (among !== null && !among.includes(account)) continue;
      const invoices = loaded.accounts.get(account)?.invoices ?? [];
      const hit = invoices.find(
        (invoice) =>
          invoice.cancelled === null && normaliseInvoiceNumber(invoice.number) === number,
      );
      if (hit === undefined) continue;
      const ids = found.get(account) ?? [];
      if (!ids.includes(hit.invoice)) ids.push(hit.invoice);
      found.set(account, ids);
    }
  }
  const [only, ...more] = [...found];
  return only === undefined || more.length > 0 ? null : { account: only[0], named: only[1] };
};

const targetOf = (row: PaymentRow, loaded: Loaded): Target | null => {
  const siren = sirenIn(row.debtor);
  const debtors =
    row.debtor === null
      ? []
      : [
          ...(loaded.accountsByKey.get(nameKey(row.debtor)) ?? []),
          ...(loaded.accountsByKey.get(payerKey(row.debtor)) ?? []),
          ...(siren === null ? [] : (loaded.accountsByKey.get(sirenKey(siren)) ?? [])),
        ];
  // A debtor that is known restricts the search; a payer's name that is not may be a parent firm's.
  const among = debtors.length > 0 ? debtors : null;
  const named =
    targetByNumbers(namedIn(row.invoice), among, loaded) ??
    targetByNumbers(tokensOf(row.invoice), among, loaded) ??
    targetByNumbers(tokensOf(row.reference), among, loaded) ??
    targetByReference(row, among, loaded);
  if (named !== null) return named;
  const [only, ...more] = new Set(debtors);
  if (only === undefined || more.length > 0) return null;
  return { account: only, named: paidFor(loaded.accounts.get(only), row.debtor) };
};

/** The invoices that a named payer pays for the debtor; none where he pays for all of them, or is the debtor himself. */
const paidFor = (state: AccountState | undefined, payer: string | null): readonly string[] => {
  if (state?.file == null || payer === null) return [];
  const there = state.file.payers.find(({ name }) => payerKey(name) === payerKey(payer));
  const standing = new Set(
    state.invoices.flatMap(({ invoice, cancelled }) => (cancelled === null ? [invoice] : [])),
  );
  return (there?.invoices ?? []).filter((invoice) => standing.has(invoice));
};

/** Our own reference stands in the foot of each draft: the debtor copied it into the transfer. */
const targetByReference = (
  row: PaymentRow,
  among: readonly string[] | null,
  loaded: Loaded,
): Target | null => {
  for (const reference of referencesIn(row.reference ?? "")) {
    for (const account of loaded.accountsByKey.get(referenceKey(reference)) ?? []) {
      if (among !== null && !among.includes(account)) continue;
      const state = loaded.accounts.get(account);
      const draft = state?.drafts.find((one) => one.reference.toUpperCase() === reference);
      if (state === undefined || draft === undefined) continue;
      const named = [...new Set(draft.portions.map(({ invoice }) => invoice))].filter((id) =>
        state.invoices.some((invoice) => invoice.invoice === id && invoice.cancelled === null),
      );
      return { account, named };
    }
  }
  return null;
};

const takeInRow = (
  row: PaymentRow,
  facts: PaymentFacts,
  lines: Set<string>,
  writing: ImportWriting,
  loaded: Loaded,
): void => {
  const target = targetOf(row, loaded);
  const line = bankLineIdOf(loaded.ledger, facts);
  const amount = money(row.amount, row.currency);
  const item = {
    what: "payment",
    line: row.line,
    account: target?.account ?? null,
    debtor: row.debtor,
    subject: row.reference ?? row.invoice,
    on: row.on,
    amount,
    allocations: [],
  } satisfies Omit<ImportItem, "outcome">;
  if (lines.has(line)) {
    writing.add({ ...item, outcome: "known" });
    return;
  }
  if (target === null || target.named.length === 0) sayUnknownInvoice(row, writing);
  if (target === null) {
    lines.add(line);
    const { on, currency, reference, debtor: payer } = row;
    writing.tellCreditor({
      type: "bank-line-recorded",
      data: { line, on, currency, amount: row.amount, reference, payer },
    });
    writing.add({ ...item, outcome: "bank" });
    return;
  }
  const { account } = target;
  const state = writing.stateOf(account);
  const debtor = state.debtor?.name ?? row.debtor;
  const payment = paymentIdOf(loaded.ledger, facts);
  if (state.payments.some((known) => known.payment === payment)) {
    writing.add({ ...item, debtor, outcome: "known" });
    return;
  }
  const balances = writing.balancesOf(account);
  const named = target.named.filter(
    (id) => balanceOf(balances, id)?.currency === row.currency || target.named.length === 1,
  );
  const allocations = defaultAllocations(balances, row, named, state);
  const refusal = writing.act(
    account,
    [
      {
        type: "record-payment",
        on: row.on,
        currency: row.currency,
        amount: row.amount,
        reference: row.reference,
        payer: row.debtor,
        source: "file",
        rank: facts.rank,
        named,
        allocations,
      },
    ],
    chanceOfFacts(payment),
  );
  if (refusal !== null) {
    sayRefused(writing, row.line, refusal, row.invoice ?? row.reference ?? "");
    return;
  }
  const numbers = new Map(state.invoices.map(({ invoice, number }) => [invoice, number]));
  writing.add({
    ...item,
    debtor,
    outcome: "new",
    allocations: allocations.map((part) => ({
      number: numbers.get(part.invoice) ?? "",
      amount: money(part.amount, row.currency),
    })),
  });
};

const sayUnknownInvoice = (row: PaymentRow, writing: ImportWriting): void => {
  if (row.invoice === null) return;
  writing.say({
    line: row.line,
    code: "invoice-unknown",
    severity: "warning",
    field: "invoice",
    value: row.invoice,
  });
};
