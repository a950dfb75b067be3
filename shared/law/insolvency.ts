import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { DeadlineId } from "./deadlines.ts";
import type { Cited, Mark } from "./marks.ts";

/** Four states of a business in difficulty, and the over-indebtedness of a consumer. */
export const INSOLVENCY_STATES = [
  "safeguard",
  "receivership",
  "liquidation",
  "conciliation",
  "over-indebtedness",
] as const;
export type InsolvencyState = (typeof INSOLVENCY_STATES)[number];

/** What a state changes for one claim. */
export const INSOLVENCY_EFFECTS = [
  "earlier-payment-forbidden",
  "earlier-actions-stopped",
  "interest-stopped",
  "compensation-not-claimable",
  "late-payment-voidable",
  "later-claims-go-on",
  "running-contracts-ask",
  "vat-recoverable",
  "never-named",
  "effect-on-claims-not-held",
  "enforcement-stopped",
  "old-debts-not-paid",
] as const;
export type InsolvencyEffectId = (typeof INSOLVENCY_EFFECTS)[number];

export type InsolvencyEffect = { readonly id: InsolvencyEffectId; readonly cited: Cited };

/** Whether a thing stops: null where no text that Relance holds says so. */
type Stops = boolean | null;

/**
 * A state as facts of law. `earlier`, `later`: claims born before and after the judgment (for over-indebtedness, the
 * decision that the file is admissible). `confidential`: never named to anyone else, in any text.
 */
export type InsolvencyFacts = {
  readonly stopsEarlier: Stops;
  readonly stopsLater: Stops;
  readonly stopsInterest: Stops;
  readonly confidential: boolean;
  readonly effects: readonly InsolvencyEffect[];
  /** Which deadlines run for the creditor from its publication. */
  readonly deadlines: readonly DeadlineId[];
};

const effect = (id: InsolvencyEffectId, text: string, mark: Mark): InsolvencyEffect => ({
  id,
  cited: { text, mark },
});

const COLLECTIVE: readonly InsolvencyEffect[] = [
  effect("earlier-payment-forbidden", "C. com. L622-7 I", "secondary"),
  effect("earlier-actions-stopped", "C. com. L622-21 I", "secondary"),
  effect("interest-stopped", "C. com. L622-28", "secondary"),
  effect("compensation-not-claimable", "C. com. L441-10 II", "secondary"),
  effect("late-payment-voidable", "C. com. L622-7 III", "secondary"),
  effect("later-claims-go-on", "C. com. L622-17", "secondary"),
  effect("running-contracts-ask", "C. com. L622-13", "memory"),
];

const collective = (more: readonly InsolvencyEffect[]): InsolvencyFacts => ({
  stopsEarlier: true,
  stopsLater: false,
  stopsInterest: true,
  confidential: false,
  effects: [...COLLECTIVE, ...more],
  deadlines: ["claim-declaration", "relief-from-forfeiture", "retention-of-title"],
});

const STATES: Readonly<Record<InsolvencyState, InsolvencyFacts>> = {
  safeguard: collective([]),
  receivership: collective([]),
  liquidation: collective([effect("vat-recoverable", "CGI 272", "secondary")]),
  conciliation: {
    stopsEarlier: null,
    stopsLater: null,
    stopsInterest: null,
    confidential: true,
    effects: [
      effect("never-named", "C. com. L611-15", "memory"),
      effect("effect-on-claims-not-held", "C. com. L611-4", "unknown"),
    ],
    deadlines: [],
  },
  "over-indebtedness": {
    stopsEarlier: true,
    stopsLater: null,
    stopsInterest: null,
    confidential: false,
    effects: [
      effect("enforcement-stopped", "C. conso L722-2", "secondary"),
      effect("old-debts-not-paid", "C. conso L722-5", "secondary"),
    ],
    deadlines: [],
  },
};

export const insolvencyOf = (state: InsolvencyState): InsolvencyFacts => STATES[state];

/**
 * Whether the state stops the chase of a claim born on a day; null: unknown. A claim born on the day of the judgment
 * itself is held to be earlier: it stops.
 */
export const stopsClaim = (
  state: InsolvencyState,
  bornOn: CalendarDate | null,
  judgmentOn: CalendarDate | null,
): boolean | null => {
  const { stopsEarlier, stopsLater } = STATES[state];
  if (stopsEarlier === stopsLater) return stopsEarlier;
  if (bornOn === null || judgmentOn === null) return null;
  return bornOn <= judgmentOn ? stopsEarlier : stopsLater;
};
