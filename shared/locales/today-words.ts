import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { Messages } from "./locale.ts";

type TodayMessages = {
  /** Rows that the day's minutes have no room for. */
  readonly later: (count: number) => Own;
  /** The button that shows them all the same. */
  readonly showLater: Own;
  readonly owners: { readonly mine: Own; readonly all: Own };
  /** A row of several debtors. */
  readonly group: {
    /** `saysSo`: the group's name already says that it is one. */
    readonly entities: (count: number, saysSo: boolean) => Own;
    readonly apart: Own;
    readonly file: (name: Foreign) => Own;
  };
};

/** What stands beside the rows of a day. */
export const TODAY_WORDS: Messages<TodayMessages> = {
  fr: {
    later: (count) => own(count === 1 ? "1 autre demain" : `${String(count)} autres demain`),
    showLater: own("Les montrer"),
    owners: { mine: own("À moi"), all: own("Tous") },
    group: {
      entities: (count, saysSo) =>
        own(saysSo ? `(${String(count)} entités)` : `(groupe, ${String(count)} entités)`),
      apart: own("Préparer séparément"),
      file: (name) => own(`Fiche ${name.foreign}`),
    },
  },
  en: {
    later: (count) => own(count === 1 ? "1 more tomorrow" : `${String(count)} more tomorrow`),
    showLater: own("Show them"),
    owners: { mine: own("Mine"), all: own("All") },
    group: {
      entities: (count, saysSo) =>
        own(saysSo ? `(${String(count)} entities)` : `(group, ${String(count)} entities)`),
      apart: own("Prepare separately"),
      file: (name) => own(`File of ${name.foreign}`),
    },
  },
};
