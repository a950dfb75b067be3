// `npm run build`: every program into dist/, from nothing, and the two bundles whose size is kept.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { bundleCore } from "./core-bundle.mjs";
import { PROGRAM_NAMES, ROOT, buildProgram } from "./programs.mjs";

const dist = join(ROOT, "dist");
await rm(dist, { recursive: true, force: true });
for (const program of PROGRAM_NAMES) {
  await buildProgram(program, join(dist, program));
  console.log(`built dist/${program}`);
}

await mkdir(join(dist, "core"), { recursive: true });
await writeFile(join(dist, "core", "relance.js"), await bundleCore());
console.log("built dist/core");

await build({
  configFile: false,
  root: ROOT,
  logLevel: "warn",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: join(dist, "sidebar"),
    minify: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: join(ROOT, "scripts/whole-sidebar.mjs"),
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "sidebar.js" },
    },
  },
});
console.log("built dist/sidebar");
