import type { Card, Field, Rich, Widget } from "#gmail/script/cards/card.ts";
import type { Face } from "#gmail/script/cards/face.ts";
import { LABEL_CHARS_MAX, plainOf, RUN_CHARS_MAX } from "#gmail/script/cards/markup.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";

/**
 * What holds for every card, whatever it is about: checked for each that a story of the tests shows, and for each that the
 * gallery draws. Cards have no pictures; a button has words, which a screen reader says.
 */

/** Words of ours in a label that Gmail cuts at one line; what comes from outside may be longer. */
const TOP_LABEL_OWN_MAX = 48;
const BUTTON_OWN_MAX = 36;

export const cardFaults = (card: Card, face: Face): readonly string[] => {
  const widgets = card.sections.flatMap((section) => section.widgets);
  const labels = buttonsIn(card).map(({ label }) => label);
  const names = widgets.filter(isField).map(({ name }) => name);
  const texts = widgets.flatMap((one) => (one.kind === "text" ? [wordsOf(one.text)] : []));
  return [
    ...(blank(card.title) ? ["no title"] : []),
    ...(card.subtitle !== null && blank(card.subtitle) ? ["an empty subtitle"] : []),
    ...(card.sections.some((section) => section.widgets.length === 0) ? ["an empty section"] : []),
    ...widgets.flatMap(widgetFaults),
    ...labels.flatMap((label) => [
      ...(blank(label) ? ["a button without words"] : []),
      ...(ownOf(label).length > BUTTON_OWN_MAX ? [`a long button: ${plainOf(label)}`] : []),
    ]),
    ...twice(names).map((name) => `two fields ${name}`),
    ...twice(texts).map((text) => `said twice: ${text}`),
    ...(face.onPhone ? notInSight(card) : []),
    ...sentencesIn(card).flatMap((sentence) => wordFaults(plainOf(sentence))),
  ];
};

/** Of any words that are shown: a value or a key of the program that nobody worded, a plural in brackets. */
export const wordFaults = (line: string): readonly string[] =>
  /\bundefined\b|\bNaN\b|\[object |\$\{|\w\(s\)|\w\(e\)/.test(line) ||
  /^(?:[a-z]+(?:_[a-z]+)+|(?:formal|last)-notice|reminder-\d|to-read)$/.test(line.trim())
    ? [`not worded: ${line}`]
    : [];

const widgetFaults = (widget: Widget): readonly string[] => {
  switch (widget.kind) {
    case "divider":
      return [];
    case "text":
      return textFaults(widget.text);
    case "fact":
      return [
        ...textFaults(widget.text),
        ...[widget.top, widget.bottom].flatMap((label) =>
          label !== null && blank(label) ? ["an empty label"] : [],
        ),
        ...(widget.top !== null && ownOf(widget.top).length > TOP_LABEL_OWN_MAX
          ? [`cut by Gmail: ${plainOf(widget.top)}`]
          : []),
      ];
    case "buttons":
      return widget.buttons.length === 0 ? ["no button in a set"] : [];
    case "input":
    case "date":
      return blank(widget.label) ? [`no label: ${widget.name}`] : [];
    case "choice":
      return [
        ...(widget.items.length === 0 ? [`no choice: ${widget.name}`] : []),
        ...(widget.items.some(({ label }) => blank(label))
          ? [`an empty choice: ${widget.name}`]
          : []),
        // A box that is ticked or not says by itself what it is.
        ...(blank(widget.label) && widget.items.length !== 1 ? [`no label: ${widget.name}`] : []),
      ];
  }
};

const textFaults = (text: Rich): readonly string[] => [
  ...(wordsOf(text).trim() === "" ? ["an empty line"] : []),
  ...(text.some(({ words }) => ownOf(words).length > RUN_CHARS_MAX)
    ? ["a text of ours is cut"]
    : []),
];

/** What stands behind the three dots, and nowhere else. */
const notInSight = (card: Card): readonly string[] => {
  const shown = card.sections
    .flatMap(({ widgets }) => widgets)
    .flatMap((one) =>
      one.kind === "buttons" ? one.buttons.map(({ label }) => plainOf(label)) : [],
    );
  return card.menu
    .map(({ label }) => plainOf(label))
    .filter((label) => !shown.includes(label))
    .map((label) => `out of a phone's reach: ${label}`);
};

const isField = (widget: Widget): widget is Field =>
  widget.kind === "input" || widget.kind === "date" || widget.kind === "choice";

const buttonsIn = ({ sections, menu, footer }: Card) => [
  ...sections.flatMap(({ widgets }) =>
    widgets.flatMap((one) =>
      one.kind === "buttons"
        ? one.buttons
        : one.kind === "fact" && one.button !== null
          ? [one.button]
          : [],
    ),
  ),
  ...menu,
  ...(footer === null ? [] : [footer.primary]),
  ...(footer?.secondary == null ? [] : [footer.secondary]),
];

const sentencesIn = (card: Card): readonly Sentence[] => [
  card.title,
  ...(card.subtitle === null ? [] : [card.subtitle]),
  ...card.sections.flatMap(({ title, widgets }) => [
    ...(title === null ? [] : [title]),
    ...widgets.flatMap(sentencesOf),
  ]),
  ...buttonsIn(card).map(({ label }) => label),
];

const sentencesOf = (widget: Widget): readonly Sentence[] => {
  switch (widget.kind) {
    case "text":
      return widget.text.map(({ words }) => words);
    case "fact":
      return [
        ...widget.text.map(({ words }) => words),
        ...[widget.top, widget.bottom].flatMap((label) => (label === null ? [] : [label])),
      ];
    case "choice":
      return [widget.label, ...widget.items.map(({ label }) => label)];
    case "input":
    case "date":
      return [widget.label, ...(widget.hint === null ? [] : [widget.hint])];
    case "buttons":
    case "divider":
      return [];
  }
};

const wordsOf = (text: Rich): string =>
  text.map(({ words }) => words.map(shownText).join("")).join("");

/** Each part of ours by itself: between two of them stands what somebody else wrote. */
const ownOf = (sentence: Sentence): string =>
  sentence.map((part) => ("own" in part ? part.own : "…")).join("");

const blank = (sentence: Sentence): boolean => plainOf(sentence, LABEL_CHARS_MAX).trim() === "";

const twice = (all: readonly string[]): readonly string[] => [
  ...new Set(all.filter((one, at) => one.length > 20 && all.indexOf(one) !== at)),
];
