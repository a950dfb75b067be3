import type { Language } from "#shared/kernel/money.ts";
import { FORMS } from "#shared/locales/forms.ts";
import type { FormMessages } from "#shared/locales/forms-fr.ts";
import { UI } from "#shared/locales/ui.ts";
import type { UiMessages } from "#shared/locales/ui.ts";

/** The shell's words with those of forms, which come with the bundle of the first form. */
export type FormWords = UiMessages & { readonly form: FormMessages };

export const FORM_WORDS: Readonly<Record<Language, FormWords>> = {
  fr: { ...UI.fr, form: FORMS.fr },
  en: { ...UI.en, form: FORMS.en },
};
