import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { findAmounts } from "./amounts.ts";
import { findDates } from "./dates.ts";
import type { DateFind } from "./dates.ts";
import type { DateContext } from "./date-tokens.ts";
import { deliveryReportOf } from "./delivery-report.ts";
import { htmlText } from "./html-text.ts";
import { invoiceTokensOf } from "./match-keys.ts";
import { invoicesNamedTo } from "./match.ts";
import { newWords } from "./new-words.ts";
import { absenceEnd } from "./read-absence.ts";
import { contactIn } from "./read-contact.ts";
import { foreignIban } from "./read-ibans.ts";
import { paymentIn } from "./read-payment.ts";
import { planIn } from "./read-plan.ts";
import { promiseIn } from "./read-promise.ts";
import type { Valued } from "./read-values.ts";
import { featuresOf } from "./reply-features.ts";
import type { Feature } from "./reply-features.ts";
import { robotOf } from "./robots.ts";
import { signalsOf } from "./signals.ts";
import type { Signal } from "./signals.ts";
import { foldedInPlace } from "./words.ts";
import type { DeliveryReport, MailAddress, MailHeader, Message } from "./message.ts";

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
  readonly confidence: "sure" | "likely" | "unsure";
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
  const hasText = message.text !== null && message.text.trim() !== "";
  const body = hasText ? (message.text ?? "") : message.html === null ? "" : htmlText(message.html);
  return {
    subject: message.subject,
    newWords: newWords(body, message.from).text,
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
  const tokens = invoiceTokensOf(`${subject}\n${words}`);
  const invoices = invoicesNamedTo(context.invoices, tokens).map((one) => one.number);
  const report =
    readable.report ??
    deliveryReportOf({ ...readable, status: null, original: null, text: readable.newWords });
  const isFailure = report !== null && (report.action === "failed" || report.action === "delayed");
  if (isFailure) return bounceReading(readable, report, invoices);
  const robot = robotOf(readable);
  const elsewhere = contactIn(words, readable.from, context.ownAddresses);
  const signals = [
    ...announced(signalsOf(words), words, context),
    ...robot,
    ...(elsewhere === null ? [] : [redirected(elsewhere)]),
  ];
  const iban = foreignIban(words, context.knownIbans);
  const decision = decide(signals, words, robot.length > 0);
  const plan = decision.tag === "instalments" ? planIn(words, context) : null;
  const also: readonly Tag[] =
    plan === null || decision.also.includes("promise")
      ? decision.also
      : [...decision.also, "promise"];
  const has = (tag: Tag): boolean => decision.tag === tag || also.includes(tag);
  const spansOf = (tag: Tag): readonly Signal[] =>
    signals.filter((one) => one.tag === tag && one.span?.of === "newWords" && one.weight >= 1.5);
  const promise = plan ?? (has("promise") ? promiseIn(words, spansOf("promise"), context) : null);
  const paid = has("paid") ? paymentIn(words, spansOf("paid"), context) : null;
  const contact = ["wrong_contact", "autoreply", "insolvency"].includes(decision.tag)
    ? elsewhere
    : null;
  const back = decision.tag === "autoreply" ? absenceEnd(words, context) : null;
  const reason = has("dispute") ? reasonOf(signals) : null;
  const tags = [decision.tag, ...also].map((tag) => ({
    tag,
    grounds: signals
      .filter((one) => one.tag === tag)
      .slice(0, 5)
      .map((one) => groundOf(one, words, subject)),
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
    confidence: decision.confidence,
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

/** What a mail holds for the model that reads it. */
export const replyFeaturesOf = (
  mail: Message | ReadableMail,
  context: ReadingContext,
): readonly Feature[] => {
  const readable = "newWords" in mail ? mail : readableOf(mail);
  const words = readable.newWords.slice(0, READ_CHARS_MAX);
  const dates = findDates(words, datesFrom(context));
  return featuresOf({
    words,
    sentOn: context.sentOn,
    dates,
    amounts: findAmounts(words, context.currency),
    signals: [...announced(signalsOf(words), words, context), ...robotOf(readable)],
  });
};

const datesFrom = ({ sentOn, currency }: ReadingContext): DateContext => ({
  sentOn,
  monthFirst: currency === "USD",
});

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

/** "C'est payé dans les 72 h" announces: a payment told with a day to come alone is promised. */
const announced = (
  signals: readonly Signal[],
  words: string,
  context: ReadingContext,
): readonly Signal[] => {
  if (!signals.some((one) => one.tag === "paid")) return signals;
  const dates = findDates(words, {
    sentOn: context.sentOn,
    monthFirst: context.currency === "USD",
  });
  return signals.map((one) => {
    if (one.tag !== "paid" || one.span === null) return one;
    const { from, to } = one.span;
    const said = dates.filter((date) => date.from >= from && date.to <= to + 1);
    const folded = foldedInPlace(words.slice(from, to));
    const isPerfect = PERFECT.test(folded);
    const isComing = ({ past, next, last }: DateFind): boolean =>
      !past &&
      next !== null &&
      next > context.sentOn &&
      (next === last || (!isPerfect && isOfThisSide(next, last, context.sentOn)));
    const isJustDone =
      /(?<![a-z])(?:viens|venons|vient|just|parti|partie|envoye|sent|went|attached)(?![a-z])/.test(
        folded,
      );
    return said.length > 0 && said.every(isComing) && !isJustDone
      ? { ...one, tag: "promise" as const, rule: "promise.announced", weight: 2.5 }
      : one;
  });
};

const PERFECT =
  /(?<![a-z])(?:ai|avons|avez|ont|ete|a (?:paye|regle|vire|verse|fait|effectue)|have|ve|has|had|was|were|been)(?![a-z])/;

/** Days ahead within which a day without a year is the coming one, if the one gone by is as far as that from a year. */
const NEAR_DAYS = 60;

/** "Je fais le virement le 19 novembre", a week before: a year gone by is not what was meant. */
const isOfThisSide = (
  next: CalendarDate,
  last: CalendarDate | null,
  sentOn: CalendarDate,
): boolean =>
  daysBetween(sentOn, next) <= NEAR_DAYS &&
  (last === null || daysBetween(last, sentOn) >= 365 - NEAR_DAYS);

type Decision = {
  readonly tag: Tag;
  readonly also: readonly Tag[];
  readonly confidence: Reading["confidence"];
};

/** What a person would file a mail under where several grounds stand beside each other. */
const BONUS: Readonly<Record<Tag, number>> = {
  bounce: 3,
  autoreply: 1,
  insolvency: 2,
  dispute: 0.7,
  refusal: 0.35,
  paid: 0.5,
  promise: 0.4,
  instalments: 0.3,
  wrong_contact: 0.35,
  question: 0,
  acknowledgement: 0,
  unrelated: 0,
};

/** Tags that are also noted beside the one a mail is filed under. */
const BESIDE: readonly (readonly [Tag, readonly Tag[]])[] = [
  ["dispute", ["promise", "paid"]],
  ["paid", ["promise", "question"]],
  ["promise", ["instalments", "paid"]],
  ["instalments", ["promise"]],
];

const decide = (signals: readonly Signal[], words: string, isRobot: boolean): Decision => {
  const scores = scoresOf(signals);
  const score = (tag: Tag): number => scores.get(tag) ?? 0;
  const ranked = [...scores]
    .map(([tag, value]) => ({
      tag,
      value: value + (tag === "autoreply" && !isRobot ? -0.5 : BONUS[tag]),
    }))
    .sort((a, b) => b.value - a.value);
  const [first, second] = ranked;
  if (first === undefined) {
    const short = words.trim().length < 60;
    return { tag: short ? "acknowledgement" : "unrelated", also: [], confidence: "unsure" };
  }
  let tag = first.tag;
  // A robot that carries a real answer is read by the answer; one that only answers is a robot.
  if (isRobot && score("autoreply") >= 2.5) {
    const said = Math.max(score("dispute"), score("insolvency"), score("refusal"), score("paid"));
    tag = said >= 3.2 && score("autoreply") < 4 ? tag : "autoreply";
  }
  const beside = BESIDE.find(([main]) => main === tag)?.[1] ?? [];
  const also = beside.filter(
    (one) => score(one) >= (one === "question" ? 2.9 : 2.5) && isApart(signals, tag, one),
  );
  const lead = first.value - (second === undefined || also.includes(second.tag) ? 0 : second.value);
  const best = Math.max(...signals.filter((one) => one.tag === tag).map((one) => one.weight), 0);
  const confidence = best >= 2.5 && lead >= 1.2 ? "sure" : best >= 1.8 ? "likely" : "unsure";
  return { tag, also, confidence };
};

/** Whether a second tag has a sentence of its own. */
const isApart = (signals: readonly Signal[], main: Tag, other: Tag): boolean => {
  const taken = new Set(signals.filter((one) => one.tag === main).map((one) => one.sentence));
  return signals.some((one) => one.tag === other && one.weight >= 2.3 && !taken.has(one.sentence));
};

/** The best ground of each tag, and a little for each further rule. */
const scoresOf = (signals: readonly Signal[]): ReadonlyMap<Tag, number> => {
  const byRule = new Map<string, Signal>();
  for (const signal of signals) {
    const known = byRule.get(`${signal.tag} ${signal.rule}`);
    if (known === undefined || known.weight < signal.weight)
      byRule.set(`${signal.tag} ${signal.rule}`, signal);
  }
  const scores = new Map<Tag, number>();
  const lists = new Map<Tag, number[]>();
  for (const signal of byRule.values())
    lists.set(signal.tag, [...(lists.get(signal.tag) ?? []), signal.weight]);
  for (const [tag, weights] of lists) {
    const sorted = [...weights].sort((a, b) => b - a);
    const more = sorted.slice(1).reduce((sum, weight) => sum + 0.15 * weight, 0);
    scores.set(tag, (sorted[0] ?? 0) + Math.min(more, 1));
  }
  return scores;
};

const reasonOf = (signals: readonly Signal[]): DisputeReason => {
  const sums = new Map<DisputeReason, number>();
  for (const { reason, weight, rule } of signals) {
    if (reason === undefined) continue;
    // "Other" is what is left where no ground is named.
    const value = rule === "dispute.words" ? weight * 0.5 : weight;
    sums.set(reason, Math.max(sums.get(reason) ?? 0, value) + 0.1);
  }
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "other";
};
