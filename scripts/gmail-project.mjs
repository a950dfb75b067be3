// `npm run build:gmail`: writes dist/gmail, dist/gmail-full and dist/gmail-paste, checked.
// `npm run deploy:gmail`: the same, then clasp pushes the first; `-- --full` pushes the second, `-- --script ID`
// names the project, once, `-- --dry` only says what would be pushed. `-- --logo https://…` is the picture in the side panel, and
// `-- --release` refuses whatever still stands there for the time being.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FOLDERS, buildGmail } from "./gmail-build.mjs";
import { ROOT } from "./programs.mjs";

/** Pinned, and not among our dependencies: it brings 277 MB with it, and only who deploys needs it. */
const CLASP = "@google/clasp@3.4.1";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: "boolean", default: false },
    script: { type: "string" },
    dry: { type: "boolean", default: false },
    release: { type: "boolean", default: false },
    logo: { type: "string" },
  },
});

/**
 * Where the project of a variant is kept apart from the built folder, which every build begins anew.
 * @param {boolean} isFull
 */
const projectFile = (isFull) => join(ROOT, isFull ? ".clasp.full.json" : ".clasp.json");

/** @param {readonly string[]} args */
const clasp = (args) => {
  const { status } = spawnSync("npx", ["--yes", CLASP, ...args], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) throw new Error(`clasp ${args[0] ?? ""} did not succeed`);
};

/** @param {string} folder */
const deploy = async (folder) => {
  const place = join(ROOT, "dist", folder);
  const names = (await readdir(place)).toSorted();
  console.log(`to be pushed:\n${names.map((name) => `  ${folder}/${name}`).join("\n")}`);
  if (values.dry) return;
  const project = projectFile(values.full);
  if (values.script !== undefined) {
    const named = { scriptId: values.script, rootDir: `dist/${folder}` };
    await writeFile(project, `${JSON.stringify(named, null, 2)}\n`);
  }
  if (!existsSync(project)) {
    throw new Error(
      `Which project? The first time: npm run deploy:gmail -- ${values.full ? "--full " : ""}--script ID (Project settings, Script ID)`,
    );
  }
  // It would leave out files by patterns of its own, and what was checked is not what would be pushed.
  if (existsSync(join(ROOT, ".claspignore"))) throw new Error(".claspignore: remove it");
  // The manifest replaces the one that is there: without --force clasp asks in the middle of a deployment.
  clasp(["-P", project, "push", "--force"]);
};

try {
  const { bundle, folders } = await buildGmail(join(ROOT, "dist"), {
    isRelease: values.release,
    logo: values.logo ?? null,
  });
  for (const { folder } of FOLDERS) {
    const sizes = Object.entries(folders.get(folder) ?? {}).map(
      ([name, text]) => `${name} ${Math.round(Buffer.byteLength(text) / 1000)} kB`,
    );
    console.log(`built dist/${folder}: ${sizes.join(", ")}`);
  }
  console.log(`functions: ${bundle.exports.join(", ")}`);
  if (positionals[0] === "deploy") await deploy(values.full ? "gmail-full" : "gmail");
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
}
