import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

/** The page of texts on the desk. */
const textsFr = {
  title: dit("Textes"),
  intro: dit(
    "L'objet, le début et la fin de chaque étape peuvent être les vôtres. Les montants, les tableaux, ce que dit la loi et le compte à créditer restent écrits par Relance.",
  ),
  step: dit("Étape"),
  language: dit("Langue du débiteur"),
  languages: { fr: dit("Français"), en: dit("Anglais") },
  written: dit("votre texte"),
  stepWritten: (step: Own): string => `${step.own} (votre texte)`,
  parts: {
    subject: dit("Objet"),
    opening: dit("Début, avant le tableau des factures"),
    closing: dit("Fin, après les montants : la demande"),
  },
  partHint: dit("Vide : le texte de Relance."),
  noticeSubject: dit(
    "L'objet d'une mise en demeure est celui que la loi attend : il ne se change pas.",
  ),
  fields: dit("Champs à insérer"),
  fieldsHint: dit("Ils prennent la valeur du débiteur. Un clic les insère où vous écrivez."),
  insert: (field: Own): Own => own(`Insérer le champ ${field.own}`),
  placeholders: {
    debtor: dit("nom du débiteur"),
    total: dit("somme demandée"),
    count: dit("nombre de factures"),
    invoices: dit("numéros des factures"),
    "oldest-due": dit("plus ancienne échéance"),
    "days-late": dit("jours de retard de la plus ancienne"),
    "reply-by": dit("jour de réponse souhaité"),
    reference: dit("référence du message"),
    signatory: dit("qui signe"),
    creditor: dit("nom de votre entreprise"),
  },
  save: dit("Enregistrer ce texte"),
  asShipped: dit("Revenir au texte de Relance"),
  unchanged: dire`Rien n'a changé.`,
  faulty: dire`Corrigez d'abord ce qui est signalé plus haut.`,
  preview: {
    title: dit("Comme il se lirait"),
    on: dit("Sur"),
    example: dit("Un exemple"),
    exampleDebtor: "Exemple SARL",
    exampleAddress: ["12 rue de l'Exemple", "75000 Exemple"] as readonly string[],
    ofDebtor: (name: Foreign, on: CalendarDate): Sentence =>
      dire`${name}, au ${own(longDate(on, "fr"))}. Rien n'est préparé.`,
    ofExample: dire`Factures inventées. Rien n'est préparé.`,
    noneFits: (name: Foreign): Sentence =>
      dire`${name} : aucune facture n'en est là. L'aperçu prend des factures inventées.`,
    subject: dit("Objet"),
    dropped: dire`Pour ce débiteur, une partie de votre texte ne peut pas être dite : Relance y garde le sien.`,
    refused: (why: Own): Sentence => dire`Ce message ne serait pas écrit : ${why}`,
    noCreditor: dire`Le registre n'est pas encore ouvert : dites d'abord qui vous êtes.`,
    addressMissing: "(adresse du débiteur)",
    faulty: dire`L'aperçu laisse de côté les parties signalées.`,
  },
};

export type DeskTextsWords = typeof textsFr;

const textsEn: DeskTextsWords = {
  title: own("Texts"),
  intro: own(
    "Subject, beginning and end of each step may be your own. Amounts, tables, what the law says and the account to pay stay written by Relance.",
  ),
  step: own("Step"),
  language: own("Debtor's language"),
  languages: { fr: own("French"), en: own("English") },
  written: own("your text"),
  stepWritten: (step) => `${step.own} (your text)`,
  parts: {
    subject: own("Subject"),
    opening: own("Beginning, before the table of invoices"),
    closing: own("End, after the amounts: what is asked"),
  },
  partHint: own("Empty: the text of Relance."),
  noticeSubject: own(
    "The subject of a formal notice is the one that the law expects: it does not change.",
  ),
  fields: own("Fields to insert"),
  fieldsHint: own("They take the debtor's values. A click inserts them where you write."),
  insert: (field) => own(`Insert the field ${field.own}`),
  placeholders: {
    debtor: own("name of the debtor"),
    total: own("amount asked for"),
    count: own("number of invoices"),
    invoices: own("numbers of the invoices"),
    "oldest-due": own("oldest due date"),
    "days-late": own("days late of the oldest"),
    "reply-by": own("day on which a reply is wished for"),
    reference: own("reference of the message"),
    signatory: own("who signs"),
    creditor: own("name of your business"),
  },
  save: own("Save this text"),
  asShipped: own("Back to the text of Relance"),
  unchanged: say`Nothing has changed.`,
  faulty: say`Mend first what is pointed out above.`,
  preview: {
    title: own("As it would read"),
    on: own("On"),
    example: own("An example"),
    exampleDebtor: "Example Ltd",
    exampleAddress: ["12 Example Street", "EX4 0MP Example"],
    ofDebtor: (name, on) => say`${name}, on ${own(longDate(on, "en"))}. Nothing is prepared.`,
    ofExample: say`Invented invoices. Nothing is prepared.`,
    noneFits: (name) =>
      say`No invoice of ${name} is at this point: the preview takes invented invoices.`,
    subject: own("Subject"),
    dropped: say`To this debtor a part of your text may not be said: Relance keeps its own there.`,
    refused: (why) => say`This message would not be written: ${why}`,
    noCreditor: say`The ledger is not open yet: say first who you are.`,
    addressMissing: "(address of the debtor)",
    faulty: say`The preview leaves out the parts that are pointed out.`,
  },
};

export const DESK_TEXTS: Messages<DeskTextsWords> = { fr: textsFr, en: textsEn };
