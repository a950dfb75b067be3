import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney, groupDigits } from "#shared/kernel/money.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { Sentence } from "./locale.ts";
import { shortDate } from "./short-dates.ts";
import { dire, dit } from "./typeset.ts";

const somme = (amount: Money): string => formatMoney(amount, "fr");
const nombre = (count: number): string => groupDigits(String(count), "\u202f");
const pluriel = (count: number, one: string, many: string): string =>
  `${nombre(count)} ${count < 2 ? one : many}`;

/** Words of the desk's pages that no view model has. French is the type of all languages. */
export const deskFr = {
  shell: {
    nav: dit("Pages"),
    today: dit("Aujourd'hui"),
    aged: dit("Balance âgée"),
    debtors: dit("Débiteurs"),
    bank: dit("Banque"),
    import: dit("Import"),
    settings: dit("Réglages"),
    toMain: dit("Aller au contenu"),
    waiting: (count: number): Own => own(pluriel(count, "ligne à affecter", "lignes à affecter")),
    changedElsewhere: dire`Le registre vient d'être modifié ailleurs : dans un autre onglet, ou par une fusion. Cette page est à jour.`,
    begin: dit("Commencer"),
  },

  today: {
    work: dit("À faire"),
    reason: dit("Pourquoi"),
    amount: dit("Montant"),
    debtor: dit("Débiteur"),
  },

  aged: {
    currency: (currency: string): Own => own(`Balance âgée en ${currency}`),
    sort: (column: Own, direction: "ascending" | "descending"): Own =>
      own(`Trier par ${column.own}, ${direction === "ascending" ? "croissant" : "décroissant"}`),
    sorted: (column: Own, direction: "ascending" | "descending"): Own =>
      own(
        `Trié par ${column.own}, ordre ${direction === "ascending" ? "croissant" : "décroissant"}.`,
      ),
    export: dit("Exporter en CSV"),
    fileName: (today: CalendarDate): string => `balance-agee-${today}.csv`,
    currencyColumn: dit("Devise"),
    exported: (rows: number): Sentence =>
      dire`Balance âgée exportée : ${own(pluriel(rows, "ligne", "lignes"))}.`,
  },

  debtors: {
    title: dit("Débiteurs"),
    caption: dit("Tous les comptes du registre"),
    columns: {
      name: dit("Nom"),
      kind: dit("Nature"),
      group: dit("Groupe"),
      open: dit("Dû"),
      overdue: dit("En retard"),
      next: dit("Prochaine étape"),
    },
    filter: dit("Filtrer par nom ou par groupe"),
    count: (count: number): Own => own(pluriel(count, "débiteur", "débiteurs")),
    found: (count: number, all: number): Own =>
      own(`${pluriel(count, "débiteur", "débiteurs")} sur ${nombre(all)}`),
    range: (from: number, to: number, all: number): Own =>
      own(`${nombre(from)} à ${nombre(to)} sur ${nombre(all)}`),
    now: (step: Own): Sentence => dire`${step}, à faire`,
    dated: (step: Own, on: CalendarDate, today: CalendarDate): Sentence =>
      dire`${step}, le ${own(shortDate(on, today, "fr"))}`,
    resumes: (on: CalendarDate, today: CalendarDate): Sentence =>
      dire`À revoir le ${own(shortDate(on, today, "fr"))}`,
    waits: dire`En attente`,
    nothingOwed: dire`Ne doit rien`,
    none: dit("Aucun débiteur de ce nom."),
    clear: dit("Effacer le filtre"),
    empty: {
      title: dit("Aucun débiteur"),
      text: dit(
        "Ajoutez un débiteur, ou importez vos factures : chaque client qui y figure aura sa fiche.",
      ),
      add: dit("Ajouter un débiteur"),
      import: dit("Importer des factures"),
    },
    add: dit("Ajouter un débiteur"),
    previous: dit("Page précédente"),
    next: dit("Page suivante"),
  },

  bank: {
    title: dit("Règlements sans débiteur"),
    intro: dit(
      "L'argent reçu dont l'import n'a pas trouvé le débiteur. Tant qu'une ligne attend, la facture qu'elle paie peut être relancée à tort.",
    ),
    columns: {
      on: dit("Date"),
      amount: dit("Montant"),
      reference: dit("Libellé"),
      payer: dit("Payeur"),
    },
    debtor: dit("Débiteur"),
    choose: dit("Choisir un débiteur"),
    candidates: dit("Tapez un nom, un numéro de facture ou un montant"),
    assign: dit("Affecter"),
    assignTo: (name: Foreign): Sentence => dire`Affecter à ${name}`,
    setAside: dit("Mettre de côté"),
    reason: dit("Raison"),
    reasonHint: dit("Par exemple : remboursement du Trésor, virement interne."),
    confirmAside: dit("Mettre cette ligne de côté"),
    count: (count: number, sums: readonly Money[]): Own =>
      own(
        `${pluriel(count, "ligne", "lignes")}${sums.length === 0 ? "" : ` · ${sums.map(somme).join(" + ")}`}`,
      ),
    settled: (count: number): Own =>
      own(
        pluriel(
          count,
          "ligne déjà affectée ou mise de côté",
          "lignes déjà affectées ou mises de côté",
        ),
      ),
    none: dit("Aucun débiteur trouvé."),
    addDebtor: dit("Nouveau débiteur"),
    empty: {
      title: dit("Rien à affecter"),
      text: dit(
        "Quand un relevé importé contient un règlement dont le débiteur est inconnu, il attend ici.",
      ),
      import: dit("Importer un relevé"),
    },
  },

  import: {
    title: dit("Importer un fichier"),
    intro: dit(
      "Un fichier CSV de factures, de règlements ou d'historique. Rien n'est écrit avant votre accord, et tout s'annule en un clic.",
    ),
    drop: dit("Déposez un fichier CSV ici"),
    or: dit("ou"),
    choose: dit("Choisir un fichier"),
    chooseAnother: dit("Choisir un autre fichier"),
    reading: (name: Foreign): Sentence => dire`Lecture de ${name}…`,
    formats: dit("Ce que le fichier peut contenir"),
    formatRows: [
      {
        kind: dit("Factures"),
        columns: dit(
          "débiteur, numéro, émise le, échéance, total ; au choix nature, SIREN, email, devise, payé, commande, langue, téléphone",
        ),
      },
      {
        kind: dit("Règlements"),
        columns: dit("date, montant ; au choix devise, débiteur, facture, référence"),
      },
      {
        kind: dit("Historique"),
        columns: dit(
          "numéro, date, nature (étape, promesse, litige, appel) ; au choix montant, date promise, note",
        ),
      },
    ],
    formatsHint: dit(
      "En-têtes en français ou en anglais. Séparateur : point-virgule, virgule ou tabulation. Montants : 1 234,56 ou 1,234.56. Dates : 31/12/2026 ou 2026-12-31.",
    ),
    file: dit("Fichier"),
    as: dit("Lu comme"),
    kinds: {
      auto: dit("D'après les en-têtes"),
      invoices: dit("Factures"),
      payments: dit("Règlements"),
      history: dit("Historique"),
    },
    options: dit("Options"),
    asOf: dit("Arrêté au"),
    asOfHint: {
      invoices: dit("Le jour auquel la liste est exacte."),
      payments: dit("Le dernier jour dont les règlements figurent dans ce fichier."),
    },
    complete: dit("C'est la liste complète des factures ouvertes"),
    completeHint: dit(
      "Toute facture ouverte ici et absente du fichier sera proposée comme réglée à cette date.",
    ),
    correct: dit("Corriger ce qui diffère, comme le dit le fichier"),
    preview: dit("Ce que cet import ferait"),
    result: dit("Ce que cet import a fait"),
    counts: dit("Décompte"),
    sums: dit("Totaux"),
    problems: dit("Problèmes, ligne par ligne"),
    severities: {
      error: dit("Ligne laissée"),
      warning: dit("Ligne prise, à vérifier"),
      note: dit("À savoir"),
    },
    changes: dit("Différences avec le registre"),
    items: dit("Le détail"),
    itemsMore: (count: number): Own => own(`… et ${nombre(count)} de plus`),
    skipFaulty: (count: number): Own =>
      own(
        count < 2
          ? "J'ai vu la ligne fautive : importer le reste sans elle"
          : `J'ai vu les ${nombre(count)} lignes fautives : importer le reste sans elles`,
      ),
    write: dit("Écrire au registre"),
    again: dit("Importer un autre fichier"),
    toToday: dit("Voir la liste du jour"),
    refusals: {
      "faulty-lines": dire`Des lignes sont fautives : corrigez le fichier, ou cochez la case pour importer le reste.`,
      "as-of-missing": dire`Donnez la date d'arrêté : une liste complète ne l'est qu'à une date.`,
      nothingReadable: dire`Rien de ce fichier ne peut être pris : voyez les problèmes ci-dessous.`,
      "nothing-new": dire`Tout ce que contient ce fichier est déjà au registre.`,
      "kind-unknown": dire`Les en-têtes n'annoncent ni factures, ni règlements, ni historique : choisissez ce que contient le fichier.`,
      "not-begun": dire`Le registre n'est pas encore ouvert : dites d'abord qui vous êtes.`,
    },
    files: {
      "csv-empty": dire`Ce fichier est vide.`,
      "csv-too-long": dire`Ce fichier est trop grand pour un tableau de factures.`,
      "csv-too-large": dire`Ce fichier dépasse 32 Mo : il est trop grand pour un tableau de factures.`,
      "csv-utf-16": dire`Ce fichier est du « texte Unicode » : enregistrez-le en « CSV UTF-8 ».`,
      "csv-spreadsheet": dire`C'est un classeur : exportez la feuille en CSV.`,
      "csv-pdf": dire`C'est un PDF : exportez le tableau en CSV depuis votre logiciel.`,
      "csv-binary": dire`Ce fichier n'est pas du texte : exportez le tableau en CSV.`,
      "csv-too-many-rows": (line: number): Sentence =>
        dire`Ce fichier a trop de lignes : la lecture s'arrête à la ligne ${own(nombre(line))}.`,
      "csv-too-many-columns": (line: number): Sentence =>
        dire`Ligne ${own(nombre(line))} : trop de colonnes.`,
      "csv-field-too-long": (line: number, column: number): Sentence =>
        dire`Ligne ${own(nombre(line))}, colonne ${own(nombre(column))} : cette cellule est trop longue.`,
      "csv-quote-open": (line: number, column: number): Sentence =>
        dire`Ligne ${own(nombre(line))}, colonne ${own(nombre(column))} : le guillemet ouvert ici n'est jamais fermé.`,
    },
  },

  account: {
    tabs: dit("Vues du débiteur"),
    claim: dit("Créance"),
    file: dit("Fiche"),
    timeline: dit("Historique"),
    exportThread: dit("Exporter le fil"),
    openDraft: dit("Ouvrir le brouillon"),
    rowActions: dit("Actions"),
    invoices: dit("Factures"),
    actions: dit("Saisir"),
    settledShow: (count: number): Own =>
      own(
        count < 2 ? "Montrer la facture soldée" : `Montrer les ${nombre(count)} factures soldées`,
      ),
    settledHide: dit("Masquer les factures soldées"),
    details: dit("Identité et conditions"),
  },

  timeline: {
    showHash: dit("Voir l'empreinte"),
    hideHash: dit("Masquer l'empreinte"),
    hash: dit("SHA-256"),
    download: dit("Télécharger"),
    copy: dit("Copier"),
    copied: dit("Copié"),
    notHere: dire`Le fichier de cette pièce n'est pas sur cet appareil ; son empreinte reste au registre.`,
    pages: dit("Pages de l'historique"),
  },

  settings: {
    tabs: dit("Réglages et méthode"),
    pages: {
      settings: dit("Généraux"),
      plans: dit("Scénarios"),
      texts: dit("Textes"),
      policy: dit("Règles"),
      rates: dit("Taux"),
      handover: dit("Passer la main"),
    },
    calendar: dit("Calendrier"),
    calendarHint: dit(
      "Échéances, promesses et étapes dans un fichier .ics, pour l'agenda de votre choix.",
    ),
    calendarNamed: dit("Avec le nom des débiteurs (à ne pas partager)"),
    calendarDownload: dit("Télécharger le calendrier (.ics)"),
    calendarDone: (count: number): Sentence =>
      dire`Calendrier exporté : ${own(pluriel(count, "date", "dates"))}.`,
  },

  faults: {
    backupNow: dit("Sauvegarder maintenant"),
    unsaved: dire`Une saisie est en cours : partir d'ici la perdrait.`,
    stay: dit("Rester"),
    leave: dit("Partir sans enregistrer"),
  },
};

export type DeskMessages = typeof deskFr;
