import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const nombre = (count: number, one: string, many: string): string =>
  `${String(count)} ${count < 2 ? one : many}`;
const several = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** Google's own code, for whoever has to look it up. */
const coded = (code: string): string => (code === "" ? "" : ` (code ${code})`);

const fr = {
  faults: {
    offline: dire`Gmail n'a pas répondu : rien n'est perdu. Réessayez dans un instant.`,
    throttled: dire`Google demande de patienter : trop de demandes pour ce compte, ou la part du jour est épuisée. Réessayez plus tard.`,
    absent: dire`Gmail ne le trouve plus : le message a été supprimé, ou il est dans une autre boîte.`,
    "too-large": dire`C'est trop volumineux pour passer par Gmail en une fois.`,
    unreadable: dire`La réponse de Gmail n'est pas celle attendue : rien n'a été changé ici. Réessayez plus tard.`,
    unavailable: (status: number): Sentence =>
      dire`Gmail a une panne passagère (${status}) : réessayez dans quelques minutes.`,
    denied: (code: string): Sentence =>
      dire`Google ne l'autorise pas pour ce compte${own(coded(code))} : rouvrez le message, ou voyez avec l'administrateur.`,
    refused: (status: number, code: string): Sentence =>
      dire`Gmail a refusé la demande (${status}${own(code === "" ? "" : `, ${code}`)}) : rien n'a été fait.`,
  },
  draft: {
    lies: dire`Le brouillon est dans Brouillons. Relisez, puis envoyez.`,
    open: dit("Ouvrir le brouillon"),
    again: dit("Réessayer"),
    newThread: dire`Le message auquel répondre n'est pas ouvert : le brouillon ouvre un nouveau fil dans votre boîte. Votre débiteur, lui, le verra sous le même fil.`,
    notAttached: (name: Foreign): Sentence =>
      dire`Il y manque ${name}, qui n'est plus au coffre : joignez le fichier vous-même.`,
    uncertain: dire`Gmail n'a pas répondu la première fois : le brouillon y est peut-être déjà. Regardez dans Brouillons ; s'il n'y est pas, réessayez.`,
    denied: dire`Google n'a pas laissé écrire le brouillon d'ici. Ouvrez un message de ce débiteur, puis réessayez : le texte est gardé quelques heures.`,
    removed: dire`Le brouillon est retiré de Brouillons.`,
    left: dire`Le brouillon n'est plus dans Brouillons.`,
    unknown: dire`Supprimez aussi le brouillon dans Gmail : Relance n'en connaît plus l'adresse.`,
    found: (count: number): Sentence =>
      count < 2
        ? dire`Votre message envoyé est retrouvé et classé.`
        : dire`Vos ${count} messages envoyés sont retrouvés et classés.`,
  },
  thread: {
    file: dit("Classer tout le fil"),
    filed: (count: number): Sentence =>
      dire`${own(nombre(count, "message classé", "messages classés"))} au dossier.`,
    already: (count: number): Sentence =>
      dire`${own(nombre(count, "l'était déjà", "l'étaient déjà"))}.`,
    more: (count: number): Sentence =>
      dire`Il en reste ${count} : recommencez pour la suite du fil.`,
    /** `days`: of the mails left, where they are few. */
    left: (count: number, days: string, why: Sentence): Sentence =>
      dire`${own(nombre(count, "message n'est pas classé", "messages ne sont pas classés"))}${own(days === "" ? "" : ` (${days})`)}. ${why}`,
    ofOthers: dire`Un autre de vos débiteurs l'a écrit : ouvrez-le pour le classer chez lui.`,
    whole: dire`Tout le fil est déjà au dossier.`,
  },
  look: {
    places: {
      mailbox: dit("la boîte"),
      senders: dit("des expéditeurs"),
      drafts: dit("des brouillons partis"),
      reports: dit("les avis de non-remise"),
      messages: dit("des messages"),
    },
    unreached: (place: Own, count: number, why: Sentence): Sentence =>
      count === 0
        ? dire`Pas examiné : ${place}. ${why}`
        : dire`Pas examiné : ${place} (${count}). ${why}`,
    tooMany: dire`Il y en a trop pour une fois : la suite au prochain examen.`,
    outOfTime: dire`Le temps que Google accorde est passé : la suite dans une heure.`,
    denied: dire`Cette installation de Relance n'a pas le droit de chercher dans toute la boîte.`,
    toRead: (count: number): Own => dit(nombre(count, "réponse à lire", "réponses à lire")),
    none: dit("Aucune nouvelle réponse."),
    /** Of the last look: `when` is an hour of today, or a day and an hour. */
    lookedAt: (when: string, said: Sentence): Sentence => dire`Examen de ${own(when)} : ${said}`,
    stopped: dire`La recherche s'est arrêtée avant la fin : ce qui a été classé l'est bien. La suite dans une heure.`,
    /** The public manifest. */
    notWatched: dit("Réponses : non surveillées"),
    lookedByHand: dit("Vérifié, aucune réponse"),
  },
  /** Seen by whoever opens the mailbox: nothing of a debt. */
  labels: {
    "to-read": own("Relance/À lire"),
    followed: own("Relance/Suivi"),
    setting: dit("Étiqueter dans Gmail les messages classés"),
    hint: dit(
      "Deux libellés neutres, « Relance/À lire » et « Relance/Suivi », visibles de tous ceux qui ouvrent la boîte.",
    ),
  },
  diagnosis: {
    title: dit("Diagnostic"),
    hint: dire`Chaque service de Google, essayé une fois sur votre compte. Rien n'est gardé.`,
    notTried: dit("non essayé"),
    failed: (ms: number): Own => dit(`échec en ${String(ms)} ms`),
    calls: {
      properties: dit("Lire les propriétés"),
      "property-write": dit("Écrire une propriété"),
      "cache-read": dit("Lire le cache"),
      "cache-write": dit("Écrire dans le cache"),
      lock: dit("Prendre le verrou"),
      message: dit("Lire le message"),
      raw: dit("Obtenir ses octets"),
      thread: dit("Lire le fil"),
      drive: dit("Interroger Drive"),
      "drive-parallel": dit("Interroger Drive quatre fois à la fois"),
      hash: dit("Empreinte d'un mégaoctet"),
      gzip: dit("Compresser et décompresser"),
      ledger: dit("Lire le registre"),
      part: dit("Charger les règles de lecture"),
    },
  },
};
export type GmailMailMessages = typeof fr;

const en: GmailMailMessages = {
  faults: {
    offline: say`Gmail did not answer: nothing is lost. Try again in a moment.`,
    throttled: say`Google asks to wait: too many requests for this account, or the day's share is used up. Try again later.`,
    absent: say`Gmail no longer finds it: the message was deleted, or is in another mailbox.`,
    "too-large": say`It is too large to go through Gmail at once.`,
    unreadable: say`Gmail's answer is not the expected one: nothing was changed here. Try again later.`,
    unavailable: (status) =>
      say`Gmail has a passing fault (${status}): try again in a few minutes.`,
    denied: (code) =>
      say`Google does not allow it for this account${own(coded(code))}: open the message again, or ask the administrator.`,
    refused: (status, code) =>
      say`Gmail refused the request (${status}${own(code === "" ? "" : `, ${code}`)}): nothing was done.`,
  },
  draft: {
    lies: say`The draft is in Drafts. Read it through, then send it.`,
    open: own("Open the draft"),
    again: own("Try again"),
    newThread: say`The message to answer is not open: the draft begins a new thread in your mailbox. Your debtor will see it under the same thread.`,
    notAttached: (name) =>
      say`It lacks ${name}, which is no longer in the vault: attach the file yourself.`,
    uncertain: say`Gmail did not answer the first time: the draft may be there already. Look into Drafts; if it is not there, try again.`,
    denied: say`Google did not let the draft be written from here. Open a message of this debtor, then try again: its text is kept for some hours.`,
    removed: say`The draft was removed from Drafts.`,
    left: say`The draft is no longer in Drafts.`,
    unknown: say`Delete the draft in Gmail too: Relance no longer knows where it is.`,
    found: (count) =>
      count === 1
        ? say`Your sent message was found and filed.`
        : say`Your ${count} sent messages were found and filed.`,
  },
  thread: {
    file: own("File the whole thread"),
    filed: (count) => say`${own(several(count, "message filed", "messages filed"))}.`,
    already: (count) =>
      say`${own(several(count, "had been filed already", "had been filed already"))}.`,
    more: (count) => say`${count} are left: once more for the rest of the thread.`,
    left: (count, days, why) =>
      say`${own(several(count, "message was not filed", "messages were not filed"))}${own(days === "" ? "" : ` (${days})`)}. ${why}`,
    ofOthers: say`Another debtor of yours wrote it: open it to file it there.`,
    whole: say`The whole thread has been filed already.`,
  },
  look: {
    places: {
      mailbox: own("the mailbox"),
      senders: own("senders"),
      drafts: own("drafts that went out"),
      reports: own("delivery reports"),
      messages: own("messages"),
    },
    unreached: (place, count, why) =>
      count === 0
        ? say`Not looked at: ${place}. ${why}`
        : say`Not looked at: ${place} (${count}). ${why}`,
    tooMany: say`There are too many for one time: the rest at the next look.`,
    outOfTime: say`The time that Google allows has passed: the rest in an hour.`,
    denied: say`This installation of Relance may not search the whole mailbox.`,
    toRead: (count) => own(several(count, "reply to read", "replies to read")),
    none: own("No new reply."),
    lookedAt: (when, said) => say`Look of ${own(when)}: ${said}`,
    stopped: say`The look stopped before its end: what was filed is filed. The rest in an hour.`,
    notWatched: own("Replies: not watched"),
    lookedByHand: own("Checked, no reply"),
  },
  labels: {
    "to-read": own("Relance/To read"),
    followed: own("Relance/Followed up"),
    setting: own("Label filed messages in Gmail"),
    hint: own(
      "Two neutral labels, “Relance/To read” and “Relance/Followed up”, seen by everyone who opens the mailbox.",
    ),
  },
  diagnosis: {
    title: own("Diagnosis"),
    hint: say`Each of Google's services, tried once on your account. Nothing is kept.`,
    notTried: own("not tried"),
    failed: (ms) => own(`failed after ${String(ms)} ms`),
    calls: {
      properties: own("Read the properties"),
      "property-write": own("Write a property"),
      "cache-read": own("Read the cache"),
      "cache-write": own("Write to the cache"),
      lock: own("Take the lock"),
      message: own("Read the message"),
      raw: own("Get its bytes"),
      thread: own("Read the thread"),
      drive: own("Query Drive"),
      "drive-parallel": own("Query Drive four times at once"),
      hash: own("Hash a megabyte"),
      gzip: own("Pack and unpack"),
      ledger: own("Read the ledger"),
      part: own("Load the rules of reading"),
    },
  },
};

/** The words of Gmail's mailbox: what it refused, drafts, filing, looks, labels, the diagnosis. */
export const GMAIL_MAIL: Messages<GmailMailMessages> = { fr, en };
