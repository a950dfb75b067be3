// The Gmail add-on as a folder that clasp pushes, as the same for a firm's own deployment, and as one script to paste.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { buildDesk, doesSomething } from "./gmail-desk.mjs";
import { ROOT, buildForNode } from "./programs.mjs";

const ADDON = join(ROOT, "addon-gmail");
const MAIN = join(ADDON, "script", "main.ts");
const PARTS = join(ADDON, "script", "parts");

/** Characters of base64 on one line: an editor shows a line of 300,000 badly, and a search through one hangs it. */
const LINE_CHARS = 120;

/**
 * @typedef {"public" | "full"} Variant
 * @typedef {{ fileName: string, code: string, imports: readonly string[], modules: readonly string[] }} Chunk
 * @typedef {{ name: string, chunk: string, files: readonly string[] }} Part
 * @typedef {{
 *   entry: string,
 *   exports: readonly string[],
 *   code: readonly Chunk[],
 *   files: ReadonlyMap<string, readonly Chunk[]>,
 *   parts: readonly Part[],
 * }} Bundle `code` goes into Code.js; `files` are the packed ones, by name.
 *
 * What `addon-gmail/manifest/project.ts` exports: the tools of the house see no project of the tree.
 * @typedef {{
 *   variant: Variant,
 *   isRelease: boolean,
 *   isPasted: boolean,
 *   parts: readonly string[],
 *   program: { functions: readonly string[], script: string, hasDesk: boolean },
 * }} ProjectCheck
 * @typedef {{
 *   checkProject: (files: Record<string, string>, check: ProjectCheck) => readonly string[],
 * }} ProjectTool
 */

/**
 * The part of the add-on that checks manifests and folders, which is TypeScript: bundled for Node, then loaded.
 * @returns {Promise<ProjectTool>}
 */
const projectTool = async () => {
  await mkdir(join(ROOT, ".build"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, ".build", "gmail-tool-"));
  try {
    await buildForNode("addon-gmail/manifest/project.ts", folder);
    /** @type {ProjectTool} */
    const tool = await import(pathToFileURL(join(folder, "main.mjs")).href);
    return tool;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** @returns {Promise<string[]>} */
const partNames = async () =>
  (await readdir(PARTS))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.replace(/\.ts$/, ""))
    .toSorted();

/**
 * One run of the bundler over the entry and the parts: chunks in CommonJS with ES2019 syntax, as many as there are sets
 * of entries that need the same modules. Files are made of them afterwards.
 * @param {Record<string, string>} input
 * @param {ReadonlySet<string>} together modules of one chunk, whoever needs them
 */
const chunksOf = async (input, together) => {
  const { build } = await import("vite");
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2019",
      minify: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input,
        preserveEntrySignatures: "strict",
        treeshake: { moduleSideEffects: doesSomething },
        checks: { pluginTimings: false },
        output: {
          format: "cjs",
          entryFileNames: "[name].js",
          chunkFileNames: "shared-[name].js",
          codeSplitting: {
            groups: [{ name: "core", test: (id) => together.has(id) }],
          },
          // Licences stay; our own words are in the sources, and every execution parses the whole of Code.js.
          comments: { legal: true, annotation: false, jsdoc: false },
        },
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !("output" in result)) throw new Error("the script gave no bundle");
  return result.output.filter((one) => one.type === "chunk");
};

/**
 * The exports of a chunk as one table of functions that give them: what the bundler writes of each takes six lines, and of
 * all a tenth of Code.js.
 * @param {string} code
 */
const briefExports = (code) =>
  code
    .replace(
      /(?:Object\.defineProperty\(exports, "\w+", \{\s+enumerable: true,\s+get: function\(\) \{\s+return [\w$]+;\s+\}\s+\}\);\s*)+/g,
      (all) => {
        const each = all.matchAll(/exports, "(\w+)"[^}]*return ([\w$]+);/g);
        const lines = Array.from(each, ([, name, local]) => `${name}: () => ${local}`);
        return `share(exports, {\n${lines.join(",\n")}\n});\n`;
      },
    )
    .replace(
      /^(?:"use strict"|Object\.defineProperty\(exports, Symbol\.toStringTag, [^\n]*\));\n/gm,
      "",
    );

/**
 * What a chunk names of others, by a shorter name of the other: the bundler's takes another twentieth.
 * @param {string} code
 */
const briefImports = (code) => {
  let brief = code;
  for (const [, name = ""] of code.matchAll(/^const require_(\w+) = require\(/gm)) {
    if (new RegExp(`(?<![\\w$])\\$${name}\\b`).test(code))
      throw new Error(`$${name} is a name of the program's own`);
    brief = brief.replace(new RegExp(`\\brequire_${name}\\b`, "g"), () => `$${name}`);
  }
  return brief;
};

/**
 * A chunk with all that it requires.
 * @param {ReadonlyMap<string, { imports: readonly string[] }>} chunks
 * @param {string} start
 */
const closureOf = (chunks, start) => {
  const reached = new Set([start]);
  for (const one of reached) for (const next of chunks.get(one)?.imports ?? []) reached.add(next);
  return reached;
};

/**
 * The file that a chunk lies in, by the entries that need it. Whatever Code.js needs is in Code.js. The card beside a
 * mail reads the part `reading` and at most one file more, so what reading shares with `acts` or `cases` is `common`; the parts of
 * the desk, which may take its time, lean on whatever part has it already. What `replies` alone needs is little, and lies
 * with the other use cases of the desk.
 * @param {readonly string[]} needing
 */
const fileOf = (needing) => {
  if (needing.includes("main")) return "Code";
  const isForOthers = needing.includes("acts") || needing.includes("cases");
  if (needing.includes("reading") && isForOthers) return "part-common";
  const [first] = ["reading", "acts", "cases", ...needing].filter((name) => needing.includes(name));
  return `part-${first === "replies" ? "cases" : first}`;
};

/**
 * Bundles the script once, for every variant.
 * @param {{ entry?: string, parts?: Record<string, string> }} [sources] in place of `script/main.ts` and `script/parts`
 * @returns {Promise<Bundle>}
 */
export const bundleScript = async ({ entry = MAIN, parts } = {}) => {
  const named =
    parts ??
    Object.fromEntries((await partNames()).map((name) => [name, join(PARTS, `${name}.ts`)]));
  // All of Code.js runs at every start: in one chunk, its modules name each other without a prefix.
  const alone = await chunksOf({ main: entry }, new Set());
  const needed = new Set(alone.flatMap(({ moduleIds }) => moduleIds));
  needed.delete(entry);
  const output = await chunksOf({ main: entry, ...named }, needed);
  const byName = new Map(output.map((one) => [one.fileName, one]));
  const entries = ["main", ...Object.keys(named)];
  const closures = new Map(entries.map((name) => [name, closureOf(byName, `${name}.js`)]));

  /** @type {Map<string, Chunk[]>} */
  const files = new Map();
  for (const one of output) {
    const needing = entries.filter((name) => closures.get(name)?.has(one.fileName));
    const file = fileOf(needing);
    const chunk = {
      fileName: one.fileName,
      code: briefImports(briefExports(one.code)),
      imports: one.imports,
      modules: one.moduleIds.map((id) => id.replace(ROOT, "")),
    };
    files.set(file, [...(files.get(file) ?? []), chunk]);
  }
  const { Code: code = [], ...packed } = Object.fromEntries(files);
  const placeOf = (/** @type {string} */ fileName) =>
    Object.keys(packed).find((file) => packed[file]?.some((one) => one.fileName === fileName));
  const bundled = Object.keys(named).map((name) => {
    const own = [...(closures.get(name) ?? [])].map(placeOf).filter((file) => file !== undefined);
    return { name, chunk: `./${name}.js`, files: [...new Set(own)].toSorted() };
  });
  return {
    entry,
    exports: byName.get("main.js")?.exports ?? [],
    code,
    files: new Map(Object.entries(packed)),
    parts: bundled,
  };
};

/** @param {readonly Chunk[]} chunks */
const chunkTable = (chunks) =>
  chunks
    .map(
      ({ fileName, code }) =>
        `${JSON.stringify(`./${fileName}`)}: (function (exports, require, share) {\n${code}\n})`,
    )
    .join(",\n");

/**
 * The start of Code.js: a chunk runs when it is first required, and those of a part are there once the part was taken.
 * @param {Bundle} bundle
 * @param {{ id: string, variant: Variant, inline: Record<string, string> | null }} facts
 */
const codeText = ({ code, exports, parts }, { id, variant, inline }) => {
  const table = Object.fromEntries(parts.map(({ name, chunk, files }) => [name, { files, chunk }]));
  return `// Relance, build ${id}, ${variant} manifest. Made of the sources by npm run build:gmail: change those, not this.
var Relance = (function () {
"use strict";
var chunks = {}, done = {};
function require(name) {
  if (done[name] !== undefined) return done[name];
  if (chunks[name] === undefined) throw new Error("not in this build: " + name);
  var exports = (done[name] = {});
  chunks[name](exports, require, share);
  return exports;
}
function share(exports, table) {
  Object.keys(table).forEach(function (name) {
    Object.defineProperty(exports, name, { enumerable: true, get: table[name] });
  });
}
function add(table) {
  Object.keys(table).forEach(function (name) { chunks[name] = table[name]; });
}
var RELANCE_BUILD = {
  id: ${JSON.stringify(id)},
  variant: ${JSON.stringify(variant)},
  parts: ${JSON.stringify(table)},
  inline: ${JSON.stringify(inline)},
  take: function (script) { add(new Function("\\"use strict\\"; return {" + script + "};")()); },
  load: require
};
add({
${chunkTable(code)}
});
return require("./main.js");
})();
${exports.map((name) => `function ${name}() { return Relance.${name}.apply(null, arguments); }`).join("\n")}
`;
};

/**
 * @param {string} name
 * @param {string} id
 * @param {string} text
 */
const packedText = (name, id, text) => {
  const base64 = gzipSync(text, { level: 9 }).toString("base64");
  const lines = base64.match(new RegExp(`.{1,${String(LINE_CHARS)}}`, "g")) ?? [];
  return `relance ${name} ${id}\n${lines.join("\n")}\n`;
};

/**
 * The files of one project, by name.
 * @param {Bundle} bundle
 * @param {{ variant: Variant, isPasted?: boolean, page?: string | null }} options
 * @returns {Record<string, string>}
 */
export const projectFiles = (bundle, { variant, isPasted = false, page = null }) => {
  const scripts = new Map(
    [...bundle.files].map(([name, chunks]) => [name, `\n${chunkTable(chunks)}\n`]),
  );
  const hash = createHash("sha256").update(chunkTable(bundle.code));
  for (const script of scripts.values()) hash.update(script);
  const id = hash.digest("hex").slice(0, 12);
  const packed = Object.fromEntries(
    [...scripts].map(([name, script]) => [name, packedText(name, id, script)]),
  );
  if (isPasted) {
    const inline = page === null ? packed : { ...packed, desk: packedText("desk", id, page) };
    return { "Code.js": codeText(bundle, { id, variant, inline }) };
  }
  return {
    "Code.js": codeText(bundle, { id, variant, inline: null }),
    ...Object.fromEntries(Object.entries(packed).map(([name, text]) => [`${name}.html`, text])),
    ...(page === null ? {} : { "desk.html": page }),
  };
};

/** The folders of dist/, and what each is for. */
export const FOLDERS = /** @type {const} */ ([
  { folder: "gmail", variant: "public", isPasted: false },
  { folder: "gmail-full", variant: "full", isPasted: false },
  { folder: "gmail-paste", variant: "public", isPasted: true },
]);

/**
 * The manifest of a folder. One person's own script is for that person: their page of the desk opens for them alone, and
 * a picture of their own goes in where they have one.
 * @param {{ variant: Variant, isPasted: boolean }} folder
 * @param {{ logo: string | null, hasDesk: boolean }} options
 */
const manifestText = async ({ variant, isPasted }, { logo, hasDesk }) => {
  const place =
    variant === "public" ? join(ROOT, "appsscript.json") : join(ADDON, "appsscript.full.json");
  const manifest = JSON.parse(await readFile(place, "utf8"));
  if (!hasDesk) delete manifest.webapp;
  else if (isPasted) manifest.webapp.access = "MYSELF";
  if (logo !== null) manifest.addOns.common.logoUrl = logo;
  return `${JSON.stringify(manifest, null, 2)}\n`;
};

/**
 * Makes the three folders, each checked whole: any fault stops the build.
 * @param {{ isRelease?: boolean, logo?: string | null }} [options]
 * @returns {Promise<{ bundle: Bundle, folders: Map<string, Record<string, string>> }>}
 */
export const makeGmail = async ({ isRelease = false, logo = null } = {}) => {
  if (!existsSync(MAIN)) throw new Error("addon-gmail/script/main.ts is not there");
  const [bundle, page, { checkProject }] = await Promise.all([
    bundleScript(),
    buildDesk(),
    projectTool(),
  ]);
  const all = [...bundle.code, ...[...bundle.files.values()].flat()];
  const script = all.map(({ code }) => code).join("\n");
  const program = { functions: bundle.exports, script, hasDesk: page !== null };
  /** @type {Map<string, Record<string, string>>} */
  const folders = new Map();
  /** @type {string[]} */
  const faults = [];
  for (const { folder, variant, isPasted } of FOLDERS) {
    const files = {
      ...projectFiles(bundle, { variant, isPasted, page }),
      "appsscript.json": await manifestText(
        { variant, isPasted },
        { logo, hasDesk: page !== null },
      ),
    };
    const parts = [...bundle.files.keys()];
    const check = { variant, isRelease, isPasted, parts, program };
    faults.push(...checkProject(files, check).map((fault) => `${folder}: ${fault}`));
    folders.set(folder, files);
  }
  if (faults.length > 0) throw new Error(`The Gmail add-on is not right:\n${faults.join("\n")}`);
  return { bundle, folders };
};

/**
 * A folder as it is written. What is pasted is text for whoever opens it: a `.js` that is double-clicked runs in Windows, a
 * `.json` asks for a program, and by its first sign any editor knows the text for UTF-8.
 * @param {boolean} isPasted
 * @param {Record<string, string>} files
 * @returns {Record<string, string>}
 */
export const writtenFiles = (isPasted, files) =>
  isPasted
    ? Object.fromEntries(
        Object.entries(files).map(([name, text]) => [
          name.replace(/\.[a-z]+$/, ".txt"),
          `\uFEFF${text}`,
        ]),
      )
    : files;

/**
 * Writes the three folders below `outDir`, each from nothing.
 * @param {string} outDir
 * @param {{ isRelease?: boolean, logo?: string | null }} [options]
 */
export const buildGmail = async (outDir, options) => {
  const made = await makeGmail(options);
  for (const { folder, isPasted } of FOLDERS) {
    const files = writtenFiles(isPasted, made.folders.get(folder) ?? {});
    const place = join(outDir, folder);
    await rm(place, { recursive: true, force: true });
    await mkdir(place, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(place, name), text);
  }
  return made;
};
