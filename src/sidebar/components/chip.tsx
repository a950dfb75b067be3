import type { VNode } from "preact";

/** A filter that is on or off. */
export const Chip = (props: {
  readonly label: string;
  /** Null: it counts nothing. */
  readonly count: number | null;
  readonly pressed: boolean;
  readonly onToggle: () => void;
}): VNode => (
  <button
    type="button"
    class="rl-chip"
    aria-pressed={props.pressed ? "true" : "false"}
    onClick={props.onToggle}
  >
    {props.label}
    {props.count === null ? null : (
      <>
        {" "}
        <b>{props.count}</b>
      </>
    )}
  </button>
);
