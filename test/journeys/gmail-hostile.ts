import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { LONG, kept, personOver } from "./gmail-pages.ts";
import type { GmailStory } from "./gmail-pages.ts";

const NORDIS = "From: Compta <s.marchand@nordis.example>";
const HEAD = [
  NORDIS,
  "To: claire@menuiserie-lacombe.example",
  "Subject: LAC-2026-0093",
  "Message-ID: <hostile@nordis.example>",
  "Date: Fri, 20 Nov 2026 09:00:00 +0100",
];
const PLAIN = "Content-Type: text/plain; charset=utf-8";
const SAID = "Bonjour, la facture LAC-2026-0093 sera payée le 27 novembre 2026.";

/** The bytes of a mail: its header fields, an empty line, its body. */
const bytesOf = (head: readonly string[], body: string): Uint8Array =>
  new Uint8Array(Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}\r\n`, "latin1"));

const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join("");

const nested = (depth: number): string =>
  times(depth, (at) =>
    [
      `--b${String(at)}`,
      `Content-Type: multipart/mixed; boundary="b${String(at + 1)}"`,
      "",
      "",
    ].join("\r\n"),
  );

const without = (...names: readonly string[]): readonly string[] =>
  HEAD.filter((line) => !names.some((name) => line.toLowerCase().startsWith(`${name}:`)));

/** Each opened is an execution: what can stand in one mail stands in one. Whose card it is: of Nordis, or a card all the same. */
const MAILS: readonly (readonly [what: string, bytes: Uint8Array, of: "nordis" | "any"])[] = [
  ["no bytes but an empty line", bytesOf([], ""), "any"],
  ["no sender, no body", bytesOf([...without("from"), PLAIN], ""), "any"],
  [
    "a second sender, which is broken, no Message-ID, a date that is none",
    bytesOf([...without("message-id", "date"), "From: <<>>@,", "Date: hier", PLAIN], SAID),
    "any",
  ],
  [
    "a megabyte of header fields, a thousand recipients, a Message-ID that is a search, 5,000 references, a bomb of encoded words",
    bytesOf(
      [
        ...without("to", "subject", "message-id"),
        ...Array<string>(1_000).fill(`Received: ${"x".repeat(990)}`),
        `To: ${times(1_000, (at) => `"N ${String(at)}" <n${String(at)}@b.example>,\r\n `)}x@b.example`,
        'Message-ID: <x" OR {in:sent}@nordis.example>',
        `References: ${times(5_000, (at) => `<${String(at)}@a.example>\r\n `)}`,
        `Subject: ${times(20_000, () => "=?utf-8?B?PGI+?= ")}`,
        PLAIN,
      ],
      SAID,
    ),
    "nordis",
  ],
  [
    "signs in names that turn the line round and end it, a charset that is none, bytes of none",
    bytesOf(
      [
        ...without("from", "subject"),
        "From: =?utf-8?Q?=E2=80=AE=0D=0ABcc:_all=00?= <s.marchand@nordis.example>",
        "Subject: =?utf-8?Q?=E2=80=AE=0D=0A=07?=",
        'Content-Type: text/plain; charset="x-none\u00ff"',
      ],
      `${SAID}\u00ff\u00fe\u0000`,
    ),
    "nordis",
  ],
  [
    "parts in parts without an end, around base64 that is none and half a megabyte of open tags",
    bytesOf(
      [...HEAD, 'Content-Type: multipart/mixed; boundary="b0"'],
      [
        "--b0",
        PLAIN,
        "Content-Transfer-Encoding: base64",
        "",
        "====\u00e9===",
        "--b0",
        "Content-Type: text/html",
        "",
        times(50_000, () => "<div><a "),
        nested(150),
      ].join("\r\n"),
    ),
    "nordis",
  ],
];

export const tellHostile = (story: GmailStory): void => {
  describe("a mail that no program of good faith wrote", { timeout: LONG }, () => {
    it("gets its card all the same, in time, of a size that Gmail draws, and leaves nothing behind", () => {
      const person = personOver(story.stage(), story.sample());
      person.gmail.openHome();
      const before = JSON.stringify(kept(person.account));
      for (const [what, bytes, of] of MAILS) {
        const { fault, ms, logs } = person.gmail.openMessage(person.receive(bytes));
        expect([what, fault, logs]).toEqual([what, null, []]);
        expect(ms, what).toBeLessThan(3_000);
        const { size, title } = person.gmail.card();
        expect(size, what).toBeLessThan(50_000);
        expect(person.words(), what).not.toContain("Relance n'a rien fait");
        expect([what, of === "any" || title === "Nordis SAS"]).toEqual([what, true]);
      }
      const after = JSON.parse(JSON.stringify(kept(person.account))) as { cache: unknown };
      expect({ ...after, cache: null }).toEqual({ ...(JSON.parse(before) as object), cache: null });
    });
  });
};
