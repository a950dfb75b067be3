import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

export type MenuItem = { readonly key: string; readonly label: string; readonly run: () => void };

export type MenuButtonProps = {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly name?: string;
  readonly small?: boolean;
};

/**
 * `[...]`, by the menu button pattern of the ARIA guide: Enter, Space and the arrows open it, arrows, Home and End walk,
 * Escape closes and gives focus back.
 */
export const MenuButton = (props: MenuButtonProps): VNode | null => {
  const [open, setOpen] = useState<null | "first" | "last">(null);
  const [side, setSide] = useState({ up: false, room: 0 });
  const anchor = useRef<HTMLSpanElement>(null);
  const buttons = (): readonly HTMLButtonElement[] => [
    ...(anchor.current?.querySelectorAll<HTMLButtonElement>("[role=menuitem]") ?? []),
  ];
  const close = (giveBack: boolean): void => {
    setOpen(null);
    if (giveBack) anchor.current?.querySelector("button")?.focus();
  };
  const show = (which: "first" | "last"): void => {
    if (anchor.current !== null) setSide(sideOf(anchor.current, props.items.length));
    setOpen(which);
  };
  useEffect(() => {
    if (open === null) return undefined;
    const all = buttons();
    all[open === "first" ? 0 : all.length - 1]?.focus();
    const outside = (event: Event): void => {
      if (event.target instanceof Node && anchor.current?.contains(event.target) !== true) {
        setOpen(null);
      }
    };
    document.addEventListener("pointerdown", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
    };
  }, [open]);
  const onMenuKey = (event: KeyboardEvent): void => {
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") close(true);
    else if (event.key === "Tab") close(false);
    else if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else return;
    event.stopPropagation();
    if (event.key !== "Tab") event.preventDefault();
  };
  if (props.items.length === 0) return null;
  return (
    <span class="rl-menu-anchor" ref={anchor}>
      <button
        type="button"
        class={`rl-button rl-button--subtle rl-button--icon${props.small === true ? " rl-button--small" : ""}`}
        aria-haspopup="menu"
        aria-expanded={open === null ? "false" : "true"}
        aria-label={props.label}
        data-key={props.name}
        onClick={() => {
          if (open === null) show("first");
          else close(true);
        }}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          event.stopPropagation();
          show(event.key === "ArrowDown" ? "first" : "last");
        }}
      >
        <Icon name="more" />
      </button>
      {open === null ? null : (
        <div
          class={`rl-menu${side.up ? " rl-menu--up" : ""}`}
          style={{ maxBlockSize: `${String(side.room)}px` }}
          role="menu"
          tabIndex={-1}
          aria-label={props.label}
          onKeyDown={onMenuKey}
        >
          {props.items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              data-key={item.key}
              onClick={() => {
                close(true);
                item.run();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </span>
  );
};

/** Height of an item, and what must stay free around the menu. */
const ITEM_PX = 32;
const MARGIN_PX = 24;
/** Three items and a bit of the next one: less would not look like a list that goes on. */
const ROOM_MIN_PX = 112;

/** Below where all items fit, else where there is more room; what does not fit scrolls. */
const sideOf = (
  anchor: HTMLElement,
  items: number,
): { readonly up: boolean; readonly room: number } => {
  const { top, bottom } = anchor.getBoundingClientRect();
  let [first, last] = [0, window.innerHeight];
  for (let around = anchor.parentElement; around !== null; around = around.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(around).overflowY)) continue;
    const seen = around.getBoundingClientRect();
    [first, last] = [Math.max(first, seen.top), Math.min(last, seen.bottom)];
  }
  const [above, below] = [top - first - MARGIN_PX, last - bottom - MARGIN_PX];
  const up = below < items * ITEM_PX && above > below;
  return { up, room: Math.max(ROOM_MIN_PX, up ? above : below) };
};
