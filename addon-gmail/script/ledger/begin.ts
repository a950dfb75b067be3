import { idOfChance } from "#shared/kernel/ids.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import type { Services } from "#gmail/script/google-port.ts";
import type { Drive } from "./drive.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import { SHARD_COUNTS } from "./rebuild.ts";
import {
  emptyKeyProperties,
  filesProperty,
  goingProperty,
  idsProperty,
  metaProperty,
  pendingProperty,
  rebuildFrom,
} from "./stored.ts";
import type { Meta, Stored, Values } from "./stored.ts";

/** The folder that the person sees, and its two. */
const ROOT = "Relance";
const JOURNAL = "journal";
const VAULT = "vault";

/**
 * Begins a ledger, unless files of one lie in this Drive already: then the properties were lost, and that one is taken up
 * again by a new writer, as every store is that was lost; out of Drive's bin where that is asked for. With `named` it is a
 * writer of that ledger, whose entries are about to be taken in. Only under the lock.
 */
export const beginLedger = (
  services: Services,
  drive: Drive,
  build: string,
  named: string | null = null,
  isAsked = false,
): Result<{ readonly values: Values; readonly recovered: boolean }, GmailLedgerFault> => {
  const found = ledgersIn(drive);
  if (!found.ok) return found;
  const [known, ...others] = found.value.ledgers;
  if (others.length > 0) return err({ type: "several-ledgers", ledgers: found.value.ledgers });
  // Whoever threw all of it away may want to begin anew: that is said by emptying the bin, not guessed.
  if (found.value.isAllBinned && !isAsked) return err({ type: "ledger-in-bin" });
  const out = known === undefined ? ok(null) : takeFilesOut(drive);
  if (!out.ok) return out;
  const folders = foldersOf(drive);
  if (!folders.ok) return folders;
  const [ledgerChance, writerChance] = services.chance(2);
  const ledger = known ?? named ?? idOfChance("led", ledgerChance ?? "");
  const { writer, ...start } = emptyTip(ledger, idOfChance("wri", writerChance ?? ""));
  const fresh: Meta = {
    v: 1,
    ...start,
    ledger,
    writer,
    generation: 1,
    folders: folders.value,
    tail: null,
    entries: 0,
    accounts: 0,
    shards: SHARD_COUNTS[0],
    keyBits: 0,
    keysLeftOut: 0,
    build,
    rebuild: null,
    missing: 0,
    messagesFrom: null,
    sweepAt: null,
  };
  const ids = drive.newIds({ drive: IDS_AT_FIRST, appDataFolder: IDS_AT_FIRST });
  if (!ids.ok) return ids;
  const values: Values = {
    ...emptyKeyProperties(),
    ...filesProperty(new Map()),
    ...idsProperty(ids.value),
    ...pendingProperty(null),
    ...goingProperty(new Map()),
    ...metaProperty(known === undefined ? fresh : rebuildFrom(fresh, true)),
  };
  services.properties.write(values);
  return ok({ values, recovered: known !== undefined });
};

/** Ids that a new ledger has ready. */
const IDS_AT_FIRST = 40;

/** Everything anew from what is left in Drive. Only under the lock. */
export const recoverLedger = (
  services: Services,
  drive: Drive,
  build: string,
  stored: Result<Stored | null, GmailLedgerFault>,
): Result<Values, GmailLedgerFault> => {
  if (stored.ok && stored.value !== null) {
    const out = takeFilesOut(drive);
    if (!out.ok) return out;
    const folders = foldersOf(drive);
    if (!folders.ok) return folders;
    const marked = metaProperty({
      ...rebuildFrom(stored.value.meta, true),
      folders: folders.value,
    });
    services.properties.write(marked);
    return ok(marked);
  }
  const found = ledgersIn(drive);
  if (!found.ok) return found;
  if (found.value.ledgers.length === 0) return err({ type: "ledger-not-begun" });
  const begun = beginLedger(services, drive, build, null, true);
  return begun.ok ? ok(begun.value.values) : begun;
};

/** What lies in Drive's bin works until that is emptied, and then all of it is gone. */
const takeFilesOut = (drive: Drive): Result<null, GmailLedgerFault> => {
  const thrown: string[] = [];
  for (const kind of ["segment", "tail", "blob"] as const) {
    const files = drive.list("drive", kind);
    if (!files.ok) return files;
    for (const { id, isThrown } of files.value) if (isThrown) thrown.push(id);
  }
  return thrown.length === 0 ? ok(null) : drive.takeOut(thrown);
};

const ledgersIn = (
  drive: Drive,
): Result<
  { readonly ledgers: readonly string[]; readonly isAllBinned: boolean },
  GmailLedgerFault
> => {
  const found = new Set<string>();
  let binned = 0;
  let standing = 0;
  for (const kind of ["segment", "tail"] as const) {
    const files = drive.list("drive", kind);
    if (!files.ok) return files;
    for (const { marks, isBinned } of files.value) {
      const ledger = marks["ledger"];
      if (ledger !== undefined) found.add(ledger);
      if (isBinned) binned += 1;
      else standing += 1;
    }
  }
  return ok({ ledgers: [...found].sort(), isAllBinned: binned > 0 && standing === 0 });
};

/** Those that are there, out of the bin if they lie in it, and new ones for those that are not. */
const foldersOf = (drive: Drive): Result<Meta["folders"], GmailLedgerFault> => {
  const known = drive.list("drive", "folder");
  if (!known.ok) return known;
  const thrown = known.value.flatMap(({ id, isThrown }) => (isThrown ? [id] : []));
  const out = thrown.length === 0 ? ok(null) : drive.takeOut(thrown);
  if (!out.ok) return out;
  const folder = (name: string, parent: string): Result<string, GmailLedgerFault> => {
    // By its mark: the person may have given it another name.
    const there = known.value.find(({ marks }) => marks["folder"] === name);
    return there === undefined ? drive.createFolder(name, parent) : ok(there.id);
  };
  const root = folder(ROOT, "root");
  if (!root.ok) return root;
  const journal = folder(JOURNAL, root.value);
  if (!journal.ok) return journal;
  const vault = folder(VAULT, root.value);
  return vault.ok ? ok({ root: root.value, journal: journal.value, vault: vault.value }) : vault;
};
