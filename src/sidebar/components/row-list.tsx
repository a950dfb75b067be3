import type { ComponentChildren, VNode } from "preact";

/**
 * A list whose rows the arrows walk: up and down, Home and End go from one row's first button to another's. Tab still
 * reaches every button in turn, and no key of the host (Ctrl, Alt) is taken.
 */
export const RowList = (props: {
  readonly label?: string;
  readonly labelledBy?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}): VNode => (
  <ul
    class={props.class}
    aria-label={props.label}
    aria-labelledby={props.labelledBy}
    onKeyDown={walkRows}
  >
    {props.children}
  </ul>
);

export const walkRows = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const target = event.target;
  if (!(target instanceof HTMLElement) || target.closest("input,select,textarea") !== null) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(":scope > li")].flatMap(
    (row) => {
      const stop = row.querySelector<HTMLElement>("[data-stop] button, button");
      return stop === null ? [] : [{ row, stop }];
    },
  );
  const at = stops.findIndex(({ row }) => row.contains(target));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  const next = stops[Math.min(Math.max(to, 0), stops.length - 1)];
  if (next === undefined) return;
  event.preventDefault();
  next.stop.focus();
};
