import type { Language } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { OUTLOOK_GRAPH } from "#shared/locales/outlook-graph.ts";
import type { Unreached } from "./look.ts";
import type { GraphFault } from "./ports.ts";
import type { SyncFault, SyncProblem } from "./sync-faults.ts";

/** What Graph did not do, for people: what happened, then what to do. */
export const graphFaultText = (fault: GraphFault, language: Language): Sentence => {
  const words = OUTLOOK_GRAPH[language];
  switch (fault.type) {
    case "sign-in-not-configured":
    case "sign-in-unsupported":
    case "sign-in-needed":
    case "sign-in-declined":
    case "consent-needed":
    case "timed-out":
    case "offline":
      return words.signInFaults[fault.type];
    case "sign-in-failed":
      return words.signInFailed(fault.code);
    case "throttled":
      return words.throttled(fault.seconds);
    case "unavailable":
      return words.unavailable(fault.status);
    case "denied":
      return words.denied(fault.code);
    case "conflict":
      return words.conflict(fault.code);
    case "refused":
      return words.refused(fault.status, fault.code);
    case "absent":
    case "too-large":
    case "no-room":
    case "unreadable":
      return words.faults[fault.type];
  }
};

/** The link to hand to an administrator, where the fault has one. */
export const consentLinkIn = (fault: GraphFault): string | null =>
  fault.type === "consent-needed" || fault.type === "sign-in-declined" ? fault.consentLink : null;

export const syncFaultText = (fault: SyncFault, language: Language): Sentence => {
  const words = OUTLOOK_GRAPH[language].sync;
  if (isGraphFault(fault)) return graphFaultText(fault, language);
  switch (fault.type) {
    case "ledger-not-begun":
      return words.notBegun;
    case "folder-newer":
      return words.newer;
    case "folder-busy":
      return words.busy;
    case "ledgers-differ":
      return words.otherLedger;
    case "storage-refused":
    case "storage-full":
    case "storage-evicted":
    case "storage-upgraded":
    case "storage-blocked":
    case "storage-corrupt":
    case "storage-failed":
      return words.stored;
  }
};

/** Every fault of a synchronisation that is not one of the ledger, the store or the folder. */
const isGraphFault = (fault: SyncFault): fault is GraphFault =>
  !OWN_FAULTS.has(fault.type) && !fault.type.startsWith("storage-");

const OWN_FAULTS = new Set<string>([
  "ledger-not-begun",
  "folder-newer",
  "folder-busy",
  "ledgers-differ",
]);

export const syncProblemText = (problem: SyncProblem, language: Language): Sentence => {
  const words = OUTLOOK_GRAPH[language].sync;
  switch (problem.type) {
    case "file-broken":
      return words.fileBroken(foreign(problem.path, 300));
    case "entries-missing":
      return words.entriesMissing(problem.to - problem.from + 1);
    case "blob-broken":
      return words.blobBroken;
  }
};

export const unreachedText = ({ place, count, why }: Unreached, language: Language): Sentence => {
  const words = OUTLOOK_GRAPH[language].look;
  const reason = why.type === "too-many" ? words.tooMany : graphFaultText(why, language);
  return words.unreached(words.places[place], count, reason);
};
