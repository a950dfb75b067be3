import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { DisputeReason } from "#shared/kernel/parties.ts";
import type { Shown } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { REASONS, dire, le, leJour, somme } from "./drafting-said-fr.ts";
import type { Sentence } from "./locale.ts";

/** What would help to look into a complaint, with its verb: some of it is told, some of it is sent. */
const PROOFS: Readonly<Record<DisputeReason, string>> = {
  not_delivered: "préciser ce qui manque et la date à laquelle la livraison était attendue",
  quality: "adresser une description des défauts constatés, avec des photos si possible",
  price: "adresser le devis ou le bon de commande qui porte le prix convenu",
  quantity: "adresser le bon de livraison ou le décompte des quantités reçues",
  not_ordered: "préciser ce qui, selon vous, n'a pas été commandé",
  duplicate: "indiquer le numéro de l'autre facture",
  credit_due: "indiquer la référence ou l'objet de l'avoir attendu",
  missing_reference: "indiquer la référence à faire figurer sur la facture",
  other: "adresser les pièces ou précisions utiles",
};

/** The words of everyday answers, in French: the model of the other language. */
export const draftingAnswersFr = {
  reply: {
    subject: (on: CalendarDate): Sentence => dire`Votre message du ${le(on)}`,
    received: (on: CalendarDate): Sentence =>
      dire`Nous répondons à votre message du ${le(on)}, dont nous vous remercions.`,
  },

  disputeAcknowledged: {
    subject: (number: Shown): Sentence => dire`Votre réclamation : facture ${number}`,
    subjectMany: (count: number): Sentence => dire`Votre réclamation : ${count} factures`,
    received: (on: CalendarDate): Sentence =>
      dire`Nous avons bien reçu votre réclamation le ${le(on)}, et nous vous en remercions.`,
    understood: (number: Shown, amount: Money, reason: DisputeReason): Sentence =>
      dire`Nous comprenons qu'elle porte sur ${own(REASONS[reason])} (facture ${number}), pour ${somme(amount)}.`,
    understoodMany: (): Sentence => dire`Nous comprenons qu'elle porte sur :`,
    item: (number: Shown, amount: Money, reason: DisputeReason): Sentence =>
      dire`facture ${number} : ${own(REASONS[reason])}, pour ${somme(amount)}`,
    yourWords: (quote: Shown): Sentence => dire`Vous nous écriviez : « ${quote} ».`,
    suspended: (): Sentence =>
      dire`Le temps de l'examiner, nous suspendons toute relance sur la part contestée.`,
    whoAnswers: (person: Shown, by: CalendarDate): Sentence =>
      dire`${person} suit votre réclamation et vous répondra d'ici au ${leJour(by)}.`,
    need: (reason: DisputeReason): Sentence =>
      dire`Pour nous aider à l'examiner, pourriez-vous nous ${own(PROOFS[reason])} ?`,
    needMany: (): Sentence =>
      dire`Pour nous aider à l'examiner, pourriez-vous nous adresser les pièces ou précisions utiles (photos, bons de livraison, références) ?`,
    reserved: (): Sentence =>
      dire`Ce message ne vaut ni acceptation ni rejet de votre réclamation, et les droits de chacun restent réservés.`,
    undisputed: (count: number, total: Money): Sentence =>
      count === 1
        ? dire`La somme qui n'est pas contestée, soit ${somme(total)}, peut être réglée dès à présent :`
        : dire`Les sommes qui ne sont pas contestées, soit ${somme(total)}, peuvent être réglées dès à présent :`,
  },

  instalments: {
    subject: (number: Shown): Sentence =>
      dire`Votre demande de règlement échelonné : facture ${number}`,
    subjectMany: (count: number): Sentence =>
      dire`Votre demande de règlement échelonné : ${count} factures`,
    received: (on: CalendarDate): Sentence =>
      dire`Nous avons bien reçu le ${le(on)} votre demande de règlement échelonné, et nous sommes disposés à l'étudier avec vous.`,
    concerned: (count: number, total: Money): Sentence =>
      count === 1
        ? dire`Elle concerne la facture ci-dessous, pour ${somme(total)} :`
        : dire`Elle concerne les ${count} factures ci-dessous, pour un total de ${somme(total)} :`,
    ask: (replyBy: CalendarDate): Sentence =>
      dire`Pourriez-vous nous proposer, d'ici au ${leJour(replyBy)}, un calendrier précis indiquant la date et le montant de chaque versement ?`,
    untilThen: (): Sentence =>
      dire`Jusqu'à notre accord écrit sur un échéancier, les échéances d'origine restent applicables.`,
  },

  partPaid: {
    subject: (paid: Money): Sentence => dire`Votre règlement de ${somme(paid)}`,
    thanks: (paid: Money, on: CalendarDate): Sentence =>
      dire`Nous avons bien reçu votre règlement de ${somme(paid)} du ${le(on)}, et nous vous en remercions.`,
    allocatedTo: (number: Shown): Sentence =>
      dire`Il a été affecté en totalité à la facture ${number}.`,
    allocated: (): Sentence => dire`Nous l'avons affecté comme suit :`,
    item: (number: Shown, amount: Money): Sentence => dire`facture ${number} : ${somme(amount)}`,
    unallocated: (amount: Money): Sentence =>
      dire`La somme de ${somme(amount)} reste à affecter : nous suivrons vos indications.`,
    balance: (total: Money): Sentence =>
      dire`Après ce règlement, il reste ${somme(total)} à régler.`,
    ask: (replyBy: CalendarDate): Sentence =>
      dire`Pourriez-vous nous indiquer, si possible d'ici au ${leJour(replyBy)}, la date de règlement du solde échu ?`,
  },

  paidInFull: {
    subject: (number: Shown): Sentence => dire`Facture ${number} réglée : merci`,
    subjectMany: (count: number): Sentence => dire`Vos ${count} factures sont réglées : merci`,
    thanks: (paid: Money, on: CalendarDate): Sentence =>
      dire`Nous avons bien reçu votre règlement de ${somme(paid)} du ${le(on)}, et nous vous en remercions vivement.`,
    closed: (number: Shown): Sentence =>
      dire`La facture ${number} est entièrement réglée et nous clôturons son suivi.`,
    closedMany: (numbers: Sentence): Sentence =>
      dire`Les factures ${numbers} sont entièrement réglées et nous clôturons leur suivi.`,
    waived: (): Sentence =>
      dire`Nous renonçons aux pénalités de retard et à l'indemnité forfaitaire pour frais de recouvrement correspondantes.`,
    nothingElse: (): Sentence => dire`Aucune autre somme ne vous est demandée à ce titre.`,
    notAsked: (): Sentence => dire`Cette confirmation porte sur le principal.`,
    pleasure: (professional: boolean): Sentence =>
      professional
        ? dire`Au plaisir de poursuivre notre collaboration.`
        : dire`Nous restons à votre disposition.`,
  },
};

export type DraftingAnswers = typeof draftingAnswersFr;
