import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CORE_HASH_BYTES_MAX,
  base64OfBytes,
  bytesOfHex,
  concatBytes,
  hexOfBytes,
  isWellFormed,
  sha256Hex,
  utf8Bytes,
  utf8Text,
  wellFormed,
} from "#shared/kernel/bytes.ts";

const SEED = 20261120;
const bytes = fc.uint8Array({ maxLength: 200 });
/** Any sequence of UTF-16 units, lone surrogates among them. */
const units = fc
  .array(
    fc.oneof(
      fc.nat(0xffff),
      fc.integer({ min: 0xd800, max: 0xdfff }),
      fc.constantFrom(0x7f, 0x80, 0x7ff, 0x800),
    ),
    { maxLength: 60 },
  )
  .map((codes) => String.fromCharCode(...codes));

/** Bytes that are often nearly UTF-8. */
const nearlyUtf8 = fc.oneof(
  bytes,
  units.map((text) => new TextEncoder().encode(text)),
  fc
    .array(
      fc.constantFrom(
        0xc0,
        0xc2,
        0xe0,
        0xed,
        0xef,
        0xf0,
        0xf4,
        0xf5,
        0x80,
        0x8f,
        0x90,
        0x9f,
        0xa0,
        0xbf,
        0x41,
      ),
      { maxLength: 12 },
    )
    .map((list) => Uint8Array.from(list)),
);

describe("UTF-8", () => {
  it("is written as TextEncoder writes it, lone surrogates included", () => {
    fc.assert(
      fc.property(units, (text) => {
        expect([...utf8Bytes(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it("is read as a strict TextDecoder reads it, and refused where that refuses", () => {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const expected = (run: Uint8Array): string | null => {
      try {
        return decoder.decode(run);
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(nearlyUtf8, (run) => {
        expect(utf8Text(run)).toBe(expected(run));
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it("is read whole beyond one batch of units", () => {
    const text = "né👍".repeat(5000);
    expect(utf8Text(utf8Bytes(text))).toBe(text);
  });
});

describe("a text made well-formed", () => {
  it("is what its UTF-8 gives back", () => {
    fc.assert(
      fc.property(units, (text) => {
        expect(wellFormed(text)).toBe(
          new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
        );
        expect(isWellFormed(text)).toBe(wellFormed(text) === text);
        expect(isWellFormed(wellFormed(text))).toBe(true);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

describe("hexadecimal and base64", () => {
  it("are what Buffer writes", () => {
    fc.assert(
      fc.property(bytes, (run) => {
        expect(hexOfBytes(run)).toBe(Buffer.from(run).toString("hex"));
        expect(base64OfBytes(run)).toBe(Buffer.from(run).toString("base64"));
        expect([...(bytesOfHex(hexOfBytes(run)) ?? [])]).toEqual([...run]);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it.each(["0", "AB", "0g", "é0", " 00"])("are not read from %j", (text) => {
    expect(bytesOfHex(text)).toBeNull();
  });

  it("are joined in order", () => {
    expect([...concatBytes(Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3))]).toEqual([
      1, 2, 3,
    ]);
  });
});

describe("SHA-256", () => {
  it("is that of node:crypto at every length from 0 to 256", () => {
    for (let length = 0; length <= 256; length += 1) {
      const run = Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 255);
      expect(sha256Hex(run)).toBe(createHash("sha256").update(run).digest("hex"));
    }
  });

  it("is not taken of more than the core's maximum", () => {
    expect(() => sha256Hex(new Uint8Array(CORE_HASH_BYTES_MAX + 1))).toThrow("Too many bytes");
  });
});
