import { foreign, own } from "#shared/kernel/text.ts";
import type { Obtained } from "#shared/claims/events.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import { fileKnownMail } from "#src/custody/file-known.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { sha256OfBlob } from "#src/store/blob-hash.ts";
import type { OpenMail } from "#src/sidebar/host.ts";
import type { DroppedFile, OutlookFault } from "#outlook/outlook.ts";
import { faultWord } from "./fault-word.ts";
import type { Pane } from "./pane.ts";

/** Mails taken in at one drop or selection: Outlook itself selects at most 100. */
export const TAKEN_MAX = 100;
/** Files named one by one that could not be read. */
const NOTES_MAX = 3;

type Tally = { filed: number; already: number; unknown: number; refused: number };

type ToFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly obtained: Obtained;
};

/**
 * Files that were dropped on the pane: bounces above all, for which Outlook opens no pane. Known ones are filed as the look
 * through a folder would; one alone is shown, so that a person can say whose it is.
 */
export const takeInDropped = async (pane: Pane, files: readonly DroppedFile[]): Promise<void> => {
  const words = OUTLOOK_PARTS[pane.language.peek()].drop;
  const notes: Sentence[] = [];
  const mails: ToFile[] = [];
  for (const file of files.slice(0, TAKEN_MAX)) {
    const read = await pane.outlook.readDropped(file);
    if (read.ok) mails.push({ name: file.name, ...read.value });
    else notes.push(words[read.error.type](foreign(file.name, 120)));
  }
  if (files.length > TAKEN_MAX) notes.push(words.tooMany(TAKEN_MAX));
  const shows = mails.length === 1;
  const tally = newTally();
  let fault: string | null = null;
  for (const mail of mails) {
    fault = await fileOne(pane, mail, tally, shows);
    if (fault !== null) break;
  }
  sayTaken(pane, tally, { notes: notes.slice(0, NOTES_MAX), fault, shows });
};

/** The messages selected in the list, read one after another. */
export const fileSelected = async (pane: Pane): Promise<void> => {
  const { outlook, language } = pane;
  const words = OUTLOOK_PARTS[pane.language.peek()].drop;
  const selected = await outlook.selected();
  if (!selected.ok) {
    const text = words.failed(faultWord(selected.error, language.peek()));
    pane.say({ key: "drop", tone: "warning", text });
    return;
  }
  if (selected.value.length === 0) {
    pane.say({ key: "drop", tone: "info", text: words.nothing });
    return;
  }
  const tally = newTally();
  let fault: string | null = null;
  let missed = 0;
  let why: OutlookFault | null = null;
  // One filed before the next is taken: a hundred at once would fill the memory of the pane.
  for (const item of selected.value.slice(0, TAKEN_MAX)) {
    const read = await outlook.readSelected(item);
    if (!read.ok) {
      missed += 1;
      why ??= read.error;
      continue;
    }
    fault = await fileOne(pane, { name: item.subject, ...read.value }, tally, false);
    if (fault !== null) break;
  }
  const notes = why === null ? [] : [words.notTaken(missed, faultWord(why, language.peek()))];
  sayTaken(pane, tally, { notes, fault, shows: false });
};

const newTally = (): Tally => ({ filed: 0, already: 0, unknown: 0, refused: 0 });

type Taken = {
  readonly notes: readonly Sentence[];
  /** Of the ledger: the rest was not filed. */
  readonly fault: string | null;
  readonly shows: boolean;
};

const sayTaken = (pane: Pane, tally: Tally, { notes, fault, shows }: Taken): void => {
  const words = OUTLOOK_PARTS[pane.language.peek()].drop;
  const text = together(
    tally.filed > 0 ? words.filed(tally.filed) : null,
    tally.already > 0 ? words.already(tally.already) : null,
    tally.unknown > 0 && !shows ? words.unknown(tally.unknown) : null,
    tally.refused > 0 ? words.refused(tally.refused) : null,
    ...notes,
    fault === null ? null : words.failed(own(fault)),
  );
  if (text.length === 0) return;
  const isClean = tally.refused === 0 && notes.length === 0 && fault === null;
  pane.say({ key: "drop", tone: isClean ? "good" : "warning", text });
};

const fileOne = async (
  pane: Pane,
  { name, bytes, obtained }: ToFile,
  tally: Tally,
  shows: boolean,
): Promise<string | null> => {
  const message = await readMailBytes(bytes);
  if (!message.ok) {
    tally.refused += 1;
    return null;
  }
  const sha256 = await sha256OfBlob(bytes);
  const filed = await fileKnownMail(pane.run, {
    message: message.value,
    bytes,
    sha256,
    obtained,
  });
  if (!filed.ok) return filed.fault;
  if (filed.accounts.length > 0) tally.filed += 1;
  else if (filed.already) tally.already += 1;
  else tally.unknown += 1;
  if (shows) {
    const mail: OpenMail = {
      key: `dropped-${sha256}`,
      message: message.value,
      bytes,
      sha256,
      size: bytes.length,
      obtained,
    };
    pane.showDropped(
      foreign(message.value.subject === "" ? name : message.value.subject, 120),
      mail,
    );
  }
  return null;
};
