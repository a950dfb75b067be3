import type { DoneView } from "#shared/app/view-parts.ts";
import type { Facts, MailDraft } from "#shared/app/use-case.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Card } from "#gmail/script/cards/card.ts";
import type { Face } from "#gmail/script/cards/face.ts";
import type { GmailLedger, GmailLedgerHost } from "#gmail/script/ledger/ledger.ts";
import type {
  DraftActs,
  GmailFault,
  Mailbox,
  OpenedMessage,
  WholeMessage,
} from "#gmail/script/mail/mail.ts";
import { liesDraftIn, threadOfDraft } from "#gmail/script/mail/draft-memory.ts";
import type { GmailAnswer } from "#gmail/script/mail/gmail-client.ts";
import type { WhereToFind } from "#gmail/script/mail/sent.ts";
import { lastLookIn } from "#gmail/script/mail/look-memory.ts";
import type { LastLook } from "#gmail/script/mail/look-memory.ts";
import { openMessage, openWithThread, wholeMessage } from "#gmail/script/mail/open-message.ts";
import type { Services } from "#gmail/script/google-port.ts";
import { binnedIn, isFolderGoneIn } from "./bin-memory.ts";
import type { CardEvent } from "./card-event.ts";
import { hourlyRefusedIn } from "./hourly-job.ts";
import type { Parts } from "./part-types.ts";
import { afterFirstRead, keepPrefs, prefsIn } from "./prefs.ts";
import type { Prefs } from "./prefs.ts";
import { watched } from "./way-back.ts";

/** Everything one execution works with. Nothing in it is read before it is asked for, save the properties. */
export type World = {
  readonly services: Services;
  readonly event: CardEvent;
  readonly face: Face;
  readonly prefs: Prefs;
  readonly ledger: GmailLedger;
  readonly mailbox: Mailbox;
  readonly parts: Parts;
  /** The open mail: fetched once, whoever asks. */
  readonly open: () => Result<OpenedMessage, GmailFault>;
  readonly whole: () => Result<WholeMessage, GmailFault>;
  /** What is known of the open thread and of drafts without asking Gmail once more. */
  readonly openThread: () => Required<Pick<WhereToFind, "heads" | "liesIn">>;
  /** What the decisions of this execution wanted done with drafts. */
  readonly drafts: () => DraftActs;
  /**
   * Drafts of this execution that no right of it lays into the mailbox (no mail is open, and the manifest reaches open
   * threads alone), each with an address that has Gmail write it. Null: drafts are laid into the mailbox.
   */
  readonly links: Map<string, string> | null;
  /** From now on drafts are taken here instead of being saved in Gmail: one is open already, and they go into it. */
  readonly takeDrafts: (take: (draft: MailDraft) => void) => void;
  readonly today: () => CalendarDate;
  readonly facts: (creditor: CreditorState) => Omit<Facts, "chance">;
  readonly screens: Screens;
  /** Whether the hourly look is asked for by this manifest. */
  readonly looksPossible: () => boolean;
  /** Files of the journal were found gone by something that this execution did. */
  readonly isDamaged: () => boolean;
  /** Files of ours that the last job of the hour found in Drive's bin. */
  readonly binned: () => number;
  /** A folder of ours is deleted for good, as the last job of the hour found. */
  readonly isFolderGone: () => boolean;
  /** Google refused the job of the hour when it was last asked. */
  readonly hourlyRefused: () => boolean;
  /** What the last look of the hour found, out of the properties that were read. */
  readonly lastLook: () => LastLook | null;
};

/** Cards that several parts lead back to. */
export type Screens = {
  readonly mail: (world: World, chosen: string | null, done: DoneView | null) => Card;
  readonly today: (world: World, done: DoneView | null, isFresh: boolean) => Card;
};

/** What the composition brings: Apps Script itself, or the host of the tests. */
export type Setting = {
  readonly services: Services;
  readonly openLedger: (services: Services, host: GmailLedgerHost) => GmailLedger;
  readonly parts: Parts;
  readonly screens: Screens;
  /** Names the build: what was folded by another one may be folded anew. */
  readonly build: string;
  readonly looksPossible: () => boolean;
};

const ZONE = "Europe/Paris";

export const openWorld = (event: CardEvent, setting: Setting): World => {
  const { properties, services } = afterFirstRead(setting.services);
  const kept = prefsIn(properties);
  const prefs: Prefs = { ...kept, seen: event.language ?? kept.seen };
  const language: Language = prefs.language ?? prefs.seen ?? "fr";
  // Only once there is something to remember it for: a mail of nobody leaves no trace.
  if (kept.seen !== prefs.seen && kept.author !== "") keepPrefs(services, prefs);
  const mailbox: Mailbox = { services, messageToken: event.opened?.messageToken ?? null };
  let opened: Result<OpenedMessage, GmailFault> | null = null;
  let whole: Result<WholeMessage, GmailFault> | null = null;
  let heads: GmailAnswer | null = null;
  let drafts: DraftActs | null = null;
  const links =
    event.opened === null && !setting.looksPossible() ? new Map<string, string>() : null;
  let taken: ((draft: MailDraft) => void) | null = null;

  const factsOf = (creditor: CreditorState): Omit<Facts, "chance"> => {
    const now = services.now();
    const zone = creditor.creditor?.timeZone ?? event.timeZone ?? ZONE;
    return {
      today: dateOf(services.dayIn(zone, now).date),
      now: new Date(now).toISOString(),
      by: prefs.author === "" ? (creditor.creditor?.signatory ?? "") : prefs.author,
      language,
    };
  };
  const actsOfDrafts = (): DraftActs => {
    drafts ??= setting.parts.acts().draftActs(mailbox, {
      senderName: creditorOf(ledger)?.creditor?.name ?? null,
      vault: ledger.vault.get,
      // Known where the act was begun from the open mail: it has been fetched by then.
      open: opened !== null && opened.ok ? opened.value : null,
    });
    return drafts;
  };
  const { ledger, isDamaged } = watched(
    setting.openLedger(services, {
      facts: factsOf,
      act: (act) => {
        if (taken !== null && act.kind === "save-draft") {
          taken(act.draft);
          return ok(null);
        }
        return links === null
          ? actsOfDrafts().act(act)
          : setting.parts.acts().actByLink(services, act, links);
      },
      core: () => setting.parts.acts().LEDGER_CORE,
      build: setting.build,
    }),
  );
  return {
    services,
    event,
    face: { language, onPhone: event.onPhone, desk: services.webApp() },
    prefs,
    ledger,
    mailbox,
    parts: setting.parts,
    open: () => {
      if (event.opened === null) return NOTHING_OPEN;
      if (opened === null && liesDraftIn(properties, event.opened.threadId)) {
        const both = openWithThread(mailbox, event.opened);
        opened = both.opened;
        heads = both.thread;
      }
      opened ??= openMessage(mailbox, event.opened);
      return opened;
    },
    openThread: () => ({ heads, liesIn: (draft) => threadOfDraft(properties, draft) }),
    whole: () => {
      if (event.opened === null) return NOTHING_OPEN;
      whole ??= wholeMessage(mailbox, event.opened);
      opened ??= whole;
      return whole;
    },
    drafts: actsOfDrafts,
    links,
    takeDrafts: (take) => {
      taken = take;
    },
    today: () => {
      const creditor = creditorOf(ledger);
      const zone = creditor?.creditor?.timeZone ?? event.timeZone ?? ZONE;
      return dateOf(services.dayIn(zone, services.now()).date);
    },
    facts: factsOf,
    screens: setting.screens,
    looksPossible: setting.looksPossible,
    isDamaged,
    binned: () => binnedIn(properties),
    isFolderGone: () => isFolderGoneIn(properties),
    hourlyRefused: () => hourlyRefusedIn(properties),
    lastLook: () => lastLookIn(properties),
  };
};

const creditorOf = (ledger: GmailLedger): CreditorState | null => {
  const read = ledger.creditor();
  return read.ok ? read.value : null;
};

const NOTHING_OPEN = err({ type: "absent" } as const);
