import { userEvent } from "vitest/browser";
import { afterEach, describe, expect, it } from "vitest";
import { mountSidebar } from "#src/sidebar/sidebar.tsx";
import type { LawPage } from "#shared/app/view-parts.ts";
import type { FakeHost } from "./fake-host.ts";
import { openLawBooks } from "./law-books.ts";
import { byKey, click, faultsOf, press, until } from "./pages.ts";

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
  delete document.documentElement.dataset["theme"];
});

const mountLaw = async (host: FakeHost, account: string, page: LawPage): Promise<void> => {
  const frame = document.createElement("main");
  frame.id = "pane";
  frame.style.width = "320px";
  document.body.replaceChildren(frame);
  const stop = mountSidebar(frame, host, { start: { at: "law", account, page } });
  unmount = () => {
    stop();
    frame.remove();
  };
  await until(() => document.querySelector("h1"));
};

/** What is read, with plain blanks. */
const read = (element: Element | null = document.body): string =>
  (element instanceof HTMLElement ? element.innerText : "").replace(/[\u00a0\u202f]/g, " ");

const card = (kind: string): Promise<Element> =>
  until(() => document.querySelector(`[data-key="clock/${kind}"]`));

describe("the deadlines of a debtor in the pane", () => {
  it("say the last day, the days left, the text and how it is counted", async () => {
    const { host, mercier } = await openLawBooks();
    await mountLaw(host, mercier, "clocks");
    const declare = await card("claim-declaration");
    expect(read(declare)).toContain("Déclarer la créance");
    expect(read(declare)).toContain("court · à nous d'agir");
    expect(read(declare)).toContain("Dernier jour : le 2 décembre 2026, dans 12 jours.");
    expect(read(declare)).toContain("C. com. R622-24");
    declare.querySelector("summary")?.click();
    await until(() => read(declare).includes("publication du jugement au BODACC"));
  });

  it("show a last day that is not known as unknown, with what would tell and where to enter it", async () => {
    const { host, mercier } = await openLawBooks({}, null);
    await mountLaw(host, mercier, "clocks");
    const declare = await card("claim-declaration");
    expect(read(declare)).toContain("inconnu");
    expect(read(declare)).toContain(
      "Dernier jour inconnu. Il manque la date de publication au BODACC.",
    );
    const complete = [...declare.querySelectorAll("button")].find((button) =>
      button.textContent.includes("Compléter la procédure"),
    );
    complete?.click();
    // The proceedings that are known are completed, not entered a second time.
    const judged = await until(() => document.querySelector<HTMLInputElement>("[id$=judgmentOn]"));
    expect(judged.value).toBe("2026-09-25");
  });

  it("put a deadline at rest by its own form, and fold it then", async () => {
    const { host, mercier } = await openLawBooks();
    await mountLaw(host, mercier, "clocks");
    const declare = await card("claim-declaration");
    [...declare.querySelectorAll("button")]
      .find((button) => button.textContent.includes("Fait ou sans objet"))
      ?.click();
    await click(() => byKey("form/submit"));
    await until(() => read().includes("1 délai éteint"));
    expect(byKey("clock/claim-declaration")?.closest("details")?.open).toBe(false);
  });

  it("name a part payment as a possible acknowledgement, and record it under its own day", async () => {
    const { host, nordis } = await openLawBooks();
    await mountLaw(host, nordis, "clocks");
    await until(() => read().includes("Reconnaissances possibles"));
    expect(read()).toContain("Paiement partiel du 10 novembre 2026.");
    expect(read()).toContain("Peut valoir reconnaissance (C. civ. 2240), à apprécier.");
    expect(read()).toMatch(
      /Prescription : dernier jour : 31 mai 2031 ; avec cette reconnaissance, dernier jour : 10 novembre 2031/,
    );
    await click(() => document.querySelector('[data-key$="/interruption"]'));
    const on = await until(() => document.querySelector<HTMLInputElement>("[id$='-on']"));
    expect(on.value).toBe("2026-11-10");
    await click(() => byKey("form/submit"));
    await until(() => read().includes("Agir en justice"));
    await until(() => !read().includes("Reconnaissances possibles"));
  });
});

describe("the statement in the pane", () => {
  it("gives each period with its days, rate, base, principal and interest, then totals and the sum of a day", async () => {
    const { host, nordis } = await openLawBooks();
    await mountLaw(host, nordis, "statement");
    await until(() => read().includes("Par jour ensuite"));
    const shown = read();
    expect(shown).toContain("Arrêté au 20 novembre 2026 inclus.");
    expect(shown).toContain("10 000,00 € × 12,15 % × 30 / 365");
    expect(shown).toContain("99,86 €");
    expect(shown).toContain("Indemnité forfaitaire");
    expect(shown).toContain("80,00 €");
    expect(shown).toContain("Règlements sur le principal d'abord retenu");
    expect(shown).toContain("Règlements sur les intérêts d'abord");
    expect(shown).toContain("Choisir l'ordre d'imputation");
  });

  it("is made for another day without leaving the field, and names the rate that is missing", async () => {
    const { host, nordis } = await openLawBooks();
    await mountLaw(host, nordis, "statement");
    await until(() => read().includes("Par jour ensuite"));
    const on = await until(() => document.querySelector<HTMLInputElement>("#rl-law-on"));
    on.focus();
    await userEvent.fill(on, "2027-02-01");
    await until(() => read().includes("Arrêté au 1er février 2027 inclus."));
    expect(document.activeElement?.id).toBe("rl-law-on");
    expect(read()).toContain("Taux manquants");
    expect(read()).toContain("aucun intérêt compté depuis le 1er janvier 2027");
    expect(read()).not.toContain("Par jour ensuite");
  });

  it("refuses a day that no statement can be made for, in words beside the field", async () => {
    const { host, nordis } = await openLawBooks();
    await mountLaw(host, nordis, "statement");
    const on = await until(() => document.querySelector<HTMLInputElement>("#rl-law-on"));
    await userEvent.fill(on, "1802-01-01");
    await until(() => read().includes("Un jour du 1er janvier 1999 au"));
    expect(read()).toContain("Arrêté au 20 novembre 2026 inclus.");
  });
});

describe("routes in the pane", () => {
  it("say of each condition by a word whether it is met, and advise nothing", async () => {
    const { host, mercier } = await openLawBooks();
    await mountLaw(host, mercier, "routes");
    await until(() => read().includes("Voies de recouvrement"));
    expect(read()).toContain("sans conseil");
    await click(() => byKey("law/routes/all"));
    await until(() => read().includes("Aucune procédure n'arrête cette créance non remplie"));
    expect(read()).toMatch(/remplie/);
    expect(read()).toMatch(/inconnue/);
    expect(read()).toContain("à vérifier");
    expect(read()).not.toMatch(/vous devriez|nous conseillons|recommand[eé]/i);
  });
});

describe("the ways to the law", () => {
  it("lead from the claim by a line with the nearest deadline, and back", async () => {
    const { host, mercier } = await openLawBooks();
    const frame = document.createElement("main");
    frame.style.width = "320px";
    document.body.replaceChildren(frame);
    unmount = mountSidebar(frame, host, { start: { at: "claim", account: mercier } });
    await until(() => read().includes("Déclarer la créance. Dernier jour : le 2 décembre 2026"));
    await click(() => byKey("law/missing"));
    await until(() => read().includes("Ce qui manque avant la prochaine étape sérieuse"));
    await click(() => byKey("back"));
    expect(read(await until(() => byKey("law/clocks")))).toBe("Délais");
  });

  it("stand in the debtor's file too", async () => {
    const { host, mercier } = await openLawBooks();
    const frame = document.createElement("main");
    document.body.replaceChildren(frame);
    unmount = mountSidebar(frame, host, { start: { at: "account", account: mercier } });
    await click(() => byKey("law/routes"));
    await until(() => read().includes("Voies de recouvrement"));
    expect(byKey("tab/routes")?.getAttribute("aria-selected")).toBe("true");
  });

  it("are walked by the arrows from page to page", async () => {
    const { host, nordis } = await openLawBooks();
    await mountLaw(host, nordis, "clocks");
    (await until(() => byKey("tab/clocks"))).focus();
    press("ArrowRight");
    await until(() => read().includes("Arrêté au"));
    expect(document.activeElement?.getAttribute("data-key")).toBe("tab/statement");
    press("End");
    await until(() => read().includes("Ce qui manque avant"));
    expect(byKey("tab/missing")?.getAttribute("aria-selected")).toBe("true");
  });
});

describe("every page of law", () => {
  it.each(["clocks", "statement", "routes", "missing"] as const)(
    "has nothing that axe finds wrong in both languages and lights, and does not scroll sideways: %s",
    async (page) => {
      for (const [language, theme] of [
        ["fr", "light"],
        ["en", "dark"],
      ] as const) {
        document.documentElement.dataset["theme"] = theme;
        const { host, nordis } = await openLawBooks({ language });
        await mountLaw(host, nordis, page);
        if (page === "routes") await click(() => byKey("law/routes/all"));
        for (const fold of document.querySelectorAll("details")) fold.open = true;
        expect(await faultsOf()).toEqual([]);
        expect(document.getElementById("pane")?.scrollWidth).toBeLessThanOrEqual(320);
        unmount();
      }
    },
  );
});
