import type { VNode } from "preact";
import { debtorView } from "#shared/app/debtor-view.ts";
import type { DebtorView, ItemView, SectionView } from "#shared/app/debtor-view.ts";
import { ActionButton, Actions, Refused } from "#src/sidebar/components/actions.tsx";
import { Balances, Fields } from "#src/sidebar/components/facts.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";

const FORMS_SHOWN = 5;

/** The debtor's file: all that is known, and every form that changes it. */
export const FilePage = (props: { readonly desk: Desk; readonly account: string }): VNode => {
  const { desk, account } = props;
  const drawn = useView(desk.shell, debtorView, { account }, account);
  return (
    <Loaded
      shell={desk.shell}
      drawn={drawn}
      renderView={(view) => <FileBody desk={desk} view={view} />}
    />
  );
};

const FileBody = (props: { readonly desk: Desk; readonly view: DebtorView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const words = desk.words.value.account;
  const forms = view.actions.filter(({ action }) => "form" in action);
  return (
    <div class="rl-stack rl-stack--loose">
      <PageTitle desk={desk}>
        <ForeignText text={view.name} />
      </PageTitle>
      {view.discrepancies.length === 0 ? null : (
        <section class="rl-stack">
          <h2>{view.discrepanciesTitle.own}</h2>
          {view.discrepancies.map((found) => (
            <div key={found.key} class="rl-stack rl-stack--tight">
              <Notice tone="warning" text={found.text} />
              <Actions shell={shell} actions={found.choices} small />
            </div>
          ))}
        </section>
      )}
      <Actions shell={shell} actions={forms} small shown={FORMS_SHOWN} />
      <div class="rl-desk__pair">
        <section class="rl-section">
          <h2>{words.details.own}</h2>
          <Fields
            fields={[
              ...view.identity,
              ...(view.group === null ? [] : [{ label: view.group.label, value: view.group.name }]),
              ...view.terms,
            ]}
          />
        </section>
        {view.balances.length === 0 ? null : (
          <section class="rl-section">
            <h2>{shell.words.value.claim.balances.own}</h2>
            <Balances balances={view.balances} />
          </section>
        )}
      </div>
      {view.sections.map((section) => (
        <Section key={section.key} desk={desk} section={section} />
      ))}
    </div>
  );
};

const Section = (props: { readonly desk: Desk; readonly section: SectionView }): VNode => {
  const { desk, section } = props;
  return (
    <section class="rl-section">
      <div class="rl-desk__head">
        <h2>{section.title.own}</h2>
        {section.add === null ? null : (
          <ActionButton shell={desk.shell} action={section.add} small look="subtle" />
        )}
      </div>
      {section.hint === null ? null : <p class="rl-small rl-quiet">{section.hint.own}</p>}
      {section.items.length === 0 ? (
        <p class="rl-quiet">{section.none.own}</p>
      ) : (
        <ul class="rl-desk__plain">
          {section.items.map((item) => (
            <Item key={item.key} desk={desk} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
};

const Item = (props: { readonly desk: Desk; readonly item: ItemView }): VNode => {
  const { item } = props;
  const { shell } = props.desk;
  return (
    <li class={`rl-desk__item${item.done ? " rl-done-item" : ""}`}>
      <div class="rl-desk__item-main">
        <p>
          <SentenceText text={item.text} />
        </p>
        {item.words === null ? null : (
          <p class="rl-quote">
            <ForeignText text={item.words} />
          </p>
        )}
        <p class="rl-small rl-quiet">
          <SentenceText text={item.note} />
        </p>
      </div>
      {item.actions.length === 0 ? null : (
        <div class="rl-line">
          {item.actions.map((action) => (
            <ActionButton key={action.key} shell={shell} action={action} small />
          ))}
        </div>
      )}
      <Refused shell={shell} keys={item.actions.map(({ key }) => key)} />
    </li>
  );
};
