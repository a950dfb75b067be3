import type { Own } from "#shared/kernel/text.ts";
import type { Language } from "#shared/kernel/money.ts";
import { OUTLOOK } from "#shared/locales/outlook.ts";
import type { OutlookFault } from "#outlook/outlook.ts";

/** What Outlook did not do, for people; the code is for the diagnosis. */
export const faultWord = (fault: OutlookFault, language: Language): Own =>
  OUTLOOK[language].fault[fault.type];
