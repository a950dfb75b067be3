import { describe, expect, it } from "vitest";
import { civilityOf, salutationOf } from "#shared/drafting/salutation.ts";

const nordis = { name: "NORDIS SAS", kind: "business", soleTrader: false } as const;

describe("salutationOf", () => {
  it.each([
    ["Sarah Bloch", "Sarah Bloch"],
    ["Sylvie MARCHAND", "Sylvie MARCHAND"],
    ["  Étienne   Rocher ", "Étienne Rocher"],
    ["Jean-Baptiste de La Tour", "Jean-Baptiste de La Tour"],
    ["Anne d'Ormesson", "Anne d'Ormesson"],
    ["A. Martin", "A. Martin"],
    ["Gwen O'Brien", "Gwen O'Brien"],
    ["Hugo Pagès – Menuiserie Lacombe", "Hugo Pagès"],
    ["Priya Nair (Accounts)", "Priya Nair"],
    ["Mme Martin", "Madame Martin"],
    ["M. Legrand", "Monsieur Legrand"],
    ["Monsieur Paul Legrand", "Monsieur Paul Legrand"],
    ["Me Castaing", "Maître Castaing"],
    ["Ms Patel", "Ms Patel"],
  ])("greets the person %s", (contact, greeted) => {
    expect(salutationOf(contact, nordis)).toBe(greeted);
  });

  it.each([
    null,
    "",
    "Comptabilité",
    "Service Comptabilité",
    "NORDIS Comptabilité",
    "NORDIS SAS Comptabilité Fournisseurs",
    "Finances Mairie Saint-Astier",
    "Accounts Payable",
    "Thornbury Accounts",
    "Étude CASTAING – Mandataire judiciaire",
    "Bois & Compagnie",
    "garage mercier",
    "Garage Mercier",
    "Nordis France",
    "MARCHAND Sylvie",
    "JEAN DUPONT",
    "Nair, Priya (Accounts)",
    "Sophie",
    "s.marchand",
    "s.marchand@nordis.example",
    "Compta 2",
    "Monsieur",
    "Madame Comptabilité",
    "Merci de répondre à la comptabilité du siège de Lyon",
    "X".repeat(5000),
  ])("greets nobody by the name %s", (contact) => {
    expect(salutationOf(contact, nordis)).toBeNull();
  });

  it("does not greet a firm that bears a person's name, but does greet the person", () => {
    const firm = { name: "Sarah Bloch", kind: "business", soleTrader: false } as const;
    expect(salutationOf("Sarah Bloch", firm)).toBeNull();
    expect(salutationOf("Sarah Bloch", { ...firm, soleTrader: true })).toBe("Sarah Bloch");
    expect(salutationOf("Sarah Bloch", { ...firm, kind: "consumer" })).toBe("Sarah Bloch");
    const family = { ...firm, name: "Quincaillerie Delmas" };
    expect(salutationOf("Thierry Delmas", family)).toBe("Thierry Delmas");
  });
});

describe("civilityOf", () => {
  it("reads the title and guesses nothing from a first name", () => {
    expect(civilityOf("Madame Martin")).toBe("madam");
    expect(civilityOf("Monsieur Legrand")).toBe("sir");
    expect(civilityOf("Mr Legrand")).toBe("sir");
    expect(civilityOf("Sarah Bloch")).toBeNull();
    expect(civilityOf("Maître Castaing")).toBeNull();
    expect(civilityOf(null)).toBeNull();
  });
});
