import { wayOut } from "#shared/app/way-out.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { Result } from "#shared/kernel/result.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import type { CardPlace } from "#gmail/script/cards/action-ref.ts";
import { buttonOf, does, NO_ANSWER } from "#gmail/script/cards/card.ts";
import type { Answer, OpenLink } from "#gmail/script/cards/card.ts";
import { wordsOf } from "#gmail/script/cards/face.ts";
import type { DraftOnCard } from "#gmail/script/cards/draft-card.ts";
import { draftCard } from "#gmail/script/cards/draft-card.ts";
import { composeLink } from "#gmail/script/desk/compose-link.ts";
import { retryDraft } from "#gmail/script/mail/draft-acts.ts";
import { rememberedDraft } from "#gmail/script/mail/draft-memory.ts";
import { buttonFor } from "#gmail/script/cards/clicks.ts";
import { draftOf } from "#gmail/script/mail/drafts.ts";
import { draftFaultText, savedDraftText } from "#gmail/script/mail/fault-text.ts";
import type { DraftFault, SavedDraft } from "#gmail/script/mail/mail.ts";
import { changed, refused } from "./answers.ts";
import { earlierDraft } from "./draft-link.ts";
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
  if (!made.ok) return draftFault(world, made.error, account, place);
  const { draft } = made.value;
  const composed = world.links?.get(draft);
  if (composed !== undefined) {
    const link: OpenLink = { kind: "open", url: composed, over: false };
    const { byLink } = wordsOf(face).draft;
    return cardAnswer(world, { done: made.value, account, draft, said: byLink }, link, place);
  }
  const saved = world.drafts().saved.get(draft) ?? draftOf(world.mailbox, draft);
  if (saved === null) return tryAgain(world, draft, { type: "absent" });
  const said = savedDraftText(saved, place.at === "mail", face.language);
  return cardAnswer(world, { done: made.value, account, draft, said }, linkTo(saved), place);
};

const cardAnswer = (world: World, draft: DraftOnCard, link: OpenLink, place: CardPlace): Answer => {
  const { face } = world;
  // An item of the list stays where it stands; elsewhere one goes back to where the draft was asked for.
  const answer = changed(draftCard(draft, face, place), place.at === "item" ? "update" : "push");
  return { ...answer, open: face.onPhone ? null : link };
};

/**
 * Opens what lies in Drafts; what Gmail had not taken is made now, from the words that were kept. Either only if it is still
 * what is to be said.
 */
export const openDraftAgain = (world: World, draft: string): Answer => {
  const { mailbox, ledger, face } = world;
  const { left } = GMAIL_MAIL[face.language].draft;
  const earlier = earlierDraft(world, draft);
  if (!earlier.ok) return refused(refusalWords(earlier.error, face), face);
  const found = earlier.value;
  if (found.type === "left") return refused(left, face);
  if (found.type === "overtaken") return refused(found.why, face);
  if (found.type === "saved") return { ...NO_ANSWER, open: linkTo(found.saved) };
  if (world.links !== null) {
    const url = composeLink(found.kept);
    return url === null
      ? refused(left, face)
      : { ...NO_ANSWER, open: { kind: "open", url, over: false } };
  }
  const creditor = ledger.creditor();
  const opened = world.event.opened === null ? null : world.open();
  const retried = retryDraft(mailbox, draft, {
    senderName: creditor.ok ? (creditor.value.creditor?.name ?? null) : null,
    vault: ledger.vault.get,
    open: opened !== null && opened.ok ? opened.value : null,
    // Where nobody could tell whether it had been made, the card asked the person to look first.
    again: true,
  });
  if (retried === null) return refused(left, face);
  if (!retried.ok) return tryAgain(world, draft, retried.error);
  return { ...NO_ANSWER, open: linkTo(retried.value), changed: true };
};

const linkTo = ({ link }: SavedDraft): OpenLink => ({ kind: "open", url: link, over: false });

/** The ledger has the draft as prepared, Gmail has not: its words are kept for some hours. */
const draftFault = (world: World, fault: AnyRefusal, account: string, place: CardPlace): Answer => {
  const { face } = world;
  if (fault.type !== "act-failed" || !("key" in fault)) {
    const way = wayOut(fault, { account, today: world.today(), language: face.language });
    const button = way === null ? null : buttonFor(way, face, place, "primary");
    return refused(refusalWords(fault, face), face, button);
  }
  return tryAgain(world, fault.key, world.drafts().faults.get(fault.key) ?? { type: "offline" });
};

const tryAgain = (world: World, draft: string, fault: DraftFault): Answer => {
  const { face } = world;
  // Gmail may have made it although nothing came back: another click would make a second one.
  const isUncertain = rememberedDraft(world.services, draft)?.state === "begun";
  const told: DraftFault = isUncertain ? { type: "draft-uncertain" } : fault;
  const why = draftFaultText(told, face.language, (other) =>
    isLedgerFault(other) ? ledgerFaultText(other, face.language) : wordsOf(face).faults.unforeseen,
  );
  const again = GMAIL_MAIL[face.language].draft.again;
  return refused(why, face, buttonOf([again], does("open-draft", { draft })));
};
