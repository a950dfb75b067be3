import type * as acts from "./parts/acts.ts";
import type * as cases from "./parts/cases.ts";
import type * as desk from "./parts/desk.ts";
import type * as reading from "./parts/reading.ts";
import type * as replies from "./parts/replies.ts";
import { fileText, unpackedText } from "./google/part-file.ts";

/**
 * What lies apart from Code.js (docs/decisions/0021-gmail.md): the build makes one HTML file of each module of `parts/`,
 * and `part("reading")` is what that module exports. A part is read and evaluated once an execution, when it is first
 * asked for; modules that Code.js holds already are not in it a second time.
 */
export type Parts = {
  readonly acts: typeof acts;
  readonly cases: typeof cases;
  readonly desk: typeof desk;
  readonly reading: typeof reading;
  readonly replies: typeof replies;
};

/** `full`: the manifest of a firm that deploys Relance for itself, which looks for answers by the hour. */
export type Variant = "public" | "full";

/** What the build alone knows; scripts/gmail-build.mjs writes it around the program. */
type BuildFacts = {
  /** The same in Code.js and in each part of one build. */
  readonly id: string;
  readonly variant: Variant;
  /** The files that hold a part, those it leans on first, and the chunk that is the part's own. */
  readonly parts: Readonly<
    Record<string, { readonly files: readonly string[]; readonly chunk: string }>
  >;
  /** Where everything is pasted as one script, the texts of the files. */
  readonly inline: Readonly<Record<string, string>> | null;
  /** Evaluates the script of a part: only ever text that came out of this very build. */
  readonly take: (script: string) => void;
  readonly load: (chunk: string) => unknown;
};

declare const RELANCE_BUILD: BuildFacts | undefined;

/** A packed file begins with these words, its name and the build; base64 in lines follows. */
const HEAD = /^\s*relance ([a-z-]+) ([0-9a-f]+)\s/;

const taken = new Set<string>();

export const part = <Name extends keyof Parts>(name: Name): Parts[Name] => {
  const build = buildFacts();
  const known = build.parts[name];
  if (known === undefined) throw new Error(`no part ${name} in this build`);
  for (const file of known.files) {
    if (taken.has(file)) continue;
    build.take(unpacked(build, file, build.inline?.[file] ?? fileText(file)));
    taken.add(file);
  }
  // What a chunk exports is what its module does: the build took it from this folder.
  return build.load(known.chunk) as Parts[Name];
};

/** The text of a page of this project: of its own file, or packed in the script where everything is pasted as one. */
export const pageText = (name: string): string => {
  const build = buildFacts();
  const inline = build.inline?.[name];
  return inline === undefined ? fileText(name) : unpacked(build, name, inline);
};

/** Which manifest this was built for. */
export const variant = (): Variant => buildFacts().variant;

/** Names the build, for the diagnosis. */
export const buildId = (): string => buildFacts().id;

const buildFacts = (): BuildFacts => {
  if (typeof RELANCE_BUILD === "undefined") throw new Error("parts are there in a build alone");
  return RELANCE_BUILD;
};

/**
 * Files of two builds do not fit together, and what would come of it is not foreseeable: whoever replaced one file of the
 * project and not the other is told so, and nothing is evaluated.
 */
const unpacked = (build: BuildFacts, name: string, text: string): string => {
  const head = HEAD.exec(text);
  if (head?.[1] !== name || head[2] !== build.id)
    throw new Error(`${name} is not of build ${build.id}: push or paste every file again`);
  return unpackedText(text.slice(head[0].length).replace(/\s+/g, ""));
};
