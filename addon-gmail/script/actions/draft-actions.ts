import type { DoneView } from "#shared/app/view-parts.ts";
import type { Result } from "#shared/kernel/result.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import type { CardPlace } from "#gmail/script/cards/action-ref.ts";
import { buttonOf, does, NO_ANSWER } from "#gmail/script/cards/card.ts";
import type { Answer, OpenLink } from "#gmail/script/cards/card.ts";
import { wordsOf } from "#gmail/script/cards/face.ts";
import type { DraftOnCard } from "#gmail/script/cards/draft-card.ts";
import { draftCard } from "#gmail/script/cards/draft-card.ts";
import { retryDraft } from "#gmail/script/mail/draft-acts.ts";
import { draftOf } from "#gmail/script/mail/drafts.ts";
import { draftFaultText, savedDraftText } from "#gmail/script/mail/fault-text.ts";
import type { DraftFault, SavedDraft } from "#gmail/script/mail/mail.ts";
import { changed, refused } from "./answers.ts";
import { linkAgain } from "./draft-link.ts";
import { isLedgerFault, ledgerFaultText } from "./ledger-words.ts";
import { refusalWords } from "./refusal-words.ts";
import type { AnyRefusal } from "./refusal-words.ts";
import type { World } from "./world.ts";

/**
 * What is said of a draft that was prepared: it lies in Gmail and opens there, or it does not and may be tried again. The
 * user presses Send; nothing here does.
 */
export const savedDraftAnswer = (
  world: World,
  made: Result<DoneView & { readonly draft: string }, AnyRefusal>,
  account: string,
  place: CardPlace,
): Answer => {
  const { face } = world;
  if (!made.ok) return draftFault(world, made.error);
  const { draft } = made.value;
  const composed = world.links?.get(draft);
  if (composed !== undefined) {
    const link: OpenLink = { kind: "open", url: composed, over: false };
    const { byLink } = wordsOf(face).draft;
    return cardAnswer(world, { done: made.value, account, draft, link, said: byLink }, place);
  }
  const saved = world.drafts().saved.get(draft) ?? draftOf(world.mailbox, draft);
  if (saved === null) return tryAgain(world, draft, { type: "absent" });
  const said = savedDraftText(saved, place.at === "mail", face.language);
  return cardAnswer(world, { done: made.value, account, draft, link: linkTo(saved), said }, place);
};

const cardAnswer = (world: World, draft: DraftOnCard, place: CardPlace): Answer => {
  const { face } = world;
  // An item of the list stays where it stands; elsewhere one goes back to where the draft was asked for.
  const answer = changed(draftCard(draft, face, place), place.at === "item" ? "update" : "push");
  return { ...answer, open: face.onPhone ? null : draft.link };
};

/** Opens what lies in Drafts; what Gmail had not taken is made now, from the words that were kept. */
export const openDraftAgain = (world: World, draft: string): Answer => {
  const saved = draftOf(world.mailbox, draft);
  if (saved !== null) return { ...NO_ANSWER, open: linkTo(saved) };
  if (world.links !== null) {
    const url = linkAgain(world.services, draft);
    return url === null
      ? refused(GMAIL_MAIL[world.face.language].draft.left, world.face)
      : { ...NO_ANSWER, open: { kind: "open", url, over: false } };
  }
  const creditor = world.ledger.creditor();
  const retried = retryDraft(world.mailbox, draft, {
    senderName: creditor.ok ? (creditor.value.creditor?.name ?? null) : null,
    vault: world.ledger.vault.get,
    open: null,
    again: true,
  });
  if (retried === null) {
    return refused(GMAIL_MAIL[world.face.language].draft.left, world.face);
  }
  if (!retried.ok) return tryAgain(world, draft, retried.error);
  return { ...NO_ANSWER, open: linkTo(retried.value), changed: true };
};

const linkTo = ({ link }: SavedDraft): OpenLink => ({ kind: "open", url: link, over: false });

/** The ledger has the draft as prepared, Gmail has not: its words are kept for some hours. */
const draftFault = (world: World, fault: AnyRefusal): Answer => {
  const { face } = world;
  if (fault.type !== "act-failed" || !("key" in fault))
    return refused(refusalWords(fault, face), face);
  return tryAgain(world, fault.key, world.drafts().faults.get(fault.key) ?? { type: "offline" });
};

const tryAgain = (world: World, draft: string, fault: DraftFault): Answer => {
  const { face } = world;
  const why = draftFaultText(fault, face.language, (other) =>
    isLedgerFault(other) ? ledgerFaultText(other, face.language) : wordsOf(face).faults.unforeseen,
  );
  const again = GMAIL_MAIL[face.language].draft.again;
  return refused(why, face, buttonOf([again], does("open-draft", { draft })));
};
