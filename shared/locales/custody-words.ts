import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Messages } from "./locale.ts";
import { dit } from "./typeset.ts";
import { plural } from "./figures-en.ts";
import { pluriel } from "./figures-fr.ts";

/** What a check of the log may find, as `checkChain` names it. */
export type ChainProblemWord =
  | "header-altered"
  | "payload-altered"
  | "link-broken"
  | "gap"
  | "fork"
  | "tick-not-rising"
  | "other-ledger"
  | "tail-cut"
  | "rewritten"
  | "witness-altered";

/** Why a file could not be restored. */
export type RestoreRefusalWord =
  "not-ours" | "newer" | "broken" | "other-ledger" | "altered" | "not-begun" | "too-large";

const nombre = (count: number, one: string, many: string): string =>
  `${String(count)} ${count < 2 ? one : many}`;
const many = (count: number, one: string, several: string): string =>
  `${String(count)} ${count === 1 ? one : several}`;

/** Keeping the ledger: backup, restore, check. French is the type of both languages. */
const FR = {
  backedUp: (name: string): Own =>
    dit(`Sauvegarde prête : ${name}. Gardez-la ailleurs que sur cet appareil.`),
  extractName: (today: string): string => `relance-passation-${today}.relance`,
  extracted: (name: string): Own =>
    dit(`Fichier de passation prêt : ${name}. Remettez-le à la personne qui prend la suite.`),
  nothingToBackUp: dit("Rien à sauvegarder encore : aucun registre n'est ouvert ici."),
  restored: (added: number, already: number): Own =>
    added === 0
      ? dit(
          already === 1
            ? "Rien de nouveau : la seule écriture de la sauvegarde était déjà là."
            : `Rien de nouveau : les ${String(already)} écritures de la sauvegarde étaient déjà là.`,
        )
      : dit(
          `${pluriel(added, "écriture reprise", "écritures reprises")}, ${String(already)} déjà là. Rien n'a été écrasé.`,
        ),
  restoredWithProblems: (count: number): Own =>
    dit(
      `La sauvegarde n'est pas entière (${pluriel(count, "anomalie", "anomalies")}) : vérifiez le registre.`,
    ),
  forked: (count: number): Own =>
    dit(
      `Deux copies du même registre ont été écrites chacune de leur côté (${pluriel(count, "endroit", "endroits")}) : les deux sont gardées, relisez les dernières actions.`,
    ),
  refused: {
    "not-ours": dit("Ce fichier n'est pas une sauvegarde de Relance."),
    newer: dit(
      "Cette sauvegarde vient d'une version plus récente de Relance : mettez Relance à jour.",
    ),
    broken: dit("Ce fichier est abîmé : rien n'en a été repris. Prenez une autre sauvegarde."),
    "other-ledger": dit(
      "Cette sauvegarde est celle d'un autre registre : elle ne peut pas être mêlée à celui-ci.",
    ),
    altered: dit("Des écritures de cette sauvegarde ont été modifiées : rien n'en a été repris."),
    "not-begun": dit("Aucun registre n'est ouvert ici."),
    "too-large": dit("Il y a trop de données pour un seul fichier."),
  } satisfies Readonly<Record<RestoreRefusalWord, Own>>,
  checked: (entries: number, writers: number): Own =>
    dit(
      `${nombre(entries, "écriture", "écritures")} de ${nombre(writers, "poste", "postes")}, ${entries < 2 ? "relue" : "relues une à une"}.`,
    ),
  whole: dit("La chaîne est entière : aucune écriture modifiée, déplacée ni manquante au milieu."),
  compared: dit("Comparée à la dernière sauvegarde : la fin n'a pas été coupée ni réécrite."),
  notCompared: dit(
    "Aucune sauvegarde pour comparer : une fin coupée ou un registre réécrit en entier ne se verrait pas. Faites-en une.",
  ),
  erased: (count: number): Own =>
    dit(
      `${nombre(count, "écriture effacée", "écritures effacées")} à la demande, raison inscrite.`,
    ),
  unexplained: (count: number): Own =>
    dit(`${nombre(count, "écriture vidée", "écritures vidées")} sans raison inscrite.`),
  problem: (what: ChainProblemWord, writer: string, sequence: string): Own =>
    dit(`${FR_PROBLEMS[what]} (poste ${writer}, n° ${sequence}).`),
  absent: (count: number): Own =>
    count === 0
      ? dit("Toutes les pièces nommées au registre sont dans le coffre.")
      : dit(`Hors de ce coffre : ${nombre(count, "pièce nommée", "pièces nommées")} au registre.`),
  noDiscrepancies: dit("Aucun écart entre les écritures."),
  discrepancies: (count: number, names: string): Own =>
    dit(`${nombre(count, "écart", "écarts")} à régler : ${names}.`),
  exported: (count: number): Own =>
    dit(`Fil exporté : ${nombre(count, "message", "messages")}, empreintes et chronologie.`),
  exportedWithAbsent: (count: number, absent: number): Own =>
    dit(
      `Fil exporté : ${nombre(count, "message", "messages")}. ${nombre(absent, "pièce absente", "pièces absentes")} de ce coffre : la chronologie ${absent < 2 ? "la" : "les"} nomme.`,
    ),
  exportFailed: dit("L'export n'a pas pu être fait."),
};

const FR_PROBLEMS: Readonly<Record<ChainProblemWord, string>> = {
  "header-altered": "Une écriture a été modifiée",
  "payload-altered": "Le contenu d'une écriture a été modifié",
  "link-broken": "Une écriture ne suit pas celle qu'elle nomme",
  gap: "Des écritures manquent",
  fork: "Deux écritures portent le même rang : une copie du registre a servi aussi",
  "tick-not-rising": "Une écriture a été déplacée",
  "other-ledger": "Une écriture vient d'un autre registre",
  "tail-cut": "La fin du registre a été coupée depuis la dernière sauvegarde",
  rewritten: "Le registre n'est plus celui de la dernière sauvegarde",
  "witness-altered": "Le témoin de la dernière sauvegarde a été modifié",
};

const EN: typeof FR = {
  backedUp: (name) => own(`Backup ready: ${name}. Keep it somewhere other than this device.`),
  extractName: (today) => `relance-handover-${today}.relance`,
  extracted: (name) => own(`Handover file ready: ${name}. Give it to whoever takes over.`),
  nothingToBackUp: own("Nothing to back up yet: no ledger is open here."),
  restored: (added, already) =>
    added === 0
      ? own(
          already === 1
            ? "Nothing new: the one entry of the backup was here already."
            : `Nothing new: the ${String(already)} entries of the backup were here already.`,
        )
      : own(
          `${plural(added, "entry", "entries")} taken in, ${String(already)} here already. Nothing was overwritten.`,
        ),
  restoredWithProblems: (count) =>
    own(`The backup is not whole (${plural(count, "problem", "problems")}): check the ledger.`),
  forked: (count) =>
    own(
      `Two copies of the same ledger were each written to (${plural(count, "place", "places")}): both are kept, please look over the latest acts.`,
    ),
  refused: {
    "not-ours": own("This file is not a backup of Relance."),
    newer: own("This backup comes from a later version of Relance: update Relance."),
    broken: own("This file is damaged: nothing was taken from it. Use another backup."),
    "other-ledger": own("This backup is of another ledger: it cannot be mixed with this one."),
    altered: own("Entries of this backup have been altered: nothing was taken from it."),
    "not-begun": own("No ledger is open here."),
    "too-large": own("There is too much data for one file."),
  },
  checked: (entries, writers) =>
    own(
      `${many(entries, "entry", "entries")} of ${many(writers, "writer", "writers")} read again, one by one.`,
    ),
  whole: own("The chain is whole: no entry altered, moved, or missing from the middle."),
  compared: own("Compared with the last backup: the end was neither cut nor rewritten."),
  notCompared: own(
    "No backup to compare with: a cut end or a ledger rewritten whole would not show. Make one.",
  ),
  erased: (count) => own(`${many(count, "entry", "entries")} erased on request, with the reason.`),
  unexplained: (count) =>
    own(`${many(count, "entry", "entries")} emptied without a recorded reason.`),
  problem: (what, writer, sequence) =>
    own(`${EN_PROBLEMS[what]} (writer ${writer}, no. ${sequence}).`),
  absent: (count) =>
    count === 0
      ? own("All exhibits named in the ledger are in the vault.")
      : own(`Not in this vault: ${many(count, "exhibit", "exhibits")} named in the ledger.`),
  noDiscrepancies: own("No discrepancy between the entries."),
  discrepancies: (count, names) =>
    own(`${many(count, "discrepancy", "discrepancies")} to settle: ${names}.`),
  exported: (count) =>
    own(`Thread exported: ${many(count, "message", "messages")}, hashes and a chronology.`),
  exportedWithAbsent: (count, absent) =>
    own(
      `Thread exported: ${many(count, "message", "messages")}. ${many(absent, "exhibit", "exhibits")} absent from this vault: the chronology names ${absent === 1 ? "it" : "them"}.`,
    ),
  exportFailed: own("The export could not be made."),
};

const EN_PROBLEMS: Readonly<Record<ChainProblemWord, string>> = {
  "header-altered": "An entry was altered",
  "payload-altered": "The content of an entry was altered",
  "link-broken": "An entry does not follow the one it names",
  gap: "Entries are missing",
  fork: "Two entries have the same place: a copy of the ledger was written to as well",
  "tick-not-rising": "An entry was moved",
  "other-ledger": "An entry comes from another ledger",
  "tail-cut": "The end of the ledger was cut since the last backup",
  rewritten: "The ledger is no longer that of the last backup",
  "witness-altered": "The witness of the last backup was altered",
};

export const CUSTODY: Messages<typeof FR> = { fr: FR, en: EN };
