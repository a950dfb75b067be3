/**
 * What storage could not do, for people: what happened, then what to do. The keys are the types of StoreFault, which
 * lives above this folder; a test holds the two lists together.
 */
export type StoreFaultWord =
  | "storage-refused"
  | "storage-full"
  | "storage-evicted"
  | "storage-upgraded"
  | "storage-blocked"
  | "storage-corrupt"
  | "storage-failed";

export const storeFaultFr: Readonly<Record<StoreFaultWord, string>> = {
  "storage-refused":
    "L'enregistrement est interdit ici : navigation privée, cookies tiers bloqués, ou fichier protégé. Rien de ce que vous faites ne sera conservé. Autorisez-le pour ce site ou ce fichier, ou exportez une sauvegarde avant de fermer.",
  "storage-full":
    "Il n'y a plus de place pour enregistrer. Rien n'a été écrit à moitié : votre dernière action n'est pas enregistrée. Faites une sauvegarde, libérez de l'espace, puis recommencez.",
  "storage-evicted":
    "Les données qui se trouvaient ici ont disparu : le navigateur les a effacées, ou le fichier a été supprimé. Restaurez votre dernière sauvegarde.",
  "storage-upgraded":
    "Une version plus récente de Relance est ouverte dans un autre onglet et a mis vos données à jour. Rechargez cette page pour continuer.",
  "storage-blocked":
    "Une ancienne version de Relance est encore ouverte dans un autre onglet et empêche la mise à jour de vos données. Fermez cet onglet, puis rechargez cette page.",
  "storage-corrupt":
    "Une donnée enregistrée n'est plus telle qu'elle a été écrite. Rien n'y a été ajouté. Gardez une copie de ce qui reste, puis restaurez votre dernière sauvegarde.",
  "storage-failed":
    "L'enregistrement a échoué : votre dernière action n'est pas enregistrée. Rechargez la page ou relancez la commande ; si cela se répète, faites une sauvegarde et vérifiez le disque.",
};

export const storeFaultEn: Readonly<Record<StoreFaultWord, string>> = {
  "storage-refused":
    "Saving is not allowed here: a private window, blocked third-party cookies, or a protected file. Nothing you do will be kept. Allow it for this site or file, or export a backup before you close.",
  "storage-full":
    "There is no room left to save. Nothing was half written: your last action is not saved. Make a backup, free some space, then try again.",
  "storage-evicted":
    "The data that was here is gone: the browser cleared it, or the file was deleted. Restore your latest backup.",
  "storage-upgraded":
    "A newer version of Relance is open in another tab and has updated your data. Reload this page to go on.",
  "storage-blocked":
    "An older version of Relance is still open in another tab and holds up the update of your data. Close that tab, then reload this page.",
  "storage-corrupt":
    "Something that was saved is no longer what was written. Nothing was added to it. Keep a copy of what is left, then restore your latest backup.",
  "storage-failed":
    "Saving failed: your last action is not saved. Reload the page or run the command again; if it happens again, make a backup and check the disk.",
};
