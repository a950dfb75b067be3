import type { VNode } from "preact";
import { shownText } from "#shared/kernel/text.ts";
import type { Foreign, Shown } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { frenchTypeset } from "#shared/locales/typeset.ts";

/**
 * Our own words keep `?` and guillemets on the line of their word; English has no space there, and stays as it is. Text
 * nodes only; what comes from outside stands in a `bdi`, so that its direction cannot turn our own words round.
 */
export const SentenceText = ({ text }: { readonly text: Sentence | Shown }): VNode => {
  const parts = isSentence(text) ? text : [text];
  return <>{parts.map((part, index) => partOf(part, index))}</>;
};

export const ForeignText = ({ text }: { readonly text: Foreign }): VNode => (
  <bdi>{text.foreign}</bdi>
);

/** For names of controls and live regions, which are plain text. */
export const plainText = (text: Sentence | Shown): string =>
  isSentence(text) ? text.map(shownText).join("") : shownText(text);

const isSentence = (text: Sentence | Shown): text is Sentence => Array.isArray(text);

const partOf = (part: Shown, index: number): VNode | string =>
  "own" in part ? frenchTypeset(part.own) : <bdi key={index}>{part.foreign}</bdi>;
