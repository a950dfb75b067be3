import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { claimView } from "#shared/app/claim-view.ts";
import type { ClaimView, DraftPreviewView } from "#shared/app/claim-view.ts";
import type { InvoiceRowView } from "#shared/app/invoice-rows.ts";
import type { ActionView, ReasonView } from "#shared/app/view-parts.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { Actions, NoticeOf } from "#src/sidebar/components/actions.tsx";
import { Button, LinkButton } from "#src/sidebar/components/button.tsx";
import { Balances, FactLines } from "#src/sidebar/components/facts.tsx";
import { FourLines } from "#src/sidebar/components/four-lines.tsx";
import { lazyPart } from "#src/sidebar/components/lazy.tsx";
import { GroupPart } from "#src/sidebar/components/group-part.tsx";
import { MenuButton } from "#src/sidebar/components/menu-button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";

/** The claim of one debtor; `queue` holds those that come next where drafts are written one form at a time, else null. */
export const ClaimScreen = (props: {
  readonly shell: Shell;
  readonly account: string;
  readonly queue: readonly string[] | null;
}): VNode => {
  const { shell, account, queue } = props;
  const drawn = useView(shell, claimView, { account }, account).value;
  const words = shell.words.value.shell;
  const place = useRef<HTMLDivElement>(null);
  const isDrawn = drawn.type === "view";
  useEffect(() => {
    const page = place.current;
    // One after another: the next claim's button takes focus, unless something of this one has it.
    if (!isDrawn || queue === null || page?.contains(document.activeElement) === true) return;
    page?.querySelector<HTMLElement>(".rl-button--primary")?.focus();
  }, [isDrawn]);
  if (drawn.type === "loading") return <p class="rl-quiet">{words.loading.own}</p>;
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} />;
  const [next, ...rest] = queue ?? [];
  return (
    <div class="rl-stack" ref={place}>
      <ClaimBody shell={shell} view={drawn.view} heading="h1" />
      {next === undefined ? null : (
        <div class="rl-section">
          <Button
            name="queue/next"
            onClick={() => {
              shell.replace({ at: "claim", account: next, queue: rest });
            }}
          >
            {words.next.own} ({rest.length + 1})
          </Button>
        </div>
      )}
    </div>
  );
};

/** Nobody waits for the law to see who owes what. */
const LazyLawLine = lazyPart<{ shell: Shell; account: string }>(
  async () => (await import("./law-line.tsx")).LawLine,
  true,
);

const LazyDraftWay = lazyPart<{ shell: Shell; account: string }>(
  async () => (await import("#src/sidebar/components/draft-way.tsx")).DraftWay,
  true,
);

/** Whether a button begins a draft in the mailbox. */
const isDraft = (action: ActionView | null): boolean =>
  action !== null && "act" in action.action && action.action.act === "prepare-draft";

/** How many buttons stand beside the primary one before the rest goes into a menu. */
const ACTIONS_SHOWN = 1;

export const ClaimBody = (props: {
  readonly shell: Shell;
  readonly view: ClaimView;
  readonly heading: "h1" | "h2";
  /** Under an open mail the four lines stand already. */
  readonly withoutLines?: boolean;
}): VNode => {
  const { shell, view } = props;
  const words = shell.words.value.claim;
  return (
    <div class="rl-stack">
      {props.withoutLines === true ? null : (
        <>
          <FourLines lines={view.lines} heading={props.heading} />
          <Actions
            shell={shell}
            primary={view.primary}
            actions={view.actions}
            shown={ACTIONS_SHOWN}
          />
          {shell.host.draftWay !== undefined && isDraft(view.primary) ? (
            <LazyDraftWay shell={shell} account={view.account} />
          ) : null}
        </>
      )}
      <FactLines shell={shell} facts={[view.payments, view.answers]} />
      {view.notices.map((notice) => (
        <NoticeOf key={notice.key} shell={shell} notice={notice} />
      ))}
      {view.empty === null ? null : (
        <p class="rl-quiet">
          <SentenceText text={view.empty} />
        </p>
      )}
      {view.drafts.length === 0 ? null : (
        <section class="rl-section" aria-label={words.waiting.own}>
          <h2>{words.waiting.own}</h2>
          {view.drafts.map((draft) => (
            <div class="rl-card" key={draft.key}>
              <p>
                <SentenceText text={draft.text} />
              </p>
              <p class="rl-small rl-quiet">
                <ForeignText text={draft.subject} />
              </p>
              <Actions
                shell={shell}
                primary={draft.isFallen ? draft.discard : draft.declareSent}
                actions={[draft.isFallen ? draft.declareSent : draft.discard]}
                small
              />
            </div>
          ))}
        </section>
      )}
      <Reasons title={view.reasonsTitle} reasons={view.reasons} />
      <GroupPart shell={shell} group={view.kin} />
      {view.preview === null ? null : <Preview shell={shell} preview={view.preview} />}
      {view.table.rows.length === 0 ? null : <Invoices shell={shell} view={view} />}
      {shell.isDrawn.value ? <LazyLawLine shell={shell} account={view.account} /> : null}
      {view.balances.length === 0 ? null : (
        <section class="rl-section" aria-label={words.balances.own}>
          <h2>{words.balances.own}</h2>
          <Balances balances={view.balances} />
        </section>
      )}
    </div>
  );
};

const Reasons = (props: {
  readonly title: Own;
  readonly reasons: readonly ReasonView[];
}): VNode | null =>
  props.reasons.length === 0 ? null : (
    <section class="rl-section" aria-label={props.title.own}>
      <h2>{props.title.own}</h2>
      <ul class="rl-bullets">
        {props.reasons.map((reason, index) => (
          // Two reasons may have one code: their rank tells them apart.
          <li key={`${reason.code}/${String(index)}`} class={`rl-tone--${reason.tone}`}>
            <SentenceText text={reason.text} />
          </li>
        ))}
      </ul>
    </section>
  );

const names = (list: readonly Foreign[]): VNode => (
  <>
    {list.map((name, index) => (
      <span key={name.foreign}>
        {index > 0 ? ", " : ""}
        <bdi>{name.foreign}</bdi>
      </span>
    ))}
  </>
);

const Preview = (props: { readonly shell: Shell; readonly preview: DraftPreviewView }): VNode => {
  const { preview } = props;
  const words = props.shell.words.value.claim;
  const lines: readonly (readonly [Own, VNode | string])[] = [
    [words.step, preview.stepWord.own],
    [words.tone, preview.toneWord.own],
    [words.language, preview.language.own],
    ...(preview.recipients.length === 0
      ? []
      : ([[words.recipients, names(preview.recipients)]] as const)),
    [words.included, names(preview.invoices)],
    ...(preview.lower.length === 0 ? [] : ([[words.lower, names(preview.lower)]] as const)),
    ...(preview.contested.length === 0
      ? []
      : ([[words.contested, names(preview.contested)]] as const)),
  ];
  return (
    <section class="rl-section" aria-label={words.draft.own}>
      <div class="rl-spread">
        <h2>{words.draft.own}</h2>
        <span class="rl-amount">{preview.amount.own}</span>
      </div>
      <dl class="rl-fields">
        {lines.map(([label, value]) => (
          <div key={label.own}>
            <dt>{label.own}</dt>
            <dd>
              <span>{value}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const Invoices = (props: { readonly shell: Shell; readonly view: ClaimView }): VNode => {
  const { shell, view } = props;
  const words = shell.words.value.claim;
  const showSettled = useSignal(false);
  const open = view.table.rows.filter(({ settled }) => !settled);
  const settled = view.table.rows.filter((row) => row.settled);
  return (
    <section class="rl-section" aria-label={words.invoices.own}>
      <h2>{words.invoices.own}</h2>
      <ul class="rl-plain-rows">
        {[...open, ...(showSettled.value ? settled : [])].map((row) => (
          <Invoice key={row.key} shell={shell} row={row} columns={view.table.columns} />
        ))}
      </ul>
      {settled.length === 0 ? null : (
        <LinkButton
          onClick={() => {
            showSettled.value = !showSettled.value;
          }}
        >
          {showSettled.value ? shell.words.value.shell.hide.own : words.settled(settled.length).own}
        </LinkButton>
      )}
    </section>
  );
};

const Invoice = (props: {
  readonly shell: Shell;
  readonly row: InvoiceRowView;
  readonly columns: ClaimView["table"]["columns"];
}): VNode => {
  const { shell, row, columns } = props;
  const words = shell.words.value;
  const details = [
    row.due === null ? null : `${words.claim.due.own} ${row.due.own}`,
    row.late === null ? null : `${columns.late.own.toLowerCase()} ${row.late.own}`,
    row.step?.own ?? null,
  ].filter((part) => part !== null);
  const aside = [
    row.contested === null ? null : `${columns.contested.own} ${row.contested.own}`,
    row.promised === null ? null : `${columns.promised.own} ${row.promised.own}`,
    row.next === null ? null : row.next.own,
  ].filter((part) => part !== null);
  return (
    <li class="rl-invoice">
      <div class="rl-spread">
        <b>
          <ForeignText text={row.number} />
        </b>
        <span class="rl-amount">
          {row.open.own === row.total.own ? (
            row.open.own
          ) : (
            <SentenceText text={words.claim.openOf(row.open, row.total)} />
          )}
        </span>
      </div>
      <p class="rl-small rl-quiet">
        {details.join(" · ")}
        {row.condition === null ? null : (
          <>
            {details.length > 0 ? " · " : ""}
            <ForeignText text={row.condition} />
          </>
        )}
      </p>
      {aside.length === 0 ? null : <p class="rl-small">{aside.join(" · ")}</p>}
      <MenuButton
        small
        label={`${words.shell.more.own} : ${row.number.foreign}`}
        items={row.more.map((action) => ({
          key: action.key,
          label: action.label.own,
          run: () => {
            void shell.perform(action.key, action.action);
          },
        }))}
      />
    </li>
  );
};
