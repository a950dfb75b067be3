import type { AccountState } from "#shared/claims/account.ts";
import type { AccountEvent, Ground, Obtained } from "#shared/claims/events.ts";
import { contactIdOf, exchangeIdOf } from "#shared/claims/ids.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfFacts } from "#shared/kernel/ids.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { htmlText } from "#shared/mail/html-text.ts";
import { directionOf, referencesIn } from "#shared/mail/match-keys.ts";
import { headerOf, recipientsOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { newWords } from "#shared/mail/new-words.ts";
import { readableOf } from "#shared/mail/reading.ts";
import { robotOf } from "#shared/mail/robots.ts";
import { stepsOfDraft } from "./draft-steps.ts";
import { ownSideOf } from "./mail-match.ts";
import type { TagValues } from "./mail-view.ts";
import { accountEntry } from "./streams.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";
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
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, mail }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const events = filingEvents(state, mail, loaded, facts, isAutomatic(mail.message));
    const words = MAIL_WORDS[facts.language];
    return ok(decisionOf(account, events, mail, facts, words.filed));
  },
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
    const meaning = meaningEvents(state, input, facts);
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
        input.account,
        [...sender, ...filing, tagged, ...meaning.value],
        input.mail,
        facts,
        words.filedUnder(words.tags[input.tag]),
      ),
    );
  },
};

/** The id of the exchange that a mail is; one without Message-ID is known by its bytes. */
export const exchangeOf = (mail: Pick<MailToFile, "message" | "sha256">): string =>
  exchangeIdOf(mail.message.messageId ?? `sha256:${mail.sha256 ?? mail.message.subject}`);

const decisionOf = (
  account: string,
  events: readonly AccountEvent[],
  mail: MailToFile,
  facts: Facts,
  text: DoneView["text"],
) => {
  const batch = `bat-${(facts.chance[0] ?? "").slice(0, 20)}`;
  const blobs = mail.sha256 === null ? [] : [{ sha256: mail.sha256, size: mail.size }];
  return {
    view: {
      text,
      undo:
        events.length === 0
          ? null
          : { label: MAIL_WORDS[facts.language].undo, batch, accounts: [account] },
    },
    entries: events.map((event) =>
      accountEntry(account, event, batch, event.type === "exchange-filed" ? blobs : []),
    ),
    keeps:
      events.some((event) => event.type === "exchange-filed") && mail.sha256 !== null
        ? [mail.sha256]
        : [],
    acts: [],
  };
};

const filingEvents = (
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
  const text = textOf(message);
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
        from: message.from?.address ?? null,
        to: recipientsOf(message)
          .slice(0, RECIPIENTS_MAX)
          .map((one) => one.address),
        messageId: message.messageId,
        outcome: null,
        words: newWords(text, message.from).text.slice(0, WORDS_CHARS_MAX),
        blob: mail.sha256 === null ? null : { sha256: mail.sha256, size: mail.size },
        obtained: mail.sha256 === null ? null : mail.obtained,
        invoices: [],
        automatic: robot,
      },
    });
  }
  if (direction === "out") events.push(...sentDraftEvents(state, message, exchange, text, on));
  return events;
};

/** Where the mail is one of our drafts (by its Message-ID, header or the reference in its foot), its step is now taken. */
const sentDraftEvents = (
  state: AccountState,
  message: Message,
  exchange: string,
  text: string,
  on: CalendarDate,
): readonly AccountEvent[] => {
  const references = new Set(
    [headerOf(message, "X-Relance-Reference") ?? "", ...referencesIn(text)].map((one) =>
      one.trim().toUpperCase(),
    ),
  );
  const draft = state.drafts.find(
    (one) =>
      one.state !== "discarded" &&
      ((one.messageId !== null && one.messageId === message.messageId) ||
        // A reply quotes our foot as well: only a mail of ours that is not older than the draft can be it.
        (references.has(one.reference) && on >= one.on)),
  );
  if (draft === undefined) return [];
  // Declared before and found now is one act, of which more is known; found already, it is settled.
  if (state.acts.some((act) => act.draft === draft.draft && act.exchange !== null)) return [];
  return stepsOfDraft(draft, on, "found", exchange);
};

const meaningEvents = (
  state: AccountState,
  input: TagMailInput,
  facts: Facts,
): Result<readonly AccountEvent[], TagRefusal> => {
  const exchange = exchangeOf(input.mail);
  const on = input.mail.message.sentOn ?? facts.today;
  const tags = new Set<Tag>([input.tag, ...input.also]);
  const { values } = input;
  if ((values.amount ?? 1) <= 0 || (values.disputed ?? 1) <= 0) {
    return err({ type: "amount-not-positive" });
  }
  const quote = quoteOf(input.grounds, "promise");
  const events: AccountEvent[] = [];
  const promise = idOfFacts("prm", [exchange]);
  const before = state.promises.find((one) => one.promise === promise && one.withdrawn === null);
  if (tags.has("promise") && values.parts.length < 2) {
    if (values.by !== null && values.by < on) {
      return err({ type: "promise-before-mail", by: values.by, on });
    }
    const said = {
      by: values.by,
      amount: values.amount,
      currency: values.currency,
      invoices: [...values.invoices],
      condition: null,
    };
    if (before === undefined) {
      events.push({
        type: "promise-made",
        data: { promise, on, ...said, channel: "mail", exchange, quote },
      });
    } else events.push({ type: "promise-corrected", data: { promise, changes: said } });
  } else if (before !== undefined) {
    events.push({
      type: "promise-withdrawn",
      data: { promise, on: facts.today, reason: "" },
    });
  }
  if (tags.has("promise") && values.parts.length >= 2) {
    events.push({
      type: "instalments-agreed",
      data: {
        instalments: idOfFacts("ins", [exchange]),
        on,
        currency: values.currency,
        invoices: [...values.invoices],
        parts: values.parts.map((part) => ({ ...part })),
        exchange,
      },
    });
  }
  const disputed = disputeEvents(state, input, exchange, on, tags.has("dispute"), facts);
  if (!disputed.ok) return disputed;
  events.push(...disputed.value, ...contactEvents(state, input, on, tags));
  return ok(events);
};

const disputeEvents = (
  state: AccountState,
  input: TagMailInput,
  exchange: string,
  on: CalendarDate,
  isDisputed: boolean,
  facts: Facts,
): Result<readonly AccountEvent[], TagRefusal> => {
  const { values } = input;
  const events: AccountEvent[] = [];
  const ofMail = state.disputes.filter((one) => one.exchange === exchange && one.resolved === null);
  const invoices = isDisputed ? values.invoices : [];
  if (isDisputed && invoices.length === 0) return err({ type: "dispute-without-invoice" });
  for (const [index, invoice] of invoices.entries()) {
    const said = {
      // One sum for several invoices is put on the first: split it by hand where the debtor did.
      amount: index === 0 || values.disputed === null ? values.disputed : null,
      reason: values.reason,
      mustAct: values.mustAct,
      note: null,
    };
    const known = ofMail.find((one) => one.invoice === invoice);
    if (known !== undefined) {
      events.push({ type: "dispute-corrected", data: { dispute: known.dispute, changes: said } });
      continue;
    }
    events.push({
      type: "dispute-opened",
      data: {
        dispute: idOfFacts("dsp", [exchange, invoice]),
        on,
        invoice,
        ...said,
        exchange,
        quote: quoteOf(input.grounds, "dispute"),
      },
    });
  }
  for (const dispute of ofMail) {
    if (invoices.includes(dispute.invoice)) continue;
    events.push({
      type: "dispute-resolved",
      data: { dispute: dispute.dispute, on: facts.today, outcome: "withdrawn", note: null },
    });
  }
  return ok(events);
};

const contactEvents = (
  state: AccountState,
  input: TagMailInput,
  on: CalendarDate,
  tags: ReadonlySet<Tag>,
): readonly AccountEvent[] => {
  const events: AccountEvent[] = [];
  const { report } = input.mail.message;
  if (tags.has("bounce") && report !== null && report.permanence === "permanent") {
    const address = report.finalRecipient?.toLowerCase() ?? "";
    const bounced = state.contacts.find((one) => one.email?.toLowerCase() === address);
    if (bounced !== undefined && bounced.retired === null) {
      events.push({
        type: "contact-retired",
        data: { contact: bounced.contact, reason: "bounced", on },
      });
    }
  }
  const email = input.values.contact?.trim().toLowerCase() ?? "";
  const isNew = !state.contacts.some((one) => one.email?.toLowerCase() === email);
  if (tags.has("wrong_contact") && email !== "" && isNew) {
    events.push({
      type: "contact-added",
      data: {
        contact: contactIdOf(state.account, { email, name: null, phone: null }),
        name: null,
        email,
        phone: null,
        roles: ["chasing"],
      },
    });
  }
  return events;
};

/** Whoever the user recognises as answering for this debtor is its contact from then on. */
const senderEvents = (
  state: AccountState,
  message: Message,
  loaded: Loaded,
  robot: boolean,
): readonly AccountEvent[] => {
  const direction = directionOf(message, ownSideOf(loaded.creditor));
  const email = message.from?.address;
  if (robot || direction !== "in" || email === undefined) return [];
  if (state.contacts.some((contact) => contact.email?.toLowerCase() === email)) return [];
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

const quoteOf = (grounds: readonly Ground[], of: string): string | null =>
  grounds.find((ground) => ground.of === of)?.quote ?? null;

/** A robot's answer or a delivery failure: no human reply that would pause the plan. */
const isAutomatic = (message: Message): boolean => {
  const failed = message.report?.action === "failed" || message.report?.action === "delayed";
  return failed || robotOf(readableOf(message)).length > 0;
};

/** The text of a mail as a person sees it, from its plain part or its HTML. */
export const textOf = (message: Message): string =>
  message.text !== null && message.text.trim() !== "" ? message.text : htmlText(message.html ?? "");
