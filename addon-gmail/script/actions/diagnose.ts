import type { Card } from "#gmail/script/cards/card.ts";
import { diagnoseCard } from "#gmail/script/cards/diagnose-card.ts";
import { timeCalls, timedRows } from "#gmail/script/mail/diagnose.ts";
import type { World } from "./world.ts";

/** Times each service on the real account: what docs/gmail-quirks.md waits for. */
export const diagnoseScreen = (world: World, build: string): Card => {
  const timed = timeCalls(world.mailbox, {
    open: world.event.opened,
    tries: {
      ledger: () => world.ledger.creditor().ok,
      // Another than the one that this function lies in, which is read by now.
      part: () => world.parts.reading().openMail.name !== "",
    },
  });
  return diagnoseCard(timedRows(timed, world.face.language), build, world.face);
};
