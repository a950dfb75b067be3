import { own } from "#shared/kernel/text.ts";
import type { AppClaimMessages } from "./app-claim-fr.ts";
import { say, uncapitalised } from "./locale.ts";
import { comingDay } from "./short-dates.ts";

import { sum, sums, plural, date } from "./figures-en.ts";

export const appClaimEn: AppClaimMessages = {
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
  claim: {
    owesNothing: say`Nothing is owed.`,
    notLate: (open) => say`${own(sums(open))} owed, nothing late.`,
    owes: (open, overdue, days) =>
      sums(open) === sums(overdue)
        ? say`${own(sums(overdue))} late, by up to ${own(plural(days, "day", "days"))}.`
        : say`${own(sums(open))} owed, of which ${own(sums(overdue))} late, by up to ${own(plural(days, "day", "days"))}.`,
    aside: (contested) => say`${own(sums(contested))} contested, set apart.`,
    writeOff: own("Write the rest off"),
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
    nextStep: (step, reason) => say`${step}: ${uncapitalised(reason)}.`,
    nextSaid: (reason) => say`${reason}.`,
    nextNone: (reason) => say`Nothing today: ${uncapitalised(reason)}.`,
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
    contactGone: {
      bounced: (address) => say`${address} takes no messages any longer.`,
      left: (address) => say`The contact ${address} has left.`,
      other: (address) => say`The contact ${address} is retired.`,
    },
    contactNext: (address) => say`Next contact proposed: ${address}.`,
    empty: own("No invoice: add the first."),
    languages: { fr: own("In French"), en: own("In English") },
  },
  primary: {
    read: own("Read"),
    "prepare-draft": own("Prepare the draft"),
    "prepare-reminder": own("Prepare the reminder"),
    "check-bank": own("Check the bank"),
    "record-insolvency": own("Note the proceedings"),
    "check-payment": own("Enter a payment"),
    "answer-mails": own("Prepare the answer"),
    answered: own("Done"),
    "open-draft": own("See the draft"),
    "answer-dispute": own("Settle the dispute"),
    "log-call": own("Log the call"),
    "attach-sent-mail": own("Attach what was sent"),
    "open-account": own("Open the file"),
  },
  kinds: {
    business: own("business"),
    "non-professional": own("association or other non-professional"),
    consumer: own("consumer"),
    public: own("public body"),
  },
  inGroup: (group) => say`group ${group}`,
};
