import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { clocksView } from "#shared/app/clocks-view.ts";
import { missingView } from "#shared/app/missing-view.ts";
import { routesView } from "#shared/app/routes-view.ts";
import { statementView } from "#shared/app/statement-view.ts";
import type { StatementView } from "#shared/app/statement-view.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";
import type { AnyRefusal } from "#src/sidebar/refusal-text.ts";
import type { LawPlace, Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import type { Drawn } from "#src/sidebar/use-view.ts";
import { ClocksBody } from "./law-clocks.tsx";
import { MissingBody } from "./law-missing.tsx";
import { LawFrame } from "./law-parts.tsx";
import { RoutesBody } from "./law-routes.tsx";
import { SegmentList, StatementBody } from "./law-statement.tsx";
import type { SegmentsOf } from "./law-statement.tsx";

type LawProps = { readonly shell: Shell; readonly place: LawPlace };

/** What each face does its own way. */
export type LawFace = {
  readonly renderHead: (of: { readonly title: Own; readonly name: Foreign }) => VNode;
  readonly renderSegments: SegmentsOf;
  /** Beside the day of the statement. */
  readonly renderTools: (view: StatementView) => VNode | null;
  /** Where there is room, nothing of the statement is folded. */
  readonly roomy: boolean;
};

/** What the law makes of one debtor: deadlines, statement, routes, what the file lacks. */
export const LawScreen = (props: LawProps): VNode => <LawPages {...props} face={PANE} />;

const PANE: LawFace = {
  renderHead: ({ title, name }) => (
    <div>
      <h1>{title.own}</h1>
      <p class="rl-quiet">
        <ForeignText text={name} />
      </p>
    </div>
  ),
  renderSegments: (segments) => <SegmentList segments={segments} />,
  renderTools: () => null,
  roomy: false,
};

export const LawPages = (props: LawProps & { readonly face: LawFace }): VNode => {
  const { shell, place, face } = props;
  return (
    <LawFrame shell={shell} place={place}>
      <OpenPage shell={shell} place={place} face={face} />
    </LawFrame>
  );
};

const OpenPage = (props: LawProps & { readonly face: LawFace }): VNode => {
  const { shell, place, face } = props;
  const { account, page, on = null } = place;
  const of = { shell, renderHead: face.renderHead };
  switch (page) {
    case "clocks":
      return (
        <Page
          {...of}
          key={page}
          useCase={clocksView}
          input={{ account }}
          inputKey={account}
          renderView={(view) => <ClocksBody shell={shell} view={view} />}
        />
      );
    case "statement":
      return (
        <Page
          {...of}
          key={page}
          useCase={statementView}
          input={{ account, on }}
          inputKey={`${account}/${on ?? ""}`}
          renderView={(view) => (
            <StatementBody
              shell={shell}
              view={view}
              place={place}
              renderSegments={face.renderSegments}
              roomy={face.roomy}
            >
              {face.renderTools(view)}
            </StatementBody>
          )}
        />
      );
    case "routes":
      return (
        <Page
          {...of}
          key={page}
          useCase={routesView}
          input={{ account }}
          inputKey={account}
          renderView={(view) => <RoutesBody shell={shell} view={view} />}
        />
      );
    case "missing":
      return (
        <Page
          {...of}
          key={page}
          useCase={missingView}
          input={{ account, step: null }}
          inputKey={account}
          renderView={(view) => <MissingBody shell={shell} view={view} />}
        />
      );
  }
};

const Page = <Input, View extends { readonly title: Own; readonly name: Foreign }>(props: {
  readonly shell: Shell;
  readonly renderHead: LawFace["renderHead"];
  readonly useCase: UseCase<Input, View, AnyRefusal>;
  readonly input: Input;
  readonly inputKey: string;
  readonly renderView: (view: View) => VNode;
}): VNode => {
  const { shell } = props;
  const now = useView(shell, props.useCase, props.input, props.inputKey).value;
  // The statement of the former day stands until that of the new one is there: the field that asked keeps its focus.
  const held = useRef<Drawn<View>>(now);
  if (now.type !== "loading") held.current = now;
  const drawn = held.current;
  if (drawn.type === "loading") {
    return <p class="rl-quiet">{shell.words.value.shell.loading.own}</p>;
  }
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} />;
  return (
    <>
      {props.renderHead(drawn.view)}
      {props.renderView(drawn.view)}
    </>
  );
};
