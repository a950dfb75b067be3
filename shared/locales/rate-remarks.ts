import { own } from "#shared/kernel/text.ts";
import type { Messages } from "./locale.ts";
import { dit } from "./typeset.ts";

const remarksFr = {
  "day-from-memory": dit("taux lu en juin et en décembre 2025 ; jour d'effet de mémoire"),
  "later-decisions-not-read": dit("encore 3,75 % au 18 juin 2026 ; décisions suivantes non lues"),
  "order-not-found": dit("table d'un tiers ; l'arrêté lui-même n'a pas été retrouvé"),
};

const remarksEn: typeof remarksFr = {
  "day-from-memory": own("rate read in June and December 2025; day of effect from memory"),
  "later-decisions-not-read": own("still 3.75% on 18 June 2026; later decisions not read"),
  "order-not-found": own("a third party's table; the order itself was not found"),
};

/** What is said beside the source of a rate that ships, where the citation alone would say too much. */
export const RATE_REMARK_WORDS: Messages<typeof remarksFr> = { fr: remarksFr, en: remarksEn };
