import type { AccountState } from "#shared/claims/account.ts";
import { addDays, dateOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { Ground } from "#shared/claims/events.ts";
import { findAmounts } from "#shared/mail/amounts.ts";
import { findDates } from "#shared/mail/dates.ts";
import type { Message } from "#shared/mail/message.ts";
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
  facts: Facts | null,
): FollowView => {
  const text = textOf(message).slice(0, READ_CHARS_MAX);
  const issuedOn = message.sentOn ?? facts?.today ?? dateOf("2000-01-01");
  const recipient = message.to[0];
  const currency = currencyOf(text, account);
  const number = numberOf(message);
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

type Found<T> = { readonly value: T; readonly quote: string } | null;

const groundOf = (of: string, found: Found<unknown>): readonly Ground[] =>
  found === null ? [] : [{ of, quote: found.quote, rule: `follow.${of}` }];

const ANNOUNCES = /^(?:facture|invoice|avoir)/i;
const NUMBER_WORD = /^(?:n|no|num|number|numero|numéro)?[.°º#]?$/i;
const NUMBER_CHARS_MAX = 30;

/** The number stands after the word that announces it, in French or English; it has a digit and no space. */
const numberOf = (message: Message): Found<string> => {
  const files = message.attachments
    .filter((file) => /\.pdf$/i.test(file.name))
    .map((file) => file.name.slice(0, -4));
  for (const place of [message.subject, ...files]) {
    const value = announcedIn(place.slice(0, 300));
    if (value !== null) return { value, quote: place.slice(0, 200) };
  }
  return null;
};

const announcedIn = (place: string): string | null => {
  const words = place.split(/[\s_:,;()[\]«»"]/).filter((word) => word !== "");
  for (const [at, word] of words.entries()) {
    if (!ANNOUNCES.test(word)) continue;
    const glued = word.replace(ANNOUNCES, "");
    const next = words.slice(at + 1, at + 4).find((one) => !NUMBER_WORD.test(one)) ?? "";
    for (const candidate of [glued, next]) {
      const number = trimPunctuation(candidate);
      if (/\d/.test(number) && number.length <= NUMBER_CHARS_MAX) return number;
    }
  }
  return null;
};

const trimPunctuation = (word: string): string => {
  let from = 0;
  let to = word.length;
  while (from < to && "-/.".includes(word.charAt(from))) from += 1;
  while (to > from && "-/.".includes(word.charAt(to - 1))) to -= 1;
  return word.slice(from, to);
};

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
