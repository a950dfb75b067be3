import { TAIL_ENTRIES_MAX, sealSegments, textOfSegment } from "#shared/ledger/segment.ts";
import {
  filesProperty,
  idsProperty,
  metaProperty,
  readStored,
} from "#gmail/script/ledger/stored.ts";
import type { Stored } from "#gmail/script/ledger/stored.ts";
import { execute } from "../addon-gmail/ledger/desk.ts";
import { emptyAccountOfUser } from "../addon-gmail/services-in-memory.ts";
import type { MemoryAccount } from "../addon-gmail/services-in-memory.ts";
import { valueOf } from "../contracts/sample-entries.ts";
import { BIG_LEDGER, bigLedger } from "../fixtures/big-ledger.ts";
import type { Account } from "../hosts/apps-script/account.ts";
import { APP_DATA, ROOT } from "../hosts/apps-script/drive-files.ts";

/** Segments that the desk hands over in one call. */
const SEGMENTS_A_CALL = 20;
/** What a job of the hour has. */
const FOLD_MS = 150_000;

/**
 * Makes of an account one whose ledger has so many invoices, ten entries each: a Drive takes them in from a backup and folds
 * them, call by call, by the very code that the script runs; what lies in it afterwards is laid into the account.
 */
export const foldBig = (account: Account, invoices: number): void => {
  const drive = emptyAccountOfUser();
  valueOf(execute(drive).ledger.begin(BIG_LEDGER));
  const segments = sealSegments([...bigLedger(invoices).entries]);
  for (let at = 0; at < segments.length; at += SEGMENTS_A_CALL) {
    const texts = segments.slice(at, at + SEGMENTS_A_CALL).map(textOfSegment);
    valueOf(execute(drive).ledger.takeIn(texts));
  }
  for (let call = 0; call < segments.length + TAIL_ENTRIES_MAX; call += 1) {
    if (valueOf(execute(drive).ledger.refold(drive.now + FOLD_MS)).done) break;
  }
  layInto(account, drive);
};

const storedIn = (values: ReadonlyMap<string, string>): Stored => {
  const stored = readStored(Object.fromEntries(values));
  if (!stored.ok || stored.value === null) throw new Error("no ledger is here");
  return stored.value;
};

/** As if this account's script had written it: by its build, into its Drive. */
const layInto = (account: Account, drive: MemoryAccount): void => {
  const { build } = storedIn(account.userProperties).meta;
  const { meta, files } = storedIn(drive.properties);
  const now = account.clock.now();
  const parentOf = (id: string): string =>
    id === "root" ? ROOT : id === "appDataFolder" ? APP_DATA : id;
  for (const { id, name, mimeType, parents, appProperties, bytes } of drive.drive.files.values())
    account.drive.space.write({
      id,
      name,
      mimeType,
      parents: parents.map(parentOf),
      appProperties,
      properties: {},
      description: null,
      bytes: mimeType.endsWith(".folder") ? null : bytes,
      createdTime: now,
      modifiedTime: now,
      trashed: false,
      isOurs: true,
      version: 1,
    });
  for (const name of account.userProperties.keys())
    if (name.startsWith("ledger.")) account.userProperties.delete(name);
  const values = {
    ...Object.fromEntries(drive.properties),
    ...metaProperty({ ...meta, build }),
    ...filesProperty(files),
    // Ids that another Drive gave out make no files here.
    ...idsProperty({ drive: [], appDataFolder: [] }),
  };
  for (const [name, value] of Object.entries(values)) account.userProperties.set(name, value);
  account.userCache.clear();
};
