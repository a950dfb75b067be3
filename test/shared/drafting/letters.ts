import { dateOf } from "#shared/kernel/calendar.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { money } from "#shared/kernel/money.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import type { AnswerFacts, CallFacts, DraftFacts, InvoiceFacts } from "#shared/drafting/facts.ts";
import type { MailStep } from "#shared/drafting/reminders.ts";
import { HIGHEST_TONE } from "#shared/drafting/text.ts";
import type { LawCountry } from "#shared/law/regime.ts";
import type { Tone } from "#shared/recovery/steps.ts";
import { TONES, toneRank } from "#shared/recovery/steps.ts";

export const MAIL_STEPS: readonly MailStep[] = [
  "courtesy",
  "due",
  "reminder-1",
  "reminder-2",
  "call",
  "letter",
];

export const tonesOf = (step: MailStep): readonly Tone[] =>
  TONES.filter((tone) => toneRank(tone) <= toneRank(HIGHEST_TONE[step]));

const DAYS_LATE: Readonly<Record<MailStep, number>> = {
  courtesy: -5,
  due: 1,
  "reminder-1": 14,
  "reminder-2": 31,
  call: 38,
  letter: 46,
};

const DUE: Readonly<Record<MailStep, string>> = {
  courtesy: "2026-11-25",
  due: "2026-11-19",
  "reminder-1": "2026-11-06",
  "reminder-2": "2026-10-20",
  call: "2026-10-13",
  letter: "2026-10-05",
};

export const invoice = (
  number: string,
  step: MailStep,
  minor = 120_000,
  currency: Currency = "EUR",
): InvoiceFacts => ({
  number,
  issuedOn: dateOf("2026-09-05"),
  dueOn: dateOf(DUE[step]),
  total: money(minor, currency),
  open: money(minor, currency),
  daysLate: DAYS_LATE[step],
  order: null,
  assignment: null,
});

export const CALLS: readonly CallFacts[] = [
  {
    on: dateOf("2026-11-18"),
    with: "Mme Durand",
    outcome: { type: "promised", by: dateOf("2026-11-30"), amount: money(120_000, "EUR") },
  },
  { on: dateOf("2026-11-18"), with: null, outcome: { type: "will-check" } },
  { on: dateOf("2026-11-18"), with: null, outcome: { type: "nobody-answered" } },
];

type Choice = {
  readonly step: MailStep;
  readonly tone?: Tone;
  readonly language?: Language;
  readonly kind?: DebtorKind;
  readonly law?: LawCountry;
  readonly many?: boolean;
};

export const factsFor = ({
  step,
  tone = "courteous",
  language = "fr",
  kind = "business",
  law = "FR",
  many = false,
}: Choice): DraftFacts => {
  const currency = law === "UK" ? "GBP" : "EUR";
  return {
    step,
    tone,
    language,
    today: dateOf("2026-11-20"),
    law,
    creditor: {
      name: "Atelier Lumen",
      legalLine: "SARL au capital de 10 000 € · RCS Lyon",
      soleTrader: false,
      siren: "552100554",
      address: ["12 rue des Tanneurs", "69001 Lyon"],
      iban: "FR7630006000011234567890189",
      bic: "AGRIFRPP",
      phone: "04 78 00 00 00",
      email: "compta@atelier-lumen.example",
      signatory: "Claire Martin",
    },
    debtor: {
      name: kind === "consumer" ? "Paul Legrand" : "Garage du Port",
      kind,
      soleTrader: false,
      country: law === "UK" ? "GB" : "FR",
      salutationName: language === "fr" ? "Monsieur Legrand" : "Mr Legrand",
      address: ["3 quai du Port", "29200 Brest"],
      siren: kind === "consumer" ? null : "732829320",
    },
    invoices: many
      ? [
          { ...invoice("F-2026-031", step, 120_000, currency), order: "BC 77" },
          invoice("F-2026-034", step, 45_050, currency),
        ]
      : [invoice("F-2026-031", step, 120_000, currency)],
    lower: many && step !== "courtesy" ? [invoice("F-2026-040", "courtesy", 9_900, currency)] : [],
    contested: many
      ? [{ number: "F-2026-029", amount: money(30_000, currency), reason: "price" }]
      : [],
    paymentsKnownOn: dateOf("2026-11-19"),
    previousReminderOn:
      step === "courtesy" || step === "due" || step === "reminder-1" ? null : dateOf("2026-11-06"),
    promise: null,
    call: step === "call" ? (CALLS[0] ?? null) : null,
    replyBy: dateOf("2026-11-27"),
    interest: step === "reminder-2" || step === "letter" ? "mentioned" : "silent",
    contractRate: null,
    charges: null,
    payee: null,
    paper: null,
    lastNotice: null,
    reference: "R-7KQ2MX",
    attachments: many ? ["F-2026-031.pdf", "F-2026-034.pdf"] : ["F-2026-031.pdf"],
  };
};

export const BROKEN_PROMISE = {
  madeOn: dateOf("2026-11-06"),
  by: dateOf("2026-11-15"),
  amount: money(120_000, "EUR"),
  channel: "mail",
  quote: "Le virement partira le 15 au plus tard",
  quotable: true,
} as const;

export const answersFor = (language: Language, kind: DebtorKind): readonly AnswerFacts[] => {
  const facts = factsFor({ step: "reminder-1", language, kind });
  const shared = {
    language,
    today: facts.today,
    creditor: facts.creditor,
    debtor: facts.debtor,
    paymentsKnownOn: facts.paymentsKnownOn,
    payee: null,
    reference: facts.reference,
    attachments: [],
  };
  const paidOn = dateOf("2026-11-17");
  return [
    {
      ...shared,
      type: "dispute-acknowledgement",
      receivedOn: dateOf("2026-11-18"),
      contested: [{ number: "F-2026-029", amount: money(30_000, "EUR"), reason: "quality" }],
      quote: "Deux panneaux sur six sont rayés",
      undisputed: [invoice("F-2026-031", "reminder-1")],
      answerBy: dateOf("2026-11-27"),
    },
    {
      ...shared,
      type: "dispute-acknowledgement",
      receivedOn: dateOf("2026-11-18"),
      contested: [
        { number: "F-2026-029", amount: money(30_000, "EUR"), reason: "quality" },
        { number: "F-2026-030", amount: money(5_000, "EUR"), reason: "duplicate" },
      ],
      quote: null,
      undisputed: [],
      answerBy: dateOf("2026-11-27"),
    },
    {
      ...shared,
      type: "instalments-answer",
      receivedOn: dateOf("2026-11-18"),
      invoices: [invoice("F-2026-031", "reminder-1"), invoice("F-2026-034", "reminder-2", 45_050)],
      replyBy: dateOf("2026-11-27"),
    },
    {
      ...shared,
      type: "partial-payment-thanks",
      paidOn,
      paid: money(50_000, "EUR"),
      allocated: [{ number: "F-2026-031", amount: money(50_000, "EUR") }],
      remaining: [{ ...invoice("F-2026-031", "reminder-1"), open: money(70_000, "EUR") }],
      replyBy: dateOf("2026-11-27"),
    },
    {
      ...shared,
      type: "partial-payment-thanks",
      paidOn,
      paid: money(60_000, "EUR"),
      allocated: [
        { number: "F-2026-031", amount: money(40_000, "EUR") },
        { number: "F-2026-034", amount: money(15_000, "EUR") },
      ],
      remaining: [invoice("F-2026-040", "courtesy", 9_900)],
      replyBy: dateOf("2026-11-27"),
    },
    {
      ...shared,
      type: "full-payment-thanks",
      paidOn,
      paid: money(120_000, "EUR"),
      invoices: ["F-2026-031"],
      extras: "waived",
    },
    {
      ...shared,
      type: "full-payment-thanks",
      paidOn,
      paid: money(165_050, "EUR"),
      invoices: ["F-2026-031", "F-2026-034"],
      extras: "not-asked",
    },
  ];
};
