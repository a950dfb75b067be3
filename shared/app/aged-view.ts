import { money } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, UseCase } from "./use-case.ts";
import { APP } from "#shared/locales/app.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { AGES, agedBalance } from "#shared/recovery/aged-balance.ts";
import type { AgedAmounts, AgedBalance } from "#shared/recovery/aged-balance.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { ActionView, EmptyView } from "./view-parts.ts";

export type AgedCellView = {
  readonly key: string;
  /** Null where it is zero: an empty cell reads faster than 0,00. */
  readonly amount: Own | null;
  /** Minor units, for sorting and for files. */
  readonly minor: number;
};

export type AgedRowView = {
  readonly key: string;
  readonly account: string;
  readonly name: Foreign;
  /** In the order of `columns`, without the first, which is the name. */
  readonly cells: readonly AgedCellView[];
  readonly open: ActionView;
};

/** One table a currency. `contested` and `credit` stand beside the total and are not in the buckets. */
export type AgedTableView = {
  readonly currency: Currency;
  readonly columns: readonly { readonly key: string; readonly label: Own }[];
  readonly rows: readonly AgedRowView[];
  readonly total: { readonly label: Own; readonly cells: readonly AgedCellView[] };
};

export type AgedView = {
  readonly kind: "aged";
  readonly title: Own;
  /** `Au 20 novembre 2026 ; encours connu au 20/11 07:55.` */
  readonly asOf: Own;
  /** What the columns hold, in one sentence. */
  readonly caption: Own;
  readonly tables: readonly AgedTableView[];
  readonly empty: EmptyView | null;
  readonly back: ActionView;
};

const BESIDE = ["total", "contested", "credit"] as const;

export const agedView: UseCase<null, AgedView, never> = {
  name: "aged",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_input, loaded, facts) => {
    const words = APP[facts.language];
    const balance = agedBalance(
      [...loaded.accounts.values()].map((state) => ({ state, balances: balancesOf(state) })),
      facts.today,
    );
    const tables = balance.totals.map((total) => tableOf(balance, total, facts));
    const { title, text } = words.aged.empty;
    return ok(
      viewOnly<AgedView>({
        kind: "aged",
        title: words.aged.title,
        asOf: words.aged.asOf(facts.today, loaded.creditor.paymentsKnown?.asOf ?? null),
        caption: words.aged.caption,
        tables,
        empty:
          tables.length > 0
            ? null
            : {
                title,
                text,
                actions: [
                  {
                    key: "import",
                    label: words.today.noInvoices.import,
                    action: { go: "import" },
                  },
                ],
              },
        back: { key: "back", label: words.common.today, action: { go: "today" } },
      }),
    );
  },
};

const tableOf = (balance: AgedBalance, total: AgedAmounts, facts: Facts): AgedTableView => {
  const words = APP[facts.language];
  const { ages } = recoveryWords[facts.language];
  return {
    currency: total.currency,
    columns: [
      { key: "debtor", label: words.aged.debtor },
      ...[...AGES, ...BESIDE].map((key) => ({ key, label: own(ages[key]) })),
    ],
    rows: balance.debtors
      .filter(({ currency }) => currency === total.currency)
      .map((debtor) => ({
        key: `${debtor.currency}/${debtor.account}`,
        account: debtor.account,
        name: foreign(debtor.name),
        cells: cellsOf(debtor, facts),
        open: {
          key: `${debtor.currency}/${debtor.account}/open`,
          label: words.common.claim,
          action: { go: "claim", account: debtor.account },
        },
      })),
    total: { label: own(ages.total), cells: cellsOf(total, facts) },
  };
};

const cellsOf = (amounts: AgedAmounts, facts: Facts): readonly AgedCellView[] => {
  const cell = (key: string, minor: number): AgedCellView => ({
    key,
    minor,
    amount: minor === 0 ? null : APP[facts.language].common.amount(money(minor, amounts.currency)),
  });
  return [
    ...AGES.map((age) => cell(age, amounts.ages[age])),
    ...BESIDE.map((key) => cell(key, amounts[key])),
  ];
};
