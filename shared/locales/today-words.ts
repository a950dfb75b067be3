import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { Messages } from "./locale.ts";

type TodayMessages = {
  /** Rows that the day's minutes have no room for. */
  readonly later: (count: number) => Own;
  /** The button that shows them all the same. */
  readonly showLater: Own;
  readonly owners: { readonly mine: Own; readonly all: Own };
};

/** What stands beside the rows of a day. */
export const TODAY_WORDS: Messages<TodayMessages> = {
  fr: {
    later: (count) => own(count === 1 ? "1 autre demain" : `${String(count)} autres demain`),
    showLater: own("Les montrer"),
    owners: { mine: own("À moi"), all: own("Tous") },
  },
  en: {
    later: (count) => own(count === 1 ? "1 more tomorrow" : `${String(count)} more tomorrow`),
    showLater: own("Show them"),
    owners: { mine: own("Mine"), all: own("All") },
  },
};
