import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { date, lower, pluriel, somme } from "./figures-fr.ts";
import type { Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

type Day = CalendarDate;

const le = (day: Day, today: Day): Own => own(date(day, today));
const motif = (reason: Foreign): Sentence =>
  reason.foreign.trim() === "" ? [] : dire` : ${reason}`;
const suite = (part: Sentence | null): Sentence => (part === null ? [] : dire`, ${part}`);

/** What the debtor's file and its history say of terms, securities, law and letters. French is the type of all languages. */
export const appFileFr = {
  /** What the button says that opens a form. */
  actions: {
    terms: dit("Conditions de règlement"),
    "invoicing-way": dit("Réception des factures"),
    performance: dit("Dater une prestation"),
    "sensitive-hold": dit("Suspendre avec tact"),
    "lift-sensitive-hold": dit("Reprendre les relances"),
    security: dit("Ajouter une garantie"),
    "release-security": dit("Lever"),
    identity: dit("Relever l'identité"),
    payer: dit("Ajouter un payeur"),
    "remove-payer": dit("Retirer"),
    owner: dit("Confier ce débiteur"),
    "charge-mode": dit("Intérêts dans les relances"),
    plan: dit("Choisir le scénario"),
    "allocation-order": dit("Ordre d'imputation"),
    insurance: dit("Assurance-crédit"),
    "insurer-consent": dit("Accord de l'assureur"),
    "entrust-dispute": dit("Confier"),
    "set-off": dit("Noter une compensation"),
    "agree-set-off": dit("Accepter"),
    "refuse-set-off": dit("Refuser"),
    "write-off": dit("Passer en perte"),
    "take-back-write-off": dit("Annuler la perte"),
    discount: dit("Noter un escompte"),
    "return-payment": dit("Revenu impayé"),
    assign: dit("Noter une cession"),
    "end-assignment": dit("Mettre fin à la cession"),
    "hand-over": dit("Remettre à un professionnel"),
    "end-hand-over": dit("Reprendre le dossier"),
    insolvency: dit("Noter une procédure"),
    "end-insolvency": dit("Clore la procédure"),
    interruption: dit("Interrompt la prescription"),
    suspension: dit("Suspend la prescription"),
    "legal-fact": dit("Dater un fait de procédure"),
    "stop-clock": dit("Arrêter ce délai"),
    "letter-sent": dit("Envoi du courrier"),
    "letter-proof": dit("Ajouter une preuve"),
    accelerate: dit("Mettre en demeure"),
    "last-notice": dit("Préparer le dernier avis"),
    "answer-complaint": dit("Répondre : position maintenue"),
    "ask-approval": dit("Demander un accord"),
    "give-approval": dit("Donner mon accord"),
    "refuse-approval": dit("Refuser"),
  },
  groups: {
    promised: dit("Promesses, litiges, suspensions"),
    contacts: dit("Contacts"),
    money: dit("Règlements et avoirs"),
    follow: dit("Qui suit"),
    identity: dit("Identité"),
    terms: dit("Conditions et scénario"),
    securities: dit("Garanties et assurance"),
    law: dit("Droit et procédures"),
    papers: dit("Pièces et notes"),
  },
  sections: {
    approvals: dit("Accords"),
    "set-offs": dit("Compensations"),
    payers: dit("Payeurs"),
    "write-offs": dit("Passages en perte"),
    discounts: dit("Escomptes"),
    identities: dit("Identité relevée"),
    performances: dit("Prestations datées"),
    securities: dit("Garanties"),
    consents: dit("Accords de l'assureur"),
    assignments: dit("Cessions"),
    insolvencies: dit("Procédures collectives"),
    "hand-overs": dit("Remises à un professionnel"),
    letters: dit("Courriers et preuves"),
    interruptions: dit("Prescription interrompue"),
    suspensions: dit("Prescription suspendue"),
    "legal-facts": dit("Dates de procédure"),
    accelerations: dit("Mises en demeure d'échéanciers"),
  },
  none: dit("Rien ici."),
  fields: {
    owner: dit("Suivi par"),
    nobody: dit("Personne en particulier"),
    habits: dit("Habitude"),
    paymentTerms: dit("Délai convenu"),
    contractRate: dit("Taux de retard du contrat"),
    limitation: dit("Prescription convenue"),
    years: (count: number): Own => own(pluriel(count, "an", "ans")),
    defaultByDueDate: dit("Échéance vaut mise en demeure"),
    transport: dit("Transport de marchandises"),
    source: dit("Selon"),
    invoicing: dit("Reçoit les factures par"),
    orderNeeded: dit("N° de commande exigé"),
    serviceCode: dit("Code service"),
    chargeMode: dit("Intérêts dans les relances"),
    allocation: dit("Imputation"),
    invoicePlan: (number: Foreign): Sentence => dire`Scénario de ${number}`,
    insurer: dit("Assureur"),
    cover: dit("Garanti"),
    exposure: dit("Encours du débiteur"),
    beyond: dit("Au-delà de la garantie"),
    extendDays: dit("Pour proroger"),
    declareDays: dit("Pour déclarer"),
    afterDue: (days: number): Own => own(`${pluriel(days, "jour", "jours")} après l'échéance`),
  },
  termDays: (days: number, ending: Own | null): Own =>
    own(
      ending === null
        ? pluriel(days, "jour", "jours")
        : `${pluriel(days, "jour", "jours")} (${lower(ending)})`,
    ),
  habits: (median: number, spread: number, invoices: number): Own =>
    dit(
      `Paie ${
        median === 0
          ? "à l'échéance"
          : median > 0
            ? `${pluriel(median, "jour", "jours")} après l'échéance`
            : `${pluriel(-median, "jour", "jours")} avant l'échéance`
      } (médiane de ${pluriel(invoices, "facture", "factures")}, écart de ${pluriel(spread, "jour", "jours")})`,
    ),
  standing: {
    sensitive: (since: Day, today: Day): Sentence =>
      dire`Relances suspendues depuis le ${le(since, today)}. Rien n'est préparé, cité ni marqué.`,
    handedOver: (to: Foreign, role: Own, on: Day, today: Day): Sentence =>
      dire`Remis à ${to} (${own(lower(role))}) le ${le(on, today)} : il reste à répondre avec neutralité et à transférer.`,
    insolvent: (state: Own, judgment: Day | null, today: Day): Sentence =>
      judgment === null
        ? dire`${state}, jugement à dater.`
        : dire`${state}, jugement du ${le(judgment, today)}.`,
    conciliation: dire`Conciliation en cours : confidentielle, à ne dire à personne.`,
    assigned: (count: number, to: Foreign): Sentence =>
      dire`${own(pluriel(count, "facture cédée", "factures cédées"))} à ${to}.`,
  },
  identity: {
    same: dit("Devis, facture et registre concordent."),
    closed: dire`Le registre dit ce débiteur radié ou liquidé.`,
    differs: (what: Own): Sentence => dire`${what} : les sources ne concordent pas.`,
    one: (where: Own, value: Foreign): Sentence => dire`${where} : ${value}`,
    fields: { name: dit("Le nom"), siren: dit("Le SIREN"), address: dit("L'adresse") },
    file: dit("Fiche"),
  },

  suspension: (since: Day, today: Day): Sentence => dire`Suspension depuis le ${le(since, today)}`,
  suspended: dire`Suspension des relances`,
  security: (
    kind: Own,
    who: Foreign | null,
    amount: Money | null,
    due: Day | null,
    today: Day,
  ): Sentence =>
    dire`${kind}${who === null ? [] : dire` : ${who}`}${amount === null ? [] : dire`, ${own(somme(amount))}`}${due === null ? [] : dire`, échéance ${le(due, today)}`}`,
  seen: (where: Own, name: Foreign, siren: Foreign | null, closed: boolean): Sentence =>
    dire`${where} : ${name}${siren === null ? [] : dire`, SIREN ${siren}`}${closed ? dire`, radié ou liquidé` : []}`,
  seenOn: (what: Sentence, on: Day, source: Foreign, today: Day): Sentence =>
    dire`${what} (lu le ${le(on, today)}, ${source})`,
  payer: (name: Foreign, email: Foreign | null): Sentence =>
    email === null ? [name] : dire`${name} · ${email}`,
  performed: (number: Foreign, on: Day, today: Day): Sentence =>
    dire`Facture ${number} : exécutée le ${le(on, today)}`,
  consent: (on: Day, until: Day | null, today: Day): Sentence =>
    until === null
      ? dire`Accord de l'assureur du ${le(on, today)}`
      : dire`Accord de l'assureur du ${le(on, today)}, jusqu'au ${le(until, today)}`,
  entrusted: (what: Sentence, owner: Foreign | null, by: Day | null, today: Day): Sentence =>
    dire`${what}${owner === null ? [] : dire`, suivi par ${owner}`}${by === null ? [] : dire`, réponse promise pour le ${le(by, today)}`}`,
  setOff: (amount: Money, by: "debtor" | "us", reference: Foreign | null): Sentence =>
    dire`Compensation de ${own(somme(amount))} ${own(by === "debtor" ? "opposée par le débiteur" : "proposée par nous")}${reference === null ? [] : dire` (${reference})`}`,
  bothBalances: (owed: Money, left: Money): Sentence =>
    dire`Dû : ${own(somme(owed))} ; si elle est acceptée : ${own(somme(left))}`,
  agreedOn: (on: Day, today: Day): Sentence => dire`Acceptée le ${le(on, today)}`,
  refusedOn: (on: Day, reason: Foreign, today: Day): Sentence =>
    dire`Refusée le ${le(on, today)}${motif(reason)}`,
  writeOff: (amount: Money, number: Foreign, reason: Own): Sentence =>
    dire`Passage en perte de ${own(somme(amount))} sur ${number} (${own(lower(reason))})`,
  discount: (amount: Money, number: Foreign, until: Day, today: Day): Sentence =>
    dire`Escompte de ${own(somme(amount))} sur ${number}, jusqu'au ${le(until, today)}`,
  returned: (amount: Money, why: Own, code: Foreign | null): Sentence =>
    dire`Règlement de ${own(somme(amount))} revenu impayé : ${own(lower(why))}${code === null ? [] : dire` (${code})`}`,
  assigned: (count: number, to: Foreign, chaser: Own): Sentence =>
    dire`${own(pluriel(count, "facture cédée", "factures cédées"))} à ${to} ; relance : ${own(lower(chaser))}`,
  payOnly: (iban: Foreign): Sentence => dire`à payer sur ${iban} seulement`,
  handedOver: (to: Foreign, role: Own): Sentence => dire`Remis à ${to} (${own(lower(role))})`,
  /** Both totals, as they stood on that day. */
  allocationOrder: (
    order: "principal-first" | "interest-first",
    principalFirst: Money,
    interestFirst: Money,
  ): Sentence =>
    dire`Règlements imputés d'abord sur ${own(order === "principal-first" ? "le principal" : "les intérêts")} : ${own(somme(principalFirst))} dus (principal d'abord), ${own(somme(interestFirst))} (intérêts d'abord)`,
  insolvency: (state: Own, judgment: Day | null, published: Day | null, today: Day): Sentence =>
    dire`${state}${suite(judgment === null ? null : dire`jugement du ${le(judgment, today)}`)}${suite(published === null ? null : dire`BODACC du ${le(published, today)}`)}`,
  court: (name: Foreign): Sentence => dire`Tribunal : ${name}`,
  officer: (name: Foreign): Sentence => dire`Mandataire ou liquidateur : ${name}`,
  interrupted: (cause: Own): Sentence => dire`Prescription interrompue : ${own(lower(cause))}`,
  stayed: (cause: Own, from: Day, until: Day | null, today: Day): Sentence =>
    until === null
      ? dire`Prescription suspendue depuis le ${le(from, today)} : ${own(lower(cause))}`
      : dire`Prescription suspendue du ${le(from, today)} au ${le(until, today)} : ${own(lower(cause))}`,
  dated: (what: Own, on: Day, today: Day): Sentence => dire`${what} le ${le(on, today)}`,
  letter: (step: Own, channel: Own, number: Foreign | null): Sentence =>
    dire`${step} : ${own(lower(channel))}${number === null ? [] : dire`, n° ${number}`}`,
  letterUnsent: (step: Own): Sentence => dire`${step} : voie d'envoi non notée`,
  proof: (step: Own, kind: Own): Sentence => dire`${step} : ${own(lower(kind))}`,
  proofOn: (kind: Own, on: Day, today: Day): Sentence => dire`${kind} le ${le(on, today)}`,
  accelerated: (until: Day, today: Day): Sentence =>
    dire`Mise en demeure avant déchéance du terme, délai jusqu'au ${le(until, today)}`,
  approvalAsked: (step: Own): Sentence => dire`Accord demandé : ${own(lower(step))}`,
  approvalGiven: (by: Foreign, on: Day, today: Day): Sentence =>
    dire`Donné par ${by} le ${le(on, today)}`,
  approvalRefused: (by: Foreign, on: Day, reason: Foreign, today: Day): Sentence =>
    dire`Refusé par ${by} le ${le(on, today)}${motif(reason)}`,
  releasedOn: (on: Day, reason: Foreign, today: Day): Sentence =>
    dire`Levée le ${le(on, today)}${motif(reason)}`,
  takenBackOn: (on: Day, reason: Foreign, today: Day): Sentence =>
    dire`Annulé le ${le(on, today)}${motif(reason)}`,
  endedOn: (on: Day, reason: Foreign | null, today: Day): Sentence =>
    dire`Terminé le ${le(on, today)}${reason === null ? [] : motif(reason)}`,
};

export type AppFileMessages = typeof appFileFr;
