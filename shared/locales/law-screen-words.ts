import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { Messages, Sentence } from "./locale.ts";
import { say } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const nombre = (count: number, one: string, many: string): Own =>
  own(`${String(count)}\u00a0${count < 2 ? one : many}`);
const number = (count: number, one: string, many: string): Own =>
  own(`${String(count)} ${count === 1 ? one : many}`);

/** Words of the pages of law that their views do not have. French is the type of all languages. */
const lawScreenFr = {
  title: dit("Droit"),
  pages: {
    clocks: dit("Délais"),
    statement: dit("Décompte"),
    routes: dit("Voies"),
    missing: dit("Manques"),
  },
  /** Beside the nearest deadline: what else stands. */
  others: (passed: number, unknown: number): Own | null => {
    const parts = [
      ...(passed === 0 ? [] : [nombre(passed, "délai passé", "délais passés").own]),
      ...(unknown === 0 ? [] : [nombre(unknown, "délai inconnu", "délais inconnus").own]),
    ];
    return parts.length === 0 ? null : own(`${parts.join(", ")}.`);
  },
  clocks: {
    why: dit("Comment il est compté"),
    basis: dit("Texte"),
    invoices: (count: number): Own => own(count === 1 ? "Facture" : "Factures"),
    done: (count: number): Own => nombre(count, "délai éteint", "délais éteints"),
    all: dit("Tous les délais"),
  },
  statement: {
    on: dit("Arrêté au"),
    onHint: dit("Ce jour compris."),
    onFault: (from: Own, to: Own): Sentence => dire`Un jour du ${from} au ${to}.`,
    segments: dit("Intérêts, période par période"),
    count: (days: number): Own => nombre(days, "jour", "jours"),
    sum: dit("Total"),
    orders: dit("Ordre d'imputation des règlements"),
    notes: dit("À savoir"),
    of: (currency: string): Own => own(`Décompte en ${currency}`),
    wide: dit("Détail du décompte"),
    print: dit("Imprimer"),
    export: dit("Exporter en CSV"),
    fileName: (on: CalendarDate): string => `decompte-${on}.csv`,
    exported: (rows: number): Sentence =>
      dire`Décompte exporté : ${nombre(rows, "ligne", "lignes")}.`,
    csv: { currency: dit("Devise"), percent: dit("Taux (%)"), mark: dit("Mention") },
  },
  routes: {
    all: dit("Toutes les voies"),
    open: dit("Tout déplier"),
    close: dit("Tout replier"),
  },
};

export type LawScreenWords = typeof lawScreenFr;

const lawScreenEn: LawScreenWords = {
  title: own("Law"),
  pages: {
    clocks: own("Deadlines"),
    statement: own("Statement"),
    routes: own("Routes"),
    missing: own("Missing"),
  },
  others: (passed, unknown) => {
    const parts = [
      ...(passed === 0 ? [] : [number(passed, "deadline passed", "deadlines passed").own]),
      ...(unknown === 0 ? [] : [number(unknown, "deadline unknown", "deadlines unknown").own]),
    ];
    return parts.length === 0 ? null : own(`${parts.join(", ")}.`);
  },
  clocks: {
    why: own("How it is counted"),
    basis: own("Text"),
    invoices: (count) => own(count === 1 ? "Invoice" : "Invoices"),
    done: (count) => number(count, "deadline at rest", "deadlines at rest"),
    all: own("All deadlines"),
  },
  statement: {
    on: own("As of"),
    onHint: own("That day included."),
    onFault: (from, to) => say`A day from ${from} to ${to}.`,
    segments: own("Interest, period by period"),
    count: (days) => number(days, "day", "days"),
    sum: own("Total"),
    orders: own("Order in which payments are allocated"),
    notes: own("To know"),
    of: (currency) => own(`Statement in ${currency}`),
    wide: own("Statement in detail"),
    print: own("Print"),
    export: own("Export as CSV"),
    fileName: (on) => `statement-${on}.csv`,
    exported: (rows) => say`Statement exported: ${number(rows, "row", "rows")}.`,
    csv: { currency: own("Currency"), percent: own("Rate (%)"), mark: own("Mark") },
  },
  routes: {
    all: own("All routes"),
    open: own("Open all"),
    close: own("Close all"),
  },
};

export const LAW_SCREEN: Messages<LawScreenWords> = { fr: lawScreenFr, en: lawScreenEn };
