import { gunzipSync } from "node:zlib";
import { createAppsScriptRealm } from "../../hosts/apps-script/realm.ts";

/** Real milliseconds of this machine: of every execution the start, of those that need it each part. */
export type StartCost = {
  readonly startMs: number;
  /** Unpacked, parsed and evaluated, those it leans on included; by name. */
  readonly partMs: Readonly<Record<string, number>>;
};

type BuildFacts = {
  readonly parts: Readonly<
    Record<string, { readonly files: readonly string[]; readonly chunk: string }>
  >;
  readonly take: (script: string) => void;
  readonly load: (chunk: string) => unknown;
};

/** The last line of the closure: kept as it is for Google, opened here so that a part can be asked for from outside. */
const END = 'return require("./main.js");';

let measured = 0;

/**
 * What it costs to begin, in a fresh realm each, as Apps Script makes one for each execution. V8 remembers a text that it
 * has compiled, in other realms too, so each text is made a new one first, each time that this is asked.
 */
export const startCost = (files: Readonly<Record<string, string>>): StartCost => {
  const code = files["Code.js"] ?? "";
  if (!code.includes(END)) throw new Error("Code.js ends otherwise than it did");
  measured += 1;
  const time = String(measured);
  const open = (salt: string): { readonly build: BuildFacts; readonly ms: number } => {
    const realm = createAppsScriptRealm();
    const text = `${code.replace(END, 'require("./main.js"); return RELANCE_BUILD;')}\n//${salt} ${time}\nRelance`;
    const from = performance.now();
    const build = realm.run(text) as BuildFacts;
    return { build, ms: performance.now() - from };
  };
  const { build, ms } = open("start");
  const partMs = Object.entries(build.parts).map(([name, part]) => {
    const { build: fresh } = open(name);
    const from = performance.now();
    for (const file of part.files)
      fresh.take(`${scriptOf(files[`${file}.html`] ?? "")}\n/*${name} ${time}*/`);
    fresh.load(part.chunk);
    return [name, performance.now() - from] as const;
  });
  return { startMs: ms, partMs: Object.fromEntries(partMs) };
};

/** The script of a packed file. */
export const scriptOf = (packed: string): string =>
  gunzipSync(Buffer.from(packed.slice(packed.indexOf("\n")), "base64")).toString("utf8");
