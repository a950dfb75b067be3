import { describe, expect, it } from "vitest";
import { clocksView } from "#shared/app/clocks-view.ts";
import { missingView } from "#shared/app/missing-view.ts";
import { routesView } from "#shared/app/routes-view.ts";
import { statementView } from "#shared/app/statement-view.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { CLOCK_WORDS } from "#shared/locales/clock-words.ts";
import { KNOWN, OPENED, contact, debtor, invoice, refusalOf, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";

const BASE: readonly AccountEvent[] = [
  debtor("mercier", "Garage Mercier"),
  contact("compta@mercier.example"),
  invoice("F-1", 1_000_000, "2026-05-31"),
];

const insolvency = (publishedOn: string | null): AccountEvent => ({
  type: "insolvency-opened",
  data: {
    insolvency: "i",
    state: "liquidation",
    judgmentOn: dateOf("2026-09-25"),
    publishedOn: publishedOn === null ? null : dateOf(publishedOn),
    court: null,
    officer: null,
    source: "BODACC",
  },
});

const paid = (id: string, on: string, amount: number): AccountEvent => ({
  type: "payment-recorded",
  data: {
    payment: id,
    on: dateOf(on),
    currency: "EUR",
    amount,
    allocations: [{ invoice: "F-1", portion: null, to: "principal", amount }],
    reference: null,
    source: "hand",
  },
});

const given = (more: readonly AccountEvent[] = [], changes: Partial<Given> = {}): Given => ({
  creditor: [OPENED, KNOWN],
  accounts: { mercier: [...BASE, ...more] },
  ...changes,
});

const on = { account: "mercier" };

describe("the clocks of a debtor", () => {
  it("show each deadline with its text, start, last day and mark, in both languages", () => {
    const view = viewOf(clocksView, on, given([insolvency("2026-10-02")]));
    const [declare, sue] = view.clocks;
    expect(text(declare?.title ?? null)).toBe("Déclarer la créance");
    expect(text(declare?.text ?? null)).toBe("Dernier jour : le 2 décembre 2026, dans 12 jours.");
    expect(text(declare?.start ?? null)).toBe("Court depuis le 2 octobre 2026.");
    expect(declare).toMatchObject({
      cited: { text: { own: "C. com. R622-24" }, mark: null },
      tone: "warning",
      startOn: "2026-10-02",
      lastOn: "2026-12-02",
      invoices: [{ foreign: "F-1" }],
    });
    expect(declare?.why.map((step) => text(step))).toEqual([
      "2 mois depuis : publication du jugement au BODACC, le 2 octobre 2026.",
    ]);
    expect(sue).toMatchObject({ kind: "limitation", lastOn: "2031-05-31", tone: "info" });
    const english = viewOf(clocksView, on, given([insolvency("2026-10-02")], { language: "en" }));
    expect(text(english.clocks[0]?.text ?? null)).toBe("Last day: 2 December 2026, in 12 days.");
  });

  it("say that a last day is unknown, what would tell, and where to enter it", () => {
    const [sue, declare] = viewOf(clocksView, on, given([insolvency(null)])).clocks;
    expect(sue?.kind).toBe("limitation");
    expect(text(declare?.text ?? null)).toBe(
      "Dernier jour inconnu. Il manque la date de publication au BODACC.",
    );
    expect(text(declare?.start ?? null)).toBe("Début inconnu.");
    expect(declare?.actions.map(({ action }) => action)).toEqual([
      { form: "insolvency", account: "mercier", subject: "i" },
      { form: "stop-clock", account: "mercier", subject: declare?.key },
    ]);
  });

  it("name a part payment as what may be an acknowledgement, with the last day before and after", () => {
    const [one] = viewOf(
      clocksView,
      on,
      given([paid("p", "2026-09-10", 100_000)]),
    ).acknowledgements;
    expect(text(one?.text ?? null)).toBe("Paiement partiel du 10 septembre 2026.");
    expect(text(one?.caution ?? null)).toBe(
      "Peut valoir reconnaissance (C. civ. 2240), à apprécier.",
    );
    expect(text(one?.beforeAndAfter ?? null)).toContain("31 mai 2031");
    expect(text(one?.beforeAndAfter ?? null)).toContain("10 septembre 2031");
    expect(one?.action.action).toEqual({ form: "interruption", account: "mercier", subject: "p" });
  });

  it("are refused for an account that is not there", () => {
    expect(refusalOf(clocksView, { account: "x" }, given())).toEqual({
      type: "account-unknown",
      account: "x",
    });
  });
});

describe("the statement", () => {
  it("gives 589.07 and 40 euros on 21 November 2026, by half-year, with base, source and the sum of a day", () => {
    const view = viewOf(
      statementView,
      { account: "mercier", on: dateOf("2026-11-21") },
      given([], { today: "2026-11-21" }),
    );
    const [part] = view.statements;
    expect(
      part?.segments.map(({ days, rate, interest, base }) => [
        days,
        text(rate),
        text(interest),
        text(base),
      ]),
    ).toEqual([
      [30, "12,15 %", "99,86 €", "365"],
      [144, "12,40 %", "489,21 €", "365"],
    ]);
    expect(part?.totals.map(({ amount }) => text(amount))).toEqual([
      "10 000,00 €",
      "589,07 €",
      "40,00 €",
      "10 629,07 €",
    ]);
    expect(text(part?.perDay?.amount ?? null)).toBe("3,40 €");
    expect(part?.segments.every(({ source }) => text(source) !== "")).toBe(true);
    expect(part?.method.map((line) => text(line)).join(" ")).toContain("365");
    expect(part?.orders.map(({ key, chosen }) => [key, chosen])).toEqual([
      ["principal-first", true],
      ["interest-first", false],
    ]);
    expect(part?.rules.some(({ cited }) => text(cited.mark) === "à vérifier")).toBe(true);
  });

  it("names the rate that is missing after the last one known, and counts up to there", () => {
    const view = viewOf(
      statementView,
      { account: "mercier", on: dateOf("2027-02-01") },
      given([], { today: "2026-11-21" }),
    );
    const [part] = view.statements;
    expect(part?.missing.map((line) => text(line))).toEqual([
      expect.stringContaining("Facture F-1 : aucun intérêt compté depuis le 1er janvier 2027"),
    ]);
    expect(part?.perDay).toBeNull();
  });

  it("says of a debt due after the judgment that its interest stopped, and looks for no fixed sum", () => {
    const events = [...BASE.slice(0, 2), invoice("F-2", 438_000, "2026-09-27")];
    const late = given([], {
      accounts: { mercier: [...events, insolvency("2026-10-02")] },
    });
    const view = viewOf(statementView, { account: "mercier", on: null }, late);
    const [part] = view.statements;
    expect(part?.totals.map(({ minor }) => minor)).toEqual([438_000, 0, 0, 438_000]);
    const notes = (part?.notes ?? []).map((line) => text(line)).join(" ");
    expect(notes).toContain("intérêts arrêtés par le jugement du 25 septembre 2026");
    expect(notes).not.toContain("Indemnité forfaitaire non chiffrée");
  });

  it("says why there is none", () => {
    const unknown: Given = {
      creditor: [OPENED],
      accounts: { x: [invoice("F-1", 100, "2026-05-31")] },
    };
    const view = viewOf(statementView, { account: "x", on: null }, unknown);
    expect(view.statements).toEqual([]);
    expect(view.faults.map((fault) => text(fault))).toEqual([
      "Débiteur non identifié : sa nature donne la règle.",
    ]);
  });
});

describe("routes", () => {
  it("are all shown with what is met, not met and unknown, and never advised", () => {
    const view = viewOf(routesView, on, given());
    expect(view.routes).toHaveLength(17);
    expect(text(view.intro)).toContain("sans conseil");
    const order = view.routes.find(({ key }) => key === "payment-order");
    const outcomes = new Map(order?.conditions.map(({ key, outcome }) => [key, outcome]));
    expect(outcomes.get("claim-due")).toBe("met");
    expect(outcomes.get("no-stopping-insolvency")).toBe("unknown");
    expect(outcomes.get("debtor-in-france")).toBe("met");
    expect(order?.lacks.map((item) => text(item))).toContain("facture");
    expect(order?.lacks.map((item) => text(item))).not.toContain("décompte");
    const fresh = view.routes.find(({ key }) => key === "uncontested-commercial");
    expect(fresh?.availability).toBe("not-yet");
    expect(text(fresh?.availabilityWord ?? null)).toContain("pas encore ouverte");
    const words = JSON.stringify(view);
    expect(words).not.toMatch(/vous devriez|nous conseillons|recommand[eé]/);
  });

  it("open the declaration once an insolvency is recorded, and stop the rest", () => {
    const view = viewOf(routesView, on, given([insolvency("2026-10-02")]));
    const of = (route: string, condition: string) =>
      view.routes.find(({ key }) => key === route)?.conditions.find(({ key }) => key === condition)
        ?.outcome;
    expect(of("claim-declaration", "declaration-time-open")).toBe("met");
    expect(of("payment-order", "no-stopping-insolvency")).toBe("not-met");
  });
});

describe("what is missing", () => {
  it("is said before the next serious step, each with the form that fills it", () => {
    const view = viewOf(missingView, { account: "mercier", step: "formal-notice" }, given());
    expect(text(view.before)).toBe("Avant : mise en demeure.");
    expect(
      view.items
        .filter(({ needed }) => needed === "formal")
        .map(({ code, action }) => [code, action.action]),
    ).toEqual([
      ["address", { form: "debtor", account: "mercier", subject: null }],
      ["siren", { form: "debtor", account: "mercier", subject: null }],
      ["identity-check", { form: "identity", account: "mercier", subject: null }],
      ["invoice-copy", { form: "document", account: "mercier", subject: null }],
    ]);
    expect(viewOf(missingView, { account: "mercier", step: null }, given()).step).toBe("letter");
  });
});

describe("the words", () => {
  it("are the same in both languages", () => {
    const keysOf = (value: unknown): unknown =>
      typeof value === "object" && value !== null && !Array.isArray(value) && !("own" in value)
        ? Object.fromEntries(Object.entries(value).map(([key, of]) => [key, keysOf(of)]))
        : "";
    expect(keysOf(CLOCK_WORDS.en)).toEqual(keysOf(CLOCK_WORDS.fr));
  });
});
