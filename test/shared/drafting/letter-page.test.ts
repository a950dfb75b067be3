import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import { shownText } from "#shared/kernel/text.ts";
import { forbiddenIn } from "#shared/drafting/checks.ts";
import type { DraftFacts } from "#shared/drafting/facts.ts";
import { INTEREST_MODES } from "#shared/drafting/facts.ts";
import { letterPage } from "#shared/drafting/letter-page.ts";
import { printPageHtml } from "#shared/drafting/print-page.ts";
import type { DraftRefusal } from "#shared/drafting/refusal.ts";
import { refusalWords } from "#shared/drafting/refusal-words.ts";
import { factsFor } from "./letters.ts";
import { CHARGES, MEDIATOR, noticeFor, PAPER } from "./papers.ts";

const printed = (facts: DraftFacts): string => {
  const page = letterPage(facts);
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  return printPageHtml(page.value);
};

const refused = (facts: DraftFacts): DraftRefusal => {
  const page = letterPage(facts);
  if (page.ok) throw new Error("a page was written");
  return page.error;
};

/** The words that a reader sees, one space between two. */
const words = (html: string): string =>
  html
    .slice(html.indexOf("<body>"))
    .replace(/<\/?(?:span|b)(?: [^>]*)?>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/[\s\u00a0\u202f]+/g, " ");

const withCharges = (facts: DraftFacts, interest: DraftFacts["interest"]): DraftFacts => ({
  ...facts,
  interest,
  charges: CHARGES,
});

describe("a formal notice on paper", () => {
  it("says who, whom, what, since when, how much, where to pay, within how many days, and what follows", () => {
    const text = words(printed(withCharges(noticeFor({}), "claimed")));
    for (const said of [
      "Atelier Lumen",
      "SARL au capital de 10 000 € · RCS Lyon",
      "SIREN 552 100 554",
      "Lettre recommandée avec avis de réception",
      "Garage du Port 3 quai du Port 29200 Brest SIREN 732 829 320",
      "Lyon, le 20 novembre 2026",
      "Objet : Mise en demeure de payer la facture F-2026-031",
      "Malgré nos relances des 20 octobre 2026 et 6 novembre 2026",
      "5 octobre 2026",
      "46 jours",
      "6 octobre 2026 20 novembre 2026 46 1 200,00 € 12,40 % 18,75 €",
      "principal × taux annuel × jours ÷ 365",
      "Indemnité forfaitaire pour frais de recouvrement (1 facture) : 40,00 €",
      "Total à régler au 20 novembre 2026 : 1 258,75 €",
      "à raison de 0,41 € par jour",
      "nous vous mettons en demeure de régler la somme de 1 258,75 € dans un délai de 8 jours à compter de la première présentation de cette lettre",
      "IBAN FR76 3000 6000 0112 3456 7890 189",
      "sauf paiement reçu après le 19 novembre 2026",
      "La présente vaut mise en demeure (article 1344 du code civil).",
      "nous nous réservons de faire valoir nos droits par les moyens que la loi prévoit",
      "Claire Martin Atelier Lumen",
      "R-7KQ2MX",
    ])
      expect(text).toContain(said);
  });

  it("gives days and never a day for its time limit, 15 to a consumer, 30 to an individual of the United Kingdom", () => {
    expect(words(printed(noticeFor({ kind: "consumer" })))).toContain(
      "dans un délai de 15 jours à compter de la première présentation",
    );
    const british = words(printed(noticeFor({ language: "en", law: "UK", kind: "consumer" })));
    expect(british).toContain("Letter before claim: invoice F-2026-031");
    expect(british).toContain("within 30 days of the first presentation of this letter");
    expect(british).not.toMatch(/mise en demeure|Civil Code|SIREN 732/);
  });

  it("bears the name of the law of the claim in the words of its reader", () => {
    expect(words(printed(noticeFor({ language: "en" })))).toContain(
      "formal notice (mise en demeure) to pay €1,200.00",
    );
    expect(words(printed(noticeFor({ law: "UK" })))).toContain("« letter before claim »");
    expect(words(printed(noticeFor({ law: "DE" })))).not.toContain("code civil");
  });

  it("names the mediator to a consumer and is refused without one", () => {
    const text = words(printed(noticeFor({ kind: "consumer" })));
    expect(text).toContain(`${MEDIATOR.name}, ${MEDIATOR.site}`);
    expect(text).toContain("produit intérêt au taux légal");
    expect(
      refused({ ...noticeFor({ kind: "consumer" }), paper: { ...PAPER, mediator: null } }),
    ).toEqual({ type: "facts-missing", missing: ["mediator"] });
  });

  it("shows beside the total what is not claimed, and its statement", () => {
    const text = words(printed(withCharges(noticeFor({}), "computed")));
    expect(text).toContain("À titre indicatif, non réclamés à ce jour");
    expect(text).toContain("puis à 0,41 € par jour");
    expect(text).toContain("12,40 % 18,75 €");
    expect(text).toContain("mettons en demeure de régler la somme de 1 200,00 €");
    expect(text).not.toContain("1 258,75");
  });

  it("lists the payments that were deducted and sets aside what is disputed", () => {
    const facts = noticeFor({ many: true });
    const paper = {
      ...PAPER,
      payments: [{ number: "F-2026-034", on: dateOf("2026-11-02"), amount: money(5_000, "EUR") }],
    };
    const text = words(printed({ ...facts, paper }));
    expect(text).toContain("Règlements reçus et déjà déduits");
    expect(text).toContain("F-2026-034 2 novembre 2026 50,00 €");
    expect(text).toContain("est mise de côté");
  });

  it("carries EI beside the name of a sole trader, at the head and at the foot", () => {
    const facts = noticeFor({});
    const creditor = {
      ...facts.creditor,
      soleTrader: true,
      name: "Jean Petit",
      signatory: "Jean Petit",
    };
    expect(words(printed({ ...facts, creditor })).match(/Jean Petit EI/g)).toHaveLength(2);
  });

  it("hands over with a receipt, and counts from there", () => {
    const text = words(printed({ ...noticeFor({}), paper: { ...PAPER, way: "by-hand" } }));
    expect(text).toContain("à compter de la remise de cette lettre");
    expect(text).toContain("Reçu en main propre le");
  });
});

describe("every page", () => {
  const every = (["fr", "en"] as const).flatMap((language) =>
    DEBTOR_KINDS.flatMap((kind) =>
      (["FR", "UK", "DE", "BE", "other"] as const).flatMap((law) =>
        [false, true].flatMap((many) => [
          noticeFor({ language, kind, law, many }),
          {
            ...factsFor({ step: "letter", tone: "firm", language, kind, law, many }),
            paper: PAPER,
          },
        ]),
      ),
    ),
  );

  it("holds no word of a court, of an officer, of a threat or of costs forbidden to its reader, in any mode", () => {
    let pages = 0;
    for (const facts of every) {
      for (const interest of INTEREST_MODES) {
        const professional = facts.debtor.kind === "business" || facts.debtor.kind === "public";
        const { currency } = facts.invoices[0]?.open ?? { currency: "EUR" };
        const charges = {
          ...CHARGES,
          interest: { minor: 1_875, currency },
          compensation: professional ? { minor: 4_000, currency } : null,
          perDay: { minor: 41, currency },
          lines: CHARGES.lines.map((line) => ({ ...line, interest: { minor: 1_875, currency } })),
        };
        const page = { ...facts, interest, charges };
        expect(forbiddenIn(words(printed(page)), page)).toEqual([]);
        pages += 1;
      }
    }
    expect(pages).toBeGreaterThan(600);
  });

  it("asks no consumer and no non-professional for costs, and says nothing of interest before the notice", () => {
    for (const facts of every) {
      if (facts.debtor.kind !== "consumer" && facts.debtor.kind !== "non-professional") continue;
      const text = words(printed(facts));
      expect(text).not.toMatch(/indemnité|pénalit|recovery cost|\b40[,.]00/i);
      expect(/intérêt|interest/i.test(text) && facts.step === "letter").toBe(false);
      expect(refused({ ...facts, charges: CHARGES })).toEqual({ type: "costs-forbidden" });
    }
  });

  it("never says that something is still to be checked", () => {
    for (const facts of every)
      expect(words(printed(facts))).not.toMatch(/à vérifier|to be checked/i);
  });

  it("loads nothing, runs nothing, and lets no string bring markup", () => {
    const evil = '<img src=x onerror="alert(1)">\n</style><script>1</script>&amp;';
    const base = noticeFor({ kind: "consumer", many: true });
    const [first] = base.invoices;
    if (first === undefined) throw new Error("no invoice");
    const html = printed({
      ...base,
      creditor: {
        ...base.creditor,
        name: evil,
        legalLine: evil,
        address: [evil],
        signatory: evil,
        phone: evil,
        email: evil,
      },
      debtor: { ...base.debtor, name: evil, address: [evil], siren: evil, salutationName: evil },
      invoices: [{ ...first, number: evil, order: evil }],
      contested: [{ number: evil, amount: money(1, "EUR"), reason: "other" }],
      reference: evil,
      attachments: [evil],
      paper: {
        ...PAPER,
        mediator: { name: evil, site: evil },
        payments: [{ number: evil, on: dateOf("2026-11-02"), amount: money(1, "EUR") }],
      },
    });
    expect(html).not.toMatch(/<img|<script|<\/style><|onerror="/);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<[a-z][^>]*\s(?:src|href|on\w+)=|url\(|@import|<link|<iframe/);
    expect(html).toContain("Content-Security-Policy");
  });

  it("closes every tag that it opens", () => {
    for (const facts of every.slice(0, 20)) {
      const html = printed(facts);
      for (const tag of [
        "table",
        "tr",
        "td",
        "th",
        "p",
        "div",
        "main",
        "header",
        "footer",
        "b",
        "span",
      ])
        expect(html.split(new RegExp(`<${tag}[ >]`)).length).toBe(html.split(`</${tag}>`).length);
    }
  });
});

describe("a page is refused", () => {
  it("for a step that has none, and in words", () => {
    for (const step of ["reminder-1", "last-notice", "legal"] as const) {
      const refusal = refused({ ...noticeFor({}), step });
      expect(refusal.type).toBe("not-drafted-yet");
      for (const language of ["fr", "en"] as const)
        expect(refusalWords(refusal, language).length).toBeGreaterThan(10);
    }
  });

  it("without the address of the one written to, and for what is not late", () => {
    const facts = noticeFor({});
    expect(refused({ ...facts, debtor: { ...facts.debtor, address: [] } })).toEqual({
      type: "facts-missing",
      missing: ["debtor-address"],
    });
    const early = facts.invoices.map((one) => ({ ...one, daysLate: 0 }));
    expect(refused({ ...facts, invoices: early }).type).toBe("not-late-yet");
  });

  it("where assigned invoices stand beside others, or the account to pay is not known", () => {
    const facts = noticeFor({ many: true });
    const [first, ...rest] = facts.invoices;
    if (first === undefined) throw new Error("no invoice");
    const payee = { name: "Factor SA", iban: "FR1420041010050500013M02606", bic: null };
    const mixed = { ...facts, invoices: [{ ...first, assignment: "a1" }, ...rest], payee };
    expect(refused(mixed)).toEqual({ type: "assigned-mixed" });
    const assigned = {
      ...facts,
      invoices: facts.invoices.map((one) => ({ ...one, assignment: "a1" })),
    };
    expect(refused(assigned)).toEqual({ type: "facts-missing", missing: ["assignee-account"] });
    const text = words(printed({ ...assigned, payee }));
    expect(text).toContain(
      "cédée à Factor SA, seul à pouvoir en recevoir le paiement : IBAN FR14 2004",
    );
    expect(text).not.toContain("FR76");
  });
});

describe("the page of a simple letter", () => {
  it("says what the mail says, once each", () => {
    const facts = {
      ...factsFor({ step: "letter", tone: "firm" }),
      paper: { ...PAPER, way: "simple" as const },
    };
    const page = letterPage(facts);
    if (!page.ok) throw new Error(page.error.type);
    expect(page.value.way).toBeNull();
    expect(page.value.object.map(shownText).join("")).toContain("Relance concernant la facture");
    const text = words(printPageHtml(page.value));
    expect(text.match(/Cordialement|Veuillez agréer/g)).toHaveLength(1);
    expect(text.match(/SIREN 552 100 554/g)).toHaveLength(1);
    expect(text).toContain("l'étape suivante sera une mise en demeure");
  });
});
