import type { VNode } from "preact";
import { debtorView } from "#shared/app/debtor-view.ts";
import type { DebtorView } from "#shared/app/debtor-view.ts";
import { Actions, NoticeOf } from "#src/sidebar/components/actions.tsx";
import { Balances, Fields } from "#src/sidebar/components/facts.tsx";
import { FileGroups } from "#src/sidebar/components/file-groups.tsx";
import { GroupPart } from "#src/sidebar/components/group-part.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";
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
      {view.standing.map((notice) => (
        <NoticeOf key={notice.key} shell={shell} notice={notice} />
      ))}
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
      <GroupPart shell={shell} group={view.kin} />
      <FileGroups shell={shell} account={view.account} groups={view.groups} roomy />
    </div>
  );
};
