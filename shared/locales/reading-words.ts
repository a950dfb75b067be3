import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Messages } from "./locale.ts";

/** Words of the card that shows a reading, and of the line that deals with several replies. */
type ReadingPartWords = {
  readonly whatIsIt: Own;
  readonly words: Own;
  readonly wholeText: Own;
  readonly hideWhole: Own;
  readonly signature: Own;
  readonly quoted: Own;
  /** Said by screen readers after marked words. */
  readonly rests: (of: Own) => Own;
  readonly several: {
    readonly label: Own;
    readonly all: Own;
    readonly sure: Own;
    readonly isSure: Own;
    readonly leave: Own;
    readonly none: Own;
    readonly noEffect: (count: number) => Own;
    readonly confirm: (count: number) => Own;
    readonly notSure: Own;
  };
};

export const READING_WORDS: Messages<ReadingPartWords> = {
  fr: {
    whatIsIt: own("Qu'est-ce que c'est ?"),
    words: own("Ce qu'ils ont écrit"),
    wholeText: own("Afficher tout le message"),
    hideWhole: own("Masquer la suite"),
    signature: own("Signature"),
    quoted: own("Historique cité"),
    rests: (of) => own(` (${of.own})`),
    several: {
      label: own("Plusieurs réponses à lire"),
      all: own("Toutes"),
      sure: own("Les lectures sûres"),
      isSure: own("(lecture sûre)"),
      leave: own("Fermer"),
      none: own("Cochez les réponses à traiter ensemble."),
      noEffect: (count) => own(`Sans effet (${String(count)})`),
      confirm: (count) => own(`Confirmer (${String(count)})`),
      notSure: own("Pour confirmer ensemble, ne cochez que des lectures sûres."),
    },
  },
  en: {
    whatIsIt: own("What is it?"),
    words: own("What they wrote"),
    wholeText: own("Show the whole message"),
    hideWhole: own("Hide the rest"),
    signature: own("Signature"),
    quoted: own("Quoted history"),
    rests: (of) => own(` (${of.own})`),
    several: {
      label: own("Several replies to read"),
      all: own("All"),
      sure: own("The sure readings"),
      isSure: own("(sure reading)"),
      leave: own("Close"),
      none: own("Tick the replies to deal with together."),
      noEffect: (count) => own(`No effect (${String(count)})`),
      confirm: (count) => own(`Confirm (${String(count)})`),
      notSure: own("To confirm together, tick sure readings alone."),
    },
  },
};
