import { describe, expect, it } from "vitest";
import { htmlOutline } from "#shared/mail/html-outline.ts";
import { invoicesNamedIn } from "#shared/mail/named-invoices.ts";
import { quotedIn } from "#shared/mail/quoted-mails.ts";

describe("the outline of HTML", () => {
  it("keeps what addresses and numbers are looked for in", () => {
    const html =
      "<html><head><style>F-1 { x: 1 }</style><title>F-2</title></head><body><!-- F-3 --><p>R&eacute;gl&#233;e : facture n&deg;&nbsp;<b>F-2026</b>-00418</p>" +
      "<div><b>De&nbsp;:</b> Marie &lt;marie@dupont.fr&gt;<br><b>Envoy&eacute;&nbsp;:</b> mardi<br><b>&Agrave;&nbsp;:</b> compta@atelier.example</div></body></html>";
    const text = htmlOutline(html);
    const numbers = ["F-2026-00418", "F-1", "F-2", "F-3"].map((number) => ({ number }));
    expect(invoicesNamedIn(numbers, "", text)).toEqual([{ number: "F-2026-00418" }]);
    expect(quotedIn(text).addresses).toEqual(["marie@dupont.fr", "compta@atelier.example"]);
  });

  it("parts the cells of a row and leaves a sign that begins no tag", () => {
    expect(htmlOutline("<tr><td>118</td><td>250</td></tr> 1 < 2").trim()).toBe("118  250 \n 1 < 2");
  });

  it("ends on whatever is not closed", () => {
    for (const html of ["<style>x", "<!-- x", "<p x", "&", "&#;", "&#x110000;", "<"])
      expect(() => htmlOutline(html.repeat(20_000))).not.toThrow();
  });
});
