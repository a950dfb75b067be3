import { planOf } from "#shared/recovery/account-plan.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { invoiceFilesOf, threadOf } from "#shared/app/draft-thread.ts";
import { isPaperStep } from "#shared/app/draft-choice.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { MailDraft, UseCase } from "#shared/app/use-case.ts";
import { ok } from "#shared/kernel/result.ts";
import { together } from "#shared/locales/locale.ts";
import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import type { Message } from "#shared/mail/message.ts";
import type { DraftNote } from "#src/sidebar/host.ts";
import { fromNote } from "./from-note.ts";
import type { Pane } from "./pane.ts";

/** The parts of a draft by which it is known whether Outlook's reply form would write to the same person. */
export type Addressed = Pick<MailDraft, "to" | "cc" | "inReplyTo">;

/**
 * The reply form writes to whom the open mail says, and we cannot change that: it serves only where this is exactly the
 * person that the draft is for, who is a known contact. Everything else begins a new mail.
 */
export const fitsReplyForm = (message: Message | null, draft: Addressed): boolean => {
  if (message === null || message.messageId === null) return false;
  const answered = message.replyTo.length > 0 ? message.replyTo : [message.from];
  const [target] = answered;
  const [to] = draft.to;
  return (
    draft.inReplyTo === message.messageId &&
    draft.cc.length === 0 &&
    draft.to.length === 1 &&
    answered.length === 1 &&
    target?.address.toLowerCase() === to?.toLowerCase()
  );
};

type NextDraft = Addressed & { readonly files: number };

/** Whom the next draft of an account would be for, under which mail, and with how many files. */
const nextDraft: UseCase<
  { readonly account: string; readonly message: Message | null },
  NextDraft | null,
  never
> = {
  name: "next-draft",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, message }, loaded, facts) => {
    const { creditor } = loaded.creditor;
    const state = loaded.accounts.get(account);
    if (creditor === null || state === undefined) return ok(viewOnly(null));
    const context = recoveryContext(facts.today, loaded.creditor);
    const { act } = planOf(state, balancesOf(state), context);
    if (act === null || act.step === "call" || isPaperStep(act.step)) return ok(viewOnly(null));
    const { to, cc, inReplyTo } = threadOf(state, message, creditor);
    return ok(viewOnly({ to, cc, inReplyTo, files: invoiceFilesOf(state, act).length }));
  },
};

/** How the draft would open, said before it is asked for. */
export const draftWay = async (pane: Pane, account: string): Promise<DraftNote | null> => {
  const { draft: words, compose } = OUTLOOK_PARTS[pane.language.peek()];
  const { can } = pane.outlook.client;
  const message = pane.openMail.peek()?.message ?? null;
  const next = await pane.run(nextDraft, { account, message });
  if (!next.ok || next.value === null) return null;
  const { files } = next.value;
  const { text: from, warning } = fromNote(pane);
  if (pane.compose.peek() !== null) {
    const { here } = pane.words.peek().draftNote;
    const text = together(here, files > 0 && !can.attach ? compose.noFiles : null, from);
    return { text, warning };
  }
  if (pane.signedIn.peek() !== null) {
    const { OUTLOOK_SIGNED_IN } = await import("#shared/locales/outlook-signed-in.ts");
    return { text: OUTLOOK_SIGNED_IN[pane.language.peek()].draft.way, warning: null };
  }
  const isReply =
    can["reply-form"] && pane.dropped.peek() === null && fitsReplyForm(message, next.value);
  const isAttached = isReply && can["reply-attachments"];
  const text = together(
    isReply ? words.reply : next.value.inReplyTo === null ? null : words.newThread,
    files > 0 && !isAttached ? words.byHand(files) : null,
    from,
  );
  return { text, warning };
};
