import { appActsEn } from "./app-acts-en.ts";
import type { AppActsMessages } from "./app-acts-fr.ts";
import { appActsFr } from "./app-acts-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of what a person does to the ledger, by language. */
export const APP_ACTS: Messages<AppActsMessages> = { fr: appActsFr, en: appActsEn };
