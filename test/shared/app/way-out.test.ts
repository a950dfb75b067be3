import { describe, expect, it } from "vitest";
import { wayOut } from "#shared/app/way-out.ts";
import { dateOf } from "#shared/kernel/calendar.ts";

const ON = { account: "debtor-1", today: dateOf("2026-11-20"), language: "fr" } as const;

describe("a refusal that one click mends", () => {
  it("brings that click along: payments known until today, a call to note, a contact to enter", () => {
    expect(wayOut({ type: "payments-never-known" }, ON)).toMatchObject({
      label: { own: "Encours vérifié, à jour" },
      action: { act: "payments-known", asOf: "2026-11-20" },
    });
    expect(wayOut({ type: "call-first" }, ON)?.action).toEqual({
      form: "call",
      account: "debtor-1",
      subject: null,
    });
    expect(wayOut({ type: "no-recipient" }, ON)?.action).toEqual({
      form: "contact",
      account: "debtor-1",
      subject: null,
    });
  });

  it("brings none where only words can tell what to do", () => {
    expect(wayOut({ type: "nothing-due" }, ON)).toBeNull();
  });
});
