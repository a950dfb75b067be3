import { lawEn } from "./law-words-en.ts";
import { lawFr } from "./law-words-fr.ts";
import type { LawWords } from "./law-words-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of law: routes, deadlines, limitation, insolvency, by the ids that the core gives. */
export const LAW_WORDS: Messages<LawWords> = { fr: lawFr, en: lawEn };
