// The desk as one HTML file of the Apps Script project: HtmlService serves no second file to a page.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "./programs.mjs";

const DESK = join(ROOT, "addon-gmail", "desk");

/** Whether the page is there to be built. */
export const hasDesk = () => existsSync(join(DESK, "index.html"));

/**
 * Unpacks the page's script, which is three times as long, and runs it. A browser that cannot (all can since 2023) says
 * so; without this line the page would stay empty.
 */
const LOADER = `(async () => {
  const packed = document.getElementById("packed").textContent.replace(/\\s+/g, "");
  const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.type = "module";
  script.textContent = await new Response(plain).text();
  document.body.append(script);
})().catch(() => {
  document.body.textContent =
    "Ce navigateur est trop ancien pour cette page. · This browser is too old for this page.";
});`;

/**
 * A page and what it names, as one text: styles in it, its one script packed.
 * @param {string} html
 * @param {{ script: string, styles: readonly string[] }} parts
 */
export const inlinePage = (html, { script, styles }) => {
  const bare = html
    .replace(/<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>\s*/g, "")
    .replace(/<link\b[^>]*\brel="(?:stylesheet|modulepreload)"[^>]*>\s*/g, "");
  if (/<(?:script|link|img)\b[^>]*\b(?:src|href)=/.test(bare))
    throw new Error("the page names a file beside it, which HtmlService would not serve");
  const css = styles.map((one) => one.replace(/<\/style/gi, "<\\/style")).join("\n");
  const base64 = gzipSync(script, { level: 9 }).toString("base64");
  const packed = (base64.match(/.{1,120}/g) ?? []).join("\n");
  // By functions: a "$&" in what is put in would be taken for a place otherwise.
  return bare
    .replace("</head>", () => `<style>\n${css}\n</style>\n</head>`)
    .replace(
      "</body>",
      () =>
        `<script type="text/plain" id="packed">\n${packed}\n</script>\n<script>\n${LOADER}\n</script>\n</body>`,
    );
};

/**
 * The page, or null where there is none yet.
 * @returns {Promise<string | null>}
 */
export const buildDesk = async () => {
  if (!hasDesk()) return null;
  const { build } = await import("vite");
  const built = await build({
    configFile: false,
    root: DESK,
    base: "./",
    logLevel: "warn",
    publicDir: false,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      write: false,
      target: "es2022",
      minify: true,
      cssCodeSplit: false,
      // Pictures go into the styles and the script.
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      modulePreload: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: join(DESK, "index.html"),
        checks: { pluginTimings: false },
        output: { codeSplitting: false },
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !("output" in result)) throw new Error("the desk gave no page");
  const scripts = result.output.filter((one) => one.type === "chunk");
  const assets = result.output.filter((one) => one.type === "asset");
  const textOf = (/** @type {string} */ extension) =>
    assets
      .filter(({ fileName }) => fileName.endsWith(extension))
      .map(({ source }) => (typeof source === "string" ? source : Buffer.from(source).toString()));
  const [script] = scripts;
  const [html = await readFile(join(DESK, "index.html"), "utf8")] = textOf(".html");
  if (script === undefined || scripts.length > 1) throw new Error("the desk gave several scripts");
  return inlinePage(html, { script: script.code, styles: textOf(".css") });
};
