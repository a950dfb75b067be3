import { describe, expect, it } from "vitest";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { draftFactsOf } from "#shared/app/draft-facts.ts";
import { NEW_CREDITOR } from "#shared/app/settings-view.ts";
import type { DraftFacts } from "#shared/drafting/facts.ts";
import type { OpenPortion } from "#shared/recovery/open-portions.ts";
import { openPortionsOf } from "#shared/recovery/open-portions.ts";
import type { PortionPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import type { Step } from "#shared/recovery/steps.ts";
import { contact, day, debtor, fold, invoice, says, taken, waived } from "../recovery/accounts.ts";

const CREDITOR: CreditorIdentity = {
  ...NEW_CREDITOR,
  name: "Menuiserie Lacombe",
  signatory: "Claire Lacombe",
  addresses: ["claire@lacombe.example"],
};

type Choice = {
  readonly events: readonly AccountEvent[];
  readonly step?: Step;
  readonly today?: string;
  readonly creditor?: Partial<CreditorIdentity>;
  readonly recipients?: readonly string[];
};

const planned = (portion: OpenPortion): PortionPlan => ({
  ...portion,
  plan: "standard",
  next: null,
  kept: false,
  forbidden: false,
});

const factsOf = ({
  events,
  step = "reminder-2",
  today = "2026-11-20",
  creditor = {},
  recipients = ["compta@bloch.example"],
}: Choice): DraftFacts => {
  const state: AccountState = fold("d", events);
  const balances = balancesOf(state);
  const portions = openPortionsOf(balances).map(planned);
  const act: ProposedAct = {
    step,
    tone: "neutral",
    currency: "EUR",
    because: "step-due",
    promise: null,
    portions: portions.filter((one) => one.asked > 0),
    lower: [],
    contested: portions.filter((one) => one.contested > 0),
  };
  return draftFactsOf(act, {
    state,
    balances,
    creditor: { ...CREDITOR, ...creditor },
    paymentsKnownOn: day("2026-11-19"),
    today: day(today),
    reference: "R-7KQ2MX",
    attachments: [],
    recipients,
  });
};

const f1 = invoice("f1", "2026-10-20");
const f2 = invoice("f2", "2026-10-25");
const known = [debtor(), contact()];

describe("interest in a draft", () => {
  const interest = (changes: Parameters<typeof debtor>[0], step: Step = "reminder-2"): string =>
    factsOf({ events: [debtor(changes), contact(), f1], step }).interest;

  it("is mentioned to businesses and public bodies from the second reminder on, to nobody else", () => {
    expect(interest({ kind: "business" })).toBe("mentioned");
    expect(interest({ kind: "public" })).toBe("mentioned");
    expect(interest({ kind: "consumer" })).toBe("silent");
    expect(interest({ kind: "non-professional" })).toBe("silent");
    expect(interest({ kind: "business" }, "reminder-1")).toBe("silent");
  });

  it("is not claimed under French procurement law from a public body of another country", () => {
    expect(interest({ kind: "public", country: "BE" })).toBe("silent");
    expect(interest({ kind: "business", country: "BE" })).toBe("mentioned");
  });

  it("is never said to a debtor of whom nothing is known", () => {
    const facts = factsOf({ events: [contact(), f1] });
    expect([facts.debtor.kind, facts.interest]).toEqual(["consumer", "silent"]);
  });
});

describe("the previous reminder of a draft", () => {
  const previous = (...acts: readonly AccountEvent[]): string | null =>
    factsOf({ events: [...known, f1, f2, ...acts] }).previousReminderOn;

  it("is the newest that concerned every invoice asked for", () => {
    expect(previous(taken("reminder-1", "2026-11-04", ["f1", "f2"]))).toBe("2026-11-04");
    expect(previous(taken("reminder-1", "2026-11-04", ["f1"]))).toBeNull();
    expect(
      previous(
        taken("reminder-1", "2026-11-04", ["f1", "f2"]),
        taken("reminder-2", "2026-11-16", ["f1"]),
      ),
    ).toBe("2026-11-04");
  });

  it("is neither a courtesy note nor a step that was waived", () => {
    expect(previous(taken("courtesy", "2026-10-15", ["f1", "f2"]))).toBeNull();
    expect(previous(waived("reminder-1", "2026-11-04", ["f1", "f2"]))).toBeNull();
  });
});

describe("the day by which an answer is wished for", () => {
  const replyBy = (today: string, changes: Partial<Choice> = {}): string =>
    factsOf({ events: [...known, f1], today, ...changes }).replyBy;

  it("is a week on, or the working day after it", () => {
    expect(replyBy("2026-11-20")).toBe("2026-11-27");
    expect(replyBy("2026-11-21")).toBe("2026-11-30");
    expect(replyBy("2026-12-18")).toBe("2026-12-28");
  });

  it("is no holiday of the debtor's either", () => {
    expect(replyBy("2026-07-07", { creditor: { country: "GB" } })).toBe("2026-07-15");
  });
});

describe("who is greeted", () => {
  const named = (name: string | null, changes: Parameters<typeof debtor>[0] = {}): string | null =>
    factsOf({
      events: [
        debtor(changes),
        says("contact-added", {
          contact: "c",
          name,
          email: "compta@bloch.example",
          phone: null,
          roles: [],
        }),
        f1,
      ],
    }).debtor.salutationName;

  it("is a person, never a desk", () => {
    expect(named("Sarah Bloch")).toBe("Sarah Bloch");
    expect(named("Comptabilité")).toBeNull();
    expect(named("Atelier Bloch")).toBeNull();
    expect(named(null)).toBeNull();
  });

  it("is a consumer by the debtor's own name", () => {
    expect(named(null, { name: "Paul Legrand", kind: "consumer" })).toBe("Paul Legrand");
  });

  it("is nobody by name where several read", () => {
    const facts = factsOf({
      events: [...known, f1],
      recipients: ["compta@bloch.example", "sarah@bloch.example"],
    });
    expect(facts.debtor.salutationName).toBeNull();
  });
});

describe("what is set aside", () => {
  it("is one amount an invoice, however many of its parts are disputed", () => {
    const parts = invoice("f3", null, 90_000, {
      portions: [
        { portion: "a", amount: 30_000, dueOn: day("2026-10-01"), condition: null },
        { portion: "b", amount: 60_000, dueOn: day("2026-10-20"), condition: null },
      ],
    });
    const dispute = says("dispute-opened", {
      dispute: "x",
      on: day("2026-11-10"),
      invoice: "f3",
      amount: 50_000,
      reason: "quality",
      mustAct: "us",
      note: null,
      exchange: null,
      quote: null,
    });
    const { contested, invoices } = factsOf({ events: [...known, parts, dispute] });
    expect(contested).toEqual([
      { number: "F3", amount: { minor: 50_000, currency: "EUR" }, reason: "quality" },
    ]);
    expect(invoices.map((one) => one.open.minor)).toEqual([40_000]);
  });
});

describe("the call that a mail sums up", () => {
  const callFiled = (
    outcome: "reached" | "no-answer" | null,
    on: string,
    direction: "in" | "out" = "out",
  ): AccountEvent =>
    says("exchange-filed", {
      exchange: `call-${on}`,
      kind: "call",
      direction,
      on: day(on),
      at: `${on}T10:00:00`,
      subject: null,
      from: direction === "in" ? "Mme Roux" : null,
      to: direction === "in" ? [] : ["Mme Roux"],
      outcome,
      words: null,
      invoices: ["f1"],
      messageId: null,
      blob: null,
      obtained: null,
      automatic: false,
    });
  const call = (...events: readonly AccountEvent[]): DraftFacts["call"] =>
    factsOf({ events: [...known, f1, ...events], step: "call" }).call;

  it("tells what was recorded and no more", () => {
    const spoken = { on: "2026-11-18", with: "Mme Roux", outcome: { type: "spoken" } };
    expect(call(callFiled("reached", "2026-11-18"))).toEqual(spoken);
    expect(call(callFiled("reached", "2026-11-18", "in"))).toEqual(spoken);
    expect(call(callFiled("no-answer", "2026-11-18"))?.outcome.type).toBe("nobody-answered");
    expect(call(callFiled(null, "2026-11-18"))).toBeNull();
  });

  it("is the newest, and no older than the last reminder", () => {
    const newest = call(callFiled("reached", "2026-11-18"), callFiled("no-answer", "2026-11-10"));
    expect(newest?.on).toBe("2026-11-18");
    expect(
      call(callFiled("reached", "2026-09-01"), taken("reminder-2", "2026-11-10", ["f1"])),
    ).toBeNull();
  });
});
