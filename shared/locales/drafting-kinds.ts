import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { Messages } from "./locale.ts";

/** Drafts that are no step of the plan, as a list of drafts names them. */
type DraftKinds = Readonly<Record<"answer" | "forward" | "beside-letter" | "acceleration", Own>>;

export const DRAFT_KINDS: Messages<DraftKinds> = {
  fr: {
    answer: own("Réponse"),
    forward: own("Transmission"),
    "beside-letter": own("Courriel d'accompagnement"),
    acceleration: own("Déchéance du terme"),
  },
  en: {
    answer: own("Answer"),
    forward: own("Message passed on"),
    "beside-letter": own("Mail beside a letter"),
    acceleration: own("Acceleration notice"),
  },
};
