import { describe, expect, it } from "vitest";
import { addDebtor, openLedger } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { FORMS } from "#shared/locales/forms.ts";
import { UI } from "#shared/locales/ui.ts";
import { YES, formReader } from "#shared/app/forms/form-spec.ts";
import type { FormContext, FormState } from "#shared/app/forms/form-spec.ts";
import { invoiceForm } from "#shared/app/forms/invoice-forms.ts";
import { doWork } from "#src/sidebar/forms/host-form.ts";
import type { Host } from "#src/sidebar/host.ts";
import { SAMPLE_CREDITOR } from "#src/workbench/sample-story.ts";
import { install, viewOf } from "../../journeys/two-drivers.ts";
import type { Installation } from "../../journeys/two-drivers.ts";

const WORDS = { ...UI.fr, form: FORMS.fr };

const stateOf = (account: string): UseCase<null, AccountState | null, never> => ({
  name: "state",
  asks: () => ({ accounts: [account], keys: [], search: false }),
  decide: (_, loaded) => ok(viewOnly(loaded.accounts.get(account) ?? null)),
});

const begin = async (): Promise<{ relance: Installation; account: string }> => {
  const relance = await install("asynchronous", "wri-form");
  await viewOf(relance.run(openLedger, { creditor: SAMPLE_CREDITOR, ownInvoices: true }));
  const debtor = {
    name: "Chantier Neuf SARL",
    kind: "business" as const,
    soleTrader: false,
    country: "FR",
    language: "fr" as const,
    siren: null,
    siret: null,
    vatNumber: null,
    phone: null,
    address: null,
  };
  const { account } = await viewOf(
    relance.run(addDebtor, { debtor, contacts: [], group: null, evenSo: false }),
  );
  return { relance, account };
};

const submit = async (
  relance: Installation,
  account: string,
  subject: string | null,
  fill: (initial: FormState) => FormState,
): Promise<readonly string[]> => {
  const context: FormContext = {
    account,
    state: await viewOf(relance.run(stateOf(account), null)),
    creditor: SAMPLE_CREDITOR,
    ledger: emptyCreditor(),
    me: "Camille",
    subject,
    today: dateOf("2026-11-20"),
    language: "fr",
    words: WORDS,
  };
  const form = invoiceForm(context);
  const reader = formReader(form, fill(form.initial), WORDS, "fr");
  const work = form.read(reader);
  if (work === null) return [...reader.errors.keys()];
  // The form asks nothing else of its face than to run use cases.
  const done = await doWork(work, { run: relance.run } as Partial<Host> as Host);
  return done.ok ? [] : [done.error.type];
};

const portions = async (relance: Installation, account: string) => {
  const state = await viewOf(relance.run(stateOf(account), null));
  return state?.invoices[0]?.portions.map(({ portion, amount, dueOn, condition }) => [
    portion,
    amount,
    dueOn,
    condition,
  ]);
};

const IN_PARTS = (initial: FormState): FormState => ({
  ...initial,
  texts: {
    ...initial.texts,
    number: "F-77",
    total: "10 000,00",
    several: YES,
    held: "500",
    condition: "un an après la réception",
  },
  parts: [
    { by: "2026-11-30", amount: "4 000" },
    { by: "2026-12-31", amount: "5 500,00" },
  ],
});

describe("an invoice entered by hand", () => {
  it("falls due by the agreed term where its due date is left empty, and as typed where it is not", async () => {
    const { relance, account } = await begin();
    const typed = (number: string, dueOn: string) => (initial: FormState) => ({
      ...initial,
      texts: { ...initial.texts, number, total: "100", issuedOn: "2026-10-20", dueOn },
    });
    expect(await submit(relance, account, null, typed("F-1", ""))).toEqual(["dueOn"]);
    await viewOf(
      relance.run(recordAct, {
        account,
        command: {
          type: "set-terms",
          on: dateOf("2026-01-01"),
          paymentDays: 45,
          endOfMonth: "days-then-end",
          contractRate: null,
          defaultByDueDate: false,
          limitationYears: null,
          transport: false,
          source: null,
        },
      }),
    );
    expect(await submit(relance, account, null, typed("F-1", ""))).toEqual([]);
    expect(await submit(relance, account, null, typed("F-2", "2026-11-15"))).toEqual([]);
    expect(await submit(relance, account, null, typed("F-3", "le 15"))).toEqual(["dueOn"]);
    const state = await viewOf(relance.run(stateOf(account), null));
    expect(state?.invoices.map(({ portions: [part] }) => part?.dueOn)).toEqual([
      "2026-12-31",
      "2026-11-15",
    ]);
  });

  it("takes several due parts and a retention without date", async () => {
    const { relance, account } = await begin();
    expect(await submit(relance, account, null, IN_PARTS)).toEqual([]);
    expect(await portions(relance, account)).toEqual([
      ["p1", 400_000, "2026-11-30", null],
      ["p2", 550_000, "2026-12-31", null],
      ["p3", 50_000, null, "un an après la réception"],
    ]);
  });

  it("is opened again with its parts, and corrected", async () => {
    const { relance, account } = await begin();
    await submit(relance, account, null, IN_PARTS);
    const state = await viewOf(relance.run(stateOf(account), null));
    const invoice = state?.invoices[0]?.invoice ?? "";
    const refused = await submit(relance, account, invoice, (initial) => {
      expect(initial.parts.map(({ by }) => by)).toEqual(["2026-11-30", "2026-12-31"]);
      expect(initial.texts["held"]).toMatch(/^500/);
      return { ...initial, parts: [{ by: "2026-11-30", amount: "9 500" }] };
    });
    expect(refused).toEqual([]);
    expect(await portions(relance, account)).toEqual([
      ["p1", 950_000, "2026-11-30", null],
      ["p2", 50_000, null, "un an après la réception"],
    ]);
  });

  it("is refused where its parts do not add up, and asks for one due date otherwise", async () => {
    const { relance, account } = await begin();
    const short = await submit(relance, account, null, (initial) => ({
      ...IN_PARTS(initial),
      parts: [{ by: "2026-11-30", amount: "1" }],
    }));
    expect(short).toEqual(["portions-do-not-add-up"]);
    const dateless = await submit(relance, account, null, (initial) => ({
      ...initial,
      texts: { ...initial.texts, number: "F-78", total: "12", dueOn: "" },
    }));
    expect(dateless).toEqual(["dueOn"]);
  });
});
