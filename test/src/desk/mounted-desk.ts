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

/** Nothing is being read any more. */
export const settled = (desk: HTMLElement): Promise<void> =>
  vi.waitFor(() => {
    expect(desk.querySelector("h1")).not.toBeNull();
    expect(desk.querySelector(".rl-desk__loading")).toBeNull();
  });

export const byKey = (desk: HTMLElement, key: string): HTMLElement => {
  const found = desk.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (found === null) throw new Error(`nothing is named ${key}`);
  return found;
};

export const press = async (desk: HTMLElement, key: string): Promise<void> => {
  await vi.waitFor(() => byKey(desk, key));
  await userEvent.click(byKey(desk, key));
  await settled(desk);
};

export const says = (desk: HTMLElement, text: string): Promise<void> =>
  vi.waitFor(() => {
    expect(plain(desk)).toContain(text);
  });

/** What is read on the screen, with plain blanks. */
export const plain = (element: Element): string =>
  (element.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");

export const title = (desk: HTMLElement): string =>
  [...desk.querySelectorAll("h1")].map(plain).join(" | ");

export const tab = async (times = 1): Promise<void> => {
  for (let index = 0; index < times; index += 1) await userEvent.keyboard("{Tab}");
};

/** Tabs on until the focus is where the key says. */
export const tabTo = async (key: string): Promise<void> => {
  for (let index = 0; index < 60; index += 1) {
    if (document.activeElement?.getAttribute("data-key") === key) return;
    await userEvent.keyboard("{Tab}");
  }
  throw new Error(`${key} cannot be reached by Tab`);
};
