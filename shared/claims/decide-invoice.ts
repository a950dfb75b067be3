import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfFacts } from "#shared/kernel/ids.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState, CreditNote, Invoice } from "./account.ts";
import { allocationsFit, defaultCreditAllocations } from "./allocation.ts";
import { balancesOf } from "./balances.ts";
import {
  decided,
  notBefore,
  notFound,
  notInFuture,
  positive,
  shownMoney,
  somethingChanges,
  textGiven,
} from "./checks.ts";
import type { InvoiceCommand } from "./commands.ts";
import type { Portion } from "./events.ts";
import { creditNoteIdOf, foldNumber, invoiceIdOf, portionIdOf } from "./ids.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";
import { withChanges } from "./same.ts";

type InvoiceFacts = {
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly currency: Currency;
  readonly total: number;
  readonly portions: readonly Portion[];
};

const portionsHold = (invoice: InvoiceFacts): ClaimRefusal | null => {
  const { portions, currency, total, issuedOn } = invoice;
  if (portions.length === 0) return { type: "portions-missing", field: "portions" };
  const seen = new Set<string>();
  let sum = 0;
  for (const [index, { portion, amount, dueOn }] of portions.entries()) {
    const field = `portions.${String(index)}`;
    if (seen.has(portion)) return { type: "portion-twice", portion };
    seen.add(portion);
    const refusal = positive(`${field}.amount`, amount, currency);
    if (refusal !== null) return refusal;
    if (dueOn !== null && dueOn < issuedOn)
      return { type: "date-before-issue", field: `${field}.dueOn`, date: dueOn, issuedOn };
    sum += amount;
  }
  return sum === total
    ? null
    : {
        type: "portions-do-not-add-up",
        total: shownMoney(total, currency),
        sum: shownMoney(sum, currency),
      };
};

const invoiceHolds = (invoice: InvoiceFacts, today: CalendarDate): ClaimRefusal | null =>
  textGiven("number", invoice.number) ??
  notInFuture("issuedOn", invoice.issuedOn, today) ??
  positive("total", invoice.total, invoice.currency) ??
  portionsHold(invoice);

/** Numbers are compared as ids are made: case and blanks do not count. A cancelled invoice keeps its number. */
const numberFree = (
  state: AccountState,
  number: string,
  except: string | null,
): ClaimRefusal | null => {
  const folded = foldNumber(number);
  const there = state.invoices.find(
    (invoice) => invoice.invoice !== except && foldNumber(invoice.number) === folded,
  );
  return there === undefined ? null : { type: "number-taken", number, invoice: there.invoice };
};

const recordInvoice = (
  command: Extract<InvoiceCommand, { readonly type: "record-invoice" }>,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...typed } = command;
  const number = typed.number.trim();
  const byNumber = invoiceIdOf(facts.ledger, number);
  // An invoice whose number was corrected away from this one still has the id that this number makes.
  const invoice = state.invoices.some((known) => known.invoice === byNumber)
    ? idOfFacts("invoice", [facts.ledger, foldNumber(number), facts.chance])
    : byNumber;
  const portions = typed.portions.map((portion, rank) => ({
    portion: portionIdOf(rank),
    ...portion,
  }));
  const data = { ...typed, invoice, number, portions };
  return decided([invoiceHolds(data, facts.today), numberFree(state, number, null)], {
    type: "invoice-recorded",
    data,
  });
};

const correctInvoice = (
  command: Extract<InvoiceCommand, { readonly type: "correct-invoice" }>,
  invoice: Invoice,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const [only, ...more] = invoice.portions;
  const follows =
    command.changes.total !== undefined &&
    command.changes.portions === undefined &&
    only !== undefined &&
    more.length === 0;
  const changes = follows
    ? { ...command.changes, portions: [{ ...only, amount: command.changes.total ?? only.amount }] }
    : command.changes;
  const next = withChanges<InvoiceFacts>(invoice, changes);
  return decided(
    [
      notCancelled("invoice", invoice.invoice, invoice),
      somethingChanges("invoice", invoice.invoice, changes),
      invoiceHolds(next, facts.today),
      numberFree(state, next.number, invoice.invoice),
    ],
    { type: "invoice-corrected", data: { invoice: invoice.invoice, changes } },
  );
};

const notCancelled = (
  kind: "invoice" | "credit-note",
  id: string,
  { cancelled }: Pick<Invoice, "cancelled">,
): ClaimRefusal | null =>
  cancelled === null ? null : { type: "already-cancelled", kind, id, on: cancelled.on };

const recordCreditNote = (
  command: Extract<InvoiceCommand, { readonly type: "record-credit-note" }>,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...typed } = command;
  const number = typed.number.trim();
  const folded = foldNumber(number);
  const creditNote = creditNoteIdOf(facts.ledger, number);
  const there = state.creditNotes.find(
    (note) => note.creditNote === creditNote || foldNumber(note.number) === folded,
  );
  const taken: ClaimRefusal | null =
    there === undefined
      ? null
      : { type: "credit-note-taken", number, creditNote: there.creditNote };
  const wrong =
    textGiven("number", number) ??
    notInFuture("issuedOn", typed.issuedOn, facts.today) ??
    positive("amount", typed.amount, typed.currency) ??
    taken;
  const allocations = [
    ...(typed.allocations ?? defaultCreditAllocations(balancesOf(state), typed)),
  ];
  return decided([wrong, allocationsFit(state, typed, allocations)], {
    type: "credit-note-recorded",
    data: { ...typed, creditNote, number, allocations },
  });
};

const changeCreditNote = (
  command: Extract<
    InvoiceCommand,
    { readonly type: "correct-credit-note" | "allocate-credit-note" | "cancel-credit-note" }
  >,
  note: CreditNote,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const id = note.creditNote;
  const standing = notCancelled("credit-note", id, note);
  switch (command.type) {
    case "correct-credit-note": {
      const { changes } = command;
      const next = withChanges(note, changes);
      return decided(
        [
          standing,
          somethingChanges("credit-note", id, changes),
          textGiven("number", next.number),
          notInFuture("issuedOn", next.issuedOn, facts.today),
          positive("amount", next.amount, next.currency),
          allocationsFit(state, next, next.allocations),
        ],
        { type: "credit-note-corrected", data: { creditNote: id, changes } },
      );
    }
    case "allocate-credit-note":
      return decided([standing, allocationsFit(state, note, command.allocations)], {
        type: "credit-note-allocated",
        data: { creditNote: id, allocations: command.allocations },
      });
    case "cancel-credit-note":
      return decided(
        [
          standing,
          textGiven("reason", command.reason),
          notInFuture("on", command.on, facts.today),
          notBefore("on", command.on, note.issuedOn),
        ],
        {
          type: "credit-note-cancelled",
          data: { creditNote: id, on: command.on, reason: command.reason },
        },
      );
    default:
      return unreachable(command);
  }
};

/** Invoices with their portions, and credit notes. */
export const decideInvoice = (
  command: InvoiceCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "record-invoice":
      return recordInvoice(command, state, facts);
    case "correct-invoice": {
      const invoice = state.invoices.find((known) => known.invoice === command.invoice);
      return invoice === undefined
        ? decided([{ type: "no-such-invoice", invoice: command.invoice }])
        : correctInvoice(command, invoice, state, facts);
    }
    case "cancel-invoice": {
      const { invoice: id, on, reason } = command;
      const invoice = state.invoices.find((known) => known.invoice === id);
      if (invoice === undefined) return decided([{ type: "no-such-invoice", invoice: id }]);
      return decided(
        [
          notCancelled("invoice", id, invoice),
          textGiven("reason", reason),
          notInFuture("on", on, facts.today),
          on < invoice.issuedOn
            ? { type: "date-before-issue", field: "on", date: on, issuedOn: invoice.issuedOn }
            : null,
        ],
        { type: "invoice-cancelled", data: { invoice: id, on, reason } },
      );
    }
    case "record-credit-note":
      return recordCreditNote(command, state, facts);
    case "correct-credit-note":
    case "allocate-credit-note":
    case "cancel-credit-note": {
      const note = state.creditNotes.find((known) => known.creditNote === command.creditNote);
      return note === undefined
        ? notFound("credit-note", command.creditNote)
        : changeCreditNote(command, note, state, facts);
    }
    default:
      return unreachable(command);
  }
};
