import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency, Language, Money } from "#shared/kernel/money.ts";
import { own } from "#shared/kernel/text.ts";
import type { Shown } from "#shared/kernel/text.ts";
import {
  KINDS_EN,
  KINDS_FR,
  champ,
  day,
  identifiant,
  identifier,
  label,
  le,
  seen,
  somme,
  sum,
} from "./claim-labels.ts";
import type { KindKey } from "./claim-labels.ts";
import { fileRefusalsEn, fileRefusalsFr } from "./file-refusal-words.ts";
import { say } from "./locale.ts";
import type { Sentence } from "./locale.ts";
import { dire } from "./typeset.ts";

/** Why an act by hand was refused, and what does not fit in an account: by the keys that the core gives. */

type Field = { readonly field: string };
type Amount = { readonly amount: Money };
/** What the words of a discrepancy need: names that a person knows, in the order of its subjects. */
type Found = { readonly names: readonly Shown[]; readonly amounts: readonly Money[] };

const nth = <T>(items: readonly T[], index: number): readonly T[] => items.slice(index, index + 1);
const shownName = (found: Found, index: number): Sentence => nth(found.names, index);
const montant = (found: Found, index: number): Sentence =>
  nth(found.amounts, index).map((amount) => somme(amount));
const figure = (found: Found, index: number): Sentence =>
  nth(found.amounts, index).map((amount) => sum(amount));

export const claimWordsFr = {
  refusals: {
    "name-missing": (): Sentence => dire`Indiquez un nom.`,
    "text-missing": ({ field }: Field): Sentence => dire`À compléter : ${champ(field)}.`,
    "value-invalid": ({ field }: Field): Sentence =>
      dire`Valeur trop longue ou hors limites : ${champ(field)}.`,
    "identifier-invalid": (r: Field & { readonly value: string }): Sentence =>
      dire`Ce ${identifiant(r.field)} n'est pas valable : « ${seen(r.value)} ». Vérifiez ses chiffres.`,
    "email-invalid": (r: { readonly value: string }): Sentence =>
      dire`Cette adresse de courriel n'est pas valable : « ${seen(r.value)} ».`,
    "country-invalid": (r: { readonly value: string }): Sentence =>
      dire`Le pays s'écrit en deux lettres majuscules (FR, BE, GB) : « ${seen(r.value)} » n'en est pas un.`,
    "contact-empty": (): Sentence => dire`Indiquez au moins un nom, une adresse ou un téléphone.`,
    "contact-taken": (r: { readonly value: string }): Sentence =>
      dire`Ce contact existe déjà : ${seen(r.value)}.`,
    "debtor-taken": (r: { readonly name: string }): Sentence =>
      dire`Ce compte est déjà celui de ${seen(r.name)}.`,
    "amount-not-positive": ({ field, amount }: Field & Amount): Sentence =>
      dire`Le montant doit être supérieur à zéro (${champ(field)} : ${somme(amount)}).`,
    "amount-exceeds": (r: Field & Amount & { readonly max: Money }): Sentence =>
      dire`${somme(r.amount)} dépasse le maximum possible, ${somme(r.max)}.`,
    "over-allocated": (r: Amount & { readonly sum: Money }): Sentence =>
      dire`Les imputations (${somme(r.sum)}) dépassent le montant reçu (${somme(r.amount)}).`,
    "currency-differs": (r: { readonly expected: Currency; readonly given: Currency }): Sentence =>
      dire`La facture est en ${own(r.expected)}, le montant en ${own(r.given)} : deux devises ne se mélangent pas.`,
    "number-taken": (r: { readonly number: string }): Sentence =>
      dire`Le numéro ${seen(r.number)} est déjà celui d'une facture de ce compte.`,
    "credit-note-taken": (r: { readonly number: string }): Sentence =>
      dire`Le numéro ${seen(r.number)} est déjà celui d'un avoir de ce compte.`,
    "payment-taken": (r: Amount & { readonly on: CalendarDate }): Sentence =>
      dire`Un règlement identique est déjà enregistré : ${somme(r.amount)}, le ${le(r.on)}. Confirmez s'il s'agit bien d'un second règlement.`,
    "already-filed": (): Sentence => dire`Cet échange est déjà classé.`,
    "portions-missing": (): Sentence => dire`Indiquez au moins une échéance.`,
    "portions-do-not-add-up": (r: { readonly total: Money; readonly sum: Money }): Sentence =>
      dire`Les échéances font ${somme(r.sum)} ; le total de la facture est ${somme(r.total)}.`,
    "portion-twice": (): Sentence => dire`Une même échéance figure deux fois.`,
    "no-such-invoice": (): Sentence => dire`Cette facture n'est pas dans ce compte.`,
    "no-such-portion": (): Sentence => dire`Cette échéance n'existe pas dans la facture.`,
    "not-found": (r: { readonly kind: KindKey }): Sentence =>
      dire`Introuvable dans ce compte : ${own(KINDS_FR[r.kind])}.`,
    "invoice-cancelled": (r: { readonly number: string }): Sentence =>
      dire`La facture ${seen(r.number)} est annulée.`,
    "nothing-open": (r: { readonly number: string }): Sentence =>
      dire`Il ne reste rien à payer sur la facture ${seen(r.number)}.`,
    "date-before-issue": (r: {
      readonly date: CalendarDate;
      readonly issuedOn: CalendarDate;
    }): Sentence =>
      dire`Le ${le(r.date)} précède la date d'émission de la facture, le ${le(r.issuedOn)}.`,
    "date-in-future": (r: Field & { readonly date: CalendarDate }): Sentence =>
      dire`Le ${le(r.date)} n'est pas encore arrivé (${champ(r.field)}).`,
    "date-too-early": (
      r: Field & { readonly date: CalendarDate; readonly earliest: CalendarDate },
    ): Sentence =>
      dire`Le ${le(r.date)} est trop tôt : pas avant le ${le(r.earliest)} (${champ(r.field)}).`,
    "already-cancelled": (r: {
      readonly kind: "invoice" | "credit-note";
      readonly on: CalendarDate;
    }): Sentence =>
      r.kind === "invoice"
        ? dire`Cette facture est déjà annulée depuis le ${le(r.on)}.`
        : dire`Cet avoir est déjà annulé depuis le ${le(r.on)}.`,
    "already-reversed": (r: { readonly on: CalendarDate }): Sentence =>
      dire`Ce règlement est déjà annulé depuis le ${le(r.on)}.`,
    "already-ended": (r: { readonly kind: KindKey }): Sentence =>
      dire`C'est déjà fait ou terminé : ${own(KINDS_FR[r.kind])}.`,
    "nothing-changed": (): Sentence => dire`Aucune modification à enregistrer.`,
    "instalments-too-few": (): Sentence =>
      dire`Un échéancier compte au moins deux versements ; pour un seul, enregistrez une promesse.`,
    "assigned-mixed": (r: { readonly number: string; readonly to: string }): Sentence =>
      dire`La facture ${seen(r.number)} est cédée à ${seen(r.to)}, seul compte où la payer : un même règlement ne se répartit pas entre elle et une facture qui ne l'est pas.`,
    "not-acceptable": (): Sentence =>
      dire`Cet écart ne peut pas être accepté tel quel : il doit être réglé.`,
    ...fileRefusalsFr,
  },
  discrepancies: {
    "payment-of-unknown-invoice": (f: Found): Sentence =>
      dire`${montant(f, 0)} du règlement ${shownName(f, 0)} sont imputés à une facture inconnue ici ; cette somme compte comme un avoir du compte.`,
    "credit-of-unknown-invoice": (f: Found): Sentence =>
      dire`${montant(f, 0)} de l'avoir ${shownName(f, 0)} sont imputés à une facture inconnue ici.`,
    "invoice-unknown": (f: Found): Sentence =>
      dire`${shownName(f, 0)} concerne une facture inconnue ici.`,
    "over-allocated": (f: Found): Sentence =>
      dire`Les imputations de ${shownName(f, 0)} (${montant(f, 1)}) dépassent son montant (${montant(f, 0)}) ; l'excédent n'est pas compté.`,
    "currency-differs": (f: Found): Sentence =>
      dire`${shownName(f, 0)} et la facture ${shownName(f, 1)} ne sont pas dans la même devise.`,
    "cancelled-invoice-paid": (f: Found): Sentence =>
      dire`${montant(f, 0)} sont imputés à la facture ${shownName(f, 1)}, qui est annulée.`,
    "over-credited": (f: Found): Sentence =>
      dire`Les avoirs de la facture ${shownName(f, 0)} (${montant(f, 1)}) dépassent son total (${montant(f, 0)}).`,
    "amount-below-zero": (f: Found): Sentence =>
      dire`Le montant de ${shownName(f, 0)} est négatif : ${montant(f, 0)}.`,
    "recorded-twice": (f: Found): Sentence =>
      dire`${shownName(f, 0)} a été enregistré deux fois avec des valeurs différentes ; la première est retenue.`,
    "of-unknown": (f: Found): Sentence =>
      dire`Une écriture modifie ${shownName(f, 0)}, qui n'est pas dans ce compte.`,
    "portions-do-not-add-up": (f: Found): Sentence =>
      dire`Les échéances de la facture ${shownName(f, 0)} font ${montant(f, 1)} ; son total est ${montant(f, 0)}.`,
    "entry-not-readable": (): Sentence =>
      dire`Une écriture de ce compte ne peut pas être lue par cette version de Relance : ce peut être un règlement.`,
    "paid-to-wrong-account": (f: Found): Sentence =>
      dire`${montant(f, 0)} sont arrivés chez nous pour la facture ${shownName(f, 1)}, qui est cédée : elle se paie sur le compte du cessionnaire.`,
    "debtor-unknown": (): Sentence =>
      dire`Ce compte contient des écritures, mais son débiteur n'est pas enregistré.`,
  },
  choices: {
    accept: own("Laisser ainsi"),
    "void-entry": own("Annuler l'écriture"),
    allocate: own("Imputer autrement"),
    correct: own("Corriger"),
  },
};

/** The type of French is the type of all: English has exactly its keys. */
export type ClaimWords = typeof claimWordsFr;

export const claimWordsEn: ClaimWords = {
  refusals: {
    "name-missing": () => say`Give a name.`,
    "text-missing": ({ field }) => say`Still to be filled in: ${label(field)}.`,
    "value-invalid": ({ field }) => say`Too long or out of bounds: ${label(field)}.`,
    "identifier-invalid": (r) =>
      say`This ${identifier(r.field)} is not valid: “${seen(r.value)}”. Check its digits.`,
    "email-invalid": (r) => say`This is not a valid email address: “${seen(r.value)}”.`,
    "country-invalid": (r) =>
      say`A country is two capital letters (FR, BE, GB): “${seen(r.value)}” is not.`,
    "contact-empty": () => say`Give at least a name, an address or a telephone number.`,
    "contact-taken": (r) => say`This contact is already there: ${seen(r.value)}.`,
    "debtor-taken": (r) => say`This account already belongs to ${seen(r.name)}.`,
    "amount-not-positive": ({ field, amount }) =>
      say`The amount must be above zero (${label(field)}: ${sum(amount)}).`,
    "amount-exceeds": (r) => say`${sum(r.amount)} is more than the most possible, ${sum(r.max)}.`,
    "over-allocated": (r) =>
      say`The allocations (${sum(r.sum)}) are more than what was received (${sum(r.amount)}).`,
    "currency-differs": (r) =>
      say`The invoice is in ${own(r.expected)}, the amount in ${own(r.given)}: two currencies are never mixed.`,
    "number-taken": (r) =>
      say`Number ${seen(r.number)} is already that of an invoice of this account.`,
    "credit-note-taken": (r) =>
      say`Number ${seen(r.number)} is already that of a credit note of this account.`,
    "payment-taken": (r) =>
      say`The very same payment is already recorded: ${sum(r.amount)} on ${day(r.on)}. Confirm if this is really a second one.`,
    "already-filed": () => say`This exchange is already filed.`,
    "portions-missing": () => say`Give at least one due part.`,
    "portions-do-not-add-up": (r) =>
      say`The due parts add up to ${sum(r.sum)}; the invoice's total is ${sum(r.total)}.`,
    "portion-twice": () => say`The same due part is given twice.`,
    "no-such-invoice": () => say`This invoice is not in this account.`,
    "no-such-portion": () => say`The invoice has no such due part.`,
    "not-found": (r) => say`Not found in this account: ${own(KINDS_EN[r.kind])}.`,
    "invoice-cancelled": (r) => say`Invoice ${seen(r.number)} is cancelled.`,
    "nothing-open": (r) => say`Nothing is left to pay on invoice ${seen(r.number)}.`,
    "date-before-issue": (r) =>
      say`${day(r.date)} is before the invoice was issued, on ${day(r.issuedOn)}.`,
    "date-in-future": (r) => say`${day(r.date)} has not come yet (${label(r.field)}).`,
    "date-too-early": (r) =>
      say`${day(r.date)} is too early: not before ${day(r.earliest)} (${label(r.field)}).`,
    "already-cancelled": (r) =>
      r.kind === "invoice"
        ? say`This invoice has been cancelled since ${day(r.on)}.`
        : say`This credit note has been cancelled since ${day(r.on)}.`,
    "already-reversed": (r) => say`This payment has been reversed since ${day(r.on)}.`,
    "already-ended": (r) => say`Already done or ended: ${own(KINDS_EN[r.kind])}.`,
    "nothing-changed": () => say`There is nothing to change.`,
    "instalments-too-few": () =>
      say`An agreement on instalments has at least two parts; record a single one as a promise.`,
    "assigned-mixed": (r) =>
      say`Invoice ${seen(r.number)} is assigned to ${seen(r.to)}, the only account it can be paid to: one payment is never spread over it and an invoice that is not.`,
    "not-acceptable": () => say`This discrepancy cannot be left as it is: it must be settled.`,
    ...fileRefusalsEn,
  },
  discrepancies: {
    "payment-of-unknown-invoice": (f) =>
      say`${figure(f, 0)} of payment ${shownName(f, 0)} is set against an invoice not known here; it counts as a credit of the account.`,
    "credit-of-unknown-invoice": (f) =>
      say`${figure(f, 0)} of credit note ${shownName(f, 0)} is set against an invoice not known here.`,
    "invoice-unknown": (f) => say`${shownName(f, 0)} concerns an invoice not known here.`,
    "over-allocated": (f) =>
      say`The allocations of ${shownName(f, 0)} (${figure(f, 1)}) are more than its amount (${figure(f, 0)}); the excess does not count.`,
    "currency-differs": (f) =>
      say`${shownName(f, 0)} and invoice ${shownName(f, 1)} are not in the same currency.`,
    "cancelled-invoice-paid": (f) =>
      say`${figure(f, 0)} is set against invoice ${shownName(f, 1)}, which is cancelled.`,
    "over-credited": (f) =>
      say`The credit notes of invoice ${shownName(f, 0)} (${figure(f, 1)}) are more than its total (${figure(f, 0)}).`,
    "amount-below-zero": (f) =>
      say`The amount of ${shownName(f, 0)} is below zero: ${figure(f, 0)}.`,
    "recorded-twice": (f) =>
      say`${shownName(f, 0)} was recorded twice with different values; the first one stands.`,
    "of-unknown": (f) => say`An entry changes ${shownName(f, 0)}, which is not in this account.`,
    "portions-do-not-add-up": (f) =>
      say`The due parts of invoice ${shownName(f, 0)} add up to ${figure(f, 1)}; its total is ${figure(f, 0)}.`,
    "entry-not-readable": () =>
      say`An entry of this account cannot be read by this version of Relance: it may be a payment.`,
    "paid-to-wrong-account": (f) =>
      say`${figure(f, 0)} reached us for invoice ${shownName(f, 1)}, which is assigned: it is paid to the assignee's account.`,
    "debtor-unknown": () => say`This account holds entries, but its debtor is not recorded.`,
  },
  choices: {
    accept: own("Leave it so"),
    "void-entry": own("Undo the entry"),
    allocate: own("Allocate otherwise"),
    correct: own("Correct"),
  },
};

export const claimWords: Readonly<Record<Language, ClaimWords>> = {
  fr: claimWordsFr,
  en: claimWordsEn,
};
