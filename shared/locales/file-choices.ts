import { fileChoicesEn } from "./file-choices-en.ts";
import { fileChoicesFr } from "./file-choices-fr.ts";
import type { FileChoices } from "./file-choices-fr.ts";
import type { Messages } from "./locale.ts";

/** What kinds, states and reasons of a debtor's file are called, by language. */
export const FILE_CHOICES: Messages<FileChoices> = { fr: fileChoicesFr, en: fileChoicesEn };
