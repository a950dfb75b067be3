import { describe, expect, it } from "vitest";
import { tableOfBytes } from "#src/desk/table-of-bytes.ts";

const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => (character === "€" ? 0x80 : character.charCodeAt(0)));

const cells = (bytes: Uint8Array): readonly string[] | string => {
  const table = tableOfBytes(bytes);
  return table.ok ? table.value.header.cells : table.error.type;
};

describe("a table out of a chosen file", () => {
  it("is read as UTF-8, else as windows-1252", () => {
    expect(cells(new TextEncoder().encode("débiteur;montant €\n"))).toEqual([
      "débiteur",
      "montant €",
    ]);
    expect(cells(latin("débiteur;montant €\n"))).toEqual(["débiteur", "montant €"]);
  });

  it("keeps a replacement character that stands in the file by rights", () => {
    expect(cells(new TextEncoder().encode("d\ufffdbiteur;é\n"))).toEqual(["d\ufffdbiteur", "é"]);
  });

  it.each([
    ["csv-spreadsheet", [0x50, 0x4b, 3, 4]],
    ["csv-pdf", [0x25, 0x50, 0x44, 0x46]],
    ["csv-utf-16", [0xff, 0xfe, 0x41, 0]],
    ["csv-binary", [0x41, 0, 0x42]],
    ["csv-empty", []],
  ] as const)("is refused as %s where it is none", (type, bytes) => {
    expect(cells(Uint8Array.from(bytes))).toBe(type);
  });
});
