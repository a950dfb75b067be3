import type { ComponentChildren, VNode } from "preact";
import type { Own } from "#shared/kernel/text.ts";
import { DESK } from "#shared/locales/desk.ts";
import type { Language } from "#shared/kernel/money.ts";

export type SortDirection = "ascending" | "descending";
export type Sorting = { readonly column: string; readonly direction: SortDirection };

export type SortColumn = {
  readonly key: string;
  readonly label: Own;
  /** Amounts and counts stand to the end, and sort from the greatest first. */
  readonly number?: boolean;
  /** Left out where the table is narrow; its cell is then shown nowhere else. */
  readonly spare?: boolean;
};

export type SortRow = {
  readonly key: string;
  readonly account?: string;
  /** It was changed elsewhere since it was drawn. */
  readonly marked?: string | null;
  /** One a column; the first is the row's header. */
  readonly cells: readonly ComponentChildren[];
};

/** What a press on a column's button asks for: the other way round, or that column's own first way. */
export const nextSorting = (now: Sorting | null, column: SortColumn): Sorting => {
  const first: SortDirection = column.number === true ? "descending" : "ascending";
  if (now === null || now.column !== column.key) return { column: column.key, direction: first };
  return {
    column: column.key,
    direction: now.direction === "ascending" ? "descending" : "ascending",
  };
};

/** A table whose columns sort by real buttons, with `aria-sort`; what is too wide scrolls by itself. */
export const SortTable = (props: {
  readonly language: Language;
  readonly caption: string;
  readonly columns: readonly SortColumn[];
  readonly rows: readonly SortRow[];
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
  readonly total?: readonly ComponentChildren[];
}): VNode => {
  const words = DESK[props.language].aged;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys.
    <section class="rl-table-scroll" aria-label={props.caption} tabIndex={0}>
      <table class="rl-table rl-desk__table">
        <caption class="rl-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => {
              const sorted =
                props.sorting?.column === column.key ? props.sorting.direction : undefined;
              const next = nextSorting(props.sorting, column);
              return (
                <th key={column.key} scope="col" class={classOf(column)} aria-sort={sorted}>
                  <button
                    type="button"
                    class="rl-desk__sort"
                    data-key={`sort/${column.key}`}
                    title={words.sort(column.label, next.direction).own}
                    onClick={() => {
                      props.onSort(next);
                    }}
                  >
                    {column.label.own}
                    <span class="rl-desk__arrow" aria-hidden="true">
                      {sorted === undefined ? "" : sorted === "ascending" ? "▲" : "▼"}
                    </span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key} data-key={row.key} data-row-account={row.account}>
              {cellsOf(props.columns, row.cells, row.marked ?? null)}
            </tr>
          ))}
        </tbody>
        {props.total === undefined ? null : (
          <tfoot>
            <tr>{cellsOf(props.columns, props.total, null)}</tr>
          </tfoot>
        )}
      </table>
    </section>
  );
};

const cellsOf = (
  columns: readonly SortColumn[],
  cells: readonly ComponentChildren[],
  marked: string | null,
): readonly VNode[] =>
  columns.map((column, index) =>
    index === 0 ? (
      <th key={column.key} scope="row" class={classOf(column)}>
        {cells[index]}
        {marked === null ? null : <span class="rl-desk__mark">{marked}</span>}
      </th>
    ) : (
      <td key={column.key} class={classOf(column)}>
        {cells[index]}
      </td>
    ),
  );

const classOf = (column: SortColumn): string | undefined => {
  const classes = [
    ...(column.number === true ? ["rl-number"] : []),
    ...(column.spare === true ? ["rl-desk__spare"] : []),
  ];
  return classes.length === 0 ? undefined : classes.join(" ");
};
