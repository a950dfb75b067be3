import { describe, expect, it } from "vitest";
import { HTML_TEXT_CHARS_MAX } from "#shared/mail/html-lines.ts";
import { htmlText } from "#shared/mail/html-text.ts";

describe("HTML read as a person sees it", () => {
  it("drops scripts, styles, comments and what is hidden", () => {
    const html =
      "<style>p{color:red}</style><script>alert('payé')</script><!-- x --><p>Bonjour</p><div style='display: none'>caché</div><span hidden>non</span><p>Fin</p>";
    expect(htmlText(html)).toBe("Bonjour\n\nFin");
  });

  it("makes lines of blocks and breaks, rows of tables, and quotes of quotations", () => {
    expect(htmlText("a<br>b<div>c</div>d")).toBe("a\nb\nc\nd");
    expect(htmlText("<table><tr><td>F-1</td><td>10 €</td></tr></table>")).toBe("F-1\t10 €");
    expect(htmlText("Oui<blockquote>Avez-vous payé ?</blockquote>")).toBe(
      "Oui\n> Avez-vous payé ?",
    );
  });

  it("decodes names and numbers of characters, and nothing twice", () => {
    expect(htmlText("&eacute;&#233;&#xE9;&euro;&#128;&amp;lt;&nope;&#xD800;")).toBe(
      "éé\u00e9€€&lt;&nope;\ufffd",
    );
  });

  it("never turns text into a tag", () => {
    expect(htmlText("a < b & c > d")).toBe("a < b & c > d");
    expect(htmlText("<scr<script>ipt>x</script>y")).not.toContain("<script");
  });

  it.each([
    ["<div>", 100_000],
    ["<", 500_000],
    ["<a ", 200_000],
    ["<style>", 100_000],
    ["</x", 200_000],
    ["&", 500_000],
    ["<!--", 100_000],
    [" ", 1_000_000],
    ["<td>", 200_000],
    ["<blockquote>x", 50_000],
  ])("answers within its limits to %s repeated", (unit, times) => {
    expect(htmlText(unit.repeat(times)).length).toBeLessThanOrEqual(HTML_TEXT_CHARS_MAX);
  });
});
