// `npm run train`: learns the weights by which replies are read, and writes shared/mail/reply-weights.ts.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, buildForNode } from "./programs.mjs";

const outDir = join(ROOT, ".build", "train", String(process.pid));
try {
  await buildForNode("training/main.ts", outDir);
  const { main } = await import(pathToFileURL(join(outDir, "main.mjs")).href);
  main(ROOT);
} finally {
  await rm(outDir, { recursive: true, force: true });
}
