import { importHistory } from "#shared/app/import-history.ts";
import { importInvoices } from "#shared/app/import-invoices.ts";
import { importPayments } from "#shared/app/import-payments.ts";
import type { ImportProposal } from "#shared/app/import-proposal.ts";
import type { ImportOptions, ImportRefusal, ImportView } from "#shared/app/import-view.ts";
import type { RunFault } from "#shared/app/run.ts";
import { isIntakeKind } from "#shared/intake/columns.ts";
import type { CsvTable } from "#shared/intake/csv-rows.ts";
import type { IntakeKind } from "#shared/intake/problems.ts";
import { readTable } from "#shared/intake/read-table.ts";
import type { Intake } from "#shared/intake/rows.ts";
import { decimalString } from "#shared/kernel/money.ts";
import type { Money } from "#shared/kernel/money.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { csvRefusalSentence, INTAKE_WORDS } from "#shared/locales/intake-words.ts";
import type { Driver } from "#src/driver/driver.ts";
import { readCsvBytes } from "#src/files/csv.ts";
import { dateOption, EXIT, misuse, namedWords, refuse } from "./cli.ts";
import type { Cli, Command, Exit } from "./cli.ts";
import { refuseInput, withLedger } from "./open-ledger.ts";
import type { OpenLedger } from "./open-ledger.ts";
import { jsonText, sentenceLine, shownLine, wrapped } from "./output.ts";
import { importText } from "./refusals.ts";

/** Lines of one list that are shown to a person, faulty ones apart; `--json` gives all. */
const SHOWN_MAX = 40;
/** Cells of a header that is not understood, in the refusal. */
const HEADER_SHOWN_MAX = 12;

/** Takes a file in: says what it would do, and does it with `--yes`. */
export const importFile: Command = async (given, cli) => {
  const read = namedWords(given, ["FICHIER"], cli);
  if (typeof read === "number") return read;
  const [file = ""] = read;
  const { options, words } = cli;
  const asOf = dateOption(options["as-of"]);
  if (asOf === null)
    return misuse(cli, words.usageErrors.notADate("--as-of", options["as-of"] ?? ""));
  const kind = options.kind ?? null;
  if (kind !== null && !isIntakeKind(kind)) return misuse(cli, words.usageErrors.notAKind(kind));
  const table = await tableOf(file, cli);
  if (typeof table === "number") return table;
  return withLedger(cli, (ledger) =>
    takeIn(file, table, kind, cli, ledger, {
      write: options.yes === true,
      skipFaulty: options["skip-faulty"] === true,
      correct: options.correct === true,
      asOf: asOf ?? null,
      complete: options.complete === true,
    }),
  );
};

const tableOf = async (file: string, cli: Cli): Promise<CsvTable | Exit> => {
  const read = await cli.io.readBytes(file);
  if (read.type !== "read") return refuseInput(cli, file, read);
  const table = readCsvBytes(read.bytes);
  if (table.ok) return table.value;
  const said = csvRefusalSentence(INTAKE_WORDS[cli.language], table.error);
  return refuse(cli, table.error, `${file} : ${sentenceLine(said)}`);
};

const takeIn = async (
  file: string,
  table: CsvTable,
  kind: IntakeKind | null,
  cli: Cli,
  ledger: OpenLedger,
  options: ImportOptions,
): Promise<Exit> => {
  const intake = readTable(table, kind, { today: ledger.today, currency: "EUR" });
  if (intake === null)
    return refuse(
      cli,
      { type: "kind-of-file-unknown" },
      `${file} : ${cli.words.notATable(table.header.cells.slice(0, HEADER_SHOWN_MAX).join(", "))}`,
    );
  // What is looked at first is what is written then: faulty lines are all named before anything is refused.
  const seen = await runImport(ledger.driver, intake, { ...options, write: false });
  if (!seen.ok) return refuse(cli, seen.error, importText(seen.error, cli.words, cli.language));
  const faulty = seen.value.faultyLines.length > 0;
  // Without its columns no line can be read: there is no rest to take in.
  const unread = faulty && intake.rows.length === 0 && !seen.value.writes;
  if (!options.write || unread || (faulty && !options.skipFaulty)) {
    say(file, intake, seen.value, cli);
    return faulty ? EXIT.faulty : EXIT.done;
  }
  const done = await runImport(ledger.driver, intake, options);
  if (!done.ok) return refuse(cli, done.error, importText(done.error, cli.words, cli.language));
  say(file, intake, done.value, cli);
  return EXIT.done;
};

const runImport = (
  { run }: Driver,
  intake: Intake,
  options: ImportOptions,
): Promise<Result<ImportView, ImportRefusal | RunFault>> => {
  switch (intake.kind) {
    case "invoices":
      return run(importInvoices, { ...options, intake });
    case "payments":
      return run(importPayments, { ...options, intake });
    case "history":
      return run(importHistory, { ...options, intake });
    default:
      return unreachable(intake);
  }
};

const say = (file: string, intake: Intake, view: ImportView, cli: Cli): void => {
  if (cli.json) cli.io.out(jsonText("import", 1, jsonOf(file, intake, view)));
  else for (const text of linesOf(file, intake, view, cli)) cli.io.out(text);
};

const moneyJson = (amount: Money): object => ({
  amount: decimalString(amount),
  currency: amount.currency,
});

const jsonOf = (file: string, intake: Intake, view: ImportView): object => {
  const { items, changes, problems, faultyLines, ...proposal }: ImportProposal = view.proposal;
  return {
    file,
    kind: proposal.file,
    asOf: proposal.asOf,
    complete: proposal.complete,
    lines: intake.lines,
    written: view.done !== null && view.writes,
    writes: view.writes,
    batch: view.done?.undo?.batch ?? null,
    counts: Object.fromEntries(view.counts.map(({ key, count }) => [key, count])),
    paymentsKnown: proposal.paymentsKnown,
    closingsWithheld: proposal.closingsWithheld,
    faultyLines,
    problems: problems.map((problem, index) => ({
      ...problem,
      text: sentenceLine(view.problems[index]?.text ?? []),
    })),
    changes,
    items: items.map((item) => ({
      ...item,
      amount: item.amount === null ? null : moneyJson(item.amount),
      allocations: item.allocations.map(({ number, amount }) => ({ number, ...moneyJson(amount) })),
    })),
  };
};

const linesOf = function* (
  file: string,
  intake: Intake,
  view: ImportView,
  { words, language, options }: Cli,
): Generator<string> {
  const colon = language === "fr" ? " :" : ":";
  yield wrapped(
    `${file} · ${shownLine(view.title)} · ${words.import.lines}${colon} ${String(intake.lines)}`,
  );
  for (const { label, count } of view.counts)
    yield `  ${String(count).padStart(6)}  ${shownLine(label)}\n`;
  for (const { label, amounts } of view.sums)
    yield wrapped(`${shownLine(label)}${colon} ${amounts.map(shownLine).join(", ")}`, "    ", "  ");
  const severity = INTAKE_WORDS[language].severity;
  const problemLine = (problem: ImportView["problems"][number]): string =>
    `${file}, ${sentenceLine(problem.text)} [${shownLine(severity[problem.severity])}]`;
  const faults = view.problems.filter((problem) => problem.severity === "error");
  const others = view.problems.filter((problem) => problem.severity !== "error");
  // Each faulty line is named, however many there are, and none drowns in remarks.
  yield* list(words.import.faults, faults.map(problemLine), words.import.more, faults.length);
  yield* list(words.import.problems, others.map(problemLine), words.import.more);
  yield* list(
    words.import.changes,
    view.changes.map(({ text }) => sentenceLine(text)),
    words.import.more,
  );
  for (const { text } of view.notices) yield wrapped(sentenceLine(text));
  yield wrapped(sentenceLine(view.summary));
  if (view.done !== null) return;
  if (!view.writes) return;
  if (view.faultyLines.length > 0) yield wrapped(words.import.skip);
  else if (options.yes !== true) yield wrapped(words.import.yes);
};

const list = function* (
  title: string,
  items: readonly string[],
  more: (count: number) => string,
  shownMax = SHOWN_MAX,
): Generator<string> {
  if (items.length === 0) return;
  yield `${title}\n`;
  for (const item of items.slice(0, shownMax)) yield wrapped(item, "    ", "  ");
  if (items.length > shownMax) yield `  ${more(items.length - shownMax)}\n`;
};
