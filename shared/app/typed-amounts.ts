import { decimalString } from "#shared/kernel/money.ts";
import type { Language, Money } from "#shared/kernel/money.ts";

/** An amount as it stands in a field: `1234,56`, without its sign and without groups. */
export const decimalText = (amount: Money, language: Language): string =>
  language === "fr" ? decimalString(amount).replace(".", ",") : decimalString(amount);
