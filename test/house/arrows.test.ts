import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/programs.mjs";

/** What a composition root in a page may bring together. */
const PAGE = [
  "shared",
  "src/files",
  "src/driver",
  "src/store",
  "src/sidebar",
  "src/desk",
  "src/custody",
];

/** Which tree may import which, besides itself. Everything else is refused by TypeScript. */
const TREES: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  "src/files": ["shared"],
  "src/driver": ["shared"],
  "src/store": ["shared", "src/files"],
  "src/store/disk": ["shared", "src/files", "src/store"],
  "src/sidebar": ["shared"],
  "src/desk": ["shared", "src/sidebar"],
  "src/custody": ["shared", "src/files", "src/store", "src/sidebar"],
  "src/workbench/server": ["shared", "src/files", "src/driver", "src/store"],
  "src/workbench": [...PAGE, "src/workbench/server"],
  "src/cli": [...PAGE, "src/store/disk", "src/workbench", "src/workbench/server"],
  "addin-outlook": PAGE,
  "addon-gmail/desk": PAGE,
  "addon-gmail/script": ["shared"],
  "addon-gmail/manifest": ["shared"],
};

/** Which folder of the core may import which, besides itself and the kernel: by the linter. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  locales: [],
  ledger: [],
  law: [],
  claims: [],
  mail: [],
  recovery: ["claims", "law"],
  intake: ["claims"],
  drafting: ["recovery", "law", "claims", "locales"],
  proof: ["ledger", "drafting", "recovery", "law", "claims", "locales"],
  app: "locales ledger law claims mail recovery intake drafting proof".split(" "),
};

/** Packages that the core may name. Its hashes come from the kernel, behind the floor file. */
const CORE_PACKAGES = ["zod/mini"];
const FOREIGN_PACKAGES = [
  "zod",
  "zod/v4",
  "preact",
  "idb",
  "postal-mime",
  "fflate",
  "node:fs",
  "vitest",
];

type Plant = { readonly file: string; readonly text: string };

const imports = (specifier: string): string =>
  `import * as it from "${specifier}";\nexport const keys = Object.keys(it);\n`;

const specifierOf = (from: string, to: string): string => {
  if (to.startsWith("shared/")) return `#${to}`;
  if (to.startsWith("src/")) return `#${to}`;
  const path = relative(dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
};

/** A file of each tree that others import: of the page's server it is the one that may be. */
const homeOf = (tree: string): string =>
  tree === "shared"
    ? "shared/kernel/home.ts"
    : `${tree}/${tree.endsWith("server") ? "wire" : "home"}.ts`;

const slug = (text: string): string => text.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

const arrowPlants = (): { allowed: Plant[]; refused: Plant[] } => {
  const allowed: Plant[] = [];
  const refused: Plant[] = [];
  for (const [tree, may] of Object.entries(TREES)) {
    const folder = tree === "shared" ? "shared/kernel" : tree;
    for (const other of [...Object.keys(TREES), "test", "bench"]) {
      if (other === tree) continue;
      const isAllowed = may.includes(other);
      const file = `${folder}/${isAllowed ? "allowed" : "refused"}-${slug(other)}.ts`;
      const plant = { file, text: imports(specifierOf(file, homeOf(other))) };
      (isAllowed ? allowed : refused).push(plant);
    }
  }
  return { allowed, refused };
};

const innerPlants = (): { allowed: Plant[]; refused: Plant[] } => {
  const allowed: Plant[] = [];
  const refused: Plant[] = [];
  const plant = (list: Plant[], file: string, specifier: string): void => {
    list.push({ file, text: imports(specifier) });
  };
  for (const [folder, may] of Object.entries(FOLDERS)) {
    const at = `shared/${folder}`;
    for (const other of Object.keys(FOLDERS)) {
      if (other === folder) continue;
      const isAllowed = other === "kernel" || may.includes(other);
      const name = `${at}/inner-${isAllowed ? "allowed" : "refused"}-${other}.ts`;
      plant(isAllowed ? allowed : refused, name, `#shared/${other}/home.ts`);
      // Written as a path, the same arrow would slip past a list of aliases.
      if (!isAllowed) plant(refused, `${at}/inner-path-${other}.ts`, `../${other}/home.ts`);
    }
    for (const name of CORE_PACKAGES)
      plant(allowed, `${at}/package-allowed-${slug(name)}.ts`, name);
    for (const name of FOREIGN_PACKAGES)
      plant(refused, `${at}/package-refused-${slug(name)}.ts`, name);
    plant(
      folder === "kernel" ? allowed : refused,
      `${at}/package-hashes.ts`,
      "@noble/hashes/sha2.js",
    );
    plant(allowed, `${at}/neighbour.ts`, "./home.ts");
  }
  for (const tree of Object.keys(TREES).filter((name) => name !== "shared")) {
    plant(refused, `${tree}/package-refused-zod.ts`, "zod");
    plant(refused, `${tree}/refused-test.ts`, specifierOf(`${tree}/x.ts`, "test/home.ts"));
    plant(allowed, `${tree}/package-allowed-zod-mini.ts`, "zod/mini");
  }
  plant(refused, "src/workbench/server-refused.ts", "#src/workbench/server/main.ts");
  plant(refused, "src/workbench/server-path-refused.ts", "./server/main.ts");
  plant(allowed, "src/workbench/server-allowed.ts", "#src/workbench/server/wire.ts");
  // A part of the script that is imported lies in Code.js, which every opened mail would pay for.
  plant(refused, "addon-gmail/script/part-refused.ts", "./parts/reading.ts");
  plant(refused, "addon-gmail/script/cards/part-refused.ts", "#gmail/script/parts/reading.ts");
  plant(allowed, "addon-gmail/script/cards/part-allowed.ts", "#gmail/script/parts.ts");
  return { allowed, refused };
};

/** Names that only the hand on Apps Script may say, and what a script with no clock and no chance may not. */
const GOOGLE = "UrlFetchApp Utilities PropertiesService CardService HtmlService ScriptApp".split(
  " ",
);
const NEVER = ["setTimeout", "fetch", "console", "TextEncoder"];

const globalPlants = (): { allowed: Plant[]; refused: Plant[] } => {
  const says = (file: string, name: string): Plant => ({
    file: `addon-gmail/script/${file}-${slug(name.toLowerCase())}.ts`,
    text: `export const it = ${name};\n`,
  });
  return {
    allowed: GOOGLE.map((name) => says("google/says", name)),
    refused: ["cards/says", "mail/says", "ledger/says", "says"].flatMap((file) =>
      [...GOOGLE, ...NEVER].map((name) => says(file, name)),
    ),
  };
};

const globals = globalPlants();
const arrows = arrowPlants();
const inner = innerPlants();

/** A tree of its own with this one's settings, so that the working tree is never touched. */
const home = mkdtempSync(join(tmpdir(), "relance-arrows-"));

const plantAll = (): void => {
  for (const name of ["package.json", "tsconfig.json", "tsconfig.base.json", ".oxlintrc.json"]) {
    cpSync(join(ROOT, name), join(home, name));
  }
  symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"));
  for (const tree of [...Object.keys(TREES), "test", "scripts", "bench", "training"]) {
    mkdirSync(join(home, tree), { recursive: true });
    cpSync(join(ROOT, tree, "tsconfig.json"), join(home, tree, "tsconfig.json"));
  }
  cpSync(join(ROOT, "shared/floor.d.ts"), join(home, "shared/floor.d.ts"));
  const homes = [
    ...[...Object.keys(TREES), "test", "bench"].map(homeOf),
    ...Object.keys(FOLDERS).map((folder) => `shared/${folder}/home.ts`),
    "src/workbench/server/main.ts",
    "addon-gmail/script/parts.ts",
    "addon-gmail/script/parts/reading.ts",
    "training/home.ts",
  ].map((file) => ({ file, text: "export const here = 1;\n" }));
  const tool = { file: "scripts/tool.mjs", text: "export const here = 1;\n" };
  const planted = [arrows, inner, globals].flatMap(({ allowed, refused }) => [allowed, refused]);
  const all = [homes, [tool], ...planted].flat();
  for (const { file, text } of all) {
    mkdirSync(join(home, dirname(file)), { recursive: true });
    writeFileSync(join(home, file), text);
  }
};

/** The files that a tool names in complaints, from the root of the planted tree. */
const run = (script: string, ...args: string[]): string => {
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules", script), ...args],
    { cwd: home, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (error !== undefined) throw error;
  return stdout + stderr;
};

const foldersBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

describe("the arrows of the trees", () => {
  let typed = new Set<string>();
  let linted = new Set<string>();
  let unsayable = new Set<string>();

  beforeAll(() => {
    plantAll();
    const types = run("typescript/bin/tsc", "-b", "--pretty", "false");
    typed = new Set(
      [...types.matchAll(/^([^\s(]+)\(\d+,\d+\): error TS(?:6307|6059|2307)/gm)].map(
        ([, file]) => file!,
      ),
    );
    const lint = run("oxlint/bin/oxlint", "-A", "all", "-f", "unix");
    linted = new Set(
      [...lint.matchAll(/^([^\s:]+):\d+:\d+:.*no-restricted-imports/gm)].map(([, file]) => file!),
    );
    unsayable = new Set(
      [...lint.matchAll(/^([^\s:]+):\d+:\d+:.*no-restricted-globals/gm)].map(([, file]) => file!),
    );
  });

  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it("are listed for every tree and every folder of the core", () => {
    const src = foldersBelow("src").map((name) => `src/${name}`);
    expect(Object.keys(TREES)).toEqual(expect.arrayContaining(src));
    expect(Object.keys(FOLDERS)).toEqual(expect.arrayContaining(foldersBelow("shared")));
    expect(arrows.refused.length).toBeGreaterThan(90);
    expect(inner.refused.length).toBeGreaterThan(200);
  });

  it("are projects, every one named by the root", () => {
    for (const tree of [...Object.keys(TREES), "test", "scripts", "bench", "training"]) {
      expect(existsSync(join(ROOT, tree, "tsconfig.json")), tree).toBe(true);
    }
  });

  it("refuse in TypeScript each import of a tree that is not below", () => {
    expect(arrows.refused.map(({ file }) => file).filter((file) => !typed.has(file))).toEqual([]);
  });

  it("let through in TypeScript each import of a tree that is below", () => {
    expect(arrows.allowed.map(({ file }) => file).filter((file) => typed.has(file))).toEqual([]);
  });

  it("refuse in the linter each import that the core's folders may not have", () => {
    expect(inner.refused.map(({ file }) => file).filter((file) => !linted.has(file))).toEqual([]);
  });

  it("refuse in the linter each global of Google's outside the one folder that names them", () => {
    expect(globals.refused.map(({ file }) => file).filter((file) => !unsayable.has(file))).toEqual(
      [],
    );
    expect(globals.allowed.map(({ file }) => file).filter((file) => unsayable.has(file))).toEqual(
      [],
    );
  });

  it("let through in the linter each import that they may have", () => {
    const all = [...inner.allowed, ...arrows.allowed];
    expect(all.map(({ file }) => file).filter((file) => linted.has(file))).toEqual([]);
  });
});
