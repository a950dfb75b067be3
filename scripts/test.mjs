// `npm test`: every fast project, with a browser found or installed first. Arguments go to vitest.
import { spawnSync } from "node:child_process";
import { ensureChromium } from "./chromium.mjs";

process.env["CHROMIUM_PATH"] = await ensureChromium();
const vitest = new URL("../node_modules/vitest/vitest.mjs", import.meta.url).pathname;
const { status } = spawnSync(process.execPath, [vitest, "run", ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
