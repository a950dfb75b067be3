import { formsEn } from "./forms-en.ts";
import { formsFr } from "./forms-fr.ts";
import type { FormMessages } from "./forms-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of forms, by language: apart, since nothing that is drawn first has any. */
export const FORMS: Messages<FormMessages> = { fr: formsFr, en: formsEn };
