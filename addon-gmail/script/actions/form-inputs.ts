import type {
  FieldSpec,
  FormDefinition,
  FormState,
  PartText,
} from "#shared/app/forms/form-spec.ts";
import { LINES_MAX, partAmountName, partDateName } from "#gmail/script/cards/form-card.ts";

/**
 * What was typed, as the forms hold it. Gmail leaves out what is empty: an absent field that stood in the card is empty,
 * and one that did not stand in it is as it began. A tick among those offered is known by what was offered.
 */
export const stateOfInputs = (
  definition: Pick<FormDefinition, "fields" | "initial">,
  inputs: ReadonlyMap<string, readonly string[]>,
  rows: number | undefined,
  /** The row that was just asked for is still empty. */
  keepsLast = false,
): FormState => {
  const { fields, initial } = definition;
  const texts: Record<string, string> = { ...initial.texts };
  const picks: Record<string, readonly string[]> = { ...initial.picks };
  // Choices first: they tell which of the others stood in the card.
  for (const field of fields) {
    const value = inputs.get(field.name)?.[0];
    if (field.kind === "select" && value !== undefined) texts[field.name] = value;
  }
  const soFar: FormState = { ...initial, texts };
  for (const field of fields) {
    if (field.when?.(soFar) === false && !isGiven(field, inputs)) continue;
    takeField(field, inputs, texts, picks);
  }
  return { ...initial, texts, picks, parts: partsIn(definition, inputs, rows, keepsLast) };
};

const isGiven = (field: FieldSpec, inputs: ReadonlyMap<string, readonly string[]>): boolean =>
  inputs.has(field.name);

const takeField = (
  field: FieldSpec,
  inputs: ReadonlyMap<string, readonly string[]>,
  texts: Record<string, string>,
  picks: Record<string, readonly string[]>,
): void => {
  const values = inputs.get(field.name) ?? [];
  switch (field.kind) {
    case "select":
      return;
    case "checks":
      picks[field.name] = values.filter((value) =>
        field.choices.some((choice) => choice.value === value),
      );
      return;
    case "amounts":
      for (const { value } of field.lines) {
        const name = `${field.name}/${value}`;
        const typed = inputs.get(name);
        // Lines beyond those that a card shows stay as they are.
        if (typed !== undefined || field.lines.length <= LINES_MAX) texts[name] = typed?.[0] ?? "";
      }
      return;
    case "text":
    case "long":
    case "date":
    case "amount":
    case "check":
      texts[field.name] = values[0] ?? "";
      return;
    case "parts":
    case "file":
      return;
  }
};

const partsIn = (
  { fields, initial }: Pick<FormDefinition, "fields" | "initial">,
  inputs: ReadonlyMap<string, readonly string[]>,
  rows: number | undefined,
  keepsLast: boolean,
): readonly PartText[] => {
  if (!fields.some(({ kind }) => kind === "parts")) return initial.parts;
  const count = Math.min(LINES_MAX, Math.max(rows ?? initial.parts.length, 1));
  return Array.from({ length: count }, (_, rank): PartText => ({
    by: inputs.get(partDateName(rank))?.[0] ?? "",
    amount: inputs.get(partAmountName(rank))?.[0] ?? "",
  })).filter(
    ({ by, amount }, rank) => by !== "" || amount !== "" || (keepsLast && rank + 1 === rows),
  );
};
