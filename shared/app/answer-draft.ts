import type { AccountState, Exchange } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { fileOf } from "#shared/claims/file.ts";
import { instalmentStandings } from "#shared/claims/promises.ts";
import type { AnswerFacts } from "#shared/drafting/facts.ts";
import type { DraftRefusal } from "#shared/drafting/refusal.ts";
import { draftAnswer } from "#shared/drafting/text.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { money } from "#shared/kernel/money.ts";
import type { Money } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import { lawCountryOf } from "#shared/law/regime.ts";
import { openDayFrom } from "#shared/law/holidays.ts";
import { together } from "#shared/locales/locale.ts";
import { PRINT_WORDS } from "#shared/locales/print-words.ts";
import type { Message } from "#shared/mail/message.ts";
import { answersOwed } from "#shared/recovery/answers-owed.ts";
import { calendarOf } from "#shared/recovery/context.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import { noticeDaysOf } from "#shared/recovery/notice-limits.ts";
import { standingFacts } from "#shared/recovery/promises.ts";
import { chanceAt, done } from "./act-done.ts";
import type { AnswerKind, NotStep } from "./draft-choice.ts";
import { draftWord, handedOverOf, insolvencyOf, lastPrinted } from "./draft-choice.ts";
import { letterFactsOf } from "./draft-facts.ts";
import {
  freeReference,
  freshThread,
  invoiceFilesOf,
  mailOf,
  referenceKeysOf,
  threadOf,
} from "./draft-thread.ts";
import type { InvoiceFile, Thread } from "./draft-thread.ts";
import type { MailDraft, UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type PrepareAnswerInput = {
  readonly account: string;
  readonly answer: AnswerKind;
  /** The mail answered or passed on, as an exchange of the account; null: the debtor's last one. */
  readonly exchange: string | null;
  /** The same mail where it is open: its thread goes on. */
  readonly replyTo: Message | null;
  /** The creditor's own words on a complaint; else null. */
  readonly words: string | null;
  readonly salt: string;
};

export type PrepareAnswerView = DoneView & { readonly draft: string; readonly mail: MailDraft };

export type PrepareAnswerRefusal =
  | AccountUnknown
  | DraftRefusal
  | {
      readonly type:
        | "no-creditor"
        | "no-recipient"
        | "payments-never-known"
        | "references-taken"
        | "exchange-unknown"
        | "nobody-else-chases"
        | "not-insolvent"
        | "nothing-missed"
        | "letter-not-printed"
        | "nothing-asked"
        | "sensitive";
    };

/** Drafts an answer, a message passed on, or the mail beside a letter. It lies in the user's Drafts and moves no plan. */
export const prepareAnswer: UseCase<PrepareAnswerInput, PrepareAnswerView, PrepareAnswerRefusal> = {
  name: "prepare-answer",
  asks: ({ account, salt }, ledger) => ({
    accounts: [account],
    keys: referenceKeysOf(ledger, salt),
    search: false,
  }),
  decide: (input, loaded, facts) => {
    const { creditor, paymentsKnown } = loaded.creditor;
    if (creditor === null) return err({ type: "no-creditor" });
    const state = loaded.accounts.get(input.account);
    if (state === undefined) return err({ type: "account-unknown", account: input.account });
    if (sensitive(state)) return err({ type: "sensitive" });
    // A reply speaks of no sum.
    const paymentsKnownOn =
      paymentsKnown?.asOf ?? (input.answer === "reply" ? facts.today : undefined);
    if (paymentsKnownOn === undefined) return err({ type: "payments-never-known" });
    const reference = freeReference(loaded, input.salt);
    if (reference === null) return err({ type: "references-taken" });
    const planned = plannedOf(input, { state, creditor: loaded.creditor, today: facts.today });
    if (!planned.ok) return planned;
    const { thread, files, kind, notice } = planned.value;
    if (thread.to.length === 0) return err({ type: "no-recipient" });
    const letter = letterFactsOf({
      state,
      creditor,
      paymentsKnownOn,
      today: facts.today,
      reference,
      attachments: files.map(({ name }) => name),
      recipients: [...thread.to, ...thread.cc],
    });
    const text = draftAnswer(planned.value.facts(letter));
    if (!text.ok) return text;
    const mail = mailOf(text.value, {
      from: creditor.addresses[0] ?? "",
      thread,
      reference,
      chance: chanceAt(facts, 2),
      files,
    });
    const draft = idOfChance("draft", chanceAt(facts, 1));
    const event: AccountEvent = {
      type: "draft-prepared",
      data: {
        draft,
        step: kind,
        tone: "neutral",
        on: facts.today,
        language: state.debtor?.language ?? "fr",
        portions: [],
        lower: [],
        reference,
        messageId: mail.messageId,
        to: [...mail.to],
        subject: mail.subject,
        promise: null,
      },
    };
    const words = PRINT_WORDS[facts.language];
    const said = together(
      words.ready(draftWord(kind, facts.language), foreign(state.debtor?.name ?? state.account)),
      input.answer === "reply" ? words.toComplete : null,
    );
    const noted: readonly AccountEvent[] =
      notice === undefined ? [] : [{ type: "acceleration-drafted", data: { draft, ...notice } }];
    const accounts = new Map([[state.account, [event, ...noted]]]);
    const decision = done({ accounts }, said, facts);
    return ok({
      ...decision,
      view: { ...decision.view, draft, mail },
      acts: [{ kind: "save-draft", key: draft, draft: mail }],
    });
  },
};

type Around = {
  readonly state: AccountState;
  readonly creditor: CreditorState;
  readonly today: CalendarDate;
};

type Planned = {
  readonly kind: NotStep;
  /** What sending it will say, beyond that it went. */
  readonly notice?: { readonly instalments: string; readonly until: CalendarDate };
  readonly thread: Thread;
  readonly files: readonly InvoiceFile[];
  readonly facts: (letter: ReturnType<typeof letterFactsOf>) => AnswerFacts;
};

const plannedOf = (
  input: PrepareAnswerInput,
  around: Around,
): Result<Planned, PrepareAnswerRefusal> => {
  const { state, creditor } = around;
  const identity = creditor.creditor;
  const thread = identity === null ? freshThread(state) : threadOf(state, input.replyTo, identity);
  switch (input.answer) {
    case "handed-over": {
      const given = handedOverOf(state);
      if (given === null) return err({ type: "nobody-else-chases" });
      const { to, role, email, phone } = given;
      return ok({
        kind: "answer",
        thread,
        files: [],
        facts: (letter) => ({ ...letter, type: "handed-over", to, role, email, phone }),
      });
    }
    case "forward":
      return forwarded(input, around);
    case "insolvency": {
      const open = insolvencyOf(state);
      if (open === null) return err({ type: "not-insolvent" });
      const { officer, judgmentOn } = open;
      return ok({
        kind: "answer",
        thread,
        files: [],
        facts: (letter) => ({
          ...letter,
          type: "insolvency",
          state: open.state,
          officer,
          complete: judgmentOn !== null && officer !== null,
        }),
      });
    }
    case "unresolved-complaint":
      return complaint(input, thread, around);
    case "reply":
      return replied(input, around);
    case "acceleration":
      return acceleration(around);
    case "beside-letter":
      return besideLetter(around);
  }
};

/** The mail meant, else the last that the debtor wrote. */
const mailMeant = (state: AccountState, exchange: string | null): Exchange | null => {
  if (exchange !== null) return state.exchanges.find((one) => one.exchange === exchange) ?? null;
  return state.exchanges
    .filter((one) => one.kind === "mail" && one.direction === "in" && !one.automatic)
    .reduce<Exchange | null>((last, one) => (last !== null && last.at > one.at ? last : one), null);
};

const forwarded = (
  input: PrepareAnswerInput,
  { state }: Around,
): Result<Planned, PrepareAnswerRefusal> => {
  const given = handedOverOf(state);
  if (given === null) return err({ type: "nobody-else-chases" });
  if (given.email === null) return err({ type: "no-recipient" });
  const said = mailMeant(state, input.exchange);
  // What colleagues wrote to one another is nobody else's.
  if (said === null || said.direction === "internal") return err({ type: "exchange-unknown" });
  const version = said.versions[said.versions.length - 1];
  return ok({
    kind: "forward",
    thread: { to: [given.email], cc: [], inReplyTo: null, references: [], subject: null },
    files:
      version === undefined
        ? []
        : [{ name: "message.eml", type: "message/rfc822", sha256: version.sha256 }],
    facts: (letter) => ({
      ...letter,
      type: "forward",
      writtenOn: said.on,
      subject: said.subject === "" ? null : said.subject,
      open: openOf(state),
    }),
  });
};

/** Null where several currencies are open: they are never added. */
const openOf = (state: AccountState): Money | null => {
  const open = balancesOf(state).byCurrency.filter(({ principal }) => principal > 0);
  const [only] = open;
  return only === undefined || open.length > 1 ? null : money(only.principal, only.currency);
};

const complaint = (
  { words }: PrepareAnswerInput,
  thread: Thread,
  { state, creditor }: Around,
): Result<Planned, PrepareAnswerRefusal> => {
  const disputes = state.disputes.filter(({ resolved }) => resolved === null);
  const [first] = disputes;
  if (first === undefined) return err({ type: "nothing-to-ask" });
  const numbers = state.invoices
    .filter(({ invoice }) => disputes.some((one) => one.invoice === invoice))
    .map(({ number }) => number);
  return ok({
    kind: "answer",
    thread,
    files: [],
    facts: (letter) => ({
      ...letter,
      type: "unresolved-complaint",
      receivedOn: first.on,
      numbers,
      reason: words,
      mediator: creditor.policy.mediator,
      law: lawCountryOf(creditor.creditor?.country ?? ""),
    }),
  });
};

/** Under what was asked, with the invoices asked for where we have them; the rest is the person's to write. */
const replied = (
  { exchange, replyTo }: PrepareAnswerInput,
  { state, creditor }: Around,
): Result<Planned, PrepareAnswerRefusal> => {
  // Somebody else speaks for us, or to somebody else.
  const owed =
    handedOverOf(state) === null && insolvencyOf(state) === null ? answersOwed(state) : [];
  const asked = owed.find((one) => one.exchange === exchange) ?? owed[0];
  if (asked === undefined || creditor.creditor === null) return err({ type: "nothing-asked" });
  const copies = asked.detailed?.detail === "copy-asked" ? copiesFor(state, asked) : [];
  return ok({
    kind: "answer",
    thread: threadOf(state, replyTo, creditor.creditor, asked),
    files: copies,
    facts: (letter) => ({ ...letter, type: "reply", receivedOn: asked.on }),
  });
};

/** The invoices that the mail names, else all that are open. */
const copiesFor = (state: AccountState, { words, subject }: Exchange): readonly InvoiceFile[] => {
  const said = `${subject ?? ""}\n${words ?? ""}`;
  const open = balancesOf(state).invoices.filter((one) => one.open > 0);
  const named = open.filter(({ invoice }) => said.includes(invoice.number));
  const portions = (named.length > 0 ? named : open).map(({ invoice }) => invoice);
  return invoiceFilesOf(state, { portions, lower: [] });
};

/** A notice of its own: it goes on with no thread, and names a day since it goes by mail and letter alike. */
const acceleration = ({
  state,
  creditor,
  today,
}: Around): Result<Planned, PrepareAnswerRefusal> => {
  const facts = standingFacts({ today, creditor });
  const standing = instalmentStandings(state, balancesOf(state), facts).find(
    (one) => one.instalments.ended === null && one.standing === "broken",
  );
  const left = (standing?.parts ?? []).filter((part) => part.amount > part.received);
  const missed = left.find((part) => part.standing === "broken");
  if (standing === undefined || missed === undefined) return err({ type: "nothing-missed" });
  const { currency, on } = standing.instalments;
  const lacking = (part: (typeof left)[number]) => ({
    by: part.by,
    missing: money(part.amount - part.received, currency),
  });
  const until = openDayFrom(addDays(today, noticeDaysOf(state, creditor)), calendarOf(creditor));
  return ok({
    kind: "acceleration",
    notice: { instalments: standing.instalments.instalments, until },
    thread: freshThread(state),
    files: [],
    facts: (letter) => ({
      ...letter,
      type: "acceleration-notice",
      law: lawCountryOf(creditor.creditor?.country ?? ""),
      agreedOn: on,
      missed: lacking(missed),
      parts: left.map(lacking),
      until,
    }),
  });
};

/** Beside the letter that was printed: a mail of its own, which quotes no thread and counts for nothing. */
const besideLetter = ({ state }: Around): Result<Planned, PrepareAnswerRefusal> => {
  const letter = lastPrinted(state);
  if (letter === null) return err({ type: "letter-not-printed" });
  const sent = state.acts.find((act) => act.draft === letter.draft);
  const way = fileOf(state).letters.find(({ act }) => act === sent?.act)?.channel ?? "registered";
  return ok({
    kind: "beside-letter",
    thread: freshThread(state),
    files: [],
    facts: (facts) => ({
      ...facts,
      type: "beside-letter",
      way,
      letterReference: letter.reference,
    }),
  });
};
