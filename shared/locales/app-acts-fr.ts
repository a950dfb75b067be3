import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import { own } from "#shared/kernel/text.ts";
import type { Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

/** What an act answers once it is written, and why one of the whole ledger is refused. */
export const appActsFr = {
  /** By the act's own key. */
  done: {
    "add-debtor": dit("Débiteur ajouté."),
    "correct-debtor": dit("Fiche modifiée."),
    "group-debtor": dit("Groupe enregistré."),
    "add-contact": dit("Contact ajouté."),
    "correct-contact": dit("Contact modifié."),
    "retire-contact": dit("Contact retiré."),
    "write-note": dit("Note ajoutée."),
    "remove-note": dit("Note retirée."),
    "record-invoice": dit("Facture enregistrée."),
    "correct-invoice": dit("Facture corrigée."),
    "cancel-invoice": dit("Facture annulée."),
    "record-credit-note": dit("Avoir enregistré."),
    "correct-credit-note": dit("Avoir corrigé."),
    "allocate-credit-note": dit("Avoir affecté."),
    "cancel-credit-note": dit("Avoir annulé."),
    "record-payment": dit("Règlement enregistré."),
    "allocate-payment": dit("Règlement affecté."),
    "correct-payment": dit("Règlement corrigé."),
    "reverse-payment": dit("Règlement annulé."),
    "claim-charge": dit("Somme réclamée."),
    "waive-charge": dit("Renonciation enregistrée."),
    "make-promise": dit("Promesse notée."),
    "correct-promise": dit("Promesse corrigée."),
    "withdraw-promise": dit("Promesse retirée."),
    "agree-instalments": dit("Échéancier enregistré."),
    "correct-instalments": dit("Échéancier corrigé."),
    "end-instalments": dit("Échéancier terminé."),
    "open-dispute": dit("Litige noté."),
    "correct-dispute": dit("Litige corrigé."),
    "resolve-dispute": dit("Litige clos."),
    "place-hold": dit("Relances suspendues."),
    "correct-hold": dit("Suspension modifiée."),
    "lift-hold": dit("Suspension levée."),
    "file-exchange": dit("Échange classé."),
    "correct-exchange": dit("Échange corrigé."),
    "remove-exchange": dit("Échange retiré."),
    "tag-exchange": dit("Étiquette enregistrée."),
    "attach-document": dit("Pièce jointe au dossier."),
    "correct-document": dit("Pièce corrigée."),
    "remove-document": dit("Pièce retirée."),
    "prepare-draft": dit("Brouillon préparé."),
    "discard-draft": dit("Brouillon écarté."),
    "take-step": dit("Étape enregistrée."),
    "waive-step": dit("Étape passée."),
    "put-off": dit("Reporté."),
    "accept-discrepancy": dit("Écart laissé tel quel."),
  },
  ledgerOpened: dire`Le registre est ouvert.`,
  creditorCorrected: dire`Réglages enregistrés.`,
  debtorAdded: (name: Foreign): Sentence => dire`${name} : débiteur ajouté.`,
  voided: dire`Annulé.`,
  redo: dit("Rétablir"),
  erased: (count: number): Sentence =>
    dire`${own(count === 1 ? "1 écriture effacée" : `${String(count)} écritures effacées`)}, pour de bon.`,
  paymentsKnown: (asOf: CalendarDate): Sentence =>
    dire`Règlements connus au ${own(longDate(asOf, "fr"))}.`,
  looked: dire`Noté : aucune réponse à ce jour.`,
  lookedByHost: dire`Réponses vues.`,
  senderSetAside: (address: Foreign): Sentence =>
    dire`Les messages de ${address} sont laissés de côté.`,
  senderTakenBack: (address: Foreign): Sentence =>
    dire`Les messages de ${address} sont lus de nouveau.`,
  lineAssigned: (name: Foreign): Sentence => dire`Règlement affecté à ${name}.`,
  lineSetAside: dire`Règlement laissé de côté.`,

  fields: {
    name: dit("nom"),
    country: dit("pays"),
    timeZone: dit("fuseau horaire"),
    language: dit("langue"),
    addresses: dit("adresses électroniques"),
    iban: dit("IBAN"),
    siren: dit("SIREN"),
    staleAfterDays: dit("délai de péremption"),
    dailyMinutes: dit("minutes par jour"),
    contacts: dit("contacts"),
    address: dit("adresse"),
  } as Readonly<Record<string, Own>>,

  refusals: {
    "account-unknown": dire`Ce débiteur n'est pas (ou plus) dans le registre.`,
    "no-ledger": dire`Le registre n'est pas encore ouvert : dites d'abord qui vous êtes.`,
    "not-own-invoices": dire`Relance ne sert pas encore à relancer pour autrui : le recouvrement pour le compte d'un client obéit à d'autres règles.`,
    "already-open": dire`Le registre est déjà ouvert ; corrigez-le dans les réglages.`,
    "field-missing": (field: Own): Sentence => dire`À remplir : ${field}.`,
    "field-wrong": (field: Own): Sentence => dire`Valeur refusée : ${field}.`,
    "debtor-known": {
      name: dire`Un débiteur de ce nom existe déjà. Est-ce un autre ?`,
      siren: dire`Un débiteur de ce SIREN existe déjà.`,
    },
    "reason-missing": dire`Dites pourquoi : la raison reste au registre.`,
    "nothing-named": dire`Rien à annuler.`,
    "in-the-future": (on: CalendarDate): Sentence =>
      dire`Le ${own(longDate(on, "fr"))} est encore à venir.`,
    "line-unknown": dire`Ce règlement n'est pas dans le registre.`,
    "line-settled": dire`Ce règlement est déjà affecté ou laissé de côté.`,
    "allocated-beyond": dire`L'affectation dépasse le montant reçu.`,
    "discrepancy-unknown": dire`Cet écart n'existe plus : il est déjà réglé.`,
    "discrepancy-stands": dire`Cet écart ne peut pas être laissé tel quel.`,
  },
};

export type AppActsMessages = typeof appActsFr;
