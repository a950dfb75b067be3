import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { once } from "#shared/kernel/once.ts";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { deliveryReportOf } from "./delivery-report.ts";
import { newWordsOf } from "./html-words.ts";
import { absenceEnd } from "./read-absence.ts";
import { contactIn } from "./read-contact.ts";
import { foreignIban } from "./read-ibans.ts";
import { paymentIn } from "./read-payment.ts";
import { planIn } from "./read-plan.ts";
import { promiseIn } from "./read-promise.ts";
import type { Valued } from "./read-values.ts";
import { announced } from "./announced.ts";
import { WORDS_RULE } from "./reading-version.ts";
import { canBearOnClaim, isMassMail } from "./bearing.ts";
import { decideReply, reasonOfReply } from "./reply-decision.ts";
import type { Confidence, Decision } from "./reply-decision.ts";
import { featuresOf } from "./reply-features.ts";
import type { Feature } from "./reply-features.ts";
import { modelOf } from "./reply-model.ts";
import { REASON_WEIGHTS, REPLY_THRESHOLDS, TAG_WEIGHTS } from "./reply-weights.ts";
import { robotOf } from "./robots.ts";
import { sentencesOf } from "./sentences.ts";
import type { MailSentence } from "./sentences.ts";
import { signalsOf } from "./signals.ts";
import type { Signal } from "./signals.ts";
import { markedIn, toldIn } from "./told.ts";
import type { Marked } from "./told.ts";
import { cutTextOf } from "./words.ts";
import type { CutText } from "./words.ts";
import type { DeliveryReport, MailAddress, MailHeader, Message } from "./message.ts";
import { invoicesNamedIn } from "./named-invoices.ts";

/** Where words stand: UTF-16 offsets into the new words or the subject, `to` excluded. */
export type WordSpan = {
  readonly of: "newWords" | "subject";
  readonly from: number;
  readonly to: number;
};

/** What a tag or value rests on: the exact words, or a header line, and the rule that fired. */
export type Ground = {
  /** What it grounds: a tag, or a value such as `promise.by`. */
  readonly of: string;
  readonly quote: string;
  /** Null where the ground is a header or a report, which `quote` then shows. */
  readonly span: WordSpan | null;
  readonly rule: string;
};

export type ReadPart = { readonly by: CalendarDate | null; readonly amountMinor: number | null };

export type ReadPromise = ReadPart & {
  /** Several dated sums: all of them, the first among them. */
  readonly parts?: readonly ReadPart[];
};

export type Reading = {
  readonly tag: Tag;
  readonly also: readonly Tag[];
  /** Every tag that has a ground, the first one first. */
  readonly tags: readonly { readonly tag: Tag; readonly grounds: readonly Ground[] }[];
  /** Every tag, the likeliest first: what is offered where the reading is unsure. */
  readonly ranked: readonly Tag[];
  readonly confidence: Confidence;
  readonly promise?: ReadPromise;
  readonly paid?: { readonly on: CalendarDate | null; readonly amountMinor: number | null };
  readonly dispute?: { readonly reason: DisputeReason };
  /** Numbers of the claim's invoices that the new words or the subject name, as the claim writes them. */
  readonly invoices: readonly string[];
  /** A new address to write to. */
  readonly contact?: string;
  /** The return date of an absence. */
  readonly back?: CalendarDate;
  /** The mail gives bank details that are not the creditor's: somebody may be posing as the creditor. */
  readonly fraud?: { readonly iban: string };
  readonly grounds: readonly Ground[];
};

export type ReadingInvoice = {
  readonly number: string;
  readonly totalMinor: number;
  readonly dueOn: CalendarDate;
};

export type ReadingContext = {
  /** The day of the mail; dates in its words are counted from it. */
  readonly sentOn: CalendarDate;
  readonly currency: Currency;
  readonly invoices: readonly ReadingInvoice[];
  readonly ownAddresses: readonly string[];
  /** The creditor's IBANs, in any spacing. */
  readonly knownIbans: readonly string[];
};

/** What of a mail is read. */
export type ReadableMail = {
  readonly subject: string;
  readonly newWords: string;
  readonly headers: readonly MailHeader[];
  readonly from: MailAddress | null;
  readonly report: DeliveryReport | null;
};

/** Characters of the new words that are read; nobody answers a reminder with a book. */
export const READ_CHARS_MAX = 20_000;
/** Characters of a quoted sentence. */
export const QUOTE_CHARS_MAX = 400;

/** The parts of a message that are read: its new words, out of the text or the HTML. */
export const readableOf = (message: Message): ReadableMail => {
  return {
    subject: message.subject,
    newWords: newWordsOf(message).text,
    headers: message.headers,
    from: message.from,
    report: message.report,
  };
};

/**
 * What a mail says, with the words and the rule that each part rests on. Servers and robots are known by their headers
 * first; people by their words. A reading decides nothing: a person confirms it.
 */
export const readMessage = (mail: Message | ReadableMail, context: ReadingContext): Reading => {
  const readable = "newWords" in mail ? mail : readableOf(mail);
  const words = readable.newWords.slice(0, READ_CHARS_MAX);
  const subject = readable.subject;
  const invoices = invoicesNamedIn(context.invoices, subject, words).map((one) => one.number);
  const report =
    readable.report ??
    deliveryReportOf({ ...readable, status: null, original: null, text: readable.newWords });
  const isFailure = report !== null && (report.action === "failed" || report.action === "delayed");
  if (isFailure) return bounceReading(readable, report, invoices);
  const held = heldIn(readable, context);
  const { signals, elsewhere } = held;
  const iban = foreignIban(words, context.knownIbans);
  const decided = decideReply(tagModel(), REPLY_THRESHOLDS, held.features, signals);
  const decision = isOfNoClaim(readable, context, invoices, decided.tag)
    ? { ...decided, tag: "unrelated" as const, also: [], confidence: "unsure" as const }
    : decided;
  const { plan, promised, done } = valuesIn(decision, held, context);
  const also = withValues(decision, signals, { plan, promised, done });
  const has = (tag: Tag): boolean => decision.tag === tag || also.includes(tag);
  const promise = has("promise") ? promised : null;
  const paid = has("paid") ? done : null;
  const isElsewhere = has("wrong_contact") || has("autoreply") || has("insolvency");
  // A liquidator, or whoever took over, may give the very address they write from.
  const isWriter = has("wrong_contact") || has("insolvency");
  const own = isWriter ? contactIn(words, readable.from, context.ownAddresses, "too") : null;
  const contact = isElsewhere ? (elsewhere ?? own) : null;
  const back = has("autoreply") ? absenceEnd(words, context) : null;
  const reason = has("dispute") ? reasonOfReply(reasonModel(), held.features) : null;
  const tags = [decision.tag, ...also].map((tag) => ({
    tag,
    grounds: groundsOf(tag, decision.sentencesOf(tag), held, readable),
  }));
  const grounds: readonly Ground[] = [
    ...tags.map((one) => one.grounds),
    promise?.grounds ?? [],
    paid?.grounds ?? [],
    contact?.grounds ?? [],
    back?.grounds ?? [],
    iban?.grounds ?? [],
  ].reduce<readonly Ground[]>((all, list) => [...all, ...list], []);
  return {
    tag: decision.tag,
    also,
    tags,
    ranked: decision.ranked,
    confidence: tags[0]?.grounds.length === 0 ? "unsure" : decision.confidence,
    ...(promise === null ? {} : { promise: promise.value }),
    ...(paid === null ? {} : { paid: paid.value }),
    ...(reason === null ? {} : { dispute: { reason } }),
    invoices,
    ...(contact === null ? {} : { contact: contact.value }),
    ...(back === null ? {} : { back: back.value }),
    ...(iban === null ? {} : { fraud: { iban: iban.value } }),
    grounds,
  };
};

/** From this weight on a rule's sentence is where values are looked for. */
const SPAN_WEIGHT = 1.5;

const spansOf = (tag: Tag, signals: readonly Signal[], least = SPAN_WEIGHT): readonly Signal[] =>
  signals.filter((one) => one.tag === tag && one.span?.of === "newWords" && one.weight >= least);

/** Tags beside which a debtor may also promise. */
const MAY_PROMISE: readonly Tag[] = ["paid", "dispute", "question", "wrong_contact"];
/** Tags beside which a debtor may also tell of a payment: beside any other, the payment is what the mail is about. */
const MAY_HAVE_PAID: readonly Tag[] = ["dispute"];
/** How strong a rule must be for a second tag that has a day or a sum of its own. */
const ALSO_PROMISE = 2;
const ALSO_PAID = 2.5;

type Values = {
  readonly plan: Valued<ReadPromise> | null;
  readonly promised: Valued<ReadPromise> | null;
  readonly done: ReturnType<typeof paymentIn> | null;
};

/** The days and sums of what the decision and the rules speak of; nothing is looked for where neither does. */
const valuesIn = (
  { tag, also }: Pick<Decision, "tag" | "also">,
  { cut, marked, signals }: Held,
  context: ReadingContext,
): Values => {
  const speaksOf = (value: Tag, may: readonly Tag[], least: number): boolean =>
    tag === value ||
    also.includes(value) ||
    (may.includes(tag) && spansOf(value, signals, least).length > 0);
  const isPlan = tag === "instalments";
  const isPromise = speaksOf("promise", MAY_PROMISE, ALSO_PROMISE);
  const isPaid = speaksOf("paid", MAY_HAVE_PAID, ALSO_PAID);
  if (!isPlan && !isPromise && !isPaid) return { plan: null, promised: null, done: null };
  const told = toldIn(cut, context, marked);
  const plan = isPlan ? planIn(told, context) : null;
  const promised =
    plan ?? (isPromise ? promiseIn(told, spansOf("promise", signals), context) : null);
  const done = isPaid ? paymentIn(told, spansOf("paid", signals), context) : null;
  return { plan, promised, done };
};

/** What else is said: what the model finds, a plan's dates, and a promise or payment told with its own day or sum. */
const withValues = (
  decision: Pick<Decision, "tag" | "also">,
  signals: readonly Signal[],
  { plan, promised, done }: Values,
): readonly Tag[] => {
  const isPromised =
    plan !== null ||
    (MAY_PROMISE.includes(decision.tag) &&
      promised !== null &&
      (promised.value.by !== null || promised.value.amountMinor !== null) &&
      spansOf("promise", signals, ALSO_PROMISE).length > 0);
  // Who says that the same was invoiced twice tells of the other payment.
  const isTwice = signals.some((one) => one.reason === "duplicate" && one.weight >= ALSO_PROMISE);
  const isDone =
    MAY_HAVE_PAID.includes(decision.tag) &&
    !(decision.tag === "dispute" && isTwice) &&
    done !== null &&
    (done.value.on !== null || done.value.amountMinor !== null) &&
    spansOf("paid", signals, ALSO_PAID).length > 0;
  const also = new Set<Tag>([
    ...decision.also,
    ...(isPromised ? (["promise"] as const) : []),
    ...(isDone ? (["paid"] as const) : []),
  ]);
  also.delete(decision.tag);
  return [...also];
};

/** Tags that speak of money to be paid: a newsletter that uses their words says none of them. */
const OF_MONEY: readonly Tag[] = ["promise", "paid", "instalments"];

const isOfNoClaim = (
  mail: ReadableMail,
  context: ReadingContext,
  named: readonly string[],
  tag: Tag,
): boolean =>
  OF_MONEY.includes(tag) &&
  named.length === 0 &&
  (isMassMail(mail.headers) || (context.invoices.length === 0 && !canBearOnClaim(mail)));

/** What a mail holds that speaks for a tag: the rules that fire, and all that the model counts. */
type Held = {
  readonly cut: CutText;
  readonly marked: Marked;
  readonly sentences: readonly MailSentence[];
  readonly signals: readonly Signal[];
  readonly features: readonly Feature[];
  readonly elsewhere: Valued<string> | null;
};

const heldIn = (readable: ReadableMail, context: ReadingContext): Held => {
  const words = readable.newWords.slice(0, READ_CHARS_MAX);
  const cut = cutTextOf(words);
  const marked = markedIn(cut, context);
  const { dates, amounts } = marked;
  const sentences = sentencesOf(cut);
  const elsewhere = contactIn(words, readable.from, context.ownAddresses);
  const signals = [
    ...announced(signalsOf(sentences), words, dates, context.sentOn),
    ...robotOf(readable),
    ...(elsewhere === null ? [] : [redirected(elsewhere)]),
  ];
  const { subject } = readable;
  const { sentOn } = context;
  const features = featuresOf({ sentences, sentOn, dates, amounts, signals, subject });
  return { cut, marked, sentences, signals, features, elsewhere };
};

/** What a mail holds for the model that reads it. */
export const replyFeaturesOf = (message: Message, context: ReadingContext): readonly Feature[] =>
  heldIn(readableOf(message), context).features;

/** Rules shown for one tag, and sentences where no rule names the words. */
const GROUNDS_MAX = 5;
const SENTENCES_SHOWN_MAX = 2;

/** The words a tag rests on: those of its rules, the strongest first; else the sentences that weigh most for it. */
const groundsOf = (
  tag: Tag,
  sentences: readonly number[],
  held: Held,
  { newWords, subject }: ReadableMail,
): readonly Ground[] => {
  const fired = held.signals
    .filter((one) => one.tag === tag)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, GROUNDS_MAX);
  if (fired.length > 0) return fired.map((one) => groundOf(one, newWords, subject));
  return sentences.slice(0, SENTENCES_SHOWN_MAX).flatMap((number): readonly Ground[] => {
    const sentence = held.sentences[number];
    if (sentence === undefined) return [];
    const to = Math.min(sentence.to, sentence.from + QUOTE_CHARS_MAX);
    const span: WordSpan = { of: "newWords", from: sentence.from, to };
    return [{ of: tag, quote: newWords.slice(sentence.from, to), span, rule: WORDS_RULE }];
  });
};

const tagModel = once(() => modelOf(TAG_WEIGHTS));
const reasonModel = once(() => modelOf(REASON_WEIGHTS));

const bounceReading = (
  mail: ReadableMail,
  report: DeliveryReport,
  invoices: readonly string[],
): Reading => {
  const quote = [report.status, report.finalRecipient].filter((one) => one !== null).join(" ");
  const ground: Ground = {
    of: "bounce",
    quote: quote === "" ? mail.subject : quote,
    span: null,
    rule: `report.${report.permanence}`,
  };
  return {
    tag: "bounce",
    also: [],
    tags: [{ tag: "bounce", grounds: [ground] }],
    ranked: ["bounce", "autoreply"],
    confidence: mail.report === null ? "likely" : "sure",
    invoices,
    grounds: [ground],
  };
};

const groundOf = (signal: Signal, words: string, subject: string): Ground => {
  const { span } = signal;
  if (span === null) return { of: signal.tag, quote: signal.quote, span, rule: signal.rule };
  const source = span.of === "subject" ? subject : words;
  const to = Math.min(span.to, span.from + QUOTE_CHARS_MAX);
  return {
    of: signal.tag,
    quote: source.slice(span.from, to),
    span: { ...span, to },
    rule: signal.rule,
  };
};

/** An address given in the words speaks, a little, for another person to write to. */
const redirected = (contact: Valued<string>): Signal => {
  const span = contact.grounds[0]?.span ?? null;
  return {
    tag: "wrong_contact",
    rule: "contact.address",
    weight: 1.9,
    sentence: -1,
    span,
    hit: span,
    quote: contact.value,
  };
};
