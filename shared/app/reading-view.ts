import type { AccountState, Exchange } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { InvoiceBalance } from "#shared/claims/balances.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { formatMoney, money } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import { foldText, foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import type { Message } from "#shared/mail/message.ts";
import { readMessage, readableOf } from "#shared/mail/reading.ts";
import type { Reading } from "#shared/mail/reading.ts";
import { dayWord } from "./filed-mail.ts";
import type { ClaimMatch } from "./mail-match.ts";
import type { ReadingView, TagValues } from "./mail-view.ts";
import type { Facts, Loaded } from "./use-case.ts";

/** Characters of a sentence quoted on the third line. */
export const QUOTE_CHARS_MAX = 240;

/** What a debtor's mail is read as, with the words it rests on, ready to be confirmed or corrected. */
export const readingViewOf = (
  message: Message,
  subject: AccountState,
  match: ClaimMatch,
  filed: Exchange | null,
  loaded: Loaded,
  facts: Facts,
): ReadingView => {
  const words = MAIL_WORDS[facts.language];
  const balances = balancesOf(subject).invoices;
  const open = balances.filter((invoice) => invoice.open > 0);
  const currency = open[0]?.currency ?? balances[0]?.currency ?? "EUR";
  const candidates = (open.length > 0 ? open : balances).filter((one) => one.currency === currency);
  const reading = readMessage(message, {
    sentOn: message.sentOn ?? facts.today,
    currency,
    invoices: balances.map(({ invoice, total }) => ({
      number: invoice.number,
      totalMinor: total,
      dueOn: invoice.portions[0]?.dueOn ?? invoice.issuedOn,
    })),
    ownAddresses: loaded.creditor.creditor?.addresses ?? [],
    knownIbans: [loaded.creditor.creditor?.iban ?? ""].filter((iban) => iban !== ""),
  });
  const newWords = readableOf(message).newWords;
  const values = valuesOf(reading, candidates, currency, match, newWords);
  const grounds = reading.grounds.map(({ of, quote, rule }) => ({ of, quote, rule }));
  const tagGround = reading.tags[0]?.grounds[0];
  return {
    tag: reading.tag,
    also: reading.also,
    tagWord: words.tags[reading.tag],
    confidence: reading.confidence,
    confidenceWord: words.confidence[reading.confidence],
    quote: tagGround === undefined ? null : foreign(tagGround.quote, QUOTE_CHARS_MAX),
    grounds,
    why: reading.grounds.map((ground) =>
      words.ground(groundWord(ground.of, facts.language), foreign(ground.quote, QUOTE_CHARS_MAX)),
    ),
    values,
    summary: summaryOf(reading, values, facts),
    tags: TAGS.map((tag) => ({ tag, label: words.tags[tag] })),
    reasons: DISPUTE_REASONS.map((reason) => ({ reason, label: words.reasons[reason] })),
    invoices: candidates.map(({ invoice, open: openMinor }) => ({
      invoice: invoice.invoice,
      number: foreign(invoice.number),
      open: own(formatMoney(money(openMinor, currency), facts.language)),
      openMinor,
    })),
    confirmed:
      filed?.tagged == null
        ? null
        : {
            tag: filed.tagged.tag,
            text: words.confirmed(
              words.tags[filed.tagged.tag],
              foreign(filed.tagged.entry.by),
              dayWord(filed.tagged.entry.at, facts),
            ),
          },
    words: foreign(newWords),
  };
};

const valuesOf = (
  reading: Reading,
  candidates: readonly InvoiceBalance[],
  currency: Currency,
  match: ClaimMatch,
  newWords: string,
): TagValues => {
  const ofMoney =
    reading.tag === "promise" || reading.tag === "paid" || reading.tag === "instalments";
  const ofAll = ofMoney && SAYS_ALL.test(` ${foldText(newWords)} `);
  const named = candidates
    .filter(({ invoice }) => reading.invoices.includes(invoice.number))
    .map(({ invoice }) => invoice.invoice);
  const matched = (match.ranked[0]?.invoices ?? []).filter((id) =>
    candidates.some(({ invoice }) => invoice.invoice === id),
  );
  const only = candidates.length === 1 ? candidates.map(({ invoice }) => invoice.invoice) : [];
  const reason = reading.dispute?.reason ?? "other";
  const parts = (reading.promise?.parts ?? []).flatMap((part) =>
    part.by === null || part.amountMinor === null
      ? []
      : [{ by: part.by, amount: part.amountMinor }],
  );
  return {
    currency,
    by: reading.promise?.by ?? null,
    amount: reading.promise?.amountMinor ?? reading.paid?.amountMinor ?? null,
    parts,
    reason,
    disputed: null,
    // Where the buyer cannot pay without something of ours, the debtor's clock stands and we are the ones who act.
    mustAct: reason === "missing_reference" || reason === "credit_due" ? "us" : "them",
    back: reading.back ?? null,
    contact: reading.contact ?? null,
    invoices: ofAll ? [] : named.length > 0 ? named : matched.length > 0 ? matched : only,
  };
};

/** Words by which a payment is meant of all that is open, whatever single invoice the subject still names. */
const SAYS_ALL =
  / (?:les deux|les trois|toutes|tout|le solde|l ensemble|la totalite|both|all of|all invoices|everything|the balance|in full) /;

const summaryOf = (reading: Reading, values: TagValues, facts: Facts): Sentence => {
  const words = MAIL_WORDS[facts.language];
  const amount =
    values.amount === null
      ? null
      : own(formatMoney(money(values.amount, values.currency), facts.language));
  const day = (date: CalendarDate | null): Own | null =>
    date === null ? null : own(shortDate(date, facts.today, facts.language));
  switch (reading.tag) {
    case "promise":
      return values.parts.length > 1
        ? words.values.parts(own(String(values.parts.length)))
        : words.values.promise(amount, day(values.by));
    case "instalments":
      return values.parts.length > 1
        ? words.values.parts(own(String(values.parts.length)))
        : words.values.plain(words.tags.instalments);
    case "paid":
      return words.values.paid(amount, day(reading.paid?.on ?? null));
    case "dispute":
      return words.values.dispute(words.reasons[values.reason], amount);
    case "autoreply":
      return values.back === null
        ? words.values.plain(words.tags.autoreply)
        : words.values.back(day(values.back) ?? own(""));
    case "wrong_contact":
      return values.contact === null
        ? words.values.plain(words.tags.wrong_contact)
        : words.values.contact(foreign(values.contact));
    case "question":
    case "insolvency":
    case "refusal":
    case "bounce":
    case "acknowledgement":
    case "unrelated":
      return words.values.plain(words.tags[reading.tag]);
  }
};

const groundWord = (of: string, language: Language): Own => {
  const words = MAIL_WORDS[language];
  const tag = TAGS.find((one) => one === of);
  if (tag !== undefined) return words.tags[tag];
  const last = of.slice(of.lastIndexOf(".") + 1);
  if (last === "by" || last === "on") return words.groundOf.by;
  if (last === "amount") return words.groundOf.amount;
  if (last === "reason") return words.groundOf.reason;
  if (last === "back") return words.groundOf.back;
  return last === "iban" ? words.groundOf.iban : words.groundOf.contact;
};
