import { describe, expect, it } from "vitest";
import { TIMELINE_PAGE, timelineView } from "#shared/app/timeline-view.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { contact, debtor, invoice, promise, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";

const SHA = "ab".repeat(32);

const mail: AccountEvent = {
  type: "exchange-filed",
  data: {
    exchange: "e1",
    kind: "mail",
    direction: "in",
    on: dateOf("2026-11-18"),
    at: "2026-11-18T08:00:00Z",
    subject: "Re: F-1",
    from: "compta@bloch.example",
    to: ["claire@lacombe.example"],
    outcome: null,
    words: "Nous avons réglé hier.",
    invoices: [],
    messageId: "m1@bloch.example",
    blob: { sha256: SHA, size: 4321 },
    obtained: "as-received",
    automatic: false,
  },
};

const tagged: AccountEvent = {
  type: "exchange-tagged",
  data: { exchange: "e1", tag: "paid", also: [], suggested: "paid", grounds: [], back: null },
};

const given = (events: readonly AccountEvent[], rest: Partial<Given> = {}): Given => ({
  accounts: { bloch: [debtor("bloch", "Bloch"), ...events] },
  ...rest,
});

const draw = (at: Given, page = 0) => viewOf(timelineView, { account: "bloch", page }, at);

describe("the timeline", () => {
  it("tells what happened, newest first, each with its author", () => {
    const view = draw(
      given([
        contact("compta@bloch.example"),
        invoice("F-1", 115_000, "2026-10-30"),
        promise("2026-11-13", 115_000),
        mail,
        tagged,
      ]),
    );
    expect(view.items.map((item) => text(item.text))).toEqual([
      "Contact : compta@bloch.example (relances)",
      "Message reçu de compta@bloch.example : Re: F-1, classé « déjà payé »",
      "1 150,00 € promis au 13/11",
      "Facture F-1, 1 150,00 €, échéance 30/10",
    ]);
    expect(text(view.items[1]?.author ?? null)).toBe("noté par Camille aujourd'hui");
    expect(view.items[1]?.words).toEqual({ foreign: "Nous avons réglé hier." });
  });

  it("tells it in English", () => {
    const view = draw(given([mail, tagged], { language: "en" }));
    expect(text(view.items[0]?.text ?? null)).toBe(
      "Message received from compta@bloch.example: Re: F-1, filed under “already paid”",
    );
    expect(text(view.items[0]?.exhibits[0]?.obtained ?? null)).toBe("as received");
  });

  it("shows an exhibit with its hash, its size and how it was obtained", () => {
    const [exhibit] = draw(given([mail])).items[0]?.exhibits ?? [];
    expect(exhibit?.sha256).toBe(SHA);
    expect([text(exhibit?.size ?? null), text(exhibit?.obtained ?? null)]).toEqual([
      "4 ko",
      "tel que reçu",
    ]);
  });

  it("undoes a mail with its tag, and nothing on which something rests", () => {
    const { items } = draw(
      given([
        invoice("F-1", 1_000, "2026-10-30"),
        mail,
        tagged,
        invoice("F-2", 1_000, "2026-11-30"),
      ]),
    );
    const undone = (key: string) => items.find((item) => item.key === key)?.undo?.action;
    expect(undone("e1")).toMatchObject({
      act: "void-entries",
      entries: [{}, {}].map(() => expect.any(String)),
    });
    expect(undone("F-2")).toBeDefined();
    const paid: AccountEvent = {
      type: "payment-recorded",
      data: {
        payment: "p",
        on: dateOf("2026-11-05"),
        currency: "EUR",
        amount: 1_000,
        allocations: [{ invoice: "F-1", portion: null, to: "principal", amount: 1_000 }],
        reference: null,
        source: "hand",
      },
    };
    const after = draw(given([invoice("F-1", 1_000, "2026-10-30"), paid])).items;
    expect(after.find(({ key }) => key === "F-1")?.undo).toBeNull();
    expect(after.find(({ key }) => key === "p")?.undo).not.toBeNull();
  });

  it("says what no longer holds, and why", () => {
    const withdrawn: AccountEvent = {
      type: "promise-withdrawn",
      data: { promise: "promise-1", on: dateOf("2026-11-10"), reason: "erreur de saisie" },
    };
    const [item] = draw(given([promise("2026-11-13", 115_000), withdrawn])).items;
    expect(text(item?.ended ?? null)).toBe("Terminé le 10/11 : erreur de saisie");
    expect(item?.undo).toBeNull();
  });

  it("turns pages of a hundred, and never past the last", () => {
    const notes = Array.from({ length: 250 }, (_, index): AccountEvent => ({
      type: "note-written",
      data: { note: `n${String(index)}`, on: dateOf("2026-11-10"), text: `note ${String(index)}` },
    }));
    const view = draw(given(notes), 99);
    expect(view).toMatchObject({ page: 2, pages: 3 });
    expect(view.items).toHaveLength(250 - 2 * TIMELINE_PAGE);
    expect(text(view.range)).toBe("201 à 250 sur 250");
  });
});
