import { checkManifest } from "./check.ts";
import type { GmailProgram, ManifestCheck } from "./check.ts";
import { faultText } from "./fault.ts";
import type { GmailFault } from "./fault.ts";
import { conflictsIn, pushSet } from "./push-set.ts";

/** What of a project is how large at most, in bytes; issue 6 sets the first two. */
export const BYTES_MAX = {
  code: 700_000,
  desk: 400_000,
  part: 800_000,
  /** One script to paste: everything that the others hold, packed. */
  pasted: 2_500_000,
} as const;

export type ProjectCheck = Pick<ManifestCheck, "variant" | "isRelease"> & {
  readonly isPasted: boolean;
  /** Names of the packed parts, without `.html`. */
  readonly parts: readonly string[];
  readonly program: GmailProgram;
};

/** Everything that is wrong with a folder that is about to be pushed or pasted, in words. */
export const checkProject = (
  files: Readonly<Record<string, string>>,
  check: ProjectCheck,
): readonly string[] =>
  [
    ...checkManifest(files["appsscript.json"] ?? "", check),
    ...setFaults(Object.keys(files), check),
    ...sizeFaults(files, check),
  ].map(faultText);

const setFaults = (
  paths: readonly string[],
  { isPasted, parts, program }: ProjectCheck,
): readonly GmailFault[] => {
  const pushed = pushSet(paths);
  const wanted = [
    "Code.js",
    "appsscript.json",
    ...(isPasted ? [] : parts.map((name) => `${name}.html`)),
    ...(program.hasDesk && !isPasted ? ["desk.html"] : []),
  ];
  const names = pushed.map(({ path }) => path);
  return [
    ...names
      .filter((path) => !wanted.includes(path))
      .map((value): GmailFault => ({ rule: "files", at: "push", value })),
    ...wanted
      .filter((path) => !names.includes(path))
      .map((value): GmailFault => ({ rule: "file-missing", at: "push", value })),
    ...conflictsIn(pushed).map((value): GmailFault => ({ rule: "twice", at: "push", value })),
  ];
};

const sizeFaults = (
  files: Readonly<Record<string, string>>,
  { isPasted }: ProjectCheck,
): readonly GmailFault[] =>
  Object.entries(files).flatMap(([name, text]) => {
    const max = limitOf(name, isPasted);
    const bytes = bytesOf(text);
    if (bytes <= max) return [];
    return [{ rule: "size", at: name, value: `${String(bytes)} bytes of ${String(max)}` }];
  });

const limitOf = (name: string, isPasted: boolean): number => {
  if (name === "Code.js") return isPasted ? BYTES_MAX.pasted : BYTES_MAX.code;
  if (name === "desk.html") return BYTES_MAX.desk;
  return BYTES_MAX.part;
};

/** Bytes of UTF-8, as Google stores them. */
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
