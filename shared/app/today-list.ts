import type { AccountState, Exchange } from "#shared/claims/account.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { own, foreign } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Money } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { APP } from "#shared/locales/app.ts";
import { APP_CLAIM } from "#shared/locales/app-claim.ts";
import { say } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import type { Reason } from "#shared/recovery/reasons.ts";
import { TODAY_WORDS } from "#shared/locales/today-words.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { joinToday, todayFor } from "#shared/recovery/today.ts";
import type { TodayList } from "#shared/recovery/today.ts";
import { CHIPS } from "#shared/recovery/today-row.ts";
import type { Chip, RowWord, TodayRow } from "#shared/recovery/today-row.ts";
import type { ReadingView } from "./mail-view.ts";
import { besideRow, rowAction } from "./row-action.ts";
import { sumsOf } from "./owed-lines.ts";
import {
  accountsOnScreen,
  answersLine,
  contextOf,
  paymentsLine,
  reasonText,
} from "./screen-facts.ts";
import { accountDay, doneInDays } from "./today-days.ts";
import type { AccountDay } from "./today-days.ts";
import { draftsOf } from "./today-drafts.ts";
import { entitiesWord, moreOfGroup } from "./today-group-row.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";
import type { ActionView, EmptyView, FactLineView, NoticeView, RepliedIn } from "./view-parts.ts";

export type TodayInput = {
  /** Whether the host can write several drafts into the mailbox by itself. */
  readonly canWriteDrafts: boolean;
  /** What is for the reader alone, where some debtors have an owner; absent: all. */
  readonly mine?: boolean;
  /** Beyond the day's minutes too; absent: what fits in them. */
  readonly whole?: boolean;
};

/** « À moi », « Tous ». */
export type OwnerChipView = {
  readonly key: "mine" | "all";
  readonly label: Own;
  readonly pressed: boolean;
};

export type ChipView = { readonly key: Chip; readonly label: Own; readonly count: number };

export type TodayRowView = {
  /** Stable between two drawings. */
  readonly key: string;
  readonly account: string;
  /** All that it is of: more than one where it is a group's. */
  readonly accounts: readonly string[];
  readonly wordKey: RowWord;
  /** Upper case in French and English: `RELANCE`, `REMINDER`. */
  readonly word: Own;
  /** The chip it is counted under. */
  readonly chip: Chip;
  readonly name: Foreign;
  /** Beside the name: `(3 entités)`; null for one debtor. */
  readonly entities: Own | null;
  readonly amounts: readonly Own[];
  readonly reason: Sentence;
  readonly primary: ActionView;
  /** Beside the primary one: a reply can be read before it is confirmed. */
  readonly secondary: ActionView | null;
  /** « Sans effet », « C'est fait », in one click; null where there is none, or the reply must be opened first. */
  readonly aside: ActionView | null;
  /** The reply it shows, where several may be chosen together; `sure`: may be confirmed with others. */
  readonly reply: (RepliedIn & { readonly sure: boolean }) | null;
  /** Behind `[...]`: not today, why, thread, debtor's file. */
  readonly more: readonly ActionView[];
};

export type TodayView = {
  readonly kind: "today";
  readonly title: Own;
  /** `ven. 20 nov.` */
  readonly date: Own;
  readonly search: ActionView;
  readonly payments: FactLineView;
  readonly answers: FactLineView;
  /** `84 210 € en retard · 37 débiteurs · ~35 min`, or in `small`: `3 200 € attendus, dont 1 150 € en retard`. */
  readonly summary: Own;
  /** Amounts late by currency, for a header that has room for nothing else. */
  readonly overdue: readonly Own[];
  /** Under 20 open invoices: no chips, no minutes. */
  readonly small: boolean;
  /** Empty in `small`; a chip with nothing to count is left out. */
  readonly chips: readonly ChipView[];
  /** Whose rows are shown; empty where no debtor has an owner. */
  readonly owners: readonly OwnerChipView[];
  readonly rows: readonly TodayRowView[];
  /** `12 autres demain`: what the day's minutes have no room for; null where all is shown. */
  readonly later: { readonly text: Own; readonly show: Own } | null;
  /** `8 brouillons à préparer` with `Tout préparer` or `Commencer`; null where there is none. */
  readonly drafts: { readonly text: Own; readonly action: ActionView } | null;
  /** `Rien pour 24 débiteurs : pourquoi ›`; null where there is none. */
  readonly silent: ActionView | null;
  /** Where no row is left: what was done today and what comes next. */
  readonly end: Sentence | null;
  /** Bank lines without a debtor, entries of a later version. */
  readonly notices: readonly NoticeView[];
  /** In place of everything below it: no ledger yet, or no invoice yet. */
  readonly empty: EmptyView | null;
};

const CHIP_OF: Readonly<Record<RowWord, Chip>> = {
  clock: "clocks",
  "to-read": "to-read",
  broken: "promises",
  promise: "promises",
  check: "promises",
  draft: "reminders",
  blocked: "reminders",
  reminder: "reminders",
  call: "calls",
  exhibit: "calls",
};

/** What was understood of a reply that is filed; null where it is not worth proposing. */
export type Suggest = (
  state: AccountState,
  exchange: Exchange,
  loaded: Loaded,
  facts: Facts,
) => ReadingView | null;

/** The screen of every morning, with what it proposes for replies. */
export const todayWith = (suggest: Suggest): UseCase<TodayInput, TodayView, never> => ({
  name: "today",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (input, loaded, facts) => {
    const context = contextOf(loaded, facts);
    const days = accountsOnScreen(loaded, context).map((on) => accountDay(on, context));
    return ok(viewOnly<TodayView>(drawToday(days, context, input, { suggest, loaded, facts })));
  },
});

/**
 * Draws the day from what each account brings to it. A host that keeps those may draw it without the accounts: `loaded`
 * then holds those whose rows are drawn anew, and `drawn` says what the others' looked like.
 */
export const drawToday = (
  days: readonly AccountDay[],
  context: RecoveryContext,
  { canWriteDrafts, mine = false, whole = false }: TodayInput,
  from: Omit<Drawing, "canWriteDrafts">,
): TodayView => {
  const { facts, loaded } = from;
  const owned = days.some((day) => day.owned);
  const accounts = todayFor(
    days.map((day) => day.today),
    owned && mine ? facts.by : null,
  );
  const list = joinToday(accounts, context, whole);
  const words = APP[facts.language];
  const named = recoveryWords[facts.language];
  const rows = list.rows.map(
    (row, index) => from.drawn?.(row) ?? rowOf(row, index, { ...from, canWriteDrafts }),
  );
  const held = heldBack(list);
  const labels = APP_CLAIM[facts.language].facts;
  const heldClicks = [
    { count: held.payments, click: labels.paymentsUpToDate },
    { count: held.answers, click: labels.looked },
  ].filter(({ count }) => count > 0);
  const empty = emptyView(
    loaded.creditor,
    days.some((day) => day.hasInvoices),
    facts,
  );
  return {
    kind: "today",
    title: words.common.today,
    date: words.today.date(facts.today),
    search: {
      key: "search",
      label: words.common.search,
      action: { go: "search", query: "" },
    },
    payments: paymentsLine(context, facts),
    // What holds a step back has its button, however lately answers were looked for.
    answers: answersLine(context, facts, null, held.answers > 0),
    summary: summaryOf(list, facts),
    overdue: overdueOf(list).map((amount) => words.common.amount(amount)),
    small: list.small,
    chips: list.small
      ? []
      : CHIPS.filter((chip) => list.chips[chip] > 0).map((chip) => ({
          key: chip,
          label: own(named.chips[chip]),
          count: list.chips[chip],
        })),
    owners: owned ? ownerChips(mine, facts) : [],
    rows,
    later: laterOf(list, facts),
    drafts: draftsOf(list, canWriteDrafts, facts),
    silent:
      list.silent.length === 0
        ? null
        : {
            key: "silent",
            label: words.today.silent(list.silent.length),
            action: { go: "silent" },
          },
    end:
      rows.length === 0 && empty === null
        ? words.today.end(doneInDays(days), list.nextOn, facts.today, heldClicks)
        : null,
    notices: noticesOf(loaded, facts),
    empty,
  };
};

/** The same list while the rules of reading are yet to come: replies are there to be read. */
export const todayList = todayWith(() => null);

/** Steps that are due, one a debtor, and that a click of the person alone keeps back. */
const heldBack = ({
  silent,
}: TodayList): { readonly payments: number; readonly answers: number } => {
  const by = (...codes: readonly Reason["code"][]): number =>
    silent.filter(({ reason }) => codes.includes(reason.code)).length;
  return {
    payments: by("payments-never-known", "payments-stale"),
    answers: by("answers-not-looked-at"),
  };
};

const laterOf = ({ later }: TodayList, facts: Facts): TodayView["later"] => {
  const words = TODAY_WORDS[facts.language];
  return later === 0 ? null : { text: words.later(later), show: words.showLater };
};

const ownerChips = (mine: boolean, facts: Facts): readonly OwnerChipView[] => {
  const words = TODAY_WORDS[facts.language].owners;
  return [
    { key: "mine", label: words.mine, pressed: mine },
    { key: "all", label: words.all, pressed: !mine },
  ];
};

const overdueOf = ({ header }: TodayList): readonly Money[] =>
  sumsOf(header.amounts.map(({ currency, overdue }) => ({ currency, minor: overdue })));

const summaryOf = (list: TodayList, facts: Facts): Own => {
  const words = APP[facts.language].today;
  const overdue = overdueOf(list);
  const expected = sumsOf(
    list.header.amounts.map((amount) => ({ currency: amount.currency, minor: amount.expected })),
  );
  if (expected.length === 0) {
    const contested = sumsOf(
      list.header.amounts.map((amount) => ({ currency: amount.currency, minor: amount.contested })),
    );
    return contested.length === 0 ? words.nothingExpected : words.allContested(contested);
  }
  if (list.small) return words.smallSummary(expected, overdue);
  const { debtors, minutes } = list.header;
  return overdue.length === 0
    ? words.nothingLate(expected, minutes)
    : words.summary(overdue, debtors, minutes);
};

/** Replies whose suggestion is worked out for the list; beyond, they are opened one by one. */
const SUGGESTIONS_MAX = 40;

type Drawing = {
  readonly suggest: Suggest;
  readonly loaded: Loaded;
  readonly facts: Facts;
  readonly canWriteDrafts: boolean;
  /** A row as it was drawn before, where nothing in it has changed since; null or absent: it is drawn. */
  readonly drawn?: (row: TodayRow) => TodayRowView | null;
};

const rowOf = (row: TodayRow, index: number, drawing: Drawing): TodayRowView => {
  const { suggest, loaded, facts } = drawing;
  const state = loaded.accounts.get(row.account);
  const view = rowView(row, state, drawing);
  if (row.action.type !== "read" || state === undefined || index >= SUGGESTIONS_MAX) return view;
  const { exchange: id } = row.action;
  const exchange = state.exchanges.find((one) => one.exchange === id);
  const reading = exchange === undefined ? null : suggest(state, exchange, loaded, facts);
  if (reading === null) return view;
  const words = MAIL_WORDS[facts.language];
  const [iban] = reading.fraud;
  if (iban !== undefined) return { ...view, reason: words.fraudRow(iban) };
  const reply = { account: row.account, exchange: id };
  const isProposed = reading.quote !== null && reading.confidence !== "unsure";
  const chosen: TodayRowView = {
    ...view,
    aside: {
      key: `${view.key}/no-effect`,
      label: words.actions.noEffect,
      action: { act: "leave-without-effect", replies: [reply] },
    },
    reply: { ...reply, sure: isProposed && reading.confidence === "sure" },
  };
  if (reading.quote === null || !isProposed) return chosen;
  const { by } = reading.values;
  const day =
    by === null || reading.tag !== "promise"
      ? null
      : own(shortDate(by, facts.today, facts.language));
  return {
    ...chosen,
    reason: words.suggested(reading.quote, reading.tagWord),
    primary: {
      key: `${view.key}/confirm`,
      label: day === null ? words.actions.confirm : words.confirmDay(day),
      action: { act: "confirm-reading", account: row.account, exchange: id },
    },
    secondary: view.primary,
  };
};

const rowView = (
  row: TodayRow,
  state: AccountState | undefined,
  { facts, canWriteDrafts }: Drawing,
): TodayRowView => {
  const words = APP[facts.language];
  const { account, key } = row;
  return {
    key,
    account,
    accounts: row.members.length === 0 ? [account] : row.members.map((one) => one.account),
    wordKey: row.word,
    word: own(recoveryWords[facts.language].rows[row.word]),
    chip: CHIP_OF[row.word],
    name: foreign(row.name),
    entities: row.members.length === 0 ? null : entitiesWord(row, facts),
    amounts: row.amounts.map((amount) => words.common.amount(amount)),
    reason: withWarning(row, facts),
    primary: { ...rowAction(row.action, row.word, account, state, facts), key: `${key}/do` },
    secondary: null,
    aside: besideRow(row.action, account, facts),
    reply: null,
    more: row.members.length > 0 ? moreOfGroup(row, facts, canWriteDrafts) : moreOfOne(row, facts),
  };
};

const withWarning = ({ reason, warning }: TodayRow, facts: Facts): Sentence => {
  const said = saidInRow(reason, facts);
  return warning === null ? said : say`${said} · ${reasonText(warning, facts)}`;
};

/** The row is headed "to read" already: it has room for the words alone. */
const saidInRow = (reason: Reason, facts: Facts): Sentence => {
  const words = reason.code === "reply-to-read" ? reason.values.words : null;
  if (reason.code !== "reply-to-read" || words === null || words.trim() === "")
    return reasonText(reason, facts);
  return recoveryWords[facts.language].replyInRow(words, reason.values.count);
};

const moreOfOne = ({ account, key }: TodayRow, facts: Facts): readonly ActionView[] => {
  const words = APP[facts.language];
  return [
    {
      key: `${key}/put-off`,
      label: words.today.more.notToday,
      action: { form: "put-off", account, subject: null },
    },
    { key: `${key}/why`, label: words.today.more.why, action: { go: "claim", account } },
    {
      key: `${key}/thread`,
      label: words.today.more.thread,
      action: { go: "timeline", account },
    },
    { key: `${key}/file`, label: words.today.more.file, action: { go: "account", account } },
  ];
};

const noticesOf = ({ creditor }: Loaded, facts: Facts): readonly NoticeView[] => {
  const words = APP[facts.language].today;
  const notices: NoticeView[] = [];
  const lines = creditor.bankLines.filter((line) => line.state === "open");
  if (lines.length > 0) {
    const amounts = sumsOf(lines.map(({ currency, amount }) => ({ currency, minor: amount })));
    notices.push({
      key: "bank-lines",
      tone: "warning",
      text: words.bankLines(lines.length, amounts),
      action: { key: "bank-lines/assign", label: words.bankLinesAction, action: { go: "import" } },
    });
  }
  const unread = creditor.deferred.filter(
    ({ reason }) => reason !== "of-unknown" && reason !== "recorded-twice",
  );
  if (unread.length > 0) {
    notices.push({
      key: "deferred",
      tone: "danger",
      text: words.deferred(unread.length),
      action: null,
    });
  }
  return notices;
};

const emptyView = (
  { creditor }: CreditorState,
  hasInvoices: boolean,
  facts: Facts,
): EmptyView | null => {
  const words = APP[facts.language].today;
  if (creditor === null) {
    const { title, text, start } = words.noLedger;
    return {
      title,
      text,
      actions: [{ key: "first-run", label: start, action: { go: "first-run" } }],
    };
  }
  if (hasInvoices) return null;
  const { title, text } = words.noInvoices;
  return {
    title,
    text,
    actions: [
      { key: "import", label: words.noInvoices.import, action: { go: "import" } },
      {
        key: "add-debtor",
        label: words.noInvoices.addDebtor,
        action: { form: "debtor", account: null, subject: null },
      },
    ],
  };
};
