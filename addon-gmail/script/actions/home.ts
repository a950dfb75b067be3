import type { DoneView } from "#shared/app/view-parts.ts";
import type { Card } from "#gmail/script/cards/card.ts";
import { todayCard, todayLaterCard } from "#gmail/script/cards/today-card.ts";
import type { StoredToday } from "#gmail/script/ledger/ledger.ts";
import { ledgerFaultText } from "./ledger-words.ts";
import { welcome } from "./contextual.ts";
import type { World } from "./world.ts";

/** A card callback has 30 seconds in all. */
const REFOLD_MS = 15_000;

/**
 * The list of today, from the properties alone. `isFresh`: what is of another day or language is worked out anew first,
 * which a person asked for by a click; opening Gmail never waits for it.
 */
export const todayScreen = (world: World, done: DoneView | null, isFresh: boolean): Card => {
  const { ledger, face } = world;
  if (ledger.tip() === null) return welcome(world);
  const stored = ledger.summary();
  // In another language it is no list for this reader, however fresh.
  const isOfReader = stored?.language === face.language;
  if (stored !== null && isOfReader && (!isFresh || isCurrent(world, stored)))
    return cardOf(world, stored, done);
  if (!isFresh && stored === null)
    return todayLaterCard(ledgerFaultText(REBUILDING, face.language), face);
  const folded = ledger.refold(world.services.now() + REFOLD_MS);
  if (!folded.ok) return todayLaterCard(ledgerFaultText(folded.error, face.language), face);
  const fresh = ledger.summary();
  return fresh === null
    ? todayLaterCard(ledgerFaultText({ ...REBUILDING, ...folded.value }, face.language), face)
    : cardOf(world, fresh, done);
};

const isCurrent = (world: World, { date, due }: StoredToday): boolean =>
  date === world.today() && !due;

const REBUILDING = { type: "ledger-rebuilding", steps: 0, stepsDone: 0 } as const;

const cardOf = (world: World, stored: StoredToday, done: DoneView | null): Card => {
  const creditor = world.ledger.creditor();
  const zone = creditor.ok ? creditor.value.creditor?.timeZone : undefined;
  const { clock } = world.services.dayIn(zone ?? "Europe/Paris", stored.at);
  return todayCard({ view: stored.view, more: stored.more, clock }, world.face, done);
};
