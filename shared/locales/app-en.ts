import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { AppMessages } from "./app-fr.ts";
import { longDate } from "./calendar-words.ts";
import { say } from "./locale.ts";
import { comingDay, shortDate, shortWeekdayDate, wholeMoney } from "./short-dates.ts";

const sum = (amount: Money): string => formatMoney(amount, "en");
const sums = (amounts: readonly Money[]): string => amounts.map(sum).join(" + ");
const rounds = (amounts: readonly Money[]): string =>
  amounts.map((amount) => wholeMoney(amount, "en")).join(" + ");
const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;
/** Within a sentence. */
const lower = ({ own: label }: Own): string => label.charAt(0).toLowerCase() + label.slice(1);
const date = (day: CalendarDate, today: CalendarDate): string => shortDate(day, today, "en");

export const appEn: AppMessages = {
  common: {
    undo: own("Undo"),
    today: own("Today"),
    search: own("Search"),
    debtorFile: own("Debtor's file"),
    claim: own("Claim"),
    timeline: own("Exchanges and history"),
    unknownDebtor: own("Unknown debtor"),
    yes: own("Yes"),
    amounts: (amounts) => own(sums(amounts)),
    amount: (amount) => own(sum(amount)),
    date: (day, today) => own(date(day, today)),
    days: (count) => own(`${String(count)}\u00a0d`),
  },

  facts: {
    paymentsKnown: (asOf, clock, today) =>
      own(`Payments as of ${date(asOf, today)}${clock === null ? "" : ` ${clock}`}`),
    paymentsNever: own("Payments: none imported yet"),
    import: own("Import"),
    paymentsUpToDate: own("Checked, up to date"),
    answersSeen: (on, clock, today) =>
      own(
        on === today && clock !== null
          ? `Replies seen ${clock}`
          : `Replies seen on ${date(on, today)}`,
      ),
    answersNever: own("Replies: not watched"),
    looked: own("Checked, no reply"),
  },

  today: {
    date: (day) => own(shortWeekdayDate(day, "en")),
    summary: (overdue, debtors, minutes) =>
      own(
        `${rounds(overdue)} late · ${plural(debtors, "debtor", "debtors")}` +
          (minutes > 0 ? ` · ~${String(minutes)}\u00a0min` : ""),
      ),
    nothingLate: (expected, minutes) =>
      own(
        `Nothing late · ${rounds(expected)} expected` +
          (minutes > 0 ? ` · ~${String(minutes)}\u00a0min` : ""),
      ),
    smallSummary: (expected, overdue) =>
      own(
        overdue.length === 0
          ? `${rounds(expected)} expected, nothing late`
          : `${rounds(expected)} expected, of which ${rounds(overdue)} late`,
      ),
    nothingExpected: own("Nothing is owed today"),
    primary: {
      read: own("Read"),
      "prepare-draft": own("Prepare the draft"),
      "prepare-reminder": own("Prepare the reminder"),
      "check-bank": own("Check the bank"),
      "open-draft": own("See the draft"),
      "answer-dispute": own("Settle the dispute"),
      "log-call": own("Log the call"),
      "prepare-letter": own("Prepare the letter"),
      "attach-sent-mail": own("Attach what was sent"),
      "open-account": own("Open the file"),
    },
    more: {
      notToday: own("Not today"),
      why: own("Why?"),
      thread: own("Exchanges"),
      file: own("Debtor's file"),
    },
    drafts: (count) => own(`${plural(count, "draft", "drafts")} to prepare`),
    prepareAll: own("Prepare all"),
    start: own("Start"),
    silent: (count) => own(`Nothing for ${plural(count, "debtor", "debtors")}: why ›`),
    end: (done, next, today) => {
      const promised = done.promised.length === 0 ? "" : `, ${rounds(done.promised)} promised`;
      const first =
        done.debtors === 0
          ? "Nothing to do today."
          : `Done: ${plural(done.debtors, "debtor", "debtors")}${promised}.`;
      const then =
        next === null ? "Nothing dated ahead." : `Next date ${comingDay(next, today, "en")}.`;
      return [own(`${first} ${then}`)];
    },
    noLedger: {
      title: own("Welcome to Relance"),
      text: own(
        "Relance follows your unpaid invoices: whom to chase, when and why. Say first who you are; everything stays with you, and nothing leaves without you.",
      ),
      start: own("Start"),
    },
    noInvoices: {
      title: own("No invoice yet"),
      text: own(
        "Import the list of your open invoices (a CSV file will do), or add a debtor and the first invoice. Today's list then makes itself.",
      ),
      import: own("Import a file"),
      addDebtor: own("Add a debtor"),
    },
    bankLines: (count, amounts) =>
      say`${own(plural(count, "payment without a debtor", "payments without a debtor"))}: ${own(sums(amounts))}.`,
    bankLinesAction: own("Assign"),
    deferred: (count) =>
      say`${own(plural(count, "entry", "entries"))} of the ledger cannot be read here: update Relance.`,
  },

  silent: {
    title: own("Why nothing today"),
    intro: (count) =>
      own(
        count === 0
          ? "Every debtor who owes something is in today's list."
          : `${plural(count, "debtor still owes", "debtors still owe")}, with nothing to do today.`,
      ),
  },

  aged: {
    title: own("Aged balance"),
    asOf: (today, known) =>
      own(
        `On ${longDate(today, "en")}; ${known === null ? "no payment imported yet" : `payments known as of ${date(known, today)}`}.`,
      ),
    caption: own(
      "Principal still owed by how late it is, without contested parts. Contested parts, credit notes and over-payments stand beside it and are never deducted.",
    ),
    debtor: own("Debtor"),
    empty: {
      title: own("Nothing is owed"),
      text: own("The aged balance fills with the first open invoice."),
    },
  },

  claim: {
    owesNothing: say`Nothing is owed.`,
    notLate: (open) => say`${own(sums(open))} owed, nothing late.`,
    owes: (open, overdue, days) =>
      sums(open) === sums(overdue)
        ? say`${own(sums(overdue))} late, by up to ${own(plural(days, "day", "days"))}.`
        : say`${own(sums(open))} owed, of which ${own(sums(overdue))} late, by up to ${own(plural(days, "day", "days"))}.`,
    aside: (contested) => say`${own(sums(contested))} contested, set apart.`,
    saidNothing: say`No reply so far.`,
    said: (on, who, words, today) =>
      who === null
        ? say`On ${own(date(on, today))}: “${words}”`
        : say`On ${own(date(on, today))}, ${who}: “${words}”`,
    saidUnquoted: (on, what, today) => say`On ${own(date(on, today))}: ${what}.`,
    promised: (amount, by, today) => {
      const what = amount === null ? "payment promised" : `${sum(amount)} promised`;
      return by === null ? [own(what)] : [own(`${what} by ${date(by, today)}`)];
    },
    disputed: (amount) =>
      amount === null ? say`invoice contested` : say`${own(sum(amount))} contested`,
    spoke: say`an exchange without a quotation`,
    nextStep: (step, reason) => say`${step}: ${reason}.`,
    nextSaid: (reason) => say`${reason}.`,
    nextNone: (reason) => say`Nothing today: ${reason}.`,
    nextOn: (on, today) => say`Next date: ${own(comingDay(on, today, "en"))}.`,
    columns: {
      number: own("No."),
      issued: own("Issued"),
      due: own("Due"),
      total: own("Total incl. VAT"),
      paid: own("Paid"),
      open: own("Open"),
      late: own("Late"),
      step: own("Step"),
      next: own("Next"),
      contested: own("Contested"),
      promised: own("Promised"),
    },
    dueOn: (step, on, today) => own(`${step.own} ${comingDay(on, today, "en")}`),
    stepOn: (step, on, today) => own(`${step.own}, ${date(on, today)}`),
    keptBack: (step) => own(`${step.own}, held back`),
    unknownDate: (step) => own(`${step.own}, date unknown`),
    principal: own("Principal"),
    interest: own("Interest claimed"),
    compensation: own("Compensation claimed"),
    credit: own("In credit"),
    contested: own("Of which contested"),
    whyAct: own("Why this step"),
    whyNothing: own("Why nothing today"),
    draftWaiting: (step, on, today) =>
      say`${step}: draft prepared on ${own(date(on, today))}, not sent yet.`,
    declareSent: own("I have sent it"),
    discardDraft: own("Discard the draft"),
    liftHold: own("Lift the hold"),
    empty: own("No invoice: add the first."),
    languages: { fr: own("In French"), en: own("In English") },
  },

  debtor: {
    title: own("Debtor's file"),
    name: own("Name"),
    kind: own("Kind"),
    soleTrader: own("Sole trader"),
    country: own("Country"),
    language: own("Language"),
    languages: { fr: own("French"), en: own("English") },
    siren: own("SIREN"),
    siret: own("SIRET"),
    vatNumber: own("VAT number"),
    phone: own("Telephone"),
    address: own("Address"),
    group: own("Group"),
    plan: own("Plan"),
    standardPlan: own("Standard"),
    paymentDays: own("Usual terms"),
    daysAfterIssue: (days) => own(`${plural(days, "day", "days")} after issue`),
    openInvoices: own("Open invoices"),
    sections: {
      contacts: own("Contacts"),
      promises: own("Promises"),
      disputes: own("Disputes"),
      instalments: own("Instalments"),
      holds: own("Holds"),
      payments: own("Payments"),
      "credit-notes": own("Credit notes"),
      documents: own("Documents"),
      notes: own("Notes"),
    },
    none: {
      contacts: own("No contact: without an address, no draft."),
      promises: own("No promise."),
      disputes: own("No dispute."),
      instalments: own("No instalments."),
      holds: own("No hold."),
      payments: own("No payment."),
      "credit-notes": own("No credit note."),
      documents: own("No document."),
      notes: own("No note."),
    },
    notesHint: own(
      "Keep to facts: these notes may be communicated to the debtor, who can ask for access to personal data.",
    ),
    discrepancies: own("Discrepancies to settle"),
    actions: {
      debtor: own("Edit the file"),
      contact: own("Add a contact"),
      group: own("Put in a group"),
      note: own("Add a note"),
      invoice: own("Add an invoice"),
      "cancel-invoice": own("Cancel the invoice"),
      "credit-note": own("Add a credit note"),
      "cancel-credit-note": own("Cancel the credit note"),
      payment: own("Enter a payment"),
      allocate: own("Allocate"),
      "reverse-payment": own("Reverse the payment"),
      promise: own("Note a promise"),
      "withdraw-promise": own("Withdraw the promise"),
      dispute: own("Note a dispute"),
      "resolve-dispute": own("Close the dispute"),
      instalments: own("Agree instalments"),
      "end-instalments": own("End the instalments"),
      hold: own("Place a hold"),
      call: own("Log a call"),
      letter: own("Log a letter"),
      meeting: own("Log a meeting"),
      document: own("Attach a document"),
      "waive-step": own("Waive a step"),
      "take-step": own("Note a step taken"),
      charge: own("Claim interest or compensation"),
      "waive-charge": own("Waive it"),
      "put-off": own("Not today"),
      "retire-contact": own("Retire the contact"),
    },
    edit: own("Edit"),
  },

  timeline: {
    open: own("Open the message"),
    title: own("History"),
    none: own("Nothing has been noted yet."),
    author: (by, on, today) =>
      on === null
        ? say`noted by ${by}`
        : say`noted by ${by} ${own(on === today ? "today" : `on ${date(on, today)}`)}`,
    range: (from, to, of) => own(`${String(from)} to ${String(to)} of ${String(of)}`),
    size: (bytes) =>
      own(
        bytes < 1000
          ? `${String(bytes)}\u00a0B`
          : bytes < 1_000_000
            ? `${String(Math.round(bytes / 1000))}\u00a0kB`
            : `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`,
      ),
  },

  search: {
    label: own("Search"),
    placeholder: own("Name, invoice, amount, reference, telephone, SIREN"),
    kinds: {
      debtor: own("Debtor"),
      invoice: own("Invoice"),
      contact: own("Contact"),
      reference: own("Reference"),
    },
    teach: own(
      "Type a name, an invoice number, an amount, a reference, a telephone number or a SIREN.",
    ),
    found: (count) => own(count === 0 ? "No result." : `${plural(count, "result", "results")}.`),
    foundMore: (shown, more) =>
      own(`${String(shown)} results shown, ${plural(more, "other", "others")}: type more.`),
  },

  settings: {
    title: own("Settings"),
    save: own("Save"),
    ledger: own("Ledger"),
    fields: {
      name: own("Company name"),
      country: own("Country"),
      timeZone: own("Time zone"),
      language: own("Language"),
      legalLine: own("Legal details"),
      soleTrader: own("Sole trader (EI)"),
      siren: own("SIREN"),
      address: own("Address"),
      iban: own("IBAN"),
      bic: own("BIC"),
      phone: own("Telephone"),
      addresses: own("Your mail addresses"),
      signatory: own("Signatory"),
      staleAfterDays: own("Payments are stale after (working days)"),
      dailyMinutes: own("Minutes of chasing a day"),
    },
    hints: {
      country: own("Two letters: FR, BE, GB. It decides the law and the holidays."),
      legalLine: own("Form, capital, register: printed as they stand at the foot of letters."),
      soleTrader: own("“EI” will stand on every letter, as French law asks."),
      addresses: own("One a line, aliases included: they say which way a mail goes."),
      staleAfterDays: own("Beyond that, no firmer reminder is proposed."),
      iban: own("Shown in reminders: where to pay."),
    },
    storage: {
      browser: own(
        "Your data are in this browser, on this device, and nowhere else. Make backups.",
      ),
      memory: own(
        "No storage is permitted here: everything is lost on closing. Make a backup before you leave.",
      ),
      file: (name) => say`Your data are in the file ${name}.`,
      drive: own("Your data are in your Google Drive, and nowhere else."),
      onedrive: own("Your data are in your OneDrive, and nowhere else."),
    },
    firstRun: {
      title: own("First steps"),
      intro: own("It takes a minute. Everything can be corrected later in the settings."),
      question: own("Is it to chase your own invoices?"),
      yes: own("Yes, mine"),
      no: own("No, a client's"),
      refused: own(
        "Relance does not serve to chase for others yet: amicable recovery on behalf of a client follows other rules (written mandate, insurance, separate account). Better start nothing here.",
      ),
      author: own("Your name"),
      authorHint: own("It signs every entry of the ledger."),
      start: own("Start"),
    },
  },

  calendar: {
    action: own("Calendar (.ics)"),
    note: (count, named) =>
      own(
        `${plural(count, "date", "dates")}. ` +
          (named
            ? "Debtors' names stand in it: do not share this calendar."
            : "No debtor's name and no amount: others may see the calendar."),
      ),
    event: (kind, reference) => own(`Relance: ${lower(kind)}, ${reference}`),
    named: (kind, name) => own(`Relance: ${lower(kind)}, ${name}`),
  },
};
