import { FILE_CHOICES } from "./file-choices.ts";
import type { FileChoices } from "./file-choices-fr.ts";
import { formsFileEn } from "./forms-file-en.ts";
import { formsFileFr } from "./forms-file-fr.ts";
import type { FormsFileMessages } from "./forms-file-fr.ts";
import type { Messages } from "./locale.ts";

export type FormsFileWords = FormsFileMessages & { readonly of: FileChoices };

/** The words of the forms of a debtor's file, by language: they come with the first of them. */
export const FORMS_FILE: Messages<FormsFileWords> = {
  fr: { ...formsFileFr, of: FILE_CHOICES.fr },
  en: { ...formsFileEn, of: FILE_CHOICES.en },
};
