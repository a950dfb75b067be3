// Builds the programs of this repository from their sources, on first use and when a source changed.
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Where built programs live: one folder a program and state of the sources. */
const PROGRAMS = join(ROOT, ".build", "programs");

/** Whatever decides what a build gives. */
const SOURCES = [
  "shared",
  "src",
  "addin-outlook",
  "addon-gmail",
  "appsscript.json",
  "outlook.config.json",
  "package.json",
  "package-lock.json",
  "scripts/programs.mjs",
  "scripts/outlook-build.mjs",
  "scripts/gmail-build.mjs",
  "scripts/gmail-desk.mjs",
];

/** Builds of older sources that are kept: a server started from one still reads its page there. */
const OLD_BUILDS_KEPT = 3;

/**
 * @typedef {"cli" | "workbench" | "outlook" | "gmail"} Program
 */

/** @type {readonly Program[]} */
export const PROGRAM_NAMES = ["cli", "workbench", "outlook", "gmail"];

/**
 * Every file below a path, with its size and time.
 * @param {string} path
 * @returns {Promise<string[]>}
 */
const stamps = async (path) => {
  const full = join(ROOT, path);
  const found = await stat(full);
  if (!found.isDirectory()) return [`${path} ${found.size} ${found.mtimeMs}`];
  const names = await readdir(full);
  const below = await Promise.all(names.map((name) => stamps(`${path}/${name}`)));
  return below.flat();
};

/** A name for the state of the sources: times and sizes, since reading them all takes too long. */
const fingerprint = async () => {
  const all = await Promise.all(SOURCES.map(stamps));
  return createHash("sha256").update(all.flat().sort().join("\n")).digest("hex").slice(0, 16);
};

/**
 * One entry for Node, dependencies bundled in, only `node:` modules left outside.
 * @param {string} entry
 * @param {string} outDir
 */
export const buildForNode = async (entry, outDir) => {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, entry),
      target: "node20",
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: "main.mjs" },
        checks: { pluginTimings: false },
      },
    },
  });
};

/**
 * A page with its scripts and styles, all addresses relative.
 * @param {string} root
 * @param {string} outDir
 */
const buildPage = async (root, outDir) => {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: join(ROOT, root),
    base: "./",
    logLevel: "warn",
    publicDir: false,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      target: "es2022",
      outDir,
      emptyOutDir: false,
      modulePreload: { polyfill: false },
      // What loads first has its own budget (.size-limit.json); a person who starts Relance needs no advice on chunks.
      chunkSizeWarningLimit: 1_000,
      // The workbench's own look through a mailbox needs at once what a pane alone loads later.
      rolldownOptions: { checks: { pluginTimings: false, ineffectiveDynamicImport: false } },
    },
  });
};

/**
 * Builds a program into an empty folder:
 * - `cli`: `main.mjs`;
 * - `workbench`: `main.mjs` (the server), `page/` (what it serves), `sample/` (the sample mailbox);
 * - `outlook`: the folder that an HTTPS address serves, for the origin of `outlook.config.json`;
 * - `gmail`: `gmail/`, `gmail-full/` and `gmail-paste/`, each an Apps Script project.
 * @param {Program} program
 * @param {string} outDir
 */
export const buildProgram = async (program, outDir) => {
  await mkdir(outDir, { recursive: true });
  if (program === "cli") {
    await buildForNode("src/cli/main.ts", outDir);
    return;
  }
  if (program === "outlook") {
    const { buildOutlook } = await import("./outlook-build.mjs");
    await buildOutlook(outDir);
    return;
  }
  if (program === "gmail") {
    const { buildGmail } = await import("./gmail-build.mjs");
    await buildGmail(outDir);
    return;
  }
  await buildForNode("src/workbench/server/main.ts", outDir);
  await buildPage("src/workbench", join(outDir, "page"));
  const sample = join(ROOT, "src/workbench/sample");
  if (existsSync(sample)) await cp(sample, join(outDir, "sample"), { recursive: true });
};

/**
 * @param {Program} program
 * @param {string} current
 */
const removeOld = async (program, current) => {
  const names = (await readdir(PROGRAMS)).filter(
    (name) => name.startsWith(`${program}-`) && name !== current,
  );
  const dated = await Promise.all(
    names.map(async (name) => ({ name, ms: (await stat(join(PROGRAMS, name))).mtimeMs })),
  );
  const old = dated.toSorted((a, b) => b.ms - a.ms).slice(OLD_BUILDS_KEPT);
  await Promise.all(
    old.map(({ name }) => rm(join(PROGRAMS, name), { recursive: true, force: true })),
  );
};

/**
 * The folder of a program built from the sources as they are now. Built aside and moved into place
 * whole, so that two processes that start at once never see half of it.
 * @param {Program} program
 * @returns {Promise<string>}
 */
export const ensureProgram = async (program) => {
  const name = `${program}-${await fingerprint()}`;
  const place = join(PROGRAMS, name);
  if (existsSync(place)) return place;
  const aside = join(ROOT, ".build", `aside-${process.pid}-${randomUUID()}`);
  try {
    await buildProgram(program, aside);
    const now = new Date();
    await utimes(aside, now, now);
    await mkdir(PROGRAMS, { recursive: true });
    try {
      await rename(aside, place);
    } catch (cause) {
      // Another process was first: its build is of the same sources.
      if (!existsSync(place)) throw cause;
    }
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  await removeOld(program, name);
  return place;
};
