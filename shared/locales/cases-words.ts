import type { Messages } from "./locale.ts";

type Expected =
  | "case"
  | "date"
  | "amount"
  | "rate"
  | "text"
  | "list"
  | "currency"
  | "regime"
  | "split"
  | "basis"
  | "allocation"
  | "series";

/** Words of `relance interest` for what is wrong with its file; values are texts already. */
export type CasesWords = {
  readonly notCases: string;
  readonly tooMany: (max: number) => string;
  readonly absent: (path: string) => string;
  readonly wrong: (path: string, expected: string) => string;
  readonly inCase: (index: number) => string;
  readonly expected: Readonly<Record<Expected, string>>;
  readonly choices: (values: string) => string;
  readonly unread: (names: string) => string;
  readonly notVerified: (regime: string) => string;
  readonly rateUnknown: (series: string, halfYear: string, invoice: string) => string;
  readonly unknownInvoice: (invoice: string) => string;
  readonly invoiceTwice: (invoice: string) => string;
  readonly tooLarge: string;
};

const FR: CasesWords = {
  notCases: "Ce fichier n'est pas un tableau JSON de cas.",
  tooMany: (max) => `Trop de cas : ${String(max)} au plus.`,
  absent: (path) => `${path} manque.`,
  wrong: (path, expected) => `${path} n'est pas ${expected}.`,
  inCase: (index) => `Cas ${String(index)} :`,
  expected: {
    case: "un cas complet (regime, currency, invoices, on)",
    date: "une date (2026-12-31)",
    amount: 'un montant positif, avec un point et au plus les décimales de sa devise ("1200.50")',
    rate: 'un taux annuel en pour cent, de 0 à 100, à deux décimales au plus ("12.50")',
    text: "un texte de 1 à 300 caractères",
    list: "une liste, de 2000 lignes au plus",
    currency: "une devise connue (EUR)",
    regime: "un régime connu",
    split: "un découpage connu",
    basis: "une base connue",
    allocation: "un ordre d'imputation connu",
    series: "une série connue",
  },
  choices: (values) => `Valeurs possibles : ${values}.`,
  unread: (names) => `Champs inconnus, non lus : ${names}.`,
  notVerified: (regime) =>
    `Non vérifié : les règles de ce pays (${regime}) n'ont pas été lues, aucun chiffre n'est donné.`,
  rateUnknown: (series, halfYear, invoice) =>
    `Facture ${invoice} : le taux du ${halfYear} est antérieur à la série connue (${series}).`,
  unknownInvoice: (invoice) =>
    `Un règlement nomme la facture « ${invoice} », qui n'est pas dans ce cas.`,
  invoiceTwice: (invoice) => `La facture « ${invoice} » figure deux fois.`,
  tooLarge: "Les sommes dépassent ce qui se calcule exactement.",
};

const EN: CasesWords = {
  notCases: "This file is not a JSON array of cases.",
  tooMany: (max) => `Too many cases: ${String(max)} at most.`,
  absent: (path) => `${path} is missing.`,
  wrong: (path, expected) => `${path} is not ${expected}.`,
  inCase: (index) => `Case ${String(index)}:`,
  expected: {
    case: "a whole case (regime, currency, invoices, on)",
    date: "a date (2026-12-31)",
    amount:
      'a positive amount, with a full stop and at most the decimals of its currency ("1200.50")',
    rate: 'a yearly rate in per cent, from 0 to 100, with at most two decimals ("12.50")',
    text: "a text of 1 to 300 characters",
    list: "a list of at most 2000 rows",
    currency: "a currency that is known (EUR)",
    regime: "a regime that is known",
    split: "a split that is known",
    basis: "a base that is known",
    allocation: "an order of allocation that is known",
    series: "a series that is known",
  },
  choices: (values) => `Possible values: ${values}.`,
  unread: (names) => `Unknown fields, not read: ${names}.`,
  notVerified: (regime) =>
    `Not verified: the rules of this country (${regime}) were not read, no figure is given.`,
  rateUnknown: (series, halfYear, invoice) =>
    `Invoice ${invoice}: the rate of ${halfYear} is before the series that is known (${series}).`,
  unknownInvoice: (invoice) =>
    `A payment names the invoice "${invoice}", which is not in this case.`,
  invoiceTwice: (invoice) => `The invoice "${invoice}" is there twice.`,
  tooLarge: "The sums are beyond what is computed exactly.",
};

export const CASES_WORDS: Messages<CasesWords> = { fr: FR, en: EN };
