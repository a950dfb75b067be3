import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { Sentence } from "./locale.ts";
import { shortDate } from "./short-dates.ts";
import { dire, dit } from "./typeset.ts";

type Day = CalendarDate;

const somme = (amount: Money): Own => own(formatMoney(amount, "fr"));
const le = (day: Day, today: Day): Own => own(shortDate(day, today, "fr"));
const motif = (reason: Foreign): Sentence =>
  reason.foreign.trim() === "" ? [] : dire` : ${reason}`;

/** What a debtor's file and history say of each thing. */
export const itemsFr = {
  roles: {
    chasing: dit("relances"),
    invoicing: dit("facturation"),
    approver: dit("valideur"),
  },
  tags: {
    promise: dit("promesse"),
    paid: dit("déjà payé"),
    dispute: dit("litige"),
    instalments: dit("demande d'échéancier"),
    question: dit("question"),
    wrong_contact: dit("mauvais contact"),
    insolvency: dit("procédure collective"),
    refusal: dit("refus"),
    autoreply: dit("réponse automatique"),
    bounce: dit("message non remis"),
    acknowledgement: dit("accusé de réception"),
    unrelated: dit("sans rapport"),
  } satisfies Record<Tag, Own>,
  disputeReasons: {
    not_delivered: dit("livraison"),
    quality: dit("qualité"),
    price: dit("prix"),
    quantity: dit("quantité"),
    not_ordered: dit("non commandé"),
    duplicate: dit("double facturation"),
    credit_due: dit("avoir attendu"),
    missing_reference: dit("référence manquante"),
    other: dit("autre motif"),
  } satisfies Record<DisputeReason, Own>,
  standings: {
    running: dit("en cours"),
    "due-today": dit("aujourd'hui"),
    conditional: dit("conditionnelle"),
    kept: dit("tenue"),
    broken: dit("rompue"),
    unverified: dit("à vérifier en banque"),
    undated: dit("sans date"),
    withdrawn: dit("retirée"),
  },
  documents: {
    invoice: dit("facture"),
    quote: dit("devis"),
    order: dit("bon de commande"),
    contract: dit("contrat"),
    terms: dit("conditions générales"),
    "delivery-note": dit("bon de livraison"),
    letter: dit("courrier"),
    "proof-of-deposit": dit("preuve de dépôt"),
    "proof-of-receipt": dit("avis de réception"),
    other: dit("autre pièce"),
  },
  obtained: {
    "as-received": dit("tel que reçu"),
    regenerated: dit("régénéré par la messagerie"),
    reconstructed: dit("reconstitué par Relance"),
  },
  outcomes: {
    reached: dit("joint"),
    "message-left": dit("message laissé"),
    "no-answer": dit("sans réponse"),
    "wrong-number": dit("mauvais numéro"),
  },
  retired: {
    bounced: dit("adresse en échec"),
    left: dit("n'est plus en poste"),
    other: dit("retiré"),
  },
  outcomesOfDispute: {
    withdrawn: dit("retiré par le débiteur"),
    credited: dit("avoir émis"),
    upheld: dit("créance maintenue"),
    settled: dit("réglé d'un commun accord"),
  },
  mustAct: { us: dit("à nous d'agir"), them: dit("au débiteur d'agir") },
  charges: { interest: dit("intérêts"), compensation: dit("indemnité forfaitaire") },

  contact: (parts: readonly Sentence[], roles: readonly Own[]): Sentence => {
    const who = parts.reduce<Sentence>(
      (all, part, index) => (index === 0 ? part : dire`${all} · ${part}`),
      [],
    );
    return roles.length === 0
      ? who
      : dire`${who} (${own(roles.map((role) => role.own).join(", "))})`;
  },
  contactAdded: (who: Sentence): Sentence => dire`Contact : ${who}`,
  debtorAdded: dire`Débiteur ajouté`,
  invoice: (number: Foreign, total: Money, due: Day | null, today: Day): Sentence =>
    due === null
      ? dire`Facture ${number}, ${somme(total)}`
      : dire`Facture ${number}, ${somme(total)}, échéance ${le(due, today)}`,
  creditNote: (number: Foreign, amount: Money): Sentence => dire`Avoir ${number}, ${somme(amount)}`,
  payment: (amount: Money, on: Day, reference: Foreign | null, today: Day): Sentence =>
    reference === null
      ? dire`Règlement de ${somme(amount)} le ${le(on, today)}`
      : dire`Règlement de ${somme(amount)} le ${le(on, today)} (${reference})`,
  unallocated: (amount: Money): Sentence => dire`dont ${somme(amount)} non affectés`,
  charge: (kind: Own, amount: Money): Sentence => dire`${kind} : ${somme(amount)} réclamés`,
  promise: (amount: Money | null, by: Day | null, today: Day): Sentence => {
    const what = amount === null ? own("Paiement promis") : own(`${somme(amount).own} promis`);
    return by === null ? dire`${what}, sans date` : dire`${what} au ${le(by, today)}`;
  },
  standing: (what: Sentence, standing: Own): Sentence => dire`${what} : ${standing}`,
  dispute: (number: Foreign, amount: Money | null, reason: Own, mustAct: Own | null): Sentence => {
    const sum = amount === null ? own("tout le reste dû") : somme(amount);
    const head = dire`Litige sur la facture ${number} : ${sum} (${reason})`;
    return mustAct === null ? head : dire`${head}, ${mustAct}`;
  },
  instalments: (parts: number, last: Day | null, total: Money, today: Day): Sentence =>
    last === null
      ? dire`Échéancier de ${parts} versements, ${somme(total)}`
      : dire`Échéancier de ${parts} versements, ${somme(total)}, jusqu'au ${le(last, today)}`,
  hold: (until: Day | null, reason: Foreign, today: Day): Sentence =>
    until === null
      ? dire`Suspension jusqu'à nouvel ordre${motif(reason)}`
      : dire`Suspension jusqu'au ${le(until, today)}${motif(reason)}`,
  document: (kind: Own, name: Foreign): Sentence => dire`Pièce (${kind}) : ${name}`,
  note: dire`Note`,
  draft: (step: Own, reference: Foreign): Sentence =>
    dire`Brouillon préparé : ${step} (${reference})`,
  draftDiscarded: dire`brouillon écarté`,
  stepDeclared: (step: Own): Sentence => dire`${step} : envoi déclaré`,
  stepFound: (step: Own): Sentence => dire`${step} : envoi retrouvé`,
  stepCalled: (step: Own): Sentence => dire`${step} : appel noté`,
  stepWaived: (step: Own, reason: Foreign): Sentence =>
    dire`${step} : étape passée${motif(reason)}`,
  mail: {
    in: (who: Foreign | null, subject: Foreign | null): Sentence =>
      dire`Message reçu${who === null ? [] : dire` de ${who}`}${subject === null ? [] : dire` : ${subject}`}`,
    out: (who: Foreign | null, subject: Foreign | null): Sentence =>
      dire`Message envoyé${who === null ? [] : dire` à ${who}`}${subject === null ? [] : dire` : ${subject}`}`,
    internal: (who: Foreign | null, subject: Foreign | null): Sentence =>
      dire`Message interne${who === null ? [] : dire` de ${who}`}${subject === null ? [] : dire` : ${subject}`}`,
  },
  call: (who: Foreign | null, outcome: Own | null): Sentence =>
    dire`Appel${who === null ? [] : dire` avec ${who}`}${outcome === null ? [] : dire`, ${outcome}`}`,
  letter: {
    in: dire`Courrier reçu`,
    out: dire`Courrier envoyé`,
    internal: dire`Courrier interne`,
  },
  meeting: (who: Foreign | null): Sentence =>
    dire`Rendez-vous${who === null ? [] : dire` avec ${who}`}`,
  noEffect: dit("Sans effet"),
  filedUnder: (what: Sentence, tag: Own): Sentence => dire`${what}, classé « ${tag} »`,
  endedOn: (on: Day, reason: Foreign | null, today: Day): Sentence =>
    dire`Terminé le ${le(on, today)}${reason === null ? [] : motif(reason)}`,
  cancelledOn: (on: Day, reason: Foreign, today: Day): Sentence =>
    dire`Annulé le ${le(on, today)}${motif(reason)}`,
  resolvedOn: (on: Day, outcome: Own, today: Day): Sentence =>
    dire`Clos le ${le(on, today)} : ${outcome}`,
  removed: (reason: Foreign): Sentence => dire`Retiré${motif(reason)}`,
  waived: (amount: Money, on: Day, today: Day): Sentence =>
    dire`Renonciation à ${somme(amount)} le ${le(on, today)}`,
};

export type ItemMessages = typeof itemsFr;
