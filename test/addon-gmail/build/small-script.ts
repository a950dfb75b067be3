import { join } from "node:path";
import { bundleScript, projectFiles } from "../../../scripts/gmail-build.mjs";
import { ROOT } from "../../../scripts/programs.mjs";
import { createAccount } from "../../hosts/apps-script/account.ts";
import { MANIFEST } from "../../hosts/apps-script/demo-project.ts";
import { openProject, type Project } from "../../hosts/apps-script/host.ts";

export type Files = Readonly<Record<string, string>>;
export type Bundled = Awaited<ReturnType<typeof bundleScript>>;

const SMALL = join(ROOT, "test/addon-gmail/build/small");

export const bundleSmall = (): Promise<Bundled> =>
  bundleScript({
    entry: join(SMALL, "main.ts"),
    parts: {
      acts: join(SMALL, "parts/acts.ts"),
      reading: join(SMALL, "parts/reading.ts"),
    },
  });

export const smallFiles = (
  bundle: Bundled,
  options: { readonly isPasted?: boolean; readonly variant?: "public" | "full" } = {},
): Files =>
  projectFiles(bundle, {
    variant: options.variant ?? "public",
    isPasted: options.isPasted ?? false,
    page: "<!doctype html><p>Bureau à “jour”</p>",
  });

/** Functions that the manifest of the emulator's demonstration names, which a small script has no use for. */
const OTHERS = ["onHomepage", "onMessage", "onCompose", "onSettings", "doGet"]
  .map((name) => `function ${name}() { return null; }`)
  .join("\n");

/** What a function of the script answers, through the only door there is: a web app's. */
export const openSmall = (files: Files): Project =>
  openProject({
    files: { ...files, "Others.js": OTHERS },
    manifest: JSON.stringify(MANIFEST),
    account: createAccount(),
  });
