import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { planPreview } from "#shared/app/plan-preview.ts";
import type { PlanPreviewInput, PlanPreviewView } from "#shared/app/plan-preview.ts";
import { DESK_PLANS } from "#shared/locales/desk-plans.ts";
import type { DeskPlansWords } from "#shared/locales/desk-plans.ts";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { Table } from "#src/sidebar/components/table.tsx";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";

/** A ledger of thousands is not worked through at every key. */
const PAUSE_MS = 250;

/** What plans that are not saved would do to the ledger as it stands. */
export const PlanPreview = (props: {
  readonly desk: Desk;
  /** Null: what is typed is no plan. */
  readonly input: PlanPreviewInput | null;
  /** False: nobody would follow it. */
  readonly followed: boolean;
}): VNode => {
  const { desk, input } = props;
  const words = DESK_PLANS[desk.shell.host.language.value];
  const settled = useSignal<PlanPreviewInput | null>(input);
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.value = input;
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [input, settled]);
  return (
    <section class="rl-method__preview" aria-labelledby="plan-preview">
      <h2 id="plan-preview">{words.preview.title.own}</h2>
      {!props.followed ? (
        <p class="rl-quiet">
          <SentenceText text={words.preview.nobody} />
        </p>
      ) : settled.value === null || input === null ? (
        <output class="rl-quiet">{words.preview.waits.own}</output>
      ) : (
        <Previewed desk={desk} input={settled.value} words={words} />
      )}
    </section>
  );
};

const Previewed = (props: {
  readonly desk: Desk;
  readonly input: PlanPreviewInput;
  readonly words: DeskPlansWords;
}): VNode => {
  const { desk, input } = props;
  const words = props.words.preview;
  const drawn = useView(desk.shell, planPreview, input, JSON.stringify(input)).value;
  // The former figures stand until the next ones are there: nothing jumps while one types.
  const last = useRef<PlanPreviewView | null>(null);
  if (drawn.type === "view") last.current = drawn.view;
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} urgent />;
  const view = last.current;
  if (view === null) return <output class="rl-quiet">{words.computing.own}</output>;
  return (
    <div class="rl-stack" aria-busy={drawn.type === "loading" ? "true" : undefined}>
      <output>
        {view.nothing === null ? <b>{view.changed.own}</b> : <SentenceText text={view.nothing} />}
      </output>
      {view.acts.length === 0 ? null : (
        <Table
          caption={words.acts.own}
          columns={[
            { key: "step", label: words.columns.step.own },
            { key: "before", label: words.columns.before.own, number: true },
            { key: "after", label: words.columns.after.own, number: true },
          ]}
          rows={view.acts.map((row) => ({
            key: row.step,
            cells: [
              row.label.own,
              row.before.own,
              row.differs ? <b>{row.after.own}</b> : row.after.own,
            ],
          }))}
          total={[words.total.own, view.total.before.own, view.total.after.own]}
        />
      )}
      {view.changes.length === 0 ? null : (
        <ul class="rl-method__changes" aria-label={words.list.own}>
          {view.changes.map(({ account, name, before, after }) => (
            <li key={account}>
              <b>
                <ForeignText text={name} />
              </b>
              <span>
                <SentenceText text={before} /> <span aria-hidden="true">→</span>
                <span class="rl-hidden">{words.becomes.own}</span> <SentenceText text={after} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {view.others === null ? null : <p class="rl-quiet">{view.others.own}</p>}
      <p class="rl-small rl-quiet">{words.unwritten.own}</p>
    </div>
  );
};
