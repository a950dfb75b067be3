import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SCOPES } from "#gmail/manifest/scopes.ts";
import { ROOT } from "../../../scripts/programs.mjs";

const page = (name: string): string => readFileSync(join(ROOT, "docs/gmail", name), "utf8");

const rowsOf = (text: string): readonly string[] =>
  text.split("\n").filter((one) => one.startsWith("|"));

describe("the guides to Gmail", () => {
  it.each([
    ["install.md", /\((\d+) clicks?\)/g, /(\d+) clicks and two pastes/],
    ["install.fr.md", /\((\d+) clics?\)/g, /(\d+) clics et deux collages/],
  ])("count every click of the way in: %s", (name, step, total) => {
    const [way = ""] = page(name).split(/^## /m);
    const clicks = [...way.matchAll(step)].map(([, count]) => Number(count));
    expect(clicks.reduce((sum, one) => sum + one, 0)).toBe(Number(total.exec(way)?.[1]));
  });

  it.each(["administrator.md", "administrator.fr.md"])(
    "name every scope with its tier, and no other: %s",
    (name) => {
      const tiers = new Map(
        rowsOf(page(name)).flatMap((row) => {
          const [, scope, tier] = /^\| `([\w.]+)`[^|]*\|\s*(\w+)/.exec(row) ?? [];
          return scope === undefined || tier === undefined ? [] : [[scope, tier] as const];
        }),
      );
      const words = name.includes(".fr")
        ? { plain: "simple", sensitive: "sensible", restricted: "restreinte" }
        : { plain: "plain", sensitive: "sensitive", restricted: "restricted" };
      expect([...tiers]).toEqual(
        SCOPES.map(({ name: scope, tier }) => [scope.replace(/^.*\/auth\//, ""), words[tier]]),
      );
    },
  );

  it.each(["install", "deploy", "administrator", "data-protection"])(
    "say the same in both languages, row for row and step for step: %s",
    (name) => {
      const [english, french] = [page(`${name}.md`), page(`${name}.fr.md`)];
      expect(rowsOf(french).length).toBe(rowsOf(english).length);
      for (const mark of [/^## /gm, /^\d\. /gm, /^- /gm])
        expect(french.match(mark)?.length).toBe(english.match(mark)?.length);
    },
  );
});
