import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { DisputeReason } from "#shared/kernel/parties.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { draftingAnswersFr } from "./drafting-answers-fr.ts";
import { draftingRefusalsFr } from "./drafting-refusals-fr.ts";
import { REASONS, dire, jours, le, leJour, somme, taux, titre } from "./drafting-said-fr.ts";
import type { Sentence } from "./locale.ts";

const semestre = (halfYear: string): Own =>
  own(
    `${halfYear.endsWith("S1") ? "premier" : "second"} semestre ${halfYear.slice(0, halfYear.indexOf("-"))}`,
  );

/** Opening of a reminder: what is open, on one invoice or several. An invoice may stand there with several due parts. */
type Opening = {
  readonly count: number;
  readonly total: Money;
  /** The common due date; null where they differ. */
  readonly dueOn: CalendarDate | null;
  /** The day of the last reminder that named all of them; null where there is none. */
  readonly previousOn: CalendarDate | null;
};

/** What the law of the claim calls the letter that puts a debtor in default. */
export type NoticeName = "mise-en-demeure" | "letter-before-claim" | "formal-notice";

/** How the person written to is addressed in a letter. */
export type Civility = "madam" | "sir";

const APPEL: Readonly<Record<Civility, string>> = { madam: "Madame", sir: "Monsieur" };
const appel = (civility: Civility | null): Own =>
  own(civility === null ? "Madame, Monsieur" : APPEL[civility]);

const mise = (notice: NoticeName): Own =>
  notice === "letter-before-claim"
    ? titre("une mise en demeure (« letter before claim »)")
    : own("une mise en demeure");

/** The words of letters, in French: the model that the other language must match key for key. */
export const draftingFr = {
  greeting: (name: Shown | null): Sentence =>
    name === null ? dire`Bonjour,` : dire`Bonjour ${name},`,
  letterGreeting: (_name: Shown | null, civility: Civility | null): Sentence =>
    dire`${appel(civility)},`,
  closing: (): Sentence => dire`Cordialement,`,
  formalClosing: (_named: boolean, civility: Civility | null): Sentence =>
    dire`Veuillez agréer, ${appel(civility)}, nos salutations distinguées.`,
  soleTrader: "EI",
  siren: (digits: Shown): Sentence => dire`SIREN ${digits}`,
  phone: (number: Shown): Sentence => dire`Tél. ${number}`,
  referenceFoot: (reference: Shown): Sentence =>
    dire`Notre référence : ${reference} (à rappeler dans votre réponse)`,
  letterDate: (today: CalendarDate): Sentence => dire`Le ${le(today)}`,
  letterObject: (subject: Sentence): Sentence => dire`Objet : ${subject}`,

  columns: {
    invoice: titre("Facture"),
    issued: titre("Émise le"),
    due: titre("Échéance"),
    order: titre("Votre commande"),
    total: titre("Montant"),
    sinceDue: titre("Depuis l'échéance"),
    late: titre("Retard"),
    open: titre("Reste dû"),
    toPay: titre("À régler"),
    totalRow: titre("Total"),
    lower: titre("Pour information, également en compte :"),
  },
  cells: {
    date: (date: CalendarDate): Own => le(date),
    days: (count: number): Own => jours(count),
    amount: (amount: Money): Own => somme(amount),
    none: own("–"),
  },

  attached: (count: number, names: Sentence): Sentence =>
    count === 1
      ? dire`Une copie de la facture est jointe (${names}).`
      : dire`Des copies des factures sont jointes (${names}).`,
  attachedAgain: (count: number, names: Sentence): Sentence =>
    count === 1
      ? dire`Une nouvelle copie de la facture est jointe (${names}).`
      : dire`De nouvelles copies des factures sont jointes (${names}).`,
  /** Not every invoice of the message has its copy. */
  attachedSome: (count: number, names: Sentence): Sentence =>
    count === 1
      ? dire`Pièce jointe : ${names}. Nous vous adresserons volontiers toute autre copie sur simple demande.`
      : dire`Pièces jointes : ${names}. Nous vous adresserons volontiers toute autre copie sur simple demande.`,
  copyOnRequest: (count: number): Sentence =>
    count === 1
      ? dire`Nous vous adresserons volontiers une copie de la facture sur simple demande.`
      : dire`Nous vous adresserons volontiers des copies des factures sur simple demande.`,
  andMore: (count: number): Sentence =>
    count === 1 ? dire` et 1 autre` : dire` et ${count} autres`,
  and: own(" et "),

  payTo: (iban: Shown, bic: Shown | null, label: Shown): Sentence =>
    bic === null
      ? dire`Règlement par virement : IBAN ${iban}, libellé ${label}.`
      : dire`Règlement par virement : IBAN ${iban}, BIC ${bic}, libellé ${label}.`,
  /** The invoices were assigned: paying anybody else frees nobody. */
  payAssignee: (name: Shown, iban: Shown, bic: Shown | null, label: Shown): Sentence =>
    bic === null
      ? dire`Cette créance a été cédée à ${name}, seul à pouvoir en recevoir le paiement : IBAN ${iban}, libellé ${label}.`
      : dire`Cette créance a été cédée à ${name}, seul à pouvoir en recevoir le paiement : IBAN ${iban}, BIC ${bic}, libellé ${label}.`,
  payAsOnInvoice: (count: number): Sentence =>
    count === 1
      ? dire`Les coordonnées de paiement figurent sur la facture.`
      : dire`Les coordonnées de paiement figurent sur les factures.`,

  asOf: (on: CalendarDate): Sentence =>
    dire`Ces montants s'entendent sauf paiement reçu après le ${le(on)}.`,
  ignoreIfPaid: (): Sentence =>
    dire`Si vous venez d'effectuer ce règlement, nous vous en remercions : ne tenez pas compte de ce message.`,

  setAside: (number: Shown, amount: Money, reason: DisputeReason): Sentence =>
    dire`Votre réclamation concernant la facture ${number}, qui porte sur ${own(REASONS[reason])}, est en cours d'examen : la somme concernée, soit ${somme(amount)}, est mise de côté et n'est pas comprise dans les montants demandés ci-dessus.`,

  courtesy: {
    subject: (number: Shown, dueOn: CalendarDate | null): Sentence =>
      dueOn === null
        ? dire`Facture ${number} : prochaines échéances`
        : dire`Facture ${number} : échéance le ${le(dueOn)}`,
    subjectMany: (count: number, dueOn: CalendarDate | null): Sentence =>
      dueOn === null
        ? dire`Vos ${count} factures arrivant bientôt à échéance`
        : dire`Vos ${count} factures : échéance le ${le(dueOn)}`,
    open: ({ count, total, dueOn }: Opening): Sentence => {
      const what =
        count > 1
          ? dueOn === null
            ? dire`les ${count} factures ci-dessous arrivent bientôt à échéance, pour un total de ${somme(total)}`
            : dire`les ${count} factures ci-dessous arrivent à échéance le ${le(dueOn)}, pour un total de ${somme(total)}`
          : dueOn === null
            ? dire`plusieurs échéances de la facture ci-dessous approchent, pour un total de ${somme(total)}`
            : dire`la facture ci-dessous arrive à échéance le ${le(dueOn)}, pour ${somme(total)}`;
      return dire`Pour vous aider à préparer vos règlements, nous vous signalons que ${what}.`;
    },
    ask: (count: number): Sentence =>
      count === 1
        ? dire`Cette facture vous est-elle bien parvenue, et avez-vous tout ce qu'il vous faut pour la régler (numéro de commande, justificatif) ?`
        : dire`Ces factures vous sont-elles bien parvenues, et avez-vous tout ce qu'il vous faut pour les régler (numéro de commande, justificatif) ?`,
    ignore: (): Sentence =>
      dire`Si le règlement est déjà parti, nous vous en remercions : ne tenez pas compte de ce message.`,
  },

  due: {
    subject: (number: Shown, dueOn: CalendarDate | null): Sentence =>
      dueOn === null
        ? dire`Facture ${number} : échéances passées`
        : dire`Facture ${number} arrivée à échéance le ${le(dueOn)}`,
    subjectMany: (count: number): Sentence => dire`Vos ${count} factures arrivées à échéance`,
    open: ({ count, total, dueOn }: Opening): Sentence =>
      count > 1
        ? dire`Les ${count} factures ci-dessous sont arrivées à échéance et, sauf erreur de notre part, il reste ${somme(total)} à régler au total.`
        : dueOn === null
          ? dire`Plusieurs échéances de la facture ci-dessous sont passées et, sauf erreur de notre part, il reste ${somme(total)} à régler.`
          : dire`La facture ci-dessous est arrivée à échéance le ${le(dueOn)} et, sauf erreur de notre part, il reste ${somme(total)} à régler.`,
    ask: (): Sentence => dire`Pouvez-vous nous confirmer que ce règlement est bien prévu ?`,
    ignore: (): Sentence =>
      dire`Si votre règlement est déjà parti, nous vous en remercions : ne tenez pas compte de ce message.`,
  },

  reminder1: {
    subject: (number: Shown, dueOn: CalendarDate | null): Sentence =>
      dueOn === null
        ? dire`Rappel : facture ${number} échue`
        : dire`Rappel : facture ${number} échue le ${le(dueOn)}`,
    subjectMany: (count: number): Sentence => dire`Rappel : ${count} factures échues`,
    openCourteous: ({ count, total, dueOn }: Opening): Sentence =>
      count > 1
        ? dire`Sauf erreur de notre part, les ${count} factures ci-dessous sont échues et restent à régler pour un total de ${somme(total)}. Il s'agit sans doute d'un simple oubli.`
        : dueOn === null
          ? dire`Sauf erreur de notre part, plusieurs échéances de la facture ci-dessous sont passées et restent à régler pour ${somme(total)}. Il s'agit sans doute d'un simple oubli.`
          : dire`Sauf erreur de notre part, la facture ci-dessous, échue le ${le(dueOn)}, reste à régler pour ${somme(total)}. Il s'agit sans doute d'un simple oubli.`,
    openNeutral: ({ count, total, dueOn }: Opening): Sentence =>
      count > 1
        ? dire`Sauf erreur de notre part, il reste ${somme(total)} à régler sur les ${count} factures ci-dessous, désormais échues.`
        : dueOn === null
          ? dire`Sauf erreur de notre part, il reste ${somme(total)} à régler sur les échéances passées de la facture ci-dessous.`
          : dire`Sauf erreur de notre part, il reste ${somme(total)} à régler sur la facture ci-dessous, échue le ${le(dueOn)}.`,
    ask: (replyBy: CalendarDate): Sentence =>
      dire`Pourriez-vous nous indiquer, si possible d'ici au ${leJour(replyBy)}, à quelle date nous recevrons votre règlement ?`,
  },

  reminder2: {
    /** `again`: a first reminder did go; the plan allows it to be left out. */
    subject: (number: Shown, late: number, again: boolean): Sentence =>
      again
        ? dire`Deuxième relance : facture ${number}, ${jours(late)} de retard`
        : dire`Relance : facture ${number}, ${jours(late)} de retard`,
    subjectMany: (count: number, again: boolean): Sentence =>
      again
        ? dire`Deuxième relance : ${count} factures en retard`
        : dire`Relance : ${count} factures en retard`,
    openNeutral: ({ count, total, previousOn }: Opening): Sentence =>
      previousOn === null
        ? count === 1
          ? dire`Nous revenons vers vous au sujet de la facture ci-dessous, qui reste à régler pour ${somme(total)}.`
          : dire`Nous revenons vers vous au sujet des ${count} factures ci-dessous, qui restent à régler pour un total de ${somme(total)}.`
        : count === 1
          ? dire`Nous revenons vers vous à la suite de notre rappel du ${le(previousOn)} : la facture ci-dessous reste à régler pour ${somme(total)}.`
          : dire`Nous revenons vers vous à la suite de notre rappel du ${le(previousOn)} : les ${count} factures ci-dessous restent à régler pour un total de ${somme(total)}.`,
    openFirm: ({ count, total, previousOn }: Opening): Sentence =>
      previousOn === null
        ? count === 1
          ? dire`À ce jour, la facture ci-dessous demeure impayée à hauteur de ${somme(total)}.`
          : dire`À ce jour, les ${count} factures ci-dessous demeurent impayées à hauteur de ${somme(total)} au total.`
        : count === 1
          ? dire`Malgré notre rappel du ${le(previousOn)}, la facture ci-dessous demeure impayée à hauteur de ${somme(total)}.`
          : dire`Malgré notre rappel du ${le(previousOn)}, les ${count} factures ci-dessous demeurent impayées à hauteur de ${somme(total)} au total.`,
    askNeutral: (replyBy: CalendarDate): Sentence =>
      dire`Pourriez-vous procéder à ce règlement d'ici au ${leJour(replyBy)} ou, si un point le retarde, nous dire lequel ?`,
    askFirm: (replyBy: CalendarDate): Sentence =>
      dire`Nous vous demandons de procéder à ce règlement d'ici au ${leJour(replyBy)} ou, si un point y fait obstacle, de nous en indiquer la cause d'ici là.`,
  },

  call: {
    subject: (on: CalendarDate, number: Shown): Sentence =>
      dire`À la suite de notre appel du ${le(on)} : facture ${number}`,
    subjectMany: (on: CalendarDate, count: number): Sentence =>
      dire`À la suite de notre appel du ${le(on)} : ${count} factures`,
    spoken: (on: CalendarDate, person: Shown | null, count: number): Sentence => {
      const about = own(count === 1 ? "de la facture ci-dessous" : "des factures ci-dessous");
      return person === null
        ? dire`Nous vous remercions de notre échange téléphonique du ${le(on)} au sujet ${about}.`
        : dire`Nous faisons suite à l'échange téléphonique du ${le(on)} avec ${person} au sujet ${about}.`;
    },
    promised: (by: CalendarDate, amount: Money | null): Sentence =>
      amount === null
        ? dire`Il nous a été indiqué que le règlement interviendrait le ${leJour(by)}.`
        : dire`Il nous a été indiqué qu'un règlement de ${somme(amount)} interviendrait le ${leJour(by)}.`,
    askConfirm: (): Sentence =>
      dire`Pouvez-vous nous confirmer cette date en répondant simplement à ce message ?`,
    /** Somebody answered; what was said is not known, so nothing is put into anybody's mouth. */
    stillOpen: (count: number, total: Money): Sentence =>
      count === 1
        ? dire`Sauf erreur de notre part, elle reste à régler pour ${somme(total)}.`
        : dire`Sauf erreur de notre part, elles restent à régler pour un total de ${somme(total)}.`,
    willCheck: (): Sentence =>
      dire`Il nous a été indiqué que vous alliez vérifier où en est ce règlement.`,
    askDate: (replyBy: CalendarDate): Sentence =>
      dire`Pourriez-vous nous indiquer la date de ce règlement d'ici au ${leJour(replyBy)} ?`,
    noAnswer: (on: CalendarDate, count: number): Sentence =>
      count === 1
        ? dire`Nous avons cherché à vous joindre par téléphone le ${le(on)}, sans succès, au sujet de la facture ci-dessous, qui reste à régler.`
        : dire`Nous avons cherché à vous joindre par téléphone le ${le(on)}, sans succès, au sujet des ${count} factures ci-dessous, qui restent à régler.`,
    askDateOrMoment: (replyBy: CalendarDate): Sentence =>
      dire`Pourriez-vous nous indiquer, d'ici au ${leJour(replyBy)}, la date prévue de votre règlement ou le moment qui vous conviendrait pour en parler ?`,
  },

  letter: {
    subject: (number: Shown): Sentence => dire`Relance concernant la facture ${number}`,
    subjectMany: (count: number): Sentence => dire`Relance concernant ${count} factures en retard`,
    openNeutral: ({ count, total, previousOn }: Opening): Sentence =>
      previousOn === null
        ? count === 1
          ? dire`La facture ci-dessous reste à régler pour ${somme(total)}.`
          : dire`Les ${count} factures ci-dessous restent à régler pour un total de ${somme(total)}.`
        : count === 1
          ? dire`Nous revenons vers vous, après notre relance du ${le(previousOn)}, au sujet de la facture ci-dessous, qui reste à régler pour ${somme(total)}.`
          : dire`Nous revenons vers vous, après notre relance du ${le(previousOn)}, au sujet des ${count} factures ci-dessous, qui restent à régler pour un total de ${somme(total)}.`,
    openFirm: ({ count, total, previousOn }: Opening): Sentence =>
      previousOn === null
        ? count === 1
          ? dire`La facture ci-dessous demeure impayée à hauteur de ${somme(total)}.`
          : dire`Les ${count} factures ci-dessous demeurent impayées à hauteur de ${somme(total)} au total.`
        : count === 1
          ? dire`Malgré nos démarches, dont la dernière date du ${le(previousOn)}, la facture ci-dessous demeure impayée à hauteur de ${somme(total)}.`
          : dire`Malgré nos démarches, dont la dernière date du ${le(previousOn)}, les ${count} factures ci-dessous demeurent impayées à hauteur de ${somme(total)} au total.`,
    askNeutral: (replyBy: CalendarDate): Sentence =>
      dire`Nous vous remercions de procéder à ce règlement d'ici au ${leJour(replyBy)}, ou de prendre contact avec nous d'ici là si une difficulté le retarde.`,
    askFirm: (replyBy: CalendarDate): Sentence =>
      dire`Nous vous demandons de procéder à ce règlement d'ici au ${leJour(replyBy)}, ou de prendre contact avec nous d'ici là.`,
    ignore: (): Sentence =>
      dire`Si vous venez d'effectuer ce règlement, nous vous en remercions : ne tenez pas compte de ce courrier.`,
    nextNeutral: (notice: NoticeName): Sentence =>
      dire`Sans règlement ni nouvelles de votre part à cette date, l'étape suivante serait ${mise(notice)}, que nous souhaitons pouvoir éviter.`,
    nextFirm: (notice: NoticeName): Sentence =>
      dire`Sans règlement ni réponse de votre part à cette date, l'étape suivante sera ${mise(notice)}.`,
  },

  promise: {
    subject: (by: CalendarDate, number: Shown): Sentence =>
      dire`Règlement annoncé pour le ${le(by)} : facture ${number}`,
    subjectMany: (by: CalendarDate, count: number): Sentence =>
      dire`Règlement annoncé pour le ${le(by)} : ${count} factures`,
    made: {
      mail: (on: CalendarDate): Sentence => dire`Par votre courriel du ${le(on)}`,
      call: (on: CalendarDate): Sentence => dire`Lors de notre appel du ${le(on)}`,
      letter: (on: CalendarDate): Sentence => dire`Par votre courrier du ${le(on)}`,
      meeting: (on: CalendarDate): Sentence => dire`Lors de notre rencontre du ${le(on)}`,
    },
    said: (made: Sentence, amount: Money | null, by: CalendarDate): Sentence =>
      amount === null
        ? dire`${made}, vous nous avez annoncé un règlement pour le ${le(by)}.`
        : dire`${made}, vous nous avez annoncé un règlement de ${somme(amount)} pour le ${le(by)}.`,
    quoted: (made: Sentence, amount: Money | null, by: CalendarDate, quote: Shown): Sentence =>
      amount === null
        ? dire`${made}, vous nous avez annoncé un règlement pour le ${le(by)} : « ${quote} ».`
        : dire`${made}, vous nous avez annoncé un règlement de ${somme(amount)} pour le ${le(by)} : « ${quote} ».`,
    notYetHere: (count: number, total: Money): Sentence =>
      count === 1
        ? dire`Sauf erreur de notre part, il ne nous est pas parvenu en totalité : la facture ci-dessous reste à régler pour ${somme(total)}.`
        : dire`Sauf erreur de notre part, il ne nous est pas parvenu en totalité : les ${count} factures ci-dessous restent à régler pour un total de ${somme(total)}.`,
    askCourteous: (replyBy: CalendarDate): Sentence =>
      dire`Pourriez-vous nous confirmer que ce règlement nous parviendra d'ici au ${leJour(replyBy)} ?`,
    askFirm: (replyBy: CalendarDate): Sentence =>
      dire`Nous vous demandons de procéder à ce règlement d'ici au ${leJour(replyBy)}, ou de nous dire ce qui l'empêche.`,
  },

  interest: {
    lead: {
      neutral: own("Pour information, "),
      firm: own("Nous vous rappelons que "),
    },
    frBusiness: (
      lead: Own,
      rate: { readonly basisPoints: number; readonly halfYear: string } | null,
      agreed: number | null,
      fixed: Money,
    ): Sentence => {
      const at =
        agreed !== null
          ? dire`au taux annuel de ${taux(agreed)} convenu entre nous`
          : rate === null
            ? dire`au taux prévu par la loi, sauf autre taux convenu entre nous`
            : dire`au taux annuel de ${taux(rate.basisPoints)} pour le ${semestre(rate.halfYear)} (taux de la BCE majoré de 10 points), sauf autre taux convenu entre nous`;
      return dire`${lead}des pénalités de retard courent de plein droit depuis le lendemain de l'échéance, sans qu'un rappel soit nécessaire, ${at}. S'y ajoute de plein droit une indemnité forfaitaire pour frais de recouvrement de ${somme(fixed)} par facture en retard (articles L441-10 et D441-5 du code de commerce).`;
    },
    notIncluded: {
      frBusiness: (): Sentence =>
        dire`Ni ces pénalités ni cette indemnité ne sont comprises dans les montants ci-dessus.`,
      frPublic: (): Sentence =>
        dire`Ni ces intérêts ni cette indemnité ne sont compris dans les montants ci-dessus.`,
      ukBusiness: (): Sentence =>
        dire`Ni ces intérêts ni cette somme ne sont compris dans les montants ci-dessus.`,
    },
    frPublic: (lead: Own, basisPoints: number | null, fixed: Money): Sentence => {
      const at =
        basisPoints === null
          ? dire`au taux de la BCE majoré de 8 points`
          : dire`au taux de la BCE majoré de 8 points, soit ${taux(basisPoints)} par an`;
      return dire`${lead}des intérêts moratoires courent de plein droit depuis le lendemain de l'expiration du délai de paiement, ${at}. S'y ajoute de plein droit une indemnité forfaitaire pour frais de recouvrement de ${somme(fixed)} par facture en retard (code de la commande publique, articles L2192-13, R2192-31 et D2192-35).`;
    },
    ukBusiness: (
      lead: Own,
      basisPoints: number | null,
      agreed: number | null,
      fixed: readonly Money[],
    ): Sentence => {
      const at =
        agreed !== null
          ? dire`au taux annuel de ${taux(agreed)} convenu entre nous`
          : basisPoints === null
            ? dire`au taux de la Banque d'Angleterre majoré de 8 points, sauf autre clause du contrat`
            : dire`au taux de la Banque d'Angleterre majoré de 8 points, soit ${taux(basisPoints)} par an, sauf autre clause du contrat`;
      return dire`${lead}des intérêts courent depuis le lendemain de l'échéance, ${at}, en vertu de la loi britannique de 1998 sur les retards de paiement (Late Payment of Commercial Debts (Interest) Act 1998). S'y ajoute, par facture en retard, une somme forfaitaire ${fixedSums(fixed)}.`;
    },
  },

  ...draftingAnswersFr,
  ...draftingRefusalsFr,
};

const fixedSums = (sums: readonly Money[]): Sentence => {
  const [first] = sums;
  if (first === undefined) return dire`fixée par cette loi`;
  return sums.length === 1
    ? dire`de ${somme(first)}`
    : dire`${titre("de 40, 70 ou 100 £ selon le montant")}`;
};

/** What every language must provide: exactly these keys, with these arguments. */
export type DraftingMessages = typeof draftingFr;
