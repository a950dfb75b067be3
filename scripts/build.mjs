// `npm run build`: every program into dist/, from nothing.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { PROGRAM_NAMES, ROOT, buildProgram } from "./programs.mjs";

const dist = join(ROOT, "dist");
await rm(dist, { recursive: true, force: true });
for (const program of PROGRAM_NAMES) {
  await buildProgram(program, join(dist, program));
  console.log(`built dist/${program}`);
}
