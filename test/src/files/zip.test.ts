import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { crc32 } from "#src/files/crc32.ts";
import { ZIP_LIMITS, unzipBytes, zipBytes } from "#src/files/zip.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";

const member = (name: string, text: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: utf8Bytes(text),
});

/** The archive with a name of the same length in place of another, as nobody who writes archives would do. */
const rename = (zip: Uint8Array, from: string, to: string): Uint8Array => {
  const text = Buffer.from(zip).toString("latin1");
  return Uint8Array.from(Buffer.from(text.split(from).join(to), "latin1"));
};

describe("ZIP", () => {
  it("knows the check value of CRC-32", () => {
    expect(crc32(utf8Bytes("123456789"))).toBe(0xcbf43926);
  });

  it("gives the same bytes whatever the order of members", () => {
    const a = member("vault/aa", "un");
    const b = member("relance.json", "deux");
    expect(valueOf(zipBytes([a, b]))).toEqual(valueOf(zipBytes([b, a])));
  });

  it("reads back what it wrote, for any members", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-zé0-9]{1,8}$/), fc.uint8Array()), {
          selector: ([name]) => name,
          maxLength: 8,
        }),
        fc.constantFrom("store" as const, "deflate" as const),
        (pairs, method) => {
          const members = pairs.map(([name, bytes]) => ({ name, bytes, method }));
          const read = valueOf(unzipBytes(valueOf(zipBytes(members))));
          expect(read).toEqual(new Map(pairs));
        },
      ),
      { seed: 20261120, numRuns: 200 },
    );
  });

  it("reads archives by another writer and writes archives that another reader accepts", () => {
    const long = "Relance ".repeat(40_000);
    const theirs = zipSync({ "dossier/": new Uint8Array(0), "dossier/é.txt": utf8Bytes(long) });
    expect([...valueOf(unzipBytes(theirs)).keys()]).toEqual(["dossier/é.txt"]);
    const ours = valueOf(zipBytes([member("dossier/é.txt", long), member("vide", "")]));
    expect(unzipSync(ours)["dossier/é.txt"]).toEqual(utf8Bytes(long));
    expect(unzipSync(ours)["vide"]).toEqual(new Uint8Array(0));
  });

  it("refuses what is not a ZIP, and one that was cut", () => {
    const zip = valueOf(zipBytes([member("a", "un"), member("b", "deux")]));
    expect(errorOf(unzipBytes(new Uint8Array(0))).type).toBe("zip-not-a-zip");
    expect(errorOf(unzipBytes(utf8Bytes("Bonjour".repeat(20)))).type).toBe("zip-not-a-zip");
    for (let length = 0; length < zip.length; length += 1) {
      expect(unzipBytes(zip.slice(0, length)).ok).toBe(false);
    }
  });

  it("never gives wrong bytes for a changed archive", () => {
    const members = [member("a", "un deux trois ".repeat(9)), member("b", "quatre")];
    const zip = valueOf(zipBytes(members));
    for (let at = 0; at < zip.length; at += 1) {
      const changed = zip.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const read = unzipBytes(changed);
      if (!read.ok) continue;
      const texts = [...read.value.values()].map((bytes) => Buffer.from(bytes).toString());
      for (const text of texts) expect(["un deux trois ".repeat(9), "quatre"]).toContain(text);
    }
  });

  it.each(["../x", "/etc/x", "a/../x", "c:\\xx", "a\\b/c", "a//bcd", "./abc", "ab\u0000cd"])(
    "refuses the name %j, written or read",
    (name) => {
      expect(errorOf(zipBytes([member(name, "x")])).type).toBe("zip-unsafe-name");
      const plain = "n".repeat(name.length);
      const zip = rename(valueOf(zipBytes([member(plain, "x")])), plain, name);
      expect(errorOf(unzipBytes(zip)).type).toBe("zip-unsafe-name");
    },
  );

  it("refuses one name twice, written or read", () => {
    expect(errorOf(zipBytes([member("a", "x"), member("a", "y")])).type).toBe("zip-duplicate-name");
    const zip = rename(
      valueOf(zipBytes([member("name-one", "x"), member("name-two", "y")])),
      "name-two",
      "name-one",
    );
    expect(errorOf(unzipBytes(zip))).toEqual({ type: "zip-duplicate-name", name: "name-one" });
  });

  it("reads back what it wrote where blank pages compress as only a bomb does", () => {
    const bytes = new Uint8Array(5 * 1024 * 1024);
    const read = valueOf(unzipBytes(valueOf(zipBytes([{ name: "scan", bytes }])))).get("scan");
    expect(read !== undefined && Buffer.from(bytes).equals(read)).toBe(true);
  });

  it("refuses a bomb by its ratio before unpacking it", () => {
    const zip = zipSync({ zeros: new Uint8Array(8 * 1024 * 1024) });
    expect(errorOf(unzipBytes(zip))).toEqual({ type: "zip-bomb", name: "zeros" });
  });

  it("refuses a bomb that lies about its size", () => {
    const zip = zipSync({ zeros: new Uint8Array(8 * 1024 * 1024) });
    const view = new DataView(zip.buffer);
    view.setUint32(zip.length - 22 - 46 - 5 + 24, 1000, true);
    expect(errorOf(unzipBytes(zip))).toEqual({ type: "zip-member-broken", name: "zeros" });
  });

  it("refuses members that share their bytes", () => {
    const zip = valueOf(zipBytes([member("one", "same"), member("two", "same")])).slice();
    const view = new DataView(zip.buffer);
    const second = zip.length - 22 - 49;
    view.setUint32(second + 42, 0, true);
    expect(errorOf(unzipBytes(zip)).type).toBe("zip-bomb");
  });

  it("refuses more members and more bytes than its limits", () => {
    const zip = valueOf(zipBytes([member("a", "un"), member("b", "deux")]));
    expect(errorOf(unzipBytes(zip, { ...ZIP_LIMITS, members: 1 }))).toEqual({
      type: "zip-too-many-members",
      members: 2,
    });
    expect(errorOf(unzipBytes(zip, { ...ZIP_LIMITS, totalBytes: 5 }))).toEqual({
      type: "zip-too-large",
      bytes: 6,
    });
  });

  it("refuses to write more members than the format counts", () => {
    const empty = new Uint8Array(0);
    const members = Array.from({ length: 65_536 }, (_, index) => ({
      name: String(index),
      bytes: empty,
      method: "store" as const,
    }));
    expect(errorOf(zipBytes(members)).type).toBe("zip-too-many-members");
    expect(valueOf(unzipBytes(valueOf(zipBytes(members.slice(1))))).size).toBe(65_535);
  });
});
