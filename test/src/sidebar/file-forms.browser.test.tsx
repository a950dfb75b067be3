import { render } from "preact";
import type { VNode } from "preact";
import { afterEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { voidBatch } from "#shared/app/ledger-acts.ts";
import type { FileForm } from "#shared/app/view-parts.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { emptyAccount } from "#shared/claims/account.ts";
import { EMPTY_FILE, fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import { addDays, dateOf } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { formFacts } from "#shared/app/forms/form-facts.ts";
import { ScreenAt } from "#src/sidebar/screen-at.tsx";
import { createShell } from "#src/sidebar/shell.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import { TODAY, addSketch, openBooks, openFakeHost, say, taken } from "./fake-host.ts";
import type { FakeHost } from "./fake-host.ts";
import { faultsOf, until } from "./pages.ts";

let leave = (): void => undefined;
afterEach(() => {
  leave();
});

const Stage = ({ shell }: { readonly shell: Shell }): VNode | null => (
  <ScreenAt shell={shell} place={shell.place.value} />
);

const stage = (host: FakeHost, account: string): Shell => {
  const shell = createShell(host, { start: { at: "account", account } });
  const frame = document.createElement("main");
  frame.className = "rl";
  frame.style.width = "320px";
  document.body.replaceChildren(frame);
  render(<Stage shell={shell} />, frame);
  leave = () => {
    render(null, frame);
    shell.dispose();
    frame.remove();
  };
  return shell;
};

const stateOf = async (host: FakeHost, account: string): Promise<AccountState> =>
  taken(await host.run(formFacts, { account })).state ?? emptyAccount(account);

const OLD = addDays(TODAY, -40);

/** A debtor with something of everything that a form can be about. */
const debtor = async (language: Language = "fr"): Promise<{ host: FakeHost; account: string }> => {
  const host = await openFakeHost({ language });
  await openBooks(host);
  const account = await addSketch(host, {
    name: "Nordis SAS",
    invoices: [
      [90, 1264000],
      [60, 84000],
    ],
  });
  const { invoices } = await stateOf(host, account);
  const [first, second] = invoices.map(({ invoice }) => invoice);
  if (first === undefined || second === undefined) throw new Error("no invoices");
  await say(host, account, {
    type: "record-payment",
    on: OLD,
    currency: "EUR",
    amount: 40000,
    reference: "VIR NORDIS",
    payer: null,
    source: "hand",
    rank: 0,
    named: [second],
    allocations: null,
  });
  await say(host, account, {
    type: "open-dispute",
    on: OLD,
    invoice: second,
    reason: "quality",
    amount: 10000,
    mustAct: "us",
    note: null,
    exchange: null,
    quote: null,
  });
  await say(host, account, {
    type: "agree-instalments",
    on: OLD,
    currency: "EUR",
    invoices: [],
    parts: [
      { by: addDays(TODAY, -20), amount: 100000 },
      { by: addDays(TODAY, 20), amount: 100000 },
    ],
    exchange: null,
  });
  await say(host, account, {
    type: "take-step",
    step: "formal-notice",
    on: addDays(TODAY, -10),
    how: "declared",
    portions: [{ invoice: first, portion: invoices[0]?.portions[0]?.portion ?? "" }],
    exchange: null,
    draft: null,
  });
  return { host, account };
};

type Filled = Readonly<Record<string, string>>;

type Case = {
  readonly form: FileForm;
  readonly subject?: (state: AccountState) => string | null;
  readonly before?: (host: FakeHost, account: string, state: AccountState) => Promise<void>;
  /** Typed first: the field named is refused in words beside it. */
  readonly bad?: readonly [fill: Filled, field: string];
  readonly good: Filled;
  readonly kept: (file: AccountFile) => unknown;
};

const setOff = async (host: FakeHost, account: string): Promise<void> => {
  await say(host, account, {
    type: "claim-set-off",
    on: OLD,
    by: "debtor",
    currency: "EUR",
    amount: 20000,
    invoices: [],
    reference: "AV-1",
    note: null,
  });
};
const lastId = <T,>(items: readonly T[], idOf: (item: T) => string): string | null => {
  const last = items[items.length - 1];
  return last === undefined ? null : idOf(last);
};

const CASES: readonly Case[] = [
  {
    form: "terms",
    bad: [{ paymentDays: "quarante" }, "paymentDays"],
    good: { paymentDays: "45", endOfMonth: "days-then-end", contractRate: "12,5", source: "CGV" },
    kept: ({ terms }) => [terms?.paymentDays, terms?.contractRate, terms?.endOfMonth],
  },
  {
    form: "invoicing-way",
    good: { way: "portal", orderNeeded: "yes", serviceCode: "SERV-7" },
    kept: ({ invoicingWay }) => [invoicingWay?.way, invoicingWay?.serviceCode],
  },
  {
    form: "performance",
    good: { on: "2026-07-15" },
    kept: ({ performed }) => Object.values(performed),
  },
  {
    form: "sensitive-hold",
    good: { reason: "death" },
    kept: ({ sensitiveHolds }) => sensitiveHolds.map(({ liftedOn }) => liftedOn),
  },
  {
    form: "lift-sensitive-hold",
    before: (host, account) =>
      say(host, account, { type: "place-sensitive-hold", on: OLD, reason: "other", note: null }),
    bad: [{ on: "" }, "on"],
    good: { on: TODAY },
    kept: ({ sensitiveHolds }) => sensitiveHolds.map(({ liftedOn }) => liftedOn),
  },
  {
    form: "security",
    bad: [{ who: "", amount: "5 000" }, "who"],
    good: { who: "Jean Nordis", amount: "5 000,00" },
    kept: ({ securities }) => securities.map(({ kind, amount }) => [kind, amount]),
  },
  {
    form: "identity",
    bad: [{ source: "" }, "source"],
    good: { source: "annuaire-entreprises.data.gouv.fr", closed: "yes" },
    kept: ({ identities }) => identities.map(({ where, closed }) => [where, closed]),
  },
  {
    form: "payer",
    bad: [{ name: "" }, "name"],
    good: { name: "Nordis Holding", email: "tresorerie@nordis.example" },
    kept: ({ payers }) => payers.map(({ name }) => name),
  },
  { form: "owner", good: { owner: "Léa" }, kept: ({ owner }) => owner },
  {
    form: "charge-mode",
    good: { mode: "computed" },
    kept: ({ chargeMode }) => chargeMode?.mode ?? null,
  },
  { form: "plan", good: { plan: "firm" }, kept: ({ plan }) => plan },
  {
    form: "insurance",
    bad: [{ insurer: "", cover: "8 000" }, "insurer"],
    good: { insurer: "Assureur", cover: "8 000,00", declareDays: "60" },
    kept: ({ insurance }) => insurance?.policy?.cover ?? null,
  },
  {
    form: "insurer-consent",
    bad: [{ note: "" }, "note"],
    good: { note: "Report au 31/12, accordé par M. Petit" },
    kept: ({ insurerConsents }) => insurerConsents.length,
  },
  {
    form: "entrust-dispute",
    good: { owner: "Léa", answerBy: "2026-12-01" },
    kept: ({ disputesEntrusted }) => disputesEntrusted.map(({ answerBy }) => answerBy),
  },
  {
    form: "set-off",
    bad: [{ amount: "" }, "amount"],
    good: { amount: "300,00", reference: "AV-2" },
    kept: ({ setOffs }) => setOffs.map(({ amount }) => amount),
  },
  {
    form: "agree-set-off",
    before: setOff,
    subject: (state) => lastId(fileOf(state).setOffs, (one) => one.setOff),
    good: {},
    kept: ({ setOffs }) => setOffs.map(({ agreed }) => agreed !== null),
  },
  {
    form: "refuse-set-off",
    before: setOff,
    subject: (state) => lastId(fileOf(state).setOffs, (one) => one.setOff),
    bad: [{ reason: "" }, "reason"],
    good: { reason: "Avoir déjà déduit" },
    kept: ({ setOffs }) => setOffs.map(({ refused }) => refused !== null),
  },
  {
    form: "write-off",
    bad: [{ amount: "99 999 999,00", reason: "" }, "reason"],
    good: { amount: "12,00", reason: "goodwill" },
    kept: ({ writeOffs }) => writeOffs.map(({ amount }) => amount),
  },
  {
    form: "discount",
    bad: [{ amount: "0" }, "amount"],
    good: { amount: "50,00", until: "2026-12-31" },
    kept: ({ discounts }) => discounts.map(({ amount }) => amount),
  },
  {
    form: "return-payment",
    bad: [{ code: "" }, "why"],
    good: { code: "md06" },
    kept: ({ returns }) => returns.map(({ why, code }) => [why, code]),
  },
  {
    form: "assign",
    bad: [{ to: "Factor SA" }, "invoices"],
    good: { to: "Factor SA", invoices: "first" },
    kept: ({ assignments }) => assignments.map(({ to, invoices }) => [to, invoices.length]),
  },
  {
    form: "hand-over",
    bad: [{ to: "" }, "to"],
    good: { to: "Me Colin", email: "etude@colin.example" },
    kept: ({ handOvers }) => handOvers.map(({ to, role }) => [to, role]),
  },
  {
    form: "insolvency",
    bad: [{ judgmentOn: "2026-11-10", publishedOn: "2026-11-01", source: "BODACC" }, "publishedOn"],
    good: { judgmentOn: "2026-11-02", publishedOn: "2026-11-12", source: "BODACC" },
    kept: ({ insolvencies }) => insolvencies.map(({ state, publishedOn }) => [state, publishedOn]),
  },
  {
    form: "interruption",
    bad: [{ on: "" }, "on"],
    good: { on: "2026-10-30", cause: "court-claim" },
    kept: ({ interruptions }) => interruptions.map(({ cause }) => cause),
  },
  {
    form: "suspension",
    bad: [{ from: "2026-11-01", until: "2026-10-01" }, "until"],
    good: { from: "2026-10-01", until: "2026-11-01" },
    kept: ({ suspensions }) => suspensions.map(({ until: end }) => end),
  },
  {
    form: "legal-fact",
    bad: [{ on: "2027-01-01" }, "on"],
    good: { on: "2026-11-10", kind: "business-sale-published" },
    kept: ({ legalFacts }) => legalFacts.map(({ kind }) => kind),
  },
  {
    form: "stop-clock",
    subject: () => "clock-1",
    good: { done: "done" },
    kept: ({ stoppedClocks }) => stoppedClocks.map(({ done }) => done),
  },
  {
    form: "letter-sent",
    bad: [{ on: "2027-01-01" }, "on"],
    good: { channel: "registered", number: "1A 234 567 8901 2", on: "2026-11-10" },
    kept: ({ letters }) => letters.map(({ channel, number }) => [channel, number]),
  },
  {
    form: "letter-proof",
    bad: [{ on: "2027-01-01" }, "on"],
    good: { kind: "deposit", on: "2026-11-10" },
    kept: ({ letterProofs }) => letterProofs.map(({ kind }) => kind),
  },
  {
    form: "accelerate",
    bad: [{ until: "2026-01-01" }, "until"],
    good: { until: "2026-11-30" },
    kept: ({ accelerations }) => accelerations.map(({ until: end }) => end),
  },
  {
    form: "release-security",
    before: (host, account) =>
      say(host, account, {
        type: "record-security",
        kind: "retention-of-title",
        invoices: [],
        who: null,
        currency: null,
        amount: null,
        on: OLD,
        dueOn: null,
        note: null,
      }),
    subject: (state) => lastId(fileOf(state).securities, (one) => one.security),
    bad: [{ reason: "" }, "reason"],
    good: { reason: "Matériel rendu" },
    kept: ({ securities }) => securities.map(({ released }) => released !== null),
  },
  {
    form: "remove-payer",
    before: (host, account) =>
      say(host, account, { type: "name-payer", name: "Holding", email: null, invoices: [] }),
    subject: (state) => lastId(fileOf(state).payers, (one) => one.payer),
    good: {},
    kept: ({ payers }) => payers.length,
  },
  {
    form: "end-hand-over",
    before: (host, account) =>
      say(host, account, {
        type: "hand-over-claims",
        on: OLD,
        invoices: [],
        to: "Me Colin",
        role: "lawyer",
        email: null,
        phone: null,
      }),
    subject: (state) => lastId(fileOf(state).handOvers, (one) => one.handOver),
    bad: [{ reason: "" }, "reason"],
    good: { reason: "Mandat terminé" },
    kept: ({ handOvers }) => handOvers.map(({ ended }) => ended !== null),
  },
  {
    form: "end-assignment",
    before: async (host, account, { invoices }) =>
      say(host, account, {
        type: "assign-invoices",
        on: OLD,
        invoices: invoices.slice(0, 1).map(({ invoice }) => invoice),
        to: "Factor SA",
        chaser: "assignee",
        iban: null,
        bic: null,
        note: null,
      }),
    subject: (state) => lastId(fileOf(state).assignments, (one) => one.assignment),
    bad: [{ reason: "" }, "reason"],
    good: { reason: "Rétrocédée" },
    kept: ({ assignments }) => assignments.map(({ ended }) => ended !== null),
  },
  {
    form: "end-insolvency",
    before: (host, account) =>
      say(host, account, {
        type: "record-insolvency",
        insolvency: null,
        state: "safeguard",
        judgmentOn: OLD,
        publishedOn: null,
        court: null,
        officer: null,
        source: "BODACC",
      }),
    subject: (state) => lastId(fileOf(state).insolvencies, (one) => one.insolvency),
    bad: [{ reason: "" }, "reason"],
    good: { reason: "Plan exécuté" },
    kept: ({ insolvencies }) => insolvencies.map(({ ended }) => ended !== null),
  },
  {
    form: "take-back-write-off",
    before: async (host, account, { invoices }) =>
      say(host, account, {
        type: "write-off-invoice",
        invoice: invoices[0]?.invoice ?? "",
        amount: 1200,
        on: OLD,
        reason: "residue",
        note: null,
      }),
    subject: (state) => lastId(fileOf(state).writeOffs, (one) => one.writeOff),
    bad: [{ reason: "" }, "reason"],
    good: { reason: "Le débiteur a payé" },
    kept: ({ writeOffs }) => writeOffs.map(({ takenBack }) => takenBack !== null),
  },
  {
    form: "ask-approval",
    good: { step: "formal-notice", note: "Le dossier est complet." },
    kept: ({ approvals }) => approvals.map(({ step }) => step),
  },
];

const control = (name: string): HTMLElement => {
  const found = document.getElementById(`rl-form-${name}`);
  if (found === null) throw new Error(`no field ${name}`);
  return found;
};

const fill = async (values: Filled): Promise<void> => {
  for (const [name, value] of Object.entries(values)) {
    const field = control(name);
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      if (field.checked !== (value !== "")) field.click();
    } else if (field instanceof HTMLSelectElement) {
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
};

const submit = (): void => {
  document.querySelector<HTMLButtonElement>("form button[type=submit]")?.click();
};

const open = async (shell: Shell, account: string, form: FileForm, subject: string | null) => {
  await shell.perform("test", { form, account, subject });
  await until(() => document.querySelector("form h1"));
};

const openCase = async (one: Case) => {
  const { host, account } = await debtor();
  await one.before?.(host, account, await stateOf(host, account));
  const state = await stateOf(host, account);
  const shell = stage(host, account);
  const stood = one.kept(state.file ?? EMPTY_FILE);
  await open(shell, account, one.form, one.subject?.(state) ?? null);
  return { host, account, shell, stood };
};

describe("the forms of a debtor's file", () => {
  it.each(
    CASES.flatMap((one) => (one.bad === undefined ? [] : [[one.form, one, one.bad] as const])),
  )(
    "says beside the field what is wrong, and writes nothing: %s",
    async (_, one, [values, field]) => {
      const { host, account, shell, stood } = await openCase(one);
      await fill(values);
      submit();
      const said = await until(() => document.getElementById(`rl-form-${field}-error`));
      expect(said.textContent.trim()).not.toBe("");
      expect(one.kept(fileOf(await stateOf(host, account)))).toEqual(stood);
      expect(shell.toast.value).toBeNull();
    },
  );

  it.each(CASES.map((one) => [one.form, one] as const))(
    "saves, and one click takes it back: %s",
    async (_, one) => {
      const { host, account, shell, stood } = await openCase(one);
      await fill(one.good);
      submit();
      const { undo } = await until(() => shell.toast.value);
      expect(one.kept(fileOf(await stateOf(host, account)))).not.toEqual(stood);
      if (undo === null) throw new Error("nothing to undo");
      taken(await host.run(voidBatch, undo));
      expect(one.kept(fileOf(await stateOf(host, account)))).toEqual(stood);
    },
  );

  it("offers every form in both languages without a word missing", async () => {
    for (const language of ["fr", "en"] as const) {
      const { host, account } = await debtor(language);
      const state = await stateOf(host, account);
      const shell = stage(host, account);
      for (const { form, subject } of CASES) {
        if (form === "agree-set-off" || form === "refuse-set-off") continue;
        if (form === "lift-sensitive-hold") continue;
        await open(shell, account, form, subject?.(state) ?? null);
        expect(document.body.innerText).not.toContain("undefined");
        shell.back();
        await until(() => document.querySelector("form") === null);
      }
      leave();
    }
  });

  it("says in both readings when « fin de mois » falls due, and warns below the floor", async () => {
    const { host, account } = await debtor();
    const shell = stage(host, account);
    await open(shell, account, "terms", null);
    await fill({ paymentDays: "45", endOfMonth: "end-then-days", contractRate: "2" });
    await until(() => document.body.innerText.includes("31 janvier 2027"));
    expect(document.body.innerText).toContain("14 janvier 2027");
    expect(document.body.innerText).toContain("trois fois l'intérêt légal");
    await fill({ contractRate: "15" });
    await until(() => !document.body.innerText.includes("trois fois"));
  });

  it("shows both totals before the order of allocation is saved, and keeps them with it", async () => {
    const { host, account } = await debtor();
    const shell = stage(host, account);
    await open(shell, account, "allocation-order", null);
    const said = document.querySelector("form > p")?.textContent ?? "";
    expect(said).toContain("€");
    await fill({ order: "interest-first" });
    submit();
    await until(() => shell.toast.value);
    const { allocationOrder } = fileOf(await stateOf(host, account));
    expect(allocationOrder?.order).toBe("interest-first");
    expect(allocationOrder?.principalFirstTotal).toBeGreaterThan(0);
  });

  it("keeps the bytes of a proof before it says that there is one, and names them in the header", async () => {
    const { host, account } = await debtor();
    const shell = stage(host, account);
    await open(shell, account, "letter-proof", null);
    const chosen = new DataTransfer();
    chosen.items.add(new File(["%PDF-1.7 preuve"], "depot.pdf"));
    const field = control("file");
    if (!(field instanceof HTMLInputElement)) throw new Error("no file field");
    field.files = chosen.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    submit();
    await until(() => shell.toast.value);
    const [proof] = fileOf(await stateOf(host, account)).letterProofs;
    expect(proof?.blob?.size).toBe(15);
    expect(proof?.name).toBe("depot.pdf");
  });

  it("lets nobody approve what they asked for themselves", async () => {
    const { host, account } = await debtor();
    await say(host, account, {
      type: "ask-approval",
      on: TODAY,
      step: "formal-notice",
      portions: (await stateOf(host, account)).invoices.map(({ invoice, portions }) => ({
        invoice,
        portion: portions[0]?.portion ?? "",
      })),
      note: null,
    });
    const [asked] = fileOf(await stateOf(host, account)).approvals;
    const shell = stage(host, account);
    await open(shell, account, "give-approval", asked?.approval ?? null);
    expect(document.querySelector("form button[type=submit]")).toBeNull();
    host.setAuthor("Léa");
    await until(() => document.querySelector("form button[type=submit]"));
    submit();
    await until(() => shell.toast.value);
    expect(fileOf(await stateOf(host, account)).approvals[0]?.given?.by).toBe("Léa");
  });
});

describe("the debtor's file on screen", () => {
  it("stays folded but for what moves chasing, opens by keys, and stays open while forms come and go", async () => {
    const { host, account } = await debtor();
    const shell = stage(host, account);
    const law = await until(() => document.querySelector<HTMLElement>('[data-key="group/law"]'));
    const details = (): HTMLDetailsElement | null =>
      document.querySelector<HTMLElement>('[data-key="group/law"]')?.closest("details") ?? null;
    expect(details()?.open).toBe(false);
    law.focus();
    await userEvent.keyboard("{Enter}");
    await until(() => details()?.open === true);
    await open(shell, account, "insolvency", null);
    shell.back();
    await until(() => details()?.open === true);
  });

  it("has nothing that axe finds wrong with everything open", async () => {
    const { host, account } = await debtor();
    await setOff(host, account);
    stage(host, account);
    await until(() => document.querySelector("details"));
    for (const one of document.querySelectorAll("details")) one.open = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await faultsOf()).toEqual([]);
    expect(document.querySelector("main")?.scrollWidth).toBeLessThanOrEqual(320);
  });

  it("begins with one calm line where chasing is paused with tact, and never says why", async () => {
    const { host, account } = await debtor();
    await say(host, account, {
      type: "place-sensitive-hold",
      on: dateOf("2026-11-12"),
      reason: "death",
      note: null,
    });
    stage(host, account);
    const notice = await until(() => document.querySelector(".rl-notice"));
    expect(notice.textContent).toContain("Relances suspendues depuis le 12/11");
    for (const one of document.querySelectorAll("details")) one.open = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(document.body.innerText.toLowerCase()).not.toContain("décès");
  });
});
