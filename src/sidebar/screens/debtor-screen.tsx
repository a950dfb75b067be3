import type { VNode } from "preact";
import { debtorView } from "#shared/app/debtor-view.ts";
import { Actions, NoticeOf } from "#src/sidebar/components/actions.tsx";
import { Balances, Fields } from "#src/sidebar/components/facts.tsx";
import { FileGroups } from "#src/sidebar/components/file-groups.tsx";
import { GroupPart } from "#src/sidebar/components/group-part.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";
import { LawLine } from "#src/sidebar/screens/law-line.tsx";
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
      {view.standing.map((notice) => (
        <NoticeOf key={notice.key} shell={shell} notice={notice} />
      ))}
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
      <GroupPart shell={shell} group={view.kin} />
      <Fields fields={view.terms} />
      <LawLine shell={shell} account={account} />
      <FileGroups shell={shell} account={account} groups={view.groups} />
    </div>
  );
};
