import type { AccountState, Draft } from "#shared/claims/account.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import type { AccountEvent, Ground, Obtained } from "#shared/claims/events.ts";
import { NAME_CHARS_MAX } from "#shared/claims/fields.ts";
import { contactIdOf } from "#shared/claims/ids.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { htmlText } from "#shared/mail/html-text.ts";
import { directionOf, referencesIn } from "#shared/mail/match-keys.ts";
import { headerOf, recipientsOf } from "#shared/mail/message.ts";
import type { MailAddress, Message } from "#shared/mail/message.ts";
import { newWordsOf } from "#shared/mail/html-words.ts";
import { readableOf } from "#shared/mail/reading.ts";
import { robotOf } from "#shared/mail/robots.ts";
import { batchOfAct } from "./act-done.ts";
import { isNotStep } from "./draft-choice.ts";
import { messageKey, referenceKey } from "./index-keys.ts";
import { stepsOfDraft } from "./draft-steps.ts";
import { correctionEvents, detailEvents, weighingEvents } from "./correction.ts";
import { exchangeOf } from "./filed-mail.ts";
import { ownSideOf, payerAddressesOf } from "./mail-match.ts";
import type { Suggestion, TagValues } from "./mail-view.ts";
import { meaningEvents } from "./mail-meaning.ts";
import { accountEntry, creditorEntry } from "./streams.ts";
import type { Decision, Facts, Loaded, UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

/** A mail as the host has it, to be filed byte for byte. `sha256` null: the host could not give the bytes. */
export type MailToFile = {
  readonly message: Message;
  readonly sha256: string | null;
  readonly size: number;
  readonly obtained: Obtained;
};

export type FileMailInput = { readonly account: string; readonly mail: MailToFile };

export type TagMailInput = FileMailInput & {
  readonly tag: Tag;
  readonly also: readonly Tag[];
  readonly values: TagValues;
  readonly suggested: Tag | null;
  readonly grounds: readonly Ground[];
  /** What was suggested, whole: what the user chose instead is kept beside it. Absent: nothing was read. */
  readonly reading?: Suggestion | null;
};

export type TagRefusal =
  | AccountUnknown
  | { readonly type: "dispute-without-invoice" }
  | { readonly type: "promise-before-mail"; readonly by: CalendarDate; readonly on: CalendarDate }
  | { readonly type: "amount-not-positive" };

/** Longest run of new words kept in an entry; the bytes have them all. */
const WORDS_CHARS_MAX = 8_000;
/** Recipients named in an entry; the bytes have them all. */
const RECIPIENTS_MAX = 50;

/** Files a mail as an exhibit of an account, without saying what it means. A mail of ours that answers a draft is its step. */
export const fileMail: UseCase<FileMailInput, DoneView, AccountUnknown> = {
  name: "file-mail",
  asks: ({ account, mail }) => ({
    accounts: [account],
    keys: draftKeysOf(mail.message),
    search: false,
  }),
  decide: ({ account, mail }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const said = filedIn(state, mail, loaded, facts);
    return ok(decisionOf(said, mail, facts, MAIL_WORDS[facts.language].filed));
  },
};

/** What filing a mail says, account by account: one mail to a group is the step of each of its members, and an exhibit of each. */
export const filedIn = (
  state: AccountState,
  mail: MailToFile,
  loaded: Loaded,
  facts: Facts,
): ReadonlyMap<string, readonly AccountEvent[]> => {
  const robot = isAutomatic(mail.message);
  const said = new Map([[state.account, filingEvents(state, mail, loaded, facts, robot)]]);
  const on = mail.message.sentOn ?? facts.today;
  const draft = draftSentAs(state, mail.message, on)?.draft;
  for (const other of loaded.accounts.values()) {
    const same = draft !== undefined && other.drafts.some((one) => one.draft === draft);
    if (!same || other.account === state.account) continue;
    said.set(other.account, filingEvents(other, mail, loaded, facts, robot));
  }
  return said;
};

/**
 * Files a debtor's mail under the tag the user gave it, with all that follows: a promise, a dispute of each invoice,
 * instalments, a contact that left or came, an absence. One batch, so that one click takes it back. Tagging again
 * corrects what the first tag had said.
 */
export const tagMail: UseCase<TagMailInput, DoneView, TagRefusal> = {
  name: "tag-mail",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: (input, loaded, facts) => {
    const state = loaded.accounts.get(input.account);
    if (state === undefined) return err({ type: "account-unknown", account: input.account });
    const robot = input.tag === "autoreply" || input.tag === "bounce";
    const filing = filingEvents(state, input.mail, loaded, facts, robot);
    const isStranger = input.tag === "unrelated" || input.tag === "insolvency";
    const sender = senderEvents(state, input.mail.message, loaded, robot || isStranger);
    const meaning = meaningEvents(state, input, exchangeOf(input.mail), facts);
    if (!meaning.ok) return meaning;
    const tagged: AccountEvent = {
      type: "exchange-tagged",
      data: {
        exchange: exchangeOf(input.mail),
        tag: input.tag,
        also: [...input.also],
        suggested: input.suggested,
        grounds: input.grounds.map((ground) => ({ ...ground })),
        back: input.tag === "autoreply" ? input.values.back : null,
      },
    };
    const words = MAIL_WORDS[facts.language];
    return ok(
      decisionOf(
        new Map([
          [
            input.account,
            [
              ...sender,
              ...filing,
              tagged,
              ...correctionEvents(input, exchangeOf(input.mail)),
              ...detailEvents(input, exchangeOf(input.mail)),
              ...meaning.value,
            ],
          ],
        ]),
        input.mail,
        facts,
        words.filedUnder(words.tags[input.tag]),
        weighingEvents(input, state, loaded.creditor),
      ),
    );
  },
};

/** What is said of accounts by one mail, as one batch; with what it teaches. */
export const decisionOf = (
  said: ReadonlyMap<string, readonly AccountEvent[]>,
  mail: MailToFile,
  facts: Facts,
  text: DoneView["text"],
  taught: readonly CreditorEvent[] = [],
): Decision<DoneView> => {
  const batch = batchOfAct(facts);
  const blobs = mail.sha256 === null ? [] : [{ sha256: mail.sha256, size: mail.size }];
  const all = [...said].flatMap(([account, events]) =>
    events.map((event) => ({ account, event, isFiling: event.type === "exchange-filed" })),
  );
  return {
    view: {
      text,
      undo:
        all.length === 0
          ? null
          : { label: MAIL_WORDS[facts.language].undo, batch, accounts: [...said.keys()] },
    },
    entries: [
      ...all.map(({ account, event, isFiling }) =>
        accountEntry(account, event, batch, isFiling ? blobs : []),
      ),
      ...taught.map((event) => creditorEntry(event, batch)),
    ],
    keeps: all.some(({ isFiling }) => isFiling) && mail.sha256 !== null ? [mail.sha256] : [],
    acts: [],
  };
};

export const filingEvents = (
  state: AccountState,
  mail: MailToFile,
  loaded: Loaded,
  facts: Facts,
  robot: boolean,
): readonly AccountEvent[] => {
  const { message } = mail;
  const exchange = exchangeOf(mail);
  const known = state.exchanges.find((one) => one.exchange === exchange);
  const sameBytes =
    known !== undefined &&
    (mail.sha256 === null || known.versions.some((version) => version.sha256 === mail.sha256));
  const direction = directionOf(message, ownSideOf(loaded.creditor));
  const on = message.sentOn ?? facts.today;
  const events: AccountEvent[] = [];
  if (!sameBytes) {
    events.push({
      type: "exchange-filed",
      data: {
        exchange,
        kind: "mail",
        direction,
        on,
        at: message.sentAt ?? facts.now,
        subject: message.subject,
        from: addressIn(message.from),
        to: recipientsOf(message)
          .map(addressIn)
          .filter((address): address is string => address !== null)
          .slice(0, RECIPIENTS_MAX),
        messageId: message.messageId,
        outcome: null,
        words: newWordsOf(message).text.slice(0, WORDS_CHARS_MAX),
        blob: mail.sha256 === null ? null : { sha256: mail.sha256, size: mail.size },
        obtained: mail.sha256 === null ? null : mail.obtained,
        invoices: [],
        automatic: robot,
      },
    });
  }
  if (direction === "out") events.push(...sentDraftEvents(state, message, exchange, on));
  return events;
};

/** The draft that a mail of ours is, by its Message-ID, its header or the reference in its own foot. */
const draftSentAs = (
  state: AccountState,
  message: Message,
  on: CalendarDate,
): Draft | undefined => {
  const waiting = state.drafts.filter((one) => one.state !== "discarded");
  const header = referenceHeader(message);
  const references = referencesWritten(message);
  return (
    waiting.find((one) => one.messageId !== null && one.messageId === message.messageId) ??
    waiting.find((one) => one.reference === header && on >= one.on) ??
    waiting.find((one) => references.includes(one.reference) && on >= one.on)
  );
};

/** Every later mail of the thread quotes the feet of those before it: only what was written now tells which one it is. */
const referencesWritten = (message: Message): readonly string[] => {
  const { quoted: _, ...written } = newWordsOf(message);
  return referencesIn(`${written.text}\n${written.signature}`);
};

const referenceHeader = (message: Message): string | undefined =>
  headerOf(message, "X-Relance-Reference")?.trim().toUpperCase();

/** Under which the accounts of a draft to a group are found. */
export const draftKeysOf = (message: Message): readonly string[] => {
  const header = referenceHeader(message);
  const references = [...(header === undefined ? [] : [header]), ...referencesWritten(message)];
  return [
    ...(message.messageId === null ? [] : [messageKey(message.messageId)]),
    ...references.slice(0, REFERENCES_MAX).map(referenceKey),
  ];
};

/** References that one mail of ours may bear: a crafted one names hundreds. */
const REFERENCES_MAX = 10;

/** Where the mail is one of our drafts, its step is now taken; an answer has none. */
const sentDraftEvents = (
  state: AccountState,
  message: Message,
  exchange: string,
  on: CalendarDate,
): readonly AccountEvent[] => {
  const draft = draftSentAs(state, message, on);
  if (draft === undefined) return [];
  // Declared before and found now is one act, of which more is known; found already, it is settled.
  if (state.acts.some((act) => act.draft === draft.draft && act.exchange !== null)) return [];
  if (isNotStep(draft.step) && draft.state === "sent") return [];
  return stepsOfDraft(draft, state, on, "found", exchange);
};

/** Whoever the user recognises as answering for this debtor is its contact from then on. */
const senderEvents = (
  state: AccountState,
  message: Message,
  loaded: Loaded,
  robot: boolean,
): readonly AccountEvent[] => {
  const direction = directionOf(message, ownSideOf(loaded.creditor));
  const email = addressIn(message.from);
  if (robot || direction !== "in" || email === null) return [];
  if (state.contacts.some((contact) => contact.email?.toLowerCase() === email)) return [];
  // Who pays for the debtor is none of its people: he is never chased.
  if (payerAddressesOf(state).includes(email)) return [];
  const name = message.from?.name ?? "";
  return [
    {
      type: "contact-added",
      data: {
        contact: contactIdOf(state.account, { email, name: null, phone: null }),
        name: name === "" ? null : name,
        email,
        phone: null,
        roles: [],
      },
    },
  ];
};

/** A robot's answer or a delivery failure: no human reply that would pause the plan. */
export const isAutomatic = (message: Message): boolean => {
  const failed = message.report?.action === "failed" || message.report?.action === "delayed";
  return failed || robotOf(readableOf(message)).length > 0;
};

/** Null where there is none, or one too long for an entry: it would make the whole entry unreadable. */
const addressIn = (one: MailAddress | null): string | null =>
  one === null || one.address.length > NAME_CHARS_MAX ? null : one.address;

/** The text of a mail as a person sees it, from its plain part or its HTML. */
export const textOf = (message: Message): string =>
  message.text !== null && message.text.trim() !== "" ? message.text : htmlText(message.html ?? "");
