import type { VNode } from "preact";
import type { Sentence } from "#shared/locales/locale.ts";
import type { FormWords } from "#shared/app/forms/form-words.ts";
import { Button, IconButton } from "#src/sidebar/components/button.tsx";
import {
  AmountField,
  CheckboxField,
  ChecksField,
  DateField,
  FieldError,
  SelectField,
  TextAreaField,
  TextField,
  FieldFrame,
  describedBy,
} from "#src/sidebar/components/field.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText, plainText } from "#src/sidebar/components/sentence-text.tsx";
import { CURRENCY_FIELD, YES, lineName, partName } from "#shared/app/forms/form-spec.ts";
import type {
  FieldSpec,
  FormDefinition,
  FormErrors,
  FormState,
} from "#shared/app/forms/form-spec.ts";

export type FieldsProps = {
  readonly definition: Pick<FormDefinition, "fields" | "currency">;
  readonly state: FormState;
  readonly errors: FormErrors;
  readonly words: FormWords;
  /** Changes what stands now: two fields filled in one breath are both kept. */
  readonly onChange: (change: (state: FormState) => FormState) => void;
  /** Set before every id, so that two forms can stand on one page. */
  readonly prefix: string;
};

/** The fields of a form, in order; what is hidden is not drawn. */
export const FormFields = (props: FieldsProps): VNode => (
  <>
    {props.definition.fields
      .filter(({ when }) => when?.(props.state) !== false)
      .map((field) => (
        <FormField key={field.name} {...props} field={field} />
      ))}
  </>
);

/** How many parts an agreement can be typed in: more come by a file. */
const PARTS_MAX = 24;

const FormField = (props: FieldsProps & { readonly field: FieldSpec }): VNode => {
  const { field, state, words, onChange } = props;
  const setText = (name: string) => (value: string) => {
    onChange((now) => ({ ...now, texts: { ...now.texts, [name]: value } }));
  };
  const frame = {
    id: `${props.prefix}${field.name}`,
    label: field.label.own,
    hint: field.hint?.own,
    error: props.errors.get(field.name) ?? null,
    required: field.required,
    optional: words.shell.optional.own,
  };
  const value = state.texts[field.name] ?? "";
  const typed = state.texts[CURRENCY_FIELD] ?? "";
  const currency = typed === "" ? props.definition.currency : typed;
  switch (field.kind) {
    case "text":
      return (
        <TextField
          {...frame}
          value={value}
          input={field.input}
          suggestions={field.suggestions}
          onInput={setText(field.name)}
        />
      );
    case "long":
      return (
        <TextAreaField {...frame} value={value} rows={field.rows} onInput={setText(field.name)} />
      );
    case "date":
      return <DateField {...frame} value={value} onInput={setText(field.name)} />;
    case "amount":
      return (
        <AmountField {...frame} value={value} currency={currency} onInput={setText(field.name)} />
      );
    case "select":
      return (
        <SelectField
          {...frame}
          required
          value={value}
          choices={field.choices}
          onInput={setText(field.name)}
        />
      );
    case "check":
      return (
        <CheckboxField
          {...frame}
          checked={value === YES}
          onInput={(checked) => {
            setText(field.name)(checked ? YES : "");
          }}
        />
      );
    case "checks":
      return field.choices.length === 0 ? (
        <></>
      ) : (
        <ChecksField
          {...frame}
          choices={field.choices}
          picked={state.picks[field.name] ?? []}
          onInput={(picked) => {
            onChange((now) => ({ ...now, picks: { ...now.picks, [field.name]: picked } }));
          }}
        />
      );
    case "amounts":
      return (
        <AmountLines
          {...props}
          lines={field.lines}
          name={field.name}
          frame={frame}
          currency={currency}
        />
      );
    case "parts":
      return <PartLines {...props} frame={frame} currency={currency} />;
    case "file":
      return (
        <FieldFrame {...frame}>
          <input
            class="rl-input"
            id={frame.id}
            name={frame.id}
            type="file"
            {...describedBy(frame)}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0] ?? null;
              onChange((now) => ({ ...now, file }));
            }}
          />
        </FieldFrame>
      );
  }
};

type GroupProps = FieldsProps & {
  readonly frame: {
    readonly id: string;
    readonly label: string;
    readonly hint: string | undefined;
    readonly error: Sentence | null;
  };
  readonly currency: string;
};

const AmountLines = (
  props: GroupProps & {
    readonly name: string;
    readonly lines: readonly { readonly value: string; readonly label: Sentence }[];
  },
): VNode => (
  <fieldset class="rl-field" id={props.frame.id} tabIndex={-1}>
    <legend class="rl-label">{props.frame.label}</legend>
    {props.frame.hint === undefined ? null : <p class="rl-small rl-quiet">{props.frame.hint}</p>}
    <div class="rl-lines">
      {props.lines.map(({ value, label }) => {
        const name = lineName(props.name, value);
        return (
          <AmountField
            key={value}
            id={`${props.prefix}${name}`}
            label={plainText(label)}
            error={props.errors.get(name) ?? null}
            value={props.state.texts[name] ?? ""}
            currency={props.currency}
            onInput={(text) => {
              props.onChange((now) => ({ ...now, texts: { ...now.texts, [name]: text } }));
            }}
          />
        );
      })}
    </div>
    <FieldError id={props.frame.id} error={props.frame.error} />
  </fieldset>
);

const PartLines = (props: GroupProps): VNode => {
  const { state, words, onChange, errors, prefix } = props;
  const setPart = (index: number, change: { readonly by?: string; readonly amount?: string }) => {
    onChange((now) => ({
      ...now,
      parts: now.parts.map((part, at) => (at === index ? { ...part, ...change } : part)),
    }));
  };
  return (
    <fieldset class="rl-field" id={props.frame.id} tabIndex={-1}>
      <legend class="rl-label">{props.frame.label}</legend>
      <div class="rl-lines">
        {state.parts.map((part, index) => {
          const name = partName(index);
          const label = words.form.part(index + 1).own;
          return (
            // Parts have no identity of their own before they are agreed: their rank is it.
            <fieldset class="rl-part" aria-label={label} key={name}>
              <DateField
                id={`${prefix}${name}/by`}
                label={words.form.fields.by.own}
                required
                value={part.by}
                error={errors.get(`${name}/by`) ?? null}
                onInput={(by) => {
                  setPart(index, { by });
                }}
              />
              <AmountField
                id={`${prefix}${name}/amount`}
                label={words.form.fields.amount.own}
                required
                value={part.amount}
                currency={props.currency}
                error={errors.get(`${name}/amount`) ?? null}
                onInput={(amount) => {
                  setPart(index, { amount });
                }}
              />
              {state.parts.length > 2 ? (
                <IconButton
                  icon="close"
                  label={words.form.removePart(index + 1).own}
                  onClick={() => {
                    onChange((now) => ({
                      ...now,
                      parts: now.parts.filter((_, at) => at !== index),
                    }));
                  }}
                />
              ) : null}
            </fieldset>
          );
        })}
      </div>
      {state.parts.length >= PARTS_MAX ? null : (
        <div>
          <Button
            small
            onClick={() => {
              onChange((now) => ({ ...now, parts: [...now.parts, { by: "", amount: "" }] }));
            }}
          >
            {words.form.addPart.own}
          </Button>
        </div>
      )}
      <FieldError id={props.frame.id} error={props.frame.error} />
    </fieldset>
  );
};

export const FormIntro = ({ text }: { readonly text: Sentence | null }): VNode | null =>
  text === null ? null : (
    <p class="rl-quiet">
      <SentenceText text={text} />
    </p>
  );

/** What the values typed so far mean: said politely to screen readers as it changes. */
export const FormNotes = (props: {
  readonly definition: Pick<FormDefinition, "notes">;
  readonly state: FormState;
}): VNode | null => {
  const { notes } = props.definition;
  if (notes === undefined) return null;
  return (
    <div class="rl-stack rl-stack--tight" aria-live="polite">
      {notes(props.state).map(({ tone, text }) => (
        <Notice key={plainText(text)} tone={tone} text={text} />
      ))}
    </div>
  );
};
