import type { EntryNote } from "./entry-note.ts";
import type { AccountFile } from "./file.ts";
import { sameFacts } from "./same.ts";

/** What an event does to the file, or why it does not fit. */
export type Fold = (
  file: AccountFile,
  entry: EntryNote,
) => AccountFile | "of-unknown" | "recorded-twice";

type ListName = {
  [K in keyof AccountFile]: AccountFile[K] extends readonly { readonly entry: EntryNote }[]
    ? K
    : never;
}[keyof AccountFile];
type ItemOf<K extends ListName> = AccountFile[K][number];

/** Takes in something new of a list. Said twice in the same words it is one; in other words the first stands. */
export const added =
  <K extends ListName>(
    list: K,
    idOf: (item: ItemOf<K>) => string,
    said: object,
    make: (entry: EntryNote) => ItemOf<K>,
  ): Fold =>
  (file, entry) => {
    const items: readonly ItemOf<K>[] = file[list];
    const item = make(entry);
    const there = items.find((known) => idOf(known) === idOf(item));
    if (there === undefined) return { ...file, [list]: [...items, item] };
    return sameFacts(there, said) ? file : "recorded-twice";
  };

/** Changes one item of a list; the same item back means that nothing changed. */
export const changed =
  <K extends ListName>(
    list: K,
    is: (item: ItemOf<K>) => boolean,
    change: (item: ItemOf<K>, entry: EntryNote) => ItemOf<K>,
  ): Fold =>
  (file, entry) => {
    const items: readonly ItemOf<K>[] = file[list];
    if (!items.some(is)) return "of-unknown";
    const next = items.map((item) => (is(item) ? change(item, entry) : item));
    return next.every((item, index) => item === items[index]) ? file : { ...file, [list]: next };
  };

/** Set anew each time: the last one said stands. */
export const replaced =
  <K extends ListName>(
    list: K,
    idOf: (item: ItemOf<K>) => string,
    make: (entry: EntryNote) => ItemOf<K>,
  ): Fold =>
  (file, entry) => {
    const item = make(entry);
    const items: readonly ItemOf<K>[] = file[list];
    const others = items.filter((known) => idOf(known) !== idOf(item));
    return { ...file, [list]: [...others, item] };
  };

/** Null takes the key away. */
export const withKey = <T>(
  map: { readonly [key: string]: T },
  key: string,
  value: T | null,
): { readonly [key: string]: T } => {
  const others = Object.entries(map).filter(([known]) => known !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value]]);
};
