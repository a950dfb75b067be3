import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { todayView } from "#shared/app/today-view.ts";
import type { TodayRowView, TodayView } from "#shared/app/today-list.ts";
import type { FactLineView } from "#shared/app/view-parts.ts";
import { ActionButton, Actions, Refused } from "#src/sidebar/components/actions.tsx";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { Chip } from "#src/sidebar/components/chip.tsx";
import { Empty } from "#src/sidebar/components/empty.tsx";
import { MenuButton } from "#src/sidebar/components/menu-button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { RowList } from "#src/sidebar/components/row-list.tsx";
import { ForeignText, SentenceText, plainText } from "#src/sidebar/components/sentence-text.tsx";
import { undo } from "#src/sidebar/components/toast.tsx";
import type { FoldedRow, RowOrigin } from "#src/sidebar/shell.ts";
import { SeveralLine } from "#src/sidebar/screens/several-line.tsx";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { useForeignChanges } from "#src/desk/foreign-changes.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";

/** The day's list in its wide form. */
export const TodayPage = ({ desk }: { readonly desk: Desk }): VNode => {
  const { shell } = desk;
  const canWriteDrafts = shell.host.can.writesDrafts;
  const mine = useSignal(false);
  const whole = useSignal(false);
  const input = { canWriteDrafts, mine: mine.value, whole: whole.value };
  const drawn = useView(
    shell,
    todayView,
    input,
    `${String(canWriteDrafts)}/${String(mine.value)}/${String(whole.value)}`,
  );
  return (
    <Loaded
      shell={shell}
      drawn={drawn}
      renderView={(view, version) => (
        <TodayBody desk={desk} view={view} version={version} mine={mine} whole={whole} />
      )}
    />
  );
};

const TodayBody = (props: {
  readonly desk: Desk;
  readonly view: TodayView;
  readonly version: number;
  readonly mine: Signal<boolean>;
  readonly whole: Signal<boolean>;
}): VNode => {
  const { desk, view, mine } = props;
  const { shell } = desk;
  const words = shell.words.value;
  const chip = useSignal<string | null>(null);
  const changes = useForeignChanges(shell, props.version, "today", view.rows);
  const pressed = view.chips.some(({ key }) => key === chip.value) ? chip.value : null;
  const rows = view.rows.filter((row) => pressed === null || row.chip === pressed);
  return (
    <div class="rl-stack rl-stack--loose">
      <div class="rl-desk__head">
        <PageTitle desk={desk}>{view.title.own}</PageTitle>
        <p class="rl-quiet">{view.date.own}</p>
      </div>
      {view.empty === null ? (
        <>
          <div class="rl-desk__facts">
            <FactLine desk={desk} line={view.payments} />
            <FactLine desk={desk} line={view.answers} />
          </div>
          <p class="rl-desk__summary">{view.summary.own}</p>
          {view.notices.map((notice) => (
            <Notice key={notice.key} tone={notice.tone} text={notice.text}>
              {notice.key === "bank-lines" ? (
                <Button
                  small
                  name="bank-lines/assign"
                  onClick={() => {
                    desk.visit({ at: "desk", page: "bank" });
                  }}
                >
                  {notice.action?.label.own}
                </Button>
              ) : notice.action === null ? null : (
                <ActionButton shell={shell} action={notice.action} small />
              )}
            </Notice>
          ))}
          {changes.gone.map((name) => (
            <Notice key={name.foreign} tone="info" text={words.shell.goneElsewhere(name)} />
          ))}
          {view.chips.length === 0 ? null : (
            <fieldset class="rl-chips" aria-label={words.shell.filters.own}>
              {view.chips.map(({ key, label, count }) => (
                <Chip
                  key={key}
                  label={label.own}
                  count={count}
                  pressed={key === pressed}
                  onToggle={() => {
                    chip.value = key === pressed ? null : key;
                  }}
                />
              ))}
            </fieldset>
          )}
          {view.owners.length === 0 ? null : (
            <fieldset class="rl-chips" aria-label={words.shell.filters.own}>
              {view.owners.map((owner) => (
                <Chip
                  key={owner.key}
                  label={owner.label.own}
                  count={null}
                  pressed={owner.pressed}
                  onToggle={() => {
                    mine.value = owner.key === "mine";
                  }}
                />
              ))}
            </fieldset>
          )}
          {view.drafts === null ? null : (
            <div class="rl-desk__drafts">
              <p>{view.drafts.text.own}</p>
              <ActionButton shell={shell} action={view.drafts.action} small />
            </div>
          )}
          <Refused shell={shell} keys={["prepare-drafts"]} />
          <SeveralLine shell={shell} rows={rows} />
          <Rows desk={desk} rows={rows} changed={changes.changed} />
          {view.later === null ? null : (
            <div class="rl-desk__drafts">
              <p class="rl-quiet">{view.later.text.own}</p>
              <Button
                small
                look="subtle"
                name="later/show"
                onClick={() => {
                  props.whole.value = true;
                }}
              >
                {view.later.show.own}
              </Button>
            </div>
          )}
          {view.end === null ? null : (
            <p class="rl-desk__end">
              <SentenceText text={view.end} />
            </p>
          )}
          {view.silent === null ? null : (
            <LinkButton
              name="silent"
              onClick={() => {
                desk.visit({ at: "silent" });
              }}
            >
              {view.silent.label.own}
            </LinkButton>
          )}
        </>
      ) : (
        <Empty shell={shell} empty={view.empty} />
      )}
    </div>
  );
};

export const FactLine = (props: { readonly desk: Desk; readonly line: FactLineView }): VNode => (
  <div class={`rl-desk__fact${props.line.stale ? " rl-desk__fact--stale" : ""}`}>
    <span>{props.line.text.own}</span>
    {props.line.actions.length === 0 ? null : (
      <Actions shell={props.desk.shell} actions={props.line.actions} small />
    )}
  </div>
);

type Shown = { readonly row: TodayRowView } | { readonly folded: FoldedRow };

/** Rows as they stand, and those just done where they stood. */
const withFolded = (
  rows: readonly TodayRowView[],
  folded: readonly FoldedRow[],
): readonly Shown[] => {
  const shown: Shown[] = rows.map((row) => ({ row }));
  const keys = new Set(rows.map(({ key }) => key));
  for (const fold of folded) {
    if (keys.has(fold.row)) continue;
    const after = shown.findIndex((one) =>
      "row" in one ? one.row.key === fold.after : one.folded.row === fold.after,
    );
    shown.splice(after + 1, 0, { folded: fold });
  }
  return shown;
};

const Rows = (props: {
  readonly desk: Desk;
  readonly rows: readonly TodayRowView[];
  readonly changed: ReadonlySet<string>;
}): VNode => {
  const { desk, rows } = props;
  const { shell } = desk;
  const words = shell.words.value;
  const list = useRef<HTMLDivElement>(null);
  const folded = shell.folded.value;
  const shown = withFolded(rows, folded);
  const foldedKeys = shown.flatMap((one) => ("folded" in one ? [one.folded.row] : [])).join("\n");
  const before = useRef(foldedKeys);
  useEffect(() => {
    const known = new Set(before.current.split("\n"));
    const fresh = foldedKeys.split("\n").filter((key) => key !== "" && !known.has(key));
    before.current = foldedKeys;
    const [key] = fresh;
    // The button that did it is gone: the next row's takes its place.
    if (key !== undefined && isLost()) focusAfter(list.current, key);
  }, [foldedKeys]);
  if (shown.length === 0) return <></>;
  return (
    <div ref={list}>
      <RowList class="rl-desk__rows" label={words.shell.rows.own}>
        {shown.map((one, index) =>
          "row" in one ? (
            <Row
              key={one.row.key}
              desk={desk}
              row={one.row}
              origin={originOf(one.row, shown[index - 1])}
              marked={props.changed.has(one.row.key)}
            />
          ) : (
            <li
              key={one.folded.row}
              class="rl-desk__row rl-desk__row--done"
              data-row={one.folded.row}
            >
              <p class="rl-desk__row-done">
                <SentenceText text={words.shell.doneRow(one.folded.name)} />
                <span class="rl-quiet">
                  {" · "}
                  <SentenceText text={one.folded.done.text} />
                </span>
              </p>
              {one.folded.done.undo === null ? null : (
                <Button
                  small
                  name={`${one.folded.row}/undo`}
                  busy={shell.busy.value === `${one.folded.row}/undo`}
                  onClick={() => {
                    const { undo: what } = one.folded.done;
                    if (what !== null) void undo(shell, `${one.folded.row}/undo`, what);
                  }}
                >
                  {one.folded.done.undo.label.own}
                  <span class="rl-hidden"> : {one.folded.name.foreign}</span>
                </Button>
              )}
              <Refused shell={shell} keys={[`${one.folded.row}/undo`]} />
            </li>
          ),
        )}
      </RowList>
    </div>
  );
};

const originOf = (row: TodayRowView, before: Shown | undefined): RowOrigin => ({
  row: row.key,
  name: row.name,
  accounts: row.accounts,
  after: before === undefined ? null : "row" in before ? before.row.key : before.folded.row,
});

const isLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

const focusAfter = (list: HTMLElement | null, key: string): void => {
  const rows = [...(list?.querySelectorAll<HTMLElement>("li[data-row]") ?? [])];
  const at = rows.findIndex((row) => row.dataset["row"] === key);
  const next = rows[at + 1] ?? rows[at];
  next?.querySelector<HTMLElement>("[data-stop] button, button")?.focus();
};

const Row = (props: {
  readonly desk: Desk;
  readonly row: TodayRowView;
  readonly origin: RowOrigin;
  readonly marked: boolean;
}): VNode => {
  const { desk, row, origin } = props;
  const { shell } = desk;
  const words = shell.words.value;
  const detail = desk.detail.value;
  const beside = [row.secondary, row.aside].filter((action) => action !== null);
  const isOpen = detail !== null && "account" in detail && detail.account === row.account;
  return (
    <li
      class={`rl-desk__row rl-desk__row--${row.wordKey}`}
      data-row={row.key}
      data-row-account={row.account}
      aria-current={isOpen ? "true" : undefined}
    >
      <span class="rl-desk__word">{row.word.own}</span>
      <div class="rl-desk__row-main">
        <p class="rl-desk__row-name">
          <LinkButton
            name={`${row.key}/open`}
            onClick={() => {
              desk.visit({ at: "claim", account: row.account });
            }}
          >
            <ForeignText text={row.name} />
            {row.entities === null ? null : ` ${row.entities.own}`}
          </LinkButton>
          {props.marked ? (
            <span class="rl-desk__mark">{words.shell.changedElsewhere.own}</span>
          ) : null}
        </p>
        <p class="rl-small">
          <SentenceText text={row.reason} />
        </p>
      </div>
      <p class="rl-desk__row-amounts rl-amount">
        {row.amounts.map(({ own }) => (
          <span key={own}>{own}</span>
        ))}
      </p>
      <div class="rl-desk__row-acts" data-stop>
        <Button
          small
          name={row.primary.key}
          busy={shell.busy.value === row.primary.key}
          onClick={() => {
            void shell.perform(row.primary.key, row.primary.action, origin);
          }}
        >
          {row.primary.label.own}
        </Button>
        {beside.map((action) => (
          <Button
            key={action.key}
            small
            look="subtle"
            name={action.key}
            busy={shell.busy.value === action.key}
            onClick={() => {
              void shell.perform(action.key, action.action, origin);
            }}
          >
            {action.label.own}
          </Button>
        ))}
        <MenuButton
          small
          name={`${row.key}/more`}
          label={plainText(words.shell.moreOf(row.name))}
          items={row.more.map((view) => ({
            key: view.key,
            label: view.label.own,
            run: () => {
              void shell.perform(view.key, view.action, origin);
            },
          }))}
        />
      </div>
      <Refused shell={shell} keys={[row.primary, ...beside, ...row.more].map(({ key }) => key)} />
    </li>
  );
};
