import { clockWordsEn } from "./clock-words-en.ts";
import { clockWordsFr } from "./clock-words-fr.ts";
import type { ClockWords } from "./clock-words-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of deadlines, of what a file lacks, of routes and of the statement. */
export const CLOCK_WORDS: Messages<ClockWords> = { fr: clockWordsFr, en: clockWordsEn };
