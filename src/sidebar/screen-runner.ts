import {
  declareSent,
  discardDraft,
  prepareDraft,
  type PrepareDraftView,
} from "#shared/app/draft-acts.ts";
import { prepareAnswer } from "#shared/app/answer-draft.ts";
import { markAnswered } from "#shared/app/answered.ts";
import { prepareGroupDraft } from "#shared/app/group-draft.ts";
import type { PrepareGroupDraftView } from "#shared/app/group-draft.ts";
import { confirmReading } from "#shared/app/confirm-reading.ts";
import { markLooked, markPaymentsKnown, voidBatch, voidEntries } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { confirmReadings, leaveRepliesWithoutEffect } from "#shared/app/without-effect.ts";
import { wayOut } from "#shared/app/way-out.ts";
import type { DoneView, ScreenAction, UndoView } from "#shared/app/view-parts.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Message } from "#shared/mail/message.ts";
import { APP } from "#shared/locales/app.ts";
import { FORMS } from "#shared/locales/forms.ts";
import { chanceRun } from "./chance-run.ts";
import { joinedUndo } from "#shared/app/joined-undo.ts";
import { printKept } from "./print-kept.ts";
import { refusalText } from "./refusal-text.ts";
import type { AnyRefusal } from "./refusal-text.ts";
import type { ActOutcome, Shell } from "./shell.ts";

/** What a button of a view does, beyond moving: use cases run through the host. */
export type RunnableAction =
  | Extract<ScreenAction, { readonly go: "message" }>
  | Exclude<
      Extract<ScreenAction, { readonly act: string }>,
      { readonly act: "accept-discrepancy" }
    >;

export const runAction = async (shell: Shell, action: RunnableAction): Promise<ActOutcome> => {
  const { host } = shell;
  if ("go" in action) {
    const reached = await host.goToMail(action.messageId);
    return reached
      ? { type: "moved" }
      : { type: "refused", text: shell.words.peek().shell.notReached };
  }
  switch (action.act) {
    case "looked":
      return outcome(
        shell,
        await host.run(markLooked, { accounts: action.accounts, where: "by-hand" }),
      );
    case "payments-known":
      return outcome(
        shell,
        await host.run(markPaymentsKnown, { asOf: action.asOf, source: "hand" }),
      );
    case "prepare-draft":
      return drafted(shell, action.account, await draftOf(shell, action.account));
    case "print-letter":
      return outcome(
        shell,
        await printKept(host, { account: action.account, way: null, salt: chanceRun() }),
      );
    case "prepare-answer":
      return drafted(
        shell,
        action.account,
        await host.run(prepareAnswer, {
          account: action.account,
          answer: action.answer,
          exchange: null,
          replyTo: null,
          words: null,
          salt: chanceRun(),
        }),
      );
    case "prepare-group-draft":
      return drafted(shell, action.accounts[0] ?? "", await groupDraftOf(shell, action.accounts));
    case "prepare-drafts":
      return prepareAll(shell, action.accounts, action.groups ?? []);
    case "declare-sent":
      return outcome(
        shell,
        await host.run(declareSent, { account: action.account, draft: action.draft }),
      );
    case "discard-draft":
      return outcome(
        shell,
        await host.run(discardDraft, { account: action.account, draft: action.draft }),
      );
    case "put-off":
      return command(shell, action.account, {
        type: "put-off",
        until: action.until,
        reason: FORMS[host.language.peek()].titles["put-off"].own,
      });
    case "lift-hold":
      return command(shell, action.account, {
        type: "lift-hold",
        hold: action.hold,
        on: host.today(),
      });
    case "mark-answered":
      return outcome(
        shell,
        await host.run(markAnswered, { account: action.account, exchanges: action.exchanges }),
      );
    case "confirm-reading":
      return outcome(
        shell,
        await host.run(confirmReading, { account: action.account, exchange: action.exchange }),
      );
    case "leave-without-effect":
      return outcome(shell, await host.run(leaveRepliesWithoutEffect, { replies: action.replies }));
    case "confirm-readings":
      return outcome(shell, await host.run(confirmReadings, { replies: action.replies }));
    case "void-entries":
      return outcome(
        shell,
        await host.run(voidEntries, { account: action.account, entries: action.entries }),
      );
    case "void-batch":
      return undoBatch(shell, action);
  }
};

/** Takes back what one click wrote. */
export const undoBatch = async (
  shell: Shell,
  { batch, accounts, also = [], isRedo = false }: Omit<UndoView, "label">,
): Promise<ActOutcome> =>
  outcome(shell, await shell.host.run(voidBatch, { batch, accounts, also, isRedo }));

export const command = async (
  shell: Shell,
  account: string,
  said: AccountCommand,
): Promise<ActOutcome> =>
  outcome(shell, await shell.host.run(recordAct, { account, command: said }));

export const outcome = (shell: Shell, result: Result<DoneView, AnyRefusal>): ActOutcome =>
  result.ok
    ? { type: "done", done: result.value }
    : { type: "refused", text: refusalText(result.error, shell.host.language.peek()) };

/** A form that the host opened is out of its sight: whether it was sent, the person says, where the act stood. */
export const drafted = (
  shell: Shell,
  account: string,
  result: Result<DoneView & { readonly draft: string }, AnyRefusal>,
): ActOutcome => {
  const { host } = shell;
  if (!result.ok) {
    const on = { account, today: host.today(), language: host.language.peek() };
    const text = refusalText(result.error, on.language);
    return { type: "refused", text, way: wayOut(result.error, on) };
  }
  if (host.can.writesDrafts) return outcome(shell, result);
  const { draft } = result.value;
  const next = {
    key: `${draft}/gone`,
    label: APP[host.language.peek()].claim.declareSent,
    action: { act: "declare-sent", account, draft } as const,
  };
  return { type: "done", done: { ...result.value, next } };
};

/** Drafts the next step of an account, in the thread of the open mail where that is this debtor's. */
export const draftOf = (
  shell: Shell,
  account: string,
  replyTo: Message | null = null,
): Promise<Result<PrepareDraftView, AnyRefusal>> =>
  shell.host.run(prepareDraft, { account, replyTo, salt: chanceRun() });

/** One draft for those who share a contact. */
const groupDraftOf = (
  shell: Shell,
  accounts: readonly string[],
): Promise<Result<PrepareGroupDraftView, AnyRefusal>> =>
  shell.host.run(prepareGroupDraft, { group: null, accounts, salt: chanceRun() });

/** One draft after another; what could not be drafted keeps its row, whose own button says why. */
const prepareAll = async (
  shell: Shell,
  accounts: readonly string[],
  groups: readonly (readonly string[])[],
): Promise<ActOutcome> => {
  const words = shell.words.peek().shell;
  const undos: PrepareDraftView["undo"][] = [];
  let refusal: AnyRefusal | null = null;
  for (const of of [...groups, ...accounts]) {
    const drafted = await (typeof of === "string" ? draftOf(shell, of) : groupDraftOf(shell, of));
    if (drafted.ok) undos.push(drafted.value.undo);
    else refusal ??= drafted.error;
  }
  if (undos.length === 0 && refusal !== null) {
    return { type: "refused", text: refusalText(refusal, shell.host.language.peek()) };
  }
  const text =
    refusal === null
      ? words.draftsReady(undos.length)
      : words.draftsPartly(undos.length, accounts.length + groups.length);
  // What is no longer in the ledger is no longer among the drafts of the mailbox either.
  return { type: "done", done: { text, undo: joinedUndo(undos) } };
};
