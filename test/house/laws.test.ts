import { parseSync, Visitor } from "vite";
import { describe, expect, it } from "vitest";
import { placeOf, sourcesOf, type Source } from "./sources.ts";

const isNamed = (node: { type: string; name?: unknown }, name: string): boolean =>
  node.type === "Identifier" && node.name === name;

/** What the core says that would make two runs of it differ, or wait. */
const impureIn = (source: Source): string[] => {
  const found: string[] = [];
  const say = (what: string, start: number): void => {
    found.push(`${placeOf(source, start)} ${what}`);
  };
  const functionNode = (node: { async: boolean; start: number }): void => {
    if (node.async) say("async", node.start);
  };
  new Visitor({
    NewExpression(node) {
      if (isNamed(node.callee, "Date") && node.arguments.length === 0) {
        say("new Date() reads the clock", node.start);
      }
    },
    CallExpression(node) {
      if (isNamed(node.callee, "Date")) say("Date() reads the clock", node.start);
    },
    MemberExpression(node) {
      if (node.computed) return;
      if (isNamed(node.object, "Date") && node.property.type === "Identifier") {
        if (node.property.name === "now") say("Date.now reads the clock", node.start);
      }
      if (isNamed(node.object, "Math") && node.property.type === "Identifier") {
        if (node.property.name === "random") say("Math.random is chance", node.start);
      }
    },
    AwaitExpression(node) {
      say("await", node.start);
    },
    ImportExpression(node) {
      say("import()", node.start);
    },
    FunctionDeclaration: functionNode,
    FunctionExpression: functionNode,
    ArrowFunctionExpression: functionNode,
    Literal(node) {
      if ("regex" in node && /[dv]/.test(node.regex.flags)) say("a newer flag", node.start);
    },
  }).visit(source.program);
  return found;
};

const unsafeIn = (source: Source): string[] => {
  const found: string[] = [];
  new Visitor({
    TSAsExpression(node) {
      const inner = node.expression;
      if (inner.type === "TSAsExpression" && inner.typeAnnotation.type === "TSUnknownKeyword") {
        found.push(`${placeOf(source, node.start)} as unknown as`);
      }
    },
    NewExpression(node) {
      if (isNamed(node.callee, "RegExp")) {
        found.push(`${placeOf(source, node.start)} new RegExp, which no test can check`);
      }
    },
  }).visit(source.program);
  return found;
};

const invented = (text: string): Source => {
  const [source] = sourcesOf("shared/kernel");
  if (source === undefined) throw new Error("the kernel is empty");
  return { ...source, path: "invented.ts", text, program: parse(text) };
};

const parse = (text: string): Source["program"] => parseSync("invented.ts", text).program;

describe("the core", () => {
  it("knows no clock, no chance and no waiting", () => {
    const core = sourcesOf("shared");
    expect(core.length).toBeGreaterThan(10);
    expect(core.flatMap(impureIn)).toEqual([]);
  });

  it.each([
    ["new Date();"],
    ["Date.now();"],
    ["Date();"],
    ["Math.random();"],
    ["export const f = async () => { await 1; };"],
    ["void import('x');"],
    ["/a/d;"],
  ])("would be refused with %s", (text) => {
    expect(impureIn(invented(text))).not.toEqual([]);
  });

  it("may make a date out of numbers", () => {
    expect(impureIn(invented("new Date(Date.UTC(2026, 0, 1)).getUTCDay();"))).toEqual([]);
  });
});

describe("our own code", () => {
  const ours = sourcesOf("shared", "src", "addin-outlook", "addon-gmail");

  it("asserts no type through unknown, and writes its patterns as literals", () => {
    expect(ours.flatMap(unsafeIn)).toEqual([]);
    expect(unsafeIn(invented("x as unknown as string;"))).toHaveLength(1);
    expect(unsafeIn(invented("new RegExp(x);"))).toHaveLength(1);
  });

  it("names its files for concepts", () => {
    const vague =
      /(^|[/.-])(utils?|helpers?|commons?|managers?|services?|misc)([/.-])|(^|\/)index\.tsx?$/;
    expect(ours.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
  });
});
