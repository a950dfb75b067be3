import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { Messages, Sentence } from "./locale.ts";
import { say } from "./locale.ts";

/** Words about letters that are printed and drafts that are no step; the texts themselves are in `drafting-letters`. */
type PrintWords = {
  readonly printed: (step: Own, name: Foreign) => Sentence;
  readonly fileNames: Readonly<Record<"letter" | "formal-notice" | "last-notice", string>>;
  /** The printed page is on file. */
  readonly kept: string;
  /** Why a printed page that never went leaves the file. */
  readonly dropped: string;
  readonly ready: (what: Own, name: Foreign) => Sentence;
  /** Beside a draft that holds an opening and no answer yet. */
  readonly toComplete: Sentence;
  readonly groupReady: (step: Own, count: number) => Sentence;
};

export const PRINT_WORDS: Messages<PrintWords> = {
  fr: {
    printed: (step, name) => say`À imprimer et à poster : ${step}, ${name}.`,
    fileNames: {
      letter: "lettre",
      "formal-notice": "mise-en-demeure",
      "last-notice": "dernier-avis",
    },
    kept: "Lettre imprimée gardée au dossier.",
    dropped: "Lettre abandonnée, non envoyée",
    ready: (what, name) => say`Brouillon prêt : ${what}, ${name}.`,
    toComplete: say`Complétez-le avant l'envoi.`,
    groupReady: (step, count) =>
      say`Brouillon prêt : ${step}, un message pour ${own(String(count))} débiteurs.`,
  },
  en: {
    printed: (step, name) => say`To print and post: ${step}, ${name}.`,
    fileNames: { letter: "letter", "formal-notice": "formal-notice", "last-notice": "last-notice" },
    kept: "Printed letter kept on file.",
    dropped: "Letter discarded, not sent",
    ready: (what, name) => say`Draft ready: ${what}, ${name}.`,
    toComplete: say`Complete it before sending.`,
    groupReady: (step, count) =>
      say`Draft ready: ${step}, one message for ${own(String(count))} debtors.`,
  },
};
