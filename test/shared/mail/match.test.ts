import { describe, expect, it } from "vitest";
import {
  domainOf,
  isFreeMail,
  matchIndexOf,
  matchMessage,
  normaliseInvoiceNumber,
  ownDomainOf,
} from "#shared/mail/match.ts";
import type { MatchTarget } from "#shared/mail/match.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { MessageParts } from "#shared/mail/message.ts";

const own = { addresses: ["compta@atelier.example"], domains: ["atelier.example"] };
const target = (account: string, more: Partial<MatchTarget> = {}): MatchTarget => ({
  account,
  name: account,
  addresses: [],
  domains: [],
  messageIds: [],
  references: [],
  invoices: [],
  ...more,
});
const invoice = (number: string) =>
  ({ id: `i-${number}`, number, openMinor: 100, currency: "EUR" }) as const;
const mail = (parts: MessageParts) =>
  messageOf({
    from: { address: "marie@dupont.fr", name: "Marie" },
    to: [{ address: "compta@atelier.example", name: "" }],
    sentAt: "2026-11-20T09:00:00+01:00",
    ...parts,
  });

describe("a mail and its claim", () => {
  it("are asked of a person where a debtor writes in a thread of another's, whose it is first", () => {
    const found = matchMessage(
      mail({ inReplyTo: ["rappel-1@atelier.example"], text: "F-2026-00002" }),
      [
        target("a", { messageIds: ["rappel-1@atelier.example"] }),
        target("b", { invoices: [invoice("F-2026-00002")], addresses: ["marie@dupont.fr"] }),
      ],
      own,
    );
    expect(found.verdict).toBe("tie");
    expect(found.ranked.map(({ account }) => account)).toEqual(["a", "b"]);
  });

  it("belong together by the thread before anything else", () => {
    const found = matchMessage(
      mail({ inReplyTo: ["rappel-1@atelier.example"], text: "F-2026-00002" }),
      [
        target("a", { messageIds: ["rappel-1@atelier.example"] }),
        target("b", { invoices: [invoice("F-2026-00002")] }),
      ],
      own,
    );
    expect(found.verdict).toBe("one");
    expect(found.ranked[0]?.account).toBe("a");
    expect(found.ranked[0]?.reasons[0]).toEqual({
      code: "thread",
      value: "rappel-1@atelier.example",
    });
  });

  it("belong together by our reference, in any case, and not inside a longer word", () => {
    const targets = [target("a", { references: ["R-7KX2PA"] })];
    expect(matchMessage(mail({ subject: "Re: [r-7kx2pa]" }), targets, own).ranked).toHaveLength(1);
    expect(matchMessage(mail({ subject: "XR-7KX2PAB" }), targets, own).verdict).toBe("none");
  });

  it.each(["F-2026-00418", "f2026 00418", "F2026/00418", "facture n° F 2026-00418."])(
    "belong together by an invoice number written %s",
    (text) => {
      const targets = [target("a", { invoices: [invoice("F-2026-00418")] })];
      const found = matchMessage(mail({ text }), targets, own);
      expect(found.ranked[0]?.invoices).toEqual(["i-F-2026-00418"]);
      expect(found.ranked[0]?.reasons[0]?.code).toBe("invoice");
    },
  );

  it("give more weight to a number from the debtor's own address than to the number alone", () => {
    const targets = [
      target("a", { invoices: [invoice("2026-118")], domains: ["dupont.fr"] }),
      target("b", { invoices: [invoice("2026-118")] }),
    ];
    const found = matchMessage(mail({ text: "la 2026-118" }), targets, own);
    expect(found.verdict).toBe("one");
    expect(found.ranked[0]?.reasons.map((one) => one.code)).toEqual([
      "invoice-and-sender",
      "domain",
    ]);
  });

  it("take short figures, misread letters and last digits only from a debtor already known", () => {
    const unknown = [target("b", { invoices: [invoice("2260"), invoice("F20250O418")] })];
    expect(matchMessage(mail({ text: "2260 F202500418" }), unknown, own).verdict).toBe("none");
    const known = [
      target("a", {
        addresses: ["marie@dupont.fr"],
        invoices: [invoice("2260"), invoice("F20250O418")],
      }),
    ];
    const found = matchMessage(mail({ text: "2260 et F202500418" }), known, own);
    expect(found.ranked[0]?.invoices).toHaveLength(2);
  });

  it("are not put together by a date, a telephone number or a sum", () => {
    const targets = [
      target("a", { invoices: [invoice("20261120"), invoice("0612345678"), invoice("125050")] }),
    ];
    const text = "le 2026-11-20, tel 06 12 34 56 78, 1 250,50 €";
    expect(matchMessage(mail({ text }), targets, own).verdict).toBe("none");
  });

  it("are never put together by free mail, by a portal, or by a name that somebody chose", () => {
    const targets = [target("Dupont SARL", { domains: ["gmail.com", "chorus-pro.gouv.fr"] })];
    for (const address of ["x@gmail.com", "no-reply@chorus-pro.gouv.fr"])
      expect(
        matchMessage(mail({ from: { address, name: "Dupont SARL" } }), targets, own).verdict,
      ).toBe("none");
  });

  it("are left to a person where two claims are as likely as each other", () => {
    const targets = [
      target("a", { addresses: ["marie@dupont.fr"] }),
      target("b", { addresses: ["marie@dupont.fr"] }),
    ];
    expect(matchMessage(mail({}), matchIndexOf(targets), own).verdict).toBe("tie");
  });

  it("are found for a bounce by the mail that came back", () => {
    const message = mail({
      from: { address: "mailer-daemon@atelier.example", name: "" },
      report: {
        action: "failed",
        status: "5.1.1",
        finalRecipient: "marie@dupont.fr",
        permanence: "permanent",
        outcomes: [],
        originalMessageId: "rappel-2@atelier.example",
        originalReferences: [],
      },
    });
    const found = matchMessage(
      message,
      [target("a", { messageIds: ["rappel-2@atelier.example"] })],
      own,
    );
    expect(found.direction).toBe("in");
    expect(found.verdict).toBe("one");
  });

  it("are found among 10,000 invoices without comparing all pairs", () => {
    const targets = Array.from({ length: 1000 }, (_, at) =>
      target(`t${String(at)}`, {
        invoices: Array.from({ length: 10 }, (_unused, k) =>
          invoice(`F-${String(at)}-${String(k)}x`),
        ),
      }),
    );
    const text = "AB 12 ".repeat(100_000);
    expect(matchMessage(mail({ text }), targets, own).verdict).toBe("none");
  });
});

describe("the way a mail went", () => {
  it("is told by the creditor's addresses alone", () => {
    const ours = { address: "compta+relance@atelier.example", name: "" };
    const theirs = { address: "marie@dupont.fr", name: "compta@atelier.example" };
    const way = (parts: MessageParts) => matchMessage(mail(parts), [], own).direction;
    expect(way({ from: ours, to: [theirs] })).toBe("out");
    expect(way({ from: ours, to: [{ address: "claire@atelier.example", name: "" }] })).toBe(
      "internal",
    );
    expect(way({ from: theirs, to: [ours] })).toBe("in");
    expect(way({ from: null })).toBe("in");
  });
});

describe("a domain", () => {
  it("is an organisation's own down to the name it registered", () => {
    expect(ownDomainOf("a@mail.ap.dupont.fr")).toBe("dupont.fr");
    expect(ownDomainOf("a@x.firm.co.uk")).toBe("firm.co.uk");
    expect(ownDomainOf("a@co.uk")).toBeNull();
    expect(ownDomainOf("a@gmail.com")).toBeNull();
    expect(ownDomainOf("nonsense")).toBeNull();
    expect(domainOf("A@B.Example")).toBe("b.example");
    expect(isFreeMail("x@bbox.fr")).toBe(true);
    expect(normaliseInvoiceNumber("f-2026/00418 ")).toBe("F202600418");
  });
});
