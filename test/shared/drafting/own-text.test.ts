import { describe, expect, it } from "vitest";
import type { DraftFacts } from "#shared/drafting/facts.ts";
import { letterPage } from "#shared/drafting/letter-page.ts";
import type { OwnWords } from "#shared/drafting/own-text.ts";
import {
  OWN_SUBJECT_CHARS_MAX,
  OWN_TEXT_CHARS_MAX,
  PLACEHOLDERS,
  PLACEHOLDER_NAMES,
  ownTextFaultWords,
  ownTextFaults,
} from "#shared/drafting/own-text.ts";
import { draftText } from "#shared/drafting/text.ts";
import { shownText } from "#shared/kernel/text.ts";
import { BROKEN_PROMISE, factsFor } from "./letters.ts";
import { noticeFor } from "./papers.ts";

const NONE: OwnWords = { subject: null, opening: null, closing: null };

const faults = (words: Partial<OwnWords>, step: DraftFacts["step"] = "reminder-1") =>
  ownTextFaults({ ...NONE, ...words }, { step, tone: "neutral", language: "fr" });

const drafted = (facts: DraftFacts, words: Partial<OwnWords>) => {
  const draft = draftText(facts, { ...NONE, ...words });
  if (!draft.ok) throw new Error(draft.error.type);
  return { ...draft.value, plain: draft.value.text.replace(/[\u00a0\u202f]/g, " ") };
};

describe("a text of one's own is kept", () => {
  it("with every field of the list, however it is typed", () => {
    for (const language of ["fr", "en"] as const)
      for (const placeholder of PLACEHOLDERS) {
        const name = PLACEHOLDER_NAMES[language][placeholder];
        const opening = `A {${name}} b {${name.toUpperCase()}}`;
        expect(
          ownTextFaults({ ...NONE, opening }, { step: "reminder-1", tone: "neutral", language }),
        ).toEqual([]);
      }
  });

  it("unless it is too long, asks for an unknown field, leaves a brace open or breaks its subject", () => {
    expect(faults({ opening: "x".repeat(OWN_TEXT_CHARS_MAX + 1) })).toEqual([
      { type: "too-long", part: "opening", max: OWN_TEXT_CHARS_MAX },
    ]);
    expect(faults({ subject: "x".repeat(OWN_SUBJECT_CHARS_MAX + 1) })[0]?.type).toBe("too-long");
    expect(faults({ closing: "Cher {client}, {total" })).toEqual([
      { type: "placeholder-unknown", part: "closing", name: "client" },
      { type: "brace-open", part: "closing" },
    ]);
    expect(faults({ subject: "a\nb" })[0]?.type).toBe("line-break");
  });

  it("unless it threatens, names a court or costs, or is firmer than its step", () => {
    const types = (opening: string, step: DraftFacts["step"] = "reminder-1") =>
      faults({ opening }, step).map((fault) =>
        fault.type === "forbidden" ? fault.finding.type : fault.type,
      );
    expect(types("Nous saisirons le tribunal.")).toContain("court");
    expect(types("Nous préviendrons vos clients.")).toContain("threat");
    expect(types("Des pénalités courent.", "reminder-2")).toContain("consumer-cost");
    expect(types("Ceci vaut mise en demeure.", "reminder-2")).toContain("formal-notice-word");
    expect(types("Payez immédiatement.")).toContain("too-firm");
    expect(types("Votre facture est en retard.", "courtesy")).toContain("lateness-too-early");
    for (const fault of faults({ opening: "Payez {x} immédiatement {" }))
      for (const language of ["fr", "en"] as const)
        expect(ownTextFaultWords(fault, language).map(shownText).join("").length).toBeGreaterThan(
          10,
        );
  });
});

describe("a text of one's own", () => {
  it("replaces subject, opening and question; tables, account, law and reference stay", () => {
    const facts = factsFor({ step: "reminder-2", tone: "firm", many: true });
    const said = drafted(facts, {
      subject: "{débiteur} : {total} attendus",
      opening:
        "Bonjour de {créancier}.\n\n{nombre de factures} factures ({factures}) depuis {jours de retard} jours.",
      closing: "Merci d'écrire à {signataire} avant le {répondre avant le}, sous {référence}.",
    });
    expect(said.subject.replace(/[\u00a0\u202f]/g, " ")).toBe(
      "Garage du Port : 1 650,50 € attendus",
    );
    expect(said.plain).toContain("Bonjour de Atelier Lumen.");
    expect(said.plain).toContain("2 factures (F-2026-031, F-2026-034) depuis 31 jours.");
    expect(said.plain).toContain(
      "Merci d'écrire à Claire Martin avant le vendredi 27 novembre 2026, sous R-7KQ2MX.",
    );
    for (const kept of [
      "FR76 3000",
      "L441-10",
      "est mise de côté",
      "SIREN 552 100 554",
      "19 novembre 2026",
    ])
      expect(said.plain).toContain(kept);
    expect(said.plain).not.toContain("Malgré notre rappel");
  });

  it("brings no markup and no line into a subject", () => {
    const evil = "<b>{débiteur}</b><script>1</script>";
    const said = drafted(factsFor({ step: "reminder-1" }), {
      subject: evil,
      opening: evil,
      closing: evil,
    });
    expect(said.html).not.toMatch(/<b>Garage|<script/);
    expect(said.html).toContain("&lt;script&gt;");
    expect(said.subject).not.toMatch(/[\r\n]/);
  });

  it("gives way to a promise that is cited, to a call, and to words that may not be said to this debtor", () => {
    const own = { subject: "Le mien", opening: "Mes mots.", closing: "Et alors ?" };
    const promised = { ...factsFor({ step: "reminder-2", tone: "firm" }), promise: BROKEN_PROMISE };
    expect(drafted(promised, own).plain).not.toContain("Mes mots");
    expect(drafted(factsFor({ step: "call" }), own).plain).not.toContain("Mes mots");
    const firm = { ...own, opening: "Malgré tout, rien." };
    const neutral = factsFor({ step: "reminder-2", tone: "neutral" });
    expect(drafted(neutral, firm).plain).not.toContain("Malgré");
    expect(drafted(neutral, firm).plain).toContain("Et alors ?");
    const person = factsFor({ step: "reminder-1", kind: "consumer" });
    expect(drafted(person, { opening: "Il manque 40 € de frais." }).plain).not.toContain("40 €");
  });

  it("leaves a formal notice its name and its order to pay", () => {
    const page = letterPage(noticeFor({}), {
      subject: "Petit rappel",
      opening: "Nos échanges n'ont pas abouti.",
      closing: "Appelez {signataire}.",
    });
    if (!page.ok) throw new Error(page.error.type);
    const said = JSON.stringify(page.value);
    expect(said).toContain("Mise en demeure de payer la facture");
    expect(said).toContain("nous vous mettons en demeure de régler");
    expect(said).toContain("Nos échanges n'ont pas abouti.");
    expect(said).toContain("Appelez ");
    expect(said).not.toContain("Petit rappel");
  });
});
