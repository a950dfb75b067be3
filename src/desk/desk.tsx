import { render } from "preact";
import type { Host } from "#src/sidebar/host.ts";
import type { Place } from "#src/sidebar/shell.ts";
import "#src/sidebar/theme.css";
import "#src/sidebar/components.css";
import "#src/sidebar/screens.css";
import "./desk.css";
import "./method.css";
import { createDesk } from "./desk-shell.ts";
import { Frame } from "./frame.tsx";

export type DeskOptions = {
  /** The page to begin with; today's list unless said. */
  readonly start?: Place;
};

/** Draws the desk into an element and returns how to take it away. */
export const mountDesk = (
  element: HTMLElement,
  host: Host,
  options: DeskOptions = {},
): (() => void) => {
  const desk = createDesk(host, options.start ?? { at: "today" });
  render(<Frame desk={desk} />, element);
  return () => {
    render(null, element);
    desk.dispose();
  };
};
