import type { CreditorIdentity, CreditorState } from "#shared/claims/creditor.ts";
import type { DraftFacts, PaperFacts } from "#shared/drafting/facts.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { money } from "#shared/kernel/money.ts";
import { lawCountryOf } from "#shared/law/regime.ts";
import { DESK_TEXTS } from "#shared/locales/desk-texts.ts";
import { noticeDaysOf } from "#shared/recovery/notice-limits.ts";
import type { NoticeDebtor } from "#shared/recovery/notice-limits.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import { replyByOf } from "./draft-facts.ts";

/** Stands where a draft will have its own: nothing is kept under it. */
export const EXAMPLE_REFERENCE = "R-EXEMPL";

/** What a letter to this debtor would say beyond a mail. */
export const examplePaper = (debtor: NoticeDebtor | null, creditor: CreditorState): PaperFacts => ({
  days: noticeDaysOf({ debtor }, creditor),
  way: "registered",
  remindedOn: [],
  payments: [],
  mediator: debtor?.kind === "consumer" ? creditor.policy.mediator : null,
});

const EXAMPLE_DEBTOR: NoticeDebtor = { kind: "business", soleTrader: false };

/** A debtor that does not exist, so that a text can be read before anybody owes anything. */
export const exampleFacts = (
  {
    step,
    tone,
    language,
  }: { readonly step: Step; readonly tone: Tone; readonly language: Language },
  creditor: CreditorIdentity,
  book: CreditorState,
  today: CalendarDate,
): DraftFacts => {
  const example = DESK_TEXTS[language].preview;
  const late = step === "courtesy" ? -5 : step === "due" ? 1 : 32;
  const invoice = (
    number: string,
    minor: number,
    days: number,
  ): DraftFacts["invoices"][number] => ({
    number,
    issuedOn: addDays(today, -days - 30),
    dueOn: addDays(today, -days),
    total: money(minor, "EUR"),
    open: money(minor, "EUR"),
    daysLate: days,
    order: null,
    assignment: null,
  });
  return {
    language,
    today,
    creditor: {
      name: creditor.name,
      legalLine: creditor.legalLine ?? "",
      soleTrader: creditor.soleTrader,
      siren: creditor.siren,
      address: (creditor.address ?? "").split("\n").filter((line) => line.trim() !== ""),
      iban: creditor.iban,
      bic: creditor.bic,
      phone: creditor.phone,
      email: creditor.addresses[0] ?? "",
      signatory: creditor.signatory ?? creditor.name,
    },
    debtor: {
      name: example.exampleDebtor,
      ...EXAMPLE_DEBTOR,
      country: creditor.country,
      salutationName: null,
      address: example.exampleAddress,
      siren: null,
    },
    paymentsKnownOn: book.paymentsKnown?.asOf ?? today,
    payee: null,
    reference: EXAMPLE_REFERENCE,
    attachments: [],
    lastNotice: null,
    step,
    tone,
    law: lawCountryOf(creditor.country),
    invoices:
      step === "courtesy" || step === "due"
        ? [invoice("FA-0042", 124_000, late)]
        : [invoice("FA-0042", 124_000, late), invoice("FA-0047", 36_050, late - 14)],
    lower: [],
    contested: [],
    previousReminderOn: null,
    promise: null,
    call: null,
    replyBy: replyByOf(today, [creditor.country]),
    interest: "silent",
    contractRate: null,
    charges: null,
    paper: examplePaper(EXAMPLE_DEBTOR, book),
  };
};
