import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { EntryNote } from "#shared/claims/entry-note.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { decideAccount } from "#shared/claims/decide.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import type { ClaimRefusal, DecideFacts } from "#shared/claims/refusals.ts";
import { dateOf } from "#shared/kernel/calendar.ts";

export const TODAY = dateOf("2026-11-20");

export const factsOf = (chance = "00112233445566778899aabbccddeeff"): DecideFacts => ({
  today: TODAY,
  ledger: "ledger-1",
  chance,
  by: "Claire",
});

export const noteOf = (rank: number): EntryNote => ({
  hash: `hash-${String(rank)}`,
  at: "2026-11-20T09:00:00Z",
  by: "Claire",
});

export const fold = (
  events: readonly AccountEvent[],
  from: AccountState = emptyAccount("debtor-1"),
): AccountState =>
  events.reduce((state, event, rank) => evolveAccount(state, event, noteOf(rank)), from);

/** Decides each command in turn and folds what it makes; fails loudly where one is refused. */
export const after = (
  commands: readonly AccountCommand[],
  from: AccountState = emptyAccount("debtor-1"),
): AccountState =>
  commands.reduce((state, command, rank) => {
    const decision = decideAccount(
      command,
      state,
      factsOf(String(rank).padStart(4, "0").padEnd(32, "0")),
    );
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.error)}`);
    return fold(decision.value, state);
  }, from);

export const refusalOf = (command: AccountCommand, state: AccountState): ClaimRefusal => {
  const decision = decideAccount(command, state, factsOf("f".repeat(32)));
  if (decision.ok) throw new Error(`not refused: ${JSON.stringify(decision.value)}`);
  return decision.error;
};

export const addDebtor: AccountCommand = {
  type: "add-debtor",
  name: "Nordis SAS",
  kind: "business",
  soleTrader: false,
  country: "FR",
  language: "fr",
  siren: "732829320",
  siret: null,
  vatNumber: null,
  phone: null,
  address: null,
};

export const invoiceCommand = (
  number: string,
  total: number,
  dueOn = "2026-10-15",
  issuedOn = "2026-09-15",
): Extract<AccountCommand, { readonly type: "record-invoice" }> => ({
  type: "record-invoice",
  number,
  issuedOn: dateOf(issuedOn),
  currency: "EUR",
  total,
  portions: [{ amount: total, dueOn: dateOf(dueOn), condition: null }],
  order: null,
  source: "hand",
});

export const paymentCommand = (
  amount: number,
  on = "2026-11-10",
  named: readonly string[] = [],
): Extract<AccountCommand, { readonly type: "record-payment" }> => ({
  type: "record-payment",
  on: dateOf(on),
  currency: "EUR",
  amount,
  reference: null,
  payer: null,
  source: "hand",
  rank: 0,
  named,
  allocations: null,
});

export const idOfInvoice = (state: AccountState, number: string): string => {
  const invoice = state.invoices.find((known) => known.number === number);
  if (invoice === undefined) throw new Error(`no invoice ${number}`);
  return invoice.invoice;
};
