import { readFile, stat, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Interface } from "node:readline";
import { replaceFile } from "#src/store/disk/whole-file.ts";

/** What the command line touches of the world; a test gives its own. */
export type Io = {
  readonly out: (text: string) => void;
  readonly fail: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person can be asked. */
  readonly interactive: boolean;
  /** Null: whoever was asked has gone (end of input, Ctrl-C). */
  readonly ask: (question: string) => Promise<string | null>;
  /** ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  /** Null: it cannot be read; `detail` says why. */
  readonly readBytes: (path: string) => Promise<ReadBytes>;
  /** Never replaces a file. */
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<WrittenNew>;
  /** Whole or not at all; a file that is there is replaced only where `mayReplace` says so of what it holds. */
  readonly writeWhole: (
    path: string,
    bytes: Uint8Array,
    mayReplace: (held: Uint8Array) => boolean,
  ) => Promise<WrittenNew>;
};

export type ReadBytes =
  | { readonly type: "read"; readonly bytes: Uint8Array }
  | { readonly type: "absent" }
  | { readonly type: "unreadable"; readonly detail: string };

export type WrittenNew =
  | { readonly type: "written" }
  | { readonly type: "exists" }
  | { readonly type: "unwritable"; readonly detail: string };

/** `ENOENT` and the like; a mistake of ours has none and is thrown on. */
const codeOf = (cause: unknown): string => {
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string")
    return cause.code;
  throw cause;
};

/** `-` is the standard input. */
export const readBytes = async (path: string): Promise<ReadBytes> => {
  try {
    if (path === "-") return { type: "read", bytes: await standardInput() };
    return { type: "read", bytes: new Uint8Array(await readFile(path)) };
  } catch (cause) {
    const code = codeOf(cause);
    return code === "ENOENT" ? { type: "absent" } : { type: "unreadable", detail: code };
  }
};

const standardInput = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Buffer | string));
  return new Uint8Array(Buffer.concat(chunks));
};

export const writeNew = async (path: string, bytes: Uint8Array): Promise<WrittenNew> => {
  try {
    // Mails and debtors: for the owner alone.
    await writeFile(path, bytes, { flag: "wx", mode: 0o600 });
    return { type: "written" };
  } catch (cause) {
    const code = codeOf(cause);
    return code === "EEXIST" ? { type: "exists" } : { type: "unwritable", detail: code };
  }
};

export const writeWhole: Io["writeWhole"] = async (path, bytes, mayReplace) => {
  try {
    const found = await stat(path).catch((cause: unknown) => {
      if (codeOf(cause) === "ENOENT") return null;
      throw cause;
    });
    // A terminal or a pipe holds nothing that could be lost.
    if (found !== null && !found.isFile() && !found.isDirectory()) {
      await writeFile(path, bytes);
      return { type: "written" };
    }
    if (found?.isDirectory() === true) return { type: "unwritable", detail: "EISDIR" };
    if (found !== null && !mayReplace(new Uint8Array(await readFile(path))))
      return { type: "exists" };
    const replaced = await replaceFile(path, bytes);
    return replaced.ok
      ? { type: "written" }
      : { type: "unwritable", detail: "detail" in replaced.error ? replaced.error.detail : "" };
  } catch (cause) {
    return { type: "unwritable", detail: codeOf(cause) };
  }
};

/** Questions one after the other over one input: what was typed ahead answers the next one. */
export const askerOf = (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Io["ask"] => {
  const typed: string[] = [];
  let lines: Interface | null = null;
  let isOver = false;
  let answer: ((line: string | null) => void) | null = null;
  const settle = (): void => {
    if (answer === null || (typed.length === 0 && !isOver)) return;
    const told = answer;
    answer = null;
    // Else the program would wait for more.
    lines?.pause();
    told(typed.shift() ?? null);
  };
  const open = (): Interface => {
    const opened = createInterface({ input, output });
    opened.on("line", (line) => {
      typed.push(line);
      settle();
    });
    opened.on("close", () => {
      isOver = true;
      settle();
    });
    return opened;
  };
  return (question) =>
    new Promise((resolve) => {
      answer = resolve;
      lines ??= open();
      if (!isOver) {
        lines.setPrompt(question);
        lines.prompt();
      }
      settle();
    });
};

export const processIo = (): Io => ({
  out: (text) => {
    process.stdout.write(text);
  },
  fail: (text) => {
    process.stderr.write(text);
  },
  env: process.env,
  interactive: process.stdin.isTTY && process.stdout.isTTY,
  ask: askerOf(process.stdin, process.stdout),
  now: () => new Date().toISOString(),
  readBytes,
  writeNew,
  writeWhole,
});
