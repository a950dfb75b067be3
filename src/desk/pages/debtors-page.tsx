import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { FILTER_CHARS_MAX, debtorsView } from "#shared/app/debtors-view.ts";
import type {
  DebtorColumn,
  DebtorRowView,
  DebtorsInput,
  DebtorsView,
} from "#shared/app/debtors-view.ts";
import type { Own } from "#shared/kernel/text.ts";
import { ActionButton } from "#src/sidebar/components/actions.tsx";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { Empty } from "#src/sidebar/components/empty.tsx";
import { TextField } from "#src/sidebar/components/field.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { useForeignChanges } from "#src/desk/foreign-changes.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";
import { Pager } from "#src/desk/pager.tsx";
import { SortTable } from "#src/desk/sort-table.tsx";

const FIRST: DebtorsInput = { filter: "", sort: "name", descending: false, page: 0 };

/** Every account of the ledger. */
export const DebtorsPage = ({ desk }: { readonly desk: Desk }): VNode => {
  const asked = useSignal<DebtorsInput>(FIRST);
  const key = JSON.stringify(asked.value);
  // Keyed by nothing: a letter more in the filter must not blank the list that stands.
  const drawn = useView(desk.shell, debtorsView, asked.value, key);
  const last = useSignal<{ readonly view: DebtorsView; readonly version: number } | null>(null);
  const now = drawn.value;
  if (now.type === "view") last.value = now;
  const change = (changes: Partial<DebtorsInput>): void => {
    asked.value = { ...asked.peek(), page: 0, ...changes };
  };
  return last.value === null ? (
    <Loaded shell={desk.shell} drawn={drawn} renderView={() => <></>} />
  ) : (
    <DebtorsBody
      desk={desk}
      view={last.value.view}
      version={last.value.version}
      asked={asked.value}
      onChange={change}
    />
  );
};

const DebtorsBody = (props: {
  readonly desk: Desk;
  readonly view: DebtorsView;
  readonly version: number;
  readonly asked: DebtorsInput;
  readonly onChange: (changes: Partial<DebtorsInput>) => void;
}): VNode => {
  const { desk, view, asked, onChange } = props;
  const { shell } = desk;
  const words = desk.words.value.debtors;
  const scope = JSON.stringify(asked);
  const changes = useForeignChanges(shell, props.version, scope, view.rows);
  const isGrouped = asked.sort === "group" || view.rows.some(({ group }) => group !== null);
  const columns = view.columns.filter(({ key }) => key !== "group" || isGrouped);
  if (view.empty !== null) {
    return (
      <div class="rl-stack rl-stack--loose">
        <PageTitle desk={desk}>{view.title.own}</PageTitle>
        <Empty shell={shell} empty={view.empty} />
      </div>
    );
  }
  return (
    <div class="rl-stack rl-stack--loose">
      <div class="rl-desk__head">
        <PageTitle desk={desk}>{view.title.own}</PageTitle>
        <ActionButton shell={shell} action={view.add} />
      </div>
      <div class="rl-desk__filter">
        <TextField
          id="debtors-filter"
          label={words.filter.own}
          value={asked.filter}
          input="search"
          charsMax={FILTER_CHARS_MAX}
          onInput={(filter) => {
            onChange({ filter });
          }}
        />
        <output class="rl-quiet">{view.count.own}</output>
      </div>
      {changes.gone.map((name) => (
        <Notice key={name.foreign} tone="info" text={shell.words.value.shell.goneElsewhere(name)} />
      ))}
      {view.rows.length === 0 ? (
        <div class="rl-line">
          <p>{words.none.own}</p>
          <Button
            small
            name="clear-filter"
            onClick={() => {
              onChange({ filter: "" });
            }}
          >
            {words.clear.own}
          </Button>
        </div>
      ) : (
        <SortTable
          language={shell.host.language.value}
          caption={words.caption.own}
          columns={columns.map((column) => ({
            ...column,
            number: column.key === "open" || column.key === "overdue",
            spare: column.key === "kind" || column.key === "group",
          }))}
          sorting={{
            column: asked.sort,
            direction: asked.descending ? "descending" : "ascending",
          }}
          onSort={({ column, direction }) => {
            const chosen = view.columns.find(({ key }) => key === column);
            if (chosen === undefined) return;
            onChange({ sort: chosen.key, descending: direction === "descending" });
            shell.spoken.value = desk.words.peek().aged.sorted(chosen.label, direction).own;
          }}
          rows={view.rows.map((row) => ({
            key: row.key,
            account: row.account,
            marked: changes.changed.has(row.key)
              ? shell.words.value.shell.changedElsewhere.own
              : null,
            cells: columns.map(({ key }) => cellOf(desk, row, key)),
          }))}
        />
      )}
      <Pager
        label={view.range.own}
        page={view.page}
        pages={view.pages}
        previous={words.previous.own}
        next={words.next.own}
        onPage={(page) => {
          onChange({ page });
        }}
      />
    </div>
  );
};

const cellOf = (desk: Desk, row: DebtorRowView, column: DebtorColumn): VNode => {
  switch (column) {
    case "name":
      return (
        <LinkButton
          name={row.open.key}
          onClick={() => {
            desk.visit({ at: "claim", account: row.account });
          }}
        >
          <ForeignText text={row.name} />
        </LinkButton>
      );
    case "kind":
      return <>{row.kind.own}</>;
    case "group":
      return row.group === null ? <></> : <ForeignText text={row.group} />;
    case "open":
      return <Amounts amounts={row.owed} />;
    case "overdue":
      return <Amounts amounts={row.overdue} />;
    case "next":
      return <SentenceText text={row.next} />;
  }
};

/** Several currencies stand below one another and are never added. */
const Amounts = ({ amounts }: { readonly amounts: readonly Own[] }): VNode => (
  <>
    {amounts.map(({ own }) => (
      <span key={own} class="rl-desk__sum">
        {own}
      </span>
    ))}
  </>
);
