// `npm run build:gmail`: writes dist/gmail, dist/gmail-full and dist/gmail-paste, checked.
// `npm run deploy:gmail`: the same, then clasp pushes the first; HELP says what else it takes.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FOLDERS, buildGmail, writtenFiles } from "./gmail-build.mjs";
import { CLASP, deployGmail } from "./gmail-deploy.mjs";
import { ROOT } from "./programs.mjs";

const HELP = `npm run deploy:gmail -- [options]
  --script ID      the Apps Script project, the first time; it is kept in .clasp.json
  --full           the full manifest, in a project of its own (.clasp.full.json)
  --dry            says what would be pushed, and pushes nothing
  --logo ADDRESS   the picture in the side panel: https, PNG, JPEG or GIF (npm run build:gmail takes it too)
  --release        refuses what still stands there for the time being (npm run build:gmail takes it too)
  --replace        pushes into a project that has other files, which go`;

const readArgs = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        full: { type: "boolean", default: false },
        script: { type: "string" },
        dry: { type: "boolean", default: false },
        release: { type: "boolean", default: false },
        replace: { type: "boolean", default: false },
        logo: { type: "string" },
      },
    });
  } catch (cause) {
    // Its first sentence says which; the others are for whoever writes programs.
    const [why = ""] = (cause instanceof Error ? cause.message : "").split(". ");
    throw new Error(`${why}\n${HELP}`, { cause });
  }
};

/** @param {readonly string[]} args */
const clasp = (args) =>
  spawnSync("npx", ["--yes", CLASP, ...args], { cwd: ROOT, stdio: "inherit" }).status === 0;

try {
  const { values, positionals } = readArgs();
  const { bundle, folders } = await buildGmail(join(ROOT, "dist"), {
    isRelease: values.release,
    logo: values.logo ?? null,
  });
  for (const { folder, isPasted } of FOLDERS) {
    const sizes = Object.entries(writtenFiles(isPasted, folders.get(folder) ?? {})).map(
      ([name, text]) => `${name} ${Math.round(Buffer.byteLength(text) / 1000)} kB`,
    );
    console.log(`built dist/${folder}: ${sizes.join(", ")}`);
  }
  console.log(`functions: ${bundle.exports.join(", ")}`);
  if (positionals[0] === "deploy") {
    await deployGmail({
      root: ROOT,
      isFull: values.full,
      script: values.script ?? null,
      isDry: values.dry,
      mayReplace: values.replace,
      clasp,
      say: console.log,
    });
  }
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
}
