import type { VNode } from "preact";
import { timelineView } from "#shared/app/timeline-view.ts";
import type { ExhibitView, TimelineItemView } from "#shared/app/timeline-view.ts";
import { Actions, Refused } from "#src/sidebar/components/actions.tsx";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { exhibitKind } from "#src/sidebar/exhibit-kind.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";

/** Everything that happened with a debtor, newest first, by day. */
export const TimelineScreen = (props: {
  readonly shell: Shell;
  readonly account: string;
  readonly page: number;
}): VNode => {
  const { shell, account, page } = props;
  const key = `${account} ${String(page)}`;
  const drawn = useView(shell, timelineView, { account, page }, key).value;
  const words = shell.words.value;
  if (drawn.type === "loading") return <p class="rl-quiet">{words.shell.loading.own}</p>;
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} />;
  const { view } = drawn;
  const turn = (to: number) => (): void => {
    shell.replace({ at: "timeline", account, page: to });
  };
  return (
    <div class="rl-stack">
      <div>
        <h1>{view.title.own}</h1>
        <p class="rl-quiet">
          <ForeignText text={view.name} />
        </p>
      </div>
      {view.items.length === 0 ? <p class="rl-quiet">{view.none.own}</p> : null}
      {daysOf(view.items).map((items) => (
        <section key={items[0]?.key} aria-label={items[0]?.date.own}>
          <h2 class="rl-day rl-small">{items[0]?.date.own}</h2>
          <ul class="rl-plain-rows">
            {items.map((item) => (
              <Item key={item.key} shell={shell} item={item} />
            ))}
          </ul>
        </section>
      ))}
      {view.pages < 2 ? null : (
        <div class="rl-line rl-line--between">
          <span class="rl-small rl-quiet">{view.range.own}</span>
          <div class="rl-line">
            {view.page === 0 ? null : (
              <Button small name="page/newer" onClick={turn(view.page - 1)}>
                {words.timeline.newer.own}
              </Button>
            )}
            {view.page + 1 >= view.pages ? null : (
              <Button small name="page/older" onClick={turn(view.page + 1)}>
                {words.timeline.older.own}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  );
};

const daysOf = (items: readonly TimelineItemView[]): readonly (readonly TimelineItemView[])[] => {
  const days: TimelineItemView[][] = [];
  for (const item of items) {
    const last = days[days.length - 1];
    if (last !== undefined && last[0]?.on === item.on) last.push(item);
    else days.push([item]);
  }
  return days;
};

const Item = (props: { readonly shell: Shell; readonly item: TimelineItemView }): VNode => {
  const { shell, item } = props;
  const actions = [item.open, item.undo].filter((action) => action !== null);
  return (
    <li class={item.ended === null ? undefined : "rl-done-item"}>
      <p>
        <SentenceText text={item.text} />
      </p>
      {item.words === null ? null : (
        <p class="rl-quote rl-small">
          <ForeignText text={item.words} />
        </p>
      )}
      {item.ended === null ? null : (
        <p class="rl-small">
          <SentenceText text={item.ended} />
        </p>
      )}
      <p class="rl-small rl-quiet">
        <SentenceText text={item.author} />
      </p>
      {item.exhibits.map((exhibit) => (
        <Exhibit key={exhibit.sha256} shell={shell} exhibit={exhibit} />
      ))}
      {actions.length === 0 ? null : <Actions shell={shell} actions={actions} small />}
    </li>
  );
};

/** Digits of a hash that a person compares; the whole stands in the title and the export. */
const HASH_SHOWN = 12;

const Exhibit = (props: { readonly shell: Shell; readonly exhibit: ExhibitView }): VNode => {
  const { shell, exhibit } = props;
  const words = shell.words.value;
  const key = `exhibit/${exhibit.sha256}`;
  const download = (): void => {
    void shell.act(key, async () => {
      const bytes = await shell.host.evidence(exhibit.sha256);
      if (bytes === null) return { type: "refused", text: words.timeline.notHere };
      const { ending, type } = exhibitKind(bytes);
      const name = `${exhibit.sha256.slice(0, HASH_SHOWN)}.${ending}`;
      await shell.host.download(name, type, bytes);
      return { type: "moved" };
    });
  };
  return (
    <>
      <p class="rl-small rl-quiet">
        {words.timeline.hash.own}{" "}
        <span class="rl-mono" title={exhibit.sha256}>
          {exhibit.sha256.slice(0, HASH_SHOWN)}…
        </span>{" "}
        · {exhibit.size.own} · {exhibit.obtained.own} ·{" "}
        <LinkButton name={key} onClick={download}>
          {words.timeline.download.own}
        </LinkButton>
      </p>
      <Refused shell={shell} keys={[key]} />
    </>
  );
};
