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
const folder = await ensureProgram(isWorkbench ? "workbench" : "cli");
const { main } = await import(pathToFileURL(join(folder, "main.mjs")).href);
process.exitCode = await main(isWorkbench ? args.slice(1) : args);
