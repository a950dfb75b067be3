import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/programs.mjs";

const NOT_OURS = new Set(["node_modules", ".git", ".build", ".gallery", "dist", "coverage"]);

const pagesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : pagesBelow(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });

const pages = pagesBelow(ROOT).map((path) => ({
  path: relative(ROOT, path),
  text: readFileSync(path, "utf8"),
}));

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replace(/ /g, "-");

const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

const linksOf = (text: string): readonly string[] =>
  [...text.replace(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

describe("the pages", () => {
  it("are found", () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap(({ text }) => linksOf(text)).length).toBeGreaterThan(20);
  });

  it("link to files and headings that are there", () => {
    const broken = pages.flatMap(({ path, text }) =>
      linksOf(text).flatMap((target) => {
        const [file = "", anchor] = target.split("#");
        const place = file === "" ? path : join(dirname(path), file);
        if (!existsSync(join(ROOT, place))) return [`${path}: ${target}`];
        if (anchor === undefined) return [];
        const there = anchorsOf(readFileSync(join(ROOT, place), "utf8")).includes(anchor);
        return there ? [] : [`${path}: ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it("come in French beside, where they are for whoever uses Relance", () => {
    for (const name of ["getting-started", "proof", "data"]) {
      expect(existsSync(join(ROOT, `docs/${name}.md`)), name).toBe(true);
      expect(existsSync(join(ROOT, `docs/${name}.fr.md`)), `${name}.fr`).toBe(true);
    }
  });

  it("promise no more than a ledger that its own author keeps can show", () => {
    const tooMuch =
      /certifié|incontestable|valeur probante|inviolable|tamper-proof|legally binding|irréfutable/i;
    expect(pages.filter(({ text }) => tooMuch.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("number decisions one after another, each with a heading of the same number", () => {
    const names = readdirSync(join(ROOT, "docs/decisions")).toSorted();
    for (const [index, name] of names.entries()) {
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, "0")}-[a-z0-9-]+\\.md$`));
      const text = readFileSync(join(ROOT, "docs/decisions", name), "utf8");
      expect(text.startsWith(`# ${String(index + 1)}. `), name).toBe(true);
      expect(text, name).toMatch(/^## Decision|^## In the programs/m);
    }
  });
});
