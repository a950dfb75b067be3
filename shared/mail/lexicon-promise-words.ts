/** Words that stand in each other's place in the phrases about payment, as alternatives of one piece. */

export const DAYS_FR = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche";
export const MONTHS_FR =
  "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre";
/** What a day to come begins with. */
export const WHEN_FR = `${DAYS_FR}|demain|apres|semaine|fin|debut|mi|courant|bientot|incessamment|prochainement|rapidement|avant|sous|dans|ce|cette|le|au|aujourd|lendemain|sem|s|d|des|lors`;

export const PAY_FR =
  "payer|regler|virer|verser|solder|acquitter|apurer|honorer|debloquer|lacher|regulariser|rembourser|transferer|mandater|envoyer|effectuer";
export const WILL_PAY_FR =
  "paierai|paiera|paierons|paieront|payerai|payera|payerons|payeront|paierais|payerais|reglerai|reglera|reglerons|regleront|virerai|virera|virerons|vireront|verserai|versera|verserons|verseront|solderai|soldera|solderons|solderont|honorerai|honorera|honorerons|honoreront|acquitterai|acquittera|acquitterons|debloquerai|debloquera|debloquerons|debloqueront|apurerai|apurerons|rembourserai|remboursera|rembourserons|lacherai|lacherons|debourserai";
export const PAYS_FR =
  "paie|paye|pai|payons|paient|regle|reglons|reglent|vire|virons|virent|verse|versons|versent|solde|soldons|soldent|lache|lachons|debourse|rembourse|remboursons|honore|honorons|honorent|debloque|debloquons|regularise|regularisons";
export const PAID_FR =
  "paye|payee|payes|payees|regle|reglee|regles|reglees|vire|viree|vires|virees|verse|versee|verses|versees|solde|soldee|soldes|soldees|acquitte|acquittee|acquittes|acquittees|honore|honoree|honores|honorees|debite|debitee|debites|debitees|preleve|prelevee|preleves|prelevees|apure|apuree|apurees|mandatee|mandatees";
export const PAYMENT_FR =
  "virement|virements|reglement|reglements|paiement|paiements|payement|payements|cheque|cheques|versement|versements|vir|virt|vrt|rglt|rgt|chq|transfert|prelevement|mandat|mandatement|lcr|traite|interac|wire|transfer|ach|sepa";
export const DONE_FR =
  "fait|faite|faits|effectue|effectuee|effectues|execute|executes|executee|emis|emise|passe|passes|passee|envoye|envoyee|envoyes|lance|lances|lancee|ordonne|ordonnes|valide|valides|initie|transmis|parti|partis|partie|realise|realises|saisi|poste|remis|depose|enregistre|confirme|ordonnance";

export const DAYS_EN =
  "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri";
export const MONTHS_EN =
  "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec";
/** What a day to come begins with. */
export const WHEN_EN = `${DAYS_EN}|tomorrow|tmrw|tmw|tonight|today|this|next|by|on|in|within|before|at|end|mid|early|late|later|soon|shortly|asap|eow|eom|eod|cob|w|week|first|the|over|upon|once|when|as|after|before`;

export const PAY_EN = "pay|settle|clear|remit|wire|transfer|square|etransfer|defray";
export const PAID_EN =
  "paid|payed|settled|cleared|remitted|wired|transferred|squared|bacsd|bacs|discharged|etransferred|disbursed";
export const PAYING_EN = "paying|settling|clearing|remitting|wiring|transferring|squaring";
export const PAYMENT_EN =
  "payment|payments|transfer|transfers|cheque|cheques|check|checks|wire|wires|remittance|bacs|ach|eft|chaps|pymt|pmt|pymnt|funds|money|neft|rtgs|balance|cash|direct|etransfer";
export const WILL_EN = "will|ll|shall|should|wil";
