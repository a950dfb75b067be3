import { describe, expect, it } from "vitest";
import {
  consentLinkIn,
  graphFaultText,
  syncFaultText,
  syncProblemText,
  unreachedText,
} from "#outlook/graph/fault-text.ts";
import type { GraphFault } from "#outlook/graph/ports.ts";
import type { SyncFault } from "#outlook/graph/sync-faults.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";

const GRAPH: readonly GraphFault[] = [
  { type: "sign-in-not-configured" },
  { type: "sign-in-unsupported" },
  { type: "sign-in-needed" },
  { type: "sign-in-declined", consentLink: "link" },
  { type: "consent-needed", consentLink: "link" },
  { type: "offline" },
  { type: "timed-out" },
  { type: "sign-in-failed", code: "x1" },
  { type: "throttled", seconds: 1 },
  { type: "unavailable", status: 503 },
  { type: "denied", code: "ErrorAccessDenied" },
  { type: "absent" },
  { type: "conflict", code: "" },
  { type: "too-large" },
  { type: "no-room" },
  { type: "refused", status: 400, code: "InefficientFilter" },
  { type: "unreadable" },
];
const SYNC: readonly SyncFault[] = [
  { type: "ledger-not-begun" },
  { type: "folder-newer", version: 2 },
  { type: "folder-busy" },
  { type: "ledgers-differ", ours: "a", theirs: "b" },
  { type: "storage-full", detail: "" },
];

const textOf = (sentence: Sentence): string => sentence.map(shownText).join("");

describe("what Graph did not do", () => {
  it.each(["fr", "en"] as const)("is said in %s, each in its own words", (language) => {
    const texts = [
      ...GRAPH.map((fault) => textOf(graphFaultText(fault, language))),
      ...SYNC.map((fault) => textOf(syncFaultText(fault, language))),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/^[A-ZÀÉ].{20,}\.$/u);
  });

  it("is said alike whether a synchronisation or a single question met it", () => {
    for (const fault of GRAPH) {
      expect(syncFaultText(fault, "fr")).toEqual(graphFaultText(fault, "fr"));
    }
  });

  it("gives the administrator's link where there is one", () => {
    expect(GRAPH.map(consentLinkIn).filter((link) => link !== null)).toEqual(["link", "link"]);
  });

  it("names what was not looked at, and what is not as it was written", () => {
    const why = { type: "too-many" } as const;
    expect(textOf(unreachedText({ place: "senders", count: 12, why }, "fr"))).toBe(
      "Pas examiné\u00a0: des expéditeurs (12). Il y en a trop pour une fois\u00a0: la suite au prochain examen.",
    );
    const gap = { type: "entries-missing", writer: "w", from: 3, to: 4 } as const;
    expect(textOf(syncProblemText(gap, "en"))).toMatch(/^2 entries are missing/);
    const broken = { type: "file-broken", path: "a/<b>.jsonl" } as const;
    expect(syncProblemText(broken, "fr")).toContainEqual({ foreign: "a/<b>.jsonl" });
  });
});
