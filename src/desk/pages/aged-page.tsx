import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { agedView } from "#shared/app/aged-view.ts";
import type { AgedRowView, AgedTableView, AgedView } from "#shared/app/aged-view.ts";
import { foldText } from "#shared/kernel/text.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { Empty } from "#src/sidebar/components/empty.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";
import { useView } from "#src/sidebar/use-view.ts";
import { agedCsv } from "#src/desk/aged-csv.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { useForeignChanges } from "#src/desk/foreign-changes.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";
import { SortTable } from "#src/desk/sort-table.tsx";
import type { Sorting } from "#src/desk/sort-table.tsx";

/** What is owed, by how late it is: one table a currency. */
export const AgedPage = ({ desk }: { readonly desk: Desk }): VNode => {
  const drawn = useView(desk.shell, agedView, null, "aged");
  return (
    <Loaded
      shell={desk.shell}
      drawn={drawn}
      renderView={(view, version) => <AgedBody desk={desk} view={view} version={version} />}
    />
  );
};

const AgedBody = (props: {
  readonly desk: Desk;
  readonly view: AgedView;
  readonly version: number;
}): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const words = desk.words.value.aged;
  const sorting = useSignal<Sorting | null>(null);
  const changes = useForeignChanges(
    shell,
    props.version,
    "aged",
    view.tables.flatMap(({ rows }) => rows),
  );
  return (
    <div class="rl-stack rl-stack--loose">
      <div class="rl-desk__head">
        <PageTitle desk={desk}>{view.title.own}</PageTitle>
        {view.empty !== null ? null : (
          <Button
            name="export-csv"
            busy={shell.busy.value === "export-csv"}
            onClick={() => void exportCsv(desk, view)}
          >
            {words.export.own}
          </Button>
        )}
      </div>
      <p class="rl-quiet">{view.asOf.own}</p>
      <Refused shell={shell} keys={["export-csv"]} />
      {view.empty !== null ? (
        <Empty shell={shell} empty={view.empty} />
      ) : (
        <>
          <p class="rl-small rl-quiet rl-desk__measure">{view.caption.own}</p>
          {changes.gone.map((name) => (
            <Notice
              key={name.foreign}
              tone="info"
              text={shell.words.value.shell.goneElsewhere(name)}
            />
          ))}
          {view.tables.map((table) => (
            <AgedTable
              key={table.currency}
              desk={desk}
              table={table}
              alone={view.tables.length === 1}
              sorting={sorting.value}
              changed={changes.changed}
              onSort={(next) => {
                sorting.value = next;
                const label = table.columns.find(({ key }) => key === next.column)?.label;
                if (label !== undefined) {
                  shell.spoken.value = words.sorted(label, next.direction).own;
                }
              }}
            />
          ))}
        </>
      )}
    </div>
  );
};

const AgedTable = (props: {
  readonly desk: Desk;
  readonly table: AgedTableView;
  readonly alone: boolean;
  readonly sorting: Sorting | null;
  readonly changed: ReadonlySet<string>;
  readonly onSort: (sorting: Sorting) => void;
}): VNode => {
  const { desk, table } = props;
  const { language } = desk.shell.host;
  const caption = desk.words.value.aged.currency(table.currency).own;
  const rows = sortedRows(table, props.sorting);
  return (
    <section class="rl-stack">
      {props.alone ? null : <h2>{table.currency}</h2>}
      <SortTable
        language={language.value}
        caption={caption}
        columns={table.columns.map(({ key, label }) => ({ key, label, number: key !== NAME }))}
        sorting={props.sorting}
        onSort={props.onSort}
        rows={rows.map((row) => ({
          key: row.key,
          account: row.account,
          marked: props.changed.has(row.key)
            ? desk.shell.words.value.shell.changedElsewhere.own
            : null,
          cells: [
            <LinkButton
              key="name"
              name={row.open.key}
              onClick={() => {
                desk.visit({ at: "claim", account: row.account });
              }}
            >
              <ForeignText text={row.name} />
            </LinkButton>,
            ...row.cells.map(({ amount }) => amount?.own ?? ""),
          ],
        }))}
        total={[table.total.label.own, ...table.total.cells.map(({ amount }) => amount?.own ?? "")]}
      />
    </section>
  );
};

const NAME = "debtor";

export const sortedRows = (
  table: AgedTableView,
  sorting: Sorting | null,
): readonly AgedRowView[] => {
  if (sorting === null) return table.rows;
  const sign = sorting.direction === "ascending" ? 1 : -1;
  const byName = (a: AgedRowView, b: AgedRowView): number => {
    const [x, y] = [foldText(a.name.foreign), foldText(b.name.foreign)];
    return x < y ? -1 : x > y ? 1 : 0;
  };
  const minorOf = (row: AgedRowView): number =>
    row.cells.find(({ key }) => key === sorting.column)?.minor ?? 0;
  return [...table.rows].sort((a, b) =>
    sorting.column === NAME
      ? sign * byName(a, b)
      : sign * (minorOf(a) - minorOf(b)) || byName(a, b),
  );
};

const exportCsv = (desk: Desk, view: AgedView): Promise<unknown> => {
  const { shell } = desk;
  const { host } = shell;
  const words = desk.words.peek().aged;
  return shell.act("export-csv", async () => {
    const { bytes, rows } = agedCsv(view, host.language.peek());
    await host.download(words.fileName(host.today()), "text/csv;charset=utf-8", bytes);
    return { type: "done", done: { text: words.exported(rows), undo: null } };
  });
};
