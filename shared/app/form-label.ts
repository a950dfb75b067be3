import type { Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import type { Facts } from "./use-case.ts";
import type { FormKind } from "./view-parts.ts";

/** What the button says that opens a form. */
export const formLabel = (form: FormKind, facts: Facts): Own =>
  APP[facts.language].debtor.actions[form];
