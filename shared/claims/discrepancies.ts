import { idOfFacts } from "#shared/kernel/ids.ts";
import { MINOR_MAX, money } from "#shared/kernel/money.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import type { AccountState, Invoice } from "./account.ts";
import { assignmentOf } from "./assignments.ts";
import type { EntryNote } from "./entry-note.ts";
import { balancesOf } from "./balances.ts";
import type { AccountBalances } from "./balances.ts";

export type DiscrepancyCode =
  | "payment-of-unknown-invoice"
  | "credit-of-unknown-invoice"
  | "invoice-unknown"
  | "over-allocated"
  | "currency-differs"
  | "cancelled-invoice-paid"
  | "over-credited"
  | "amount-below-zero"
  | "recorded-twice"
  | "of-unknown"
  | "portions-do-not-add-up"
  /** Came in on our account, of an invoice that is assigned and to be paid on another. */
  | "paid-to-wrong-account"
  | "entry-not-readable"
  | "debtor-unknown";

export type DiscrepancyChoice = "accept" | "void-entry" | "allocate" | "correct";

/** Entries that do not fit together, with what can be done. It blocks escalation until settled or accepted. */
export type Discrepancy = {
  /** Made from the facts: it lasts as long as they do, and an acceptance lapses when they change. */
  readonly id: string;
  readonly code: DiscrepancyCode;
  /** Ids of what it is about: the payment first, then the invoice. */
  readonly subjects: readonly string[];
  /** Hashes of the entries concerned. */
  readonly entries: readonly string[];
  /** Empty where only a newer version of Relance can read the entry. */
  readonly choices: readonly DiscrepancyChoice[];
  readonly amounts: readonly Money[];
};

const discrepancy = (
  code: DiscrepancyCode,
  subjects: readonly string[],
  entries: readonly EntryNote[],
  choices: readonly DiscrepancyChoice[],
  amounts: readonly Money[],
): Discrepancy => ({
  id: idOfFacts("discrepancy", [
    code,
    ...subjects,
    ...amounts.map(({ minor, currency }) => `${String(minor)} ${currency}`),
  ]),
  code,
  subjects,
  entries: entries.map((entry) => entry.hash),
  choices,
  amounts,
});

type Given = {
  readonly currency: Currency;
  readonly amount: number;
  readonly allocations: readonly { readonly invoice: string; readonly amount: number }[];
  readonly entry: EntryNote;
};

/** Nearly all of a ledger's money fits: nothing is made for what does. */
const ofAllocations = (
  id: string,
  { currency, amount: given, allocations, entry }: Given,
  unknown: "payment-of-unknown-invoice" | "credit-of-unknown-invoice",
  invoices: ReadonlyMap<string, Invoice>,
  found: Discrepancy[],
): void => {
  let sum = 0;
  for (const { invoice: target, amount } of allocations) {
    sum += amount > 0 ? amount : 0;
    const invoice = invoices.get(target);
    if (invoice !== undefined && invoice.cancelled === null && invoice.currency === currency)
      continue;
    const amounts = [boundedMoney(amount, currency)];
    if (invoice === undefined) {
      found.push(
        discrepancy(unknown, [id, target], [entry], ["allocate", "void-entry", "accept"], amounts),
      );
    } else if (invoice.cancelled !== null) {
      found.push(
        discrepancy(
          "cancelled-invoice-paid",
          [id, target],
          [entry, invoice.entry],
          ["allocate", "void-entry", "accept"],
          amounts,
        ),
      );
    } else {
      found.push(
        discrepancy(
          "currency-differs",
          [id, target],
          [entry, invoice.entry],
          ["allocate", "correct", "void-entry", "accept"],
          [...amounts, boundedMoney(invoice.total, invoice.currency)],
        ),
      );
    }
  }
  if (sum > Math.max(0, given)) {
    found.push(
      discrepancy(
        "over-allocated",
        [id],
        [entry],
        ["allocate", "correct", "void-entry", "accept"],
        [boundedMoney(given, currency), boundedMoney(sum, currency)],
      ),
    );
  }
  if (given < 0) found.push(belowZero(id, given, currency, entry));
};

const belowZero = (id: string, amount: number, currency: Currency, entry: EntryNote): Discrepancy =>
  discrepancy(
    "amount-below-zero",
    [id],
    [entry],
    ["correct", "void-entry", "accept"],
    [boundedMoney(amount, currency)],
  );

/** Sums of hostile amounts may leave the range that money can have: the figure shown is then its bound. */
const boundedMoney = (minor: number, currency: Currency): Money =>
  money(Math.max(-MINOR_MAX, Math.min(MINOR_MAX, minor)), currency);

const ofMoneyIn = (
  state: AccountState,
  invoices: ReadonlyMap<string, Invoice>,
): readonly Discrepancy[] => {
  const found: Discrepancy[] = [];
  for (const payment of state.payments) {
    if (payment.reversed !== null) continue;
    ofAllocations(payment.payment, payment, "payment-of-unknown-invoice", invoices, found);
  }
  for (const note of state.creditNotes) {
    if (note.cancelled !== null) continue;
    ofAllocations(note.creditNote, note, "credit-of-unknown-invoice", invoices, found);
  }
  return found;
};

/** A file or the bank says what came in on our account; what is typed by hand may be what the assignee told us. */
const ofAssigned = (state: AccountState): readonly Discrepancy[] => {
  if (state.file === null || state.file.assignments.length === 0) return [];
  return state.payments.flatMap((payment) => {
    if (payment.reversed !== null || payment.source === "hand") return [];
    return payment.allocations.flatMap(({ invoice, amount }) => {
      const assignment = assignmentOf(state, invoice);
      if (assignment === null || assignment.iban === null || payment.on < assignment.on) return [];
      const [subjects, amounts] = [
        [payment.payment, invoice],
        [boundedMoney(amount, payment.currency)],
      ];
      const entries = [payment.entry, assignment.entry];
      return discrepancy(
        "paid-to-wrong-account",
        subjects,
        entries,
        ["accept", "allocate"],
        amounts,
      );
    });
  });
};

const ofInvoices = (state: AccountState, balances: AccountBalances): readonly Discrepancy[] => {
  const found: Discrepancy[] = [];
  for (const { invoice, credited, total, currency } of balances.invoices) {
    const sum = invoice.portions.reduce((before, portion) => before + portion.amount, 0);
    if (sum !== total) {
      found.push(
        discrepancy(
          "portions-do-not-add-up",
          [invoice.invoice],
          [invoice.entry],
          ["correct", "accept"],
          [boundedMoney(total, currency), boundedMoney(sum, currency)],
        ),
      );
    }
    if (total < 0) found.push(belowZero(invoice.invoice, total, currency, invoice.entry));
    if (credited > Math.max(0, total)) {
      const notes = state.creditNotes.filter(
        (note) =>
          note.cancelled === null &&
          note.allocations.some((allocation) => allocation.invoice === invoice.invoice),
      );
      found.push(
        discrepancy(
          "over-credited",
          [invoice.invoice, ...notes.map((note) => note.creditNote)],
          [invoice.entry, ...notes.map((note) => note.entry)],
          ["allocate", "correct", "accept"],
          [boundedMoney(total, currency), boundedMoney(credited, currency)],
        ),
      );
    }
  }
  return found;
};

/** Charges, disputes, promises, instalments and holds that name an invoice which is not here. */
const ofNames = (
  state: AccountState,
  invoices: ReadonlyMap<string, Invoice>,
): readonly Discrepancy[] => {
  const found: Discrepancy[] = [];
  const named = (id: string, targets: readonly string[], entry: EntryNote): void => {
    for (const target of targets) {
      if (!invoices.has(target)) {
        const choices = ["correct", "void-entry", "accept"] as const;
        found.push(discrepancy("invoice-unknown", [id, target], [entry], choices, []));
      }
    }
  };
  for (const charge of state.charges) {
    named(charge.charge, [charge.invoice], charge.entry);
    const invoice = invoices.get(charge.invoice);
    if (invoice !== undefined && invoice.currency !== charge.currency) {
      found.push(
        discrepancy(
          "currency-differs",
          [charge.charge, charge.invoice],
          [charge.entry, invoice.entry],
          ["void-entry", "accept"],
          [
            boundedMoney(charge.amount, charge.currency),
            boundedMoney(invoice.total, invoice.currency),
          ],
        ),
      );
    }
  }
  for (const dispute of state.disputes)
    if (dispute.resolved === null) named(dispute.dispute, [dispute.invoice], dispute.entry);
  for (const promise of state.promises)
    if (promise.withdrawn === null) named(promise.promise, promise.invoices, promise.entry);
  for (const plan of state.instalments)
    if (plan.ended === null) named(plan.instalments, plan.invoices, plan.entry);
  if (state.file !== null) {
    for (const { setOff, invoices: of, agreed, refused, entry } of state.file.setOffs)
      if (refused === null)
        named(setOff, [...of, ...(agreed?.allocations ?? []).map(({ invoice }) => invoice)], entry);
    for (const { writeOff, invoice, takenBack, entry } of state.file.writeOffs)
      if (takenBack === null) named(writeOff, [invoice], entry);
  }
  for (const hold of state.holds)
    if (hold.liftedOn === null) named(hold.hold, hold.invoices, hold.entry);
  return found;
};

const ofLog = (state: AccountState): readonly Discrepancy[] => {
  const misfits = state.misfits.map((misfit) =>
    discrepancy(
      misfit.type,
      [misfit.subject, misfit.event, misfit.entry.hash],
      [misfit.entry],
      misfit.type === "recorded-twice"
        ? ["accept", "void-entry", "correct"]
        : ["accept", "void-entry"],
      [],
    ),
  );
  const deferred = state.deferred.map(({ type, reason, entry }) =>
    discrepancy(
      "entry-not-readable",
      [type, reason, entry.hash],
      [entry],
      choicesOfDeferred(reason),
      [],
    ),
  );
  return [...misfits, ...deferred, ...ofNobody(state)];
};

const ofNobody = (state: AccountState): readonly Discrepancy[] => {
  if (state.debtor !== null) return [];
  const spoken = [...state.invoices, ...state.payments, ...state.creditNotes];
  const entries = spoken.map((item) => item.entry);
  return spoken.length === 0
    ? []
    : [discrepancy("debtor-unknown", [state.account], entries, ["correct"], [])];
};

/** What a later version wrote may be a payment: it can neither be accepted nor voided unread. */
const choicesOfDeferred = (reason: string): readonly DiscrepancyChoice[] => {
  if (reason === "erased" || reason === "withheld") return ["accept"];
  return reason === "not-as-described" ? ["accept", "void-entry"] : [];
};

const allOf = (state: AccountState, balances: AccountBalances): readonly Discrepancy[] => {
  const invoices = new Map(state.invoices.map((invoice) => [invoice.invoice, invoice]));
  const all = [
    ...ofLog(state),
    ...ofMoneyIn(state, invoices),
    ...ofAssigned(state),
    ...ofInvoices(state, balances),
    ...ofNames(state, invoices),
  ];
  if (all.length < 2) return all;
  const seen = new Set<string>();
  return all.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
};

const isAccepted = (state: AccountState, { id, choices }: Discrepancy): boolean =>
  choices.includes("accept") && state.accepted.includes(id);

/** What does not fit and nobody has accepted. Callers that have the balances already give them. */
export const discrepanciesOf = (
  state: AccountState,
  balances: AccountBalances = balancesOf(state),
): readonly Discrepancy[] => allOf(state, balances).filter((found) => !isAccepted(state, found));

/** What does not fit and the user lets stand. */
export const acceptedDiscrepanciesOf = (state: AccountState): readonly Discrepancy[] =>
  state.accepted.length === 0
    ? []
    : allOf(state, balancesOf(state)).filter((found) => isAccepted(state, found));
