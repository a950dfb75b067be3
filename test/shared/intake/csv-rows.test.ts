import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CSV_COLUMNS_MAX,
  CSV_FIELD_CHARS_MAX,
  CSV_ROWS_MAX,
  splitCsv,
} from "#shared/intake/csv-rows.ts";
import type { CsvTable } from "#shared/intake/csv-rows.ts";

const tableOf = (text: string): CsvTable => {
  const split = splitCsv(text);
  if (!split.ok) throw new Error(split.error.type);
  return split.value;
};

describe("a text is split into rows", () => {
  it.each([
    [";", "a;b\n1;2"],
    [",", "a,b\n1,2"],
    ["\t", "a\tb\n1\t2"],
  ])("by %j where the header has it most", (delimiter, text) => {
    expect(tableOf(text)).toEqual({
      delimiter,
      header: { line: 1, cells: ["a", "b"] },
      rows: [{ line: 2, cells: ["1", "2"] }],
    });
  });

  it("by what Excel names on its first line", () => {
    expect(tableOf("sep=;\na;b\n1;2,5")).toMatchObject({
      delimiter: ";",
      header: { line: 2 },
      rows: [{ line: 3, cells: ["1", "2,5"] }],
    });
  });

  it("whatever ends its lines, without the blank ones, and with the lines of the file", () => {
    expect(tableOf("a;b\r\n1;2\r\r\n\n;\n3;4\n").rows).toEqual([
      { line: 2, cells: ["1", "2"] },
      { line: 6, cells: ["3", "4"] },
    ]);
  });

  it("with delimiters, quotes and line ends inside quotes", () => {
    const { rows } = tableOf('a;b\n"x;""y""";"two\nlines"\n3;4');
    expect(rows).toEqual([
      { line: 2, cells: ['x;"y"', "two\nlines"] },
      { line: 4, cells: ["3", "4"] },
    ]);
  });

  it("keeping what follows a closing quote", () => {
    expect(tableOf('a;b\n"SA" Dupont;2').rows[0]?.cells).toEqual(["SA Dupont", "2"]);
  });

  it("without the mark that says UTF-8", () => {
    expect(tableOf("\ufeffa;b\n1;2").header.cells).toEqual(["a", "b"]);
  });
});

describe("a text that is no table is refused by name", () => {
  it("an empty one", () => {
    expect(splitCsv(" \n\n")).toEqual({ ok: false, error: { type: "csv-empty" } });
  });

  it("one with a quote that is never closed, with its place", () => {
    expect(splitCsv('a;b\n1;"2\n3;4')).toEqual({
      ok: false,
      error: { type: "csv-quote-open", line: 2, column: 2 },
    });
  });

  it("one with a cell, a row or rows beyond the limits", () => {
    expect(splitCsv(`a\n${"x".repeat(CSV_FIELD_CHARS_MAX + 1)}`)).toMatchObject({
      error: { type: "csv-field-too-long", line: 2, column: 1 },
    });
    expect(splitCsv(`${";".repeat(CSV_COLUMNS_MAX)}\n`)).toMatchObject({
      error: { type: "csv-too-many-columns", line: 1 },
    });
    expect(splitCsv("a\n".repeat(CSV_ROWS_MAX + 2))).toMatchObject({
      error: { type: "csv-too-many-rows", rowsMax: CSV_ROWS_MAX },
    });
  });
});

describe("splitting", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", '"', ";", ",", "\n", "\r", " ", "é"),
    maxLength: 8,
  });

  it("gives back every cell that was quoted, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }), (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = ["h1;h2", ...rows.map((row) => row.map(quoted).join(";"))].join("\r\n");
        const kept = rows.filter((row) => row.some((one) => one.trim() !== ""));
        expect(tableOf(text).rows.map(({ cells }) => cells)).toEqual(kept);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(typeof splitCsv(text).ok).toBe("boolean");
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it("takes time in proportion to the text", () => {
    const quotes = (count: number): string => `a;b\n${'"x""y";2\n'.repeat(count)}`;
    const started = performance.now();
    expect(tableOf(quotes(100_000)).rows).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
