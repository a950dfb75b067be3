import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { discrepanciesOf } from "#shared/claims/discrepancies.ts";
import type { Discrepancy } from "#shared/claims/discrepancies.ts";
import { decimalString } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import type { ChainProblem, ChainReport } from "#shared/ledger/chain.ts";
import { headsOf, ledgerHeadOf } from "#shared/ledger/heads.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import { claimWords } from "#shared/locales/claims-words.ts";
import { readBackup } from "#src/store/backup-format.ts";
import { absentBlobsOf } from "#src/store/vault-sweep.ts";
import { EXIT, namedWords, refuse } from "./cli.ts";
import type { Cli, Command, Exit } from "./cli.ts";
import { refuseFile, refuseInput, withLedger } from "./open-ledger.ts";
import { jsonText, sentenceLine, wrapped } from "./output.ts";
import { actText } from "./refusals.ts";

type AccountDiscrepancies = {
  readonly account: string;
  readonly debtor: string;
  /** What people call the things that it is about, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly discrepancies: readonly Discrepancy[];
};

const allDiscrepancies: UseCase<null, readonly AccountDiscrepancies[], never> = {
  name: "discrepancies",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, loaded) => {
    const found: AccountDiscrepancies[] = [];
    for (const [account, state] of loaded.accounts) {
      const discrepancies = discrepanciesOf(state);
      if (discrepancies.length === 0) continue;
      const names = new Map<string, string>();
      for (const { invoice, number } of state.invoices) names.set(invoice, number);
      for (const { creditNote, number } of state.creditNotes) names.set(creditNote, number);
      for (const { payment, on, reference } of state.payments)
        names.set(payment, reference === null ? on : `${on} ${reference}`);
      found.push({ account, debtor: state.debtor?.name ?? account, names, discrepancies });
    }
    return ok(viewOnly(found));
  },
};

/** Where the head that a log is compared with was kept: `own` is the file's, which whoever rewrote it rewrote too. */
type Compared = "elsewhere" | "own" | "none";

/** Checks every byte of the ledger, and what does not fit in the accounts. Faults of the chain end in 1. */
export const check: Command = async (given, cli) => {
  const read = namedWords(given, [], cli);
  if (typeof read === "number") return read;
  const { options, words, language, io } = cli;
  const against = await witnessOfFile(options.against, cli);
  if (typeof against === "number") return against;
  return withLedger(cli, async (ledger) => {
    const all = await ledger.stores.ledger.readSince(0);
    if (!all.ok) return refuseFile(cli, ledger.path, all.error);
    const own = await witnessesOf(ledger.path, cli);
    if (typeof own === "number") return own;
    const elsewhere = against ?? own.told;
    const compared: Compared = elsewhere !== null ? "elsewhere" : own.own === null ? "none" : "own";
    const { entries } = all.value;
    const report = checkChain(own.ledger, entries, elsewhere ?? own.own);
    const asked = await ledger.driver.run(allDiscrepancies, null);
    if (!asked.ok) return refuse(cli, asked.error, actText(asked.error, words, language));
    const vault = await absentBlobsOf(ledger.stores.vault, entries);
    if (!vault.ok) return refuseFile(cli, ledger.path, vault.error);
    const found: Found = {
      report,
      compared,
      head: ledgerHeadOf(headsOf(entries)),
      absent: vault.value.length,
      accounts: asked.value,
    };
    if (cli.json) io.out(jsonText("check", 1, jsonOf(found, cli)));
    else for (const text of linesOf(found, cli)) io.out(text);
    return report.problems.length > 0 ? EXIT.refused : EXIT.done;
  });
};

type Found = {
  readonly report: ChainReport;
  readonly compared: Compared;
  readonly head: string;
  readonly absent: number;
  readonly accounts: readonly AccountDiscrepancies[];
};

type OwnWitnesses = {
  readonly ledger: string;
  readonly own: Witness | null;
  readonly told: Witness | null;
};

const witnessesOf = async (path: string, cli: Cli): Promise<OwnWitnesses | Exit> => {
  const read = await cli.io.readBytes(path);
  if (read.type !== "read") return refuseInput(cli, path, read);
  const backup = readBackup(read.bytes);
  if (!backup.ok) return refuseFile(cli, path, backup.error);
  const { ledger, witness, told } = backup.value.manifest;
  return { ledger, own: witness.heads.length === 0 ? null : witness, told: told ?? null };
};

const witnessOfFile = async (
  path: string | undefined,
  cli: Cli,
): Promise<Witness | null | Exit> => {
  if (path === undefined) return null;
  const found = await witnessesOf(path, cli);
  return typeof found === "number" ? found : found.own;
};

const discrepancyText = (
  { code, subjects, amounts }: Discrepancy,
  { names }: AccountDiscrepancies,
  { language }: Cli,
): string =>
  sentenceLine(
    claimWords[language].discrepancies[code]({
      names: subjects.map((id) => foreign(names.get(id) ?? id)),
      amounts,
    }),
  );

const jsonOf = ({ report, compared, head, absent, accounts }: Found, cli: Cli): object => ({
  ledger: report.ledger,
  ledgerHead: head,
  entries: report.entries,
  writers: report.writers,
  erased: report.erased,
  unexplained: report.unexplained,
  withheld: report.withheld,
  absentBlobs: absent,
  compared,
  problems: report.problems,
  forks: report.problems.filter(({ type }) => type === "fork").length,
  discrepancies: accounts.flatMap((account) =>
    account.discrepancies.map((one) => ({
      account: account.account,
      debtor: account.debtor,
      id: one.id,
      code: one.code,
      subjects: one.subjects,
      entries: one.entries,
      choices: one.choices,
      amounts: one.amounts.map((amount) => ({
        amount: decimalString(amount),
        currency: amount.currency,
      })),
      text: discrepancyText(one, account, cli),
    })),
  ),
});

const placeOf = (problem: ChainProblem): string =>
  "sequence" in problem
    ? String(problem.sequence)
    : "from" in problem
      ? `${String(problem.from)}-${String(problem.to)}`
      : "";

const linesOf = function* (
  { report, compared, head, absent, accounts }: Found,
  cli: Cli,
): Generator<string> {
  const words = cli.words.check;
  yield wrapped(words.chain(report.entries, report.writers.length));
  if (report.problems.length === 0) yield wrapped(words.sound);
  else {
    yield wrapped(words.problems(report.problems.length));
    for (const problem of report.problems) {
      const where = "writer" in problem ? words.at(problem.writer, placeOf(problem)) : "";
      yield wrapped(`${words.problem[problem.type]} ${where}`, "    ", "  · ");
    }
  }
  yield wrapped(
    compared === "elsewhere" ? words.elsewhere : compared === "own" ? words.ownHead : words.noHead,
  );
  yield `${words.head} : ${head}\n`;
  if (report.erased > 0) yield wrapped(words.erased(report.erased));
  if (report.unexplained.length > 0) yield wrapped(words.unexplained(report.unexplained.length));
  if (report.withheld > 0) yield wrapped(words.withheld(report.withheld));
  if (absent > 0) yield wrapped(words.absent(absent));
  const count = accounts.reduce((sum, { discrepancies }) => sum + discrepancies.length, 0);
  yield wrapped(count === 0 ? words.noDiscrepancies : words.discrepancies(count));
  for (const account of accounts)
    for (const one of account.discrepancies)
      yield wrapped(`${account.debtor} : ${discrepancyText(one, account, cli)}`, "    ", "  · ");
};
