import { appFileEn } from "./app-file-en.ts";
import { appFileFr } from "./app-file-fr.ts";
import type { AppFileMessages } from "./app-file-fr.ts";
import { FILE_CHOICES } from "./file-choices.ts";
import type { FileChoices } from "./file-choices-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of a debtor's file beyond identity and everyday lists, by language. */
export const APP_FILE: Messages<AppFileMessages & { readonly of: FileChoices }> = {
  fr: { ...appFileFr, of: FILE_CHOICES.fr },
  en: { ...appFileEn, of: FILE_CHOICES.en },
};
