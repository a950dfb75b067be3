import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import type { Own } from "#shared/kernel/text.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { TEACHING_WORDS } from "#shared/locales/teaching-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { NOTHING_ASKED, viewOnly } from "./use-case.ts";
import type { Facts, UseCase } from "./use-case.ts";
import type { ActionView, NoticeView } from "./view-parts.ts";

/** Where the ledger lies, as the host knows it. */
export type StoragePlace =
  | { readonly type: "browser" }
  | { readonly type: "memory" }
  | { readonly type: "file"; readonly name: string }
  | { readonly type: "drive" }
  | { readonly type: "onedrive" };

export type SettingsInput = { readonly storage: StoragePlace };

/** A field of the creditor as a form shows it. A list is one item a line. */
export type SettingView = {
  readonly key: keyof CreditorIdentity;
  readonly label: Own;
  readonly hint: Own | null;
  readonly input: "text" | "lines" | "list" | "yes-no" | "number" | "choice";
  /** What stands in it: text of the field, `yes`/`no`, the chosen key. */
  readonly value: string;
  readonly choices: readonly { readonly key: string; readonly label: Own }[];
  readonly required: boolean;
  /** Numbers only. */
  readonly min: number | null;
  readonly max: number | null;
};

export type SettingsView = {
  readonly kind: "settings";
  readonly title: Own;
  readonly fields: readonly SettingView[];
  readonly save: Own;
  /** Where the data lie, and that nothing leaves. */
  readonly storage: Sentence;
  /** Whether what was corrected before counts in later readings. */
  readonly teaching: {
    readonly title: Own;
    readonly label: Own;
    readonly hint: Own;
    readonly on: boolean;
  };
  readonly ledger: { readonly label: Own; readonly value: Own };
  readonly notices: readonly NoticeView[];
  readonly calendar: ActionView;
  readonly back: ActionView;
};

export type FirstRunView = {
  readonly kind: "first-run";
  readonly title: Own;
  readonly intro: Own;
  /** Asked first; `no` shows `refused` and goes no further. */
  readonly ownInvoices: {
    readonly question: Own;
    readonly yes: Own;
    readonly no: Own;
    readonly refused: Own;
  };
  readonly author: { readonly label: Own; readonly hint: Own };
  /** The few that cannot wait; the others have defaults and stand in the settings. */
  readonly fields: readonly SettingView[];
  readonly storage: Sentence;
  readonly start: Own;
};

const FIELDS = [
  "name",
  "legalLine",
  "soleTrader",
  "siren",
  "address",
  "country",
  "timeZone",
  "language",
  "iban",
  "bic",
  "phone",
  "addresses",
  "signatory",
  "staleAfterDays",
  "dailyMinutes",
] as const;

const FIRST_FIELDS: readonly (keyof CreditorIdentity)[] = [
  "name",
  "addresses",
  "signatory",
  "country",
  "iban",
  "legalLine",
];

const REQUIRED: readonly (keyof CreditorIdentity)[] = [
  "name",
  "country",
  "timeZone",
  "addresses",
  "signatory",
];

/** What a new ledger stands on until the user says otherwise. */
export const NEW_CREDITOR: CreditorIdentity = {
  name: "",
  country: "FR",
  timeZone: "Europe/Paris",
  language: "fr",
  legalLine: null,
  soleTrader: false,
  siren: null,
  address: null,
  iban: null,
  bic: null,
  phone: null,
  addresses: [],
  signatory: null,
  staleAfterDays: 3,
  dailyMinutes: 40,
};

const INPUTS: Readonly<Partial<Record<keyof CreditorIdentity, SettingView["input"]>>> = {
  legalLine: "lines",
  address: "lines",
  soleTrader: "yes-no",
  language: "choice",
  addresses: "list",
  staleAfterDays: "number",
  dailyMinutes: "number",
};

const LIMITS: Readonly<
  Partial<Record<keyof CreditorIdentity, { readonly min: number; readonly max: number }>>
> = { staleAfterDays: { min: 1, max: 10 }, dailyMinutes: { min: 5, max: 600 } };

const fieldView = (
  key: keyof CreditorIdentity,
  creditor: CreditorIdentity,
  facts: Facts,
): SettingView => {
  const { settings, debtor } = APP[facts.language];
  const hints: Readonly<Partial<Record<keyof CreditorIdentity, Own>>> = settings.hints;
  const limits = LIMITS[key];
  return {
    key,
    label: settings.fields[key],
    hint: hints[key] ?? null,
    input: INPUTS[key] ?? "text",
    value: valueText(creditor[key]),
    choices:
      key === "language"
        ? [
            { key: "fr", label: debtor.languages.fr },
            { key: "en", label: debtor.languages.en },
          ]
        : [],
    required: REQUIRED.includes(key),
    min: limits?.min ?? null,
    max: limits?.max ?? null,
  };
};

const valueText = (value: CreditorIdentity[keyof CreditorIdentity]): string => {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? value.join("\n") : String(value);
};

const storageText = (place: StoragePlace, facts: Facts): Sentence => {
  const words = APP[facts.language].settings.storage;
  return place.type === "file" ? words.file(foreign(place.name)) : [words[place.type]];
};

export const settingsView: UseCase<SettingsInput, SettingsView, never> = {
  name: "settings",
  asks: () => NOTHING_ASKED,
  decide: ({ storage }, loaded, facts) => {
    const { common, settings, calendar } = APP[facts.language];
    const creditor = loaded.creditor.creditor ?? NEW_CREDITOR;
    const teaching = TEACHING_WORDS[facts.language];
    return ok(
      viewOnly<SettingsView>({
        kind: "settings",
        title: settings.title,
        fields: FIELDS.map((key) => fieldView(key, creditor, facts)),
        save: settings.save,
        storage: storageText(storage, facts),
        teaching: {
          title: teaching.title,
          label: teaching.label,
          hint: teaching.hint,
          on: loaded.creditor.teaching,
        },
        ledger: { label: settings.ledger, value: own(loaded.ledger) },
        notices:
          storage.type === "memory"
            ? [
                {
                  key: "memory",
                  tone: "danger",
                  text: storageText(storage, facts),
                  action: null,
                },
              ]
            : [],
        calendar: { key: "calendar", label: calendar.action, action: { go: "calendar" } },
        back: { key: "back", label: common.today, action: { go: "today" } },
      }),
    );
  },
};

export const firstRunView: UseCase<SettingsInput, FirstRunView, never> = {
  name: "first-run",
  asks: () => NOTHING_ASKED,
  decide: ({ storage }, loaded, facts) => {
    const { firstRun } = APP[facts.language].settings;
    const { title, intro, question, yes, no, refused, author, authorHint, start } = firstRun;
    const creditor = loaded.creditor.creditor ?? { ...NEW_CREDITOR, language: facts.language };
    return ok(
      viewOnly<FirstRunView>({
        kind: "first-run",
        title,
        intro,
        ownInvoices: { question, yes, no, refused },
        author: { label: author, hint: authorHint },
        fields: FIRST_FIELDS.map((key) => fieldView(key, creditor, facts)),
        storage: storageText(storage, facts),
        start,
      }),
    );
  },
};
