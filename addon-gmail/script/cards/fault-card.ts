import type { Sentence } from "#shared/locales/locale.ts";
import { buttonsOf, sectionOf } from "./card.ts";
import type { Button, Card } from "./card.ts";
import { menuOf, wordsOf } from "./face.ts";
import type { Face } from "./face.ts";
import { toned } from "./pieces.ts";

/** What was not done, in words, and what to do instead. */
export const faultCard = (
  why: Sentence,
  face: Face,
  way: Button | null = null,
  title = wordsOf(face).faults.title,
): Card => ({
  name: "fault",
  title: [title],
  subtitle: null,
  sections: [sectionOf([toned(why, "danger"), ...buttonsOf(way)])],
  menu: menuOf(face),
  footer: null,
});

/** A page that only the desk has, where there is no desk. */
export const noDeskCard = (face: Face): Card => {
  const words = wordsOf(face).noDesk;
  return {
    name: "no-desk",
    title: [words.title],
    subtitle: null,
    sections: [sectionOf([toned(words.text, "warning")])],
    menu: menuOf(face),
    footer: null,
  };
};
