import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import { capital, foreign, own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import type { Sentence } from "./locale.ts";
import { say } from "./locale.ts";
import { dire } from "./typeset.ts";

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
type ToneKey = "courteous" | "neutral" | "firm" | "formal";

/** What a formal step may lack. */
type MissingKey =
  | "debtor"
  | "address"
  | "siren"
  | "identity-check"
  | "invoice-copy"
  | "order-or-contract"
  | "delivery-proof"
  | "terms"
  | "order-number"
  | "service-code"
  | "mediator"
  | "letter-sent"
  | "letter-deposit"
  | "letter-presentation"
  | "sent-mail";

type Of<V> = (values: V) => Sentence;
type Nothing = Readonly<Record<string, never>>;
type Day = CalendarDate;

/** What forbids or warns by the file, the law and the plan. */
export type GateSentences = {
  readonly "sensitive-hold": Of<Nothing>;
  readonly insolvency: Of<{
    on: Day | null;
    state: "safeguard" | "receivership" | "liquidation" | "over-indebtedness" | null;
  }>;
  readonly conciliation: Of<Nothing>;
  readonly "handed-over": Of<{
    to: string;
    role: "lawyer" | "commissaire" | "agency";
    on: Day;
  }>;
  readonly "instalments-noticed": Of<{ until: Day; missing: Money }>;
  readonly "instalments-accelerated": Of<{ until: Day }>;
  readonly assigned: Of<{ to: string; on: Day }>;
  readonly "plan-unknown": Of<{ unreadable: boolean }>;
  readonly "tone-above-step": Of<{ step: StepKey; tone: ToneKey; allowed: ToneKey }>;
  readonly "approval-missing": Of<{
    step: StepKey;
    state: "not-asked" | "asked" | "refused";
    by: string | null;
  }>;
  readonly "identity-unchecked": Of<{ lastOn: Day | null; days: number }>;
  readonly "identity-differs": Of<{ closed: boolean }>;
  readonly "exhibit-needed": Of<{ step: StepKey; codes: readonly MissingKey[] }>;
  readonly "rate-unknown": Of<{ series: string; halfYear: string }>;
  readonly "colleague-reminder": Of<{ on: Day; from: string | null }>;
  readonly "cap-reached": Of<{ count: number; days: number; address: string }>;
  readonly "office-closed": Of<{ until: Day; reason: string }>;
  readonly "insurer-consent-needed": Of<{ number: string; by: Day; lastOn: Day }>;
  readonly residue: Of<{ number: string; amount: Money }>;
  readonly "discount-taken": Of<{ number: string; amount: Money }>;
};

const le = (date: Day): Own => own(longDate(date, "fr"));
const on = (date: Day): Own => own(longDate(date, "en"));
const typed = (text: string): Shown => foreign(text, NOTE_CHARS_MAX);
const NOTHING: Shown = own("");

/** `2026-S2`: the second half of 2026. */
const semestre = (halfYear: string): Own =>
  own(`${halfYear.slice(6) === "1" ? "1er" : "2e"} semestre ${halfYear.slice(0, 4)}`);
const half = (halfYear: string): Own =>
  own(`the ${halfYear.slice(6) === "1" ? "first" : "second"} half of ${halfYear.slice(0, 4)}`);

const procedureFr = {
  safeguard: "Sauvegarde",
  receivership: "Redressement judiciaire",
  liquidation: "Liquidation judiciaire",
  "over-indebtedness": "Surendettement",
} as const;
const procedureEn = {
  safeguard: "Safeguard proceedings",
  receivership: "Receivership",
  liquidation: "Liquidation",
  "over-indebtedness": "Over-indebtedness",
} as const;

const roleFr = { lawyer: "avocat", commissaire: "commissaire de justice", agency: "mandataire" };
const roleEn = { lawyer: "lawyer", commissaire: "commissaire de justice", agency: "agency" };

const missingFr: Readonly<Record<MissingKey, string>> = {
  debtor: "l'identité du débiteur",
  address: "l'adresse du débiteur",
  siren: "le SIREN du débiteur",
  "identity-check": "la vérification d'identité",
  "invoice-copy": "la copie de facture",
  "order-or-contract": "la commande ou le contrat",
  "delivery-proof": "la preuve de livraison",
  terms: "les conditions générales",
  "order-number": "le numéro de commande",
  "service-code": "le code service",
  mediator: "le médiateur de la consommation",
  "letter-sent": "l'envoi de la mise en demeure",
  "letter-deposit": "la preuve de dépôt du recommandé",
  "letter-presentation": "la preuve de première présentation",
  "sent-mail": "le message envoyé",
};
const missingEn: Readonly<Record<MissingKey, string>> = {
  debtor: "the debtor's identity",
  address: "the debtor's address",
  siren: "the debtor's SIREN",
  "identity-check": "the check of identity",
  "invoice-copy": "the copy of the invoice",
  "order-or-contract": "the order or contract",
  "delivery-proof": "the proof of delivery",
  terms: "the general terms",
  "order-number": "the order number",
  "service-code": "the service code",
  mediator: "the consumer mediator",
  "letter-sent": "how the formal notice was sent",
  "letter-deposit": "the registered letter's proof of deposit",
  "letter-presentation": "the proof of first presentation",
  "sent-mail": "the mail that was sent",
};

type Names = {
  readonly steps: Readonly<Record<StepKey, string>>;
  readonly tones: Readonly<Record<ToneKey, string>>;
};

export const gateSentencesFr = ({ steps, tones }: Names): GateSentences => ({
  "sensitive-hold": () =>
    dire`Situation sensible : aucun contact tant que la suspension n'est pas levée`,
  insolvency: ({ on: day, state }) =>
    state === null
      ? dire`Procédure collective annoncée${day === null ? NOTHING : dire` le ${le(day)}`} : plus aucune relance`
      : dire`${own(procedureFr[state])}${day === null ? own(", date inconnue") : dire` du ${le(day)}`} : ce qui est né avant n'est plus relancé`,
  conciliation: () => dire`Procédure amiable confidentielle : n'en rien écrire à personne`,
  "handed-over": ({ to, role, on: day }) =>
    dire`Dossier confié à ${typed(to)} (${own(roleFr[role])}) le ${le(day)} : plus aucune relance de notre part`,
  "instalments-noticed": ({ until, missing }) =>
    dire`Échéancier : ${own(formatMoney(missing, "fr"))} à régulariser au plus tard le ${le(until)}, sinon tout devient exigible`,
  "instalments-accelerated": ({ until }) =>
    dire`Échéancier non régularisé au ${le(until)} : tout est exigible`,
  assigned: ({ to, on: day }) => dire`Facture cédée à ${typed(to)} le ${le(day)}, qui la recouvre`,
  "plan-unknown": ({ unreadable }) =>
    unreadable
      ? dire`Le scénario choisi n'est pas lisible par cette version : celui de la nature du débiteur s'applique`
      : dire`Le scénario choisi n'existe plus : celui de la nature du débiteur s'applique`,
  "tone-above-step": ({ step, tone, allowed }) =>
    dire`${own(capital(steps[step]))} : ton ${own(tones[tone])}, au-dessus du ton ${own(tones[allowed])} de l'étape`,
  "approval-missing": ({ step, state, by }) =>
    state === "refused"
      ? dire`${own(capital(steps[step]))} : accord refusé${by === null ? NOTHING : dire` par ${typed(by)}`}`
      : state === "asked"
        ? dire`${own(capital(steps[step]))} : accord d'une seconde personne attendu${by === null ? NOTHING : dire`, demandé par ${typed(by)}`}`
        : dire`${own(capital(steps[step]))} : accord d'une seconde personne à demander`,
  "identity-unchecked": ({ lastOn, days }) =>
    lastOn === null
      ? dire`Identité du débiteur à vérifier avant une étape solennelle`
      : dire`Identité vérifiée le ${le(lastOn)}, il y a plus de ${days} jours : à vérifier de nouveau`,
  "identity-differs": ({ closed }) =>
    closed
      ? dire`Le registre dit ce débiteur fermé ou radié`
      : dire`L'identité du débiteur diffère entre le dossier, le devis, la facture et le registre`,
  "exhibit-needed": ({ step, codes }) =>
    dire`${own(capital(steps[step]))} : il manque ${own(codes.map((code) => missingFr[code]).join(", "))}`,
  "rate-unknown": ({ halfYear }) =>
    dire`Taux d'intérêt inconnu pour le ${semestre(halfYear)} : pas d'étape solennelle`,
  "colleague-reminder": ({ on: day, from }) =>
    dire`Message envoyé au débiteur le ${le(day)}${from === null ? NOTHING : dire` par ${typed(from)}`}, hors scénario : peut-être déjà une relance`,
  "cap-reached": ({ count, days, address }) =>
    dire`${count} messages à ${typed(address)} en ${days} jours : plafond atteint`,
  "office-closed": ({ until, reason }) =>
    dire`Fermeture jusqu'au ${le(until)} inclus${reason === "" ? NOTHING : dire` : ${typed(reason)}`}`,
  "insurer-consent-needed": ({ number, by, lastOn }) =>
    dire`Promesse au ${le(by)} pour la facture ${typed(number)} : l'assurance-crédit ne laisse prolonger que jusqu'au ${le(lastOn)} ; l'accord de l'assureur manque`,
  residue: ({ number, amount }) =>
    dire`Facture ${typed(number)} : reliquat de ${own(formatMoney(amount, "fr"))} non relancé, abandon proposé`,
  "discount-taken": ({ number, amount }) =>
    dire`Facture ${typed(number)} : escompte de ${own(formatMoney(amount, "fr"))} pris dans le délai, non relancé`,
});

export const gateSentencesEn = ({ steps, tones }: Names): GateSentences => ({
  "sensitive-hold": () => say`Sensitive situation: no contact until the hold is lifted`,
  insolvency: ({ on: day, state }) =>
    state === null
      ? say`Insolvency proceedings announced${day === null ? NOTHING : say` on ${on(day)}`}: no more reminders`
      : say`${own(procedureEn[state])}${day === null ? own(", date unknown") : say` of ${on(day)}`}: what arose before it is no longer chased`,
  conciliation: () => say`Confidential amicable proceedings: write of them to nobody`,
  "handed-over": ({ to, role, on: day }) =>
    say`Handed over to ${typed(to)} (${own(roleEn[role])}) on ${on(day)}: no more reminders of ours`,
  "instalments-noticed": ({ until, missing }) =>
    say`Instalments: ${own(formatMoney(missing, "en"))} to be made good by ${on(until)}, or all falls due`,
  "instalments-accelerated": ({ until }) =>
    say`Instalments not made good by ${on(until)}: all is due`,
  assigned: ({ to, on: day }) =>
    say`Invoice assigned on ${on(day)} to ${typed(to)}, who collects it`,
  "plan-unknown": ({ unreadable }) =>
    unreadable
      ? say`This version cannot read the plan chosen: the one of the debtor's kind applies`
      : say`The plan chosen is no longer there: the one of the debtor's kind applies`,
  "tone-above-step": ({ step, tone, allowed }) =>
    say`${own(capital(steps[step]))}: a ${own(tones[tone])} tone, above the step's ${own(tones[allowed])} one`,
  "approval-missing": ({ step, state, by }) =>
    state === "refused"
      ? say`${own(capital(steps[step]))}: agreement refused${by === null ? NOTHING : say` by ${typed(by)}`}`
      : state === "asked"
        ? say`${own(capital(steps[step]))}: waiting for a second person to agree${by === null ? NOTHING : say`, asked by ${typed(by)}`}`
        : say`${own(capital(steps[step]))}: a second person is to be asked to agree`,
  "identity-unchecked": ({ lastOn, days }) =>
    lastOn === null
      ? say`The debtor's identity is to be checked before a formal step`
      : say`Identity checked on ${on(lastOn)}, more than ${days} days ago: to be checked again`,
  "identity-differs": ({ closed }) =>
    closed
      ? say`The register says that this debtor is closed or struck off`
      : say`The debtor's identity differs between the file, the quote, the invoice and the register`,
  "exhibit-needed": ({ step, codes }) =>
    say`${own(capital(steps[step]))}: still missing are ${own(codes.map((code) => missingEn[code]).join(", "))}`,
  "rate-unknown": ({ halfYear }) =>
    say`Interest rate unknown for ${half(halfYear)}: no formal step`,
  "colleague-reminder": ({ on: day, from }) =>
    say`Mail sent to the debtor on ${on(day)}${from === null ? NOTHING : say` by ${typed(from)}`}, outside the plan: it may have been a reminder`,
  "cap-reached": ({ count, days, address }) =>
    say`${count} messages to ${typed(address)} in ${days} days: the cap is reached`,
  "office-closed": ({ until, reason }) =>
    say`Closed through ${on(until)}${reason === "" ? NOTHING : say`: ${typed(reason)}`}`,
  "insurer-consent-needed": ({ number, by, lastOn }) =>
    say`Promised by ${on(by)} for invoice ${typed(number)}: the credit insurance allows an extension to ${on(lastOn)} only; the insurer's consent is missing`,
  residue: ({ number, amount }) =>
    say`Invoice ${typed(number)}: a residue of ${own(formatMoney(amount, "en"))} is not chased, a write-off is proposed`,
  "discount-taken": ({ number, amount }) =>
    say`Invoice ${typed(number)}: discount of ${own(formatMoney(amount, "en"))} taken in time, not chased`,
});
