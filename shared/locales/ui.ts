import type { Messages } from "./locale.ts";
import { uiEn } from "./ui-en.ts";
import { uiFr } from "./ui-fr.ts";
import type { UiMessages } from "./ui-fr.ts";

export type { UiMessages } from "./ui-fr.ts";

/** The words of the pages' shell, by language. */
export const UI: Messages<UiMessages> = { fr: uiFr, en: uiEn };
