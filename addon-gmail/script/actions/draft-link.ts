import type { ActFault } from "#shared/app/run.ts";
import type { Act } from "#shared/app/use-case.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { composeLink } from "#gmail/script/desk/compose-link.ts";
import { keepUnsaved, unsavedDraft } from "#gmail/script/mail/draft-retry.ts";
import type { Services } from "#gmail/script/google-port.ts";

/**
 * From the home card no mail is open, and without one the public manifest lets nobody lay a draft into the mailbox: Gmail's
 * own compose window is given the words. Beside a mail of the debtor the same words become a draft in its thread, for as
 * long as they are kept.
 */
export const actByLink = (
  services: Services,
  act: Act,
  links: Map<string, string>,
): Result<null, ActFault> => {
  if (act.kind === "discard-draft") return ok(null);
  keepUnsaved(services, act.key, act.draft);
  const link = composeLink(act.draft);
  if (link === null) return err({ type: "act-failed", key: act.key, detail: "link" });
  links.set(act.key, link);
  return ok(null);
};

/** The address again, of a draft whose words are still kept. */
export const linkAgain = (services: Services, draft: string): string | null => {
  const kept = unsavedDraft(services, draft);
  return kept === null ? null : composeLink(kept);
};
