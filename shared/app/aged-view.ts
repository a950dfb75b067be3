import type { Currency } from "#shared/kernel/money.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { UseCase } from "./use-case.ts";
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
  /** In the order of `columns`. */
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

export const agedView: UseCase<null, AgedView, never> = {
  name: "aged",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: () => {
    throw new Error("not written yet");
  },
};
