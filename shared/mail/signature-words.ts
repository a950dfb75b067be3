import { isSpace, piecesOf } from "./characters.ts";

const words = (list: string): ReadonlySet<string> => new Set(piecesOf(list, isSpace));

/** A line made of these and of CLOSING_FILLERS alone is a closing formula. Folded, without accents. */
export const CLOSING_HEADS = words(
  `cordialement cdlt cdt cldt cdlmt cordlt crdlt cordialmente cordially salutations salutation slts sltions sincerement
  amicalement respectueusement confraternellement fraternellement chaleureusement courtoisement bises bisous biz bizz
  regards rgds rgrds wishes sincerely faithfully truly respectfully warmly cheers greetings hugs grussen gruessen
  gru\u00dfen grusse gruesse gru\u00dfe gruss gru\u00df mfg saludos saludo atentamente abrazo saluti saluto groet groeten
  groetjes hilsen hilsner mvh terveisin pozdrawiam halsningar halsning saudacoes cumprimentos atenciosamente abraco
  mahalo devoue devouee amities amitie`,
);

/** Words that stand beside a closing formula and make no sentence of it. */
export const CLOSING_FILLERS = words(
  `bien tres trs a vous toi tous toutes toute avec mes nos notre mon votre vos les le la l et en de du d des ma part
  sinceres sincere cordiales cordiale distinguees distingues respectueuses meilleures meilleurs chaleureuses amicales
  sportives syndicales confraternelles merci equipe best kind kindest warm warmest good very yours with my our your all
  every and from the many thanks thank you mit freundlichen freundliche freundlicher vielen viele beste besten liebe
  lieben herzliche schonen schone met vriendelijke vriendelijk hartelijke un une caro cari cordial cordiali distinti
  cordiales med vennlig venlig vanliga bedste os com melhores afectuoso muy terveisin pour`,
);

/** Closing formulas that are told by the whole line, a name after them allowed. */
export const CLOSING_LINES = [
  "bien a vous",
  "bien a toi",
  "a vous",
  "bonne reception",
  "bonne journee",
  "bonne fin de journee",
  "bonne apres-midi",
  "bon apres-midi",
  "bonne fin de semaine",
  "bonne soiree",
  "bonne semaine",
  "bon week-end",
  "bon weekend",
  "bon we",
  "a bientot",
  "a plus",
  "a+",
  "a ++",
  "a vous lire",
  "belle journee",
  "belle soiree",
  "excellente journee",
  "tchuss",
  "ciao",
  "best",
  "br",
  "kr",
  "vbr",
  "many thanks",
  "thanks",
  "thank you",
  "thx",
  "tia",
  "ta",
  "with thanks",
  "thanks again",
  "all the best",
  "all best",
  "take care",
  "speak soon",
  "talk soon",
  "have a nice day",
  "have a good day",
  "have a great day",
  "have a good weekend",
  "vh",
  "lg",
  "vg",
  "tot ziens",
  "danke",
  "gracias",
  "grazie",
  "obrigado",
  "obrigada",
  "merci",
  "s pozdravom",
  "s pozdravem",
  "z powazaniem",
  "lep pozdrav",
  "lijep pozdrav",
  "udvozlettel",
  "gr",
  "lp",
  "kenavo",
  "amities",
  "xx",
].sort((a, b) => b.length - a.length);

/** Words by which a line speaks: no signature has them. Names and functions may hold TOPICS. */
export const SPEECH = words(
  `je j jvous jte tu t il ils elle elles nous vous vs te moi toi lui leur leurs ca cela ceci c s n m qui que qu quoi quand
  comment pourquoi combien est sont etait etaient sera serons serez suis sommes etes ete ai as avons avez ont avait aura
  aurez aurait fais fait faites faire ferai vais va vas allons allez peux peut pouvons pouvez pourrai dois doit devons
  devez veux veut voulez savoir sais sait voir vois voyez vu vue dire dit dis mets met mettre prends prend pris envoie
  envoye envoyee envoyer envoyez renvoyez renvoyer attends attend attente attendons attendu regarde regardons verifie
  verifier verifions confirme confirmer rappelle rappeler rappelez appelle appelez appeler ecris ecrivez ecrire adressez
  adresser contactez contacter transmets transmis transmettre revient revenir reviens partira parti partie part passe
  passer passee arrive arrivera comptez compter noter note notez notee prevu prevue prevus valide validee valider bloque
  bloquee bloques annule annuler annulee conteste refuse refusee recu recue recus recevez reste restera traite traitee
  paye payee payes payer paie paiera paierai regle reglee regles regler reglerai reglera regularise regulariser solde
  soldee ok okay oui non ouais nan pas plus jamais rien deja encore toujours aussi alors donc mais car si sinon puis
  voila voici idem ras svp stp merci mercis bonjour bonsoir bjr salut coucou hello bonnes joyeux joyeuses desole desolee
  pardon excusez dommage demain hier aujourd aujourdhui maintenant bientot lundi mardi mercredi jeudi vendredi samedi
  dimanche semaine mois fin debut mi d'ici sous hui dispo disponible parce merci veuillez agreer priere croyez
  i i'm im we we'll we've you he she they them this that these those there here which when why how what who am are was
  were be been being have has had having do does did done don't can't won't isn't aren't not never no yes yep nope yeah
  could would should shall might must may'nt please pls plz paid pay pays paying received receive sent send sending
  attached tomorrow today yesterday monday tuesday wednesday thursday friday saturday sunday week weeks month end noted
  understood agreed sure sorry thanks thank thx evaluez repondez cliquez evaluate rate reply dear hi hey soon now later already still until till let me get got give
  take going gonna gone come comes coming check checking confirm confirmed waiting wait need want know think call ring
  chase released scheduled cleared approved rejected cannot happy merry because if then so but your my
  ich wir sie ist sind bitte danke haben wird nicht morgen heute usted nosotros por favor gracias grazie`,
);

/** Of SPEECH, those that also begin names and functions when written large: `IT`, `Me Vial`, `May`. */
export const SPEECH_WHEN_SMALL = words(
  "it us me on is may will so no do a as an in at il elle c s n m t d j l est part fin va met si mi son mon can i has or et i'm",
);

/** What replies are about: a line with one of them is a signature only where it also names a function. */
export const TOPICS = words(
  `facture factures virement virements paiement paiements reglement reglements cheque cheques avoir avoirs litige relance
  relances rappel montant echeance echeancier acompte bon bons livraison livraisons commande commandes copie duplicata
  rib iban invoice invoices payment payments transfer transfers remittance cheque check credit statement balance amount
  overdue order delivery dispute reminder po pending ref reference urgent important`,
);

/** Words of functions, services and kinds of firm, as prefixes of the words of a line. */
export const ROLE_STEMS = piecesOf(
  `direct manag gerant comptab compta account service serv. secretar secr assist respons chef cheffe head office officer
  presid tresor treasur owner partner associ avocat notaire notary bursar finan controller controleur lead team depart
  dept coordinat co-ordinat gestion support desk analyst specialist limited gmbh sarl sas sasu eurl sci snc selarl scp
  llc llp inc plc srl bv nv spa ag kg oy ltd pllc mairie ville commune syndic cabinet agence garage achat wedding
  conduct cfo ceo cto coo daf drh pdg esq cpa lit paralegal bureau cellule pole unite accueil reception economat econome
  intend purchas procure buyer acheteu ledger payab receiv billing factur credit vendor supplier fourniss logist
  magasin chantier atelier boulang restaur brasser hotel maison etude greffe entrepri ets etabl societe ste groupe group
  holding associat fondat institut lycee college ecole universit univ centre clinique hopital hospital ehpad pharmac
  mandatai liquidat administrat juriste legal counsel attorney solicit barrister clerk steward warden foreman superviso
  superint stagiaire intern apprenti alternant redact charge charged technici tech ingenieu engineer architect
  consult expert docteur dr. doctor infirm veterin maitre professeur teacher principal dean pastor pretre pere soeur
  conseil adjoint vice deputy junior senior referent representa commercial sales marketing communication informat
  proprietai artisan fondateur founder co-found cofound chairman chairwoman chair trustee membre member benevole
  volunteer retired retrait operations ops admin adm. standard helpdesk sachbearbeit geschaftsfuhr buchhalt leiter
  amministraz direttore contabil administrac boekhoud zaakvoerder collaborat employe permanence poste quai depot agri
  coop gaec earl domaine chateau camping transport batiment peinture menuiser plomber travaux construction imprimer
  librair fleurist traiteur college council church parish school shop store stores club trust society bros sons works
  bookkeep cashier receptionn concierge night nuit jour regie tutelle ministere prefect conseil departement certif fonde agent delegu delegation tuteur curateur benevol`,
  isSpace,
);

export const STREETS = words(
  `rue r av avenue ave bd blvd boulevard place pl chemin ch route rte allee allees impasse quai cours square faubourg
  zone zi za zac zae parc cedex bp cs street st road rd lane ln drive dr way suite floor building house park court
  close row hill mill plaza broadway highway hwy strasse stra\u00dfe str via viale piazza corso calle carrer plaza avenida
  straat laan weg plein lieu-dit`,
);

/** Names of registers and of ways to reach somebody; with a figure or an address beside them they are a signature. */
export const REACHES = words(
  `tel t\u00e9l tel. telephone phone ph mob mobile cell cellulaire port portable fax direct ligne standard gsm t m f p o w e
  mail e-mail email courriel web site skype whatsapp siret siren rcs rc tva vat ape naf capital registered registration
  company reg no n\u00b0 hrb ust-idnr ustid cif nif kvk btw orias rpps finess handelsregister amtsgericht linkedin`,
);

/** Words that begin a line a person adds below the signature. */
export const AFTERTHOUGHTS = [
  "ps",
  "p.s",
  "p. s",
  "pps",
  "p.p.s",
  "nb",
  "n.b",
  "post-scriptum",
  "post scriptum",
  "edit",
  "au fait",
  "j'oubliais",
  "j'ai oublie",
  "j'allais oublier",
  "ah et",
  "ah oui",
  "ah,",
  "et aussi",
  "oh and",
  "oh, and",
  "also,",
  "one more thing",
  "btw",
  "by the way",
  "i forgot",
  "forgot to",
  "autre chose",
  "derniere chose",
  "une derniere chose",
];
