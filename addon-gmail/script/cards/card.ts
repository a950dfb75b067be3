import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { ActionName, Ids } from "./action-ref.ts";

/**
 * A card as plain data: what Gmail can show, with every string still marked as ours or from outside. `draw-card.ts` turns
 * it into Google's own cards; nothing else knows them. Only widgets that are generally available, and no pictures.
 */
export type Card = {
  /** Names the card in Gmail's stack. */
  readonly name: string;
  readonly title: Sentence;
  readonly subtitle: Sentence | null;
  readonly sections: readonly Section[];
  /** Behind the three dots of the card: the whole menu on phones, which have no home page of add-ons. */
  readonly menu: readonly MenuItem[];
  readonly footer: Footer | null;
};

export type Section = {
  readonly title: Sentence | null;
  readonly widgets: readonly Widget[];
  /** Widgets that stay in sight while the section is folded; null: it cannot be folded. */
  readonly unfolded: number | null;
};

/** How a run of words looks; never the only sign of what it says. */
export type Look = "plain" | "strong" | "quiet" | "warning" | "danger" | "good" | "quote";

export type Run = { readonly words: Sentence; readonly look: Look };

/** Runs one after another, without a blank between. */
export type Rich = readonly Run[];

export type Widget =
  | { readonly kind: "text"; readonly text: Rich }
  | Fact
  | ButtonSet
  | { readonly kind: "divider" }
  | Field;

/**
 * `of`: buttons of a row go with the lines above them where a card holds too much; those of the card never go.
 */
export type ButtonSet = {
  readonly kind: "buttons";
  readonly buttons: readonly Button[];
  readonly of: "card" | "row";
};

/** A line with a label above and one below, and room for one button. */
export type Fact = {
  readonly kind: "fact";
  readonly top: Sentence | null;
  readonly text: Rich;
  readonly bottom: Sentence | null;
  readonly button: Button | null;
  readonly click: Click | null;
};

type Named = {
  readonly name: string;
  readonly label: Sentence;
  readonly hint: Sentence | null;
};

export type Field =
  | (Named & {
      readonly kind: "input";
      readonly value: string;
      readonly lines: boolean;
      readonly suggestions: readonly string[];
      /** Done when what is typed is taken. */
      readonly change: RunAction | null;
    })
  | (Named & { readonly kind: "date"; readonly value: CalendarDate | null })
  | (Named & {
      readonly kind: "choice";
      readonly how: "one" | "many";
      readonly items: readonly ChoiceItem[];
      readonly change: RunAction | null;
    });

export type ChoiceItem = {
  readonly value: string;
  readonly label: Sentence;
  readonly selected: boolean;
};

export type Button = {
  readonly label: Sentence;
  readonly look: "primary" | "plain" | "link";
  readonly click: Click;
};

export type MenuItem = { readonly label: Sentence; readonly click: Click };

/** A fixed footer holds two buttons. */
export type Footer = { readonly primary: Button; readonly secondary: Button | null };

export type Click = RunAction | OpenLink;

/** Runs the one dispatcher. Ids alone travel in a card: they come back from outside, and are read again as untrusted. */
export type RunAction = {
  readonly kind: "run";
  readonly does: ActionName;
  readonly ids: Ids;
};

export type OpenLink = {
  readonly kind: "open";
  readonly url: string;
  /** The desk opens over Gmail, a mail or a draft in it. */
  readonly over: boolean;
};

/** What an action answers. */
export type Answer = {
  /**
   * On top of the stack; in place of the card shown; in place of the one below it (a form that is done with); or as the
   * only one.
   */
  readonly show: {
    readonly how: "push" | "update" | "instead" | "root";
    readonly card: Card;
  } | null;
  /** A line at the foot of the screen that goes by itself. */
  readonly toast: Sentence | null;
  readonly open: OpenLink | null;
  /** What the cards below were drawn from is no longer so. */
  readonly changed: boolean;
};

export const NO_ANSWER: Answer = { show: null, toast: null, open: null, changed: false };

export const plain = (words: Sentence): Rich => [{ words, look: "plain" }];
export const run = (words: Sentence, look: Look): Run => ({ words, look });

export const textOf = (words: Sentence, look: Look = "plain"): Widget => ({
  kind: "text",
  text: [run(words, look)],
});

export const factOf = (text: Rich, parts: Partial<Omit<Fact, "kind" | "text">> = {}): Fact => ({
  kind: "fact",
  top: null,
  bottom: null,
  button: null,
  click: null,
  ...parts,
  text,
});

export const sectionOf = (
  widgets: readonly Widget[],
  title: Sentence | null = null,
  unfolded: number | null = null,
): Section => ({ title, widgets, unfolded });

export const buttonOf = (
  label: Sentence,
  click: Click,
  look: Button["look"] = "plain",
): Button => ({ label, look, click });

export const buttonsOf = (...buttons: readonly (Button | null)[]): readonly Widget[] => {
  const shown = buttons.filter((one) => one !== null);
  return shown.length === 0 ? [] : [{ kind: "buttons", buttons: shown, of: "card" }];
};

/** Buttons of the lines above them. */
export const rowButtonsOf = (...buttons: readonly (Button | null)[]): readonly Widget[] =>
  buttonsOf(...buttons).map((set) => (set.kind === "buttons" ? { ...set, of: "row" } : set));

export const does = (name: ActionName, ids: Ids = {}): RunAction => ({
  kind: "run",
  does: name,
  ids,
});
