import type { Language } from "#shared/kernel/money.ts";
import { TAGS } from "#shared/kernel/parties.ts";
import { foreign, shownText } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import type { Ground, Reading } from "#shared/mail/reading.ts";
import { taughtTimes } from "#shared/mail/taught.ts";

/** Characters of a sentence quoted on the third line. */
export const QUOTE_CHARS_MAX = 240;

/**
 * Those that tell why it is read so: not the values of another tag, nor another tag that rests on the very words of the
 * first.
 */
export const shownGrounds = (reading: Reading, grounds: readonly Ground[]): readonly Ground[] => {
  const first = reading.tags[0]?.grounds ?? [];
  const quotes = new Set(first.map(({ quote }) => quote));
  return grounds.filter(({ of, quote }) => {
    const [head = ""] = of.split(".");
    const tag = TAGS.find((one) => one === head);
    if (tag === undefined || tag === reading.tag) return true;
    if (of !== head) return tag === "promise" && reading.tag === "instalments";
    return !quotes.has(quote);
  });
};

/** One sentence a ground; rules that rest on the same words say the same. */
export const whysOf = (grounds: readonly Ground[], language: Language): readonly Sentence[] => {
  const bySaid = new Map(
    grounds.map((ground) => {
      const why = whyOf(ground, language);
      return [why.map(shownText).join(""), why];
    }),
  );
  return [...bySaid.values()];
};

const whyOf = (ground: Ground, language: Language): Sentence => {
  const words = MAIL_WORDS[language];
  const times = taughtTimes(ground.rule);
  const quote = foreign(ground.quote, QUOTE_CHARS_MAX);
  return times === null
    ? words.ground(groundWord(ground.of, language), quote)
    : words.taught(groundWord(ground.of, language), times, quote);
};

/** What rests on a ground, in a word. */
export const groundWord = (of: string, language: Language): Own => {
  const words = MAIL_WORDS[language];
  const tag = TAGS.find((one) => one === of);
  if (tag !== undefined) return words.tags[tag];
  const last = of.slice(of.lastIndexOf(".") + 1);
  if (last === "by" || last === "on") return words.groundOf.by;
  if (last === "amount") return words.groundOf.amount;
  if (last === "reason") return words.groundOf.reason;
  if (last === "back") return words.groundOf.back;
  if (last === "detail") return words.groundOf.detail;
  return last === "iban" || last === "fraud" ? words.groundOf.iban : words.groundOf.contact;
};
