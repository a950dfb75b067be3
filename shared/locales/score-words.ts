import type { Messages } from "./locale.ts";
import { plural } from "./figures-en.ts";
import { pluriel } from "./figures-fr.ts";

type Measure =
  | "tag"
  | "macroF1"
  | "also"
  | "sureCoverage"
  | "sureRight"
  | "sureLower"
  | "by"
  | "amount"
  | "paidOn"
  | "reason"
  | "reply"
  | "invoices"
  | "contact"
  | "back";

/** Words of `relance read` over a corpus of mails; values are texts already. */
export type ScoreWords = {
  readonly together: (one: string, other: string) => string;
  readonly notText: string;
  readonly tooLarge: string;
  readonly notJson: (place: string) => string;
  readonly field: (place: string, field: string) => string;
  readonly tooMany: (place: string, max: number) => string;
  readonly notReadings: string;
  readonly written: (path: string, count: number) => string;
  readonly leftOut: (count: number) => string;
  readonly noMails: string;
  readonly mails: (count: number) => string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly measureColumns: readonly [string, string, string];
  readonly mixed: string;
  readonly tagColumns: readonly [string, string, string, string, string, string, string];
  readonly confusion: string;
  readonly confusionColumns: readonly [string, string];
  readonly missColumns: readonly [string, string, string];
  readonly tooMuch: (contacts: number, backs: number) => string;
  readonly grave: (ids: string) => string;
  readonly noneGrave: string;
  readonly noMisses: string;
  readonly percent: (figure: string) => string;
  readonly decimal: (figure: string) => string;
};

const FR: ScoreWords = {
  together: (one, other) => `${one} et ${other} ne vont pas ensemble.`,
  notText: "Ce fichier n'est pas un texte en UTF-8.",
  tooLarge: "Ce fichier est trop gros pour un corpus.",
  notJson: (place) => `${place} : ce n'est pas un objet JSON.`,
  field: (place, field) =>
    `${place} : le champ « ${field} » manque ou n'est pas ce qu'il doit être.`,
  tooMany: (place, max) => `${place} : trop de messages, ${String(max)} au plus.`,
  notReadings: "Ce fichier existe et ne contient pas des lectures : il n'a pas été remplacé.",
  written: (path, count) =>
    count === 1 ? `1 lecture écrite : ${path}` : `${String(count)} lectures écrites : ${path}`,
  leftOut: (count) =>
    count === 1 ? "1 ligne en faute, non lue." : `${String(count)} lignes en faute, non lues.`,
  noMails: "Aucun message à lire.",
  mails: (count) => (count === 1 ? "1 message" : `${String(count)} messages`),
  measures: {
    tag: "étiquette",
    macroF1: "F1, moyenne des étiquettes",
    also: "toutes les étiquettes",
    sureCoverage: "lus « sûr »",
    sureRight: "« sûr » et juste",
    sureLower: "« sûr » et juste, au moins",
    by: "promis pour le",
    amount: "montant",
    paidOn: "payé le",
    reason: "motif de litige",
    reply: "mots nouveaux",
    invoices: "factures",
    contact: "nouvelle adresse",
    back: "date de retour",
  },
  measureColumns: ["Mesure", "Tous", "Comptés"],
  mixed: "mixte",
  tagColumns: ["Étiquette", "Attendus", "Lus", "Justes", "Précision", "Rappel", "F1"],
  confusion: "Confusions",
  confusionColumns: ["Attendu > lu", "Messages"],
  missColumns: ["Message", "Quoi", "Attendu > lu"],
  tooMuch: (contacts, backs) =>
    `Lus sans être attendus : ${pluriel(contacts, "adresse", "adresses")}, ${pluriel(backs, "date de retour", "dates de retour")}.`,
  grave: (ids) => `Procédure, litige ou non-remise lus « sûr » comme autre chose : ${ids}`,
  noneGrave: "Aucune procédure, aucun litige, aucune non-remise lus « sûr » comme autre chose.",
  noMisses: "Tout est lu comme attendu.",
  percent: (figure) => `${figure.replace(".", ",")} %`,
  decimal: (figure) => figure.replace(".", ","),
};

const EN: ScoreWords = {
  together: (one, other) => `${one} and ${other} do not go together.`,
  notText: "This file is not a text in UTF-8.",
  tooLarge: "This file is too large for a corpus.",
  notJson: (place) => `${place}: this is not a JSON object.`,
  field: (place, field) => `${place}: the field "${field}" is missing or not what it must be.`,
  tooMany: (place, max) => `${place}: too many mails, ${String(max)} at most.`,
  notReadings: "There is such a file, and it holds no readings: it was not replaced.",
  written: (path, count) =>
    count === 1 ? `1 reading written: ${path}` : `${String(count)} readings written: ${path}`,
  leftOut: (count) =>
    count === 1 ? "1 faulty line, not read." : `${String(count)} faulty lines, not read.`,
  noMails: "There are no mails to read.",
  mails: (count) => (count === 1 ? "1 mail" : `${String(count)} mails`),
  measures: {
    tag: "tag",
    macroF1: "F1, mean of the tags",
    also: "all tags of a mail",
    sureCoverage: "read as sure",
    sureRight: "sure and right",
    sureLower: "sure and right, at least",
    by: "promised by",
    amount: "amount",
    paidOn: "paid on",
    reason: "reason of a dispute",
    reply: "new words",
    invoices: "invoices",
    contact: "new address",
    back: "return date",
  },
  measureColumns: ["Measure", "All", "Counted"],
  mixed: "mixed",
  tagColumns: ["Tag", "Expected", "Read", "Right", "Precision", "Recall", "F1"],
  confusion: "Confusion",
  confusionColumns: ["Expected > read", "Mails"],
  missColumns: ["Mail", "What", "Expected > read"],
  tooMuch: (contacts, backs) =>
    `Read although none is expected: ${plural(contacts, "address", "addresses")}, ${plural(backs, "return date", "return dates")}.`,
  grave: (ids) => `Insolvency, dispute or bounce read as surely something else: ${ids}`,
  noneGrave: "No insolvency, dispute or bounce is read as surely something else.",
  noMisses: "All is read as expected.",
  percent: (figure) => `${figure} %`,
  decimal: (figure) => figure,
};

export const SCORE_WORDS: Messages<ScoreWords> = { fr: FR, en: EN };
