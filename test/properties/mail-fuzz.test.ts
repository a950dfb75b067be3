import { expect, it } from "vitest";
import { fuzzMails, fuzzShapes } from "./mail-fuzz.ts";

const GIB = 1024 ** 3;

it("20,000 mutated mails are opened, read and matched without a crash, a hang or a broken limit", async () => {
  const done = await fuzzMails(20_000, 20261120);
  expect(done.faults).toEqual([]);
  // Else the mutations only make what is no mail at all.
  expect(done.read).toBeGreaterThan(15_000);
  expect(done.heapBytesMax).toBeLessThan(GIB);
}, 240_000);

it("3,000 mutated shapes of Gmail and of Outlook are mapped or refused in a typed way", () => {
  const done = fuzzShapes(1_500, 20261121);
  expect(done.faults).toEqual([]);
  expect(done.read).toBeGreaterThan(1_000);
  expect(done.refused).toBeGreaterThan(100);
}, 60_000);
