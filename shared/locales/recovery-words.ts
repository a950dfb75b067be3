import type { Language } from "#shared/kernel/money.ts";
import type { Messages } from "./locale.ts";
import type { RecoveryWords } from "./recovery-sentences.ts";
import { recoveryWordsEn } from "./recovery-words-en.ts";
import { recoveryWordsFr } from "./recovery-words-fr.ts";

export const recoveryWords: Messages<RecoveryWords> = {
  fr: recoveryWordsFr,
  en: recoveryWordsEn,
} satisfies Record<Language, RecoveryWords>;
