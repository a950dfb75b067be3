import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { APP_CLAIM } from "#shared/locales/app-claim.ts";
import { FORMS } from "#shared/locales/forms.ts";
import type { ActionView, FormKind } from "./view-parts.ts";

/**
 * What a person does about a refusal, by one click where it stands: the first draft of a new ledger is refused for want of a
 * day up to which payments are known, and whoever reads that must not have to look for the button. Null: words alone.
 */
export const wayOut = (
  refusal: { readonly type: string },
  on: {
    readonly account: string | null;
    readonly today: CalendarDate;
    readonly language: Language;
  },
): ActionView | null => {
  const { account, today, language } = on;
  const form = (kind: Extract<FormKind, "call" | "contact">): ActionView => ({
    key: `way/${kind}`,
    label: FORMS[language].titles[kind],
    action: { form: kind, account, subject: null },
  });
  switch (refusal.type) {
    case "payments-never-known":
      return {
        key: "way/payments-known",
        label: APP_CLAIM[language].facts.paymentsUpToDate,
        action: { act: "payments-known", asOf: today },
      };
    case "call-first":
      return form("call");
    case "no-recipient":
      return form("contact");
    default:
      return null;
  }
};
