import { describe, expect, it } from "vitest";
import type { CacheStore } from "#shared/app/ports.ts";
import { valueOf } from "./sample-entries.ts";

/** What every CacheStore does. */
export const cacheStoreContract = (
  name: string,
  open: (place: string) => Promise<CacheStore>,
): void => {
  describe(`${name} keeps a cache`, () => {
    let places = 0;
    const fresh = (): Promise<CacheStore> => {
      places += 1;
      return open(`cache-${String(places)}`);
    };
    const rows = new Map([
      ["account/deb-1", "un"],
      ["account/deb-2", "deux"],
      ["account/", "bord"],
      ["accounts", "autre"],
      ["accoun", "court"],
      ["search/é\uffff", "trois"],
    ]);

    it("is empty at first", async () => {
      expect(valueOf(await (await fresh()).readAll("")).size).toBe(0);
    });

    it("reads rows by key and by prefix, and leaves out what it does not have", async () => {
      const cache = await fresh();
      valueOf(await cache.write(rows));
      expect(valueOf(await cache.readAll(""))).toEqual(rows);
      expect([...valueOf(await cache.readAll("account/")).keys()].sort()).toEqual([
        "account/",
        "account/deb-1",
        "account/deb-2",
      ]);
      expect(valueOf(await cache.readAll("search/é")).size).toBe(1);
      expect(valueOf(await cache.read(["account/deb-2", "account/deb-9"]))).toEqual(
        new Map([["account/deb-2", "deux"]]),
      );
    });

    it("writes over rows and removes them in one step", async () => {
      const cache = await fresh();
      valueOf(await cache.write(rows));
      valueOf(
        await cache.write(
          new Map([
            ["account/deb-1", "nouveau"],
            ["account/deb-2", null],
            ["absent", null],
          ]),
        ),
      );
      expect(valueOf(await cache.readAll("account/deb"))).toEqual(
        new Map([["account/deb-1", "nouveau"]]),
      );
    });

    it("writes nothing where the row that the writer built upon has moved", async () => {
      const cache = await fresh();
      const first = new Map([["meta", "1"]]);
      valueOf(await cache.write(first, { key: "meta", text: undefined }));
      const late = await cache.write(new Map([["meta", "2"]]), { key: "meta", text: undefined });
      expect(late).toEqual({ ok: false, error: { type: "row-moved" } });
      const later = new Map([
        ["meta", "3"],
        ["a", "un"],
      ]);
      valueOf(await cache.write(later, { key: "meta", text: "1" }));
      expect(valueOf(await cache.readAll(""))).toEqual(later);
    });

    it("is emptied at once", async () => {
      const cache = await fresh();
      valueOf(await cache.write(rows));
      valueOf(await cache.clear());
      expect(valueOf(await cache.readAll("")).size).toBe(0);
    });
  });
};
