import { LEXICON_DISPUTE_DELIVERY } from "./lexicon-dispute-delivery.ts";
import { LEXICON_DISPUTE_GROUNDS } from "./lexicon-dispute-grounds.ts";
import { LEXICON_DISPUTE_ORDER } from "./lexicon-dispute-order.ts";
import { LEXICON_DISPUTE_PRICE } from "./lexicon-dispute-price.ts";
import { LEXICON_DISPUTE_QUALITY } from "./lexicon-dispute-quality.ts";
import { LEXICON_INSOLVENCY } from "./lexicon-insolvency.ts";
import { LEXICON_QUESTION } from "./lexicon-question.ts";
import { LEXICON_UNRELATED } from "./lexicon-unrelated.ts";
import type { LexiconRule } from "./lexicon.ts";

/** Insolvency, disputes by their reason, questions, and what has nothing to do with the invoices. */
export const LEXICON_CLAIMS: readonly LexiconRule[] = [
  ...LEXICON_INSOLVENCY,
  ...LEXICON_DISPUTE_DELIVERY,
  ...LEXICON_DISPUTE_QUALITY,
  ...LEXICON_DISPUTE_PRICE,
  ...LEXICON_DISPUTE_ORDER,
  ...LEXICON_DISPUTE_GROUNDS,
  ...LEXICON_QUESTION,
  ...LEXICON_UNRELATED,
];
