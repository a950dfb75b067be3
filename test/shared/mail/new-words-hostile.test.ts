import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newWordsOfHtml } from "#shared/mail/html-words.ts";
import type { MailAddress } from "#shared/mail/message.ts";
import { NEW_WORDS_CHARS_MAX, newWords } from "#shared/mail/new-words.ts";

const PAUL: MailAddress = { address: "paul@roche.example", name: "Paul Roche" };

const WALLS = [
  "\n",
  " ",
  "\u00a0",
  "\t",
  "-",
  "_",
  ">",
  "> \n",
  "De :\n",
  "De : ",
  "De :\nA :\n",
  "From: <<<",
  "Le a a a ",
  "Le 1 a a\n",
  "a écrit :\n",
  "Le 1 2026 a écrit :\n>x\n",
  "Cordialement,\n",
  "Cordialement,\n\nPS : payé\n\n",
  "Paul\n",
  "--\n",
  "A\n",
  "06 00 00 00 00\n",
  "Ce message est confidentiel\n",
  "Envoyé de mon iPhone\n",
  "message externe, lien\n",
  "l'",
  "(",
  "[",
  "| ",
];

const HTML_WALLS = [
  "<div>",
  "</div>",
  "<blockquote>x",
  '<div class="gmail_quote">x',
  '<div id="Signature">x</div>',
  '<p style="color:#fff">a',
  "<br>",
  "<ol><li>a",
  "<td>a",
  " id=",
  "<div id=",
  "<a b='",
  "&nbsp;",
  "<!--",
];

/** The least of three runs: what else the machine does only adds. */
const least = (run: () => unknown): number => {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
};

const wall = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length));

describe("a hostile wall", () => {
  it.each(WALLS)("of %j is cut in a time that grows with it alone", (piece) => {
    const [one, two] = [50_000, 100_000].map((length) => {
      const text = wall(piece, length);
      return least(() => newWords(text, PAUL));
    });
    // Quadratic code takes minutes at this length.
    expect(two).toBeLessThan(Math.max(1_500, (one ?? 0) * 8));
  });

  it.each(HTML_WALLS)("of %j in HTML is cut in a time that grows with it alone", (piece) => {
    const [one, two] = [100_000, 200_000].map((length) => {
      const html = wall(piece, length);
      return least(() => newWordsOfHtml(html, PAUL));
    });
    expect(two).toBeLessThan(Math.max(2_000, (one ?? 0) * 8));
  });
});

describe("any text", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "Bonjour,",
      "Payé lundi.",
      "> Merci de régler.",
      "Cordialement,",
      "Paul Roche",
      "Le 17/11/2026 à 10:02, Brun a écrit :",
      "De : Brun <a@brun.example>",
      "Envoyé : mardi",
      "À : Paul",
      "Objet : F",
      "--",
      "",
      "Envoyé de mon iPhone",
      "PS : payé",
    ),
    fc.string({ maxLength: 30 }),
  );

  it("is parted without losing or adding a word", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const { text, quoted, signature } = newWords(lines.join("\n"), PAUL);
        const wordsOf = (all: string): readonly string[] =>
          all
            .split(/\s+/)
            .filter((word) => /[a-z0-9]/i.test(word))
            .toSorted();
        expect(wordsOf(`${text}\n${quoted}\n${signature}`)).toEqual(wordsOf(lines.join("\n")));
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it("gives new words that stay what they are when cut again without a history", () => {
    const text = "Bonjour,\n\nPayé lundi.";
    expect(newWords(newWords(text, PAUL).text, PAUL).text).toBe(text);
  });

  it("is read up to its maximum", () => {
    expect(newWords("a ".repeat(NEW_WORDS_CHARS_MAX), PAUL).text.length).toBeLessThanOrEqual(
      NEW_WORDS_CHARS_MAX,
    );
  });
});
