#!/usr/bin/env node
// `relance`: builds the program asked for if its sources changed, then runs it.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureProgram } from "../scripts/programs.mjs";

// A reader that has seen enough (`relance due | head`) closes the pipe: that is no failure.
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(0);
  throw error;
});

const args = process.argv.slice(2);
const isWorkbench = args[0] === "workbench";
const folder = await built(isWorkbench ? "workbench" : "cli");
if (folder !== null) {
  const { main } = await import(pathToFileURL(join(folder, "main.mjs")).href);
  process.exitCode = await main(isWorkbench ? args.slice(1) : args);
}

/**
 * Null where the sources do not build: that is for whoever changed them, in a few lines.
 * @param {"workbench" | "cli"} program
 * @returns {Promise<string | null>}
 */
async function built(program) {
  try {
    return await ensureProgram(program);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    console.error(`relance : le programme ne se construit pas / cannot be built (npm ci ?)`);
    console.error(detail.split("\n").slice(0, 12).join("\n"));
    process.exitCode = 1;
    return null;
  }
}
