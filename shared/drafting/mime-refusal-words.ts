import { foreign } from "#shared/kernel/text.ts";
import { DRAFT_WORDS } from "#shared/locales/draft-words.ts";
import type { Language, Sentence } from "#shared/locales/locale.ts";
import type { MimeRefusal } from "./mime.ts";

/** An address or a file name shown in a refusal; a longer one is cut. */
const SHOWN_CHARS_MAX = 120;

/** Why the file of a draft was not made, for a screen. */
export const mimeRefusalWords = (refusal: MimeRefusal, language: Language): Sentence => {
  const words = DRAFT_WORDS[language].mime;
  switch (refusal.type) {
    case "line-break-in-header":
    case "message-id-unfit":
      return words[refusal.type](refusal.field);
    case "address-unfit":
      return words[refusal.type](refusal.field, foreign(refusal.address, SHOWN_CHARS_MAX));
    case "date-unfit":
    case "reference-unfit":
      return words[refusal.type]();
    case "media-type-unfit":
      return words[refusal.type](foreign(refusal.name, SHOWN_CHARS_MAX));
    case "too-long":
    case "too-many":
      return words[refusal.type](refusal.field, refusal.max);
    case "too-big":
      return words[refusal.type](refusal.max);
  }
};
