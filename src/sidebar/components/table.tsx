import type { ComponentChildren, VNode } from "preact";

export type Column = {
  readonly key: string;
  readonly label: string;
  /** Amounts and counts stand to the end, in figures of one width. */
  readonly number?: boolean;
};

export type TableRow = {
  readonly key: string;
  /** One a column; the first is the row's header. */
  readonly cells: readonly ComponentChildren[];
};

/** Scrolls sideways by itself where it is too wide, and can be reached by keys then. */
export const Table = (props: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly total?: readonly ComponentChildren[];
}): VNode => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys.
  <section class="rl-table-scroll" aria-label={props.caption} tabIndex={0}>
    <table class="rl-table">
      <caption class="rl-hidden">{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.key} scope="col" class={classOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key} data-key={row.key}>
            {cellsOf(props.columns, row.cells)}
          </tr>
        ))}
      </tbody>
      {props.total === undefined ? null : (
        <tfoot>
          <tr>{cellsOf(props.columns, props.total)}</tr>
        </tfoot>
      )}
    </table>
  </section>
);

const cellsOf = (
  columns: readonly Column[],
  cells: readonly ComponentChildren[],
): readonly VNode[] =>
  columns.map((column, index) =>
    index === 0 ? (
      <th key={column.key} scope="row" class={classOf(column)}>
        {cells[index]}
      </th>
    ) : (
      <td key={column.key} class={classOf(column)}>
        {cells[index]}
      </td>
    ),
  );

const classOf = (column: Column): string | undefined =>
  column.number === true ? "rl-number" : undefined;
