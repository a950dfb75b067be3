import { isDateLike, runsOf } from "./number-runs.ts";
import type { Run } from "./number-runs.ts";
import { INVOICE_TOKEN_CHARS_MAX, MATCH_TOKENS_MAX } from "./number-scan.ts";

/** A number is at most this many runs of letters and digits: `FA 2026 00 418`. */
const RUNS_MAX = 4;

/**
 * Runs of a wording that can be an invoice number, normalised, each once, whatever stands around them: a bank cuts the
 * words before a number, so that none is set aside for them. For mails, `numbersIn` knows more.
 */
export const invoiceTokensOf = (text: string): readonly string[] => {
  const found = new Set<string>();
  const runs = runsOf(text);
  for (let first = 0; first < runs.length - 1 && found.size < MATCH_TOKENS_MAX; first += 1) {
    let joined = "";
    for (let last = first; last < Math.min(first + RUNS_MAX, runs.length - 1); last += 1) {
      const run = runs[last] as Run;
      if (last > first && !joins(joined, run)) break;
      joined += run.text;
      if (joined.length > INVOICE_TOKEN_CHARS_MAX) break;
      const digitsOnly = /^\d+$/.test(joined);
      if (joined.length < (digitsOnly ? 3 : 2) || !/\d/.test(joined)) continue;
      if (digitsOnly && last > first && isDateLike(runs.slice(first, last + 1))) continue;
      found.add(joined);
    }
  }
  return [...found];
};

const joins = (joined: string, run: Run): boolean => {
  if (!/^(?:[-/_.\u2010-\u2013#:]| |\u00a0| [-/] |° ?)$/.test(run.gap)) return false;
  const digitsOnly = /^\d+$/.test(joined) && /^\d+$/.test(run.text);
  return !digitsOnly || /^[-/_\u2010-\u2013]$/.test(run.gap);
};
