import { LEXICON_INSTALMENTS_TROUBLE } from "./lexicon-instalments-trouble.ts";
import { LEXICON_INSTALMENTS } from "./lexicon-instalments.ts";
import { LEXICON_PAID_PROOF } from "./lexicon-paid-proof.ts";
import { LEXICON_PAID } from "./lexicon-paid.ts";
import { LEXICON_PROMISE_EVENTS } from "./lexicon-promise-events.ts";
import { LEXICON_PROMISE_RUNS } from "./lexicon-promise-runs.ts";
import { LEXICON_PROMISE_VAGUE } from "./lexicon-promise-vague.ts";
import { LEXICON_PROMISE } from "./lexicon-promise.ts";
import type { LexiconRule } from "./lexicon.ts";

/** Paid, promised, and asked to be paid in parts or later. */
export const LEXICON_PAYMENT: readonly LexiconRule[] = [
  ...LEXICON_PROMISE,
  ...LEXICON_PROMISE_RUNS,
  ...LEXICON_PROMISE_EVENTS,
  ...LEXICON_PROMISE_VAGUE,
  ...LEXICON_PAID,
  ...LEXICON_PAID_PROOF,
  ...LEXICON_INSTALMENTS,
  ...LEXICON_INSTALMENTS_TROUBLE,
];
