import { afterEach, describe, expect, it } from "vitest";
import type { VaultStore } from "#shared/app/ports.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { errorOf, valueOf } from "./sample-entries.ts";

/** `now` is the wall time that the opened store reads. */
type OpenVault = (place: string, now: () => string) => Promise<VaultStore>;

/** What every VaultStore does. */
export const vaultStoreContract = (name: string, open: OpenVault): void => {
  evidenceContract(name, open);
  ownVaultContract(name, open);
};

/** Across the contracts: no two tests open one place. */
let places = 0;

type Places = {
  readonly at: (place: string) => Promise<VaultStore>;
  readonly freshPlace: () => string;
  readonly wall: { now: string };
};

const MORNING = "2026-11-20T08:00:00.000Z";

const placesOf = (open: OpenVault): Places => {
  const opened: VaultStore[] = [];
  const wall = { now: MORNING };
  afterEach(() => {
    wall.now = MORNING;
    for (const store of opened.splice(0)) store.close();
  });
  return {
    wall,
    at: async (place) => {
      const store = await open(place, () => wall.now);
      opened.push(store);
      return store;
    },
    freshPlace: () => {
      places += 1;
      return `vault-${String(places)}`;
    },
  };
};

const bytesOf = (text: string): { readonly sha256: string; readonly bytes: Uint8Array } => {
  const bytes = utf8Bytes(text);
  return { sha256: sha256Hex(bytes), bytes };
};

/** Bytes by their hash, wherever they lie. */
export const evidenceContract = (name: string, open: OpenVault): void => {
  describe(`${name} keeps bytes of evidence`, () => {
    const { at, freshPlace } = placesOf(open);

    it("gives back every byte value as it was, to whoever opens it next", async () => {
      const place = freshPlace();
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      valueOf(await (await at(place)).keep(sha256Hex(bytes), bytes));
      expect(valueOf(await (await at(place)).get(sha256Hex(bytes)))).toEqual(bytes);
    });

    it("keeps an empty file", async () => {
      const store = await at(freshPlace());
      const empty = new Uint8Array(0);
      valueOf(await store.keep(sha256Hex(empty), empty));
      expect(valueOf(await store.get(sha256Hex(empty)))).toEqual(empty);
    });

    it("says that bytes are absent", async () => {
      const store = await at(freshPlace());
      expect(valueOf(await store.get("a".repeat(64)))).toBeNull();
    });

    it("refuses a name that is not the bytes' hash, and keeps nothing", async () => {
      const store = await at(freshPlace());
      const { bytes } = bytesOf("Bonjour");
      expect(errorOf(await store.keep("a".repeat(64), bytes))).toEqual({ type: "name-mismatch" });
      expect(valueOf(await store.names())).toEqual([]);
    });

    it("is not changed by what the caller does to its bytes later", async () => {
      const store = await at(freshPlace());
      const { sha256, bytes } = bytesOf("Bonjour");
      const kept = store.keep(sha256, bytes);
      bytes.fill(0);
      valueOf(await kept);
      const got = valueOf(await store.get(sha256));
      expect(got === null ? null : sha256Hex(got)).toBe(sha256);
    });
  });
};

/** What a vault of its own has beside: when bytes were kept, and taking them away. */
export const ownVaultContract = (name: string, open: OpenVault): void => {
  describe(`${name} says when it kept bytes and removes them`, () => {
    const { at, freshPlace, wall } = placesOf(open);

    it("keeps the same bytes once, and says when they were last kept", async () => {
      const store = await at(freshPlace());
      const { sha256, bytes } = bytesOf("Bonjour");
      valueOf(await store.keep(sha256, bytes));
      wall.now = "2026-11-22T08:00:00.000Z";
      valueOf(await store.keep(sha256, bytes));
      expect(valueOf(await store.names())).toEqual([{ sha256, size: 7, keptAt: wall.now }]);
    });

    it("removes bytes, and absent ones are no failure", async () => {
      const store = await at(freshPlace());
      const { sha256, bytes } = bytesOf("Bonjour");
      valueOf(await store.keep(sha256, bytes));
      expect(valueOf(await store.remove(sha256))).toBe(true);
      expect(valueOf(await store.remove(sha256))).toBe(false);
      expect(valueOf(await store.get(sha256))).toBeNull();
      expect(valueOf(await store.names())).toEqual([]);
    });

    it("does not remove bytes that were kept again after the given moment", async () => {
      const store = await at(freshPlace());
      const { sha256, bytes } = bytesOf("Bonjour");
      valueOf(await store.keep(sha256, bytes));
      const seen = wall.now;
      wall.now = "2026-11-22T08:00:00.000Z";
      valueOf(await store.keep(sha256, bytes));
      expect(valueOf(await store.remove(sha256, seen))).toBe(false);
      expect(valueOf(await store.get(sha256))).toEqual(bytes);
      expect(valueOf(await store.remove(sha256, wall.now))).toBe(true);
    });
  });
};
