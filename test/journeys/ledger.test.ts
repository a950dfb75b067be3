import { describe, expect, it } from "vitest";
import { agedView } from "#shared/app/aged-view.ts";
import { claimView } from "#shared/app/claim-view.ts";
import { debtorView } from "#shared/app/debtor-view.ts";
import {
  eraseEntries,
  markPaymentsKnown,
  voidBatch,
  voidEntries,
} from "#shared/app/ledger-acts.ts";
import { searchView } from "#shared/app/search-view.ts";
import { accountEntry } from "#shared/app/streams.ts";
import { timelineView } from "#shared/app/timeline-view.ts";
import { todayView } from "#shared/app/today-view.ts";
import { NOTHING_ASKED } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { debtorIdOf } from "#shared/claims/ids.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { ROWS, act, invoiceOf, takeInFile, typeIn } from "./ledger-story.ts";
import { DRIVERS, LEDGER, install, viewOf } from "./two-drivers.ts";
import type { Installation } from "./two-drivers.ts";

const words = (sentence: Sentence): string =>
  sentence
    .map(shownText)
    .join("")
    .replace(/[\u00a0\u202f]/g, " ");

type Figures = Readonly<
  Record<string, readonly [total: number, contested: number, credit: number]>
>;

/** What is asked for, contested and in credit, by currency, in cents. */
const figures = async (device: Installation): Promise<Figures> => {
  const { tables } = await viewOf(device.run(agedView, null));
  return Object.fromEntries(
    tables.map(({ currency, total }) => {
      const of = (key: string): number => total.cells.find((cell) => cell.key === key)?.minor ?? 0;
      return [currency, [of("total"), of("contested"), of("credit")]];
    }),
  );
};

const BATCH = "batch-of-a-file";

/** A file taken in once more, under a debtor written another way. */
const takeInAgain: UseCase<null, string, never> = {
  name: "take-in-again",
  asks: () => NOTHING_ASKED,
  decide: () => {
    const account = debtorIdOf(LEDGER, { siren: null, name: "NORDIS" });
    const entries = ROWS.slice(0, 2).map(([, number, total, dueOn]) =>
      accountEntry(
        account,
        {
          type: "invoice-recorded",
          data: {
            invoice: invoiceOf(number),
            number,
            issuedOn: dateOf("2026-08-01"),
            currency: "EUR",
            total,
            portions: [{ portion: "p1", amount: total, dueOn: dateOf(dueOn), condition: null }],
            order: null,
            source: "file",
          },
        },
        BATCH,
      ),
    );
    return ok({ view: account, entries, keeps: [], acts: [] });
  },
};

describe.each(DRIVERS)("a ledger kept by hand, on the %s driver", (driver) => {
  it.each([
    ["typed in by hand", typeIn],
    ["taken in from a file", takeInFile],
  ] as const)("is right to the cent at each point of its story, %s", async (_, begin) => {
    const device = await install(driver, "writer-a", "2026-10-30");
    const accounts = await begin(device);
    const of = (name: string): string => accounts.get(name) ?? "";
    expect(await figures(device)).toEqual({ EUR: [5_180_837, 0, 0], GBP: [375_025, 0, 0] });

    device.today = dateOf("2026-11-02");
    await act(device, of("Nordis SAS"), {
      type: "record-payment",
      on: dateOf("2026-11-02"),
      currency: "EUR",
      amount: 500_000,
      reference: "VIR NORDIS",
      payer: null,
      source: "hand",
      rank: 0,
      named: [],
      allocations: null,
    });
    expect(await figures(device)).toEqual({ EUR: [4_680_837, 0, 0], GBP: [375_025, 0, 0] });

    await act(device, of("Groupe Valade"), {
      type: "record-credit-note",
      number: "AV-1",
      issuedOn: dateOf("2026-11-02"),
      currency: "EUR",
      amount: 52_000,
      allocations: [{ invoice: invoiceOf("LAC-03"), amount: 52_000 }],
      source: "hand",
    });
    expect(await figures(device)).toEqual({ EUR: [4_628_837, 0, 0], GBP: [375_025, 0, 0] });

    await act(device, of("Garage Mercier SARL"), {
      type: "open-dispute",
      on: dateOf("2026-11-02"),
      invoice: invoiceOf("LAC-08"),
      amount: 38_000,
      reason: "quantity",
      mustAct: "us",
      note: null,
      exchange: null,
      quote: "il manque deux battants",
    });
    expect(await figures(device)).toEqual({ EUR: [4_590_837, 38_000, 0], GBP: [375_025, 0, 0] });

    await act(device, of("Atelier Bloch"), {
      type: "make-promise",
      on: dateOf("2026-11-02"),
      by: dateOf("2026-11-13"),
      amount: 115_000,
      currency: "EUR",
      invoices: [invoiceOf("LAC-06")],
      condition: null,
      channel: "call",
      exchange: null,
      quote: "virement en fin de semaine prochaine",
    });
    device.today = dateOf("2026-11-20");
    await viewOf(device.run(markPaymentsKnown, { asOf: dateOf("2026-11-19"), source: "hand" }));
    const today = await viewOf(device.run(todayView, { canWriteDrafts: true }));
    const broken = today.rows.find(({ wordKey }) => wordKey === "broken");
    expect(broken?.name.foreign).toBe("Atelier Bloch");
    expect(words(broken?.reason ?? [])).toContain("Promis au 13/11");
    expect(broken?.primary.label.own).toBe("Préparer la relance");

    const double = await viewOf(device.run(takeInAgain, null));
    expect(await figures(device)).toEqual({
      EUR: [4_590_837 + 1_564_000, 38_000, 0],
      GBP: [375_025, 0, 0],
    });
    const voided = await viewOf(device.run(voidBatch, { batch: BATCH, accounts: [double] }));
    expect(await figures(device)).toEqual({ EUR: [4_590_837, 38_000, 0], GBP: [375_025, 0, 0] });
    // The undo is an act like another: taken back, the double stands again; and once more it goes.
    const back = voided.undo ?? { batch: "", accounts: [] };
    const redone = await viewOf(
      device.run(voidBatch, { batch: back.batch, accounts: back.accounts }),
    );
    expect((await figures(device))["EUR"]).toEqual([4_590_837 + 1_564_000, 38_000, 0]);
    const again = redone.undo ?? { batch: "", accounts: [] };
    await viewOf(device.run(voidBatch, { batch: again.batch, accounts: again.accounts }));
    expect((await figures(device))["EUR"]).toEqual([4_590_837, 38_000, 0]);

    const other = await install(driver, "writer-b", "2026-11-20");
    await other.takeIn(await device.entries());
    await act(other, of("Élodie Dupont"), {
      type: "record-payment",
      on: dateOf("2026-11-19"),
      currency: "EUR",
      amount: 64_010,
      reference: null,
      payer: null,
      source: "hand",
      rank: 0,
      named: [],
      allocations: null,
    });
    await act(device, of("Pichon"), {
      type: "cancel-invoice",
      invoice: invoiceOf("LAC-13"),
      on: dateOf("2026-11-20"),
      reason: "double emploi",
    });
    await device.takeIn(await other.entries());
    await other.takeIn(await device.entries());
    const merged = { EUR: [4_590_837 - 64_010 - 9_999, 38_000, 0], GBP: [375_025, 0, 0] };
    expect(await figures(device)).toEqual(merged);
    expect(await figures(other)).toEqual(merged);
  });

  it("takes one click back, and brings it again", async () => {
    const device = await install(driver, "writer-a");
    const accounts = await typeIn(device, ROWS.slice(0, 2));
    const account = accounts.get("Nordis SAS") ?? "";
    const paid = await act(device, account, {
      type: "record-payment",
      on: dateOf("2026-11-20"),
      currency: "EUR",
      amount: 1_564_000,
      reference: null,
      payer: null,
      source: "hand",
      rank: 0,
      named: [],
      allocations: null,
    });
    expect((await figures(device))["EUR"]).toBeUndefined();
    const undo = paid.undo ?? { batch: "", accounts: [] };
    await viewOf(device.run(voidBatch, { batch: undo.batch, accounts: undo.accounts }));
    expect((await figures(device))["EUR"]).toEqual([1_564_000, 0, 0]);
  });

  it("undoes a single entry from the timeline, and brings it again", async () => {
    const device = await install(driver, "writer-a");
    const accounts = await typeIn(device, ROWS.slice(0, 2));
    const account = accounts.get("Nordis SAS") ?? "";
    const { items } = await viewOf(device.run(timelineView, { account, page: 0 }));
    const item = items.find(({ key }) => key === invoiceOf("LAC-02"));
    const action = item?.undo?.action;
    if (action === undefined || !("entries" in action)) throw new Error("no undo");
    const undone = await viewOf(
      device.run(voidEntries, { account: action.account, entries: action.entries }),
    );
    expect((await figures(device))["EUR"]).toEqual([1_264_000, 0, 0]);
    const redo = undone.undo ?? { batch: "", accounts: [] };
    await viewOf(device.run(voidBatch, { batch: redo.batch, accounts: redo.accounts }));
    expect((await figures(device))["EUR"]).toEqual([1_564_000, 0, 0]);
  });

  it("erases the words that the law asks for, and the log still holds", async () => {
    const device = await install(driver, "writer-a");
    const accounts = await typeIn(device, ROWS.slice(0, 1));
    const account = accounts.get("Nordis SAS") ?? "";
    await act(device, account, {
      type: "write-note",
      on: dateOf("2026-11-20"),
      text: "malade depuis mardi",
    });
    const entries = (await device.entries()).filter(({ header }) => header.type === "note-written");
    await viewOf(
      device.run(eraseEntries, {
        account,
        entries: entries.map(({ hash }) => hash),
        reason: "demande d'effacement",
      }),
    );
    const file = await viewOf(device.run(debtorView, { account }));
    const sections = file.groups.flatMap((group) => group.sections);
    expect(sections.find(({ key }) => key === "notes")?.items).toEqual([]);
    expect(JSON.stringify(await device.entries())).not.toContain("malade");
  });
});

it("draws the same screens from both drivers", async () => {
  const drawn: string[] = [];
  for (const driver of DRIVERS) {
    const device = await install(driver, "writer-a");
    const accounts = await typeIn(device);
    const views: unknown[] = [
      await viewOf(device.run(todayView, { canWriteDrafts: false })),
      await viewOf(device.run(agedView, null)),
      await viewOf(device.run(searchView, { query: "valade" })),
    ];
    for (const account of accounts.values()) {
      views.push(
        await viewOf(device.run(claimView, { account })),
        await viewOf(device.run(debtorView, { account })),
        await viewOf(device.run(timelineView, { account, page: 0 })),
      );
    }
    drawn.push(JSON.stringify(views));
  }
  expect(drawn[0]).toBe(drawn[1]);
});
