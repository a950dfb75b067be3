import { render } from "preact";
import type { VNode } from "preact";
import { afterEach, describe, expect, it } from "vitest";
import { markLooked } from "#shared/app/ledger-acts.ts";
import { changePolicy } from "#shared/app/policy-acts.ts";
import type { Act } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { emptyAccount } from "#shared/claims/account.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { formFacts } from "#shared/app/forms/form-facts.ts";
import { ScreenAt } from "#src/sidebar/screen-at.tsx";
import { undoBatch } from "#src/sidebar/screen-runner.ts";
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
  const shell = createShell(host, { start: { at: "claim", account } });
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

const debtorOf = async (
  host: FakeHost,
  kind: DebtorKind = "business",
): Promise<{ account: string; invoice: string; portion: string }> => {
  await openBooks(host);
  const account = await addSketch(host, { name: "Nordis SAS", invoices: [[95, 1_264_000]] });
  await say(host, account, {
    type: "correct-debtor",
    changes: {
      kind,
      siren: kind === "consumer" ? null : "732829320",
      address: "3 quai du Port\n29200 Brest",
    },
  });
  const [first] = (await stateOf(host, account)).invoices;
  if (first === undefined) throw new Error("no invoice");
  return { account, invoice: first.invoice, portion: first.portions[0]?.portion ?? "" };
};

/** Given formal notice a month ago, presented, its days over, everything on file. */
const noticed = async (language: Language = "fr"): Promise<{ host: FakeHost; account: string }> => {
  const host = await openFakeHost({ language });
  const { account, invoice, portion } = await debtorOf(host);
  for (const [step, days] of [
    ["reminder-1", 80],
    ["reminder-2", 66],
    ["call", 58],
    ["letter", 50],
    ["formal-notice", 30],
  ] as const)
    await say(host, account, {
      type: "take-step",
      step,
      on: addDays(TODAY, -days),
      how: step === "call" ? "called" : "declared",
      portions: [{ invoice, portion }],
      exchange: null,
      draft: null,
    });
  const notice = (await stateOf(host, account)).acts.find(({ step }) => step === "formal-notice");
  const act = notice?.act ?? "";
  await say(host, account, {
    type: "record-letter-sent",
    act,
    on: addDays(TODAY, -30),
    channel: "registered",
    number: "1A 204 511 2233 4",
  });
  for (const [kind, days] of [
    ["deposit", 30],
    ["first-presentation", 28],
  ] as const)
    await say(host, account, {
      type: "record-letter-proof",
      act,
      kind,
      on: addDays(TODAY, -days),
      name: null,
      blob: null,
      obtained: null,
    });
  await say(host, account, {
    type: "record-identity",
    where: "register",
    on: addDays(TODAY, -1),
    name: "Nordis SAS",
    siren: "732829320",
    address: "3 quai du Port\n29200 Brest",
    closed: false,
    source: "annuaire-entreprises.data.gouv.fr",
    blob: null,
  });
  for (const kind of ["invoice", "order", "delivery-note"] as const)
    await say(host, account, {
      type: "attach-document",
      kind,
      name: `${kind}.pdf`,
      on: TODAY,
      invoice,
      blob: null,
      obtained: null,
    });
  taken(await host.run(markLooked, { accounts: [], where: "by-hand" }));
  return { host, account };
};

const primary = (): Promise<HTMLButtonElement> =>
  until(() =>
    [...document.querySelectorAll<HTMLButtonElement>("button")].find((one) =>
      /dernier avis|last notice/i.test(one.textContent),
    ),
  );

const submit = (): void => {
  document.querySelector<HTMLButtonElement>("form button[type=submit]")?.click();
};

const choose = (name: string, value: string): void => {
  const field = document.getElementById(`rl-form-${name}`);
  if (!(field instanceof HTMLSelectElement)) throw new Error(`no choice ${name}`);
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
};

const draftsIn = (acts: readonly Act[]) =>
  acts.flatMap((act) => (act.kind === "save-draft" ? [act.draft] : []));

describe("the last notice", () => {
  it("is asked for by the claim's own button, and names the court only where that was ticked", async () => {
    const { host, account } = await noticed();
    const shell = stage(host, account);
    (await primary()).click();
    const tick = await until(() => document.getElementById("rl-form-intendsCourt"));
    if (!(tick instanceof HTMLInputElement)) throw new Error("no tick");
    expect(tick.checked).toBe(false);
    expect(await faultsOf()).toEqual([]);
    choose("way", "mail");
    tick.click();
    await new Promise((resolve) => setTimeout(resolve, 0));
    submit();
    await until(() => shell.toast.value);
    const [draft] = draftsIn(host.done);
    expect(draft?.inReplyTo).toBeNull();
    expect(draft?.text).toContain("nous saisirons la juridiction compétente");
    expect(draft?.text).toContain("1A 204 511 2233 4");
  });

  it("on paper is kept byte for byte before it is handed over, and one click takes all of it back", async () => {
    const { host, account } = await noticed("en");
    const shell = stage(host, account);
    (await primary()).click();
    await until(() => document.getElementById("rl-form-way"));
    submit();
    const { undo } = await until(() => shell.toast.value);
    expect(host.downloads).toHaveLength(1);
    const printed = (await stateOf(host, account)).documents.filter(
      ({ kind, removed }) => kind === "letter" && removed === null,
    );
    expect(printed.map(({ name }) => name)).toEqual(host.downloads);
    expect(printed[0]?.blob?.size).toBeGreaterThan(2_000);
    if (undo === null) throw new Error("nothing to undo");
    expect((await undoBatch(shell, undo)).type).toBe("done");
    const after = await stateOf(host, account);
    expect(after.drafts).toEqual([]);
    expect(after.documents.filter(({ kind }) => kind === "letter")).toEqual([]);
  });
});

describe("the answer to a complaint that stands", () => {
  it("holds the creditor's own words, and the mediator's name for a consumer", async () => {
    const host = await openFakeHost();
    const { account, invoice } = await debtorOf(host, "consumer");
    const mediator = { name: "Médiation du Commerce", site: "mediation.example" };
    taken(await host.run(changePolicy, { changes: { mediator } }));
    await say(host, account, {
      type: "open-dispute",
      on: addDays(TODAY, -9),
      invoice,
      reason: "quality",
      amount: null,
      mustAct: "us",
      note: null,
      exchange: null,
      quote: null,
    });
    const shell = stage(host, account);
    await shell.perform("test", { form: "answer-complaint", account, subject: null });
    const field = await until(() => document.getElementById("rl-form-words"));
    if (!(field instanceof HTMLTextAreaElement)) throw new Error("no field");
    field.value = "Le procès-verbal de réception est sans réserve.";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    submit();
    await until(() => shell.toast.value);
    const [draft] = draftsIn(host.done);
    expect(draft?.text).toContain("Le procès-verbal de réception est sans réserve.");
    expect(draft?.text).toContain("Médiation du Commerce");
  });

  it("is not offered where nothing is disputed", async () => {
    const host = await openFakeHost();
    const { account } = await debtorOf(host, "consumer");
    const shell = stage(host, account);
    await shell.perform("test", { form: "answer-complaint", account, subject: null });
    await until(() => document.body.innerText.includes("Aucun litige ouvert."));
    expect(document.querySelector("form button[type=submit]")).toBeNull();
  });
});
