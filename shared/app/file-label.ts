import type { Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { APP_FILE } from "#shared/locales/app-file.ts";
import type { Facts } from "./use-case.ts";
import type { FileForm, FormKind } from "./view-parts.ts";

const isOfFile = (form: FormKind): form is FileForm =>
  Object.prototype.hasOwnProperty.call(APP_FILE.fr.actions, form);

/** What the button says that opens any form: for the screens that have words of the debtor's file anyway. */
export const anyFormLabel = (form: FormKind, facts: Facts): Own =>
  isOfFile(form)
    ? APP_FILE[facts.language].actions[form]
    : APP[facts.language].debtor.actions[form];
