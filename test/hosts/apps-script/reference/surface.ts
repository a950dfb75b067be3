import { readFileSync } from "node:fs";
import { parseSync, type ESTree } from "vite";

/**
 * What Apps Script offers, out of `gas-types-detailed`, which is made from Google's own reference: every method with its
 * signatures and with the scopes it asks for. The emulator offers nothing that is not in here.
 */
export type Surface = {
  /** By namespace and name: `Card.TextButton`. */
  readonly interfaces: ReadonlyMap<string, Interface>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
  /** Global name to interface: `CardService` to `Card.CardService`. */
  readonly globals: ReadonlyMap<string, string>;
};

export type Interface = {
  readonly name: string;
  readonly bases: readonly string[];
  readonly methods: ReadonlyMap<string, Method>;
  /** Members that hold an enum: `TextButtonStyle` to `Card.TextButtonStyle`. */
  readonly enums: ReadonlyMap<string, string>;
};

export type Method = {
  readonly name: string;
  readonly signatures: readonly Signature[];
  /** One of them is enough; none: no scope is asked for. */
  readonly scopes: readonly string[];
  /** Needs the Developer Preview or an alpha: ordinary accounts do not have it. */
  readonly isPreview: boolean;
};

export type Signature = { readonly params: readonly Type[]; readonly returns: Type };

export type Type =
  | { readonly kind: "string" | "number" | "boolean" | "date" | "any" | "void" }
  | { readonly kind: "array"; readonly of: Type }
  | { readonly kind: "byte" }
  | { readonly kind: "named"; readonly name: string };

const FILES = [
  "base",
  "cache",
  "card-service",
  "content",
  "gmail",
  "html",
  "lock",
  "properties",
  "script",
  "url-fetch",
  "utilities",
] as const;

let known: Surface | null = null;

export const surface = (): Surface => (known ??= readSurface());

const readSurface = (): Surface => {
  const interfaces = new Map<string, Interface>();
  const enums = new Map<string, readonly string[]>();
  const globals = new Map<string, string>();
  for (const file of FILES) {
    const path = `node_modules/gas-types-detailed/google-apps-script.${file}.d.ts`;
    // Places are counted in bytes for comments and in units for the rest: the same where all is ASCII.
    const text = readFileSync(path, "utf8").replace(/[^\0-\x7f]/g, "?");
    const { program, comments } = parseSync(path, text);
    const docBefore = docsOf(comments, text);
    for (const statement of program.body) {
      if (statement.type === "VariableDeclaration") {
        for (const { id } of statement.declarations) {
          const type = id.type === "Identifier" ? id.typeAnnotation?.typeAnnotation : undefined;
          if (id.type !== "Identifier" || type === undefined) continue;
          globals.set(id.name, text.slice(type.start, type.end).replace("GoogleAppsScript.", ""));
        }
      }
      for (const space of modulesIn(statement))
        readNamespace(space, text, docBefore, { interfaces, enums });
    }
  }
  return { interfaces, enums, globals };
};

type Module = { readonly name: string; readonly body: readonly ESTree.Statement[] };

const modulesIn = (statement: ESTree.Statement | ESTree.Directive): readonly Module[] => {
  if (statement.type !== "TSModuleDeclaration" || statement.body?.type !== "TSModuleBlock")
    return [];
  return statement.body.body.flatMap((inner): readonly Module[] =>
    inner.type === "TSModuleDeclaration" &&
    inner.id.type === "Identifier" &&
    inner.body?.type === "TSModuleBlock"
      ? [{ name: inner.id.name, body: inner.body.body }]
      : [],
  );
};

type DocBefore = (start: number) => string;

type Comment = { readonly end: number; readonly value: string };

const docsOf = (comments: readonly Comment[], text: string): DocBefore => {
  const byEnd = new Map(comments.map((one) => [one.end, one.value]));
  return (start) => byEnd.get(text.slice(0, start).trimEnd().length) ?? "";
};

type Found = {
  readonly interfaces: Map<string, Interface>;
  readonly enums: Map<string, readonly string[]>;
};

const readNamespace = (space: Module, text: string, docBefore: DocBefore, found: Found): void => {
  /** Enums that their own words say to be members of a global: `CardService.SwitchControlType.SWITCH`. */
  const reachable = new Map<string, string[]>();
  for (const node of space.body) {
    if (node.type === "TSEnumDeclaration") {
      const name = `${space.name}.${node.id.name}`;
      found.enums.set(
        name,
        node.body.members.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : [])),
      );
      const holder = /([A-Za-z]+)\.([A-Za-z]+)\.[A-Z_0-9]+/.exec(docBefore(node.start));
      if (holder?.[1] !== undefined && holder[2] === node.id.name)
        reachable.set(holder[1], [...(reachable.get(holder[1]) ?? []), node.id.name]);
    }
    if (node.type === "TSInterfaceDeclaration") {
      const name = `${space.name}.${node.id.name}`;
      found.interfaces.set(name, readInterface(node, name, space.name, text, docBefore));
    }
  }
  for (const [holder, names] of reachable) {
    const one = found.interfaces.get(`${space.name}.${holder}`);
    if (one === undefined) continue;
    const more = names.map((name) => [name, `${space.name}.${name}`] as const);
    found.interfaces.set(one.name, { ...one, enums: new Map([...one.enums, ...more]) });
  }
};

const readInterface = (
  node: ESTree.TSInterfaceDeclaration,
  name: string,
  space: string,
  text: string,
  docBefore: DocBefore,
): Interface => {
  const methods = new Map<string, Method>();
  const enums = new Map<string, string>();
  const ownDoc = docBefore(node.start);
  for (const member of node.body.body) {
    if (member.type === "TSPropertySignature" && member.key.type === "Identifier") {
      const type = member.typeAnnotation?.typeAnnotation;
      const held = type === undefined ? "" : text.slice(type.start, type.end);
      if (held.startsWith("typeof ")) enums.set(member.key.name, qualified(held.slice(7), space));
    }
    if (member.type !== "TSMethodSignature" || member.key.type !== "Identifier") continue;
    const doc = docBefore(member.start);
    const before = methods.get(member.key.name);
    const params = member.params.map((param) =>
      typeOf(param.type === "Identifier" ? param.typeAnnotation : null, space, text),
    );
    const signature = { params, returns: typeOf(member.returnType ?? null, space, text) };
    methods.set(member.key.name, {
      name: member.key.name,
      signatures: [...(before?.signatures ?? []), signature],
      scopes:
        before?.scopes ??
        doc.match(/https:\/\/(?:www\.googleapis\.com\/auth|mail\.google\.com)\S*/g) ??
        [],
      isPreview: PREVIEW.test(doc) || PREVIEW.test(ownDoc),
    });
  }
  const bases = node.extends.map((one) => qualified(text.slice(one.start, one.end), space));
  return { name, bases, methods, enums };
};

const PREVIEW = /Developer Preview|Gemini Alpha|Only available through/;

const qualified = (name: string, space: string): string =>
  name.includes(".") ? name : `${space}.${name}`;

const SIMPLE: Readonly<Record<string, Type>> = {
  string: { kind: "string" },
  Char: { kind: "string" },
  number: { kind: "number" },
  Integer: { kind: "number" },
  BigNumber: { kind: "number" },
  boolean: { kind: "boolean" },
  Date: { kind: "date" },
  Byte: { kind: "byte" },
  any: { kind: "any" },
  void: { kind: "void" },
};

const typeOf = (
  annotation: ESTree.TSTypeAnnotation | null | undefined,
  space: string,
  text: string,
): Type => {
  if (annotation == null) return { kind: "any" };
  const { start, end } = annotation.typeAnnotation;
  return typeNamed(text.slice(start, end).trim(), space);
};

const typeNamed = (words: string, space: string): Type => {
  if (words.endsWith("[]")) return { kind: "array", of: typeNamed(words.slice(0, -2), space) };
  return SIMPLE[words] ?? { kind: "named", name: qualified(words, space) };
};

/** The method of this interface, or of one it extends. */
export const methodOf = (all: Surface, name: string, method: string): Method | null => {
  const one = all.interfaces.get(name);
  if (one === undefined) return null;
  const own = one.methods.get(method);
  if (own !== undefined) return own;
  for (const base of one.bases) {
    const found = methodOf(all, base, method);
    if (found !== null) return found;
  }
  return null;
};

/** Every method of this interface, those it has from others included. */
export const methodNamesOf = (all: Surface, name: string): readonly string[] => {
  const one = all.interfaces.get(name);
  if (one === undefined) return [];
  const inherited = one.bases.flatMap((base) => methodNamesOf(all, base));
  return [...new Set([...one.methods.keys(), ...inherited])];
};
