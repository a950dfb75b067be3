import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type {
  StatementDebt,
  StatementInput,
  StatementPayment,
} from "#shared/law/statement-terms.ts";
import type { Statement } from "#shared/law/statement.ts";
import { statementOf } from "#shared/law/statement.ts";

/** Amounts in minor units, dates as texts: short enough to read a case in one line. */
export const debt = (invoice: string, principal: number, dueOn: string): StatementDebt => ({
  invoice,
  portion: null,
  principal,
  dueOn: dateOf(dueOn),
});

export const paid = (
  on: string,
  amount: number,
  invoice: string | null = null,
): StatementPayment => ({ on: dateOf(on), amount, invoice, portion: null, to: null });

type Terms = Partial<Omit<StatementInput, "on">> & { readonly on?: string };

/** One invoice F-1 in euros under the French rules between businesses, unless said otherwise. */
export const inputOf = ({ on = "2026-11-21", ...terms }: Terms): StatementInput => ({
  regime: "fr-b2b",
  currency: "EUR",
  debts: [debt("F-1", 1_000_000, "2026-05-31")],
  payments: [],
  ...terms,
  on: dateOf(on),
});

export const statement = (terms: Terms): Statement => {
  const made = statementOf(inputOf(terms));
  if (!made.ok) throw new Error(`no statement: ${made.error.type}`);
  return made.value;
};

/** `from to days rate principal interest` of every segment. */
export const rowsOf = ({ segments }: Statement) =>
  segments.map(({ from, to, days, basisPoints, principal, interest }) => [
    from,
    to,
    days,
    basisPoints,
    principal,
    interest,
  ]);

export const noteTypes = ({ notes }: Statement): readonly string[] => notes.map(({ type }) => type);

export const day = (text: string): CalendarDate => dateOf(text);
