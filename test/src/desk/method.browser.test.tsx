import { describe, expect, it } from "vitest";
import { ownersView } from "#shared/app/owners-view.ts";
import { policyView } from "#shared/app/policy-view.ts";
import { ratesView } from "#shared/app/rates-view.ts";
import { own } from "#shared/kernel/text.ts";
import { TODAY, fullBooks, openFakeHost, say, taken } from "../sidebar/fake-host.ts";
import { byKey, mounted, plain, press, says, title, until } from "./mounted-desk.ts";
import { type } from "./typed.ts";

describe("the rules on the desk", () => {
  it("saves what was changed in one act, and takes it back", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "policy" });
    await type(desk, "#policy-noticeDays", "15");
    await type(desk, "#policy-tolerance-EUR", "2,50");
    await press(desk, "policy/save");
    await says(desk, "Réglages enregistrés.");
    const typed = async () => taken(await host.run(policyView, null)).typed;
    expect((await typed()).texts.noticeDays).toBe("15");
    expect((await typed()).tolerances).toEqual({ EUR: "2,50" });
    await press(desk, "toast/undo");
    await until(async () => {
      expect((await typed()).texts.noticeDays).toBe("8");
    });
    await until(() => {
      expect(desk.querySelector("#policy-noticeDays")).toHaveProperty("value", "8");
    });
  });

  it("says beside the field what is wrong, and goes to the first", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "policy" });
    await type(desk, "#policy-capMessages", "beaucoup");
    await press(desk, "policy/save");
    await until(() => {
      expect(document.activeElement?.id).toBe("policy-capMessages");
    });
    await says(desk, "Un nombre entier, de 1 à 31.");
  });

  it("says that no text fixes the day count, nor how a rate is split", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "policy" });
    await says(desk, "Aucun texte ne fixe cette base");
    expect(plain(desk)).toContain("Aucun texte trouvé ne tranche");
  });

  it("notes a closure and takes it away, without losing the rules half typed beside it", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "policy" });
    await type(desk, "#policy-capDays", "45");
    await type(desk, "#closure-from", "2026-12-24");
    await type(desk, "#closure-to", "2027-01-02");
    await type(desk, "#closure-reason", "Fêtes");
    await press(desk, "closures/add");
    await says(desk, "Du 24 décembre 2026 au 2 janvier 2027");
    expect(desk.querySelector("#policy-capDays")).toHaveProperty("value", "45");
    byKey(desk, "nav/aged").click();
    await says(desk, "Une saisie est en cours");
    await press(desk, "unsaved/stay");
    const remove = desk.querySelector<HTMLElement>('[data-key^="closures/remove/"]');
    remove?.click();
    await says(desk, "Aucune fermeture notée.");
  });
});

describe("the rates on the desk", () => {
  it("says how each rate was read, and what is to be checked", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "rates" });
    await says(desk, "Intérêt légal français, créancier professionnel");
    expect(plain(desk)).toContain("officiel");
    expect(plain(desk)).toContain("une seule source");
    expect(plain(desk)).toContain("à vérifier");
  });

  it("adds a rate with its source, and withdraws it with a reason", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "rates" });
    await press(desk, "rates/add");
    await says(desk, "Dites où vous l'avez lu.");
    await type(desk, "#rate-rate", "2,71");
    await type(desk, "#rate-source", "Journal officiel du 22 décembre 2026");
    await press(desk, "rates/add");
    await says(desk, "Taux ajouté.");
    const added = async () =>
      taken(await host.run(ratesView, null)).series.flatMap(({ rows }) =>
        rows.flatMap((row) => (row.added === null ? [] : [row.added])),
      );
    const [rate = ""] = await added();
    expect(rate).not.toBe("");
    await press(desk, `rates/withdraw/${rate}`);
    await press(desk, "rates/withdraw/do");
    await says(desk, "Dites pourquoi");
    await type(desk, "#withdraw-reason", "Mal lu");
    await press(desk, "rates/withdraw/do");
    await until(async () => {
      expect(await added()).toEqual([]);
    });
  });
});

describe("handing over on the desk", () => {
  it("says so where nobody follows anybody in particular", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "handover" });
    await says(desk, "Personne ne suit de débiteur en particulier");
    await press(desk, "handover/debtors");
    await until(() => {
      expect(title(desk)).toBe("Débiteurs");
    });
  });

  it("passes the debtors of one on to another and hands over the file, with one undo", async () => {
    const host = await openFakeHost();
    const { nordis = "", bloch = "" } = await fullBooks(host);
    for (const account of [nordis, bloch])
      await say(host, account, { type: "set-owner", owner: "Camille", on: TODAY });
    const asked: (readonly string[])[] = [];
    const desk = await mounted(
      {
        ...host,
        extract: (accounts) => {
          asked.push(accounts);
          return host.extract(accounts);
        },
      },
      { at: "desk", page: "handover" },
    );
    await says(desk, "Camille (2 débiteurs)");
    await press(desk, "handover/pass");
    await says(desk, "Dites à qui.");
    await type(desk, "#handover-to", "camille ");
    await press(desk, "handover/pass");
    await says(desk, "C'est la même personne.");
    await type(desk, "#handover-to", "Léa");
    await press(desk, "handover/pass");
    await says(desk, "Extrait fait.");
    expect(asked.map((one) => [...one].sort())).toEqual([[nordis, bloch].sort()]);
    expect(host.downloads).toEqual(["extrait-2.relance"]);
    const owners = async () =>
      taken(await host.run(ownersView, null)).owners.map(({ owner }) => owner.foreign);
    expect(await owners()).toEqual(["Léa"]);
    await press(desk, "toast/undo");
    await until(async () => {
      expect(await owners()).toEqual(["Camille"]);
    });
  });

  it("gives the dates of one person's debtors for a diary", async () => {
    const host = await openFakeHost();
    const { nordis = "" } = await fullBooks(host);
    await say(host, nordis, { type: "set-owner", owner: "Camille", on: TODAY });
    const desk = await mounted(host, { at: "desk", page: "handover" });
    await press(desk, "handover/dates");
    await says(desk, "Ni nom de débiteur, ni montant");
    expect(host.downloads).toEqual([`relance-${TODAY}.ics`]);
  });

  it("says that the file could not be made, where the debtors were passed on", async () => {
    const host = await openFakeHost();
    const { nordis = "" } = await fullBooks(host);
    await say(host, nordis, { type: "set-owner", owner: "Camille", on: TODAY });
    const desk = await mounted(
      { ...host, extract: () => Promise.resolve({ ok: false, text: own("Le disque est plein.") }) },
      { at: "desk", page: "handover" },
    );
    await type(desk, "#handover-to", "Léa");
    await press(desk, "handover/pass");
    await says(desk, "Mais le fichier n'a pas pu être fait : Le disque est plein.");
    expect(host.downloads).toEqual([]);
  });
});
