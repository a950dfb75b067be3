import type { AccountState } from "#shared/claims/account.ts";
import { balanceOf } from "#shared/claims/balances.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import { insurerConsentNeeded } from "#shared/claims/insurance.ts";
import type { RecoveryContext } from "./context.ts";
import type { InstalmentsState, PromiseState } from "./promises.ts";
import { waitUntil } from "./promises.ts";
import type { Reason } from "./reasons.ts";
import { reasonOf } from "./reasons.ts";

export const promised = (
  promises: readonly PromiseState[],
  { creditor, today }: RecoveryContext,
): readonly Reason[] => {
  const paymentsKnownOn = creditor.paymentsKnown?.asOf ?? null;
  const out: Reason[] = [];
  for (const { promise, status, invoices, waitUntil: until } of promises) {
    const where = { entries: [promise.entry.hash], invoices };
    const { by, on, currency } = promise;
    const amount = promise.amount === null ? null : { minor: promise.amount, currency };
    if (status === "conditional") {
      // Afterwards it is still asked, and holds nothing back: else paying would raise the pressure.
      const effect = by === null ? today < until : today <= until;
      const values = { on, by, amount, condition: promise.condition ?? "", waitUntil: until };
      out.push(reasonOf("promise-conditional", effect ? "forbid" : "warn", values, where));
    } else if (status === "undated") {
      out.push(reasonOf("promise-undated", "forbid", { on, waitUntil: waitUntil(on) }, where));
    } else if (by !== null && status === "running") {
      out.push(reasonOf("promise-running", "forbid", { by, amount }, where));
    } else if (by !== null && status === "unverified") {
      const values = { by, amount, paymentsKnownOn };
      out.push(reasonOf("promise-unverified", "forbid", values, where));
    }
  }
  return out;
};

/** A debtor's promise is recorded whatever the policy says; that the insurer has not agreed to wait so long is said. */
export const beyondInsurance = (
  state: AccountState,
  promises: readonly PromiseState[],
): readonly Reason[] => {
  if (fileOf(state).insurance === null) return [];
  const out: Reason[] = [];
  for (const { promise, status, invoices } of promises) {
    const { by, entry } = promise;
    if (by === null || status === "over" || status === "broken") continue;
    const needed = insurerConsentNeeded(state, invoices, by);
    const invoice = state.invoices.find((known) => known.invoice === needed?.invoice);
    if (needed === null || invoice === undefined) continue;
    const values = { number: invoice.number, by, lastOn: needed.lastOn };
    const where = { entries: [entry.hash], invoices: [needed.invoice] };
    out.push(reasonOf("insurer-consent-needed", "warn", values, where));
  }
  return out;
};

export const inInstalments = (
  agreements: readonly InstalmentsState[],
  { creditor }: RecoveryContext,
): readonly Reason[] => {
  const paymentsKnownOn = creditor.paymentsKnown?.asOf ?? null;
  const out: Reason[] = [];
  for (const { of, status, part, invoices, notice } of agreements) {
    const { entry, currency } = of.instalments;
    const where = { entries: [entry.hash], invoices };
    if (status === "running") {
      out.push(reasonOf("instalments-running", "forbid", { next: part?.by ?? null }, where));
    } else if (status === "missed" && part !== null) {
      const missing = { minor: part.missing, currency };
      out.push(reasonOf("instalment-missed", "forbid", { by: part.by, missing }, where));
    } else if (status === "noticed" && notice !== null) {
      const { until, entry: hash } = notice.notice;
      const values = { until, missing: { minor: notice.missing, currency } };
      const entries = [entry.hash, hash.hash];
      out.push(reasonOf("instalments-noticed", "forbid", values, { entries, invoices }));
    } else if (status === "accelerated" && notice !== null) {
      // All of it has fallen due: the plan of instalments keeps nothing back any more.
      const entries = [entry.hash, notice.notice.entry.hash];
      const values = { until: notice.notice.until };
      out.push(reasonOf("instalments-accelerated", "says", values, { entries, invoices }));
    } else if (status === "unverified" && part !== null) {
      const values = { by: part.by, paymentsKnownOn };
      out.push(reasonOf("instalment-unverified", "forbid", values, where));
    }
  }
  return out;
};

/**
 * What is contested has left the step already (open portions): this says so, and forbids nothing of the rest. One settled
 * by a credit note that is not in yet waits for us.
 */
export const disputed = (state: AccountState, balances: AccountBalances): readonly Reason[] => {
  const out: Reason[] = [];
  const credited = new Set<string>();
  for (const dispute of state.disputes) {
    const { invoice: id, resolved, on } = dispute;
    if (resolved !== null && (resolved.outcome !== "credited" || credited.has(id))) continue;
    const of = balanceOf(balances, id);
    if (of === null) continue;
    const { currency, contested, toCredit } = of;
    if (resolved !== null) credited.add(id);
    const minor = resolved === null ? Math.min(dispute.amount ?? contested, contested) : toCredit;
    if (minor <= 0) continue;
    const reason = resolved === null ? dispute.reason : "credit_due";
    const mustAct = resolved === null ? dispute.mustAct : "us";
    out.push(
      reasonOf(
        "dispute",
        "says",
        { number: of.invoice.number, amount: { minor, currency }, reason, mustAct, on },
        { entries: [dispute.entry.hash], invoices: [dispute.invoice] },
      ),
    );
  }
  return out;
};

/** A hold lasts through its `until`; one lifted is over from the day it was lifted. */
export const held = (state: AccountState, { today }: RecoveryContext): readonly Reason[] => {
  const out: Reason[] = [];
  for (const { on, until, invoices, reason, liftedOn, entry } of state.holds) {
    const over = (liftedOn !== null && liftedOn <= today) || (until !== null && until < today);
    if (over || on > today) continue;
    out.push(
      reasonOf(
        "hold",
        "forbid",
        { until, reason, invoices: invoices.length },
        { entries: [entry.hash], invoices: invoices.length === 0 ? null : invoices },
      ),
    );
  }
  return out;
};
