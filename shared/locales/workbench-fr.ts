import { own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const nombre = (count: number, one: string, many: string): string =>
  `${String(count)} ${count < 2 ? one : many}`;

/** Words of the local inbox around the sidebar. French is the type of both languages. */
export const workbenchFr = {
  header: {
    product: dit("Relance"),
    sample: dit("Boîte d'exemple"),
    search: dit("Chercher un débiteur, une facture, un montant"),
    searchButton: dit("Chercher"),
    language: dit("Langue"),
    views: dit("Espaces"),
    inbox: dit("Boîte"),
    desk: dit("Bureau"),
    skip: dit("Aller au message"),
  },
  banner: {
    label: dit("À savoir"),
    sample: (day: Own): Sentence => dire`Boîte d'exemple : nous sommes le ${day}.`,
    reset: dit("Recommencer l'exemple"),
    resetSure: dire`Tout ce que vous avez fait dans l'exemple sera effacé.`,
    resetYes: dit("Effacer et recommencer"),
    resetNo: dit("Garder"),
    close: dit("Fermer"),
  },
  storage: {
    kept: dit("Tout est gardé dans ce navigateur, sur cet appareil."),
    sampleRebuilt: dire`Le navigateur avait effacé l'exemple : il vient d'être refait.`,
    backup: dit("Sauvegarder"),
    restore: dit("Restaurer une sauvegarde"),
    mailNotKept: dire`Le message est là, mais le navigateur n'a pas pu le garder : il disparaîtra avec la page.`,
  },
  panes: {
    label: dit("Vues"),
    list: dit("Messages"),
    mail: dit("Lecture"),
    relance: dit("Relance"),
  },
  folders: {
    label: dit("Dossiers"),
    inbox: dit("Réception"),
    sent: dit("Envoyés"),
    drafts: dit("Brouillons"),
    all: dit("Tout"),
  },
  list: {
    label: dit("Messages"),
    unread: dit("à lire"),
    attachment: dit("pièce jointe"),
    noSubject: dit("(sans objet)"),
    noSender: dit("(sans expéditeur)"),
    noDate: dit("sans date"),
    to: (name: Foreign): Sentence => dire`À ${name}`,
    shown: (count: number): Own => dit(nombre(count, "message", "messages")),
    drafts: (count: number): Own => dit(nombre(count, "brouillon", "brouillons")),
    unreadCount: (count: number): Own => dit(`${String(count)} à lire`),
    look: dit("Chercher des réponses"),
    looking: dit("Recherche de réponses…"),
    looked: (looked: number, filed: number): Sentence =>
      filed === 0
        ? dire`${own(nombre(looked, "message vu", "messages vus"))}, aucune nouvelle réponse.`
        : dire`${own(nombre(looked, "message vu", "messages vus"))}, ${own(nombre(filed, "classé", "classés"))}.`,
    lookFailed: dire`La recherche de réponses n'a pas pu se terminer.`,
    emptyInbox: dit("Aucun message reçu. Déposez des fichiers .eml ou un .mbox sur cette page."),
    emptySent: dit("Aucun message envoyé. Un message parti d'une de vos adresses apparaît ici."),
    emptyDrafts: dit("Aucun brouillon. « Préparer la relance », à droite, en écrit un ici."),
    emptyAll: dit("Aucun message. Déposez des fichiers .eml ou un .mbox sur cette page."),
    passedOver: (count: number): Sentence =>
      dire`${own(nombre(count, "fichier n'est pas montré", "fichiers ne sont pas montrés"))}.`,
    passedOverShow: dit("Lesquels ?"),
    passedOverHide: dit("Replier"),
    passedOverWhy: {
      "not-readable": dit("illisible ou trop gros"),
      "too-many": dit("au-delà de 20 000 messages"),
      "not-a-mail": dit("pas un message"),
    },
    passedOverMore: (count: number): Sentence => dire`et ${count} autres`,
  },
  drop: {
    here: dit("Déposez les fichiers .eml ou .mbox ici"),
    add: dit("Ajouter des messages"),
    taken: (count: number): Sentence =>
      dire`${own(nombre(count, "message ajouté", "messages ajoutés"))}.`,
    already: (count: number): Sentence =>
      dire`${own(nombre(count, "message était déjà là", "messages étaient déjà là"))}.`,
    refused: (count: number): Sentence =>
      dire`${own(nombre(count, "fichier n'est pas un message", "fichiers ne sont pas des messages"))}.`,
    tooBig: (name: Foreign): Sentence =>
      dire`${name} dépasse 1 Go : déposez-le en plusieurs parties.`,
    tooMany: (max: number): Sentence => dire`Seuls les ${max} premiers messages ont été pris.`,
  },
  mail: {
    pane: dit("Message ouvert"),
    none: dit("Choisissez un message à gauche."),
    loading: dit("Ouverture du message…"),
    from: dit("De"),
    to: dit("À"),
    cc: dit("Copie"),
    date: dit("Date"),
    others: (count: number): Own => dit(`et ${String(count)} autres`),
    noDate: dit("ce message ne porte pas de date"),
    newWords: dit("Ce qui est nouveau dans ce message"),
    noWords: dit("Ce message n'a pas de texte."),
    signature: dit("Signature"),
    quotedShow: (lines: number): Own =>
      dit(`Historique cité (${nombre(lines, "ligne", "lignes")})`),
    quotedHide: dit("Replier l'historique cité"),
    htmlAsText: dire`Ce message est en HTML : seul son texte est montré, sans images, liens ni scripts.`,
    cut: (chars: number): Sentence =>
      dire`Texte très long : les ${chars} premiers caractères sont montrés ; le fichier est entier.`,
    attachments: (count: number): Own => dit(nombre(count, "pièce jointe", "pièces jointes")),
    download: (name: Foreign): Sentence => dire`Télécharger ${name}`,
    downloadMail: dit("Télécharger le message (.eml)"),
    notReadable: dire`Cette pièce jointe n'a pas pu être lue.`,
    gone: dire`Ce message n'est plus là : le fichier a été déplacé ou effacé du dossier.`,
    serverGone: dire`Relance ne répond plus : relancez « npm start », puis rechargez cette page.`,
    tooLarge: (size: Own, max: Own): Sentence =>
      dire`Ce message pèse ${size} : au-delà de ${max}, il n'est pas affiché. Ses octets peuvent quand même être classés, à droite.`,
    unreadable: dire`Ce fichier n'a pas pu être lu comme un message. Ses octets peuvent quand même être classés, à droite.`,
    back: dit("Retour à la liste"),
    problems: {
      "too-many-addresses": dire`Plus de 500 destinataires : les premiers seulement sont lus.`,
      "too-many-headers": dire`Trop de lignes d'en-tête : les premières seulement sont lues.`,
      "too-many-references": dire`Fil très long : seuls ses derniers messages sont suivis.`,
      "too-many-attachments": dire`Plus de 500 pièces jointes : les premières seulement sont montrées.`,
      "no-date": dire`Ce message ne porte pas de date.`,
      "no-message-id": dire`Ce message n'a pas d'identifiant : il est reconnu par son empreinte.`,
      "no-sender": dire`Ce message ne dit pas qui l'envoie.`,
      "subject-cut": dire`L'objet est trop long : il est coupé ici.`,
      "text-cut": dire`Texte très long : seul le début est lu.`,
      "html-cut": dire`Texte HTML très long : seul le début est lu.`,
      "nested-too-deep": dire`Trop de parties imbriquées : seul l'en-tête est lu.`,
      "not-decoded": dire`Ce message est abîmé : seul l'en-tête est lu.`,
    },
  },
  draft: {
    pane: dit("Brouillon"),
    status: dire`Brouillon de relance. Rien n'est envoyé d'ici.`,
    to: dit("À"),
    cc: dit("Copie"),
    from: dit("De"),
    toHint: dit("Plusieurs adresses : séparez-les par une virgule."),
    subject: dit("Objet"),
    text: dit("Texte"),
    textHint: dit("La version HTML du message suit ce texte."),
    save: dit("Enregistrer"),
    saved: dire`Brouillon enregistré.`,
    unsaved: dire`Modifications non enregistrées.`,
    download: dit("Télécharger le .eml"),
    downloadHint: dire`Ouvrez le .eml dans votre messagerie pour l'envoyer, puis déclarez l'envoi ici.`,
    declare: dit("Déclarer envoyé"),
    discard: dit("Abandonner"),
    asIfSent: dit("Comme si envoyé (exemple)"),
    asIfSentDone: dire`Le message est dans Envoyés, et l'étape a été retrouvée.`,
    asIfSentNotFound: dire`Le message est dans Envoyés, mais l'étape n'a pas été retrouvée.`,
    gone: dire`Ce brouillon n'est plus là.`,
    reference: (reference: Foreign): Sentence => dire`Référence ${reference}, au pied du message.`,
    attachments: dit("Pièces jointes"),
    step: (step: Own, name: Foreign): Sentence => dire`${step} · ${name}`,
    badAddress: (address: Foreign): Sentence => dire`« ${address} » n'est pas une adresse.`,
    noRecipient: dire`Donnez au moins une adresse.`,
    badSubject: dire`L'objet doit tenir sur une ligne, en 400 caractères au plus.`,
    refused: dire`Ce brouillon ne peut pas être enregistré ainsi : vérifiez les adresses, l'objet et la longueur du texte.`,
    attachmentAbsent: (name: Foreign): Sentence => dire`${name} n'est plus dans le coffre.`,
    referenceGone: dire`La référence n'est plus dans le texte : l'envoi sera reconnu par son identifiant seulement.`,
    undo: dit("Annuler"),
  },
  begin: {
    sample: dit("Préparation de l'exemple"),
    own: dit("Ouverture de la boîte"),
    progress: (done: number, all: number): Own =>
      dit(`${String(done)} messages sur ${String(all)}`),
    failed: (detail: Foreign): Sentence => dire`L'exemple n'a pas pu être préparé (${detail}).`,
    cannotOpen: dire`La page ne peut pas joindre Relance sur cette machine. Relancez « npm start », puis ouvrez la nouvelle adresse.`,
    retry: dit("Réessayer"),
  },
  import: {
    title: (file: Foreign): Sentence => dire`Factures à reprendre : ${file}`,
    waits: dire`Présentez-vous d'abord à droite : une minute. Le fichier de factures vous attend ici.`,
    confirm: dit("Reprendre ces factures"),
    confirmSkipping: (count: number): Own =>
      dit(`Reprendre le reste, sans ${nombre(count, "ligne fautive", "lignes fautives")}`),
    asOf: dit("Règlements connus au"),
    asOfHint: dit(
      "Le jour dont parle le fichier : les relances partent de ce qui est payé ce jour-là.",
    ),
    later: dit("Plus tard"),
    notReadable: dire`Ce fichier n'est pas un tableau CSV que Relance sait lire.`,
    otherKind: dire`Ce fichier n'est pas une liste de factures : importez-le depuis le bureau.`,
    nothingNew: dire`Ce fichier n'apporte rien de nouveau.`,
    faulty: dire`Des lignes sont fautives : relisez-les, puis reprenez le reste.`,
    asOfMissing: dire`Dites d'abord de quel jour parle ce fichier.`,
    problems: dit("Lignes à vérifier"),
    more: (count: number): Sentence => dire`et ${count} autres`,
    items: dit("Ce qui serait écrit"),
    open: dit("Voir le fichier de factures"),
  },
  bytes: (count: number): Own =>
    count < 1_000
      ? dit(`${String(count)} octets`)
      : count < 1_000_000
        ? dit(`${String(Math.round(count / 1_000))} ko`)
        : dit(`${(count / 1_000_000).toFixed(1).replace(".", ",")} Mo`),
};

export type WorkbenchMessages = typeof workbenchFr;
