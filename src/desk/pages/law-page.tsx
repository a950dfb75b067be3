import type { VNode } from "preact";
import type { SegmentView, StatementPartView, StatementView } from "#shared/app/statement-view.ts";
import { CLOCK_WORDS } from "#shared/locales/clock-words.ts";
import { LAW_SCREEN } from "#shared/locales/law-screen-words.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";
import { Table } from "#src/sidebar/components/table.tsx";
import { Mark } from "#src/sidebar/screens/law-parts.tsx";
import { LawPages } from "#src/sidebar/screens/law-screen.tsx";
import type { LawFace } from "#src/sidebar/screens/law-screen.tsx";
import type { LawPlace } from "#src/sidebar/shell.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { PageTitle } from "#src/desk/page-title.tsx";
import { statementCsv } from "#src/desk/statement-csv.ts";

/** What the law makes of one debtor, with the statement as a wide table that can be printed and taken away. */
export const LawPage = (props: { readonly desk: Desk; readonly place: LawPlace }): VNode => {
  const { desk, place } = props;
  return <LawPages shell={desk.shell} place={place} face={faceOf(desk)} />;
};

const faceOf = (desk: Desk): LawFace => ({
  renderHead: ({ title, name }) => (
    <div class="rl-desk__head">
      <PageTitle desk={desk}>{title.own}</PageTitle>
      <p class="rl-quiet">
        <ForeignText text={name} />
      </p>
    </div>
  ),
  renderSegments: (segments, part, caption) => (
    <SegmentTable desk={desk} segments={segments} part={part} caption={caption} />
  ),
  renderTools: (view) => <StatementTools desk={desk} view={view} />,
  roomy: true,
});

const SegmentTable = (props: {
  readonly desk: Desk;
  readonly segments: readonly SegmentView[];
  readonly part: StatementPartView;
  readonly caption: string;
}): VNode => {
  const { desk, segments, part } = props;
  const language = desk.shell.host.language.value;
  const words = CLOCK_WORDS[language].statement;
  const { columns } = words;
  const interest = part.totals.find(({ key }) => key === "interest");
  const isTotalled = segments === part.segments && interest !== undefined;
  return (
    <Table
      caption={props.caption}
      columns={[
        { key: "invoice", label: columns.invoice.own },
        { key: "from", label: columns.from.own },
        { key: "to", label: columns.to.own },
        { key: "days", label: columns.days.own, number: true },
        { key: "principal", label: columns.principal.own, number: true },
        { key: "rate", label: columns.rate.own, number: true },
        { key: "base", label: words.base.own, number: true },
        { key: "interest", label: columns.interest.own, number: true },
        { key: "source", label: columns.source.own },
      ]}
      rows={segments.map((segment) => ({
        key: segment.key,
        cells: [
          <ForeignText key="invoice" text={segment.invoice} />,
          segment.from.own,
          segment.to.own,
          segment.days,
          segment.principal.own,
          segment.rate.own,
          segment.base.own,
          segment.interest.own,
          <span key="source" class="rl-law-source">
            {segment.source.own}
            <Mark mark={segment.mark} />
          </span>,
        ],
      }))}
      {...(isTotalled
        ? {
            total: [
              LAW_SCREEN[language].statement.sum.own,
              "",
              "",
              "",
              "",
              "",
              "",
              interest.amount.own,
              "",
            ],
          }
        : {})}
    />
  );
};

const StatementTools = (props: {
  readonly desk: Desk;
  readonly view: StatementView;
}): VNode | null => {
  const { desk, view } = props;
  const { shell } = desk;
  const words = LAW_SCREEN[shell.host.language.value].statement;
  if (view.statements.length === 0) return null;
  return (
    <div class="rl-stack rl-stack--tight">
      <div class="rl-line">
        <Button
          name="statement/print"
          onClick={() => {
            window.print();
          }}
        >
          {words.print.own}
        </Button>
        <Button
          name="statement/csv"
          busy={shell.busy.value === "statement/csv"}
          onClick={() => void exportCsv(desk, view)}
        >
          {words.export.own}
        </Button>
      </div>
      <Refused shell={shell} keys={["statement/csv"]} />
    </div>
  );
};

const exportCsv = (desk: Desk, view: StatementView): Promise<unknown> => {
  const { shell } = desk;
  const language = shell.host.language.peek();
  const words = LAW_SCREEN[language].statement;
  return shell.act("statement/csv", async () => {
    const { bytes, rows } = statementCsv(view, language);
    await shell.host.download(words.fileName(view.on), "text/csv;charset=utf-8", bytes);
    return { type: "done", done: { text: words.exported(rows), undo: null } };
  });
};
