import { afterEach, describe, expect, it } from "vitest";
import { fileMail } from "#shared/app/mail-acts.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { ok } from "#shared/kernel/result.ts";
import {
  HOSTILE_NAME,
  LONG_NAME,
  addSketch,
  fullBooks,
  openBooks,
  openFakeHost,
  reply,
  say,
  taken,
} from "./fake-host.ts";
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
const everything: UseCase<null, { readonly accounts: readonly AccountState[] }, never> = {
  name: "everything",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, loaded) => ok(viewOnly({ accounts: [...loaded.accounts.values()] })),
};
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
    // The draft of the same debtor now stands first: the next debtor is what a person goes on with.
    await until(() => isAt(rows()[2]));
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

  it("asks where it was clicked whether a form was sent, where the host cannot see it, and goes on", async () => {
    const host = await openFakeHost({ writesDrafts: false });
    await fullBooks(host);
    unmount = mountPane(host);
    const bloch = await until(() => rowOf("Atelier Bloch"));
    bloch.querySelector<HTMLElement>("[data-stop] button")?.click();
    const gone = await until(() => document.querySelector<HTMLElement>("[data-done] button"));
    expect(gone.textContent).toBe("Je l'ai envoyé");
    const waiting = (): HTMLElement | undefined =>
      rows().find(({ dataset }) => dataset["row"]?.startsWith("draft/") === true);
    expect(waiting()?.textContent).toContain("Atelier Bloch");
    gone.click();
    // It has gone: its row waits no more, and focus stands on the next debtor.
    await until(() => waiting() === undefined);
    await until(() => isAt(rows()[1]));
    expect(document.querySelector("[data-done]")?.textContent).not.toContain("Je l'ai envoyé");
  });

  it("goes through drafts one form at a time in two clicks each", async () => {
    const host = await openFakeHost({ writesDrafts: false });
    await fullBooks(host);
    unmount = mountPane(host);
    await click(() => byKey("prepare-drafts"));
    const primary = (): HTMLElement | null =>
      document.querySelector(".rl-main .rl-button--primary");
    const who = (): string => document.querySelector(".rl-main h1")?.textContent ?? "";
    const first = await until(() => byKey("queue/next") !== null && who());
    await click(primary);
    await click(() => document.querySelector('[data-key$="/gone"]'));
    await until(() => who() !== "" && who() !== first);
    await until(() => primary() !== null && document.activeElement === primary());
    expect(host.done.map(({ kind }) => kind)).toEqual(["save-draft"]);
  });

  it("takes back by one click all drafts that one click prepared", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    const before = await until(() => (rows().length > 5 ? rows().length : null));
    await click(() => byKey("prepare-drafts"));
    await until(() => host.done.length > 3 && byKey("toast/undo"));
    const count = host.done.length;
    const drafts = async () => {
      const { accounts } = taken(await host.run(everything, null));
      return accounts.flatMap((state) => state.drafts.filter((one) => one.state === "prepared"));
    };
    expect(await drafts()).toHaveLength(count);
    await click(() => byKey("toast/undo"));
    await until(() => says("Annulé."));
    expect(await drafts()).toEqual([]);
    await until(() => rows().length === before);
  });

  it("shows six replies to read in 600 px at 320 px wide, each with its two buttons", async () => {
    const host = await openFakeHost();
    await openBooks(host);
    for (let index = 0; index < 7; index += 1) {
      const email = `compta@lecture-${String(index)}.example`;
      const account = await addSketch(host, {
        name: `Lecture ${String(index)} SARL`,
        email,
        invoices: [[20 + index, 120000]],
      });
      const message = reply({
        messageId: `read-${String(index)}@lecture.example`,
        from: { address: email, name: "" },
        text: "Bonjour,\n\nNous vous paierons 1 200,00 € le 27 novembre 2026.\n\nJulie",
      });
      taken(
        await host.run(fileMail, {
          account,
          mail: { message, sha256: null, size: 9, obtained: "as-received" },
        }),
      );
    }
    unmount = mountPane(host);
    const toRead = (): readonly HTMLElement[] =>
      rows().filter((row) => row.dataset["row"]?.startsWith("to-read/") === true);
    const isTwofold = (row: HTMLElement): boolean =>
      row.querySelectorAll(".rl-row__acts > .rl-button").length >= 2;
    await until(() => toRead().length === 7 && toRead().every(isTwofold));
    for (const row of toRead()) expect(row.offsetHeight).toBeLessThanOrEqual(64);
    const list = toRead()[0]?.closest("ul");
    const top = list?.getBoundingClientRect().top ?? 0;
    const sixth = toRead()[5]?.getBoundingClientRect().bottom ?? 0;
    expect(sixth - top).toBeLessThanOrEqual(6 * 70);
    expect(sixth).toBeLessThanOrEqual(600 + (document.getElementById("pane")?.offsetTop ?? 0));
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
