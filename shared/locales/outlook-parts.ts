import type { Messages } from "./locale.ts";
import { outlookPartsEn } from "./outlook-parts-en.ts";
import { outlookPartsFr } from "./outlook-parts-fr.ts";
import type { OutlookParts } from "./outlook-parts-fr.ts";

export type { OutlookParts } from "./outlook-parts-fr.ts";

/** The words of those parts of Outlook's pane that the first paint does without, by language. */
export const OUTLOOK_PARTS: Messages<OutlookParts> = { fr: outlookPartsFr, en: outlookPartsEn };
