import { expect, it } from "vitest";
import { fuzzMails, fuzzShapes } from "./mail-fuzz.ts";

const GIB = 1024 ** 3;

it("200,000 mutated mails are opened, read and matched without a crash, a hang or a broken limit", async () => {
  const done = await fuzzMails(200_000, 7);
  expect(done.faults).toEqual([]);
  expect(done.heapBytesMax).toBeLessThan(GIB);
}, 3_600_000);

it("40,000 mutated shapes of Gmail and of Outlook are mapped or refused in a typed way", () => {
  expect(fuzzShapes(20_000, 8).faults).toEqual([]);
}, 600_000);
