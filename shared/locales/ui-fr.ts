import { own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const pluriel = (count: number, one: string, many: string): string =>
  `${String(count)} ${count < 2 ? one : many}`;

/** Words of the shell of the pages: tabs, forms, what could not be done. French is the type of all languages. */
export const uiFr = {
  shell: {
    name: dit("Relance"),
    tabs: dit("Vues"),
    mail: dit("Message"),
    today: dit("Aujourd'hui"),
    search: dit("Chercher"),
    settings: dit("Réglages"),
    back: dit("Retour"),
    more: dit("Autres actions"),
    moreOf: (name: Foreign): Sentence => dire`Autres actions : ${name}`,
    close: dit("Fermer"),
    loading: dit("Lecture du registre…"),
    working: dit("En cours…"),
    retry: dit("Réessayer"),
    undo: dit("Annuler"),
    done: dit("Fait"),
    doneRow: (name: Foreign): Sentence => dire`Fait : ${name}`,
    changedElsewhere: dit("Modifié ailleurs"),
    severalReplies: dit("Traiter plusieurs réponses"),
    goneElsewhere: (name: Foreign): Sentence =>
      dire`${name} : traité dans un autre onglet ou sur un autre appareil.`,
    otherMail: dire`Un autre message est ouvert.`,
    showMail: dit("Le voir"),
    optional: dit("facultatif"),
    why: dit("Pourquoi ?"),
    hide: dit("Replier"),
    showAll: dit("Tout afficher"),
    all: dit("Tous"),
    filters: dit("Filtres"),
    rows: dit("À faire aujourd'hui"),
    noRowOfChip: dit("Rien de ce genre aujourd'hui."),
    exhibit: dit("Pièce"),
    save: dit("Enregistrer"),
    cancel: dit("Annuler"),
    confirm: dit("Confirmer"),
    deskOnly: dire`Cette page demande plus de place : elle est dans le bureau de Relance.`,
    copied: dit("Copié"),
    queue: (at: number, of: number): Own => own(`${String(at)} sur ${String(of)}`),
    next: dit("Suivant"),
    notReached: dire`Ce message ne peut pas être ouvert d'ici. Cherchez-le dans votre messagerie.`,
    draftGone: dire`Ce brouillon n'est plus dans la messagerie : il a été envoyé ou supprimé.`,
    draftsReady: (count: number): Sentence =>
      dire`${own(pluriel(count, "brouillon préparé", "brouillons préparés"))}.`,
    draftsPartly: (done: number, of: number): Sentence =>
      dire`${own(pluriel(done, "brouillon préparé", "brouillons préparés"))} sur ${of}.`,
    exported: dire`Le fil est exporté.`,
  },

  mail: {
    about: dit("Message ouvert"),
    suggestion: dit("Lecture de la réponse"),
    tag: dit("Type de réponse"),
    reason: dit("Motif du litige"),
    promisedBy: dit("Au plus tard le"),
    promised: dit("Montant promis"),
    wholeIfEmpty: dit("Vide : la totalité."),
    disputed: dit("Montant contesté"),
    mustAct: dit("À qui d'agir ?"),
    mustActUs: dit("À nous"),
    mustActThem: dit("Au débiteur"),
    backOn: dit("De retour le"),
    contact: dit("Écrire désormais à"),
    invoices: dit("Factures concernées"),
    invoicesHint: dit("Aucune cochée : tout ce qui est ouvert."),
    part: (rank: number): Own => own(`Versement ${String(rank)}`),
    why: dit("D'où vient cette lecture ?"),
    choose: dit("Quel débiteur ?"),
    name: dit("Nom du débiteur"),
    nameHint: dit("Tel qu'il doit figurer sur les relances."),
    addDebtor: dit("Nouveau débiteur"),
    attach: dit("Rattacher à un débiteur connu"),
    fullHash: dit("Empreinte complète"),
    followTitle: dit("Suivre cette facture"),
    followHint: dit("Lu dans le message : vérifiez, complétez, enregistrez."),
    words: dit("Leurs mots"),
    noMail: {
      title: dit("Aucun message ouvert"),
      text: dit(
        "Ouvrez la réponse d'un débiteur : Relance dit qui il est, ce qu'il doit, ce qu'il répond et la prochaine étape.",
      ),
    },
  },

  claim: {
    invoices: dit("Factures"),
    settled: (count: number): Own => own(pluriel(count, "facture soldée", "factures soldées")),
    due: dit("échéance"),
    openOf: (open: Own, total: Own): Sentence => dire`${open} sur ${total}`,
    draft: dit("Le prochain brouillon"),
    step: dit("Étape"),
    tone: dit("Ton"),
    language: dit("Langue"),
    recipients: dit("À"),
    included: dit("Factures relancées"),
    lower: dit("Citées, étape moindre"),
    contested: dit("En litige, à part"),
    waiting: dit("Brouillons en attente"),
    enter: dit("Saisir"),
    balances: dit("Soldes"),
    group: dit("Groupe"),
    forms: dit("Actions"),
  },

  timeline: {
    newer: dit("Plus récent"),
    older: dit("Plus ancien"),
    open: dit("Voir le message"),
    download: dit("Télécharger la pièce"),
    notHere: dire`Le fichier de cette pièce n'est pas sur cet appareil. Son empreinte est au registre.`,
    hash: dit("SHA-256"),
  },

  search: {
    results: dit("Résultats"),
    clear: dit("Effacer"),
  },

  settings: {
    identity: dit("Votre entreprise"),
    language: dit("Langue de l'écran"),
    languages: { fr: dit("Français"), en: dit("English") },
    author: dit("Votre nom"),
    authorHint: dit("Il signe chaque écriture du registre."),
    data: dit("Vos données"),
    backup: dit("Sauvegarder"),
    restore: dit("Restaurer une sauvegarde"),
    restoreHint: dit("Fusionne : rien de ce qui est ici n'est écrasé."),
    check: dit("Vérifier le registre"),
    checked: dit("Résultat de la vérification"),
    desk: dit("Ouvrir le bureau"),
    start: dit("Commencer"),
    saved: dire`Réglages enregistrés.`,
    yes: dit("Oui"),
    no: dit("Non"),
    fileTooBig: dire`Ce fichier dépasse 500 Mo : ce n'est pas une sauvegarde de Relance.`,
  },

  firstRun: {
    question: dit("Vos factures"),
    change: dit("Modifier la réponse"),
  },

  faults: {
    "storage-refused": dire`Le navigateur interdit le stockage ici : rien n'a été enregistré.`,
    "storage-full": dire`Le stockage est plein : rien n'a été enregistré. Faites une sauvegarde, puis libérez de la place.`,
    "storage-evicted": dire`Le navigateur a effacé les données de Relance. Restaurez votre dernière sauvegarde.`,
    "storage-upgraded": dire`Un autre onglet utilise une version plus récente : rechargez cette page.`,
    "storage-blocked": dire`Un autre onglet garde une version plus ancienne ouverte : fermez-le ou rechargez-le.`,
    "storage-corrupt": dire`Une donnée enregistrée n'est plus ce qui avait été écrit. Vérifiez le registre dans les réglages.`,
    "storage-failed": dire`Le stockage a répondu par une erreur : rien n'a été enregistré.`,
    "act-failed": dire`C'est noté au registre, mais la messagerie n'a pas suivi. Réessayez.`,
    "ledger-not-begun": dire`Le registre n'est pas encore ouvert : dites d'abord qui vous êtes.`,
    "too-busy": dire`Un autre onglet écrit sans cesse : rien n'a été enregistré. Réessayez.`,
    "bytes-missing": dire`Le fichier du message manque ou a changé : rien n'a été enregistré. Rouvrez le message.`,
    cancelled: dire`Abandonné : rien n'a été enregistré.`,
    notLoaded: dire`Cette partie de Relance n'a pas pu être chargée : rien n'a été fait. Réessayez, ou rouvrez Relance une fois le réseau revenu.`,
    unforeseen: dit(
      "Quelque chose d'imprévu s'est produit ; rien n'indique que ce soit enregistré.",
    ),
  },
};

export type UiMessages = typeof uiFr;
