import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";

/** Words of the setting that lets corrections count in later readings. */
type TeachingWords = {
  readonly title: Own;
  readonly label: Own;
  readonly hint: Own;
  readonly done: Readonly<Record<"on" | "off", Sentence>>;
};

export const TEACHING_WORDS: Messages<TeachingWords> = {
  fr: {
    title: own("Lecture des réponses"),
    label: own("Tenir compte de mes corrections dans les lectures suivantes"),
    hint: own(
      "Tout reste dans votre registre. Une correction rend les lectures plus prudentes ou propose l'étiquette que vous choisissez toujours ; rien n'en devient sûr.",
    ),
    done: {
      on: say`Vos corrections comptent dans les lectures suivantes.`,
      off: say`Vos corrections sont gardées et ne comptent plus dans les lectures.`,
    },
  },
  en: {
    title: own("Reading replies"),
    label: own("Let my corrections count in later readings"),
    hint: own(
      "All of it stays in your ledger. A correction makes readings more careful, or proposes the tag that you always choose; nothing becomes sure by it.",
    ),
    done: {
      on: say`Your corrections count in later readings.`,
      off: say`Your corrections are kept, and no longer count in readings.`,
    },
  },
};
