import type { Card, MenuItem, Section, Widget } from "./card.ts";
import { buttonOf, buttonsOf, sectionOf, textOf } from "./card.ts";
import { bytesOfFrame, bytesOfSection, bytesOfWidget } from "./card-bytes.ts";
import { deskClick } from "./clicks.ts";
import type { Face } from "./face.ts";
import { wordsOf } from "./face.ts";

/**
 * Google leaves out a section that reaches past the hundredth widget of a card, with all that follow, and says no size: we
 * keep to a hundred widgets and 50 kB in all, whatever a mail or a file holds. Lines are what goes, from the first that does
 * not fit, a row with its own buttons; they are counted, and the desk has them. What a card can do stays.
 */
export const CARD_BYTES_MAX = 50_000;
export const CARD_WIDGETS_MAX = 100;

/** What is left for the note that something was cut, and for what we reckon too small. */
const RESERVE_BYTES = 4_000;
/** The note and its button. */
const NOTE_WIDGETS = 2;

export const fitCard = (card: Card, face: Face): Card => {
  const whole = withMenuInSight(card, face);
  const blocks = whole.sections.flatMap(({ widgets }, section) => blocksOf(widgets, section));
  const kept = keptOf(whole, blocks);
  const left = blocks.length - kept.size;
  const cutIn = blocks.find((block) => !kept.has(block))?.section ?? null;
  const sections = whole.sections.flatMap((section, at): readonly Section[] => {
    const ofSection = blocks.filter((block) => block.section === at && kept.has(block));
    const widgets = ofSection.flatMap((block) => block.widgets);
    // In a section of its own: that of the cut may be folded.
    return [{ ...section, widgets }, ...(at === cutIn ? [noteOf(left, face)] : [])];
  });
  // A section without a widget is an error of Google's.
  return { ...whole, sections: sections.filter(({ widgets }) => widgets.length > 0) };
};

/**
 * Phones have no home page of add-ons, and whether they show the three dots of a card nobody wrote: what stands behind them
 * stands at the foot of the card too.
 */
const withMenuInSight = (card: Card, face: Face): Card =>
  face.onPhone && card.menu.length > 0
    ? { ...card, sections: [...card.sections, menuSection(card.menu)] }
    : card;

const menuSection = (menu: readonly MenuItem[]): Section =>
  sectionOf(buttonsOf(...menu.map(({ label, click }) => buttonOf(label, click, "link"))));

/** What goes together, or stays together. */
type Block = {
  readonly section: number;
  readonly widgets: readonly Widget[];
  /** Buttons of the card itself, and fields: never cut while anything else can be. */
  readonly stays: boolean;
};

/** A line is a block; buttons of a row join the lines above them, back to the first line of the row. */
const blocksOf = (widgets: readonly Widget[], section: number): readonly Block[] => {
  const blocks: Block[] = [];
  for (const widget of widgets) {
    if (widget.kind !== "buttons" || widget.of === "card") {
      const stays = widget.kind !== "text" && widget.kind !== "fact" && widget.kind !== "divider";
      blocks.push({ section, widgets: [widget], stays });
      continue;
    }
    const from = rowStart(blocks);
    const row = blocks.splice(from).flatMap((block) => block.widgets);
    blocks.push({ section, widgets: [...row, widget], stays: false });
  }
  return blocks;
};

/** The line that a row begins with: the nearest above that has labels, else the nearest text. */
const rowStart = (blocks: readonly Block[]): number => {
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const [first, ...others] = blocks[at]?.widgets ?? [];
    if (first?.kind === "fact" && others.length === 0) return at;
    if (first?.kind !== "text") break;
  }
  return blocks[blocks.length - 1]?.stays === false ? blocks.length - 1 : blocks.length;
};

const keptOf = (card: Card, blocks: readonly Block[]): ReadonlySet<Block> => {
  const titles = card.sections.reduce((sum, section) => sum + bytesOfSection(section), 0);
  let bytes = CARD_BYTES_MAX - RESERVE_BYTES - bytesOfFrame(card) - titles;
  let widgets = CARD_WIDGETS_MAX - NOTE_WIDGETS;
  const kept = new Set<Block>();
  const keeps = (block: Block): boolean => {
    const size = block.widgets.reduce((sum, widget) => sum + bytesOfWidget(widget), 0);
    if (size > bytes || block.widgets.length > widgets) return false;
    bytes -= size;
    widgets -= block.widgets.length;
    kept.add(block);
    return true;
  };
  for (const block of blocks) if (block.stays) keeps(block);
  for (const block of blocks) if (!block.stays && !keeps(block)) break;
  return kept;
};

const noteOf = (left: number, face: Face): Section => {
  const words = wordsOf(face);
  return sectionOf([
    textOf(words.faults.cut(left), "quiet"),
    ...buttonsOf(buttonOf([words.desk], deskClick("today", null, face), "link")),
  ]);
};
