import { GMAIL_LEDGER } from "#shared/locales/gmail-ledger.ts";
import type { Answer } from "#gmail/script/cards/card.ts";
import { todayLaterCard } from "#gmail/script/cards/today-card.ts";
import { refused, shown } from "./answers.ts";
import { noteBinned, noteFolderGone } from "./bin-memory.ts";
import { ledgerFaultText } from "./ledger-words.ts";
import type { Handlers } from "./part-types.ts";
import type { World } from "./world.ts";

/** A card callback has 30 seconds in all; what is left is gone on with by the next click or the job of the hour. */
const RECOVER_MS = 15_000;

/** Goes on with what is left of the journal in Drive, and says what is not. The ledger takes its own lock. */
const recovered = (world: World): Answer => {
  const { ledger, services, face } = world;
  const done = ledger.recover(services.now() + RECOVER_MS);
  if (!done.ok) return refused(ledgerFaultText(done.error, face.language), face);
  if (!done.value.done) {
    const why = ledgerFaultText({ type: "ledger-rebuilding", ...done.value }, face.language);
    return shown(todayLaterCard(why, face), "root");
  }
  noteFolderGone(services, world.isFolderGone(), false);
  const size = ledger.size();
  const { outcome } = GMAIL_LEDGER[face.language].recovery;
  const text = outcome(size?.entries ?? 0, size?.missingFiles ?? 0);
  const now = { ...world, isFolderGone: () => false };
  const card = world.screens.today(now, { text, undo: null }, false);
  return { ...shown(card, "root"), changed: true };
};

/** Out of Drive's bin, under the ledger's own lock, and what still lies there. */
const takenOut = (world: World): Answer => {
  const { ledger, services, face } = world;
  const left = ledger.takeOutOfBin();
  if (!left.ok) return refused(ledgerFaultText(left.error, face.language), face);
  noteBinned(services, world.binned(), left.value);
  const { out, still } = GMAIL_LEDGER[face.language].bin;
  if (left.value > 0) return refused(still(left.value), face);
  const card = world.screens.today({ ...world, binned: () => 0 }, { text: out, undo: null }, false);
  return { ...shown(card, "root"), changed: true };
};

export const RECOVER_HANDLERS: Handlers<"recover" | "out-of-bin"> = {
  recover: recovered,
  "out-of-bin": takenOut,
};
