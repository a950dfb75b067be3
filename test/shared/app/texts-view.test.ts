import { describe, expect, it } from "vitest";
import { TEXT_STEPS, textPreview, textsView } from "#shared/app/texts-view.ts";
import type { TextPreviewInput, TextPreviewView } from "#shared/app/texts-view.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { shownText } from "#shared/kernel/text.ts";
import {
  KNOWN,
  LOOKED,
  OPENED,
  contact,
  debtor,
  decisionOf,
  invoice,
  text,
  viewOf,
} from "./given.ts";
import type { Given } from "./given.ts";

const WRITTEN: CreditorEvent = {
  type: "text-written",
  data: {
    step: "reminder-1",
    language: "fr",
    subject: "Petit rappel de {créancier}",
    opening: null,
    closing: null,
  },
};

const WITH_IBAN: CreditorEvent = {
  type: "creditor-corrected",
  data: {
    changes: {
      iban: "FR7630006000011234567890189",
      legalLine: "SARL",
      address: "1 rue A\n24000 Périgueux",
    },
  },
};

const given: Given = {
  creditor: [OPENED, WITH_IBAN, KNOWN, LOOKED, WRITTEN],
  accounts: {
    bloch: [
      debtor("bloch", "Atelier Bloch"),
      contact("compta@bloch.example"),
      invoice("F-1", 115_000, "2026-11-01"),
    ],
  },
};

const EMPTY = { subject: "", opening: "", closing: "" };

const preview = (input: Partial<TextPreviewInput>): TextPreviewView =>
  viewOf(
    textPreview,
    { step: "reminder-1", language: "fr", typed: EMPTY, account: "bloch", ...input },
    given,
  );

const read = ({ blocks }: TextPreviewView): string =>
  blocks
    .map((block) => (block.type === "paragraph" ? block.words.map(shownText).join("") : ""))
    .join("\n");

describe("the page of texts", () => {
  it("says which steps have words of one's own, in which language", () => {
    const { steps, samples } = viewOf(textsView, null, given);
    expect(steps.map(({ step }) => step)).toEqual([...TEXT_STEPS]);
    const first = steps.find(({ step }) => step === "reminder-1");
    expect(first?.isOwn).toEqual({ fr: true, en: false });
    expect(first?.typed.fr.subject).toBe("Petit rappel de {créancier}");
    expect(samples).toEqual([{ value: "bloch", label: "Atelier Bloch" }]);
  });

  it("offers no subject for a formal notice: the law expects its own", () => {
    const { steps } = viewOf(textsView, null, given);
    expect(steps.find(({ step }) => step === "formal-notice")?.parts).toEqual([
      "opening",
      "closing",
    ]);
  });
});

describe("the preview of a text", () => {
  it("reads own words on a debtor of the ledger, its fields filled in", () => {
    const view = preview({
      typed: {
        subject: "{débiteur} : {nombre de factures} facture à régler",
        opening: "Nous attendons {total} depuis {jours de retard} jours.",
        closing: "",
      },
    });
    expect(view.subject).toBe("Atelier Bloch : 1 facture à régler");
    expect(read(view).replace(/[\u00a0\u202f]/g, " ")).toContain(
      "Nous attendons 1 150,00 € depuis 19 jours.",
    );
    expect(text(view.on)).toContain("Atelier Bloch");
    expect(view.faults).toEqual({});
  });

  it("reads every step in both languages, on an example too", () => {
    for (const step of TEXT_STEPS)
      for (const language of ["fr", "en"] as const)
        for (const account of ["bloch", null]) {
          const view = preview({ step, language, account });
          expect(view.notes.map(text), `${step} ${language} ${String(account)}`).toEqual([]);
          expect(view.subject).not.toBe("");
          expect(view.blocks.length).toBeGreaterThan(3);
        }
  });

  it("says what is wrong beside its part and reads the rest without it", () => {
    const view = preview({
      typed: {
        subject: "Bonjour {prénom}",
        opening: "Vous avez dix jours, sinon le tribunal.",
        closing: "",
      },
    });
    expect(text(view.faults.subject ?? null)).toContain("prénom");
    expect(view.faults.opening).toBeDefined();
    expect(view.subject).not.toContain("prénom");
    expect(view.notes).toHaveLength(1);
  });

  it("takes an example where no invoice of the debtor is at this point", () => {
    const view = preview({ step: "courtesy" });
    expect(text(view.on)).toContain("Atelier Bloch : aucune facture n'en est là");
    expect(JSON.stringify(view.blocks)).toContain("FA-0042");
  });

  it("gives a notice the days that the law of the claim makes longer than the creditor's own", () => {
    const inEngland = debtor("bloch", "Ann Bloch");
    const person = { ...inEngland, data: { ...inEngland.data, kind: "consumer", country: "GB" } };
    const british: Given = {
      creditor: [
        OPENED,
        { type: "creditor-corrected", data: { changes: { country: "GB" } } },
        WITH_IBAN,
        KNOWN,
        LOOKED,
      ],
      accounts: { bloch: [person as typeof inEngland, invoice("F-1", 115_000, "2026-11-01")] },
    };
    const notice = { step: "formal-notice", language: "en", typed: EMPTY } as const;
    const page = (account: string | null): string =>
      read(viewOf(textPreview, { ...notice, account }, british));
    expect(page("bloch")).toContain("30 days");
    expect(page(null)).not.toContain("30 days");
  });

  it("prepares nothing", () => {
    const decision = decisionOf(
      textPreview,
      { step: "due", language: "en", typed: EMPTY, account: "bloch" },
      given,
    );
    expect(decision.entries).toEqual([]);
    expect(decision.acts).toEqual([]);
  });
});
