import { foldText } from "#shared/kernel/text.ts";
import type { CsvRow, CsvTable } from "./csv-rows.ts";
import type { IntakeKind, IntakeProblem } from "./problems.ts";
import { INTAKE_KINDS } from "./problems.ts";

/**
 * Names of columns, in French and English, by field: lower case, without accents, signs as blanks (`N° facture` is
 * `n facture`). Earlier names win where a file has several (`total TTC` over `montant`).
 */
type Names = Readonly<Record<string, readonly string[]>>;

const NUMBER = [
  "number",
  "numero",
  "n",
  "no",
  "invoice number",
  "invoice no",
  "invoice",
  "numero de facture",
  "numero facture",
  "n de facture",
  "n facture",
  "no facture",
  "num facture",
  "num",
  "facture",
  "piece",
  "n piece",
  "n de piece",
  "numero de piece",
  "document number",
  "reference facture",
] as const;

const CURRENCY = ["currency", "devise", "monnaie"] as const;

const DEBTOR = [
  "debtor",
  "debiteur",
  "client",
  "customer",
  "nom du client",
  "nom client",
  "customer name",
  "raison sociale",
  "company",
  "societe",
  "nom",
  "name",
  "tiers",
  "intitule",
  "intitule tiers",
  "intitule du tiers",
  "intitule client",
  "intitule du compte",
  "nom du tiers",
  "nom tiers",
  "libelle tiers",
] as const;

const OPEN = [
  "open",
  "reste du",
  "restant du",
  "montant restant du",
  "reste a payer",
  "reste a regler",
  "solde",
  "solde du",
  "montant du",
  "open balance",
  "balance due",
  "amount due",
  "outstanding",
  "balance",
] as const;

const INVOICE_COLUMNS: Names = {
  debtor: DEBTOR,
  kind: ["kind", "type", "type de client", "type de debiteur", "nature", "customer type"],
  siren: ["siren", "siret", "n siren", "n siret", "numero siren", "company number"],
  email: ["email", "e mail", "mail", "courriel", "adresse mail", "adresse email", "email address"],
  number: NUMBER,
  issued: [
    "issued",
    "issued on",
    "emise",
    "emise le",
    "emis le",
    "date d emission",
    "date de facture",
    "date facture",
    "invoice date",
    "issue date",
    "date de piece",
    "date piece",
    "date du document",
    "date",
  ],
  due: [
    "due",
    "due on",
    "due date",
    "echeance",
    "date d echeance",
    "date echeance",
    "date d echeance de la facture",
    "date limite de paiement",
    "date de reglement prevue",
    "echeant le",
    "a payer le",
    "payable le",
  ],
  total: [
    "total",
    "total ttc",
    "montant ttc",
    "ttc",
    "total amount",
    "montant total",
    "montant facture",
    "invoice amount",
    "gross",
    "montant",
    "amount",
    // A list that only says what is left: that is all that can be claimed.
    ...OPEN,
  ],
  currency: CURRENCY,
  paid: [
    "paid",
    "paye",
    "deja paye",
    "montant paye",
    "regle",
    "deja regle",
    "encaisse",
    "amount paid",
  ],
  open: OPEN,
  order: [
    "order",
    "commande",
    "n commande",
    "n de commande",
    "bon de commande",
    "numero de commande",
    "order number",
    "purchase order",
    "po",
    "n engagement",
    "engagement",
  ],
  language: ["language", "langue", "lang"],
  phone: ["phone", "telephone", "tel", "portable", "mobile", "phone number"],
  country: ["country", "pays", "code pays"],
};

const PAYMENT_COLUMNS: Names = {
  date: [
    "date",
    "paid on",
    "payment date",
    "date de paiement",
    "date paiement",
    "date de reglement",
    "date operation",
    "date de valeur",
    "booking date",
    "le",
  ],
  amount: ["amount", "montant", "credit", "somme", "montant regle", "montant paye"],
  currency: CURRENCY,
  debtor: [...DEBTOR, "payeur", "payer", "emetteur", "donneur d ordre", "counterparty"],
  invoice: ["invoice", "invoices", "factures", "numero", "number", ...NUMBER.slice(4)],
  reference: [
    "reference",
    "ref",
    "libelle",
    "motif",
    "communication",
    "remittance",
    "description",
    "label",
    "memo",
  ],
};

const HISTORY_COLUMNS: Names = {
  number: NUMBER,
  date: ["date", "on", "le", "fait le"],
  kind: ["kind", "type", "nature", "action", "evenement", "event"],
  amount: ["amount", "montant", "somme"],
  by: ["by", "pour le", "promis pour le", "avant le", "date promise", "until"],
  note: ["note", "notes", "commentaire", "comment", "remarque", "detail"],
};

export const COLUMNS: Readonly<Record<IntakeKind, Names>> = {
  invoices: INVOICE_COLUMNS,
  payments: PAYMENT_COLUMNS,
  history: HISTORY_COLUMNS,
};

export const REQUIRED: Readonly<Record<IntakeKind, readonly string[]>> = {
  invoices: ["debtor", "number", "issued", "due", "total"],
  history: ["number", "date", "kind"],
  payments: ["date", "amount"],
};

/** Where each field stands, from 0. */
export type Columns = ReadonlyMap<string, number>;

export type Header = { readonly columns: Columns; readonly problems: readonly IntakeProblem[] };

type Found = { readonly field: string; readonly rank: number; readonly index: number };

const foundIn = (kind: IntakeKind, header: CsvRow): readonly Found[] => {
  const found: Found[] = [];
  header.cells.forEach((cell, index) => {
    const name = foldText(cell);
    for (const [field, names] of Object.entries(COLUMNS[kind])) {
      const rank = names.indexOf(name);
      if (rank >= 0) found.push({ field, rank, index });
    }
  });
  return found;
};

const missingFields = (kind: IntakeKind, found: readonly Found[]): readonly string[] =>
  REQUIRED[kind].filter((field) => !found.some((one) => one.field === field));

/** Columns that only a list of invoices has. */
const OF_INVOICES_ONLY = ["siren", "email", "paid", "open", "order", "language", "phone"];

/** Whether a header is a list of invoices but for the due date: `date, client, facture, montant` may be either. */
const lacksOnlyDue = (header: CsvRow): boolean => {
  const missing = missingFields("invoices", foundIn("invoices", header));
  return missing.length === 1 && missing[0] === "due";
};

/** Taken for payments although it could be invoices: nothing in it belongs to payments alone. */
export const mayBeInvoices = (header: CsvRow): boolean => {
  if (!lacksOnlyDue(header)) return false;
  const ofInvoices = foundIn("invoices", header);
  return foundIn("payments", header).every(({ index }) =>
    ofInvoices.some((one) => one.index === index),
  );
};

/** Best matches first: what a bank calls `Type` makes no history. */
const ORDER: readonly IntakeKind[] = ["invoices", "history", "payments"];

/** Which kind of table a header announces: all its required columns are there, or most of them; null: none at all. */
export const kindOfHeader = (header: CsvRow): IntakeKind | null => {
  let best: { readonly kind: IntakeKind; readonly share: number } | null = null;
  for (const kind of ORDER) {
    const missing = missingFields(kind, foundIn(kind, header)).length;
    if (missing === 0 && !(kind === "payments" && isInvoicesWithoutDue(header))) return kind;
    const share = missing === 0 ? 0 : 1 - missing / REQUIRED[kind].length;
    if (share >= 0.5 && (best === null || share > best.share)) best = { kind, share };
  }
  return best?.kind ?? null;
};

/** Taking invoices for money received would close them: their own columns decide. */
const isInvoicesWithoutDue = (header: CsvRow): boolean =>
  lacksOnlyDue(header) &&
  foundIn("invoices", header).some(({ field }) => OF_INVOICES_ONLY.includes(field));

/** Lines that may stand above the header: a title, the firm, the day of the list. */
const ABOVE_HEADER_MAX = 15;

/** The table from its header on, where a program wrote a title above it. */
export const fromHeader = (table: CsvTable): CsvTable => {
  if (kindOfHeader(table.header) !== null) return table;
  for (const [index, row] of table.rows.slice(0, ABOVE_HEADER_MAX).entries()) {
    if (kindOfHeader(row) !== null)
      return { ...table, header: row, rows: table.rows.slice(index + 1) };
  }
  return table;
};

const problemAt = (
  { header }: CsvTable,
  code: IntakeProblem["code"],
  severity: IntakeProblem["severity"],
  field: string | null,
  index: number | null,
): IntakeProblem => ({
  code,
  severity,
  line: header.line,
  column: index === null ? null : index + 1,
  field,
  value: index === null ? "" : (header.cells[index] ?? "").trim(),
  other: null,
});

export const headerOf = (kind: IntakeKind, table: CsvTable): Header => {
  const found = foundIn(kind, table.header);
  const columns = new Map<string, number>();
  const problems: IntakeProblem[] = [];
  for (const field of Object.keys(COLUMNS[kind])) {
    const candidates = found
      .filter((one) => one.field === field)
      .sort((a, b) => a.rank - b.rank || a.index - b.index);
    const [first, second] = candidates;
    if (first === undefined) continue;
    columns.set(field, first.index);
    if (second !== undefined && second.rank === first.rank)
      problems.push(problemAt(table, "column-twice", "error", field, second.index));
  }
  for (const field of missingFields(kind, found))
    problems.push(problemAt(table, "column-missing", "error", field, null));
  const used = new Set(columns.values());
  table.header.cells.forEach((cell, index) => {
    if (cell.trim() !== "" && !used.has(index) && !problems.some((one) => one.column === index + 1))
      problems.push(problemAt(table, "column-ignored", "note", null, index));
  });
  return { columns, problems };
};

export const isIntakeKind = (text: string): text is IntakeKind =>
  (INTAKE_KINDS as readonly string[]).includes(text);
