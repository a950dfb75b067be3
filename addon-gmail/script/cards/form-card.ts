import type {
  FieldSpec,
  FormDefinition,
  FormErrors,
  FormState,
} from "#shared/app/forms/form-spec.ts";
import { own } from "#shared/kernel/text.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { UI } from "#shared/locales/ui.ts";
import { buttonOf, buttonsOf, does, sectionOf, textOf } from "./card.ts";
import type { Card, ChoiceItem, Field, RunAction, Widget } from "./card.ts";
import type { ActionName, Ids } from "./action-ref.ts";
import { menuOf, wordsOf } from "./face.ts";
import type { Face } from "./face.ts";
import { toned } from "./pieces.ts";

/** A form as a card shows it, whatever it is about. */
export type FormOnCard = {
  readonly definition: Omit<FormDefinition, "read">;
  /** Whom it is about, where that is one debtor. */
  readonly about?: Sentence | null;
  readonly state: FormState;
  readonly errors: FormErrors;
  /** Said above the fields: why it was not saved. */
  readonly refusal: Sentence | null;
  /** What its button does, and what draws it again when a field that others hang on changes. */
  readonly save: { readonly does: ActionName; readonly ids: Ids };
  readonly again: { readonly does: ActionName; readonly ids: Ids } | null;
  /** There is no ledger yet: the menu would lead nowhere. */
  readonly isFirst?: boolean;
};

/** Google allows a hundred; a list of more than fifty is a search. */
export const CHOICES_MAX = 50;
/** Lines of amounts, and parts of an agreement, that one card asks for. */
export const LINES_MAX = 12;

export const formCard = (form: FormOnCard, face: Face): Card => {
  const { definition, about = null, refusal, save, isFirst = false } = form;
  return {
    name: "form",
    title: [definition.title],
    subtitle: about,
    sections: [
      sectionOf([
        ...(refusal === null ? [] : [toned(refusal, "danger")]),
        ...(definition.intro === null ? [] : [textOf(definition.intro)]),
        ...(definition.blocked === null
          ? formWidgets(form, face)
          : [toned(definition.blocked, "warning")]),
      ]),
    ],
    menu: isFirst ? [] : menuOf(face),
    footer:
      definition.blocked !== null
        ? null
        : {
            primary: buttonOf([definition.submit], does(save.does, save.ids), "primary"),
            secondary: null,
          },
  };
};

/** What is wrong, the fields, and what is said of what stands in them. */
export const formWidgets = (form: Filled, face: Face): readonly Widget[] => [
  ...errorWidgets(form, face),
  ...form.definition.fields.flatMap((field) => fieldWidgets(field, form, face)),
  ...(form.definition.notes?.(form.state) ?? []).map(({ tone, text }) => toned(text, tone)),
];

type Filled = Omit<FormOnCard, "refusal" | "save">;

/** A card cannot mark a field: what is wrong is said above them all, each by its name. */
const errorWidgets = ({ definition, errors }: Filled, face: Face): readonly Widget[] => {
  if (errors.size === 0) return [];
  const words = wordsOf(face);
  const labels = new Map(definition.fields.map(({ name, label }) => [name, label]));
  return [
    textOf([words.formFaults], "danger"),
    ...[...errors].slice(0, ERRORS_MAX).map(([name, fault]) => {
      const label = labels.get(name) ?? labels.get(name.split("/")[0] ?? "");
      return toned(label === undefined ? fault : words.fieldFault(label, fault), "danger");
    }),
  ];
};

const ERRORS_MAX = 10;

const fieldWidgets = (field: FieldSpec, form: Filled, face: Face): readonly Widget[] => {
  const { state, again, definition } = form;
  if (field.when?.(state) === false) return [];
  const words = UI[face.language].shell;
  const isOptional = field.required !== true && field.kind !== "select" && field.kind !== "check";
  const named = {
    name: field.name,
    label: isOptional ? [field.label, own(` (${words.optional.own})`)] : [field.label],
    hint: field.hint === undefined ? null : [field.hint],
  };
  const typed = state.texts[field.name] ?? "";
  // Only fields that others hang on are worth an execution when they change.
  const decides = again !== null && definition.fields.some(({ when }) => when !== undefined);
  const change: RunAction | null = decides && again !== null ? does(again.does, again.ids) : null;
  switch (field.kind) {
    case "text":
    case "amount":
      return [inputOf(named, typed, false, field.kind === "text" ? (field.suggestions ?? []) : [])];
    case "long":
      return [inputOf(named, typed, true, [])];
    case "date":
      return [{ kind: "date", ...named, value: parseCalendarDate(typed) }, ...hinted(named)];
    case "select":
      return [
        {
          kind: "choice",
          how: "one",
          ...named,
          change,
          items: field.choices
            .slice(0, CHOICES_MAX)
            .map(({ value, label }) => ({ value, label: [own(label)], selected: value === typed })),
        },
        ...hinted(named),
        ...cutNote(field.choices.length, face),
      ];
    case "check":
      return [
        {
          kind: "choice",
          how: "many",
          ...named,
          label: [],
          change,
          items: [{ value: YES_VALUE, label: [field.label], selected: typed === YES_VALUE }],
        },
        ...hinted(named),
      ];
    case "checks":
      return field.choices.length === 0
        ? []
        : [
            {
              kind: "choice",
              how: "many",
              ...named,
              change: null,
              items: field.choices.slice(0, CHOICES_MAX).map(({ value, label }): ChoiceItem => ({
                value,
                label,
                selected: (state.picks[field.name] ?? []).includes(value),
              })),
            },
            ...hinted(named),
            ...cutNote(field.choices.length, face),
          ];
    case "amounts":
      return [
        ...hinted(named),
        ...field.lines.slice(0, LINES_MAX).map(({ value, label }) => {
          const name = `${field.name}/${value}`;
          return inputOf({ name, label, hint: null }, state.texts[name] ?? "", false, []);
        }),
      ];
    case "parts":
      return partWidgets(named, form, face);
    case "file":
      // Forms with a file stand on the desk.
      return [];
  }
};

/** What ticks a box, in the state of a form. */
const YES_VALUE = "yes";

type Named = Pick<Field, "name" | "label" | "hint">;

const inputOf = (
  named: Named,
  value: string,
  lines: boolean,
  suggestions: readonly string[],
): Widget => ({ kind: "input", ...named, value, lines, suggestions, change: null });

/** Dates and choices have no hint of their own: theirs stands below them, as an input's does. */
const hinted = ({ hint }: Named): readonly Widget[] =>
  hint === null ? [] : [textOf(hint, "quiet")];

const cutNote = (count: number, face: Face): readonly Widget[] =>
  count > CHOICES_MAX ? [textOf([wordsOf(face).choiceCut(CHOICES_MAX)], "quiet")] : [];

export const partDateName = (rank: number): string => `part-${String(rank)}/by`;
export const partAmountName = (rank: number): string => `part-${String(rank)}/amount`;

/** As many rows as there are parts, and a button for one more. */
const partWidgets = (named: Named, { state, again }: Filled, face: Face): readonly Widget[] => {
  const words = UI[face.language].mail;
  const fields = state.parts.slice(0, LINES_MAX).flatMap((part, rank): readonly Widget[] => [
    {
      kind: "date",
      name: partDateName(rank),
      label: [words.part(rank + 1)],
      hint: null,
      value: parseCalendarDate(part.by),
    },
    inputOf(
      { name: partAmountName(rank), label: [wordsOf(face).partAmount], hint: null },
      part.amount,
      false,
      [],
    ),
  ]);
  return [
    textOf(named.label, "strong"),
    ...fields,
    ...buttonsOf(
      again === null || state.parts.length >= LINES_MAX
        ? null
        : buttonOf(
            [wordsOf(face).addPart],
            does(again.does, { ...again.ids, rows: String(state.parts.length + 1) }),
            "link",
          ),
    ),
  ];
};
