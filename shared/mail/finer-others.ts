import type { FinerRule } from "./finer-rule.ts";

/** What is asked, on what a promise hangs, and why time is asked. */
export const FINER_OTHERS: readonly FinerRule[] = [
  {
    code: "bank-details-asked",
    tag: "question",
    mustAct: "us",
    phrases: [
      "rib|iban|bic|swift",
      "coordonnees bancaires",
      "bank|banking|account|payment|remittance|wire details|information|info|instructions",
      "sort code|account number|routing number",
      "ou|comment ..4 virement|virer|regler|payer",
      "how|where ..3 pay|wire|transfer|remit",
    ],
  },
  {
    code: "statement-asked",
    tag: "question",
    mustAct: "us",
    phrases: [
      "releve ..2 compte|factures|comptes?",
      "un|votre|le releve",
      "etat ..3 compte|encours|impayes|factures|soldes?",
      "liste ..4 factures|impayes",
      "point ..2 compte|comptable",
      "extrait ..2 compte",
      "grand livre",
      "statement",
      "list ..4 invoices|open items",
      "account balance|ageing|aged",
    ],
  },
  {
    code: "order-or-delivery-asked",
    tag: "question",
    mustAct: "us",
    phrases: [
      "bon*|bl|numero|preuve ..2 livraison|commande|intervention|emarge*|signe*",
      "bdc|bl",
      "quel* ..3 commande|chantier|intervention|prestation",
      "delivery note|docket|proof of delivery|pod|purchase order|po number|po|timesheet*|order number",
      "which ..3 order|job|project|site",
    ],
  },
  {
    code: "supplier-details-asked",
    tag: "question",
    mustAct: "us",
    phrases: [
      "kbis",
      "k bis",
      "siret|siren",
      "attestation*",
      "tva intracom*",
      "fiche fournisseur",
      "vat number|registration number|w9|w 9|supplier|vendor form|certificate",
    ],
  },
  {
    code: "copy-asked",
    tag: "question",
    mustAct: "us",
    phrases: [
      "copie*|duplicata*|pdf|exemplaire|double",
      "renvoy*|transmet*|envoy*|adress*|retransmet*|fournir|communiquer|joindre|repasser|remettre|faire ..6 facture*|piece*|elle|celle",
      "pas|jamais|rien|aucune|trouv*|retrouv* ..6 facture*|trace",
      "facture* ..5 pas|jamais|introuvable|trace|recue",
      "copy|copies|duplicate*|pdf",
      "resend|re send|send|forward|email|attach|provide|share ..6 invoice*|it|them|attachment",
      "cannot|can t|not|never|no ..5 invoice*|attachment|record",
    ],
  },
  {
    code: "explanation-asked",
    tag: "question",
    mustAct: "us",
    phrases: [
      "quoi|pourquoi|comment|detail*|precis*|expliqu*|explication*|justif*|eclair*|correspond*|decompos*|calcul*",
      "what|why|how|detail*|explain*|explanation|clarif*|breakdown|justif*|relate*|refer*|cover*",
    ],
  },
  {
    code: "by-a-third",
    tag: "promise",
    mustAct: "third",
    phrases: [
      "des que|quand|lorsque|une fois que ..8 client*|maitre|assurance*|assureur|banque|notaire|subvention*|factor|affactur*|cpam|opco|bailleur ..6 pay*|regl*|vers*|vir*|debloq*|rembours*|fonds",
      "client*|assurance*|assureur|banque|notaire|opco|factor|subvention*|maitre d ouvrage ..6 pay*|regl*|vers*|vir*|debloq*|rembours*",
      "once|when|as soon as|after ..8 customer*|client*|insurer|insurance|bank|lender|funder|grant|factor|landlord ..6 pay*|release*|transfer*|settle*|fund*|clear*",
      "customer*|client*|insurer|insurance|bank|lender|funder|factor ..5 pay*|release*|settle*",
      "encaiss* ..6 client*|chantier|marche",
    ],
  },
  {
    code: "by-another-office",
    tag: "promise",
    mustAct: "them",
    phrases: [
      "siege|maison mere|groupe|holding|comptabilite|compta|tresorerie|csp|expert comptable|cabinet|associe*|gerant*|patron*|direction|daf|mairie ..7 pay*|regl*|vir*|vers*|sign*|lanc*|fait|fera|emet*|trait*|mand*",
      "head office|headquarters|hq|group|parent company|accounts|accounts payable|treasury|shared services|finance|our accountant|my partner|the boss|director ..7 pay*|settl*|wire*|transfer*|sign*|process*|releas*|send*|issu*",
    ],
  },
  {
    code: "conditional",
    tag: "promise",
    mustAct: "them",
    phrases: [
      "des que|sous reserve|a condition|a reception|des reception|apres reception|apres validation|si|une fois|lorsque|quand|sitot",
      "once|as soon as|provided|subject to|if|when|upon receipt|on receipt|assuming|unless|pending",
    ],
  },
  {
    code: "partial",
    tag: "promise",
    mustAct: "them",
    phrases: [
      "acompte|une partie|la moitie|un premier versement|partiel*|le solde|le reste",
      "part payment|partial*|half|a first payment|on account|the balance|the remainder|the rest",
    ],
  },
  {
    code: "schedule-proposed",
    tag: "instalments",
    mustAct: "us",
    phrases: [
      "echeancier|echelonn*|etal*|mensualit*|mensuel*|en plusieurs fois|en # fois|en deux|trois|quatre|cinq|six fois|# x|par mois|chaque mois|versements",
      "instalment*|installment*|payment plan|spread|schedule|monthly|a month|per month|each month|every month|in # payments|in two|three|four|five|six payments",
    ],
  },
  {
    code: "cash-trouble",
    tag: "instalments",
    mustAct: "us",
    phrases: [
      "tresorerie|difficulte*|passe difficile|tendu*|compliqu*|decouvert|impaye*|moyens|fonds|rentree*|activite|dur|serre*|creux",
      "cash flow|cashflow|cash|tight|struggl*|difficult*|hardship|overdraft|funds|slow|trouble|squeezed|strapped",
    ],
  },
  {
    code: "time-asked",
    tag: "instalments",
    mustAct: "us",
    phrases: [
      "delai*|report*|patient*|patience|repouss*|decal*|attendre|temps|semaine*|jours|mois|souple*|souffler",
      "time|extension|extend|patience|patient|defer|postpone|delay|wait|weeks|days|month*|grace|bear with",
    ],
  },
  {
    code: "agent-named",
    tag: "wrong_contact",
    mustAct: "us",
    phrases: [
      "avocat|notaire|expert comptable|cabinet|mandataire|liquidateur|syndic|gestionnaire|affactur*|factor",
      "solicitor|lawyer|attorney|accountant|agent|managing agent|liquidator|administrator|factor",
    ],
  },
  {
    code: "has-left",
    tag: "wrong_contact",
    mustAct: "us",
    phrases: [
      "quitt*|parti*|plus ..4 societe|entreprise|poste|effectifs|nous|equipe",
      "retraite|remplac*|succed*",
      "left|no longer|retired|moved on|replaced|took over|taken over|leaver",
    ],
  },
  {
    code: "other-department",
    tag: "wrong_contact",
    mustAct: "us",
    phrases: [
      "service|comptabilite|compta|siege|collegue|charge*|competen*|gere*|occup*|adress*|contact*|ecri*|voir",
      "department|accounts|head office|colleague|deal*|handle*|contact|address|email|write|team|desk",
    ],
  },
];
