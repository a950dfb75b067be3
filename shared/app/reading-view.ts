import type { AccountState, Exchange } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { InvoiceBalance } from "#shared/claims/balances.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { formatMoney, money } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { foldText, foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { FINER_WORDS } from "#shared/locales/finer-words.ts";
import { say, together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import { FINER_CODES } from "#shared/mail/finer-rule.ts";
import type { FinerCode } from "#shared/mail/finer-rule.ts";
import type { Message } from "#shared/mail/message.ts";
import { deathIn } from "#shared/mail/death.ts";
import { finerOf } from "#shared/mail/finer.ts";
import type { Finer } from "#shared/mail/finer.ts";
import { newWordsOf } from "#shared/mail/html-words.ts";
import { isOtherCurrency } from "#shared/mail/other-currency.ts";
import { readMessage, readableOf } from "#shared/mail/reading.ts";
import { taughtTimes, withTaught } from "#shared/mail/taught.ts";
import type { Ground, Reading } from "#shared/mail/reading.ts";
import { ANSWERED } from "#shared/recovery/answers-owed.ts";
import { dayWord } from "./filed-mail.ts";
import type { ClaimMatch } from "./mail-match.ts";
import type { DetailView, ReadingView, TagValues } from "./mail-view.ts";
import { QUOTE_CHARS_MAX, groundWord, shownGrounds, whysOf } from "./reading-why.ts";
import { taughtBy } from "./taught-by.ts";
import { runsOf } from "./word-runs.ts";
import type { Facts, Loaded } from "./use-case.ts";

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
  const said = readMessage(message, {
    sentOn: message.sentOn ?? facts.today,
    currency,
    invoices: balances.map(({ invoice, total }) => ({
      number: invoice.number,
      totalMinor: total,
      dueOn: invoice.portions[0]?.dueOn ?? invoice.issuedOn,
    })),
    ownAddresses: loaded.creditor.creditor?.addresses ?? [],
    knownIbans: knownIbansOf(subject, loaded),
  });
  const taught = taughtBy(subject.exchanges, loaded.creditor, filed?.exchange ?? null);
  const taughtReading = withTaught(said, taught, message);
  const isFraud = fraudIn(taughtReading).length > 0;
  const { newWords } = readableOf(message);
  const otherCurrency = taughtReading.grounds.find(isOtherCurrency) ?? null;
  const death = ROBOTS.includes(taughtReading.tag) ? null : deathIn(newWords);
  // One click on a sum in another currency would promise all that is owed: what it is, is asked.
  const isHeld = death !== null || otherCurrency !== null;
  const reading: Reading = {
    ...taughtReading,
    confidence: isHeld ? "unsure" : heldBack(taughtReading, isFraud),
    ranked: taughtReading.ranked.filter((tag) => death === null || !OF_MONEY.includes(tag)),
  };
  const fraud = fraudIn(reading);
  // Who gives bank details of his own asks for none.
  const told = isFraud
    ? null
    : creditAsked(reading, finerOf(newWords, reading.tag, reading.dispute?.reason ?? null));
  const inParts = (reading.promise?.parts ?? []).length > 1;
  const finer = told === null || !inParts ? told : finerInParts(reading, told);
  const values = valuesOf(reading, finer, candidates, currency, match, newWords);
  const all = finer === null ? reading.grounds : [...reading.grounds, finer.ground];
  const grounds = all.map(({ of, quote, rule }) => ({ of, quote, rule }));
  const tagGround = death ?? saidGround(reading);
  const isOfWords = tagGround !== undefined && taughtTimes(tagGround.rule) === null;
  return {
    tag: reading.tag,
    also: reading.also,
    tagWord: words.tags[reading.tag],
    confidence: reading.confidence,
    confidenceWord: words.confidence[reading.confidence],
    quote: isOfWords ? foreign(tagGround.quote, QUOTE_CHARS_MAX) : null,
    grounds,
    why: whysOf(shownGrounds(reading, all), facts.language),
    values,
    summary: together(
      summaryOf(reading, values, facts),
      invoicesMeant(reading.tag, values, candidates, facts),
    ),
    tags: TAGS.map((tag) => ({ tag, label: words.tags[tag] })),
    reasons: DISPUTE_REASONS.map((reason) => ({ reason, label: words.reasons[reason] })),
    invoices: candidates.map(({ invoice, open: openMinor }) => ({
      invoice: invoice.invoice,
      number: foreign(invoice.number),
      open: own(formatMoney(money(openMinor, currency), facts.language)),
      openMinor,
    })),
    likeliest: reading.confidence === "unsure" ? likeliestOf(reading, facts.language) : [],
    detail: finer === null ? null : detailOf(finer.code, finer.mustAct, facts.language),
    fraud,
    tellsDeath: death !== null,
    otherCurrency: otherCurrency === null ? null : foreign(otherCurrency.quote, AMOUNT_CHARS_MAX),
    confirmed: confirmedOf(filed, facts),
    words: foreign(newWords),
    runs: runsOf(newWords, all, (of) => groundWord(of, facts.language)),
    cutOff: cutOffOf(message),
  };
};

/** Nothing is sure in a mail that gives bank details nobody knows. */
const heldBack = ({ confidence }: Reading, isFraud: boolean): Reading["confidence"] =>
  isFraud && confidence === "sure" ? "likely" : confidence;

/** Written by nobody: who is told of there is another one. */
const ROBOTS: readonly Tag[] = ["autoreply", "bounce"];
/** What is offered to nobody first where somebody has died. */
const OF_MONEY: readonly Tag[] = ["promise", "paid", "instalments", "refusal"];

/** A credit note that they wait for is ours to make, whatever the complaint was read as. */
const creditAsked = (reading: Reading, told: Finer | null): Finer | null => {
  const asked = reading.grounds.find(({ rule }) => rule === CREDIT_RULE);
  if (reading.tag !== "dispute" || told?.mustAct === "us" || asked === undefined) return told;
  const ground = { ...asked, of: "dispute.detail", rule: "finer.credit-note-awaited" };
  return { code: "credit-note-awaited", mustAct: "us", ground };
};

const CREDIT_RULE = "dispute.credit.awaited";

/** Sums with their days are a schedule, whatever words go with them, and none of them is « a part only ». */
const finerInParts = (reading: Reading, told: Finer): Finer | null => {
  if (told.code === "partial") return null;
  if (told.code !== "time-asked") return told;
  const { of, rule } = told.ground;
  const ground = { ...(saidGround(reading) ?? told.ground), of, rule };
  return { ...told, code: "schedule-proposed", ground };
};

/** The accounts to which this debtor may be told to pay: ours, and those of whoever bought its invoices. */
const knownIbansOf = (subject: AccountState, { creditor }: Loaded): readonly string[] =>
  [creditor.creditor?.iban, ...fileOf(subject).assignments.map(({ iban }) => iban)].filter(
    (iban): iban is string => typeof iban === "string" && iban !== "",
  );

const fraudIn = ({ grounds }: Reading): readonly Foreign[] => {
  const ibans = grounds
    .filter(({ of }) => of === "fraud" || of.startsWith("fraud."))
    .map(({ quote }) => quote);
  return [...new Set(ibans)].slice(0, FRAUDS_MAX).map((iban) => foreign(iban, 60));
};

/** Characters of a sum in a sentence. */
const AMOUNT_CHARS_MAX = 40;

/** Unknown bank details named in a warning; a crafted mail holds hundreds. */
const FRAUDS_MAX = 3;

const confirmedOf = (filed: Exchange | null, facts: Facts): ReadingView["confirmed"] => {
  const words = MAIL_WORDS[facts.language];
  if (filed === null) return null;
  const { tagged, withoutEffect, detailed } = filed;
  if (tagged === null) {
    if (withoutEffect === null) return null;
    const text = words.noEffect(foreign(withoutEffect.by), dayWord(withoutEffect.at, facts));
    return { tag: null, text };
  }
  const text = words.confirmed(
    words.tags[tagged.tag],
    foreign(tagged.entry.by),
    dayWord(tagged.entry.at, facts),
  );
  if (detailed?.detail === ANSWERED) {
    return { tag: tagged.tag, text: together(text, words.answered.shown) };
  }
  if (detailed === null || !isFinerCode(detailed.detail)) return { tag: tagged.tag, text };
  const { label, who } = detailOf(detailed.detail, detailed.mustAct, facts.language);
  return { tag: tagged.tag, text: together(text, FINER_WORDS[facts.language].said(label, who)) };
};

const detailOf = (
  code: FinerCode,
  mustAct: DetailView["mustAct"],
  language: Language,
): DetailView => {
  const words = FINER_WORDS[language];
  return { code, mustAct, label: words.codes[code], who: words.mustAct[mustAct] };
};

const isFinerCode = (text: string): text is FinerCode => FINER_CODES.some((code) => code === text);

/** Tags offered first where the reading asks: those it holds for likeliest. */
const LIKELIEST = 3;

const likeliestOf = (reading: Reading, language: Language): ReadingView["likeliest"] =>
  [...new Set<Tag>([reading.tag, ...reading.also, ...reading.ranked])]
    .filter((tag) => reading.ranked.includes(tag))
    .slice(0, LIKELIEST)
    .map((tag) => ({ tag, label: MAIL_WORDS[language].tags[tag] }));

/** What they wrote themselves says more than a subject or a header on which the tag rests too. */
const saidGround = ({ tags }: Reading): Ground | undefined => {
  const grounds = tags[0]?.grounds ?? [];
  return grounds.find(({ span }) => span !== null && span.of === "newWords") ?? grounds[0];
};

const cutOffOf = (message: Message): ReadingView["cutOff"] => {
  const { quoted, signature } = newWordsOf(message);
  if (quoted.trim() === "" && signature.trim() === "") return null;
  return { signature: foreign(signature.trim()), quoted: foreign(withoutEmptyStart(quoted)) };
};

/** History turned from HTML begins with quote marks that quote nothing. */
const withoutEmptyStart = (quoted: string): string => {
  const lines = quoted.trim().split("\n");
  const start = lines.findIndex((line) => line.replace(/[>\s]/g, "") !== "");
  return lines.slice(Math.max(start, 0)).join("\n");
};

const valuesOf = (
  reading: Reading,
  finer: Finer | null,
  candidates: readonly InvoiceBalance[],
  currency: Currency,
  match: ClaimMatch,
  newWords: string,
): TagValues => {
  const ofMoney =
    reading.tag === "promise" || reading.tag === "paid" || reading.tag === "instalments";
  const ofAll = ofMoney && SAYS_ALL.test(` ${foldText(newWords)} `);
  const inMail = candidates.filter(({ invoice }) => reading.invoices.includes(invoice.number));
  // A subject still names all that we wrote about: what they name themselves comes first.
  const inWords = inMail.filter(({ invoice }) => newWords.includes(invoice.number));
  const named = (inWords.length > 0 ? inWords : inMail).map(({ invoice }) => invoice.invoice);
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
    mustAct: mustActOf(reason, reading.tag === "dispute" ? finer : null),
    back: reading.back ?? null,
    contact: reading.contact ?? null,
    invoices: ofAll ? [] : named.length > 0 ? named : matched.length > 0 ? matched : only,
  };
};

const mustActOf = (reason: DisputeReason, finer: Finer | null): "us" | "them" =>
  finer !== null
    ? finer.mustAct === "us"
      ? "us"
      : "them"
    : reason === "missing_reference" || reason === "credit_due"
      ? "us"
      : "them";

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
        ? partsSentence(values, facts)
        : words.values.promise(amount, day(values.by));
    case "instalments":
      return values.parts.length > 1
        ? partsSentence(values, facts)
        : words.values.plain(words.tags.instalments);
    case "paid":
      return words.values.paid(amount, day(reading.paid?.on ?? null));
    case "dispute":
      return words.values.dispute(words.reasons[values.reason], amount);
    case "autoreply":
      return together(
        values.back === null
          ? words.values.plain(words.tags.autoreply)
          : words.values.back(day(values.back) ?? own("")),
        values.contact === null ? null : words.values.meanwhile(foreign(values.contact)),
      );
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

/** Parts told one by one: more are read in the form. */
const PARTS_SHOWN_MAX = 4;

const partsSentence = ({ parts, currency }: TagValues, facts: Facts): Sentence => {
  const words = MAIL_WORDS[facts.language].values;
  const each = parts
    .slice(0, PARTS_SHOWN_MAX)
    .map(({ by, amount }) =>
      words.part(
        own(formatMoney(money(amount, currency), facts.language)),
        own(shortDate(by, facts.today, facts.language)),
      ),
    );
  const listed = each.reduce<Sentence>(
    (all, one) => (all.length === 0 ? one : say`${all}, ${one}`),
    [],
  );
  const cut = parts.length > each.length ? say`${listed}…` : say`${listed}.`;
  return words.parts(own(String(parts.length)), cut);
};

/** Tags whose one click bears on certain invoices. */
const OF_INVOICES: readonly Tag[] = ["promise", "paid", "dispute", "instalments"];

/** Which invoices a click bears on, where it is not all that is open; null where nothing is to be told apart. */
const invoicesMeant = (
  tag: Tag,
  values: TagValues,
  candidates: readonly InvoiceBalance[],
  facts: Facts,
): Sentence | null => {
  const meant = candidates.filter(({ invoice }) => values.invoices.includes(invoice.invoice));
  if (!OF_INVOICES.includes(tag) || meant.length === 0 || meant.length === candidates.length)
    return null;
  const [first] = meant;
  const words = MAIL_WORDS[facts.language].values;
  return first === undefined
    ? null
    : words.invoices(foreign(first.invoice.number, NUMBER_CHARS_MAX), meant.length - 1);
};

/** Characters of an invoice's number in a sentence. */
const NUMBER_CHARS_MAX = 40;
