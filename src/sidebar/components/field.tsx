import type { ComponentChildren, VNode } from "preact";
import type { Sentence } from "#shared/locales/locale.ts";
import { SentenceText } from "./sentence-text.tsx";

export type FieldFrameProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null | undefined;
  readonly error?: Sentence | null | undefined;
  readonly required?: boolean | undefined;
  /** Said after the label of a field that may stay empty. */
  readonly optional?: string | undefined;
};

/** Label above, hint under it, error in words beside the field: never by colour alone. */
export const FieldFrame = (
  props: FieldFrameProps & { readonly children: ComponentChildren },
): VNode => (
  <div class="rl-field">
    <label class="rl-label" for={props.id}>
      {props.label}
      {props.optional !== undefined && props.required !== true ? (
        <span class="rl-quiet rl-small"> ({props.optional})</span>
      ) : null}
    </label>
    {props.hint === null || props.hint === undefined ? null : (
      <p class="rl-small rl-quiet" id={`${props.id}-hint`}>
        {props.hint}
      </p>
    )}
    {props.children}
    <FieldError id={props.id} error={props.error} />
  </div>
);

export const FieldError = ({
  id,
  error,
}: {
  readonly id: string;
  readonly error: Sentence | null | undefined;
}): VNode | null =>
  error === null || error === undefined ? null : (
    <p class="rl-error" id={`${id}-error`}>
      <span>
        <SentenceText text={error} />
      </span>
    </p>
  );

type AriaProps = {
  readonly "aria-invalid": "true" | undefined;
  readonly "aria-required": "true" | undefined;
  readonly "aria-describedby": string | undefined;
};

/** What a control says of its hint and error to assistive technology. */
export const describedBy = (props: FieldFrameProps): AriaProps => {
  const ids = [
    ...(props.hint === null || props.hint === undefined ? [] : [`${props.id}-hint`]),
    ...(props.error === null || props.error === undefined ? [] : [`${props.id}-error`]),
  ];
  return {
    "aria-invalid": props.error === null || props.error === undefined ? undefined : "true",
    "aria-required": props.required === true ? "true" : undefined,
    "aria-describedby": ids.length === 0 ? undefined : ids.join(" "),
  };
};

export type TextFieldProps = FieldFrameProps & {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly input?: "text" | "email" | "tel" | "search" | undefined;
  readonly autocomplete?: string | undefined;
  readonly charsMax?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly suggestions?: readonly string[] | undefined;
};

export const TextField = (props: TextFieldProps): VNode => (
  <FieldFrame {...props}>
    <input
      class="rl-input"
      id={props.id}
      name={props.id}
      type="text"
      inputMode={props.input ?? "text"}
      value={props.value}
      maxLength={props.charsMax ?? TEXT_CHARS_MAX}
      autocomplete={props.autocomplete ?? "off"}
      placeholder={props.placeholder}
      list={props.suggestions === undefined ? undefined : `${props.id}-list`}
      {...describedBy(props)}
      onInput={(event) => {
        props.onInput(event.currentTarget.value);
      }}
    />
    {props.suggestions === undefined ? null : (
      <datalist id={`${props.id}-list`}>
        {props.suggestions.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    )}
  </FieldFrame>
);

/** The browser's own date field: it shows dates as the person's system writes them, and gives ISO. */
export const DateField = (
  props: FieldFrameProps & {
    readonly value: string;
    readonly onInput: (value: string) => void;
  },
): VNode => (
  <FieldFrame {...props}>
    <input
      class="rl-input"
      id={props.id}
      name={props.id}
      type="date"
      value={props.value}
      {...describedBy(props)}
      onInput={(event) => {
        props.onInput(event.currentTarget.value);
      }}
    />
  </FieldFrame>
);

/** Typed as people write amounts; the currency stands beside it. */
export const AmountField = (
  props: FieldFrameProps & {
    readonly value: string;
    readonly currency: string;
    readonly onInput: (value: string) => void;
  },
): VNode => (
  <FieldFrame {...props}>
    <div class="rl-suffixed">
      <input
        class="rl-input rl-input--amount"
        id={props.id}
        name={props.id}
        type="text"
        inputMode="decimal"
        value={props.value}
        maxLength={AMOUNT_CHARS_MAX}
        autocomplete="off"
        {...describedBy(props)}
        onInput={(event) => {
          props.onInput(event.currentTarget.value);
        }}
      />
      <span class="rl-quiet">{props.currency}</span>
    </div>
  </FieldFrame>
);

export const TextAreaField = (
  props: FieldFrameProps & {
    readonly value: string;
    readonly onInput: (value: string) => void;
    readonly rows?: number | undefined;
    readonly charsMax?: number | undefined;
  },
): VNode => (
  <FieldFrame {...props}>
    <textarea
      class="rl-input"
      id={props.id}
      name={props.id}
      rows={props.rows ?? 3}
      value={props.value}
      maxLength={props.charsMax ?? LONG_TEXT_CHARS_MAX}
      {...describedBy(props)}
      onInput={(event) => {
        props.onInput(event.currentTarget.value);
      }}
    />
  </FieldFrame>
);

export type Choice = { readonly value: string; readonly label: string };

export const SelectField = (
  props: FieldFrameProps & {
    readonly value: string;
    readonly choices: readonly Choice[];
    readonly onInput: (value: string) => void;
  },
): VNode => (
  <FieldFrame {...props}>
    <select
      class="rl-input"
      id={props.id}
      name={props.id}
      value={props.value}
      {...describedBy(props)}
      onChange={(event) => {
        props.onInput(event.currentTarget.value);
      }}
    >
      {props.choices.map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === props.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </FieldFrame>
);

export const CheckboxField = (
  props: Pick<FieldFrameProps, "id" | "label" | "hint" | "error"> & {
    readonly checked: boolean;
    readonly onInput: (checked: boolean) => void;
  },
): VNode => (
  <div class="rl-field">
    <label class="rl-check">
      <input
        type="checkbox"
        id={props.id}
        name={props.id}
        checked={props.checked}
        {...describedBy(props)}
        onChange={(event) => {
          props.onInput(event.currentTarget.checked);
        }}
      />
      <span>{props.label}</span>
    </label>
    {props.hint === null || props.hint === undefined ? null : (
      <p class="rl-small rl-quiet" id={`${props.id}-hint`}>
        {props.hint}
      </p>
    )}
    <FieldError id={props.id} error={props.error} />
  </div>
);

/** Several of a list: one checkbox each, under one legend. */
export const ChecksField = (
  props: Pick<FieldFrameProps, "id" | "label" | "hint" | "error"> & {
    readonly choices: readonly { readonly value: string; readonly label: Sentence }[];
    readonly picked: readonly string[];
    readonly onInput: (picked: readonly string[]) => void;
  },
): VNode => (
  <fieldset class="rl-field" aria-describedby={describedBy(props)["aria-describedby"]}>
    <legend class="rl-label">{props.label}</legend>
    {props.hint === null || props.hint === undefined ? null : (
      <p class="rl-small rl-quiet" id={`${props.id}-hint`}>
        {props.hint}
      </p>
    )}
    {props.choices.map(({ value, label }, index) => (
      <label class="rl-check" key={value}>
        <input
          type="checkbox"
          id={index === 0 ? props.id : `${props.id}-${String(index)}`}
          checked={props.picked.includes(value)}
          onChange={(event) => {
            const rest = props.picked.filter((one) => one !== value);
            props.onInput(event.currentTarget.checked ? [...rest, value] : rest);
          }}
        />
        <span>
          <SentenceText text={label} />
        </span>
      </label>
    ))}
    <FieldError id={props.id} error={props.error} />
  </fieldset>
);

/** What an entry of the ledger takes of one name, of one text, and of one amount: more could not be kept. */
const TEXT_CHARS_MAX = 300;
const LONG_TEXT_CHARS_MAX = 20_000;
const AMOUNT_CHARS_MAX = 40;
