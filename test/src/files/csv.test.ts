import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { CSV_BYTES_MAX, readCsvBytes } from "#src/files/csv.ts";

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const header = (bytes: Uint8Array): readonly string[] => {
  const table = readCsvBytes(bytes);
  return table.ok ? table.value.header.cells : [table.error.type];
};

describe("bytes become a table", () => {
  it("as UTF-8, with its mark or without", () => {
    expect(header(utf8Bytes("débiteur;€\n1;2"))).toEqual(["débiteur", "€"]);
    expect(header(utf8Bytes("\ufeffdébiteur;€\n1;2"))).toEqual(["débiteur", "€"]);
  });

  it("as windows-1252 where they are no UTF-8", () => {
    expect(header(latin("d\u00e9biteur;\u0080;c\u009cur\n1;2;3"))).toEqual([
      "débiteur",
      "€",
      "cœur",
    ]);
  });

  it.each([
    ["csv-utf-16", latin("\u00ff\u00fea\u0000")],
    ["csv-not-text", latin("PK\u0003\u0004")],
    ["csv-not-text", latin("%PDF-1.7")],
    ["csv-not-text", latin("a;b\u0000")],
    ["csv-empty", new Uint8Array()],
    ["csv-too-large", new Uint8Array(CSV_BYTES_MAX + 1)],
  ])("or are refused as %s", (type, bytes) => {
    expect(header(bytes)).toEqual([type]);
  });

  it("without an exception, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(typeof readCsvBytes(bytes).ok).toBe("boolean");
      }),
      { seed: 31, numRuns: 500 },
    );
  });
});
