import { describe, expect, it } from "vitest";
import { foreign, own } from "#shared/kernel/text.ts";
import { run } from "#gmail/script/cards/card.ts";
import {
  COLORS,
  LABEL_CHARS_MAX,
  markupOf,
  plainOf,
  RUN_CHARS_MAX,
} from "#gmail/script/cards/markup.ts";
import { deskLink, mailLink } from "#gmail/script/cards/links.ts";

describe("words of a card", () => {
  it("are escaped wherever markup is read, and stand as they are where none is", () => {
    const evil = [foreign(`<b>A & B</b><a href="https://evil.example">'ici'</a>`)];
    expect(markupOf([run(evil, "strong")])).toBe(
      "<b>&lt;b&gt;A &amp; B&lt;/b&gt;&lt;a href=&quot;https://evil.example&quot;&gt;&#39;ici&#39;&lt;/a&gt;</b>",
    );
    expect(plainOf([own("De "), foreign("Dupont & <Fils>")])).toBe("De Dupont & <Fils>");
  });

  it("escape what is ours too: a figure or a name in a sentence of ours is none of the markup", () => {
    expect(markupOf([run([own("1 < 2")], "good")])).toBe('<font color="#178540">1 &lt; 2</font>');
  });

  it("have the spaces of French where they are ours, whoever worded them, and stay as they were written in a mail", () => {
    const said = [own("Dit : « "), foreign("« Oui ? »"), own(" » ; 5 % ?")];
    const spaced = "Dit\u00a0: «\u00a0« Oui ? »\u00a0»\u00a0; 5\u00a0%\u00a0?";
    expect(plainOf(said)).toBe(spaced);
    expect(markupOf([run(said, "plain")])).toBe(spaced);
  });

  it("keep lines in texts, and one line in labels", () => {
    expect(markupOf([run([foreign("un\r\ndeux")], "plain")])).toBe("un<br>deux");
    expect(plainOf([foreign("un\n  deux")])).toBe("un deux");
  });

  it("are cut before they are escaped, and never in the middle of a sign", () => {
    expect(markupOf([run([foreign("&".repeat(5_000))], "plain")])).toBe(
      `${"&amp;".repeat(RUN_CHARS_MAX - 1)}…`,
    );
    const cut = plainOf([foreign("😀".repeat(500))]);
    expect(cut.length).toBeLessThanOrEqual(LABEL_CHARS_MAX);
    expect(() => encodeURIComponent(cut)).not.toThrow();
  });
});

describe("addresses that a card opens", () => {
  it("carry a Message-ID encoded, whatever a mail calls itself", () => {
    const { url } = mailLink(`<"/../#inbox?a=b"@x \ud800>`);
    expect(url.startsWith("https://mail.google.com/mail/#search/rfc822msgid%3A")).toBe(true);
    expect(url.slice(47)).toMatch(/^[\w%.~!*'()-]+$/);
    expect(mailLink("x".repeat(9_000)).url.length).toBeLessThan(700);
  });

  it("name the desk's page and an encoded account", () => {
    expect(deskLink("https://script.google.com/x/exec", "claim", "a&page=b").url).toBe(
      "https://script.google.com/x/exec?page=claim&account=a%26page%3Db",
    );
  });
});

describe("the colors of a card's words", () => {
  const channel = (color: string, at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const light = (color: string): number =>
    0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
  const contrast = (one: string, other: string): number => {
    const [dim = 0, bright = 0] = [light(one), light(other)].toSorted((a, b) => a - b);
    return (bright + 0.05) / (dim + 0.05);
  };

  it.each(Object.values(COLORS).filter((color) => color !== null))(
    "are read in the light and in the dark: %s",
    (color) => {
      expect(contrast(color, "#ffffff")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color, "#1f1f1f")).toBeGreaterThanOrEqual(3.5);
    },
  );
});
