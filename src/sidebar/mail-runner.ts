import { addDebtor } from "#shared/app/ledger-acts.ts";
import { setMailAside } from "#shared/app/set-mail-aside.ts";
import { fileMail, tagMail } from "#shared/app/mail-acts.ts";
import type { MailToFile } from "#shared/app/mail-acts.ts";
import {
  followedDebtor,
  followedInput,
  newDebtorInput,
  tagInput,
} from "#shared/app/mail-inputs.ts";
import type { FollowedInvoice, NewDebtor } from "#shared/app/mail-inputs.ts";
import type { FollowView, ReadingView, TagValues } from "#shared/app/mail-view.ts";
import { recordAct } from "#shared/app/record-act.ts";
import type { RunOptions } from "#shared/app/run.ts";
import { leaveWithoutEffect } from "#shared/app/without-effect.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { OpenMail } from "./host.ts";
import type { AnyRefusal } from "./refusal-text.ts";
import { refusalText } from "./refusal-text.ts";
import { joinedUndo } from "#shared/app/joined-undo.ts";
import { drafted, draftOf, outcome } from "./screen-runner.ts";
import type { ActOutcome, Shell } from "./shell.ts";

/** What is done with the open mail: the face adds the mail and its bytes. */

const mailToFile = ({ message, sha256, size, obtained }: OpenMail): MailToFile => ({
  message,
  sha256,
  size,
  obtained,
});

/** What the host must fetch first is fetched now, and no other mail is written of than the one that is shown. */
const wholly = async (
  shell: Shell,
  mail: OpenMail,
  work: (whole: OpenMail) => Promise<ActOutcome>,
): Promise<ActOutcome> => {
  const whole = (await shell.host.wholeMail?.(mail)) ?? ok(mail);
  return whole.ok ? work(whole.value) : { type: "refused", text: whole.error };
};

const withBytes = ({ sha256, bytes }: OpenMail): RunOptions =>
  sha256 === null || bytes === null ? {} : { bytes: new Map([[sha256, bytes]]) };

export const file = (shell: Shell, mail: OpenMail, account: string): Promise<ActOutcome> =>
  wholly(shell, mail, async (whole) => {
    const input = { account, mail: mailToFile(whole) };
    return outcome(shell, await shell.host.run(fileMail, input, withBytes(whole)));
  });

export const tag = (
  shell: Shell,
  mail: OpenMail,
  said: {
    readonly account: string;
    readonly reading: ReadingView;
    readonly tag: Tag;
    readonly values: TagValues;
  },
): Promise<ActOutcome> =>
  wholly(shell, mail, async (whole) => {
    const input = tagInput(mailToFile(whole), said);
    return outcome(shell, await shell.host.run(tagMail, input, withBytes(whole)));
  });

/** « Sans effet »: filed without a tag, and the plan goes on. */
export const passOver = (
  shell: Shell,
  mail: OpenMail,
  account: string,
  reading: ReadingView,
): Promise<ActOutcome> =>
  wholly(shell, mail, async (whole) => {
    const input = { account, mail: mailToFile(whole), suggested: reading.tag };
    return outcome(shell, await shell.host.run(leaveWithoutEffect, input, withBytes(whole)));
  });

/** The next step, in the thread of the open mail. */
export const draftReply = async (
  shell: Shell,
  mail: OpenMail,
  account: string,
): Promise<ActOutcome> => drafted(shell, account, await draftOf(shell, account, mail.message));

export const setAside = async (
  shell: Shell,
  mail: OpenMail,
  why: "not-a-debtor" | "never",
): Promise<ActOutcome> =>
  outcome(
    shell,
    await shell.host.run(setMailAside, {
      address: mail.message.from?.address ?? "",
      messageId: mail.message.messageId,
      why,
    }),
  );

export const newDebtor = (
  shell: Shell,
  debtor: NewDebtor,
): Promise<Result<DoneView & { readonly account: string }, AnyRefusal>> =>
  shell.host.run(addDebtor, newDebtorInput(debtor));

/** The debtor where it is new, the invoice, then the mail that carried it: three acts, taken back by one click. */
export const followInvoice = (
  shell: Shell,
  mail: OpenMail,
  follow: FollowView,
  said: FollowedInvoice,
): Promise<ActOutcome> =>
  wholly(shell, mail, async (whole) =>
    outcome(shell, await followWhole(shell, whole, follow, said)),
  );

const followWhole = async (
  shell: Shell,
  mail: OpenMail,
  follow: FollowView,
  said: FollowedInvoice,
): Promise<Result<DoneView, AnyRefusal>> => {
  const { host } = shell;
  const debtor =
    follow.account === null
      ? await newDebtor(shell, followedDebtor(follow, said))
      : ok({ account: follow.account, undo: null });
  if (!debtor.ok) return debtor;
  const { account } = debtor.value;
  const recorded = await host.run(recordAct, followedInput(account, follow.currency, said));
  if (!recorded.ok) return recorded;
  const filed = await host.run(fileMail, { account, mail: mailToFile(mail) }, withBytes(mail));
  // The invoice is followed already: that the mail could not be filed is said, and the way back stands.
  if (!filed.ok) {
    const text = refusalText(filed.error, host.language.peek());
    return ok({
      text: [...recorded.value.text, { own: " " }, ...text],
      undo: joinedUndo([recorded.value.undo, debtor.value.undo]),
    });
  }
  return ok({
    text: recorded.value.text,
    undo: joinedUndo([recorded.value.undo, filed.value.undo, debtor.value.undo]),
  });
};

export const exportMailThread = async (shell: Shell, account: string): Promise<ActOutcome> => {
  const exported = await shell.host.exportThread(account);
  if (!exported.ok) return { type: "refused", text: [exported.text] };
  const { file: made } = exported;
  if (made !== undefined) await shell.host.download(made.name, "application/zip", made.bytes);
  return { type: "done", done: { text: [exported.text], undo: null } };
};
