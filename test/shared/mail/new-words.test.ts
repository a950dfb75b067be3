import { describe, expect, it } from "vitest";
import type { MailAddress } from "#shared/mail/message.ts";
import { newWords } from "#shared/mail/new-words.ts";
import { HISTORIES } from "../../fixtures/replies/histories.ts";
import { WHOLE_MAILS } from "../../fixtures/replies/mails.ts";
import { SIGNINGS } from "../../fixtures/replies/signings.ts";

const PAUL: MailAddress = { address: "paul@roche.example", name: "Paul Roche" };
const WORDS = "Bonjour,\n\nLe virement part vendredi.";

/** Lines with letters, as they are shown. */
const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /[a-z]/i.test(line));

describe("new words above a history", () => {
  it.each(HISTORIES.map((one) => [one.program, one.text] as const))(
    "end where it begins: %s",
    (_program, history) => {
      expect(newWords(`${WORDS}\n\n${history}`, PAUL).text).toBe(WORDS);
      expect(newWords(`${WORDS}\n\nCordialement,\nPaul Roche\n\n${history}`, PAUL).text).toBe(
        WORDS,
      );
      expect(newWords(`${WORDS}\n${history}`, PAUL).text).toBe(WORDS);
    },
  );

  it.each(HISTORIES.map((one) => [one.program, one.text] as const))(
    "leave no line of it unseen: %s",
    (_program, history) => {
      const { quoted } = newWords(`${WORDS}\n\n${history}`, PAUL);
      const shown = quoted.split("\n").map((line) => line.trim());
      const unseen = linesOf(history).filter((line) => !shown.includes(line));
      expect(unseen.filter((line) => !line.startsWith("Obtenez Outlook"))).toEqual([]);
    },
  );
});

describe("new words above a signature", () => {
  it.each(SIGNINGS.map((one, index) => [one.of, one, index] as const))(
    "end where it begins: %s",
    (_of, one, index) => {
      const from = { address: one.address ?? PAUL.address, name: one.name ?? PAUL.name };
      const expected = one.kept === undefined ? WORDS : `${WORDS}\n\n${one.kept}`;
      const history = HISTORIES[index % HISTORIES.length]?.text ?? "";
      expect(newWords(`${WORDS}\n\n${one.tail}`, from).text).toBe(expected);
      expect(newWords(`${WORDS}\n\n${one.tail}\n\n${history}`, from).text).toBe(expected);
    },
  );

  it.each(SIGNINGS.filter((one) => one.kept === undefined).map((one) => [one.of, one] as const))(
    "keep the signature beside them: %s",
    (_of, one) => {
      const from = { address: one.address ?? PAUL.address, name: one.name ?? PAUL.name };
      const { signature } = newWords(`${WORDS}\n\n${one.tail}`, from);
      expect(linesOf(one.tail).filter((line) => !signature.includes(line))).toEqual([]);
    },
  );
});

describe("new words of a whole mail", () => {
  it.each(WHOLE_MAILS.map((one) => [one.of, one] as const))("are those of %s", (_of, one) => {
    expect(newWords(one.body, PAUL).text).toBe(one.reply);
  });
});
