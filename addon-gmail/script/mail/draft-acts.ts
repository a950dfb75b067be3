import type { Act } from "#shared/app/use-case.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { forgetUnsaved, keepUnsaved, unsavedDraft } from "./draft-retry.ts";
import { discardDraft, saveDraft } from "./drafts.ts";
import type { DraftActs, DraftFault, DraftPlace, Mailbox, SavedDraft } from "./mail.ts";

/** The mailbox's side of a run: what a decision wants done with drafts, once a key. */
export const draftActs = (mailbox: Mailbox, place: DraftPlace): DraftActs => {
  const saved = new Map<string, SavedDraft>();
  const discarded = new Map<string, "removed" | "left" | "unknown">();
  const faults = new Map<string, DraftFault>();

  const done = (act: Act): Result<null, DraftFault> => {
    if (act.kind === "discard-draft") {
      const gone = discardDraft(mailbox, act.key);
      if (!gone.ok) return gone;
      forgetUnsaved(mailbox.services, act.key);
      discarded.set(act.key, gone.value);
      return ok(null);
    }
    const made = saveDraft(mailbox, act, place);
    if (made.ok) {
      saved.set(act.key, made.value);
      return ok(null);
    }
    // The ledger has it as prepared already: its words must not be lost with this execution.
    keepUnsaved(mailbox.services, act.key, act.draft);
    return made;
  };

  return {
    saved,
    discarded,
    faults,
    act: (act) => {
      const outcome = done(act);
      if (outcome.ok) return outcome;
      faults.set(act.key, outcome.error);
      return err({ type: "act-failed", key: act.key, detail: outcome.error.type });
    },
  };
};

/** Tries a draft again whose words are still at hand (six hours at most); null: they are gone, and it is discarded and prepared anew. */
export const retryDraft = (
  mailbox: Mailbox,
  key: string,
  place: DraftPlace,
): Result<SavedDraft, DraftFault> | null => {
  const draft = unsavedDraft(mailbox.services, key);
  if (draft === null) return null;
  const made = saveDraft(mailbox, { key, draft }, place);
  if (made.ok) forgetUnsaved(mailbox.services, key);
  return made;
};
