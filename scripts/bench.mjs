// `npm run bench [name…]`: builds every bench/*.bench.ts for Node and runs them one after another.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, buildForNode } from "./programs.mjs";

const asked = process.argv.slice(2);
const files = (await readdir(join(ROOT, "bench")))
  .filter((name) => name.endsWith(".bench.ts"))
  .filter((name) => asked.length === 0 || asked.some((word) => name.includes(word)))
  .sort();
if (files.length === 0) throw new Error("No bench of that name in bench/");

for (const file of files) {
  const outDir = join(ROOT, ".build", "bench", `${file}-${process.pid}`);
  try {
    await buildForNode(join("bench", file), outDir);
    console.log(`\n# ${file.replace(/\.bench\.ts$/, "")}`);
    const { bench } = await import(pathToFileURL(join(outDir, "main.mjs")).href);
    await bench();
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
