import { isWeekend } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { MINOR_MAX, money } from "#shared/kernel/money.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { AccountState, Invoice } from "./account.ts";
import type { AccountEvent, PortionName } from "./events.ts";
import type { ClaimRefusal, Decision, RecordKind } from "./refusals.ts";

type Check = ClaimRefusal | null;

/** The first check that fails refuses; else the events. */
export const decided = (checks: readonly Check[], ...events: readonly AccountEvent[]): Decision => {
  const refusal = checks.find((check) => check !== null);
  return refusal === undefined ? ok(events) : err(refusal);
};

/** An amount to show in a refusal, whatever was typed. */
export const shownMoney = (minor: number, currency: Currency): Money =>
  money(
    Number.isSafeInteger(minor) ? Math.max(-MINOR_MAX, Math.min(MINOR_MAX, minor)) : 0,
    currency,
  );

export const textGiven = (field: string, text: string): Check =>
  text.trim() === "" ? { type: "text-missing", field } : null;

export const nameGiven = (field: string, name: string): Check =>
  name.trim() === "" ? { type: "name-missing", field } : null;

export const positive = (field: string, amount: number, currency: Currency): Check =>
  Number.isSafeInteger(amount) && amount > 0
    ? null
    : { type: "amount-not-positive", field, amount: shownMoney(amount, currency) };

export const positiveOrWhole = (
  field: string,
  amount: number | null | undefined,
  currency: Currency,
): Check => (amount === null || amount === undefined ? null : positive(field, amount, currency));

export const atMost = (field: string, amount: number, max: number, currency: Currency): Check =>
  amount <= max
    ? null
    : {
        type: "amount-exceeds",
        field,
        amount: shownMoney(amount, currency),
        max: shownMoney(max, currency),
      };

export const notInFuture = (field: string, date: CalendarDate, today: CalendarDate): Check =>
  date > today ? { type: "date-in-future", field, date, today } : null;

export const notBefore = (
  field: string,
  date: CalendarDate | null | undefined,
  earliest: CalendarDate,
): Check =>
  date !== null && date !== undefined && date < earliest
    ? { type: "date-too-early", field, date, earliest }
    : null;

export const notAfter = (field: string, date: CalendarDate, last: CalendarDate | null): Check =>
  last !== null && date > last ? { type: "date-too-late", field, date, latest: last } : null;

/** Claims know no holidays: whoever offers the day leaves those out. */
export const notOnWeekend = (field: string, date: CalendarDate): Check =>
  isWeekend(date) ? { type: "date-on-weekend", field, date } : null;

/** Null is not given; what is given is more than blanks. */
export const textIfGiven = (field: string, text: string | null): Check =>
  text === null ? null : textGiven(field, text);

export const invoicesNamed = (field: string, invoices: readonly string[]): Check =>
  invoices.length === 0 ? { type: "invoices-missing", field } : null;

/** Of ids made from facts: the record that stands is not said again. */
export const notRecorded = (kind: RecordKind, id: string, there: object | undefined): Check =>
  there === undefined ? null : { type: "already-recorded", kind, id };

export const notFound = (kind: RecordKind, id: string): Decision =>
  err({ type: "not-found", kind, id });

/** `ended` is whatever marks the end: null while it lasts. */
export const notEnded = (kind: RecordKind, id: string, ended: object | string | null): Check =>
  ended === null ? null : { type: "already-ended", kind, id };

export const somethingChanges = (kind: RecordKind, id: string, changes: object): Check =>
  Object.values(changes).every((value) => value === undefined)
    ? { type: "nothing-changed", kind, id }
    : null;

/** An invoice that stands, of that currency where one is asked. */
export const standingInvoice = (
  state: AccountState,
  id: string,
  currency: Currency | null,
): { readonly invoice: Invoice } | ClaimRefusal => {
  const invoice = state.invoices.find((known) => known.invoice === id);
  if (invoice === undefined) return { type: "no-such-invoice", invoice: id };
  if (invoice.cancelled !== null)
    return { type: "invoice-cancelled", invoice: id, number: invoice.number };
  if (currency !== null && invoice.currency !== currency)
    return {
      type: "currency-differs",
      field: "currency",
      expected: invoice.currency,
      given: currency,
    };
  return { invoice };
};

export const invoicesStand = (
  state: AccountState,
  ids: readonly string[],
  currency: Currency | null,
): Check => {
  for (const id of ids) {
    const found = standingInvoice(state, id, currency);
    if ("type" in found) return found;
  }
  return null;
};

export const portionsExist = (state: AccountState, names: readonly PortionName[]): Check => {
  for (const { invoice: id, portion } of names) {
    const invoice = state.invoices.find((known) => known.invoice === id);
    if (invoice === undefined) return { type: "no-such-invoice", invoice: id };
    if (!invoice.portions.some((known) => known.portion === portion))
      return { type: "no-such-portion", invoice: id, portion };
  }
  return null;
};
