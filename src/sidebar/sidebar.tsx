import type { Host } from "./host.ts";

/** Draws the sidebar into an element and returns how to take it away. */
export const mountSidebar = (_element: HTMLElement, _host: Host): (() => void) => {
  return () => undefined;
};
