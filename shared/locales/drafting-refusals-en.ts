import { longDate, weekdayDate } from "./calendar-words.ts";
import type { DraftingRefusals } from "./drafting-refusals-fr.ts";

/** Why a text is not drafted, and what is wrong with one that is, in English. */
export const draftingRefusalsEn: DraftingRefusals = {
  refusal: {
    notDraftedYet: (missing) =>
      `This step cannot be drafted yet. Still missing: ${missing.join("; ")}.`,
    routeIsYours:
      "Relance drafts nothing at this step: the route is your choice, and each has its own forms.",
    forLaw: {
      "identity-checked": "the debtor's exact identity, checked (name, SIREN, registered office)",
      statement: "the final statement of what is due",
      "registered-letter": "sending by registered letter (paper or electronic) or delivery by hand",
      "formal-notice-sent": "the formal notice and the proof that it was sent",
      "first-presentation": "the proof of the date of first presentation",
      "time-limit-passed": "the end of the time given by the formal notice",
      "route-chosen": "the route chosen and the documents it requires",
    },
    factsMissing: (missing) => `To draft this message, still missing: ${missing.join("; ")}.`,
    facts: {
      "creditor-name": "your firm's name",
      signatory: "the name of the person who signs",
      "creditor-email": "your e-mail address",
      call: "the call itself: log it first (date, person, answer)",
      statement: "the statement of interest",
      "assignee-account": "the assignee's account, the only one that may be paid",
      "debtor-address": "the debtor's postal address",
      mediator: "your consumer mediator (name and site), in the settings",
    },
    nothingToAsk: "There is nothing to ask for at this step.",
    tooManyInvoices: (max) =>
      `More than ${String(max)} invoices for one message: attach a statement of account instead.`,
    severalCurrencies: "A message concerns one currency only: prepare one for each.",
    toneAboveStep: "This tone is above the step reached.",
    replyByUnfit: (on) =>
      `The reply date wished for, ${weekdayDate(on, "en")}, must be a working day to come.`,
    promiseNotBroken: (by) => `The promise runs until ${longDate(by, "en")}: it is not broken.`,
    promiseNotChecked: (by, known) =>
      `Payments are known up to ${longDate(known, "en")} only, before the promised date of ${longDate(by, "en")}: check the bank first.`,
    notLateYet: (number) => `Invoice ${number} is not late yet.`,
    lateAlready: (number) =>
      `Invoice ${number} is already past its due date: a courtesy note no longer serves.`,
    costsForbidden: "Recovery costs are asked neither of an individual nor of a non-professional.",
    assignedMixed:
      "Invoices that are assigned and others that are not never stand in one message: the account to pay is not the same.",
    notForGroups: "This step is prepared debtor by debtor, never for a group.",
  },

  finding: {
    court: "mentions a court or proceedings",
    "court-officer": "mentions a bailiff or a seizure",
    threat: "threatens, or brings in reputation or third parties",
    "formal-notice-word": "speaks of a formal notice before the letter step",
    insult: "calls the debtor's honesty into question",
    "invented-deadline": "presents a date wished for as a legal deadline",
    "consumer-cost": "asks an individual for costs or penalties that are forbidden",
    "interest-too-early": "speaks of interest before the second reminder",
    "lateness-too-early": "speaks of lateness before the due date",
    "too-firm": "is firmer than the tone chosen",
    "rights-given-up": "gives up rights without saying so expressly",
  },
};
