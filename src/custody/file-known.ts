import { accountsOfMail } from "#shared/app/known-mail.ts";
import { fileMail } from "#shared/app/mail-acts.ts";
import { openMail } from "#shared/app/open-mail.ts";
import type { Run } from "#shared/app/run.ts";
import type { Obtained } from "#shared/claims/events.ts";
import type { Message } from "#shared/mail/message.ts";

/** A mail with its bytes, from wherever a host has it. */
export type WholeMail = {
  readonly message: Message;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly obtained: Obtained;
};

export type FiledKnown =
  | {
      readonly ok: true;
      /** Those that it was filed in now. */
      readonly accounts: readonly string[];
      /** It had been filed before. */
      readonly already: boolean;
    }
  | { readonly ok: false; readonly fault: string };

/**
 * Files a mail without asking, in the accounts that it surely belongs to: it stands in a known thread, bears our
 * reference, or comes from or went to a known contact since the oldest open invoice. It waits there, untagged, to be read.
 * What matches nothing leaves no trace.
 */
export const fileKnownMail = async (run: Run, mail: WholeMail): Promise<FiledKnown> => {
  const { message, bytes, sha256, obtained } = mail;
  const known = await run(accountsOfMail, message);
  if (!known.ok) return { ok: false, fault: known.error.type };
  const isOfSeveral = known.value.length > 1;
  const accounts: string[] = [];
  let already = false;
  for (const account of known.value) {
    const seen = await run(openMail, { message, account: isOfSeveral ? account : null, sha256 });
    if (!seen.ok) return { ok: false, fault: seen.error.type };
    if (seen.value.filed !== null) already = true;
    const isOfAccount = seen.value.account === account && seen.value.filed === null;
    const isAnswerOrOurs = seen.value.state === "claim" || seen.value.state === "ours";
    if (!isOfAccount || !isAnswerOrOurs) continue;
    const input = { account, mail: { message, sha256, size: bytes.length, obtained } };
    const done = await run(fileMail, input, { bytes: new Map([[sha256, bytes]]) });
    if (!done.ok) return { ok: false, fault: done.error.type };
    accounts.push(account);
  }
  return { ok: true, accounts, already };
};
