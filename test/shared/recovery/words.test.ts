import { describe, expect, it } from "vitest";
import type { Sentence } from "#shared/locales/locale.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import type { RecoveryWords } from "#shared/locales/recovery-sentences.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { AGES } from "#shared/recovery/aged-balance.ts";
import type { CalendarKind } from "#shared/recovery/calendar-items.ts";
import type { Reason, ReasonWords } from "#shared/recovery/reasons.ts";
import { reasonOf, sayReason } from "#shared/recovery/reasons.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import type { Chip, RowWord } from "#shared/recovery/today-row.ts";
import { day } from "./accounts.ts";

/** The compiler's own check: a key of recovery that the words lack does not compile here. */
const complete = (words: RecoveryWords): ReasonWords<Sentence> => {
  const steps: Readonly<Record<Step, string>> = words.steps;
  const tones: Readonly<Record<Tone, string>> = words.tones;
  const rows: Readonly<Record<RowWord, string>> = words.rows;
  const chips: Readonly<Record<Chip, string>> = words.chips;
  const effects: Readonly<Record<Reason["effect"], string>> = words.effects;
  const ages: Readonly<Record<(typeof AGES)[number], string>> = words.ages;
  const dated: Readonly<Record<CalendarKind, string>> = words.dated;
  expect([steps, tones, rows, chips, effects, ages, dated].every(Boolean)).toBe(true);
  return words.reasons;
};

const text = (sentence: Sentence): string => sentence.map(shownText).join("");

describe("the words of recovery", () => {
  it("say a reason in both languages, French with its no-break spaces", () => {
    const due = reasonOf("step-due", "says", { step: "reminder-2", days: 31, invoices: 1 });
    expect(text(sayReason(complete(recoveryWords.fr), due))).toBe(
      "2e relance, 31\u00a0jours de retard, 1\u00a0facture",
    );
    expect(text(sayReason(complete(recoveryWords.en), due))).toBe(
      "Second reminder, 31 days late, 1 invoice",
    );
  });

  it("say what a row of today is for within 42 letters, a year only where it is another one", () => {
    const [by, paymentsKnownOn] = [day("2026-11-13"), day("2026-11-19")];
    const rows: readonly Reason[] = [
      reasonOf("promise-broken", "says", { by, paymentsKnownOn, inPart: false, amount: null }),
      reasonOf("promise-broken", "says", { by, paymentsKnownOn, inPart: true, amount: null }),
      reasonOf("promise-broken", "says", {
        by: day("2025-12-30"),
        paymentsKnownOn: day("2026-01-12"),
        inPart: false,
        amount: null,
      }),
      reasonOf("clock", "says", { kind: "claim-declaration", lastOn: day("2026-12-02"), days: 12 }),
      reasonOf("exhibit-missing", "says", { on: by, count: 1 }),
    ];
    const said = (language: "fr" | "en") =>
      rows.map((row) => text(sayReason(recoveryWords[language].reasons, row)));
    expect(said("fr")).toEqual([
      "Promis au 13/11, rien au relevé du 19/11",
      "Promis au 13/11, pas assez au relevé du 19/11",
      "Promis au 30/12/2025, rien au relevé du 12/01/2026",
      "Déclarer la créance d'ici le 02/12 (12 j)",
      "Envoi du 13/11/2026 sans message conservé",
    ]);
    expect(said("en")).toEqual([
      "Promised by 13 Nov, nothing in by 19 Nov",
      "Promised by 13 Nov, not enough in by 19 Nov",
      "Promised by 30 Dec 2025, nothing in by 12 Jan 2026",
      "Declare the claim by 2 Dec (12 days)",
      "Sent on 13 Nov 2026, mail not kept",
    ]);
  });

  it("keep what people typed marked as foreign, and cut it", () => {
    const hold = reasonOf("hold", "forbid", {
      until: day("2026-11-30"),
      reason: `<b>avoir</b> ${"x".repeat(500)}`,
      invoices: 0,
    });
    const sentence = sayReason(recoveryWords.fr.reasons, hold);
    expect(sentence.filter((shown) => "foreign" in shown)).toHaveLength(1);
    expect(text(sentence)).toContain("jusqu'au 30 novembre 2026 inclus\u00a0: <b>avoir</b>");
    expect(text(sentence).length).toBeLessThan(200);
  });

  it("say each gate of file, law and plan in one short sentence, in both languages", () => {
    const gates: readonly Reason[] = [
      reasonOf("insolvency", "forbid", { on: day("2026-10-01"), state: "liquidation" }),
      reasonOf("handed-over", "forbid", { to: "Me Roux", role: "lawyer", on: day("2026-11-01") }),
      reasonOf("approval-missing", "forbid-formal", {
        step: "formal-notice",
        state: "asked",
        by: "Lucie",
      }),
      reasonOf("identity-unchecked", "forbid-formal", { lastOn: day("2026-10-01"), days: 8 }),
      reasonOf("exhibit-needed", "forbid-formal", {
        step: "formal-notice",
        codes: ["invoice-copy", "address"],
      }),
      reasonOf("rate-unknown", "forbid-formal", { series: "ecb-mro", halfYear: "2027-S1" }),
      reasonOf("cap-reached", "warn", { count: 4, days: 30, address: "a@b.example" }),
    ];
    const said = (language: "fr" | "en") =>
      gates.map((gate) => text(sayReason(recoveryWords[language].reasons, gate)));
    expect(said("fr")).toEqual([
      "Liquidation judiciaire du 1er octobre 2026\u00a0: ce qui est né avant n'est plus relancé",
      "Dossier confié à Me Roux (avocat) le 1er novembre 2026\u00a0: plus aucune relance de notre part",
      "Mise en demeure\u00a0: accord d'une seconde personne attendu, demandé par Lucie",
      "Identité vérifiée le 1er octobre 2026, il y a plus de 8 jours\u00a0: à vérifier de nouveau",
      "Mise en demeure\u00a0: il manque la copie de facture, l'adresse du débiteur",
      "Taux d'intérêt inconnu pour le 1er semestre 2027\u00a0: pas d'étape solennelle",
      "4 messages à a@b.example en 30 jours\u00a0: plafond atteint",
    ]);
    expect(said("en")).toEqual([
      "Liquidation of 1 October 2026: what arose before it is no longer chased",
      "Handed over to Me Roux (lawyer) on 1 November 2026: no more reminders of ours",
      "Formal notice: waiting for a second person to agree, asked by Lucie",
      "Identity checked on 1 October 2026, more than 8 days ago: to be checked again",
      "Formal notice: still missing are the copy of the invoice, the debtor's address",
      "Interest rate unknown for the first half of 2027: no formal step",
      "4 messages to a@b.example in 30 days: the cap is reached",
    ]);
  });

  it("say of a reply that it is to be read, and quote its words where it has some; a row headed so has the words alone", () => {
    const values = { on: day("2026-11-19"), from: "a@b.example", count: 1 };
    const quoted = reasonOf("reply-to-read", "forbid", { ...values, words: " Payé hier. " });
    const bare = reasonOf("reply-to-read", "forbid", { ...values, words: null });
    expect(text(sayReason(recoveryWords.fr.reasons, quoted))).toBe(
      "Réponse à lire, du 19/11/2026\u00a0: «\u00a0Payé hier.\u00a0»",
    );
    const two = reasonOf("reply-to-read", "forbid", { ...values, words: "Bonjour.", count: 2 });
    expect(text(sayReason(recoveryWords.en.reasons, two))).toBe(
      "2 replies to read, the first from 19 Nov 2026: “Bonjour.”",
    );
    expect(text(recoveryWords.fr.replyInRow(" Payé hier. ", 1))).toBe("«\u00a0Payé hier.\u00a0»");
    expect(text(sayReason(recoveryWords.en.reasons, bare))).toBe(
      "1 reply to read, from 19 Nov 2026, by a@b.example",
    );
  });
});
