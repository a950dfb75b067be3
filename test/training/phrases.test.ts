import { describe, expect, it } from "vitest";
import { checkPhrases } from "../../training/check-phrases.ts";
import { phrasesOf } from "../../training/phrases.ts";

const CLAIM = "@ 2026-03-12 Thursday | Verrerie Morel | EUR | F2026-0118 1200.00 2026-01-31\n";

const faultsOf = (text: string): readonly string[] =>
  phrasesOf("phrases-01", text).faults.map((one) => `${String(one.line)} ${one.text}`);

describe("a file of phrases", () => {
  it("gives each phrase its words, what they say, and the day and claim they were written about", () => {
    const { phrases, faults } = phrasesOf(
      "phrases-01",
      `${CLAIM}= dispute:quality +promise /i\nle fond est rayé,\n\nle reste vendredi\n= paid\nc'est parti\n`,
    );
    expect(faults).toEqual([]);
    expect(phrases).toMatchObject([
      {
        id: "phrases-01-1",
        tag: "dispute",
        also: ["promise"],
        reason: "quality",
        isIndirect: true,
        mail: {
          date: "2026-03-12T10:00:00Z",
          body: "le fond est rayé,\n\nle reste vendredi",
          claim: {
            currency: "EUR",
            invoices: [{ number: "F2026-0118", total: 1200, due: "2026-01-31" }],
          },
        },
      },
      { id: "phrases-01-2", tag: "paid", also: [], reason: null, isIndirect: false },
    ]);
  });

  it("takes the last claim before a phrase", () => {
    const { phrases } = phrasesOf(
      "phrases-01",
      `${CLAIM}= paid\nun\n@ 2027-01-04 | Autre | GBP | A 1 10.00 2026-12-01\n= paid\ndeux\n`,
    );
    expect(phrases.map((one) => one.mail.claim.currency)).toEqual(["EUR", "GBP"]);
    expect(phrases[1]?.mail.claim.invoices[0]?.number).toBe("A 1");
  });

  it.each([
    ["an unknown tag", `${CLAIM}= promess\nx\n`, "2 a meaning that cannot be read"],
    ["a dispute without a reason", `${CLAIM}= dispute\nx\n`, "2 a meaning that cannot be read"],
    ["an unknown reason", `${CLAIM}= dispute:colour\nx\n`, "2 a meaning that cannot be read"],
    ["a tag twice", `${CLAIM}= paid +paid\nx\n`, "2 a meaning that cannot be read"],
    [
      "a second tag without its sign",
      `${CLAIM}= paid promise\nx\n`,
      "2 a meaning that cannot be read",
    ],
    ["no words", `${CLAIM}= paid\n\n`, "2 no words"],
    ["a phrase before any claim", "= paid\nx\n", "1 no claim before it"],
    ["words before any phrase", `${CLAIM}x\n`, "2 words without a meaning"],
    ["a day that is none", CLAIM.replace("03-12", "02-30"), "1 a claim that cannot be read"],
    ["an unknown currency", CLAIM.replace("EUR", "FRF"), "1 a claim that cannot be read"],
    ["no invoice", "@ 2026-03-12 | A | EUR\n", "1 a claim that cannot be read"],
  ])("names the line of %s", (_, text, fault) => {
    expect(faultsOf(text)).toContain(fault);
  });
});

describe("the check of phrases", () => {
  const words = "alpha bravo charlie delta echo foxtrot golf hotel india";
  const files = [phrasesOf("phrases-01", `${CLAIM}= paid\n${words}\n= promise\nkilo lima\n`)];
  const mail = (reply: string) => ({ id: "h05-001", expected: { tag: "paid" as const, reply } });

  it("finds nothing where all differ", () => {
    expect(checkPhrases(files, [mail("one two three four five six seven eight")])).toMatchObject({
      likest: null,
      faults: [],
    });
  });

  it("finds a phrase that a mail says too, for a held-out mail must teach nothing", () => {
    expect(checkPhrases(files, [mail(words)]).faults).toEqual([
      { code: "alike", text: "h05-001 and phrases-01-1: 1.00" },
    ]);
  });

  it("does not ask about two mails: the check of the corpus does", () => {
    expect(checkPhrases(files, [mail("a b c d e f g h"), mail("a b c d e f g h")]).faults).toEqual(
      [],
    );
  });
});
