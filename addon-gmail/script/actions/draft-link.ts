import { draftStands } from "#shared/app/draft-stands.ts";
import type { ActFault } from "#shared/app/run.ts";
import type { Act, MailDraft } from "#shared/app/use-case.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { composeLink } from "#gmail/script/desk/compose-link.ts";
import type { GmailLedger, GmailLedgerFault } from "#gmail/script/ledger/ledger.ts";
import { keepUnsaved, unsavedDraft } from "#gmail/script/mail/draft-retry.ts";
import { draftOf } from "#gmail/script/mail/drafts.ts";
import type { Mailbox, SavedDraft } from "#gmail/script/mail/mail.ts";
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

export type EarlierDraft =
  /** It lies in Gmail's Drafts. */
  | { readonly type: "saved"; readonly saved: SavedDraft }
  /** Gmail has not taken it yet: its words are kept for some hours. */
  | { readonly type: "kept"; readonly kept: MailDraft }
  /** It must no longer go out as it is. */
  | { readonly type: "overtaken"; readonly why: Sentence }
  /** Nothing is known of it here. */
  | { readonly type: "left" };

type Place = {
  readonly ledger: GmailLedger;
  readonly mailbox: Mailbox;
  readonly services: Services;
};

/** A draft that somebody wants to open again: asked first whether it may still go, wherever it lies. */
export const earlierDraft = (
  { ledger, mailbox, services }: Place,
  draft: string,
): Result<EarlierDraft, GmailLedgerFault> => {
  const saved = draftOf(mailbox, draft);
  const kept = saved === null ? unsavedDraft(services, draft) : null;
  const found: EarlierDraft | null =
    saved !== null ? { type: "saved", saved } : kept !== null ? { type: "kept", kept } : null;
  if (found === null) return ok({ type: "left" });
  const recipients = kept === null ? [] : [...kept.to, ...kept.cc];
  const why = ledger.run(draftStands, { key: draft, recipients });
  if (!why.ok) return why;
  return ok(why.value === null ? found : { type: "overtaken", why: why.value });
};
