import { createRequire } from "node:module";
import { check } from "recheck";
import { Visitor } from "vite";
import { describe, expect, it } from "vitest";
import { placeOf, sourcesOf } from "./sources.ts";

/** How long one pattern may be looked at. Beyond this a person must make it simpler. */
const PATTERN_MS_MAX = 30_000;

/** The program of the platform where there is one, seven times faster; else the one in JavaScript. */
const hasNative = (): boolean => {
  const names = { linux: "linux", darwin: "macos", win32: "windows" } as Record<string, string>;
  try {
    const platform = names[process.platform] ?? "none";
    createRequire(import.meta.url).resolve(`recheck-${platform}-${process.arch}/package.json`);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "MODULE_NOT_FOUND")
      return false;
    throw cause;
  }
};
process.env["RECHECK_BACKEND"] = hasNative() ? "native" : "pure";

type Pattern = { readonly source: string; readonly flags: string };

const placesByPattern = new Map<string, { pattern: Pattern; places: string[] }>();
for (const source of sourcesOf("shared", "src", "addin-outlook", "addon-gmail")) {
  new Visitor({
    Literal(node) {
      if (!("regex" in node)) return;
      const pattern = { source: node.regex.pattern, flags: node.regex.flags };
      const key = `/${pattern.source}/${pattern.flags}`;
      const known = placesByPattern.get(key) ?? { pattern, places: [] };
      known.places.push(placeOf(source, node.start));
      placesByPattern.set(key, known);
    },
  }).visit(source.program);
}
const patterns = [...placesByPattern.values()];

const verdict = async ({ source, flags }: Pattern): Promise<string> => {
  const found = await check(source, flags, { timeout: PATTERN_MS_MAX, randomSeed: 1 });
  return found.status === "vulnerable" ? `vulnerable: ${found.complexity.summary}` : found.status;
};

describe("every pattern of our own", () => {
  it("is found", () => {
    expect(patterns.length).toBeGreaterThan(5);
  });

  it("is looked at by a tool that sees a bad one", async () => {
    expect(await verdict({ source: "^(a+)+$", flags: "" })).toMatch(/^vulnerable/);
    expect(await verdict({ source: "^a+$", flags: "" })).toBe("safe");
  });

  it.concurrent.each(patterns.map(({ pattern, places }) => [places.join(", "), pattern] as const))(
    "takes linear time: %s",
    async (_places, pattern) => {
      expect(`/${pattern.source}/${pattern.flags} is ${await verdict(pattern)}`).toBe(
        `/${pattern.source}/${pattern.flags} is safe`,
      );
    },
    PATTERN_MS_MAX * 4,
  );
});
