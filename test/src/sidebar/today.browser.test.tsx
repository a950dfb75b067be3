import { afterEach, describe, expect, it } from "vitest";
import { HOSTILE_NAME, LONG_NAME, fullBooks, openFakeHost, say } from "./fake-host.ts";
import { byKey, click, mountPane, press, says, type, until } from "./pages.ts";

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
});

const rows = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>("[data-row]"),
];
const rowOf = (name: string): HTMLElement | undefined =>
  rows().find((row) => row.textContent.includes(name));
const isAt = (row: HTMLElement | undefined): boolean =>
  row?.contains(document.activeElement) === true;

describe("today's list", () => {
  it("keeps every row within 64 px at 320 px wide, whatever its name", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    await until(() => rows().length > 5);
    for (const row of rows()) expect(row.offsetHeight).toBeLessThanOrEqual(64);
    expect(rowOf(LONG_NAME)).toBeDefined();
  });

  it("shows a name from outside as text, isolated and without what could turn words round", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    const row = await until(() => rowOf("gnihton"));
    const name = row.querySelector("bdi");
    expect(name?.textContent).toBe(HOSTILE_NAME.replace(/[\u202c\u202e]/g, ""));
    expect(row.querySelector("bdi b")).toBeNull();
  });

  it("is walked by arrows, Home and End, and its menus by arrows and Escape", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    await until(() => rows().length > 5);
    rows()[0]?.querySelector<HTMLElement>("[data-stop] button")?.focus();
    press("ArrowDown");
    expect(isAt(rows()[1])).toBe(true);
    press("End");
    expect(isAt(rows()[rows().length - 1])).toBe(true);
    press("Home");
    expect(isAt(rows()[0])).toBe(true);
    const more = rows()[0]?.querySelector<HTMLElement>("[aria-haspopup]");
    more?.focus();
    press("ArrowDown");
    await until(() => document.activeElement?.getAttribute("role") === "menuitem");
    const first = document.activeElement;
    press("ArrowDown");
    expect(document.activeElement).not.toBe(first);
    press("Escape");
    await until(() => document.querySelector("[role=menu]") === null);
    expect(document.activeElement).toBe(more);
  });

  it("folds a done row with its undo, moves focus to the next one, and unfolds it again", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    const before = (await until(() => (rows().length > 5 ? rows() : null))).map(
      (row) => row.dataset["row"],
    );
    const bloch = await until(() => rowOf("Atelier Bloch"));
    const at = rows().indexOf(bloch);
    bloch.querySelector<HTMLElement>("[data-stop] button")?.click();
    await until(() => document.querySelector("[data-done]"));
    expect(host.done.map(({ kind }) => kind)).toEqual(["save-draft"]);
    expect(document.querySelector("output")?.textContent).toContain("Atelier Bloch");
    expect(at).toBe(1);
    await until(() => isAt(rows()[1]));
    await click(() => document.querySelector("[data-done] button"));
    // The list comes again from the ledger, with every row where it stood.
    await until(
      () =>
        rows()
          .map((each) => each.dataset["row"])
          .join() === before.join(),
    );
    expect(document.querySelector("[data-done]")).toBeNull();
  });

  it("filters by a chip that is pressed, and shows all when it is let go", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    const all = await until(() => (rows().length > 5 ? rows().length : null));
    const chip = await until(() => document.querySelector<HTMLElement>(".rl-chip"));
    chip.click();
    await until(() => chip.getAttribute("aria-pressed") === "true" && rows().length === 1);
    chip.click();
    await until(() => rows().length === all);
    expect(chip.getAttribute("aria-pressed")).toBe("false");
  });

  it("says what another tab has dealt with", async () => {
    const host = await openFakeHost();
    const { valade = "" } = await fullBooks(host);
    unmount = mountPane(host);
    await until(() => rowOf("Groupe Valade"));
    const other = await host.secondTab();
    await say({ ...host, run: other.run }, valade, {
      type: "put-off",
      until: host.today(),
      reason: "appelé",
    });
    await say({ ...host, run: other.run }, valade, {
      type: "place-hold",
      on: host.today(),
      until: null,
      invoices: [],
      reason: "accord du gérant",
    });
    await until(
      () =>
        says("Groupe Valade : traité dans un autre onglet") || says("Groupe Valade\u00a0: traité"),
    );
    expect(rowOf("Groupe Valade")).toBeUndefined();
  });

  it("says beside the row why nothing was saved", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    const row = await until(() => rowOf("Atelier Bloch"));
    host.breakStore();
    row.querySelector<HTMLElement>("[data-stop] button")?.click();
    await until(() => row.querySelector("[role=alert]"));
    expect(row.textContent).toContain("Le stockage est plein");
  });

  it("puts a debtor off by a form whose missing reason is said beside it, and comes back", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    const row = await until(() => rowOf("Atelier Bloch"));
    row.querySelector<HTMLElement>("[aria-haspopup]")?.click();
    await click(() => document.querySelector('[role=menuitem][data-key$="/put-off"]'));
    await click(() => byKey("form/submit"));
    await until(() => document.activeElement?.id === "rl-form-reason");
    expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true");
    type("rl-form-reason", "le gérant rappelle demain");
    await click(() => byKey("form/submit"));
    await until(() => document.querySelector("[data-done]"));
    expect(rowOf("Atelier Bloch")).toBeUndefined();
  });

  it("leaves a form by Escape", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    const row = await until(() => rowOf("Atelier Bloch"));
    row.querySelector<HTMLElement>("[aria-haspopup]")?.click();
    await click(() => document.querySelector('[role=menuitem][data-key$="/put-off"]'));
    await until(() => document.activeElement?.id === "rl-form-reason");
    press("Escape");
    expect(await until(() => rowOf("Atelier Bloch"))).toBeDefined();
  });
});
