import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { sectionOf, textOf } from "./card.ts";
import type { Card } from "./card.ts";
import { menuOf } from "./face.ts";
import type { Face } from "./face.ts";
import { labelled } from "./pieces.ts";

/** Each service once on this account, with how long it took: figures alone, to be sent to whoever helps. */
export const diagnoseCard = (
  rows: readonly { readonly label: Own; readonly value: Sentence }[],
  build: string,
  face: Face,
): Card => ({
  name: "diagnosis",
  title: [GMAIL_MAIL[face.language].diagnosis.title],
  subtitle: [own(build)],
  sections: [
    sectionOf([textOf(GMAIL_MAIL[face.language].diagnosis.hint, "quiet")]),
    sectionOf(rows.map(({ label, value }) => labelled(label, value))),
  ],
  menu: menuOf(face),
  footer: null,
});
