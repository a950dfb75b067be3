import type { ComponentChildren, VNode } from "preact";
import { useRef } from "preact/hooks";
import { useKeys } from "./use-keys.ts";

/**
 * A list whose rows the arrows walk: up and down, Home and End go from one row's first button to another's. Tab still
 * reaches every button in turn, and no key of the host (Ctrl, Alt) is taken.
 */
export const RowList = (props: {
  readonly label?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}): VNode => {
  const list = useRef<HTMLUListElement>(null);
  useKeys(list, walkRows);
  return (
    <ul ref={list} class={props.class} aria-label={props.label}>
      {props.children}
    </ul>
  );
};

export const walkRows = (event: KeyboardEvent, list: HTMLElement): void => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const target = event.target;
  if (!(target instanceof HTMLElement) || target.closest("input,select,textarea") !== null) return;
  const stops = [...list.querySelectorAll<HTMLElement>(":scope > li")].flatMap((row) => {
    const stop = row.querySelector<HTMLElement>("[data-stop] button, button");
    return stop === null ? [] : [{ row, stop }];
  });
  const at = stops.findIndex(({ row }) => row.contains(target));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  const next = stops[Math.min(Math.max(to, 0), stops.length - 1)];
  if (next === undefined) return;
  event.preventDefault();
  next.stop.focus();
};
