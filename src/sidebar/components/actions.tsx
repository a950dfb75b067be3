import type { VNode } from "preact";
import type { ActionView, NoticeView } from "#shared/app/view-parts.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import { Button, LinkButton } from "./button.tsx";
import type { ButtonProps } from "./button.tsx";
import { ButtonLine } from "./button-line.tsx";
import { Notice } from "./notice.tsx";

/** A button of a view: it does what the view says, once at a time. */
export const ActionButton = (props: {
  readonly shell: Shell;
  readonly action: ActionView;
  readonly look?: ButtonProps["look"];
  readonly small?: boolean;
}): VNode => {
  const { shell, action } = props;
  return (
    <Button
      look={props.look}
      small={props.small}
      name={action.key}
      busy={shell.busy.value === action.key}
      onClick={() => {
        void shell.perform(action.key, action.action);
      }}
    >
      {action.label.own}
    </Button>
  );
};

export const ActionLink = (props: {
  readonly shell: Shell;
  readonly action: ActionView;
  readonly block?: boolean;
}): VNode => (
  <LinkButton
    name={props.action.key}
    block={props.block === true}
    onClick={() => {
      void props.shell.perform(props.action.key, props.action.action);
    }}
  >
    {props.action.label.own}
  </LinkButton>
);

/** Buttons in a line, and what was refused of them below it. */
export const Actions = (props: {
  readonly shell: Shell;
  readonly actions: readonly ActionView[];
  readonly primary?: ActionView | null;
  readonly small?: boolean;
  /** From this many on they fold into a menu. */
  readonly shown?: number;
}): VNode => {
  const { shell, actions, primary = null, shown = actions.length } = props;
  const all = [...(primary === null ? [] : [primary]), ...actions];
  return (
    <>
      <ButtonLine
        buttons={[...(primary === null ? [] : [primary]), ...actions.slice(0, shown)].map(
          (action) => (
            <ActionButton
              key={action.key}
              shell={shell}
              action={action}
              look={action === primary ? "primary" : "plain"}
              small={props.small === true}
            />
          ),
        )}
        menu={{
          label: shell.words.value.shell.more.own,
          small: props.small === true,
          items: actions.slice(shown).map((action) => ({
            key: action.key,
            label: action.label.own,
            run: () => {
              void shell.perform(action.key, action.action);
            },
          })),
        }}
      />
      <Refused shell={shell} keys={all.map(({ key }) => key)} />
    </>
  );
};

/** What was refused of these acts, where they stand. */
export const Refused = (props: {
  readonly shell: Shell;
  readonly keys: readonly string[];
}): VNode | null => {
  const { shell } = props;
  const refused = shell.refused.value;
  if (refused === null || !props.keys.includes(refused.key)) return null;
  const { text, way = null } = refused;
  return (
    <Notice tone="danger" text={text} urgent>
      {way === null ? null : (
        <Button
          small
          name={way.key}
          onClick={() => {
            // Under the refused act's own key: what is refused of the way out is said in the same place.
            void shell.perform(refused.key, way.action);
          }}
        >
          {way.label.own}
        </Button>
      )}
    </Notice>
  );
};

export const NoticeOf = (props: { readonly shell: Shell; readonly notice: NoticeView }): VNode => {
  const { shell, notice } = props;
  return (
    <>
      <Notice tone={notice.tone} text={notice.text}>
        {notice.action === null ? null : (
          <ActionButton shell={shell} action={notice.action} small />
        )}
      </Notice>
      <Refused shell={shell} keys={notice.action === null ? [] : [notice.action.key]} />
    </>
  );
};
