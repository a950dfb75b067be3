import type { Messages } from "./locale.ts";
import { plural } from "./figures-en.ts";
import { pluriel } from "./figures-fr.ts";

type FileFault =
  | "file-absent"
  | "input-absent"
  | "file-unwritable"
  | "file-exists"
  | "file-unreadable"
  | "backup-not-ours"
  | "backup-newer"
  | "backup-member-unknown"
  | "backup-member-broken"
  | "backup-line-broken"
  | "backup-altered"
  | "ledgers-differ"
  | "nothing-to-back-up"
  | "zip-broken"
  | "ledger-not-begun"
  | "too-busy"
  | "run-failed";

type ChainKey =
  | "header-altered"
  | "payload-altered"
  | "link-broken"
  | "gap"
  | "fork"
  | "tick-not-rising"
  | "other-ledger"
  | "tail-cut"
  | "rewritten"
  | "witness-altered";

type MailFault = "mail-empty" | "mail-too-large" | "not-a-mail" | "no-such-attachment";

/** Words of the command line. Values are texts already; what comes from outside is cleaned where it is written. */
export type CliWords = {
  readonly usage: string;
  readonly usageErrors: {
    readonly unknownCommand: (name: string) => string;
    readonly option: (detail: string) => string;
    readonly missing: (what: string) => string;
    readonly tooMany: (what: string) => string;
    readonly ledgerMissing: string;
    readonly notADate: (option: string, value: string) => string;
    readonly notAnAmount: (value: string) => string;
    readonly notAKind: (value: string) => string;
    readonly notALanguage: (value: string) => string;
    readonly notACurrency: (value: string) => string;
    readonly initNeeds: (flags: string) => string;
    readonly hint: string;
  };
  readonly ask: {
    readonly creditor: string;
    readonly author: string;
    readonly addresses: string;
    readonly ownInvoices: string;
    readonly yes: readonly string[];
    readonly no: readonly string[];
  };
  readonly files: Readonly<Record<FileFault, string>>;
  readonly mail: Readonly<Record<MailFault, string>>;
  readonly notATable: (header: string) => string;
  readonly init: (path: string, creditor: string) => string;
  readonly import: {
    readonly lines: string;
    readonly faults: string;
    readonly problems: string;
    readonly changes: string;
    readonly yes: string;
    readonly skip: string;
    readonly more: (count: number) => string;
  };
  readonly notFound: (what: string) => string;
  readonly several: (what: string) => string;
  readonly paid: (payment: string) => string;
  readonly payAgain: string;
  readonly due: {
    readonly title: (date: string) => string;
    readonly none: string;
    readonly debtor: (name: string, what: string) => string;
    readonly nothingNow: string;
    readonly next: (date: string) => string;
    readonly toCheck: string;
    readonly missing: (step: string, what: string) => string;
    readonly quiet: (count: number, names: string) => string;
    readonly overdue: string;
    readonly open: string;
    readonly late: (days: number) => string;
    readonly columns: readonly [string, string, string, string];
  };
  readonly show: {
    readonly columns: readonly [string, string, string, string, string, string];
    readonly entries: string;
    readonly entryColumns: readonly [string, string, string, string];
    readonly erased: string;
  };
  readonly backup: (path: string, entries: number) => string;
  readonly merge: (added: number, already: number, blobs: number) => string;
  readonly forks: (count: number) => string;
  readonly mergeProblems: (count: number) => string;
  readonly check: {
    readonly chain: (entries: number, writers: number) => string;
    readonly sound: string;
    readonly problems: (count: number) => string;
    readonly problem: Readonly<Record<ChainKey, string>>;
    readonly at: (writer: string, place: string) => string;
    readonly elsewhere: string;
    readonly ownHead: string;
    readonly noHead: string;
    readonly erased: (count: number) => string;
    readonly unexplained: (count: number) => string;
    readonly withheld: (count: number) => string;
    readonly absent: (count: number) => string;
    readonly discrepancies: (count: number) => string;
    readonly noDiscrepancies: string;
    readonly head: string;
  };
  readonly handover: (file: string, debtors: number) => string;
  readonly erase: {
    readonly unknown: (entry: string) => string;
    readonly short: string;
    readonly already: string;
    readonly ofTheLog: string;
    readonly blobs: (count: number) => string;
  };
  readonly read: {
    readonly tag: string;
    readonly confidence: string;
    readonly words: string;
    readonly grounds: string;
    readonly match: string;
    readonly noMatch: string;
    readonly values: string;
  };
};

const FR: CliWords = {
  usage: `Usage : relance COMMANDE [arguments] [options]

  init                      ouvre un registre : créancier, auteur, adresses
      --creditor NOM --author NOM --address A… --own-invoices [--country FR]
  import FICHIER.csv        dit ce qu'un fichier changerait ; n'écrit rien
      --yes                 l'écrit ; malgré des lignes en faute : --skip-faulty
      --kind invoices|payments|history   force le genre de fichier
      --as-of DATE          jour auquel vaut le fichier
      --complete            liste complète de l'encours à cette date
      --correct             reprend les différences avec le registre
  pay FACTURE|DÉBITEUR MONTANT   note un règlement
      [--on DATE] [--reference R] [--currency EUR] [--again]
  due [--on DATE]           qui relancer, à quelle étape, et pourquoi
  show DÉBITEUR|FACTURE     le compte [--entries : ses écritures]
  search MOTS               cherche un nom, un numéro, un montant, un téléphone
  backup FICHIER            fait une sauvegarde
  merge FICHIER             fusionne une sauvegarde, sans rien remplacer
  handover FICHIER --owner NOM   un extrait : les débiteurs que NOM suit
      [--to NOM]            et les confie à un autre, le temps d'une absence
  check [--against FICHIER] vérifie la chaîne et les écarts
  erase ÉCRITURE --reason R efface le contenu d'une écriture, pour de bon
  read FICHIER.eml…         lit des messages : mots nouveaux, étiquette, valeurs
  read --corpus FICHIER.jsonl…   lit un corpus ; [--out LECTURES.jsonl]
  read --score FICHIER.jsonl…    compare à ce qui est attendu ; [--misses]
  interest --in CAS.json    calcule des intérêts de retard, sans registre
      [--full]              avec les règles, et la source de chaque taux
  rates [--on DATE]         les taux, leurs sources, et ce qui manque

Partout : --ledger FICHIER (ou RELANCE_LEDGER), --json, --lang fr|en
Retours : 0 fait, 1 refusé, 2 usage, 3 lignes en faute ou taux manquant
`,
  usageErrors: {
    unknownCommand: (name) => `Commande inconnue : « ${name} ».`,
    option: (detail) => `Option refusée : ${detail}`,
    missing: (what) => `Il manque : ${what}.`,
    tooMany: (what) => `En trop : « ${what} ».`,
    ledgerMissing: "Quel registre ? Donnez --ledger FICHIER, ou la variable RELANCE_LEDGER.",
    notADate: (option, value) => `${option} : « ${value} » n'est pas une date (2026-12-31).`,
    notAnAmount: (value) => `« ${value} » n'est pas un montant (1234,56).`,
    notAKind: (value) => `--kind : « ${value} » n'est ni invoices, ni payments, ni history.`,
    notALanguage: (value) => `--lang : « ${value} » n'est ni fr ni en.`,
    notACurrency: (value) => `--currency : « ${value} » n'est pas une devise connue.`,
    initNeeds: (flags) =>
      `Il manque : ${flags}. Relance ne sert qu'à relancer ses propres factures : --own-invoices le confirme.`,
    hint: "Voir : relance help",
  },
  ask: {
    creditor: "Nom du créancier (votre entreprise) : ",
    author: "Votre nom : ",
    addresses: "Vos adresses électroniques (séparées par des virgules) : ",
    ownInvoices: "Sont-ce vos propres factures ? (oui/non) ",
    yes: ["oui", "o", "yes", "y"],
    no: ["non", "n", "no"],
  },
  files: {
    "file-absent": "Ce fichier n'existe pas. Pour un nouveau registre : relance init.",
    "input-absent": "Ce fichier n'existe pas : vérifiez son nom et son dossier.",
    "file-unwritable": "Rien ne peut être écrit ici : dossier absent, plein ou protégé.",
    "file-exists": "Ce fichier existe déjà : rien n'a été écrit.",
    "file-unreadable": "Ce fichier ne peut pas être lu.",
    "backup-not-ours": "Ce n'est pas un registre de Relance.",
    "backup-newer": "Ce registre vient d'une version plus récente de Relance.",
    "backup-member-unknown": "Ce registre contient une pièce inconnue de cette version.",
    "backup-member-broken": "Une pièce de ce registre n'est pas ce que dit son nom.",
    "backup-line-broken": "Une ligne de ce registre ne peut pas être lue.",
    "backup-altered": "Des écritures de cette sauvegarde ont été modifiées : rien n'a été repris.",
    "ledgers-differ": "Ces deux registres sont ceux de deux créanciers : ils ne se fusionnent pas.",
    "nothing-to-back-up": "Il n'y a encore rien à sauvegarder.",
    "zip-broken": "L'archive est endommagée.",
    "ledger-not-begun": "Le registre n'est pas encore ouvert : relance init.",
    "too-busy": "D'autres écrivent sans cesse dans ce registre : recommencez.",
    "run-failed": "L'action n'a pas pu être menée à bien.",
  },
  mail: {
    "mail-empty": "Le fichier est vide.",
    "mail-too-large": "Le message dépasse 26 Mo : il peut être classé, mais pas ouvert.",
    "not-a-mail": "Ce n'est pas un message.",
    "no-such-attachment": "Cette pièce jointe n'existe pas.",
  },
  notATable: (header) =>
    `Ni factures, ni règlements, ni historique : aucune liste n'a l'en-tête « ${header} ». Donnez un en-tête à la première ligne (débiteur, numéro, émise le, échéance, total).`,
  init: (path, creditor) => `Registre de ${creditor} ouvert : ${path}`,
  import: {
    lines: "Lignes",
    faults: "Lignes en faute",
    problems: "À voir",
    changes: "Différences",
    yes: "Pour l'écrire : ajoutez --yes",
    skip: "Pour écrire le reste sans les lignes en faute : ajoutez --yes --skip-faulty",
    more: (count) => `… et ${String(count)} de plus (--json les donne toutes)`,
  },
  notFound: (what) => `« ${what} » n'est ni une facture ni un débiteur de ce registre.`,
  several: (what) => `« ${what} » peut désigner plusieurs comptes :`,
  paid: (payment) => `Règlement noté : ${payment}`,
  payAgain: "Si c'est bien un second règlement, ajoutez --again.",
  due: {
    title: (date) => `Au ${date}`,
    none: "Aucun débiteur ne doit rien.",
    debtor: (name, what) => `${name} : ${what}`,
    nothingNow: "rien à faire",
    next: (date) => `prochaine date : ${date}`,
    toCheck: "à vérifier",
    missing: (step, what) => `à réunir avant l'étape « ${step} » : ${what}`,
    quiet: (count, names) =>
      count === 1
        ? `Rien n'est dû par : ${names}.`
        : `Rien n'est dû par ${String(count)} débiteurs : ${names}.`,
    overdue: "en retard",
    open: "ouvert",
    late: (days) => (days > 0 ? `${String(days)} j de retard` : "à échoir"),
    columns: ["Débiteur", "Étape", "En retard", "Ouvert"],
  },
  show: {
    columns: ["Facture", "Échéance", "Total", "Ouvert", "Retard", "Étape"],
    entries: "Écritures",
    entryColumns: ["Écriture", "Date", "Par", "Type"],
    erased: "effacée",
  },
  backup: (path, entries) => `Sauvegarde faite : ${path} (${String(entries)} écritures)`,
  merge: (added, already, blobs) =>
    `Fusionné : ${String(added)} écritures nouvelles, ${String(already)} déjà là, ${String(blobs)} fichiers.`,
  forks: (count) =>
    `${pluriel(count, "bifurcation", "bifurcations")} : deux copies d'un même registre ont été écrites. Les deux sont gardées.`,
  mergeProblems: (count) =>
    `Cette sauvegarde n'était pas entière (${pluriel(count, "défaut", "défauts")}) : ce qu'elle contenait d'intact est repris, le reste manque. Voir : relance check`,
  check: {
    chain: (entries, writers) =>
      `${pluriel(entries, "écriture", "écritures")}, ${pluriel(writers, "auteur", "auteurs")} de journal`,
    sound: "La chaîne est entière : rien n'a été modifié, déplacé ni retiré en son milieu.",
    problems: (count) => `${pluriel(count, "défaut", "défauts")} dans la chaîne :`,
    problem: {
      "header-altered": "en-tête modifié",
      "payload-altered": "contenu modifié",
      "link-broken": "lien rompu",
      gap: "écritures manquantes",
      fork: "bifurcation : deux écritures à la même place",
      "tick-not-rising": "ordre remonté",
      "other-ledger": "écriture d'un autre registre",
      "tail-cut": "fin coupée",
      rewritten: "journal réécrit",
      "witness-altered": "tête gardée modifiée",
    },
    at: (writer, place) => `journal ${writer}, place ${place}`,
    elsewhere: "Comparé à une tête gardée ailleurs (une sauvegarde).",
    ownHead:
      "Comparé à la seule tête que ce fichier porte : un journal réécrit en entier ne se verrait pas. Donnez --against SAUVEGARDE.",
    noHead:
      "Aucune tête à comparer : une fin coupée ne se verrait pas. Donnez --against SAUVEGARDE.",
    erased: (count) => `${pluriel(count, "contenu effacé", "contenus effacés")}.`,
    unexplained: (count) =>
      `${pluriel(count, "contenu effacé", "contenus effacés")} sans raison écrite.`,
    withheld: (count) =>
      `${pluriel(count, "contenu retenu", "contenus retenus")} dans cet extrait.`,
    absent: (count) =>
      `${pluriel(count, "fichier nommé mais absent du coffre", "fichiers nommés mais absents du coffre")}.`,
    discrepancies: (count) => `${pluriel(count, "écart", "écarts")} à régler :`,
    noDiscrepancies: "Aucun écart.",
    head: "Tête du registre",
  },
  handover: (file, debtors) =>
    `Extrait écrit : ${file} (${debtors === 1 ? "1 débiteur" : `${String(debtors)} débiteurs`}). Des autres, il ne dit que l'empreinte.`,
  erase: {
    unknown: (entry) => `Aucune écriture, ou plusieurs, ne commence par « ${entry} ».`,
    short: "Donnez au moins les 8 premiers caractères de l'écriture (show … --entries les dit).",
    already: "Cette écriture est déjà effacée.",
    ofTheLog: "Une annulation ou un effacement ne s'efface pas : ce qu'il a ôté reviendrait.",
    blobs: (count) => `Octets effacés du coffre : ${pluriel(count, "fichier", "fichiers")}.`,
  },
  read: {
    tag: "Étiquette",
    confidence: "Sûreté",
    words: "Mots nouveaux",
    grounds: "D'après",
    match: "Compte",
    noMatch: "aucun",
    values: "Valeurs",
  },
};

const EN: CliWords = {
  usage: `Usage: relance COMMAND [arguments] [options]

  init                      opens a ledger: creditor, author, addresses
      --creditor NAME --author NAME --address A… --own-invoices [--country FR]
  import FILE.csv           says what a file would change; writes nothing
      --yes                 writes it; in spite of faulty lines: --skip-faulty
      --kind invoices|payments|history   forces the kind of file
      --as-of DATE          the day the file speaks of
      --complete            it is the whole list of open items on that day
      --correct             takes over what differs from the ledger
  pay INVOICE|DEBTOR AMOUNT records a payment
      [--on DATE] [--reference R] [--currency EUR] [--again]
  due [--on DATE]           whom to chase, at which step, and why
  show DEBTOR|INVOICE       the account [--entries: its entries]
  search WORDS              finds a name, a number, an amount, a telephone
  backup FILE               makes a backup
  handover FILE --owner NAME   an extract: the debtors that NAME follows
      [--to NAME]           and passes them on to another, while away
  merge FILE                merges a backup, replacing nothing
  check [--against FILE]    checks the chain and the discrepancies
  erase ENTRY --reason R    removes the content of an entry, for good
  read FILE.eml…            reads mails: new words, tag, values
  read --corpus FILE.jsonl…   reads a corpus; [--out READINGS.jsonl]
  read --score FILE.jsonl…    compares with what is expected; [--misses]
  interest --in CASES.json  computes late-payment interest, without a ledger
      [--full]              with the rules, and the source of each rate
  rates [--on DATE]         the rates, their sources, and what is missing

Everywhere: --ledger FILE (or RELANCE_LEDGER), --json, --lang fr|en
Exit codes: 0 done, 1 refused, 2 usage, 3 faulty lines or a missing rate
`,
  usageErrors: {
    unknownCommand: (name) => `Unknown command: "${name}".`,
    option: (detail) => `Option refused: ${detail}`,
    missing: (what) => `Missing: ${what}.`,
    tooMany: (what) => `One too many: "${what}".`,
    ledgerMissing: "Which ledger? Give --ledger FILE, or the variable RELANCE_LEDGER.",
    notADate: (option, value) => `${option}: "${value}" is not a date (2026-12-31).`,
    notAnAmount: (value) => `"${value}" is not an amount (1234.56).`,
    notAKind: (value) => `--kind: "${value}" is neither invoices, nor payments, nor history.`,
    notALanguage: (value) => `--lang: "${value}" is neither fr nor en.`,
    notACurrency: (value) => `--currency: "${value}" is not a currency that is known.`,
    initNeeds: (flags) =>
      `Missing: ${flags}. Relance only chases one's own invoices: --own-invoices confirms it.`,
    hint: "See: relance help",
  },
  ask: {
    creditor: "Name of the creditor (your firm): ",
    author: "Your name: ",
    addresses: "Your email addresses (separated by commas): ",
    ownInvoices: "Are these your own invoices? (yes/no) ",
    yes: ["yes", "y", "oui", "o"],
    no: ["no", "n", "non"],
  },
  files: {
    "file-absent": "There is no such file. For a new ledger: relance init.",
    "input-absent": "There is no such file: check its name and folder.",
    "file-unwritable": "Nothing can be written here: no such folder, or it is full or protected.",
    "file-exists": "There is such a file already: nothing was written.",
    "file-unreadable": "This file cannot be read.",
    "backup-not-ours": "This is not a ledger of Relance.",
    "backup-newer": "This ledger was made by a later version of Relance.",
    "backup-member-unknown": "This ledger holds a member that this version does not know.",
    "backup-member-broken": "A member of this ledger is not what its name says.",
    "backup-line-broken": "A line of this ledger cannot be read.",
    "backup-altered": "Entries of this backup were altered: nothing was taken in.",
    "ledgers-differ": "These are the ledgers of two creditors: they do not merge.",
    "nothing-to-back-up": "There is nothing to back up yet.",
    "zip-broken": "The archive is damaged.",
    "ledger-not-begun": "The ledger is not open yet: relance init.",
    "too-busy": "Others keep writing to this ledger: try again.",
    "run-failed": "The act could not be carried out.",
  },
  mail: {
    "mail-empty": "The file is empty.",
    "mail-too-large": "The mail is over 26 MB: it can be filed, but not opened.",
    "not-a-mail": "This is not a mail.",
    "no-such-attachment": "There is no such attachment.",
  },
  notATable: (header) =>
    `Neither invoices, nor payments, nor history: no list has the header "${header}". Give the first line a header (debtor, number, issued, due, total).`,
  init: (path, creditor) => `Ledger of ${creditor} opened: ${path}`,
  import: {
    lines: "Lines",
    faults: "Faulty lines",
    problems: "To look at",
    changes: "Differences",
    yes: "To write it: add --yes",
    skip: "To write the rest without the faulty lines: add --yes --skip-faulty",
    more: (count) => `… and ${String(count)} more (--json gives them all)`,
  },
  notFound: (what) => `"${what}" is neither an invoice nor a debtor of this ledger.`,
  several: (what) => `"${what}" may mean several accounts:`,
  paid: (payment) => `Payment recorded: ${payment}`,
  payAgain: "If it really is a second payment, add --again.",
  due: {
    title: (date) => `On ${date}`,
    none: "No debtor owes anything.",
    debtor: (name, what) => `${name}: ${what}`,
    nothingNow: "nothing to do",
    next: (date) => `next date: ${date}`,
    toCheck: "to be checked",
    missing: (step, what) => `to be gathered before the step “${step}”: ${what}`,
    quiet: (count, names) =>
      count === 1
        ? `Nothing is owed by: ${names}.`
        : `Nothing is owed by ${String(count)} debtors: ${names}.`,
    overdue: "overdue",
    open: "open",
    late: (days) => (days > 0 ? `${String(days)} d late` : "not due yet"),
    columns: ["Debtor", "Step", "Overdue", "Open"],
  },
  show: {
    columns: ["Invoice", "Due", "Total", "Open", "Late", "Step"],
    entries: "Entries",
    entryColumns: ["Entry", "Date", "By", "Type"],
    erased: "erased",
  },
  backup: (path, entries) => `Backup made: ${path} (${String(entries)} entries)`,
  merge: (added, already, blobs) =>
    `Merged: ${String(added)} new entries, ${String(already)} here already, ${String(blobs)} files.`,
  forks: (count) =>
    `${plural(count, "fork", "forks")}: two copies of one ledger were written to. Both are kept.`,
  mergeProblems: (count) =>
    `This backup was not whole (${plural(count, "fault", "faults")}): what it held intact is taken in, the rest is missing. See: relance check`,
  check: {
    chain: (entries, writers) =>
      `${plural(entries, "entry", "entries")}, ${plural(writers, "writer", "writers")}`,
    sound: "The chain is whole: nothing was altered, moved or taken out of its middle.",
    problems: (count) => `${plural(count, "fault", "faults")} in the chain:`,
    problem: {
      "header-altered": "header altered",
      "payload-altered": "content altered",
      "link-broken": "link broken",
      gap: "entries missing",
      fork: "fork: two entries in one place",
      "tick-not-rising": "order goes back",
      "other-ledger": "entry of another ledger",
      "tail-cut": "tail cut off",
      rewritten: "log rewritten",
      "witness-altered": "kept head altered",
    },
    at: (writer, place) => `writer ${writer}, place ${place}`,
    elsewhere: "Compared with a head kept elsewhere (a backup).",
    ownHead:
      "Compared only with the head that this file bears: a log rewritten whole would not show. Give --against BACKUP.",
    noHead: "No head to compare with: a tail cut off would not show. Give --against BACKUP.",
    erased: (count) => `${plural(count, "content", "contents")} erased.`,
    unexplained: (count) =>
      `${plural(count, "content", "contents")} erased without a written reason.`,
    withheld: (count) => `${plural(count, "content", "contents")} withheld from this extract.`,
    absent: (count) => `${plural(count, "file", "files")} named but absent from the vault.`,
    discrepancies: (count) => `${String(count)} discrepancy(ies) to settle:`,
    noDiscrepancies: "No discrepancy.",
    head: "Ledger head",
  },
  handover: (file, debtors) =>
    `Extract written: ${file} (${debtors === 1 ? "1 debtor" : `${String(debtors)} debtors`}). Of all others it tells the fingerprint only.`,
  erase: {
    unknown: (entry) => `No entry, or several, begin with "${entry}".`,
    short: "Give at least the first 8 characters of the entry (show … --entries says them).",
    already: "This entry is erased already.",
    ofTheLog: "An undoing or an erasure is never erased: what it took away would come back.",
    blobs: (count) => `Bytes erased from the vault: ${plural(count, "file", "files")}.`,
  },
  read: {
    tag: "Tag",
    confidence: "Confidence",
    words: "New words",
    grounds: "Grounds",
    match: "Account",
    noMatch: "none",
    values: "Values",
  },
};

export const CLI_WORDS: Messages<CliWords> = { fr: FR, en: EN };
