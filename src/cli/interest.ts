import { noteText } from "#shared/drafting/statement-notes-text.ts";
import { decimalString, money } from "#shared/kernel/money.ts";
import type { Language } from "#shared/kernel/money.ts";
import { ALLOCATIONS, BASES, SPLITS } from "#shared/law/interest.ts";
import { SERIES } from "#shared/law/rate-series.ts";
import { LATE_REGIMES } from "#shared/law/regime.ts";
import type { Statement } from "#shared/law/statement.ts";
import { statementOf } from "#shared/law/statement.ts";
import type { StatementFault } from "#shared/law/statement-terms.ts";
import type { CasesWords } from "#shared/locales/cases-words.ts";
import { CASES_WORDS } from "#shared/locales/cases-words.ts";
import { STATEMENT_WORDS } from "#shared/locales/statement-words.ts";
import { EXIT, misuse, namedWords, refuse } from "./cli.ts";
import type { Cli, Command, Exit } from "./cli.ts";
import type { CaseFault, Expected } from "./interest-cases.ts";
import { CASES_BYTES_MAX, CASES_MAX, readCase } from "./interest-cases.ts";
import { jsonArrayText, oneLine, sentenceLine } from "./output.ts";

/** `error` is the same in every language, `text` says it in words. */
type CaseError = { readonly error: string; readonly text: string };
type Answer =
  | { readonly type: "error"; readonly body: CaseError }
  | { readonly type: "statement"; readonly body: object; readonly isMissing: boolean };

/**
 * Computes late-payment interest of cases in a file, without a ledger: an array in, an array out in the same order;
 * `--full` adds to each answer the terms and rules it rests on, its invoices, and where each rate was read. Exits 1 where
 * a case is in error, else 3 where a rate after the last known one is missing.
 */
export const interest: Command = async (given, cli) => {
  const read = namedWords(given, [], cli);
  if (typeof read === "number") return read;
  const path = cli.options.in;
  if (path === undefined || path === "")
    return misuse(cli, cli.words.usageErrors.missing("--in FICHIER.json"));
  const { io, words, language } = cli;
  const bytes = await io.readBytes(path);
  if (bytes.type !== "read") {
    const type = bytes.type === "absent" ? "input-absent" : "file-unreadable";
    return refuse(cli, { type }, words.files[type]);
  }
  const cases = bytes.bytes.length > CASES_BYTES_MAX ? null : casesIn(bytes.bytes);
  if (cases === null) return refuse(cli, { type: "not-cases" }, CASES_WORDS[language].notCases);
  if (cases.length > CASES_MAX)
    return refuse(cli, { type: "too-many-cases" }, CASES_WORDS[language].tooMany(CASES_MAX));
  return answer(cases, cli);
};

/** Null where the bytes are not a JSON array in UTF-8. */
const casesIn = (bytes: Uint8Array): readonly unknown[] | null => {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return Array.isArray(value) ? (value as readonly unknown[]) : null;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return null;
    throw cause;
  }
};

const answer = (cases: readonly unknown[], { io, language, options }: Cli): Exit => {
  const full = options.full === true;
  const answers = cases.map((raw, index) => answerTo(raw, index, language, full));
  io.out(jsonArrayText(answers.map(({ body }) => body)));
  if (answers.some(({ type }) => type === "error")) return EXIT.refused;
  return answers.some((one) => one.type === "statement" && one.isMissing) ? EXIT.faulty : EXIT.done;
};

const answerTo = (raw: unknown, index: number, language: Language, full: boolean): Answer => {
  const words = CASES_WORDS[language];
  const read = readCase(raw);
  if (!read.ok) return { type: "error", body: caseError(read.error, index, words) };
  const { input, unread } = read.value;
  const made = statementOf(input);
  if (!made.ok) return { type: "error", body: statementError(made.error, index, language) };
  const notes = made.value.notes.map((note) => sentenceLine(noteText(note, language)));
  const unreadNote = unread.length === 0 ? [] : [oneLine(words.unread(unread.join(", ")))];
  return {
    type: "statement",
    body: {
      ...statementJson(made.value, full),
      notes: [...notes, ...unreadNote],
      ...(full ? groundsJson(made.value) : {}),
    },
    isMissing: made.value.missing.length > 0,
  };
};

const CHOICES: Readonly<Partial<Record<Expected, readonly string[]>>> = {
  regime: LATE_REGIMES,
  split: SPLITS,
  basis: BASES,
  allocation: ALLOCATIONS,
  series: SERIES,
};

const caseError = (fault: CaseFault, index: number, words: CasesWords): CaseError => {
  const start = words.inCase(index);
  if (fault.type === "not-verified")
    return {
      error: "not verified",
      text: `${start} ${words.notVerified(fault.regime)}`,
    };
  const { path, expected, absent } = fault;
  const where = `cases[${String(index)}]${path === "" ? "" : `.${path}`}`;
  const choices = CHOICES[expected];
  const said = absent ? words.absent(where) : words.wrong(where, words.expected[expected]);
  const more = choices === undefined ? "" : ` ${words.choices(choices.join(", "))}`;
  return {
    error: oneLine(`${where}: ${absent ? "missing" : `not a valid ${expected}`}`),
    text: oneLine(`${start} ${said}${more}`),
  };
};

const statementError = (fault: StatementFault, index: number, language: Language): CaseError => {
  const words = CASES_WORDS[language];
  const [error, text] = ((): readonly [string, string] => {
    switch (fault.type) {
      case "rate-unknown": {
        const { series, halfYear, invoice } = fault;
        const title = STATEMENT_WORDS[language].series[series].own;
        return [
          `rate unknown: ${series} ${halfYear} (invoice ${invoice})`,
          words.rateUnknown(title, halfYear, invoice),
        ];
      }
      case "unknown-invoice":
        return [`unknown invoice: ${fault.invoice}`, words.unknownInvoice(fault.invoice)];
      case "debt-twice":
        return [`invoice twice: ${fault.invoice}`, words.invoiceTwice(fault.invoice)];
      case "amount-too-large":
        return ["amount too large", words.tooLarge];
    }
  })();
  return { error: oneLine(error), text: oneLine(`${words.inCase(index)} ${text}`) };
};

/** `12.40` of 1240 basis points. */
const percentString = (basisPoints: number): string =>
  decimalString({ minor: basisPoints, currency: "EUR" });

/** Every amount is in the one currency, also the compensation: a sum in another one is in `notes` alone. */
const statementJson = (statement: Statement, full: boolean): object => {
  const { terms, totals, perDay, missing, segments } = statement;
  const amount = amountIn(statement);
  return {
    principal: amount(totals.principal),
    interest: amount(totals.interest),
    compensation: amount(totals.compensation),
    total: amount(totals.total),
    perDay: perDay === null ? null : amount(perDay),
    currency: terms.currency,
    segments: segments.map((segment) => ({
      invoice: segment.invoice,
      from: segment.from,
      to: segment.to,
      days: segment.days,
      rate: percentString(segment.basisPoints),
      principal: amount(segment.principal),
      interest: amount(segment.interest),
      ...(full
        ? {
            basis: segment.basis,
            halfYear: segment.halfYear,
            series: segment.series,
            source: segment.source,
            evidence: segment.evidence,
            computed: segment.computed,
          }
        : {}),
    })),
    ...(missing.length === 0
      ? {}
      : {
          missing: missing.map(({ invoice, from, series, halfYear }) => ({
            invoice,
            from,
            rate: `${series} ${halfYear}`,
          })),
        }),
  };
};

const amountIn =
  ({ terms }: Statement) =>
  (minor: number): string =>
    decimalString(money(minor, terms.currency));

const groundsJson = (statement: Statement): object => {
  const { terms, compensationApart: apart, lines, rules } = statement;
  const amount = amountIn(statement);
  return {
    // Owed in its own currency, hence in no total of another one.
    compensationApart:
      apart === null ? null : { amount: decimalString(apart), currency: apart.currency },
    terms: {
      regime: terms.regime,
      on: terms.on,
      basis: terms.basis,
      split: terms.split,
      allocation: terms.allocation,
      contractRate: terms.contractRate === null ? null : percentString(terms.contractRate),
    },
    invoices: lines.map((line) => ({
      number: line.invoice,
      dueOn: line.dueOn,
      interestFrom: line.interestFrom,
      amount: amount(line.principal),
      open: amount(line.open),
      interest: amount(line.interest),
      interestPaid: amount(line.interestPaid),
      overdue: line.overdue,
    })),
    rules,
  };
};
