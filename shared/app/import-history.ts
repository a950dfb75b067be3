import type { AccountState, Invoice } from "#shared/claims/account.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { actIdOfExchange, foldNumber } from "#shared/claims/ids.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { money, parseMoney } from "#shared/kernel/money.ts";
import { err, unreachable } from "#shared/kernel/result.ts";
import { foldText } from "#shared/kernel/text.ts";
import { faultyLines } from "#shared/intake/problems.ts";
import type { HistoryIntake, HistoryRow } from "#shared/intake/rows.ts";
import type { ImportItem, ImportProposal } from "./import-proposal.ts";
import { decideImport, importRefusal } from "./import-screen.ts";
import type { ImportOptions, ImportRefusal, ImportView } from "./import-view.ts";
import { beginImport, chanceOfFacts, sayRefused } from "./import-writing.ts";
import type { ImportWriting } from "./import-writing.ts";
import { numberKey } from "./index-keys.ts";
import type { Loaded, UseCase } from "./use-case.ts";

export type ImportHistoryInput = ImportOptions & { readonly intake: HistoryIntake };

/** What was done before Relance: steps, promises, disputes and calls, so that the plan goes on from there. */
export const importHistory: UseCase<ImportHistoryInput, ImportView, ImportRefusal> = {
  name: "import-history",
  asks: ({ intake }) => ({
    accounts: [],
    keys: [...new Set(intake.rows.map(({ number }) => numberKey(number)))],
    search: false,
  }),
  decide: (input, loaded, facts) => {
    const refusal = importRefusal(input, loaded, facts);
    if (refusal !== null) return err(refusal);
    const writing = beginImport(loaded, facts, input.intake.problems);
    // In order of their days: a later step rests on an earlier one.
    const rows = [...input.intake.rows].sort((a, b) =>
      a.on === b.on ? a.line - b.line : a.on < b.on ? -1 : 1,
    );
    for (const row of rows) takeInRow(row, writing, loaded);
    const proposal: ImportProposal = {
      file: "history",
      asOf: null,
      complete: false,
      items: writing.items,
      changes: [],
      problems: writing.problems,
      faultyLines: faultyLines(writing.problems),
      paymentsKnown: null,
      closingsWithheld: false,
    };
    return decideImport(proposal, writing, input, facts);
  },
};

const invoicesOf = (
  row: HistoryRow,
  loaded: Loaded,
): readonly { readonly account: string; readonly invoice: Invoice }[] =>
  (loaded.accountsByKey.get(numberKey(row.number)) ?? []).flatMap((account) =>
    (loaded.accounts.get(account)?.invoices ?? [])
      .filter(({ number }) => foldNumber(number) === foldNumber(row.number))
      .map((invoice) => ({ account, invoice })),
  );

const takeInRow = (row: HistoryRow, writing: ImportWriting, loaded: Loaded): void => {
  const [found, ...more] = invoicesOf(row, loaded);
  if (found === undefined || more.length > 0) {
    const code = found === undefined ? "invoice-unknown" : "debtor-ambiguous";
    writing.say({
      line: row.line,
      code,
      severity: "error",
      field: "number",
      value: row.number,
    });
    return;
  }
  const { account, invoice } = found;
  const amount =
    row.amount === null
      ? null
      : parseMoney(row.amount, invoice.currency, row.decimalMark ?? undefined);
  if (row.amount !== null && amount === null) {
    writing.say({
      line: row.line,
      code: "amount-not-readable",
      severity: "error",
      field: "amount",
      value: row.amount,
    });
    return;
  }
  const chance = chanceOfFacts(
    loaded.ledger,
    foldNumber(row.number),
    row.on,
    JSON.stringify(row.fact),
    amount === null ? "" : String(amount.minor),
    foldText(row.note ?? ""),
  );
  const state = writing.stateOf(account);
  const item: Omit<ImportItem, "outcome"> = {
    what: row.fact.type,
    line: row.line,
    account,
    debtor: state.debtor?.name ?? null,
    subject: row.fact.type === "step" ? `${row.fact.step} · ${invoice.number}` : invoice.number,
    on: row.on,
    amount: amount === null ? null : money(amount.minor, invoice.currency),
    allocations: [],
  };
  if (isKnown(row, state, chance)) {
    writing.add({ ...item, outcome: "known" });
    return;
  }
  const commands = commandsOf(row, invoice, amount?.minor ?? null, chance);
  const refusal = writing.act(account, commands, chance);
  if (refusal !== null) sayRefused(writing, row.line, refusal, row.number);
  else writing.add({ ...item, outcome: "new" });
};

const isKnown = ({ fact }: HistoryRow, state: AccountState, chance: string): boolean => {
  switch (fact.type) {
    case "step":
      return state.acts.some(({ act }) => act === idOfChance("act", chance));
    case "promise":
      return state.promises.some(({ promise }) => promise === idOfChance("promise", chance));
    case "dispute":
      return state.disputes.some(({ dispute }) => dispute === idOfChance("dispute", chance));
    case "call":
      return state.acts.some(
        ({ act }) => act === actIdOfExchange(idOfChance("exchange", chance), "call"),
      );
    default:
      return unreachable(fact);
  }
};

const commandsOf = (
  { fact, on, note }: HistoryRow,
  invoice: Invoice,
  amount: number | null,
  chance: string,
): readonly AccountCommand[] => {
  const portions = invoice.portions.map(({ portion }) => ({ invoice: invoice.invoice, portion }));
  const written: readonly AccountCommand[] =
    note === null ? [] : [{ type: "write-note", on, text: `${invoice.number} · ${note}` }];
  const step = { type: "take-step", on, portions, draft: null } as const;
  switch (fact.type) {
    case "step":
      return [{ ...step, step: fact.step, how: "declared", exchange: null }];
    case "promise":
      return [
        {
          type: "make-promise",
          on,
          by: fact.by,
          amount,
          currency: invoice.currency,
          invoices: [invoice.invoice],
          condition: null,
          channel: isByPhone(note) ? "call" : "mail",
          exchange: null,
          // The note is the user's, not the debtor's words: it must never be quoted to the debtor.
          quote: null,
        },
        ...written,
      ];
    case "dispute":
      return [
        {
          type: "open-dispute",
          on,
          invoice: invoice.invoice,
          amount,
          reason: fact.reason,
          mustAct: "us",
          note,
          exchange: null,
          quote: null,
        },
      ];
    case "call": {
      const exchange = idOfChance("exchange", chance);
      return [
        {
          type: "file-exchange",
          kind: "call",
          direction: "out",
          on,
          at: on,
          subject: null,
          from: null,
          to: [],
          outcome: null,
          words: note,
          invoices: [invoice.invoice],
          messageId: null,
          blob: null,
          obtained: null,
          automatic: false,
        },
        { ...step, step: "call", how: "called", exchange },
      ];
    }
    default:
      return unreachable(fact);
  }
};

const isByPhone = (note: string | null): boolean =>
  /\b(?:telephone|tel|appel|phone|call)\b/.test(foldText(note ?? ""));
