import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Binned } from "./drive.ts";
import type { Keeper } from "./keeper.ts";
import type { GmailLedger, GmailLedgerFault } from "./ledger.ts";
import type { Lost } from "./load.ts";
import { readIndex } from "./plan.ts";
import type { Session } from "./session.ts";

/**
 * What lies in Drive's bin can still be read and written, so that nothing notices, until Google purges it thirty days later:
 * somebody has to look.
 */

/** Sealed segments looked at beside the folders and the tail: all of it is one round of Drive. */
const SEGMENTS_LOOKED_AT = 30;

const idsOf = (session: Session): Result<readonly string[], GmailLedgerFault | Lost> => {
  const { folders, tail } = session.stored.meta;
  const index = readIndex(session)();
  if (!index.ok) return index;
  const newest = index.value.slice(-SEGMENTS_LOOKED_AT).map(({ id }) => id);
  const own = tail === null ? [] : [tail.id];
  return ok([folders.root, folders.journal, folders.vault, ...own, ...newest]);
};

const binnedOf = (session: Session): Result<Binned, GmailLedgerFault | Lost> => {
  const ids = idsOf(session);
  return ids.ok ? session.drive.binned(ids.value) : ids;
};

export const binOf = (keeper: Keeper): Pick<GmailLedger, "inBin" | "takeOutOfBin"> => ({
  inBin: () => {
    const found = keeper.reading(false, (session): Result<number, GmailLedgerFault | Lost> => {
      const binned = binnedOf(session);
      if (!binned.ok) return binned;
      const { root, journal, vault } = session.stored.meta.folders;
      const isGone = [root, journal, vault].some((id) => binned.value.gone.includes(id));
      return isGone ? err({ type: "folder-gone" }) : ok(binned.value.all.length);
    });
    return found.ok ? ok(found.value ?? 0) : found;
  },
  takeOutOfBin: () =>
    keeper.underLock((): Result<number, GmailLedgerFault> => {
      const taken = keeper.reading(true, (session): Result<number, GmailLedgerFault | Lost> => {
        const found = binnedOf(session);
        if (!found.ok) return found;
        const out = session.drive.takeOut(found.value.own);
        if (!out.ok) return out;
        const left = binnedOf(session);
        return left.ok ? ok(left.value.all.length) : left;
      });
      return taken.ok ? ok(taken.value ?? 0) : taken;
    }),
});
