import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { formatPercent, longDate, weekdayDate } from "./calendar-words.ts";
import type { NoticeName } from "./drafting-fr.ts";
import type { Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const le = (date: CalendarDate): Own => own(longDate(date, "fr"));
const leJour = (date: CalendarDate): Own => own(weekdayDate(date, "fr"));
const somme = (amount: Money): Own => own(formatMoney(amount, "fr"));
const factures = (count: number): Own =>
  own(count === 1 ? "1 facture" : `${String(count)} factures`);

/** « des 6 et 16 novembre 2026 » reads well, but a list of whole dates can never be misread. */
const liste = (parts: readonly Own[]): Own =>
  own(
    parts.reduce(
      (all, part, index) =>
        index === 0 ? part.own : `${all}${index === parts.length - 1 ? " et " : ", "}${part.own}`,
      "",
    ),
  );

/** What a notice says of itself. */
export type NoticeWords = {
  readonly notice: NoticeName;
  readonly count: number;
  readonly total: Money;
};

/** The words of letters on paper, of figures of interest, of answers and of groups, in French: the model of the other language. */
export const lettersFr = {
  charges: {
    caption: (on: CalendarDate): Own =>
      dit(`Décompte des intérêts arrêté au ${longDate(on, "fr")} :`),
    columns: {
      invoice: own("Facture"),
      from: own("Du"),
      to: own("Au"),
      days: own("Jours"),
      principal: own("Principal"),
      rate: own("Taux annuel"),
      interest: own("Intérêts"),
      total: own("Total des intérêts"),
    },
    count: (days: number): Own => own(String(days)),
    rate: (basisPoints: number): Own => own(formatPercent(basisPoints, "fr")),
    indicative: (
      on: CalendarDate,
      interest: Money,
      perDay: Money | null,
      compensation: Money | null,
      compensated: number,
    ): Sentence => {
      const then = perDay === null ? dire`` : dire`, puis à ${somme(perDay)} par jour`;
      const fixed =
        compensation === null
          ? dire``
          : dire` ; l'indemnité forfaitaire pour frais de recouvrement s'élève à ${somme(compensation)} (${factures(compensated)})`;
      return dire`À titre indicatif, non réclamés à ce jour : les intérêts de retard arrêtés au ${le(on)} s'élèvent à ${somme(interest)}${then}${fixed}.`;
    },
    principal: (): Sentence => dire`Principal restant dû :`,
    interest: (on: CalendarDate): Sentence => dire`Intérêts de retard arrêtés au ${le(on)} :`,
    compensation: (count: number): Sentence =>
      dire`Indemnité forfaitaire pour frais de recouvrement (${factures(count)}) :`,
    total: (on: CalendarDate): Sentence => dire`Total à régler au ${le(on)} :`,
    perDay: (on: CalendarDate, perDay: Money): Sentence =>
      dire`Après le ${le(on)}, les intérêts continuent de courir à raison de ${somme(perDay)} par jour jusqu'au règlement du principal.`,
    method: (
      basis: "act/365" | "act/act",
      order: "principal-first" | "interest-first",
    ): Sentence => {
      const year = own(basis === "act/365" ? "365" : "nombre de jours de l'année");
      const first = own(order === "principal-first" ? "sur le principal" : "sur les intérêts");
      return dire`Calcul : principal × taux annuel × jours ÷ ${year} ; intérêts simples ; le premier et le dernier jour de chaque ligne sont comptés ; arrondi au centime à chaque ligne ; tout règlement est imputé d'abord ${first}.`;
    },
  },

  paper: {
    placeDate: (place: Shown | null, on: CalendarDate): Sentence =>
      place === null ? dire`Le ${le(on)}` : dire`${place}, le ${le(on)}`,
    object: (subject: Sentence): Sentence => dire`Objet : ${subject}`,
    way: {
      registered: "Lettre recommandée avec avis de réception",
      "registered-electronic": "Lettre recommandée électronique",
      "by-hand": "Lettre remise en main propre contre décharge",
      simple: null,
    } as Readonly<
      Record<"registered" | "registered-electronic" | "by-hand" | "simple", string | null>
    >,
    reference: (reference: Shown): Sentence => dire`Notre référence : ${reference}`,
    quoteReference: (reference: Shown): Sentence =>
      dire`Référence à rappeler dans votre réponse et sur votre règlement : ${reference}`,
    enclosed: (count: number): Sentence =>
      count === 1
        ? dire`Pièce jointe : copie de la facture`
        : dire`Pièces jointes : copies des factures`,
    receivedBy: "Reçu en main propre le, par (nom, qualité, signature) :",
  },

  notice: {
    subject: ({ notice }: NoticeWords, number: Shown): Sentence =>
      notice === "letter-before-claim"
        ? dire`Mise en demeure de payer la facture ${number} (« letter before claim »)`
        : dire`Mise en demeure de payer la facture ${number}`,
    subjectMany: ({ notice, count }: NoticeWords): Sentence =>
      notice === "letter-before-claim"
        ? dire`Mise en demeure de payer ${count} factures (« letter before claim »)`
        : dire`Mise en demeure de payer ${count} factures`,
    open: ({ count, total }: NoticeWords, remindedOn: readonly CalendarDate[]): Sentence => {
      const after =
        remindedOn.length === 0
          ? dire`À ce jour`
          : remindedOn.length === 1
            ? dire`Malgré notre relance du ${liste(remindedOn.map(le))}`
            : dire`Malgré nos relances des ${liste(remindedOn.map(le))}`;
      return count === 1
        ? dire`${after}, la facture ci-dessous reste impayée à hauteur de ${somme(total)}.`
        : dire`${after}, les ${count} factures ci-dessous restent impayées à hauteur de ${somme(total)} au total.`;
    },
    received: own("Règlements reçus et déjà déduits :"),
    receivedColumns: { invoice: own("Facture"), on: own("Reçu le"), amount: own("Montant") },
    ask: ({ notice, total }: NoticeWords, days: number, byHand: boolean): Sentence => {
      const from = own(
        byHand
          ? "à compter de la remise de cette lettre"
          : "à compter de la première présentation de cette lettre",
      );
      return notice === "letter-before-claim"
        ? dire`Nous vous mettons en demeure de régler la somme de ${somme(total)} dans un délai de ${days} jours ${from}.`
        : dire`En conséquence, nous vous mettons en demeure de régler la somme de ${somme(total)} dans un délai de ${days} jours ${from}.`;
    },
    effect: {
      "mise-en-demeure": dire`La présente vaut mise en demeure (article 1344 du code civil).`,
      "letter-before-claim": null,
      "formal-notice": null,
    } as Readonly<Record<NoticeName, Sentence | null>>,
    legalInterest: (byHand: boolean): Sentence =>
      byHand
        ? dire`À compter de sa remise, la somme due produit intérêt au taux légal (articles 1231-6 et 1344-1 du code civil).`
        : dire`À compter de sa première présentation, la somme due produit intérêt au taux légal (articles 1231-6 et 1344-1 du code civil).`,
    next: (): Sentence =>
      dire`Sans règlement ni réponse de votre part à l'issue de ce délai, nous nous réservons de faire valoir nos droits par les moyens que la loi prévoit.`,
    difficulty: (): Sentence =>
      dire`Si une difficulté vous empêche de régler, ou si vous contestez tout ou partie de cette somme, écrivez-nous avant la fin de ce délai : votre réponse sera examinée.`,
    mediator: (name: Shown, site: Shown): Sentence =>
      dire`En cas de désaccord, vous pouvez vous adresser au médiateur de la consommation dont nous relevons : ${name}, ${site} (articles L616-1 et R616-1 du code de la consommation).`,
    ignore: (): Sentence =>
      dire`Si vous venez d'effectuer ce règlement, nous vous en remercions : ne tenez pas compte de cette lettre.`,
  },

  /** The mail that may go beside the letter: it is not the notice, and says so. */
  beside: {
    subject: (reference: Shown): Sentence =>
      dire`Un courrier vous est adressé (référence ${reference})`,
    open: (reference: Shown, way: Own): Sentence =>
      dire`Nous vous adressons, par ${way}, un courrier qui porte la référence ${reference}.`,
    ways: {
      registered: own("lettre recommandée avec avis de réception"),
      "registered-electronic": own("lettre recommandée électronique"),
      "by-hand": own("remise en main propre"),
      simple: own("voie postale"),
    },
    copy: (): Sentence =>
      dire`Ce message vous en avertit seulement : seul ce courrier fait courir le délai qu'il indique.`,
    ask: (): Sentence =>
      dire`Pour toute question sur les sommes en cause, vous pouvez répondre directement à ce message.`,
  },

  handedOver: {
    subject: (): Sentence => dire`Votre message : votre interlocuteur`,
    body: (name: Shown, role: Own | null): Sentence =>
      role === null
        ? dire`Nous avons bien reçu votre message. Ce dossier est désormais suivi par ${name}, à qui nous le transmettons et qui vous répondra.`
        : dire`Nous avons bien reçu votre message. Ce dossier est désormais suivi par ${name}, ${role}, à qui nous le transmettons et qui vous répondra.`,
    contact: (means: Sentence): Sentence =>
      dire`Vous pouvez vous y adresser directement : ${means}.`,
    roles: {
      lawyer: own("notre avocat"),
      commissaire: own("commissaire de justice"),
      agency: own("notre mandataire"),
    },
  },

  forward: {
    subject: (debtor: Shown): Sentence => dire`Pour suite à donner : ${debtor}`,
    open: (debtor: Shown, on: CalendarDate): Sentence =>
      dire`Nous vous transmettons le message que ${debtor} nous a adressé le ${le(on)}, dans le dossier que vous suivez pour nous.`,
    message: (subject: Shown): Sentence => dire`Objet du message : ${subject}`,
    balance: (total: Money, on: CalendarDate): Sentence =>
      dire`Pour mémoire, il reste ${somme(total)} en principal, sauf paiement reçu après le ${le(on)}.`,
    attached: (): Sentence => dire`Le message d'origine est joint tel qu'il a été reçu.`,
  },

  insolvency: {
    subject: (): Sentence => dire`Votre message : déclaration de notre créance`,
    subjectPlain: (): Sentence => dire`Votre message`,
    body: (): Sentence =>
      dire`Nous avons bien reçu votre message nous informant de la procédure en cours et nous en prenons note.`,
    bodyPlain: (): Sentence => dire`Nous avons bien reçu votre message et nous en prenons note.`,
    declared: (officer: Shown | null): Sentence =>
      officer === null
        ? dire`Notre créance sera déclarée à l'organe de la procédure. Nous ne vous adresserons pas d'autre relance pour les sommes antérieures au jugement.`
        : dire`Notre créance sera déclarée auprès de ${officer}. Nous ne vous adresserons pas d'autre relance pour les sommes antérieures au jugement.`,
    confidential: (): Sentence =>
      dire`Nous ne vous adresserons pas d'autre relance pour le moment.`,
    overIndebted: (): Sentence =>
      dire`Nous ne vous adresserons pas d'autre relance tant que votre dossier est en cours.`,
    ask: (): Sentence =>
      dire`Pourriez-vous nous confirmer la date du jugement et le nom du mandataire, s'ils ne figurent pas dans votre message ?`,
  },

  unresolved: {
    subject: (number: Shown): Sentence => dire`Votre réclamation : facture ${number}`,
    subjectMany: (count: number): Sentence => dire`Votre réclamation : ${count} factures`,
    body: (on: CalendarDate): Sentence =>
      dire`Nous avons examiné votre réclamation du ${le(on)} et nous ne pouvons pas y donner la suite que vous demandez.`,
    reason: (words: Shown): Sentence => dire`Notre réponse : ${words}`,
    reserved: (): Sentence => dire`Les droits de chacun restent réservés.`,
  },

  acceleration: {
    subject: (by: CalendarDate): Sentence => dire`Échéancier : versement du ${le(by)}`,
    missed: (agreedOn: CalendarDate, by: CalendarDate, missing: Money): Sentence =>
      dire`L'échéancier convenu le ${le(agreedOn)} prévoyait un versement au ${le(by)} : ${somme(missing)} ne nous sont pas parvenus.`,
    ask: (until: CalendarDate): Sentence =>
      dire`Nous vous mettons en demeure de régulariser ce versement au plus tard le ${leJour(until)}.`,
    otherwise: (rest: Money, french: boolean): Sentence =>
      french
        ? dire`Sans régularisation ni réponse de votre part à cette date, le solde de l'échéancier, soit ${somme(rest)}, deviendra exigible en entier (articles 1305-4 et 1231-5 du code civil).`
        : dire`Sans régularisation ni réponse de votre part à cette date, le solde de l'échéancier, soit ${somme(rest)}, deviendra exigible en entier.`,
    goesOn: (): Sentence =>
      dire`Si ce versement nous parvient dans ce délai, l'échéancier se poursuit comme convenu.`,
    caption: own("Versements convenus qui restent à recevoir :"),
    columns: { by: own("Échéance"), amount: own("Reste à verser"), total: own("Total") },
  },

  group: {
    subject: (name: Shown, count: number): Sentence =>
      dire`${name} : situation de ${count} sociétés`,
    open: {
      courtesy: (): Sentence =>
        dire`Pour vous aider à préparer vos règlements, voici les prochaines échéances de chacune de vos sociétés.`,
      due: (): Sentence =>
        dire`Sauf erreur de notre part, les factures ci-dessous, arrivées à échéance, restent à régler par chacune de vos sociétés.`,
      "reminder-1": (): Sentence =>
        dire`Sauf erreur de notre part, les factures ci-dessous sont échues et restent à régler par chacune de vos sociétés.`,
      "reminder-2": (): Sentence =>
        dire`Nous revenons vers vous au sujet des factures ci-dessous, qui restent à régler par chacune de vos sociétés.`,
    },
    entity: (name: Shown, siren: Shown | null, open: Money): Sentence =>
      siren === null
        ? dire`${name} : ${somme(open)}`
        : dire`${name} (SIREN ${siren}) : ${somme(open)}`,
    separate: (): Sentence => dire`Chaque société ne doit que les factures émises à son nom.`,
    payLabel: (iban: Shown, bic: Shown | null, reference: Shown): Sentence =>
      bic === null
        ? dire`Règlement par virement, un par société : IBAN ${iban}, libellé ${reference} et le nom de la société.`
        : dire`Règlement par virement, un par société : IBAN ${iban}, BIC ${bic}, libellé ${reference} et le nom de la société.`,
  },

  /** What a text of one's own may be found at fault for. */
  ownText: {
    "placeholder-unknown": (name: Shown): Sentence =>
      dire`Le champ {${name}} n'existe pas : choisissez-le dans la liste.`,
    "brace-open": dire`Une accolade n'est pas fermée.`,
    "too-long": (max: number): Sentence => dire`Le texte dépasse ${max} caractères.`,
    "line-break": dire`L'objet tient sur une ligne.`,
    forbidden: (does: Own, words: Shown): Sentence => dire`Ce texte ${does} : « ${words} ».`,
  },
};

/** What every language must provide: exactly these keys, with these arguments. */
export type LetterMessages = typeof lettersFr;
