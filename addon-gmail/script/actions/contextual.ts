import { mailClaim } from "#shared/app/mail-claim.ts";
import type { OpenMailInput, OpenMailView } from "#shared/app/mail-view.ts";
import type { Loaded, UseCase } from "#shared/app/use-case.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { APP } from "#shared/locales/app.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import { buttonOf, does } from "#gmail/script/cards/card.ts";
import type { Card } from "#gmail/script/cards/card.ts";
import { faultCard } from "#gmail/script/cards/fault-card.ts";
import { mailCard, mailIds } from "#gmail/script/cards/mail-card.ts";
import { wordsOf } from "#gmail/script/cards/face.ts";
import { welcomeCard } from "#gmail/script/cards/today-card.ts";
import { threadKey } from "#gmail/script/ledger/ledger.ts";
import type { GmailLedgerFault } from "#gmail/script/ledger/ledger.ts";
import { gmailFaultText } from "#gmail/script/mail/fault-text.ts";
import type { OpenedMessage } from "#gmail/script/mail/mail.ts";
import { findSent } from "#gmail/script/mail/sent.ts";
import { ledgerFaultText } from "./ledger-words.ts";
import type { World } from "./world.ts";

/**
 * The card beside an open mail. A mail of nobody costs one reading of the properties and the mail itself: no Drive, no
 * part, no trace. Whatever is known is matched first; only what must be read brings the part that reads.
 */
export const mailScreen = (world: World, chosen: string | null, done: DoneView | null): Card => {
  const { ledger, face } = world;
  if (world.event.opened === null) return faultCard(wordsOf(face).faults["event-unreadable"], face);
  if (ledger.tip() === null) return welcome(world);
  // The id of the event, which comes back with every click beside this mail.
  const id = world.event.opened.messageId;
  const opened = world.open();
  const again = buttonOf([wordsOf(face).retry], does("mail", mailIds({ id, chosen })));
  if (!opened.ok) return faultCard(gmailFaultText(opened.error, face.language), face, again);
  const seen = seeOpened(world, opened.value, chosen);
  if (!seen.ok) return faultCard(ledgerFaultText(seen.error, face.language), face, again);
  const mail = { id, message: opened.value.message, chosen };
  const found = done === null ? sentIn(world, opened.value, seen.value) : null;
  if (found === null) return mailCard(seen.value, mail, face, done);
  // What was found sent has moved the plan: the claim is looked at again.
  const moved = seeOpened(world, opened.value, chosen);
  return mailCard(moved.ok ? moved.value : seen.value, mail, face, found);
};

/** The open mail as the screens of its acts need it: matched, and read where there is something to read. */
export const seeOpened = (
  world: World,
  opened: OpenedMessage,
  chosen: string | null,
): Result<OpenMailView, GmailLedgerFault> => {
  const { ledger } = world;
  const input: OpenMailInput = {
    message: opened.message,
    account: chosen,
    thread: threadKey(opened.threadId),
  };
  if (chosen !== null || ledger.mayKnow(opened.asks.keys))
    return ledger.run(caseOf(world, opened), input);
  const creditor = ledger.creditor();
  if (!creditor.ok) return creditor;
  const facts = { ...world.facts(creditor.value), chance: [] };
  const decided = caseOf(world, opened).decide(input, nobodyKnown(world, creditor.value), facts);
  return ok(decided.ok ? decided.value.view : decided.error);
};

/** Matching without reading; the rules of reading are fetched where the match leaves something to read. */
const caseOf = (
  world: World,
  opened: OpenedMessage,
): UseCase<OpenMailInput, OpenMailView, never> => ({
  name: "open-mail",
  asks: ({ account }) => ({
    ...opened.asks,
    accounts: account === null ? opened.asks.accounts : [account],
  }),
  decide: (input, loaded, facts) => {
    const matched = mailClaim.decide(input, loaded, facts);
    return matched.ok && matched.value.view.toRead
      ? world.parts.reading().openMail.decide(input, loaded, facts)
      : matched;
  },
});

const nobodyKnown = (world: World, creditor: CreditorState): Loaded => ({
  ledger: world.ledger.tip()?.ledger ?? "",
  creditor,
  accounts: new Map(),
  accountsByKey: new Map(),
  searchRows: [],
});

/** Gmail tells nobody that a draft was sent: it is seen when its thread is opened again, and filed. */
const sentIn = (
  world: World,
  { threadId }: OpenedMessage,
  { account }: OpenMailView,
): DoneView | null => {
  if (account === null) return null;
  const { mailbox, ledger, face } = world;
  const found = findSent(mailbox, ledger.run, { threadId, account, ...world.openThread() });
  if (found.mails.length === 0) return null;
  const filed = world.parts.reading().fileSent(mailbox, ledger.run, account, found);
  if (!filed.ok || filed.value === null) return null;
  return {
    text: GMAIL_MAIL[face.language].draft.found(found.mails.length),
    undo: filed.value.undo,
  };
};

export const welcome = ({ face }: World, done: DoneView | null = null): Card =>
  welcomeCard(APP[face.language].today.noLedger, face, done);
