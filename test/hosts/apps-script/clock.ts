/** The time of an account. It moves when a call costs something, or when a test says so; never by itself. */
export type VirtualClock = {
  readonly now: () => number;
  readonly spend: (ms: number) => void;
};

export const createClock = (start: string = "2026-11-20T08:30:00.000Z"): VirtualClock => {
  let now = Date.parse(start);
  if (Number.isNaN(now)) throw new Error(`no instant: ${start}`);
  return {
    now: () => now,
    spend: (ms) => {
      if (!(ms >= 0)) throw new Error(`time does not go back: ${String(ms)}`);
      now += ms;
    },
  };
};

/** The kinds of call that cost time or are counted; a card costs nothing to build. */
export type CallKind =
  | "properties"
  | "cache-get"
  | "cache-put"
  | "cache-remove"
  | "lock"
  | "fetch"
  | "gmail-app"
  | "html"
  | "trigger"
  | "session";

/**
 * Milliseconds of one call. Where they come from: facts/gmail.md, 6, and issue 6; those marked "guess" wait for the
 * diagnosis on a real account.
 */
export const COSTS: Readonly<Record<CallKind, number>> = {
  properties: 35,
  "cache-get": 4,
  "cache-put": 92,
  // Guess: as one get.
  "cache-remove": 4,
  // Guess.
  lock: 60,
  // One round: a fetch, or a whole fetchAll.
  fetch: 300,
  "gmail-app": 350,
  // Guess.
  html: 20,
  // Guess.
  trigger: 100,
  // Guess.
  session: 5,
};

/** Before the first line of a script runs. */
export const START_MS = 700;

/** A callback of a card, of Google's own table; and everything else: triggers, the editor, web apps. */
export const CARD_LIMIT = { ms: 30_000, words: "Exceeded maximum execution time" } as const;
export const SCRIPT_LIMIT = { ...CARD_LIMIT, ms: 360_000 } as const;
