import { expect, it } from "vitest";
import { readOrdinaryMails } from "./ordinary-mail.ts";

/** Of a thousand. */
const MOST = 0.002;

it("of 6,046 ordinary mails, none but two in a thousand is read as a delivery failure or a promise", async () => {
  const { read, bounces, promises } = await readOrdinaryMails(1);
  expect(read).toBeGreaterThan(6_000);
  expect({
    bounces,
    promises,
    few: (bounces.length + promises.length) / read <= MOST,
  }).toMatchObject({ few: true });
}, 600_000);
