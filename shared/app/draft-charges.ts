import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { ChargesFacts } from "#shared/drafting/facts.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import type { Money } from "#shared/kernel/money.ts";
import { statementOf } from "#shared/recovery/account-interest.ts";
import type { AccountStatement } from "#shared/recovery/account-interest.ts";
import { chargeModeOf } from "#shared/recovery/charge-mode.ts";
import type { ProposedAct } from "#shared/recovery/proposal.ts";
import { stepRank } from "#shared/recovery/steps.ts";
import type { DraftCharges } from "./draft-facts.ts";

type Around = {
  readonly state: AccountState;
  readonly balances: AccountBalances;
  readonly creditor: CreditorState;
  readonly today: CalendarDate;
};

/**
 * How the text of an act speaks of interest and of the fixed sum, and what they come to. A formal notice shows the
 * figures that lesser letters only mention. Where they cannot be worked out there are none.
 */
export const draftChargesOf = (act: ProposedAct, around: Around): DraftCharges => {
  const { state, balances, creditor, today } = around;
  const modes = chargeModeOf(state, creditor, act.step);
  if (modes.interest === "silent") return { mode: "silent", charges: null };
  const formal = stepRank(act.step) >= stepRank("formal-notice");
  if (modes.interest === "mentioned" && !formal) return { mode: "mentioned", charges: null };
  const invoices = [...new Set(act.portions.map((portion) => portion.invoice))];
  const currency = act.currency;
  const statement = statementOf(state, balances, { creditor, on: today, invoices, currency });
  if (!statement.ok) return { mode: modes.interest, charges: null };
  const charges = chargesOf(statement.value, modes.compensation !== "silent");
  return { mode: modes.interest === "mentioned" ? "computed" : modes.interest, charges };
};

const chargesOf = (of: AccountStatement, compensates: boolean): ChargesFacts => {
  const { statement, currency, totals, charges, order } = of;
  const numbers = new Map(charges.map(({ invoice, number }) => [invoice, number]));
  const inCurrency: Money | null =
    totals.compensation > 0 ? money(totals.compensation, currency) : null;
  const compensation = compensates ? (inCurrency ?? statement.compensationApart) : null;
  return {
    on: of.on,
    interest: money(totals.interest, currency),
    compensation,
    compensated:
      compensation === null
        ? 0
        : charges.filter((one) => one.compensation?.currency === compensation.currency).length,
    perDay: statement.perDay === null ? null : money(statement.perDay, currency),
    lines: statement.segments.map((segment) => ({
      number: numbers.get(segment.invoice) ?? segment.invoice,
      from: segment.from,
      to: segment.to,
      days: segment.days,
      principal: money(segment.principal, currency),
      basisPoints: segment.basisPoints,
      interest: money(segment.interest, currency),
    })),
    basis: statement.terms.basis,
    order,
  };
};
