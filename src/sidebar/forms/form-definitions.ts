import { PLAIN_FORMS } from "#shared/app/forms/plain-forms.ts";
import type { PlainForm } from "#shared/app/forms/plain-forms.ts";
import type { FormContext } from "#shared/app/forms/form-spec.ts";
import type { SidebarForm } from "#src/sidebar/shell.ts";
import { documentForm } from "./document-form.ts";
import type { HostForm } from "./host-form.ts";

export type MakeForm = (context: FormContext) => HostForm;
export type DailyForm = PlainForm | "document";

/** The forms of every day; those of the debtor's file come with a part of their own. */
export const FORMS: Readonly<Record<DailyForm, MakeForm>> = {
  ...PLAIN_FORMS,
  document: documentForm,
};

export const isDaily = (form: SidebarForm): form is DailyForm =>
  Object.prototype.hasOwnProperty.call(FORMS, form);
