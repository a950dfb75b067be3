import { describe, expect, it } from "vitest";
import { bytesOfBase64, textInCharset } from "#shared/mail/charsets.ts";
import { decodedWords } from "#shared/mail/encoded-words.ts";
import { fieldValueOf, headerLinesOf } from "#shared/mail/header-fields.ts";
import { flowedText } from "#shared/mail/flowed-text.ts";
import { MAIL_LIMITS } from "#shared/mail/message.ts";

const bytes = (...list: number[]): Uint8Array => new Uint8Array(list);

describe("encoded words", () => {
  it.each([
    ["=?utf-8?Q?=C3=89ch=C3=A9ance?=", "Échéance"],
    ["=?UTF-8?B?w4ljaMOpYW5jZQ==?=", "Échéance"],
    ["=?iso-8859-1?q?=C9ch=E9ance_du_31?=", "Échéance du 31"],
    ["=?windows-1252?Q?12_=80?=", "12 €"],
    ["=?iso-8859-15?Q?12_=A4?=", "12 €"],
    ["Re: =?utf-8?Q?r=C3=A9gl=C3=A9?= ce jour", "Re: réglé ce jour"],
    ["=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"],
    ["=?utf-8?Q?a?=\t =?iso-8859-1?Q?=E9?=", "aé"],
    ["=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"],
    // A character cut in two.
    ["=?utf-8?B?w4nDqWNow6k=?= =?utf-8?B?YW5jZQ==?=", "Ééchéance"],
    ["=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é"],
    ["=?utf-8*fr?Q?=C3=A9?=", "é"],
    ["=?utf-8?Q?que faire??=", "que faire?"],
    ["=?utf-8?Q?=4", "=?utf-8?Q?=4"],
    ["=?utf-8?X?a?=", "=?utf-8?X?a?="],
    ["1 =? 2 ?= 3", "1 =? 2 ?= 3"],
    ["=?inconnu?Q?=E9?=", "é"],
    ["=?utf-8?Q?=E9?=", "é"],
    ["=?utf-8?Q?a=0D=0ABcc:_x@y.fr?=", "a  Bcc: x@y.fr"],
    ["rien à décoder", "rien à décoder"],
  ])("%s", (written, read) => {
    expect(decodedWords(written)).toBe(read);
  });

  it("ask the host for a charset that the core does not carry", () => {
    expect(decodedWords("=?koi8-r?Q?=C1?=", (name) => (name === "koi8-r" ? "а" : null))).toBe("а");
  });

  it.each(["=?", "=?u?q?", "=?u?q?a?= ", "=?u?b?", "?=", "="])(
    "are looked for in a time that grows with the line alone: %j",
    (piece) => {
      const start = performance.now();
      decodedWords(piece.repeat(200_000 / piece.length));
      // Quadratic code takes minutes at this length.
      expect(performance.now() - start).toBeLessThan(3_000);
    },
  );
});

describe("bytes", () => {
  it("of broken UTF-8 keep the accents of the lines that are whole", () => {
    expect(textInCharset("utf-8", bytes(0xc3, 0xa9, 10, 0xe9, 10, 0xc3, 0xa9))).toBe("é\né\né");
  });

  it("of base64 are read in both alphabets, with line ends, without padding, and joined", () => {
    expect([...bytesOfBase64("+/-_")]).toEqual([0xfb, 0xff, 0xbf]);
    expect([...bytesOfBase64("Zm 9v\r\n")]).toEqual([102, 111, 111]);
    expect([...bytesOfBase64("Zg==Zg==")]).toEqual([102, 102]);
    expect([...bytesOfBase64("")]).toEqual([]);
  });
});

describe("header lines", () => {
  it("are joined where they fold, and end at the first empty line", () => {
    expect(
      headerLinesOf("\r\nSubject: a\r\n b\r\n\tc\r\nno field\r\nX-Y : z\r\n\r\nTo: no"),
    ).toEqual([
      { name: "Subject", value: "a b c" },
      { name: "X-Y", value: "z" },
    ]);
  });

  it("stop at one more than is kept", () => {
    expect(headerLinesOf("X: y\n".repeat(5_000))).toHaveLength(MAIL_LIMITS.headers + 1);
  });

  it("are parted into a value and its parameters, quoted or not", () => {
    const read = fieldValueOf('Text/Plain; charset="utf-8"; Name=a\\b.txt; name="x;y\\"z"; q');
    expect(read.value).toBe("text/plain");
    expect([...read.params]).toEqual([
      ["charset", "utf-8"],
      ["name", "a\\b.txt"],
    ]);
  });
});

it("text that flows is joined at its soft line ends, but not at the line of a signature", () => {
  expect(flowedText("un \ndeux\n\n-- \nJulie\n", false)).toBe("un deux\n\n-- \nJulie\n");
  expect(flowedText("日本 \n語\n", true)).toBe("日本語\n");
  expect(flowedText(" From here\n", false)).toBe("From here\n");
});
