import { describe, expect, it } from "vitest";
import { balancesOf } from "#shared/claims/balances.ts";
import type { AccountEvent, AccountEventData } from "#shared/claims/events.ts";
import { accountRoutes, routeFactsOf } from "#shared/recovery/account-routes.ts";
import { contact, contextOn, day, debtor, fold, invoice, says } from "./accounts.ts";

const opened = (changes: Partial<AccountEventData<"insolvency-opened">> = {}): AccountEvent =>
  says("insolvency-opened", {
    insolvency: "i",
    state: "liquidation",
    judgmentOn: day("2026-09-25"),
    publishedOn: day("2026-10-02"),
    court: null,
    officer: "Me Roux",
    source: "BODACC",
    ...changes,
  });

const performed = (on: string): AccountEvent =>
  says("performance-dated", { invoice: "f1", on: day(on) });

const CONCILIATION = opened({
  insolvency: "c",
  state: "conciliation",
  judgmentOn: null,
  publishedOn: null,
});

const routes = (events: readonly AccountEvent[], issuedOn = "2026-07-01") => {
  const billed = invoice("f1", "2026-11-01", 100_000, { issuedOn: day(issuedOn) });
  const state = fold("a", [debtor(), contact(), billed, ...events]);
  const balances = balancesOf(state);
  const context = contextOn();
  return {
    facts: routeFactsOf(state, balances, 0, context),
    outcome: (route: string, condition: string) =>
      accountRoutes(state, balances, 0, context)
        .find(({ id }) => id === route)
        ?.conditions.find(({ id }) => id === condition)?.outcome,
  };
};

describe("the routes of an account", () => {
  it("take nothing for known that nobody recorded", () => {
    const { facts, outcome } = routes([]);
    expect(facts).toMatchObject({ insolvency: null, judgmentOn: null, noticePresentedOn: "none" });
    expect(outcome("payment-order", "no-stopping-insolvency")).toBe("unknown");
    expect(outcome("uncontested-commercial", "decree-published")).toBe("unknown");
    expect(outcome("simplified-recovery", "not-between-traders")).toBe("unknown");
  });

  it("see the judgment that came after a conciliation nobody ended", () => {
    for (const events of [
      [CONCILIATION, opened()],
      [opened(), CONCILIATION],
    ]) {
      const { outcome } = routes(events);
      expect(outcome("payment-order", "no-stopping-insolvency")).toBe("not-met");
      expect(outcome("claim-declaration", "insolvency-opened")).toBe("met");
    }
    expect(routes([CONCILIATION]).outcome("payment-order", "no-stopping-insolvency")).toBe(
      "unknown",
    );
  });

  it("take work done before the judgment for an earlier claim, whenever it was invoiced", () => {
    const late = "2026-10-10";
    expect(routes([opened()], late).outcome("claim-declaration", "claim-before-judgment")).toBe(
      "not-met",
    );
    const { outcome } = routes([opened(), performed("2026-09-20")], late);
    expect(outcome("claim-declaration", "claim-before-judgment")).toBe("met");
    expect(outcome("payment-order", "no-stopping-insolvency")).toBe("not-met");
  });
});
