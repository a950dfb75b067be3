import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { claimView } from "#shared/app/claim-view.ts";
import type { ClaimView, DraftPreviewView } from "#shared/app/claim-view.ts";
import type { FieldView } from "#shared/app/view-parts.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import { ActionButton, Actions, NoticeOf, Refused } from "#src/sidebar/components/actions.tsx";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { Balances, FactLines, Fields } from "#src/sidebar/components/facts.tsx";
import { GroupPart } from "#src/sidebar/components/group-part.tsx";
import { MenuButton } from "#src/sidebar/components/menu-button.tsx";
import { ForeignText, SentenceText, plainText } from "#src/sidebar/components/sentence-text.tsx";
import { Table } from "#src/sidebar/components/table.tsx";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";

/** Forms that stand as buttons; the others are behind `[...]`. */
const FORMS_SHOWN = 4;

/** The claim of one debtor, with its invoices in a table. */
export const ClaimPage = (props: { readonly desk: Desk; readonly account: string }): VNode => {
  const { desk, account } = props;
  const drawn = useView(desk.shell, claimView, { account }, account);
  return (
    <Loaded
      shell={desk.shell}
      drawn={drawn}
      renderView={(view) => <ClaimBody desk={desk} view={view} />}
    />
  );
};

const ClaimBody = (props: { readonly desk: Desk; readonly view: ClaimView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const words = shell.words.value.claim;
  const forms = view.actions.filter(({ action }) => "form" in action);
  return (
    <div class="rl-stack rl-stack--loose">
      <div class="rl-four">
        <PageTitle desk={desk}>
          <SentenceText text={view.lines.who} />
        </PageTitle>
        <p class="rl-four__owes">
          <SentenceText text={view.lines.owes} />
        </p>
        <p class="rl-four__said">
          <SentenceText text={view.lines.said} />
        </p>
        <p>
          <SentenceText text={view.lines.next} />
        </p>
      </div>
      {view.primary === null ? null : (
        <div class="rl-stack rl-stack--tight">
          <div class="rl-line">
            <ActionButton shell={shell} action={view.primary} look="primary" />
          </div>
          <Refused shell={shell} keys={[view.primary.key]} />
        </div>
      )}
      {view.notices.map((notice) => (
        <NoticeOf key={notice.key} shell={shell} notice={notice} />
      ))}
      {view.drafts.length === 0 ? null : (
        <section class="rl-section">
          <h2>{words.waiting.own}</h2>
          {view.drafts.map((draft) => (
            <div key={draft.key} class="rl-card rl-card--brand">
              <p>
                <SentenceText text={draft.text} />
              </p>
              <p class="rl-small rl-quiet">
                <ForeignText text={draft.subject} />
              </p>
              <div class="rl-line">
                {draft.isFallen ? null : <OpenDraft desk={desk} draft={draft.draft} />}
                <Actions
                  shell={shell}
                  actions={
                    draft.isFallen
                      ? [draft.discard, draft.declareSent]
                      : [draft.declareSent, draft.discard]
                  }
                  small
                />
              </div>
            </div>
          ))}
        </section>
      )}
      <GroupPart shell={shell} group={view.kin} />
      <FactLines shell={shell} facts={[view.payments, view.answers]} />
      <Invoices desk={desk} view={view} />
      <div class="rl-desk__pair">
        {view.balances.length === 0 ? null : (
          <section class="rl-section">
            <h2>{words.balances.own}</h2>
            <Balances balances={view.balances} />
          </section>
        )}
        {view.reasons.length === 0 ? null : (
          <section class="rl-section">
            <h2>{view.reasonsTitle.own}</h2>
            <ul class="rl-bullets">
              {view.reasons.map((reason) => (
                <li key={reason.code} class={`rl-tone--${reason.tone}`}>
                  <SentenceText text={reason.text} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {view.preview === null ? null : (
          <section class="rl-section">
            <h2>{words.draft.own}</h2>
            <Preview desk={desk} preview={view.preview} />
          </section>
        )}
      </div>
      <section class="rl-section">
        <h2>{words.enter.own}</h2>
        <Actions shell={shell} actions={forms} small shown={FORMS_SHOWN} />
      </section>
    </div>
  );
};

const OpenDraft = (props: { readonly desk: Desk; readonly draft: string }): VNode => {
  const { shell } = props.desk;
  const key = `open-draft/${props.draft}`;
  return (
    <>
      <Button
        small
        name={key}
        busy={shell.busy.value === key}
        onClick={() =>
          void shell.act(key, async () =>
            (await shell.host.openDraft(props.draft))
              ? { type: "moved" }
              : { type: "refused", text: shell.words.peek().shell.draftGone },
          )
        }
      >
        {props.desk.words.value.account.openDraft.own}
      </Button>
      <Refused shell={shell} keys={[key]} />
    </>
  );
};

const Preview = (props: { readonly desk: Desk; readonly preview: DraftPreviewView }): VNode => {
  const { preview } = props;
  const words = props.desk.shell.words.value.claim;
  const fields: readonly FieldView[] = [
    { label: words.step, value: preview.stepWord },
    { label: words.tone, value: preview.toneWord },
    { label: words.language, value: preview.language },
    { label: words.recipients, value: listed(preview.recipients) },
    { label: words.included, value: listed(preview.invoices) },
    { label: words.lower, value: listed(preview.lower) },
    { label: words.contested, value: listed(preview.contested) },
  ];
  return <Fields fields={fields} />;
};

const listed = (items: readonly Foreign[]): Foreign | null =>
  items.length === 0 ? null : { foreign: items.map(({ foreign }) => foreign).join(", ") };

const Invoices = (props: { readonly desk: Desk; readonly view: ClaimView }): VNode => {
  const { desk, view } = props;
  const { shell } = desk;
  const words = desk.words.value.account;
  const unfolded = useSignal(false);
  const { columns, rows } = view.table;
  const settled = rows.filter((row) => row.settled).length;
  const shown = rows.filter((row) => unfolded.value || !row.settled);
  // What no row holds has no column: a narrow page has none to spare.
  const held = COLUMNS.filter(
    (key) => key === "number" || key === "open" || shown.some((row) => row[key] !== null),
  );
  return (
    <section class="rl-section">
      <h2>{words.invoices.own}</h2>
      {view.empty === null ? null : (
        <p class="rl-quiet">
          <SentenceText text={view.empty} />
        </p>
      )}
      {shown.length === 0 ? null : (
        <Table
          caption={words.invoices.own}
          columns={[
            ...held.map((key) => ({
              key,
              label: columns[key].own,
              number: AMOUNTS.includes(key),
            })),
            { key: "acts", label: words.rowActions.own },
          ]}
          rows={shown.map((row) => ({
            key: row.key,
            cells: [
              ...held.map((key) => <InvoiceCell key={key} row={row} column={key} />),
              <MenuButton
                key="acts"
                small
                name={`${row.key}/more`}
                label={plainText(shell.words.value.shell.moreOf(row.number))}
                items={row.more.map((action) => ({
                  key: action.key,
                  label: action.label.own,
                  run: () => void shell.perform(action.key, action.action),
                }))}
              />,
            ],
          }))}
        />
      )}
      <Refused shell={shell} keys={shown.flatMap((row) => row.more.map((action) => action.key))} />
      {settled === 0 ? null : (
        <LinkButton
          name="settled"
          onClick={() => {
            unfolded.value = !unfolded.value;
          }}
        >
          {unfolded.value ? words.settledHide.own : words.settledShow(settled).own}
        </LinkButton>
      )}
    </section>
  );
};

type InvoiceRowView = ClaimView["table"]["rows"][number];

const COLUMNS = [
  "number",
  "due",
  "late",
  "open",
  "total",
  "paid",
  "contested",
  "promised",
  "step",
  "next",
  "issued",
] as const;
type InvoiceColumn = (typeof COLUMNS)[number];
const AMOUNTS: readonly string[] = ["open", "total", "paid", "contested", "late"];

const InvoiceCell = (props: {
  readonly row: InvoiceRowView;
  readonly column: InvoiceColumn;
}): VNode => {
  const { row, column } = props;
  if (column === "number") {
    return (
      <>
        <ForeignText text={row.number} />
        {row.condition === null ? null : (
          <span class="rl-small rl-quiet">
            {" · "}
            <ForeignText text={row.condition} />
          </span>
        )}
      </>
    );
  }
  const value = row[column];
  return <>{value === null ? "" : value.own}</>;
};
