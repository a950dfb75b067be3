/**
 * Kinds of words by which a clause shows what a date or a sum in it is for:
 * `pay` money that moves; `coming` what is announced; `done` what is told as done; `firm` a binding day; `execution`
 * the day a transfer is carried out; `elsewhere` calls, answers, meetings; `absence` somebody's leave and return;
 * `income` money that the debtor waits for; `origin` invoices, letters, deliveries of the past; `condition`;
 * `deduction` what is held back, credited or contested; `denied` what is said not to be.
 */
export type Cue =
  | "pay"
  | "coming"
  | "done"
  | "firm"
  | "execution"
  | "elsewhere"
  | "absence"
  | "income"
  | "origin"
  | "condition"
  | "deduction"
  | "denied";

/** Phrases as in phrases.ts, apart by `; `. */
export const CLAUSE_CUES: readonly (readonly [Cue, string])[] = [
  [
    "denied",
    "not in|on|paid|yet|been|made|going|able|out|sent; pas pu|dans|encore|ete|fait|parti|paye|regle|possible; wasn t; won t; can t; cannot; isn t; didn t; missed; rate|ratee; manque",
  ],
  [
    "pay",
    "pay; pays; paid; paying; send|sends|sending you|it|them|the|this|that|over; i send; envoie|envoi|envoyons; donner; apporte*; bring|drop; payed; payable; payment*; paymnt; pymt; pmt; remit*; transfer*; transfert*; tranfer*; tfr; wire|wires|wired|wiring; bacs; chaps; ach; eft; sepa; swift; cheque*; chq; check|checks cut|run|in|goes|mail*; check run; run; runs; batch*; settle*; settling; virement*; vir; virt; vire|vires|virer|virons|viree|virees|virez|virerai|virerons|virera; regl*; paie*; paye*; payons; paiera*; verse|verser|verses|versee|versons|versement*; vers*ons; solde*; solder*; echeance*; echeancier; campagne; mandat*; mandatement; ordre|ordres; order placed|given; money; des|les|mes sous; prelev*; traite|traites; lcr; effet; funds; fonds; release|released|releases|releasing; clears|cleared|clear; in your account; sur votre compte; chez vous|toi; with you; to you; goes|go|going out; goes|go off|over; leave*|leaves us|here|our; part|pars|partira|partiront|partent; vous l aurez; vous aurez; tu l auras; tu auras; you ll have; you will have; get it|them|that|yours to; hit your|the; hits; servi*; credite*; debite*; euro|euros|pounds|dollars|quid; dans le train; dans le lot; train de; lot de|du; tranche; square*; sort|sorted; poster|poste; mail|mailed it|the|you; in the mail|post; au courrier; a la poste; cash; especes; liquide; acompte*; instal*; mensualite*; somme*; regularis*; dette; honor*; dues; paiment; paiment*; reglment; cut|cuts|cutting it|the|a|check*; signe|signer|signerai les|le|la|cheque*; ton compte; your bank; votre banque; ours; notre virement; tomber*; tombera; went|gone|left over|off|across|us|here|our; est|sont|etait parti|partie|partis|parties; decaisse*",
  ],
  [
    "coming",
    "will; ll; shall; going to; gonna; scheduled; schedule; sched; planned; due out|to|for; set to|for|up; lined up; slotted; slated; queued; earmarked; down for; booked for|in; vais; va; vont; allons; allez avoir; aurez; aura; auras; sera; serez; seront; seras; prevu*; prevoi*; prevoy*; programme|programmee|programmes|programmees; planifi*; positionn*; inscrit*; cale|calee|calees; comptez; compte sur|dessus; tablez; promis; promets; promise*; engage*; engag*; expect; count on; i can; je peux; on peut; nous pouvons; nous comptons; should; would; pourrai*; pourrons; puis|pouvons; figure*; figurez; soon; bientot; prochain; prochaine; next; faire partir; fais; faisons; fait partir; je vous; on vous; nous vous; i am|m paying|sending|doing|putting; we are|re paying|sending|doing; goes; go out; leaves; hits; releases; date de valeur; sends; envoie; envoi; envoyons; procede*; procederons; entends|entendons; propos*; prend|prends|prenons; passe au|dans|en; passera; mets|mettons|met au|en|dans; get you; coming; comin; je|on le|la|les|te|t|l? vire|regle|paye|verse|solde|poste|lache",
  ],
  [
    "done",
    "was; were; has been; have been; had; have sent|paid|made|transferred|done|wired|posted|settled|released; has paid|gone|left|sent|made|cleared; ve sent|paid|made|done|posted; went; left; sent; posted; mailed; gone; released; cleared; debite*; debited; credite*; credited; parti|partie|partis|parties; vire|viree|virees|vires; regle|reglee|reglees|regles; paye|payee|payees|payes; effectue|effectuee|effectues; execute*; executed; ai|avons fait|paye|regle|vire|verse|envoye|poste|remis|depose|passe|donne|mis; a|ont ete; a|ont|ai|avons|avez .. paye|regle|vire|verse|fait|quitte|acquitte|honore|poste|depose|remis|mandate|prelev*|encaisse*; acquitte*; solde|soldee|soldees|soldes; mandate|mandatee|mandatees; decaisse*; preleve*; depuis; since; hit; took; collected; depose*; remis|remise; gave; handed; dropped; settled; transferred; wired; done; fait|faite; viens|venons|vient de; just; sorti|sortie|sortis; passe|passee; saisi|saisie; encaisse*; posee|poste; poste|postee; made; already; deja; lache; quitte; mis|mise; etait|etaient|faisait|avait|avaient|allait; releve; statement; banked; cashed; drawn; emis|emise|emises",
  ],
  [
    "firm",
    "au plus tard; latest; no later; at most; maximum; max; maxi; sans faute; without fail; dernier delai; grand maximum; promis; jure; c est sur; sur et certain; parole; guaranteed; definitely; for sure; for certain; ferme; imperativement; pas plus tard; comptez; count on",
  ],
  [
    "execution",
    "date d execution; execution; execute le; date de valeur; date valeur; value date; value dated; dated for; post dated; pour le compte du; settlement date; payment date; date de paiement; date de reglement; pay date; due out; execution demandee; a echeance du; echeance; valeur",
  ],
  [
    "elsewhere",
    "call; calls; calling; called; phone*; ring; rappel*; telephon*; tel; appel*; reponse*; repond*; reviens|reviendrai|revenons|reviendrons vers; tiens|tiendrai|tiendrons .. courant; let you know; get back; come back to you; revert; update; reply; answer; rendez; rdv; meeting; meet; reunion; conseil; board; assemblee; commission permanente; reparle*; reparler*; recause*; look again; discuss; parle; discuter; see you; on se voit; passer; visit*; audience; hearing; livr*; deliver*; expedi*; dispatch*; collect; pick up; enlev*; interven*; install*; chantier; fair; foire; salon; expiry; valable; tell you; dirai; dirons; confirmerai; confirmerons; forward|forwarded; transmis; demain il fera",
  ],
  [
    "absence",
    "conge|conges; vacances; holiday*; on leave; annual leave; absent*; absence; away; retour; rentre|rentrent|rentrera de|des|du|d|le|lundi|mardi|mercredi|jeudi|vendredi|demain; revient|reviennent; is|be|am|m|are|re|s|comes|come|gets back; returns|return|returning; skiing; hopital; hospital; arret maladie; ferme|fermee|fermes; closed; closes; reopen*; rouvr*; reouv*; off sick; maternity; deplacement; travelling; traveling; abroad",
  ],
  [
    "income",
    "nous|me|m reverse|credite|rembourse|regle|paie|paye|verse|vire|doit|regler*|paier*; pay|pays|paid us|me; owes|owe us|me; touche|toucher*; vont rentrer; rentrer; rentrent; encaiss* .. de; subvention*; drawdown; rentree|rentrees; commission; salaire*; wages; payroll; client*; customer*; our customer; when .. comes|come|lands|land in?; money comes|lands; fees; grant; loan; pret; affacturage; factor; financement; insurance; assurance; indemnit*; vendu|vente*; remboursement; refund; tva; vat; retrocession*; mairie; ventes; caf; notaire; receipts; funding; lands; crowdfunding",
  ],
  [
    "origin",
    "facture|factures; invoice*; relance*; courrier; courriel*; your|votre|vos|ton|tes mail|mails|email|emails; e mail; lettre*; letter*; reminder*; message*; echu|echue|echues|echus; dated; date|datee du|de; commande*; order of|dated|from|number; bon de; devis; quote*; photos|photo; jugement; judgment; order of the; appointed; nomme*; recu|recue|recus|recues; received; mise en demeure; recommande; notice; releve|statement of|du|dated; contrat; contract; signed on; signe le; proces; pv; avoir du; credit note of|dated; reserves; arrived; arriv*; delivered; livre|livree|livres|livrees; broke*; since; depuis; demande; claim*; litige; contest*; reclam*",
  ],
  [
    "condition",
    "si; if; des que; des; once; when; quand; lorsque; unless; sauf; as soon as; soon as; until; till; jusqu; tant que; a condition; provided; subject to; sous reserve; apres; after; en attendant; the minute; the moment; depends; dependra; pas avant; not before; until",
  ],
  [
    "deduction",
    "avoir; avoirs; credit; credits; deposit; consigne*; retenue*; retain*; retention; deduct*; dedui*; remise; discount*; escompte; interest*; interets; penalit*; penalty; late fee*; fee; frais; difference; manqu*; missing; short; shaved; chargeback; netted; withheld; each carries; la boite; piece; prix; price; priced; unit; instead of; au lieu; rabais; surcharge; trop; overcharg*; contest*; conteste*; refus*; litige; disput*; indemnit*; franc symbolique; amende; caution; ristourne; forfait*; barquette; capital social; expedition",
  ],
];
