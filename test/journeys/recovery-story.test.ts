import { describe, expect, it } from "vitest";
import { debtorView } from "#shared/app/debtor-view.ts";
import { prepareDraft } from "#shared/app/draft-acts.ts";
import { missingView } from "#shared/app/missing-view.ts";
import { planPreview } from "#shared/app/plan-preview.ts";
import { changePolicy, writePlan } from "#shared/app/policy-acts.ts";
import { printLetter } from "#shared/app/print-letter.ts";
import { statementView } from "#shared/app/statement-view.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { invoiceOf } from "./ledger-story.ts";
import { SALT, oneDebtor, plain, said } from "./one-debtor.ts";
import type { Debt, OneDebtor } from "./one-debtor.ts";
import { DRIVERS, install, viewOf } from "./two-drivers.ts";

const day = dateOf;
const B1: Debt = ["LAC-01", 1_000_000, "2026-08-31", "2026-09-30"];
const SIREN = "732829320";
const BUSINESS = { kind: "business", siren: SIREN } as const;

const MANUAL = { exchange: null, quote: null, channel: "call" } as const;

const promise = (
  one: OneDebtor,
  on: string,
  by: string | null,
  amount: number | null = null,
  more: { readonly condition?: string; readonly invoices?: readonly string[] } = {},
) =>
  one.act({
    type: "make-promise",
    on: day(on),
    by: by === null ? null : day(by),
    amount,
    currency: "EUR",
    invoices: [...(more.invoices ?? [])],
    condition: more.condition ?? null,
    ...MANUAL,
  });

/** Reminded up to the letter, so that a formal notice is next. */
const untilLetter = async (one: OneDebtor, numbers: readonly string[]): Promise<void> => {
  await one.take("reminder-1", "2026-10-14", numbers);
  await one.take("reminder-2", "2026-10-30", numbers);
  await one.take("call", "2026-11-06", numbers);
  await one.take("letter", "2026-11-14", numbers);
};

const giveExhibits = async (one: OneDebtor, number: string): Promise<void> => {
  for (const kind of ["invoice", "order", "delivery-note", "terms"] as const)
    await one.act({
      type: "attach-document",
      kind,
      name: `${kind}.pdf`,
      on: one.device.today,
      invoice: kind === "terms" ? null : invoiceOf(number),
      blob: null,
      obtained: null,
    });
};

const seeIdentity = (one: OneDebtor, on: string) =>
  one.act({
    type: "record-identity",
    where: "register",
    on: day(on),
    name: "Atelier Bloch",
    siren: SIREN,
    address: null,
    closed: false,
    source: "annuaire-entreprises.data.gouv.fr",
    blob: null,
  });

describe.each(DRIVERS)("a claim recovered, on the %s driver", (driver) => {
  it("computes a contractual rate to the cent, and asks for it in a draft once the user says so", async () => {
    // Given terms of 12 % a year, and 10,000.00 due on 30 September
    const device = await install(driver, "wri-rate");
    const one = await oneDebtor(device, BUSINESS, [B1]);
    await one.comeTo("2026-11-20");
    await one.act({
      type: "set-terms",
      on: day("2026-01-02"),
      paymentDays: 30,
      endOfMonth: "none",
      contractRate: 1_200,
      defaultByDueDate: true,
      limitationYears: null,
      transport: false,
      source: "Conditions générales 2026, article 7",
    });
    // When the statement is drawn up 51 days later: 10,000.00 × 12 % × 51/365 = 167.67
    const view = await viewOf(device.run(statementView, { account: one.account, on: null }));
    const [part] = view.statements;
    expect(part?.segments.map(({ raw, days }) => [raw.from, raw.to, days, raw.interest])).toEqual([
      ["2026-10-01", "2026-11-20", 51, 16_767],
    ]);
    expect(part?.totals.map(({ key, minor }) => [key, minor])).toEqual([
      ["principal", 1_000_000],
      ["interest", 16_767],
      ["compensation", 4_000],
      ["total", 1_020_767],
    ]);
    expect(part?.perDay?.minor).toBe(329);
    // Then the second reminder mentions that the contract gives it, without a figure of what it comes to
    await one.take("reminder-1", "2026-10-14", ["LAC-01"]);
    const draft = async (): Promise<string> => {
      const { mail } = await viewOf(
        device.run(prepareDraft, { account: one.account, replyTo: null, salt: SALT }),
      );
      const [waiting] = (await one.look()).state.drafts.slice(-1);
      await one.act({ type: "discard-draft", draft: waiting?.draft ?? "", on: device.today });
      return plain(mail.text);
    };
    const mentioned = await draft();
    expect(mentioned).toContain("10 000,00 €");
    expect(mentioned).toContain("12,00 %");
    expect(mentioned).not.toContain("167,67");
    // And once it is claimed the draft asks for it, with the figures of the statement and no mark of ours
    await one.act({ type: "set-charge-mode", mode: "claimed", on: device.today });
    const claimed = await draft();
    for (const figure of ["167,67 €", "40,00 €", "10 207,67 €"]) expect(claimed).toContain(figure);
    expect(claimed).not.toContain("à vérifier");
    await one.act({ type: "set-charge-mode", mode: "silent", on: device.today });
    expect(await draft()).not.toMatch(/intérêts|indemnité|167,67/);
    // And nothing is asked of the debtor in the books until a person claims it
    expect((await one.look()).balances.byCurrency[0]).toMatchObject({
      principal: 1_000_000,
      interest: 0,
      compensation: 0,
    });
  });

  it("follows the plan of the invoice before the debtor's before the kind's, and previews one before it is written", async () => {
    // Given two invoices that are fifty-one days late
    const device = await install(driver, "wri-plan");
    const second: Debt = ["LAC-02", 200_000, "2026-08-31", "2026-09-30"];
    const one = await oneDebtor(device, BUSINESS, [B1, second]);
    await one.comeTo("2026-11-20");
    await one.take("reminder-1", "2026-11-12", ["LAC-01", "LAC-02"]);
    await one.comeTo("2026-11-20");
    expect((await one.look()).plan.act).toBeNull();
    const steps = [
      { step: "reminder-1", offset: 5, tone: "courteous" },
      { step: "reminder-2", offset: 10, tone: "neutral" },
      { step: "letter", offset: 30, tone: "firm" },
    ];
    // When a faster plan is only thought of, its preview says what it would do and writes nothing
    const before = (await device.entries()).length;
    const thought = { plan: null, name: "Rapide", steps };
    const preview = await viewOf(
      device.run(planPreview, {
        plan: thought,
        kinds: { business: "plan-unwritten" },
        smallAmounts: null,
      }),
    );
    expect(preview.acts.map(({ step, before: b, after }) => [step, b.own, after.own])).toEqual([
      ["reminder-2", "0", "1"],
    ]);
    expect(preview.changes.map(({ account }) => account)).toEqual([one.account]);
    expect((await device.entries()).length).toBe(before);
    // And a plan that sinks in tone is refused
    const sinking = {
      ...thought,
      steps: [...steps].map((s, i) => ({ ...s, tone: i === 1 ? "formal" : "courteous" })),
    };
    expect(await device.run(writePlan, sinking)).toMatchObject({ error: { type: "plan-unfit" } });
    // Then, written and chosen for one invoice, it moves that one alone
    const { plan } = await viewOf(device.run(writePlan, thought));
    await one.act({ type: "choose-plan", invoice: invoiceOf("LAC-02"), plan, on: device.today });
    const { act } = (await one.look()).plan;
    expect(act?.step).toBe("reminder-2");
    expect(act?.tone).toBe("neutral");
    expect(act?.portions.map(({ number }) => number)).toEqual(["LAC-02"]);
    // And chosen for the debtor, both
    await one.act({ type: "choose-plan", invoice: null, plan, on: device.today });
    expect((await one.look()).plan.act?.portions).toHaveLength(2);
  });

  it("sends no formal notice without exhibits, a fresh look at who the debtor is, and a second person's word", async () => {
    const device = await install(driver, "wri-notice", "2026-11-30");
    const one = await oneDebtor(device, BUSINESS, [B1]);
    await untilLetter(one, ["LAC-01"]);
    await viewOf(device.run(changePolicy, { changes: { approvalSteps: ["formal-notice"] } }));
    // Given the day of the notice has come: nothing goes, and each lack is named
    await one.comeTo("2026-11-30");
    expect(await one.gates()).toEqual(["approval-missing", "identity-unchecked", "exhibit-needed"]);
    expect((await one.look()).plan.gates.map(({ effect }) => effect)).toEqual([
      "forbid-formal",
      "forbid-formal",
      "forbid-formal",
    ]);
    expect(await one.step()).toBeNull();
    const print = () => device.run(printLetter, { account: one.account, way: null, salt: SALT });
    expect(await print()).toMatchObject({ error: { type: "nothing-due" } });
    // When the exhibits are in, and the register was read nine days ago
    await giveExhibits(one, "LAC-01");
    await seeIdentity(one, "2026-11-21");
    expect(await one.gates()).toEqual(["approval-missing", "identity-unchecked"]);
    await seeIdentity(one, "2026-11-22");
    expect(await one.gates()).toEqual(["approval-missing"]);
    // Then who asks for the approval cannot give it
    await one.act({
      type: "ask-approval",
      on: device.today,
      step: "formal-notice",
      portions: [{ invoice: invoiceOf("LAC-01"), portion: "p1" }],
      note: null,
    });
    const [asked] = (await one.file()).approvals;
    const give = {
      type: "give-approval",
      approval: asked?.approval ?? "",
      on: device.today,
    } as const;
    expect(await one.refused(give)).toBe("own-approval");
    expect(await one.step()).toBeNull();
    device.by = "Paul Lacombe";
    await one.act(give);
    expect(await one.gates()).toEqual([]);
    expect(await one.step()).toBe("formal-notice");
    // And it goes on paper: a mail is refused, the letter is printed
    expect(
      await device.run(prepareDraft, { account: one.account, replyTo: null, salt: SALT }),
    ).toMatchObject({ error: { type: "on-paper" } });
    const page = await viewOf(print());
    expect(plain(page.html)).toContain("LAC-01");
    expect(page.html).toMatch(/mise en demeure/i);
    expect(page.html).not.toContain("à vérifier");
  });

  it("counts the notice's time from the first presentation, and knows no day before that proof is in", async () => {
    const device = await install(driver, "wri-time", "2026-12-01");
    const one = await oneDebtor(device, BUSINESS, [B1]);
    await giveExhibits(one, "LAC-01");
    await untilLetter(one, ["LAC-01"]);
    const notice = await one.take("formal-notice", "2026-11-30", ["LAC-01"]);
    const proof = (kind: "deposit" | "first-presentation" | "unclaimed", on: string) =>
      one.act({
        type: "record-letter-proof",
        act: notice,
        kind,
        on: day(on),
        name: null,
        blob: null,
        obtained: null,
      });
    await one.comeTo("2026-12-01");
    await one.act({
      type: "record-letter-sent",
      act: notice,
      on: day("2026-11-30"),
      channel: "registered",
      number: "1A 000 000 0000 0",
    });
    const next = async () => (await one.look()).plan.portions[0]?.next;
    // Given the letter is only deposited: the last notice has no day
    await proof("deposit", "2026-11-30");
    expect(await next()).toMatchObject({ step: "last-notice", on: "unknown" });
    expect((await one.look()).plan.reasons[0]?.code).toBe("step-without-date");
    // When nobody was there on 3 December, and nobody fetched it: the time runs from that first presentation
    await one.comeTo("2026-12-21");
    await proof("first-presentation", "2026-12-03");
    await proof("unclaimed", "2026-12-19");
    // 60 days to 75 from 30 November is 15 December; eight days from 3 December end on the 11th, before that.
    expect(await next()).toMatchObject({ step: "last-notice", on: "2026-12-15" });
    await seeIdentity(one, "2026-12-21");
    expect(await one.gates()).toEqual([]);
    expect(await one.step()).toBe("last-notice");
    // Then the road to court follows the last notice's own time, never before
    await one.take("last-notice", "2026-12-21", ["LAC-01"]);
    expect(await next()).toMatchObject({ step: "legal", on: "2026-12-30" });
    await one.comeTo("2026-12-29");
    expect(await one.step()).toBeNull();
    await one.comeTo("2026-12-30");
    await seeIdentity(one, "2026-12-30");
    expect(await one.step()).toBe("legal");
  });

  it("says which proof tells the day where a letter came back unfetched and nothing else is known", async () => {
    const device = await install(driver, "wri-unclaimed", "2026-12-21");
    const one = await oneDebtor(device, BUSINESS, [B1]);
    await giveExhibits(one, "LAC-01");
    await untilLetter(one, ["LAC-01"]);
    const notice = await one.take("formal-notice", "2026-11-30", ["LAC-01"]);
    await one.act({
      type: "record-letter-sent",
      act: notice,
      on: day("2026-11-30"),
      channel: "registered",
      number: null,
    });
    for (const [kind, on] of [
      ["deposit", "2026-11-30"],
      ["unclaimed", "2026-12-19"],
    ] as const)
      await one.act({
        type: "record-letter-proof",
        act: notice,
        kind,
        on: day(on),
        name: null,
        blob: null,
        obtained: null,
      });
    await one.comeTo("2026-12-21");
    const { plan } = await one.look();
    expect(plan.portions[0]?.next?.on).toBe("unknown");
    expect(plan.act).toBeNull();
    expect(plan.reasons.map(({ code }) => code)).toContain("step-without-date");
    const lacking = await viewOf(
      device.run(missingView, { account: one.account, step: "last-notice" }),
    );
    expect(lacking.items.map(({ code }) => code)).toContain("letter-presentation");
  });

  it("waits for a promise through its day and its grace, then cites it; nobody breaks what hung on a condition", async () => {
    const device = await install(driver, "wri-promise", "2026-11-12");
    const one = await oneDebtor(device, BUSINESS, [B1]);
    await viewOf(device.run(changePolicy, { changes: { promiseGraceDays: 2 } }));
    await one.comeTo("2026-11-12");
    await one.take("reminder-1", "2026-11-06", ["LAC-01"]);
    await promise(one, "2026-11-12", "2026-11-18", 600_000);
    const code = async () => (await one.look()).plan.reasons[0]?.code;
    // Given Wednesday 18 November with two working days of grace
    for (const [on, said] of [
      ["2026-11-18", "promise-running"],
      ["2026-11-19", "promise-unverified"],
      ["2026-11-20", "promise-unverified"],
    ] as const) {
      await one.comeTo(on);
      expect(await code()).toBe(said);
      expect(await one.step()).toBeNull();
    }
    // The debtor's file says the same: nothing is broken during the grace
    const shown = await viewOf(device.run(debtorView, { account: one.account }));
    const promises = shown.groups
      .flatMap(({ sections }) => sections)
      .find(({ key }) => key === "promises");
    expect(said(promises?.items[0]?.text ?? [])).not.toMatch(/rompue|non tenue/);
    // When a part came, less than promised, it is broken all the same and cited
    await one.pay("2026-11-20", 100_000);
    await one.comeTo("2026-11-23");
    const { plan } = await one.look();
    expect(plan.reasons[0]).toMatchObject({ code: "promise-broken", values: { by: "2026-11-18" } });
    expect(plan.act?.step).toBe("reminder-2");
    // Then a later promise for part, one for another part, one without date and one on a condition each hold
    await promise(one, "2026-11-23", "2026-12-04", 300_000);
    await promise(one, "2026-11-23", null);
    expect(await one.step()).toBeNull();
    await one.comeTo("2026-12-09");
    expect(await code()).toBe("promise-broken");
    await promise(one, "2026-12-09", "2026-12-11", null, { condition: "si mon client me paie" });
    expect(await code()).toBe("promise-conditional");
    await one.comeTo("2026-12-16");
    const after = await one.look();
    expect(after.plan.reasons.map((reason) => reason.code)).not.toContain("promise-broken");
    expect(after.plan.gates.find((gate) => gate.code === "promise-conditional")?.effect).toBe(
      "warn",
    );
  });

  it("makes the rest of missed instalments fall due only by a notice that stayed unanswered", async () => {
    const device = await install(driver, "wri-instalments", "2026-10-05");
    const one = await oneDebtor(device, BUSINESS, [B1]);
    await one.comeTo("2026-10-05");
    await one.act({
      type: "agree-instalments",
      on: day("2026-10-05"),
      currency: "EUR",
      invoices: [],
      parts: [
        { by: day("2026-11-02"), amount: 500_000 },
        { by: day("2026-12-02"), amount: 500_000 },
      ],
      exchange: null,
    });
    const [plan] = (await one.look()).state.instalments;
    const notice = (on: string, until: string) =>
      ({
        type: "notice-acceleration",
        instalments: plan?.instalments ?? "",
        on: day(on),
        until: day(until),
        exchange: null,
      }) as const;
    expect(await one.gates()).toEqual(["instalments-running"]);
    expect(await one.refused(notice("2026-10-05", "2026-10-20"))).toBe("no-instalment-missed");
    // When the first is missed, nothing of the rest is due yet, and no deadline of ours ends on a Saturday
    await one.comeTo("2026-11-05");
    expect(await one.gates()).toEqual(["instalment-missed"]);
    expect(await one.step()).toBeNull();
    expect(await one.refused(notice("2026-11-05", "2026-11-14"))).not.toBeNull();
    await one.act(notice("2026-11-05", "2026-11-16"));
    expect(await one.gates()).toEqual(["instalments-noticed"]);
    // Then, unanswered to its last day, the whole is due
    await one.comeTo("2026-11-17");
    expect(await one.gates()).toContain("instalments-accelerated");
    expect(await one.step()).not.toBeNull();
    expect((await one.look()).plan.act?.portions[0]?.asked).toBe(1_000_000);
  });

  it("does not accelerate what was made good in time", async () => {
    const device = await install(driver, "wri-made-good", "2026-10-05");
    const one = await oneDebtor(device, BUSINESS, [B1]);
    await one.act({
      type: "agree-instalments",
      on: day("2026-10-05"),
      currency: "EUR",
      invoices: [],
      parts: [
        { by: day("2026-11-02"), amount: 500_000 },
        { by: day("2026-12-02"), amount: 500_000 },
      ],
      exchange: null,
    });
    const [plan] = (await one.look()).state.instalments;
    await one.comeTo("2026-11-05");
    await one.act({
      type: "notice-acceleration",
      instalments: plan?.instalments ?? "",
      on: day("2026-11-05"),
      until: day("2026-11-16"),
      exchange: null,
    });
    await one.comeTo("2026-11-17");
    await one.pay("2026-11-16", 500_000);
    expect(await one.gates()).toEqual(["instalments-running"]);
    expect(await one.step()).toBeNull();
  });
});
