import { formFacts } from "#shared/app/forms/form-facts.ts";
import { formReader } from "#shared/app/forms/form-spec.ts";
import type { FormDefinition, FormErrors, FormState } from "#shared/app/forms/form-spec.ts";
import { FORM_WORDS } from "#shared/app/forms/form-words.ts";
import { isPlainForm, PLAIN_FORMS } from "#shared/app/forms/plain-forms.ts";
import { fieldOf } from "#shared/app/forms/refused-field.ts";
import { nameOf } from "#shared/app/owed-lines.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { placeIds } from "#gmail/script/cards/action-ref.ts";
import type { ActionIds, CardPlace } from "#gmail/script/cards/action-ref.ts";
import type { Answer, Card } from "#gmail/script/cards/card.ts";
import { formIds } from "#gmail/script/cards/clicks.ts";
import { wordsOf } from "#gmail/script/cards/face.ts";
import { formCard } from "#gmail/script/cards/form-card.ts";
import { changed, refused, shown } from "./answers.ts";
import { stateOfInputs } from "./form-inputs.ts";
import type { Handlers } from "./part-types.ts";
import { placeScreen } from "./places.ts";
import { refusalWords } from "./refusal-words.ts";
import type { AnyRefusal } from "./refusal-words.ts";
import type { World } from "./world.ts";

type FormIds = ActionIds<"form">;

const opened = (world: World, ids: FormIds): Answer => {
  const definition = definitionOf(world, ids);
  if (!definition.ok) return refused(definition.error, world.face);
  return shown(cardOf(world, ids, definition.value, definition.value.initial));
};

const again = (world: World, ids: FormIds): Answer => {
  const definition = definitionOf(world, ids);
  if (!definition.ok) return refused(definition.error, world.face);
  const state = stateOfInputs(definition.value, world.event.inputs, ids.rows, true);
  return shown(cardOf(world, ids, definition.value, state), "update");
};

const saved = (world: World, ids: FormIds): Answer => {
  const { face } = world;
  const made = definitionOf(world, ids);
  if (!made.ok) return refused(made.error, face);
  const definition = made.value;
  const state = stateOfInputs(definition, world.event.inputs, ids.rows);
  const reader = formReader(definition, state, FORM_WORDS[face.language], face.language);
  const work = definition.read(reader);
  if (work === null || reader.errors.size > 0) {
    return shown(cardOf(world, ids, definition, state, reader.errors), "update");
  }
  const result = work.does<Result<Done, AnyRefusal>>((useCase, input) =>
    world.ledger.run(useCase, input),
  );
  // The form is done with: what lay below it is drawn with what was done.
  if (result.ok)
    return changed(placeScreen(world, placeOf(ids, result.value), result.value), "instead");
  const why = refusalWords(result.error, face);
  const field = fieldOf(result.error, definition, state);
  const errors: FormErrors = field === null ? new Map() : new Map([[field, why]]);
  const card = cardOf(world, ids, definition, state, errors, field === null ? why : null);
  return shown(card, "update");
};

/** A debtor that is new is named by what was done alone. */
type Done = DoneView & { readonly account?: string };

/**
 * A form that was begun from nowhere in particular leads to the debtor it was about, and one that makes a debtor to that
 * one: what comes next is an invoice.
 */
const placeOf = (ids: FormIds, { account = ids.account }: Done): CardPlace => {
  const isNew = ids.account === undefined && account !== undefined;
  return account !== undefined && (isNew || ids.at === undefined)
    ? { at: "account", of: account }
    : ids;
};

type Drawable = FormDefinition & { readonly about: Sentence | null };

const definitionOf = (world: World, ids: FormIds): Result<Drawable, Sentence> => {
  const { face } = world;
  const account = ids.account ?? null;
  if (!isPlainForm(ids.form)) return err(wordsOf(face).faults["action-unknown"]);
  const facts = world.ledger.run(formFacts, { account });
  if (!facts.ok) return err(refusalWords(facts.error, face));
  const { state, creditor, ledger } = facts.value;
  const definition = PLAIN_FORMS[ids.form]({
    account,
    also: ids.also ?? [],
    subject: ids.subject ?? null,
    state,
    creditor,
    ledger,
    me: world.facts(ledger).by,
    today: world.today(),
    language: face.language,
    words: FORM_WORDS[face.language],
  });
  return ok({ ...definition, about: state === null ? null : [nameOf(state)] });
};

const cardOf = (
  world: World,
  ids: FormIds,
  definition: Drawable,
  state: FormState,
  errors: FormErrors = new Map(),
  refusal: Sentence | null = null,
): Card => {
  const rows = state.parts.length > 0 ? state.parts.length : undefined;
  const named = { ...formIds({ ...ids, rows }), ...placeIds(ids) };
  return formCard(
    {
      definition,
      about: definition.about,
      state,
      errors,
      refusal,
      save: { does: "form-save", ids: named },
      again: { does: "form-again", ids: named },
    },
    world.face,
  );
};

/** Forms of every day: drawn empty, drawn again when a field that others hang on changes, and saved. */
export const FORM_HANDLERS: Handlers<"form" | "form-again" | "form-save"> = {
  form: opened,
  "form-again": again,
  "form-save": saved,
};
