import { claimView } from "#shared/app/claim-view.ts";
import { debtorView } from "#shared/app/debtor-view.ts";
import { TIMELINE_PAGE, timelineView } from "#shared/app/timeline-view.ts";
import type { TodayRowView } from "#shared/app/today-list.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { CardPlace } from "#gmail/script/cards/action-ref.ts";
import type { Card } from "#gmail/script/cards/card.ts";
import { claimCard, itemCard, queueEndCard } from "#gmail/script/cards/claim-card.ts";
import { debtorCard } from "#gmail/script/cards/debtor-card.ts";
import { faultCard } from "#gmail/script/cards/fault-card.ts";
import { CARD_PAGE, timelineCard } from "#gmail/script/cards/timeline-card.ts";
import { refusalWords } from "./refusal-words.ts";
import type { AnyRefusal } from "./refusal-words.ts";
import type { World } from "./world.ts";

/** Screens of one debtor, and the list gone through one card after another. */

const drawn = <View>(
  world: World,
  view: Result<View, AnyRefusal>,
  draw: (view: View) => Card,
): Card =>
  view.ok ? draw(view.value) : faultCard(refusalWords(view.error, world.face), world.face);

export const claimScreen = (world: World, account: string, done: DoneView | null = null): Card =>
  drawn(world, world.ledger.run(claimView, { account }), (view) =>
    claimCard(view, world.face, done),
  );

export const debtorScreen = (world: World, account: string, done: DoneView | null = null): Card =>
  drawn(world, world.ledger.run(debtorView, { account }), (view) =>
    debtorCard(view, world.face, done),
  );

/** Cards in one page of the view. */
const CARDS_A_PAGE = TIMELINE_PAGE / CARD_PAGE;

export const timelineScreen = (
  world: World,
  account: string,
  page: number,
  done: DoneView | null = null,
): Card => {
  const input = { account, page: Math.floor(page / CARDS_A_PAGE) };
  return drawn(world, world.ledger.run(timelineView, input), (view) =>
    timelineCard(view, page, world.face, done),
  );
};

/**
 * The item of today's list at a rank, or the one after `row`: a row that has been dealt with is gone, and the next one
 * stands at its rank.
 */
export const itemScreen = (
  world: World,
  { row, rank = 0 }: Pick<CardPlace, "row" | "rank">,
  done: DoneView | null = null,
): Card => {
  const stored = world.ledger.summary();
  const rows = stored?.view.rows ?? [];
  const former = row === undefined ? -1 : rows.findIndex(({ key }) => key === row);
  // `rank` is that of the item wanted; where the one before it went, everything has moved up.
  const at = row === undefined ? rank : former >= 0 ? former + 1 : Math.max(0, rank - 1);
  const next = rows[at];
  if (next === undefined) return queueEndCard(stored?.more ?? 0, world.face, done);
  return itemOf(world, next, at, rows.length + (stored?.more ?? 0), done);
};

const itemOf = (
  world: World,
  row: TodayRowView,
  rank: number,
  count: number,
  done: DoneView | null,
): Card =>
  drawn(world, world.ledger.run(claimView, { account: row.account }), (view) =>
    itemCard({ view, row, rank, count }, world.face, done),
  );

/** The screen that an act stood on, drawn again now that it is done. */
export const placeScreen = (world: World, place: CardPlace, done: DoneView | null): Card => {
  const { at, of, row, rank = 0 } = place;
  switch (at) {
    case "mail":
      return world.screens.mail(world, of ?? null, done);
    case "item": {
      const rows = world.ledger.summary()?.view.rows ?? [];
      const still = rows.findIndex(({ key }) => key === row);
      const same = rows[still];
      // What still stands is shown as it stands now; what is done makes room for the next.
      return same === undefined
        ? itemScreen(world, { rank }, done)
        : itemOf(world, same, still, rows.length, done);
    }
    case "claim":
      return of === undefined
        ? world.screens.today(world, done, false)
        : claimScreen(world, of, done);
    case "account":
      return of === undefined
        ? world.screens.today(world, done, false)
        : debtorScreen(world, of, done);
    case "timeline":
      return of === undefined
        ? world.screens.today(world, done, false)
        : timelineScreen(world, of, rank, done);
    case "today":
    case "search":
    case undefined:
      return world.screens.today(world, done, false);
  }
};
