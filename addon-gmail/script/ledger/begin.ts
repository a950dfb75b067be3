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
 * again by a new writer, as every store is that was lost. With `named` it is a writer of that ledger, whose entries are about
 * to be taken in. Only under the lock.
 */
export const beginLedger = (
  services: Services,
  drive: Drive,
  build: string,
  named: string | null = null,
): Result<{ readonly values: Values; readonly recovered: boolean }, GmailLedgerFault> => {
  const ledgers = ledgersIn(drive);
  if (!ledgers.ok) return ledgers;
  const [known, ...others] = ledgers.value;
  if (others.length > 0) return err({ type: "several-ledgers", ledgers: ledgers.value });
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
  };
  const ids = drive.newIds({ drive: IDS_AT_FIRST, appDataFolder: IDS_AT_FIRST });
  if (!ids.ok) return ids;
  const values: Values = {
    ...emptyKeyProperties(),
    ...filesProperty(new Map()),
    ...idsProperty(ids.value),
    ...pendingProperty(null),
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
    const folders = foldersOf(drive);
    if (!folders.ok) return folders;
    const marked = metaProperty({
      ...rebuildFrom(stored.value.meta, true),
      folders: folders.value,
    });
    services.properties.write(marked);
    return ok(marked);
  }
  const ledgers = ledgersIn(drive);
  if (!ledgers.ok) return ledgers;
  if (ledgers.value.length === 0) return err({ type: "ledger-not-begun" });
  const begun = beginLedger(services, drive, build);
  return begun.ok ? ok(begun.value.values) : begun;
};

const ledgersIn = (drive: Drive): Result<readonly string[], GmailLedgerFault> => {
  const found = new Set<string>();
  for (const kind of ["segment", "tail"] as const) {
    const files = drive.list("drive", kind);
    if (!files.ok) return files;
    for (const { marks } of files.value) {
      const ledger = marks["ledger"];
      if (ledger !== undefined) found.add(ledger);
    }
  }
  return ok([...found].sort());
};

/** Those that are there, and new ones for those that are not. */
const foldersOf = (drive: Drive): Result<Meta["folders"], GmailLedgerFault> => {
  const known = drive.list("drive", "folder");
  if (!known.ok) return known;
  const folder = (name: string, parent: string): Result<string, GmailLedgerFault> => {
    const there = known.value.find((one) => one.name === name);
    return there === undefined ? drive.createFolder(name, parent) : ok(there.id);
  };
  const root = folder(ROOT, "root");
  if (!root.ok) return root;
  const journal = folder(JOURNAL, root.value);
  if (!journal.ok) return journal;
  const vault = folder(VAULT, root.value);
  return vault.ok ? ok({ root: root.value, journal: journal.value, vault: vault.value }) : vault;
};
