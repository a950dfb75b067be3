// `npm run manifest:outlook`: writes manifest.xml and manifest.full.xml at the root, for the origin of
// outlook.config.json. `-- --release` only asks whether a release could be made of it.
import { readFileSync, existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { deploymentTool, outlookConfig, readerOf } from "./outlook-build.mjs";
import { ROOT } from "./programs.mjs";

const { values } = parseArgs({
  options: { origin: { type: "string" }, release: { type: "boolean", default: false } },
});

const { deploymentOf } = await deploymentTool();
const made = deploymentOf(await outlookConfig(), {
  origin: values.origin ?? null,
  isRelease: values.release,
  readFile: readerOf(join(ROOT, "addin-outlook")),
});
if (!made.ok) {
  console.error(made.error.join("\n"));
  process.exitCode = 1;
} else if (values.release) {
  console.log(`A release can be made for ${made.value.origin}.`);
} else {
  for (const name of ["manifest.xml", "manifest.full.xml"]) {
    const text = made.value.files[name] ?? "";
    const place = join(ROOT, name);
    const isSame = existsSync(place) && readFileSync(place, "utf8") === text;
    if (!isSame) await writeFile(place, text);
    console.log(`${name} for ${made.value.origin}${isSame ? ", as it was" : ""}`);
  }
}
