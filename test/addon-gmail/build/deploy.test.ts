import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLASP, deployGmail } from "../../../scripts/gmail-deploy.mjs";

const ID = `1${"a".repeat(56)}`;
const OTHER = `1${"b".repeat(56)}`;
const NEW = { "appsscript.json": "{}", "Code.js": "function myFunction() {\n  \n}\n" };

let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "relance-deploy-"));
  for (const folder of ["gmail", "gmail-full"]) {
    await mkdir(join(root, "dist", folder), { recursive: true });
    await writeFile(join(root, "dist", folder, "Code.js"), "");
  }
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

type Options = Partial<Parameters<typeof deployGmail>[0]>;

/** Google's side of clasp: projects by id, with the files that a pull brings; what is not there fails. */
const deploy = async (projects: Readonly<Record<string, object>>, options: Options = {}) => {
  const calls: string[] = [];
  const said: string[] = [];
  const clasp = (args: readonly string[]): boolean => {
    const [, project = "", verb = ""] = args;
    const { scriptId } = JSON.parse(readFileSync(project, "utf8")) as { readonly scriptId: string };
    calls.push(`${verb} ${scriptId}`);
    const files = projects[scriptId];
    if (files === undefined) return false;
    if (verb === "pull")
      for (const [name, text] of Object.entries(files))
        writeFileSync(join(dirname(project), name), text);
    return true;
  };
  const failure = await deployGmail({
    root,
    isFull: false,
    script: null,
    isDry: false,
    mayReplace: false,
    clasp,
    say: (words) => said.push(words),
    ...options,
  }).then(
    () => null,
    (cause: unknown) => (cause as Error).message,
  );
  return { calls, said: said.join("\n"), failure };
};

const keptIn = async (file: string): Promise<unknown> =>
  existsSync(join(root, file)) ? JSON.parse(await readFile(join(root, file), "utf8")) : null;

describe("the clasp that is fetched", () => {
  it("is one version, the one that the guides name", () => {
    expect(CLASP).toMatch(/^@google\/clasp@\d+\.\d+\.\d+$/);
    for (const guide of ["deploy.md", "deploy.fr.md"])
      expect(readFileSync(join("docs", "gmail", guide), "utf8")).toContain(`npx ${CLASP} login`);
  });
});

describe("a deployment", () => {
  it("asks which project the first time, looks into it, pushes, and knows it the next time", async () => {
    expect((await deploy({ [ID]: NEW })).failure).toMatch(/Which project\?.*Script ID/);
    expect(await deploy({ [ID]: NEW }, { script: ID })).toMatchObject({
      calls: [`pull ${ID}`, `push ${ID}`],
      failure: null,
    });
    expect(await keptIn(".clasp.json")).toEqual({ scriptId: ID, rootDir: "dist/gmail" });
    expect((await deploy({ [ID]: NEW })).calls).toEqual([`push ${ID}`]);
  });

  it("takes the address of the editor for its id, and says what is none", async () => {
    const address = `https://script.google.com/u/0/home/projects/${ID}/edit`;
    expect((await deploy({ [ID]: NEW }, { script: address })).failure).toBeNull();
    const wrong = await deploy({}, { script: "relance" });
    expect(wrong).toMatchObject({
      calls: [],
      failure: expect.stringMatching(/no Script ID: open/),
    });
    const deployed = await deploy({}, { script: `AKfycb${"c".repeat(60)}` });
    expect(deployed.failure).toMatch(/ID of a deployment/);
  });

  it("replaces nothing that is somebody's, unless it is told to", async () => {
    const theirs = { ...NEW, "Code.js": "function invoices() {}", "Sheet.js": "" };
    const refused = await deploy({ [ID]: theirs }, { script: ID });
    expect(refused.calls).toEqual([`pull ${ID}`]);
    expect(refused.failure).toMatch(/not Relance's: Code\.js, Sheet\.js\..*--replace/);
    expect(await keptIn(".clasp.json")).toBeNull();
    const page = await deploy({ [ID]: { ...NEW, "desk.html": "" } }, { script: ID });
    expect(page.failure).toMatch(/not Relance's: desk\.html/);
    const told = await deploy({ [ID]: theirs }, { script: ID, mayReplace: true });
    expect(told).toMatchObject({ calls: [`push ${ID}`], failure: null });
  });

  it("replaces an older build of its own", async () => {
    const ours = {
      ...NEW,
      "Code.js": "// Relance, build 1\n",
      "desk.html": "",
      "part-acts.html": "",
    };
    expect((await deploy({ [ID]: ours }, { script: ID })).failure).toBeNull();
  });

  it("says what is mostly wrong where clasp fails, and keeps the project that worked", async () => {
    await deploy({ [ID]: NEW }, { script: ID });
    const { failure } = await deploy({ [ID]: NEW }, { script: OTHER });
    expect(failure).toMatch(
      /clasp@3\.4\.1 login[\s\S]*usersettings[\s\S]*no right to edit[\s\S]*network/,
    );
    const pushed = await deploy({}, { script: OTHER, mayReplace: true });
    expect(pushed.failure).toBe(failure);
    expect(await keptIn(".clasp.json")).toMatchObject({ scriptId: ID });
  });

  it("has a project of its own for each manifest", async () => {
    await deploy({ [ID]: NEW }, { script: ID });
    const both = await deploy({ [ID]: NEW }, { script: ID, isFull: true });
    expect(both).toMatchObject({
      calls: [],
      failure: expect.stringMatching(/has the public manifest/),
    });
    await deploy({ [OTHER]: NEW }, { script: OTHER, isFull: true });
    expect(await keptIn(".clasp.full.json")).toEqual({
      scriptId: OTHER,
      rootDir: "dist/gmail-full",
    });
  });

  it("says dry what would be pushed and where, and asks Google nothing", async () => {
    const dry = await deploy({}, { script: ID, isDry: true });
    expect(dry).toEqual({
      calls: [],
      failure: null,
      said: `to be pushed to ${ID}:\n  gmail/Code.js`,
    });
    expect(await keptIn(".clasp.json")).toBeNull();
  });

  it("is refused beside files of clasp's that say otherwise, with the way out", async () => {
    await writeFile(join(root, ".claspignore"), "desk.html");
    expect((await deploy({ [ID]: NEW }, { script: ID })).failure).toBe(".claspignore: remove it");
    await writeFile(join(root, ".clasp.json"), "{");
    expect((await deploy({}, {})).failure).toMatch(/names no project: remove it/);
  });
});
