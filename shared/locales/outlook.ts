import type { Messages } from "./locale.ts";
import { outlookEn } from "./outlook-en.ts";
import { outlookFr } from "./outlook-fr.ts";
import type { OutlookMessages } from "./outlook-fr.ts";

export type { OutlookMessages } from "./outlook-fr.ts";

/** The words of Outlook's pane, by language. */
export const OUTLOOK: Messages<OutlookMessages> = { fr: outlookFr, en: outlookEn };
