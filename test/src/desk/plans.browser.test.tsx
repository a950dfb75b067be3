import { userEvent } from "vitest/browser";
import { describe, expect, it } from "vitest";
import { plansView } from "#shared/app/plans-view.ts";
import { fullBooks, openFakeHost, taken } from "../sidebar/fake-host.ts";
import type { FakeHost } from "../sidebar/fake-host.ts";
import { byKey, mounted, plain, press, says, tabTo, title, until } from "./mounted-desk.ts";
import { type } from "./typed.ts";

const PLANS = { at: "desk", page: "plans" } as const;

const ownPlans = async (host: FakeHost) => taken(await host.run(plansView, null)).own;

const preview = (desk: HTMLElement): string => {
  const found = desk.querySelector(".rl-method__preview");
  return found === null ? "" : plain(found);
};

const pickBusinesses = (desk: HTMLElement): void => {
  desk.querySelector<HTMLInputElement>("#plan-kinds")?.click();
};

describe("the plans on the desk", () => {
  it("shows Relance's plans to be read and duplicated, never edited", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, PLANS);
    await says(desk, "Scénarios de Relance");
    expect(plain(desk)).toContain("14 j après");
    expect(desk.querySelector('[data-key="plans/edit/standard"]')).toBeNull();
    expect(desk.querySelector('[data-key="plans/remove/standard"]')).toBeNull();
    expect(byKey(desk, "nav/settings").getAttribute("aria-current")).toBe("page");
  });

  it("says what an unsaved plan would change, saves it in one act, and takes it all back", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, PLANS);
    await press(desk, "plans/duplicate/standard");
    expect(title(desk)).toContain("Nouveau scénario");
    await until(() => {
      expect(preview(desk)).toContain("Personne ne suit ce scénario");
    });
    pickBusinesses(desk);
    await type(desk, "#plan-days-reminder-1", "20");
    await until(() => {
      expect(preview(desk)).toMatch(/\d+ débiteurs? changent? d'étape/);
    });
    expect(preview(desk)).toContain("Boulangerie n° 2");
    expect(await ownPlans(host)).toEqual([]);
    await press(desk, "plans/save");
    await says(desk, "Scénario « Standard (copie) » enregistré.");
    const [own] = await ownPlans(host);
    expect(own?.kinds).toEqual(["business"]);
    await press(desk, "toast/undo");
    await until(async () => {
      expect(await ownPlans(host)).toEqual([]);
    });
  });

  it("says a fault beside its step, waits with the preview, and goes to it on saving", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, PLANS);
    await press(desk, "plans/duplicate/standard");
    pickBusinesses(desk);
    await type(desk, "#plan-days-reminder-2", "5");
    const field = desk.querySelector("#plan-days-reminder-2");
    await until(() => {
      expect(field?.getAttribute("aria-invalid")).toBe("true");
    });
    const error = desk.querySelector(`#${field?.getAttribute("aria-describedby") ?? "none"}`);
    expect(error === null ? "" : plain(error)).toContain("après la précédente");
    await until(() => {
      expect(preview(desk)).toContain("dès que les étapes tiennent");
    });
    byKey(desk, "plans/save").click();
    await until(() => {
      expect(document.activeElement).toBe(field);
    });
    expect(await ownPlans(host)).toEqual([]);
  });

  it("is written by the keyboard alone, and Escape leaves it", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, PLANS);
    await says(desk, "Scénarios de Relance");
    await tabTo("plans/duplicate/standard");
    await userEvent.keyboard("{Enter}");
    await until(() => {
      expect(document.activeElement?.id).toBe("plan-name");
    });
    await userEvent.keyboard("Vif");
    await userEvent.keyboard("{Escape}");
    await says(desk, "Vos scénarios");
    expect(await ownPlans(host)).toEqual([]);
  });

  it("keeps what is typed from being left by mistake", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, PLANS);
    await press(desk, "plans/duplicate/firm");
    await type(desk, "#plan-name", "Notre méthode");
    byKey(desk, "method/rates").click();
    await says(desk, "Une saisie est en cours");
    await press(desk, "unsaved/leave");
    await says(desk, "Ajouter un taux publié");
    expect(await ownPlans(host)).toEqual([]);
  });

  it("chooses the plan of a kind and the threshold of small amounts, with what that changes", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, PLANS);
    await says(desk, "Qui suit quel scénario");
    const select = desk.querySelector<HTMLSelectElement>("#kind-business");
    if (select === null) throw new Error("no choice");
    await userEvent.selectOptions(select, "firm");
    await until(() => {
      expect(preview(desk)).toMatch(/débiteurs? changent?/);
    });
    await press(desk, "plans/kinds");
    await says(desk, "Choix des scénarios enregistrés.");
    const view = taken(await host.run(plansView, null));
    expect(view.kinds.find(({ kind }) => kind === "business")?.plan).toBe("firm");
    await type(desk, "#small-EUR", "150");
    await press(desk, "plans/kinds");
    await until(async () => {
      const { smallAmounts } = taken(await host.run(plansView, null));
      expect(smallAmounts).toEqual([{ currency: "EUR", value: "150,00" }]);
    });
  });

  it("refuses to take a plan away that is followed, and says by whom", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, PLANS);
    await press(desk, "plans/duplicate/standard");
    pickBusinesses(desk);
    await press(desk, "plans/save");
    await says(desk, "Suivi par : professionnels");
    const [own] = await ownPlans(host);
    await press(desk, `plans/remove/${own?.plan ?? ""}`);
    await says(desk, "choisissez-en d'abord un autre");
    expect(await ownPlans(host)).toHaveLength(1);
  });
});
