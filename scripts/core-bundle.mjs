// One classic script of the whole core, as a host without modules would run it.
import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "./programs.mjs";

/**
 * The core as `var Relance = …` with ES2019 syntax, not minified. `Relance.modules` holds every
 * module by its path from the root; another entry gives what it exports.
 * @param {string} entry
 * @returns {Promise<string>}
 */
export const bundleCore = async (entry = "scripts/whole-core.mjs") => {
  const output = await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      target: "es2019",
      minify: false,
      lib: { entry: join(ROOT, entry), formats: ["iife"], name: "Relance" },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (bundle === undefined || !("output" in bundle)) throw new Error("The core gave no bundle");
  return bundle.output[0].code;
};
