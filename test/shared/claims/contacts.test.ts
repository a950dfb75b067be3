import { describe, expect, it } from "vitest";
import type { AccountState } from "#shared/claims/account.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { proposedContact, replacedContact } from "#shared/claims/contacts.ts";
import { base, on, said, told } from "./file-story.ts";

type Role = "chasing" | "invoicing" | "approver";

const contact = (email: string, ...roles: readonly Role[]): AccountCommand => ({
  type: "add-contact",
  name: null,
  email,
  phone: null,
  roles: [...roles],
});
const retire = (
  state: AccountState,
  email: string,
  reason: "bounced" | "left" = "bounced",
): AccountState =>
  said(
    {
      type: "retire-contact",
      contact: state.contacts.find((known) => known.email === email)?.contact ?? "",
      reason,
      on,
    },
    state,
  );
const call = (to: string, at: string): AccountCommand => ({
  type: "file-exchange",
  kind: "call",
  direction: "out",
  on,
  at,
  subject: null,
  from: null,
  to: [to],
  messageId: null,
  outcome: "reached",
  words: null,
  blob: null,
  obtained: null,
  invoices: [],
  automatic: false,
});

describe("the contact to turn to", () => {
  it("has the role, else stands in for it: invoices before none, none before the approver", () => {
    const all = ["approver", "none", "invoicing", "chasing"] as const;
    let state = told(
      all.map((role) => contact(`${role}@nordis.example`, ...(role === "none" ? [] : [role]))),
    );
    for (const role of [...all].reverse()) {
      expect(proposedContact(state, "chasing")?.email).toBe(`${role}@nordis.example`);
      state = retire(state, `${role}@nordis.example`);
    }
    expect(proposedContact(state, "chasing")).toBeNull();
  });
  it("of two with the role is whoever was heard of last, else who is known longer", () => {
    const state = told([
      contact("a@nordis.example", "chasing"),
      contact("b@nordis.example", "chasing"),
    ]);
    expect(proposedContact(state, "chasing")?.email).toBe("a@nordis.example");
    const called = said(call("B@nordis.example", "2026-11-18T10:00:00"), state);
    expect(proposedContact(called, "chasing")?.email).toBe("b@nordis.example");
  });
  it("is one that can be reached that way", () => {
    const state = said(contact("a@nordis.example", "chasing"));
    expect(proposedContact(state, "chasing", "phone")).toBeNull();
    expect(proposedContact(base, "chasing")).toBeNull();
  });
});

describe("a contact who bounced or left", () => {
  it("is named with who is proposed in his place, until somebody has the role again", () => {
    const state = told([
      contact("a@nordis.example", "chasing"),
      contact("b@nordis.example", "invoicing"),
    ]);
    expect(replacedContact(state, "chasing")).toBeNull();
    const gone = retire(state, "a@nordis.example", "left");
    expect(replacedContact(gone, "chasing")).toMatchObject({
      retired: { email: "a@nordis.example", retired: { reason: "left" } },
      next: { email: "b@nordis.example" },
    });
    const named = said(contact("c@nordis.example", "chasing"), gone);
    expect(replacedContact(named, "chasing")).toBeNull();
  });
  it("may leave nobody", () => {
    const gone = retire(said(contact("a@nordis.example", "chasing")), "a@nordis.example");
    expect(replacedContact(gone, "chasing")).toMatchObject({ next: null });
  });
});
