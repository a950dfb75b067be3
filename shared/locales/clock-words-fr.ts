import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { groupDigits } from "#shared/kernel/money.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import type { Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const le = (date: CalendarDate): Own => own(longDate(date, "fr"));

/** French counts 0 and 1 as one. */
const nombre = (count: number, one: string, many: string): Own =>
  own(`${groupDigits(String(count), "\u202f")}\u00a0${count < 2 ? one : many}`);

type Period = { readonly unit: "days" | "months"; readonly count: number };
const duree = ({ unit, count }: Period): Own =>
  unit === "days" ? nombre(count, "jour", "jours") : nombre(count, "mois", "mois");

/** French is the type of all languages. */
export const clockWordsFr = {
  title: dit("Délais"),
  intro: dit(
    "Chaque délai porte son texte. « À vérifier » : lu dans une source secondaire ou de mémoire. Ce n'est pas un conseil juridique.",
  ),
  none: dit("Aucun délai ne court."),
  back: dit("Fiche du débiteur"),
  states: {
    running: dit("court"),
    passed: dit("passé"),
    done: dit("fait"),
    unknown: dit("inconnu"),
  },
  sides: { ours: dit("à nous d'agir"), theirs: dit("à attendre") },
  lastDay: (on: CalendarDate, days: number): Sentence =>
    days < 0
      ? dire`Dernier jour passé depuis ${nombre(-days, "jour", "jours")} : le ${le(on)}.`
      : days === 0
        ? dire`Dernier jour : aujourd'hui.`
        : dire`Dernier jour : le ${le(on)}, dans ${nombre(days, "jour", "jours")}.`,
  unknownDay: dit("Dernier jour inconnu."),
  done: dit("Fait, ou sans objet."),
  starts: (on: CalendarDate): Sentence => dire`Court depuis le ${le(on)}.`,
  startUnknown: dit("Début inconnu."),
  counted: (from: Own, on: CalendarDate, period: Period): Sentence =>
    dire`${duree(period)} depuis : ${from}, le ${le(on)}.`,
  dueDate: dit("échéance de la facture"),
  moved: {
    law: (to: CalendarDate): Sentence =>
      dire`Reporté au premier jour ouvrable, le ${le(to)} (CPC 642).`,
    custom: (to: CalendarDate): Sentence =>
      dire`Reporté par usage au premier jour ouvrable, le ${le(to)}.`,
  },
  before: (on: CalendarDate): Sentence =>
    dire`Aucun texte ne le reporte : agir au plus tard le ${le(on)}, dernier jour ouvrable.`,
  policy: dit("Contrat d'assurance-crédit : ce n'est pas une règle de droit."),
  toCheck: dit("à vérifier"),
  unknownMark: dit("non trouvé"),
  needs: {
    "debtor-kind": dit("Il manque la nature du débiteur."),
    "law-of-claim": dit("Le droit applicable n'est pas connu de Relance."),
    "publication-date": dit("Il manque la date de publication au BODACC."),
    "certificate-served": dit("Il manque la date de signification du certificat."),
    "act-in-person": dit(
      "Il manque le premier acte remis en personne, ou la première saisie : le délai reste ouvert.",
    ),
    "letter-channel": dit("Il manque le mode d'envoi de la mise en demeure."),
    "first-presentation": dit("Il manque la preuve de la première présentation."),
    "due-date": dit("Il manque la date d'échéance."),
    "end-of-suspension": dit("Le délai est suspendu : il manque la fin de la suspension."),
  },
  actions: {
    stop: dit("Fait ou sans objet"),
    insolvency: dit("Compléter la procédure"),
    "letter-sent": dit("Dire comment elle est partie"),
    "letter-proof": dit("Joindre la preuve"),
    "legal-fact": dit("Dater l'acte"),
    suspension: dit("Dater la fin"),
    debtor: dit("Compléter la fiche"),
    interruption: dit("Retenir la reconnaissance"),
  },
  invoices: (count: number): Own => nombre(count, "facture", "factures"),
  acknowledgements: {
    title: dit("Reconnaissances possibles"),
    kinds: {
      promise: (on: CalendarDate): Sentence => dire`Promesse écrite du ${le(on)}.`,
      "request-for-time": (on: CalendarDate): Sentence => dire`Demande de délai du ${le(on)}.`,
      instalments: (on: CalendarDate): Sentence => dire`Échéancier convenu le ${le(on)}.`,
      "part-payment": (on: CalendarDate): Sentence => dire`Paiement partiel du ${le(on)}.`,
    },
  },
  missing: {
    title: dit("Ce qui manque avant la prochaine étape sérieuse"),
    before: (step: Own): Sentence => dire`Avant : ${step}.`,
    none: dit("Rien ne manque au dossier pour cette étape."),
    needed: { formal: dit("nécessaire"), advised: dit("conseillé") },
    codes: {
      debtor: dit("L'identité du débiteur"),
      address: dit("L'adresse postale du débiteur"),
      siren: dit("Le SIREN du débiteur"),
      "identity-check": dit("L'identité vérifiée au registre"),
      "invoice-copy": dit("La copie de la facture"),
      "order-or-contract": dit("Le contrat, le devis signé ou la commande"),
      "delivery-proof": dit("La preuve de la livraison ou de l'exécution"),
      terms: dit("Les conditions générales, ou leur source"),
      "order-number": dit("Le numéro de commande demandé par ce débiteur"),
      "service-code": dit("Le code service demandé par ce débiteur"),
      mediator: dit("Le médiateur de la consommation (nom et site)"),
      "letter-sent": dit("Le mode d'envoi de la mise en demeure"),
      "letter-deposit": dit("La preuve de dépôt de la mise en demeure"),
      "letter-presentation": dit("La preuve de première présentation de la mise en demeure"),
      "sent-mail": dit("Le message d'une relance déclarée envoyée"),
    },
    add: dit("Ajouter"),
  },
  routes: {
    title: dit("Voies de recouvrement"),
    lacks: dit("Il manque au dossier"),
    lacksNothing: dit("Rien ne manque de ce que le dossier sait tenir."),
    forum: dit("Devant"),
    delay: dit("Délai"),
    costs: dit("Coût"),
    availability: dit("Voie"),
    conditions: dit("Conditions"),
    counts: (met: number, notMet: number, unknown: number): Sentence =>
      dire`${nombre(met, "condition remplie", "conditions remplies")}, ${nombre(notMet, "non remplie", "non remplies")}, ${nombre(unknown, "inconnue", "inconnues")}`,
    interestUnknown: dit("Intérêts non comptés : leur taux n'est pas connu."),
  },
  statement: {
    title: dit("Décompte"),
    asOf: (on: CalendarDate): Sentence => dire`Arrêté au ${le(on)} inclus.`,
    columns: {
      invoice: dit("Facture"),
      from: dit("Du"),
      to: dit("Au"),
      days: dit("Jours"),
      principal: dit("Principal"),
      rate: dit("Taux"),
      interest: dit("Intérêts"),
      source: dit("Source"),
    },
    principal: dit("Principal"),
    interest: dit("Intérêts"),
    compensation: dit("Indemnité forfaitaire"),
    total: dit("Total"),
    perDay: dit("Par jour ensuite"),
    method: dit("Méthode"),
    rules: dit("Textes"),
    noText: dit("aucun texte trouvé"),
    orders: {
      "principal-first": dit("Règlements sur le principal d'abord"),
      "interest-first": dit("Règlements sur les intérêts d'abord"),
    },
    chosen: dit("retenu"),
    missing: dit("Taux manquants"),
    contested: dit("En litige : calculé à part, non réclamé"),
    base: dit("Base"),
    bases: { "act/365": own("365"), "act/act": dit("jours de l'année") },
    changeOrder: dit("Choisir l'ordre d'imputation"),
    stopped: (invoice: Foreign, judgmentOn: CalendarDate): Sentence =>
      dire`Facture ${invoice} : intérêts arrêtés par le jugement du ${le(judgmentOn)} (C. com. L622-28, à vérifier).`,
    noticeUnproven: (invoice: Foreign): Sentence =>
      dire`Facture ${invoice} : mise en demeure sans preuve de présentation, aucun intérêt compté.`,
    undated: (amount: Own): Sentence =>
      dire`${amount} sans date d'échéance : compris dans le principal, sans intérêts.`,
    debtorUnknown: dit("Débiteur non identifié : sa nature donne la règle."),
    lawUnknown: dit(
      "Relance ne connaît pas les règles de ce pays, ou de ce débiteur dans ce pays.",
    ),
    rateBefore: dit("La dette est plus ancienne que le premier taux connu."),
    legalOnly: dit(
      "Ce que la loi donne à cette date. N'est demandé au débiteur que ce que vous réclamez.",
    ),
    nothing: dit("Rien n'est échu : aucun décompte."),
    fault: dit("Le décompte ne peut pas être établi."),
  },
};

export type ClockWords = typeof clockWordsFr;
