import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchMessage } from "#shared/mail/match.ts";
import type { MailMatch, MatchTarget } from "#shared/mail/match.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { MessageParts } from "#shared/mail/message.ts";

const OWN = { addresses: ["compta@atelier.example"], domains: ["atelier.example"] };
const US = { address: "compta@atelier.example", name: "Atelier" };
const from = (address: string, name = ""): MessageParts => ({ from: { address, name } });
const STRANGER = from("qui@ailleurs.example");

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
const invoice = (number: string, openMinor = 100) =>
  ({ id: `i-${number}`, number, openMinor, currency: "EUR" }) as const;
const mail = (parts: MessageParts) =>
  messageOf({ to: [US], sentAt: "2026-11-20T09:00:00+01:00", ...STRANGER, ...parts });
const found = (parts: MessageParts, targets: readonly MatchTarget[]): MailMatch =>
  matchMessage(mail(parts), targets, OWN);
const told = ({ verdict, ranked }: MailMatch): readonly string[] => [
  verdict,
  ...ranked.map((one) => one.account),
];

const DUPONT = target("dupont", {
  addresses: ["marie@dupont.fr"],
  domains: ["dupont.fr"],
  messageIds: ["rappel-1@atelier.example"],
  invoices: [invoice("F-2026-00418", 125_050), invoice("20260419")],
});
const OTHER = target("other", {
  addresses: ["paul@autre.fr"],
  domains: ["autre.fr"],
  invoices: [invoice("F-2026-00500")],
});

describe("a stranger", () => {
  it("who names a number of ours in full is shown its claim", () => {
    expect(told(found({ text: "facture F-2026-00418" }, [DUPONT, OTHER]))).toEqual([
      "one",
      "dupont",
    ]);
  });

  it("who names digits that any firm's invoices have is asked about", () => {
    expect(told(found({ text: "facture n° 20260419" }, [DUPONT, OTHER]))).toEqual([
      "tie",
      "dupont",
    ]);
  });

  it("who sends an invoice of the same number, a supplier, is asked about", () => {
    const attachments = [
      { name: "F-2026-00418.pdf", type: "application/pdf", bytes: 10, inline: false },
    ];
    const text = "Veuillez trouver notre facture F-2026-00418.";
    expect(found({ text, attachments }, [DUPONT]).verdict).toBe("tie");
    const answer = { text, attachments, inReplyTo: ["x@atelier.example"] };
    expect(found(answer, [DUPONT]).verdict).toBe("one");
  });

  it.each([
    "le 2026-04-19 ou 19/04/2026",
    "Tél. 20 26 04 19 00",
    "montant 20260419 €",
    "commande 20260419",
    "compte 20260419",
    "FR76 2026 0419 0312 3456 7890 143",
    "20260419",
    "dossier F-2026-0418, F-418, la 418, F-2O26-OO418",
  ])("finds nobody by %s", (text) => {
    expect(found({ text }, [DUPONT, OTHER]).verdict).toBe("none");
  });

  it("finds nobody by a debtor's address as a display name, nor by a domain that ends as a debtor's", () => {
    expect(found(from("x@evil.example", "marie@dupont.fr"), [DUPONT]).verdict).toBe("none");
    expect(found(from("marie@notdupont.fr"), [DUPONT]).verdict).toBe("none");
    expect(found(from("marie@dupont.fr.evil.example"), [DUPONT]).verdict).toBe("none");
  });

  it("finds nobody by a sum alone", () => {
    expect(found({ text: "Je dois 1 250,50 €" }, [DUPONT]).verdict).toBe("none");
  });

  it("in a known thread is of the thread's claim", () => {
    const reply = { inReplyTo: ["rappel-1@atelier.example"], text: "F-2026-00500" };
    expect(found(reply, [OTHER, DUPONT]).ranked[0]?.account).toBe("dupont");
    expect(found(reply, [OTHER, DUPONT]).verdict).toBe("one");
  });
});

describe("two debtors", () => {
  it("with the same number are asked about, unless one of them writes", () => {
    const twin = target("twin", {
      addresses: ["luc@twin.fr"],
      invoices: [invoice("F-2026-00418")],
    });
    const text = "F-2026-00418";
    expect(told(found({ text }, [DUPONT, twin]))).toEqual(["tie", "dupont", "twin"]);
    expect(told(found({ text, ...from("luc@twin.fr") }, [DUPONT, twin]))[0]).toBe("one");
  });

  it("of which one writes and the other's invoice is named are asked about", () => {
    const crossed = found({ ...from("paul@autre.fr"), text: "F-2026-00418" }, [DUPONT, OTHER]);
    expect(crossed.verdict).toBe("tie");
  });

  it("on one domain are asked about, where neither is named", () => {
    const sister = target("sister", {
      domains: ["dupont.fr"],
      invoices: [invoice("S-2026-00077")],
    });
    const colleague = from("direction@dupont.fr");
    expect(found(colleague, [DUPONT, sister]).verdict).toBe("tie");
    expect(told(found({ ...colleague, text: "S-2026-00077" }, [DUPONT, sister]))).toEqual([
      "one",
      "sister",
      "dupont",
    ]);
  });
});

describe("an address of twelve entities", () => {
  const twelve = Array.from({ length: 12 }, (_, at) =>
    target(`e${String(at).padStart(2, "0")}`, {
      addresses: ["compta@groupe.fr"],
      invoices: [invoice(`F-2026-0${String(100 + at)}`, 5_000 + at)],
    }),
  );
  const group = from("compta@groupe.fr");

  it("is asked about where no invoice is named, or those of two", () => {
    expect(found(group, twelve).verdict).toBe("tie");
    const two = found({ ...group, text: "F-2026-0103 et F-2026-0107" }, twelve);
    expect(two.verdict).toBe("tie");
    expect(two.ranked.slice(0, 2).map((one) => one.account)).toEqual(["e03", "e07"]);
  });

  it("is of the one whose invoice is named in full", () => {
    expect(told(found({ ...group, text: "F-2026-0103" }, twelve)).slice(0, 2)).toEqual([
      "one",
      "e03",
    ]);
  });

  it("is only ranked by a part of a number, and by a sum that fits one", () => {
    const part = found({ ...group, text: "la 103" }, twelve);
    expect(told(part).slice(0, 2)).toEqual(["tie", "e03"]);
    const amount = found({ ...group, text: "je règle 50,05 €" }, twelve);
    expect(told(amount).slice(0, 2)).toEqual(["tie", "e05"]);
    expect(amount.ranked[0]?.reasons.map((one) => one.code)).toEqual(["address", "amount"]);
  });
});

describe("a mail inside a mail", () => {
  const text =
    "Pour info\n\nDe : Marie <marie@dupont.fr>\nEnvoyé : mardi\nÀ : compta@atelier.example\nObjet : x\n\nBonjour";

  it("that one of ours forwards is of its sender's claim", () => {
    const forward = found({ ...from("claire@atelier.example"), text }, [DUPONT, OTHER]);
    expect(forward.direction).toBe("internal");
    expect(told(forward)).toEqual(["one", "dupont"]);
    expect(forward.ranked[0]?.reasons).toEqual([{ code: "quoted", value: "marie@dupont.fr" }]);
  });

  it("that a stranger forwards is asked about: anybody can type it", () => {
    expect(told(found({ text }, [DUPONT, OTHER]))).toEqual(["tie", "dupont"]);
  });

  it("weighs less than who sends it", () => {
    expect(told(found({ ...from("paul@autre.fr"), text }, [DUPONT, OTHER]))).toEqual([
      "one",
      "other",
      "dupont",
    ]);
  });
});

describe("our own address", () => {
  it("as a sender is never a debtor's, even where a debtor was given it", () => {
    const odd = target("odd", { addresses: [US.address], domains: ["atelier.example"] });
    expect(found({ from: US }, [odd]).verdict).toBe("none");
    expect(found({ from: US, replyTo: [{ address: "x@evil.example", name: "" }] }, [odd])).toEqual({
      direction: "internal",
      ranked: [],
      verdict: "none",
    });
  });
});

describe("a portal's robot", () => {
  it("finds nobody, even by an address that a debtor was given", () => {
    const odd = target("odd", {
      addresses: ["no-reply@chorus-pro.gouv.fr"],
      domains: ["chorus-pro.gouv.fr"],
    });
    expect(found(from("no-reply@chorus-pro.gouv.fr"), [odd]).verdict).toBe("none");
  });
});

describe("what is found", () => {
  it("never depends on the order of the debtors or of their invoices", () => {
    const sister = target("sister", {
      domains: ["dupont.fr"],
      invoices: [invoice("F-2026-00418"), invoice("F-2026-00419"), invoice("F-2026-00420")],
    });
    const text = "F-2026-00418 à F-2026-00420, F-2026-00500 ; 1 250,50 €";
    const message = mail({ ...from("direction@dupont.fr"), text });
    const all = [DUPONT, OTHER, sister, target("idle")];
    const expected = matchMessage(message, all, OWN);
    const turned = (invoices: MatchTarget["invoices"]) =>
      fc.shuffledSubarray([...invoices], { minLength: invoices.length });
    const given = fc
      .tuple(...all.map((one) => turned(one.invoices).map((invoices) => ({ ...one, invoices }))))
      .chain((targets) => fc.shuffledSubarray(targets, { minLength: targets.length }));
    fc.assert(
      fc.property(given, (targets) => {
        expect(matchMessage(message, targets, OWN)).toEqual(expected);
      }),
      { seed: 20_261_120, numRuns: 100 },
    );
  });

  it("takes no more reasons and candidates than are told apart, whatever a mail names", () => {
    const crowd = Array.from({ length: 600 }, (_, at) =>
      target(`t${String(at).padStart(3, "0")}`, {
        addresses: ["tous@plateforme.example"],
        invoices: Array.from({ length: 40 }, (_unused, k) =>
          invoice(`F-${String(at * 40 + k).padStart(6, "0")}`),
        ),
      }),
    );
    const text = Array.from({ length: 8_000 }, (_, at) => `F-${String(at).padStart(6, "0")}`).join(
      " ",
    );
    const { ranked, verdict } = found({ ...from("tous@plateforme.example"), text }, crowd);
    expect(verdict).toBe("tie");
    expect(ranked.length).toBeLessThanOrEqual(200);
    expect(Math.max(...ranked.map((one) => one.reasons.length))).toBeLessThanOrEqual(21);
  });
});
