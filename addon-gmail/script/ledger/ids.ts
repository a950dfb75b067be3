import { invariant, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Drive } from "./drive.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import type { IdPool } from "./stored.ts";

/** Ids that are kept ready: a filed mail takes one, a first import some hundreds. */
const IDS_READY = 24;

export type Taken = { readonly taken: IdPool; readonly left: IdPool };

/** Ids from those that are ready; where they do not suffice, new ones and some more for the next time. */
export const takeIds = (
  drive: Drive,
  pool: IdPool,
  needed: { readonly drive: number; readonly appDataFolder: number },
): Result<Taken, GmailLedgerFault> => {
  const short = (space: "drive" | "appDataFolder"): number =>
    pool[space].length < needed[space] ? needed[space] - pool[space].length + IDS_READY : 0;
  const fetched = drive.newIds({ drive: short("drive"), appDataFolder: short("appDataFolder") });
  if (!fetched.ok) return fetched;
  const all = {
    drive: [...pool.drive, ...fetched.value.drive],
    appDataFolder: [...pool.appDataFolder, ...fetched.value.appDataFolder],
  };
  return ok({
    taken: {
      drive: all.drive.slice(0, needed.drive),
      appDataFolder: all.appDataFolder.slice(0, needed.appDataFolder),
    },
    left: {
      drive: all.drive.slice(needed.drive),
      appDataFolder: all.appDataFolder.slice(needed.appDataFolder),
    },
  });
};

/** As many were taken as are used. */
export const idAt = (ids: readonly string[], at: number): string => {
  const id = ids[at];
  invariant(id !== undefined, "as many ids as files");
  return id;
};
