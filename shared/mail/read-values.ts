import { addDays, addMonths } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
const SMALL_NUMBERS: Record<string, number> = {};
import { findAmounts } from "./amounts.ts";
import type { AmountFind } from "./amounts.ts";
import { findDates } from "./dates.ts";
import type { DateFind } from "./dates.ts";
import type { MailAddress } from "./message.ts";
import type { Ground, ReadPart, ReadPromise, ReadingContext } from "./reading.ts";
import type { Signal } from "./signals.ts";
import { foldedInPlace } from "./words.ts";

/** A value with the words it rests on. */
export type Valued<T> = { readonly value: T; readonly grounds: readonly Ground[] };

/** Parts kept of a proposed plan: sixty monthly rates are five years. */
export const PARTS_MAX = 60;

type Range = { readonly from: number; readonly to: number };

/** What is promised, for when: dates and sums of the sentences that promise, else of the others that speak of no past. */
export const promiseIn = (
  words: string,
  signals: readonly Signal[],
  context: ReadingContext,
): Valued<ReadPromise> => {
  const ranges = rangesOf(signals);
  const allDates = findDates(words, {
    sentOn: context.sentOn,
    monthFirst: context.currency === "USD",
  });
  const coming = allDates.filter(
    (one) => !one.past && one.next !== null && isNear(one, context) && !isNotADate(words, one),
  );
  const inRanges = nearestFirst(
    coming.filter((one) => within(one, ranges)),
    signals,
  );
  const dates =
    inRanges.length > 0
      ? inRanges
      : coming
          .filter((one) => !one.past && one.next !== null && one.next >= context.sentOn)
          .slice(0, 1);
  const allAmounts = findAmounts(words, context.currency);
  const span = widened(words, ranges, dates);
  const near = allAmounts.filter((one) => within(one, span));
  const figures = allAmounts.filter((one) => one.minor !== null);
  // The only sum of a mail belongs to what it says, wherever it stands.
  const amounts = near.length > 0 || figures.length !== 1 ? near : figures;
  const total = context.invoices.reduce((sum, one) => sum + one.totalMinor, 0);
  const inOrder = [...dates].sort((a, b) => a.from - b.from);
  const parts = partsOf(words, inOrder, amounts, total);
  const first = parts[0];
  const by = first === undefined ? (dates[0]?.next ?? null) : first.by;
  const amountMinor = first === undefined ? minorOf(amounts[0], total, 0) : first.amountMinor;
  const grounds: Ground[] = [];
  if (dates[0] !== undefined) grounds.push(groundOf("promise.by", words, dates[0]));
  if (amounts[0] !== undefined) grounds.push(groundOf("promise.amount", words, amounts[0]));
  return {
    value: { by, amountMinor, ...(parts.length > 1 ? { parts } : {}) },
    grounds,
  };
};

/** Dates of a plan with their sums, in the order of the words: each sum belongs to the date nearest to it. */
const partsOf = (
  words: string,
  dates: readonly DateFind[],
  amounts: readonly AmountFind[],
  total: number,
): readonly ReadPart[] => {
  const sums = amounts.filter((one) => one.minor !== null || one.share !== null || one.rest);
  if (sums.length < 2 || dates.length < 1) return [];
  const used = new Set<number>();
  const parts: ReadPart[] = [];
  let given = 0;
  for (const [index, sum] of sums.slice(0, PARTS_MAX).entries()) {
    const next = sums[index + 1]?.from ?? words.length;
    const before = index === 0 ? 0 : (sums[index - 1]?.to ?? 0);
    const after = dates.findIndex(
      (date, at) => !used.has(at) && date.from >= sum.to && date.from < next,
    );
    const ahead = dates.findIndex(
      (date, at) => !used.has(at) && date.from >= before && date.to <= sum.from,
    );
    const at = after >= 0 ? after : ahead;
    if (at >= 0) used.add(at);
    if (at < 0 && !sum.rest) continue;
    const amountMinor = minorOf(sum, total, given);
    given += amountMinor ?? 0;
    parts.push({ by: at < 0 ? null : (dates[at]?.next ?? null), amountMinor });
  }
  return parts.length > 1 ? sameDayJoined(parts) : [];
};

/** Two sums for one day are one part of that day. */
const sameDayJoined = (parts: readonly ReadPart[]): readonly ReadPart[] => {
  const out: ReadPart[] = [];
  for (const part of parts) {
    const at = out.findIndex((one) => one.by !== null && one.by === part.by);
    const known = out[at];
    if (known === undefined) out.push(part);
    else if (known.amountMinor !== null && part.amountMinor !== null)
      out[at] = { by: known.by, amountMinor: known.amountMinor + part.amountMinor };
  }
  return out;
};

/** The date that stands nearest to the words of promising comes first; dates after them before dates ahead of them. */
const nearestFirst = (
  dates: readonly DateFind[],
  signals: readonly Signal[],
): readonly DateFind[] => {
  const distance = (date: DateFind): number =>
    Math.min(
      ...signals.map(({ hit }) => {
        if (hit === null) return 1000;
        if (date.from >= hit.from && date.to <= hit.to) return 0;
        return date.from >= hit.to
          ? date.from - hit.to
          : 1.5 * Math.max(0, hit.from - date.to) + 12;
      }),
      1000,
    );
  return [...dates].sort((a, b) => distance(a) - distance(b) || a.from - b.from);
};

const MONTHLY =
  /(\d{1,2}|deux|trois|quatre|cinq|six|dix|douze|two|three|four|five|six|ten|twelve)(?: |\n)(?:mensualites|versements|echeances|fois|monthly instalments|monthly payments|instalments|installments|payments|months)[^.!?\n]{0,12}$/;

const SAME_AGAIN = /(?<![a-z])(?:pareil|idem|autant|same again|the same)(?![a-z])/;

/** A plan that a mail asks for, where it carries dates and sums: a list of them, or so many equal monthly parts. */
export const planIn = (words: string, context: ReadingContext): Valued<ReadPromise> | null => {
  const dates = findDates(words, {
    sentOn: context.sentOn,
    monthFirst: context.currency === "USD",
  }).filter(
    (one) =>
      !one.past &&
      one.next !== null &&
      one.next >= context.sentOn &&
      isNear(one, context) &&
      !isNotADate(words, one),
  );
  const amounts = findAmounts(words, context.currency);
  const first = dates[0];
  if (first?.next == null) return null;
  const total = context.invoices.reduce((sum, one) => sum + one.totalMinor, 0);
  const folded = foldedInPlace(words);
  for (const sum of amounts) {
    const lead = MONTHLY.exec(folded.slice(Math.max(0, sum.from - 60), sum.from));
    if (lead === null || sum.minor === null) continue;
    const count = Number(lead[1]) || (SMALL_NUMBERS[lead[1] ?? ""] ?? 0);
    if (count < 2 || count > PARTS_MAX) continue;
    const start = first.next;
    const amountMinor = sum.minor;
    const parts = Array.from({ length: count }, (_, index) => ({
      by: addMonths(start, index),
      amountMinor,
    }));
    return {
      value: { by: start, amountMinor, parts },
      grounds: [groundOf("promise.by", words, first), groundOf("promise.amount", words, sum)],
    };
  }
  const sums = amounts.filter((one) => one.minor !== null);
  const repeated = sums.filter((one) => one.to <= first.from).pop();
  if (dates.length > 1 && repeated !== undefined && SAME_AGAIN.test(folded)) {
    const amountMinor = repeated.minor;
    return {
      value: {
        by: first.next,
        amountMinor,
        parts: dates.slice(0, PARTS_MAX).map((one) => ({ by: one.next, amountMinor })),
      },
      grounds: [groundOf("promise.by", words, first), groundOf("promise.amount", words, repeated)],
    };
  }
  const parts = partsOf(words, dates, sums, total).filter((one) => one.by !== null);
  const lead = parts[0];
  if (parts.length < 2 || lead === undefined || sums[0] === undefined) return null;
  return {
    value: { by: lead.by, amountMinor: lead.amountMinor, parts },
    grounds: [groundOf("promise.by", words, first), groundOf("promise.amount", words, sums[0])],
  };
};

const minorOf = (find: AmountFind | undefined, total: number, given: number): number | null => {
  if (find === undefined) return null;
  if (find.minor !== null) return find.minor;
  if (find.share !== null) return total > 0 ? Math.round(total * find.share) : null;
  return given > 0 && total > given ? total - given : null;
};

/** When it was paid, and how much. */
export const paymentIn = (
  words: string,
  signals: readonly Signal[],
  context: ReadingContext,
): Valued<{ readonly on: CalendarDate | null; readonly amountMinor: number | null }> => {
  const ranges = rangesOf(signals);
  const dates = findDates(words, {
    sentOn: context.sentOn,
    monthFirst: context.currency === "USD",
  }).filter((one) => one.last !== null && one.last <= context.sentOn && !isNotADate(words, one));
  const near = dates.filter((one) => within(one, ranges));
  const found = near[0] ?? (signals.length === 1 ? dates[0] : undefined);
  const folded = foldedInPlace(words);
  const said = ranges.map((range) => folded.slice(range.from, range.to)).join(" ");
  const isNow =
    found === undefined &&
    /(?<![a-z])(?:je viens|nous venons|on vient|vient d|just (?:now|sent|paid|done|made|transferred)|a l'instant)(?![a-z])/.test(
      said,
    );
  const figures = findAmounts(words, context.currency).filter((one) => one.minor !== null);
  const inside = figures.filter((one) => within(one, ranges));
  const amounts = inside.length > 0 || figures.length !== 1 ? inside : figures;
  const grounds: Ground[] = [];
  if (found !== undefined) grounds.push(groundOf("paid.on", words, found));
  if (amounts[0] !== undefined) grounds.push(groundOf("paid.amount", words, amounts[0]));
  return {
    value: {
      on: found?.last ?? (isNow ? context.sentOn : null),
      amountMinor: amounts[0]?.minor ?? null,
    },
    grounds,
  };
};

/** Addresses looked at in one mail. */
const CONTACTS_MAX = 200;

/** An address to write to instead: in the words, and neither the sender's nor the creditor's. */
export const contactIn = (
  words: string,
  from: MailAddress | null,
  ownAddresses: readonly string[],
): Valued<string> | null => {
  const own = new Set(ownAddresses.map((one) => one.toLowerCase()));
  const isPart = (char: string): boolean => char !== "" && !/[\s<>()[\],;:"'«»|@]/.test(char);
  let at = words.indexOf("@");
  for (let seen = 0; at >= 0 && seen < CONTACTS_MAX; at = words.indexOf("@", at + 1), seen += 1) {
    let start = at;
    let to = at + 1;
    while (at - start < 64 && isPart(words.charAt(start - 1))) start -= 1;
    while (to - at < 255 && isPart(words.charAt(to))) to += 1;
    while (/[.!?]/.test(words.charAt(to - 1))) to -= 1;
    const address = words.slice(start, to).toLowerCase();
    const isAddress = start < at && address.indexOf(".", address.indexOf("@") + 2) > 0;
    if (!isAddress || own.has(address) || address === from?.address) continue;
    const span = { of: "newWords" as const, from: start, to };
    const quote = words.slice(start, to);
    return { value: address, grounds: [{ of: "contact", quote, span, rule: "contact.address" }] };
  }
  return null;
};

/** The day somebody is back: the date after a word of returning, else the end of the absence. */
export const absenceEnd = (words: string, context: ReadingContext): Valued<CalendarDate> | null => {
  const dates = findDates(words, {
    sentOn: context.sentOn,
    monthFirst: context.currency === "USD",
  }).filter((one) => one.next !== null);
  const folded = foldedInPlace(words);
  const leads = (one: DateFind): string => {
    const before = folded.slice(Math.max(0, one.from - 50), one.from);
    return before.slice(Math.max(...[".", "!", "?"].map((end) => before.lastIndexOf(end))) + 1);
  };
  const back = dates.find((one) =>
    /retour|reprise|reprendr|rentre|back|return|reopen|rouvr|reouv|repondr|resum/.test(leads(one)),
  );
  if (back?.next != null) return { value: back.next, grounds: [groundOf("back", words, back)] };
  const until = dates.find((one) =>
    /jusqu|until|till|through|(?<![a-z])au(?![a-z])/.test(leads(one).slice(-25)),
  );
  if (until?.next == null) return null;
  const inclusive = /^[^.!?]{0,4}(?:inclus|inclusive)/.test(folded.slice(until.to, until.to + 14));
  return {
    value: inclusive ? addDays(until.next, 1) : until.next,
    grounds: [groundOf("back", words, until)],
  };
};

const CHANGED = /changement|nouveau|nouvel|(?<![a-z])new(?![a-z])|chang|update|modifi|desormais/;
const ACCOUNT = /(?<![a-z])(?:rib|iban|bancaires?|bank|account|compte)(?![a-z])/;
const tellsOfChange = (words: string): boolean => {
  const folded = foldedInPlace(words);
  return CHANGED.test(folded) && ACCOUNT.test(folded);
};

/** A valid IBAN (ISO 13616) that is not one of the creditor's; null where none is. */
export const foreignIban = (
  words: string,
  knownIbans: readonly string[],
): Valued<string> | null => {
  const known = new Set(knownIbans.map((one) => one.replace(/[^A-Za-z0-9]/g, "").toUpperCase()));
  const pattern = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}[A-Za-z0-9 \u00a0\u202f.-]{11,45}/g;
  for (let hit = pattern.exec(words); hit !== null; hit = pattern.exec(words)) {
    const tight = hit[0].replace(/[^A-Za-z0-9]/g, "").toUpperCase();
    for (let size = Math.min(34, tight.length); size >= 15; size -= 1) {
      const iban = tight.slice(0, size);
      if (!isIban(iban)) continue;
      if (known.has(iban)) break;
      if (known.size === 0 && !tellsOfChange(words)) break;
      const span = { of: "newWords" as const, from: hit.index, to: hit.index + hit[0].length };
      const ground = { of: "fraud.iban", quote: hit[0].trim(), span, rule: "fraud.unknown-iban" };
      return { value: iban, grounds: [ground] };
    }
  }
  return null;
};

const isIban = (text: string): boolean => {
  const moved = text.slice(4) + text.slice(0, 4);
  let rest = 0;
  for (const char of moved) {
    const code = char.charCodeAt(0);
    const value = code >= 65 ? code - 55 : code - 48;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};

const rangesOf = (signals: readonly Signal[]): readonly Range[] =>
  signals.map((one) => one.span).filter((span): span is NonNullable<typeof span> => span !== null);

const within = (find: Range, ranges: readonly Range[]): boolean =>
  ranges.some((range) => find.from >= range.from && find.to <= range.to + 1);

/** The ranges, and the lines of a list in which the dates stand. */
const widened = (
  words: string,
  ranges: readonly Range[],
  dates: readonly DateFind[],
): readonly Range[] => [
  ...ranges,
  ...dates
    .map((date) => {
      const from = words.lastIndexOf("\n", date.from) + 1;
      const end = words.indexOf("\n", date.to);
      return { from, to: end < 0 ? words.length : end };
    })
    .filter((line) => line.to - line.from < 60),
];

/** A day without a year that would be nine months away is one that has been: the due day, not the promise. */
const NEAR_DAYS = 270;
const isNear = (one: DateFind, context: ReadingContext): boolean =>
  one.next === null || one.next === one.last || one.next <= addDays(context.sentOn, NEAR_DAYS);

/** Dates that are the invoice's own or of its due day: "facture du 31 mai", "due on 30 June". */
const isNotADate = (words: string, find: DateFind): boolean =>
  /(?:facture|factures|invoice|invoices|relance|courrier|electronique|mail|lettre|message|letter|reminder|echue|dated)s? (?:du|le|au|of|on|from|des)? ?$/.test(
    foldedInPlace(words.slice(Math.max(0, find.from - 40), find.from)),
  ) &&
  !/(?:regle|reglee|paid|pay|paye|payee|virement|viree|out|run)[^.]{0,12}$/.test(
    foldedInPlace(words.slice(Math.max(0, find.from - 14), find.from)),
  );

const groundOf = (of: string, words: string, find: Range & { readonly rule: string }): Ground => ({
  of,
  quote: words.slice(find.from, find.to),
  span: { of: "newWords", from: find.from, to: find.to },
  rule: find.rule,
});
