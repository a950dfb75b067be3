import * as z from "zod/mini";
import type { AccountDay } from "#shared/app/today-days.ts";
import type { Suggest, TodayRowView, TodayView } from "#shared/app/today-list.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { parseJson } from "#shared/ledger/canonical.ts";
import type { SentMail } from "#shared/recovery/contact-load.ts";
import type { TodayRow } from "#shared/recovery/today-row.ts";
import type { Services } from "#gmail/script/google-port.ts";
import type { DayWorld } from "./core-port.ts";
import { shardOfAccount } from "./key-table.ts";
import type { GmailLedgerFault, StoredToday } from "./ledger.ts";
import { readShards, rowIn } from "./load.ts";
import type { Lost, Reading } from "./load.ts";
import type { Session } from "./session.ts";
import { packed } from "./pieces.ts";
import type { AccountRow } from "./rows.ts";
import { filesProperty, idsProperty, metaProperty, todayProperty, todayTextIn } from "./stored.ts";
import type { Values } from "./stored.ts";
import { takeIds } from "./ids.ts";

z.config({ jitless: true });

/**
 * The list of today. A hidden file keeps what each account brings to it, so that a change of one account is a change of its
 * part; the properties keep the list as it is drawn, so that Gmail's home card needs no Drive. What moves every account (a
 * new day, payments known) is worked out again in slices, account by account.
 */
export type TodayFile = {
  /** The day that `days` are of; null: none were worked out. */
  readonly date: string | null;
  /** Shards whose accounts are in `mails`, and in `days`, as a fold goes through them. */
  readonly mailsDone: number;
  readonly daysDone: number;
  /** The creditor's own facts changed since. */
  readonly due: boolean;
  readonly mails: Readonly<Record<string, readonly SentMail[]>>;
  readonly days: Readonly<Record<string, AccountDay>>;
};

/** With so few accounts, all of them are looked at with every change. */
const SMALL_ACCOUNTS = 60;
/** Shards of one slice: 1.5 MB of states. */
const SLICE_SHARDS = 24;
/** Rows that the home card and « Commencer » go through; the desk has the rest. */
const ROWS_KEPT_MAX = 40;
/** Characters of the list in the properties. */
const LIST_CHARS_MAX = 16_000;

const NO_TODAY: TodayFile = {
  date: null,
  mailsDone: 0,
  daysDone: 0,
  due: true,
  mails: {},
  days: {},
};

const isRecord = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const FILE = z.object({
  date: z.nullable(z.string()),
  mailsDone: z.number(),
  daysDone: z.number(),
  due: z.boolean(),
  mails: z.custom<TodayFile["mails"]>(isRecord),
  days: z.custom<TodayFile["days"]>(isRecord),
});

const VIEW = z.object({
  view: z.custom<TodayView>(
    (value) => isRecord(value) && Array.isArray((value as { rows?: unknown }).rows),
  ),
  more: z.number(),
  date: z.string(),
  language: z.enum(["fr", "en"]),
  at: z.number(),
  due: z.boolean(),
  build: z.string(),
});

/** What was stored by another build is no list of this one. */
export const storedToday = (
  services: Services,
  values: Values,
  build: string,
): StoredToday | null => {
  const parsed = VIEW.safeParse(parseJson(todayTextIn(services, values) ?? ""));
  if (!parsed.success || parsed.data.build !== build) return null;
  const { view, more, date, language, at, due } = parsed.data;
  return { view, more, date: dateOf(date), language, at, due };
};

/** The same list, said to be due. */
export const dueProperty = ({ services, values, stored }: Session): Values => {
  const known = storedToday(services, values, stored.meta.build);
  return known === null ? {} : listProperty(services, { ...known, due: true }, stored.meta.build);
};

const listProperty = (services: Services, stored: StoredToday, build: string): Values => {
  let { view, more } = stored;
  for (;;) {
    const text = JSON.stringify({ ...stored, view, more, build });
    if (packed(services, text).length <= LIST_CHARS_MAX || view.rows.length <= 1)
      return todayProperty(services, text);
    const half = Math.ceil(view.rows.length / 2);
    more += view.rows.length - half;
    view = { ...view, rows: view.rows.slice(0, half) };
  }
};

export type DayChange = {
  readonly creditor: CreditorState;
  readonly creditorChanged: boolean;
  readonly rows: ReadonlyMap<string, AccountRow>;
  readonly accounts: number;
};

export type DayPlan = { readonly text: string; readonly values: Values };

/** What a change of some accounts makes of the list. */
export const planDay = (
  session: Session,
  change: DayChange,
): Result<DayPlan, GmailLedgerFault | Lost> => {
  const { core, stored } = session;
  const read = readFile(session);
  if (!read.ok) return read;
  const world = worldOf(session, change.creditor, read.value.mails);
  const { today } = world.facts;
  const { mailsOf, daysOf } = core().day;
  const mails: Record<string, readonly SentMail[]> = { ...read.value.mails };
  const days: Record<string, AccountDay> = { ...read.value.days };
  const states = new Map<string, AccountState>();
  const isSmall = change.accounts <= SMALL_ACCOUNTS;
  if (isSmall) {
    const all = readShards(session, numbered(0, stored.meta.shards), false);
    if (!all.ok) return all;
    for (const [account, row] of rowsOf(session, all.value.shards)) states.set(account, row.state);
  }
  for (const [account, { state }] of change.rows) states.set(account, state);
  for (const [account, state] of states) {
    const sent = mailsOf(state, change.creditor, today);
    if (sent.length > 0) mails[account] = sent;
    else delete mails[account];
  }
  const now = { ...world, mails: Object.values(mails) };
  for (const [account, day] of daysOf(states.values(), now)) days[account] = day;
  const isOfToday = isSmall || read.value.date === today;
  const file: TodayFile = isSmall
    ? {
        date: today,
        due: false,
        mailsDone: stored.meta.shards,
        daysDone: stored.meta.shards,
        mails,
        days,
      }
    : { ...read.value, mails, days, due: read.value.due || change.creditorChanged };
  const isWhole = isOfToday && file.daysDone >= stored.meta.shards;
  return ok({
    text: JSON.stringify(file),
    values: isWhole ? drawn(session, file, now, states) : dueProperty(session),
  });
};

/** Whether the list is to be worked out anew; null where there is no creditor yet, and nothing to list. */
export const isDayDue = (session: Session, creditor: CreditorState): boolean => {
  if (creditor.creditor === null) return false;
  const { today, language } = session.facts(creditor);
  const known = storedToday(session.services, session.values, session.stored.meta.build);
  return known === null || known.due || known.date !== today || known.language !== language;
};

/** One slice of working out the list anew: first the mails of all accounts, then what each brings, then the list. */
export const dayStep = (session: Session): Result<Values, GmailLedgerFault | Lost> => {
  const { core, stored, derived, drive, services, values } = session;
  const { meta } = stored;
  const read = readFile(session);
  if (!read.ok) return read;
  const first = readShards(session, [], true);
  if (!first.ok) return first;
  const creditor = first.value.creditor.state;
  const { today } = session.facts(creditor);
  const before = read.value;
  const needsMails = before.mailsDone < meta.shards;
  const isBegun = before.date === today && !before.due;
  const from = needsMails
    ? before.mailsDone
    : isBegun && before.daysDone < meta.shards
      ? before.daysDone
      : 0;
  const slice = numbered(from, Math.min(meta.shards, from + SLICE_SHARDS));
  const shards = readShards(session, slice, false);
  if (!shards.ok) return shards;
  const states = new Map<string, AccountState>();
  for (const [account, row] of rowsOf(session, shards.value.shards)) states.set(account, row.state);
  const done = from + slice.length;
  let file: TodayFile;
  if (needsMails) {
    const mails = from === 0 ? {} : { ...before.mails };
    for (const [account, state] of states) {
      const sent = core().day.mailsOf(state, creditor, today);
      if (sent.length > 0) mails[account] = sent;
    }
    file = { ...before, mails, mailsDone: done, date: null };
  } else {
    const days: Record<string, AccountDay> = from === 0 ? {} : { ...before.days };
    const world = worldOf(session, creditor, before.mails);
    for (const [account, day] of core().day.daysOf(states.values(), world)) days[account] = day;
    file = { ...before, date: today, due: false, days, daysDone: done };
  }
  const isDone = !needsMails && done >= meta.shards;
  const list = isDone ? drawnWithStates(session, file, creditor) : ok({});
  if (!list.ok) return list;
  const ids = takeIds(drive, stored.ids, {
    drive: 0,
    appDataFolder: stored.files.has("today") ? 0 : 1,
  });
  if (!ids.ok) return ids;
  const plan = derived.plan(
    stored,
    new Map([["today", JSON.stringify(file)]]),
    ids.value.taken.appDataFolder,
  );
  const written = drive.write(plan.writes);
  if (!written.ok) return written;
  if (written.value.size > 0) return { ok: false, error: { type: "lost" } };
  const ended: Values = {
    ...list.value,
    ...metaProperty({ ...meta, generation: meta.generation + 1 }),
    ...filesProperty(plan.files),
    ...idsProperty(ids.value.left),
  };
  services.properties.write(ended);
  derived.remember(stored, plan);
  return ok({ ...values, ...ended });
};

/** Steps of which how many are done, for a line that says so. */
export const daySteps = (session: Session): { readonly steps: number; readonly done: number } => {
  const slices = Math.ceil(session.stored.meta.shards / SLICE_SHARDS);
  const read = readFile(session);
  if (!read.ok) return { steps: slices * 2, done: 0 };
  const { mailsDone, daysDone } = read.value;
  const done = Math.floor(Math.min(mailsDone, mailsDone + daysDone) / SLICE_SHARDS);
  return { steps: slices * 2, done: Math.min(done, slices * 2 - 1) };
};

const readFile = ({ derived, stored }: Reading): Result<TodayFile, GmailLedgerFault> => {
  const read = derived.read(stored, ["today"]);
  if (!read.ok) return read;
  const parsed = FILE.safeParse(parseJson(read.value.texts.get("today") ?? ""));
  return ok(parsed.success ? parsed.data : NO_TODAY);
};

const numbered = (from: number, to: number): readonly number[] => {
  const numbers: number[] = [];
  for (let at = from; at < to; at += 1) numbers.push(at);
  return numbers;
};

const rowsOf = (
  session: Session,
  shards: Parameters<typeof rowIn>[0],
): ReadonlyMap<string, AccountRow> => {
  const rows = new Map<string, AccountRow>();
  for (const lines of shards.values())
    for (const account of lines.keys()) {
      const row = rowIn(shards, account, session);
      if (row !== null && row !== "lost") rows.set(account, row);
    }
  return rows;
};

const worldOf = (
  session: Session,
  creditor: CreditorState,
  mails: TodayFile["mails"],
): DayWorld => ({
  ledger: session.stored.meta.ledger,
  creditor,
  facts: session.facts(creditor),
  mails: Object.values(mails),
});

const NOTHING_SUGGESTED: Suggest = () => null;

/** The list in the properties: rows of accounts that did not change stay as they were drawn. */
const drawn = (
  session: Session,
  file: TodayFile,
  world: DayWorld,
  states: ReadonlyMap<string, AccountState>,
): Values => {
  const { services, values, stored } = session;
  const known = storedToday(services, values, stored.meta.build);
  const rows = new Map<string, TodayRowView>();
  if (known !== null && known.date === world.facts.today && known.language === world.facts.language)
    for (const row of known.view.rows) rows.set(row.key, row);
  const unchanged = (row: TodayRow): TodayRowView | null => {
    const before = rows.get(row.key);
    return before === undefined || before.accounts.some((account) => states.has(account))
      ? null
      : before;
  };
  const view = session.core().day.draw(Object.values(file.days), world, {
    states,
    drawn: unchanged,
    suggest: NOTHING_SUGGESTED,
  });
  return kept(session, view, world, file.due);
};

const drawnWithStates = (
  session: Session,
  file: TodayFile,
  creditor: CreditorState,
): Result<Values, GmailLedgerFault | Lost> => {
  const world = worldOf(session, creditor, file.mails);
  const { draw } = session.core().day;
  const days = Object.values(file.days);
  const how = { drawn: () => null, suggest: NOTHING_SUGGESTED };
  const bare = draw(days, world, { ...how, states: new Map() });
  const accounts = bare.rows.slice(0, ROWS_KEPT_MAX).map(({ account }) => account);
  const { shards: count } = session.stored.meta;
  const wanted = new Set(accounts.map((account) => shardOfAccount(account, count)));
  const read = readShards(session, [...wanted], false);
  if (!read.ok) return read;
  const states = new Map<string, AccountState>();
  for (const account of accounts) {
    const row = rowIn(read.value.shards, account, session);
    if (row !== null && row !== "lost") states.set(account, row.state);
  }
  const suggest = session.suggest?.() ?? NOTHING_SUGGESTED;
  return ok(kept(session, draw(days, world, { ...how, states, suggest }), world, file.due));
};

const kept = (session: Session, view: TodayView, { facts }: DayWorld, due: boolean): Values => {
  const { services, stored } = session;
  return listProperty(
    services,
    {
      view: { ...view, rows: view.rows.slice(0, ROWS_KEPT_MAX) },
      more: Math.max(0, view.rows.length - ROWS_KEPT_MAX),
      date: facts.today,
      language: facts.language,
      at: services.now(),
      due,
    },
    stored.meta.build,
  );
};
