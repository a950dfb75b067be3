import type { ShownCard } from "../hosts/apps-script/cards/shown-card.ts";
import { wordFaults } from "../addon-gmail/cards/card-rules.ts";

/** What no picture should show, found before anybody looks. */
export const cardFaults = ({ title, lines, labels }: ShownCard): readonly string[] => [
  ...(title.trim() === "" ? ["a card without a title"] : []),
  ...(labels.some((label) => label.trim() === "") ? ["a button without words"] : []),
  ...lines.flatMap(wordFaults),
];
