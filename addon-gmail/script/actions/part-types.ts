import type { OpenMailInput, OpenMailView } from "#shared/app/mail-view.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { ParsedAction } from "#gmail/script/cards/action-ref.ts";
import type { Answer } from "#gmail/script/cards/card.ts";
import type { LedgerCore } from "#gmail/script/ledger/core-port.ts";
import type { fileSent } from "#gmail/script/mail/file-mail.ts";
import type { ComposeAnswer } from "./compose-answer.ts";
import type { World } from "./world.ts";

/**
 * What lies apart from Code.js and is evaluated when it is first needed (docs/decisions/0021-gmail.md). A mail of nobody
 * needs none, a debtor's mail the first, a click one of them.
 */
export type ReadingPart = {
  readonly openMail: UseCase<OpenMailInput, OpenMailView, never>;
  readonly fileSent: typeof fileSent;
  /** What is done with the open mail, or with replies that must be read for it. */
  readonly performReading: Perform;
};

export type ActsPart = {
  readonly LEDGER_CORE: LedgerCore;
  readonly performAct: Perform;
  readonly composing: (world: World) => ComposeAnswer;
};

/** Null: no action of this part. */
export type Perform = (world: World, action: ParsedAction) => Answer | ComposeAnswer | null;

export type Parts = {
  readonly reading: () => ReadingPart;
  readonly acts: () => ActsPart;
};
