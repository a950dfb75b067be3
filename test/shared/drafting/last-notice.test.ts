import { describe, expect, it } from "vitest";
import { forbiddenIn } from "#shared/drafting/checks.ts";
import type { DraftFacts } from "#shared/drafting/facts.ts";
import { INTEREST_MODES } from "#shared/drafting/facts.ts";
import { letterPage } from "#shared/drafting/letter-page.ts";
import { printPageHtml } from "#shared/drafting/print-page.ts";
import { draftText } from "#shared/drafting/text.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import { CHARGES, MEDIATOR, NOTICE, lastNoticeFor } from "./papers.ts";

const blanks = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, " ");

const mail = (facts: DraftFacts): string => {
  const draft = draftText(facts);
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return blanks(`${draft.value.subject}\n${draft.value.text}`);
};

const page = (facts: DraftFacts): string => {
  const printed = letterPage(facts);
  if (!printed.ok) throw new Error(JSON.stringify(printed.error));
  const html = printPageHtml(printed.value);
  return blanks(
    html
      .slice(html.indexOf("<body>"))
      .replace(/<\/?(?:span|b)(?: [^>]*)?>/g, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, "&"),
  );
};

const refused = (facts: DraftFacts) => {
  const [text, printed] = [draftText(facts), letterPage({ ...facts, paper: facts.paper })];
  expect([text.ok, printed.ok]).toEqual([false, false]);
  return text.ok ? null : text.error;
};

describe("a last notice", () => {
  it("says which formal notice, what is proven of it, how much, until when, and offers instalments", () => {
    const text = mail(
      lastNoticeFor({
        notices: [{ ...NOTICE, came: { kind: "receipt", on: dateOf("2026-10-30") } }],
      }),
    );
    for (const said of [
      "Dernier avis : facture F-2026-031",
      "Monsieur,",
      "Par notre mise en demeure du 26 octobre 2026 (lettre recommandée n° 1A 204 511 2233 4, présentée le 28 octobre 2026, reçue le 30 octobre 2026), nous vous avons demandé de régler la facture ci-dessous. Le délai laissé est expiré et il reste 1 200,00 € à régler.",
      "Nous vous demandons de régler la somme de 1 200,00 € au plus tard le lundi 30 novembre 2026.",
      "IBAN FR76 3000 6000 0112 3456 7890 189",
      "sauf paiement reçu après le 19 novembre 2026",
      "disposés à convenir d'un échéancier",
      "Si vous contestez tout ou partie de cette somme",
    ])
      expect(text).toContain(said);
  });

  it("names the court only where the creditor has said that it will be asked", () => {
    const undecided = mail(lastNoticeFor({}));
    expect(undecided).toContain("À défaut, nous examinerons les suites à donner.");
    expect(undecided).not.toMatch(/juridiction|tribunal|saisi/i);
    expect(mail(lastNoticeFor({ intendsCourt: true }))).toContain(
      "À défaut, nous saisirons la juridiction compétente.",
    );
    const english = { language: "en", law: "UK" } as const;
    expect(mail(lastNoticeFor(english))).toContain(
      "Failing that, we will consider what to do next.",
    );
    expect(mail(lastNoticeFor({ ...english, intendsCourt: true }))).toContain(
      "Failing that, we will issue a claim in the competent court.",
    );
    expect(mail(lastNoticeFor({ language: "en", intendsCourt: true }))).toContain(
      "Failing that, we will bring the matter before the competent court.",
    );
  });

  it("calls the notice by the name of the law of the claim, in the words of its reader", () => {
    expect(mail(lastNoticeFor({ language: "en", law: "UK", kind: "consumer" }))).toContain(
      "By our letter before claim of 26 October 2026 (registered letter no. 1A 204 511 2233 4, first presented on 28 October 2026)",
    );
    expect(mail(lastNoticeFor({ language: "en" }))).toContain(
      "By our formal notice (mise en demeure) of 26 October 2026",
    );
  });

  it("tells a letter that was refused, not fetched or handed over from one that was received", () => {
    const of = (notice: Partial<typeof NOTICE>): string =>
      mail(lastNoticeFor({ notices: [{ ...NOTICE, number: null, ...notice }] }));
    const on = dateOf("2026-10-28");
    expect(of({ came: { kind: "refusal", on } })).toContain(
      "(lettre recommandée, refusée le 28 octobre 2026)",
    );
    expect(of({ came: { kind: "unclaimed", on: dateOf("2026-11-12") } })).toContain(
      "(lettre recommandée, présentée le 28 octobre 2026, non réclamée)",
    );
    expect(of({ way: "by-hand" })).toContain("(remise en main propre le 28 octobre 2026)");
    expect(of({ way: null })).toContain("du 26 octobre 2026 (présentée le 28 octobre 2026)");
  });

  it("lists every notice behind its invoices", () => {
    const second = { ...NOTICE, on: dateOf("2026-11-02"), presentedOn: dateOf("2026-11-04") };
    expect(mail(lastNoticeFor({ many: true, notices: [NOTICE, second] }))).toMatch(
      /Par nos mises en demeure du 26 octobre 2026 \([^)]*\) et du 2 novembre 2026 \([^)]*\), nous vous avons demandé de régler les 2 factures/,
    );
  });

  it("asks for the total as it was chosen, with its statement", () => {
    const charged = { ...lastNoticeFor({}), interest: "claimed", charges: CHARGES } as const;
    const text = mail(charged);
    expect(text).toContain("Total à régler au 20 novembre 2026 : 1 258,75 €");
    expect(text).toContain("régler la somme de 1 258,75 € au plus tard le lundi 30 novembre 2026");
    expect(text).toContain("12,40 %");
    const beside = mail({ ...charged, interest: "computed" });
    expect(beside).toContain("À titre indicatif, non réclamés à ce jour");
    expect(beside).toContain("régler la somme de 1 200,00 €");
  });

  it("is a letter on paper as well, registered unless one chooses otherwise", () => {
    const text = page(lastNoticeFor({ onPaper: true }));
    expect(text).toContain("Lettre recommandée avec avis de réception");
    expect(text).toContain("Objet : Dernier avis : facture F-2026-031");
    expect(text).toContain("ne tenez pas compte de cette lettre");
    expect(text).toContain("Veuillez agréer");
  });

  it("holds no word of a court, of an officer, of a seizure or of forbidden costs, in any mode", () => {
    let texts = 0;
    for (const language of ["fr", "en"] as const)
      for (const kind of DEBTOR_KINDS)
        for (const law of ["FR", "UK", "DE", "other"] as const)
          for (const many of [false, true])
            for (const intendsCourt of [false, true])
              for (const interest of INTEREST_MODES) {
                const professional = kind === "business" || kind === "public";
                const facts = lastNoticeFor({
                  language,
                  kind,
                  law,
                  many,
                  intendsCourt,
                  onPaper: true,
                });
                const { currency } = facts.invoices[0]?.open ?? { currency: "EUR" };
                const charged: DraftFacts = {
                  ...facts,
                  interest,
                  charges: {
                    ...CHARGES,
                    interest: { minor: 1_875, currency },
                    compensation: professional ? { minor: 4_000, currency } : null,
                    perDay: { minor: 41, currency },
                    lines: CHARGES.lines.map((line) => ({
                      ...line,
                      interest: { minor: 1_875, currency },
                    })),
                  },
                };
                expect(forbiddenIn(page(charged), charged)).toEqual([]);
                const said = mail({ ...charged, paper: null });
                expect(forbiddenIn(said, charged)).toEqual([]);
                expect(said).not.toMatch(/à vérifier|to be checked/i);
                texts += 2;
              }
    expect(texts).toBeGreaterThan(1_000);
  });

  it("is found at fault for what nobody decided: a court, a seizure, a bailiff", () => {
    const silent = lastNoticeFor({});
    const decided = lastNoticeFor({ intendsCourt: true });
    const types = (sentence: string, facts: DraftFacts) =>
      forbiddenIn(sentence, facts).map(({ type }) => type);
    expect(types("Nous saisirons la juridiction compétente.", silent)).toContain("court");
    expect(types("Nous saisirons la juridiction compétente.", decided)).toEqual([]);
    expect(types("Une saisie aura lieu le 3 décembre.", decided)).toContain("court-officer");
    expect(types("Un commissaire de justice se présentera.", decided)).toContain("court-officer");
    expect(types("SOMMATION", decided)).toContain("court-officer");
    expect(types("Une injonction de payer sera demandée.", decided)).toContain("court");
  });
});

describe("a last notice is refused", () => {
  it("without a formal notice, or without the day of its presentation", () => {
    const facts = lastNoticeFor({ onPaper: true });
    expect(refused({ ...facts, lastNotice: null })).toMatchObject({ type: "not-drafted-yet" });
    expect(refused(lastNoticeFor({ onPaper: true, notices: [] }))).toMatchObject({
      type: "not-drafted-yet",
    });
    expect(
      refused(lastNoticeFor({ onPaper: true, notices: [{ ...NOTICE, presentedOn: null }] })),
    ).toEqual({ type: "not-drafted-yet", step: "last-notice", missing: ["first-presentation"] });
  });

  it("to a consumer without the mediator, and for a day that is past or shut", () => {
    const consumer = lastNoticeFor({ onPaper: true, kind: "consumer" });
    expect(mail(consumer)).toContain(`${MEDIATOR.name}, ${MEDIATOR.site}`);
    const { lastNotice } = consumer;
    if (lastNotice === null) throw new Error("no last notice");
    expect(refused({ ...consumer, lastNotice: { ...lastNotice, mediator: null } })).toEqual({
      type: "facts-missing",
      missing: ["mediator"],
    });
    for (const until of ["2026-11-20", "2026-11-29"])
      expect(refused({ ...consumer, lastNotice: { ...lastNotice, until: dateOf(until) } })).toEqual(
        {
          type: "reply-by-unfit",
          on: until,
        },
      );
  });
});
