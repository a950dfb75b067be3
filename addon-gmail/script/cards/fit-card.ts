import { utf8Bytes } from "#shared/kernel/bytes.ts";
import type { Card, Click, Field, MenuItem, Rich, Section, Widget } from "./card.ts";
import { sectionOf, textOf } from "./card.ts";
import type { Face } from "./face.ts";
import { wordsOf } from "./face.ts";
import { markupOf, plainOf } from "./markup.ts";

/**
 * Google allows a hundred widgets a section and a hundred sections a card, and says no size: we keep to a hundred widgets
 * and 50 kB in all, whatever a mail or a file holds. What does not fit is left to the desk, and the card says so; makers
 * put first what must be seen.
 */
export const CARD_BYTES_MAX = 50_000;
export const CARD_WIDGETS_MAX = 100;

/** What is left for the note that something was cut, and for what we reckon too small. */
const RESERVE_BYTES = 4_000;

export const fitCard = (card: Card, face: Face): Card => {
  const counted = CARD_BYTES_MAX - RESERVE_BYTES - frameBytes(card);
  let bytesLeft = counted;
  let widgetsLeft = CARD_WIDGETS_MAX - 1;
  let isCut = false;
  const sections: Section[] = [];
  for (const section of card.sections) {
    const widgets: Widget[] = [];
    bytesLeft -= SECTION_BYTES + titleBytes(section);
    for (const widget of section.widgets) {
      const bytes = widgetBytes(widget);
      if (isCut || widgetsLeft === 0 || bytes > bytesLeft) {
        isCut = true;
        break;
      }
      bytesLeft -= bytes;
      widgetsLeft -= 1;
      widgets.push(widget);
    }
    // A section without a widget is an error of Google's.
    if (widgets.length > 0) sections.push({ ...section, widgets });
  }
  if (!isCut) return { ...card, sections };
  return {
    ...card,
    sections: [...sections, sectionOf([textOf(wordsOf(face).faults.cut, "quiet")])],
  };
};

/** Braces, keys and types that the drawn JSON has around the words, reckoned high. */
const SECTION_BYTES = 120;
const WIDGET_BYTES = 160;
const BUTTON_BYTES = 120;
const PARAMETER_BYTES = 24;
const ITEM_BYTES = 50;

const bytesOf = (text: string): number => utf8Bytes(JSON.stringify(text)).length;

const richBytes = (text: Rich): number => bytesOf(markupOf(text));

const clickBytes = (click: Click): number =>
  click.kind === "open"
    ? 60 + bytesOf(click.url)
    : 60 +
      Object.entries({ do: click.does, ...click.ids }).reduce(
        (sum, [key, value]) => sum + PARAMETER_BYTES + key.length + bytesOf(value),
        0,
      );

const widgetBytes = (widget: Widget): number => {
  switch (widget.kind) {
    case "text":
      return WIDGET_BYTES + richBytes(widget.text);
    case "divider":
      return WIDGET_BYTES;
    case "buttons":
      return widget.buttons.reduce(
        (sum, { label, click }) => sum + BUTTON_BYTES + bytesOf(plainOf(label)) + clickBytes(click),
        WIDGET_BYTES,
      );
    case "fact":
      return (
        WIDGET_BYTES +
        richBytes(widget.text) +
        (widget.top === null ? 0 : bytesOf(plainOf(widget.top))) +
        (widget.bottom === null ? 0 : bytesOf(plainOf(widget.bottom))) +
        (widget.button === null
          ? 0
          : BUTTON_BYTES +
            bytesOf(plainOf(widget.button.label)) +
            clickBytes(widget.button.click)) +
        (widget.click === null ? 0 : clickBytes(widget.click))
      );
    case "input":
    case "date":
    case "choice":
      return fieldBytes(widget);
  }
};

const fieldBytes = (field: Field): number => {
  const named =
    WIDGET_BYTES +
    bytesOf(field.name) +
    bytesOf(plainOf(field.label)) +
    (field.hint === null ? 0 : bytesOf(plainOf(field.hint)));
  if (field.kind === "date") return named;
  const change = field.change === null ? 0 : clickBytes(field.change);
  if (field.kind === "input") {
    const suggested = field.suggestions.reduce((sum, one) => sum + ITEM_BYTES + bytesOf(one), 0);
    return named + change + bytesOf(field.value) + suggested;
  }
  return field.items.reduce(
    (sum, { value, label }) => sum + ITEM_BYTES + bytesOf(value) + bytesOf(plainOf(label)),
    named + change,
  );
};

const titleBytes = ({ title }: Section): number => (title === null ? 0 : bytesOf(plainOf(title)));

const itemBytes = ({ label, click }: MenuItem): number =>
  BUTTON_BYTES + bytesOf(plainOf(label)) + clickBytes(click);

const frameBytes = ({ title, subtitle, menu, footer }: Card): number =>
  400 +
  bytesOf(plainOf(title)) +
  (subtitle === null ? 0 : bytesOf(plainOf(subtitle))) +
  menu.reduce((sum, item) => sum + itemBytes(item), 0) +
  (footer === null
    ? 0
    : itemBytes(footer.primary) + (footer.secondary === null ? 0 : itemBytes(footer.secondary)));
