import type { StoreFault } from "#shared/app/ports.ts";

/** Asked of a store after `close`. */
export const CLOSED: StoreFault = { type: "storage-failed", detail: "the store was closed" };

/** Asked of a store that holds no ledger although the caller knows one. */
export const NOTHING_HERE: StoreFault = {
  type: "storage-evicted",
  detail: "no ledger is here any more",
};

export const corrupt = (detail: string): StoreFault => ({ type: "storage-corrupt", detail });

/**
 * What an error of IndexedDB means while a store is open. Only the browser's own errors are faults; anything else is a
 * mistake of ours and is thrown on.
 */
export const faultOf = (cause: unknown): StoreFault => {
  if (!isNamedError(cause)) throw cause;
  const detail = detailOf(cause);
  switch (cause.name) {
    case "QuotaExceededError":
      return { type: "storage-full", detail };
    case "SecurityError":
    case "NotAllowedError":
      return { type: "storage-refused", detail };
    case "VersionError":
      return { type: "storage-upgraded", detail };
    // A row that the browser itself can no longer read back.
    case "DataCloneError":
    case "DataError":
    case "NotReadableError":
      return corrupt(detail);
    case "NotFoundError":
      return { type: "storage-evicted", detail };
    default:
      return { type: "storage-failed", detail };
  }
};

/**
 * What an error means while a store is being opened: Chromium answers UnknownError where third-party storage is
 * blocked, Firefox InvalidStateError in some private windows, others throw SecurityError.
 */
export const openingFaultOf = (cause: unknown): StoreFault => {
  if (isNamedError(cause) && REFUSING.includes(cause.name)) {
    return { type: "storage-refused", detail: detailOf(cause) };
  }
  return faultOf(cause);
};

const REFUSING: readonly string[] = ["UnknownError", "InvalidStateError", "SecurityError"];

const detailOf = (cause: { readonly name: string; readonly message: string }): string =>
  `${cause.name}: ${cause.message}`;

/** A DOMException, also one that a stand-in for IndexedDB made itself. */
const isNamedError = (
  cause: unknown,
): cause is { readonly name: string; readonly message: string } =>
  cause instanceof DOMException ||
  (cause instanceof Error && cause.name.endsWith("Error") && !OURS.includes(cause.name));

const OURS: readonly string[] = [
  "Error",
  "TypeError",
  "RangeError",
  "SyntaxError",
  "ReferenceError",
];
