import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { decideAccount } from "#shared/claims/decide.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import type { ClaimRefusal } from "#shared/claims/refusals.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { IntakeProblem, ProblemCode, Severity } from "#shared/intake/problems.ts";
import type { ImportChange, ImportItem, ImportProblem } from "./import-proposal.ts";
import type { Facts, Loaded } from "./use-case.ts";

/** Chance of a file's act, made from its facts: an id that the same line gives again. */
export const chanceOfFacts = (...parts: readonly string[]): string =>
  sha256Hex(utf8Bytes(parts.map((part) => `${String(part.length)}:${part}`).join("|"))).slice(
    0,
    32,
  );

/** Collects what a file would do: each act is decided on what those before it would have written. */
export type ImportWriting = {
  readonly stateOf: (account: string) => AccountState;
  readonly balancesOf: (account: string) => AccountBalances;
  /** All of the commands, or none and why; `chance` is for the ids that no facts give. */
  readonly act: (
    account: string,
    commands: readonly AccountCommand[],
    chance: string,
  ) => ClaimRefusal | null;
  readonly tellCreditor: (event: CreditorEvent) => void;
  readonly add: (item: ImportItem) => void;
  readonly change: (change: ImportChange) => void;
  readonly say: (
    problem: Pick<IntakeProblem, "line" | "code" | "field" | "value"> & {
      readonly severity: Severity;
      readonly refusal?: ClaimRefusal;
    },
  ) => void;
  readonly accounts: ReadonlyMap<string, readonly AccountEvent[]>;
  readonly creditor: readonly CreditorEvent[];
  readonly items: readonly ImportItem[];
  readonly changes: readonly ImportChange[];
  readonly problems: readonly ImportProblem[];
};

export const beginImport = (
  loaded: Loaded,
  facts: Facts,
  read: readonly IntakeProblem[],
): ImportWriting => {
  const states = new Map<string, AccountState>();
  const balances = new Map<string, { state: AccountState; balances: AccountBalances }>();
  const accounts = new Map<string, AccountEvent[]>();
  const creditor: CreditorEvent[] = [];
  const items: ImportItem[] = [];
  const changes: ImportChange[] = [];
  const said = new Set<string>();
  const problems: ImportProblem[] = read.map((problem) => ({ ...problem, refusal: null }));
  const stateOf = (account: string): AccountState =>
    states.get(account) ?? loaded.accounts.get(account) ?? emptyAccount(account);
  return {
    stateOf,
    balancesOf: (account) => {
      const state = stateOf(account);
      const there = balances.get(account);
      if (there?.state === state) return there.balances;
      const fresh = balancesOf(state);
      balances.set(account, { state, balances: fresh });
      return fresh;
    },
    act: (account, commands, chance) => {
      let told = stateOf(account);
      const events: AccountEvent[] = [];
      for (const command of commands) {
        const decided = decideAccount(command, told, {
          today: facts.today,
          ledger: loaded.ledger,
          chance,
          by: facts.by,
        });
        if (!decided.ok) return decided.error;
        for (const event of decided.value) {
          events.push(event);
          // Not appended yet: it has no hash.
          told = evolveAccount(told, event, { hash: "", at: facts.now, by: facts.by });
        }
      }
      states.set(account, told);
      const there = accounts.get(account);
      if (there === undefined) accounts.set(account, events);
      else there.push(...events);
      return null;
    },
    tellCreditor: (event) => {
      creditor.push(event);
    },
    add: (item) => {
      items.push(item);
    },
    change: (change) => {
      const key = [change.account, change.number ?? "", change.field, change.now].join("\n");
      if (said.has(key)) return;
      said.add(key);
      changes.push(change);
    },
    say: ({ line, code, severity, field, value, refusal }) => {
      problems.push({
        line,
        code,
        severity,
        field,
        value,
        column: null,
        other: null,
        refusal: refusal ?? null,
      });
    },
    accounts,
    creditor,
    items,
    changes,
    problems,
  };
};

/** What a decision refuses is a fault of the line. */
export const sayRefused = (
  writing: ImportWriting,
  line: number,
  refusal: ClaimRefusal,
  value: string,
): void => {
  const code: ProblemCode = refusal.type === "currency-differs" ? "currency-differs" : "refused";
  writing.say({ line, code, severity: "error", field: null, value, refusal });
};

/** Later than what is known, or nothing is known. */
export const newlyKnown = (loaded: Loaded, asOf: CalendarDate | null): CalendarDate | null => {
  const known = loaded.creditor.paymentsKnown?.asOf ?? null;
  return asOf !== null && (known === null || known < asOf) ? asOf : null;
};
