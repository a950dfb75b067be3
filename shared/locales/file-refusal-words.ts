import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { own } from "#shared/kernel/text.ts";
import { KINDS_EN, KINDS_FR, champ, day, label, le, seen } from "./claim-labels.ts";
import type { KindKey } from "./claim-labels.ts";
import { say } from "./locale.ts";
import type { Sentence } from "./locale.ts";
import { dire } from "./typeset.ts";

/** Why an act on the debtor's file, on who may chase or on a letter was refused. */

type Field = { readonly field: string };
type Dated = Field & { readonly date: CalendarDate };

const PROOFS_FR: ReadonlyMap<string, string> = new Map([
  ["deposit", "dépôt"],
  ["first-presentation", "première présentation"],
  ["receipt", "réception"],
  ["refusal", "refus"],
  ["unclaimed", "pli non réclamé"],
  ["return", "retour à l'expéditeur"],
]);
const PROOFS_EN: ReadonlyMap<string, string> = new Map([
  ["deposit", "deposit"],
  ["first-presentation", "first presentation"],
  ["receipt", "receipt"],
  ["refusal", "refusal"],
  ["unclaimed", "unclaimed letter"],
  ["return", "return to sender"],
]);

export const fileRefusalsFr = {
  "date-too-late": (r: Dated & { readonly latest: CalendarDate }): Sentence =>
    dire`Le ${le(r.date)} est trop tard : pas après le ${le(r.latest)} (${champ(r.field)}).`,
  "date-on-weekend": (r: Dated): Sentence =>
    dire`Le ${le(r.date)} est un samedi ou un dimanche : choisissez un jour ouvré (${champ(r.field)}).`,
  "already-recorded": (r: { readonly kind: KindKey }): Sentence =>
    dire`Déjà au dossier : ${own(KINDS_FR[r.kind])}. Pour corriger, annulez d'abord l'écriture.`,
  "invoices-missing": (): Sentence => dire`Indiquez au moins une facture.`,
  "sensitive-hold-lasts": (r: { readonly on: CalendarDate }): Sentence =>
    dire`Les relances sont déjà suspendues avec égard depuis le ${le(r.on)}.`,
  "limitation-fixed": (): Sentence =>
    dire`Envers un consommateur, la prescription est de deux ans et aucun contrat ne la change (C. conso. L218-2, L219-1).`,
  "already-assigned": (r: { readonly number: string; readonly to: string }): Sentence =>
    dire`La facture ${seen(r.number)} est déjà cédée à ${seen(r.to)}.`,
  "already-handed-over": (r: { readonly number: string | null; readonly to: string }): Sentence =>
    r.number === null
      ? dire`Tout le compte est déjà remis à ${seen(r.to)}.`
      : dire`La facture ${seen(r.number)} est déjà remise à ${seen(r.to)}.`,
  "insurer-consent-missing": (r: {
    readonly number: string;
    readonly lastOn: CalendarDate;
  }): Sentence =>
    dire`Au-delà du ${le(r.lastOn)}, la police d'assurance-crédit demande l'accord de l'assureur pour la facture ${seen(r.number)} : enregistrez d'abord cet accord.`,
  "does-not-interrupt": (): Sentence =>
    dire`Une demande écrite n'interrompt la prescription qu'envers un débiteur public (loi 68-1250, art. 2) ; une mise en demeure ne l'interrompt pas.`,
  "not-a-letter": (): Sentence =>
    dire`Cette étape n'est pas une lettre : elle n'a ni envoi ni preuve postale.`,
  "electronic-letter-not-agreed": (): Sentence =>
    dire`Une lettre recommandée électronique à un non-professionnel suppose son accord (CPCEP, art. L100) : choisissez un autre mode d'envoi.`,
  "proofs-contradict": (r: { readonly kind: string; readonly there: string }): Sentence =>
    dire`Ces deux preuves se contredisent : ${own(PROOFS_FR.get(r.kind) ?? r.kind)} et ${own(PROOFS_FR.get(r.there) ?? r.there)}. Annulez d'abord celle qui est fausse.`,
  "no-instalment-missed": (r: { readonly on: CalendarDate }): Sentence =>
    dire`Aucun versement de cet échéancier n'est en retard au ${le(r.on)}.`,
  "own-approval": (r: { readonly by: string }): Sentence =>
    dire`${seen(r.by)} a demandé cet accord : une autre personne doit le donner.`,
};

export const fileRefusalsEn: typeof fileRefusalsFr = {
  "date-too-late": (r) =>
    say`${day(r.date)} is too late: not after ${day(r.latest)} (${label(r.field)}).`,
  "date-on-weekend": (r) =>
    say`${day(r.date)} is a Saturday or Sunday: choose a working day (${label(r.field)}).`,
  "already-recorded": (r) =>
    say`Already on file: ${own(KINDS_EN[r.kind])}. To set it right, undo the entry first.`,
  "invoices-missing": () => say`Name at least one invoice.`,
  "sensitive-hold-lasts": (r) => say`Chasing is already on a considerate hold since ${day(r.on)}.`,
  "limitation-fixed": () =>
    say`Against a consumer, limitation is two years and no contract changes it (French C. conso. L218-2, L219-1).`,
  "already-assigned": (r) => say`Invoice ${seen(r.number)} is already assigned to ${seen(r.to)}.`,
  "already-handed-over": (r) =>
    r.number === null
      ? say`The whole account is already handed over to ${seen(r.to)}.`
      : say`Invoice ${seen(r.number)} is already handed over to ${seen(r.to)}.`,
  "insurer-consent-missing": (r) =>
    say`Beyond ${day(r.lastOn)} the credit insurance asks for the insurer's consent for invoice ${seen(r.number)}: record that consent first.`,
  "does-not-interrupt": () =>
    say`A written claim interrupts limitation only against a public debtor (French loi 68-1250, art. 2); a formal notice does not.`,
  "not-a-letter": () => say`This step is no letter: it has neither dispatch nor postal proof.`,
  "electronic-letter-not-agreed": () =>
    say`A registered e-letter to somebody who is no professional needs his agreement (French CPCEP, art. L100): choose another way of sending.`,
  "proofs-contradict": (r) =>
    say`These two proofs contradict each other: ${own(PROOFS_EN.get(r.kind) ?? r.kind)} and ${own(PROOFS_EN.get(r.there) ?? r.there)}. Undo the wrong one first.`,
  "no-instalment-missed": (r) => say`No instalment of this agreement is overdue on ${day(r.on)}.`,
  "own-approval": (r) => say`${seen(r.by)} asked for this approval: somebody else must give it.`,
};
