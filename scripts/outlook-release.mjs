// `npm run release:outlook [-- --origin https://…] [--config FILE] [--out FOLDER]`: builds Outlook's folder anew, refuses
// every placeholder, and packs it as one ZIP in dist/.
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { buildOutlook, hasPages } from "./outlook-build.mjs";
import { ROOT } from "./programs.mjs";

/** The same bytes for the same build, whenever it is made. */
const SAME_DAY = "1980-01-01T00:00:00";

const { values } = parseArgs({
  options: {
    origin: { type: "string" },
    config: { type: "string" },
    out: { type: "string", default: join(ROOT, "dist") },
  },
});

/**
 * The files of a folder, by their path in it.
 * @param {string} folder
 */
const filesOf = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const path of paths) {
    files[path.slice(folder.length + 1).replaceAll("\\", "/")] = new Uint8Array(
      await readFile(path),
    );
  }
  return files;
};

/** @param {string} folder */
const release = async (folder) => {
  if (!hasPages()) throw new Error("The add-in has no pages yet: nothing to release.");
  const { origin, version } = await buildOutlook(folder, {
    origin: values.origin ?? null,
    isRelease: true,
    config: values.config,
  });
  const files = await filesOf(folder);
  await mkdir(values.out, { recursive: true });
  const place = join(values.out, `relance-outlook-${version}.zip`);
  await writeFile(place, zipSync(files, { level: 9, mtime: SAME_DAY }));
  console.log(`${place}: ${Object.keys(files).length} files, for ${origin}`);
};

await mkdir(join(ROOT, ".build"), { recursive: true });
const folder = await mkdtemp(join(ROOT, ".build", "outlook-release-"));
try {
  await release(folder);
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
