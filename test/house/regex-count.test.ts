import { Visitor } from "vite";
import { describe, expect, it } from "vitest";
import { placeOf, sourcesOf } from "./sources.ts";

/** Words of replies are data in one matcher; a pattern is for signs. More of them than this hide words again. */
const MAIL_PATTERNS_MAX = 80;

describe("what reads mails", () => {
  it("reads by words as data and by scanning, with few regular expressions", () => {
    const places: string[] = [];
    for (const source of sourcesOf("shared/mail"))
      new Visitor({
        Literal(node) {
          if ("regex" in node) places.push(placeOf(source, node.start));
        },
        NewExpression(node) {
          if (node.callee.type === "Identifier" && node.callee.name === "RegExp")
            places.push(placeOf(source, node.start));
        },
      }).visit(source.program);
    expect(places.length).toBeGreaterThan(5);
    expect(places.slice(MAIL_PATTERNS_MAX)).toEqual([]);
  });
});
