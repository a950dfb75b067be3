import type { AccountState, Exchange } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { senderSetAside } from "#shared/claims/evolve-creditor.ts";
import type { Language } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { MAIL_CLAIM_WORDS } from "#shared/locales/mail-claim-words.ts";
import { shortWeekdayDate } from "#shared/locales/short-dates.ts";
import type { MatchReason } from "#shared/mail/match.ts";
import type { Message } from "#shared/mail/message.ts";
import { ibansIn } from "#shared/mail/scan-ibans.ts";
import { openPortionsOf } from "#shared/recovery/open-portions.ts";
import { exchangeOf, filedExchange, filedViewOf } from "./filed-mail.ts";
import { invoiceNumberIn } from "./invoice-number.ts";
import { asksOfMessage, isOurs, matchLoaded, payerAddressesOf } from "./mail-match.ts";
import type { ClaimMatch } from "./mail-match.ts";
import { knownAccount } from "./mail-together.ts";
import type {
  ChoiceView,
  MailActionView,
  OpenMailInput,
  OpenMailState,
  OpenMailView,
} from "./mail-view.ts";
import { owesLine, whoLine } from "./owed-lines.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";
import type { NoticeView } from "./view-parts.ts";

/** Claims offered where a mail fits several. */
const CHOICES_MAX = 8;

/**
 * The open mail beside its claim before a word of it is read: whose it is, how much, and that the rest is to come. A pane
 * draws this first, since the rules of reading and of recovery are most of all that it loads; `openMail` is the whole.
 */
export const mailClaim: UseCase<OpenMailInput, OpenMailView, never> = {
  name: "mail-claim",
  asks: ({ message, account, thread = null }) => {
    const asks = asksOfMessage(message, account);
    return thread === null ? asks : { ...asks, keys: [...asks.keys, thread] };
  },
  decide: (input, loaded, facts) => ok(viewOnly(seeMail(input, loaded, facts).view)),
};

/** A mail and the claim it stands beside, with what a reading of it rests on. */
export type SeenMail = {
  readonly view: OpenMailView;
  readonly match: ClaimMatch;
  readonly subject: AccountState | null;
  readonly filed: Exchange | null;
};

export const seeMail = (input: OpenMailInput, loaded: Loaded, facts: Facts): SeenMail => {
  const { message } = input;
  const match = matchLoaded(message, loaded, input.thread ?? null);
  const exchange = exchangeOf({ message, sha256: input.sha256 ?? null });
  const known = knownAccount(match, match.together, exchange, loaded.accounts);
  const account =
    input.account ?? known ?? (match.verdict === "one" ? (match.ranked[0]?.account ?? null) : null);
  const state = stateOf(input, match, known !== null, loaded);
  const subject = account === null ? null : (loaded.accounts.get(account) ?? null);
  const filed = subject === null ? null : filedExchange(subject, message, input.sha256 ?? null);
  const seen = { match, subject, filed };
  return { ...seen, view: viewOf(input, { ...seen, state }, loaded, facts) };
};

const viewOf = (
  input: OpenMailInput,
  seen: Omit<SeenMail, "view"> & { readonly state: OpenMailState },
  loaded: Loaded,
  facts: Facts,
): OpenMailView => {
  const { message } = input;
  const { state, match, subject } = seen;
  const words = MAIL_CLAIM_WORDS[facts.language];
  const base = {
    kind: "open-mail",
    state,
    toRead: state === "follow" || (subject !== null && !UNREAD.has(state)),
    about: words.about(
      foreign(message.subject, 200),
      message.sentOn === null
        ? null
        : own(shortWeekdayDate(message.sentOn, facts.language).replace(/ /g, "\u00a0")),
    ),
    choices: [],
    follow: null,
    hint: null,
    reading: null,
    matched: null,
    filed: null,
    lines: null,
    account: null,
    name: null,
    notices: [],
    primary: null,
    more: [],
  } as const;
  if (state === "no-ledger") return { ...base, hint: words.noLedger };
  if (state === "claim" && subject !== null)
    return { ...base, ...claimPart(input, seen, subject, facts) };
  const frauds =
    state === "nobody" || state === "choose"
      ? fraudNotices(message, loaded.creditor, facts.language)
      : [];
  const actions = actionsOf(state, facts.language, seen.filed !== null);
  const others = {
    ...base,
    ...(frauds.length > 0 ? withoutInvitation(actions) : actions),
    notices: [
      ...(state === "internal" ? [internalNotice(facts.language)] : []),
      ...frauds,
      ...mailNotices(message, subject, loaded.creditor, facts.language),
    ],
  };
  if (state === "choose") {
    const choices = choicesOf(match, loaded, facts);
    return { ...others, choices, hint: choices.length === 1 ? words.chooseOne : words.choose };
  }
  // A mail that was set aside says nothing of a debtor, whoever wrote it: "no answer" beside it would be false.
  if (state === "set-aside") return { ...others, hint: asideHint(message, loaded, facts.language) };
  if (subject === null) return { ...others, hint: hintOf(state, facts.language) };
  return { ...others, ...claimPart(input, seen, subject, facts) };
};

const UNREAD: ReadonlySet<OpenMailState> = new Set(["no-ledger", "choose", "set-aside"]);

const asideHint = (message: Message, { creditor }: Loaded, language: Language): Own => {
  const words = MAIL_CLAIM_WORDS[language].notices;
  const isSender = senderSetAside(creditor, message.from?.address ?? "") !== null;
  return isSender ? words.setAside : words.messageAside;
};

const internalNotice = (language: Language): NoticeView => ({
  key: "internal",
  tone: "info",
  text: MAIL_CLAIM_WORDS[language].notices.internal,
  action: null,
});

/** Characters of a mail of nobody in which bank details are looked for. */
const IBAN_CHARS_MAX = 20_000;

/** A mail of nobody known that gives bank details which are not the creditor's: somebody may be posing as a debtor. */
const fraudNotices = (
  message: Message,
  { creditor }: CreditorState,
  language: Language,
): readonly NoticeView[] => {
  const ours = (creditor?.iban ?? "").replace(/\s/g, "").toUpperCase();
  const text = (message.text ?? message.html ?? "").slice(0, IBAN_CHARS_MAX);
  const other = ibansIn(text).find(({ iban }) => iban !== ours);
  if (other === undefined) return [];
  const { fraud } = MAIL_CLAIM_WORDS[language].notices;
  const shown = foreign(other.iban.replace(/(.{4})(?=.)/g, "$1 "), 60);
  return [{ key: "fraud", tone: "danger", text: fraud(shown), action: null }];
};

const owedBy = (state: AccountState, facts: Facts): Sentence =>
  owesLine(openPortionsOf(balancesOf(state)), facts);

/** What the mail shows beside a claim that is known, save what must be read or worked out first. */
const claimPart = (
  { account }: OpenMailInput,
  { state, match, filed }: Omit<SeenMail, "view"> & { readonly state: OpenMailState },
  subject: AccountState,
  facts: Facts,
) => {
  const words = MAIL_CLAIM_WORDS[facts.language];
  const later = [own("…")];
  return {
    account: subject.account,
    name: foreign(subject.debtor?.name ?? subject.account),
    lines: {
      who: whoLine(subject, facts),
      owes: owedBy(subject, facts),
      said: state === "claim" ? words.readingNow : later,
      next: later,
    },
    matched:
      account !== null ? words.matched.chosen(foreign("")) : matchedWords(match, facts.language),
    filed: filed === null ? null : filedViewOf(filed, facts),
  };
};

const stateOf = (
  input: OpenMailInput,
  match: ClaimMatch,
  isKnown: boolean,
  loaded: Loaded,
): OpenMailState => {
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
  if (match.verdict === "one" || isKnown) return "claim";
  return match.verdict === "tie" || match.named.length > 0 ? "choose" : "nobody";
};

/** A mail of ours with a PDF, none of whose numbers is followed yet. */
const carriesNewInvoice = (message: Message, loaded: Loaded): boolean => {
  const hasPdf = message.attachments.some((file) => /\.pdf$/i.test(file.name));
  const isReply = message.inReplyTo.length > 0;
  const isFollowed = [...loaded.accounts.values()].some((account) =>
    account.invoices.some((invoice) => message.subject.includes(invoice.number)),
  );
  return hasPdf && !isReply && !isFollowed && invoiceNumberIn(message) !== null;
};

const hintOf = (state: OpenMailState, language: Language): Own | null => {
  const words = MAIL_CLAIM_WORDS[language];
  if (state === "nobody") return words.nobody;
  if (state === "ours") return words.ours;
  return null;
};

const matchedWords = (match: ClaimMatch, language: Language): Sentence | null => {
  const reason = match.ranked[0]?.reasons[0];
  return reason === undefined ? null : reasonWords(reason, language);
};

const reasonWords = (reason: MatchReason, language: Language): Sentence =>
  MAIL_CLAIM_WORDS[language].matched[reason.code](foreign(reason.value, 100));

const choicesOf = (match: ClaimMatch, loaded: Loaded, facts: Facts): readonly ChoiceView[] => {
  const words = MAIL_CLAIM_WORDS[facts.language];
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
    const state = loaded.accounts.get(account);
    return {
      key: account,
      account,
      name: foreign(state?.debtor?.name ?? account),
      reason,
      owes: state === undefined ? [] : owedBy(state, facts),
    };
  });
};

/** What is to be said of a mail before it is read. `isRobot`: nobody wrote it, so no sender is a stranger. */
export const mailNotices = (
  message: Message,
  subject: AccountState | null,
  creditor: CreditorState,
  language: Language,
  isRobot = false,
): readonly NoticeView[] => {
  const words = MAIL_CLAIM_WORDS[language].notices;
  const notices: NoticeView[] = [];
  const say = (key: string, tone: NoticeView["tone"], text: Sentence): void => {
    notices.push({ key, tone, text, action: null });
  };
  const sender = message.from?.address ?? "";
  if (subject !== null && sender !== "" && !isOurs(sender, creditor)) {
    const isKnown =
      subject.contacts.some((contact) => contact.email?.toLowerCase() === sender) ||
      payerAddressesOf(subject).includes(sender);
    if (!isKnown && !isRobot) say("sender", "warning", words.lookalike(foreign(sender, 120)));
  }
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

type MailActions = {
  readonly primary: MailActionView | null;
  readonly more: readonly MailActionView[];
};

/** Beside a warning of fraud nothing invites: whoever poses as a debtor would be made one by the first click. */
const withoutInvitation = ({ primary, more }: MailActions): MailActions => ({
  primary: null,
  more: primary === null ? more : [...more, primary],
});

const actionsOf = (state: OpenMailState, language: Language, isFiled: boolean): MailActions => {
  const { actions } = MAIL_CLAIM_WORDS[language];
  switch (state) {
    case "claim":
      return { primary: null, more: [] };
    case "choose":
      return {
        primary: null,
        more: [
          mailAction("new-debtor", actions.newDebtor),
          mailAction("not-a-debtor", actions.notADebtor),
        ],
      };
    case "nobody":
      return {
        primary: mailAction("new-debtor", actions.newDebtor),
        more: [
          mailAction("other-claim", actions.otherClaim),
          mailAction("not-a-debtor", actions.notADebtor),
          mailAction("never-this-sender", actions.neverThisSender),
        ],
      };
    case "follow":
      return { primary: mailAction("follow", actions.follow), more: [] };
    case "ours":
    case "internal":
      return {
        primary: isFiled
          ? null
          : mailAction(
              state === "ours" ? "file-sent" : "file",
              state === "ours" ? actions.fileSent : actions.file,
            ),
        more: [
          ...(isFiled ? [mailAction("export", actions.export)] : []),
          mailAction("other-claim", actions.otherClaim),
        ],
      };
    case "set-aside":
      return {
        primary: null,
        more: [
          mailAction("other-claim", actions.otherClaim),
          mailAction("new-debtor", actions.newDebtor),
        ],
      };
    case "no-ledger":
      return { primary: null, more: [] };
  }
};

/** A button whose act needs the mail itself. */
export const mailAction = (
  key: Extract<MailActionView, { readonly mail: string }>["mail"],
  label: Own,
): MailActionView => ({ key, label, mail: key });
