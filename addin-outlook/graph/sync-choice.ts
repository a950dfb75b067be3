import { CREDITOR_EVENTS } from "#shared/app/registry.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { compareText } from "#shared/kernel/text.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { compareEntries } from "#shared/ledger/order.ts";
import { readEvent } from "#shared/ledger/schema-registry.ts";
import type { AppFolder } from "./ports.ts";
import type { SyncFault } from "./sync-faults.ts";
import { FILE_BYTES_MAX, segmentOfFile } from "./sync-files.ts";
import {
  carriedFolder,
  carrierFolder,
  placedInCarrier,
  placedInWriter,
  segmentsFolder,
  writerFolder,
} from "./sync-layout.ts";
import type { PlacedFile } from "./sync-layout.ts";

/** By what a person knows one ledger of a folder from another. */
export type LedgerThere = {
  readonly ledger: string;
  /** The creditor's name; null where it was not found. From outside. */
  readonly firm: string | null;
  /** Wall time of the newest entry that was seen, ISO 8601 in UTC; null where none was. */
  readonly at: string | null;
};

/** Files read of one ledger: where each log begins, since that is where a creditor says its name, and where it ends. */
const FILES_MAX = 12;

/** Reads a little of a ledger, and takes nothing of it in. */
export const ledgerThere = async (
  folder: AppFolder,
  ledger: string,
): Promise<Result<LedgerThere, SyncFault>> => {
  const files = await filesOf(folder, ledger);
  if (!files.ok) return files;
  const entries: Entry[] = [];
  for (const file of endsOf(files.value).slice(0, FILES_MAX)) {
    const read = await folder.read(file.path, FILE_BYTES_MAX);
    if (!read.ok) return read;
    const segment = read.value === null ? null : segmentOfFile(ledger, file, read.value.bytes);
    if (segment !== null) entries.push(...segment.entries);
  }
  const [at = null] = entries
    .map(({ header }) => header.at)
    .filter((one) => parseCalendarDate(one.slice(0, 10)) !== null)
    .sort((a, b) => compareText(b, a));
  return ok({ ledger, firm: firmIn(entries), at });
};

const firmIn = (entries: readonly Entry[]): string | null => {
  let firm: string | null = null;
  for (const entry of [...entries].sort(compareEntries)) {
    const read = readEvent(CREDITOR_EVENTS, entry);
    if (read.kind !== "known") continue;
    const { event } = read;
    if (event.type === "ledger-opened") firm = event.data.name;
    if (event.type === "creditor-corrected") firm = event.data.changes.name ?? firm;
  }
  return firm;
};

type Log = readonly PlacedFile[];

/** First what is written last and first of each log, the tail being the newest of all. */
const endsOf = (logs: readonly Log[]): readonly PlacedFile[] => {
  const sorted = logs.map((log) =>
    [...log].sort((a, b) => (a.name?.first ?? Infinity) - (b.name?.first ?? Infinity)),
  );
  const ends = [...sorted.map((log) => log.at(-1)), ...sorted.map((log) => log[0])];
  return [...new Set(ends)].filter((file) => file !== undefined);
};

/** The files of a folder by the writer whose log they are of. */
const filesOf = async (
  folder: AppFolder,
  ledger: string,
): Promise<Result<readonly Log[], SyncFault>> => {
  const logs = new Map<string, PlacedFile[]>();
  const places = [
    {
      above: segmentsFolder(ledger),
      below: (name: string) => writerFolder(ledger, name),
      placed: (name: string, file: string) => placedInWriter(ledger, name, file),
    },
    {
      above: carriedFolder(ledger),
      below: (name: string) => carrierFolder(ledger, name),
      placed: (name: string, file: string) => placedInCarrier(ledger, name, file),
    },
  ];
  for (const { above, below, placed } of places) {
    const folders = await folder.list(above);
    if (!folders.ok) return folders;
    for (const { name, kind } of folders.value) {
      if (kind !== "folder") continue;
      const items = await folder.list(below(name));
      if (!items.ok) return items;
      for (const item of items.value) {
        const file = item.kind === "file" ? placed(name, item.name) : null;
        if (file !== null) logs.set(file.writer, [...(logs.get(file.writer) ?? []), file]);
      }
    }
  }
  return ok([...logs.values()]);
};
