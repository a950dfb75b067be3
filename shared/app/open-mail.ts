import type { AccountState } from "#shared/claims/account.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import { claimHead } from "./claim-head.ts";
import type { ClaimHead } from "./claim-head.ts";
import { followViewOf } from "./follow-invoice.ts";
import { anyFormLabel } from "./file-label.ts";
import type { FourLinesView } from "./four-lines.ts";
import { mailAction, mailClaim, mailNotices, seeMail } from "./mail-claim.ts";
import type { MailActionView, OpenMailInput, OpenMailView, ReadingView } from "./mail-view.ts";
import { readingViewOf } from "./reading-view.ts";
import { QUOTE_CHARS_MAX } from "./reading-why.ts";
import { accountOnScreen, contextOf } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";
import type { ActionView, NoticeView } from "./view-parts.ts";

/** The open mail beside its claim: who, how much, what they said, what next. Nothing is written. */
export const openMail: UseCase<OpenMailInput, OpenMailView, never> = {
  name: "open-mail",
  asks: mailClaim.asks,
  decide: (input, loaded, facts) => ok(viewOnly(viewOf(input, loaded, facts))),
};

const viewOf = (input: OpenMailInput, loaded: Loaded, facts: Facts): OpenMailView => {
  const { message } = input;
  const { view: seen, subject, filed, match } = seeMail(input, loaded, facts);
  if (!seen.toRead) return seen;
  const head = subject === null ? null : headOf(subject, loaded, facts);
  const view = { ...seen, toRead: false, lines: head?.lines ?? null };
  if (view.state === "follow") return { ...view, follow: followViewOf(message, subject, facts) };
  if (subject === null || head === null) return view;
  if (view.state !== "claim") {
    return { ...view, primary: view.primary ?? (filed === null ? null : head.primary) };
  }
  const read = readingViewOf(message, subject, match, filed, loaded, facts);
  const reading = sensitive(subject) ? withoutWords(read) : read;
  const { primary, more } = actionsOf(reading, filed !== null, facts.language);
  return {
    ...view,
    reading,
    lines: sensitive(subject)
      ? unquotedLines(head.lines, facts)
      : linesOf(head.lines, reading, facts),
    notices: [
      ...readingNotices(reading, subject.account, facts),
      ...mailNotices(message, subject, loaded.creditor, facts.language, reading.tag === "bounce"),
    ],
    // Once the mail is dealt with, the one button is the claim's own, and so is what stands beside it.
    primary: reading.confirmed === null ? primary : head.primary,
    more: reading.confirmed === null || head.beside === null ? more : [head.beside, ...more],
  };
};

const headOf = (subject: AccountState, loaded: Loaded, facts: Facts): ClaimHead => {
  const context = contextOf(loaded, facts);
  return claimHead(accountOnScreen(subject, context), context, facts);
};

/** Of a debtor held for death or illness no word is repeated, and nothing is said of what would follow: the mail is there. */
const withoutWords = (reading: ReadingView): ReadingView => ({
  ...reading,
  quote: null,
  why: [],
  runs: [],
  cutOff: null,
  tellsDeath: false,
  otherCurrency: null,
});

const unquotedLines = (lines: FourLinesView, facts: Facts): FourLinesView => ({
  ...lines,
  said: MAIL_WORDS[facts.language].saidUnquoted,
});

const linesOf = (lines: FourLinesView, reading: ReadingView, facts: Facts): FourLinesView => {
  const words = MAIL_WORDS[facts.language];
  const said =
    reading.quote === null
      ? reading.words.foreign === ""
        ? words.saidNothing
        : words.saidToRead(foreign(firstWords(reading.words.foreign), QUOTE_CHARS_MAX))
      : words.saidToRead(foreign(reading.quote.foreign, QUOTE_CHARS_MAX));
  const next = reading.confirmed === null ? nextOnce(reading, facts) : lines.next;
  return { ...lines, said, next };
};

/** What confirming the reading would lead to: until then nothing happens. */
const nextOnce = ({ tag, values, confidence }: ReadingView, facts: Facts): Sentence => {
  const words = MAIL_WORDS[facts.language].once;
  if (confidence === "unsure") return words.unsure;
  const day = (date: CalendarDate): Own => own(shortDate(date, facts.today, facts.language));
  if (tag === "promise" && values.by !== null) return words.promise(day(values.by));
  if (tag === "autoreply" && values.back !== null) return words.autoreply(day(values.back));
  return words.plain[tag];
};

const firstWords = (text: string): string =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 3)
    .join(" ");

const readingNotices = (
  reading: ReadingView,
  account: string,
  facts: Facts,
): readonly NoticeView[] => {
  const words = MAIL_WORDS[facts.language].notices;
  const notices: NoticeView[] = [];
  const say = (key: string, tone: NoticeView["tone"], text: Sentence): void => {
    notices.push({ key, tone, text, action: null });
  };
  const [iban] = reading.fraud;
  if (iban !== undefined) say("fraud", "danger", words.fraud(iban));
  if (reading.otherCurrency !== null && reading.confirmed === null) {
    const { currency } = reading.values;
    say("currency", "warning", words.otherCurrency(reading.otherCurrency, own(currency)));
  }
  if (reading.tellsDeath && reading.confirmed === null) {
    const action: ActionView = {
      key: "sensitive-hold",
      label: anyFormLabel("sensitive-hold", facts),
      action: { form: "sensitive-hold", account, subject: null },
    };
    notices.push({ key: "death", tone: "warning", text: words.death, action });
  }
  if (reading.tag === "insolvency") say("insolvency", "danger", words.insolvency);
  // Until it is confirmed, the fourth line says it.
  if (reading.tag === "paid" && reading.confirmed !== null) say("paid", "info", words.paidToCheck);
  return notices;
};

const actionsOf = (
  reading: ReadingView,
  isFiled: boolean,
  language: Language,
): { readonly primary: MailActionView | null; readonly more: readonly MailActionView[] } => {
  const { actions } = MAIL_WORDS[language];
  const isTagged = reading.confirmed !== null;
  // What is not sure is asked: the likeliest tags are buttons of the reading itself, and none is confirmed unseen.
  const asks = reading.confidence === "unsure" && !isTagged;
  const confirm = isTagged || asks ? null : mailAction("confirm", actions.confirm);
  // Beside a warning of fraud nothing invites.
  const isFraud = reading.fraud.length > 0;
  const more = [
    mailAction("correct", asks ? actions.otherTag : actions.correct),
    ...(isTagged ? [] : [mailAction("no-effect", actions.noEffect)]),
    ...(isFiled ? [] : [mailAction("file", actions.file)]),
    mailAction("other-claim", actions.otherClaim),
    mailAction("not-a-debtor", actions.notADebtor),
    mailAction("export", actions.export),
    ...(isFraud && confirm !== null ? [confirm] : []),
  ];
  return { primary: isFraud ? null : confirm, more };
};
