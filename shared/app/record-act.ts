import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { decideAccount } from "#shared/claims/decide.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import type { ClaimRefusal } from "#shared/claims/refusals.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { APP_ACTS } from "#shared/locales/app-acts.ts";
import { chanceAt, done } from "./act-done.ts";
import { blobsOf } from "./streams.ts";
import type { Facts, UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type RecordActInput = {
  readonly account: string;
  readonly command: AccountCommand;
  /** Accounts of which the same is said by the same act: of all of them, or of none. */
  readonly also?: readonly string[];
};

/** Whatever a person enters, corrects or cancels by hand in one debtor's account. */
export const recordAct: UseCase<RecordActInput, DoneView, AccountUnknown | ClaimRefusal> = {
  name: "record-act",
  asks: ({ account, also = [] }) => ({ accounts: [account, ...also], keys: [], search: false }),
  decide: ({ account: first, command, also = [] }, loaded, facts) => {
    const accounts = new Map<string, readonly AccountEvent[]>();
    const keeps = new Set<string>();
    for (const account of [first, ...also]) {
      const state = loaded.accounts.get(account);
      if (state === undefined) return err({ type: "account-unknown", account });
      const events = decideAll([command], state, loaded.ledger, facts);
      if (!events.ok) return events;
      accounts.set(account, events.value);
      for (const sha256 of broughtBy(events.value, state)) keeps.add(sha256);
    }
    const text = [APP_ACTS[facts.language].done[command.type]];
    return ok({ ...done({ accounts }, text, facts), keeps: [...keeps] });
  },
};

/** Bytes that this act brings; those of a document that is corrected lie in the vault already. */
const broughtBy = (events: readonly AccountEvent[], state: AccountState): readonly string[] => {
  const there = new Set(state.documents.map(({ blob }) => blob?.sha256 ?? ""));
  return events
    .flatMap(blobsOf)
    .map(({ sha256 }) => sha256)
    .filter((sha256) => !there.has(sha256));
};

/** First run of chance that a command may use: the first one names the batch. */
const FIRST_CHANCE = 1;

/** Several commands as one act: each decides on what those before it have said. All are taken, or none. */
export const decideAll = (
  commands: readonly AccountCommand[],
  state: AccountState | string,
  ledger: string,
  facts: Facts,
): Result<readonly AccountEvent[], ClaimRefusal> => {
  let told = typeof state === "string" ? emptyAccount(state) : state;
  const events: AccountEvent[] = [];
  for (const [index, command] of commands.entries()) {
    const decided = decideAccount(command, told, {
      today: facts.today,
      ledger,
      chance: chanceAt(facts, FIRST_CHANCE + index),
      by: facts.by,
    });
    if (!decided.ok) return decided;
    for (const event of decided.value) {
      events.push(event);
      // Not appended yet: it has no hash.
      told = evolveAccount(told, event, { hash: "", at: facts.now, by: facts.by });
    }
  }
  return ok(events);
};
