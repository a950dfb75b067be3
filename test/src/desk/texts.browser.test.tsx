import { userEvent } from "vitest/browser";
import { describe, expect, it } from "vitest";
import { textsView } from "#shared/app/texts-view.ts";
import { fullBooks, openFakeHost, taken } from "../sidebar/fake-host.ts";
import type { FakeHost } from "../sidebar/fake-host.ts";
import { byKey, mounted, plain, press, says, until } from "./mounted-desk.ts";
import { type } from "./typed.ts";

const TEXTS = { at: "desk", page: "texts" } as const;

const letter = (desk: HTMLElement): string => {
  const found = desk.querySelector(".rl-method__letter");
  return found === null ? "" : plain(found);
};

const written = async (host: FakeHost): Promise<string> => {
  const { steps } = taken(await host.run(textsView, null));
  return steps.find(({ step }) => step === "reminder-1")?.typed.fr.opening ?? "";
};

describe("the texts on the desk", () => {
  it("reads a text on a debtor while it is typed, its fields put in by a button", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, TEXTS);
    await until(() => {
      expect(letter(desk)).toContain("FA-2026-0");
    });
    await type(desk, "#text-opening", "Bonjour, c'est au sujet de ");
    byKey(desk, "texts/insert/total").click();
    await until(() => {
      expect(desk.querySelector("#text-opening")).toHaveProperty(
        "value",
        "Bonjour, c'est au sujet de {total}",
      );
    });
    await until(() => {
      expect(letter(desk)).toMatch(/Bonjour, c'est au sujet de [\d ]+,\d\d €/);
    });
  });

  it("saves, marks the step, and goes back to the text of Relance", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, TEXTS);
    await type(desk, "#text-opening", "Notre façon de le dire.");
    await until(() => {
      expect(letter(desk)).toContain("Notre façon de le dire.");
    });
    await press(desk, "texts/save");
    await says(desk, "Texte enregistré.");
    expect(await written(host)).toBe("Notre façon de le dire.");
    await says(desk, "1re relance (votre texte)");
    await press(desk, "texts/as-shipped");
    await until(async () => {
      expect(await written(host)).toBe("");
    });
    await until(() => {
      expect(letter(desk)).not.toContain("Notre façon de le dire.");
    });
  });

  it("says beside the field what may not be said, and saves nothing then", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, TEXTS);
    await type(desk, "#text-opening", "Cher {prénom},");
    await until(() => {
      const field = desk.querySelector("#text-opening");
      expect(field?.getAttribute("aria-invalid")).toBe("true");
    });
    expect(plain(desk)).toContain("prénom");
    byKey(desk, "texts/save").click();
    await until(() => {
      expect(document.activeElement?.id).toBe("text-opening");
    });
    expect(await written(host)).toBe("");
  });

  it("asks before another step takes the place of what is half typed", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, TEXTS);
    await type(desk, "#text-opening", "À moitié");
    const select = desk.querySelector<HTMLSelectElement>("#text-step");
    if (select === null) throw new Error("no step");
    await userEvent.selectOptions(select, "formal-notice");
    await says(desk, "Une saisie est en cours");
    await press(desk, "texts/stay");
    expect(desk.querySelector("#text-opening")).toHaveProperty("value", "À moitié");
    expect(select.value).toBe("reminder-1");
    await userEvent.selectOptions(select, "formal-notice");
    await press(desk, "texts/drop");
    await says(desk, "celui que la loi attend");
    expect(desk.querySelector("#text-subject")).toBeNull();
  });
});
