import { describe, expect, it } from "vitest";
import { newWordsOf, newWordsOfHtml } from "#shared/mail/html-words.ts";
import type { MailAddress } from "#shared/mail/message.ts";
import { HTML_MAILS } from "../../fixtures/replies/html-mails.ts";

const PAUL: MailAddress = { address: "paul@roche.example", name: "Paul Roche" };

describe("new words of HTML", () => {
  it.each(HTML_MAILS.map((one) => [one.program, one] as const))(
    "are what the sender wrote now: %s",
    (_program, one) => {
      const words = newWordsOfHtml(one.html, PAUL);
      expect(words.text).toBe(one.reply);
      expect(words.signature).toContain(one.signature ?? "");
    },
  );

  it("leave the history beside them", () => {
    const gmail = HTML_MAILS[0]?.html ?? "";
    expect(newWordsOfHtml(gmail, PAUL).quoted).toContain("merci de régler AB-118 (1 200,00 €).");
  });
});

describe("new words of a message", () => {
  const html =
    '<div>Payé lundi.</div><div id="appendonsend"></div><div>Texte sans aucune marque en texte brut</div>';
  const text = "Payé lundi.\nTexte sans aucune marque en texte brut";

  it("follow the marks of the HTML, where there are any", () => {
    expect(newWordsOf({ text, html, from: PAUL }).text).toBe("Payé lundi.");
  });

  it("are those of the text, where the HTML marks nothing", () => {
    const plain = { text: "Payé  lundi.", html: "<p>Payé lundi.</p>", from: PAUL };
    expect(newWordsOf(plain).text).toBe("Payé  lundi.");
  });

  it("are those of the text, where nothing is left of the HTML", () => {
    const bottom = '<div id="appendonsend"></div><div>Payé lundi.</div>';
    expect(newWordsOf({ text: "Payé lundi.", html: bottom, from: PAUL }).text).toBe("Payé lundi.");
  });

  it("are those of the HTML, where there is no text", () => {
    expect(newWordsOf({ text: " \n", html: "<p>Payé lundi.</p>", from: null }).text).toBe(
      "Payé lundi.",
    );
    expect(newWordsOf({ text: null, html: null, from: null }).text).toBe("");
  });
});
