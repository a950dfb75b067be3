import { Buffer } from "node:buffer";
import { cardHtml } from "./card-html.ts";
import type { COMPOSE, Json } from "./card-parts.ts";
import type { GoogleAppsCard } from "./card-json.ts";

export type ShownCard = {
  /** As it goes to Gmail, checked against GoogleAppsCardV1. */
  readonly json: GoogleAppsCard;
  readonly name: string | null;
  readonly title: string;
  readonly subtitle: string;
  /** Every line of words in reading order, without markup. */
  readonly lines: readonly string[];
  /** Whatever can be clicked, by its words, in reading order; a disabled button is left out. */
  readonly labels: readonly string[];
  readonly menu: readonly string[];
  /** Names of the fields. */
  readonly fields: readonly string[];
  /** Bytes of its JSON. */
  readonly size: number;
  /** The card drawn as a page, 300 px wide, for the gallery. */
  readonly toHtml: (theme?: "light" | "dark") => string;
};

/** Something that can be clicked, as a person names it. */
export type Clickable = { readonly label: string; readonly onClick: OnClick };

export type OnClick = {
  readonly action?: ActionJson;
  readonly openLink?: Json;
  readonly openDynamicLinkAction?: ActionJson;
  readonly [COMPOSE]?: string;
};

export type ActionJson = {
  readonly function: string;
  readonly parameters?: readonly { readonly key: string; readonly value: string }[];
  readonly requiredWidgets?: readonly string[];
  readonly allWidgetsAreRequired?: boolean;
};

/** A field of a card, with what is in it before anybody touches it. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "choice-one" | "choice-many" | "date" | "time" | "date-time" | "switch";
  readonly initial: readonly string[];
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly charactersMax: number | null;
  readonly onChange: ActionJson | null;
};

export const shownCard = (json: GoogleAppsCard): ShownCard => {
  const all = clickablesOf(json);
  return {
    json,
    name: json.name ?? null,
    title: json.header?.title ?? "",
    subtitle: json.header?.subtitle ?? "",
    lines: linesOf(json),
    labels: all.map((one) => one.label),
    menu: (json.cardActions ?? []).map((one) => one.actionLabel ?? ""),
    fields: fieldsOf(json).map((one) => one.name),
    size: Buffer.byteLength(JSON.stringify(json)),
    toHtml: (theme = "light") => cardHtml(json, theme),
  };
};

/** Words of a text of a card, as they are read. */
export const wordsOf = (markup: string): string =>
  markup
    .replace(/<br ?\/?>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&nbsp;/g, "\u00A0")
    .replace(/&amp;/g, "&");

const visible = (text: string | null | undefined): readonly string[] =>
  text == null || text === "" ? [] : wordsOf(text).split("\n");

type Widget = Readonly<Record<string, Json | undefined>>;

type SectionJson = { readonly header?: string; readonly widgets?: readonly Widget[] };

const sectionsOf = (card: GoogleAppsCard): readonly SectionJson[] => {
  const sections: unknown = card.sections ?? [];
  return sections as readonly SectionJson[];
};

const widgetsOf = (card: GoogleAppsCard): readonly Widget[] =>
  sectionsOf(card)
    .flatMap((section) => section.widgets ?? [])
    .flatMap(flat);

const flat = (widget: Widget): readonly Widget[] => {
  const columns = widget["columns"]?.["columnItems"] as
    readonly { readonly widgets?: readonly Widget[] }[] | undefined;
  return columns === undefined ? [widget] : columns.flatMap((one) => one.widgets ?? []);
};

const textOf = (json: Json | undefined, key: string): string => {
  const value = json?.[key];
  return typeof value === "string" ? value : "";
};

const buttonsIn = (widget: Widget): readonly Json[] => [
  ...((widget["buttonList"]?.["buttons"] as readonly Json[] | undefined) ?? []),
  ...(widget["decoratedText"]?.["button"] === undefined
    ? []
    : [widget["decoratedText"]["button"] as Json]),
];

const linesOf = (card: GoogleAppsCard): readonly string[] => [
  ...visible(card.header?.title),
  ...visible(card.header?.subtitle),
  ...sectionsOf(card).flatMap((section) => [
    ...visible(section.header),
    ...(section.widgets ?? []).flatMap(flat).flatMap(widgetLines),
  ]),
  ...footerOf(card).flatMap((one) => visible(textOf(one, "text"))),
];

const widgetLines = (widget: Widget): readonly string[] => {
  const decorated = widget["decoratedText"];
  const field = fieldOf(widget);
  return [
    ...visible(textOf(widget["textParagraph"], "text")),
    ...["topLabel", "text", "bottomLabel"].flatMap((key) => visible(textOf(decorated, key))),
    ...buttonsIn(widget).flatMap((one) => visible(textOf(one, "text"))),
    ...visible(textOf(widget["image"], "altText")),
    ...(field === null
      ? []
      : [field.label, ...field.options.map((one) => one.text)].filter(Boolean)),
    ...((widget["grid"]?.["items"] as readonly Json[] | undefined) ?? []).flatMap((one) => [
      ...visible(textOf(one, "title")),
      ...visible(textOf(one, "subtitle")),
    ]),
  ];
};

const footerOf = (card: GoogleAppsCard): readonly Json[] =>
  [card.fixedFooter?.primaryButton, card.fixedFooter?.secondaryButton].flatMap((one) =>
    one == null ? [] : [one as Json],
  );

/** In reading order: buttons and lines that can be clicked, links within texts, the footer, the menu. */
export const clickablesOf = (card: GoogleAppsCard): readonly Clickable[] => [
  ...widgetsOf(card).flatMap(widgetClicks),
  ...footerOf(card).flatMap(buttonClick),
  ...(card.cardActions ?? []).map((one) => {
    const onClick: unknown = one.onClick ?? {};
    return { label: one.actionLabel ?? "", onClick: onClick as OnClick };
  }),
];

const buttonClick = (button: Json): readonly Clickable[] => {
  if (button["disabled"] === true) return [];
  const label = textOf(button, "text") || textOf(button, "altText");
  return [{ label, onClick: button["onClick"] ?? {} }];
};

const widgetClicks = (widget: Widget): readonly Clickable[] => {
  const decorated = widget["decoratedText"];
  const whole = [decorated, widget["image"], widget["grid"]].flatMap((one): readonly Clickable[] =>
    one?.["onClick"] === undefined
      ? []
      : [
          {
            label: wordsOf(textOf(one, "text") || textOf(one, "altText") || textOf(one, "title")),
            onClick: one["onClick"] as OnClick,
          },
        ],
  );
  const links = [textOf(widget["textParagraph"], "text"), textOf(decorated, "text")].flatMap(
    linksIn,
  );
  return [...whole, ...links, ...buttonsIn(widget).flatMap(buttonClick)];
};

const linksIn = (markup: string): readonly Clickable[] =>
  [...markup.matchAll(/<a href="([^"]*)">(.*?)<\/a>/g)].map(([, url = "", words = ""]) => ({
    label: wordsOf(words),
    onClick: { openLink: { url: wordsOf(url) } },
  }));

export const fieldsOf = (card: GoogleAppsCard): readonly Field[] =>
  widgetsOf(card).flatMap((widget) => {
    const field = fieldOf(widget);
    return field === null ? [] : [field];
  });

type ItemJson = { readonly value?: string; readonly text?: string; readonly selected?: boolean };

const fieldOf = (widget: Widget): Field | null => {
  const { textInput, selectionInput, dateTimePicker } = widget;
  const switchControl = widget["decoratedText"]?.["switchControl"] as Json | undefined;
  const json = textInput ?? selectionInput ?? dateTimePicker ?? switchControl;
  if (json === undefined) return null;
  const items = (json["items"] as readonly ItemJson[] | undefined) ?? [];
  const value = json["value"] ?? json["valueMsEpoch"];
  const chosen =
    selectionInput !== undefined
      ? items.filter((one) => one.selected === true).map((one) => one.value ?? "")
      : switchControl !== undefined
        ? json["selected"] === true
          ? [textOf(json, "value")]
          : []
        : typeof value === "string" && value !== ""
          ? [value]
          : [];
  const limit = (json["validation"] as Json | undefined)?.["characterLimit"];
  return {
    name: textOf(json, "name"),
    label: wordsOf(textOf(json, "label") || textOf(widget["decoratedText"], "text")),
    kind: kindOf(json, { textInput, selectionInput, dateTimePicker }),
    initial: chosen,
    options: [
      ...items.map((one) => ({ value: one.value ?? "", text: one.text ?? "" })),
      ...(switchControl === undefined ? [] : [{ value: textOf(json, "value"), text: "" }]),
    ],
    charactersMax: typeof limit === "number" ? limit : null,
    onChange: (json["onChangeAction"] as ActionJson | undefined) ?? null,
  };
};

const kindOf = (
  json: Json,
  { textInput, selectionInput, dateTimePicker }: Readonly<Record<string, Json | undefined>>,
): Field["kind"] => {
  if (textInput !== undefined) return "text";
  if (selectionInput !== undefined)
    return /^(?:CHECK_BOX|SWITCH|MULTI_SELECT)$/.test(textOf(json, "type") || "CHECK_BOX")
      ? "choice-many"
      : "choice-one";
  if (dateTimePicker === undefined) return "switch";
  const type = textOf(json, "type");
  return type === "DATE_ONLY" ? "date" : type === "TIME_ONLY" ? "time" : "date-time";
};
