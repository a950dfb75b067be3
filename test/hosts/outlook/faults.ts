import type { CallName } from "./call-names.ts";

export type CallRecord = {
  readonly name: CallName | "unknown";
  readonly params: unknown;
  readonly startedAt: number;
  /** Null while it is under way. */
  endedAt: number | null;
  /** Null where it succeeded. */
  code: number | null;
  /** Calls under way when it began, itself among them. */
  readonly atOnce: number;
};

type Failure = { readonly code: number; times: number };

/** What goes wrong, by the name of the call: a failure, a delay, or no network at all. */
export type Faults = {
  readonly failures: Map<CallName, Failure>;
  readonly delays: Map<CallName, number>;
  isOffline: boolean;
};

export const noFaults = (): Faults => ({
  failures: new Map(),
  delays: new Map(),
  isOffline: false,
});

/** The code that the call fails with this time; null where it is let through. */
export const failureOf = (faults: Faults, name: CallName): number | null => {
  const failure = faults.failures.get(name);
  if (failure === undefined) return null;
  failure.times -= 1;
  if (failure.times <= 0) faults.failures.delete(name);
  return failure.code;
};

export const wait = (delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
