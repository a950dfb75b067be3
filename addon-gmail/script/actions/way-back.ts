import type { Result } from "#shared/kernel/result.ts";
import { GMAIL_LEDGER } from "#shared/locales/gmail-ledger.ts";
import { buttonOf, buttonsOf, does, sectionOf } from "#gmail/script/cards/card.ts";
import type { Card } from "#gmail/script/cards/card.ts";
import { toned } from "#gmail/script/cards/pieces.ts";
import type { Face } from "#gmail/script/cards/face.ts";
import type { GmailLedger } from "#gmail/script/ledger/ledger.ts";
import type { World } from "./world.ts";

/**
 * Whichever act met it: files of the journal or folders that are gone stop all writing, so that the card that says so leads
 * out of it as well. Said once here, since every act of every card may be the one that meets it.
 */
export const watched = (
  ledger: GmailLedger,
): { readonly ledger: GmailLedger; readonly isDamaged: () => boolean } => {
  let damaged = false;
  const noted = <Value, Fault>(answer: Result<Value, Fault>): Result<Value, Fault> => {
    if (!answer.ok && isDamage(answer.error)) damaged = true;
    return answer;
  };
  return {
    ledger: {
      ...ledger,
      begin: (named) => noted(ledger.begin(named)),
      creditor: () => noted(ledger.creditor()),
      run: (useCase, input, options) => noted(ledger.run(useCase, input, options)),
      refold: (until) => noted(ledger.refold(until)),
    },
    isDamaged: () => damaged,
  };
};

/** What `recover` leads out of. */
export const isDamage = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "type" in error &&
  (error.type === "journal-damaged" ||
    error.type === "folder-gone" ||
    error.type === "ledger-in-bin");

export const withWayBack = (card: Card, { isDamaged, face }: World): Card => {
  if (!isDamaged() || card.sections.some(leadsBack)) return card;
  const { label } = GMAIL_LEDGER[face.language].recovery;
  const way = sectionOf(buttonsOf(buttonOf([label], does("recover"), "primary")));
  const [first, ...others] = card.sections;
  return { ...card, sections: first === undefined ? [way] : [first, way, ...others] };
};

const leadsBack = ({ widgets }: Card["sections"][number]): boolean =>
  widgets.some(
    (widget) =>
      widget.kind === "buttons" &&
      widget.buttons.some(({ click }) => click.kind === "run" && click.does === "recover"),
  );

/** Nothing can be written any more, and nobody would know before the next act. */
const withFolderSaid = (card: Card, face: Face): Card => {
  if (card.sections.some(leadsBack)) return card;
  const words = GMAIL_LEDGER[face.language];
  const warning = sectionOf([
    toned(words["folder-gone"], "danger"),
    ...buttonsOf(buttonOf([words.recovery.label], does("recover"))),
  ]);
  return { ...card, sections: [warning, ...card.sections] };
};

/** At the head of the day: the folder lies in the bin, and thirty days later it is gone. */
export const withBinSaid = (card: Card, world: World): Card => {
  const { binned, face } = world;
  if (world.isFolderGone()) return withFolderSaid(card, face);
  if (binned() === 0) return card;
  const { found, label } = GMAIL_LEDGER[face.language].bin;
  const warning = sectionOf([
    toned(found, "danger"),
    ...buttonsOf(buttonOf([label], does("out-of-bin"))),
  ]);
  return { ...card, sections: [warning, ...card.sections] };
};
