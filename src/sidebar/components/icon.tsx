import type { VNode } from "preact";

const PATHS = {
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5 14 14",
  back: "M7 3 2.5 8 7 13M2.5 8H14",
  next: "M6 3.5 10.5 8 6 12.5",
  more: "M3 8h.5M7.75 8h.5M12.5 8h.5",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  settings:
    "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4",
  add: "M8 3v10M3 8h10",
} as const;

export type IconName = keyof typeof PATHS;

/** Never the only sign: the button that holds one has a name of its own. */
export const Icon = ({ name }: { readonly name: IconName }): VNode => (
  <svg class="rl-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
