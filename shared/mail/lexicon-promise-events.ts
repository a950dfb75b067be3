import type { LexiconRule } from "./lexicon.ts";
import { PAID_FR, PAYS_FR, PAY_EN, WILL_PAY_FR } from "./lexicon-promise-words.ts";

const NO =
  "pas not won never jamais rien aucun aucune refuse wouldn don doesn cannot unless sauf until tant";

/** Promises that hang on somebody, on something to happen, or on the way the money takes. */
export const LEXICON_PROMISE_EVENTS: readonly LexiconRule[] = [
  {
    id: "promise.person",
    tag: "promise",
    weight: 2.1,
    phrases: [
      `patron|patronne|gerant|gerante|mari|epouse|femme|pere|mere|fils|fille|frere|soeur|associe|associee|chef|directeur|directrice|dg|daf|president|comptable|expert|tresorier|tresoriere|raf|compta|monsieur|madame|mr|mme|m|mlle|maire|beau|papa|maman|dirigeant|conjoint ..5 signe|signera|signent|paie|paye|paiera|reglera|regle|vire|virera|fera|fait|s|se|debloque|debloquera|valide|validera|enverra|envoie|lancera|lance|tient ..4 cheques|cheque|virement|virements|paiements|reglement|reglements|occupe|occupera|necessaire|banque|banques|parapheur|lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|semaine|chequier|cordons|bourse|retour`,
      "patron|gerant|mari|femme|epouse|pere|mere|directeur|directrice|chef|dg|daf|comptable|associe|collegue|tresorier|elle|il ..3 rentre|revient|retour|reprend|rentrera|reviendra ..4 lundi|mardi|mercredi|jeudi|vendredi|demain|semaine|# ..6 sign*|paie*|paye*|regl*|vir*|fer*|valid*|debloq*|occup*|cheq*",
      `des|au|a|lors ..1 retour|retours ..8 ${PAYS_FR}|${WILL_PAY_FR}|sera|serez|fait|fera|ferai|ferons|signe|signera|signer|virement|reglement|cheque|necessaire|paiement|occupe|lance`,
      "fait|fera|font|signe|signent|tient|gere les|la|nos|des|mes ..1 cheques|banques|banque|virements|comptes|paiements|papiers|reglements ..3 le|les|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|chaque|tous|demain|ce",
      "seul|seule|seuls ..3 a|signature|qui ..3 signer|signe|virements|valider|cheques|code|codes|banque|acces",
      "attends|attendons|attend ..2 qu|que|le|son|sa ..3 signe|rentre|revienne|retour|signature|signent|valide",
      `husband|wife|boss|dad|father|mum|mother|son|daughter|brother|sister|partner|director|md|fd|cfo|owner|bookkeeper|accountant|treasurer|manager|gaffer|principal|chair|secretary|bursar|himself|herself|missus|mam|she|he|who ..3 signs|pays|does|writes|releases|handles|approves|sign|pay|write ..2 the|all|them|it|cheques|checks|payments|bills|banking|books|wires|off|run ..3`,
      "back|returns|return|in|home ..2 on|monday|tuesday|wednesday|thursday|friday|tomorrow|next|from ..8 sign|pay|paid|release|do|sort|settle|authorise|approve|cheque|transfer|payment|send",
      "when|once|soon ..2 he|she|boss|they|director|husband|wife|partner|s ..3 back|returns|in|home|signed|signs|available|landed|lands",
      "get|got|have|getting ..2 him|her|them|boss|director|partner to sign|pay|release|approve|authorise|do",
    ],
    unless: `${NO} demande renseigne`,
  },
  {
    id: "promise.once-money-in",
    tag: "promise",
    weight: 1.8,
    phrases: [
      `des|lorsque|quand|aussitot|sitot|apres|suite|une ..3 client|clients|subvention|subventions|dotation|recolte|vendange|vendanges|moisson|saison|pret|credit|notaire|assurance|tva|aide|aides|caf|solde|acompte|banque|argent|fonds|vente|ventes|rentree|rentrees|encaissement|encaissements|marche|prime|tresorerie|virement|foire|salon|fetes|mutuelle|rembourse*|paie|salaire|conseil|budget|affacturage|factor|subside|subsides|indemnite ..9 ${PAYS_FR}|${WILL_PAY_FR}|sera|serez|seront|${PAID_FR}|fera|fais|fait|ferons|ferai|virement|reglement|cheque|necessaire|enverrai|debloque|premier|premiers|premiere|aurez|suivra|suit`,
      `${PAYS_FR}|${WILL_PAY_FR}|sera|serez|seront|ferai|fera|ferons|fais|aurez|${PAID_FR}|solder|payer|regler|virer ..9 des|lorsque|quand|aussitot|sitot|apres|une ..3 client|clients|subvention|dotation|recolte|vendange|vendanges|moisson|pret|credit|notaire|assurance|tva|aide|solde|acompte|banque|argent|fonds|vente|rentree|encaissement|marche|aurai|aurons|recu|rentre|rentree|saison|foire|paie|salaire|subside|conseil|budget`,
      "des que ..5 rentre|tombe|arrive|verse|verses|credite|debloque|debloques|encaisse|encaisses|percu|percue|recu|recue|touche|rentrent|tombent|paie|paye|regle|reglent|paient",
      `as soon as ..6 in|paid|pays|pay|lands|land|received|receive|comes|arrives|clears|cleared|through|funds|money|sold`,
      `once|when|after|minute|moment|day|soon|upon ..4 client|customer|customers|clients|grant|funding|loan|harvest|season|money|insurance|refund|vat|retention|sale|sales|funds|draw|drawdown|subsidy|crop|lambs|cattle|silage|tax|council|government|lottery|deposit|invoice|payout|stage|contractor|factor|overdraft|facility|remittance ..6 pay|pays|paid|lands|in|comes|arrives|clears|received|released|sold|through|hits|drops`,
      `${PAY_EN}|paid|settled|sent|yours|you|square ..5 as soon|once|when|after|minute|moment|day|out ..5 paid|pays|lands|in|comes|clears|arrives|received|money|funds|grant|customer|client|harvest|sold`,
      "first|premier|premiers|premiere|tete ..3 servi|servis|paid|payes|paye|liste|line|list|queue|rentrees|regles|regle",
    ],
    unless: `${NO} question copy copie si if`,
  },
  {
    id: "promise.once-you",
    tag: "promise",
    weight: 1.8,
    phrases: [
      `des|a|apres|une|sitot|aussitot|lorsque|quand ..2 reception|recevoir|recu|recue|recevrai|recevrons|recoit|avoir|aurai|aurons|retour|rectification|corrige|corrigee|avez|aurez ..9 ${PAYS_FR}|${WILL_PAY_FR}|sera|serez|seront|virement|virements|reglement|paiement|cheque|necessaire|mettons|mets|lance|lancerai|lancerons|partira|part|debloque|debloquons|procederons|ferai|ferons|fais|faisons|effectuerons|honorerons|declenche`,
      `${PAYS_FR}|${WILL_PAY_FR}|sera|serez|seront|virement|reglement|paiement|mise|partira|part|ferai|ferons|mettrons|debloque ..5 des|a|apres|lorsque|quand|sitot|aussitot ..2 reception|recu|recue|recevrai|recevrons|que|aurai|aurons|retour`,
      `as soon as|once|when|upon|after ..2 you|we|i|receive|received|receipt|your|the|it ..7 will|ll|shall|be|can ..3 ${PAY_EN}|paid|release|released|process|processed|settled|cleared|send|sent|do`,
      `${PAY_EN}|paid|release|released|process|processed|settled|send|sent|pmt|payment|money ..5 as|once|when|upon|on|after ..2 soon|you|we|receipt|received|get|have|receive|i ..5`,
      `send|email|forward|give|get ..5 and|then we|i|it|you ll|will|can|shall ..3 ${PAY_EN}|paid|release|process|do|be|have|get|put`,
      `envoyez|renvoyez|transmettez|donnez|adressez|faites|envoie|renvoie|donne|filez ..5 et|je|on|nous ..2 ${PAYS_FR}|${WILL_PAY_FR}|fais|faisons|fait|ferai|ferons|mets|mettons|lance|part|partira`,
    ],
    unless: `${NO} litige`,
  },
  {
    id: "promise.cheque-coming",
    tag: "promise",
    weight: 2.3,
    phrases: [
      `cheque|cheques|chq ..3 sera|seront|suit|suivra|part|partira|partiront|partent|arrivera|pret|prets|prepare|signe|signes|lundi|mardi|mercredi|jeudi|vendredi|demain|enveloppe|bureau|signature`,
      `poste|posterai|posterons|posterons|envoie|envoi|envoye|enverrai|enverrons|adresse|adresserai|mets|met|mettrai|glisse|fais|ferai|fait|etablis|prepare|redige|depose|deposerai|signe|remplis|remets|remettrai|expedie ..4 cheque|cheques|chq`,
      "cheque|enveloppe|pli ..3 en|au|par cours|courrier|route|signature|depart",
      "courrier|levee|poste demain|soir|ce|lundi|mardi|mercredi|jeudi|vendredi|midi",
      "au courrier|depart de|du|demain|ce",
      "cheque|check|cheques|checks ..4 will|ll|be|goes|going|go|follows|follow|written|signed|ready|cut|drawn|printed|due|tomorrow|friday|monday|tuesday|wednesday|thursday|next|by|leaves|waiting|envelope|post|mail|run",
      "will|ll|going|m|shall ..3 post|mail|send|drop|write|cut|pop|stick|put|draw|raise|posting|mailing|writing|issue|get ..4 cheque|check|cheques|checks|draft",
      "in|into|to tomorrow|tomorrows|tonight|todays|monday|mondays|this|first|next|the|friday|fridays ..2 post|mail|class|postbag|collection",
      "in its|the post|mail ..2 by|tomorrow|monday|friday|next|this",
      "have|got|get|find|bring ..2 chequebook|checkbook",
    ],
    needs: "cheq check chq poste post courrier enveloppe mail levee pli",
    unless:
      "pas not never jamais aucun aucune recu encaisse cashed copie copy opposition bounced impaye reception posted postee etait est parti was hier yesterday depuis liquidateur handed derniere dernier last please merci bounce email mailed",
  },
  {
    id: "promise.visit",
    tag: "promise",
    weight: 2.1,
    phrases: [
      "passerai|passerons|passera|viendrai|viendra|viendrons|repasserai|descends|monterai ..5 depot*|depos*|payer|regler|cheque|especes|liquide|regl*|solder|porter|remettre|bureau|comptoir|agence|magasin|atelier|caisse|avec",
      "deposerai|deposer|deposera|apporterai|apporter|apportera|amenerai|porterai|remettrai|remettra|ramenerai|donnerai|donnera ..4 cheque|especes|liquide|argent|reglement|enveloppe|somme|#|sous|tout",
      "passerai|passera|viendrai|viendra ..2 chez|a|au|voir|vous|te|votre|la ..3 vous|toi|bureau|boutique|depot|magasin|comptoir|agence|caisse|locaux ..5 lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|semaine|prochain|matin|soir|midi",
      "chauffeur|commercial|livreur|coursier|magasinier|gars|cousin|neveu|employe ..4 remettra|passera|apportera|deposera|aura|recupere|recuperera",
      "call|pop|drop|drive|come|swing|stop|nip|run ..2 in|by|over|round|down|up|at|through ..7 cash|cheque|check|pay|settle|money|envelope|card|office|counter|yard",
      "drop|bring|hand|deliver ..2 cash|cheque|check|money|payment|envelope|it ..3 off|over|round|to|down|by|with",
      "pop|call|drop|come|swing|stop|be ..2 in|by|over|round ..2 to|and pay|settle|sort|square",
      "driver|lad|rep|son|daughter|man|guy ..3 will|ll ..2 have|bring|drop|hand|carry ..4",
      "pay ..4 at|over the counter|desk|till|office",
      "je|j|jte|jvous|on ..1 vous|te|t|l|jte ..1 depose|apporte|amene|ramene|porte|donne ..4 cheque|especes|liquide|argent|enveloppe|#|sous|cash|tout",
      "jte|jvous|jt ramene|depose|amene|apporte|passe",
      "au comptoir|magasin|depot|guichet|bureau ..4 especes|liquide|cheque|cash",
      "enveloppe ..2 attend|prete|attendra",
      "en liquide|especes|cash ..3 samedi|demain|lundi|mardi|mercredi|jeudi|vendredi",
      "samedi|demain|lundi|mardi|mercredi|jeudi|vendredi ..8 en liquide|especes|cash",
      "envelope|cash|cheque ..3 waiting|ready|here ..2 for|at|to",
    ],
    unless: `${NO} hier yesterday recuperer chercher colis marchandise collect expert technicien palette pallet goods retour reprendre voir constater inspect`,
  },
  {
    id: "promise.on-behalf",
    tag: "promise",
    weight: 2.2,
    phrases: [
      `siege|groupe|maison|mere|holding|mandant|client|proprietaire|syndic|notaire|assureur|assurance|factor|mairie|commune|association|filiale|tresorerie|tresor|csp|ministere|cabinet|fiduciaire ..4 ${WILL_PAY_FR}|va|procedera|fera|prend|prendra|effectuera ..3`,
      `head|group|parent|shared|hq|holding|landlord|client|trust|council|main|treasury|insurers|factor ..2 office|company|services|centre|team|co|insurers|accounts|is|will ..3 will|ll|to|shall ..3 ${PAY_EN}|paying|release|send|process|be`,
      "pris|prise|prendra|prenons|prend ..2 en charge",
      "my|our sister|brother|son|daughter|parents|dad|mum|partner|husband|wife|accountant|bookkeeper ..3 will|ll|is ..2 pay|paying|send|sending|transfer|do|doing|sort|sorting|settle",
      `mon|ma|mes|notre ..1 fils|fille|frere|soeur|parents|mari|femme|pere|mere|associe|comptable ..3 va|vont|fait|fera|feront|${WILL_PAY_FR} ..3`,
    ],
    needs:
      "pai pay regl vir vers sold sett clear transf send process release sort doing charge necessaire cheque",
    unless: `${NO} deja already`,
  },
  {
    id: "promise.direct-debit",
    tag: "promise",
    weight: 2.2,
    phrases: [
      "represent*|relanc*|repass*|remett*|rejou*|remet|refaire|retent* ..4 prelevement|prelevements|cheque|traite|effet|lcr|carte|paiement",
      "pouvez|peux|pourrez ..3 representer|prelever|repasser|remettre|encaisser|debiter|retenter",
      "prelevement ..4 passera|sera|represente|sous|nouveau|nouvelle|lundi|mardi|mercredi|jeudi|vendredi|le",
      "compte sera|est ..1 approvisionne|alimente|provisionne|credite",
      "provision|provisionne|approvisionne|approvisionner ..4",
      "take|try|run|collect|charge|debit|present|put ..4 card|debit|again|payment|dd ..4 again|on|after|tomorrow|from|next|monday|tuesday|wednesday|thursday|friday|now",
      "funds|money ..3 there|in|available ..4 by|on|from|monday|tuesday|friday|tomorrow",
    ],
    needs:
      "prelev cheque debit dd card carte compte provision traite effet lcr represent retry rerun pay",
    unless: "pas not never jamais opposition cancelled annule",
  },
  {
    id: "promise.sum-on-day",
    tag: "promise",
    weight: 1.8,
    phrases: [
      `#|euros|acompte|moitie|tiers ..1 le|au|pour|fin|debut|mi|courant|ce|demain|vendredi|lundi|mardi|mercredi|jeudi|des|sous ..1 #|soir|matin|mois|semaine|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|vendredi|lundi|mardi|mercredi|jeudi|#er ..8 #|reste|solde|moitie|autre ..1 le|au|pour|fin|debut|mi|suit|courant|quand ..3`,
      `# ..1 on|by|at|end|this|next|tomorrow|tonight|friday|monday ..2 #|month|friday|monday|week|tuesday|wednesday|thursday|january|february|march|april|may|june|july|august|september|october|november|december ..6 #|rest|balance|remainder ..1 on|by|at|end|next|in|the ..3`,
      "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec # # # ..2 jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec #",
      "acompte|avance|versement de|d ..3 # ..1 le|demain|vendredi|lundi|mardi|mercredi|jeudi|cette|sous|fin|au",
    ],
    unless:
      "paye payee paid regle reglee verse facture factures invoice invoices livre livree delivered recu received dated datee contrat commande devis order etait was credit avoir du bl tel page pages",
  },
];
