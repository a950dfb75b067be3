import type { VNode } from "preact";
import { debtorView } from "#shared/app/debtor-view.ts";
import type { ItemView, SectionView } from "#shared/app/debtor-view.ts";
import { ActionButton, Actions, Refused } from "#src/sidebar/components/actions.tsx";
import { Balances, Fields } from "#src/sidebar/components/facts.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";

/** Buttons shown before the rest goes into a menu. */
const ACTIONS_SHOWN = 1;

/** All that is known of one debtor, and every form that changes it. */
export const DebtorScreen = (props: { readonly shell: Shell; readonly account: string }): VNode => {
  const { shell, account } = props;
  const drawn = useView(shell, debtorView, { account }, account).value;
  const words = shell.words.value.shell;
  if (drawn.type === "loading") return <p class="rl-quiet">{words.loading.own}</p>;
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} />;
  const { view } = drawn;
  return (
    <div class="rl-stack">
      <h1>
        <ForeignText text={view.name} />
      </h1>
      {view.group === null ? null : (
        <p class="rl-small rl-quiet">
          {view.group.label.own} : <ForeignText text={view.group.name} />
        </p>
      )}
      <Actions shell={shell} actions={view.actions} shown={ACTIONS_SHOWN} />
      {view.discrepancies.length === 0 ? null : (
        <section class="rl-section" aria-label={view.discrepanciesTitle.own}>
          <h2>{view.discrepanciesTitle.own}</h2>
          {view.discrepancies.map(({ key, text, choices }) => (
            <div key={key} class="rl-stack rl-stack--tight">
              <Notice tone="warning" text={text} />
              <Actions shell={shell} actions={choices} small />
            </div>
          ))}
        </section>
      )}
      {view.balances.length === 0 ? null : <Balances balances={view.balances} />}
      <section class="rl-section" aria-label={view.title.own}>
        <h2>{view.title.own}</h2>
        <Fields fields={[...view.identity, ...view.terms]} />
      </section>
      {view.sections.map((section) => (
        <Section key={section.key} shell={shell} section={section} />
      ))}
    </div>
  );
};

const Section = (props: { readonly shell: Shell; readonly section: SectionView }): VNode => {
  const { shell, section } = props;
  return (
    <section class="rl-section" aria-label={section.title.own}>
      <div class="rl-line rl-line--between">
        <h2>{section.title.own}</h2>
        {section.add === null ? null : <ActionButton shell={shell} action={section.add} small />}
      </div>
      <Refused shell={shell} keys={section.add === null ? [] : [section.add.key]} />
      {section.hint === null ? null : <p class="rl-small rl-quiet">{section.hint.own}</p>}
      {section.items.length === 0 ? (
        <p class="rl-small rl-quiet">{section.none.own}</p>
      ) : (
        <ul class="rl-plain-rows">
          {section.items.map((item) => (
            <Item key={item.key} shell={shell} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
};

const Item = (props: { readonly shell: Shell; readonly item: ItemView }): VNode => {
  const { shell, item } = props;
  return (
    <li class={item.done ? "rl-done-item" : undefined}>
      <p>
        <SentenceText text={item.text} />
      </p>
      {item.note === null ? null : (
        <p class="rl-small rl-quiet">
          <SentenceText text={item.note} />
        </p>
      )}
      {item.actions.length === 0 ? null : <Actions shell={shell} actions={item.actions} small />}
    </li>
  );
};
