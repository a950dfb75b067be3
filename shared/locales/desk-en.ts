import type { Money } from "#shared/kernel/money.ts";
import { formatMoney, groupDigits } from "#shared/kernel/money.ts";
import { own } from "#shared/kernel/text.ts";
import type { DeskMessages } from "./desk-fr.ts";
import { say } from "./locale.ts";
import { shortDate } from "./short-dates.ts";

const sum = (amount: Money): string => formatMoney(amount, "en");
const number = (count: number): string => groupDigits(String(count), ",");
const plural = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`;

export const deskEn: DeskMessages = {
  shell: {
    nav: own("Pages"),
    today: own("Today"),
    aged: own("Aged balance"),
    debtors: own("Debtors"),
    bank: own("Bank"),
    import: own("Import"),
    settings: own("Settings"),
    toMain: own("Skip to content"),
    waiting: (count) => own(plural(count, "line to assign", "lines to assign")),
    changedElsewhere: say`The ledger has just changed elsewhere: in another tab, or by a merge. This page is up to date.`,
    begin: own("Begin"),
  },

  today: {
    work: own("To do"),
    reason: own("Why"),
    amount: own("Amount"),
    debtor: own("Debtor"),
  },

  aged: {
    currency: (currency) => own(`Aged balance in ${currency}`),
    sort: (column, direction) => own(`Sort by ${column.own}, ${direction}`),
    sorted: (column, direction) => own(`Sorted by ${column.own}, ${direction}.`),
    export: own("Export as CSV"),
    fileName: (today) => `aged-balance-${today}.csv`,
    currencyColumn: own("Currency"),
    exported: (rows) => say`Aged balance exported: ${own(plural(rows, "line", "lines"))}.`,
  },

  debtors: {
    title: own("Debtors"),
    caption: own("All accounts of the ledger"),
    columns: {
      name: own("Name"),
      kind: own("Kind"),
      group: own("Group"),
      open: own("Owed"),
      overdue: own("Overdue"),
      next: own("Next step"),
    },
    filter: own("Filter by name or group"),
    count: (count) => own(plural(count, "debtor", "debtors")),
    found: (count, all) => own(`${plural(count, "debtor", "debtors")} of ${number(all)}`),
    range: (from, to, all) => own(`${number(from)} to ${number(to)} of ${number(all)}`),
    now: (step) => say`${step}, to be done`,
    dated: (step, on, today) => say`${step}, on ${own(shortDate(on, today, "en"))}`,
    resumes: (on, today) => say`To be looked at again on ${own(shortDate(on, today, "en"))}`,
    waits: say`Waiting`,
    nothingOwed: say`Owes nothing`,
    none: own("No debtor of that name."),
    clear: own("Clear the filter"),
    empty: {
      title: own("No debtor"),
      text: own("Add a debtor, or import your invoices: every customer in them gets a file."),
      add: own("Add a debtor"),
      import: own("Import invoices"),
    },
    add: own("Add a debtor"),
    previous: own("Previous page"),
    next: own("Next page"),
  },

  bank: {
    title: own("Payments without a debtor"),
    intro: own(
      "Money received whose debtor the import did not find. While a line waits, the invoice it pays may be chased by mistake.",
    ),
    columns: {
      on: own("Date"),
      amount: own("Amount"),
      reference: own("Wording"),
      payer: own("Payer"),
    },
    debtor: own("Debtor"),
    choose: own("Choose a debtor"),
    candidates: own("Type a name, an invoice number or an amount"),
    assign: own("Assign"),
    assignTo: (name) => say`Assign to ${name}`,
    setAside: own("Set aside"),
    reason: own("Reason"),
    reasonHint: own("For example: tax refund, internal transfer."),
    confirmAside: own("Set this line aside"),
    count: (count, sums) =>
      own(
        `${plural(count, "line", "lines")}${sums.length === 0 ? "" : ` · ${sums.map(sum).join(" + ")}`}`,
      ),
    settled: (count) =>
      own(
        plural(count, "line already assigned or set aside", "lines already assigned or set aside"),
      ),
    none: own("No debtor found."),
    addDebtor: own("New debtor"),
    empty: {
      title: own("Nothing to assign"),
      text: own("A payment on an imported statement whose debtor is unknown waits here."),
      import: own("Import a statement"),
    },
  },

  import: {
    title: own("Import a file"),
    intro: own(
      "A CSV file of invoices, payments or history. Nothing is written before you agree, and one click takes it all back.",
    ),
    drop: own("Drop a CSV file here"),
    or: own("or"),
    choose: own("Choose a file"),
    chooseAnother: own("Choose another file"),
    reading: (name) => say`Reading ${name}…`,
    formats: own("What the file may hold"),
    formatRows: [
      {
        kind: own("Invoices"),
        columns: own(
          "debtor, number, issued, due, total; optionally kind, siren, email, currency, paid, order, language, phone",
        ),
      },
      {
        kind: own("Payments"),
        columns: own("date, amount; optionally currency, debtor, invoice, reference"),
      },
      {
        kind: own("History"),
        columns: own(
          "number, date, kind (step, promise, dispute, call); optionally amount, by, note",
        ),
      },
    ],
    formatsHint: own(
      "Headers in English or French. Separated by semicolons, commas or tabs. Amounts: 1,234.56 or 1 234,56. Dates: 2026-12-31 or 31/12/2026.",
    ),
    file: own("File"),
    as: own("Read as"),
    kinds: {
      auto: own("By its headers"),
      invoices: own("Invoices"),
      payments: own("Payments"),
      history: own("History"),
    },
    options: own("Options"),
    asOf: own("As of"),
    asOfHint: {
      invoices: own("The day on which the list is exact."),
      payments: own("The last day whose payments are in this file."),
    },
    complete: own("This is the complete list of open invoices"),
    completeHint: own(
      "Every invoice open here and absent from the file will be proposed as paid by that day.",
    ),
    correct: own("Correct what differs, as the file says"),
    preview: own("What this import would do"),
    result: own("What this import did"),
    counts: own("Counts"),
    sums: own("Totals"),
    problems: own("Problems, line by line"),
    severities: {
      error: own("Line left out"),
      warning: own("Line taken, to be checked"),
      note: own("For information"),
    },
    changes: own("Differences with the ledger"),
    items: own("In detail"),
    itemsMore: (count) => own(`… and ${number(count)} more`),
    skipFaulty: (count) =>
      own(
        count === 1
          ? "I have seen the faulty line: import the rest without it"
          : `I have seen the ${number(count)} faulty lines: import the rest without them`,
      ),
    write: own("Write to the ledger"),
    again: own("Import another file"),
    toToday: own("See today's list"),
    refusals: {
      "faulty-lines": say`Some lines are faulty: correct the file, or tick the box to import the rest.`,
      "as-of-missing": say`Give the as-of date: a complete list is only complete on a day.`,
      nothingReadable: say`Nothing in this file can be taken: see the problems below.`,
      "nothing-new": say`Everything in this file is in the ledger already.`,
      "kind-unknown": say`The headers announce neither invoices, payments nor history: say what the file holds.`,
      "not-begun": say`The ledger is not open yet: say first who you are.`,
    },
    files: {
      "csv-empty": say`This file is empty.`,
      "csv-too-long": say`This file is too large for a table of invoices.`,
      "csv-too-large": say`This file is over 32 MB: too large for a table of invoices.`,
      "csv-utf-16": say`This file is “Unicode text”: save it as “CSV UTF-8”.`,
      "csv-spreadsheet": say`This is a workbook: export the sheet as CSV.`,
      "csv-pdf": say`This is a PDF: export the table as CSV from your program.`,
      "csv-binary": say`This file is not text: export the table as CSV.`,
      "csv-too-many-rows": (line) =>
        say`This file has too many lines: reading stops at line ${own(number(line))}.`,
      "csv-too-many-columns": (line) => say`Line ${own(number(line))}: too many columns.`,
      "csv-field-too-long": (line, column) =>
        say`Line ${own(number(line))}, column ${own(number(column))}: this cell is too long.`,
      "csv-quote-open": (line, column) =>
        say`Line ${own(number(line))}, column ${own(number(column))}: the quote opened here is never closed.`,
    },
  },

  account: {
    tabs: own("Views of the debtor"),
    claim: own("Claim"),
    file: own("File"),
    timeline: own("History"),
    exportThread: own("Export the thread"),
    openDraft: own("Open the draft"),
    rowActions: own("Actions"),
    invoices: own("Invoices"),
    actions: own("Enter"),
    settledShow: (count) =>
      own(count === 1 ? "Show the settled invoice" : `Show the ${number(count)} settled invoices`),
    settledHide: own("Hide the settled invoices"),
    details: own("Identity and terms"),
  },

  timeline: {
    showHash: own("Show the fingerprint"),
    hideHash: own("Hide the fingerprint"),
    hash: own("SHA-256"),
    download: own("Download"),
    copy: own("Copy"),
    copied: own("Copied"),
    notHere: say`The file of this exhibit is not on this device; its fingerprint stays in the ledger.`,
    pages: own("Pages of the history"),
  },

  settings: {
    tabs: own("Settings and method"),
    pages: {
      settings: own("General"),
      plans: own("Plans"),
      texts: own("Texts"),
      policy: own("Rules"),
      rates: own("Rates"),
      handover: own("Hand over"),
    },
    calendar: own("Calendar"),
    calendarHint: own("Due dates, promises and steps in an .ics file, for any calendar."),
    calendarNamed: own("With the debtors' names (not to be shared)"),
    calendarDownload: own("Download the calendar (.ics)"),
    calendarDone: (count) => say`Calendar exported: ${own(plural(count, "date", "dates"))}.`,
  },

  faults: {
    backupNow: own("Back up now"),
    unsaved: say`Something is being typed: leaving now would lose it.`,
    stay: own("Stay"),
    leave: own("Leave without saving"),
  },
};
