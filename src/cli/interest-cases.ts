import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { isCurrency, parseMoney } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { ALLOCATIONS, BASES, SPLITS } from "#shared/law/interest.ts";
import { SERIES } from "#shared/law/rate-series.ts";
import type { AddedRate } from "#shared/law/rates.ts";
import type { LateRegime, UnverifiedRegime } from "#shared/law/regime.ts";
import { LATE_REGIMES, UNVERIFIED_REGIMES } from "#shared/law/regime.ts";
import type {
  StatementDebt,
  StatementInput,
  StatementPayment,
} from "#shared/law/statement-terms.ts";
import * as z from "zod/mini";

/** A file of any other kind, named by mistake. */
export const CASES_BYTES_MAX = 16 * 1024 * 1024;
/** A run that never ends. */
export const CASES_MAX = 10_000;
/** Each payment looks at each invoice of its case. */
export const CASE_ROWS_MAX = 2_000;
/** A number of an invoice, or the source of a rate, that fills the screen. */
const CASE_TEXT_CHARS_MAX = 300;
/** Far from the last day that the calendar holds, so that the day after is one too. */
const LAST_DAY = "2190-12-31";
/** 100 % a year, in basis points: a rate in another unit. */
const RATE_MAX = 10_000;

export type Expected =
  | "case"
  | "date"
  | "amount"
  | "rate"
  | "text"
  | "list"
  | "currency"
  | "regime"
  | "split"
  | "basis"
  | "allocation"
  | "series";

export type CaseFault =
  | { readonly type: "not-verified"; readonly regime: UnverifiedRegime }
  | {
      readonly type: "field";
      readonly path: string;
      readonly expected: Expected;
      readonly absent: boolean;
    };

/** Fields that a case, an invoice or a payment has beyond those that are read. */
export type ReadCase = { readonly input: StatementInput; readonly unread: readonly string[] };

/** A figure as a text (`"1200.50"`) or as a JSON number. */
const zFigure = z.union([z.string().check(z.maxLength(40)), z.number()]);
const zText = z.string().check(z.minLength(1), z.maxLength(CASE_TEXT_CHARS_MAX));
const zDate = z.string().check(z.refine((text) => parseCalendarDate(text) !== null));
const zRows = <T extends z.ZodMiniType>(row: T) => z.array(row).check(z.maxLength(CASE_ROWS_MAX));

const zInvoice = z.object({ number: zText, amount: zFigure, dueOn: zDate });
const zPayment = z.object({ on: zDate, amount: zFigure, invoice: z.nullish(zText) });
const zAddedRate = z.object({ series: z.enum(SERIES), from: zDate, rate: zFigure, source: zText });
const zCase = z.object({
  regime: z.enum([...LATE_REGIMES, ...UNVERIFIED_REGIMES]),
  currency: z.string().check(z.refine(isCurrency)),
  invoices: zRows(zInvoice),
  payments: z.nullish(zRows(zPayment)),
  on: zDate.check(z.refine((text) => text <= LAST_DAY)),
  basis: z.nullish(z.enum(BASES)),
  split: z.nullish(z.enum(SPLITS)),
  allocation: z.nullish(z.enum(ALLOCATIONS)),
  contractRate: z.nullish(zFigure),
  formalNoticeOn: z.nullish(zDate),
  addedRates: z.nullish(zRows(zAddedRate)),
});

const READ: Readonly<Record<string, readonly string[]>> = {
  invoices: Object.keys(zInvoice.shape),
  payments: Object.keys(zPayment.shape),
  addedRates: Object.keys(zAddedRate.shape),
};

const EXPECTED: Readonly<Record<string, Expected>> = {
  regime: "regime",
  currency: "currency",
  invoices: "list",
  payments: "list",
  addedRates: "list",
  on: "date",
  dueOn: "date",
  from: "date",
  formalNoticeOn: "date",
  amount: "amount",
  contractRate: "rate",
  rate: "rate",
  basis: "basis",
  split: "split",
  allocation: "allocation",
  series: "series",
  number: "text",
  invoice: "text",
  source: "text",
};

type Path = readonly (string | number)[];

/** `invoices[0].dueOn`. */
const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${String(key)}]` : text === "" ? key : `${text}.${key}`,
    "",
  );

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      typeof found === "object" && found !== null
        ? (Object.entries(found).find(([name]) => name === String(key)) ?? [])[1]
        : undefined,
    value,
  );

const fieldFault = (raw: unknown, path: Path): CaseFault => {
  const name = [...path].reverse().find((key) => typeof key === "string");
  const last = path[path.length - 1];
  const expected = typeof last === "number" ? "case" : (EXPECTED[name ?? ""] ?? "case");
  const value = at(raw, path);
  return {
    type: "field",
    path: pathText(path),
    expected,
    absent: value === undefined || value === null,
  };
};

const isRegime = (regime: string): regime is LateRegime =>
  LATE_REGIMES.some((known) => known === regime);

const PLAIN_NUMBER = /^\d{1,15}(?:\.\d{1,3})?$/;

const plainText = (figure: string | number): string | null => {
  const text = String(figure).trim();
  return PLAIN_NUMBER.test(text) ? text : null;
};

/** Minor units; null where it is no plain figure with at most the decimals of its currency. */
const minorOf = (figure: string | number, currency: Currency): number | null => {
  const text = plainText(figure);
  return text === null ? null : (parseMoney(text, currency, ".")?.minor ?? null);
};

/** Basis points of a percentage with at most two decimals. */
const basisPointsOf = (figure: string | number): number | null => {
  const text = plainText(figure);
  const [whole = "", decimals = ""] = (text ?? "").split(".");
  if (text === null || decimals.length > 2) return null;
  const points = Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
  return points <= RATE_MAX ? points : null;
};

const day = (text: string): CalendarDate => text as CalendarDate;

/** Reads one case; the error names the first field that is not what it should be. */
export const readCase = (raw: unknown): Result<ReadCase, CaseFault> => {
  // Said before anything else: no figure is given for these, however the rest of the case reads.
  const unverified = UNVERIFIED_REGIMES.find((regime) => regime === at(raw, ["regime"]));
  if (unverified !== undefined) return err({ type: "not-verified", regime: unverified });
  const parsed = zCase.safeParse(raw);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    return err(
      fieldFault(
        raw,
        path.map((key) => (typeof key === "symbol" ? "" : key)),
      ),
    );
  }
  const { data } = parsed;
  const { regime, currency } = data;
  if (!isRegime(regime)) return err(fieldFault(raw, ["regime"]));
  if (!isCurrency(currency)) return err(fieldFault(raw, ["currency"]));
  const debts: StatementDebt[] = [];
  for (const [index, { number, amount, dueOn }] of data.invoices.entries()) {
    const principal = minorOf(amount, currency);
    if (principal === null) return err(fieldFault(raw, ["invoices", index, "amount"]));
    debts.push({ invoice: number, portion: null, principal, dueOn: day(dueOn) });
  }
  const payments: StatementPayment[] = [];
  for (const [index, { on, amount: figure, invoice }] of (data.payments ?? []).entries()) {
    const amount = minorOf(figure, currency);
    if (amount === null) return err(fieldFault(raw, ["payments", index, "amount"]));
    payments.push({ on: day(on), amount, invoice: invoice ?? null, portion: null, to: null });
  }
  const addedRates: AddedRate[] = [];
  for (const [index, { series, from, rate, source }] of (data.addedRates ?? []).entries()) {
    const basisPoints = basisPointsOf(rate);
    if (basisPoints === null) return err(fieldFault(raw, ["addedRates", index, "rate"]));
    const entry = { series, from: day(from), basisPoints, source };
    addedRates.push({ ...entry, addedOn: day(data.on), addedBy: "" });
  }
  const contractRate = data.contractRate == null ? null : basisPointsOf(data.contractRate);
  if (data.contractRate != null && contractRate === null)
    return err(fieldFault(raw, ["contractRate"]));
  return ok({
    input: {
      regime,
      currency,
      debts,
      payments,
      on: day(data.on),
      basis: data.basis ?? undefined,
      split: data.split ?? undefined,
      allocation: data.allocation ?? undefined,
      contractRate,
      formalNoticeOn: data.formalNoticeOn == null ? null : day(data.formalNoticeOn),
      addedRates,
    },
    unread: unreadFields(raw),
  });
};

const fieldsOf = (value: unknown): readonly string[] =>
  typeof value === "object" && value !== null ? Object.keys(value) : [];

/** A field that is misspelt would change the figures in silence. */
const unreadFields = (raw: unknown): readonly string[] => {
  const known = Object.keys(zCase.shape);
  const found = new Set(fieldsOf(raw).filter((name) => !known.includes(name)));
  for (const [list, names] of Object.entries(READ)) {
    const rows = at(raw, [list]);
    for (const row of Array.isArray(rows) ? (rows as readonly unknown[]) : [])
      for (const name of fieldsOf(row)) if (!names.includes(name)) found.add(`${list}[].${name}`);
  }
  return [...found].slice(0, CASE_ROWS_MAX);
};
