import { foreign } from "#shared/kernel/text.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { isMbox, mboxMessages } from "#src/files/mbox.ts";
import type { Bench } from "./bench.ts";

/** An .mbox is read into memory whole. */
export const DROPPED_BYTES_MAX = 1024 * 1024 * 1024;
/** Mails taken in at one drop: a browser's storage is no archive. */
export const DROPPED_MAILS_MAX = 5_000;

type Tally = {
  taken: number;
  already: number;
  refused: number;
  unkept: number;
  last: string | null;
};

/** Takes in the .eml and .mbox files that were dropped, says what came of each, and looks for answers in them. */
export const takeInFiles = async (bench: Bench, files: readonly File[]): Promise<void> => {
  const words = bench.words.peek();
  const tally: Tally = { taken: 0, already: 0, refused: 0, unkept: 0, last: null };
  const notes: Sentence[] = [];
  for (const file of files) {
    if (file.size > DROPPED_BYTES_MAX) {
      notes.push(words.drop.tooBig(foreign(file.name, 120)));
      continue;
    }
    if (!(await takeInFile(bench, file, tally))) {
      notes.push(words.drop.tooMany(DROPPED_MAILS_MAX));
      break;
    }
  }
  const text = together(
    tally.taken > 0 || notes.length === 0 ? words.drop.taken(tally.taken) : null,
    tally.already > 0 ? words.drop.already(tally.already) : null,
    tally.refused > 0 ? words.drop.refused(tally.refused) : null,
    ...notes,
    tally.unkept > 0 ? words.storage.mailNotKept : null,
  );
  const isClean = tally.refused === 0 && notes.length === 0 && tally.unkept === 0;
  if (tally.last !== null && tally.taken === 1) await bench.selectMail(tally.last);
  bench.say({ key: "drop", tone: isClean ? "good" : "warning", text });
  if (tally.taken > 0) await bench.look(false);
};

/** False once as many were taken as are at one drop. */
const takeInFile = async (bench: Bench, file: File, tally: Tally): Promise<boolean> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isMbox(bytes)) {
    if (tally.taken >= DROPPED_MAILS_MAX) return false;
    await takeInOne(bench, file.name, bytes, tally);
    return true;
  }
  let place = 0;
  for (const message of mboxMessages(bytes)) {
    if (tally.taken >= DROPPED_MAILS_MAX) return false;
    place += 1;
    await takeInOne(bench, `${file.name} #${String(place)}`, message.slice(), tally);
  }
  return true;
};

const takeInOne = async (
  bench: Bench,
  name: string,
  bytes: Uint8Array,
  tally: Tally,
): Promise<void> => {
  const taken = await bench.mailbox.takeIn(name, bytes);
  if (!taken.ok) {
    tally.refused += 1;
    return;
  }
  if (taken.value.isNew) tally.taken += 1;
  else tally.already += 1;
  if (!taken.value.isKept) tally.unkept += 1;
  tally.last = taken.value.id;
};
