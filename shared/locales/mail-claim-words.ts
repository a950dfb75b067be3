import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";

/** Words of an open mail before it is read: whose it is, why, whether it is filed, what can be done. */
export type MailClaimWords = {
  readonly about: (subject: Foreign, on: Own | null) => Sentence;
  readonly matched: Readonly<
    Record<
      | "thread"
      | "reference"
      | "invoice-and-sender"
      | "invoice"
      | "address"
      | "quoted"
      | "domain"
      | "amount"
      | "named"
      | "chosen",
      (value: Foreign) => Sentence
    >
  >;
  /** Where the quote will stand, until the mail is read. */
  readonly readingNow: Sentence;
  readonly nobody: Own;
  readonly choose: Own;
  readonly chooseOne: Own;
  readonly noLedger: Own;
  readonly ours: Own;
  readonly filedLine: (on: Own, by: Foreign) => Sentence;
  readonly sha256: (hash: string) => Own;
  readonly obtained: Readonly<Record<"as-received" | "regenerated" | "reconstructed", Own>>;
  readonly notices: {
    readonly fraud: (iban: Foreign) => Sentence;
    readonly paidToCheck: Sentence;
    readonly insolvency: Sentence;
    readonly death: Sentence;
    readonly otherCurrency: (sum: Foreign, currency: Own) => Sentence;
    readonly internal: Sentence;
    readonly setAside: Own;
    /** This one mail alone. */
    readonly messageAside: Own;
    readonly noDate: Sentence;
    readonly noMessageId: Sentence;
    readonly cut: Sentence;
    readonly tooManyAddresses: Sentence;
    readonly bounced: (address: Foreign) => Sentence;
    readonly lookalike: (address: Foreign) => Sentence;
    readonly refiled: Sentence;
  };
  readonly actions: Readonly<
    Record<
      | "confirm"
      | "correct"
      | "otherTag"
      | "noEffect"
      | "file"
      | "fileSent"
      | "otherClaim"
      | "newDebtor"
      | "notADebtor"
      | "neverThisSender"
      | "follow"
      | "claim"
      | "timeline"
      | "draft"
      | "call"
      | "export",
      Own
    >
  >;
};

const FR: MailClaimWords = {
  about: (subject, on) => (on === null ? say`${subject}` : say`${subject} · ${on}`),
  matched: {
    thread: () => say`Même fil qu'un échange déjà classé.`,
    reference: (value) => say`Porte notre référence ${value}.`,
    "invoice-and-sender": (value) => say`Nomme la facture ${value} et vient de ce débiteur.`,
    invoice: (value) => say`Nomme la facture ${value}.`,
    address: (value) => say`Adresse connue : ${value}.`,
    quoted: (value) => say`Contient un message échangé avec ${value}.`,
    domain: (value) => say`Même domaine que ses contacts : ${value}.`,
    amount: (value) => say`Cite le montant de la facture ${value}.`,
    named: (value) => say`Le message cite son SIREN : ${value}.`,
    chosen: () => say`Choisi par vous.`,
  },
  readingNow: say`Lecture du message…`,
  nobody: own("Aucun débiteur ne correspond à ce message."),
  choose: own("Plusieurs débiteurs correspondent : lequel ?"),
  chooseOne: own("Ce message parle peut-être de ce débiteur :"),
  noLedger: own("Commencez par vous présenter : une minute suffit."),
  ours: own("Message envoyé par vous."),
  filedLine: (on, by) => say`Classé le ${on} par ${by}`,
  sha256: (hash) => own(`SHA-256 ${hash.slice(0, 12)}…`),
  obtained: {
    "as-received": own("octets tels que reçus"),
    regenerated: own("octets régénérés par la messagerie"),
    reconstructed: own("reconstitué par Relance"),
  },
  notices: {
    fraud: (iban) =>
      say`Fraude possible : ce message donne un IBAN inconnu (${iban}). Rien n'est changé chez vous. Avant toute réponse, appelez à un numéro que vous aviez déjà, jamais à celui du message.`,
    paidToCheck: say`Vérifiez la banque avant toute autre relance.`,
    insolvency: say`Une procédure collective change tout : arrêtez les relances et vérifiez le BODACC. La créance née avant le jugement doit être déclarée.`,
    death: say`Décès annoncé : à vérifier. Rien n'est suspendu de soi-même ; une suspension avec égard arrête toute relance.`,
    otherCurrency: (sum, currency) =>
      say`Montant à vérifier : « ${sum} » n'est pas en ${currency}, il n'est donc pas repris.`,
    internal: say`Message interne : jamais cité à un débiteur.`,
    setAside: own("Vous avez écarté cet expéditeur."),
    messageAside: own("Vous avez écarté ce message."),
    noDate: say`Ce message ne porte pas de date : celle du jour est retenue.`,
    noMessageId: say`Ce message n'a pas d'identifiant : il est reconnu par son empreinte.`,
    cut: say`Message très long : seul le début est lu, les octets sont classés en entier.`,
    tooManyAddresses: say`Plus de 500 destinataires : seuls les premiers sont affichés.`,
    bounced: (address) =>
      say`L'adresse ${address} ne reçoit pas : ce message ne compte pas comme envoyé.`,
    lookalike: (address) =>
      say`L'expéditeur ${address} n'est pas un contact de ce débiteur : vérifiez l'adresse avant de répondre.`,
    refiled: say`Les octets de ce message diffèrent de ceux déjà classés : une seconde version sera gardée.`,
  },
  actions: {
    confirm: own("Confirmer"),
    correct: own("Corriger"),
    otherTag: own("Autre étiquette"),
    noEffect: own("Sans effet"),
    file: own("Classer"),
    fileSent: own("Classer l'envoi"),
    otherClaim: own("Autre débiteur"),
    newDebtor: own("Nouveau débiteur"),
    notADebtor: own("Pas un débiteur"),
    neverThisSender: own("Ne plus proposer cet expéditeur"),
    follow: own("Suivre cette facture"),
    claim: own("Voir la créance"),
    timeline: own("Historique"),
    draft: own("Préparer la relance"),
    call: own("Noter un appel"),
    export: own("Exporter le fil"),
  },
};

const EN: MailClaimWords = {
  about: (subject, on) => (on === null ? say`${subject}` : say`${subject} · ${on}`),
  matched: {
    thread: () => say`Same thread as an exchange already filed.`,
    reference: (value) => say`Bears our reference ${value}.`,
    "invoice-and-sender": (value) => say`Names invoice ${value} and comes from this debtor.`,
    invoice: (value) => say`Names invoice ${value}.`,
    address: (value) => say`Known address: ${value}.`,
    quoted: (value) => say`Holds a mail exchanged with ${value}.`,
    domain: (value) => say`Same domain as its contacts: ${value}.`,
    amount: (value) => say`States the amount of invoice ${value}.`,
    named: (value) => say`The message quotes its SIREN: ${value}.`,
    chosen: () => say`Chosen by you.`,
  },
  readingNow: say`Reading the message…`,
  nobody: own("No debtor matches this message."),
  choose: own("Several debtors match: which one?"),
  chooseOne: own("This message may be about this debtor:"),
  noLedger: own("First introduce yourself: it takes a minute."),
  ours: own("Message sent by you."),
  filedLine: (on, by) => say`Filed on ${on} by ${by}`,
  sha256: (hash) => own(`SHA-256 ${hash.slice(0, 12)}…`),
  obtained: {
    "as-received": own("bytes as received"),
    regenerated: own("bytes regenerated by the mail system"),
    reconstructed: own("reconstructed by Relance"),
  },
  notices: {
    fraud: (iban) =>
      say`Possible fraud: this message gives an unknown IBAN (${iban}). Nothing is changed on your side. Before any answer, call a number that you already had, never the one in the message.`,
    paidToCheck: say`Check the bank before any further reminder.`,
    insolvency: say`An insolvency changes everything: stop chasing and check the official gazette. A claim that arose before the judgment must be lodged.`,
    death: say`A death is announced: to be checked. Nothing is held by itself; a considerate hold stops all chasing.`,
    otherCurrency: (sum, currency) =>
      say`Amount to check: “${sum}” is not in ${currency}, so it is not taken over.`,
    internal: say`Internal message: never quoted to a debtor.`,
    setAside: own("You have set this sender aside."),
    messageAside: own("You have set this message aside."),
    noDate: say`This message bears no date: today's is used.`,
    noMessageId: say`This message has no identifier: it is recognised by its hash.`,
    cut: say`Very long message: only the beginning is read, its bytes are filed whole.`,
    tooManyAddresses: say`More than 500 recipients: only the first are shown.`,
    bounced: (address) =>
      say`The address ${address} does not accept mail: this message does not count as sent.`,
    lookalike: (address) =>
      say`The sender ${address} is no contact of this debtor: check the address before you answer.`,
    refiled: say`The bytes of this message differ from those already filed: a second version will be kept.`,
  },
  actions: {
    confirm: own("Confirm"),
    correct: own("Correct"),
    otherTag: own("Another tag"),
    noEffect: own("No effect"),
    file: own("File"),
    fileSent: own("File as sent"),
    otherClaim: own("Other debtor"),
    newDebtor: own("New debtor"),
    notADebtor: own("Not a debtor"),
    neverThisSender: own("Never this sender"),
    follow: own("Follow this invoice"),
    claim: own("See the claim"),
    timeline: own("Timeline"),
    draft: own("Prepare the reminder"),
    call: own("Log a call"),
    export: own("Export the thread"),
  },
};

/** By language: all that a pane needs to draw a mail's claim. */
export const MAIL_CLAIM_WORDS: Messages<MailClaimWords> = { fr: FR, en: EN };
