import type { Own } from "#shared/kernel/text.ts";
import { dit } from "./typeset.ts";

/** What a debtor's file is told in: the same words in its forms, its lists and its history. French is the type of all languages. */
export const fileChoicesFr = {
  /** Plans that Relance ships, by id. */
  plans: {
    standard: dit("Standard"),
    "good-payer": dit("Bon payeur"),
    "non-professional": dit("Non-professionnel"),
    consumer: dit("Particulier"),
    public: dit("Personne publique"),
    "small-amounts": dit("Petits montants"),
    firm: dit("Ferme"),
  } as Readonly<Record<string, Own>>,
  endOfMonth: {
    none: dit("Sans fin de mois"),
    "days-then-end": dit("Les jours, puis la fin du mois"),
    "end-then-days": dit("La fin du mois, puis les jours"),
  },
  invoicingWay: {
    mail: dit("Courriel"),
    platform: dit("Plateforme de facturation"),
    portal: dit("Portail du client ou public"),
    post: dit("Courrier postal"),
  },
  sensitive: {
    death: dit("Un décès"),
    illness: dit("Une maladie"),
    other: dit("Une autre épreuve"),
  },
  security: {
    guarantor: dit("Caution"),
    "retention-of-title": dit("Réserve de propriété"),
    cheque: dit("Chèque"),
    "bill-of-exchange": dit("Lettre de change ou billet à ordre"),
    other: dit("Autre garantie"),
  },
  identityPlace: {
    quote: dit("Devis"),
    invoice: dit("Facture"),
    register: dit("Registre public"),
  },
  chargeMode: {
    plan: dit("Comme le prévoit le scénario"),
    silent: dit("Ne pas en parler"),
    mentioned: dit("Les mentionner, sans chiffre"),
    computed: dit("Les chiffrer"),
    claimed: dit("Les réclamer"),
  },
  allocationOrder: {
    "principal-first": dit("Le principal d'abord"),
    "interest-first": dit("Les intérêts d'abord"),
  },
  setOffBy: {
    debtor: dit("Le débiteur"),
    us: dit("Nous"),
  },
  writeOff: {
    residue: dit("Reliquat"),
    discount: dit("Escompte pris hors délai"),
    uncollectable: dit("Irrécouvrable"),
    goodwill: dit("Geste commercial"),
    other: dit("Autre motif"),
  },
  returned: {
    "no-funds": dit("Provision insuffisante"),
    "no-mandate": dit("Pas de mandat"),
    "refund-asked": dit("Remboursement demandé par le débiteur"),
    "account-closed": dit("Compte clos"),
    deceased: dit("Titulaire décédé"),
    other: dit("Autre raison"),
  },
  chaser: {
    us: dit("Nous, pour le compte du cessionnaire"),
    assignee: dit("Le cessionnaire"),
  },
  handedTo: {
    lawyer: dit("Avocat"),
    commissaire: dit("Commissaire de justice"),
    agency: dit("Société de recouvrement"),
  },
  insolvency: {
    safeguard: dit("Sauvegarde"),
    receivership: dit("Redressement judiciaire"),
    liquidation: dit("Liquidation judiciaire"),
    conciliation: dit("Conciliation (confidentielle)"),
    "over-indebtedness": dit("Surendettement d'un particulier"),
  },
  interruption: {
    acknowledgement: dit("Reconnaissance de la dette (C. civ. 2240)"),
    "court-claim": dit("Demande en justice (C. civ. 2241)"),
    enforcement: dit("Mesure d'exécution forcée (C. civ. 2244)"),
    "written-claim": dit("Réclamation écrite à une personne publique (loi 68-1250, art. 2)"),
    "part-payment": dit("Paiement partiel, tenu pour une reconnaissance"),
  },
  suspension: {
    mediation: dit("Médiation"),
    conciliation: dit("Conciliation"),
    "simplified-procedure": dit("Procédure simplifiée des petites créances"),
  },
  legalFact: {
    "order-issued": dit("Ordonnance d'injonction de payer rendue"),
    "order-served-in-person": dit("Ordonnance signifiée à personne"),
    "order-served-otherwise": dit("Ordonnance signifiée autrement"),
    "opposition-known": dit("Opposition connue"),
    "costs-letter-received": dit("Lettre du greffe sur les frais à consigner, reçue"),
    "lawyer-letter-received": dit("Lettre du greffe demandant un avocat, reçue"),
    "business-sale-published": dit("Vente du fonds publiée"),
    "cheque-certificate": dit("Certificat de non-paiement d'un chèque"),
    "cheque-certificate-served": dit("Certificat de non-paiement signifié"),
  },
  letterChannel: {
    registered: dit("Recommandé avec avis de réception"),
    "registered-electronic": dit("Recommandé électronique"),
    "by-hand": dit("Remise en main propre"),
    simple: dit("Lettre simple"),
  },
  letterProof: {
    deposit: dit("Preuve de dépôt"),
    "first-presentation": dit("Première présentation"),
    receipt: dit("Avis de réception signé"),
    refusal: dit("Refus du pli"),
    unclaimed: dit("Pli non réclamé"),
    return: dit("Retour du pli"),
  },
};

export type FileChoices = typeof fileChoicesFr;
