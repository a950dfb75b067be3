import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

export type ButtonProps = {
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
  readonly look?: "primary" | "plain" | "subtle" | undefined;
  readonly small?: boolean | undefined;
  readonly submit?: boolean | undefined;
  /** Works already: it stays focusable, and a second press does nothing. */
  readonly busy?: boolean | undefined;
  /** Focus and tests hold on to it between two drawings. */
  readonly name?: string | undefined;
  readonly describedBy?: string | undefined;
};

export const Button = (props: ButtonProps): VNode => (
  <button
    type={props.submit === true ? "submit" : "button"}
    class={`rl-button${lookOf(props.look)}${props.small === true ? " rl-button--small" : ""}`}
    aria-disabled={props.busy === true ? "true" : undefined}
    aria-describedby={props.describedBy}
    data-key={props.name}
    onClick={(event) => {
      if (props.busy === true) event.preventDefault();
      else props.onClick?.();
    }}
  >
    {props.children}
  </button>
);

/** Looks like a link, goes nowhere by an address: hosts take the address bar away. */
export const LinkButton = (props: {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly block?: boolean;
  readonly name?: string;
  /** Of what shows or hides something: which of both it is now. */
  readonly expanded?: boolean;
}): VNode => (
  <button
    type="button"
    aria-expanded={props.expanded === undefined ? undefined : props.expanded ? "true" : "false"}
    class={`rl-link${props.block === true ? " rl-link--block" : ""}`}
    data-key={props.name}
    onClick={props.onClick}
  >
    {props.children}
  </button>
);

export const IconButton = (props: {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly name?: string;
  readonly small?: boolean;
}): VNode => (
  <button
    type="button"
    class={`rl-button rl-button--subtle rl-button--icon${props.small === true ? " rl-button--small" : ""}`}
    aria-label={props.label}
    title={props.label}
    data-key={props.name}
    onClick={props.onClick}
  >
    <Icon name={props.icon} />
  </button>
);

const lookOf = (look: ButtonProps["look"]): string =>
  look === undefined || look === "plain" ? "" : ` rl-button--${look}`;
