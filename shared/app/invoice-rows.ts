import type { PromiseMade } from "#shared/claims/account.ts";
import type { InvoiceBalance } from "#shared/claims/balances.ts";
import type { PortionBalance } from "#shared/claims/portion-balances.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { historiesOf, portionKey } from "#shared/recovery/next-step.ts";
import type { PortionHistory } from "#shared/recovery/next-step.ts";
import { promiseStates } from "#shared/recovery/promises.ts";
import type { PortionPlan } from "#shared/recovery/proposal.ts";
import { formLabel } from "./form-label.ts";
import { stepWord } from "./screen-facts.ts";
import type { AccountOnScreen } from "./screen-facts.ts";
import type { Facts } from "./use-case.ts";
import type { ActionView } from "./view-parts.ts";

/** One due part of an invoice; most invoices have one. */
export type InvoiceRowView = {
  readonly key: string;
  readonly invoice: string;
  readonly portion: string;
  readonly number: Foreign;
  readonly issued: Own;
  readonly due: Own | null;
  readonly condition: Foreign | null;
  readonly total: Own;
  readonly paid: Own | null;
  readonly credited: Own | null;
  readonly open: Own;
  /** `31 j` late; null where it is not late. */
  readonly late: Own | null;
  readonly daysLate: number;
  /** The step it has reached, or its next one where it has none behind it. */
  readonly step: Own | null;
  /** The next step and its date. */
  readonly next: Own | null;
  /** Settled in full: shown folded. */
  readonly settled: boolean;
  readonly contested: Own | null;
  readonly promised: Own | null;
  readonly more: readonly ActionView[];
};

export type InvoiceTableView = {
  readonly columns: Readonly<
    Record<
      | "number"
      | "issued"
      | "due"
      | "total"
      | "paid"
      | "open"
      | "late"
      | "step"
      | "next"
      | "contested"
      | "promised",
      Own
    >
  >;
  readonly rows: readonly InvoiceRowView[];
};

export const invoiceRows = (
  on: AccountOnScreen,
  context: RecoveryContext,
  facts: Facts,
): readonly InvoiceRowView[] => {
  const histories = historiesOf(on.state.acts);
  const plans = new Map(
    on.plan.portions.map((portion) => [portionKey(portion.invoice, portion.portion), portion]),
  );
  const promises = promiseStates(on.state, on.balances, context);
  const rows = on.balances.invoices.flatMap((balance) => {
    const { invoice } = balance.invoice;
    const promised = promises.find(
      ({ status, invoices }) =>
        (status === "running" || status === "unverified" || status === "broken") &&
        invoices.includes(invoice),
    );
    return balance.portions.map((portion): InvoiceRowView => {
      const key = portionKey(invoice, portion.portion);
      return invoiceRow(
        balance,
        portion,
        plans.get(key) ?? null,
        histories.get(key) ?? null,
        promised?.promise ?? null,
        on.state.account,
        facts,
      );
    });
  });
  return [...rows.filter((row) => !row.settled), ...rows.filter((row) => row.settled)];
};

const invoiceRow = (
  balance: InvoiceBalance,
  portion: PortionBalance,
  plan: PortionPlan | null,
  history: PortionHistory | null,
  promised: PromiseMade | null,
  account: string,
  facts: Facts,
): InvoiceRowView => {
  const { common, claim } = APP[facts.language];
  const { invoice, currency } = balance;
  const sum = (minor: number): Own => common.amount(money(minor, currency));
  const some = (minor: number): Own | null => (minor === 0 ? null : sum(minor));
  const settled = portion.open === 0;
  const days = portion.dueOn === null || settled ? 0 : daysBetween(portion.dueOn, facts.today);
  const several = balance.portions.length > 1;
  const reached = history?.reached ?? null;
  const next = plan?.next ?? null;
  return {
    key: `${invoice.invoice}/${portion.portion}`,
    invoice: invoice.invoice,
    portion: portion.portion,
    number: foreign(invoice.number),
    issued: common.date(invoice.issuedOn, facts.today),
    due: portion.dueOn === null ? null : common.date(portion.dueOn, facts.today),
    condition: portion.condition === null ? null : foreign(portion.condition),
    total: sum(several ? portion.amount : balance.total),
    // Payments and credit notes are known by invoice; of a part, only what is left of it.
    paid: several ? some(portion.amount - portion.open) : some(balance.paid),
    credited: several ? null : some(balance.credited),
    open: sum(portion.open),
    late: days > 0 ? common.days(days) : null,
    daysLate: Math.max(0, days),
    step:
      reached === null
        ? null
        : claim.stepOn(stepWord(reached.step, facts), reached.on, facts.today),
    next:
      settled || next === null
        ? null
        : plan?.kept === true
          ? claim.keptBack(stepWord(next.step, facts))
          : next.on === "unknown"
            ? claim.unknownDate(stepWord(next.step, facts))
            : claim.dueOn(
                stepWord(next.step, facts),
                next.on < facts.today ? facts.today : next.on,
                facts.today,
              ),
    settled,
    contested: some(plan?.contested ?? 0),
    promised:
      promised === null || settled
        ? null
        : promised.by === null
          ? common.yes
          : common.date(promised.by, facts.today),
    more: (["invoice", "payment", "credit-note", "dispute", "cancel-invoice"] as const).map(
      (form) => ({
        key: `${invoice.invoice}/${portion.portion}/${form}`,
        label: form === "invoice" ? APP[facts.language].debtor.edit : formLabel(form, facts),
        action: { form, account, subject: invoice.invoice },
      }),
    ),
  };
};
