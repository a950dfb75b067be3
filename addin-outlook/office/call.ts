import type { OutlookAbility, OutlookFault } from "#outlook/outlook.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { faultOfError, faultOfThrown } from "./office-fault.ts";
import type { OfficeError } from "./office-fault.ts";

/** What Office.AsyncResult holds, as far as we look. */
export type Answer<T> = {
  readonly status: unknown;
  readonly value: T;
  readonly error?: OfficeError | null;
};

/** Starts a call of Office; it answers through the callback, or never. */
export type Start<T> = (callback: (answer: Answer<T>) => void) => void;

export type CallOptions = {
  /** What the call is for: says so where the client has no such call. */
  readonly ability?: OutlookAbility;
  /** Milliseconds that we wait. */
  readonly limitMs?: number;
  /** Codes of failures that are known to pass: the call is made once more. */
  readonly againOn?: readonly number[];
};

/** A body, headers, categories: seconds at most, and the person is waiting. */
export const CALL_LIMIT_MS = 30_000;
/** A whole mail, or a file going up. */
export const LONG_CALL_LIMIT_MS = 120_000;
/**
 * Office.js forgets a call after 65 seconds, and then tells nobody: it hands null to a callback that drops null. Until
 * then the call still counts among the three that the host takes.
 */
const FORGOTTEN_MS = 70_000;

/** Files go up for as long as five minutes in office.js. */
const FORGOTTEN_LONG_MS = 305_000;

export type Called<T> = {
  readonly result: Promise<Result<T, OutlookFault>>;
  /** When the host is done with it, which may be long after we stopped waiting. */
  readonly done: Promise<void>;
};

/** One call as a promise. Its status is checked, its exceptions are faults, and it never waits for ever. */
export const callOffice = <T>(start: Start<T>, options: CallOptions = {}): Called<T> => {
  const limitMs = options.limitMs ?? CALL_LIMIT_MS;
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const result = new Promise<Result<T, OutlookFault>>((resolve) => {
    let isWaiting = true;
    let againLeft = options.againOn === undefined ? 0 : 1;
    const forgottenMs = limitMs > CALL_LIMIT_MS ? FORGOTTEN_LONG_MS : FORGOTTEN_MS;
    const forgotten = setTimeout(() => {
      finish();
    }, forgottenMs);
    const limit = setTimeout(() => {
      isWaiting = false;
      resolve(err(isOffline() ? { type: "offline" } : { type: "timed-out" }));
    }, limitMs);
    const end = (outcome: Result<T, OutlookFault>): void => {
      clearTimeout(limit);
      clearTimeout(forgotten);
      finish();
      isWaiting = false;
      resolve(outcome);
    };
    const attempt = (): void => {
      let isAnswered = false;
      try {
        start((answer) => {
          // Some hosts call back twice; the first word counts.
          if (isAnswered) return;
          isAnswered = true;
          if (answer.status === "succeeded") {
            end(ok(answer.value));
            return;
          }
          const code = answer.error?.code;
          const isPassing = typeof code === "number" && options.againOn?.includes(code) === true;
          if (isPassing && againLeft > 0 && isWaiting) {
            againLeft -= 1;
            attempt();
            return;
          }
          end(err(faultOfError(answer.error, options.ability)));
        });
      } catch (thrown) {
        if (!isAnswered) end(err(faultOfThrown(thrown, options.ability)));
      }
    };
    attempt();
  });
  return { result, done };
};

const isOffline = (): boolean => typeof navigator !== "undefined" && !navigator.onLine;
