import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, type ParseResult } from "vite";
import { ROOT } from "../../scripts/programs.mjs";

export type Source = {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly program: ParseResult["program"];
};

/** Every source in TypeScript below the named trees, parsed. */
export const sourcesOf = (...trees: readonly string[]): readonly Source[] =>
  trees.flatMap((tree) =>
    readdirSync(join(ROOT, tree), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
      .toSorted()
      .map((name) => {
        const path = `${tree}/${name}`;
        const text = readFileSync(join(ROOT, path), "utf8");
        const { program, errors } = parseSync(path, text);
        if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? "not parsed"}`);
        return { path, text, program };
      }),
  );

/** Where in a source something stands, as editors count. */
export const placeOf = (source: Source, offset: number): string =>
  `${source.path}:${source.text.slice(0, offset).split("\n").length}`;
