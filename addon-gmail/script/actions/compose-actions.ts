import { composeView } from "#shared/app/compose-view.ts";
import type { MailDraft } from "#shared/app/use-case.ts";
import { foreign } from "#shared/kernel/text.ts";
import { GMAIL_COMPOSE } from "#shared/locales/gmail-compose.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { soundAddress } from "#shared/mail/mail-address.ts";
import { composeCard } from "#gmail/script/cards/compose-card.ts";
import type { Face } from "#gmail/script/cards/face.ts";
import type { ComposeAnswer } from "./compose-answer.ts";
import { insertDraft } from "./compose-case.ts";
import type { InsertRefusal } from "./compose-case.ts";
import type { GmailLedgerFault } from "#gmail/script/ledger/ledger.ts";
import { refusalWords } from "./refusal-words.ts";
import type { World } from "./world.ts";

/** Addresses of a draft that are looked up: a card has room for eight debtors. */
const ASKED_MAX = 50;

/** Beside a draft that is being written: whose step may go into it. */
export const composing = (world: World, refusal: Sentence | null = null): ComposeAnswer => {
  const { event, ledger, face } = world;
  const to = (event.compose?.recipients ?? [])
    .flatMap((one) => soundAddress(one) ?? [])
    .slice(0, ASKED_MAX);
  const rows = ledger.summary()?.view.rows ?? [];
  const due = rows.flatMap(({ account, primary: { action } }) =>
    "act" in action && action.act === "prepare-draft" ? [account] : [],
  );
  const view = ledger.tip() === null ? null : ledger.run(composeView, { to, due });
  const why = view !== null && !view.ok ? refusalWords(view.error, face) : refusal;
  return {
    kind: "compose-card",
    card: composeCard(view !== null && view.ok ? view.value : [], face, why),
  };
};

/**
 * The step's words, put into the draft that is open, if nobody but the debtor's contacts would read them. Its recipients
 * and subject are given only where nobody is addressed yet: what the person wrote stays. Once sent it is known by the
 * reference in its foot.
 */
export const inserting = (world: World, account: string): ComposeAnswer => {
  const drafts: MailDraft[] = [];
  world.takeDrafts((draft) => {
    drafts.push(draft);
  });
  const salt = world.services.chance(1)[0] ?? "";
  const { recipients, subject } = world.event.compose ?? { recipients: [], subject: null };
  // What is no address is nobody's: it is held against the contacts as it was written.
  const addressed = recipients.map((one) => soundAddress(one) ?? one);
  const made = world.ledger.run(insertDraft, { account, salt, recipients: addressed });
  if (!made.ok) return composing(world, insertRefusal(made.error, world.face));
  const [draft] = drafts;
  if (draft === undefined) return composing(world);
  const isEmpty = recipients.length === 0;
  return {
    kind: "insert",
    html: draft.html,
    // Gmail need not tell the subject: where somebody is addressed already, there may be one.
    subject:
      subject === null
        ? isEmpty
          ? draft.subject
          : null
        : subject.trim() === ""
          ? draft.subject
          : null,
    to: isEmpty ? draft.to : null,
  };
};

const insertRefusal = (refusal: InsertRefusal | GmailLedgerFault, face: Face): Sentence => {
  const words = GMAIL_COMPOSE[face.language];
  if (refusal.type === "stands-alone") return words.standsAlone;
  return refusal.type === "other-recipients"
    ? words.otherRecipients(foreign(refusal.to.join(", "), 200))
    : refusalWords(refusal, face);
};
