import { fileMail } from "#shared/app/mail-acts.ts";
import { markLooked } from "#shared/app/ledger-acts.ts";
import { openMail } from "#shared/app/open-mail.ts";
import type { Run } from "#shared/app/run.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { ListedMail, PageMailbox } from "./mailbox.ts";

/** Mails looked through at once, newest first: a first look at years of mail must end. */
const LOOKED_MAX = 2_000;

export type LookOutcome = { readonly looked: number; readonly filed: number };

/**
 * Looks through the mailbox for answers of debtors and for drafts that were sent, since the last look. Only what stands
 * in a known thread, bears our reference or comes from a known contact is filed, untagged: it pauses the plan until the
 * user has read it. What matches nothing leaves no trace.
 */
export const lookThrough = async (
  mailbox: PageMailbox,
  run: Run,
  since: string | null,
): Promise<LookOutcome> => {
  const recent = mailbox.mails.value.filter(
    (mail) => since === null || (mail.sentAt ?? "") >= since || mail.isLocal,
  );
  let filed = 0;
  // Oldest first, so that an answer finds the mail it answers already filed.
  for (const mail of recent.slice(0, LOOKED_MAX).reverse()) {
    if (await fileIfKnown(mail, mailbox, run)) filed += 1;
  }
  await run(markLooked, { accounts: [], where: "mailbox" });
  return { looked: Math.min(recent.length, LOOKED_MAX), filed };
};

const fileIfKnown = async (mail: ListedMail, mailbox: PageMailbox, run: Run): Promise<boolean> => {
  // The header section is enough to see that a mail is of nobody: its bytes are then never fetched.
  const headers = messageOf({ ...mail, from: mail.from, to: mail.to, cc: mail.cc });
  const first = await run(openMail, { message: headers, account: null });
  if (!first.ok || !isOfSomebody(first.value.state) || first.value.filed !== null) return false;
  const loaded = await mailbox.open(mail.id);
  if (!loaded.ok) return false;
  const { message, bytes, sha256 } = loaded.value;
  const seen = await run(openMail, { message, account: null });
  if (!seen.ok || seen.value.account === null || seen.value.filed !== null) return false;
  const isAnswer = seen.value.state === "claim";
  if (!isAnswer && seen.value.state !== "ours") return false;
  const input = {
    account: seen.value.account,
    mail: { message, sha256, size: bytes.length, obtained: "as-received" as const },
  };
  const done = await run(fileMail, input, { bytes: new Map([[sha256, bytes]]) });
  return done.ok;
};

const isOfSomebody = (state: string): boolean => state === "claim" || state === "ours";
