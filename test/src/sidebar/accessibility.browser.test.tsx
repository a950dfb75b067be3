import { afterEach, describe, expect, it } from "vitest";
import { fullBooks, openBooks, openFakeHost, opened, reply } from "./fake-host.ts";
import type { FakeHost } from "./fake-host.ts";
import { byKey, click, faultsOf, mountPane, until } from "./pages.ts";

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
  delete document.documentElement.dataset["theme"];
});

const menu = async (row: string, item: string): Promise<void> => {
  await click(() => document.querySelector(`[data-row^="${row}"] [aria-haspopup]`));
  await click(() => document.querySelector(`[role=menuitem][data-key$="${item}"]`));
};

const SCENES: readonly (readonly [
  name: string,
  start: (host: FakeHost) => Promise<unknown>,
  show: (host: FakeHost) => Promise<unknown>,
])[] = [
  ["today's list", fullBooks, () => until(() => document.querySelector("[data-row]"))],
  ["an open menu", fullBooks, () => click(() => document.querySelector("[aria-haspopup]"))],
  ["the list without invoices", openBooks, () => until(() => document.querySelector("h2"))],
  [
    "an open mail",
    fullBooks,
    (host) => {
      host.showMail(opened(reply({ messageId: "new@nordis.example" })));
      return until(() => document.querySelector(".rl-four"));
    },
  ],
  [
    "a correction",
    fullBooks,
    async (host) => {
      host.showMail(opened(reply({ messageId: "new@nordis.example" })));
      await click(() => byKey("correct"));
      await until(() => document.getElementById("rl-mail-tag"));
    },
  ],
  [
    "a mail of nobody",
    fullBooks,
    (host) => {
      host.showMail(
        opened(reply({ messageId: "n@n.example", from: { address: "a@b.example", name: "" } })),
      );
      return until(() => document.getElementById("rl-mail-name"));
    },
  ],
  [
    "a claim",
    fullBooks,
    async () => {
      await menu("broken", "/why");
      await until(() => document.querySelector(".rl-invoice"));
    },
  ],
  [
    "a debtor's file",
    fullBooks,
    async () => {
      await menu("broken", "/file");
      await until(() => document.querySelector(".rl-fields"));
    },
  ],
  [
    "a timeline",
    fullBooks,
    async () => {
      await menu("broken", "/thread");
      await until(() => document.querySelector(".rl-day"));
    },
  ],
  [
    "a form with an error",
    fullBooks,
    async () => {
      await menu("broken", "/put-off");
      await click(() => byKey("form/submit"));
      await until(() => document.querySelector(".rl-error"));
    },
  ],
  [
    "the search",
    fullBooks,
    async () => {
      await click(() => byKey("header/search"));
      await until(() => document.getElementById("rl-search"));
    },
  ],
  [
    "the settings",
    fullBooks,
    async () => {
      await click(() => byKey("header/settings"));
      await until(() => document.getElementById("rl-setting-name"));
    },
  ],
  [
    "the first run",
    () => Promise.resolve(),
    async () => {
      await click(() => byKey("first-run"));
      await click(() => byKey("first-run/yes"));
      await until(() => document.getElementById("rl-first-name"));
    },
  ],
];

describe("every screen", () => {
  it.each(SCENES)(
    "has nothing that axe finds wrong, in light and dark: %s",
    async (_, start, show) => {
      const host = await openFakeHost();
      await start(host);
      document.documentElement.dataset["theme"] = "light";
      unmount = mountPane(host);
      await show(host);
      expect(await faultsOf()).toEqual([]);
      document.documentElement.dataset["theme"] = "dark";
      expect(await faultsOf()).toEqual([]);
      const pane = document.getElementById("pane");
      expect(pane?.scrollWidth).toBeLessThanOrEqual(320);
    },
  );
});
