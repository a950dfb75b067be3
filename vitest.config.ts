import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { CHROMIUM_ARGS, findChromium } from "./scripts/chromium.mjs";

const chromium = await findChromium();

// Long runs (millions of cases, whole corpora) have their own command, so that the bar stays quick.
const long = process.env["RELANCE_LONG"] === "1";
const level = long ? ".long" : "";
const notFast = long ? [] : ["test/**/*.long.test.ts"];

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    // Journeys mostly wait for Chromium and for what they clicked: one worker alone, which is what vitest takes of two
    // cores, would leave a third of the time unused.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: [`test/**/*${level}.test.ts`],
          exclude: ["test/**/*.browser.test.ts", "test/house/regex.test.ts", ...notFast],
          testTimeout: long ? 600_000 : 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // Listed so that Vite never finds one in mid-run, which would reload the page under a test.
        optimizeDeps: {
          include: [
            "@noble/hashes/sha2.js",
            "@noble/hashes/utils.js",
            "@preact/signals",
            "@testing-library/preact",
            "axe-core",
            "fast-check",
            "fflate",
            "idb",
            "postal-mime",
            "preact",
            "preact/hooks",
            "preact/jsx-runtime",
            "preact/jsx-dev-runtime",
            "preact/test-utils",
            "zod/mini",
          ],
        },
        test: {
          name: "browser",
          include: long ? [] : ["test/**/*.browser.test.ts", "test/**/*.browser.test.tsx"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: CHROMIUM_ARGS,
                ...(chromium === undefined ? {} : { executablePath: chromium }),
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: "regex",
          environment: "node",
          include: long ? [] : ["test/house/regex.test.ts"],
          testTimeout: 240_000,
        },
      },
    ],
  },
});
