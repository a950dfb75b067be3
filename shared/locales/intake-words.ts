import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { ownValue } from "#shared/kernel/own-value.ts";
import { own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import { say, together } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

type Of = {
  /** What stands in the file. */
  readonly value: Foreign;
  readonly field: Own;
  readonly other: number | null;
};
type Said = (of: Of) => Sentence;

type CodeKey =
  | "kind-of-file-unknown"
  | "column-missing"
  | "column-twice"
  | "column-ignored"
  | "lines-above-header"
  | "read-as-payments"
  | "list-empty"
  | "paid-from-open"
  | "value-missing"
  | "value-too-long"
  | "amount-not-readable"
  | "amount-ambiguous"
  | "amount-not-positive"
  | "amounts-mixed"
  | "date-not-readable"
  | "date-not-real"
  | "date-ambiguous"
  | "date-in-future"
  | "dates-day-first"
  | "currency-unknown"
  | "kind-unknown"
  | "kind-assumed"
  | "not-an-invoice"
  | "siren-invalid"
  | "email-invalid"
  | "language-unknown"
  | "country-unknown"
  | "step-unknown"
  | "number-twice"
  | "due-before-issued"
  | "paid-exceeds-total"
  | "open-exceeds-total"
  | "open-differs"
  | "total-line"
  | "invoice-unknown"
  | "invoice-of-another-debtor"
  | "debtor-ambiguous"
  | "paid-less-than-known"
  | "currency-differs"
  | "refused";

type What = "debtor" | "contact" | "invoice" | "payment" | "promise" | "dispute" | "step" | "call";
type Outcome = "new" | "known" | "closed" | "bank";

type CountKey =
  | "debtors"
  | "contacts"
  | "invoices"
  | "payments"
  | "closings"
  | "bank-lines"
  | "promises"
  | "disputes"
  | "steps"
  | "calls"
  | "known"
  | "changes"
  | "faulty";

type ChangedKey =
  | "name"
  | "kind"
  | "siren"
  | "email"
  | "phone"
  | "language"
  | "country"
  | "number"
  | "issued"
  | "due"
  | "total"
  | "currency"
  | "order";

type CsvFault =
  | "csv-empty"
  | "csv-too-long"
  | "csv-too-large"
  | "csv-utf-16"
  | "csv-not-text"
  | "csv-too-many-rows"
  | "csv-too-many-columns"
  | "csv-field-too-long"
  | "csv-quote-open";

type ItemOf = {
  readonly what: What;
  readonly outcome: Outcome;
  readonly debtor: Foreign | null;
  readonly subject: Foreign | null;
  readonly on: CalendarDate | null;
  readonly amount: Own | null;
  readonly allocations: readonly { readonly number: Foreign; readonly amount: Own }[];
};

/** Words about files taken in. */
export type IntakeWords = {
  readonly files: Readonly<Record<"invoices" | "payments" | "history", Own>>;
  /** Name of a column by our key; the key itself where there is none. */
  readonly field: (field: string | null) => Own;
  readonly problems: Readonly<Record<CodeKey, Said>>;
  /** Why bytes are no table. Lines and columns are said by `at`. */
  readonly csv: Readonly<Record<CsvFault, Sentence>>;
  readonly at: (line: number, column: number | null, field: Own | null, said: Sentence) => Sentence;
  /** `faulty`: lines of the file are not taken in. */
  readonly summary: (writes: boolean, faulty: boolean) => Sentence;
  readonly written: (anything: boolean) => Sentence;
  readonly counts: Readonly<Record<CountKey, Own>>;
  readonly sums: Readonly<Record<"invoices" | "payments" | "closings" | "bank", Own>>;
  readonly item: (item: ItemOf) => Sentence;
  readonly changed: Readonly<Record<ChangedKey, Own>>;
  readonly change: (of: {
    readonly line: number;
    readonly debtor: Foreign;
    readonly number: Foreign | null;
    readonly field: Own;
    readonly was: Foreign | null;
    readonly now: Foreign;
  }) => Sentence;
  readonly notices: {
    readonly paymentsKnown: (asOf: CalendarDate) => Sentence;
    readonly closingsWithheld: Sentence;
    readonly corrected: Sentence;
    readonly notCorrected: Sentence;
    readonly bank: Sentence;
  };
  readonly refusals: {
    readonly asOfMissing: Sentence;
    readonly faultyLines: (count: number) => Sentence;
  };
  readonly severity: Readonly<Record<"error" | "warning" | "note", Own>>;
};

const FIELDS_FR: Readonly<Record<string, string>> = {
  debtor: "débiteur",
  kind: "type",
  siren: "SIREN",
  email: "courriel",
  number: "numéro",
  issued: "émise le",
  due: "échéance",
  total: "total",
  currency: "devise",
  paid: "payé",
  open: "reste dû",
  order: "commande",
  language: "langue",
  phone: "téléphone",
  country: "pays",
  date: "date",
  amount: "montant",
  invoice: "facture",
  reference: "référence",
  by: "promis pour le",
  note: "note",
};

const FIELDS_EN: Readonly<Record<string, string>> = {
  siren: "SIREN",
  by: "by (date)",
};

const nameOf = (names: Readonly<Record<string, string>>, field: string | null): Own =>
  own(field === null ? "" : (ownValue(names, field) ?? field));

const joined = (parts: readonly (Sentence | null)[], between: string): Sentence =>
  parts.reduce<Sentence>(
    (all, part) =>
      part === null ? all : all.length === 0 ? part : say`${all}${own(between)}${part}`,
    [],
  );

const FR: IntakeWords = {
  files: { invoices: dit("Factures"), payments: dit("Règlements"), history: dit("Historique") },
  field: (field) => nameOf(FIELDS_FR, field),
  problems: {
    "kind-of-file-unknown": () =>
      dire`Ni factures, ni règlements, ni historique : aucune de ces listes n'a cet en-tête.`,
    "column-missing": ({ field }) =>
      dire`Il manque la colonne « ${field} » : donnez ce nom à celle qui en tient lieu, ou ajoutez-la.`,
    "column-twice": ({ field, value }) =>
      dire`Deux colonnes disent « ${field} » : « ${value} » est la seconde. Renommez ou retirez l'une des deux.`,
    "column-ignored": ({ value }) => dire`La colonne « ${value} » n'est pas lue.`,
    "lines-above-header": () =>
      dire`L'en-tête est lu ici : ce qui est au-dessus est laissé de côté.`,
    "read-as-payments": () =>
      dire`Sans colonne « échéance », ce tableau est lu comme des règlements reçus. Si ce sont des factures, ajoutez cette colonne.`,
    "list-empty": () =>
      dire`Aucune ligne sous l'en-tête. Un encours vide solderait tout : s'il l'est vraiment, soldez à la main.`,
    "paid-from-open": () =>
      dire`Ce qui manque au total, d'après cette colonne, est tenu pour payé.`,
    "value-missing": () => dire`La case est vide.`,
    "value-too-long": () => dire`Texte trop long : 300 caractères au plus.`,
    "amount-not-readable": ({ value }) =>
      dire`« ${value} » n'est pas un montant : écrivez 1234,56. Une autre devise que l'euro se dit dans la colonne « devise ».`,
    "amount-ambiguous": ({ value }) =>
      dire`« ${value} » peut se lire de deux façons, et aucun autre montant du fichier ne tranche : écrivez les centimes.`,
    "amount-not-positive": ({ value }) =>
      dire`« ${value} » : le montant doit être supérieur à zéro. Un avoir ou un remboursement se saisit à la main.`,
    "amounts-mixed": () =>
      dire`Les montants du fichier n'ont pas tous la même marque décimale : chacun est lu pour lui-même.`,
    "date-not-readable": ({ value }) =>
      dire`« ${value} » n'est pas une date : écrivez 31/12/2026 ou 2026-12-31.`,
    "date-not-real": ({ value }) => dire`« ${value} » n'existe pas (le jour vient avant le mois).`,
    "date-ambiguous": ({ value }) =>
      dire`« ${value} » : d'autres dates du fichier mettent le mois avant le jour, celle-ci peut se lire des deux façons. Écrivez 2026-12-31.`,
    "date-in-future": ({ value }) => dire`Le ${value} est encore à venir.`,
    "dates-day-first": () => dire`Les dates sont lues jour d'abord : 03/04 est le 3 avril.`,
    "currency-unknown": ({ value }) => dire`Devise inconnue : « ${value} ».`,
    "kind-unknown": ({ value }) =>
      dire`Type inconnu : « ${value} ». Écrivez entreprise, particulier, public ou non professionnel.`,
    "kind-assumed": ({ other }) =>
      (other ?? 1) > 1
        ? dire`À partir d'ici, ${other ?? 0} lignes n'ont ni type ni SIREN : leurs débiteurs sont pris pour des entreprises, sauf « M. » ou « Mme ». Le droit qui s'applique en dépend.`
        : dire`Sans type ni SIREN, le débiteur est pris pour une entreprise, sauf « M. » ou « Mme » : le droit qui s'applique en dépend.`,
    "not-an-invoice": ({ value }) =>
      dire`« ${value} » n'est pas une facture : un avoir se saisit à la main, un règlement vient d'un fichier de règlements.`,
    "siren-invalid": ({ value }) =>
      dire`« ${value} » n'est pas un SIREN (sa clé est fausse) : il est laissé de côté.`,
    "email-invalid": ({ value }) =>
      dire`« ${value} » : ce qui n'est pas une adresse est laissé de côté.`,
    "language-unknown": ({ value }) => dire`Langue inconnue, laissée de côté : « ${value} ».`,
    "country-unknown": ({ value }) => dire`Pays inconnu, laissé de côté : « ${value} ».`,
    "step-unknown": ({ value }) =>
      dire`« ${value} » ne nomme aucune étape : écrivez par exemple « relance 1 » ou « mise en demeure ».`,
    "number-twice": ({ value, other }) =>
      dire`Le numéro ${value} est aussi à la ligne ${other ?? 0} : rien ne dit laquelle est la bonne.`,
    "due-before-issued": ({ value }) => dire`L'échéance du ${value} précède l'émission.`,
    "paid-exceeds-total": ({ value }) =>
      dire`${value} : il est payé plus que le total, l'excédent reste un crédit du compte.`,
    "open-exceeds-total": ({ value }) =>
      dire`Il resterait dû ${value}, plus que le total : l'un des deux est faux.`,
    "open-differs": ({ value }) =>
      dire`Il resterait dû ${value}, ce qui n'est pas le total moins le payé : c'est le reste dû qui est retenu.`,
    "total-line": () => dire`Ligne de total, laissée de côté.`,
    "invoice-unknown": ({ value }) => dire`La facture ${value} n'est pas dans le registre.`,
    "invoice-of-another-debtor": ({ value }) =>
      dire`La facture ${value} est déjà celle d'un autre débiteur.`,
    "debtor-ambiguous": ({ value }) =>
      dire`Plusieurs débiteurs répondent à « ${value} » : précisez par le SIREN.`,
    "paid-less-than-known": ({ value }) =>
      dire`Le fichier dit payé ${value}, le registre en connaît davantage : rien n'est changé.`,
    "currency-differs": ({ value }) => dire`« ${value} » : la facture est dans une autre devise.`,
    refused: ({ value }) => dire`« ${value} » n'est pas accepté.`,
  },
  csv: {
    "csv-empty": dire`Le fichier est vide.`,
    "csv-too-long": dire`Le fichier est trop long : 32 Mo au plus.`,
    "csv-too-large": dire`Le fichier est trop volumineux : 32 Mo au plus.`,
    "csv-utf-16": dire`Le fichier est en UTF-16 (« texte Unicode ») : enregistrez-le en CSV UTF-8.`,
    "csv-not-text": dire`Ce n'est pas un CSV (classeur, PDF ou fichier binaire) : exportez-le en CSV.`,
    "csv-too-many-rows": dire`Plus de 200 000 lignes : partagez le fichier.`,
    "csv-too-many-columns": dire`Plus de 200 colonnes : ce n'est pas une telle liste.`,
    "csv-field-too-long": dire`Une case de plus de 20 000 caractères : un guillemet n'est sans doute pas fermé.`,
    "csv-quote-open": dire`Un guillemet s'ouvre ici et ne se ferme jamais.`,
  },
  at: (line, column, field, said) =>
    column === null
      ? dire`ligne ${line} : ${said}`
      : field === null
        ? dire`ligne ${line}, colonne ${column} : ${said}`
        : dire`ligne ${line}, colonne ${column} (${field}) : ${said}`,
  summary: (writes, faulty) =>
    writes
      ? dire`Rien n'est encore écrit ; voici ce qui le serait.`
      : faulty
        ? dire`Rien à écrire : les lignes en faute sont à corriger dans le fichier.`
        : dire`Rien de nouveau : le registre sait déjà tout cela.`,
  written: (anything) =>
    anything ? dire`C'est importé.` : dire`Rien de nouveau : rien n'a été écrit.`,
  counts: {
    debtors: dit("Nouveaux débiteurs"),
    contacts: dit("Nouvelles adresses"),
    invoices: dit("Nouvelles factures"),
    payments: dit("Règlements"),
    closings: dit("Soldées (absentes de la liste)"),
    "bank-lines": dit("Règlements sans débiteur connu"),
    promises: dit("Promesses"),
    disputes: dit("Litiges"),
    steps: dit("Étapes faites"),
    calls: dit("Appels"),
    known: dit("Déjà connus"),
    changes: dit("Différences"),
    faulty: dit("Lignes en faute"),
  },
  sums: {
    invoices: dit("Total des nouvelles factures"),
    payments: dit("Total des règlements"),
    closings: dit("Total soldé"),
    bank: dit("Total sans débiteur connu"),
  },
  item: ({ what, outcome, debtor, subject, on, amount, allocations }) => {
    const words: Readonly<Record<What, string>> = {
      debtor: "débiteur",
      contact: "adresse",
      invoice: "facture",
      payment: "règlement",
      promise: "promesse",
      dispute: "litige",
      step: "étape",
      call: "appel",
    };
    const outcomes: Readonly<Record<Outcome, string>> = {
      new: "",
      known: "déjà connu",
      closed: "absente de la liste : payée",
      bank: "débiteur inconnu : à affecter",
    };
    const paid = allocations.map(({ number, amount: part }) => dire`${part} sur ${number}`);
    return joined(
      [
        dire`${own(words[what])}`,
        subject === null ? null : [subject],
        debtor === null ? null : [debtor],
        amount === null ? null : [amount],
        on === null
          ? null
          : dire`${own(what === "invoice" ? "échéance le" : "le")} ${own(longDate(on, "fr"))}`,
        paid.length === 0 ? null : joined(paid, " + "),
        outcomes[outcome] === "" ? null : [dit(outcomes[outcome])],
      ],
      " · ",
    );
  },
  changed: {
    name: dit("nom"),
    kind: dit("type"),
    siren: dit("SIREN"),
    email: dit("adresse"),
    phone: dit("téléphone"),
    language: dit("langue"),
    country: dit("pays"),
    number: dit("numéro"),
    issued: dit("date d'émission"),
    due: dit("échéance"),
    total: dit("total"),
    currency: dit("devise"),
    order: dit("commande"),
  },
  change: ({ line, debtor, number, field, was, now }) =>
    dire`ligne ${line} : ${debtor}${number === null ? [] : dire`, ${number}`}, ${field} : ${was === null ? dire`rien` : dire`« ${was} »`} au registre, « ${now} » dans le fichier.`,
  notices: {
    paymentsKnown: (asOf) =>
      dire`Les règlements seront dits connus au ${own(longDate(asOf, "fr"))}.`,
    closingsWithheld: dire`Une ligne en faute n'a pas de numéro : ce que la liste ne contient plus ne peut pas être tenu pour payé.`,
    corrected: dire`Les différences sont corrigées comme le dit le fichier.`,
    notCorrected: dire`Les différences ne sont pas reprises, sauf demande.`,
    bank: dire`Les règlements sans débiteur connu attendent d'être affectés.`,
  },
  refusals: {
    asOfMissing: dire`Une liste complète vaut à une date : donnez-la.`,
    faultyLines: (count) =>
      count === 1
        ? dire`1 ligne est en faute : rien n'a été écrit.`
        : dire`${count} lignes sont en faute : rien n'a été écrit.`,
  },
  severity: { error: dit("erreur"), warning: dit("attention"), note: dit("note") },
};

const EN: IntakeWords = {
  files: { invoices: own("Invoices"), payments: own("Payments"), history: own("History") },
  field: (field) => nameOf(FIELDS_EN, field),
  problems: {
    "kind-of-file-unknown": () =>
      say`Neither invoices, nor payments, nor history: none of these lists has such a header.`,
    "column-missing": ({ field }) =>
      say`The column “${field}” is missing: give this name to the one that stands for it, or add it.`,
    "column-twice": ({ field, value }) =>
      say`Two columns say “${field}”: “${value}” is the second. Rename or remove one of them.`,
    "column-ignored": ({ value }) => say`The column “${value}” is not read.`,
    "lines-above-header": () => say`The header is read here: what stands above is left out.`,
    "read-as-payments": () =>
      say`Without a column “due”, this table is read as payments received. If these are invoices, add that column.`,
    "list-empty": () =>
      say`No line below the header. An empty list would settle everything: if it really is empty, settle by hand.`,
    "paid-from-open": () => say`What the total lacks by this column is taken for paid.`,
    "value-missing": () => say`The cell is empty.`,
    "value-too-long": () => say`The text is too long: 300 characters at most.`,
    "amount-not-readable": ({ value }) =>
      say`“${value}” is not an amount: write 1234.56. A currency other than the euro goes into the column “currency”.`,
    "amount-ambiguous": ({ value }) =>
      say`“${value}” can be read in two ways, and no other amount of the file tells which: write the cents.`,
    "amount-not-positive": ({ value }) =>
      say`“${value}”: the amount must be above zero. A credit note or a refund is entered by hand.`,
    "amounts-mixed": () =>
      say`The amounts of the file do not all have the same decimal mark: each is read by itself.`,
    "date-not-readable": ({ value }) =>
      say`“${value}” is not a date: write 31/12/2026 or 2026-12-31.`,
    "date-not-real": ({ value }) =>
      say`“${value}” does not exist (the day comes before the month).`,
    "date-ambiguous": ({ value }) =>
      say`“${value}”: other dates of the file put the month before the day, and this one can be read both ways. Write 2026-12-31.`,
    "date-in-future": ({ value }) => say`${value} is still to come.`,
    "dates-day-first": () => say`Dates are read day first: 03/04 is 3 April.`,
    "currency-unknown": ({ value }) => say`Unknown currency: “${value}”.`,
    "kind-unknown": ({ value }) =>
      say`Unknown kind: “${value}”. Write business, consumer, public or non-professional.`,
    "kind-assumed": ({ other }) =>
      (other ?? 1) > 1
        ? say`From here on ${other ?? 0} lines have neither kind nor SIREN: their debtors are taken for businesses, except “Mr” or “Mrs”. The law that applies depends on it.`
        : say`Without a kind or a SIREN the debtor is taken for a business, except “Mr” or “Mrs”: the law that applies depends on it.`,
    "not-an-invoice": ({ value }) =>
      say`“${value}” is not an invoice: a credit note is entered by hand, a payment comes with a file of payments.`,
    "siren-invalid": ({ value }) =>
      say`“${value}” is no SIREN (its check digit is wrong): left out.`,
    "email-invalid": ({ value }) => say`“${value}”: what is no address is left out.`,
    "language-unknown": ({ value }) => say`Unknown language, left out: “${value}”.`,
    "country-unknown": ({ value }) => say`Unknown country, left out: “${value}”.`,
    "step-unknown": ({ value }) =>
      say`“${value}” names no step: write for instance “reminder 1” or “formal notice”.`,
    "number-twice": ({ value, other }) =>
      say`The number ${value} is also on line ${other ?? 0}: nothing says which one is right.`,
    "due-before-issued": ({ value }) => say`Due on ${value}, before it was issued.`,
    "paid-exceeds-total": ({ value }) =>
      say`${value}: more is paid than the total, the rest stays a credit of the account.`,
    "open-exceeds-total": ({ value }) =>
      say`${value} would be left open, more than the total: one of them is wrong.`,
    "open-differs": ({ value }) =>
      say`${value} would be left open, which is not the total less what was paid: what is open counts.`,
    "total-line": () => say`A line of totals, left out.`,
    "invoice-unknown": ({ value }) => say`Invoice ${value} is not in the ledger.`,
    "invoice-of-another-debtor": ({ value }) => say`Invoice ${value} is another debtor's already.`,
    "debtor-ambiguous": ({ value }) =>
      say`Several debtors answer to “${value}”: give the SIREN as well.`,
    "paid-less-than-known": ({ value }) =>
      say`The file says ${value} was paid, the ledger knows of more: nothing is changed.`,
    "currency-differs": ({ value }) => say`“${value}”: the invoice is in another currency.`,
    refused: ({ value }) => say`“${value}” is not accepted.`,
  },
  csv: {
    "csv-empty": say`The file is empty.`,
    "csv-too-long": say`The file is too long: 32 MB at most.`,
    "csv-too-large": say`The file is too large: 32 MB at most.`,
    "csv-utf-16": say`The file is UTF-16 (“Unicode text”): save it as CSV UTF-8.`,
    "csv-not-text": say`This is no CSV (a workbook, a PDF or a binary file): export it as CSV.`,
    "csv-too-many-rows": say`More than 200,000 lines: split the file.`,
    "csv-too-many-columns": say`More than 200 columns: this is no such list.`,
    "csv-field-too-long": say`A cell of more than 20,000 characters: a quote is probably not closed.`,
    "csv-quote-open": say`A quote opens here and is never closed.`,
  },
  at: (line, column, field, said) =>
    column === null
      ? say`line ${line}: ${said}`
      : field === null
        ? say`line ${line}, column ${column}: ${said}`
        : say`line ${line}, column ${column} (${field}): ${said}`,
  summary: (writes, faulty) =>
    writes
      ? say`Nothing is written yet; this is what would be.`
      : faulty
        ? say`Nothing to write: the faulty lines are to be corrected in the file.`
        : say`Nothing new: the ledger knows all of this already.`,
  written: (anything) => (anything ? say`Imported.` : say`Nothing new: nothing was written.`),
  counts: {
    debtors: own("New debtors"),
    contacts: own("New addresses"),
    invoices: own("New invoices"),
    payments: own("Payments"),
    closings: own("Settled (no longer listed)"),
    "bank-lines": own("Payments without a known debtor"),
    promises: own("Promises"),
    disputes: own("Disputes"),
    steps: own("Steps taken"),
    calls: own("Calls"),
    known: own("Already known"),
    changes: own("Differences"),
    faulty: own("Faulty lines"),
  },
  sums: {
    invoices: own("Total of new invoices"),
    payments: own("Total of payments"),
    closings: own("Total settled"),
    bank: own("Total without a known debtor"),
  },
  item: ({ what, outcome, debtor, subject, on, amount, allocations }) => {
    const outcomes: Readonly<Record<Outcome, string>> = {
      new: "",
      known: "already known",
      closed: "no longer listed: paid",
      bank: "debtor unknown: to be assigned",
    };
    const words: Readonly<Record<What, string>> = {
      debtor: "debtor",
      contact: "address",
      invoice: "invoice",
      payment: "payment",
      promise: "promise",
      dispute: "dispute",
      step: "step",
      call: "call",
    };
    const paid = allocations.map(({ number, amount: part }) => say`${part} on ${number}`);
    return joined(
      [
        [own(words[what])],
        subject === null ? null : [subject],
        debtor === null ? null : [debtor],
        amount === null ? null : [amount],
        on === null
          ? null
          : say`${own(what === "invoice" ? "due" : "on")} ${own(longDate(on, "en"))}`,
        paid.length === 0 ? null : joined(paid, " + "),
        outcomes[outcome] === "" ? null : [own(outcomes[outcome])],
      ],
      " · ",
    );
  },
  changed: {
    name: own("name"),
    kind: own("kind"),
    siren: own("SIREN"),
    email: own("address"),
    phone: own("phone"),
    language: own("language"),
    country: own("country"),
    number: own("number"),
    issued: own("date of issue"),
    due: own("due date"),
    total: own("total"),
    currency: own("currency"),
    order: own("order"),
  },
  change: ({ line, debtor, number, field, was, now }) =>
    say`line ${line}: ${debtor}${number === null ? [] : say`, ${number}`}, ${field}: ${was === null ? say`nothing` : say`“${was}”`} in the ledger, “${now}” in the file.`,
  notices: {
    paymentsKnown: (asOf) =>
      say`Payments will be said to be known as of ${own(longDate(asOf, "en"))}.`,
    closingsWithheld: say`A faulty line has no number: what the list no longer holds cannot be taken for paid.`,
    corrected: say`Differences are corrected as the file says.`,
    notCorrected: say`Differences are not taken over unless you ask.`,
    bank: say`Payments without a known debtor wait to be assigned.`,
  },
  refusals: {
    asOfMissing: say`A complete list holds for a day: give it.`,
    faultyLines: (count) =>
      count === 1
        ? say`1 line is faulty: nothing was written.`
        : say`${count} lines are faulty: nothing was written.`,
  },
  severity: { error: own("error"), warning: own("warning"), note: own("note") },
};

export const INTAKE_WORDS: Messages<IntakeWords> = { fr: FR, en: EN };

/** For a file that no reader takes: the sentence, after the line and column where they are known. */
export const csvRefusalSentence = (
  words: IntakeWords,
  refusal: { readonly type: CsvFault; readonly line?: number; readonly column?: number },
): Sentence =>
  refusal.line === undefined
    ? together(words.csv[refusal.type])
    : words.at(refusal.line, refusal.column ?? null, null, words.csv[refusal.type]);
