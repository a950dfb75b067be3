import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { timelineView } from "#shared/app/timeline-view.ts";
import type { ExhibitView, TimelineItemView, TimelineView } from "#shared/app/timeline-view.ts";
import { ActionButton, Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { exhibitKind } from "#src/sidebar/exhibit-kind.ts";
import type { ActOutcome } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";
import { Pager } from "#src/desk/pager.tsx";

/** Everything that happened with one debtor, newest first, with its exhibits. */
export const TimelinePage = (props: {
  readonly desk: Desk;
  readonly account: string;
  readonly page: number;
}): VNode => {
  const { desk, account, page } = props;
  const drawn = useView(desk.shell, timelineView, { account, page }, `${account}/${String(page)}`);
  return (
    <Loaded
      shell={desk.shell}
      drawn={drawn}
      renderView={(view) => <TimelineBody desk={desk} view={view} />}
    />
  );
};

const TimelineBody = (props: { readonly desk: Desk; readonly view: TimelineView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const words = desk.words.value.timeline;
  const pager = shell.words.value.timeline;
  return (
    <div class="rl-stack rl-stack--loose">
      <div class="rl-desk__head">
        <PageTitle desk={desk}>
          <ForeignText text={view.name} />
        </PageTitle>
        <Button
          small
          name="export-thread"
          busy={shell.busy.value === "export-thread"}
          onClick={() => void exportThread(desk, view.account)}
        >
          {desk.words.value.account.exportThread.own}
        </Button>
      </div>
      <Refused shell={shell} keys={["export-thread"]} />
      {view.items.length === 0 ? <p class="rl-quiet">{view.none.own}</p> : null}
      <ol class="rl-desk__days">
        {days(view.items).map(({ on, date, items }) => (
          <li key={on} class="rl-desk__day">
            <h2>{date}</h2>
            <ul class="rl-desk__plain">
              {items.map((item) => (
                <Happened key={item.key} desk={desk} item={item} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Pager
        label={`${words.pages.own} : ${view.range.own}`}
        page={view.page}
        pages={view.pages}
        previous={pager.newer.own}
        next={pager.older.own}
        onPage={(page) => {
          shell.replace({ at: "timeline", account: view.account, page });
        }}
      />
    </div>
  );
};

type Day = {
  readonly on: string;
  readonly date: string;
  readonly items: readonly TimelineItemView[];
};

const days = (items: readonly TimelineItemView[]): readonly Day[] => {
  const found: { on: string; date: string; items: TimelineItemView[] }[] = [];
  for (const item of items) {
    const last = found[found.length - 1];
    if (last !== undefined && last.on === item.on) last.items.push(item);
    else found.push({ on: item.on, date: item.date.own, items: [item] });
  }
  return found;
};

const Happened = (props: { readonly desk: Desk; readonly item: TimelineItemView }): VNode => {
  const { desk, item } = props;
  const { shell } = desk;
  const acts = [item.open, item.undo].flatMap((action) => (action === null ? [] : [action]));
  return (
    <li class={`rl-desk__item${item.ended === null ? "" : " rl-done-item"}`}>
      <div class="rl-desk__item-main">
        <p>
          <SentenceText text={item.text} />
        </p>
        {item.words === null ? null : (
          <p class="rl-quote">
            <ForeignText text={item.words} />
          </p>
        )}
        {item.ended === null ? null : (
          <p>
            <SentenceText text={item.ended} />
          </p>
        )}
        <p class="rl-small rl-quiet">
          <SentenceText text={item.author} />
        </p>
        {item.exhibits.map((exhibit) => (
          <Exhibit key={exhibit.sha256} desk={desk} exhibit={exhibit} of={item.key} />
        ))}
      </div>
      <div class="rl-line">
        {acts.map((action) => (
          <ActionButton key={action.key} shell={shell} action={action} small look="subtle" />
        ))}
      </div>
      <Refused shell={shell} keys={acts.map(({ key }) => key)} />
    </li>
  );
};

/** Digits of a fingerprint that are enough to tell exhibits apart at a glance. */
const HASH_HEAD = 12;

const Exhibit = (props: {
  readonly desk: Desk;
  readonly exhibit: ExhibitView;
  readonly of: string;
}): VNode => {
  const { desk, exhibit } = props;
  const { shell } = desk;
  const words = desk.words.value.timeline;
  const whole = useSignal(false);
  const key = `exhibit/${props.of}/${exhibit.sha256.slice(0, HASH_HEAD)}`;
  return (
    <div class="rl-desk__exhibit">
      <p class="rl-small">
        {shell.words.value.shell.exhibit.own} · {exhibit.size.own} · {exhibit.obtained.own}
      </p>
      <p class="rl-mono rl-desk__hash">
        {words.hash.own} {whole.value ? exhibit.sha256 : `${exhibit.sha256.slice(0, HASH_HEAD)}…`}
      </p>
      <div class="rl-line">
        <Button
          small
          look="subtle"
          name={`${key}/hash`}
          onClick={() => {
            whole.value = !whole.value;
          }}
        >
          {whole.value ? words.hideHash.own : words.showHash.own}
        </Button>
        <Button
          small
          look="subtle"
          name={`${key}/download`}
          busy={shell.busy.value === key}
          onClick={() => void shell.act(key, () => download(desk, exhibit.sha256))}
        >
          {words.download.own}
        </Button>
      </div>
      <Refused shell={shell} keys={[key]} />
    </div>
  );
};

const download = async (desk: Desk, sha256: string): Promise<ActOutcome> => {
  const { host } = desk.shell;
  const bytes = await host.evidence(sha256);
  if (bytes === null) return { type: "refused", text: desk.words.peek().timeline.notHere };
  const kind = exhibitKind(bytes);
  await host.download(`${sha256.slice(0, HASH_HEAD)}.${kind.ending}`, kind.type, bytes);
  return { type: "moved" };
};

const exportThread = (desk: Desk, account: string): Promise<unknown> => {
  const { shell } = desk;
  return shell.act("export-thread", async () => {
    const made = await shell.host.exportThread(account);
    if (!made.ok) return { type: "refused", text: [made.text] };
    if (made.file !== undefined) {
      await shell.host.download(made.file.name, "application/zip", made.file.bytes);
    }
    return { type: "done", done: { text: [made.text], undo: null } };
  });
};
