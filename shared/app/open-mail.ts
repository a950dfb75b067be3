import type { AccountState, Exchange } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { InvoiceBalance } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { senderSetAside } from "#shared/claims/evolve-creditor.ts";
import { ok } from "#shared/kernel/result.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import { formatMoney, money } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { shortDate, shortWeekdayDate } from "#shared/locales/short-dates.ts";
import type { MatchReason } from "#shared/mail/match.ts";
import type { Message } from "#shared/mail/message.ts";
import { readMessage, readableOf } from "#shared/mail/reading.ts";
import type { Reading } from "#shared/mail/reading.ts";
import { claimView } from "./claim-view.ts";
import type { ClaimView } from "./claim-view.ts";
import { followViewOf } from "./follow-invoice.ts";
import { exchangeOf } from "./mail-acts.ts";
import { asksOfMessage, isOurs, matchLoaded } from "./mail-match.ts";
import type { ClaimMatch } from "./mail-match.ts";
import type {
  ChoiceView,
  FiledView,
  MailActionView,
  OpenMailInput,
  OpenMailState,
  OpenMailView,
  ReadingView,
  TagValues,
} from "./mail-view.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";
import type { NoticeView } from "./view-parts.ts";

/** Claims offered where a mail fits several. */
const CHOICES_MAX = 8;
/** Characters of a sentence quoted on the third line. */
const QUOTE_CHARS_MAX = 240;

/** The open mail beside its claim: who, how much, what they said, what next. Nothing is written. */
export const openMail: UseCase<OpenMailInput, OpenMailView, never> = {
  name: "open-mail",
  asks: ({ message, account }) => asksOfMessage(message, account),
  decide: (input, loaded, facts) => ok(viewOnly(viewOf(input, loaded, facts))),
};

const viewOf = (input: OpenMailInput, loaded: Loaded, facts: Facts): OpenMailView => {
  const { message } = input;
  const words = MAIL_WORDS[facts.language];
  const match = matchLoaded(message, loaded);
  const state = stateOf(input, match, loaded);
  const account =
    input.account ?? (match.verdict === "one" ? (match.ranked[0]?.account ?? null) : null);
  const subject = account === null ? undefined : loaded.accounts.get(account);
  const base = {
    kind: "open-mail",
    state,
    about: words.about(
      foreign(message.subject, 200),
      message.sentOn === null ? null : own(shortWeekdayDate(message.sentOn, facts.language)),
    ),
    choices: [],
    follow: state === "follow" ? followViewOf(message, subject ?? null, facts) : null,
    hint: null,
    reading: null,
    matched: null,
    filed: null,
    lines: null,
    account: null,
    name: null,
  } as const;
  const actions = actionsOf(state, facts.language);
  if (state === "no-ledger") {
    return { ...base, notices: [], primary: null, more: [], hint: words.noLedger };
  }
  if (state === "choose") {
    return {
      ...base,
      ...actions,
      choices: choicesOf(match, loaded, facts),
      notices: noticesOf(message, null, null, loaded.creditor, facts.language),
      hint: words.choose,
    };
  }
  if (subject === undefined) {
    const notices = noticesOf(message, null, null, loaded.creditor, facts.language);
    return { ...base, ...actions, notices, hint: hintOf(state, facts.language) };
  }
  return { ...base, ...claimPart(input, subject, match, state, loaded, facts) };
};

/** What the mail shows beside a claim that is known. */
const claimPart = (
  { message, account, sha256 }: OpenMailInput,
  subject: AccountState,
  match: ClaimMatch,
  state: OpenMailState,
  loaded: Loaded,
  facts: Facts,
) => {
  const words = MAIL_WORDS[facts.language];
  const decided = claimView.decide({ account: subject.account }, loaded, facts);
  const claim = decided.ok ? decided.value.view : null;
  const filed = filedExchange(subject, message, sha256 ?? null);
  const reading =
    state === "claim" ? readingViewOf(message, subject, match, filed, loaded, facts) : null;
  const actions = actionsOf(state, facts.language, filed !== null, reading);
  return {
    account: subject.account,
    name: foreign(subject.debtor?.name ?? subject.account),
    lines: linesOf(claim, reading, facts),
    matched:
      account !== null ? words.matched.chosen(foreign("")) : matchedWords(match, facts.language),
    reading,
    filed: filed === null ? null : filedViewOf(filed, facts),
    notices: noticesOf(message, subject, reading, loaded.creditor, facts.language),
    primary: primaryOf(actions.primary, claim, reading, filed),
    more: actions.more,
  };
};

const stateOf = (input: OpenMailInput, match: ClaimMatch, loaded: Loaded): OpenMailState => {
  const { message } = input;
  if (loaded.creditor.creditor === null) return "no-ledger";
  const sender = message.from?.address ?? "";
  if (match.direction === "internal") return "internal";
  if (match.direction === "out") return carriesNewInvoice(message, loaded) ? "follow" : "ours";
  if (input.account !== null) return "claim";
  const setAside =
    senderSetAside(loaded.creditor, sender) !== null ||
    (message.messageId !== null && loaded.creditor.messagesSetAside.includes(message.messageId));
  if (setAside) return "set-aside";
  if (match.verdict === "one") return "claim";
  return match.verdict === "tie" || match.named.length > 0 ? "choose" : "nobody";
};

/** A mail of ours with a PDF, none of whose numbers is followed yet. */
const carriesNewInvoice = (message: Message, loaded: Loaded): boolean => {
  const hasPdf = message.attachments.some((file) => /\.pdf$/i.test(file.name));
  const isReply = message.inReplyTo.length > 0;
  const isFollowed = [...loaded.accounts.values()].some((account) =>
    account.invoices.some((invoice) => message.subject.includes(invoice.number)),
  );
  return hasPdf && !isReply && !isFollowed && followViewOf(message, null, null).number !== "";
};

const hintOf = (state: OpenMailState, language: Language): Own | null => {
  const words = MAIL_WORDS[language];
  if (state === "nobody") return words.nobody;
  if (state === "ours") return words.ours;
  return null;
};

const matchedWords = (match: ClaimMatch, language: Language): Sentence | null => {
  const reason = match.ranked[0]?.reasons[0];
  return reason === undefined ? null : reasonWords(reason, language);
};

const reasonWords = (reason: MatchReason, language: Language): Sentence =>
  MAIL_WORDS[language].matched[reason.code](foreign(reason.value, 100));

const choicesOf = (match: ClaimMatch, loaded: Loaded, facts: Facts): readonly ChoiceView[] => {
  const words = MAIL_WORDS[facts.language];
  const ranked = match.ranked.map((candidate) => ({
    account: candidate.account,
    reason:
      candidate.reasons[0] === undefined ? [] : reasonWords(candidate.reasons[0], facts.language),
  }));
  const named = match.named
    .filter((account) => !ranked.some((one) => one.account === account))
    .map((account) => ({
      account,
      reason: words.matched.named(foreign(loaded.accounts.get(account)?.debtor?.siren ?? "")),
    }));
  return [...ranked, ...named].slice(0, CHOICES_MAX).map(({ account, reason }) => {
    const decided = claimView.decide({ account }, loaded, facts);
    return {
      key: account,
      account,
      name: foreign(loaded.accounts.get(account)?.debtor?.name ?? account),
      reason,
      owes: decided.ok ? decided.value.view.lines.owes : [],
    };
  });
};

const linesOf = (claim: ClaimView | null, reading: ReadingView | null, facts: Facts) => {
  if (claim === null) return null;
  if (reading === null) return claim.lines;
  const words = MAIL_WORDS[facts.language];
  const said =
    reading.quote === null
      ? reading.words.foreign === ""
        ? words.saidNothing
        : words.saidToRead(foreign(firstWords(reading.words.foreign), QUOTE_CHARS_MAX))
      : words.saidToRead(foreign(reading.quote.foreign, QUOTE_CHARS_MAX));
  const next = reading.confirmed === null ? nextOnce(reading, facts) : claim.lines.next;
  return { ...claim.lines, said, next };
};

/** What confirming the reading would lead to: until then nothing happens. */
const nextOnce = ({ tag, values, confidence }: ReadingView, facts: Facts): Sentence => {
  const words = MAIL_WORDS[facts.language].once;
  if (confidence === "unsure") return words.unsure;
  const day = (date: CalendarDate): Own => own(shortDate(date, facts.today, facts.language));
  if (tag === "promise" && values.by !== null) return words.promise(day(values.by));
  if (tag === "autoreply" && values.back !== null) return words.autoreply(day(values.back));
  return words.plain[tag];
};

const firstWords = (text: string): string =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 3)
    .join(" ");

const readingViewOf = (
  message: Message,
  subject: AccountState,
  match: ClaimMatch,
  filed: Exchange | null,
  loaded: Loaded,
  facts: Facts,
): ReadingView => {
  const words = MAIL_WORDS[facts.language];
  const balances = balancesOf(subject).invoices;
  const open = balances.filter((invoice) => invoice.open > 0);
  const currency = open[0]?.currency ?? balances[0]?.currency ?? "EUR";
  const candidates = (open.length > 0 ? open : balances).filter((one) => one.currency === currency);
  const reading = readMessage(message, {
    sentOn: message.sentOn ?? facts.today,
    currency,
    invoices: balances.map(({ invoice, total }) => ({
      number: invoice.number,
      totalMinor: total,
      dueOn: invoice.portions[0]?.dueOn ?? invoice.issuedOn,
    })),
    ownAddresses: loaded.creditor.creditor?.addresses ?? [],
    knownIbans: [loaded.creditor.creditor?.iban ?? ""].filter((iban) => iban !== ""),
  });
  const values = valuesOf(reading, candidates, currency, match);
  const grounds = reading.grounds.map(({ of, quote, rule }) => ({ of, quote, rule }));
  const tagGround = reading.tags[0]?.grounds[0];
  return {
    tag: reading.tag,
    also: reading.also,
    tagWord: words.tags[reading.tag],
    confidence: reading.confidence,
    confidenceWord: words.confidence[reading.confidence],
    quote: tagGround === undefined ? null : foreign(tagGround.quote, QUOTE_CHARS_MAX),
    grounds,
    why: reading.grounds.map((ground) =>
      words.ground(groundWord(ground.of, facts.language), foreign(ground.quote, QUOTE_CHARS_MAX)),
    ),
    values,
    summary: summaryOf(reading, values, facts),
    tags: TAGS.map((tag) => ({ tag, label: words.tags[tag] })),
    reasons: DISPUTE_REASONS.map((reason) => ({ reason, label: words.reasons[reason] })),
    invoices: candidates.map(({ invoice, open: openMinor }) => ({
      invoice: invoice.invoice,
      number: foreign(invoice.number),
      open: own(formatMoney(money(openMinor, currency), facts.language)),
      openMinor,
    })),
    confirmed:
      filed?.tagged == null
        ? null
        : {
            tag: filed.tagged.tag,
            text: words.confirmed(
              words.tags[filed.tagged.tag],
              foreign(filed.tagged.entry.by),
              dayWord(filed.tagged.entry.at, facts),
            ),
          },
    words: foreign(readableOf(message).newWords),
  };
};

const valuesOf = (
  reading: Reading,
  candidates: readonly InvoiceBalance[],
  currency: Currency,
  match: ClaimMatch,
): TagValues => {
  const named = candidates
    .filter(({ invoice }) => reading.invoices.includes(invoice.number))
    .map(({ invoice }) => invoice.invoice);
  const matched = (match.ranked[0]?.invoices ?? []).filter((id) =>
    candidates.some(({ invoice }) => invoice.invoice === id),
  );
  const only = candidates.length === 1 ? candidates.map(({ invoice }) => invoice.invoice) : [];
  const reason = reading.dispute?.reason ?? "other";
  const parts = (reading.promise?.parts ?? []).flatMap((part) =>
    part.by === null || part.amountMinor === null
      ? []
      : [{ by: part.by, amount: part.amountMinor }],
  );
  return {
    currency,
    by: reading.promise?.by ?? null,
    amount: reading.promise?.amountMinor ?? reading.paid?.amountMinor ?? null,
    parts,
    reason,
    disputed: null,
    // Where the buyer cannot pay without something of ours, the debtor's clock stands and we are the ones who act.
    mustAct: reason === "missing_reference" || reason === "credit_due" ? "us" : "them",
    back: reading.back ?? null,
    contact: reading.contact ?? null,
    invoices: named.length > 0 ? named : matched.length > 0 ? matched : only,
  };
};

const summaryOf = (reading: Reading, values: TagValues, facts: Facts): Sentence => {
  const words = MAIL_WORDS[facts.language];
  const amount =
    values.amount === null
      ? null
      : own(formatMoney(money(values.amount, values.currency), facts.language));
  const day = (date: CalendarDate | null): Own | null =>
    date === null ? null : own(shortDate(date, facts.today, facts.language));
  switch (reading.tag) {
    case "promise":
      return values.parts.length > 1
        ? words.values.parts(own(String(values.parts.length)))
        : words.values.promise(amount, day(values.by));
    case "instalments":
      return values.parts.length > 1
        ? words.values.parts(own(String(values.parts.length)))
        : words.values.plain(words.tags.instalments);
    case "paid":
      return words.values.paid(amount, day(reading.paid?.on ?? null));
    case "dispute":
      return words.values.dispute(words.reasons[values.reason], amount);
    case "autoreply":
      return values.back === null
        ? words.values.plain(words.tags.autoreply)
        : words.values.back(day(values.back) ?? own(""));
    case "wrong_contact":
      return values.contact === null
        ? words.values.plain(words.tags.wrong_contact)
        : words.values.contact(foreign(values.contact));
    case "question":
    case "insolvency":
    case "refusal":
    case "bounce":
    case "acknowledgement":
    case "unrelated":
      return words.values.plain(words.tags[reading.tag]);
  }
};

const groundWord = (of: string, language: Language): Own => {
  const words = MAIL_WORDS[language];
  const tag = TAGS.find((one) => one === of);
  if (tag !== undefined) return words.tags[tag];
  const last = of.slice(of.lastIndexOf(".") + 1);
  if (last === "by" || last === "on") return words.groundOf.by;
  if (last === "amount") return words.groundOf.amount;
  if (last === "reason") return words.groundOf.reason;
  if (last === "back") return words.groundOf.back;
  return last === "iban" ? words.groundOf.iban : words.groundOf.contact;
};

const filedExchange = (
  subject: AccountState,
  message: Message,
  sha256: string | null,
): Exchange | null => {
  const exchange = exchangeOf({ message, sha256 });
  return subject.exchanges.find((one) => one.exchange === exchange) ?? null;
};

const filedViewOf = (exchange: Exchange, facts: Facts): FiledView => {
  const words = MAIL_WORDS[facts.language];
  const version = exchange.versions[exchange.versions.length - 1];
  return {
    text: words.filedLine(dayWord(exchange.entry.at, facts), foreign(exchange.entry.by)),
    sha256: version === undefined ? null : words.sha256(version.sha256),
    obtained: version === undefined ? null : words.obtained[version.obtained],
  };
};

const dayWord = (at: string, facts: Facts): Own => {
  const day = parseCalendarDate(at.slice(0, 10)) ?? facts.today;
  return own(shortDate(day, facts.today, facts.language));
};

const noticesOf = (
  message: Message,
  subject: AccountState | null,
  reading: ReadingView | null,
  creditor: CreditorState,
  language: Language,
): readonly NoticeView[] => {
  const words = MAIL_WORDS[language].notices;
  const notices: NoticeView[] = [];
  const say = (key: string, tone: NoticeView["tone"], text: Sentence): void => {
    notices.push({ key, tone, text, action: null });
  };
  const fraud = reading?.grounds.find(
    (ground) => ground.of === "fraud" || ground.of === "fraud.iban",
  );
  if (fraud !== undefined) say("fraud", "danger", words.fraud(foreign(fraud.quote, 60)));
  const sender = message.from?.address ?? "";
  if (subject !== null && sender !== "" && !isOurs(sender, creditor)) {
    const isKnown = subject.contacts.some((contact) => contact.email?.toLowerCase() === sender);
    const isRobot = reading?.tag === "bounce";
    if (!isKnown && !isRobot) say("sender", "warning", words.lookalike(foreign(sender, 120)));
  }
  if (reading?.tag === "insolvency") say("insolvency", "danger", words.insolvency);
  if (reading?.tag === "paid") say("paid", "info", words.paidToCheck);
  const bounced = message.report?.finalRecipient ?? null;
  if (bounced !== null && message.report?.action === "failed") {
    say("bounced", "warning", words.bounced(foreign(bounced, 120)));
  }
  if (message.problems.includes("no-date")) say("no-date", "info", words.noDate);
  if (message.problems.includes("no-message-id")) say("no-id", "info", words.noMessageId);
  if (message.problems.includes("too-many-addresses")) {
    say("addresses", "info", words.tooManyAddresses);
  }
  if (message.problems.includes("text-cut") || message.problems.includes("html-cut")) {
    say("cut", "info", words.cut);
  }
  return notices;
};

const actionsOf = (
  state: OpenMailState,
  language: Language,
  isFiled = false,
  reading: ReadingView | null = null,
): { readonly primary: MailActionView | null; readonly more: readonly MailActionView[] } => {
  const { actions } = MAIL_WORDS[language];
  const mail = (
    key: Extract<MailActionView, { readonly mail: string }>["mail"],
    label: Own,
  ): MailActionView => ({ key, label, mail: key });
  switch (state) {
    case "claim": {
      const isTagged = reading?.confirmed != null;
      const confirm =
        reading?.confidence === "unsure"
          ? mail("correct", actions.correct)
          : mail("confirm", actions.confirm);
      const more = [
        mail("correct", actions.correct),
        ...(isFiled ? [] : [mail("file", actions.file)]),
        mail("other-claim", actions.otherClaim),
        mail("not-a-debtor", actions.notADebtor),
        mail("export", actions.export),
      ];
      return {
        primary: isTagged ? null : confirm,
        more: more.filter((action) => isTagged || action.key !== confirm.key),
      };
    }
    case "choose":
      return {
        primary: null,
        more: [mail("new-debtor", actions.newDebtor), mail("not-a-debtor", actions.notADebtor)],
      };
    case "nobody":
      return {
        primary: mail("new-debtor", actions.newDebtor),
        more: [
          mail("other-claim", actions.otherClaim),
          mail("not-a-debtor", actions.notADebtor),
          mail("never-this-sender", actions.neverThisSender),
        ],
      };
    case "follow":
      return { primary: mail("follow", actions.follow), more: [] };
    case "ours":
    case "internal":
      return {
        primary: isFiled
          ? null
          : mail(
              state === "ours" ? "file-sent" : "file",
              state === "ours" ? actions.fileSent : actions.file,
            ),
        more: [mail("other-claim", actions.otherClaim)],
      };
    case "set-aside":
      return {
        primary: null,
        more: [mail("other-claim", actions.otherClaim), mail("new-debtor", actions.newDebtor)],
      };
    case "no-ledger":
      return { primary: null, more: [] };
  }
};

/** Once the mail is dealt with, the one button is the claim's own. */
const primaryOf = (
  primary: MailActionView | null,
  claim: ClaimView | null,
  reading: ReadingView | null,
  filed: Exchange | null,
): MailActionView | null => {
  if (primary !== null) return primary;
  return reading?.confirmed != null || filed !== null ? (claim?.primary ?? null) : null;
};
