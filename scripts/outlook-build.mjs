// The Outlook add-in as a folder for any HTTPS address: pages, icons, manifests, run-time configuration.
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, buildForNode } from "./programs.mjs";

/**
 * What `addin-outlook/manifest/deployment.ts` exports: the tools of the house see no project of the tree.
 * @typedef {{ files: Record<string, string>, origin: string, version: string }} Deployment
 * @typedef {{ origin: string | null, isRelease: boolean, readFile: (path: string) => Uint8Array | null }} DeploymentOptions
 * @typedef {{
 *   deploymentOf: (text: string, options: DeploymentOptions) =>
 *     { ok: true, value: Deployment } | { ok: false, error: string[] },
 *   servedHeaders: (path: string) => Record<string, string>,
 * }} DeploymentTool
 * @typedef {{ fileName: string, code: string, imports: string[], dynamicImports: string[], modules: string[] }} Chunk
 */

const ADDIN = join(ROOT, "addin-outlook");
const PAGES = ["pane", "desk"];

/**
 * The part of the add-in that makes and checks manifests, which is TypeScript: bundled for Node, then loaded.
 * @returns {Promise<DeploymentTool>}
 */
export const deploymentTool = async () => {
  await mkdir(join(ROOT, ".build"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, ".build", "outlook-tool-"));
  try {
    await buildForNode("addin-outlook/manifest/deployment.ts", folder);
    /** @type {DeploymentTool} */
    const tool = await import(pathToFileURL(join(folder, "main.mjs")).href);
    return tool;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * @param {string} [path]
 * @returns {Promise<string>}
 */
export const outlookConfig = (path = join(ROOT, "outlook.config.json")) => readFile(path, "utf8");

/**
 * The bytes behind a path of a folder.
 * @param {string} folder
 * @returns {(path: string) => Uint8Array | null}
 */
export const readerOf = (folder) => (path) => {
  const full = join(folder, path);
  return existsSync(full) ? readFileSync(full) : null;
};

const pagesThere = () => PAGES.filter((page) => existsSync(join(ADDIN, page, "index.html")));

/** Whether every page is there to be built. */
export const hasPages = () => pagesThere().length === PAGES.length;

/**
 * One run of Vite over the pages that are there.
 * @param {import("vite").BuildOptions} options
 * @param {Set<string>} together modules that make one chunk
 */
const bundlePages = async (options, together) => {
  const { build } = await import("vite");
  const built = await build({
    configFile: false,
    root: ADDIN,
    base: "./",
    logLevel: "warn",
    publicDir: false,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      target: "es2022",
      emptyOutDir: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1_000,
      ...options,
      rolldownOptions: {
        input: Object.fromEntries(
          pagesThere().map((page) => [page, join(ADDIN, page, "index.html")]),
        ),
        checks: { pluginTimings: false },
        output: {
          entryFileNames: "code/[name]-[hash].js",
          chunkFileNames: "code/[name]-[hash].js",
          assetFileNames: "code/[name]-[hash][extname]",
          codeSplitting: { groups: [{ name: "first", test: (id) => together.has(id) }] },
        },
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !("output" in result)) throw new Error("the pages gave no bundle");
  return result.output.filter((one) => one.type === "chunk");
};

/**
 * The pages, with their chunks in `code/`. Addresses are relative, so that the folder runs on any origin.
 *
 * What the pane loads first is found by a first run and bundled as one file by a second: left to itself the bundler
 * makes fifty of it, since others need parts of it too, and fifty are asked for one by one and compress worse.
 * @param {string} outDir
 * @returns {Promise<Chunk[]>}
 */
const buildPages = async (outDir) => {
  const apart = await bundlePages({ write: false, minify: false }, new Set());
  const first = new Set(apart.filter(({ fileName }) => fileName.startsWith("code/pane-")));
  for (const chunk of first) {
    for (const one of apart) if (chunk.imports.includes(one.fileName)) first.add(one);
  }
  // Not the entry itself: what the desk's page shares with the pane must not start the pane there.
  const modules = [...first]
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => !/[/](?:main\.tsx|index\.html)|\.css/.test(id));
  const chunks = await bundlePages({ outDir }, new Set(modules));
  return chunks.map(({ fileName, code, imports, dynamicImports, moduleIds }) => ({
    fileName,
    code,
    imports,
    dynamicImports,
    modules: moduleIds.map((id) => id.replace(ROOT, "")),
  }));
};

/**
 * Writes the whole folder. The manifests are checked against the very files beside them; a fault stops the build.
 * @param {string} outDir
 * @param {{ origin?: string | null, isRelease?: boolean, config?: string | undefined }} [options]
 * @returns {Promise<{ origin: string, version: string, chunks: Chunk[] }>}
 */
export const buildOutlook = async (outDir, { origin = null, isRelease = false, config } = {}) => {
  await mkdir(join(outDir, "assets"), { recursive: true });
  const names = await readdir(join(ADDIN, "assets"));
  for (const name of names.filter((one) => one.endsWith(".png"))) {
    await cp(join(ADDIN, "assets", name), join(outDir, "assets", name));
  }
  const chunks = pagesThere().length > 0 ? await buildPages(outDir) : [];
  const { deploymentOf } = await deploymentTool();
  const made = deploymentOf(await outlookConfig(config), {
    origin,
    isRelease,
    readFile: readerOf(outDir),
  });
  if (!made.ok) throw new Error(`The Outlook add-in is not right:\n${made.error.join("\n")}`);
  for (const [name, text] of Object.entries(made.value.files)) {
    await writeFile(join(outDir, name), text);
  }
  return { origin: made.value.origin, version: made.value.version, chunks };
};
