import type { DoneView } from "#shared/app/view-parts.ts";
import type { Result } from "#shared/kernel/result.ts";
import { withLabelsMoved } from "#gmail/script/mail/label-filed.ts";
import type { World } from "./world.ts";

/**
 * Does an act over mails that are not open, and has their labels follow it: what was confirmed from a list is « Suivi »,
 * what was taken back is « À lire » again. A convenience, under the full manifest alone: what Gmail refuses of it changes
 * nothing of what was written, and the job of the hour settles it.
 */
export const moved = <Value extends DoneView, Refusal>(
  world: World,
  accounts: readonly string[],
  act: () => Result<Value, Refusal>,
): Result<Value, Refusal> => {
  if (!world.looksPossible()) return act();
  const { mailbox, ledger, face, services } = world;
  const of = { accounts, language: face.language };
  const { done, fault } = withLabelsMoved(mailbox, ledger.run, of, act);
  if (fault !== null) services.log("not-labelled", { accounts: accounts.length });
  return done;
};
