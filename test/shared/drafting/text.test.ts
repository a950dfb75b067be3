import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import type { Shown } from "#shared/kernel/text.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Block, Draft } from "#shared/drafting/blocks.ts";
import type { DraftFacts } from "#shared/drafting/facts.ts";
import type { DraftRefusal } from "#shared/drafting/refusal.ts";
import { refusalWords } from "#shared/drafting/refusal-words.ts";
import { DRAFT_INVOICES_MAX, draftAnswer, draftText } from "#shared/drafting/text.ts";
import {
  answersFor,
  BROKEN_PROMISE,
  CALLS,
  factsFor,
  invoice,
  MAIL_STEPS,
  tonesOf,
} from "./letters.ts";

const drafted = (facts: DraftFacts): Draft => {
  const result = draftText(facts);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

const refused = (facts: DraftFacts): DraftRefusal => {
  const result = draftText(facts);
  if (result.ok) throw new Error("a text was written");
  return result.error;
};

/** Words of a text whatever spaces typography put between them. */
const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, " ");

/** Each paragraph, list item, line and cell of a block. */
const stringsOf = (block: Block): readonly string[] => {
  const shown = (words: readonly Shown[]): string => plain(words.map(shownText).join("")).trim();
  switch (block.type) {
    case "paragraph":
      return [shown(block.words)];
    case "list":
      return block.items.map(shown);
    case "lines":
      return block.lines.map(shown);
    case "table":
      return block.rows.flatMap((row) => row.map((cell) => shown([cell])));
    case "sums":
      return [...block.rows, ...block.totals].map(({ label }) => shown(label));
  }
};

const wordsOfHtml = (html: string): string =>
  plain(
    html
      .replace(/<[^>]+>/g, " ")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, "&"),
  );

const everyReminder = MAIL_STEPS.flatMap((step) =>
  tonesOf(step).flatMap((tone) =>
    (["fr", "en"] as const).flatMap((language) =>
      DEBTOR_KINDS.flatMap((kind) =>
        [false, true].map((many) => factsFor({ step, tone, language, kind, many })),
      ),
    ),
  ),
);

describe("every reminder", () => {
  it("names number, dates, amount, account, identity, reference and the day payments are known to", () => {
    for (const facts of everyReminder) {
      const { text, subject } = drafted(facts);
      const body = plain(text);
      const french = facts.language === "fr";
      expect(body).toContain("F-2026-031");
      expect(body).toContain(french ? "5 septembre 2026" : "5 September 2026");
      expect(body).toContain(french ? "1 200,00 €" : "€1,200.00");
      expect(body).toContain("FR76 3000 6000 0112 3456 7890 189");
      expect(body).toContain("SIREN 552 100 554");
      expect(body).toContain("R-7KQ2MX");
      expect(body).toContain(
        french ? "sauf paiement reçu après le 19 novembre 2026" : "received after 19 November 2026",
      );
      expect(body).toContain(french ? "ne tenez pas compte de ce" : "please ignore this");
      expect(body).toContain("F-2026-031.pdf");
      expect(subject).not.toMatch(/[\r\n]/);
      expect(text).not.toContain("undefined");
      expect(text).not.toContain("null");
    }
  });

  it("asks one question, or states one wish, never more", () => {
    for (const facts of everyReminder) {
      const questions = drafted(facts).text.split("?").length - 1;
      const wishes = (
        drafted(facts).text.match(
          /Nous vous demandons|Nous vous remercions de procéder|We ask you|We would be grateful/g,
        ) ?? []
      ).length;
      expect(questions + wishes).toBe(1);
    }
  });

  it("says the same words in text and in HTML", () => {
    for (const facts of everyReminder) {
      const { text, html, blocks } = drafted(facts);
      const words = wordsOfHtml(html);
      const strings = blocks.flatMap(stringsOf);
      for (const said of strings) expect(words).toContain(said);
      // An empty cell of a table is no words in a line.
      for (const said of strings.filter((one) => one !== "–")) {
        expect(plain(text)).toContain(said);
      }
    }
  });

  it("never asks for the disputed part, and says that it is set aside", () => {
    for (const facts of everyReminder.filter((one) => one.contested.length > 0)) {
      const { text, blocks } = drafted(facts);
      expect(plain(text)).toContain(
        facts.language === "fr" ? "est mise de côté" : "has been set aside",
      );
      const tables = blocks.filter((block) => block.type === "table");
      expect(JSON.stringify(tables)).not.toContain("F-2026-029");
    }
  });

  it("never speaks of interest or costs to a consumer or a non-professional, whatever is asked", () => {
    for (const facts of everyReminder) {
      if (facts.debtor.kind === "business" || facts.debtor.kind === "public") continue;
      expect(drafted({ ...facts, interest: "mentioned" }).text).not.toMatch(
        /pénalit|indemnit|intérêt|L441|interest|recovery cost|\b40/i,
      );
    }
  });
});

describe("the tone of a step", () => {
  it("lets a second reminder be written one tone lower to a good payer", () => {
    expect(drafted(factsFor({ step: "reminder-2", tone: "firm" })).text).toContain(
      "Malgré notre rappel",
    );
    expect(drafted(factsFor({ step: "reminder-2", tone: "neutral" })).text).not.toContain("Malgré");
  });

  it("is refused above what the step allows", () => {
    expect(refused(factsFor({ step: "reminder-1", tone: "firm" }))).toEqual({
      type: "tone-above-step",
      step: "reminder-1",
      highest: "neutral",
    });
  });

  it("leaves the lateness out of a courtesy note", () => {
    expect(drafted(factsFor({ step: "courtesy" })).text).not.toMatch(/retard|échue|impayé/i);
    expect(drafted(factsFor({ step: "courtesy", language: "en" })).text).not.toMatch(
      /late|overdue/i,
    );
  });
});

describe("what a second reminder says of interest", () => {
  const reminder = (choice: Omit<Parameters<typeof factsFor>[0], "step" | "tone">): string =>
    plain(drafted(factsFor({ step: "reminder-2", tone: "firm", ...choice })).text);

  it("gives a French business the rate of the half-year and the fixed sum for each invoice", () => {
    const text = reminder({ many: true });
    expect(text).toContain("12,40 % pour le second semestre 2026");
    expect(text).toContain(
      "40,00 € par facture en retard (articles L441-10 et D441-5 du code de commerce)",
    );
    expect(reminder({ language: "en" })).toContain("12.40% for the second half of 2026");
  });

  it("leaves the number out where the rate of the half-year is unknown", () => {
    const text = plain(
      drafted({
        ...factsFor({ step: "reminder-2", tone: "firm" }),
        today: dateOf("2027-01-04"),
        replyBy: dateOf("2027-01-11"),
      }).text,
    );
    expect(text).toContain("au taux prévu par la loi");
    expect(text).not.toContain("%");
  });

  it("gives a French public body eight points, at the rate of the half-year in which interest began", () => {
    const facts = factsFor({ step: "reminder-2", tone: "firm", kind: "public" });
    expect(plain(drafted(facts).text)).toContain("majoré de 8 points, soit 10,40 % par an");
    const older = facts.invoices.map((one) => ({ ...one, dueOn: dateOf("2026-05-31") }));
    expect(plain(drafted({ ...facts, invoices: older }).text)).toContain("soit 10,15 % par an");
    const mixed = [...facts.invoices, ...older];
    expect(plain(drafted({ ...facts, invoices: mixed }).text)).not.toContain("%");
  });

  it("names the Act of 1998 under the law of the United Kingdom, with the sum of each size", () => {
    expect(reminder({ language: "en", law: "UK" })).toContain(
      "8% above the Bank of England base rate, that is 11.75% a year",
    );
    expect(reminder({ language: "en", law: "UK" })).toContain("a fixed sum of £70.00 is due");
    expect(reminder({ language: "en", law: "UK", many: true })).toContain("£40, £70 or £100");
  });

  it("says nothing where it is told to be silent, or the law is not known to give it by itself", () => {
    const silent = drafted({
      ...factsFor({ step: "reminder-2", tone: "firm" }),
      interest: "silent",
    });
    expect(silent.text).not.toMatch(/pénalité|L441/);
    expect(reminder({ law: "other" })).not.toMatch(/pénalité|indemnité/);
    expect(reminder({ law: "DE" })).not.toMatch(/pénalité|indemnité/);
  });

  it("is no figure without its statement", () => {
    const facts = factsFor({ step: "reminder-2" });
    for (const interest of ["computed", "claimed"] as const)
      expect(refused({ ...facts, interest })).toEqual({
        type: "facts-missing",
        missing: ["statement"],
      });
  });
});

describe("a broken promise", () => {
  const facts = { ...factsFor({ step: "reminder-1" }), promise: BROKEN_PROMISE };

  it("is cited with its day, its amount and its own words", () => {
    const { text, subject } = drafted(facts);
    expect(plain(text)).toContain(
      "Par votre courriel du 6 novembre 2026, vous nous avez annoncé un règlement de 1 200,00 € pour le 15 novembre 2026 : « Le virement partira le 15 au plus tard ».",
    );
    expect(plain(subject)).toBe("Règlement annoncé pour le 15 novembre 2026 : facture F-2026-031");
  });

  it("is quoted without a second full stop", () => {
    const quote = "Le virement partira le 15.";
    const { text } = drafted({ ...facts, promise: { ...BROKEN_PROMISE, quote } });
    expect(plain(text)).toContain("« Le virement partira le 15 ».");
  });

  it("is quoted only to someone who wrote or received the words", () => {
    const { text } = drafted({ ...facts, promise: { ...BROKEN_PROMISE, quotable: false } });
    expect(text).not.toContain("Le virement partira");
    expect(text).toContain("vous nous avez annoncé");
  });

  it("is not called broken before its day, nor before the payments of that day are known", () => {
    const by = dateOf("2026-11-20");
    expect(refused({ ...facts, promise: { ...BROKEN_PROMISE, by } })).toEqual({
      type: "promise-not-broken",
      by,
    });
    expect(refused({ ...facts, paymentsKnownOn: dateOf("2026-11-14") }).type).toBe(
      "promise-not-checked",
    );
  });
});

describe("the mail after a call", () => {
  it("sums up what was said, and asks for it in writing", () => {
    const texts = CALLS.map((call) => plain(drafted({ ...factsFor({ step: "call" }), call }).text));
    expect(texts[0]).toContain("avec Mme Durand");
    expect(texts[0]).toContain(
      "un règlement de 1 200,00 € interviendrait le lundi 30 novembre 2026",
    );
    expect(texts[1]).toContain("vérifier où en est ce règlement");
    expect(texts[2]).toContain("sans succès");
  });

  it("puts no words into the mouth of somebody who only answered", () => {
    const call = { on: dateOf("2026-11-18"), with: null, outcome: { type: "spoken" } } as const;
    const text = plain(drafted({ ...factsFor({ step: "call" }), call }).text);
    expect(text).not.toMatch(/indiqué que|vérifier/);
    expect(text).toContain("elle reste à régler pour 1 200,00 €");
    const english = plain(drafted({ ...factsFor({ step: "call", language: "en" }), call }).text);
    expect(english).not.toContain("We were told");
  });

  it("does not tell its reader of a call with its reader", () => {
    const facts = factsFor({ step: "call" });
    const debtor = { ...facts.debtor, salutationName: "Madame Durand" };
    expect(plain(drafted({ ...facts, debtor }).text)).not.toContain("avec Mme Durand");
  });

  it("is refused while no call is logged", () => {
    expect(refused({ ...factsFor({ step: "call" }), call: null })).toEqual({
      type: "facts-missing",
      missing: ["call"],
    });
  });
});

describe("what is said of an invoice must be true of it", () => {
  const [one] = factsFor({ step: "reminder-2" }).invoices;
  if (one === undefined) throw new Error("no invoice");

  it("calls a part-paid invoice unpaid only for what is left", () => {
    const facts = factsFor({ step: "reminder-2", tone: "firm" });
    const part = { ...facts, invoices: [{ ...one, open: money(20_000, "EUR") }] };
    expect(plain(drafted(part).text)).toContain("demeure impayée à hauteur de 200,00 €.");
    const english = plain(drafted({ ...part, language: "en" }).text);
    expect(english).toContain("€200.00 remains unpaid on the invoice below.");
    const due = factsFor({ step: "due" });
    const [dueOne] = due.invoices;
    if (dueOne === undefined) throw new Error("no invoice");
    const partDue = { ...due, invoices: [{ ...dueOne, open: money(20_000, "EUR") }] };
    expect(plain(drafted(partDue).text)).toContain("il reste 200,00 € à régler");
  });

  it("counts two due parts of one invoice as one invoice, in every step and language", () => {
    for (const step of MAIL_STEPS) {
      for (const language of ["fr", "en"] as const) {
        for (const tone of tonesOf(step)) {
          const facts = factsFor({ step, tone, language });
          const [only] = facts.invoices;
          if (only === undefined) throw new Error("no invoice");
          const dueOn = dateOf(step === "courtesy" ? "2026-11-24" : "2026-09-30");
          const daysLate = step === "courtesy" ? -4 : 51;
          const parts = { ...facts, invoices: [only, { ...only, dueOn, daysLate }] };
          for (const promise of [null, BROKEN_PROMISE]) {
            const { subject, text } = drafted({ ...parts, promise });
            expect(plain(`${subject} ${text}`)).not.toMatch(/\b[12] (factures|invoices)|null/);
            expect(subject).toContain("F-2026-031");
            expect(text).not.toMatch(/jointes|Copies|copies/);
          }
        }
      }
    }
  });

  it("is a second reminder only where a first one went", () => {
    for (const many of [false, true]) {
      const facts = factsFor({ step: "reminder-2", many });
      expect(drafted(facts).subject).toMatch(/^Deuxième relance/);
      expect(drafted({ ...facts, previousReminderOn: null }).subject).toMatch(/^Relance/);
      const english = { ...facts, language: "en" as const };
      expect(drafted(english).subject).toMatch(/^Second reminder/);
      expect(drafted({ ...english, previousReminderOn: null }).subject).toMatch(/^Reminder/);
    }
  });

  it("asks for what is to be paid before its day, not for what would be left owing", () => {
    expect(drafted(factsFor({ step: "courtesy" })).text).toContain("À régler");
    expect(drafted(factsFor({ step: "courtesy" })).text).not.toContain("Reste dû");
    expect(drafted(factsFor({ step: "courtesy", language: "en" })).text).not.toContain(
      "Amount due",
    );
  });

  it("says that copies of the invoices are attached only where each has one", () => {
    const facts = factsFor({ step: "reminder-1", many: true });
    expect(drafted(facts).text).toContain("Pièces jointes");
    const one = plain(drafted({ ...facts, attachments: ["F-2026-031.pdf"] }).text);
    expect(one).toContain("Pièce jointe : F-2026-031.pdf. Nous vous adresserons volontiers");
    const all = { ...facts, attachments: ["a.pdf", "b.pdf", "c.pdf"] };
    expect(drafted(all).text).toContain("De nouvelles copies des factures sont jointes");
  });

  it("gives the fixed sum of British law by size, and all sizes where a part payment moved it", () => {
    const facts = factsFor({ step: "reminder-2", tone: "firm", language: "en", law: "UK" });
    const [pounds] = facts.invoices;
    if (pounds === undefined) throw new Error("no invoice");
    const paidDown = [{ ...pounds, open: money(90_000, "GBP") }];
    expect(plain(drafted({ ...facts, invoices: paidDown }).text)).toContain("£40, £70 or £100");
  });
});

describe("the letter on paper", () => {
  const letter = (salutationName: string | null, language: "fr" | "en" = "fr"): Draft => {
    const facts = factsFor({ step: "letter", tone: "firm", language });
    return drafted({ ...facts, debtor: { ...facts.debtor, salutationName } });
  };

  it("opens and closes as letters do, by title alone in French", () => {
    const said = (name: string | null): string => plain(letter(name).text);
    expect(said("Monsieur Legrand")).toContain("2026 Objet : Relance concernant la facture");
    expect(said("Monsieur Legrand")).toContain(" Monsieur, ");
    expect(said("Monsieur Legrand")).toContain(
      "Veuillez agréer, Monsieur, nos salutations distinguées.",
    );
    expect(said("Madame Martin")).toContain("Veuillez agréer, Madame, nos salutations");
    for (const name of [null, "Sarah Bloch"]) {
      expect(said(name)).toContain("Veuillez agréer, Madame, Monsieur, nos salutations");
    }
    expect(letter("Mr Legrand", "en").text).toContain("Re: Reminder about invoice F-2026-031");
    expect(letter("Sarah Bloch", "en").text).toContain("Dear Sarah Bloch,");
  });

  it("keeps its own subject where it cites a promise", () => {
    const facts = { ...factsFor({ step: "letter", tone: "firm" }), promise: BROKEN_PROMISE };
    expect(drafted(facts).subject).toBe("Relance concernant la facture F-2026-031");
  });

  it("names the next step as the law of the claim does, in either language", () => {
    const next = (law: "FR" | "UK" | "DE", language: "fr" | "en", tone: "neutral" | "firm") =>
      plain(drafted(factsFor({ step: "letter", law, language, tone })).text);
    for (const tone of ["neutral", "firm"] as const) {
      expect(next("FR", "fr", tone)).toContain("une mise en demeure");
      expect(next("FR", "en", tone)).toContain("a formal notice (mise en demeure)");
      expect(next("UK", "en", tone)).toContain("a letter before claim");
      expect(next("UK", "en", tone)).not.toContain("formal notice");
      expect(next("UK", "fr", tone)).toContain("une mise en demeure (« letter before claim »)");
      expect(next("DE", "en", tone)).toContain("a formal notice");
      expect(next("DE", "en", tone)).not.toContain("mise en demeure");
    }
  });
});

describe("French typography", () => {
  it("never leaves a plain space before a mark, a unit or a guillemet, nor an unbalanced one", () => {
    const french = everyReminder.filter((one) => one.language === "fr");
    const all = [
      ...french,
      ...french.map((one) => ({ ...one, promise: BROKEN_PROMISE })),
      ...(["UK", "DE"] as const).map((law) =>
        factsFor({ step: "reminder-2", tone: "firm", law, many: true }),
      ),
    ];
    for (const facts of all) {
      const creditor = { ...facts.creditor, legalLine: "" };
      const { text, subject } = drafted({ ...facts, creditor });
      expect(`${subject}\n${text}`).not.toMatch(/ [:;?!»%€£]|[^\s\u00a0\u202f\n][;?!»]|« |  /);
    }
  });
});

describe("who signs", () => {
  it("carries EI for a sole trader, once", () => {
    const facts = factsFor({ step: "due" });
    const sole = { ...facts.creditor, name: "Claire Martin", soleTrader: true };
    expect(drafted({ ...facts, creditor: sole }).text).toContain("Claire Martin EI\n");
    const said = { ...sole, name: "Claire Martin EI" };
    expect(drafted({ ...facts, creditor: said }).text).not.toContain("EI EI");
  });

  it("does not repeat a SIREN that the legal line already carries", () => {
    const facts = factsFor({ step: "due" });
    const creditor = { ...facts.creditor, legalLine: "SARL · RCS Lyon 552 100 554" };
    expect(drafted({ ...facts, creditor }).text).not.toContain("SIREN");
  });

  it("points to the invoice where no account is known, and offers copies where none is attached", () => {
    const facts = factsFor({ step: "due" });
    const { text } = drafted({
      ...facts,
      attachments: [],
      creditor: { ...facts.creditor, iban: null },
    });
    expect(text).toContain("Les coordonnées de paiement figurent sur la facture.");
    expect(text).not.toContain("jointe");
  });
});

describe("strings from outside", () => {
  it("bring neither markup nor lines", () => {
    const facts = factsFor({ step: "reminder-1" });
    const hostile = '<img src=x onerror="a()">\r\nBcc: x@y.example\u202e';
    const { text, html, subject } = drafted({
      ...facts,
      debtor: { ...facts.debtor, salutationName: hostile },
      invoices: [{ ...invoice(hostile, "reminder-1"), order: hostile }],
      attachments: [hostile],
      promise: { ...BROKEN_PROMISE, quote: hostile },
    });
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;a()&quot;&gt;");
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/\nBcc:/);
    expect(text + html + subject).not.toContain("\u202e");
  });
});

describe("a text is refused", () => {
  const facts = factsFor({ step: "reminder-1" });

  it("at the steps of law, with what is missing, in words", () => {
    for (const step of ["formal-notice", "last-notice"] as const) {
      const refusal = refused({ ...facts, step });
      expect(refusal.type).toBe("not-drafted-yet");
      expect(refusalWords(refusal, "fr")).toContain("vérifiée");
      expect(refusalWords(refusal, "en")).toContain("exact identity");
    }
    expect(refusalWords(refused({ ...facts, step: "last-notice" }), "fr")).toContain(
      "première présentation",
    );
    const legal = refused({ ...facts, step: "legal" });
    expect(refusalWords(legal, "fr")).toContain("la voie est votre choix");
    expect(refusalWords(legal, "en")).toContain("the route is your choice");
  });

  it("for nothing, for two currencies, for too many invoices, for a day that will not do", () => {
    expect(refused({ ...facts, invoices: [] }).type).toBe("nothing-to-ask");
    const none = { ...invoice("F-1", "reminder-1"), open: money(0, "EUR") };
    expect(refused({ ...facts, invoices: [none] }).type).toBe("nothing-to-ask");
    const pounds = invoice("F-2", "reminder-1", 100, "GBP");
    expect(refused({ ...facts, lower: [pounds] }).type).toBe("several-currencies");
    const many = Array.from({ length: DRAFT_INVOICES_MAX + 1 }, (_, n) =>
      invoice(`F-${String(n)}`, "reminder-1"),
    );
    expect(refused({ ...facts, invoices: many }).type).toBe("too-many-invoices");
    expect(refused({ ...facts, replyBy: dateOf("2026-11-28") }).type).toBe("reply-by-unfit");
    expect(refused({ ...facts, replyBy: dateOf("2026-11-20") }).type).toBe("reply-by-unfit");
  });

  it("where the step does not fit the dates", () => {
    expect(refused({ ...facts, invoices: [invoice("F-1", "courtesy")] }).type).toBe("not-late-yet");
    expect(
      refused({ ...factsFor({ step: "courtesy" }), invoices: [invoice("F-1", "due")] }).type,
    ).toBe("late-already");
  });

  it("where the creditor is not known well enough", () => {
    const creditor = { ...facts.creditor, name: " ", signatory: "" };
    const refusal = refused({ ...facts, creditor });
    expect(refusal).toEqual({ type: "facts-missing", missing: ["creditor-name", "signatory"] });
    expect(refusalWords(refusal, "fr")).toContain("la dénomination de votre entreprise");
  });
});

it("keeps the longest draft within the 32 kB of HTML that a host's form takes", () => {
  const many = Array.from({ length: DRAFT_INVOICES_MAX }, (_, n) => ({
    ...invoice(`FACTURE-2026-${String(100_000 + n)}`, "reminder-2"),
    order: `COMMANDE-${String(100_000 + n)}`,
    open: money(100_000, "EUR"),
  }));
  const facts = factsFor({ step: "reminder-2", tone: "firm", many: true });
  const { html } = drafted({ ...facts, invoices: many, lower: [] });
  expect(new TextEncoder().encode(html).length).toBeLessThan(32 * 1024);
});

describe("answers that are no step", () => {
  const texts = (["fr", "en"] as const).flatMap((language) =>
    DEBTOR_KINDS.flatMap((kind) =>
      answersFor(language, kind).map((facts) => {
        const result = draftAnswer(facts);
        if (!result.ok) throw new Error(result.error.type);
        return { facts, text: plain(result.value.text) };
      }),
    ),
  );

  it("carry the identity and the reference, and give nothing up by accident", () => {
    for (const { text } of texts) {
      expect(text).toContain("SIREN 552 100 554");
      expect(text).toContain("R-7KQ2MX");
      expect(text).not.toMatch(/solde de tout compte|full and final/i);
    }
  });

  it("acknowledge a dispute without admitting or refusing it, and say who answers and when", () => {
    for (const { facts, text } of texts) {
      if (facts.type !== "dispute-acknowledgement") continue;
      expect(text).toContain(
        facts.language === "fr" ? "ne vaut ni acceptation ni rejet" : "neither accepts nor rejects",
      );
      expect(text).toContain("Claire Martin");
      expect(text).toContain(
        facts.language === "fr" ? "vendredi 27 novembre 2026" : "Friday 27 November 2026",
      );
      expect(text).toContain(
        facts.language === "fr" ? "suspendons toute relance" : "no further reminder",
      );
    }
  });

  it("thank for a part with its amount, its allocation and the balance", () => {
    const part = texts.find(({ facts }) => facts.type === "partial-payment-thanks");
    expect(part?.text).toContain("règlement de 500,00 € du 17 novembre 2026");
    expect(part?.text).toContain("affecté en totalité à la facture F-2026-031");
    expect(part?.text).toContain("il reste 700,00 € à régler");
  });

  it("ask for what helps with a verb that fits: some is told, some is sent", () => {
    const asked = (reason: "not_delivered" | "quality", language: "fr" | "en"): string => {
      const facts = answersFor(language, "business").find(
        (one) => one.type === "dispute-acknowledgement" && one.contested.length === 1,
      );
      if (facts?.type !== "dispute-acknowledgement") throw new Error("no dispute");
      const contested = facts.contested.map((part) => ({ ...part, reason }));
      const result = draftAnswer({ ...facts, contested });
      if (!result.ok) throw new Error(result.error.type);
      return plain(result.value.text);
    };
    expect(asked("not_delivered", "fr")).toContain("pourriez-vous nous préciser ce qui manque");
    expect(asked("not_delivered", "en")).toContain("could you tell us what is missing");
    expect(asked("quality", "fr")).toContain("pourriez-vous nous adresser une description");
    expect(asked("quality", "en")).toContain("could you send us a description");
  });

  it("thank a consumer without speaking of working together", () => {
    for (const { facts, text } of texts) {
      if (facts.type !== "full-payment-thanks") continue;
      const professional = facts.debtor.kind === "business" || facts.debtor.kind === "public";
      expect(/collaboration|work with you/.test(text)).toBe(professional);
    }
  });

  it("waive interest expressly to a business, without naming it to a consumer", () => {
    for (const { facts, text } of texts) {
      if (facts.type !== "full-payment-thanks" || facts.extras !== "waived") continue;
      const professional = facts.debtor.kind === "business" || facts.debtor.kind === "public";
      expect(/pénalités|interest/.test(text)).toBe(professional);
    }
  });
});

it("has exactly the keys of French in English", () => {
  const keys = (value: object): readonly string[] =>
    Object.entries(value)
      .flatMap(([key, inner]: [string, unknown]) =>
        typeof inner === "object" && inner !== null
          ? keys(inner).map((rest) => `${key}.${rest}`)
          : [key],
      )
      .sort();
  expect(keys(DRAFTING.en)).toEqual(keys(DRAFTING.fr));
});
