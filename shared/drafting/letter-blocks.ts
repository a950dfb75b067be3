import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { addMoney, zero } from "#shared/kernel/money.ts";
import { invariant } from "#shared/kernel/result.ts";
import type { Foreign, Own, Shown } from "#shared/kernel/text.ts";
import { foldText, foreign, own } from "#shared/kernel/text.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import type { Language, Sentence } from "#shared/locales/locale.ts";
import { say, together } from "#shared/locales/locale.ts";
import type { Block, Column } from "./blocks.ts";
import type {
  ContestedFacts,
  CreditorFacts,
  DebtorFacts,
  DraftFacts,
  InvoiceFacts,
} from "./facts.ts";
import { civilityOf } from "./salutation.ts";

/** Stops a file's or a mail's megabyte-long name from drowning the letter. */
const NAME_CHARS_MAX = 160;
/** Stops a whole mail from being quoted as the words of a promise. */
const QUOTE_CHARS_MAX = 300;
/** File names spelled out; the rest is counted. */
const NAMES_SHOWN_MAX = 5;

/** A string from outside as it stands inside a line: white space runs are one space. */
export const inLine = (text: string, charsMax: number = NAME_CHARS_MAX): Foreign =>
  foreign(text.replace(/\s+/g, " ").trim(), charsMax);

/** The debtor's words inside a sentence of ours, which brings its own full stop. */
export const quoteOf = (text: string): Foreign => {
  const words = text.trim();
  const stops = words.endsWith(".") && !words.endsWith("..");
  return inLine(stops ? words.slice(0, -1) : words, QUOTE_CHARS_MAX);
};

export const paragraph = (...sentences: readonly (Sentence | null)[]): Block => ({
  type: "paragraph",
  words: together(...sentences),
});

/** Keeps what is there: a letter is a list of blocks of which some do not apply. */
export const blocksOf = (...blocks: readonly (Block | null)[]): readonly Block[] =>
  blocks.filter((block): block is Block => block !== null);

export const greeting = (debtor: DebtorFacts, language: Language, onPaper: boolean): Block => {
  const words = DRAFTING[language];
  const name = debtor.salutationName === null ? null : inLine(debtor.salutationName);
  return paragraph(
    onPaper ? words.letterGreeting(name, civilityOf(debtor.salutationName)) : words.greeting(name),
  );
};

/** Several due parts of one invoice are several rows, and one invoice. */
export const invoiceCount = (invoices: readonly InvoiceFacts[]): number =>
  new Set(invoices.map((invoice) => invoice.number)).size;

/** Sum of what is open. There is at least one invoice and one currency: the caller has checked. */
export const totalOpen = (invoices: readonly InvoiceFacts[]): Money => {
  const [first] = invoices;
  invariant(first !== undefined, "a letter has at least one invoice");
  return invoices.reduce<Money>(
    (sum, invoice) => addMoney(sum, invoice.open),
    zero(first.open.currency),
  );
};

/** The due date they share; null where they differ. */
export const commonDueDate = (invoices: readonly InvoiceFacts[]): CalendarDate | null => {
  const [first] = invoices;
  return first !== undefined && invoices.every((invoice) => invoice.dueOn === first.dueOn)
    ? first.dueOn
    : null;
};

export type Lateness = "none" | "since-due" | "late";

/** Invoices with number, dates, order number where one is known, days, and what is open; a total from two rows on. */
export const invoiceTable = (
  invoices: readonly InvoiceFacts[],
  lateness: Lateness,
  language: Language,
  caption: Own | null = null,
): Block => {
  const words = DRAFTING[language];
  const { columns, cells } = words;
  const byDueDate = [...invoices].sort((a, b) =>
    a.dueOn === b.dueOn ? (a.number < b.number ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1,
  );
  const withOrder = invoices.some((invoice) => invoice.order !== null);
  const withTotal = invoices.some((invoice) => invoice.total.minor !== invoice.open.minor);
  const parts: readonly {
    readonly column: Column;
    readonly cell: (invoice: InvoiceFacts) => Shown;
  }[] = [
    {
      column: { title: columns.invoice, align: "start" },
      cell: (invoice) => inLine(invoice.number),
    },
    {
      column: { title: columns.issued, align: "start" },
      cell: (invoice) => cells.date(invoice.issuedOn),
    },
    {
      column: { title: columns.due, align: "start" },
      cell: (invoice) => cells.date(invoice.dueOn),
    },
    ...(withOrder
      ? [
          {
            column: { title: columns.order, align: "start" } satisfies Column,
            cell: (invoice: InvoiceFacts): Shown =>
              invoice.order === null ? cells.none : inLine(invoice.order),
          },
        ]
      : []),
    ...(lateness === "none"
      ? []
      : [
          {
            column: {
              title: lateness === "late" ? columns.late : columns.sinceDue,
              align: "end",
            } satisfies Column,
            cell: (invoice: InvoiceFacts): Shown =>
              invoice.daysLate > 0 ? cells.days(invoice.daysLate) : cells.none,
          },
        ]),
    ...(withTotal
      ? [
          {
            column: { title: columns.total, align: "end" } satisfies Column,
            cell: (invoice: InvoiceFacts): Shown => cells.amount(invoice.total),
          },
        ]
      : []),
    {
      // Before its day nothing is due: it is to be paid.
      column: { title: lateness === "none" ? columns.toPay : columns.open, align: "end" },
      cell: (invoice) => cells.amount(invoice.open),
    },
  ];
  return {
    type: "table",
    caption,
    columns: parts.map((part) => part.column),
    rows: byDueDate.map((invoice) => parts.map((part) => part.cell(invoice))),
    total:
      invoices.length < 2
        ? null
        : { label: columns.totalRow, amount: cells.amount(totalOpen(invoices)) },
  };
};

/** What is disputed is said to be set aside, one sentence each; null where nothing is. */
export const setAside = (contested: readonly ContestedFacts[], language: Language): Block | null =>
  contested.length === 0
    ? null
    : paragraph(
        ...contested.map(({ number, amount, reason }) =>
          DRAFTING[language].setAside(inLine(number), amount, reason),
        ),
      );

/** Names the copies that are attached, or offers them. `invoices` is how many there are in all tables of the message. */
export const copies = (
  attachments: readonly string[],
  invoices: number,
  again: boolean,
  language: Language,
): Sentence => {
  const words = DRAFTING[language];
  if (attachments.length === 0) return words.copyOnRequest(invoices);
  const shown = attachments.slice(0, NAMES_SHOWN_MAX).map((name) => inLine(name));
  const listed = shown.reduce<Sentence>(
    (all, name) => (all.length === 0 ? [name] : say`${all}, ${name}`),
    [],
  );
  const names =
    attachments.length > NAMES_SHOWN_MAX
      ? say`${listed}${words.andMore(attachments.length - NAMES_SHOWN_MAX)}`
      : listed;
  if (attachments.length < invoices) return words.attachedSome(attachments.length, names);
  return again
    ? words.attachedAgain(attachments.length, names)
    : words.attached(attachments.length, names);
};

/** Where to pay, and what to write on the transfer: the assignee's account alone where the invoices were assigned. */
export const paymentMeans = (
  { creditor, payee, reference, language }: PaidTo,
  invoices: readonly InvoiceFacts[],
): Sentence => {
  const words = DRAFTING[language];
  const count = invoiceCount(invoices);
  const [only] = invoices;
  const label = inLine(count === 1 && only !== undefined ? only.number : reference);
  const account = (iban: string): Foreign => inLine(inGroups(iban.replace(/\s/g, ""), 4));
  const bank = (bic: string | null): Foreign | null => (bic === null ? null : inLine(bic));
  if (payee !== null && payee.iban !== null) {
    return words.payAssignee(inLine(payee.name), account(payee.iban), bank(payee.bic), label);
  }
  return payee !== null || creditor.iban === null
    ? words.payAsOnInvoice(count)
    : words.payTo(account(creditor.iban), bank(creditor.bic), label);
};

type PaidTo = Pick<DraftFacts, "creditor" | "payee" | "reference" | "language">;

/** « EI » stands beside the name of a sole trader unless it says so itself. */
export const creditorName = (creditor: CreditorFacts, language: Language): Sentence => {
  const saysEi = ` ${foldText(creditor.name)} `;
  return creditor.soleTrader &&
    !saysEi.includes(" ei ") &&
    !saysEi.includes(" entrepreneur individuel ")
    ? say`${inLine(creditor.name)} ${own(DRAFTING[language].soleTrader)}`
    : [inLine(creditor.name)];
};

/** Address, register, numbers: what French law asks for on letters and mails (C. com. R123-237, R123-238). */
export const identityLines = (creditor: CreditorFacts, language: Language): readonly Sentence[] => {
  const words = DRAFTING[language];
  const digits = creditor.siren === null ? null : creditor.siren.replace(/\D/g, "");
  const sirenSaid = digits === null || creditor.legalLine.replace(/\D/g, "").includes(digits);
  const lines: readonly (Sentence | null)[] = [
    ...creditor.address.map((line): Sentence => [inLine(line)]),
    creditor.legalLine.trim() === "" ? null : [inLine(creditor.legalLine)],
    sirenSaid ? null : words.siren(inLine(inGroups(digits, 3))),
    creditor.phone === null ? null : words.phone(inLine(creditor.phone)),
    [inLine(creditor.email)],
  ];
  return lines.filter((line): line is Sentence => line !== null);
};

/** The person who signs, where it is not the creditor himself. */
export const signatoryLine = (creditor: CreditorFacts): Sentence | null =>
  foldText(creditor.signatory) === foldText(creditor.name) ? null : [inLine(creditor.signatory)];

/** Who signs, with the legal identity of the firm. */
export const signature = (creditor: CreditorFacts, language: Language): Block => {
  const signatory = signatoryLine(creditor);
  return {
    type: "lines",
    role: "signature",
    lines: [
      ...(signatory === null ? [] : [signatory]),
      creditorName(creditor, language),
      ...identityLines(creditor, language),
    ],
  };
};

export const addresseeLines = (debtor: DebtorFacts): readonly Sentence[] =>
  [debtor.name, ...debtor.address].map((line): Sentence => [inLine(line)]);

export const addressee = (debtor: DebtorFacts): Block => ({
  type: "lines",
  role: "addressee",
  lines: addresseeLines(debtor),
});

export const foot = (reference: string, language: Language): Block => ({
  type: "lines",
  role: "foot",
  lines: [DRAFTING[language].referenceFoot(inLine(reference))],
});

export const inGroups = (text: string, size: number): string => {
  const groups: string[] = [];
  for (let at = 0; at < text.length; at += size) groups.push(text.slice(at, at + size));
  return groups.join(" ");
};
