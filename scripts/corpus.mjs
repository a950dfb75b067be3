// `npm run corpus`: checks the corpus of replies, and prints its figures. Ends in 1 where anything is wrong with it.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, buildForNode } from "./programs.mjs";

const outDir = join(ROOT, ".build", "corpus", String(process.pid));
try {
  await buildForNode("training/check-main.ts", outDir);
  const { main } = await import(pathToFileURL(join(outDir, "main.mjs")).href);
  if (!main(ROOT)) process.exitCode = 1;
} finally {
  await rm(outDir, { recursive: true, force: true });
}
