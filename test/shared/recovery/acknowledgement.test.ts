import { describe, expect, it } from "vitest";
import { balancesOf } from "#shared/claims/balances.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { possibleAcknowledgements } from "#shared/recovery/acknowledgement.ts";
import {
  contextOn,
  day,
  debtor,
  fold,
  invoice,
  mail,
  paid,
  promise,
  says,
  tagged,
} from "./accounts.ts";

const found = (events: readonly AccountEvent[], kind: DebtorKind = "business") => {
  const state = fold("bloch", [debtor({ kind }), ...events]);
  return possibleAcknowledgements(state, balancesOf(state), contextOn());
};

const LATE = invoice("f1", "2026-03-15");

describe("what may be an acknowledgement", () => {
  it("shows the last day to sue before and after a part payment", () => {
    expect(found([LATE, paid("p", "2026-09-10", 20_000)])).toEqual([
      {
        on: "2026-09-10",
        kind: "part-payment",
        rests: "p",
        invoices: ["f1"],
        lastDayBefore: "2031-03-15",
        lastDayAfter: "2031-09-10",
        cited: { text: "C. civ. 2240", mark: "verified" },
      },
    ]);
  });

  it("is a promise or a request for time that was written, once for one mail", () => {
    const spoken = promise("p", "2026-09-10", "2026-09-20", { channel: "call" });
    expect(found([LATE, spoken])).toEqual([]);
    const written = promise("p", "2026-09-10", "2026-09-20", { exchange: "m" });
    const request = [mail("m", "2026-09-10"), tagged("m", "instalments")];
    expect(found([LATE, written, ...request]).map(({ kind, rests }) => [kind, rests])).toEqual([
      ["promise", "m"],
    ]);
    expect(found([LATE, ...request]).map(({ kind }) => kind)).toEqual(["request-for-time"]);
  });

  it("is named until the user records an interruption that rests on it", () => {
    const events = [LATE, paid("p", "2026-09-10", 20_000)];
    const judged = says("limitation-interrupted", {
      interruption: "x",
      on: day("2026-09-10"),
      cause: "acknowledgement",
      invoices: ["f1"],
      rests: "p",
      note: null,
    });
    expect(found([...events, judged])).toEqual([]);
  });

  it("is nothing once all is paid, and nothing for a payment of something else", () => {
    expect(found([LATE, paid("p", "2026-09-10", 100_000)])).toEqual([]);
    expect(
      found([LATE, invoice("f2", "2026-03-15"), paid("p", "2026-09-10", 100_000, "f2")]),
    ).toEqual([]);
  });

  it("rests on other texts for a public body, where a mere promise does nothing that is known", () => {
    const [one] = found([LATE, paid("p", "2027-01-10", 20_000)], "public");
    expect(one).toMatchObject({
      lastDayBefore: "2030-12-31",
      lastDayAfter: "2031-01-10",
      cited: { text: "Loi 68-1250, art. 2" },
    });
    expect(found([LATE, promise("p", "2027-01-10", "2027-01-20")], "public")).toEqual([]);
  });
});
