import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { MAIL_CLAIM_WORDS } from "./mail-claim-words.ts";
import type { MailClaimWords } from "./mail-claim-words.ts";
import { plural } from "./figures-en.ts";
import { pluriel } from "./figures-fr.ts";

/** Words about mails: what was read, why this claim, what was filed, what was drafted. */
type ReadingWords = {
  readonly undo: Own;
  readonly filed: Sentence;
  readonly filedMails: (count: number) => Sentence;
  readonly filedUnder: (tag: Own) => Sentence;
  readonly tags: Readonly<Record<Tag, Own>>;
  readonly reasons: Readonly<Record<DisputeReason, Own>>;
  readonly confidence: Readonly<Record<"sure" | "likely" | "unsure", Own>>;
  readonly who: (name: Foreign, group: Foreign | null) => Sentence;
  /** The fourth line while a reading waits to be confirmed. */
  readonly once: {
    readonly unsure: Sentence;
    readonly promise: (by: Own) => Sentence;
    readonly autoreply: (back: Own) => Sentence;
    readonly plain: Readonly<Record<Tag, Sentence>>;
  };
  /** A row of today's list: what it is taken for first, since a narrow row cuts their words short. */
  readonly suggested: (quote: Foreign, tag: Own) => Sentence;
  readonly confirmDay: (day: Own) => Own;
  readonly saidNothing: Sentence;
  readonly saidToRead: (words: Foreign) => Sentence;
  /** Of a debtor held for death or illness. */
  readonly saidUnquoted: Sentence;
  readonly values: {
    readonly promise: (amount: Own | null, by: Own | null) => Sentence;
    readonly parts: (count: Own, each: Sentence) => Sentence;
    readonly part: (amount: Own, by: Own) => Sentence;
    readonly paid: (amount: Own | null, on: Own | null) => Sentence;
    readonly dispute: (reason: Own, amount: Own | null) => Sentence;
    readonly back: (on: Own) => Sentence;
    readonly contact: (address: Foreign) => Sentence;
    /** An address to write to during an absence. */
    readonly meanwhile: (address: Foreign) => Sentence;
    /** The first of the invoices meant, and how many others. */
    readonly invoices: (number: Foreign, others: number) => Sentence;
    readonly plain: (tag: Own) => Sentence;
  };
  readonly ground: (what: Own, quote: Foreign) => Sentence;
  readonly groundOf: Readonly<
    Record<"by" | "amount" | "reason" | "contact" | "back" | "iban" | "detail", Own>
  >;
  /** A ground that is what the user filed before, not words: how many mails. */
  readonly taught: (tag: Own, times: number, sender: Foreign) => Sentence;
  readonly noEffect: (by: Foreign, on: Own) => Sentence;
  readonly leftWithoutEffect: (count: number) => Sentence;
  readonly confirmedSeveral: (count: number) => Sentence;
  readonly fraudRow: (iban: Foreign) => Sentence;
  readonly confirmed: (tag: Own, by: Foreign, on: Own) => Sentence;
  /** What the debtor asked was given elsewhere: said of the click, then beside the tag. */
  readonly answered: { readonly noted: Sentence; readonly shown: Sentence };
  readonly draftReady: (step: Own, name: Foreign) => Sentence;
  readonly declaredSent: (step: Own) => Sentence;
  readonly draftDiscarded: Sentence;
  readonly chronology: {
    readonly title: (debtor: string, creditor: string) => string;
    readonly intro: (count: number, on: string) => string;
    readonly exhibit: (number: number) => string;
    readonly noBytes: string;
    readonly absent: string;
    readonly kinds: Readonly<Record<"mail" | "call" | "letter" | "meeting", string>>;
    readonly directions: Readonly<Record<"in" | "out" | "internal", string>>;
    readonly from: string;
    readonly to: string;
    readonly subject: string;
    readonly hash: string;
    readonly howObtained: string;
    readonly howToCheck: string;
  };
};

const FR: ReadingWords = {
  undo: own("Annuler"),
  filed: say`Message classé au dossier.`,
  filedMails: (count) =>
    count === 0
      ? say`Tout était déjà classé.`
      : count === 1
        ? say`1 message classé au dossier.`
        : say`${count} messages classés au dossier.`,
  filedUnder: (tag) => say`Classé : ${tag}.`,
  tags: {
    promise: own("Promesse de paiement"),
    paid: own("Dit avoir payé"),
    dispute: own("Litige"),
    instalments: own("Demande un délai ou un échéancier"),
    question: own("Demande un document ou une précision"),
    wrong_contact: own("Mauvais interlocuteur"),
    insolvency: own("Procédure collective"),
    refusal: own("Refus de payer"),
    autoreply: own("Réponse automatique"),
    bounce: own("Message non remis"),
    acknowledgement: own("Accusé de réception"),
    unrelated: own("Sans rapport"),
  },
  reasons: {
    not_delivered: own("non livré ou non réalisé"),
    quality: own("qualité"),
    price: own("prix"),
    quantity: own("quantité"),
    not_ordered: own("non commandé"),
    duplicate: own("facture en double"),
    credit_due: own("avoir attendu ou compensation"),
    missing_reference: own("référence manquante (commande, Chorus, visa)"),
    other: own("autre motif"),
  },
  confidence: {
    sure: own("lecture sûre"),
    likely: own("lecture probable"),
    unsure: own("à vérifier"),
  },
  who: (name, group) => (group === null ? say`${name}` : say`${name} (${group})`),
  once: {
    unsure: say`Rien avant que vous ayez lu : dites ce que c'est.`,
    promise: (by) => say`Une fois confirmé : aucune relance avant le ${by}, puis vérification.`,
    autoreply: (back) => say`Une fois confirmé : aucune relance avant le retour, le ${back}.`,
    plain: {
      promise: say`Une fois confirmé : aucune relance pendant quelques jours, faute de date.`,
      paid: say`Une fois confirmé : vérifiez la banque avant toute autre relance.`,
      dispute: say`Une fois confirmé : cette part est mise de côté, le reste suit son cours.`,
      instalments: say`Une fois confirmé : à vous d'accepter, de refuser ou de proposer.`,
      question: say`Une fois confirmé : à vous de répondre.`,
      wrong_contact: say`Une fois confirmé : la nouvelle adresse est retenue.`,
      insolvency: say`Une fois confirmé : plus aucune relance.`,
      refusal: say`Une fois confirmé : le scénario reprend son cours.`,
      autoreply: say`Une fois confirmé : le scénario reprend son cours.`,
      bounce: say`Une fois confirmé : l'adresse est retirée, l'envoi ne compte pas.`,
      acknowledgement: say`Une fois confirmé : le scénario reprend son cours.`,
      unrelated: say`Une fois confirmé : rien ne change pour ce débiteur.`,
    },
  },
  suggested: (quote, tag) => say`${tag} ? « ${quote} »`,
  confirmDay: (day) => own(`Confirmer ${day.own}`),
  saidNothing: say`Aucune réponse reconnue dans ce message.`,
  saidToRead: (words) => say`« ${words} »`,
  saidUnquoted: say`Ce message est à lire ; il n'est pas repris ici.`,
  values: {
    promise: (amount, by) =>
      amount === null
        ? by === null
          ? say`Promesse de tout payer, sans date.`
          : say`Promesse de tout payer au plus tard le ${by}.`
        : by === null
          ? say`Promesse de ${amount}, sans date.`
          : say`Promesse de ${amount} au plus tard le ${by}.`,
    parts: (count, each) => say`Paiement proposé en ${count} fois : ${each}`,
    part: (amount, by) => say`${amount} le ${by}`,
    paid: (amount, on) =>
      amount === null
        ? on === null
          ? say`Dit avoir payé.`
          : say`Dit avoir payé le ${on}.`
        : on === null
          ? say`Dit avoir payé ${amount}.`
          : say`Dit avoir payé ${amount} le ${on}.`,
    dispute: (reason, amount) =>
      amount === null ? say`Litige : ${reason}.` : say`Litige sur ${amount} : ${reason}.`,
    back: (on) => say`Absence, retour le ${on}.`,
    contact: (address) => say`Écrire désormais à ${address}.`,
    meanwhile: (address) => say`En attendant, écrire à ${address}.`,
    invoices: (number, others) =>
      others === 0
        ? say`Facture ${number}.`
        : others === 1
          ? say`Facture ${number} et une autre.`
          : say`Facture ${number} et ${others} autres.`,
    plain: (tag) => say`${tag}.`,
  },
  ground: (what, quote) => say`${what} : « ${quote} »`,
  groundOf: {
    by: own("Date"),
    amount: own("Montant"),
    reason: own("Motif"),
    contact: own("Adresse"),
    back: own("Retour"),
    iban: own("IBAN"),
    detail: own("Précision"),
  },
  taught: (tag, times, sender) =>
    say`${tag} : comme ${times} messages de ${sender} que vous avez classés ainsi`,
  noEffect: (by, on) => say`Classé sans effet par ${by}, le ${on}. Le scénario suit son cours.`,
  leftWithoutEffect: (count) =>
    count === 1
      ? say`Classé sans effet : le scénario reprend.`
      : say`${count} réponses classées sans effet : le scénario reprend.`,
  confirmedSeveral: (count) =>
    count === 1 ? say`Lecture confirmée.` : say`${count} lectures confirmées.`,
  fraudRow: (iban) => say`Fraude possible : IBAN inconnu ${iban}, ouvrez le message.`,
  confirmed: (tag, by, on) => say`Classé « ${tag} » par ${by}, le ${on}.`,
  answered: {
    noted: say`Noté : vous lui avez répondu. Le scénario reprend.`,
    shown: say`Vous y avez répondu.`,
  },
  draftReady: (step, name) => say`Brouillon prêt : ${step}, ${name}.`,
  declaredSent: (step) => say`Noté comme envoyé : ${step}.`,
  draftDiscarded: say`Brouillon abandonné.`,
  chronology: {
    title: (debtor, creditor) => `Chronologie des échanges : ${creditor} et ${debtor}`,
    intro: (count, on) =>
      `${pluriel(count, "échange", "échanges")}, du plus ancien au plus récent. Établi le ${on} à partir du registre du créancier.`,
    exhibit: (number) => `Pièce n° ${String(number)}`,
    noBytes: "sans fichier : noté par le créancier",
    absent: "fichier absent de ce coffre",
    kinds: { mail: "Courriel", call: "Appel", letter: "Lettre", meeting: "Rendez-vous" },
    directions: { in: "reçu", out: "envoyé", internal: "interne" },
    from: "De",
    to: "À",
    subject: "Objet",
    hash: "SHA-256",
    howObtained: "Obtention",
    howToCheck:
      "Pour vérifier que les fichiers n'ont pas changé depuis cet export : sha256sum -c manifest-sha256.txt. L'empreinte montre que les octets sont les mêmes ; elle ne prouve à elle seule ni la réception ni l'exactitude de ce qui y est écrit.",
  },
};

const EN: ReadingWords = {
  undo: own("Undo"),
  filed: say`Message filed.`,
  filedMails: (count) =>
    count === 0
      ? say`Everything had been filed already.`
      : count === 1
        ? say`1 message filed.`
        : say`${count} messages filed.`,
  filedUnder: (tag) => say`Filed: ${tag}.`,
  tags: {
    promise: own("Promise to pay"),
    paid: own("Says it has paid"),
    dispute: own("Dispute"),
    instalments: own("Asks for time or instalments"),
    question: own("Asks for a document or an explanation"),
    wrong_contact: own("Wrong contact"),
    insolvency: own("Insolvency"),
    refusal: own("Refuses to pay"),
    autoreply: own("Automatic reply"),
    bounce: own("Not delivered"),
    acknowledgement: own("Acknowledgement"),
    unrelated: own("Unrelated"),
  },
  reasons: {
    not_delivered: own("not delivered or not done"),
    quality: own("quality"),
    price: own("price"),
    quantity: own("quantity"),
    not_ordered: own("not ordered"),
    duplicate: own("duplicate invoice"),
    credit_due: own("credit note due or set-off"),
    missing_reference: own("missing reference (order, portal, approval)"),
    other: own("other reason"),
  },
  confidence: {
    sure: own("sure reading"),
    likely: own("likely reading"),
    unsure: own("please check"),
  },
  who: (name, group) => (group === null ? say`${name}` : say`${name} (${group})`),
  once: {
    unsure: say`Nothing until you have read it: say what it is.`,
    promise: (by) => say`Once confirmed: no reminder before ${by}, then a check.`,
    autoreply: (back) => say`Once confirmed: no reminder before they are back on ${back}.`,
    plain: {
      promise: say`Once confirmed: no reminder for a few days, since no date was given.`,
      paid: say`Once confirmed: check the bank before any further reminder.`,
      dispute: say`Once confirmed: this part is set aside, the rest goes on.`,
      instalments: say`Once confirmed: it is for you to accept, refuse or propose.`,
      question: say`Once confirmed: it is for you to answer.`,
      wrong_contact: say`Once confirmed: the new address is kept.`,
      insolvency: say`Once confirmed: no more reminders.`,
      refusal: say`Once confirmed: the plan goes on.`,
      autoreply: say`Once confirmed: the plan goes on.`,
      bounce: say`Once confirmed: the address is retired, the mail does not count as sent.`,
      acknowledgement: say`Once confirmed: the plan goes on.`,
      unrelated: say`Once confirmed: nothing changes for this debtor.`,
    },
  },
  suggested: (quote, tag) => say`${tag}? “${quote}”`,
  confirmDay: (day) => own(`Confirm ${day.own}`),
  saidNothing: say`No reply recognised in this message.`,
  saidToRead: (words) => say`“${words}”`,
  saidUnquoted: say`This message is there to be read; it is not quoted here.`,
  values: {
    promise: (amount, by) =>
      amount === null
        ? by === null
          ? say`Promises to pay everything, no date.`
          : say`Promises to pay everything by ${by}.`
        : by === null
          ? say`Promises ${amount}, no date.`
          : say`Promises ${amount} by ${by}.`,
    parts: (count, each) => say`Offers to pay in ${count} parts: ${each}`,
    part: (amount, by) => say`${amount} on ${by}`,
    paid: (amount, on) =>
      amount === null
        ? on === null
          ? say`Says it has paid.`
          : say`Says it paid on ${on}.`
        : on === null
          ? say`Says it has paid ${amount}.`
          : say`Says it paid ${amount} on ${on}.`,
    dispute: (reason, amount) =>
      amount === null ? say`Dispute: ${reason}.` : say`Dispute over ${amount}: ${reason}.`,
    back: (on) => say`Away, back on ${on}.`,
    contact: (address) => say`Write to ${address} from now on.`,
    meanwhile: (address) => say`Meanwhile, write to ${address}.`,
    invoices: (number, others) =>
      others === 0
        ? say`Invoice ${number}.`
        : others === 1
          ? say`Invoice ${number} and another.`
          : say`Invoice ${number} and ${others} others.`,
    plain: (tag) => say`${tag}.`,
  },
  ground: (what, quote) => say`${what}: “${quote}”`,
  groundOf: {
    by: own("Date"),
    amount: own("Amount"),
    reason: own("Reason"),
    contact: own("Address"),
    back: own("Back"),
    iban: own("IBAN"),
    detail: own("Detail"),
  },
  taught: (tag, times, sender) => say`${tag}: as you filed ${times} messages of ${sender} before`,
  noEffect: (by, on) => say`Filed with no effect by ${by} on ${on}. The plan goes on.`,
  leftWithoutEffect: (count) =>
    count === 1
      ? say`Filed with no effect: the plan goes on.`
      : say`${count} replies filed with no effect: the plan goes on.`,
  confirmedSeveral: (count) =>
    count === 1 ? say`Reading confirmed.` : say`${count} readings confirmed.`,
  fraudRow: (iban) => say`Possible fraud: unknown IBAN ${iban}, open the message.`,
  confirmed: (tag, by, on) => say`Filed as “${tag}” by ${by} on ${on}.`,
  answered: {
    noted: say`Noted: you have answered. The plan goes on.`,
    shown: say`You have answered it.`,
  },
  draftReady: (step, name) => say`Draft ready: ${step}, ${name}.`,
  declaredSent: (step) => say`Noted as sent: ${step}.`,
  draftDiscarded: say`Draft discarded.`,
  chronology: {
    title: (debtor, creditor) => `Chronology of exchanges: ${creditor} and ${debtor}`,
    intro: (count, on) =>
      `${plural(count, "exchange", "exchanges")}, oldest first. Drawn up on ${on} from the creditor's ledger.`,
    exhibit: (number) => `Exhibit ${String(number)}`,
    noBytes: "no file: noted by the creditor",
    absent: "file absent from this vault",
    kinds: { mail: "Mail", call: "Call", letter: "Letter", meeting: "Meeting" },
    directions: { in: "received", out: "sent", internal: "internal" },
    from: "From",
    to: "To",
    subject: "Subject",
    hash: "SHA-256",
    howObtained: "Obtained",
    howToCheck:
      "To check that the files have not changed since this export: sha256sum -c manifest-sha256.txt. The hash shows that the bytes are the same; by itself it proves neither receipt nor the truth of what they say.",
  },
};

export const MAIL_WORDS: Messages<MailClaimWords & ReadingWords> = {
  fr: { ...MAIL_CLAIM_WORDS.fr, ...FR },
  en: { ...MAIL_CLAIM_WORDS.en, ...EN },
};
