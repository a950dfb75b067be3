// The Gmail add-on as a folder that clasp pushes, as the same for a firm's own deployment, and as one script to paste.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "./programs.mjs";

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
 */

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
 */
const chunksOf = async (input) => {
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
        checks: { pluginTimings: false },
        output: {
          format: "cjs",
          entryFileNames: "[name].js",
          chunkFileNames: "shared-[name].js",
        },
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !("output" in result)) throw new Error("the script gave no bundle");
  return result.output.filter((one) => one.type === "chunk");
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
 * mail reads the part `reading` and at most one file more, so what reading shares with `acts` is `common`, and the desk,
 * which may take its time, leans on whatever part has it already.
 * @param {readonly string[]} needing
 */
const fileOf = (needing) => {
  if (needing.includes("main")) return "Code";
  if (needing.includes("reading") && needing.includes("acts")) return "part-common";
  const [first] = ["reading", "acts", ...needing].filter((name) => needing.includes(name));
  return `part-${first}`;
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
  const output = await chunksOf({ main: entry, ...named });
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
      code: one.code,
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
        `${JSON.stringify(`./${fileName}`)}: function (exports, require) {\n${code}\n}`,
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
  chunks[name](exports, require);
  return exports;
}
function add(table) {
  Object.keys(table).forEach(function (name) { chunks[name] = table[name]; });
}
var RELANCE_BUILD = {
  id: ${JSON.stringify(id)},
  variant: ${JSON.stringify(variant)},
  parts: ${JSON.stringify(table)},
  inline: ${JSON.stringify(inline)},
  take: function (script) { add(new Function("return {" + script + "};")()); },
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

/** @param {Variant} variant */
const manifestText = (variant) =>
  readFile(
    variant === "public" ? join(ROOT, "appsscript.json") : join(ADDON, "appsscript.full.json"),
    "utf8",
  );

/** Whether the entry is there to be built. */
export const hasScript = () => existsSync(MAIN);

/**
 * Writes the three folders below `outDir`, each from nothing.
 * @param {string} outDir
 * @returns {Promise<Bundle>}
 */
export const buildGmail = async (outDir) => {
  const bundle = await bundleScript();
  for (const { folder, variant, isPasted } of FOLDERS) {
    const place = join(outDir, folder);
    const files = {
      ...projectFiles(bundle, { variant, isPasted }),
      "appsscript.json": await manifestText(variant),
    };
    await rm(place, { recursive: true, force: true });
    await mkdir(place, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(place, name), text);
  }
  return bundle;
};
