// `npm run build [-- --origin https://…]`: every program into dist/, from nothing, and the bundles whose size is kept.
// The origin is the address that Outlook's folder is served from; without it, that of outlook.config.json.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "vite";
import { bundleCore } from "./core-bundle.mjs";
import { buildGmail } from "./gmail-build.mjs";
import { buildOutlook } from "./outlook-build.mjs";
import { writeLoads } from "./outlook-load.mjs";
import { PROGRAM_NAMES, ROOT, buildProgram } from "./programs.mjs";

const { values } = parseArgs({ options: { origin: { type: "string" } } });

const dist = join(ROOT, "dist");
await rm(dist, { recursive: true, force: true });
const apart = ["outlook", "gmail"];
for (const program of PROGRAM_NAMES.filter((name) => !apart.includes(name))) {
  await buildProgram(program, join(dist, program));
  console.log(`built dist/${program}`);
}
const outlook = await buildOutlook(join(dist, "outlook"), { origin: values.origin ?? null });
await writeLoads(outlook.chunks, join(dist, "outlook-load"));
console.log(`built dist/outlook for ${outlook.origin}`);
const gmail = await buildGmail(dist);
console.log(`built ${[...gmail.folders.keys()].map((folder) => `dist/${folder}`).join(", ")}`);

await mkdir(join(dist, "core"), { recursive: true });
await writeFile(join(dist, "core", "relance.js"), await bundleCore());
console.log("built dist/core");

/**
 * A bundle of one entry for a page, its chunks parted: `now` with what the entry loads before it runs, `later` with the
 * rest.
 * @param {string} entry
 * @param {string} outDir
 */
const buildParted = async (entry, outDir) => {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    publicDir: false,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      write: false,
      target: "es2022",
      minify: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: {
        input: join(ROOT, entry),
        preserveEntrySignatures: "strict",
        checks: { pluginTimings: false },
        output: { entryFileNames: "entry.js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !("output" in result)) throw new Error(`${entry} gave no bundle`);
  const chunks = result.output.filter((one) => one.type === "chunk");
  const now = new Set(["entry.js"]);
  for (const name of now) {
    for (const next of chunks.find((one) => one.fileName === name)?.imports ?? []) now.add(next);
  }
  for (const { fileName, code } of chunks) {
    const folder = join(outDir, now.has(fileName) ? "now" : "later");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, fileName), code);
  }
};

await buildParted("scripts/first-load.mjs", join(dist, "first-load"));
console.log("built dist/first-load");
