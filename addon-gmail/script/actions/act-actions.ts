import { prepareAnswer } from "#shared/app/answer-draft.ts";
import { markAnswered } from "#shared/app/answered.ts";
import { declareSent, discardDraft, prepareDraft } from "#shared/app/draft-acts.ts";
import { prepareGroupDraft } from "#shared/app/group-draft.ts";
import { markLooked, markPaymentsKnown, voidBatch, voidEntries } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { searchView } from "#shared/app/search-view.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { FORMS } from "#shared/locales/forms.ts";
import { together } from "#shared/locales/locale.ts";
import type { ActionIds, ActsAction, CardPlace } from "#gmail/script/cards/action-ref.ts";
import type { Answer, Card } from "#gmail/script/cards/card.ts";
import { faultCard, noDeskCard } from "#gmail/script/cards/fault-card.ts";
import { QUERY_FIELD, searchCard } from "#gmail/script/cards/search-card.ts";
import { discardDraft as discardSaved } from "#gmail/script/mail/drafts.ts";
import { discardedText } from "#gmail/script/mail/fault-text.ts";
import { changed, refused, shown } from "./answers.ts";
import { inserting } from "./compose-actions.ts";
import { openDraftAgain, savedDraftAnswer } from "./draft-actions.ts";
import { FORM_HANDLERS } from "./form-actions.ts";
import { moved } from "./labels-moved.ts";
import type { Handlers, Perform } from "./part-types.ts";
import { performBy } from "./perform.ts";
import { claimScreen, debtorScreen, itemScreen, placeScreen, timelineScreen } from "./places.ts";
import { refusalWords } from "./refusal-words.ts";
import type { AnyRefusal } from "./refusal-words.ts";
import { RECOVER_HANDLERS } from "./recover-actions.ts";
import { SETTINGS_HANDLERS } from "./settings-actions.ts";
import type { World } from "./world.ts";

/** Cards that lead somewhere, and write nothing. */
const SCREEN_HANDLERS: Handlers<"start" | "claim" | "account" | "timeline" | "search" | "no-desk"> =
  {
    start: (world, ids) =>
      shown(
        itemScreen(world, ids),
        // The next item stands in the place of the one before it: back leads to the list.
        ids.row === undefined && ids.rank === undefined ? "push" : "update",
      ),
    claim: (world, { account }) => shown(claimScreen(world, account)),
    account: (world, { account }) => shown(debtorScreen(world, account)),
    timeline: (world, { account, page }) =>
      shown(timelineScreen(world, account, page ?? 0), page === undefined ? "push" : "update"),
    search: (world, ids) => searchAnswer(world, ids),
    "no-desk": ({ face }) => shown(noDeskCard(face)),
  };

const searchAnswer = (
  world: World,
  {
    query,
    message,
  }: { readonly query?: string | undefined; readonly message?: string | undefined },
): Answer => {
  const typed = world.event.inputs.get(QUERY_FIELD)?.[0];
  const view = world.ledger.run(searchView, { query: typed ?? query ?? "" });
  if (!view.ok) return refused(refusalWords(view.error, world.face), world.face);
  const card = searchCard(view.value, world.face, message ?? null);
  return shown(card, typed === undefined ? "push" : "update");
};

/** A draft that Relance could not take out of Gmail itself is the person's to delete: said beside what was done. */
const withOutcome = ({ links, drafts, face }: World, draft: string, done: DoneView): DoneView => {
  const outcome = links === null ? drafts().discarded.get(draft) : undefined;
  return outcome === undefined || outcome === "removed"
    ? done
    : { ...done, text: together(done.text, discardedText(outcome, face.language)) };
};

type Written =
  | "looked"
  | "payments-known"
  | "prepare-draft"
  | "prepare-answer"
  | "prepare-group-draft"
  | "mail-draft"
  | "open-draft"
  | "declare-sent"
  | "discard-draft"
  | "put-off"
  | "lift-hold"
  | "mark-answered"
  | "void-entries"
  | "undo"
  | "compose-insert";

/** A draft joins the thread of a mail that is open only if that is known when it is laid down. */
const openBeside = (world: World): void => {
  // Where it cannot be read, the draft is laid down in a thread of its own, and that is said.
  if (world.event.opened !== null) world.open();
};

const WRITE_HANDLERS: Handlers<Written> = {
  looked: (world, ids) =>
    doneAnswer(
      world,
      world.ledger.run(markLooked, { accounts: ids.accounts, where: "by-hand" }),
      ids,
    ),
  "payments-known": (world, ids) =>
    doneAnswer(
      world,
      world.ledger.run(markPaymentsKnown, { asOf: world.today(), source: "hand" }),
      ids,
    ),
  "prepare-draft": (world, ids) => {
    const { account } = ids;
    openBeside(world);
    const input = { account, replyTo: null, salt: saltOf(world) };
    return savedDraftAnswer(world, world.ledger.run(prepareDraft, input), account, ids);
  },
  "prepare-answer": (world, ids) => {
    const { account, answer } = ids;
    openBeside(world);
    const input = { account, answer, exchange: null, replyTo: null, words: null };
    const made = world.ledger.run(prepareAnswer, { ...input, salt: saltOf(world) });
    return savedDraftAnswer(world, made, account, ids);
  },
  "prepare-group-draft": (world, ids) => {
    const { accounts } = ids;
    const input = { group: null, accounts, salt: saltOf(world) };
    const made = world.ledger.run(prepareGroupDraft, input);
    return savedDraftAnswer(world, made, accounts[0] ?? "", ids);
  },
  "mail-draft": (world, { account }) => {
    const opened = world.open();
    if (!opened.ok) return refused(refusalWords(opened.error, world.face), world.face);
    const input = { account, replyTo: opened.value.message, salt: saltOf(world) };
    const made = world.ledger.run(prepareDraft, input);
    return savedDraftAnswer(world, made, account, { at: "mail" });
  },
  "open-draft": (world, { draft }) => openDraftAgain(world, draft),
  "declare-sent": (world, ids) => {
    const { account, draft } = ids;
    return doneAnswer(world, world.ledger.run(declareSent, { account, draft }), ids);
  },
  "discard-draft": (world, ids) => {
    const { account, draft } = ids;
    const done = world.ledger.run(discardDraft, { account, draft });
    return doneAnswer(world, done.ok ? ok(withOutcome(world, draft, done.value)) : done, ids);
  },
  "put-off": (world, ids) => {
    const reason = FORMS[world.face.language].titles["put-off"].own;
    const command = { type: "put-off", until: ids.until, reason } as const;
    return doneAnswer(world, world.ledger.run(recordAct, { account: ids.account, command }), ids);
  },
  "lift-hold": (world, ids) => {
    const command = { type: "lift-hold", hold: ids.hold, on: world.today() } as const;
    return doneAnswer(world, world.ledger.run(recordAct, { account: ids.account, command }), ids);
  },
  "mark-answered": (world, ids) => {
    const { account, exchanges } = ids;
    return doneAnswer(world, world.ledger.run(markAnswered, { account, exchanges }), ids);
  },
  "void-entries": (world, ids) => {
    const { account, entries } = ids;
    const act = () => world.ledger.run(voidEntries, { account, entries });
    return doneAnswer(world, moved(world, [account], act), ids);
  },
  undo: (world, ids) => undoAnswer(world, ids),
  "compose-insert": (world, { account }) => inserting(world, account),
};

/** The search of a universal action: nothing is typed yet. */
export const searchScreen = (world: World): Card => {
  const view = world.ledger.run(searchView, { query: "" });
  return view.ok
    ? searchCard(view.value, world.face)
    : faultCard(refusalWords(view.error, world.face), world.face);
};

/** Taken back by one click; a draft that went with it is taken out of Drafts by the run itself. */
const undoAnswer = (world: World, ids: ActionIds<"undo">): Answer => {
  const { batch, accounts, also = [], draft } = ids;
  const input = { batch, accounts, also, isRedo: ids.redo === "1" };
  const touched = [...accounts, ...also.flatMap((one) => one.accounts)];
  const undone = moved(world, touched, () => world.ledger.run(voidBatch, input));
  if (!undone.ok) return refused(refusalWords(undone.error, world.face), world.face);
  // What is no longer in the ledger need not lie in Gmail; where it cannot be taken away, it harms nobody.
  if (draft !== undefined) discardSaved(world.mailbox, draft);
  return changed(placeScreen(world, ids, undone.value));
};

/** The screen it stood on with what was done at its head, or why not. */
export const doneAnswer = (
  world: World,
  result: Result<DoneView, AnyRefusal>,
  place: CardPlace,
  how: "update" | "instead" = "update",
): Answer =>
  result.ok
    ? changed(placeScreen(world, place, result.value), how)
    : refused(refusalWords(result.error, world.face), world.face);

export const saltOf = ({ services }: World): string => services.chance(1)[0] ?? "";

const ACT_HANDLERS: Handlers<ActsAction> = {
  ...SCREEN_HANDLERS,
  ...WRITE_HANDLERS,
  ...FORM_HANDLERS,
  ...SETTINGS_HANDLERS,
  ...RECOVER_HANDLERS,
};

/** What cards do that needs the core's acts: the part `acts`. The parameters have been read already. */
export const performAct: Perform = performBy(ACT_HANDLERS);
