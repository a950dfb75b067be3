import type { OutlookFault } from "#outlook/outlook.ts";
import { err } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { CALL_LIMIT_MS, callOffice } from "./call.ts";
import type { CallOptions, Start } from "./call.ts";

/** Calls that Outlook on the web, new Outlook and the phones take at a time. */
export const CALLS_AT_ONCE = 3;

export type QueuedOptions = CallOptions & {
  /** The item that the call is about: a call does not carry it, the host takes whatever is open when it arrives. */
  readonly item?: string;
  /**
   * A call that changes something is not begun once another item is open, but what it did is told as it was; the
   * answer of any other call is then not believed.
   */
  readonly isWrite?: boolean;
};

/** All calls go through one of these, in the order in which they were asked. */
export type CallQueue = {
  readonly call: <T>(start: Start<T>, options?: QueuedOptions) => Promise<Result<T, OutlookFault>>;
  /** Another item is open, or none: what is about any other one is refused by `item-changed` at once. */
  readonly turnTo: (item: string | null) => void;
};

type Waiting = {
  readonly item: string | undefined;
  readonly begin: () => void;
  readonly refuse: () => void;
};

export const openQueue = (): CallQueue => {
  let current: string | null = null;
  let running = 0;
  let waiting: Waiting[] = [];
  const underWay = new Set<Waiting>();

  const next = (): void => {
    while (running < CALLS_AT_ONCE) {
      const one = waiting.shift();
      if (one === undefined) return;
      running += 1;
      one.begin();
    }
  };

  const call = async <T>(
    start: Start<T>,
    options: QueuedOptions = {},
  ): Promise<Result<T, OutlookFault>> =>
    new Promise((resolve) => {
      const { item } = options;
      const changed = (): void => {
        resolve(err({ type: "item-changed" }));
      };
      if (item !== undefined && item !== current) {
        changed();
        return;
      }
      // The three before it may hang: who asked waits no longer for its turn than for an answer.
      const late = setTimeout(() => {
        waiting = waiting.filter((one) => one !== entry);
        resolve(err({ type: "timed-out" }));
      }, options.limitMs ?? CALL_LIMIT_MS);
      const begin = (): void => {
        clearTimeout(late);
        if (options.isWrite !== true) underWay.add(entry);
        const { result, done } = callOffice(start, options);
        void done.then(() => {
          underWay.delete(entry);
          running -= 1;
          next();
        });
        void result.then(resolve);
      };
      const refuse = (): void => {
        clearTimeout(late);
        changed();
      };
      const entry: Waiting = { item, begin, refuse };
      waiting.push(entry);
      next();
    });

  const turnTo = (item: string | null): void => {
    current = item;
    const isAbout = (one: Waiting): boolean => one.item !== undefined && one.item !== item;
    const refused = [...waiting, ...underWay].filter(isAbout);
    waiting = waiting.filter((one) => !isAbout(one));
    for (const one of refused) one.refuse();
  };

  return { call, turnTo };
};
