import type { DoneView } from "#shared/app/view-parts.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Result } from "#shared/kernel/result.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import { NO_ANSWER } from "#gmail/script/cards/card.ts";
import type { Answer } from "#gmail/script/cards/card.ts";
import { wordsOf } from "#gmail/script/cards/face.ts";
import { filedText, gmailFaultText, isGmailFault } from "#gmail/script/mail/fault-text.ts";
import { fileThread } from "#gmail/script/mail/file-mail.ts";
import { labelFiled } from "#gmail/script/mail/label-filed.ts";
import type { LedgerFault, WholeMessage } from "#gmail/script/mail/mail.ts";
import { changed, refused } from "./answers.ts";
import { isLedgerFault, ledgerFaultText } from "./ledger-words.ts";
import type { World } from "./world.ts";

type OfThread = { readonly threadId: string; readonly account: string };

/**
 * Files the whole open thread as one act: how many were filed, how many lay there, which were not and why. Taken back by
 * one click. What was filed stays filed where the rest failed.
 */
export const threadFiled = (
  world: World,
  ids: { readonly account?: string | undefined },
  { threadId, account }: OfThread,
): Answer => {
  const { face, mailbox, ledger } = world;
  const filed = fileThread(mailbox, ledger.run, { threadId, account });
  if (!filed.ok) return refused(faultText(world, filed.error), face);
  const { done, left } = filed.value;
  const text = filedText(
    filed.value,
    face.language,
    (fault) => faultText(world, fault),
    (at) => dayOf(world, at),
  );
  if (filed.value.filed > 0) {
    const said: DoneView = { text, undo: done === null ? null : done.undo };
    return changed(world.screens.mail(world, ids.account ?? null, said));
  }
  return left.length > 0
    ? refused(text, face)
    : { ...NO_ANSWER, toast: GMAIL_MAIL[face.language].thread.whole };
};

/** A refusal of filing is one of the ledger or of Gmail; that the account is unknown says that the card is old. */
const faultText = ({ face }: World, fault: LedgerFault): Sentence => {
  if (isLedgerFault(fault)) return ledgerFaultText(fault, face.language);
  return isGmailFault(fault)
    ? gmailFaultText(fault, face.language)
    : wordsOf(face).faults["action-malformed"];
};

const dayOf = (world: World, at: number): string => {
  const creditor = world.ledger.creditor();
  const zone = creditor.ok ? creditor.value.creditor?.timeZone : undefined;
  const { date } = world.services.dayIn(zone ?? "Europe/Paris", at);
  return shortDate(dateOf(date), world.today(), world.face.language);
};

/**
 * What was said of a mail takes it from « À lire » to « Suivi », where labels are on. A convenience: what Gmail refuses of
 * it changes nothing of what was written, and the next look does not depend on it.
 */
export const labelled = <Refusal>(
  world: World,
  mail: WholeMessage,
  account: string,
  done: Result<DoneView, Refusal>,
): Result<DoneView, Refusal> => {
  // Labels that were turned on under the full manifest are out of reach once the public one is back.
  if (!done.ok || mail.isSent || !world.looksPossible()) return done;
  const { mailbox, ledger, face, services } = world;
  const filed = [{ account, messageId: mail.id }];
  const fault = labelFiled(mailbox, ledger.run, filed, "followed", face.language);
  if (fault !== null) services.log("not-labelled", { answers: 1 });
  return done;
};
