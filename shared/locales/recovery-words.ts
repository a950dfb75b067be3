import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language, Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { DisputeReason } from "#shared/kernel/parties.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import type { ClockKey } from "./clock-row-words.ts";
import { CLOCK_ROW_WORDS } from "./clock-row-words.ts";
import type { GateSentences } from "./gate-words.ts";
import { gateSentencesEn, gateSentencesFr } from "./gate-words.ts";
import type { Messages, Sentence } from "./locale.ts";
import { say } from "./locale.ts";

/** How much of a debtor's words one line quotes. */
const QUOTE_CHARS_MAX = 90;
/** A note or a name typed by the user, in a sentence. */
const NOTE_CHARS_MAX = 120;

type StepKey =
  | "courtesy"
  | "due"
  | "reminder-1"
  | "reminder-2"
  | "call"
  | "letter"
  | "formal-notice"
  | "last-notice"
  | "legal";

type Of<V> = (values: V) => Sentence;
type Nothing = Readonly<Record<string, never>>;
type Day = CalendarDate;

/** Every reason's words, by its code; the values are those that recovery gives. */
type ReasonSentences = GateSentences & {
  readonly "step-due": Of<{ step: StepKey; days: number; invoices: number }>;
  readonly "promise-broken": Of<{ by: Day; paymentsKnownOn: Day; amount: Money | null }>;
  readonly "draft-waiting": Of<{ on: Day; step: string }>;
  readonly clock: Of<{ kind: ClockKey; lastOn: Day; days: number }>;
  readonly "dispute-to-answer": Of<{
    number: string;
    amount: Money;
    answerBy: Day | null;
    owner: string | null;
  }>;
  readonly "exhibit-missing": Of<{ on: Day; count: number }>;
  readonly "reply-to-read": Of<{
    on: Day;
    from: string | null;
    words: string | null;
    count: number;
  }>;
  readonly hold: Of<{ until: Day | null; reason: string; invoices: number }>;
  readonly dispute: Of<{
    number: string;
    amount: Money;
    reason: DisputeReason;
    mustAct: "us" | "them";
    on: Day;
  }>;
  readonly "instalments-running": Of<{ next: Day | null }>;
  readonly "instalment-missed": Of<{ by: Day; missing: Money }>;
  readonly "instalment-unverified": Of<{ by: Day; paymentsKnownOn: Day | null }>;
  readonly "promise-running": Of<{ by: Day; amount: Money | null }>;
  readonly "promise-undated": Of<{ on: Day; waitUntil: Day }>;
  readonly "promise-conditional": Of<{
    on: Day;
    by: Day | null;
    amount: Money | null;
    condition: string;
    waitUntil: Day;
  }>;
  readonly "promise-unverified": Of<{
    by: Day;
    amount: Money | null;
    paymentsKnownOn: Day | null;
  }>;
  readonly "out-of-office": Of<{ back: Day }>;
  readonly "contact-bounced": Of<{ address: string; on: Day }>;
  readonly "contact-left": Of<{ address: string; on: Day }>;
  readonly "no-contact-address": Of<Nothing>;
  readonly "payment-claimed": Of<{ on: Day; paymentsKnownOn: Day | null }>;
  readonly "payments-stale": Of<{ asOf: Day; limit: number }>;
  readonly "payments-never-known": Of<Nothing>;
  readonly "answers-not-looked-at": Of<{ lastStepOn: Day; lastLookOn: Day | null }>;
  readonly discrepancy: Of<{ count: number }>;
  readonly "unknown-entry": Of<{ count: number }>;
  readonly "unknown-kind": Of<Nothing>;
  readonly "too-soon": Of<{ lastOn: Day }>;
  readonly "non-working-day": Of<{ next: Day }>;
  readonly "put-off": Of<{ until: Day; reason: string }>;
  readonly "step-to-come": Of<{ step: StepKey; on: Day }>;
  readonly "step-without-date": Of<{ step: StepKey }>;
  readonly "all-contested": Of<Nothing>;
  readonly "no-due-date": Of<Nothing>;
  readonly "road-ended": Of<Nothing>;
  readonly "nothing-open": Of<Nothing>;
};

type RowKey =
  | "clock"
  | "to-read"
  | "broken"
  | "promise"
  | "draft"
  | "blocked"
  | "reminder"
  | "call"
  | "exhibit";

export type RecoveryWords = {
  readonly steps: Readonly<Record<StepKey, string>>;
  readonly tones: Readonly<Record<"courteous" | "neutral" | "firm" | "formal", string>>;
  readonly rows: Readonly<Record<RowKey, string>>;
  readonly chips: Readonly<
    Record<"clocks" | "to-read" | "promises" | "reminders" | "calls", string>
  >;
  readonly effects: Readonly<
    Record<"forbid" | "forbid-higher" | "forbid-formal" | "warn" | "says", string>
  >;
  readonly ages: Readonly<
    Record<
      "not-due" | "1-30" | "31-60" | "61-90" | "over-90" | "contested" | "credit" | "total",
      string
    >
  >;
  readonly dated: Readonly<
    Record<"due-date" | "step" | "promise" | "instalment" | "hold-end" | "put-off", string>
  >;
  readonly disputes: Readonly<Record<DisputeReason, string>>;
  readonly reasons: ReasonSentences;
  /** Said beside working days where only weekends are known. */
  readonly weekendsOnly: string;
};

/** French typography in our own words: a no-break space before `: ; ? ! »` and after `«`. */
const typeset = (words: string): string =>
  words.replace(/ ([:;?!»])/g, "\u00a0$1").replace(/« /g, "«\u00a0");

const dire = (
  words: TemplateStringsArray,
  ...values: readonly (Shown | Sentence | number)[]
): Sentence =>
  say(words, ...values).map((shown) => ("own" in shown ? own(typeset(shown.own)) : shown));

const le = (date: Day): Own => own(longDate(date, "fr"));
const on = (date: Day): Own => own(longDate(date, "en"));
const somme = (amount: Money): Own => own(formatMoney(amount, "fr"));
const sum = (amount: Money): Own => own(formatMoney(amount, "en"));
const typed = (text: string): Shown => foreign(text, NOTE_CHARS_MAX);
const quoted = (text: string): Shown => foreign(text.trim(), QUOTE_CHARS_MAX);

/** French counts 0 and 1 as one. */
const nombre = (count: number, one: string, many: string): Own =>
  own(`${String(count)}\u00a0${count < 2 ? one : many}`);
const number = (count: number, one: string, many: string): Own =>
  own(`${String(count)} ${count === 1 ? one : many}`);

const stepsFr: RecoveryWords["steps"] = {
  courtesy: "rappel avant échéance",
  due: "relance à l'échéance",
  "reminder-1": "1re relance",
  "reminder-2": "2e relance",
  call: "appel",
  letter: "lettre",
  "formal-notice": "mise en demeure",
  "last-notice": "dernier avis",
  legal: "voie judiciaire",
};

const stepsEn: RecoveryWords["steps"] = {
  courtesy: "courtesy note before the due date",
  due: "reminder on the due date",
  "reminder-1": "first reminder",
  "reminder-2": "second reminder",
  call: "call",
  letter: "letter",
  "formal-notice": "formal notice",
  "last-notice": "last notice",
  legal: "legal route",
};

const tonesFr: RecoveryWords["tones"] = {
  courteous: "courtois",
  neutral: "neutre",
  firm: "ferme",
  formal: "solennel",
};
const tonesEn: RecoveryWords["tones"] = {
  courteous: "courteous",
  neutral: "neutral",
  firm: "firm",
  formal: "formal",
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const knownStep = (steps: RecoveryWords["steps"], key: string): Shown => {
  const entry = Object.entries(steps).find(([step]) => step === key);
  return entry === undefined ? typed(key) : own(entry[1]);
};

const disputesFr: RecoveryWords["disputes"] = {
  not_delivered: "livraison",
  quality: "qualité",
  price: "prix",
  quantity: "quantité",
  not_ordered: "non commandé",
  duplicate: "double facturation",
  credit_due: "avoir attendu",
  missing_reference: "référence manquante",
  other: "autre motif",
};

const disputesEn: RecoveryWords["disputes"] = {
  not_delivered: "delivery",
  quality: "quality",
  price: "price",
  quantity: "quantity",
  not_ordered: "not ordered",
  duplicate: "invoiced twice",
  credit_due: "credit note expected",
  missing_reference: "missing reference",
  other: "other reason",
};

export const recoveryWordsFr: RecoveryWords = {
  steps: stepsFr,
  tones: tonesFr,
  rows: {
    clock: "DÉLAI",
    "to-read": "À LIRE",
    broken: "ROMPUE",
    promise: "PROMESSE",
    draft: "BROUILLON",
    blocked: "BLOQUÉ CHEZ NOUS",
    reminder: "RELANCE",
    call: "APPEL",
    exhibit: "PIÈCE",
  },
  chips: {
    clocks: "Délais",
    "to-read": "À lire",
    promises: "Promesses",
    reminders: "Relances",
    calls: "Appels",
  },
  effects: {
    forbid: "Aucune étape possible",
    "forbid-higher": "Pas d'étape plus élevée",
    "forbid-formal": "Pas d'étape solennelle",
    warn: "À savoir",
    says: "Pour information",
  },
  ages: {
    "not-due": "Non échu",
    "1-30": "1 à 30 j",
    "31-60": "31 à 60 j",
    "61-90": "61 à 90 j",
    "over-90": "Plus de 90 j",
    contested: "En litige",
    credit: "Au crédit du débiteur",
    total: "Total",
  },
  dated: {
    "due-date": "Échéance",
    step: "Étape prévue",
    promise: "Paiement promis",
    instalment: "Échéance de l'échéancier",
    "hold-end": "Fin de suspension",
    "put-off": "À reprendre",
  },
  disputes: disputesFr,
  weekendsOnly: "Jours fériés de ce pays non connus : seuls les week-ends sont comptés.",
  reasons: {
    ...gateSentencesFr({ steps: stepsFr, tones: tonesFr }),
    "step-due": ({ step, days, invoices }) =>
      days > 0
        ? dire`${own(capital(stepsFr[step]))}, ${nombre(days, "jour", "jours")} de retard, ${nombre(invoices, "facture", "factures")}`
        : dire`${own(capital(stepsFr[step]))}, ${days === 0 ? own("échéance aujourd'hui") : dire`échéance dans ${nombre(-days, "jour", "jours")}`}, ${nombre(invoices, "facture", "factures")}`,
    "promise-broken": ({ by, paymentsKnownOn, amount }) =>
      dire`${amount === null ? own("Paiement promis") : dire`${somme(amount)} promis`} pour le ${le(by)}, rien de suffisant au relevé du ${le(paymentsKnownOn)}`,
    "draft-waiting": ({ on: day, step }) =>
      dire`Brouillon préparé le ${le(day)} (${knownStep(stepsFr, step)}), pas encore envoyé`,
    clock: ({ kind, lastOn, days }) =>
      days < 0
        ? dire`${own(CLOCK_ROW_WORDS.fr[kind])} : délai passé depuis le ${le(lastOn)}`
        : days === 0
          ? dire`${own(CLOCK_ROW_WORDS.fr[kind])} : dernier jour aujourd'hui`
          : dire`${own(CLOCK_ROW_WORDS.fr[kind])} d'ici le ${le(lastOn)} (${days} j)`,
    "dispute-to-answer": ({ number: invoice, amount, answerBy, owner }) =>
      dire`Facture ${typed(invoice)} : ${somme(amount)} en litige, réponse à donner${answerBy === null ? own("") : dire` le ${le(answerBy)} au plus tard`}${owner === null ? own("") : dire` (${typed(owner)})`}`,
    "exhibit-missing": ({ on: day, count }) =>
      count < 2
        ? dire`Envoi déclaré le ${le(day)}, message non conservé`
        : dire`${count} envois déclarés sans message conservé, le premier le ${le(day)}`,
    "reply-to-read": ({ on: day, from, words, count }) =>
      words !== null && words.trim() !== ""
        ? dire`« ${quoted(words)} »${count > 1 ? own(` (${String(count)} réponses à lire)`) : own("")}`
        : dire`${nombre(count, "réponse", "réponses")} à lire, du ${le(day)}${from === null ? own("") : dire`, de ${typed(from)}`}`,
    hold: ({ until, reason, invoices }) =>
      dire`Suspension ${until === null ? own("jusqu'à nouvel ordre") : dire`jusqu'au ${le(until)} inclus`}${invoices === 0 ? own("") : dire` pour ${nombre(invoices, "facture", "factures")}`}${reason === "" ? own("") : dire` : ${typed(reason)}`}`,
    dispute: ({ number: invoice, amount, reason, mustAct }) =>
      dire`Facture ${typed(invoice)} : ${somme(amount)} en litige (${own(disputesFr[reason])}), ${own(mustAct === "us" ? "à nous de répondre" : "réponse du débiteur attendue")}`,
    "instalments-running": ({ next }) =>
      next === null
        ? dire`Échéancier en cours`
        : dire`Échéancier en cours, prochaine échéance le ${le(next)}`,
    "instalment-missed": ({ by, missing }) =>
      dire`Échéancier : ${somme(missing)} manquent à l'échéance du ${le(by)}`,
    "instalment-unverified": ({ by, paymentsKnownOn }) =>
      dire`Échéancier : échéance du ${le(by)} à vérifier en banque (${paymentsKnownOn === null ? own("règlements jamais relevés") : dire`relevé au ${le(paymentsKnownOn)}`})`,
    "promise-running": ({ by, amount }) =>
      dire`${amount === null ? own("Paiement promis") : dire`${somme(amount)} promis`} pour le ${le(by)}`,
    "promise-undated": ({ on: day, waitUntil }) =>
      dire`Paiement promis sans date le ${le(day)} ; reprise le ${le(waitUntil)}`,
    "promise-conditional": ({ by, amount, condition }) =>
      dire`${amount === null ? own("Paiement promis") : dire`${somme(amount)} promis`}${by === null ? own("") : dire` pour le ${le(by)}`} sous condition (${typed(condition)}) : est-elle remplie ?`,
    "promise-unverified": ({ by, amount, paymentsKnownOn }) =>
      dire`${amount === null ? own("Paiement promis") : dire`${somme(amount)} promis`} pour le ${le(by)}, à vérifier en banque (${paymentsKnownOn === null ? own("règlements jamais relevés") : dire`relevé au ${le(paymentsKnownOn)}`})`,
    "out-of-office": ({ back }) => dire`Absence annoncée jusqu'au retour le ${le(back)}`,
    "contact-bounced": ({ address, on: day }) =>
      dire`Adresse ${typed(address)} en échec depuis le ${le(day)} : trouver un autre contact`,
    "contact-left": ({ address, on: day }) =>
      dire`Le contact ${typed(address)} n'est plus en poste depuis le ${le(day)} : trouver un autre contact`,
    "no-contact-address": () => dire`Aucune adresse où écrire`,
    "payment-claimed": ({ on: day, paymentsKnownOn }) =>
      dire`Le débiteur dit le ${le(day)} avoir payé : à vérifier en banque (${paymentsKnownOn === null ? own("règlements jamais relevés") : dire`relevé au ${le(paymentsKnownOn)}`})`,
    "payments-stale": ({ asOf, limit }) =>
      dire`Règlements connus au ${le(asOf)} seulement, soit plus de ${nombre(limit, "jour ouvré", "jours ouvrés")}`,
    "payments-never-known": () => dire`Règlements jamais relevés`,
    "answers-not-looked-at": ({ lastStepOn, lastLookOn }) =>
      dire`Réponses non vérifiées depuis l'étape du ${le(lastStepOn)}${lastLookOn === null ? own("") : dire` (dernier examen le ${le(lastLookOn)})`}`,
    discrepancy: ({ count }) => dire`${nombre(count, "écart", "écarts")} à régler sur ce compte`,
    "unknown-entry": ({ count }) =>
      count < 2
        ? dire`Une écriture que cette version ne sait pas lire : ce peut être un règlement`
        : dire`${count} écritures que cette version ne sait pas lire : ce peuvent être des règlements`,
    "unknown-kind": () => dire`Débiteur non identifié : sa nature n'est pas connue`,
    "too-soon": ({ lastOn }) =>
      dire`Dernière étape le ${le(lastOn)}, il y a moins de 5 jours ouvrés`,
    "non-working-day": ({ next }) => dire`Jour non ouvré ; prochain jour ouvré le ${le(next)}`,
    "put-off": ({ until, reason }) =>
      dire`Reporté au ${le(until)}${reason === "" ? own("") : dire` : ${typed(reason)}`}`,
    "step-to-come": ({ step, on: day }) =>
      dire`Prochaine étape le ${le(day)} : ${own(stepsFr[step])}`,
    "step-without-date": ({ step }) =>
      dire`${own(capital(stepsFr[step]))} : date inconnue tant que la première présentation du recommandé n'est pas prouvée`,
    "all-contested": () => dire`Tout ce qui reste dû est en litige`,
    "no-due-date": () => dire`Aucune date d'échéance : une condition reste à remplir`,
    "road-ended": () => dire`Toutes les étapes du scénario sont faites`,
    "nothing-open": () => dire`Rien n'est dû`,
  },
};

export const recoveryWordsEn: RecoveryWords = {
  steps: stepsEn,
  tones: tonesEn,
  rows: {
    clock: "DEADLINE",
    "to-read": "TO READ",
    broken: "BROKEN",
    promise: "PROMISE",
    draft: "DRAFT",
    blocked: "WAITING ON US",
    reminder: "REMINDER",
    call: "CALL",
    exhibit: "EXHIBIT",
  },
  chips: {
    clocks: "Deadlines",
    "to-read": "To read",
    promises: "Promises",
    reminders: "Reminders",
    calls: "Calls",
  },
  effects: {
    forbid: "No step possible",
    "forbid-higher": "No higher step",
    "forbid-formal": "No formal step",
    warn: "Good to know",
    says: "For information",
  },
  ages: {
    "not-due": "Not due",
    "1-30": "1–30 days",
    "31-60": "31–60 days",
    "61-90": "61–90 days",
    "over-90": "Over 90 days",
    contested: "Disputed",
    credit: "Credit of the debtor",
    total: "Total",
  },
  dated: {
    "due-date": "Due date",
    step: "Planned step",
    promise: "Promised payment",
    instalment: "Instalment",
    "hold-end": "End of hold",
    "put-off": "To take up again",
  },
  disputes: disputesEn,
  weekendsOnly: "Public holidays of this country are not known: only weekends are counted.",
  reasons: {
    ...gateSentencesEn({ steps: stepsEn, tones: tonesEn }),
    "step-due": ({ step, days, invoices }) =>
      days > 0
        ? say`${own(capital(stepsEn[step]))}, ${number(days, "day", "days")} late, ${number(invoices, "invoice", "invoices")}`
        : say`${own(capital(stepsEn[step]))}, ${days === 0 ? own("due today") : say`due in ${number(-days, "day", "days")}`}, ${number(invoices, "invoice", "invoices")}`,
    "promise-broken": ({ by, paymentsKnownOn, amount }) =>
      say`${amount === null ? own("Payment promised") : say`${sum(amount)} promised`} by ${on(by)}, not enough on the statement of ${on(paymentsKnownOn)}`,
    "draft-waiting": ({ on: day, step }) =>
      say`Draft prepared on ${on(day)} (${knownStep(stepsEn, step)}), not sent yet`,
    clock: ({ kind, lastOn, days }) =>
      days < 0
        ? say`${own(CLOCK_ROW_WORDS.en[kind])}: the time ended on ${on(lastOn)}`
        : days === 0
          ? say`${own(CLOCK_ROW_WORDS.en[kind])}: today is the last day`
          : say`${own(CLOCK_ROW_WORDS.en[kind])} by ${on(lastOn)} (${number(days, "day", "days")})`,
    "dispute-to-answer": ({ number: invoice, amount, answerBy, owner }) =>
      say`Invoice ${typed(invoice)}: ${sum(amount)} disputed, to be answered${answerBy === null ? own("") : say` by ${on(answerBy)}`}${owner === null ? own("") : say` (${typed(owner)})`}`,
    "exhibit-missing": ({ on: day, count }) =>
      count < 2
        ? say`Declared sent on ${on(day)}, mail not kept`
        : say`${count} mails declared sent and not kept, the first on ${on(day)}`,
    "reply-to-read": ({ on: day, from, words, count }) =>
      words !== null && words.trim() !== ""
        ? say`“${quoted(words)}”${count > 1 ? own(` (${String(count)} replies to read)`) : own("")}`
        : say`${number(count, "reply", "replies")} to read, from ${on(day)}${from === null ? own("") : say`, by ${typed(from)}`}`,
    hold: ({ until, reason, invoices }) =>
      say`On hold ${until === null ? own("until further notice") : say`through ${on(until)}`}${invoices === 0 ? own("") : say` for ${number(invoices, "invoice", "invoices")}`}${reason === "" ? own("") : say`: ${typed(reason)}`}`,
    dispute: ({ number: invoice, amount, reason, mustAct }) =>
      say`Invoice ${typed(invoice)}: ${sum(amount)} disputed (${own(disputesEn[reason])}), ${own(mustAct === "us" ? "our turn to answer" : "waiting for the debtor")}`,
    "instalments-running": ({ next }) =>
      next === null ? say`Instalments running` : say`Instalments running, next one on ${on(next)}`,
    "instalment-missed": ({ by, missing }) =>
      say`Instalments: ${sum(missing)} missing from the one of ${on(by)}`,
    "instalment-unverified": ({ by, paymentsKnownOn }) =>
      say`Instalments: check the bank for the one of ${on(by)} (${paymentsKnownOn === null ? own("payments never taken in") : say`payments known up to ${on(paymentsKnownOn)}`})`,
    "promise-running": ({ by, amount }) =>
      say`${amount === null ? own("Payment promised") : say`${sum(amount)} promised`} by ${on(by)}`,
    "promise-undated": ({ on: day, waitUntil }) =>
      say`Payment promised without a date on ${on(day)}; taken up again on ${on(waitUntil)}`,
    "promise-conditional": ({ by, amount, condition }) =>
      say`${amount === null ? own("Payment promised") : say`${sum(amount)} promised`}${by === null ? own("") : say` by ${on(by)}`} on a condition (${typed(condition)}): is it met?`,
    "promise-unverified": ({ by, amount, paymentsKnownOn }) =>
      say`${amount === null ? own("Payment promised") : say`${sum(amount)} promised`} by ${on(by)}: check the bank (${paymentsKnownOn === null ? own("payments never taken in") : say`payments known up to ${on(paymentsKnownOn)}`})`,
    "out-of-office": ({ back }) => say`Out of office, back on ${on(back)}`,
    "contact-bounced": ({ address, on: day }) =>
      say`Mail to ${typed(address)} has failed since ${on(day)}: find another contact`,
    "contact-left": ({ address, on: day }) =>
      say`The contact ${typed(address)} has left (${on(day)}): find another contact`,
    "no-contact-address": () => say`No address to write to`,
    "payment-claimed": ({ on: day, paymentsKnownOn }) =>
      say`The debtor said on ${on(day)} that it was paid: check the bank (${paymentsKnownOn === null ? own("payments never taken in") : say`payments known up to ${on(paymentsKnownOn)}`})`,
    "payments-stale": ({ asOf, limit }) =>
      say`Payments known up to ${on(asOf)} only, more than ${number(limit, "working day", "working days")} ago`,
    "payments-never-known": () => say`Payments never taken in`,
    "answers-not-looked-at": ({ lastStepOn, lastLookOn }) =>
      say`Answers not looked at since the step of ${on(lastStepOn)}${lastLookOn === null ? own("") : say` (last look on ${on(lastLookOn)})`}`,
    discrepancy: ({ count }) =>
      say`${number(count, "discrepancy", "discrepancies")} to settle on this account`,
    "unknown-entry": ({ count }) =>
      count === 1
        ? say`One entry that this version cannot read: it may be a payment`
        : say`${count} entries that this version cannot read: they may be payments`,
    "unknown-kind": () => say`Debtor not identified: its kind is not known`,
    "too-soon": ({ lastOn }) => say`Last step on ${on(lastOn)}, less than 5 working days ago`,
    "non-working-day": ({ next }) => say`Not a working day; the next one is ${on(next)}`,
    "put-off": ({ until, reason }) =>
      say`Put off to ${on(until)}${reason === "" ? own("") : say`: ${typed(reason)}`}`,
    "step-to-come": ({ step, on: day }) => say`Next step on ${on(day)}: ${own(stepsEn[step])}`,
    "step-without-date": ({ step }) =>
      say`${own(capital(stepsEn[step]))}: no date until the first presentation of the registered letter is proven`,
    "all-contested": () => say`All that is still owed is disputed`,
    "no-due-date": () => say`No due date: a condition is still to be met`,
    "road-ended": () => say`Every step of the plan is done`,
    "nothing-open": () => say`Nothing is owed`,
  },
};

export const recoveryWords: Messages<RecoveryWords> = {
  fr: recoveryWordsFr,
  en: recoveryWordsEn,
} satisfies Record<Language, RecoveryWords>;
