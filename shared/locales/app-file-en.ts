import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { AppFileMessages } from "./app-file-fr.ts";
import { date, lower, plural, sum } from "./figures-en.ts";
import { say } from "./locale.ts";
import type { Sentence } from "./locale.ts";

type Day = CalendarDate;

const on = (day: Day, today: Day): Own => own(date(day, today));
const because = (reason: Foreign): Sentence =>
  reason.foreign.trim() === "" ? [] : say`: ${reason}`;
const then = (part: Sentence | null): Sentence => (part === null ? [] : say`, ${part}`);

export const appFileEn: AppFileMessages = {
  actions: {
    terms: own("Payment terms"),
    "invoicing-way": own("How they take invoices"),
    performance: own("Date a performance"),
    "sensitive-hold": own("Pause with tact"),
    "lift-sensitive-hold": own("Resume chasing"),
    security: own("Add a security"),
    "release-security": own("Release"),
    identity: own("Note the identity"),
    payer: own("Add a payer"),
    "remove-payer": own("Remove"),
    owner: own("Entrust this debtor"),
    "charge-mode": own("Interest in reminders"),
    plan: own("Choose the plan"),
    "allocation-order": own("Order of allocation"),
    insurance: own("Credit insurance"),
    "insurer-consent": own("Insurer's consent"),
    "entrust-dispute": own("Entrust"),
    "set-off": own("Note a set-off"),
    "agree-set-off": own("Accept"),
    "refuse-set-off": own("Refuse"),
    "write-off": own("Write off"),
    "take-back-write-off": own("Take back"),
    discount: own("Note a discount"),
    "return-payment": own("Returned unpaid"),
    assign: own("Note an assignment"),
    "end-assignment": own("End the assignment"),
    "hand-over": own("Hand over to a professional"),
    "end-hand-over": own("Take the file back"),
    insolvency: own("Note proceedings"),
    "end-insolvency": own("Close the proceedings"),
    interruption: own("Interrupts limitation"),
    suspension: own("Suspends limitation"),
    "legal-fact": own("Date a fact of procedure"),
    "stop-clock": own("Stop this deadline"),
    "letter-sent": own("Dispatch of the letter"),
    "letter-proof": own("Add a proof"),
    accelerate: own("Give notice"),
    "last-notice": own("Prepare the last notice"),
    "answer-complaint": own("Answer: our position stands"),
    "ask-approval": own("Ask for approval"),
    "give-approval": own("Approve"),
    "refuse-approval": own("Refuse"),
  },
  groups: {
    promised: own("Promises, disputes, holds"),
    contacts: own("Contacts"),
    money: own("Payments and credit notes"),
    follow: own("Who follows"),
    identity: own("Identity"),
    terms: own("Terms and plan"),
    securities: own("Securities and insurance"),
    law: own("Law and proceedings"),
    papers: own("Documents and notes"),
  },
  sections: {
    approvals: own("Approvals"),
    "set-offs": own("Set-offs"),
    payers: own("Payers"),
    "write-offs": own("Write-offs"),
    discounts: own("Discounts"),
    identities: own("Identity as read"),
    performances: own("Dated performances"),
    securities: own("Securities"),
    consents: own("Insurer's consents"),
    assignments: own("Assignments"),
    insolvencies: own("Insolvency"),
    "hand-overs": own("Handed over"),
    letters: own("Letters and proofs"),
    interruptions: own("Limitation interrupted"),
    suspensions: own("Limitation suspended"),
    "legal-facts": own("Dates of procedure"),
    accelerations: own("Notices on instalment plans"),
  },
  none: own("Nothing here."),
  fields: {
    owner: own("Followed by"),
    nobody: own("Nobody in particular"),
    habits: own("Habit"),
    paymentTerms: own("Agreed term"),
    contractRate: own("Contractual late rate"),
    limitation: own("Agreed limitation"),
    years: (count: number): Own => own(plural(count, "year", "years")),
    defaultByDueDate: own("Due date puts in default"),
    transport: own("Carriage of goods"),
    source: own("As written in"),
    invoicing: own("Takes invoices by"),
    orderNeeded: own("Order number required"),
    serviceCode: own("Service code"),
    chargeMode: own("Interest in reminders"),
    allocation: own("Allocation"),
    invoicePlan: (number: Foreign): Sentence => say`Plan of ${number}`,
    insurer: own("Insurer"),
    cover: own("Covered"),
    exposure: own("Owed by the debtor"),
    beyond: own("Beyond the cover"),
    extendDays: own("To extend"),
    declareDays: own("To declare"),
    afterDue: (days: number): Own => own(`${plural(days, "day", "days")} after the due date`),
  },
  termDays: (days: number, ending: Own | null): Own =>
    own(
      ending === null
        ? plural(days, "day", "days")
        : `${plural(days, "day", "days")} (${lower(ending)})`,
    ),
  habits: (median: number, spread: number, invoices: number): Own =>
    own(
      `Pays ${
        median === 0
          ? "on the due date"
          : median > 0
            ? `${plural(median, "day", "days")} after the due date`
            : `${plural(-median, "day", "days")} before the due date`
      } (median of ${plural(invoices, "invoice", "invoices")}, spread of ${plural(spread, "day", "days")})`,
    ),
  standing: {
    sensitive: (since: Day, today: Day): Sentence =>
      say`Chasing paused since ${on(since, today)}. Nothing is drafted, quoted or marked.`,
    handedOver: (to: Foreign, role: Own, day: Day, today: Day): Sentence =>
      say`Handed over to ${to} (${own(lower(role))}) on ${on(day, today)}: what remains is a neutral answer and forwarding.`,
    insolvent: (state: Own, judgment: Day | null, today: Day): Sentence =>
      judgment === null
        ? say`${state}, judgment to be dated.`
        : say`${state}, judgment of ${on(judgment, today)}.`,
    conciliation: say`Conciliation is running: confidential, to be told to nobody.`,
    assigned: (count: number, to: Foreign): Sentence =>
      say`${own(plural(count, "invoice", "invoices"))} assigned to ${to}.`,
  },
  identity: {
    same: own("Quote, invoice and register agree."),
    closed: say`The register says that this debtor is struck off or wound up.`,
    differs: (what: Own): Sentence => say`${what}: the sources do not agree.`,
    one: (where: Own, value: Foreign): Sentence => say`${where}: ${value}`,
    fields: { name: own("The name"), siren: own("The SIREN"), address: own("The address") },
    file: own("File"),
  },

  suspension: (since: Day, today: Day): Sentence => say`On hold since ${on(since, today)}`,
  suspended: say`Chasing on hold`,
  security: (
    kind: Own,
    who: Foreign | null,
    amount: Money | null,
    due: Day | null,
    today: Day,
  ): Sentence =>
    say`${kind}${who === null ? [] : say`: ${who}`}${amount === null ? [] : say`, ${own(sum(amount))}`}${due === null ? [] : say`, due ${on(due, today)}`}`,
  seen: (where: Own, name: Foreign, siren: Foreign | null, closed: boolean): Sentence =>
    say`${where}: ${name}${siren === null ? [] : say`, SIREN ${siren}`}${closed ? say`, struck off or wound up` : []}`,
  seenOn: (what: Sentence, day: Day, source: Foreign, today: Day): Sentence =>
    say`${what} (read on ${on(day, today)}, ${source})`,
  payer: (name: Foreign, email: Foreign | null): Sentence =>
    email === null ? [name] : say`${name} · ${email}`,
  performed: (number: Foreign, day: Day, today: Day): Sentence =>
    say`Invoice ${number}: performed on ${on(day, today)}`,
  consent: (day: Day, until: Day | null, today: Day): Sentence =>
    until === null
      ? say`Insurer's consent of ${on(day, today)}`
      : say`Insurer's consent of ${on(day, today)}, until ${on(until, today)}`,
  entrusted: (what: Sentence, owner: Foreign | null, by: Day | null, today: Day): Sentence =>
    say`${what}${owner === null ? [] : say`, followed by ${owner}`}${by === null ? [] : say`, answer promised by ${on(by, today)}`}`,
  setOff: (amount: Money, by: "debtor" | "us", reference: Foreign | null): Sentence =>
    say`Set-off of ${own(sum(amount))} ${own(by === "debtor" ? "claimed by the debtor" : "offered by us")}${reference === null ? [] : say` (${reference})`}`,
  bothBalances: (owed: Money, left: Money): Sentence =>
    say`Owed: ${own(sum(owed))}; if accepted: ${own(sum(left))}`,
  agreedOn: (day: Day, today: Day): Sentence => say`Accepted on ${on(day, today)}`,
  refusedOn: (day: Day, reason: Foreign, today: Day): Sentence =>
    say`Refused on ${on(day, today)}${because(reason)}`,
  writeOff: (amount: Money, number: Foreign, reason: Own): Sentence =>
    say`Write-off of ${own(sum(amount))} on ${number} (${own(lower(reason))})`,
  discount: (amount: Money, number: Foreign, until: Day, today: Day): Sentence =>
    say`Discount of ${own(sum(amount))} on ${number}, until ${on(until, today)}`,
  returned: (amount: Money, why: Own, code: Foreign | null): Sentence =>
    say`Payment of ${own(sum(amount))} returned unpaid: ${own(lower(why))}${code === null ? [] : say` (${code})`}`,
  assigned: (count: number, to: Foreign, chaser: Own): Sentence =>
    say`${own(plural(count, "invoice", "invoices"))} assigned to ${to}; chased by: ${own(lower(chaser))}`,
  payOnly: (iban: Foreign): Sentence => say`to be paid to ${iban} only`,
  handedOver: (to: Foreign, role: Own): Sentence => say`Handed over to ${to} (${own(lower(role))})`,
  allocationOrder: (order, principalFirst, interestFirst) =>
    say`Payments go first to ${own(order === "principal-first" ? "principal" : "interest")}: ${own(sum(principalFirst))} owed (principal first), ${own(sum(interestFirst))} (interest first)`,
  insolvency: (state: Own, judgment: Day | null, published: Day | null, today: Day): Sentence =>
    say`${state}${then(judgment === null ? null : say`judgment of ${on(judgment, today)}`)}${then(published === null ? null : say`BODACC of ${on(published, today)}`)}`,
  court: (name: Foreign): Sentence => say`Court: ${name}`,
  officer: (name: Foreign): Sentence => say`Administrator or liquidator: ${name}`,
  interrupted: (cause: Own): Sentence => say`Limitation interrupted: ${own(lower(cause))}`,
  stayed: (cause: Own, from: Day, until: Day | null, today: Day): Sentence =>
    until === null
      ? say`Limitation suspended since ${on(from, today)}: ${own(lower(cause))}`
      : say`Limitation suspended from ${on(from, today)} to ${on(until, today)}: ${own(lower(cause))}`,
  dated: (what: Own, day: Day, today: Day): Sentence => say`${what} on ${on(day, today)}`,
  letter: (step: Own, channel: Own, number: Foreign | null): Sentence =>
    say`${step}: ${own(lower(channel))}${number === null ? [] : say`, no. ${number}`}`,
  letterUnsent: (step: Own): Sentence => say`${step}: dispatch not noted`,
  proof: (step: Own, kind: Own): Sentence => say`${step}: ${own(lower(kind))}`,
  proofOn: (kind: Own, day: Day, today: Day): Sentence => say`${kind} on ${on(day, today)}`,
  accelerated: (until: Day, today: Day): Sentence =>
    say`Notice before acceleration, time until ${on(until, today)}`,
  approvalAsked: (step: Own): Sentence => say`Approval asked: ${own(lower(step))}`,
  approvalGiven: (by: Foreign, day: Day, today: Day): Sentence =>
    say`Given by ${by} on ${on(day, today)}`,
  approvalRefused: (by: Foreign, day: Day, reason: Foreign, today: Day): Sentence =>
    say`Refused by ${by} on ${on(day, today)}${because(reason)}`,
  releasedOn: (day: Day, reason: Foreign, today: Day): Sentence =>
    say`Released on ${on(day, today)}${because(reason)}`,
  takenBackOn: (day: Day, reason: Foreign, today: Day): Sentence =>
    say`Taken back on ${on(day, today)}${because(reason)}`,
  endedOn: (day: Day, reason: Foreign | null, today: Day): Sentence =>
    say`Ended on ${on(day, today)}${reason === null ? [] : because(reason)}`,
};
