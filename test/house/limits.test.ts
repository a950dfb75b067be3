import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Visitor } from "vite";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/programs.mjs";
import { sourcesOf } from "./sources.ts";

type Row = { readonly name: string; readonly path: string; readonly value: number };

const UNITS: Readonly<Record<string, number>> = { "": 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** Rows of the tables of docs/limits.md: a name, the file that holds it, its value. */
const rowsOf = (text: string): readonly Row[] =>
  [...text.matchAll(/^\| `([A-Za-z0-9_.]+)` in `([^`]+)` +\| ([\d ]+?) ?([KMG]iB)? +\|/gm)].map(
    ([, name = "", path = "", digits = "", unit = ""]) => ({
      name,
      path,
      value: Number(digits.replace(/ /g, "")) * (UNITS[unit] ?? Number.NaN),
    }),
  );

/** A number, or a product of numbers; null for anything else. */
const valueOf = (text: string): number | null => {
  const factors = text.split("*").map((factor) => factor.trim().replace(/_/g, ""));
  return factors.every((factor) => /^\d+$/.test(factor))
    ? factors.reduce((product, factor) => product * Number(factor), 1)
    : null;
};

/** Every constant in capitals of our own sources, and every member of one that is an object. */
const constants = new Map<string, string>();
for (const source of sourcesOf("shared", "src", "addon-gmail")) {
  new Visitor({
    VariableDeclarator(node) {
      if (node.id.type !== "Identifier" || !/^[A-Z][A-Z0-9_]*$/.test(node.id.name)) return;
      const name = node.id.name;
      let init = node.init;
      if (init?.type === "TSAsExpression") init = init.expression;
      if (init == null) return;
      const key = `${source.path} ${name}`;
      constants.set(key, source.text.slice(init.start, init.end));
      if (init.type !== "ObjectExpression") return;
      for (const member of init.properties) {
        if (member.type !== "Property" || member.key.type !== "Identifier") continue;
        const { start, end } = member.value;
        constants.set(`${key}.${member.key.name}`, source.text.slice(start, end));
      }
    },
  }).visit(source.program);
}

describe("docs/limits.md", () => {
  const text = readFileSync(join(ROOT, "docs/limits.md"), "utf8");
  const rows = rowsOf(text);

  it("is read whole, row by row", () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(rows).toHaveLength(text.split("\n").filter((line) => line.startsWith("| `")).length);
  });

  it.each(rows.map((row) => [row.name, row.path, row.value] as const))(
    "names %s of %s with the value that it has",
    (name, path, value) => {
      const found = constants.get(`${path} ${name}`);
      expect(found, `${path} has no ${name}`).toBeDefined();
      expect(valueOf(found ?? "")).toBe(value);
    },
  );

  it("names every limit of the readers of files", () => {
    const named = new Set(rows.map(({ name }) => name.replace(/\..*/, "")));
    const ours = [...constants.keys()].filter((key) => /^src\/files\/\S+ [A-Z_]+_MAX$/.test(key));
    const missing = ours.map((key) => key.split(" ")[1] ?? "").filter((name) => !named.has(name));
    // What is a fact of the format itself, or the same limit said of another piece.
    const known = ["COMMENT_MAX", "NAME_BYTES_MAX", "REPORT_BYTES_MAX", "ZIP_BYTES_MAX"];
    expect(missing.toSorted()).toEqual(known);
  });

  it("names every limit of what reads mails", () => {
    const named = new Set(rows.map(({ name, path }) => `${path} ${name}`));
    const ours = [...constants.keys()].filter((key) => /^shared\/mail\/\S+ [A-Z_]+_MAX$/.test(key));
    const missing = ours.filter((key) => !named.has(key)).map((key) => key.split(" ")[1] ?? "");
    // What words mean, or how much of a reading is shown: no input grows by it.
    const known =
      "ALSO_MAX BELOW_NAME_MAX BLOCK_LINES_MAX DAYS_MAX EXPRESSION_WORDS_MAX GROUNDS_MAX PART_CHARS_MAX " +
      "QUOTE_CHARS_MAX RUNS_MAX RUNS_MAX SENTENCES_SHOWN_MAX SEPARATORS_MAX SIGNED_TWICE_MAX TAIL_DIGITS_MAX";
    expect(missing.toSorted()).toEqual(known.split(" "));
  });

  it("names every limit of Gmail's mailbox and of its cards", () => {
    const named = new Set(rows.map(({ name, path }) => `${path} ${name}`));
    const part = /^addon-gmail\/script\/(?:mail|cards|actions|google)\/\S+ [A-Z_]+_MAX$/;
    const missing = [...constants.keys()].filter((key) => part.test(key) && !named.has(key));
    // How much of a view is shown, and what is worked out of another limit.
    const known =
      "ACTIONS_MAX ACTIONS_MAX CACHE_SECONDS_MAX DISCREPANCIES_MAX DRAFTS_MAX ERRORS_MAX INVOICES_MAX ITEMS_MAX " +
      "LISTS_MAX NUMBERS_MAX QUERY_CHARS_MAX ROWS_MAX TOLD_MAX UNREACHED_MAX WHYS_MAX WORDS_CHARS_MAX WORDS_CHARS_MAX";
    expect(missing.map((key) => key.split(" ")[1] ?? "").toSorted()).toEqual(known.split(" "));
  });
});
