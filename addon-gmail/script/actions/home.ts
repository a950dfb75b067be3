import type { DoneView } from "#shared/app/view-parts.ts";
import type { Card } from "#gmail/script/cards/card.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import { todayCard, todayLaterCard } from "#gmail/script/cards/today-card.ts";
import type { TodayOnCard } from "#gmail/script/cards/today-card.ts";
import { lastLookText } from "#gmail/script/mail/fault-text.ts";
import type { StoredToday } from "#gmail/script/ledger/ledger.ts";
import { turnHourlyOn } from "./hourly-job.ts";
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
  if (stored === null && isUnknown(world)) return welcome(world, done);
  // In another language it is no list for this reader, however fresh.
  const isOfReader = stored?.language === face.language;
  if (stored !== null && isOfReader && (!isFresh || isCurrent(world, stored)))
    return cardOf(world, stored, done);
  if (!isFresh && stored === null)
    return todayLaterCard(ledgerFaultText(REBUILDING, face.language), face);
  // No job of the hour has been here today: a person may have removed it, or Google.
  if (isFresh && stored !== null && stored.date !== world.today()) turnHourlyOn(world.services);
  const folded = ledger.refold(world.services.now() + REFOLD_MS);
  if (!folded.ok) return todayLaterCard(ledgerFaultText(folded.error, face.language), face);
  const fresh = ledger.summary();
  return fresh === null
    ? todayLaterCard(ledgerFaultText({ ...REBUILDING, ...folded.value }, face.language), face)
    : cardOf(world, fresh, done);
};

/** A ledger was begun, and nobody has said whose it is; or what said so was lost. */
const isUnknown = ({ ledger }: World): boolean => {
  const read = ledger.creditor();
  return read.ok && read.value.creditor === null;
};

const isCurrent = (world: World, { date, due }: StoredToday): boolean =>
  date === world.today() && !due;

const REBUILDING = { type: "ledger-rebuilding", steps: 0, stepsDone: 0 } as const;

const cardOf = (world: World, stored: StoredToday, done: DoneView | null): Card => {
  const creditor = world.ledger.creditor();
  const zone = creditor.ok ? creditor.value.creditor?.timeZone : undefined;
  const { clock } = world.services.dayIn(zone ?? "Europe/Paris", stored.at);
  const look = lookOn(world, zone ?? "Europe/Paris");
  return todayCard({ view: stored.view, more: stored.more, clock, look }, world.face, done);
};

/** Nobody sees the job of the hour: what it found, and what it did not reach, is told here. */
const lookOn = (world: World, zone: string): TodayOnCard["look"] => {
  const last = world.looksPossible() && world.prefs.looks ? world.lastLook() : null;
  if (last === null) return null;
  const { language } = world.face;
  const said = lastLookText(last, language);
  if (said.length === 0) return null;
  const { date, clock } = world.services.dayIn(zone, last.at);
  const today = world.today();
  const when = date === today ? clock : `${shortDate(dateOf(date), today, language)} ${clock}`;
  const isWhole = last.unreached.length === 0 && !last.isStopped;
  return { text: GMAIL_MAIL[language].look.lookedAt(when, said), isWhole };
};
