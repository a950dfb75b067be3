import type { Result } from "#shared/kernel/result.ts";

/**
 * What Relance needs of Apps Script, and nothing else: `google/` alone names Google's globals. Everything is synchronous,
 * as Apps Script is; a fault is a value wherever a person could do something about it.
 */
export type Services = {
  readonly properties: Properties;
  readonly cache: Cache;
  /** Runs `work` while no other execution of this user holds the lock; `lock-busy` if it was not free in time. */
  readonly locked: <T>(waitMs: number, work: () => T) => Result<T, LockBusy>;
  /** All requests in parallel: the only parallelism there is. Answers in the order of the requests. */
  readonly fetchAll: (
    requests: readonly HttpRequest[],
  ) => Result<readonly HttpResponse[], FetchFailed>;
  /** The token of this execution (`ScriptApp.getOAuthToken`); it never goes to a page or a card. */
  readonly token: () => string;
  /** Lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  readonly gzip: (text: string) => Uint8Array;
  readonly gunzip: (bytes: Uint8Array) => string;
  readonly base64: (bytes: Uint8Array) => string;
  /** Takes the alphabet of the web too (RFC 4648, 5), with or without padding; null where the text is neither. */
  readonly bytesOfBase64: (text: string) => Uint8Array | null;
  /** Fresh random runs of 32 hexadecimal digits. */
  readonly chance: (count: number) => readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The day that it is in a zone of the IANA, and its hour as HH:mm. */
  readonly dayIn: (zone: string, ms: number) => { readonly date: string; readonly clock: string };
  /** The one hourly job of this user: made where there is none, and one alone where there are several. */
  readonly hourly: { readonly turnOn: (handler: string) => void };
  /** The address of the script's own web app, or null where it is not deployed as one. */
  readonly webApp: () => string | null;
  /** A word for the log of the project: codes and counts, never words of a mail, an address or an amount. */
  readonly log: (code: string, counts?: Readonly<Record<string, number>>) => void;
};

/** User properties: one value at most 9 kB, all together 500 kB. */
export type Properties = {
  /** All of them in one read. */
  readonly readAll: () => Readonly<Record<string, string>>;
  readonly read: (name: string) => string | null;
  /** Writes all given values in one call; null removes. */
  readonly write: (values: Readonly<Record<string, string | null>>) => void;
};

/** The user's cache: a value at most 100 kB, at most 6 hours, at most 1,000 of them. Whatever is in it may be gone. */
export type Cache = {
  readonly read: (keys: readonly string[]) => ReadonlyMap<string, string>;
  readonly write: (values: ReadonlyMap<string, string>, seconds: number) => void;
  readonly remove: (keys: readonly string[]) => void;
};

export type LockBusy = { readonly type: "lock-busy" };

/** No answer came at all; `detail` is for the diagnosis. */
export type FetchFailed = { readonly type: "fetch-failed"; readonly detail: string };

export type HttpRequest = {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly body?: string | Uint8Array;
};

export type HttpResponse = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: () => string;
  readonly bytes: () => Uint8Array;
};
