import { invariant } from "#shared/kernel/result.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import type { DraftingMessages, NoticeName } from "#shared/locales/drafting-fr.ts";
import { foldText } from "#shared/kernel/text.ts";
import type { LawCountry } from "#shared/law/regime.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Step } from "#shared/recovery/steps.ts";
import type { Block } from "./blocks.ts";
import { chargesBlocks } from "./charges.ts";
import type { BrokenPromiseFacts, CallFacts, DraftFacts } from "./facts.ts";
import type { Lateness } from "./letter-blocks.ts";
import {
  addressee,
  blocksOf,
  commonDueDate,
  copies,
  foot,
  greeting,
  inLine,
  invoiceCount,
  invoiceTable,
  paragraph,
  paymentMeans,
  quoteOf,
  setAside,
  signature,
  totalOpen,
} from "./letter-blocks.ts";
import type { OwnWords } from "./own-text.ts";
import { withOwnText } from "./own-text.ts";
import { civilityOf } from "./salutation.ts";

/** The steps that have a text; the others are acts of law, refused before this point. */
export type MailStep = Exclude<Step, "formal-notice" | "last-notice" | "legal">;

/** A letter before it has a form. */
export type Composed = { readonly subject: Sentence; readonly blocks: readonly Block[] };

type Frame = {
  readonly subject: Sentence;
  /** Before the table. */
  readonly opening: Block;
  readonly lateness: Lateness;
  /** The one question or action. */
  readonly ask: Sentence;
  /** After the question: what comes next (letter only). */
  readonly next: Sentence | null;
  readonly ignore: Sentence;
};

/**
 * What stands between the greeting and the closing of a step's text, in a mail and on paper alike. Opening and question
 * may be the creditor's own words; tables, figures, law, account and reference never are.
 */
export type Body = {
  readonly subject: Sentence;
  readonly opening: readonly Block[];
  readonly figures: readonly Block[];
  readonly ask: readonly Block[];
  readonly rest: readonly Block[];
};

export const bodyBlocks = ({ opening, figures, ask, rest }: Body): readonly Block[] => [
  ...opening,
  ...figures,
  ...ask,
  ...rest,
];

export const reminderBody = (facts: DraftFacts, step: MailStep): Body => {
  const { language } = facts;
  const words = DRAFTING[language];
  const frame = frameOf(facts, step);
  return {
    subject: frame.subject,
    opening: [frame.opening],
    figures: blocksOf(
      invoiceTable(facts.invoices, frame.lateness, language),
      setAside(facts.contested, language),
      ...chargesBlocks(facts, step === "letter"),
    ),
    ask: [paragraph(frame.ask)],
    rest: blocksOf(
      frame.next === null ? null : paragraph(frame.next),
      paragraph(
        copies(
          facts.attachments,
          invoiceCount([...facts.invoices, ...facts.lower]),
          step !== "courtesy",
          language,
        ),
        paymentMeans(facts, facts.invoices),
      ),
      facts.lower.length === 0
        ? null
        : invoiceTable(facts.lower, "none", language, words.columns.lower),
      paragraph(words.asOf(facts.paymentsKnownOn), frame.ignore),
    ),
  };
};

/** The text of a step, in the order that every letter keeps: what, how much, where to pay, one question. */
export const composeReminder = (
  facts: DraftFacts,
  step: MailStep,
  ownWords: OwnWords | null = null,
): Composed => {
  const { language } = facts;
  const words = DRAFTING[language];
  const body = withOwnText(reminderBody(facts, step), ownWords, facts);
  const onPaper = step === "letter";
  return {
    subject: body.subject,
    blocks: blocksOf(
      onPaper ? addressee(facts.debtor) : null,
      onPaper ? paragraph(words.letterDate(facts.today)) : null,
      onPaper ? paragraph(words.letterObject(body.subject)) : null,
      greeting(facts.debtor, language, onPaper),
      ...bodyBlocks(body),
      onPaper ? formalClosing(facts) : paragraph(words.closing()),
      signature(facts.creditor, language),
      foot(facts.reference, language),
    ),
  };
};

/** How a letter on paper ends. */
export const formalClosing = ({
  debtor,
  language,
}: Pick<DraftFacts, "debtor" | "language">): Block =>
  paragraph(
    DRAFTING[language].formalClosing(
      debtor.salutationName !== null,
      civilityOf(debtor.salutationName),
    ),
  );

const frameOf = (facts: DraftFacts, step: MailStep): Frame => {
  const words = DRAFTING[facts.language];
  const frame = stepFrame(facts, words, step);
  // A call has dealt with the promise before it.
  if (facts.promise === null || step === "call") return frame;
  const cited = withPromise(facts, words, facts.promise, frame);
  // The subject of a letter is its « Objet » line: it names the letter, not the promise.
  return step === "letter" ? { ...cited, subject: frame.subject } : cited;
};

const stepFrame = (facts: DraftFacts, words: DraftingMessages, step: MailStep): Frame => {
  const { replyBy, invoices } = facts;
  const count = invoiceCount(invoices);
  const dueOn = commonDueDate(invoices);
  const opening = {
    count,
    total: totalOpen(invoices),
    dueOn,
    previousOn: facts.previousReminderOn,
  };
  const only = count === 1 ? invoices[0] : undefined;
  const number = inLine(only?.number ?? "");
  const firm = facts.tone === "firm";
  const again = facts.previousReminderOn !== null;
  const notice = noticeOf(facts.law);
  switch (step) {
    case "courtesy":
      return {
        subject:
          only === undefined
            ? words.courtesy.subjectMany(count, dueOn)
            : words.courtesy.subject(number, dueOn),
        opening: paragraph(words.courtesy.open(opening)),
        lateness: "none",
        ask: words.courtesy.ask(count),
        next: null,
        ignore: words.courtesy.ignore(),
      };
    case "due":
      return {
        subject:
          only === undefined ? words.due.subjectMany(count) : words.due.subject(number, dueOn),
        opening: paragraph(words.due.open(opening)),
        lateness: "since-due",
        ask: words.due.ask(),
        next: null,
        ignore: words.due.ignore(),
      };
    case "reminder-1":
      return {
        subject:
          only === undefined
            ? words.reminder1.subjectMany(count)
            : words.reminder1.subject(number, dueOn),
        opening: paragraph(
          facts.tone === "courteous"
            ? words.reminder1.openCourteous(opening)
            : words.reminder1.openNeutral(opening),
        ),
        lateness: "late",
        ask: words.reminder1.ask(replyBy),
        next: null,
        ignore: words.ignoreIfPaid(),
      };
    case "reminder-2":
      return {
        subject:
          only === undefined
            ? words.reminder2.subjectMany(count, again)
            : words.reminder2.subject(number, longestDelay(invoices), again),
        opening: paragraph(
          firm ? words.reminder2.openFirm(opening) : words.reminder2.openNeutral(opening),
        ),
        lateness: "late",
        ask: firm ? words.reminder2.askFirm(replyBy) : words.reminder2.askNeutral(replyBy),
        next: null,
        ignore: words.ignoreIfPaid(),
      };
    case "letter":
      return {
        subject:
          only === undefined ? words.letter.subjectMany(count) : words.letter.subject(number),
        opening: paragraph(
          firm ? words.letter.openFirm(opening) : words.letter.openNeutral(opening),
        ),
        lateness: "late",
        ask: firm ? words.letter.askFirm(replyBy) : words.letter.askNeutral(replyBy),
        next: firm ? words.letter.nextFirm(notice) : words.letter.nextNeutral(notice),
        ignore: words.letter.ignore(),
      };
    case "call":
      invariant(facts.call !== null, "the mail after a call has its call");
      return callFrame(facts, words, facts.call, only === undefined ? null : number);
  }
};

const longestDelay = (invoices: DraftFacts["invoices"]): number =>
  Math.max(...invoices.map((invoice) => invoice.daysLate));

/** The next step by the name that the law of the claim gives it, in whichever language it is said. */
export const noticeOf = (law: LawCountry): NoticeName =>
  law === "FR" ? "mise-en-demeure" : law === "UK" ? "letter-before-claim" : "formal-notice";

/** Nobody is told of a call « avec Mme Durand » who is Mme Durand. */
const isWrittenTo = (person: string, salutationName: string | null): boolean => {
  const familyName = foldText(person).split(" ").pop() ?? "";
  const written = foldText(salutationName ?? "").split(" ");
  return familyName !== "" && written[written.length - 1] === familyName;
};

const callFrame = (
  facts: DraftFacts,
  words: DraftingMessages,
  call: CallFacts,
  number: ReturnType<typeof inLine> | null,
): Frame => {
  const count = invoiceCount(facts.invoices);
  const person =
    call.with === null || isWrittenTo(call.with, facts.debtor.salutationName)
      ? null
      : inLine(call.with);
  const { outcome } = call;
  const spoken = words.call.spoken(call.on, person, count);
  const shared = { lateness: "late" as const, next: null, ignore: words.ignoreIfPaid() };
  const subject =
    number === null ? words.call.subjectMany(call.on, count) : words.call.subject(call.on, number);
  switch (outcome.type) {
    case "promised":
      return {
        ...shared,
        subject,
        opening: paragraph(spoken, words.call.promised(outcome.by, outcome.amount)),
        ask: words.call.askConfirm(),
      };
    case "will-check":
      return {
        ...shared,
        subject,
        opening: paragraph(spoken, words.call.willCheck()),
        ask: words.call.askDate(facts.replyBy),
      };
    case "spoken":
      return {
        ...shared,
        subject,
        opening: paragraph(spoken, words.call.stillOpen(count, totalOpen(facts.invoices))),
        ask: words.call.askDate(facts.replyBy),
      };
    case "nobody-answered":
      return {
        ...shared,
        subject,
        opening: paragraph(words.call.noAnswer(call.on, count)),
        ask: words.call.askDateOrMoment(facts.replyBy),
      };
  }
};

/** What was promised, when and how; in the debtor's words where they may be quoted. */
export const promiseSaid = (
  { language }: Pick<DraftFacts, "language">,
  promise: BrokenPromiseFacts,
): Sentence => {
  const words = DRAFTING[language];
  const made = words.promise.made[promise.channel](promise.madeOn);
  return promise.quote !== null && promise.quotable
    ? words.promise.quoted(made, promise.amount, promise.by, quoteOf(promise.quote))
    : words.promise.said(made, promise.amount, promise.by);
};

/** A promise that was not kept opens the letter and sets its question; the rest stays that of the step. */
const withPromise = (
  facts: DraftFacts,
  words: DraftingMessages,
  promise: BrokenPromiseFacts,
  frame: Frame,
): Frame => {
  const count = invoiceCount(facts.invoices);
  const [first] = facts.invoices;
  const said = promiseSaid(facts, promise);
  return {
    ...frame,
    subject:
      count === 1 && first !== undefined
        ? words.promise.subject(promise.by, inLine(first.number))
        : words.promise.subjectMany(promise.by, count),
    opening: paragraph(said, words.promise.notYetHere(count, totalOpen(facts.invoices))),
    ask:
      facts.tone === "firm"
        ? words.promise.askFirm(facts.replyBy)
        : words.promise.askCourteous(facts.replyBy),
  };
};
