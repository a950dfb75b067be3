import { draftingEn } from "./drafting-en.ts";
import type { DraftingMessages } from "./drafting-fr.ts";
import { draftingFr } from "./drafting-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of letters, by language. */
export const DRAFTING: Messages<DraftingMessages> = { fr: draftingFr, en: draftingEn };
