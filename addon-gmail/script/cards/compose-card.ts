import type { ComposeRowView } from "#shared/app/compose-view.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { buttonOf, does, factOf, rowButtonsOf, run, sectionOf, textOf } from "./card.ts";
import type { Card, Widget } from "./card.ts";
import { wordsOf } from "./face.ts";
import type { Face } from "./face.ts";
import { toned } from "./pieces.ts";

/** Beside a draft that is being written: whose step goes into it. */
export const composeCard = (
  rows: readonly ComposeRowView[],
  face: Face,
  refusal: Sentence | null = null,
): Card => {
  const words = wordsOf(face).compose;
  return {
    name: "compose",
    title: [words.title],
    subtitle: null,
    sections: [
      sectionOf([
        ...(refusal === null ? [] : [toned(refusal, "danger")]),
        textOf(rows.length === 0 ? words.noDue : words.intro),
      ]),
      ...(rows.length === 0 ? [] : [sectionOf(rows.flatMap((row) => rowWidgets(row, face)))]),
    ],
    menu: [],
    footer: null,
  };
};

const rowWidgets = (
  { account, name, owes, next }: ComposeRowView,
  face: Face,
): readonly Widget[] => [
  factOf([run([name], "strong")], { bottom: together(owes, next) }),
  ...rowButtonsOf(
    buttonOf([wordsOf(face).compose.insert], does("compose-insert", { account }), "primary"),
  ),
];
