import { describe, expect, it } from "vitest";
import { claimView } from "#shared/app/claim-view.ts";
import { prepareAnswer } from "#shared/app/answer-draft.ts";
import { confirmReading } from "#shared/app/confirm-reading.ts";
import { debtorView } from "#shared/app/debtor-view.ts";
import { declareSent, prepareDraft } from "#shared/app/draft-acts.ts";
import { fileMail, tagMail } from "#shared/app/mail-acts.ts";
import { openMail } from "#shared/app/open-mail.ts";
import { changePolicy } from "#shared/app/policy-acts.ts";
import { printLetter } from "#shared/app/print-letter.ts";
import { silentView } from "#shared/app/silent-view.ts";
import { timelineView } from "#shared/app/timeline-view.ts";
import { todayView } from "#shared/app/today-view.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { stepRank } from "#shared/recovery/steps.ts";
import { ledgerFacts } from "#src/custody/ledger-facts.ts";
import { invoiceOf } from "./ledger-story.ts";
import { SALT, debtorOn, oneDebtor } from "./one-debtor.ts";
import type { Debt, OneDebtor } from "./one-debtor.ts";
import { DRIVERS, install, viewOf } from "./two-drivers.ts";
import type { Installation } from "./two-drivers.ts";

const day = dateOf;
const B1: Debt = ["LAC-01", 1_000_000, "2026-08-31", "2026-09-30"];
const B2: Debt = ["LAC-02", 200_000, "2026-10-31", "2026-11-10"];
const BUSINESS = { kind: "business", siren: "732829320" } as const;

const answerOf = (
  device: Installation,
  one: OneDebtor,
  answer: "handed-over" | "forward" | "insolvency",
) =>
  device.run(prepareAnswer, {
    account: one.account,
    answer,
    exchange: null,
    replyTo: null,
    words: null,
    salt: SALT,
  });

const mailFrom = (
  address: string,
  parts: { readonly subject: string; readonly text: string },
): Message =>
  messageOf({
    messageId: `${parts.subject.length.toString()}-${address}`,
    from: { address, name: "" },
    to: [{ address: "claire@menuiserie-lacombe.example", name: "" }],
    sentAt: "2026-11-19T09:00:00Z",
    ...parts,
  });

const typeOf = (result: { readonly ok: boolean; readonly error?: unknown }): string =>
  result.ok ? "done" : (result.error as { type: string }).type;

describe.each(DRIVERS)("what the bank and the law do to a claim, on the %s driver", (driver) => {
  it("shows a set-off beside the balance until it is agreed, and writes a residue off", async () => {
    const device = await install(driver, "wri-set-off");
    const one = await oneDebtor(device, BUSINESS, [B1]);
    await one.comeTo("2026-11-20");
    // Given the debtor sets 3,000.00 against us: nothing of what is owed changes
    await one.act({
      type: "claim-set-off",
      on: day("2026-11-16"),
      by: "debtor",
      currency: "EUR",
      amount: 300_000,
      invoices: [invoiceOf("LAC-01")],
      reference: "AT-77",
      note: null,
    });
    expect(await one.open()).toBe(1_000_000);
    const [setOff] = (await one.file()).setOffs;
    // When it is agreed it counts, once
    const agree = {
      type: "agree-set-off",
      setOff: setOff?.setOff ?? "",
      on: day("2026-11-20"),
      allocations: null,
    } as const;
    await one.act(agree);
    expect(await one.open()).toBe(700_000);
    expect(await one.refused(agree)).not.toBeNull();
    // Then a rest under the tolerance is not chased: its write-off is proposed, and taken by hand
    await viewOf(
      device.run(changePolicy, { changes: { tolerances: [{ currency: "EUR", amount: 500 }] } }),
    );
    await one.pay("2026-11-20", 699_600);
    const { plan } = await one.look();
    expect(plan.act).toBeNull();
    expect(plan.reasons[0]).toMatchObject({ code: "residue", values: { amount: { minor: 400 } } });
    const claim = await viewOf(device.run(claimView, { account: one.account }));
    expect(claim.actions.find(({ key }) => key === "write-off")?.action).toMatchObject({
      form: "write-off",
      subject: invoiceOf("LAC-01"),
    });
    await one.act({
      type: "write-off-invoice",
      invoice: invoiceOf("LAC-01"),
      amount: null,
      on: day("2026-11-20"),
      reason: "residue",
      note: null,
    });
    expect((await one.look()).plan.reasons[0]?.code).toBe("nothing-open");
    const [writeOff] = (await one.file()).writeOffs;
    await one.act({
      type: "take-back-write-off",
      writeOff: writeOff?.writeOff ?? "",
      on: day("2026-11-20"),
      reason: "erreur",
    });
    expect(await one.open()).toBe(400);
  });

  it("takes a discount used in time for the whole, and chases what was deducted a day too late", async () => {
    // Given 2 % for payment by 10 October
    const after = async (paidOn: string) => {
      const device = await install(driver, `wri-discount-${paidOn}`);
      const one = await oneDebtor(device, BUSINESS, [B1]);
      await one.act({
        type: "offer-discount",
        invoice: invoiceOf("LAC-01"),
        amount: 20_000,
        until: day("2026-10-10"),
      });
      await one.pay(paidOn, 980_000);
      await one.comeTo("2026-11-20");
      return (await one.look()).plan;
    };
    const inTime = await after("2026-10-10");
    expect(inTime.act).toBeNull();
    expect(inTime.reasons[0]).toMatchObject({
      code: "discount-taken",
      values: { amount: { minor: 20_000 } },
    });
    const late = await after("2026-10-11");
    expect(late.act?.portions[0]?.asked).toBe(20_000);
    expect(late.reasons.map(({ code }) => code)).not.toContain("discount-taken");
  });

  it("opens again what a direct debit sent back, and takes a refund the debtor asked for as a dispute", async () => {
    const device = await install(driver, "wri-returned");
    const one = await oneDebtor(device, BUSINESS, [B1]);
    await one.pay("2026-10-02", 1_000_000);
    await one.comeTo("2026-11-20");
    expect(await one.open()).toBe(0);
    const [payment] = (await one.look()).state.payments;
    await one.act({
      type: "return-payment",
      payment: payment?.payment ?? "",
      on: day("2026-11-19"),
      why: "refund-asked",
      code: "MD06",
      note: null,
    });
    const { plan, state } = await one.look();
    expect(await one.open()).toBe(1_000_000);
    expect(state.disputes).toMatchObject([{ amount: 1_000_000, reason: "other", mustAct: "them" }]);
    expect(plan.act).toBeNull();
    expect(await one.gates()).toContain("dispute");
  });

  it("leaves assigned invoices to the assignee and goes on with the others, under one account to pay", async () => {
    const device = await install(driver, "wri-assigned");
    const one = await oneDebtor(device, BUSINESS, [B1, B2]);
    await one.comeTo("2026-11-20");
    const assign = (chaser: "us" | "assignee") =>
      one.act({
        type: "assign-invoices",
        on: day("2026-11-02"),
        invoices: [invoiceOf("LAC-01")],
        to: "Banque d'Aquitaine Factoring",
        chaser,
        iban: "FR7630006000011234567890189",
        bic: null,
        note: null,
      });
    await assign("assignee");
    const { plan } = await one.look();
    expect(plan.act?.portions.map(({ number }) => number)).toEqual(["LAC-02"]);
    expect(await one.gates()).toContain("assigned");
    // Not even that some of it is contested is said in a mail of ours
    await one.act({
      type: "open-dispute",
      on: day("2026-11-20"),
      invoice: invoiceOf("LAC-01"),
      amount: 100_000,
      reason: "quality",
      mustAct: "them",
      note: null,
      exchange: null,
      quote: null,
    });
    expect((await one.look()).plan.act?.contested).toEqual([]);
    const [dispute] = (await one.look()).state.disputes;
    await one.act({
      type: "resolve-dispute",
      dispute: dispute?.dispute ?? "",
      on: day("2026-11-20"),
      outcome: "withdrawn",
      note: null,
    });
    // Where we chase for the assignee, one mail never holds two accounts to pay
    const [assignment] = (await one.file()).assignments;
    await one.act({
      type: "end-assignment",
      assignment: assignment?.assignment ?? "",
      on: day("2026-11-20"),
      reason: "rétrocession",
    });
    await assign("us");
    const { act } = (await one.look()).plan;
    expect(act?.lower.map(({ number }) => number)).toEqual(["LAC-02"]);
    const draft = await viewOf(
      device.run(prepareDraft, { account: one.account, replyTo: null, salt: SALT }),
    );
    expect(draft.mail.text).toContain("LAC-01");
    expect(draft.mail.text).not.toContain("LAC-02");
    expect(draft.mail.text).toContain("Banque d'Aquitaine Factoring");
    expect(draft.mail.text.replace(/\s/g, "")).toContain("FR7630006000011234567890189");
  });

  it("asks for nothing once a lawyer has it: only a neutral answer and the way to him remain", async () => {
    const device = await install(driver, "wri-lawyer");
    const one = await oneDebtor(device, BUSINESS, [B1, B2]);
    await one.comeTo("2026-11-20");
    await one.act({
      type: "hand-over-claims",
      on: day("2026-11-18"),
      invoices: [],
      to: "Me Martin",
      role: "lawyer",
      email: "martin@avocat.example",
      phone: null,
    });
    expect(await one.step()).toBeNull();
    expect((await one.look()).plan.reasons[0]?.code).toBe("handed-over");
    expect(
      typeOf(await device.run(prepareDraft, { account: one.account, replyTo: null, salt: SALT })),
    ).toBe("nothing-due");
    const claim = await viewOf(device.run(claimView, { account: one.account }));
    const answers = claim.actions.flatMap(({ action }) =>
      "answer" in action ? [action.answer] : [],
    );
    expect(answers).toEqual(["handed-over", "forward"]);
    const reply = mailFrom("compta@atelierbloch.example", {
      subject: "LAC-01",
      text: "Pouvons-nous payer en trois fois ?",
    });
    await viewOf(
      device.run(fileMail, {
        account: one.account,
        mail: { message: reply, sha256: null, size: 0, obtained: "as-received" },
      }),
    );
    const neutral = await viewOf(answerOf(device, one, "handed-over"));
    expect(neutral.mail.text).toContain("Me Martin");
    expect(neutral.mail.text).not.toMatch(/10\s000/);
    expect(typeOf(await answerOf(device, one, "insolvency"))).not.toBe("done");
  });

  it("stops what was born before a judgment, goes on with what came later, and counts the days to declare", async () => {
    const device = await install(driver, "wri-insolvency");
    const late: Debt = ["LAC-03", 50_000, "2026-10-20", "2026-11-01"];
    const one = await oneDebtor(device, BUSINESS, [B1, late]);
    await one.comeTo("2026-11-20");
    await one.act({
      type: "record-insolvency",
      insolvency: null,
      state: "receivership",
      judgmentOn: day("2026-10-13"),
      publishedOn: day("2026-10-22"),
      court: "Tribunal de commerce de Bergerac",
      officer: "SELARL Faure",
      source: "BODACC A, annonce 1234",
    });
    const { plan, clocks } = await one.look();
    expect(plan.act?.portions.map(({ number }) => number)).toEqual(["LAC-03"]);
    expect(plan.gates.find(({ code }) => code === "insolvency")?.invoices).toEqual([
      invoiceOf("LAC-01"),
    ]);
    // Two months from the publication of 22 October
    const declaration = clocks.find(({ kind }) => kind === "claim-declaration");
    expect(declaration).toMatchObject({ startOn: "2026-10-22", lastOn: "2026-12-22" });
    expect(declaration?.invoices).toEqual([invoiceOf("LAC-01")]);
    // Invoiced before, worked after: it may be an earlier claim, and stays declared and unchased
    await one.act({
      type: "date-performance",
      invoice: invoiceOf("LAC-01"),
      on: day("2026-10-15"),
    });
    expect((await one.look()).plan.act?.portions).toHaveLength(1);
    await one.act({ type: "date-performance", invoice: invoiceOf("LAC-01"), on: null });
    // Without a date of the judgment nothing is known to be later
    await one.act({
      type: "record-insolvency",
      insolvency: (await one.file()).insolvencies[0]?.insolvency ?? "",
      state: "receivership",
      judgmentOn: null,
      publishedOn: null,
      court: null,
      officer: null,
      source: "téléphone",
    });
    const unknown = await one.look();
    expect(unknown.plan.act).toBeNull();
    expect(unknown.clocks.find(({ kind }) => kind === "claim-declaration")).toMatchObject({
      lastOn: null,
      state: "unknown",
    });
  });

  it("says and quotes nothing of a debtor held for death or illness, anywhere", async () => {
    const device = await install(driver, "wri-sensitive");
    const one = await oneDebtor(device, { kind: "consumer" }, [B1]);
    await one.comeTo("2026-11-20");
    const draft = await viewOf(
      device.run(prepareDraft, { account: one.account, replyTo: null, salt: SALT }),
    );
    // Given an answer that says it, tagged words and a promise in her own
    const words = "Mon mari est décédé dimanche. Je vous paierai 500 € le 4 décembre.";
    const message = mailFrom("compta@atelierbloch.example", {
      subject: "Décès de mon mari (facture LAC-01)",
      text: words,
    });
    const mail = { message, sha256: null, size: 0, obtained: "as-received" } as const;
    await viewOf(device.run(fileMail, { account: one.account, mail }));
    await one.act({
      type: "make-promise",
      on: day("2026-11-19"),
      by: day("2026-12-04"),
      amount: 50_000,
      currency: "EUR",
      invoices: [],
      condition: null,
      exchange: null,
      quote: words,
      channel: "mail",
    });
    const exchange = (await one.look()).state.exchanges[0]?.exchange ?? "";
    const screens = async (): Promise<string> => {
      const shown = [
        await viewOf(device.run(todayView, { canWriteDrafts: true })),
        await viewOf(device.run(silentView, null)),
        await viewOf(device.run(claimView, { account: one.account })),
        await viewOf(device.run(timelineView, { account: one.account, page: 0 })),
        await viewOf(device.run(debtorView, { account: one.account })),
      ];
      return JSON.stringify(shown);
    };
    const mailShown = async () => {
      const view = await viewOf(device.run(openMail, { message, account: one.account }));
      return JSON.stringify({
        ...view,
        about: [],
        reading: { ...view.reading, words: "", grounds: [] },
      });
    };
    const marks = async () => (await viewOf(device.run(ledgerFacts, null))).filings.size;
    const SECRET = /décédé|Décès|mari|paierai/;
    expect(await screens()).toMatch(SECRET);
    expect(await mailShown()).toMatch(SECRET);
    expect(await marks()).toBe(1);
    // When the hold is placed
    await one.act({
      type: "place-sensitive-hold",
      on: day("2026-11-20"),
      reason: "death",
      note: null,
    });
    // Then no screen repeats a word of hers, no mail bears a mark, and nothing can be drafted
    expect(await screens()).not.toMatch(SECRET);
    expect(await mailShown()).not.toMatch(SECRET);
    expect(await marks()).toBe(0);
    expect((await one.look()).plan.reasons[0]?.code).toBe("sensitive-hold");
    expect(typeOf(await device.run(confirmReading, { account: one.account, exchange }))).toBe(
      "reading-unsure",
    );
    expect(
      typeOf(await device.run(prepareDraft, { account: one.account, replyTo: null, salt: SALT })),
    ).toBe("nothing-due");
    expect(
      typeOf(await device.run(printLetter, { account: one.account, way: null, salt: SALT })),
    ).toBe("nothing-due");
    expect(typeOf(await answerOf(device, one, "handed-over"))).toBe("sensitive");
    // And the draft that lay in the mailbox already no longer asks to be sent
    const today = await viewOf(device.run(todayView, { canWriteDrafts: true }));
    expect(today.drafts).toBeNull();
    const row = today.rows.find(({ wordKey }) => wordKey === "draft");
    expect(JSON.stringify(row?.reason ?? [])).not.toContain("pas envoyé");
    // Lifted, all of it is back
    const [hold] = (await one.file()).sensitiveHolds;
    await one.act({ type: "lift-sensitive-hold", hold: hold?.hold ?? "", on: day("2026-11-20") });
    expect(await screens()).toMatch(SECRET);
    await viewOf(device.run(declareSent, { account: one.account, draft: draft.draft }));
  });

  it("knows who pays for the debtor by his mail and his transfer, and never chases him", async () => {
    const device = await install(driver, "wri-payer");
    const one = await oneDebtor(device, BUSINESS, [B1]);
    await one.act({
      type: "name-payer",
      name: "Holding Bloch SA",
      email: "Tresorerie@holding-bloch.example",
      invoices: [],
    });
    const message = mailFrom("tresorerie@holding-bloch.example", {
      subject: "Atelier Bloch",
      text: "Nous réglons pour Atelier Bloch vendredi 27 novembre.",
    });
    const view = await viewOf(device.run(openMail, { message, account: null }));
    expect([view.state, view.account]).toEqual(["claim", one.account]);
    expect(view.notices).toEqual([]);
    if (view.reading === null) throw new Error("not read");
    await viewOf(
      device.run(tagMail, {
        account: one.account,
        mail: { message, sha256: null, size: 0, obtained: "as-received" },
        tag: "promise",
        also: [],
        values: view.reading.values,
        suggested: "promise",
        grounds: [],
      }),
    );
    const { state } = await one.look();
    expect(state.promises).toMatchObject([{ by: "2026-11-27" }]);
    expect(state.contacts.map(({ email }) => email)).toEqual(["compta@atelierbloch.example"]);
    // A firm of the same domain is a stranger all the same
    const stranger = mailFrom("pdg@holding-bloch.example", { subject: "Bonjour", text: "Bonjour" });
    const nobody = await viewOf(device.run(openMail, { message: stranger, account: null }));
    expect(nobody.state).toBe("nobody");
  });

  it("comes to one state on two devices, whatever they took in first, and never presses harder for a payment", async () => {
    const left = await install(driver, "wri-left");
    const here = await oneDebtor(left, BUSINESS, [B1, B2]);
    await here.comeTo("2026-11-20");
    await here.take("reminder-1", "2026-10-14", ["LAC-01"]);
    const right = await install(driver, "wri-right");
    right.by = "Paul Lacombe";
    await right.takeIn(await left.entries());
    const there = debtorOn(right, here.account);
    const before = (await there.look()).plan.act;
    // Given one device records a promise and a hold, the other a payment, a dispute and a set-off
    await here.act({
      type: "make-promise",
      on: day("2026-11-20"),
      by: day("2026-12-04"),
      amount: null,
      currency: "EUR",
      invoices: [invoiceOf("LAC-02")],
      condition: null,
      exchange: null,
      quote: null,
      channel: "call",
    });
    await there.pay("2026-11-19", 400_000, [invoiceOf("LAC-01")]);
    await there.act({
      type: "open-dispute",
      on: day("2026-11-20"),
      invoice: invoiceOf("LAC-01"),
      amount: 100_000,
      reason: "quality",
      mustAct: "us",
      note: null,
      exchange: null,
      quote: null,
    });
    const paid = (await there.look()).plan.act;
    expect(stepRank(paid?.step ?? "courtesy")).toBeLessThanOrEqual(
      stepRank(before?.step ?? "legal"),
    );
    // When each takes in the other's entries, one of them twice and backwards
    const [fromLeft, fromRight] = [await left.entries(), await right.entries()];
    await left.takeIn(fromRight);
    await right.takeIn([...fromLeft].reverse());
    await right.takeIn(fromLeft);
    // Then both see the same, to the entry
    const [a, b] = [await here.look(), await there.look()];
    expect(b.state).toEqual(a.state);
    expect(b.plan).toEqual(a.plan);
    expect(b.balances).toEqual(a.balances);
    expect(await here.open()).toBe(800_000);
    expect(a.plan.act?.portions.map(({ number, asked }) => [number, asked])).toEqual([
      ["LAC-01", 500_000],
    ]);
    // And paying all of one brings no higher step for the other
    const rank = stepRank(a.plan.act?.step ?? "courtesy");
    await here.pay("2026-11-20", 600_000, [invoiceOf("LAC-01")]);
    const after = (await here.look()).plan.act;
    expect(after === null ? -1 : stepRank(after.step)).toBeLessThanOrEqual(rank);
  });
});
