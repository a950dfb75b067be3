// What Outlook's pane loads until the claim is painted, and until the tag is: copied apart, for the budgets of sizes.
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/**
 * @typedef {import("./outlook-build.mjs").Chunk} Chunk
 */

/** Modules that the pane asks for by `import()` before the claim is painted, and before the tag is. */
const ASKED = {
  claim: [],
  tag: ["src/sidebar/screens/reading-part.tsx", "shared/app/open-mail.ts"],
};

/**
 * Chunks with all that they import, and nothing that they only may ask for.
 * @param {readonly Chunk[]} chunks
 * @param {readonly Chunk[]} starts
 */
const withImports = (chunks, starts) => {
  const reached = new Set(starts);
  for (const one of reached) {
    for (const name of one.imports) {
      const next = chunks.find(({ fileName }) => fileName === name);
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
};

/**
 * @param {readonly Chunk[]} chunks
 * @param {string} outDir
 */
export const writeLoads = async (chunks, outDir) => {
  const pane = chunks.filter(({ fileName }) => fileName.startsWith("code/pane-"));
  /** @param {readonly string[]} modules */
  const holding = (modules) =>
    modules.flatMap((module) => {
      const found = chunks.filter((chunk) => chunk.modules.includes(module));
      if (chunks.length > 0 && found.length === 0) throw new Error(`No chunk holds ${module}`);
      return found;
    });
  const stages = {
    claim: [...pane, ...holding(ASKED.claim)],
    tag: [...pane, ...holding(ASKED.claim), ...holding(ASKED.tag)],
  };
  for (const [stage, starts] of Object.entries(stages)) {
    const folder = join(outDir, stage);
    await mkdir(folder, { recursive: true });
    for (const { fileName, code } of withImports(chunks, starts)) {
      await writeFile(join(folder, basename(fileName)), code);
    }
  }
};
