import { lettersEn } from "./drafting-letters-en.ts";
import type { LetterMessages } from "./drafting-letters-fr.ts";
import { lettersFr } from "./drafting-letters-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of letters on paper, of figures of interest, of answers and of groups: loaded where texts are written. */
export const LETTERS: Messages<LetterMessages> = { fr: lettersFr, en: lettersEn };
