import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { todayList } from "#shared/app/today-list.ts";
import type { TodayRowView, TodayView } from "#shared/app/today-list.ts";
import type { ActionView } from "#shared/app/view-parts.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import type { Chip as ChipKey } from "#shared/recovery/today-row.ts";
import { ActionLink, Actions, NoticeOf, Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { Chip } from "#src/sidebar/components/chip.tsx";
import { DraftNoteView } from "#src/sidebar/components/draft-way.tsx";
import { Empty } from "#src/sidebar/components/empty.tsx";
import { FactLines } from "#src/sidebar/components/facts.tsx";
import { MenuButton } from "#src/sidebar/components/menu-button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { RowList } from "#src/sidebar/components/row-list.tsx";
import { SentenceText, plainText } from "#src/sidebar/components/sentence-text.tsx";
import { undo } from "#src/sidebar/components/toast.tsx";
import type { FoldedRow, RowOrigin, Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import { wholeOf } from "#src/sidebar/use-whole.ts";
import { SeveralLine } from "./several-line.tsx";

/** Where the rules of reading do not come, replies are opened one by one: nothing is lost that must be said. */
const useTodayCase = wholeOf(
  todayList,
  async () => (await import("#shared/app/today-view.ts")).todayView,
);

/** The screen of every morning: what is to do, one row each, one button a row. */
export const TodayScreen = ({ shell }: { readonly shell: Shell }): VNode => {
  const mine = useSignal(false);
  const whole = useSignal(false);
  const input = {
    canWriteDrafts: shell.host.can.writesDrafts,
    mine: mine.value,
    whole: whole.value,
  };
  const drawn = useView(
    shell,
    useTodayCase(shell).useCase,
    input,
    `today/${String(input.canWriteDrafts)}/${String(mine.value)}/${String(whole.value)}`,
  ).value;
  const words = shell.words.value.shell;
  if (drawn.type === "loading") return <p class="rl-quiet">{words.loading.own}</p>;
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} />;
  return (
    <Today shell={shell} view={drawn.view} version={drawn.version} mine={mine} whole={whole} />
  );
};

type Gone = { readonly key: string; readonly name: Foreign };

const Today = (props: {
  readonly shell: Shell;
  readonly view: TodayView;
  readonly version: number;
  readonly mine: Signal<boolean>;
  readonly whole: Signal<boolean>;
}): VNode => {
  const { shell, view, version, mine } = props;
  const words = shell.words.value.shell;
  const chip = useSignal<ChipKey | null>(null);
  const changes = useChangesElsewhere(shell, view, version);
  const list = useRef<HTMLDivElement>(null);
  const folded = shell.folded.value.filter(({ row }) => !view.rows.some(({ key }) => key === row));
  useFocusAfterDone(list, folded);
  const rows = chip.value === null ? view.rows : view.rows.filter((row) => row.chip === chip.value);
  return (
    <div class="rl-stack rl-today" ref={list}>
      <div class="rl-stack rl-stack--tight">
        <h1 class="rl-today__title">{view.title.own}</h1>
        <FactLines
          shell={shell}
          lead={view.date}
          facts={view.empty === null ? [view.payments, view.answers] : []}
        />
        {view.empty === null ? <p class="rl-today__sum">{view.summary.own}</p> : null}
        {view.chips.length === 0 || view.empty !== null ? null : (
          <fieldset class="rl-chips" aria-label={words.filters.own}>
            {view.chips.map(({ key, label, count }) => (
              <Chip
                key={key}
                label={label.own}
                count={count}
                pressed={chip.value === key}
                onToggle={() => {
                  chip.value = chip.value === key ? null : key;
                }}
              />
            ))}
          </fieldset>
        )}
      </div>
      {view.owners.length === 0 || view.empty !== null ? null : (
        <fieldset class="rl-chips" aria-label={words.filters.own}>
          {view.owners.map(({ key, label, pressed }) => (
            <Chip
              key={key}
              label={label.own}
              count={null}
              pressed={pressed}
              onToggle={() => {
                mine.value = key === "mine";
              }}
            />
          ))}
        </fieldset>
      )}
      {view.notices.map((notice) => (
        <NoticeOf key={notice.key} shell={shell} notice={notice} />
      ))}
      {changes.gone.map(({ key, name }) => (
        <Notice key={key} tone="info" text={words.goneElsewhere(name)} />
      ))}
      {view.empty === null ? null : <Empty shell={shell} empty={view.empty} />}
      <SeveralLine shell={shell} rows={rows} />
      {rows.length + folded.length === 0 ? null : (
        <RowList class="rl-rows" label={words.rows.own}>
          {withFolded(rows, folded).map((item) =>
            "done" in item ? (
              <DoneRow key={`done/${item.row}`} shell={shell} folded={item} />
            ) : (
              <Row
                key={item.key}
                shell={shell}
                row={item}
                after={keyBefore(rows, item)}
                changed={changes.changed.has(item.key)}
              />
            ),
          )}
        </RowList>
      )}
      {rows.length === 0 && chip.value !== null ? (
        <p class="rl-quiet">{words.noRowOfChip.own}</p>
      ) : null}
      {view.later === null ? null : (
        <div class="rl-line rl-line--between">
          <span class="rl-quiet">{view.later.text.own}</span>
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
        <p>
          <SentenceText text={view.end} />
        </p>
      )}
      {view.drafts === null ? null : (
        <div>
          <div class="rl-line rl-line--between">
            <span>{view.drafts.text.own}</span>
            <Actions shell={shell} actions={[view.drafts.action]} small />
          </div>
          {shell.host.draftNote?.value == null ? null : (
            <DraftNoteView note={shell.host.draftNote.value} />
          )}
        </div>
      )}
      {view.silent === null ? null : <ActionLink shell={shell} action={view.silent} block />}
    </div>
  );
};

const keyBefore = (rows: readonly TodayRowView[], row: TodayRowView): string | null =>
  rows[rows.indexOf(row) - 1]?.key ?? null;

/** Done rows stand where they stood: after the row that was before them, or after what was done there. */
const withFolded = (
  rows: readonly TodayRowView[],
  folded: readonly FoldedRow[],
): readonly (TodayRowView | FoldedRow)[] => {
  const left = [...folded];
  const out: (TodayRowView | FoldedRow)[] = [];
  const place = (after: string | null): void => {
    for (const one of left.filter((each) => each.after === after)) {
      left.splice(left.indexOf(one), 1);
      out.push(one);
      place(one.row);
    }
  };
  place(null);
  for (const row of rows) {
    out.push(row);
    place(row.key);
  }
  // The row before is gone with a filter: they stand at the top rather than nowhere.
  return [...left, ...out];
};

const Row = (props: {
  readonly shell: Shell;
  readonly row: TodayRowView;
  readonly after: string | null;
  readonly changed: boolean;
}): VNode => {
  const { shell, row } = props;
  // What another tab changed is looked at again before it is left without effect.
  const aside = props.changed ? null : row.aside;
  const beside = [row.secondary, aside].filter((action) => action !== null);
  const words = shell.words.value.shell;
  const origin: RowOrigin = {
    row: row.key,
    name: row.name,
    accounts: row.accounts,
    after: props.after,
  };
  const run = ({ key, action }: ActionView): void => {
    void shell.perform(key, action, origin);
  };
  const id = `rl-row-${row.key}`;
  return (
    <li class="rl-row" data-row={row.key} data-row-accounts={row.accounts.join(" ")}>
      <div class="rl-row__top">
        <span class={`rl-row__word rl-row__word--${row.wordKey}`}>{row.word.own}</span>
        <span class="rl-row__name" id={id} title={row.name.foreign}>
          <bdi>{row.name.foreign}</bdi>
          {row.entities === null ? null : <span class="rl-row__entities"> {row.entities.own}</span>}
        </span>
        <span class="rl-amount">{row.amounts.map(({ own }) => own).join(" + ")}</span>
      </div>
      <div class="rl-row__low">
        <p class="rl-row__reason" title={plainText(row.reason)}>
          <SentenceText text={row.reason} />
        </p>
        <div class="rl-row__acts" data-stop="">
          {props.changed ? <span class="rl-row__flag">{words.changedElsewhere.own}</span> : null}
          <Button
            small
            look={row.wordKey === "exhibit" ? "plain" : "primary"}
            name={row.primary.key}
            busy={shell.busy.value === row.primary.key}
            describedBy={id}
            onClick={() => {
              run(row.primary);
            }}
          >
            {row.primary.label.own}
          </Button>
          {beside.map((action) => (
            <Button
              key={action.key}
              small
              name={action.key}
              busy={shell.busy.value === action.key}
              describedBy={id}
              onClick={() => {
                run(action);
              }}
            >
              {action.label.own}
            </Button>
          ))}
          <MenuButton
            small
            name={`${row.key}/more`}
            label={plainText(words.moreOf(row.name))}
            items={row.more.map((action) => ({
              key: action.key,
              label: action.label.own,
              run: () => {
                run(action);
              },
            }))}
          />
        </div>
      </div>
      <Refused shell={shell} keys={[row.primary, ...beside, ...row.more].map(({ key }) => key)} />
    </li>
  );
};

const DoneRow = (props: { readonly shell: Shell; readonly folded: FoldedRow }): VNode => {
  const { shell, folded } = props;
  const words = shell.words.value.shell;
  const { undo: what, next } = folded.done;
  const key = `undo/${folded.row}`;
  return (
    <li>
      <div class="rl-row--done" data-done={folded.row}>
        <span>
          <SentenceText text={words.doneRow(folded.name)} />
        </span>
        {next === undefined ? null : (
          <Button
            small
            name={next.key}
            busy={shell.busy.value === next.key}
            onClick={() => {
              void shell.perform(next.key, next.action, folded);
            }}
          >
            {next.label.own}
          </Button>
        )}
        {what === null ? null : (
          <Button
            small
            look="subtle"
            name={key}
            busy={shell.busy.value === key}
            onClick={() => {
              void undo(shell, key, what);
            }}
          >
            {what.label.own}
          </Button>
        )}
      </div>
      <Refused shell={shell} keys={next === undefined ? [key] : [key, next.key]} />
    </li>
  );
};

/** Rows that another tab, another device or a merge changed or took away since they were drawn here. */
const useChangesElsewhere = (
  shell: Shell,
  view: TodayView,
  version: number,
): { readonly changed: ReadonlySet<string>; readonly gone: readonly Gone[] } => {
  const former = useRef<{ readonly version: number; readonly view: TodayView } | null>(null);
  const known = useRef<{ changed: Set<string>; gone: Gone[] }>({ changed: new Set(), gone: [] });
  if (former.current !== null && former.current.version !== version) {
    const before = former.current.view;
    if (shell.isOwnVersion(version)) known.current = { changed: new Set(), gone: [] };
    else {
      for (const row of before.rows) {
        const now = view.rows.find(({ key }) => key === row.key);
        if (now === undefined) known.current.gone.push({ key: row.key, name: row.name });
        else if (wordsOf(now) !== wordsOf(row)) known.current.changed.add(row.key);
      }
    }
  }
  former.current = { version, view };
  return known.current;
};

const wordsOf = (row: TodayRowView): string =>
  [
    row.word.own,
    row.name.foreign,
    ...row.amounts.map(({ own }) => own),
    plainText(row.reason),
  ].join("\n");

/** When a row folds, its button is gone: focus goes to the next row that is to be done. */
const useFocusAfterDone = (
  list: { readonly current: HTMLDivElement | null },
  folded: readonly FoldedRow[],
): void => {
  const last = folded[folded.length - 1];
  const former = useRef({ count: folded.length, last });
  useEffect(() => {
    const before = former.current;
    former.current = { count: folded.length, last };
    // Done, or said to have gone after it was done; what is taken back leaves fewer.
    const isDone = last !== before.last && folded.length >= before.count;
    if (!isDone || last === undefined || list.current === null) return;
    const items = [...list.current.querySelectorAll<HTMLElement>(".rl-rows > li")];
    const at = items.findIndex(
      (item) => item.querySelector("[data-done]")?.getAttribute("data-done") === last.row,
    );
    // What is left of the same debtor (its draft now) is done where it was opened; the list goes on with the next one.
    const isOfDone = (item: HTMLElement): boolean =>
      (item.dataset["rowAccounts"] ?? "")
        .split(" ")
        .some((account) => last.accounts.includes(account));
    const others = [...items.slice(at + 1), ...items.slice(0, at)].filter(
      (item) => item.querySelector("[data-stop]") !== null,
    );
    const next = others.find((item) => !isOfDone(item)) ?? others[0];
    (next ?? items[at])?.querySelector("button")?.focus();
  }, [list, folded.length, last]);
};
