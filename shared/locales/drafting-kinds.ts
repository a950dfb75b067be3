import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { Messages } from "./locale.ts";

type Key = "handed-over" | "insolvency" | "unresolved-complaint" | "acceleration" | "beside-letter";

/** Buttons of messages that are no step, and of letters on paper. */
type DraftButtons = {
  readonly answers: Readonly<Record<Key, Own>>;
  readonly forward: Readonly<Record<"lawyer" | "commissaire" | "agency", Own>>;
  readonly print: Readonly<Record<"letter" | "formal-notice" | "again", Own>>;
  /** Steps that ask the user something, instead of a draft at once. */
  readonly late: Readonly<Record<"last-notice" | "legal", Own>>;
};

export const DRAFT_BUTTONS: Messages<DraftButtons> = {
  fr: {
    answers: {
      "handed-over": own("Répondre : dossier confié"),
      insolvency: own("Répondre : créance déclarée"),
      "unresolved-complaint": own("Répondre : notre position maintenue"),
      acceleration: own("Notifier le versement manqué"),
      "beside-letter": own("Prévenir du courrier par courriel"),
    },
    forward: {
      lawyer: own("Transmettre à l'avocat"),
      commissaire: own("Transmettre au commissaire de justice"),
      agency: own("Transmettre au mandataire"),
    },
    print: {
      letter: own("Imprimer la lettre"),
      "formal-notice": own("Imprimer la mise en demeure"),
      again: own("Imprimer à nouveau"),
    },
    late: {
      "last-notice": own("Préparer le dernier avis"),
      legal: own("Voir les voies"),
    },
  },
  en: {
    answers: {
      "handed-over": own("Answer: handed over"),
      insolvency: own("Answer: claim to be declared"),
      "unresolved-complaint": own("Answer: our position stands"),
      acceleration: own("Notify the missed payment"),
      "beside-letter": own("Announce the letter by mail"),
    },
    forward: {
      lawyer: own("Pass on to the lawyer"),
      commissaire: own("Pass on to the commissaire de justice"),
      agency: own("Pass on to the agent"),
    },
    print: {
      letter: own("Print the letter"),
      "formal-notice": own("Print the formal notice"),
      again: own("Print again"),
    },
    late: {
      "last-notice": own("Prepare the last notice"),
      legal: own("See the routes"),
    },
  },
};

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
