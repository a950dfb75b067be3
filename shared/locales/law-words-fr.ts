import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import type { Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const le = (date: CalendarDate): Own => own(longDate(date, "fr"));
const jusquA = (date: CalendarDate | null): Sentence =>
  date === null ? dire`dernier jour inconnu` : dire`dernier jour : ${le(date)}`;

/** French is the type of all languages. */
export const lawFr = {
  /** Shown after what was not read on an official text, and in place of what is not held. */
  toCheck: dit("à vérifier"),
  unknown: dit("inconnu"),
  criteriaOnly: dit(
    "Critères des textes et état du dossier, sans conseil : le choix vous appartient.",
  ),
  asOf: (date: CalendarDate): Sentence => dire`au ${le(date)}`,
  outcomes: {
    met: dit("remplie"),
    "not-met": dit("non remplie"),
    unknown: dit("inconnue"),
  },
  availability: {
    available: dit("ouverte"),
    "not-yet": dit("pas encore ouverte : décret non publié à notre connaissance"),
    unknown: dit("ouverture inconnue"),
  },
  routes: {
    "mediator-of-enterprises": dit("Médiateur des entreprises"),
    conciliator: dit("Conciliateur de justice"),
    "simplified-recovery": dit("Recouvrement simplifié des petites créances"),
    "uncontested-commercial": dit("Recouvrement des créances commerciales incontestées"),
    "payment-order": dit("Injonction de payer"),
    "interim-payment": dit("Référé-provision"),
    writ: dit("Assignation au fond"),
    "european-payment-order": dit("Injonction de payer européenne"),
    "european-small-claims": dit("Règlement européen des petits litiges"),
    "administrative-interim-payment": dit("Référé-provision devant le juge administratif"),
    "prefect-payment": dit("Mandatement d'office"),
    "claim-declaration": dit("Déclaration de créance"),
    "unpaid-cheque": dit("Titre exécutoire pour chèque impayé"),
    "bill-of-exchange": dit("Lettre de change ou billet à ordre"),
    "precautionary-seizure": dit("Saisie conservatoire"),
    "business-sale-opposition": dit("Opposition sur le prix de vente du fonds de commerce"),
    "subcontractor-direct-action": dit("Action directe du sous-traitant"),
  },
  forums: {
    "commercial-court": dit(
      "tribunal de commerce, ou tribunal des activités économiques à Auxerre, Avignon, Le Havre, Le Mans, Limoges, Lyon, Marseille, Nancy, Nanterre, Paris, Saint-Brieuc et Versailles",
    ),
    "judicial-court": dit("tribunal judiciaire"),
    "commercial-or-judicial": dit(
      "tribunal de commerce (ou des activités économiques) si le débiteur est commerçant, sinon tribunal judiciaire",
    ),
    "administrative-court": dit("tribunal administratif"),
    commissaire: dit("commissaire de justice"),
    "insolvency-practitioner": dit("mandataire judiciaire"),
    mediator: dit("Médiateur des entreprises"),
    conciliator: dit("conciliateur de justice"),
    prefect: dit("préfet"),
    "client-of-works": dit("maître de l'ouvrage"),
    "enforcement-judge": dit("juge de l'exécution"),
  },
  conditions: {
    "claim-due": dit("La créance est échue"),
    "contract-claim": dit("La créance vient d'un contrat ou d'un statut"),
    "amount-determined": dit("Le montant est déterminé"),
    "total-at-most-5000": dit("Principal et intérêts : 5 000 € au plus"),
    "principal-at-most-5000": dit("Principal : 5 000 € au plus, hors intérêts"),
    "between-traders": dit("Facture entre commerçants"),
    "not-between-traders": dit("Autre qu'une facture entre commerçants"),
    "not-disputed": dit("Aucune contestation connue"),
    "not-seriously-disputable": dit("Obligation non sérieusement contestable"),
    "debtor-in-france": dit("Débiteur établi en France"),
    "cross-border-in-eu": dit("Débiteur dans un autre État de l'Union européenne, hors Danemark"),
    "debtor-professional": dit("Débiteur professionnel ou public"),
    "debtor-public": dit("Débiteur public"),
    "debtor-not-public": dit("Débiteur privé"),
    "public-contract": dit("Créance née d'un contrat public"),
    "limitation-open": dit("La prescription n'est pas acquise"),
    "no-stopping-insolvency": dit("Aucune procédure n'arrête cette créance"),
    "insolvency-opened": dit("Sauvegarde, redressement ou liquidation judiciaire ouverte"),
    "claim-before-judgment": dit("Créance née avant le jugement d'ouverture"),
    "declaration-time-open": dit("Le délai de déclaration court encore"),
    "not-assigned": dit("Créance non cédée"),
    "prior-amicable-attempt": dit(
      "Tentative amiable préalable, exigée jusqu'à 5 000 € devant le tribunal judiciaire",
    ),
    "notice-presented": dit("Mise en demeure présentée, preuve au dossier"),
    "unpaid-cheque-held": dit("Un chèque est revenu impayé"),
    "bill-held": dit("Une lettre de change ou un billet à ordre est détenu"),
    "sale-published": dit("La vente du fonds est publiée au BODACC"),
    "sale-time-open": dit("Les dix jours depuis la publication courent encore"),
    "subcontract-of-works": dit("Travaux sous-traités par le débiteur"),
    "recovery-threatened": dit("Des faits menacent le recouvrement"),
    "decree-published": dit("Le décret d'application est publié"),
  },
  fileItems: {
    "order-proof": dit("contrat, devis signé ou bon de commande"),
    terms: dit("conditions générales acceptées"),
    "delivery-proof": dit("bon de livraison, relevé d'heures ou procès-verbal de réception"),
    invoice: dit("facture"),
    exchanges: dit("échanges : relances, promesses, reconnaissances"),
    "formal-notice": dit("mise en demeure"),
    "notice-proof": dit("preuves d'envoi et de présentation"),
    "amicable-attempt": dit("preuve de la tentative amiable"),
    statement: dit("décompte"),
    "register-extract": dit("extraits d'immatriculation des parties"),
    "payment-request": dit("preuve de la demande de paiement (Chorus Pro)"),
    cheque: dit("chèque"),
    "non-payment-certificate": dit("certificat de non-paiement"),
    bill: dit("lettre de change ou billet à ordre"),
    "insolvency-publication": dit("publication de la procédure au BODACC"),
    "sale-publication": dit("publication de la vente au BODACC"),
  },
  costs: {
    free: dit("gratuit"),
    "all-on-creditor": dit("tous les frais à la charge du créancier"),
    "tariff-not-published": dit("tarif non publié à notre connaissance"),
    "commercial-clerk-fees": dit("greffe : ≈ 33 à 40 € TTC, à consigner sous 15 jours"),
    "judicial-no-clerk-fees": dit("pas de frais de greffe"),
    "order-service-fees": dit("signification : ≈ 25 à 65 €"),
    "commissaire-and-clerk": dit("commissaire de justice et greffe, montants inconnus"),
    "lawyer-above-10000": dit("avocat obligatoire au-delà de 10 000 €"),
    "costs-may-be-claimed": dit("frais non compris dans les dépens : demande possible (CPC 700)"),
    "economic-justice-contribution": dit(
      "contribution pour la justice économique : devant un tribunal des activités économiques, plus de 50 000 € demandés par une entreprise d'au moins 250 salariés, 3 ou 5 % selon son chiffre d'affaires et son bénéfice",
    ),
    "legal-aid-contribution": dit("contribution pour l'aide juridique : ≈ 50 € par instance"),
    "european-order-free": dit("gratuit ; frais de greffe éventuels inconnus"),
    "low-cost": dit("coût faible, montant inconnu"),
    "amount-not-held": dit("montant inconnu"),
  },
  delays: {
    "answer-in-one-month": dit("un mois pour répondre ; le silence vaut refus"),
    "about-six-weeks": dit("≈ 6 semaines"),
    "order-then-one-month": dit(
      "ordonnance, signification dans les 3 mois, puis un mois pour s'opposer",
    ),
    weeks: dit("≈ quelques semaines"),
    months: dit("≈ plusieurs mois"),
    "thirty-days-to-oppose": dit("30 jours pour s'opposer, depuis la signification"),
    "two-months-from-publication": dit(
      "2 mois depuis la publication au BODACC, 4 hors de France métropolitaine",
    ),
    "thirty-then-fifteen-days": dit(
      "certificat après 30 jours, puis 15 jours depuis sa signification",
    ),
    "ten-days-from-publication": dit("10 jours depuis la publication au BODACC"),
    "payment-time-first": dit("après le délai de paiement de 30 jours"),
    "delay-not-held": dit("délai inconnu"),
  },
  deadlines: {
    "claim-declaration": dit("Déclarer la créance"),
    "claim-declaration-abroad": dit("Déclarer la créance, hors de France métropolitaine"),
    "relief-from-forfeiture": dit("Demander le relevé de forclusion"),
    "retention-of-title": dit("Revendiquer les biens sous réserve de propriété"),
    "order-service": dit("Signifier l'ordonnance d'injonction de payer"),
    "order-service-before-september-2026": dit(
      "Signifier l'ordonnance, rendue avant le 1er septembre 2026",
    ),
    "order-opposition": dit("Opposition du débiteur"),
    "order-opposition-not-in-person": dit("Opposition, ordonnance non remise en personne"),
    "order-opposition-notice": dit("Avis d'opposition du greffe"),
    "order-costs-deposit": dit("Consigner les frais d'opposition"),
    "order-lawyer": dit("Constituer avocat après opposition"),
    "european-order-opposition": dit("Opposition à l'injonction européenne"),
    "simplified-recovery-answer": dit("Réponse du débiteur au commissaire de justice"),
    "business-sale-opposition": dit("Former opposition sur le prix de vente du fonds"),
    "unpaid-cheque-certificate": dit("Certificat de non-paiement du chèque"),
    "unpaid-cheque-payment": dit("Paiement du chèque après signification"),
    "formal-notice-time": dit("Délai laissé par la mise en demeure"),
    "prefect-referral": dit("Délai de paiement public avant saisine du préfet"),
    "public-interest-payment": dit("Paiement des intérêts et des 40 € par l'acheteur public"),
  },
  deadlineStarts: {
    "insolvency-published": dit("publication du jugement au BODACC"),
    "order-made": dit("date de l'ordonnance"),
    "order-served": dit("signification de l'ordonnance"),
    "order-reached-debtor": dit("premier acte remis en personne ou première saisie"),
    "clerk-letter": dit("lettre du greffe"),
    "sale-published": dit("publication de la vente au BODACC"),
    "letter-received": dit("lettre du commissaire de justice"),
    "cheque-presented": dit("présentation du chèque"),
    "certificate-served": dit("signification du certificat"),
    "notice-presented": dit("première présentation de la mise en demeure"),
    "payment-requested": dit("demande de paiement reçue"),
    "principal-paid": dit("paiement du principal"),
  },
  startUnknown: dit("début inconnu"),
  moved: dit("reporté au premier jour ouvrable suivant"),
  insolvency: {
    safeguard: dit("Sauvegarde"),
    receivership: dit("Redressement judiciaire"),
    liquidation: dit("Liquidation judiciaire"),
    conciliation: dit("Conciliation (confidentielle)"),
    "over-indebtedness": dit("Surendettement, dossier recevable"),
  },
  insolvencyEffects: {
    "earlier-payment-forbidden": dit("Le paiement des créances antérieures est interdit"),
    "earlier-actions-stopped": dit(
      "Les actions en paiement antérieures sont arrêtées ou interdites",
    ),
    "interest-stopped": dit("Le cours des intérêts est arrêté"),
    "compensation-not-claimable": dit(
      "L'indemnité de 40 € n'est pas due quand le jugement interdit le paiement à l'échéance",
    ),
    "late-payment-voidable": dit(
      "Un paiement reçu après l'ouverture peut être annulé pendant 3 ans",
    ),
    "later-claims-go-on": dit(
      "Les créances postérieures, nées pour l'activité, restent payables à l'échéance",
    ),
    "running-contracts-ask": dit("Contrats en cours : question à l'administrateur"),
    "vat-recoverable": dit("La TVA impayée est récupérable depuis le jugement"),
    "never-named": dit("La conciliation n'est jamais nommée à un tiers"),
    "effect-on-claims-not-held": dit("Effet sur les créances : inconnu"),
    "enforcement-stopped": dit("Les mesures d'exécution sont suspendues"),
    "old-debts-not-paid": dit("Les dettes anciennes ne se paient pas"),
  },
  interruptions: {
    acknowledgement: dit("reconnaissance du débiteur"),
    "court-claim": dit("demande en justice"),
    enforcement: dit("mesure conservatoire ou d'exécution"),
    "written-claim": dit("réclamation écrite"),
    "part-payment": dit("paiement partiel"),
    "formal-notice": dit("mise en demeure"),
  },
  limitation: {
    starts: {
      term: (on: CalendarDate): Sentence => dire`Court depuis l'échéance, le ${le(on)}.`,
      earliest: (on: CalendarDate): Sentence =>
        dire`Court depuis la date la plus ancienne du dossier, le ${le(on)}.`,
      "no-term": (on: CalendarDate): Sentence =>
        dire`Échéance inconnue : court depuis le ${le(on)}.`,
    },
    lasts: (years: number | null, lastOn: CalendarDate | null): Sentence =>
      years === null
        ? dire`Jusqu'au 31 décembre de la quatrième année suivante, ${jusquA(lastOn)}.`
        : years === 1
          ? dire`Un an, ${jusquA(lastOn)}.`
          : dire`${years} ans, ${jusquA(lastOn)}.`,
    agreed: (years: number): Sentence => dire`Durée convenue retenue : ${years} an(s).`,
    agreedIgnored: (years: number): Sentence => dire`Durée convenue non retenue : ${years} an(s).`,
    interrupted: (on: CalendarDate, cause: Own, lastOn: CalendarDate | null): Sentence =>
      dire`Le ${le(on)}, ${cause} : un nouveau délai court, ${jusquA(lastOn)}.`,
    restartUnverified: (on: CalendarDate, cause: Own, lastOn: CalendarDate | null): Sentence =>
      dire`Le ${le(on)}, ${cause} : délai interrompu. Le départ du nouveau délai n'a pas été vérifié ; compté au plus tôt, ${jusquA(lastOn)}.`,
    notInterrupting: (on: CalendarDate, cause: Own): Sentence =>
      dire`Le ${le(on)}, ${cause} : n'interrompt pas.`,
    mayInterrupt: (on: CalendarDate, cause: Own): Sentence =>
      dire`Le ${le(on)}, ${cause} : effet à apprécier, non compté.`,
    tooLate: (on: CalendarDate, cause: Own): Sentence =>
      dire`Le ${le(on)}, ${cause} : après le dernier jour, sans effet.`,
    tooEarly: (on: CalendarDate, cause: Own): Sentence =>
      dire`Le ${le(on)}, ${cause} : avant le départ du délai, sans effet.`,
    suspended: (
      on: CalendarDate,
      until: CalendarDate | null,
      lastOn: CalendarDate | null,
    ): Sentence =>
      until === null
        ? dire`Suspendu depuis le ${le(on)}, ${jusquA(lastOn)} si le délai reprenait aussitôt.`
        : dire`Suspendu du ${le(on)} au ${le(until)}, ${jusquA(lastOn)}.`,
    notSuspending: (on: CalendarDate): Sentence =>
      dire`Médiation ou conciliation du ${le(on)} : effet inconnu pour un débiteur public, non compté.`,
    lawNotHeld: dit("La prescription de ce droit n'est pas connue de Relance."),
    /** After an acknowledgement that the user has not judged yet. */
    mayAcknowledge: dit("Peut valoir reconnaissance (C. civ. 2240), à apprécier."),
    beforeAndAfter: (before: CalendarDate | null, after: CalendarDate | null): Sentence =>
      dire`Prescription : ${jusquA(before)} ; avec cette reconnaissance, ${jusquA(after)}.`,
  },
};

export type LawWords = typeof lawFr;
