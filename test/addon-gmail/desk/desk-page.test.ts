import { describe, expect, it } from "vitest";
import { deskHtml } from "#gmail/script/desk/desk-page.ts";
import { placeOfPage } from "#src/desk/place-of-page.ts";

const PAGE = '<div id="page" data-place=""></div>';
const asked = (parameter: Record<string, string>) => deskHtml(PAGE, { parameter });

describe("the page that doGet gives", () => {
  it("tells its frame which screen the link asked for, and whose", () => {
    expect(asked({ page: "aged" })).toBe('<div id="page" data-place="aged"></div>');
    expect(asked({ page: "claim", account: "deb-0123" })).toContain('data-place="claim deb-0123"');
  });

  it("takes from a stranger's link no word that could be markup", () => {
    for (const parameter of [
      { page: '"><script>alert(1)</script>' },
      { page: "claim", account: '" onload="alert(1)' },
      { page: "claim", account: "$&$&" },
      { page: "x".repeat(4_000) },
    ])
      expect(asked(parameter)).toBe(PAGE);
    expect(deskHtml(PAGE, null)).toBe(PAGE);
  });

  it("goes to a screen of its own list, and to today's where the word is none", () => {
    expect(placeOfPage("aged", null)).toEqual({ at: "desk", page: "aged" });
    expect(placeOfPage("claim", "deb-1")).toEqual({ at: "claim", account: "deb-1" });
    expect(placeOfPage("claim", null)).toEqual({ at: "today" });
    expect(placeOfPage("statement", "deb-1")).toEqual({
      at: "law",
      account: "deb-1",
      page: "statement",
    });
    expect(placeOfPage("constructor", "deb-1")).toEqual({ at: "today" });
  });
});
