/** The three kinds of table that are taken in. */
export const INTAKE_KINDS = ["invoices", "payments", "history"] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/** What can be wrong with a line; worded by locales. */
export const PROBLEM_CODES = [
  // Of the header.
  "kind-of-file-unknown",
  "column-missing",
  "column-twice",
  "column-ignored",
  "lines-above-header",
  "read-as-payments",
  "list-empty",
  "paid-from-open",
  // Of a cell.
  "value-missing",
  "value-too-long",
  "amount-not-readable",
  "amount-ambiguous",
  "amount-not-positive",
  "amounts-mixed",
  "date-not-readable",
  "date-not-real",
  "date-ambiguous",
  "date-in-future",
  "dates-day-first",
  "currency-unknown",
  "kind-unknown",
  "kind-assumed",
  "not-an-invoice",
  "siren-invalid",
  "email-invalid",
  "language-unknown",
  "country-unknown",
  "step-unknown",
  // Of a line.
  "number-twice",
  "due-before-issued",
  "paid-exceeds-total",
  "open-exceeds-total",
  "open-differs",
  "total-line",
  // Against the ledger.
  "invoice-unknown",
  "invoice-of-another-debtor",
  "debtor-ambiguous",
  "paid-less-than-known",
  "currency-differs",
  "refused",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** `error`: the line is not taken in. `warning`: it is, not quite as it stands. `note`: how something was understood. */
export type Severity = "error" | "warning" | "note";

export type IntakeProblem = {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Line of the file, from 1. */
  readonly line: number;
  /** Column of the table, from 1; null where it is of the whole line. */
  readonly column: number | null;
  /** Our name of the column. */
  readonly field: string | null;
  /** What stands there: foreign. */
  readonly value: string;
  /** Another line that is concerned: the first with this number. Of `kind-assumed`, how many lines there are. */
  readonly other: number | null;
};

export const isFault = ({ severity }: IntakeProblem): boolean => severity === "error";

/** Lines of the file that are not taken in, in order, each once. */
export const faultyLines = (problems: readonly IntakeProblem[]): readonly number[] =>
  [...new Set(problems.filter(isFault).map(({ line }) => line))].sort((a, b) => a - b);
