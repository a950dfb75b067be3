import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markPaymentsKnown } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { cliOf } from "#src/cli/cli.ts";
import type { Io } from "#src/cli/io.ts";
import { driverOver } from "#src/cli/open-ledger.ts";
import { openBackupFileStores } from "#src/store/disk/backup-file.ts";
import { openDesk } from "./run.ts";

type Said = { readonly code: string; readonly effect: string; readonly text: string };
type Debtor = {
  readonly name: string;
  readonly step: string | null;
  readonly why: string;
  readonly gates: readonly Said[];
  readonly clocks: readonly { readonly kind: string; readonly text: string }[];
  readonly missing: readonly unknown[];
  readonly missingBefore: string | null;
  readonly act: {
    readonly portions: readonly { readonly asked: string; readonly contested: string }[];
  } | null;
};

const NOW = "2026-11-20T09:00:00.000Z";
const day = dateOf;
const desk = openDesk(NOW);

const ROWS = [
  ["Alpha à venir", "business", "2026-11-25"],
  ["Bravo promis", "business", "2026-10-01"],
  ["Charlie rompu", "business", "2026-10-01"],
  ["Delta litige", "business", "2026-10-01"],
  ["Echo cédé", "business", "2026-10-01"],
  ["Fox remis", "business", "2026-10-01"],
  ["Golf liquidé", "business", "2026-10-01"],
  ["Hotel deuil", "consumer", "2026-10-01"],
  ["India mise en demeure", "business", "2026-08-15"],
  ["Juliet mairie", "public", "2026-10-01"],
  ["Kilo ancien", "business", "2021-12-05"],
  ["Lima échéancier", "business", "2026-10-01"],
] as const;

const everyone: UseCase<null, readonly AccountState[], never> = {
  name: "everyone",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, { accounts }) => ok(viewOnly([...accounts.values()])),
};

const NOTHING = { exchange: null, quote: null } as const;

/** What a person enters after the import, by debtor. */
const ACTS: Readonly<Record<string, (invoice: string) => readonly AccountCommand[]>> = {
  "Bravo promis": () => [promised("2026-11-10", "2026-11-27", 60_000)],
  "Charlie rompu": () => [promised("2026-11-01", "2026-11-10", null)],
  "Delta litige": (invoice) => [
    {
      type: "open-dispute",
      on: day("2026-11-05"),
      invoice,
      amount: 20_000,
      reason: "quality",
      mustAct: "us",
      note: null,
      ...NOTHING,
    },
  ],
  "Echo cédé": (invoice) => [
    {
      type: "assign-invoices",
      on: day("2026-10-10"),
      invoices: [invoice],
      to: "Factofrance",
      chaser: "assignee",
      iban: null,
      bic: null,
      note: null,
    },
  ],
  "Fox remis": () => [
    {
      type: "hand-over-claims",
      on: day("2026-11-10"),
      invoices: [],
      to: "Me Martin",
      role: "lawyer",
      email: null,
      phone: null,
    },
  ],
  "Golf liquidé": () => [
    {
      type: "record-insolvency",
      insolvency: null,
      state: "liquidation",
      judgmentOn: day("2026-11-02"),
      publishedOn: day("2026-11-12"),
      court: null,
      officer: null,
      source: "BODACC",
    },
  ],
  "Hotel deuil": () => [
    { type: "place-sensitive-hold", on: day("2026-11-10"), reason: "death", note: "le père" },
  ],
  "India mise en demeure": (invoice) =>
    (
      [
        ["reminder-1", "2026-09-01"],
        ["reminder-2", "2026-09-16"],
        ["letter", "2026-10-05"],
      ] as const
    ).map(([step, on]) => ({
      type: "take-step",
      step,
      on: day(on),
      portions: [{ invoice, portion: "p1" }],
      how: "declared",
      exchange: null,
      draft: null,
    })),
  "Lima échéancier": () => [
    {
      type: "agree-instalments",
      on: day("2026-10-15"),
      currency: "EUR",
      invoices: [],
      parts: [
        { by: day("2026-11-02"), amount: 60_000 },
        { by: day("2026-12-01"), amount: 60_000 },
      ],
      exchange: null,
    },
  ],
};

const promised = (on: string, by: string, amount: number | null): AccountCommand => ({
  type: "make-promise",
  on: day(on),
  by: day(by),
  amount,
  currency: "EUR",
  invoices: [],
  condition: null,
  channel: "call",
  ...NOTHING,
});

beforeAll(async () => {
  await desk.begin();
  const lines = ROWS.map(
    ([name, kind, due], index) =>
      `${name};${kind};F-${String(index + 1)};2021-11-05;${due};1200,00;c${String(index)}@debiteur-${String(index)}.example`,
  );
  const file = desk.write(
    "factures.csv",
    ["debtor;kind;number;issued;due;total;email", ...lines].join("\n"),
  );
  await desk.run(["import", file, "--yes"]);
  const stores = await openBackupFileStores(desk.pathOf("ledger.relance"), { now: () => NOW });
  if (!stores.ok) throw new Error(stores.error.type);
  const io: Io = {
    env: {},
    interactive: false,
    now: () => NOW,
    out: () => undefined,
    fail: () => undefined,
    ask: () => Promise.resolve(""),
    readBytes: () => Promise.resolve({ type: "absent" }),
    writeNew: () => Promise.reject(new Error("nothing is written")),
    writeWhole: () => Promise.reject(new Error("nothing is written")),
  };
  const opened = await driverOver(stores.value, cliOf(io, "fr", {}));
  if (!opened.ok) throw new Error(opened.error.type);
  const { driver } = opened.value;
  await driver.run(markPaymentsKnown, { asOf: day("2026-11-19"), source: "hand" });
  const all = await driver.run(everyone, null);
  for (const { account, debtor, invoices } of all.ok ? all.value : []) {
    for (const command of ACTS[debtor?.name ?? ""]?.(invoices[0]?.invoice ?? "") ?? []) {
      const done = await driver.run(recordAct, { account, command });
      if (!done.ok) throw new Error(`${debtor?.name ?? ""}: ${done.error.type}`);
    }
  }
  driver.close();
});
afterAll(() => {
  desk.close();
});

const explained = async (language: "fr" | "en"): Promise<ReadonlyMap<string, Debtor>> => {
  const argv = ["due", "--on", "2026-11-20", "--lang", language];
  const { body } = await desk.json<{ debtors: Debtor[] }>(argv);
  return new Map(body.debtors.map((debtor) => [debtor.name, debtor]));
};

describe("relance due over debtors of every sort", () => {
  it.each(["fr", "en"] as const)(
    "says of each in %s a step or none, why in one sentence, gates and clocks",
    async (language) => {
      const all = await explained(language);
      expect(all.size).toBe(ROWS.length);
      for (const { why, gates, clocks, step, act } of all.values()) {
        expect(why.trim()).not.toBe("");
        expect(why).not.toMatch(/[.;] |\n|undefined|null|\{/);
        expect(step === null).toBe(act === null);
        expect(clocks.map(({ kind }) => kind)).toContain("limitation");
        for (const { code, effect, text } of gates) {
          expect(code).toMatch(/^[a-z-]+$/);
          expect(effect).toMatch(/^(forbid|forbid-higher|forbid-formal|warn|says)$/);
          expect(text.trim()).not.toBe("");
        }
      }
    },
  );

  it("names the step or what stands before it", async () => {
    const all = await explained("fr");
    const said = Object.fromEntries(
      [...all].map(([name, { step, gates }]) => [name, step ?? gates[0]?.code ?? ""]),
    );
    expect(said).toEqual({
      "Alpha à venir": "courtesy",
      "Bravo promis": "promise-running",
      "Charlie rompu": "reminder-1",
      "Delta litige": "reminder-1",
      "Echo cédé": "assigned",
      "Fox remis": "handed-over",
      "Golf liquidé": "insolvency",
      "Hotel deuil": "sensitive-hold",
      "India mise en demeure": "answers-not-looked-at",
      "Juliet mairie": "reminder-1",
      "Kilo ancien": "reminder-1",
      "Lima échéancier": "instalment-missed",
    });
    expect(all.get("Delta litige")?.act?.portions).toMatchObject([
      { asked: "1000.00", contested: "200.00" },
    ]);
  });

  it("gathers nothing for a step that is no longer ours, and never says why a sensitive hold is on", async () => {
    const all = await explained("fr");
    for (const name of ["Echo cédé", "Fox remis", "Golf liquidé", "Hotel deuil"])
      expect(all.get(name)).toMatchObject({ missingBefore: null, missing: [] });
    expect(all.get("India mise en demeure")?.missingBefore).toBe("formal-notice");
    expect(JSON.stringify(all.get("Hotel deuil"))).not.toMatch(/père|death|décès/);
    const kinds = all.get("Golf liquidé")?.clocks.map(({ kind }) => kind);
    expect(kinds).toContain("claim-declaration");
  });
});
