import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkChain } from "#shared/ledger/chain.ts";
import { hashOfHeader, commitmentOf, parseEntryLine } from "#shared/ledger/entry.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { headsOf, witnessOf } from "#shared/ledger/heads.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import { unionEntries } from "#shared/ledger/merge.ts";
import { isCanonicalSegment, parseSegment, textOfSegment } from "#shared/ledger/segment.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import { isVoided, voidsOf } from "#shared/ledger/voiding.ts";
import { INVOICE_BYTES, LEDGER, goldenSegments } from "./sample-ledger.ts";

const folder = new URL("../../fixtures/ledger/", import.meta.url);
const fixture = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".segment"))
  .sort();
const texts = names.map(fixture);
const expected = JSON.parse(fixture("expected.json")) as Witness & {
  readonly hashes: readonly string[];
  readonly voided: readonly string[];
};

const segmentOf = (text: string): Segment => {
  const parsed = parseSegment(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

const union = (): readonly Entry[] => {
  const joined = unionEntries(LEDGER, ...texts.map((text) => segmentOf(text).entries));
  if (!joined.ok) throw new Error(joined.error.type);
  return joined.value;
};

describe("the golden ledger", () => {
  it("is written today byte for byte as it was written first", () => {
    expect(goldenSegments().map(textOfSegment)).toEqual(texts);
  });

  it("is read and written again byte for byte", () => {
    expect(names).toHaveLength(3);
    for (const text of texts) {
      const segment = segmentOf(text);
      expect(textOfSegment(segment)).toBe(text);
      expect(isCanonicalSegment(text, segment)).toBe(true);
    }
  });

  it("has the hashes, heads and ledger head that were written down", () => {
    const entries = union();
    expect(entries.map((entry) => entry.hash)).toEqual(expected.hashes);
    expect(witnessOf(LEDGER, headsOf(entries))).toEqual({
      ledger: expected.ledger,
      heads: expected.heads,
      ledgerHead: expected.ledgerHead,
    });
  });

  it("passes the chain check against its witness, one payload erased with a reason and one withheld", () => {
    const report = checkChain(LEDGER, union(), expected);
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({
      entries: 14,
      erased: 1,
      unexplained: [],
      withheld: 1,
      compared: true,
    });
  });

  it("voids one payment, and the batch not: its void was voided", () => {
    const entries = union();
    const voids = voidsOf(entries);
    expect(entries.filter((entry) => isVoided(entry, voids)).map((entry) => entry.hash)).toEqual(
      expected.voided,
    );
  });
});

type Line = {
  readonly body:
    string | { readonly salt: string; readonly payload: { readonly [key: string]: unknown } };
  readonly hash: string;
  readonly header: {
    readonly writer: string;
    readonly sequence: number;
    readonly previous: string;
    readonly commitment: string;
    readonly blobs: readonly { readonly sha256: string; readonly size: number }[];
  };
};

const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

/** Canonical JSON, written from its description alone. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
};

describe("a verifier that knows only JSON and SHA-256", () => {
  const lines = texts.map((text) =>
    text
      .split("\n")
      .slice(1, -1)
      .map((line) => ({ text: line, value: JSON.parse(line) as Line })),
  );

  it("finds every line canonical, every hash and every commitment right", () => {
    for (const { text, value } of lines.flat()) {
      expect(canonical(value)).toBe(text);
      expect(sha256(canonical(value.header))).toBe(value.hash);
      if (typeof value.body === "string") continue;
      const { payload, salt } = value.body;
      expect(sha256(Buffer.from(salt, "hex"), canonical(payload))).toBe(value.header.commitment);
    }
  });

  it("finds the header's hash in the bytes of the line as they stand", () => {
    for (const { text, value } of lines.flat()) {
      expect(sha256(text.slice(text.lastIndexOf(`,"header":`) + 10, -1))).toBe(value.hash);
    }
  });

  it("follows each writer's links from 64 zeros to its head", () => {
    const lastByWriter = new Map<string, { readonly sequence: number; readonly hash: string }>();
    for (const { value } of lines.flat()) {
      const { previous, sequence, writer } = value.header;
      const last = lastByWriter.get(writer) ?? { sequence: 0, hash: "0".repeat(64) };
      expect({ sequence, previous }).toEqual({ sequence: last.sequence + 1, previous: last.hash });
      lastByWriter.set(writer, { sequence, hash: value.hash });
    }
    const heads = [...lastByWriter].map(([writer, last]) => ({ writer, ...last }));
    expect(heads).toEqual(expected.heads);
    const text = heads.map((head) => `${head.writer} ${head.sequence} ${head.hash}\n`).join("");
    expect(sha256(text)).toBe(expected.ledgerHead);
  });

  it("finds the bytes that an entry names", () => {
    const named = lines.flat().flatMap(({ value }) => value.header.blobs);
    expect(named).toEqual([
      { sha256: sha256(INVOICE_BYTES), size: Buffer.byteLength(INVOICE_BYTES) },
    ]);
  });
});

describe("the description of the format", () => {
  it("gives the ledger head that its commands find in these texts", () => {
    const page = readFileSync(new URL("../../../docs/ledger-format.md", import.meta.url), "utf8");
    expect(page).toContain(`# ${expected.ledgerHead}\n`);
  });
});

describe("the example in the doc comment of an entry", () => {
  const source = readFileSync(new URL("../../../shared/ledger/entry.ts", import.meta.url), "utf8");
  const [header = ""] = /\{"at":"2026.*\}/.exec(source) ?? [];
  const [, hash = ""] = /its hash, ([0-9a-f]{64})/.exec(source) ?? [];
  const [, salt = "", payload = ""] =
    /salt\n \* ([0-9a-f]{32}); payload (\{.*\})\./.exec(source) ?? [];

  it("is an entry that verifies, by our code and by SHA-256 alone", () => {
    expect(sha256(header)).toBe(hash);
    expect(header).toContain(`"commitment":"${sha256(Buffer.from(salt, "hex"), payload)}"`);
    const line = `{"body":{"payload":${payload},"salt":"${salt}"},"hash":"${hash}","header":${header}}`;
    const entry = parseEntryLine(line);
    expect(entry?.body.kind).toBe("kept");
    if (entry?.body.kind !== "kept") return;
    expect(hashOfHeader(entry.header)).toBe(entry.hash);
    expect(commitmentOf(entry.body.salt, entry.body.payload)).toBe(entry.header.commitment);
  });
});
