import type { GmailLedgerFault, RefoldProgress } from "#gmail/script/ledger/ledger.ts";
import type { Result } from "#shared/kernel/result.ts";
import { forgetOldDrafts } from "#gmail/script/mail/draft-memory.ts";
import { forgetReach } from "#gmail/script/mail/reach.ts";
import { noteBinned, noteFolderGone } from "./bin-memory.ts";
import { turnHourlyOn } from "./hourly-job.ts";
import type { World } from "./world.ts";

/** A trigger has six minutes; what is left of them is for what goes wrong. */
const FOLD_MS = 140_000;
const LOOK_MS = 140_000;

/**
 * The job of the hour: what is remembered of old drafts dropped, the ledger made whole and the list of today worked out;
 * under the full manifest, answers looked for before it, unless the person has turned that off. Nobody sees it: what it could
 * not do it logs by its code alone, and the next hour goes on.
 */
export const workHourly = (world: World): void => {
  const { services, ledger, mailbox } = world;
  if (ledger.tip() === null) return;
  // Of two jobs one goes: each hour is worked once.
  turnHourlyOn(services);
  forgetOldDrafts(services);
  if (!world.looksPossible()) forgetReach(services);
  if (world.looksPossible() && world.prefs.looks) {
    const looked = world.parts.reading().lookForAnswers(mailbox, ledger.run, {
      until: services.now() + LOOK_MS,
      language: world.face.language,
    });
    services.log("looked", { filed: looked.filed.length, unreached: looked.unreached.length });
  }
  told(world, ledger.refold(services.now() + FOLD_MS));
  // What lies in the bin works like any other file, until it is purged: nobody else would notice.
  const binned = ledger.inBin();
  if (binned.ok) noteBinned(services, world.binned(), binned.value);
  else services.log(binned.error.type);
  const isGone = !binned.ok && binned.error.type === "folder-gone";
  if (binned.ok || isGone) noteFolderGone(services, world.isFolderGone(), isGone);
};

const told = ({ services }: World, folded: Result<RefoldProgress, GmailLedgerFault>): void => {
  if (!folded.ok) services.log(folded.error.type);
  else services.log("folded", { steps: folded.value.stepsDone, of: folded.value.steps });
};
