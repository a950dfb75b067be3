import { describe, expect, it } from "vitest";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import { findingWords, forbiddenIn } from "#shared/drafting/checks.ts";
import { draftText } from "#shared/drafting/text.ts";
import { BROKEN_PROMISE, CALLS, factsFor, MAIL_STEPS, tonesOf } from "./letters.ts";

describe("forbiddenIn", () => {
  it("finds nothing in any text of ours: every step, tone, kind, language, law, one or many", () => {
    let texts = 0;
    for (const step of MAIL_STEPS) {
      for (const tone of tonesOf(step)) {
        for (const language of ["fr", "en"] as const) {
          for (const kind of DEBTOR_KINDS) {
            for (const law of ["FR", "UK", "DE", "other"] as const) {
              for (const many of [false, true]) {
                const facts = factsFor({ step, tone, language, kind, law, many });
                const variants = [
                  facts,
                  { ...facts, promise: BROKEN_PROMISE },
                  ...(step === "call" ? CALLS.map((call) => ({ ...facts, call })) : []),
                ];
                for (const variant of variants) {
                  const draft = draftText(variant);
                  if (!draft.ok) throw new Error(draft.error.type);
                  const said = `${draft.value.subject}\n${draft.value.text}`;
                  expect(forbiddenIn(said, variant)).toEqual([]);
                  texts += 1;
                }
              }
            }
          }
        }
      }
    }
    expect(texts).toBeGreaterThan(1000);
  });

  const firm = factsFor({ step: "reminder-2", tone: "firm" });
  const consumer = factsFor({ step: "reminder-2", tone: "firm", kind: "consumer" });
  const planted = [
    ["Sans paiement, nous saisirons le tribunal de commerce.", firm, "court"],
    ["Nous engagerons une action en justice.", firm, "court"],
    ["We will take legal action against you.", firm, "court"],
    ["SOMMATION DE PAYER", firm, "court-officer"],
    ["Le dossier sera remis à un Commissaire de\u00a0justice.", firm, "court-officer"],
    ["Our bailiff will visit you.", firm, "court-officer"],
    ["Votre réputation auprès de vos clients en souffrira.", firm, "threat"],
    ["We will put you on a credit blacklist.", firm, "threat"],
    ["La présente vaut mise en demeure.", firm, "formal-notice-word"],
    ["Please take this as a formal notice.", firm, "formal-notice-word"],
    ["This is our letter before claim.", firm, "formal-notice-word"],
    ["Votre mauvaise foi est évidente.", firm, "insult"],
    ["Le délai légal expire vendredi.", firm, "invented-deadline"],
    ["Une indemnité de 40 € vous sera facturée.", consumer, "consumer-cost"],
    ["Ajoutez 40,00 EUR de frais.", consumer, "consumer-cost"],
    ["Please add €40 for our trouble.", consumer, "consumer-cost"],
    ["Des pénalités courent (L. 441-10).", consumer, "consumer-cost"],
    ["Des pénalités courent.", factsFor({ step: "reminder-1" }), "interest-too-early"],
    ["Votre facture est en retard.", factsFor({ step: "courtesy" }), "lateness-too-early"],
    ["Nous exigeons un règlement immédiat.", factsFor({ step: "reminder-1" }), "too-firm"],
    ["Ce versement vaut solde de tout compte.", firm, "rights-given-up"],
  ] as const;

  it.each(planted)("catches: %s", (sentence, facts, type) => {
    const draft = draftText(facts);
    if (!draft.ok) throw new Error(draft.error.type);
    const findings = forbiddenIn(`${draft.value.text}\n${sentence}`, facts);
    expect(findings.map((finding) => finding.type)).toContain(type);
    for (const finding of findings) {
      expect(findingWords(finding, "fr")).not.toBe("");
      expect(findingWords(finding, "en")).not.toBe("");
    }
  });

  it("lets the letter, and only the letter, name the formal notice that would follow", () => {
    const letter = factsFor({ step: "letter", tone: "firm" });
    expect(forbiddenIn("l'étape suivante sera une mise en demeure", letter)).toEqual([]);
    expect(forbiddenIn("the next step will be a letter before claim", letter)).toEqual([]);
  });

  it("is not troubled by a debtor's own name or invoice amount", () => {
    const facts = { ...firm, debtor: { ...firm.debtor, name: "Le Café du Tribunal" } };
    expect(forbiddenIn("Bonjour Le Café du Tribunal,", facts)).toEqual([]);
    const forty = factsFor({ step: "reminder-1", kind: "consumer" });
    const [only] = forty.invoices;
    if (only === undefined) throw new Error("no invoice");
    const small = {
      ...forty,
      invoices: [{ ...only, open: { minor: 4000, currency: "EUR" as const } }],
    };
    expect(forbiddenIn("Il reste 40,00 € à régler.", small)).toEqual([]);
  });
});
