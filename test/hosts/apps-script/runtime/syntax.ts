import { parse, type Program } from "acorn";

/**
 * Apps Script takes classic scripts, and refuses at the push what is newer than ES2019: class fields were answered with
 * "ParseError: Unexpected token =" (google/clasp, issues 907 and 935).
 */
export type Declared = ReadonlyMap<string, "plain" | "async" | "generator">;

const known = new Map<string, Program>();

const parsed = (text: string, isBody: boolean): Program => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const program = parse(text, {
    ecmaVersion: 2019,
    sourceType: "script",
    allowReturnOutsideFunction: isBody,
  });
  known.set(text, program);
  return program;
};

/** Functions at the top of a file: what a manifest, an action or a page may name. Throws where the text is refused. */
export const declaredIn = (name: string, text: string): Declared => {
  let program: Program;
  try {
    program = parsed(text, false);
  } catch (cause) {
    throw new Error(`${name}: ParseError: ${wordsOf(cause)}`, { cause });
  }
  return new Map(
    program.body.flatMap((node) =>
      node.type === "FunctionDeclaration" && node.id !== null
        ? [[node.id.name, node.async ? "async" : node.generator ? "generator" : "plain"] as const]
        : [],
    ),
  );
};

/** For `eval` and `new Function`: why the text is refused, or null. */
export const refusalOf = (text: string): string | null => {
  try {
    parsed(text, true);
    return null;
  } catch (cause) {
    return wordsOf(cause);
  }
};

const wordsOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
