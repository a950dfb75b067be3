import { prepareAnswer } from "#shared/app/answer-draft.ts";
import { declareSent, discardDraft, prepareDraft } from "#shared/app/draft-acts.ts";
import { prepareGroupDraft } from "#shared/app/group-draft.ts";
import { markLooked, markPaymentsKnown, voidBatch, voidEntries } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { searchView } from "#shared/app/search-view.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { Result } from "#shared/kernel/result.ts";
import { FORMS } from "#shared/locales/forms.ts";
import { GMAIL_CARDS } from "#shared/locales/gmail-cards.ts";
import type { CardPlace, ParsedAction } from "#gmail/script/cards/action-ref.ts";
import type { Answer } from "#gmail/script/cards/card.ts";
import { noDeskCard } from "#gmail/script/cards/fault-card.ts";
import { QUERY_FIELD, searchCard } from "#gmail/script/cards/search-card.ts";
import { discardDraft as discardSaved } from "#gmail/script/mail/drafts.ts";
import { changed, refused, shown } from "./answers.ts";
import { inserting } from "./compose-actions.ts";
import { openDraftAgain, savedDraftAnswer } from "./draft-actions.ts";
import { performForm } from "./form-actions.ts";
import type { Perform } from "./part-types.ts";
import { claimScreen, debtorScreen, itemScreen, placeScreen, timelineScreen } from "./places.ts";
import { refusalWords } from "./refusal-words.ts";
import type { AnyRefusal } from "./refusal-words.ts";
import { performSettings } from "./settings-actions.ts";
import type { World } from "./world.ts";

/** What cards do that needs the core's acts: the part `acts`. The parameters have been read already. */
export const performAct: Perform = (world, action) =>
  (action.does === "compose-insert" ? inserting(world, action.ids.account) : null) ??
  performScreen(world, action) ??
  performWrite(world, action) ??
  performForm(world, action) ??
  performSettings(world, action);

const performScreen = (world: World, action: ParsedAction): Answer | null => {
  const { face } = world;
  switch (action.does) {
    case "start":
      return shown(
        itemScreen(world, action.ids),
        // The next item stands in the place of the one before it: back leads to the list.
        action.ids.row === undefined && action.ids.rank === undefined ? "push" : "update",
      );
    case "claim":
      return shown(claimScreen(world, action.ids.account));
    case "account":
      return shown(debtorScreen(world, action.ids.account));
    case "timeline": {
      const { account, page = 0 } = action.ids;
      const card = timelineScreen(world, account, page);
      return shown(card, action.ids.page === undefined ? "push" : "update");
    }
    case "search":
      return searchAnswer(world, action.ids);
    case "no-desk":
      return shown(noDeskCard(face));
    default:
      return null;
  }
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

const performWrite = (world: World, action: ParsedAction): Answer | null => {
  const { run } = world.ledger;
  const ended = (result: Result<DoneView, AnyRefusal>, place: CardPlace): Answer =>
    doneAnswer(world, result, place);
  switch (action.does) {
    case "looked":
      return ended(
        run(markLooked, { accounts: action.ids.accounts, where: "by-hand" }),
        action.ids,
      );
    case "payments-known":
      return ended(run(markPaymentsKnown, { asOf: world.today(), source: "hand" }), action.ids);
    case "prepare-draft": {
      const { account } = action.ids;
      const made = run(prepareDraft, { account, replyTo: null, salt: saltOf(world) });
      return savedDraftAnswer(world, made, account, action.ids);
    }
    case "prepare-answer": {
      const { account, answer } = action.ids;
      const input = { account, answer, exchange: null, replyTo: null, words: null };
      const made = run(prepareAnswer, { ...input, salt: saltOf(world) });
      return savedDraftAnswer(world, made, account, action.ids);
    }
    case "prepare-group-draft": {
      const { accounts } = action.ids;
      const made = run(prepareGroupDraft, { group: null, accounts, salt: saltOf(world) });
      return savedDraftAnswer(world, made, accounts[0] ?? "", action.ids);
    }
    case "mail-draft": {
      const { account } = action.ids;
      const opened = world.open();
      if (!opened.ok) return refused(refusalWords(opened.error, world.face), world.face);
      const replyTo = opened.value.message;
      const made = run(prepareDraft, { account, replyTo, salt: saltOf(world) });
      return savedDraftAnswer(world, made, account, { at: "mail" });
    }
    case "open-draft":
      return openDraftAgain(world, action.ids.draft);
    case "declare-sent":
      return ended(
        run(declareSent, { account: action.ids.account, draft: action.ids.draft }),
        action.ids,
      );
    case "discard-draft":
      return ended(
        run(discardDraft, { account: action.ids.account, draft: action.ids.draft }),
        action.ids,
      );
    case "put-off": {
      const reason = FORMS[world.face.language].titles["put-off"].own;
      const command = { type: "put-off", until: action.ids.until, reason } as const;
      return ended(run(recordAct, { account: action.ids.account, command }), action.ids);
    }
    case "lift-hold": {
      const command = { type: "lift-hold", hold: action.ids.hold, on: world.today() } as const;
      return ended(run(recordAct, { account: action.ids.account, command }), action.ids);
    }
    case "void-entries":
      return ended(
        run(voidEntries, { account: action.ids.account, entries: action.ids.entries }),
        action.ids,
      );
    case "undo":
      return undoAnswer(world, action);
    default:
      return null;
  }
};

/** Taken back by one click; a draft that went with it is taken out of Drafts by the run itself. */
const undoAnswer = (
  world: World,
  { ids }: Extract<ParsedAction, { readonly does: "undo" }>,
): Answer => {
  const { batch, accounts, also = [], draft } = ids;
  const undone = world.ledger.run(voidBatch, { batch, accounts, also });
  if (!undone.ok) return refused(refusalWords(undone.error, world.face), world.face);
  // What is no longer in the ledger need not lie in Gmail; where it cannot be taken away, it harms nobody.
  if (draft !== undefined) discardSaved(world.mailbox, draft);
  const text =
    undone.value.text.length === 0 ? GMAIL_CARDS[world.face.language].undone : undone.value.text;
  return changed(placeScreen(world, ids, { ...undone.value, text }));
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
