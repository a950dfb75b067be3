import { describe, expect, it } from "vitest";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { foldLegalName, identityComparison } from "#shared/claims/identity.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { TODAY } from "./account-story.ts";
import { base, said, told } from "./file-story.ts";

type Identity = Extract<AccountCommand, { readonly type: "record-identity" }>;

const seen = (where: Identity["where"], changes: Partial<Identity> = {}): Identity => ({
  type: "record-identity",
  where,
  on: dateOf("2026-11-16"),
  name: "Nordis SAS",
  siren: "732829320",
  address: null,
  closed: false,
  source: "annuaire-entreprises.data.gouv.fr",
  blob: null,
  ...changes,
});

describe("a legal name", () => {
  it("is the same without its legal form, its case, its accents and the order of its words", () => {
    const names = [
      "Nordis",
      "NORDIS S.A.S.",
      "SARL Nordis",
      "nordis sasu",
      "Société anonyme Nordis",
    ];
    expect(new Set(names.map(foldLegalName))).toEqual(new Set(["nordis"]));
    expect(foldLegalName("BLOCH Sarah EI")).toBe(foldLegalName("Sarah Bloch"));
    expect(foldLegalName("Nordis Bois")).not.toBe(foldLegalName("Nordis"));
  });
  it("that is nothing but a form stays what it is", () => {
    expect(foldLegalName("SPA")).toBe("spa");
  });
});

describe("who the debtor is", () => {
  it("agrees over its file, quote, invoice and register where the SIREN does, whatever it trades as", () => {
    const state = told([
      seen("quote", { name: "Menuiseries du Nord" }),
      seen("invoice"),
      seen("register", { name: "NORDIS" }),
    ]);
    const { places, differs, registerOn, closed } = identityComparison(state, TODAY);
    expect(places.map(({ where }) => where)).toEqual(["file", "quote", "invoice", "register"]);
    expect(differs).toEqual([]);
    expect([registerOn, closed]).toEqual(["2026-11-16", false]);
  });
  it("differs where another SIREN or, without one, another name stands", () => {
    const other = said(seen("register", { siren: "552100554", name: "Nordis Bois SARL" }));
    expect(identityComparison(other, TODAY).differs).toEqual([
      {
        field: "siren",
        values: [
          { where: "file", value: "732829320" },
          { where: "register", value: "552100554" },
        ],
      },
      {
        field: "name",
        values: [
          { where: "file", value: "Nordis SAS" },
          { where: "register", value: "Nordis Bois SARL" },
        ],
      },
    ]);
    const unnumbered = said(seen("quote", { siren: null, name: "Nordis Bois" }));
    expect(identityComparison(unnumbered, TODAY).differs.map(({ field }) => field)).toEqual([
      "name",
    ]);
  });
  it("has moved where two addresses share no more than a part", () => {
    const address = "12, rue du Port, 33000 Bordeaux";
    const same = told([
      seen("quote", { address }),
      seen("register", { address: "12 RUE DU PORT 33000 BORDEAUX CEDEX" }),
    ]);
    expect(identityComparison(same, TODAY).differs).toEqual([]);
    const other = said(seen("invoice", { address: "3 rue du Lac, 33000 Bordeaux" }), same);
    expect(identityComparison(other, TODAY).differs.map(({ field }) => field)).toEqual(["address"]);
  });
  it("is as the newest reading of a place says, of days that have come", () => {
    const state = told([
      seen("register", { on: dateOf("2026-11-19"), closed: true }),
      seen("register", { on: dateOf("2026-11-10") }),
    ]);
    expect(identityComparison(state, TODAY)).toMatchObject({
      registerOn: "2026-11-19",
      closed: true,
    });
    expect(identityComparison(state, dateOf("2026-11-12"))).toMatchObject({
      registerOn: "2026-11-10",
      closed: false,
    });
  });
  it("is only its file while nothing was read", () => {
    expect(identityComparison(base, TODAY)).toMatchObject({
      places: [{ where: "file", name: "Nordis SAS" }],
      differs: [],
      registerOn: null,
    });
  });
});
