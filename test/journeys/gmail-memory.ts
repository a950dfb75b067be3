import { idsProperty } from "#gmail/script/ledger/stored.ts";
import { wholeWorld } from "../addon-gmail/ledger/cuts.ts";
import type { World } from "../addon-gmail/ledger/cuts.ts";
import { emptyAccountOfUser } from "../addon-gmail/services-in-memory.ts";
import type { MemoryAccount } from "../addon-gmail/services-in-memory.ts";
import type { Account } from "../hosts/apps-script/account.ts";
import { APP_DATA } from "../hosts/apps-script/drive-files.ts";

/** What the pushed script has left in an emulated account, for the ledger to be opened over it outside of that. */
const memoryOf = ({ userProperties, drive, clock }: Account): MemoryAccount => {
  const memory = emptyAccountOfUser();
  for (const [name, value] of userProperties) memory.properties.set(name, value);
  // Ids that another Drive gave out make no files here.
  const noIds = idsProperty({ drive: [], appDataFolder: [] });
  for (const [name, value] of Object.entries(noIds)) memory.properties.set(name, value);
  for (const {
    id,
    name,
    mimeType,
    parents,
    appProperties,
    bytes,
    createdTime,
  } of drive.files.values()) {
    const isHidden = parents.includes(APP_DATA);
    memory.drive.given.set(id, isHidden ? "appDataFolder" : "drive");
    memory.drive.files.set(id, {
      id,
      name,
      mimeType,
      parents: isHidden ? ["appDataFolder"] : parents,
      appProperties,
      bytes: bytes ?? new Uint8Array(0),
      createdAt: createdTime,
    });
  }
  memory.now = clock.now();
  return memory;
};

/** The ledger that lies there, found to be whole: its chain, its states, its keys. */
export const worldOf = (account: Account): World => wholeWorld(memoryOf(account));
