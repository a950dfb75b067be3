import { wordPlaces } from "./footers.ts";
import { stemOf, stemsOf } from "./stems.ts";
import { ROLE_STEMS, SPEECH, SPEECH_WHEN_SMALL } from "./signature-words.ts";

/** How many words of a line are speech; short ones that also begin names count only in small letters. */
export const speech = (line: string, folded: string): number =>
  wordPlaces(folded).filter((one) => {
    if (!SPEECH.has(one.text)) return false;
    if (!SPEECH_WHEN_SMALL.has(one.text)) return true;
    const first = line.charAt(one.from);
    return first === first.toLowerCase();
  }).length;

/** Whether a folded word names a function, a service or a kind of firm. */
export const isRole = (word: string): boolean => {
  const stem = stemOf(ROLES, word);
  return stem !== undefined && (stem.length > 3 || word.length <= stem.length + 1);
};

// The longest first, so that a short one hides none.
const ROLES = stemsOf([...ROLE_STEMS].sort((a, b) => b.length - a.length));
