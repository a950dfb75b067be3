import { describe, expect, it } from "vitest";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { FINER_WORDS } from "#shared/locales/finer-words.ts";
import { FINER_DISPUTES } from "#shared/mail/finer-disputes.ts";
import { FINER_OTHERS } from "#shared/mail/finer-others.ts";
import { FINER_CODES } from "#shared/mail/finer-rule.ts";
import type { Actor, FinerCode } from "#shared/mail/finer-rule.ts";
import { finerOf } from "#shared/mail/finer.ts";

type Row = readonly [
  words: string,
  tag: Tag,
  reason: DisputeReason | null,
  code: FinerCode | null,
  mustAct?: Actor,
];

const ROWS: readonly Row[] = [
  [
    "Il nous manque le bon de livraison signé.",
    "dispute",
    "not_delivered",
    "delivery-note-missing",
    "us",
  ],
  [
    "Please send the signed proof of delivery first.",
    "dispute",
    "not_delivered",
    "delivery-note-missing",
  ],
  ["Le chauffeur a livré à la mauvaise adresse.", "dispute", "not_delivered", "wrong-address"],
  ["Il reste à livrer deux palettes.", "dispute", "not_delivered", "partial-delivery"],
  ["Only a partial delivery reached us.", "dispute", "not_delivered", "partial-delivery"],
  ["Le transporteur a perdu le colis.", "dispute", "not_delivered", "lost-by-carrier", "third"],
  ["Les travaux ne sont pas terminés.", "dispute", "not_delivered", "work-unfinished"],
  ["Trois carreaux sont arrivés cassés.", "dispute", "quality", "damage"],
  ["The goods arrived damaged.", "dispute", "quality", "damage"],
  ["Nous attendons le rapport de l'expert.", "dispute", "quality", "expert-awaited", "third"],
  [
    "Facture rejetée sur Chorus : code service absent.",
    "dispute",
    "missing_reference",
    "portal-rejection",
  ],
  ["No PO, no pay.", "dispute", "missing_reference", "order-missing"],
  ["En attente du visa du conducteur.", "dispute", "missing_reference", "approval-missing", "them"],
  ["La remise de 5 % n'apparaît pas.", "dispute", "price", "discount-forgotten"],
  ["The price is higher than agreed.", "dispute", "price", "price-differs"],
  ["Nous attendons toujours votre avoir.", "dispute", "credit_due", "credit-note-awaited"],
  ["Le matériel a été retourné en mars.", "dispute", "credit_due", "returned-goods"],
  ["La facture est au nom de la mauvaise société.", "dispute", "other", "wrong-entity"],
  ["We cancelled the contract in June.", "dispute", "other", "cancelled"],
  ["C'est la retenue de garantie de 5 %.", "dispute", "other", "retention", "them"],
  ["Pouvez-vous renvoyer la facture ?", "question", null, "copy-asked", "us"],
  ["Could you resend the invoice?", "question", null, "copy-asked"],
  ["Merci de nous adresser un relevé de compte.", "question", null, "statement-asked"],
  ["Pouvez-vous nous donner votre RIB ?", "question", null, "bank-details-asked"],
  ["À quoi correspond cette ligne ?", "question", null, "explanation-asked"],
  ["Je vous règle dès que notre client nous paie.", "promise", null, "by-a-third", "third"],
  ["We pay as soon as our customer pays us.", "promise", null, "by-a-third"],
  ["Virement dès réception de l'avoir.", "promise", null, "conditional", "them"],
  ["Le siège règlera la semaine prochaine.", "promise", null, "by-another-office"],
  ["Virement vendredi.", "promise", null, null],
  ["Peut-on payer en trois fois ?", "instalments", null, "schedule-proposed"],
  ["Trésorerie tendue en ce moment.", "instalments", null, "cash-trouble"],
  ["Madame Petit a quitté la société.", "wrong_contact", null, "has-left"],
  ["Bien reçu.", "acknowledgement", null, null],
];

describe("finer reasons", () => {
  const rows = ROWS.map(([words, tag, reason, code, mustAct = null]) => ({
    words,
    tag,
    reason,
    code,
    mustAct,
  }));
  it.each(rows)("reads $words as $code", ({ words, tag, reason, code, mustAct }) => {
    const finer = finerOf(words, tag, reason);
    expect(finer?.code ?? null).toBe(code);
    expect(finer?.mustAct).toBe(mustAct ?? finer?.mustAct);
    const { span, quote } = finer?.ground ?? { span: null, quote: "" };
    expect(span === null ? quote : words.slice(span.from, span.to)).toBe(quote);
  });

  it("keeps to the reason that was read", () => {
    expect(finerOf("Trois carreaux sont arrivés cassés.", "dispute", "price")).toBeNull();
  });

  it("has words in both languages for each code, and a rule for each", () => {
    for (const language of ["fr", "en"] as const)
      expect(Object.keys(FINER_WORDS[language].codes).sort()).toEqual([...FINER_CODES].sort());
    const ruled = [...FINER_DISPUTES, ...FINER_OTHERS].map(({ code }) => code);
    expect([...new Set(ruled)].sort()).toEqual([...FINER_CODES].sort());
  });

  it("has phrases without capitals or accents, as words are folded", () => {
    for (const { phrases } of [...FINER_DISPUTES, ...FINER_OTHERS])
      for (const phrase of phrases) expect(phrase).toMatch(/^[a-z0-9 |*?.#]+$/);
  });

  it("reads no further than a bounded number of words", () => {
    const wall = "virement ".repeat(50_000);
    expect(finerOf(`${wall} dès réception de l'avoir`, "promise", null)).toBeNull();
  });
});
