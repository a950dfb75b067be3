import * as z from "zod/mini";
import type { AnswerKind } from "#shared/app/draft-choice.ts";
import { LAW_PAGES } from "#shared/app/view-parts.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { TAGS } from "#shared/kernel/parties.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";

/**
 * What a button of a card may ask of the one dispatcher. Google stores the parameters in the card and the card lies with
 * the client: whatever comes back is read here again, from the name of the action to the length of each id.
 */

/** As they lie in a card: texts alone. */
export type Ids = Readonly<Record<string, string>>;

/** Ids of the ledger have some 30 characters; a hash 64; nothing of ours more. */
const ID_CHARS_MAX = 120;
/** Accounts or replies that one click may name: a group, a page of the list. */
const LIST_MAX = 60;
/** Characters of a list in one parameter. */
const LIST_CHARS_MAX = 12_000;
/** A longer query is a pasted mail. */
const QUERY_CHARS_MAX = 100;
/** Pages of a timeline: 100 entries each. */
const PAGES_MAX = 10_000;

/** The names alone: where they are decided, all words of recovery come along. The type asks for each of them. */
const ANSWERS: Readonly<Record<AnswerKind, true>> = {
  "handed-over": true,
  forward: true,
  insolvency: true,
  "unresolved-complaint": true,
  acceleration: true,
  "beside-letter": true,
  reply: true,
};
const zAnswer = z.pipe(
  z.string().check(z.maxLength(ID_CHARS_MAX)),
  z.transform((text, context): AnswerKind => {
    const answer = Object.keys(ANSWERS).find((one): one is AnswerKind => one === text);
    if (answer !== undefined) return answer;
    context.issues.push({ code: "custom", input: text, message: "no answer of ours" });
    return z.NEVER;
  }),
);

const zId = z.string().check(z.minLength(1), z.maxLength(ID_CHARS_MAX));
const zMaybeId = z.optional(zId);
const zDay = z.pipe(
  z.string().check(z.maxLength(10)),
  z.transform((text, context): CalendarDate => {
    const day = parseCalendarDate(text);
    if (day !== null) return day;
    context.issues.push({ code: "custom", input: text, message: "no day" });
    return z.NEVER;
  }),
);
const zCount = z.pipe(
  z.string().check(z.regex(/^\d{1,5}$/)),
  z.transform((text) => Number(text)),
);

/** A list lies in one parameter as JSON. */
const listOf = <T>(item: z.ZodMiniType<T>) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(LIST_CHARS_MAX)),
      z.transform((text, context): unknown => {
        try {
          return JSON.parse(text);
        } catch (cause) {
          context.issues.push({ code: "custom", input: text, message: String(cause) });
          return z.NEVER;
        }
      }),
    ),
    z.array(item).check(z.maxLength(LIST_MAX)),
  );

const zIds = listOf(zId);
const zReplies = listOf(z.object({ account: zId, exchange: zId }));
const zWritten = z.object({
  batch: zId,
  accounts: z.array(zId).check(z.maxLength(LIST_MAX)),
});

/** The screen that an act stands on, drawn again once it is done. */
export const PLACES = ["mail", "today", "item", "claim", "account", "timeline", "search"] as const;
export type PlaceName = (typeof PLACES)[number];

const zPlace = {
  at: z.optional(z.enum(PLACES)),
  /** Of `claim`, `account`, `timeline`; of `mail` where the claim was chosen by hand. */
  of: zMaybeId,
  /** Of `item`: the row of today's list, and its rank in case that it is gone. */
  row: zMaybeId,
  rank: z.optional(zCount),
};

export type CardPlace = {
  readonly at?: PlaceName | undefined;
  readonly of?: string | undefined;
  readonly row?: string | undefined;
  readonly rank?: number | undefined;
};

const zForm = {
  form: zId,
  account: zMaybeId,
  subject: zMaybeId,
  also: z.optional(zIds),
  /** Rows of a form that has as many as it needs. */
  rows: z.optional(zCount),
};

/** The open mail that the card was drawn for: nothing is written of another one. */
const zMail = { message: zId, account: zMaybeId };

const SCHEMAS = {
  // Where a screen leads.
  today: z.object({}),
  start: z.object({ row: zMaybeId, rank: z.optional(zCount) }),
  settings: z.object({}),
  "first-run": z.object({ own: z.optional(z.enum(["yes", "no"])) }),
  search: z.object({
    query: z.optional(z.string().check(z.maxLength(QUERY_CHARS_MAX))),
    message: zMaybeId,
  }),
  account: z.object({ account: zId }),
  claim: z.object({ account: zId }),
  timeline: z.object({ account: zId, page: z.optional(zCount.check(z.maximum(PAGES_MAX))) }),
  /** A page of the desk where the script is not deployed as one: said in words. */
  "no-desk": z.object({}),
  mail: z.object(zMail),

  // Forms.
  form: z.object({ ...zForm, ...zPlace }),
  "form-again": z.object({ ...zForm, ...zPlace }),
  "form-save": z.object({ ...zForm, ...zPlace }),
  "settings-save": z.object({}),
  "settings-language": z.object({}),
  "settings-teaching": z.object({ used: z.enum(["yes", "no"]) }),
  "settings-looks": z.object({ used: z.enum(["yes", "no"]) }),
  "settings-labels": z.object({ used: z.enum(["yes", "no"]) }),
  "settings-hourly": z.object({}),
  "first-run-save": z.object({}),
  /** What is left of a damaged journal is gone on with. */
  recover: z.object({}),
  /** The folder and the journal, out of Drive's bin. */
  "out-of-bin": z.object({}),

  // What can be done with the open mail.
  "mail-confirm": z.object(zMail),
  "mail-tag": z.object({ ...zMail, tag: z.enum(TAGS) }),
  "mail-correct": z.object({ ...zMail, tag: z.optional(z.enum(TAGS)) }),
  "mail-correct-again": z.object(zMail),
  "mail-correct-save": z.object(zMail),
  "mail-no-effect": z.object(zMail),
  "mail-file": z.object(zMail),
  "mail-thread": z.object(zMail),
  "mail-other-claim": z.object(zMail),
  "mail-new-debtor": z.object(zMail),
  "mail-new-debtor-save": z.object({ ...zMail, known: z.optional(z.literal("yes")) }),
  "mail-not-a-debtor": z.object(zMail),
  "mail-never": z.object(zMail),
  "mail-follow": z.object(zMail),
  "mail-follow-save": z.object(zMail),
  "mail-export": z.object(zMail),
  "mail-draft": z.object({ ...zMail, account: zId }),

  // Acts of the views.
  looked: z.object({ accounts: zIds, ...zPlace }),
  "payments-known": z.object(zPlace),
  "prepare-draft": z.object({ account: zId, ...zPlace }),
  "prepare-answer": z.object({ account: zId, answer: zAnswer, ...zPlace }),
  "prepare-group-draft": z.object({ accounts: zIds, ...zPlace }),
  "open-draft": z.object({ draft: zId }),
  /** Into the draft that is being written. */
  "compose-insert": z.object({ account: zId }),
  "declare-sent": z.object({ account: zId, draft: zId, ...zPlace }),
  "discard-draft": z.object({ account: zId, draft: zId, ...zPlace }),
  "put-off": z.object({ account: zId, until: zDay, ...zPlace }),
  "lift-hold": z.object({ account: zId, hold: zId, ...zPlace }),
  "mark-answered": z.object({ account: zId, exchanges: zIds, ...zPlace }),
  "confirm-reading": z.object({ account: zId, exchange: zId, ...zPlace }),
  "leave-without-effect": z.object({ replies: zReplies, ...zPlace }),
  "confirm-readings": z.object({ replies: zReplies, ...zPlace }),
  "void-entries": z.object({ account: zId, entries: zIds, ...zPlace }),
  undo: z.object({
    batch: zId,
    accounts: zIds,
    also: z.optional(listOf(zWritten)),
    draft: zMaybeId,
    redo: z.optional(z.literal("1")),
    ...zPlace,
  }),
} as const;

export type ActionName = keyof typeof SCHEMAS;

export const ACTIONS: readonly string[] = Object.keys(SCHEMAS);

export type ActionIds<Name extends ActionName> = z.output<(typeof SCHEMAS)[Name]>;

export type ParsedAction = {
  [Name in ActionName]: { readonly does: Name; readonly ids: ActionIds<Name> };
}[ActionName];

/** Actions that need the rules of reading; the others need the acts alone, save the list of today, which needs nothing. */
export const READING_ACTIONS = [
  "confirm-reading",
  "confirm-readings",
  "leave-without-effect",
  "mail",
  "mail-confirm",
  "mail-tag",
  "mail-correct",
  "mail-correct-again",
  "mail-correct-save",
  "mail-no-effect",
  "mail-file",
  "mail-thread",
  "mail-other-claim",
  "mail-new-debtor",
  "mail-new-debtor-save",
  "mail-not-a-debtor",
  "mail-never",
  "mail-follow",
  "mail-follow-save",
  "mail-export",
] as const satisfies readonly ActionName[];
export type ReadingAction = (typeof READING_ACTIONS)[number];
export type ActsAction = Exclude<ActionName, ReadingAction | "today">;

export type ActionFault =
  /** No such action, or none that a card of ours could name. */
  | { readonly type: "action-unknown" }
  /** An id that is missing, too long, or no id. */
  | { readonly type: "action-malformed" };

/** The parameter that names the action; the others are its ids. */
export const DOES = "do";

const isAction = (name: string): name is ActionName =>
  Object.prototype.hasOwnProperty.call(SCHEMAS, name);

/** What a card said, as it came back from outside. */
export const parseAction = (
  parameters: Readonly<Record<string, string>>,
): Result<ParsedAction, ActionFault> => {
  const { [DOES]: name = "", ...ids } = parameters;
  if (!isAction(name)) return err({ type: "action-unknown" });
  const parsed = SCHEMAS[name].safeParse(ids);
  // The schema of a name gives the ids of that name; the compiler cannot follow a key through both.
  return parsed.success
    ? ok({ does: name, ids: parsed.data } as ParsedAction)
    : err({ type: "action-malformed" });
};

/** The ids of a place as they lie in a card. */
export const placeIds = ({ at, of, row, rank }: CardPlace): Ids => ({
  ...(at === undefined ? {} : { at }),
  ...(of === undefined ? {} : { of }),
  ...(row === undefined ? {} : { row }),
  ...(rank === undefined ? {} : { rank: String(rank) }),
});

export const listIds = (list: readonly unknown[]): string => JSON.stringify(list);

/** Pages of the desk that a card leads to; each is read again by the desk. */
export const DESK_PAGES = [
  "today",
  "aged",
  "debtors",
  "import",
  "calendar",
  "silent",
  "settings",
  "claim",
  "account",
  "timeline",
  ...LAW_PAGES,
] as const;
export type DeskPageName = (typeof DESK_PAGES)[number];
