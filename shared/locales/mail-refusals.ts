import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";

type PlainRefusal =
  | "account-unknown"
  | "no-creditor"
  | "no-recipient"
  | "payments-never-known"
  | "call-first"
  | "draft-waits"
  | "references-taken"
  | "on-paper"
  | "no-letter-due"
  | "no-last-notice-due"
  | "nobody-else-chases"
  | "not-insolvent"
  | "nothing-missed"
  | "nothing-asked"
  | "sensitive"
  | "letter-not-printed"
  | "not-one-group"
  | "draft-unknown"
  | "draft-not-waiting"
  | "dispute-without-invoice"
  | "promise-before-mail"
  | "amount-not-positive"
  | "exchange-unknown"
  | "reading-unsure"
  | "fraud-unseen"
  | "already-tagged"
  | "nothing-chosen"
  | "not-all-sure";

type MailRefusals = {
  readonly nothingDue: Sentence;
  readonly plain: Readonly<Record<PlainRefusal, Sentence>>;
};

const FR: MailRefusals = {
  nothingDue: say`Aucune étape n'est due aujourd'hui.`,
  plain: {
    "account-unknown": say`Ce débiteur n'est plus dans le registre.`,
    "no-creditor": say`Présentez-vous d'abord dans les réglages : votre nom figure dans chaque message.`,
    "no-recipient": say`Aucune adresse pour ce débiteur : ajoutez un contact.`,
    "payments-never-known": say`Jusqu'à quel jour connaissez-vous les règlements ? Importez un relevé ou confirmez la date du jour : chaque relance la mentionne.`,
    "call-first": say`L'étape est un appel : notez-le d'abord, le message le résume ensuite.`,
    "draft-waits": say`Un brouillon attend déjà : envoyez-le ou abandonnez-le d'abord.`,
    "references-taken": say`Aucune référence libre n'a été trouvée : essayez de nouveau.`,
    "on-paper": say`Cette étape part par courrier : imprimez la lettre.`,
    "no-letter-due": say`Aucune lettre n'est à envoyer aujourd'hui.`,
    "no-last-notice-due": say`Aucun dernier avis n'est à envoyer aujourd'hui.`,
    "nobody-else-chases": say`Ce dossier n'a été remis à personne.`,
    "not-insolvent": say`Aucune procédure n'est notée pour ce débiteur.`,
    "nothing-asked": say`Aucune de ses demandes n'attend plus notre réponse.`,
    "nothing-missed": say`Aucun versement de l'échéancier n'a été manqué.`,
    sensitive: say`Ce débiteur est en suspension sensible : aucun message ne se prépare.`,
    "letter-not-printed": say`Imprimez d'abord la lettre que ce message accompagne.`,
    "not-one-group": say`Ces débiteurs n'ont pas le même contact : préparez un message pour chacun.`,
    "draft-unknown": say`Ce brouillon n'est pas dans le registre.`,
    "draft-not-waiting": say`Ce brouillon est déjà envoyé ou abandonné.`,
    "dispute-without-invoice": say`Choisissez la facture contestée.`,
    "promise-before-mail": say`La date promise est antérieure au message.`,
    "amount-not-positive": say`Le montant doit être supérieur à zéro.`,
    "exchange-unknown": say`Cet échange n'est plus dans le registre.`,
    "reading-unsure": say`La lecture n'est pas sûre : ouvrez le message.`,
    "fraud-unseen": say`Un message donne un IBAN inconnu : ouvrez-le d'abord, la fraude est possible.`,
    "already-tagged": say`Ce message est déjà classé sous une étiquette : corrigez-la plutôt.`,
    "nothing-chosen": say`Choisissez d'abord des réponses.`,
    "not-all-sure": say`Une de ces lectures n'est pas sûre : confirmez-la à part.`,
  },
};

const EN: MailRefusals = {
  nothingDue: say`No step is due today.`,
  plain: {
    "account-unknown": say`This debtor is no longer in the ledger.`,
    "no-creditor": say`First introduce yourself in the settings: your name stands in every message.`,
    "no-recipient": say`No address for this debtor: add a contact.`,
    "payments-never-known": say`Up to which day do you know the payments? Import a statement or confirm today's date: every reminder mentions it.`,
    "call-first": say`The step is a call: log it first, the message then sums it up.`,
    "draft-waits": say`A draft is already waiting: send it or discard it first.`,
    "references-taken": say`No free reference was found: please try again.`,
    "on-paper": say`This step goes out as a letter: print it.`,
    "no-letter-due": say`No letter is to be sent today.`,
    "no-last-notice-due": say`No last notice is to be sent today.`,
    "nobody-else-chases": say`This matter has been handed over to nobody.`,
    "not-insolvent": say`No insolvency is noted for this debtor.`,
    "nothing-asked": say`None of their requests waits for our answer any more.`,
    "nothing-missed": say`No payment of the schedule has been missed.`,
    sensitive: say`This debtor is under a sensitive hold: no message is prepared.`,
    "letter-not-printed": say`First print the letter that this message goes with.`,
    "not-one-group": say`These debtors do not share a contact: prepare a message for each.`,
    "draft-unknown": say`This draft is not in the ledger.`,
    "draft-not-waiting": say`This draft has been sent or discarded.`,
    "dispute-without-invoice": say`Choose the invoice that is disputed.`,
    "promise-before-mail": say`The promised date is before the message.`,
    "amount-not-positive": say`The amount must be greater than zero.`,
    "exchange-unknown": say`This exchange is no longer in the ledger.`,
    "reading-unsure": say`The reading is not sure: open the message.`,
    "fraud-unseen": say`A message gives an unknown IBAN: open it first, fraud is possible.`,
    "already-tagged": say`This message is already filed under a tag: correct that instead.`,
    "nothing-chosen": say`First choose some replies.`,
    "not-all-sure": say`One of these readings is not sure: confirm it by itself.`,
  },
};

/** Why a mail was not filed or a draft not written. */
export const MAIL_REFUSALS: Messages<MailRefusals> = { fr: FR, en: EN };
