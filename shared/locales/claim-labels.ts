import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Money } from "#shared/kernel/money.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";

/** How refusals name fields, records, sums and days. */

/** A value typed or read that is shown back: no longer than a person can read at a glance. */
const VALUE_CHARS_MAX = 120;

export const seen = (value: string): Shown => foreign(value, VALUE_CHARS_MAX);

type Kinds = Readonly<Record<KindKey, string>>;

export type KindKey =
  | "debtor"
  | "contact"
  | "note"
  | "invoice"
  | "credit-note"
  | "payment"
  | "charge"
  | "promise"
  | "dispute"
  | "instalments"
  | "hold"
  | "exchange"
  | "document"
  | "draft"
  | "act"
  | "discrepancy"
  | "sensitive-hold"
  | "security"
  | "identity"
  | "payer"
  | "set-off"
  | "write-off"
  | "assignment"
  | "hand-over"
  | "insolvency"
  | "suspension"
  | "legal-fact"
  | "letter"
  | "letter-proof"
  | "approval";

const labelOf = (
  labels: ReadonlyMap<string, string>,
  field: string,
  part: (rank: number) => string,
): Own => {
  const [first = "", rank, last] = field.split(".");
  const row = Number(rank);
  if ((first !== "portions" && first !== "parts") || !Number.isInteger(row))
    return own(labels.get(field) ?? labels.get(first) ?? field);
  const name = labels.get(last ?? "");
  return own(name === undefined ? part(row + 1) : `${part(row + 1)}, ${name}`);
};

const FIELDS_FR = new Map([
  ["name", "nom"],
  ["group.name", "nom du groupe"],
  ["number", "numéro"],
  ["issuedOn", "date d'émission"],
  ["dueOn", "échéance"],
  ["total", "total TTC"],
  ["amount", "montant"],
  ["allocations", "imputation"],
  ["portions", "échéances"],
  ["parts", "versements"],
  ["on", "date"],
  ["by", "date limite"],
  ["until", "date de fin"],
  ["reason", "motif"],
  ["text", "texte"],
  ["email", "adresse de courriel"],
  ["phone", "téléphone"],
  ["address", "adresse"],
  ["siren", "SIREN"],
  ["siret", "SIRET"],
  ["vatNumber", "numéro de TVA"],
  ["country", "pays"],
  ["currency", "devise"],
  ["step", "étape"],
  ["note", "note"],
  ["quote", "citation"],
  ["condition", "condition"],
  ["order", "numéro de commande"],
  ["reference", "référence"],
  ["subject", "objet"],
  ["words", "texte de l'échange"],
  ["limitationYears", "prescription convenue"],
  ["source", "source"],
  ["who", "signataire"],
  ["owner", "responsable"],
  ["answerBy", "réponse au plus tard"],
  ["policy.insurer", "assureur"],
  ["policy.cover", "encours garanti"],
  ["principalFirstTotal", "total, principal d'abord"],
  ["interestFirstTotal", "total, intérêts d'abord"],
  ["to", "destinataire"],
  ["iban", "IBAN"],
  ["bic", "BIC"],
  ["invoices", "factures"],
  ["from", "début"],
  ["judgmentOn", "date du jugement"],
  ["publishedOn", "date de publication"],
  ["channel", "mode d'envoi"],
]);

const FIELDS_EN = new Map([
  ["name", "name"],
  ["group.name", "name of the group"],
  ["number", "number"],
  ["issuedOn", "date of issue"],
  ["dueOn", "due date"],
  ["total", "total including VAT"],
  ["amount", "amount"],
  ["allocations", "allocation"],
  ["portions", "due parts"],
  ["parts", "instalments"],
  ["on", "date"],
  ["by", "last day"],
  ["until", "end date"],
  ["reason", "reason"],
  ["text", "text"],
  ["email", "email address"],
  ["phone", "telephone"],
  ["address", "address"],
  ["siren", "SIREN"],
  ["siret", "SIRET"],
  ["vatNumber", "VAT number"],
  ["country", "country"],
  ["currency", "currency"],
  ["step", "step"],
  ["note", "note"],
  ["quote", "quotation"],
  ["condition", "condition"],
  ["order", "order number"],
  ["reference", "reference"],
  ["subject", "subject"],
  ["words", "text of the exchange"],
  ["limitationYears", "agreed limitation"],
  ["source", "source"],
  ["who", "signatory"],
  ["owner", "owner"],
  ["answerBy", "answer at the latest"],
  ["policy.insurer", "insurer"],
  ["policy.cover", "amount covered"],
  ["principalFirstTotal", "total, principal first"],
  ["interestFirstTotal", "total, interest first"],
  ["to", "recipient"],
  ["iban", "IBAN"],
  ["bic", "BIC"],
  ["invoices", "invoices"],
  ["from", "start"],
  ["judgmentOn", "day of the judgment"],
  ["publishedOn", "day of publication"],
  ["channel", "way of sending"],
]);

export const KINDS_FR: Kinds = {
  debtor: "ce débiteur",
  contact: "ce contact",
  note: "cette note",
  invoice: "cette facture",
  "credit-note": "cet avoir",
  payment: "ce règlement",
  charge: "cette somme réclamée",
  promise: "cette promesse",
  dispute: "cette contestation",
  instalments: "cet échéancier",
  hold: "cette suspension",
  exchange: "cet échange",
  document: "ce document",
  draft: "ce brouillon",
  act: "cette étape",
  discrepancy: "cet écart",
  "sensitive-hold": "cette suspension avec égard",
  security: "cette garantie",
  identity: "ce relevé d'identité",
  payer: "ce payeur",
  "set-off": "cette compensation",
  "write-off": "ce passage en perte",
  assignment: "cette cession",
  "hand-over": "cette remise",
  insolvency: "cette procédure",
  suspension: "cette suspension de la prescription",
  "legal-fact": "cette date",
  letter: "cette lettre",
  "letter-proof": "cette preuve",
  approval: "cette demande d'accord",
};

export const KINDS_EN: Kinds = {
  debtor: "this debtor",
  contact: "this contact",
  note: "this note",
  invoice: "this invoice",
  "credit-note": "this credit note",
  payment: "this payment",
  charge: "this charge",
  promise: "this promise",
  dispute: "this dispute",
  instalments: "this agreement on instalments",
  hold: "this hold",
  exchange: "this exchange",
  document: "this document",
  draft: "this draft",
  act: "this step",
  discrepancy: "this discrepancy",
  "sensitive-hold": "this considerate hold",
  security: "this security",
  identity: "this reading of the identity",
  payer: "this payer",
  "set-off": "this set-off",
  "write-off": "this write-off",
  assignment: "this assignment",
  "hand-over": "this hand-over",
  insolvency: "these proceedings",
  suspension: "this suspension of limitation",
  "legal-fact": "this date",
  letter: "this letter",
  "letter-proof": "this proof",
  approval: "this request for approval",
};

export const champ = (field: string): Own =>
  labelOf(FIELDS_FR, field, (rank) => `ligne ${String(rank)}`);
export const label = (field: string): Own =>
  labelOf(FIELDS_EN, field, (rank) => `row ${String(rank)}`);
export const somme = (amount: Money): Own => own(formatMoney(amount, "fr"));
export const sum = (amount: Money): Own => own(formatMoney(amount, "en"));
export const le = (date: CalendarDate): Own => own(longDate(date, "fr"));
export const day = (date: CalendarDate): Own => own(longDate(date, "en"));
export const identifiant = (field: string): Own =>
  own(field === "vatNumber" ? "numéro de TVA" : field.toUpperCase());
export const identifier = (field: string): Own =>
  own(field === "vatNumber" ? "VAT number" : field.toUpperCase());
