import {
  AUTHOR_FIELD,
  authorField,
  fieldOfSetting,
  identityOf,
  stateOfSettings,
} from "#shared/app/forms/setting-fields.ts";
import { formReader } from "#shared/app/forms/form-spec.ts";
import type { FormDefinition, FormErrors, FormState } from "#shared/app/forms/form-spec.ts";
import { FORM_WORDS } from "#shared/app/forms/form-words.ts";
import { fieldOf } from "#shared/app/forms/refused-field.ts";
import { correctCreditor, openLedger } from "#shared/app/ledger-acts.ts";
import { firstRunView, NEW_CREDITOR, settingsView } from "#shared/app/settings-view.ts";
import type { FirstRunView, SettingsView } from "#shared/app/settings-view.ts";
import { setTeaching } from "#shared/app/teaching-acts.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { Result } from "#shared/kernel/result.ts";
import { ok } from "#shared/kernel/result.ts";
import { GMAIL_LEDGER } from "#shared/locales/gmail-ledger.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Answer, Card } from "#gmail/script/cards/card.ts";
import { wordsOf } from "#gmail/script/cards/face.ts";
import type { Face } from "#gmail/script/cards/face.ts";
import { formCard } from "#gmail/script/cards/form-card.ts";
import { firstRunCard, LANGUAGE_FIELD, settingsCard } from "#gmail/script/cards/settings-card.ts";
import { labelsAreOn, turnLabels } from "#gmail/script/mail/labels.ts";
import { changed, refused, shown } from "./answers.ts";
import { stateOfInputs } from "./form-inputs.ts";
import { turnHourlyOn } from "./hourly-job.ts";
import type { Handlers } from "./part-types.ts";
import { keepPrefs } from "./prefs.ts";
import { refusalWords } from "./refusal-words.ts";
import type { AnyRefusal } from "./refusal-words.ts";
import type { World } from "./world.ts";

type Shown = {
  readonly state?: FormState;
  readonly errors?: FormErrors;
  readonly refusal?: Sentence | null;
  readonly done?: DoneView | null;
  readonly face?: Face;
};

export const settingsScreen = (world: World, more: Shown): Card => {
  const face = more.face ?? world.face;
  const view = viewOf(world);
  const definition = identityForm(view, face);
  return settingsCard(
    {
      view,
      form: {
        definition,
        state: more.state ?? withAuthor(definition.initial, world),
        errors: more.errors ?? new Map(),
      },
      refusal: more.refusal ?? null,
      hourlyRefused: world.hourlyRefused(),
      language: face === world.face ? world.prefs.language : face.language,
      looks: !world.looksPossible()
        ? null
        : { areOn: world.prefs.looks, areLabelled: labelsAreOn(world.mailbox) },
    },
    face,
    more.done ?? null,
  );
};

/** Settings need no account: they are drawn where nothing but the creditor is at hand, and before there is a ledger. */
const viewOf = (world: World): SettingsView => {
  const creditor = world.ledger.creditor();
  const state = creditor.ok ? creditor.value : emptyCreditor();
  const decided = settingsView.decide({ storage: { type: "drive" } }, nothingLoaded(world, state), {
    ...world.facts(state),
    chance: [],
  });
  return decided.ok ? decided.value.view : decided.error;
};

const nothingLoaded = (world: World, creditor: ReturnType<typeof emptyCreditor>) => ({
  ledger: world.ledger.tip()?.ledger ?? "",
  creditor,
  accounts: new Map(),
  accountsByKey: new Map(),
  searchRows: [],
});

const withAuthor = (state: FormState, { prefs }: World): FormState => ({
  ...state,
  texts: { ...state.texts, [AUTHOR_FIELD]: prefs.author },
});

type IdentityForm = Omit<FormDefinition, "read">;

const identityForm = (view: SettingsView, face: Face): IdentityForm => {
  const words = FORM_WORDS[face.language];
  return {
    title: words.settings.identity,
    intro: null,
    blocked: null,
    submit: view.save,
    currency: "EUR",
    fields: [authorField(words), ...view.fields.map(fieldOfSetting)],
    initial: stateOfSettings(view.fields),
  };
};

const settingsSaved = (world: World): Answer => {
  const { face } = world;
  const view = viewOf(world);
  const definition = identityForm(view, face);
  const state = stateOfInputs(definition, world.event.inputs, undefined);
  const words = FORM_WORDS[face.language];
  const reader = formReader(definition, state, words, face.language);
  const author = reader.required(AUTHOR_FIELD);
  const changes = identityOf(reader, view.fields, NEW_CREDITOR, words);
  if (changes === null || reader.errors.size > 0)
    return shown(settingsScreen(world, { state, errors: reader.errors }), "update");
  keepPrefs(world.services, { ...world.prefs, author });
  const result = world.ledger.run(correctCreditor, { changes });
  if (result.ok)
    return changed(
      settingsScreen({ ...world, prefs: { ...world.prefs, author } }, { done: result.value }),
    );
  const why = refusalWords(result.error, face);
  const field = fieldOf(result.error, definition, state);
  return shown(
    settingsScreen(
      world,
      field === null ? { state, refusal: why } : { state, errors: new Map([[field, why]]) },
    ),
    "update",
  );
};

const settingsDone = (world: World, result: Result<DoneView, AnyRefusal>): Answer =>
  result.ok
    ? changed(settingsScreen(world, { done: result.value }))
    : refused(refusalWords(result.error, world.face), world.face);

const languageSaved = (world: World): Answer => {
  const chosen = world.event.inputs.get(LANGUAGE_FIELD)?.[0];
  const language = chosen === "fr" || chosen === "en" ? chosen : null;
  keepPrefs(world.services, { ...world.prefs, language });
  const face = { ...world.face, language: language ?? world.prefs.seen ?? "fr" };
  const next: World = {
    ...world,
    prefs: { ...world.prefs, language },
    face,
    facts: (creditor) => ({ ...world.facts(creditor), language: face.language }),
  };
  return {
    ...changed(settingsScreen(next, {})),
    toast: wordsOf(face).languageSaved,
  };
};

/** The full manifest's own: the hourly look. The job itself stays on, since it keeps the ledger whole as well. */
const looksTurned = (world: World, looks: boolean): Answer => {
  const words = wordsOf(world.face).looks;
  if (!world.looksPossible()) return refused(words.notHere, world.face);
  const prefs = { ...world.prefs, looks };
  keepPrefs(world.services, prefs);
  const isOn = looks ? turnHourlyOn(world.services) : !world.hourlyRefused();
  const next: World = { ...world, prefs, hourlyRefused: () => !isOn };
  if (looks && !isOn) return changed(settingsScreen(next, {}));
  const text = looks ? words.turnedOn : words.turnedOff;
  return changed(settingsScreen(next, { done: { text, undo: null } }));
};

const hourlyTurned = (world: World): Answer => {
  const isOn = turnHourlyOn(world.services);
  const next: World = { ...world, hourlyRefused: () => !isOn };
  const { turnedOn } = GMAIL_LEDGER[world.face.language].hourly;
  return changed(settingsScreen(next, isOn ? { done: { text: turnedOn, undo: null } } : {}));
};

/** Apart from the look: labels are seen by whoever opens the mailbox, so that nothing turns them on by itself. */
const labelsTurned = (world: World, isOn: boolean): Answer => {
  const words = wordsOf(world.face).looks;
  if (!world.looksPossible()) return refused(words.notHere, world.face);
  turnLabels(world.mailbox, isOn);
  const text = isOn ? words.labelsOn : words.labelsOff;
  return changed(settingsScreen(world, { done: { text, undo: null } }));
};

const firstRun = (world: World, answer: "yes" | "no" | null): Answer => {
  const view = firstRunOf(world);
  if (answer !== "yes") {
    const card = firstRunCard(view, world.face, answer);
    return shown(card, answer === null ? "push" : "update");
  }
  const definition = firstRunForm(view, world);
  return shown(firstRunFormCard(definition, definition.initial, new Map(), null, world), "update");
};

const firstRunOf = (world: World): FirstRunView => {
  const state = emptyCreditor();
  const decided = firstRunView.decide({ storage: { type: "drive" } }, nothingLoaded(world, state), {
    ...world.facts(state),
    chance: [],
  });
  return decided.ok ? decided.value.view : decided.error;
};

/** Who signs is who writes, until the settings say otherwise: one question less. */
const askedOf = (view: FirstRunView) => view.fields.filter(({ key }) => key !== "signatory");

const firstRunForm = (view: FirstRunView, world: World): IdentityForm => {
  const words = FORM_WORDS[world.face.language];
  const opened = world.event.opened === null ? null : world.open();
  // The address that a mail was delivered to is likely the person's own.
  const mailbox = opened !== null && opened.ok ? opened.value.mailbox : null;
  const asked = askedOf(view);
  return {
    title: view.title,
    intro: null,
    blocked: null,
    submit: view.start,
    currency: "EUR",
    fields: [authorField(words), ...asked.map(fieldOfSetting)],
    initial: stateOfSettings(asked, {
      [AUTHOR_FIELD]: world.prefs.author,
      addresses: mailbox ?? "",
    }),
  };
};

const firstRunFormCard = (
  definition: IdentityForm,
  state: FormState,
  errors: FormErrors,
  refusal: Sentence | null,
  { face }: World,
): Card =>
  formCard(
    {
      definition,
      state,
      errors,
      refusal,
      save: { does: "first-run-save", ids: {} },
      again: null,
      isFirst: true,
    },
    face,
  );

const firstRunSaved = (world: World): Answer => {
  const { face } = world;
  const view = firstRunOf(world);
  const definition = firstRunForm(view, world);
  const state = stateOfInputs(definition, world.event.inputs, undefined);
  const words = FORM_WORDS[face.language];
  const reader = formReader(definition, state, words, face.language);
  const author = reader.required(AUTHOR_FIELD);
  const typed = identityOf(reader, askedOf(view), NEW_CREDITOR, words);
  if (typed === null || reader.errors.size > 0)
    return shown(firstRunFormCard(definition, state, reader.errors, null, world), "update");
  keepPrefs(world.services, { ...world.prefs, author });
  const creditor = {
    ...typed,
    signatory: typed.signatory ?? author,
    language: face.language,
  };
  const opened = begun(world, () => world.ledger.run(openLedger, { creditor, ownInvoices: true }));
  if (!opened.ok) {
    const why = refusalWords(opened.error, face);
    const field = fieldOf(opened.error, definition, state);
    const errors: FormErrors = field === null ? new Map() : new Map([[field, why]]);
    return shown(
      firstRunFormCard(definition, state, errors, field === null ? why : null, world),
      "update",
    );
  }
  // The ledger is open whatever Google says to this: the settings tell of it.
  turnHourlyOn(world.services);
  const card =
    world.event.opened === null
      ? world.screens.today(world, opened.value, true)
      : world.screens.mail(world, null, opened.value);
  return { ...shown(card, "root"), changed: true };
};

/** A ledger that lies in Drive already, its properties lost, is taken up again and opened no second time. */
const begun = (
  world: World,
  open: () => Result<DoneView, AnyRefusal>,
): Result<DoneView, AnyRefusal> => {
  if (world.ledger.tip() !== null) return open();
  const begins = world.ledger.begin();
  if (!begins.ok) return begins;
  if (!begins.value.recovered) return open();
  const { foundAgain } = GMAIL_LEDGER[world.face.language].recovery;
  return ok({ text: foundAgain, undo: null });
};

type Settings =
  | "settings"
  | "settings-save"
  | "settings-language"
  | "settings-teaching"
  | "settings-looks"
  | "settings-labels"
  | "settings-hourly"
  | "first-run"
  | "first-run-save";

/** Who the creditor is, in which language, and where the data lie; and the first run, which asks the same. */
export const SETTINGS_HANDLERS: Handlers<Settings> = {
  settings: (world) => shown(settingsScreen(world, {})),
  "settings-save": settingsSaved,
  "settings-language": languageSaved,
  "settings-teaching": (world, { used }) =>
    settingsDone(world, world.ledger.run(setTeaching, { used: used === "yes" })),
  "settings-looks": (world, { used }) => looksTurned(world, used === "yes"),
  "settings-labels": (world, { used }) => labelsTurned(world, used === "yes"),
  "settings-hourly": hourlyTurned,
  "first-run": (world, { own }) => firstRun(world, own ?? null),
  "first-run-save": firstRunSaved,
};
