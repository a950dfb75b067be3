import type { Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import type { Facts } from "./use-case.ts";
import type { LedgerForm } from "./view-parts.ts";

/** What the button says that opens a form of every day. */
export const formLabel = (form: LedgerForm, facts: Facts): Own =>
  APP[facts.language].debtor.actions[form];
