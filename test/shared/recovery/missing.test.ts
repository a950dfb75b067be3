import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "#shared/claims/creditor.ts";
import type { AccountEvent, AccountEventData } from "#shared/claims/events.ts";
import type { Step } from "#shared/recovery/steps.ts";
import { missingFor } from "#shared/recovery/missing.ts";
import { contextOn, day, debtor, fold, invoice, says, taken } from "./accounts.ts";

const LATE = invoice("f1", "2026-08-15");
const KNOWN = debtor({ siren: "552100554", address: "1 rue des Forges, 24000 Périgueux" });

const document = (
  kind: AccountEventData<"document-attached">["kind"],
  of: string | null = "f1",
): AccountEvent =>
  says("document-attached", {
    document: `${kind}-${of ?? ""}`,
    kind,
    name: `${kind}.pdf`,
    on: day("2026-01-05"),
    invoice: of,
    blob: null,
    obtained: null,
  });

const seen = says("identity-seen", {
  seen: "s",
  where: "register",
  on: day("2026-11-19"),
  name: "ATELIER BLOCH",
  siren: "552100554",
  address: null,
  closed: false,
  source: "annuaire-entreprises.data.gouv.fr",
  blob: null,
});

const codes = (
  step: Step,
  events: readonly AccountEvent[],
  needed: "formal" | "advised" = "formal",
): readonly string[] =>
  missingFor(fold("bloch", events), step, contextOn())
    .filter((one) => one.needed === needed)
    .map(({ code }) => code);

describe("what is missing before a step", () => {
  it("is nothing for a reminder or a call", () => {
    expect(missingFor(fold("bloch", [LATE]), "reminder-2", contextOn())).toEqual([]);
    expect(missingFor(fold("bloch", [LATE]), "call", contextOn())).toEqual([]);
  });

  it("is the address for a letter; name, number, register and copy for a formal notice", () => {
    expect(codes("letter", [debtor(), LATE])).toEqual(["address"]);
    expect(codes("formal-notice", [debtor(), LATE])).toEqual([
      "address",
      "siren",
      "identity-check",
      "invoice-copy",
    ]);
    expect(codes("formal-notice", [KNOWN, LATE, seen, document("invoice")])).toEqual([]);
    expect(codes("formal-notice", [LATE])).toEqual(["debtor", "invoice-copy"]);
  });

  it("is the proof of the order, of delivery and of the notice before the court", () => {
    const ready = [KNOWN, LATE, seen, document("invoice")];
    expect(codes("last-notice", ready)).toEqual(["order-or-contract", "delivery-proof"]);
    const proven = [...ready, document("contract", null), document("delivery-note")];
    expect(codes("last-notice", proven)).toEqual([]);
    const noticed = [...proven, taken("formal-notice", "2026-11-01", ["f1"], { act: "a" })];
    expect(codes("legal", noticed)).toEqual(["letter-sent"]);
    const letter = says("letter-sent", {
      act: "a",
      on: day("2026-11-01"),
      channel: "registered",
      number: null,
    });
    expect(codes("legal", [...noticed, letter])).toEqual(["letter-deposit", "letter-presentation"]);
    const proof = (kind: "deposit" | "refusal") =>
      says("letter-proof-recorded", {
        proof: kind,
        act: "a",
        kind,
        on: day("2026-11-03"),
        name: null,
        blob: null,
        obtained: null,
      });
    expect(codes("legal", [...noticed, letter, proof("deposit"), proof("refusal")])).toEqual([]);
  });

  it("names the invoices it is of, and only those that are asked", () => {
    const events = [KNOWN, LATE, invoice("f2", "2026-09-15"), seen, document("invoice")];
    const state = fold("bloch", events);
    const copies = (of: readonly string[] | null) =>
      missingFor(state, "formal-notice", contextOn(), of).find(
        ({ code }) => code === "invoice-copy",
      );
    expect(copies(null)?.invoices).toEqual(["f2"]);
    expect(copies(["f1"])).toBeUndefined();
  });

  it("is the mediator for a consumer, and no SIREN", () => {
    const events = [debtor({ kind: "consumer", address: "1 rue" }), LATE, document("invoice")];
    expect(codes("formal-notice", events)).toEqual(["mediator"]);
    const mediator = { name: "Médiateur", site: "https://mediateur.example" };
    expect(
      missingFor(
        fold("bloch", events),
        "formal-notice",
        contextOn("2026-11-20", { policy: { ...DEFAULT_POLICY, mediator } }),
      ).filter(({ needed }) => needed === "formal"),
    ).toEqual([]);
  });

  it("is the order number where this debtor asks for one, and advice for mails not kept", () => {
    const way = says("invoicing-way-set", {
      way: "portal",
      place: null,
      orderNeeded: true,
      serviceCode: null,
      note: null,
    });
    const ready = [KNOWN, LATE, seen, document("invoice"), way];
    expect(codes("formal-notice", ready)).toEqual(["order-number"]);
    const declared = taken("reminder-1", "2026-10-01", ["f1"], { how: "declared", draft: "d" });
    expect(codes("formal-notice", [...ready, declared], "advised")).toContain("sent-mail");
    expect(
      codes("formal-notice", [...ready, taken("reminder-1", "2026-10-01")], "advised"),
    ).not.toContain("sent-mail");
  });
});
