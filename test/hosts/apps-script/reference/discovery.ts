import { readFileSync } from "node:fs";
import { parseSync, type ESTree } from "vite";

/**
 * Routes and shapes of Google's REST interfaces, out of the packages that Google makes from its discovery documents: the
 * routes from the .js, the shapes from the .d.ts, the scopes from the examples in its comments.
 */
export type Api = {
  readonly routes: readonly Route[];
  readonly schemas: ReadonlyMap<string, Schema>;
};

export type Route = {
  /** `drive.files.create`. */
  readonly id: string;
  readonly verb: string;
  readonly host: string;
  readonly path: string;
  /** The path of an upload, where the method takes one. */
  readonly uploadPath: string | null;
  readonly pathParams: readonly string[];
  readonly query: ReadonlyMap<string, Shape>;
  readonly body: string | null;
  readonly answer: string | null;
  /** One of them is enough. */
  readonly scopes: readonly string[];
};

/** Property to its shape. */
export type Schema = ReadonlyMap<string, Shape>;

export type Shape =
  | { readonly kind: "string" | "number" | "boolean" | "any" }
  | { readonly kind: "array"; readonly of: Shape }
  | { readonly kind: "map"; readonly of: Shape }
  | { readonly kind: "schema"; readonly name: string };

const SOURCES = {
  gmail: { path: "gmail/build/v1", host: "https://gmail.googleapis.com" },
  drive: { path: "drive/build/v3", host: "https://www.googleapis.com" },
  chat: { path: "chat/build/v1", host: "https://chat.googleapis.com" },
} as const;

export type ApiName = keyof typeof SOURCES;

const known = new Map<ApiName, Api>();

export const api = (name: ApiName): Api => {
  const before = known.get(name);
  if (before !== undefined) return before;
  const read = readApi(name);
  known.set(name, read);
  return read;
};

const readApi = (name: ApiName): Api => {
  const { path, host } = SOURCES[name];
  const file = `node_modules/@googleapis/${path}`;
  // Places are counted in bytes for comments and in units for the rest: the same where all is ASCII.
  const text = readFileSync(`${file}.d.ts`, "utf8").replace(/[^\0-\x7f]/g, "?");
  const { program, comments } = parseSync("api.d.ts", text);
  const byEnd = new Map(comments.map((one) => [one.end, one.value]));
  const docBefore = (start: number): string =>
    byEnd.get(text.slice(0, start).trimEnd().length) ?? "";
  const space = spaceIn(program);
  const schemas = new Map<string, Schema>();
  const params = new Map<string, ReadonlyMap<string, Shape>>();
  for (const node of space) {
    if (node.type !== "TSInterfaceDeclaration") continue;
    const shape = membersOf(node, text);
    if (node.id.name.startsWith("Schema$")) schemas.set(node.id.name.slice(7), shape);
    else params.set(node.id.name, shape);
  }
  const standard = params.get("StandardParameters") ?? new Map<string, Shape>();
  const declared = new Map<string, Declared>();
  for (const node of space)
    if (node.type === "ClassDeclaration" && node.id !== null)
      readMethods(node, node.id.name, text, docBefore, declared);
  const routes = readRoutes(
    readFileSync(`${file}.js`, "utf8"),
    name,
    host,
    declared,
    params,
    standard,
  );
  return { routes, schemas };
};

const spaceIn = (program: ESTree.Program): readonly ESTree.Statement[] => {
  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    const inner = statement.declaration;
    if (inner?.type !== "TSModuleDeclaration" || inner.body?.type !== "TSModuleBlock") continue;
    return inner.body.body.flatMap((one) =>
      one.type === "ExportNamedDeclaration" && one.declaration !== null
        ? [one.declaration as ESTree.Statement]
        : [one],
    );
  }
  throw new Error("no namespace in the package");
};

const membersOf = (
  node: ESTree.TSInterfaceDeclaration,
  text: string,
): ReadonlyMap<string, Shape> => {
  const members = new Map<string, Shape>();
  for (const member of node.body.body) {
    if (member.type !== "TSPropertySignature") continue;
    const type = member.typeAnnotation?.typeAnnotation;
    if (type === undefined) continue;
    const key = text.slice(member.key.start, member.key.end).replace(/^['"]|['"]$/g, "");
    members.set(key, shapeOf(text.slice(type.start, type.end)));
  }
  return members;
};

const shapeOf = (words: string): Shape => {
  const text = words.replace(/\s*\|\s*null$/, "").trim();
  if (text.endsWith("[]")) return { kind: "array", of: shapeOf(text.slice(0, -2)) };
  const map = /^\{\s*\[key: string\]: ([\s\S]+?);\s*\}$/.exec(text);
  if (map?.[1] !== undefined) return { kind: "map", of: shapeOf(map[1]) };
  const schema = /^Schema\$(\w+)$/.exec(text);
  if (schema?.[1] !== undefined) return { kind: "schema", name: schema[1] };
  if (text === "string" || text === "number" || text === "boolean") return { kind: text };
  return { kind: "any" };
};

/** What the types say of one method. */
type Declared = {
  readonly params: string | null;
  readonly answer: string | null;
  readonly scopes: readonly string[];
};

const readMethods = (
  node: ESTree.Class,
  holder: string,
  text: string,
  docBefore: (start: number) => string,
  into: Map<string, Declared>,
): void => {
  for (const member of node.body.body) {
    if (member.type !== "MethodDefinition" && member.type !== "TSAbstractMethodDefinition")
      continue;
    if (member.key.type !== "Identifier") continue;
    const words = text.slice(member.start, member.end);
    const key = `${holder}.${member.key.name}`;
    const before = into.get(key);
    const scopes =
      /scopes: \[([^\]]*)\]/.exec(docBefore(member.start))?.[1]?.match(/https:\/\/[^']+/g) ?? [];
    into.set(key, {
      params: before?.params ?? /Params[\w$]+/.exec(words)?.[0] ?? null,
      answer: /GaxiosResponseWithHTTP2<Schema\$(\w+)>/.exec(words)?.[1] ?? before?.answer ?? null,
      scopes: before?.scopes.length ? before.scopes : scopes,
    });
  }
};

const METHOD =
  /class (Resource[\w$]+)|^ {8}(\w+)\(paramsOrCallback|\burl: \(rootUrl \+\s*'([^']+)'\)|mediaUrl: \(rootUrl \+\s*'([^']+)'\)|method: '([A-Z]+)'|pathParams: \[([^\]]*)\]/gm;

const readRoutes = (
  source: string,
  apiName: string,
  host: string,
  declared: ReadonlyMap<string, Declared>,
  params: ReadonlyMap<string, ReadonlyMap<string, Shape>>,
  standard: ReadonlyMap<string, Shape>,
): readonly Route[] => {
  const routes: Route[] = [];
  let holder = "";
  let method = "";
  let path = "";
  let verb = "";
  let uploadPath: string | null = null;
  for (const [, ofClass, ofMethod, ofUrl, ofUpload, ofVerb, ofParams] of source.matchAll(METHOD)) {
    if (ofClass !== undefined) holder = ofClass;
    else if (ofMethod !== undefined) {
      method = ofMethod;
      uploadPath = null;
    } else if (ofUrl !== undefined) path = ofUrl;
    else if (ofUpload !== undefined) uploadPath = ofUpload;
    else if (ofVerb !== undefined) verb = ofVerb;
    else {
      const said = declared.get(`${holder}.${method}`);
      const all = new Map([
        ...standard,
        ...(params.get(said?.params ?? "") ?? new Map<string, Shape>()),
      ]);
      const pathParams = (ofParams ?? "")
        .split(",")
        .map((one) => one.trim().replace(/'/g, ""))
        .filter(Boolean);
      const body = all.get("requestBody");
      for (const name of [
        "requestBody",
        "media",
        "auth",
        "callback",
        "access_token",
        ...pathParams,
      ])
        all.delete(name);
      routes.push({
        id: [apiName, ...holder.split("$").slice(1).map(lowerFirst), method].join("."),
        verb,
        host,
        path,
        uploadPath,
        pathParams,
        query: all,
        body: body?.kind === "schema" ? body.name : null,
        answer: said?.answer ?? null,
        scopes: said?.scopes ?? [],
      });
    }
  }
  return routes;
};

const lowerFirst = (word: string): string => `${word.charAt(0).toLowerCase()}${word.slice(1)}`;

/** What does not fit the schema, each with its path; nothing where all fits. */
export const misfits = (of: Api, schema: string, value: unknown): readonly string[] =>
  misfitsOf(of, { kind: "schema", name: schema }, value, schema);

const misfitsOf = (of: Api, shape: Shape, value: unknown, path: string): readonly string[] => {
  switch (shape.kind) {
    case "any":
      return [];
    case "string":
    case "number":
    case "boolean":
      return typeof value === shape.kind ? [] : [`${path} is no ${shape.kind}`];
    case "array":
      return Array.isArray(value)
        ? value.flatMap((one, at) => misfitsOf(of, shape.of, one, `${path}[${String(at)}]`))
        : [`${path} is no array`];
    case "map":
    case "schema": {
      if (typeof value !== "object" || value === null || Array.isArray(value))
        return [`${path} is no object`];
      const members = shape.kind === "schema" ? of.schemas.get(shape.name) : null;
      if (members === undefined) return [`${path}: no such schema`];
      return Object.entries(value).flatMap(([key, one]) => {
        if (one === undefined) return [];
        const inner = shape.kind === "map" ? shape.of : members?.get(key);
        if (inner === undefined) return [`${path}.${key} is unknown`];
        return misfitsOf(of, inner, one, `${path}.${key}`);
      });
    }
    default:
      return shape satisfies never;
  }
};
