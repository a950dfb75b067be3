import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { uncapitalised } from "./locale.ts";
import type { Sentence } from "./locale.ts";
import { comingDay } from "./short-dates.ts";
import { dire, dit } from "./typeset.ts";

import { somme, sommes, pluriel, date } from "./figures-fr.ts";

/** The words of a claim in short, which is drawn before all else. French is the type of all languages. */
export const appClaimFr = {
  common: {
    undo: dit("Annuler"),
    today: dit("Aujourd'hui"),
    search: dit("Chercher"),
    debtorFile: dit("Fiche débiteur"),
    claim: dit("Créance"),
    timeline: dit("Échanges et historique"),
    unknownDebtor: dit("Débiteur inconnu"),
    yes: dit("Oui"),
    amounts: (amounts: readonly Money[]): Own => own(sommes(amounts)),
    amount: (amount: Money): Own => own(somme(amount)),
    date: (day: CalendarDate, today: CalendarDate): Own => own(date(day, today)),
    days: (count: number): Own => own(`${String(count)}\u00a0j`),
  },
  facts: {
    paymentsKnown: (asOf: CalendarDate, clock: string | null, today: CalendarDate): Own =>
      own(`Encours au ${date(asOf, today)}${clock === null ? "" : ` ${clock}`}`),
    paymentsNever: dit("Encours : aucun règlement importé"),
    import: dit("Importer"),
    paymentsUpToDate: dit("Encours vérifié, à jour"),
    answersSeen: (on: CalendarDate, clock: string | null, today: CalendarDate): Own =>
      own(
        on === today && clock !== null
          ? `Réponses vues ${clock}`
          : `Réponses vues le ${date(on, today)}`,
      ),
    answersNever: dit("Réponses : non surveillées"),
    looked: dit("Vérifié, aucune réponse"),
  },
  claim: {
    owesNothing: dire`Rien n'est dû.`,
    notLate: (open: readonly Money[]): Sentence => dire`${own(sommes(open))} dus, rien en retard.`,
    owes: (open: readonly Money[], overdue: readonly Money[], days: number): Sentence =>
      sommes(open) === sommes(overdue)
        ? dire`${own(sommes(overdue))} en retard, jusqu'à ${own(pluriel(days, "jour", "jours"))}.`
        : dire`${own(sommes(open))} dus, dont ${own(sommes(overdue))} en retard, jusqu'à ${own(pluriel(days, "jour", "jours"))}.`,
    aside: (contested: readonly Money[]): Sentence =>
      dire`${own(sommes(contested))} en litige, à part.`,
    writeOff: dit("Abandonner le reliquat"),
    saidNothing: dire`Aucune réponse à ce jour.`,
    said: (on: CalendarDate, who: Foreign | null, words: Foreign, today: CalendarDate): Sentence =>
      who === null
        ? dire`Le ${own(date(on, today))} : « ${words} »`
        : dire`Le ${own(date(on, today))}, ${who} : « ${words} »`,
    saidUnquoted: (on: CalendarDate, what: Sentence, today: CalendarDate): Sentence =>
      dire`Le ${own(date(on, today))} : ${what}.`,
    promised: (amount: Money | null, by: CalendarDate | null, today: CalendarDate): Sentence => {
      const what = amount === null ? "paiement promis" : `${somme(amount)} promis`;
      return by === null ? [own(what)] : [own(`${what} au ${date(by, today)}`)];
    },
    disputed: (amount: Money | null): Sentence =>
      amount === null ? dire`facture contestée` : dire`${own(somme(amount))} contestés`,
    spoke: dire`échange sans citation`,
    nextStep: (step: Own, reason: Sentence): Sentence => dire`${step} : ${uncapitalised(reason)}.`,
    nextSaid: (reason: Sentence): Sentence => dire`${reason}.`,
    nextNone: (reason: Sentence): Sentence => dire`Rien aujourd'hui : ${uncapitalised(reason)}.`,
    nextOn: (on: CalendarDate, today: CalendarDate): Sentence =>
      dire`Prochaine date : ${own(comingDay(on, today, "fr"))}.`,
    columns: {
      number: dit("N°"),
      issued: dit("Émise"),
      due: dit("Échéance"),
      total: dit("Total TTC"),
      paid: dit("Réglé"),
      open: dit("Reste dû"),
      late: dit("Retard"),
      step: dit("Étape"),
      next: dit("Prochaine"),
      contested: dit("Contesté"),
      promised: dit("Promis"),
    },
    dueOn: (step: Own, on: CalendarDate, today: CalendarDate): Own =>
      own(`${step.own} ${comingDay(on, today, "fr")}`),
    stepOn: (step: Own, on: CalendarDate, today: CalendarDate): Own =>
      own(`${step.own}, ${date(on, today)}`),
    keptBack: (step: Own): Own => own(`${step.own}, retenue`),
    unknownDate: (step: Own): Own => own(`${step.own}, date inconnue`),
    principal: dit("Principal"),
    interest: dit("Intérêts réclamés"),
    compensation: dit("Indemnités réclamées"),
    credit: dit("En crédit"),
    contested: dit("Dont contesté"),
    whyAct: dit("Pourquoi cette étape"),
    whyNothing: dit("Pourquoi rien aujourd'hui"),
    draftWaiting: (step: Own, on: CalendarDate, today: CalendarDate): Sentence =>
      dire`${step} : brouillon préparé le ${own(date(on, today))}, pas encore envoyé.`,
    declareSent: dit("Je l'ai envoyé"),
    discardDraft: dit("Écarter le brouillon"),
    liftHold: dit("Lever la suspension"),
    contactGone: {
      bounced: (address: Foreign): Sentence => dire`${address} ne reçoit plus de messages.`,
      left: (address: Foreign): Sentence => dire`Le contact ${address} est parti.`,
      other: (address: Foreign): Sentence => dire`Le contact ${address} est retiré.`,
    },
    contactNext: (address: Foreign): Sentence => dire`Prochain contact proposé : ${address}.`,
    empty: dit("Aucune facture : ajoutez la première."),
    languages: { fr: dit("En français"), en: dit("En anglais") },
  },
  primary: {
    read: dit("Lire"),
    "prepare-draft": dit("Préparer le brouillon"),
    "prepare-reminder": dit("Préparer la relance"),
    "check-bank": dit("Vérifier la banque"),
    "record-insolvency": dit("Noter la procédure"),
    "check-payment": dit("Saisir un règlement"),
    "answer-mails": dit("Préparer la réponse"),
    answered: dit("C'est fait"),
    "open-draft": dit("Voir le brouillon"),
    "answer-dispute": dit("Traiter le litige"),
    "log-call": dit("Noter l'appel"),
    "attach-sent-mail": dit("Joindre l'envoi"),
    "open-account": dit("Ouvrir la fiche"),
  },
  kinds: {
    business: dit("entreprise"),
    "non-professional": dit("association ou autre non-professionnel"),
    consumer: dit("particulier"),
    public: dit("personne publique"),
  } satisfies Record<DebtorKind, Own>,
  inGroup: (group: Foreign): Sentence => dire`groupe ${group}`,
};

export type AppClaimMessages = typeof appClaimFr;
