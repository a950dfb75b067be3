// `npm run release:outlook [-- --origin https://…]`: builds Outlook's folder anew, refuses every placeholder, and packs
// it as one ZIP in dist/.
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { buildOutlook, hasPages } from "./outlook-build.mjs";
import { ROOT } from "./programs.mjs";

/** The same bytes for the same build, whenever it is made. */
const SAME_DAY = "1980-01-01T00:00:00";

const { values } = parseArgs({ options: { origin: { type: "string" } } });
const dist = join(ROOT, "dist");
const folder = join(dist, "outlook-release");

const release = async () => {
  if (!hasPages()) throw new Error("The add-in has no pages yet: nothing to release.");
  await rm(folder, { recursive: true, force: true });
  const { origin, version } = await buildOutlook(folder, {
    origin: values.origin ?? null,
    isRelease: true,
  });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const name of names) {
    files[name.replaceAll("\\", "/")] = new Uint8Array(await readFile(join(folder, name)));
  }
  const place = join(dist, `relance-outlook-${version}.zip`);
  await writeFile(place, zipSync(files, { level: 9, mtime: SAME_DAY }));
  console.log(`${place}: ${names.length} files, for ${origin}`);
};

await mkdir(dist, { recursive: true });
try {
  await release();
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
}
