import type { AccountState } from "#shared/claims/account.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { Ground } from "#shared/claims/events.ts";
import { findAmounts } from "#shared/mail/amounts.ts";
import { findDates } from "#shared/mail/dates.ts";
import type { Message } from "#shared/mail/message.ts";
import { invoiceNumberIn } from "./invoice-number.ts";
import type { Found } from "./invoice-number.ts";
import { textOf } from "./mail-acts.ts";
import type { FollowView } from "./mail-view.ts";
import type { Facts } from "./use-case.ts";

/** Characters of the mail in which an invoice's figures are looked for. */
const READ_CHARS_MAX = 5_000;
/** A due date further away than this was misread. */
const TERM_DAYS_MAX = 366;

/**
 * What a mail of ours says of the invoice it carries: its number from the file name or subject, its total and due date
 * from the text; the rest is typed. A guess is only ever a prefilled field.
 */
export const followViewOf = (
  message: Message,
  account: AccountState | null,
  facts: Facts,
): FollowView => {
  const text = textOf(message).slice(0, READ_CHARS_MAX);
  const issuedOn = message.sentOn ?? facts.today;
  const recipient = message.to[0];
  const currency = currencyOf(text, account);
  const number = invoiceNumberIn(message);
  const due = dueOf(text, issuedOn);
  const total = totalOf(text, currency);
  return {
    account: account?.account ?? null,
    name: account?.debtor?.name ?? recipient?.name ?? "",
    email: recipient?.address ?? "",
    number: number?.value ?? "",
    issuedOn,
    dueOn: due?.value ?? null,
    total: total?.value ?? null,
    currency,
    language:
      account?.debtor?.language ??
      (/\b(?:invoice|please find)\b/i.test(`${message.subject} ${text.slice(0, 400)}`)
        ? "en"
        : "fr"),
    grounds: [...groundOf("number", number), ...groundOf("due", due), ...groundOf("total", total)],
  };
};

const groundOf = (of: string, found: Found<unknown>): readonly Ground[] =>
  found === null ? [] : [{ of, quote: found.quote, rule: `follow.${of}` }];

/** The last date of the mail that a term can have: invoices name their issue first. */
const dueOf = (text: string, issuedOn: CalendarDate): Found<CalendarDate> => {
  const latestTerm = addDays(issuedOn, TERM_DAYS_MAX);
  const fits = findDates(text, { sentOn: issuedOn, monthFirst: false }).filter(
    ({ next }) => next !== null && next > issuedOn && next <= latestTerm,
  );
  const last = fits[fits.length - 1];
  return last?.next == null ? null : { value: last.next, quote: text.slice(last.from, last.to) };
};

/** The greatest amount: the total including tax stands above its parts. */
const totalOf = (text: string, currency: Currency): Found<number> => {
  let best: Found<number> = null;
  for (const find of findAmounts(text, currency)) {
    if (find.minor === null || (best !== null && find.minor <= best.value)) continue;
    best = { value: find.minor, quote: text.slice(find.from, find.to) };
  }
  return best;
};

const currencyOf = (text: string, account: AccountState | null): Currency => {
  const known = account?.invoices[account.invoices.length - 1]?.currency;
  if (known !== undefined) return known;
  return text.includes("£") || text.includes("GBP") ? "GBP" : "EUR";
};
