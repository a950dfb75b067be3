import type { CallKind } from "./clock.ts";

/** One run of one entry point, from its start to its answer, and what it asked of Google. */
export type Execution = {
  readonly handler: string;
  readonly calls: readonly ServiceCall[];
  /** How often each kind was called; absent is 0. */
  readonly counts: Readonly<Partial<Record<CallKind, number>>>;
  /** What went out, in order; those of one fetchAll share a round. */
  readonly requests: readonly SentRequest[];
  /** Milliseconds of the virtual clock, the start of the script included. */
  readonly ms: number;
  readonly logs: readonly string[];
  /** Null where it ended well. */
  readonly fault: Fault | null;
};

export type ServiceCall = {
  /** From 1: what an injection names. */
  readonly number: number;
  readonly kind: CallKind;
  /** `Properties.setProperties`, `UrlFetchApp.fetchAll`. */
  readonly method: string;
  readonly at: number;
  readonly ms: number;
};

export type SentRequest = {
  /** From 1. */
  readonly round: number;
  readonly method: string;
  readonly url: string;
  /** `drive.files.create`; null for an address that is no API of Google's. */
  readonly id: string | null;
  readonly status: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
};

/** `killed`: past its time, or by an injection; no line of the script ran on in reality. */
export type Fault = { readonly kind: "thrown" | "killed"; readonly message: string };

/** What befalls the call of this number in the next execution. */
export type Injection =
  | {
      readonly call: number;
      /**
       * `throws`: nothing was done, and the script may catch it. `throws-after`: it was done, and the answer got lost.
       * `kills` and `kills-after`: the execution ends there, and nothing can be caught.
       */
      readonly how: "throws" | "throws-after" | "kills" | "kills-after";
    }
  | {
      readonly call: number;
      /** Only for a fetch: Google answers this status to every request of the round, and does nothing. */
      readonly how: "status";
      readonly status: number;
    }
  | {
      readonly call: number;
      /** Something else happens first: another execution of the same person, say. */
      readonly how: "before";
      readonly happens: () => void;
    };
