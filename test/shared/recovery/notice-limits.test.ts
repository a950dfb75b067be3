import { describe, expect, it } from "vitest";
import type { AccountEvent, AccountEventData } from "#shared/claims/events.ts";
import { noticeLimitsOf } from "#shared/recovery/notice-limits.ts";
import {
  contact,
  contextOn,
  creditor,
  day,
  debtor,
  fold,
  invoice,
  planWith,
  readyForFormal,
  says,
  taken,
  waived,
} from "./accounts.ts";

type Kind = AccountEventData<"letter-proof-recorded">["kind"];

const NOTICE = taken("formal-notice", "2026-10-05", ["f1"], { act: "notice" });

const proof = (kind: Kind, on: string, act = "notice"): AccountEvent =>
  says("letter-proof-recorded", {
    proof: `${act}-${kind}-${on}`,
    act,
    kind,
    on: day(on),
    name: null,
    blob: null,
    obtained: null,
  });

type Said = Parameters<typeof debtor>[0];

const limits = (
  events: readonly AccountEvent[],
  said: Said = { kind: "business" },
  context = contextOn(),
) =>
  noticeLimitsOf(
    fold("a", [debtor(said), contact(), invoice("f1", "2026-07-01"), ...events]),
    "f1",
    "p",
    context,
  );

describe("the time that a formal notice leaves", () => {
  it("is unknown until its first presentation is proven", () => {
    expect(limits([NOTICE]).formalNotice).toBeNull();
    expect(limits([NOTICE, proof("deposit", "2026-10-05")]).formalNotice).toBeNull();
  });

  it("runs from first presentation, eight days, and ends on no day that is shut", () => {
    expect(limits([NOTICE, proof("first-presentation", "2026-10-07")]).formalNotice).toBe(
      "2026-10-15",
    );
    // Eight days from Friday 9 October end on Saturday 17.
    expect(limits([NOTICE, proof("first-presentation", "2026-10-09")]).formalNotice).toBe(
      "2026-10-19",
    );
  });

  it("is fifteen days for a private person", () => {
    const events = [NOTICE, proof("first-presentation", "2026-10-07")];
    expect(limits(events, { kind: "consumer" }).formalNotice).toBe("2026-10-22");
    expect(limits(events, { kind: "non-professional" }).formalNotice).toBe("2026-10-22");
  });

  it("is thirty days for an individual under the law of the United Kingdom, a sole trader too", () => {
    const events = [NOTICE, proof("first-presentation", "2026-10-07")];
    const { creditor: duval } = creditor();
    if (duval === null) throw new Error("no creditor");
    const british = contextOn(undefined, { creditor: { ...duval, country: "GB" } });
    for (const said of [{ kind: "consumer" }, { kind: "business", soleTrader: true }] as const)
      expect(limits(events, said, british).formalNotice).toBe("2026-11-06");
    expect(limits(events, { kind: "business" }, british).formalNotice).toBe("2026-10-15");
  });

  it.each(["receipt", "refusal"] as const)(
    "runs from the %s where nothing earlier is proven",
    (kind) => {
      const events = [NOTICE, proof(kind, "2026-10-12")];
      expect(limits(events).formalNotice).toBe("2026-10-20");
      expect(limits([...events, proof("first-presentation", "2026-10-07")]).formalNotice).toBe(
        "2026-10-15",
      );
    },
  );

  it("runs from the presentation of a letter that nobody fetched", () => {
    const returned = [NOTICE, proof("unclaimed", "2026-10-24"), proof("return", "2026-10-26")];
    expect(limits(returned).formalNotice).toBeNull();
    expect(limits([...returned, proof("first-presentation", "2026-10-07")]).formalNotice).toBe(
      "2026-10-15",
    );
  });

  it("is that of the last notice sent", () => {
    const again = taken("formal-notice", "2026-11-02", ["f1"], { act: "again" });
    const first = proof("first-presentation", "2026-10-07");
    expect(limits([NOTICE, first, again]).formalNotice).toBeNull();
    expect(
      limits([NOTICE, first, again, proof("first-presentation", "2026-11-04", "again")])
        .formalNotice,
    ).toBe("2026-11-12");
  });

  it("is of the invoices of that notice alone", () => {
    const other = taken("formal-notice", "2026-10-05", ["f2"], { act: "notice" });
    expect(limits([other, proof("first-presentation", "2026-10-07")]).formalNotice).toBeNull();
  });
});

describe("the steps after a formal notice", () => {
  const EVENTS = [invoice("f1", "2026-07-01"), NOTICE, ...readyForFormal(["f1"])];
  const next = (events: readonly AccountEvent[]) =>
    planWith([...EVENTS, ...events]).portions[0]?.next;
  const PRESENTED = proof("first-presentation", "2026-10-07");

  it("have no day before its proof", () => {
    expect(next([])).toMatchObject({ step: "last-notice", on: "unknown" });
  });

  it("come after its time has passed, never sooner than the plan's days", () => {
    expect(next([PRESENTED])).toMatchObject({ step: "last-notice", on: "2026-10-20" });
    expect(next([proof("first-presentation", "2026-11-12")])).toMatchObject({ on: "2026-11-21" });
  });

  it("end with the legal route the day after the last notice's time", () => {
    const last = taken("last-notice", "2026-11-02");
    expect(next([PRESENTED, last])).toMatchObject({ step: "legal", on: "2026-11-11" });
  });

  it("go to the legal route by the formal notice's time where the last notice is waived", () => {
    expect(next([PRESENTED, waived("last-notice", "2026-10-16")])).toMatchObject({
      step: "legal",
      on: "2026-10-16",
    });
  });
});
