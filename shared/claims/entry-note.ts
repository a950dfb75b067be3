/** Where an entry stands in the log and who wrote it: kept beside what it said. */
export type EntryNote = { readonly hash: string; readonly at: string; readonly by: string };
