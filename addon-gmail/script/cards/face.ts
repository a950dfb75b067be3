import type { Language } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { MenuItem } from "./card.ts";
import { does } from "./card.ts";
import { GMAIL_CARDS } from "#shared/locales/gmail-cards.ts";
import type { GmailCardsWords } from "#shared/locales/gmail-cards.ts";

/** What of the host a card depends on. */
export type Face = {
  readonly language: Language;
  /** Phones have no home page of add-ons: every card that opens with a mail carries the menu. */
  readonly onPhone: boolean;
  /** The address of the desk; null where the script is not deployed as a web app. */
  readonly desk: string | null;
};

export const wordsOf = ({ language }: Face): GmailCardsWords => GMAIL_CARDS[language];

/** Today, search, settings: behind the three dots of every card. */
export const menuOf = (face: Face): readonly MenuItem[] => {
  const words = wordsOf(face);
  const item = (label: Own, name: "today" | "search" | "settings"): MenuItem => ({
    label: [label],
    click: does(name),
  });
  return [
    item(words.today, "today"),
    item(words.search, "search"),
    item(words.settings, "settings"),
  ];
};
