import { expect, it } from "vitest";
import { readOrdinaryMails } from "./ordinary-mail.ts";

/** Of a thousand. */
const MOST = 0.002;

it("of every fourth of 6,046 ordinary mails, none but two in a thousand is read as a delivery failure or a promise", async () => {
  const { read, bounces, promises } = await readOrdinaryMails(4);
  expect(read).toBeGreaterThan(1_500);
  expect({
    bounces,
    promises,
    few: (bounces.length + promises.length) / read <= MOST,
  }).toMatchObject({ few: true });
}, 120_000);
