import type { Account } from "../account.ts";
import { COSTS, type CallKind } from "../clock.ts";
import type { Execution, Fault, Injection, SentRequest, ServiceCall } from "../execution.ts";
import { Killed, ScriptException } from "./part.ts";

/** How long an execution may take, and what Google says where it takes longer. */
export type Limit = { readonly ms: number; readonly words: string };

/** The bookkeeping of one execution: its calls, its time, and what a test does to it. */
export type Run = {
  readonly startedAt: number;
  /** Pays for a call and does it, unless an injection or the time says otherwise. */
  readonly perform: <T>(kind: CallKind, method: string, act: () => T) => T;
  /** Lets the script wait. */
  readonly wait: (ms: number) => void;
  readonly log: (line: string) => void;
  readonly sent: (request: Omit<SentRequest, "round">) => void;
  readonly newRound: () => void;
  /** The status that Google answers instead of doing anything, in this round. */
  readonly forcedStatus: () => number | null;
  /** Throws once the execution is over: nothing runs on. */
  readonly stillAlive: () => void;
  readonly isKilled: () => boolean;
  /** What is given back when the execution ends, however it ends. */
  readonly atEnd: (tidy: () => void) => void;
  readonly end: (fault: Fault | null) => Execution;
  /** What must fail a test even where the script caught it. */
  readonly complain: (error: Error) => void;
  readonly complaint: () => Error | null;
};

export const startRun = (
  account: Account,
  handler: string,
  limit: Limit,
  injections: readonly Injection[],
): Run => {
  const startedAt = account.clock.now();
  const calls: ServiceCall[] = [];
  const requests: SentRequest[] = [];
  const logs: string[] = [];
  const tidies: (() => void)[] = [];
  let round = 0;
  let status: number | null = null;
  let killed: string | null = null;
  let isOver = false;
  let complained: Error | null = null;

  const kill = (why: string): never => {
    killed ??= why;
    throw new Killed(killed);
  };
  const spend = (ms: number): void => {
    account.clock.spend(ms);
    if (account.clock.now() - startedAt > limit.ms) kill(limit.words);
  };
  const stillAlive = (): void => {
    if (killed !== null) throw new Killed(killed);
    if (isOver) throw new Killed("The execution had ended: nothing of it may run on.");
  };

  return {
    startedAt,
    perform: (kind, method, act) => {
      stillAlive();
      const number = calls.length + 1;
      const injection = injections.find((one) => one.call === number);
      if (injection?.how === "before") injection.happens();
      const at = account.clock.now();
      calls.push({ number, kind, method, at: at - startedAt, ms: COSTS[kind] });
      spend(COSTS[kind]);
      if (injection?.how === "throws") throw new ScriptException(`Service error: ${method}`);
      if (injection?.how === "kills") kill("Exceeded maximum execution time");
      if (injection?.how === "status") {
        if (kind !== "fetch")
          throw new Error(`call ${String(number)} is ${method}: only a fetch has a status`);
        status = injection.status;
      }
      try {
        const value = act();
        if (injection?.how === "throws-after")
          throw new ScriptException(`Service error: ${method}`);
        if (injection?.how === "kills-after") kill("Exceeded maximum execution time");
        return value;
      } finally {
        status = null;
      }
    },
    wait: (ms) => {
      stillAlive();
      spend(ms);
    },
    log: (line) => logs.push(line),
    sent: (request) => requests.push({ ...request, round }),
    newRound: () => {
      round += 1;
    },
    forcedStatus: () => status,
    stillAlive,
    isKilled: () => killed !== null,
    atEnd: (tidy) => tidies.push(tidy),
    end: (fault) => {
      isOver = true;
      for (const tidy of tidies) tidy();
      const counts: Partial<Record<CallKind, number>> = {};
      for (const { kind } of calls) counts[kind] = (counts[kind] ?? 0) + 1;
      return {
        handler,
        calls,
        counts,
        requests,
        ms: account.clock.now() - startedAt,
        logs,
        fault: killed === null ? fault : { kind: "killed", message: killed },
      };
    },
    complain: (error) => {
      complained ??= error;
    },
    complaint: () => complained,
  };
};
