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
  const packed = document.getElementById("packed").textContent
    .replace(/\\s+/g, "").replace(/-/g, "+").replace(/_/g, "/");
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
  // No stroke in it: HtmlService is known to have taken two of them for a comment, within a text too.
  const base64 = gzipSync(script, { level: 9 }).toString("base64url");
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
 * Whether a module does something when it is loaded. Those of the core do not, save the kernel's floor file: a table of
 * theirs that nobody asks is left out.
 * @param {string} id
 */
export const doesSomething = (id) =>
  !id.startsWith(join(ROOT, "shared")) || id.startsWith(join(ROOT, "shared", "kernel"));

/**
 * Nodes of a syntax tree, the outer ones first.
 * @param {unknown} node
 * @returns {Generator<Record<string, unknown>>}
 */
function* nodesOf(node) {
  if (Array.isArray(node)) for (const one of node) yield* nodesOf(one);
  else if (typeof node === "object" && node !== null) {
    const known = /** @type {Record<string, unknown>} */ (node);
    if (typeof known["type"] === "string") yield known;
    for (const value of Object.values(known)) yield* nodesOf(value);
  }
}

/**
 * The page names use cases, and the script runs them: what they ask and decide is left out here, and with it the rules of
 * reading, the letters and the law, four fifths of the page. One that is run here after all says so.
 * @returns {import("vite").Plugin}
 */
const namesOnly = () => ({
  name: "relance-use-cases-by-name",
  enforce: "post",
  transform(code, id) {
    if (!id.startsWith(join(ROOT, "shared", "app"))) return null;
    /** @type {(readonly [from: number, to: number])[]} */
    const bodies = [];
    for (const node of nodesOf(this.parse(code))) {
      if (node["type"] !== "ObjectExpression") continue;
      /** @type {any[]} */
      const members = /** @type {any} */ (node["properties"]);
      const named = new Map(members.map((one) => [one.key?.name, one.value]));
      if (!["name", "asks", "decide"].every((name) => named.has(name))) continue;
      for (const name of ["asks", "decide"]) {
        const { start, end } = named.get(name);
        bodies.push([start, end]);
      }
    }
    if (bodies.length === 0) return null;
    const gone = '(() => { throw new Error("the script runs it"); })';
    return {
      // From the last on, so that places before it stay where they are.
      code: bodies
        .toSorted(([a], [b]) => b - a)
        .reduce((text, [from, to]) => text.slice(0, from) + gone + text.slice(to), code),
      map: null,
    };
  },
});

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
    plugins: [namesOnly()],
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
        treeshake: { moduleSideEffects: doesSomething },
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
