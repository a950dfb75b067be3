import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { ImportProblemView, ImportView } from "#shared/app/import-view.ts";
import { NoticeOf } from "#src/sidebar/components/actions.tsx";
import { LinkButton } from "#src/sidebar/components/button.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Desk } from "./desk-shell.ts";

/** Lines drawn at first: a list of open items has thousands. */
const LINES_SHOWN = 50;
/** Problems drawn at all: a file of another program has one in every cell. */
const PROBLEMS_MAX = 500;

/** What a file would do, or has done: counts, sums, faults, differences, then line by line. */
export const ImportPreview = (props: { readonly desk: Desk; readonly view: ImportView }): VNode => {
  const { desk, view } = props;
  const words = desk.words.value.import;
  const isUnreadable = !view.writes && view.items.length === 0 && view.faultyLines.length > 0;
  return (
    <div class="rl-stack rl-stack--loose">
      <p class="rl-desk__summary">
        <SentenceText text={isUnreadable ? words.refusals.nothingReadable : view.summary} />
      </p>
      {view.notices.map((notice) => (
        <NoticeOf key={notice.key} shell={desk.shell} notice={notice} />
      ))}
      {view.counts.length === 0 ? null : (
        <dl class="rl-desk__stats" aria-label={words.counts.own}>
          {view.counts.map(({ key, label, count }) => (
            <div key={key} class={key === "faulty" ? "rl-desk__stat--bad" : undefined}>
              <dt>{label.own}</dt>
              <dd>{count}</dd>
            </div>
          ))}
          {view.sums.map(({ label, amounts }) => (
            <div key={label.own}>
              <dt>{label.own}</dt>
              <dd>
                {amounts.map(({ own }) => (
                  <span key={own} class="rl-amount">
                    {own}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Problems desk={desk} problems={view.problems} />
      {view.changes.length === 0 ? null : (
        <section class="rl-stack">
          <h3>{words.changes.own}</h3>
          <ul class="rl-bullets">
            {view.changes.slice(0, PROBLEMS_MAX).map(({ key, text }) => (
              <li key={key}>
                <SentenceText text={text} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Items desk={desk} view={view} />
    </div>
  );
};

const Problems = (props: {
  readonly desk: Desk;
  readonly problems: readonly ImportProblemView[];
}): VNode | null => {
  const words = props.desk.words.value.import;
  const { problems } = props;
  if (problems.length === 0) return null;
  const more = problems.length - PROBLEMS_MAX;
  return (
    <section class="rl-stack">
      <h3>{words.problems.own}</h3>
      <ul class="rl-desk__problems">
        {problems.slice(0, PROBLEMS_MAX).map((problem) => (
          <li key={problem.key} class={`rl-desk__problem rl-desk__problem--${problem.severity}`}>
            <span class="rl-desk__severity">{words.severities[problem.severity].own}</span>
            <span>
              <SentenceText text={problem.text} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p class="rl-quiet">{words.itemsMore(more).own}</p> : null}
    </section>
  );
};

const Items = (props: { readonly desk: Desk; readonly view: ImportView }): VNode | null => {
  const words = props.desk.words.value.import;
  const { items } = props.view;
  const shown = useSignal(LINES_SHOWN);
  if (items.length === 0) return null;
  const more = items.length - shown.value;
  return (
    <section class="rl-stack">
      <h3>{words.items.own}</h3>
      <ul class="rl-desk__plain rl-small">
        {items.slice(0, shown.value).map((item) => (
          <li key={item.key} class={item.outcome === "known" ? "rl-quiet" : undefined}>
            <SentenceText text={item.text} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <LinkButton
          name="import/more"
          onClick={() => {
            shown.value += LINES_SHOWN * 4;
          }}
        >
          {words.itemsMore(more).own}
        </LinkButton>
      ) : null}
    </section>
  );
};
