import { describe, expect, it } from "vitest";
import { BYTES_MAX, checkProject, type ProjectCheck } from "#gmail/manifest/project.ts";
import { conflictsIn, pushSet } from "#gmail/manifest/push-set.ts";
import { writtenFiles } from "../../../scripts/gmail-build.mjs";
import { inlinePage } from "../../../scripts/gmail-desk.mjs";
import { scriptOf } from "./start-cost.ts";

describe("what clasp would push", () => {
  it("is scripts, pages and the one manifest, in the order of their names", () => {
    const paths = ["Code.js", "appsscript.json", "part-acts.html", "desk.html", "b/Other.gs"];
    expect(pushSet(paths)).toEqual([
      { path: "appsscript.json", name: "appsscript", type: "JSON" },
      { path: "b/Other.gs", name: "b/Other", type: "SERVER_JS" },
      { path: "Code.js", name: "Code", type: "SERVER_JS" },
      { path: "desk.html", name: "desk", type: "HTML" },
      { path: "part-acts.html", name: "part-acts", type: "HTML" },
    ]);
  });

  it("leaves out what Apps Script does not take, and what never belongs", () => {
    const paths = ["a.ts", "Code.js.map", "package.json", ".js", "README", "node_modules/a/b.js"];
    expect(pushSet([...paths, ".git/hooks/c.js"])).toEqual([]);
  });

  it("has two scripts of one name where clasp would refuse them", () => {
    expect(conflictsIn(pushSet(["Code.js", "Code.gs", "Code.html"]))).toEqual(["Code"]);
  });
});

describe("a folder", () => {
  const files = { "Code.js": "", "appsscript.json": "", "part-acts.html": "", "desk.html": "" };
  const check: ProjectCheck = {
    variant: "public",
    isRelease: false,
    isPasted: false,
    parts: ["part-acts"],
    program: { functions: [], script: "", hasDesk: true },
  };
  const faults = (given: Readonly<Record<string, string>>, more: Partial<ProjectCheck> = {}) =>
    checkProject(given, { ...check, ...more }).filter((one) => !one.startsWith("appsscript.json"));

  it("holds what was built and no file besides", () => {
    expect(faults(files)).toEqual([]);
    expect(faults({ ...files, "Notes.js": "" })).toEqual([
      "push is a file that clasp would push and no project of ours has: Notes.js",
    ]);
    const { "part-acts.html": _, ...rest } = files;
    expect(faults(rest)).toEqual([
      "push is a file of the project that clasp would not push: part-acts.html",
    ]);
  });

  it("is Code.js and the manifest alone where it is to be pasted", () => {
    const { "Code.js": code, "appsscript.json": manifest } = files;
    const pasted = { "Code.js": code, "appsscript.json": manifest };
    expect(faults(pasted, { isPasted: true })).toEqual([]);
    expect(faults(files, { isPasted: true })).toHaveLength(2);
  });

  it("is written as texts where it is to be pasted: a script that is double-clicked would run", () => {
    const { "Code.js": code, "appsscript.json": manifest } = files;
    expect(writtenFiles(true, { "Code.js": "é", "appsscript.json": "{}" })).toEqual({
      "Code.txt": "\uFEFFé",
      "appsscript.txt": "\uFEFF{}",
    });
    const pushed = { "Code.js": code, "appsscript.json": manifest };
    expect(writtenFiles(false, pushed)).toEqual(pushed);
  });

  it.each([
    ["Code.js", BYTES_MAX.code],
    ["desk.html", BYTES_MAX.desk],
    ["part-acts.html", BYTES_MAX.part],
  ])("keeps %s under %i bytes of UTF-8", (name, max) => {
    expect(faults({ ...files, [name]: "x".repeat(max) })).toEqual([]);
    // Two bytes each: half as many signs are already too large.
    const long = "é".repeat(max / 2 + 1);
    expect(faults({ ...files, [name]: long })).toEqual([
      `${name} is too large: ${String(max + 2)} bytes of ${String(max)}`,
    ]);
  });
});

describe("the desk as one page", () => {
  const HTML = `<!doctype html><html><head><title>Bureau</title>
    <script type="module" crossorigin src="./assets/a.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/a.css"></head><body><main></main></body></html>`;

  it("holds its styles and its one script, and names no file beside it", () => {
    const script = 'const end = "</script><!--"; const money = "$& 5 €";';
    const page = inlinePage(HTML, { script, styles: [".a { color: red }"] });
    expect(page).not.toMatch(/\ssrc=|\shref=/);
    expect(page).toContain(".a { color: red }");
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    const packed = /id="packed">([^<]*)</.exec(page)?.[1] ?? "";
    expect(scriptOf(packed)).toBe(script);
  });

  it("lets nothing in a style end the style", () => {
    const page = inlinePage(HTML, { script: "", styles: ["a::after { content: '</style>' }"] });
    expect(page.match(/<\/style/g)).toHaveLength(1);
  });

  it("is refused where it still names a file: Apps Script serves none", () => {
    const html = HTML.replace("<main>", '<main><img src="./logo.png">');
    expect(() => inlinePage(html, { script: "", styles: [] })).toThrow("names a file");
  });
});
