import { appEn } from "./app-en.ts";
import type { AppMessages } from "./app-fr.ts";
import { appFr } from "./app-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of the screens, by language. */
export const APP: Messages<AppMessages> = { fr: appFr, en: appEn };
