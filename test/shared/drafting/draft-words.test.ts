import { describe, expect, it } from "vitest";
import { mimeRefusalWords } from "#shared/drafting/mime-refusal-words.ts";
import type { MimeField, MimeRefusal } from "#shared/drafting/mime.ts";
import type { RecipientsReason } from "#shared/drafting/recipients.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { DraftPart, RecipientsWord } from "#shared/locales/draft-words.ts";
import { DRAFT_WORDS } from "#shared/locales/draft-words.ts";

// The words are below the folder of what they say: these lines fail to compile when one list moves without the other.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const sameReasons: Same<RecipientsReason, RecipientsWord> = true;
const sameParts: Same<MimeField | "text", DraftPart> = true;
const sameRefusals: Same<MimeRefusal["type"], keyof (typeof DRAFT_WORDS)["fr"]["mime"]> = true;

const REFUSALS: readonly MimeRefusal[] = [
  { type: "line-break-in-header", field: "subject" },
  { type: "address-unfit", field: "to", address: "a b@x.example" },
  { type: "message-id-unfit", field: "in-reply-to" },
  { type: "date-unfit" },
  { type: "reference-unfit" },
  { type: "media-type-unfit", name: "copie.xyz" },
  { type: "too-long", field: "text", max: 500_000 },
  { type: "too-many", field: "to", max: 50 },
  { type: "too-many", field: "attachment", max: 60 },
  { type: "too-big", max: 18 * 1024 * 1024 },
];

describe("the words of a draft that could not be made", () => {
  it("say what, in both languages, and what to do with what came from outside kept apart", () => {
    expect([sameReasons, sameParts, sameRefusals]).toEqual([true, true, true]);
    for (const language of ["fr", "en"] as const) {
      for (const refusal of REFUSALS) {
        const said = mimeRefusalWords(refusal, language).map(shownText).join("");
        expect(said).toMatch(
          language === "fr" ? /^Le brouillon n'est pas créé\u00a0:/ : /^The draft/,
        );
        expect(said).toMatch(/\.$/);
      }
    }
    const foreignParts = mimeRefusalWords({ type: "media-type-unfit", name: "<b>" }, "fr").filter(
      (one) => "foreign" in one,
    );
    expect(foreignParts).toEqual([{ foreign: "<b>" }]);
  });

  it("count megabytes, addresses and attachments", () => {
    const fr = (refusal: MimeRefusal): string =>
      mimeRefusalWords(refusal, "fr").map(shownText).join("");
    expect(fr({ type: "too-big", max: 18 * 1024 * 1024 })).toContain("18 Mo");
    expect(fr({ type: "too-many", field: "cc", max: 50 })).toContain("50 destinataires");
    expect(fr({ type: "too-many", field: "attachment", max: 60 })).toContain("60 pièces jointes");
    expect(DRAFT_WORDS.fr.leftOut(1).own).toBe("1 adresse laissée de côté");
    expect(DRAFT_WORDS.en.leftOut(3).own).toBe("3 addresses left out");
  });
});
