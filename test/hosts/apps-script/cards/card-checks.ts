import { Buffer } from "node:buffer";
import { api, misfits } from "../reference/discovery.ts";
import { ScriptException } from "../runtime/part.ts";
import type { World } from "../runtime/world.ts";
import type { GoogleAppsCard } from "./card-json.ts";

/** developers.google.com/workspace/add-ons/concepts/cards: sections of a card, widgets of a section. */
const SECTIONS_MAX = 100;
const WIDGETS_MAX = 100;
const COLUMNS_MAX = 2;
/** No document says how much Gmail takes; what is far above a screen is a mistake. */
const CARD_BYTES_MAX = 100 * 1024;

export const requireThat = (holds: boolean, why: string): void => {
  if (!holds) throw new ScriptException(why);
};

/** Everything that Gmail, or its reference, asks of a card. Throws the first thing that is wrong. */
export const checkCard = (card: GoogleAppsCard, world: World): void => {
  const wrong = misfits(api("chat"), "GoogleAppsCardV1Card", card);
  // Not the script's fault: the table of CardService writes what no card has.
  if (wrong.length > 0) throw new Error(`GoogleAppsCardV1: ${wrong.join("; ")}`);
  const size = Buffer.byteLength(JSON.stringify(card));
  requireThat(size <= CARD_BYTES_MAX, `A card of ${String(size)} bytes is too large.`);
  const sections = card.sections ?? [];
  requireThat(sections.length > 0 || card.header != null, "A card needs a header or a section.");
  requireThat(
    sections.length <= SECTIONS_MAX,
    `A card has at most ${String(SECTIONS_MAX)} sections.`,
  );
  requireThat(card.header == null || isText(card.header.title), "A card header needs a title.");
  for (const { widgets = [] } of sections) {
    requireThat((widgets ?? []).length > 0, "A section needs a widget.");
    requireThat(
      (widgets ?? []).length <= WIDGETS_MAX,
      `A section has at most ${String(WIDGETS_MAX)} widgets.`,
    );
  }
  if (card.fixedFooter != null)
    requireThat(card.fixedFooter.primaryButton != null, "A fixed footer needs its primary button.");
  const names = new Set<string>();
  walk(card, "", (node, key) => {
    checkNode(node, key, world, names);
  });
  walk(card, "", (node, key) => {
    if (key === "action" || key === "onChangeAction")
      for (const name of (node["requiredWidgets"] as readonly string[] | undefined) ?? [])
        requireThat(names.has(name), `The required widget ${name} is not in the card.`);
  });
};

type Node = Readonly<Record<string, unknown>>;

const walk = (value: unknown, key: string, visit: (node: Node, key: string) => void): void => {
  if (Array.isArray(value)) for (const one of value) walk(one, key, visit);
  else if (typeof value === "object" && value !== null) {
    visit(value as Node, key);
    for (const [name, one] of Object.entries(value)) walk(one, name, visit);
  }
};

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

const checkNode = (node: Node, key: string, world: World, names: Set<string>): void => {
  switch (key) {
    case "buttons":
    case "button":
    case "primaryButton":
    case "secondaryButton":
      requireThat(isText(node["text"]) || node["icon"] !== undefined, "A button needs a text.");
      requireThat(
        node["onClick"] !== undefined,
        `The button ${String(node["text"])} does nothing.`,
      );
      break;
    case "cardActions":
      requireThat(isText(node["actionLabel"]), "A card action needs a text.");
      requireThat(
        node["onClick"] !== undefined,
        `The card action ${String(node["actionLabel"])} does nothing.`,
      );
      break;
    case "buttonList":
      requireThat(Array.isArray(node["buttons"]), "A button set needs a button.");
      break;
    case "textParagraph":
      requireThat(isText(node["text"]), "A text paragraph needs a text.");
      checkMarkup(String(node["text"]), world);
      break;
    case "decoratedText":
      requireThat(isText(node["text"]), "A decorated text needs a text.");
      checkMarkup(String(node["text"]), world);
      break;
    case "columns":
      requireThat(
        ((node["columnItems"] as readonly unknown[] | undefined) ?? []).length <= COLUMNS_MAX,
        "Two columns at most.",
      );
      break;
    case "textInput":
    case "selectionInput":
    case "dateTimePicker":
    case "switchControl": {
      const name = node["name"];
      requireThat(isText(name), `A ${key} needs a field name.`);
      requireThat(!names.has(String(name)), `Two fields are named ${String(name)}.`);
      names.add(String(name));
      if (key === "selectionInput")
        requireThat(
          ((node["items"] as readonly unknown[] | undefined) ?? []).length > 0,
          "A choice needs an item.",
        );
      break;
    }
    case "action":
    case "onChangeAction":
    case "openDynamicLinkAction": {
      const name = node["function"];
      requireThat(isText(name), "An action needs a function.");
      requireThat(
        world.declared.has(String(name)),
        `The function ${String(name)} is not at the top of a script.`,
      );
      break;
    }
    case "openLink":
      checkLink(node["url"], world);
      break;
    case "image":
    case "header":
    case "icon":
    case "startIcon":
    case "endIcon":
      for (const field of ["imageUrl", "iconUrl", "imageUri"]) checkImage(node[field]);
      break;
    default:
  }
};

/** Links are opened only under the prefixes of the manifest. */
export const checkLink = (url: unknown, world: Pick<World, "manifest">): void => {
  requireThat(isText(url), "A link needs an address.");
  requireThat(
    world.manifest.addOn.openLinkUrlPrefixes.some((prefix) => String(url).startsWith(prefix)),
    `${String(url)} is not under openLinkUrlPrefixes.`,
  );
};

/** Google fetches pictures itself, over https, and takes no SVG. */
const checkImage = (url: unknown): void => {
  if (typeof url === "string")
    requireThat(
      url.startsWith("https://") && !/\.svg(?:$|\?)/i.test(url),
      `Gmail shows no picture from ${url}.`,
    );
};

const TAGS =
  /^(?:\/?(?:b|i|u|s|strike)|\/?font|font color="#[0-9a-fA-F]{6}"|br ?\/?|\/a|a href="[^"<>]*")$/;

/** The few tags that texts of cards take, each closed. Anything else is a text from outside that nobody escaped. */
const checkMarkup = (text: string, world: World): void => {
  const open: string[] = [];
  for (const [whole, tag = ""] of text.matchAll(/<([^>]*)>?/g)) {
    requireThat(TAGS.test(tag) && whole.endsWith(">"), `A text of a card takes no <${tag}>.`);
    const href = /^a href="([^"]*)"$/.exec(tag)?.[1];
    if (href !== undefined) checkLink(href.replace(/&amp;/g, "&"), world);
    const [name = ""] = tag.replace("/", "").split(" ");
    if (name === "br") continue;
    if (tag.startsWith("/"))
      requireThat(open.pop() === name, `A text of a card closes <${name}> where it is not open.`);
    else open.push(name);
  }
  requireThat(open.length === 0, `A text of a card leaves <${open.join("><")}> open.`);
};
