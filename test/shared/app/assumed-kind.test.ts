import { describe, expect, it } from "vitest";
import { assumedKind, assumedKindOfRow } from "#shared/app/assumed-kind.ts";
import { newDebtorInput } from "#shared/app/mail-inputs.ts";

describe("a debtor of whom only a mail is known", () => {
  it.each([
    ["Hélène Roux", "helene.roux@laposte.net"],
    ["M. Paul Girard", "paul.girard@orange.fr"],
    ["Mme Girard, boulangerie", "girard@wanadoo.fr"],
    ["Tom Baker", "tom.baker@gmail.com"],
    ["Nordis", "nordis@gmail.com"],
    ["Roux", null],
  ])("is taken for a consumer where it may be one: %s <%s>", (name, email) => {
    expect(assumedKind(name, email)).toBe("consumer");
  });

  it.each([
    ["Hélène Roux", "h.roux@atelier-bloch.example"],
    ["Garage Mercier", "garage.mercier@orange.fr"],
    ["Dupont & Fils", "dupont.fils@wanadoo.fr"],
    ["Nordis SAS", "nordis@gmail.com"],
    ["Baker Consulting", "tom.baker@gmail.com"],
  ])("is taken for a business where its domain or its name says so: %s <%s>", (name, email) => {
    expect(assumedKind(name, email)).toBe("business");
  });

  it("is so begun with by every face", () => {
    const known = { contactName: null, language: "fr", evenSo: false } as const;
    const kindOf = (name: string, email: string) =>
      newDebtorInput({ ...known, name, email }).debtor.kind;
    expect(kindOf("Hélène Roux", "helene.roux@laposte.net")).toBe("consumer");
    expect(kindOf("Nordis", "compta@nordis.example")).toBe("business");
  });
});

describe("a debtor of a file that says neither kind nor SIREN", () => {
  it.each([
    ["Mme Hélène Roux", "consumer"],
    ["Mr Tom Baker", "consumer"],
    ["Ms Jane Roe", "consumer"],
    ["Hélène Roux", "business"],
    ["Dr Martin", "business"],
    ["Mercier", "business"],
  ])("is taken for what its title says: %s is a %s", (name, kind) => {
    expect(assumedKindOfRow(name)).toBe(kind);
  });
});
