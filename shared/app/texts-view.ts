import { isWithheld } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import type { Block } from "#shared/drafting/blocks.ts";
import type { DraftFacts } from "#shared/drafting/facts.ts";
import { letterPage } from "#shared/drafting/letter-page.ts";
import {
  PLACEHOLDERS,
  PLACEHOLDER_NAMES,
  ownTextFaultWords,
  ownTextFaults,
} from "#shared/drafting/own-text.ts";
import type { OwnTextPart, OwnWords, Placeholder } from "#shared/drafting/own-text.ts";
import type { DraftRefusal } from "#shared/drafting/refusal.ts";
import { refusalWords } from "#shared/drafting/refusal-words.ts";
import { HIGHEST_TONE, draftText } from "#shared/drafting/text.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import { ok } from "#shared/kernel/result.ts";
import { own, shownText } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { DESK_TEXTS } from "#shared/locales/desk-texts.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { openPortionsOf } from "#shared/recovery/open-portions.ts";
import type { OpenPortion } from "#shared/recovery/open-portions.ts";
import { planBookOf } from "#shared/recovery/plans.ts";
import type { PortionPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import { toneRank } from "#shared/recovery/steps.ts";
import type { Tone } from "#shared/recovery/steps.ts";
import { isPaperStep } from "./draft-choice.ts";
import { draftFactsOf } from "./draft-facts.ts";
import { EXAMPLE_REFERENCE, exampleFacts, examplePaper } from "./example-draft.ts";
import { highestToneOf } from "./policy-acts.ts";
import { nameOf } from "./owed-lines.ts";
import { stepWord } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";

/** Steps whose words may be one's own: a call is told by its facts, and what comes after the notice is no letter. */
export const TEXT_STEPS = [
  "courtesy",
  "due",
  "reminder-1",
  "reminder-2",
  "letter",
  "formal-notice",
] as const;
export type TextStep = (typeof TEXT_STEPS)[number];

export const isTextStep = (key: string): key is TextStep =>
  (TEXT_STEPS as readonly string[]).includes(key);

const NO_WORDS: OwnWords = { subject: null, opening: null, closing: null };

export type TypedText = Readonly<Record<OwnTextPart, string>>;

export type TextsView = {
  readonly kind: "texts";
  readonly title: Own;
  readonly steps: readonly {
    readonly step: TextStep;
    readonly label: Own;
    /** Parts that may be one's own. */
    readonly parts: readonly OwnTextPart[];
    readonly typed: Readonly<Record<Language, TypedText>>;
    readonly isOwn: Readonly<Record<Language, boolean>>;
  }[];
  readonly placeholders: readonly {
    readonly key: Placeholder;
    /** As it is typed, by the language of the text. */
    readonly typed: Readonly<Record<Language, string>>;
    readonly what: Own;
  }[];
  /** Debtors to read a text on; those who owe the most first. */
  readonly samples: readonly { readonly value: string; readonly label: string }[];
};

/** Debtors to choose a preview from. */
const SAMPLES_MAX = 30;

const owedBy = (state: AccountState): number =>
  openPortionsOf(balancesOf(state)).reduce((sum, { asked }) => sum + asked, 0);

/** Own words of every step in both languages, what may be inserted, and debtors to read them on. */
export const textsView: UseCase<null, TextsView, never> = {
  name: "texts",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_input, loaded, facts) => {
    const words = DESK_TEXTS[facts.language];
    const { texts } = loaded.creditor;
    const writtenFor = (step: TextStep, language: Language): OwnWords =>
      texts.find((text) => text.step === step && text.language === language) ?? NO_WORDS;
    const typed = (step: TextStep, language: Language): TypedText => {
      const { subject, opening, closing } = writtenFor(step, language);
      return { subject: subject ?? "", opening: opening ?? "", closing: closing ?? "" };
    };
    const isOwn = (step: TextStep, language: Language): boolean =>
      Object.values(typed(step, language)).some((text) => text !== "");
    const samples = [...loaded.accounts.values()]
      .filter((state) => !isWithheld(state) && state.debtor !== null)
      .map((state) => ({ state, owed: owedBy(state) }))
      .filter(({ owed }) => owed > 0)
      .sort((a, b) => b.owed - a.owed || (a.state.account < b.state.account ? -1 : 1))
      .slice(0, SAMPLES_MAX);
    return ok(
      viewOnly<TextsView>({
        kind: "texts",
        title: words.title,
        steps: TEXT_STEPS.map((step) => ({
          step,
          label: stepWord(step, facts),
          parts:
            step === "formal-notice" ? ["opening", "closing"] : ["subject", "opening", "closing"],
          typed: { fr: typed(step, "fr"), en: typed(step, "en") },
          isOwn: { fr: isOwn(step, "fr"), en: isOwn(step, "en") },
        })),
        placeholders: PLACEHOLDERS.map((key) => ({
          key,
          typed: {
            fr: `{${PLACEHOLDER_NAMES.fr[key]}}`,
            en: `{${PLACEHOLDER_NAMES.en[key]}}`,
          },
          what: words.placeholders[key],
        })),
        samples: samples.map(({ state }) => ({
          value: state.account,
          label: nameOf(state).foreign,
        })),
      }),
    );
  },
};

export type TextPreviewInput = {
  readonly step: TextStep;
  readonly language: Language;
  readonly typed: TypedText;
  /** The debtor that it is read on; null: an example. */
  readonly account: string | null;
};

export type TextPreviewView = {
  readonly kind: "text-preview";
  readonly faults: Readonly<Partial<Record<OwnTextPart, Sentence>>>;
  /** On whom, and that nothing is prepared. */
  readonly on: Sentence;
  readonly subject: string | null;
  /** A letter: its subject says so itself. */
  readonly onPaper: boolean;
  readonly blocks: readonly Block[];
  readonly notes: readonly Sentence[];
};

const wordsOf = (typed: TypedText): OwnWords => ({
  subject: typed.subject.trim() === "" ? null : typed.subject,
  opening: typed.opening.trim() === "" ? null : typed.opening,
  closing: typed.closing.trim() === "" ? null : typed.closing,
});

const toneOf = (state: AccountState | null, step: TextStep, loaded: Loaded): Tone => {
  const book = planBookOf(loaded.creditor);
  const planned = book.byKind[state?.debtor?.kind ?? "business"].steps[step]?.tone ?? "neutral";
  if (step === "formal-notice") return planned;
  const highest = HIGHEST_TONE[step];
  return toneRank(planned) > toneRank(highest) ? highest : planned;
};

/** Invoices that a mail lists before it becomes a page. */
const SAMPLE_INVOICES = 5;

/** What of an account this step could be about: not due yet for courtesy, late for the others, one currency. */
const fitting = (
  portions: readonly OpenPortion[],
  step: TextStep,
  today: CalendarDate,
): readonly OpenPortion[] => {
  const fits = portions.filter(
    ({ dueOn, asked }) =>
      dueOn !== null && asked > 0 && (step === "courtesy" ? dueOn >= today : dueOn < today),
  );
  const currency = fits[0]?.currency;
  return fits.filter((one) => one.currency === currency).slice(0, SAMPLE_INVOICES);
};

const exampleOf = (
  { step, language }: TextPreviewInput,
  creditor: CreditorIdentity,
  loaded: Loaded,
  { today }: Facts,
): DraftFacts =>
  exampleFacts(
    { step, language, tone: toneOf(null, step, loaded) },
    creditor,
    loaded.creditor,
    today,
  );

const accountFacts = (
  input: TextPreviewInput,
  state: AccountState,
  creditor: CreditorIdentity,
  loaded: Loaded,
  facts: Facts,
): DraftFacts | null => {
  const { step, language } = input;
  const balances = balancesOf(state);
  const portions = fitting(openPortionsOf(balances), step, facts.today);
  const [first] = portions;
  if (first === undefined) return null;
  const act: ProposedAct = {
    step,
    tone: toneOf(state, step, loaded),
    currency: first.currency,
    because: "step-due",
    promise: null,
    portions: portions.map((portion): PortionPlan => ({
      ...portion,
      plan: "",
      next: null,
      kept: false,
      forbidden: false,
    })),
    lower: [],
    contested: [],
  };
  const made = draftFactsOf(act, {
    state,
    balances,
    creditor,
    paymentsKnownOn: loaded.creditor.paymentsKnown?.asOf ?? facts.today,
    today: facts.today,
    reference: EXAMPLE_REFERENCE,
    attachments: [],
    recipients: [],
    paper: examplePaper(state.debtor, loaded.creditor),
  });
  const { addressMissing } = DESK_TEXTS[language].preview;
  const address = made.debtor.address.length === 0 ? [addressMissing] : made.debtor.address;
  return { ...made, language, debtor: { ...made.debtor, address } };
};

type Read = { readonly subject: string; readonly blocks: readonly Block[] };

/** On paper where the step goes on paper, else as the mail that would lie in the drafts. */
const readAs = (facts: DraftFacts, words: OwnWords): Result<Read, DraftRefusal> => {
  if (!isPaperStep(facts.step)) {
    const text = draftText(facts, words);
    return text.ok ? ok({ subject: text.value.subject, blocks: text.value.blocks }) : text;
  }
  const page = letterPage(facts, words);
  if (!page.ok) return page;
  const { addressee, placeDate, object, greeting, body, closing, signature } = page.value;
  return ok({
    subject: object.map(shownText).join(""),
    blocks: [
      { type: "lines", role: "addressee", lines: addressee },
      { type: "paragraph", words: placeDate },
      { type: "paragraph", words: greeting },
      ...body,
      { type: "paragraph", words: closing },
      { type: "lines", role: "signature", lines: signature },
    ],
  });
};

const faultsOf = (
  { step, language }: TextPreviewInput,
  words: OwnWords,
  loaded: Loaded,
  facts: Facts,
): TextPreviewView["faults"] => {
  const found: Partial<Record<OwnTextPart, Sentence>> = {};
  const at = { step, language, tone: highestToneOf(loaded.creditor, step) };
  // The first of a part is put right first.
  for (const fault of ownTextFaults(words, at))
    found[fault.part] ??= ownTextFaultWords(fault, facts.language);
  return found;
};

/** A text as it is typed, read on a debtor of the ledger or on an example, with what must be put right. */
export const textPreview: UseCase<TextPreviewInput, TextPreviewView, never> = {
  name: "text-preview",
  asks: ({ account }) => ({ accounts: account === null ? [] : [account], keys: [], search: false }),
  decide: (input, loaded, facts) => {
    const words = DESK_TEXTS[facts.language].preview;
    const typed = wordsOf(input.typed);
    const faults = faultsOf(input, typed, loaded, facts);
    const empty = {
      kind: "text-preview",
      faults,
      subject: null,
      onPaper: false,
      blocks: [],
      notes: [],
    } as const;
    const { creditor } = loaded.creditor;
    if (creditor === null) return ok(viewOnly<TextPreviewView>({ ...empty, on: words.noCreditor }));
    const state = input.account === null ? undefined : loaded.accounts.get(input.account);
    const real = state === undefined ? null : accountFacts(input, state, creditor, loaded, facts);
    const drafted = real ?? exampleOf(input, creditor, loaded, facts);
    const on =
      state === undefined
        ? words.ofExample
        : real === null
          ? words.noneFits(nameOf(state))
          : words.ofDebtor(nameOf(state), facts.today);
    // What is faulty is left out, as a draft would leave it.
    const kept: OwnWords = {
      subject: faults.subject === undefined ? typed.subject : null,
      opening: faults.opening === undefined ? typed.opening : null,
      closing: faults.closing === undefined ? typed.closing : null,
    };
    const read = readAs(drafted, kept);
    if (!read.ok) {
      const why = own(refusalWords(read.error, facts.language));
      return ok(viewOnly<TextPreviewView>({ ...empty, on, notes: [words.refused(why)] }));
    }
    return ok(
      viewOnly<TextPreviewView>({
        kind: "text-preview",
        faults,
        on,
        subject: read.value.subject,
        onPaper: isPaperStep(input.step),
        blocks: read.value.blocks,
        notes: [
          ...(Object.keys(faults).length > 0 ? [words.faulty] : []),
          ...(isDropped(drafted, kept) ? [words.dropped] : []),
        ],
      }),
    );
  },
};

/** Whether a part that was written is left as Relance writes it, because it may not be said to this debtor. */
const isDropped = (facts: DraftFacts, words: OwnWords): boolean => {
  const plain = readAs(facts, NO_WORDS);
  if (!plain.ok) return false;
  const text = (read: Read): string => JSON.stringify([read.subject, read.blocks]);
  return (["subject", "opening", "closing"] as const).some((part) => {
    if (words[part] === null || (part === "subject" && facts.step === "formal-notice"))
      return false;
    const alone = readAs(facts, { ...NO_WORDS, [part]: words[part] });
    return alone.ok && text(alone.value) === text(plain.value);
  });
};
