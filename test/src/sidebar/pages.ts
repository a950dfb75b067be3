import axe from "axe-core";
import { mountSidebar } from "#src/sidebar/sidebar.tsx";
import type { FakeHost } from "./fake-host.ts";

/** One pane on a page of its own, as narrow as hosts make it. */
export const mountPane = (host: FakeHost, widthPx = 320): (() => void) => {
  const frame = document.createElement("main");
  frame.id = "pane";
  frame.style.width = `${String(widthPx)}px`;
  document.body.replaceChildren(frame);
  const unmount = mountSidebar(frame, host);
  return () => {
    unmount();
    frame.remove();
  };
};

export const byKey = (key: string): HTMLElement | null =>
  document.querySelector(`[data-key="${CSS.escape(key)}"]`);

const PATIENCE_MS = 8_000;
const TURN_MS = 10;

/** Until something is there: screens come after a use case has run, and some with their own bundle. */
export const until = async <T>(what: () => T | null | undefined | false): Promise<T> => {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = what();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) {
      throw new Error(`never came: ${String(what)}\n${document.body.innerText.slice(0, 2_000)}`);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, TURN_MS);
    });
  }
};

export const press = (key: string): void => {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
};

export const click = async (find: () => HTMLElement | null): Promise<void> => {
  (await until(find)).click();
};

export const type = (id: string, value: string): void => {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) {
    throw new Error(`no field ${id}`);
  }
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

export const says = (text: string): boolean => document.body.innerText.includes(text);

/** What axe finds wrong, one line each. */
export const faultsOf = async (): Promise<readonly string[]> => {
  const { violations } = await axe.run(document.body, {
    resultTypes: ["violations"],
    // The page around the pane is the host's.
    rules: { "page-has-heading-one": { enabled: false } },
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
  );
};
