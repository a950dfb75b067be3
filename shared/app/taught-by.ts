import type { Exchange } from "#shared/claims/account.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { NOTHING_TAUGHT, habitKey, taughtTimes } from "#shared/mail/taught.ts";
import type { Habit, Taught } from "#shared/mail/taught.ts";

/** Exchanges looked at, the last ones: what was filed years ago says little of how a mail is read today. */
const EXCHANGES_MAX = 500;

/**
 * What the ledger's corrections teach about the mails of one debtor: its own exchanges, and the record of the rules.
 * `except` is the mail being read: it teaches nothing about itself.
 */
export const taughtBy = (
  exchanges: readonly Exchange[],
  { rulesWeighed, teaching }: CreditorState,
  except: string | null,
): Taught => {
  if (!teaching) return NOTHING_TAUGHT;
  const senders = new Map<string, Habit | null>();
  const debtor = new Map<Tag, Habit | null>();
  for (const { exchange, from, tagged, corrected } of exchanges.slice(-EXCHANGES_MAX)) {
    if (tagged === null || exchange === except) continue;
    const read = corrected?.suggested.tag ?? tagged.suggested;
    if (read === null) continue;
    const wasHabit = corrected?.rules.some((rule) => taughtTimes(rule) !== null) ?? false;
    if (wasHabit) {
      // The habit itself was wrong this once: it is none any longer.
      forget(senders, read);
      forget(debtor, read);
      continue;
    }
    if (from !== null) count(senders, habitKey(from, read), read, tagged.tag);
    count(debtor, read, read, tagged.tag);
  }
  return {
    byRule: new Map(Object.entries(rulesWeighed)),
    bySender: told(senders),
    byDebtor: told(debtor),
  };
};

/** A habit is what was always done: one mail filed as it was read, or otherwise, and there is none. */
const count = <K>(map: Map<K, Habit | null>, key: K, read: Tag, filed: Tag): void => {
  const before = map.get(key);
  if (filed === read || before === null || (before !== undefined && before.tag !== filed)) {
    map.set(key, null);
    return;
  }
  map.set(key, { tag: filed, times: (before?.times ?? 0) + 1 });
};

const forget = <K>(map: Map<K, Habit | null>, tag: Tag): void => {
  for (const [key, habit] of map) if (habit?.tag === tag) map.set(key, null);
};

const told = <K>(map: ReadonlyMap<K, Habit | null>): ReadonlyMap<K, Habit> => {
  const habits = new Map<K, Habit>();
  for (const [key, habit] of map) if (habit !== null) habits.set(key, habit);
  return habits;
};
