import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FOREIGN_CHARS_MAX,
  capital,
  compareText,
  foldText,
  foreign,
  own,
  shownText,
} from "#shared/kernel/text.ts";

const SEED = 20261120;

describe("a foreign text", () => {
  it("loses what could make a screen show other words than it holds", () => {
    expect(shownText(foreign("facture\u202efdp.exe\u202c"))).toBe("facturefdp.exe");
    for (const code of [
      0, 7, 8, 0x0b, 0x1b, 0x7f, 0x85, 0x9f, 0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d,
      0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
    ]) {
      expect(shownText(foreign(`a${String.fromCharCode(code)}b`)), code.toString(16)).toBe("ab");
    }
  });

  it("keeps lines, tabs, accents, other scripts and joined signs", () => {
    const text = "Ligne 1\r\n\tÉté · مرحبا · 👩‍👧 ﷼";
    expect(shownText(foreign(text))).toBe(text);
  });

  it("is cut at its maximum, never within a character", () => {
    const long = shownText(foreign("x".repeat(FOREIGN_CHARS_MAX + 1)));
    expect(long).toHaveLength(FOREIGN_CHARS_MAX);
    expect(long.endsWith("x…")).toBe(true);
    expect(shownText(foreign("ab👍cd", 4))).toBe("ab…");
    expect(shownText(foreign("abcd", 4))).toBe("abcd");
  });

  it("is told apart from ours by its type", () => {
    expect(foreign("<b>")).toEqual({ foreign: "<b>" });
    expect(own("<b>")).toEqual({ own: "<b>" });
    expect(shownText(own("\u202e"))).toBe("\u202e");
  });
});

describe("a folded text", () => {
  it.each([
    ["  SARL  Hôtel-Œuvré & Fils, Réf. n°12 ", "sarl hotel oeuvre fils ref n 12"],
    ["STRAẞE / Straße", "strasse strasse"],
    ["Łódź Ærø Đà Nẵng", "lodz aero da nang"],
    ["e\u0301 é É", "e e e"],
    ["İstanbul", "istanbul"],
    ["株式会社 山田", "株式会社 山田"],
    ["---", ""],
  ])("of %j is %j", (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it("is folded already, and the same whatever the case and the spaces around", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from("aéÈœÆßłØđ 1-'İ👍")) }),
        (text) => {
          const folded = foldText(text);
          expect(foldText(folded)).toBe(folded);
          expect(foldText(` ${text.toLowerCase()}\n`)).toBe(folded);
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe("the order of two texts", () => {
  it("is that of their code units, whatever the language of the device", () => {
    const texts = ["é", "z", "Z", "a", "2026-11-20", "2026-09-30", ""];
    expect([...texts].sort(compareText)).toEqual([
      "",
      "2026-09-30",
      "2026-11-20",
      "Z",
      "a",
      "z",
      "é",
    ]);
    expect(compareText("a", "a")).toBe(0);
  });
});

describe("a label", () => {
  it("begins with a capital, be the letter accented or there be none", () => {
    expect(["échéance", "mise en demeure", ""].map(capital)).toEqual([
      "Échéance",
      "Mise en demeure",
      "",
    ]);
  });
});
