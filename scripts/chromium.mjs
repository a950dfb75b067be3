// Finds a Chromium for the tests in a real browser, and installs one where there is none.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

/** Flags of every Chromium that the house starts: no display, no network of its own, no surprises. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-features=Translate,MediaRouter,OptimizationHints",
  "--force-color-profile=srgb",
];

/** @param {string} path */
const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause) return false;
    throw cause;
  }
};

/**
 * Path of the browser to use: `CHROMIUM_PATH`, else the first known name on the PATH, else the one
 * that Playwright downloaded earlier.
 * @returns {Promise<string | undefined>}
 */
export const findChromium = async () => {
  const asked = process.env["CHROMIUM_PATH"];
  if (asked !== undefined && asked !== "") {
    if (isExecutable(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is ${asked}, which is not a program that can be run`);
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const name of NAMES) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  const { chromium } = await import("playwright-core");
  const downloaded = chromium.executablePath();
  return downloaded !== "" && isExecutable(downloaded) ? downloaded : undefined;
};

/**
 * @param {string} command
 * @param {string[]} args
 */
const ran = (command, args) =>
  spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;

/**
 * The browser, installed first if need be: by apt where we are root and apt is there, else by
 * Playwright's own download.
 * @returns {Promise<string>}
 */
export const ensureChromium = async () => {
  const found = await findChromium();
  if (found !== undefined) return found;
  console.log("No Chromium found: installing one for the tests in a real browser.");
  if (process.getuid?.() === 0 && ran("apt-get", ["--version"])) {
    const install = ["install", "-y", "--no-install-recommends", "chromium"];
    if (!ran("apt-get", install)) {
      ran("apt-get", ["update"]);
      ran("apt-get", install);
    }
    const installed = await findChromium();
    if (installed !== undefined) return installed;
  }
  const cli = new URL("../node_modules/playwright-core/cli.js", import.meta.url).pathname;
  ran(process.execPath, [cli, "install", "chromium"]);
  const downloaded = await findChromium();
  if (downloaded !== undefined) return downloaded;
  throw new Error("Chromium could not be installed: install it, or name it in CHROMIUM_PATH");
};
