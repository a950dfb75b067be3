import type { AccountState, Misfit } from "./account.ts";
import type { EntryNote } from "./entry-note.ts";
import type { AccountEvent } from "./events.ts";
import { sameFacts } from "./same.ts";
import type { Shelf } from "./shelves.ts";

export const indexIn = <T>(shelf: Shelf<T>, items: readonly T[], id: string): number =>
  items.findIndex((item) => shelf.id(item) === id);

/** What an event says that the account cannot take in; it blocks escalation until settled. */
export const misfit = (
  state: AccountState,
  type: Misfit["type"],
  event: AccountEvent,
  subject: string,
  entry: EntryNote,
): AccountState => ({
  ...state,
  misfits: [...state.misfits, { type, event: event.type, subject, entry }],
});

/** As it was first said, where it was corrected since. */
export const originalOf = (state: AccountState, subject: string): object | null =>
  state.originals.find((original) => original.subject === subject)?.said ?? null;

/** Whether this was said in the same words already, as it stands or as it first stood. */
export const saidBefore = (
  state: AccountState,
  subject: string,
  there: object,
  data: object,
): boolean => {
  if (sameFacts(there, data)) return true;
  const original = originalOf(state, subject);
  return original !== null && sameFacts(original, data);
};

/** Takes in something new. Said twice in the same words it is one; in other words the first stands. */
export const recorded = <T extends object>(
  state: AccountState,
  shelf: Shelf<T>,
  item: T,
  event: AccountEvent,
  entry: EntryNote,
): AccountState => {
  const items = shelf.of(state);
  const id = shelf.id(item);
  const there = items[indexIn(shelf, items, id)];
  if (there === undefined) return shelf.put(state, [...items, item]);
  return saidBefore(state, id, there, event.data)
    ? state
    : misfit(state, "recorded-twice", event, id, entry);
};

/** Changes what is there; of something unknown it is a misfit. The same item back means that nothing changed. */
export const changed = <T extends object>(
  state: AccountState,
  shelf: Shelf<T>,
  id: string,
  event: AccountEvent,
  entry: EntryNote,
  change: (item: T) => T,
): AccountState => {
  const items = shelf.of(state);
  const index = indexIn(shelf, items, id);
  const there = items[index];
  if (there === undefined) return misfit(state, "of-unknown", event, id, entry);
  const next = change(there);
  if (next === there) return state;
  const copy = [...items];
  copy[index] = next;
  return shelf.put(state, copy);
};

/** As `changed`, for changes of recorded facts: what was first said is kept. */
export const corrected = <T extends object>(
  state: AccountState,
  shelf: Shelf<T>,
  id: string,
  event: AccountEvent,
  entry: EntryNote,
  change: (item: T) => T,
): AccountState => {
  const items = shelf.of(state);
  const there = items[indexIn(shelf, items, id)];
  const next = changed(state, shelf, id, event, entry, change);
  if (there === undefined || originalOf(state, id) !== null) return next;
  return { ...next, originals: [...next.originals, { subject: id, said: there }] };
};

/** Takes it out altogether; of something unknown it is a misfit. */
export const removed = <T extends object>(
  state: AccountState,
  shelf: Shelf<T>,
  id: string,
  event: AccountEvent,
  entry: EntryNote,
): AccountState => {
  const items = shelf.of(state);
  const index = indexIn(shelf, items, id);
  if (index < 0) return misfit(state, "of-unknown", event, id, entry);
  return shelf.put(
    state,
    items.filter((_, at) => at !== index),
  );
};
