import type { readingFor } from "#shared/app/confirm-reading.ts";
import type { AnyCase, caseNamed } from "#shared/app/desk/cases.ts";
import type { OpenMailInput, OpenMailView } from "#shared/app/mail-view.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { ActionIds, ActionName, ParsedAction } from "#gmail/script/cards/action-ref.ts";
import type { Answer, Card } from "#gmail/script/cards/card.ts";
import type { composeLink } from "#gmail/script/desk/compose-link.ts";
import type { LedgerCore } from "#gmail/script/ledger/core-port.ts";
import type { lookForAnswers } from "#gmail/script/mail/looks.ts";
import type { draftActs } from "#gmail/script/mail/draft-acts.ts";
import type { fileSent } from "#gmail/script/mail/file-mail.ts";
import type { ComposeAnswer } from "./compose-answer.ts";
import type { actByLink, earlierDraft } from "./draft-link.ts";
import type { World } from "./world.ts";

/**
 * What lies apart from Code.js and is evaluated when it is first needed (docs/decisions/0021-gmail.md). A mail of nobody
 * needs none, a debtor's mail the first, a click one of them.
 */
export type ReadingPart = {
  readonly openMail: UseCase<OpenMailInput, OpenMailView, never>;
  readonly fileSent: typeof fileSent;
  readonly lookForAnswers: typeof lookForAnswers;
  /** What is done with the open mail, or with replies that must be read for it. */
  readonly performReading: Perform;
};

export type ActsPart = {
  readonly LEDGER_CORE: LedgerCore;
  readonly draftActs: typeof draftActs;
  readonly actByLink: typeof actByLink;
  readonly composeLink: typeof composeLink;
  readonly earlierDraft: typeof earlierDraft;
  readonly performAct: Perform;
  readonly composing: (world: World) => ComposeAnswer;
  readonly settingsScreen: (world: World) => Card;
  readonly searchScreen: (world: World) => Card;
  readonly diagnoseScreen: (world: World, build: string) => Card;
};

export type CasesPart = { readonly caseNamed: typeof caseNamed };

export type RepliesPart = {
  readonly REPLY_CASES: readonly AnyCase[];
  readonly readingFor: typeof readingFor;
};

/** Null: no action of this part. */
export type Perform = (world: World, action: ParsedAction) => Answer | ComposeAnswer | null;

/** One hand an action: the compiler asks for each of them, in the part that has it. */
export type Handlers<Names extends ActionName> = {
  readonly [Name in Names]: (world: World, ids: ActionIds<Name>) => Answer | ComposeAnswer;
};

export type Parts = {
  readonly reading: () => ReadingPart;
  readonly acts: () => ActsPart;
};

/** What a call of the desk may need: most need the acts, only what reads replies the last. */
export type DeskParts = {
  readonly acts: () => ActsPart;
  readonly cases: () => CasesPart;
  readonly replies: () => RepliesPart;
};
