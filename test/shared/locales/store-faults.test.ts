import { describe, expect, it } from "vitest";
import type { StoreFault } from "#shared/app/ports.ts";
import { storeFaultEn, storeFaultFr } from "#shared/locales/store-faults.ts";

// Typed both ways, so that a fault without words, or words without a fault, does not compile.
const fr: Readonly<Record<StoreFault["type"], string>> = storeFaultFr;
const en: Readonly<Record<StoreFault["type"], string>> = storeFaultEn;
const types: readonly StoreFault["type"][] = Object.keys(
  storeFaultFr,
) as (keyof typeof storeFaultFr)[];

describe("faults of storage in words", () => {
  it.each(types)("says in both languages what %s is and what to do", (type) => {
    for (const words of [fr[type], en[type]]) {
      expect(words.split(/[.;] /).length).toBeGreaterThan(1);
      expect(words).toMatch(/[a-z]\.$/);
    }
    expect(fr[type]).not.toBe(en[type]);
  });

  it("sends people to their backup when what was here is gone or no longer right", () => {
    for (const type of ["storage-evicted", "storage-corrupt"] as const) {
      expect(fr[type]).toContain("Restaurez votre dernière sauvegarde".slice(1));
      expect(en[type].toLowerCase()).toContain("restore your latest backup");
    }
  });
});
