import type { Message } from "#shared/mail/message.ts";

/** A value, and the words it was read in. */
export type Found<T> = { readonly value: T; readonly quote: string } | null;

const ANNOUNCES = /^(?:facture|invoice|avoir)/i;
const NUMBER_WORD = /^(?:n|no|num|number|numero|numéro)?[.°º#]?$/i;
const NUMBER_CHARS_MAX = 30;

/** The number stands after the word that announces it, in French or English; it has a digit and no space. */
export const invoiceNumberIn = (message: Message): Found<string> => {
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
