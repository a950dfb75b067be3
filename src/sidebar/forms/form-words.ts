import { FORM_WORDS } from "#shared/app/forms/form-words.ts";
import type { FormWords } from "#shared/app/forms/form-words.ts";
import type { Shell } from "#src/sidebar/shell.ts";

export const formWords = (shell: Shell): FormWords => FORM_WORDS[shell.host.language.value];
