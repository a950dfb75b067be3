import { addDays, dateOf } from "#shared/kernel/calendar.ts";
import { TODAY, addSketch, openBooks, openFakeHost, say } from "./fake-host.ts";
import type { FakeHost, FakeOptions } from "./fake-host.ts";

/** A debtor of whom the law has much to say: proceedings published, an order issued, a part payment, a policy. */
export const openLawBooks = async (
  options: FakeOptions = {},
  published: string | null = "2026-10-02",
): Promise<{ readonly host: FakeHost; readonly mercier: string; readonly nordis: string }> => {
  const host = await openFakeHost(options);
  await openBooks(host);
  const mercier = await addSketch(host, { name: "Garage Mercier", invoices: [[173, 1000000]] });
  await say(host, mercier, {
    type: "record-insolvency",
    insolvency: null,
    state: "receivership",
    judgmentOn: dateOf("2026-09-25"),
    publishedOn: published === null ? null : dateOf(published),
    court: "Tribunal de commerce de Périgueux",
    officer: null,
    source: "BODACC",
  });
  const nordis = await addSketch(host, {
    name: "Nordis SAS",
    invoices: [
      [173, 1000000],
      [40, 250000],
    ],
  });
  await say(host, nordis, {
    type: "record-payment",
    on: addDays(TODAY, -10),
    currency: "EUR",
    amount: 200000,
    reference: null,
    payer: null,
    source: "hand",
    rank: 0,
    named: [],
    allocations: null,
  });
  return { host, mercier, nordis };
};
