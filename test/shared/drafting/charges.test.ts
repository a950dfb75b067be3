import { describe, expect, it } from "vitest";
import { money } from "#shared/kernel/money.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { chargesBlocks, totalAsked } from "#shared/drafting/charges.ts";
import { forbiddenIn } from "#shared/drafting/checks.ts";
import type { ChargesFacts, DraftFacts, InterestMode } from "#shared/drafting/facts.ts";
import { INTEREST_MODES } from "#shared/drafting/facts.ts";
import { draftAnswer, draftText } from "#shared/drafting/text.ts";
import { CALLS, MAIL_STEPS, answersFor, factsFor, tonesOf } from "./letters.ts";
import { CHARGES, MEDIATOR, noticeFor } from "./papers.ts";

const said = (facts: DraftFacts): string => {
  const draft = draftText(facts);
  if (!draft.ok) throw new Error(draft.error.type);
  return `${draft.value.subject}\n${draft.value.text}`.replace(/[\u00a0\u202f]/g, " ");
};

const every = MAIL_STEPS.flatMap((step) =>
  tonesOf(step).flatMap((tone) =>
    (["fr", "en"] as const).flatMap((language) =>
      DEBTOR_KINDS.flatMap((kind) =>
        INTEREST_MODES.map((interest): DraftFacts => {
          const professional = kind === "business" || kind === "public";
          return {
            ...factsFor({ step, tone, language, kind }),
            ...(step === "call" ? { call: CALLS[1] ?? null } : {}),
            interest,
            charges: professional ? CHARGES : { ...CHARGES, compensation: null },
          };
        }),
      ),
    ),
  ),
);

describe("interest and compensation in mails", () => {
  it("stay below the step, the tone and the kind of debtor, in every mode", () => {
    for (const facts of every) expect(forbiddenIn(said(facts), facts)).toEqual([]);
  });

  it("are figures from the second reminder on, to professionals, and nowhere else", () => {
    for (const facts of every) {
      const text = said(facts);
      const professional = facts.debtor.kind === "business" || facts.debtor.kind === "public";
      const speaks = professional && (facts.step === "reminder-2" || facts.step === "letter");
      const figures = facts.interest === "computed" || facts.interest === "claimed";
      const perDay = facts.language === "fr" ? "0,41 € par jour" : "€0.41 a day";
      expect(text.includes(perDay)).toBe(speaks && figures);
      const total = facts.language === "fr" ? "1 258,75 €" : "€1,258.75";
      expect(text.includes(total)).toBe(speaks && facts.interest === "claimed");
      const notClaimed = facts.language === "fr" ? "non réclamés à ce jour" : "not claimed to date";
      expect(text.includes(notClaimed)).toBe(speaks && facts.interest === "computed");
      expect(text).not.toMatch(/à vérifier|to be checked/i);
    }
  });

  it("say the rate that was agreed instead of the law's", () => {
    const text = said({ ...factsFor({ step: "reminder-2", tone: "firm" }), contractRate: 1_500 });
    expect(text).toContain("au taux annuel de 15,00 % convenu entre nous");
    expect(text).not.toContain("12,40");
  });

  it("keep a fixed sum in another currency out of the total", () => {
    const facts = factsFor({ step: "reminder-2", tone: "firm", law: "UK" });
    const text = said({
      ...facts,
      interest: "claimed",
      charges: {
        ...CHARGES,
        interest: money(1_875, "GBP"),
        perDay: money(41, "GBP"),
        compensation: money(4_000, "EUR"),
        lines: [],
      },
    });
    expect(text).toContain("1 218,75 £");
    expect(text).toContain("40,00 €");
    expect(text).not.toContain("1 258,75");
  });
});

describe("figures of a formal notice", () => {
  const NOTHING = { ...CHARGES, interest: money(0, "EUR"), perDay: money(0, "EUR"), lines: [] };
  const notice = (kind: DebtorKind, interest: InterestMode, charges: ChargesFacts): string => {
    const facts = { ...noticeFor({ kind }), interest, charges };
    const words = chargesBlocks(facts, true);
    return `${JSON.stringify(words)} ${JSON.stringify(totalAsked(facts))}`;
  };

  it("never hold the fixed sum for a consumer or a non-professional, whatever was handed over", () => {
    for (const kind of ["consumer", "non-professional"] as const)
      for (const interest of INTEREST_MODES) {
        const text = notice(kind, interest, CHARGES);
        expect(text).not.toMatch(/forfaitaire|40,00/);
        expect(text).not.toContain("125875");
      }
    expect(notice("business", "claimed", CHARGES)).toMatch(/forfaitaire/);
  });

  it("say nothing where no interest runs, rather than that it runs at nothing a day", () => {
    for (const kind of ["consumer", "non-professional"] as const)
      for (const interest of INTEREST_MODES)
        expect(notice(kind, interest, { ...NOTHING, compensation: null })).not.toMatch(/0,00/);
    const text = notice("business", "claimed", NOTHING);
    expect(text).not.toMatch(/par jour/);
    expect(text).toMatch(/40,00/);
  });
});

describe("answers of law", () => {
  it("speak no word of costs, courts or threats to anybody", () => {
    for (const language of ["fr", "en"] as const)
      for (const kind of DEBTOR_KINDS) {
        const [base] = answersFor(language, kind);
        if (base === undefined) throw new Error("no answer");
        const { today, creditor, debtor, paymentsKnownOn, payee, reference, attachments } = base;
        const shared = {
          language,
          today,
          creditor,
          debtor,
          paymentsKnownOn,
          payee,
          reference,
          attachments,
        };
        const answers = [
          {
            ...shared,
            type: "handed-over",
            to: "Me Aubry",
            role: "lawyer",
            email: "a@b.example",
            phone: null,
          },
          { ...shared, type: "insolvency", state: "receivership", officer: null, complete: false },
          { ...shared, type: "insolvency", state: "conciliation", officer: null, complete: false },
          {
            ...shared,
            type: "insolvency",
            state: "over-indebtedness",
            officer: null,
            complete: false,
          },
          {
            ...shared,
            type: "unresolved-complaint",
            receivedOn: today,
            numbers: ["F-1"],
            reason: null,
            mediator: MEDIATOR,
            law: "FR",
          },
          { ...shared, type: "beside-letter", way: "registered", letterReference: "R-ABCDEF" },
        ] as const;
        const facts = factsFor({ step: "courtesy", language, kind });
        for (const answer of answers) {
          const draft = draftAnswer(answer);
          if (!draft.ok) throw new Error(draft.error.type);
          const text = `${draft.value.subject}\n${draft.value.text}`;
          // « notre avocat » names who answers now, and threatens nothing.
          const findings = forbiddenIn(
            text.replace(/, notre avocat|, our legal adviser/, ""),
            facts,
          );
          expect(findings).toEqual([]);
          expect(text).toContain(reference);
        }
      }
  });
});
