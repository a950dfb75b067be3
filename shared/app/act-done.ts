import type { AccountEvent } from "#shared/claims/events.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { invariant } from "#shared/kernel/result.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import { APP } from "#shared/locales/app.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { accountEntry, creditorEntry } from "./streams.ts";
import type { Decision, Facts } from "./use-case.ts";
import type { DoneView } from "./view-parts.ts";

/** The nth run of chance, for the ids of one decision. */
export const chanceAt = (facts: Facts, index: number): string => {
  const run = facts.chance[index];
  invariant(run !== undefined, "a decision uses at most CHANCE_COUNT ids");
  return run;
};

/** The batch of one act: hashes are known only once appended, so that what undoes it names this. */
export const batchOfAct = (facts: Facts): string => idOfChance("batch", chanceAt(facts, 0));

export type Said = {
  readonly accounts?: ReadonlyMap<string, readonly AccountEvent[]>;
  readonly creditor?: readonly CreditorEvent[];
};

export const entriesOfBatch = (said: Said, batch: string): readonly NewEntry[] => {
  const entries: NewEntry[] = [];
  for (const event of said.creditor ?? []) entries.push(creditorEntry(event, batch));
  for (const [account, events] of said.accounts ?? [])
    for (const event of events) entries.push(accountEntry(account, event, batch));
  return entries;
};

/** An act that one click takes back. Nothing said is nothing written, and nothing to undo. */
export const done = (said: Said, text: Sentence, facts: Facts): Decision<DoneView> => {
  const batch = batchOfAct(facts);
  const entries = entriesOfBatch(said, batch);
  const undo =
    entries.length === 0
      ? null
      : {
          label: APP[facts.language].common.undo,
          batch,
          accounts: [...(said.accounts?.keys() ?? [])],
        };
  return { view: { text, undo }, entries, keeps: [], acts: [] };
};

/** What an act answers that cannot, or need not, be taken back. */
export const doneForGood = (entries: readonly NewEntry[], text: Sentence): Decision<DoneView> => ({
  view: { text, undo: null },
  entries,
  keeps: [],
  acts: [],
});
