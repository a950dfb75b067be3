import { utf8Bytes } from "#shared/kernel/bytes.ts";
import type { Card, Click, Field, MenuItem, Rich, Section, Widget } from "./card.ts";
import { headingOf, markupOf, plainOf } from "./markup.ts";

/** What a card weighs as Google is sent it, reckoned without drawing it. */

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

export const bytesOfWidget = (widget: Widget): number => {
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

export const bytesOfSection = ({ title }: Section): number =>
  SECTION_BYTES + (title === null ? 0 : bytesOf(headingOf(title)));

const itemBytes = ({ label, click }: MenuItem): number =>
  BUTTON_BYTES + bytesOf(plainOf(label)) + clickBytes(click);

export const bytesOfFrame = ({ title, subtitle, menu, footer }: Card): number =>
  400 +
  bytesOf(plainOf(title)) +
  (subtitle === null ? 0 : bytesOf(plainOf(subtitle))) +
  menu.reduce((sum, item) => sum + itemBytes(item), 0) +
  (footer === null
    ? 0
    : itemBytes(footer.primary) + (footer.secondary === null ? 0 : itemBytes(footer.secondary)));
