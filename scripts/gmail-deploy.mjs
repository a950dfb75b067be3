// One of the built folders into an Apps Script project, by clasp.
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Pinned, and not among our dependencies: it brings 277 MB with it, and only who deploys needs it. */
export const CLASP = "@google/clasp@3.4.1";

/**
 * @typedef {{
 *   root: string,
 *   isFull: boolean,
 *   script: string | null,
 *   isDry: boolean,
 *   mayReplace: boolean,
 *   clasp: (args: readonly string[]) => boolean,
 *   say: (words: string) => void,
 * }} Deployment `clasp` runs it before the person's eyes, and tells whether it succeeded.
 */

/** @param {boolean} isFull */
const folderOf = (isFull) => (isFull ? "gmail-full" : "gmail");

/**
 * Where the project of a variant is kept apart from the built folder, which every build begins anew.
 * @param {string} root
 * @param {boolean} isFull
 */
const projectFile = (root, isFull) => join(root, isFull ? ".clasp.full.json" : ".clasp.json");

const HOW = "open the project, Project Settings, Script ID: some 57 letters and digits";

/**
 * The id out of what was copied: itself, or the address of the project's editor.
 * @param {string} words
 */
const idOf = (words) => {
  const id = /^https:\/\/script\.google\.com\/(?:.*\/)?(?:projects|d)\/([\w-]+)/.exec(words)?.[1];
  const given = id ?? words.trim();
  if (given.startsWith("AKfycb"))
    throw new Error(`${given} is the ID of a deployment, not of the script: ${HOW}`);
  if (!/^[\w-]{40,80}$/.test(given)) throw new Error(`"${words}" is no Script ID: ${HOW}`);
  return given;
};

/**
 * The id that was named before, or null.
 * @param {string} file
 * @returns {Promise<string | null>}
 */
const keptId = async (file) => {
  if (!existsSync(file)) return null;
  try {
    const { scriptId } = JSON.parse(await readFile(file, "utf8"));
    if (typeof scriptId === "string") return scriptId;
  } catch {
    // The same as a file without it.
  }
  throw new Error(`${file} names no project: remove it, and name the project with --script ID`);
};

/** What clasp's own words mean, which stand above: it has no numbers for its faults. */
const ADVICE = `clasp did not succeed; what it said stands above. Mostly it is one of these:
  not signed in                       npx ${CLASP} login
  the Apps Script API is off          https://script.google.com/home/usersettings
  another ID, or no right to edit     ${HOW}; share it with the account that you signed in with
  no network                          npx fetches clasp the first time, and clasp asks Google`;

/**
 * Names of files in a project that are neither Relance's nor those that Google puts into a new project.
 * @param {string} place
 */
const strangersIn = async (place) => {
  const names = (await readdir(place)).filter((name) => !/^\.clasp|^appsscript\.json$/.test(name));
  const code = names.includes("Code.js") ? await readFile(join(place, "Code.js"), "utf8") : "";
  const isOurs = code.startsWith("// Relance, build ");
  const isNew = /^\s*function myFunction\(\)\s*\{\s*\}\s*$/.test(code);
  return names.filter((name) =>
    name === "Code.js" ? !isOurs && !isNew : !(isOurs && /^(?:desk|part-[a-z]+)\.html$/.test(name)),
  );
};

/**
 * A push replaces all that is in a project. So before the first one, what is there is fetched and looked at.
 * @param {Deployment} deployment
 * @param {string} scriptId
 */
const lookBefore = async ({ clasp, mayReplace, say }, scriptId) => {
  if (mayReplace) return;
  say("looking at what is in the project …");
  const place = await mkdtemp(join(tmpdir(), "relance-clasp-"));
  try {
    const project = join(place, ".clasp.json");
    await writeFile(project, JSON.stringify({ scriptId, rootDir: "." }));
    if (!clasp(["-P", project, "pull"])) throw new Error(ADVICE);
    const strangers = await strangersIn(place);
    if (strangers.length === 0) return;
    throw new Error(
      `The project has files that are not Relance's: ${strangers.toSorted().join(", ")}. A push would replace them all. ` +
        "Name an empty project (https://script.new), or add --replace if they may go.",
    );
  } finally {
    await rm(place, { recursive: true, force: true });
  }
};

/** @param {Deployment} deployment */
export const deployGmail = async (deployment) => {
  const { root, isFull, script, isDry, clasp, say } = deployment;
  const folder = folderOf(isFull);
  const file = projectFile(root, isFull);
  const kept = await keptId(file);
  const scriptId = script === null ? kept : idOf(script);
  // Two manifests in turn would have everybody consent anew, each time.
  if (scriptId !== null && scriptId === (await keptId(projectFile(root, !isFull))))
    throw new Error(
      `That project has the ${isFull ? "public" : "full"} manifest: the ${isFull ? "full" : "public"} one is for a project of its own (https://script.new)`,
    );

  const names = (await readdir(join(root, "dist", folder))).toSorted();
  const to = scriptId === null ? "" : ` to ${scriptId}`;
  say(`to be pushed${to}:\n${names.map((name) => `  ${folder}/${name}`).join("\n")}`);
  if (isDry) return;
  if (scriptId === null)
    throw new Error(
      `Which project? The first time: npm run deploy:gmail -- ${isFull ? "--full " : ""}--script ID (${HOW})`,
    );
  // It would leave out files by patterns of its own, and what was checked is not what would be pushed.
  if (existsSync(join(root, ".claspignore"))) throw new Error(".claspignore: remove it");
  if (scriptId !== kept) await lookBefore(deployment, scriptId);

  const before = existsSync(file) ? await readFile(file, "utf8") : null;
  const named = { scriptId, rootDir: `dist/${folder}` };
  await writeFile(file, `${JSON.stringify(named, null, 2)}\n`);
  // The manifest replaces the one that is there: without --force clasp asks in the middle of a deployment.
  if (clasp(["-P", file, "push", "--force"])) return;
  // An id that did not work is not the one of the next time.
  if (before === null) await rm(file);
  else await writeFile(file, before);
  throw new Error(ADVICE);
};
