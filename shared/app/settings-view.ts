import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import type { UseCase } from "./use-case.ts";
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
  readonly storage: Shown;
  readonly ledger: { readonly label: Own; readonly value: Own };
  readonly notices: readonly NoticeView[];
  readonly back: ActionView;
};

export const settingsView: UseCase<SettingsInput, SettingsView, never> = {
  name: "settings",
  asks: () => ({ accounts: [], keys: [], search: false }),
  decide: () => {
    throw new Error("not written yet");
  },
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
  readonly storage: Shown;
  readonly start: Own;
};

export const firstRunView: UseCase<SettingsInput, FirstRunView, never> = {
  name: "first-run",
  asks: () => ({ accounts: [], keys: [], search: false }),
  decide: () => {
    throw new Error("not written yet");
  },
};
