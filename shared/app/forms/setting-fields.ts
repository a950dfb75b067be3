import type { SettingView } from "#shared/app/settings-view.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import { own } from "#shared/kernel/text.ts";
import type { FormWords } from "./form-words.ts";
import { YES, emptyForm } from "./form-spec.ts";
import type { FieldSpec, FormReader, FormState } from "./form-spec.ts";

/** The creditor's fields as the view gives them, and what was typed back into an identity. */

export const fieldOfSetting = (setting: SettingView): FieldSpec => {
  const common = {
    name: setting.key,
    label: setting.label,
    required: setting.required || setting.input === "number",
    ...(setting.hint === null ? {} : { hint: setting.hint }),
  };
  switch (setting.input) {
    case "lines":
    case "list":
      return { kind: "long", rows: 2, ...common };
    case "yes-no":
      return { kind: "check", ...common };
    case "choice":
      return {
        kind: "select",
        ...common,
        choices: setting.choices.map(({ key, label }) => ({ value: key, label: label.own })),
      };
    case "text":
    case "number":
      return { kind: "text", ...common };
  }
};

export const stateOfSettings = (
  settings: readonly SettingView[],
  more: Readonly<Record<string, string>> = {},
): FormState =>
  emptyForm({
    ...Object.fromEntries(settings.map(({ key, value }) => [key, value])),
    ...more,
  });

const LANGUAGES = ["fr", "en"] as const;

/** Only the fields that the form has: the others stay as they are. */
export const identityOf = (
  reader: FormReader,
  settings: readonly SettingView[],
  former: CreditorIdentity,
  words: FormWords,
): CreditorIdentity | null => {
  const has = (key: keyof CreditorIdentity): boolean => settings.some((one) => one.key === key);
  const text = (key: "name" | "country" | "timeZone"): string =>
    has(key) ? reader.required(key) : former[key];
  const line = (
    key: "legalLine" | "siren" | "address" | "iban" | "bic" | "phone" | "signatory",
  ): string | null => {
    if (!has(key)) return former[key];
    const isRequired = settings.some((one) => one.key === key && one.required);
    return isRequired ? reader.required(key) : reader.optional(key);
  };
  const number = (key: "staleAfterDays" | "dailyMinutes"): number => {
    if (!has(key)) return former[key];
    const typed = reader.required(key);
    if (!/^\d{1,4}$/.test(typed)) reader.refuse(key, words.form.errors.number);
    return Number(typed);
  };
  const addresses = has("addresses")
    ? reader
        .required("addresses")
        .split(/[\s,;]+/)
        .filter((address) => address !== "")
    : former.addresses;
  const identity: CreditorIdentity = {
    name: text("name"),
    country: text("country").toUpperCase(),
    timeZone: text("timeZone"),
    language: has("language")
      ? (reader.choice("language", LANGUAGES) ?? former.language)
      : former.language,
    legalLine: line("legalLine"),
    soleTrader: has("soleTrader") ? reader.text("soleTrader") === YES : former.soleTrader,
    siren: line("siren"),
    address: line("address"),
    iban: line("iban"),
    bic: line("bic"),
    phone: line("phone"),
    addresses: [...addresses],
    signatory: line("signatory"),
    staleAfterDays: number("staleAfterDays"),
    dailyMinutes: number("dailyMinutes"),
  };
  return reader.errors.size > 0 ? null : identity;
};

export const AUTHOR_FIELD = "author";

export const authorField = (words: FormWords): FieldSpec => ({
  kind: "text",
  name: AUTHOR_FIELD,
  label: words.settings.author,
  hint: own(words.settings.authorHint.own),
  required: true,
});
