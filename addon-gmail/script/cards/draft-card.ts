import type { DoneView } from "#shared/app/view-parts.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { APP } from "#shared/locales/app.ts";
import type { CardPlace } from "./action-ref.ts";
import { placeIds } from "./action-ref.ts";
import { buttonOf, buttonsOf, does, sectionOf, textOf } from "./card.ts";
import type { Card } from "./card.ts";
import { menuOf, wordsOf } from "./face.ts";
import type { Face } from "./face.ts";
import { doneSection } from "./pieces.ts";

/** A draft that lies in Gmail now. */
export type DraftOnCard = {
  readonly done: DoneView;
  readonly account: string;
  /** Our own id of it. */
  readonly draft: string;
  /** What is to be known of it: a new thread, files that it lacks. */
  readonly said: Sentence;
};

/**
 * The draft is there: open it, read it, send it. Gmail tells nobody that it went; it is recognised when the thread is
 * opened again, or said here.
 */
export const draftCard = (draft: DraftOnCard, face: Face, place: CardPlace): Card => {
  const words = wordsOf(face);
  const { account } = draft;
  return {
    name: "draft",
    title: [words.draft.title],
    subtitle: null,
    sections: [
      doneSection(draft.done, face, place, draft.draft),
      sectionOf([
        textOf(draft.said),
        ...buttonsOf(
          // By the script and not by the link: a card may stand for hours, and the debtor may have paid meanwhile.
          buttonOf([words.openDraft], does("open-draft", { draft: draft.draft }), "primary"),
        ),
        textOf(words.draft.reread, "quiet"),
        ...buttonsOf(
          buttonOf(
            [APP[face.language].claim.declareSent],
            does("declare-sent", { account, draft: draft.draft, ...placeIds(place) }),
          ),
          place.at === "item"
            ? buttonOf(
                [words.next],
                does("start", {
                  ...(place.row === undefined ? {} : { row: place.row }),
                  rank: String((place.rank ?? 0) + 1),
                }),
              )
            : null,
        ),
      ]),
    ],
    menu: menuOf(face),
    footer: null,
  };
};
