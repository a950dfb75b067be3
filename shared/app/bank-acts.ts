import { allocationsFit, defaultAllocations } from "#shared/claims/allocation.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { Allocation } from "#shared/claims/events.ts";
import { bankLineIdOf, paymentIdOf } from "#shared/claims/ids.ts";
import type { ClaimRefusal } from "#shared/claims/refusals.ts";
import { idOfFacts } from "#shared/kernel/ids.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { APP_ACTS } from "#shared/locales/app-acts.ts";
import { done } from "./act-done.ts";
import type { ReasonMissing } from "./ledger-acts.ts";
import { nameOf } from "./owed-lines.ts";
import { NOTHING_ASKED } from "./use-case.ts";
import type { Loaded, UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type AssignBankLineInput =
  | {
      readonly line: string;
      readonly account: string;
      /** Null: to the oldest due first. What is left over stays a credit of the account. */
      readonly allocations: readonly Allocation[] | null;
    }
  | { readonly line: string; readonly setAside: string };
export type AssignBankLineRefusal =
  | AccountUnknown
  | ReasonMissing
  | { readonly type: "line-unknown"; readonly line: string }
  | { readonly type: "line-settled"; readonly line: string }
  | { readonly type: "allocated-beyond" }
  | ClaimRefusal;

/** Money that no debtor could be found for: it is this one's, or nobody's. */
export const assignBankLine: UseCase<AssignBankLineInput, DoneView, AssignBankLineRefusal> = {
  name: "assign-bank-line",
  asks: (input) =>
    "account" in input ? { accounts: [input.account], keys: [], search: false } : NOTHING_ASKED,
  decide: (input, loaded, facts) => {
    const words = APP_ACTS[facts.language];
    const line = loaded.creditor.bankLines.find((known) => known.line === input.line);
    if (line === undefined) return err({ type: "line-unknown", line: input.line });
    if (line.state !== "open") return err({ type: "line-settled", line: input.line });
    if ("setAside" in input) {
      if (input.setAside.trim() === "") return err({ type: "reason-missing" });
      const aside = {
        type: "bank-line-set-aside" as const,
        data: { line: line.line, reason: input.setAside },
      };
      return ok(done({ creditor: [aside] }, words.lineSetAside, facts));
    }
    const { account } = input;
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const { on, currency, amount, reference } = line;
    const allocations =
      input.allocations ?? defaultAllocations(balancesOf(state), { amount, currency }, [], state);
    const sum = allocations.reduce((all, allocation) => all + allocation.amount, 0);
    if (sum > amount) return err({ type: "allocated-beyond" });
    const payment = paymentOfLine(loaded.ledger, line);
    // Another device may have known the debtor when it took the same statement in.
    const isThere = state.payments.some((known) => known.payment === payment);
    const wrong = isThere ? null : allocationsFit(state, { amount, currency }, allocations);
    if (wrong !== null) return err(wrong);
    const recorded = {
      type: "payment-recorded" as const,
      data: {
        payment,
        on,
        currency,
        amount,
        allocations: allocations.map((allocation) => ({ ...allocation })),
        reference,
        source: "bank" as const,
      },
    };
    const assigned = {
      type: "bank-line-assigned" as const,
      data: { line: line.line, account, payment },
    };
    const said = {
      creditor: [assigned],
      accounts: new Map(isThere ? [] : [[account, [recorded]]]),
    };
    return ok(done(said, words.lineAssigned(nameOf(state)), facts));
  },
};

type BankLine = Loaded["creditor"]["bankLines"][number];

/** Lines with the very same facts are told apart by their rank; more of them than this is no statement. */
const RANKS_MAX = 50;

/** The id that the statement gives this payment once it names the debtor: taken in again, it is the same one. */
const paymentOfLine = (ledger: string, line: BankLine): string => {
  for (let rank = 0; rank < RANKS_MAX; rank += 1) {
    const { on, amount, currency, reference, payer } = line;
    const facts = { on, amount, currency, reference, payer, rank };
    if (bankLineIdOf(ledger, facts) === line.line) return paymentIdOf(ledger, facts);
  }
  return idOfFacts("payment", [line.line]);
};
