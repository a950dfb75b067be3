import { own } from "#shared/kernel/text.ts";
import type { AppMessages } from "./app-fr.ts";
import { longDate } from "./calendar-words.ts";
import { say } from "./locale.ts";
import { comingDay, shortWeekdayDate } from "./short-dates.ts";

import { sums, rounds, plural, lower, date } from "./figures-en.ts";

export const appEn: AppMessages = {
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
    allContested: (contested) => own(`All that is owed is disputed · ${rounds(contested)}`),
    nothingExpected: own("Nothing is owed today"),
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
    end: (done, next, today, held) => {
      const promised = done.promised.length === 0 ? "" : `, ${rounds(done.promised)} promised`;
      const first =
        done.debtors > 0
          ? `Done: ${plural(done.debtors, "debtor", "debtors")}${promised}.`
          : held.length > 0
            ? "Nothing else today."
            : "Nothing to do today.";
      const waiting = held.map(
        ({ count, click }) =>
          `${plural(count, "step waits", "steps wait")} for your click on “${click.own}”.`,
      );
      if (waiting.length > 0) return [own([...waiting, first].join(" "))];
      const then =
        next === null ? "Nothing dated ahead." : `Next date ${comingDay(next, today, "en")}.`;
      return [own(`${first} ${then}`)];
    },
    noLedger: {
      title: own("Welcome to Relance"),
      text: own(
        "Relance follows your unpaid invoices: whom to chase, when and why. First say who you are; everything stays with you, and nothing leaves without you.",
      ),
      start: own("Start"),
    },
    noInvoices: {
      title: own("No invoice yet"),
      text: own(
        "Import the list of your open invoices (a CSV file will do), or add a debtor and the first invoice. Today's list then builds itself.",
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
      addresses: own("Your email addresses"),
      signatory: own("Signatory"),
      staleAfterDays: own("Payments are stale after (working days)"),
      dailyMinutes: own("Minutes of chasing per day"),
    },
    hints: {
      country: own("Two letters: FR, BE, GB. It decides the law and the holidays."),
      legalLine: own("Form, capital, register: printed as they stand at the foot of letters."),
      soleTrader: own("“EI” will stand on every letter, as French law asks."),
      addresses: own("One per line, aliases included: they tell mail sent from mail received."),
      staleAfterDays: own("Beyond that, no firmer reminder is proposed."),
      iban: own("Shown in reminders: where to pay."),
    },
    storage: {
      browser: own("Your data is in this browser, on this device, and nowhere else. Make backups."),
      memory: own(
        "No storage is permitted here: everything is lost on closing. Make a backup before you leave.",
      ),
      file: (name) => say`Your data is in the file ${name}.`,
      drive: own("Your data is in your Google Drive, and nowhere else."),
      onedrive: own("Your data is in this browser and in your OneDrive, and nowhere else."),
    },
    firstRun: {
      title: own("First steps"),
      intro: own("It takes a minute. Everything can be corrected later in the settings."),
      question: own("Are you chasing your own invoices?"),
      yes: own("Yes, mine"),
      no: own("No, a client's"),
      refused: own(
        "Relance does not serve to chase for others yet: amicable recovery on behalf of a client follows other rules (written mandate, insurance, separate account). Better start nothing here.",
      ),
      author: own("Your name"),
      authorHint: own("Signs every entry in the ledger."),
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
