import type { AccountState } from "#shared/claims/account.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { decideAccount } from "#shared/claims/decide.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import type { ClaimRefusal } from "#shared/claims/refusals.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { shownText } from "#shared/kernel/text.ts";
import { claimRefusalText } from "#shared/app/refusal-text.ts";
import { addDebtor, after, factsOf, idOfInvoice, invoiceCommand } from "./account-story.ts";

export const on = dateOf("2026-11-18");
export const tomorrow = dateOf("2026-11-21");
export const ended = { on: dateOf("2026-11-19"), reason: "erreur" };

export const base = after([
  addDebtor,
  invoiceCommand("F-1", 100_00),
  invoiceCommand("F-2", 50_00, "2026-11-01"),
]);
export const f1 = idOfInvoice(base, "F-1");
export const f2 = idOfInvoice(base, "F-2");
export const p1 = { invoice: f1, portion: "p1" };

type DebtorChanges = Extract<AccountCommand, { readonly type: "correct-debtor" }>["changes"];

export const ofKind = (kind: NonNullable<DebtorChanges["kind"]>): AccountState =>
  after([{ type: "correct-debtor", changes: { kind } }], base);

let chances = 0;

/** Decides and folds as somebody, each time with fresh chance. */
export const said = (
  command: AccountCommand,
  state: AccountState = base,
  by = "Claire",
): AccountState => {
  chances += 1;
  const facts = { ...factsOf(String(chances).padStart(20, "0").padEnd(32, "a")), by };
  const decision = decideAccount(command, state, facts);
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.error)}`);
  return decision.value.reduce(
    (next: AccountState, event: AccountEvent) =>
      evolveAccount(next, event, {
        hash: `hash-${String(chances)}`,
        at: "2026-11-20T09:00:00Z",
        by,
      }),
    state,
  );
};

export const told = (
  commands: readonly AccountCommand[],
  state: AccountState = base,
): AccountState => commands.reduce((next, command) => said(command, next), state);

export const refused = (
  command: AccountCommand,
  state: AccountState = base,
  by = "Claire",
): ClaimRefusal => {
  const decision = decideAccount(command, state, { ...factsOf("f".repeat(32)), by });
  if (decision.ok) throw new Error(`not refused: ${JSON.stringify(decision.value)}`);
  // Whatever is refused is said in both languages, without a blank or a key.
  for (const language of ["fr", "en"] as const) {
    const words = claimRefusalText(decision.error, language).map(shownText).join("");
    if (words.trim() === "" || /undefined|\[object/.test(words)) throw new Error(words);
  }
  return decision.error;
};

export const file = (state: AccountState): AccountFile => fileOf(state);

export const first = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error("nothing there");
  return item;
};
