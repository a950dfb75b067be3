import { describe, expect, it } from "vitest";
import { machineClock } from "#src/custody/clock.ts";
import { sampleClock } from "#src/workbench/sample-clock.ts";
import type { Remembered } from "#src/custody/remembered.ts";

const rememberedOf = (start: Readonly<Record<string, string>> = {}): Remembered => {
  const kept = new Map(Object.entries(start));
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => {
      kept.set(key, value);
    },
    forget: (key) => {
      kept.delete(key);
    },
  };
};

describe("the sample's clock", () => {
  it("begins at half past eight in Paris and never leaves its day", () => {
    const clock = sampleClock("2026-11-20", rememberedOf());
    expect(clock.now().slice(0, 16)).toBe("2026-11-20T07:30");
    expect(clock.today("America/New_York")).toBe("2026-11-20");
    const late = sampleClock("2026-11-20", rememberedOf({ lived: String(1e12) }));
    expect(late.now()).toBe("2026-11-20T22:30:00.000Z");
  });

  it("goes on where the last visit left it, and is not put out by what stands in its place", () => {
    const remembered = rememberedOf({ lived: "60000" });
    const first = sampleClock("2026-11-20", remembered).now();
    expect(first >= "2026-11-20T07:31:00.000Z").toBe(true);
    expect(sampleClock("2026-11-20", remembered).now() >= first).toBe(true);
    expect(
      sampleClock("2026-11-20", rememberedOf({ lived: "soon" }))
        .now()
        .slice(0, 16),
    ).toBe("2026-11-20T07:30");
  });
});

describe("the machine's clock", () => {
  it("reads the day in the creditor's time zone, and in its own where the zone is none", () => {
    const clock = machineClock();
    const east = clock.today("Pacific/Kiritimati");
    const west = clock.today("Pacific/Niue");
    // They are 25 hours apart: never the same day.
    expect(east > west).toBe(true);
    expect(clock.today("Mars/Olympus")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
