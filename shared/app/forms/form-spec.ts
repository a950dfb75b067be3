import type { DoneView } from "#shared/app/view-parts.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { CreditorIdentity, CreditorState } from "#shared/claims/creditor.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { isCurrency, parseMoney } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { FormWords } from "./form-words.ts";
import type { CaseRefusal } from "#shared/app/case-refusal.ts";
import type { UseCase } from "#shared/app/use-case.ts";

/** What a form holds while it is typed: text as it stands, nothing parsed. */
export type FormState = {
  readonly texts: Readonly<Record<string, string>>;
  readonly picks: Readonly<Record<string, readonly string[]>>;
  readonly parts: readonly PartText[];
  readonly file: PickedFile | null;
};

/** A file as a face has it; only the face can read it. */
export type PickedFile = { readonly name: string; readonly type: string; readonly size: number };

export type Choice = { readonly value: string; readonly label: string };

export type PartText = { readonly by: string; readonly amount: string };

export type PickChoice = { readonly value: string; readonly label: Sentence };

type Common = {
  readonly name: string;
  readonly label: Own;
  readonly hint?: Own;
  readonly required?: boolean;
  /** Shown only then; hidden, it says nothing. */
  readonly when?: (state: FormState) => boolean;
};

export type FieldSpec = Common &
  (
    | {
        readonly kind: "text";
        readonly input?: "text" | "email" | "tel";
        /** Names that were typed before: offered, never imposed. */
        readonly suggestions?: readonly string[];
      }
    | { readonly kind: "long"; readonly rows?: number }
    | { readonly kind: "date" }
    | { readonly kind: "amount" }
    | { readonly kind: "select"; readonly choices: readonly Choice[] }
    | { readonly kind: "check" }
    | { readonly kind: "checks"; readonly choices: readonly PickChoice[] }
    /** One amount a line; what is empty gets nothing. */
    | { readonly kind: "amounts"; readonly lines: readonly PickChoice[] }
    | { readonly kind: "parts" }
    | { readonly kind: "file" }
  );

/** Said under the fields of what is typed so far, before anything is saved. */
export type FormNote = { readonly tone: "info" | "warning"; readonly text: Sentence };

/** How a face does a use case: now, or later. */
export type DoesCase<Out> = <Input, Refusal extends CaseRefusal>(
  useCase: UseCase<Input, DoneView, Refusal>,
  input: Input,
) => Out;

/** What a form does once it is filled in: one use case, whichever way the face runs it. */
export type FormWork = { readonly does: <Out>(run: DoesCase<Out>) => Out };

/** `Work`: a face may have forms that need more than use cases (bytes of a file). */
export type FormDefinition<Work = FormWork> = {
  readonly title: Own;
  readonly intro: Sentence | null;
  /** Instead of the fields: why there is nothing to fill in. */
  readonly blocked: Sentence | null;
  readonly submit: Own;
  readonly currency: Currency;
  readonly fields: readonly FieldSpec[];
  readonly initial: FormState;
  readonly notes?: (state: FormState) => readonly FormNote[];
  /** Null where the reader found something wrong. */
  readonly read: (reader: FormReader) => Work | null;
};

/** What a form may know when it is drawn. */
export type FormContext = {
  readonly account: string | null;
  /** Accounts for which the same is entered by the same click. */
  readonly also?: readonly string[];
  readonly state: AccountState | null;
  readonly creditor: CreditorIdentity | null;
  /** What holds for the whole ledger: plans, settings, rates. */
  readonly ledger: CreditorState;
  /** Who is typing. */
  readonly me: string;
  /** What it corrects, or what the new thing is about; null to enter anew. */
  readonly subject: string | null;
  readonly today: CalendarDate;
  readonly language: Language;
  readonly words: FormWords;
};

export type FormErrors = ReadonlyMap<string, Sentence>;

/** Takes values out of a form, and notes beside which field something is wrong. */
export type FormReader = {
  readonly errors: FormErrors;
  readonly text: (name: string) => string;
  readonly required: (name: string) => string;
  readonly optional: (name: string) => string | null;
  readonly date: (name: string) => CalendarDate | null;
  readonly requiredDate: (name: string) => CalendarDate | null;
  readonly amount: (name: string) => number | null;
  readonly requiredAmount: (name: string) => number | null;
  readonly choice: <T extends string>(name: string, allowed: readonly T[]) => T | null;
  readonly currency: () => Currency;
  readonly flag: (name: string) => boolean;
  readonly picked: (name: string) => readonly string[];
  readonly parts: () => readonly { readonly by: CalendarDate; readonly amount: number }[];
  readonly file: () => PickedFile | null;
  readonly refuse: (name: string, text: Sentence) => void;
};

export const CURRENCY_FIELD = "currency";

export const formReader = (
  definition: Pick<FormDefinition, "fields" | "currency">,
  state: FormState,
  words: FormWords,
  language: Language,
): FormReader => {
  const errors = new Map<string, Sentence>();
  const faults = words.form.errors;
  const refuse = (name: string, text: Sentence): void => {
    if (!errors.has(name)) errors.set(name, text);
  };
  const hidden = new Set(
    definition.fields.filter(({ when }) => when?.(state) === false).map(({ name }) => name),
  );
  const text = (name: string): string => (hidden.has(name) ? "" : (state.texts[name] ?? "").trim());
  const currency = (): Currency => {
    const typed = text(CURRENCY_FIELD);
    return isCurrency(typed) ? typed : definition.currency;
  };
  const minorOf = (name: string, typed: string): number | null => {
    if (typed === "") return null;
    const amount = parseMoney(typed, currency(), language === "fr" ? "," : ".");
    // What is no amount in the person's own notation may be one in the other, where nothing else is meant.
    const read = amount ?? parseMoney(typed, currency());
    if (read === null) refuse(name, faults.amount);
    else if (read.minor <= 0) refuse(name, faults.positive);
    return read === null ? null : read.minor;
  };
  const dateOf = (name: string, typed: string): CalendarDate | null => {
    if (typed === "") return null;
    const date = parseCalendarDate(typed);
    if (date === null) refuse(name, faults.date);
    return date;
  };
  const needed = <T>(name: string, value: T | null): T | null => {
    if (value === null) refuse(name, faults.missing);
    return value;
  };
  return {
    errors,
    text,
    required: (name) => {
      const typed = text(name);
      if (typed === "") refuse(name, faults.missing);
      return typed;
    },
    optional: (name) => {
      const typed = text(name);
      return typed === "" ? null : typed;
    },
    date: (name) => dateOf(name, text(name)),
    requiredDate: (name) => needed(name, dateOf(name, text(name))),
    amount: (name) => minorOf(name, text(name)),
    requiredAmount: (name) => needed(name, minorOf(name, text(name))),
    choice: (name, allowed) => {
      const typed = text(name);
      const found = allowed.find((one) => one === typed);
      if (found === undefined && !hidden.has(name)) refuse(name, faults.choice);
      return found ?? null;
    },
    currency,
    flag: (name) => text(name) === YES,
    picked: (name) => (hidden.has(name) ? [] : (state.picks[name] ?? [])),
    parts: () =>
      state.parts.flatMap((part, index) => {
        const name = partName(index);
        const by = needed(`${name}/by`, dateOf(`${name}/by`, part.by.trim()));
        const amount = needed(`${name}/amount`, minorOf(`${name}/amount`, part.amount.trim()));
        return by === null || amount === null ? [] : [{ by, amount }];
      }),
    file: () => state.file,
    refuse,
  };
};

export const YES = "yes";
export const partName = (index: number): string => `part-${String(index)}`;
export const lineName = (field: string, value: string): string => `${field}/${value}`;

export const emptyForm = (
  texts: Readonly<Record<string, string>> = {},
  picks: Readonly<Record<string, readonly string[]>> = {},
): FormState => ({ texts, picks, parts: [], file: null });
