import { describe, expect, it } from "vitest";
import type { AccountState } from "#shared/claims/account.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { paymentCommand } from "./account-story.ts";
import {
  base,
  f1,
  f2,
  file,
  first,
  ofKind,
  on,
  p1,
  refused,
  said,
  told,
  tomorrow,
} from "./file-story.ts";

const step = (name: string): AccountCommand => ({
  type: "take-step",
  step: name,
  on: dateOf("2026-11-09"),
  portions: [p1],
  how: "declared",
  exchange: null,
  draft: null,
});
const notice = said(step("formal-notice"));
const act = first(notice.acts).act;
const sent: Extract<AccountCommand, { readonly type: "record-letter-sent" }> = {
  type: "record-letter-sent",
  act,
  on: dateOf("2026-11-09"),
  channel: "registered",
  number: "1A 234 567 8901 2",
};
type Proof = Extract<AccountCommand, { readonly type: "record-letter-proof" }>;
const proof = (kind: Proof["kind"], day: string): Proof => ({
  type: "record-letter-proof",
  act,
  kind,
  on: dateOf(day),
  name: null,
  blob: null,
  obtained: null,
});

describe("a letter", () => {
  it("is that of a step which is one, and which was taken", () => {
    expect(file(said(sent, notice)).letters).toHaveLength(1);
    expect(refused(sent).type).toBe("not-found");
    const mail = said(step("reminder-1"));
    expect(refused({ ...sent, act: first(mail.acts).act }, mail).type).toBe("not-a-letter");
    expect(refused({ ...sent, on: tomorrow }, notice).type).toBe("date-in-future");
  });
  it("goes as a registered e-letter to professionals alone", () => {
    const electronic = { ...sent, channel: "registered-electronic" } as const;
    for (const kind of ["consumer", "non-professional"] as const) {
      const state = said(step("formal-notice"), ofKind(kind));
      const own = { ...electronic, act: first(state.acts).act };
      expect(refused(own, state).type).toBe("electronic-letter-not-agreed");
    }
    expect(file(said(electronic, notice)).letters).toHaveLength(1);
    const town = said(step("letter"), ofKind("public"));
    expect(file(said({ ...electronic, act: first(town.acts).act }, town)).letters).toHaveLength(1);
  });
});

describe("proofs of a letter", () => {
  const posted = told([sent, proof("deposit", "2026-11-09")], notice);

  it("come in the order of time", () => {
    const shown = said(proof("first-presentation", "2026-11-12"), posted);
    expect(said(proof("receipt", "2026-11-12"), shown).file?.letterProofs).toHaveLength(3);
    expect(refused(proof("first-presentation", "2026-11-08"), posted).type).toBe("date-too-early");
    expect(refused(proof("receipt", "2026-11-11"), shown).type).toBe("date-too-early");
    const received = said(proof("receipt", "2026-11-12"), posted);
    expect(refused(proof("first-presentation", "2026-11-13"), received).type).toBe("date-too-late");
  });
  it("tell of one end: a letter received was neither refused nor sent back", () => {
    const received = said(proof("receipt", "2026-11-12"), posted);
    expect(refused(proof("refusal", "2026-11-12"), received)).toEqual({
      type: "proofs-contradict",
      kind: "refusal",
      there: "receipt",
    });
    expect(refused(proof("return", "2026-11-18"), received).type).toBe("proofs-contradict");
    const returned = said(proof("refusal", "2026-11-12"), posted);
    expect(refused(proof("receipt", "2026-11-13"), returned).type).toBe("proofs-contradict");
    const unclaimed = said(proof("unclaimed", "2026-11-18"), posted);
    expect(file(said(proof("return", "2026-11-19"), unclaimed)).letterProofs).toHaveLength(3);
  });
  it("are one a kind, and none of tomorrow or of another step", () => {
    expect(refused(proof("deposit", "2026-11-09"), posted).type).toBe("already-recorded");
    expect(refused(proof("deposit", "2026-11-10"), posted).type).toBe("already-recorded");
    expect(refused(proof("return", "2026-11-21"), posted).type).toBe("date-in-future");
    expect(refused({ ...proof("deposit", "2026-11-09"), act: "x" }, posted).type).toBe("not-found");
  });
  it("keep the day of sending before them", () => {
    const late = { ...sent, on: dateOf("2026-11-10") };
    expect(refused(late, posted).type).toBe("date-too-late");
  });
});

describe("a fact of law", () => {
  const order: Extract<AccountCommand, { readonly type: "record-legal-fact" }> = {
    type: "record-legal-fact",
    kind: "order-issued",
    on: dateOf("2026-11-02"),
    invoices: [f1, f2],
    note: null,
    blob: null,
  };
  it("is one by its kind, day and invoices, in whatever order they are named", () => {
    const state = said(order);
    expect(refused({ ...order, invoices: [f2, f1] }, state).type).toBe("already-recorded");
    const other = said({ ...order, invoices: [f1], on }, state);
    expect(file(other).legalFacts).toHaveLength(2);
  });
  it("is past, of invoices that stand, and not before what it follows", () => {
    const served = { ...order, kind: "order-served-in-person" } as const;
    expect(refused({ ...order, on: tomorrow }).type).toBe("date-in-future");
    expect(refused({ ...order, invoices: ["x"] }).type).toBe("no-such-invoice");
    const early = { ...served, on: dateOf("2026-11-01") };
    expect(refused(early, said(order)).type).toBe("date-too-early");
    expect(file(said(early)).legalFacts).toHaveLength(1);
  });
});

describe("limitation", () => {
  const interruption: Extract<AccountCommand, { readonly type: "record-interruption" }> = {
    type: "record-interruption",
    on,
    cause: "acknowledgement",
    invoices: [f1],
    rests: null,
    note: null,
  };
  it("is interrupted by a written claim against a public debtor alone", () => {
    const written = { ...interruption, cause: "written-claim" } as const;
    expect(refused(written).type).toBe("does-not-interrupt");
    expect(file(said(written, ofKind("public"))).interruptions).toHaveLength(1);
  });
  it("rests on an exchange or a payment that is there", () => {
    expect(refused({ ...interruption, rests: "x" }).type).toBe("not-found");
    const paid = said(paymentCommand(10_00));
    const rests = first(paid.payments).payment;
    const cause = "part-payment";
    expect(file(said({ ...interruption, cause, rests }, paid)).interruptions).toHaveLength(1);
  });
  it("is suspended from a past day, until one that is not before it, and set right under its id", () => {
    const suspension: Extract<AccountCommand, { readonly type: "record-suspension" }> = {
      type: "record-suspension",
      suspension: null,
      from: on,
      until: null,
      cause: "mediation",
      invoices: [],
      note: null,
    };
    const state: AccountState = said(suspension);
    const { suspension: id } = first(file(state).suspensions);
    const until = dateOf("2026-12-18");
    expect(
      first(file(said({ ...suspension, suspension: id, until }, state)).suspensions).until,
    ).toBe(until);
    expect(refused({ ...suspension, until: dateOf("2026-11-01") }).type).toBe("date-too-early");
    expect(refused({ ...suspension, from: tomorrow }).type).toBe("date-in-future");
    expect(refused({ ...suspension, suspension: "x" }).type).toBe("not-found");
  });
});

describe("a clock", () => {
  it("is stopped whatever its name, on a day that has come", () => {
    const stop = { type: "stop-clock", clock: "clock-1", on, done: true, note: null } as const;
    expect(file(told([stop, { ...stop, done: false }])).stoppedClocks).toMatchObject([
      { clock: "clock-1", done: false },
    ]);
    expect(refused({ ...stop, on: tomorrow }, base).type).toBe("date-in-future");
  });
});
