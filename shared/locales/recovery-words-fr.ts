import { DRAFT_KINDS } from "./drafting-kinds.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import { capital, own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import { CLOCK_ROW_WORDS } from "./clock-row-words.ts";
import { finerWord } from "./finer-words.ts";
import { gateSentencesFr } from "./gate-words.ts";
import type { RecoveryWords } from "./recovery-sentences.ts";
import { numericDate, shortDate } from "./short-dates.ts";
import { knownStep, quoted, typed } from "./recovery-sentences.ts";
import { dire } from "./typeset.ts";

const le = (date: CalendarDate): Own => own(longDate(date, "fr"));
/** In a row of 42 letters: without its year where the day beside it has the same. */
const au = (date: CalendarDate, beside: CalendarDate | null): Own =>
  own(beside === null ? numericDate(date, "fr") : shortDate(date, beside, "fr"));
const somme = (amount: Money): Own => own(formatMoney(amount, "fr"));

/** French counts 0 and 1 as one. */
const nombre = (count: number, one: string, many: string): Own =>
  own(`${String(count)}\u00a0${count < 2 ? one : many}`);

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

const FALLEN = {
  contact: "son destinataire n'est plus un contact",
  paid: "ce qu'il demande n'est plus dû",
  held: "la situation a changé depuis",
  disputed: "une partie est contestée depuis",
  money: "un règlement ou un avoir est venu depuis",
};

const tonesFr: RecoveryWords["tones"] = {
  courteous: "courtois",
  neutral: "neutre",
  firm: "ferme",
  formal: "solennel",
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

export const recoveryWordsFr: RecoveryWords = {
  steps: stepsFr,
  tones: tonesFr,
  rows: {
    clock: "DÉLAI",
    "to-read": "À LIRE",
    broken: "ROMPUE",
    promise: "PROMESSE",
    check: "PAYÉ\u00a0?",
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
    clock: "Délai de droit",
  },
  disputes: disputesFr,
  replyInRow: (words, count) =>
    dire`« ${quoted(words)} »${count > 1 ? own(` (${String(count)} réponses à lire)`) : own("")}`,
  weekendsOnly: "Jours fériés de ce pays non connus : seuls les week-ends sont comptés.",
  reasons: {
    ...gateSentencesFr({ steps: stepsFr, tones: tonesFr }),
    "step-due": ({ step, days, invoices }) =>
      days > 0
        ? dire`${own(capital(stepsFr[step]))}, ${nombre(days, "jour", "jours")} de retard, ${nombre(invoices, "facture", "factures")}`
        : dire`${own(capital(stepsFr[step]))}, ${days === 0 ? own("échéance aujourd'hui") : dire`échéance dans ${nombre(-days, "jour", "jours")}`}, ${nombre(invoices, "facture", "factures")}`,
    "group-step-due": ({ step, days, contested }) =>
      dire`${own(capital(stepsFr[step]))}, ${own(days > 0 ? `${String(days)}\u00a0j` : days === 0 ? "échéance aujourd'hui" : `échéance dans ${String(-days)}\u00a0j`)}${contested === 0 ? own("") : dire` · ${nombre(contested, "facture", "factures")} en litige à part`}`,
    "promise-broken": ({ by, paymentsKnownOn, inPart, amount }) =>
      dire`Promis au ${au(by, paymentsKnownOn)}, ${own(inPart ? "pas assez" : "rien")} au relevé du ${au(paymentsKnownOn, by)}${amount === null ? own("") : dire` (${somme(amount)} promis)`}`,
    "draft-waiting": ({ on: day, step }) =>
      dire`Brouillon du ${au(day, null)}, pas envoyé (${knownStep(stepsFr, step, DRAFT_KINDS.fr)})`,
    "draft-fallen": ({ on: day, step, why }) =>
      dire`Brouillon du ${au(day, null)} à écarter (${knownStep(stepsFr, step, DRAFT_KINDS.fr)}) : ${own(FALLEN[why])}`,
    clock: ({ kind, lastOn, days }) => {
      const day = au(lastOn, addDays(lastOn, -days));
      if (days < 0) return dire`${own(CLOCK_ROW_WORDS.fr[kind])} : délai passé depuis le ${day}`;
      return days === 0
        ? dire`${own(CLOCK_ROW_WORDS.fr[kind])} : dernier jour aujourd'hui`
        : dire`${own(CLOCK_ROW_WORDS.fr[kind])} d'ici le ${day} (${days} j)`;
    },
    "dispute-to-answer": ({ number: invoice, amount, answerBy, owner }) =>
      dire`Répondre${answerBy === null ? own("") : dire` d'ici le ${au(answerBy, null)}`} : ${typed(invoice)}, ${somme(amount)} en litige${owner === null ? own("") : dire` (${typed(owner)})`}`,
    "exhibit-missing": ({ on: day, count }) =>
      count < 2
        ? dire`Envoi du ${au(day, null)} sans message conservé`
        : dire`${count} envois sans message conservé, le premier du ${au(day, null)}`,
    "reply-to-read": ({ on: day, from, words, count }) =>
      words !== null && words.trim() !== ""
        ? dire`${own(count > 1 ? `${String(count)} réponses à lire, la première du` : "Réponse à lire, du")} ${au(day, null)} : « ${quoted(words)} »`
        : dire`${nombre(count, "réponse", "réponses")} à lire, du ${au(day, null)}${from === null ? own("") : dire`, de ${typed(from)}`}`,
    hold: ({ until, reason, invoices }) =>
      dire`Suspension ${until === null ? own("jusqu'à nouvel ordre") : dire`jusqu'au ${le(until)} inclus`}${invoices === 0 ? own("") : dire` pour ${nombre(invoices, "facture", "factures")}`}${reason === "" ? own("") : dire` : ${typed(reason)}`}`,
    dispute: ({ number: invoice, amount, reason, mustAct }) =>
      dire`Facture ${typed(invoice)} : ${somme(amount)} en litige (${own(disputesFr[reason])}), ${own(mustAct === "us" ? "à nous de répondre" : "réponse du débiteur attendue")}`,
    "answer-owed": ({ on: day, asks, count }) =>
      dire`À nous de répondre : ${finerWord("fr", asks) ?? own("sa demande")} (${au(day, null)})${count > 1 ? own(`, ${String(count)}\u00a0demandes en tout`) : own("")}`,
    "instalments-running": ({ next }) =>
      next === null
        ? dire`Échéancier en cours`
        : dire`Échéancier en cours, prochaine échéance le ${le(next)}`,
    "instalment-missed": ({ by, missing }) =>
      dire`Échéancier : ${somme(missing)} manquent au ${au(by, null)}`,
    "instalment-unverified": ({ by, paymentsKnownOn }) =>
      dire`Échéancier : ${au(by, paymentsKnownOn)} à vérifier en banque (${paymentsKnownOn === null ? own("règlements jamais relevés") : dire`relevé au ${au(paymentsKnownOn, by)}`})`,
    "promise-running": ({ by, amount }) =>
      dire`${amount === null ? own("Paiement promis") : dire`${somme(amount)} promis`} pour le ${le(by)}`,
    "promise-undated": ({ on: day, waitUntil }) =>
      dire`Paiement promis sans date le ${le(day)} ; reprise le ${le(waitUntil)}`,
    "promise-conditional": ({ by, amount, condition }) =>
      dire`${amount === null ? own("Paiement promis") : dire`${somme(amount)} promis`}${by === null ? own("") : dire` pour le ${le(by)}`} sous condition (${typed(condition)}) : est-elle remplie ?`,
    "promise-unverified": ({ by, amount, paymentsKnownOn }) =>
      dire`Promis au ${au(by, paymentsKnownOn)}, à vérifier en banque (${paymentsKnownOn === null ? own("règlements jamais relevés") : dire`relevé au ${au(paymentsKnownOn, by)}`}${amount === null ? own("") : dire` ; ${somme(amount)} promis`})`,
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
    "too-soon": ({ lastOn, address }) =>
      address === undefined
        ? dire`Dernière étape le ${le(lastOn)}, il y a moins de 5 jours ouvrés`
        : dire`Déjà écrit à ${typed(address)} le ${le(lastOn)}, il y a moins de 5 jours ouvrés`,
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
