import type { FourLinesView } from "#shared/app/four-lines.ts";
import type {
  ActionView,
  AmountsView,
  DoneView,
  FactLineView,
  FieldView,
  NoticeView,
  ReasonView,
  UndoView,
} from "#shared/app/view-parts.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own, Shown } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { listIds, placeIds } from "./action-ref.ts";
import type { CardPlace } from "./action-ref.ts";
import {
  buttonOf,
  buttonsOf,
  does,
  factOf,
  plain,
  rowButtonsOf,
  run,
  sectionOf,
  textOf,
} from "./card.ts";
import type { Fact, Look, Run, RunAction, Section, Widget } from "./card.ts";
import { buttonFor } from "./clicks.ts";
import { wordsOf } from "./face.ts";
import type { Face } from "./face.ts";

/** What several cards are made of. View models say everything; here it is only laid out. */

/** Who; how much and how late; what they said; the next step. Always before the first button. */
export const fourLineWidgets = ({ who, owes, said, next }: FourLinesView): readonly Widget[] => [
  textOf(who, "strong"),
  textOf(owes),
  textOf(said, "quote"),
  textOf(next),
];

const NOTICE_LOOKS: Readonly<Record<NoticeView["tone"], Look>> = {
  info: "quiet",
  good: "good",
  warning: "warning",
  danger: "danger",
};

/** A sign beside the colour, which is never the only one. */
const NOTICE_SIGNS: Readonly<Record<NoticeView["tone"], string>> = {
  info: "",
  good: "✓ ",
  warning: "⚠ ",
  danger: "⚠ ",
};

export const toned = (text: Sentence, tone: NoticeView["tone"]): Widget => ({
  kind: "text",
  text: [run([own(NOTICE_SIGNS[tone]), ...text], NOTICE_LOOKS[tone])],
});

export const noticeWidgets = (
  notices: readonly NoticeView[],
  face: Face,
  place: CardPlace = {},
): readonly Widget[] =>
  notices.flatMap(({ tone, text, action }) => [
    toned(text, tone),
    ...rowButtonsOf(action === null ? null : buttonFor(action, face, place)),
  ]);

/** "Fait : …", and the one click that takes it back. */
export const doneSection = (
  done: DoneView,
  face: Face,
  place: CardPlace,
  draft: string | null = null,
): Section => {
  const words = wordsOf(face);
  return sectionOf([
    factOf([run(done.text.length === 0 ? [words.done] : done.text, "good")], {
      top: [words.done],
      button:
        done.undo === null
          ? null
          : buttonOf([done.undo.label], undoClick(done.undo, place, draft), "link"),
    }),
  ]);
};

/** `draft`: what lies in Gmail goes with what is taken back. */
const undoClick = (
  { batch, accounts, also = [], isRedo = false }: UndoView,
  place: CardPlace,
  draft: string | null,
): RunAction =>
  does("undo", {
    ...(draft === null ? {} : { draft }),
    ...(isRedo ? { redo: "1" } : {}),
    batch,
    accounts: listIds(accounts),
    ...(also.length === 0
      ? {}
      : { also: listIds(also.map((one) => ({ batch: one.batch, accounts: one.accounts }))) }),
    ...placeIds(place),
  });

/** How fresh payments and answers are known; what is stale says so and has its button. */
export const factLineWidgets = (
  facts: readonly FactLineView[],
  face: Face,
  place: CardPlace,
): readonly Widget[] =>
  facts.flatMap(({ text, stale, actions }) => [
    stale ? toned([text], "warning") : textOf([text], "quiet"),
    ...buttonsOf(...actions.map((action) => buttonFor(action, face, place))),
  ]);

const REASON_TONES = { info: "info", warning: "warning", danger: "danger" } as const;

export const reasonWidgets = (reasons: readonly ReasonView[]): readonly Widget[] =>
  reasons.map(({ text, tone }) => toned(text, REASON_TONES[tone]));

/** A label and what stands beside it, one line each. */
export const fieldWidgets = (fields: readonly FieldView[]): readonly Widget[] =>
  fields.flatMap(({ label, value }) => (value === null ? [] : [labelled(label, [value])]));

/** Characters that a label above a line has room for: Gmail cuts it there, and wraps what stands below. */
export const TOP_LABEL_CHARS = 40;

/** What others wrote, without the empty lines that a card has no room for. */
export const quoteOf = ({ foreign: words }: Foreign, charsMax: number): Run =>
  run(
    [
      own("\n"),
      foreign(
        words
          .split("\n")
          .filter((line) => line.trim() !== "")
          .join("\n"),
        charsMax,
      ),
    ],
    "quote",
  );

export const labelled = (label: Own, value: Sentence): Fact =>
  factOf(plain(value), { top: [label] });

export const amountWidgets = (balances: readonly AmountsView[]): readonly Widget[] =>
  balances.map(({ label, amounts }) => labelled(label, joined(amounts, " · ")));

/** Words of ours and of others side by side. */
export const joined = (parts: readonly Shown[], between: string): Sentence =>
  parts.flatMap((part, index): readonly Shown[] => (index === 0 ? [part] : [own(between), part]));

/** Sentences side by side; empty ones leave no mark. */
export const dotted = (...parts: readonly (Sentence | null)[]): Sentence | null => {
  const said = parts.filter((part): part is Sentence => part !== null && part.length > 0);
  return said.length === 0
    ? null
    : said.reduce<Sentence>(
        (all, part, index) => (index === 0 ? part : [...all, own(" · "), ...part]),
        [],
      );
};

/** Buttons under a heading that is folded until it is wanted. */
export const actionSection = (
  actions: readonly ActionView[],
  face: Face,
  place: CardPlace,
  title: Own,
): readonly Section[] =>
  actions.length === 0
    ? []
    : [
        // One set of them, which wraps by itself: several sets leave gaps where a line was full.
        sectionOf(
          buttonsOf(...actions.map((action) => buttonFor(action, face, place))),
          [title],
          0,
        ),
      ];

/** The first ones, and how many are left to the desk. */
export const shownOf = <T>(
  items: readonly T[],
  max: number,
): { readonly shown: readonly T[]; readonly left: number } => ({
  shown: items.slice(0, max),
  left: Math.max(0, items.length - max),
});
