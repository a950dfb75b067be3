import { idOfFacts } from "#shared/kernel/ids.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { calendarItems } from "#shared/recovery/calendar-items.ts";
import type { CalendarItem } from "#shared/recovery/calendar-items.ts";
import { calendarText } from "./calendar-text.ts";
import type { CalendarEvent } from "./calendar-text.ts";
import { isFollowedBy } from "./owner-acts.ts";
import { accountsOnScreen, contextOf } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, UseCase } from "./use-case.ts";

export type CalendarInput = {
  /** False, unless the user asks: no debtor's name and no amount leaves in a calendar that others see. */
  readonly named: boolean;
  /** Of the debtors that this person among us follows; null: of all. */
  readonly owner: string | null;
};

export type CalendarView = {
  readonly kind: "calendar";
  readonly fileName: string;
  /** iCalendar text (RFC 5545), lines end with CR LF; `text/calendar; charset=utf-8`. */
  readonly text: string;
  readonly count: number;
  /** What the file holds and what it leaves out. */
  readonly note: Own;
};

export const calendarView: UseCase<CalendarInput, CalendarView, never> = {
  name: "calendar",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: ({ named, owner }, loaded, facts) => {
    const context = contextOf(loaded, facts);
    const all = accountsOnScreen(loaded, context);
    const asked = owner === null ? all : all.filter(({ state }) => isFollowedBy(state, owner));
    const items = calendarItems(asked, context);
    const events = eventsOf(items, loaded.ledger, named, facts);
    return ok(
      viewOnly<CalendarView>({
        kind: "calendar",
        fileName: `relance-${facts.today}.ics`,
        text: calendarText(events, facts.now),
        count: events.length,
        note: APP[facts.language].calendar.note(events.length, named),
      }),
    );
  },
};

/** One event a debtor, day and kind: ten invoices that fall due together are one date in a diary. */
const eventsOf = (
  items: readonly CalendarItem[],
  ledger: string,
  named: boolean,
  facts: Facts,
): readonly CalendarEvent[] => {
  const words = APP[facts.language].calendar;
  const { dated } = recoveryWords[facts.language];
  const seen = new Set<string>();
  const events: CalendarEvent[] = [];
  for (const { key, on, kind, account, name } of items) {
    const day = `${account} ${kind} ${on}`;
    if (seen.has(day)) continue;
    seen.add(day);
    const uid = `${idOfFacts("event", [ledger, account, key])}@relance`;
    const what = own(dated[kind]);
    const summary = named
      ? words.named(what, foreign(name).foreign)
      : words.event(what, initialsOf(name));
    events.push({ uid, on, summary: summary.own });
  }
  return events;
};

const INITIALS_MAX = 3;

/** Enough for the one who knows, nothing for the one who looks over the shoulder. */
const initialsOf = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, INITIALS_MAX)
    .map((word) => `${Array.from(word)[0] ?? ""}.`.toUpperCase())
    .join("");
