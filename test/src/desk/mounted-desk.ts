import { userEvent } from "vitest/browser";
import { expect, onTestFinished, vi } from "vitest";
import type { Place } from "#src/sidebar/shell.ts";
import { mountDesk } from "#src/desk/desk.tsx";
import type { Host } from "#src/sidebar/host.ts";

/** A desk on a page of its own, taken away after the test. */
export const mounted = async (host: Host, start: Place = { at: "today" }): Promise<HTMLElement> => {
  const element = document.createElement("div");
  document.body.append(element);
  const unmount = mountDesk(element, host, { start });
  onTestFinished(() => {
    unmount();
    element.remove();
  });
  await settled(element);
  return element;
};

/** Long enough for a machine that runs other tests beside. */
const PATIENCE = { timeout: 15_000 };

/** Waits until what is asserted holds. */
export const until = (holds: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(holds, PATIENCE);

/** Nothing is being read any more. */
export const settled = (desk: HTMLElement): Promise<void> =>
  until(() => {
    expect(desk.querySelector("h1")).not.toBeNull();
    expect(desk.querySelector(".rl-desk__loading")).toBeNull();
  });

export const byKey = (desk: HTMLElement, key: string): HTMLElement => {
  const found = desk.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (found === null) throw new Error(`nothing is named ${key}`);
  return found;
};

export const press = async (desk: HTMLElement, key: string): Promise<void> => {
  await until(() => {
    byKey(desk, key);
  });
  byKey(desk, key).click();
  await settled(desk);
};

export const says = (desk: HTMLElement, text: string): Promise<void> =>
  until(() => {
    expect(plain(desk)).toContain(text);
  });

/** What is read on the screen, with plain blanks. */
export const plain = (element: Element): string =>
  (element.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");

export const title = (desk: HTMLElement): string =>
  [...desk.querySelectorAll("h1")].map(plain).join(" | ");

/** Tabs on until the focus is where the key says. */
export const tabTo = async (key: string): Promise<void> => {
  for (let index = 0; index < 60; index += 1) {
    if (document.activeElement?.getAttribute("data-key") === key) return;
    await userEvent.keyboard("{Tab}");
  }
  throw new Error(`${key} cannot be reached by Tab`);
};
