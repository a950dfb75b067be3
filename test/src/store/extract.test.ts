import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { debtorsView } from "#shared/app/debtors-view.ts";
import { addDebtor, openLedger } from "#shared/app/ledger-acts.ts";
import { ownedAccounts, passOnDebtors } from "#shared/app/owner-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Loaded, UseCase } from "#shared/app/use-case.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import type { Stores } from "#shared/app/ports.ts";
import { openDriver } from "#src/driver/driver.ts";
import type { Driver } from "#src/driver/driver.ts";
import { makeBackup, restoreInto } from "#src/store/backup.ts";
import { readBackup } from "#src/store/backup-format.ts";
import { makeExtract } from "#src/store/extract.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import { CREDITOR } from "../../journeys/ledger-story.ts";
import { LEDGER } from "../../journeys/two-drivers.ts";

const AT = "2026-08-01T08:30:00.000Z";
const TODAY = dateOf("2026-08-01");

const valueOf = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

let drawn = 0;
const chanceRun = (): string => {
  drawn += 1;
  return createHash("sha256").update(String(drawn)).digest("hex").slice(0, 32);
};

type Desk = { readonly stores: Stores; readonly driver: Driver };

const deskOf = async (by: string, stores = openMemoryStores({ now: () => AT })): Promise<Desk> => ({
  stores,
  driver: valueOf(
    await openDriver(stores, {
      facts: () => ({ today: TODAY, now: AT, by, language: "fr" }),
      chance: (count) => Array.from({ length: count }, chanceRun),
      act: () => Promise.resolve(ok(null)),
      build: "test",
    }),
  ),
});

const debtorIn = async ({ driver }: Desk, name: string, owner: string): Promise<string> => {
  const debtor = {
    name,
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
  const added = { debtor, contacts: [], group: null, evenSo: false };
  const { account } = valueOf(await driver.run(addDebtor, added));
  const command = { type: "set-owner", owner, on: TODAY } as const;
  valueOf(await driver.run(recordAct, { account, command }));
  return account;
};

const look: UseCase<null, Loaded, never> = {
  name: "look",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, loaded) => ok(viewOnly(loaded)),
};

const stateIn = async ({ driver }: Desk, account: string) =>
  valueOf(await driver.run(look, null)).accounts.get(account);

const hold = async ({ driver }: Desk, account: string, reason: string): Promise<void> => {
  valueOf(
    await driver.run(recordAct, {
      account,
      command: {
        type: "place-hold",
        on: TODAY,
        until: dateOf("2026-08-20"),
        invoices: [],
        reason,
      },
    }),
  );
};

const claireWithTwo = async () => {
  const claire = await deskOf("Claire");
  valueOf(await claire.driver.begin(LEDGER, "wri-claire"));
  valueOf(await claire.driver.run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
  const hers = await debtorIn(claire, "Nordis", "Claire");
  const his = await debtorIn(claire, "Bloch", "Marc");
  await hold(claire, hers, "Congés");
  await hold(claire, his, "Secret de Marc");
  return { claire, hers, his };
};

const extractOf = async ({ stores }: Desk, accounts: readonly string[]): Promise<Uint8Array> =>
  valueOf(await makeExtract(stores, { at: AT, accounts: new Set(accounts) }));

describe("debtors handed over for August", () => {
  it("tells of the owner's debtors and their holds, and of the others nothing but headers", async () => {
    const { claire, hers, his } = await claireWithTwo();
    const owned = valueOf(await claire.driver.run(ownedAccounts, { owner: "claire" }));
    expect(owned.accounts).toEqual([hers]);
    const file = await extractOf(claire, owned.accounts);
    const ines = await deskOf("Inès");
    valueOf(await restoreInto(ines.stores, valueOf(readBackup(file)), { chance: chanceRun() }));
    valueOf(await ines.driver.refresh());
    expect((await stateIn(ines, hers))?.holds.map(({ reason }) => reason)).toEqual(["Congés"]);
    const other = await stateIn(ines, his);
    expect(other?.debtor).toBeNull();
    expect(other?.holds).toEqual([]);
    const all = valueOf(await ines.stores.ledger.readSince(0)).entries;
    expect(checkChain(LEDGER, all).problems).toEqual([]);
    expect(JSON.stringify(all)).not.toContain("Secret de Marc");
  });

  it("shows no nameless debtor where only headers are known", async () => {
    const { claire, hers } = await claireWithTwo();
    const ines = await deskOf("Inès");
    const file = valueOf(readBackup(await extractOf(claire, [hers])));
    valueOf(await restoreInto(ines.stores, file, { chance: chanceRun() }));
    valueOf(await ines.driver.refresh());
    const view = valueOf(
      await ines.driver.run(debtorsView, { filter: "", sort: "name", descending: false, page: 0 }),
    );
    expect(view.rows.map(({ name }) => name.foreign)).toEqual(["Nordis"]);
    const { searchRows } = valueOf(
      await ines.driver.run(
        { ...look, asks: () => ({ accounts: [], keys: [], search: true }) },
        null,
      ),
    );
    expect(searchRows.map(({ label }) => label)).toEqual(["Nordis"]);
  });

  it("comes back with what the stand-in did, and nothing is lost on either side", async () => {
    const { claire, hers, his } = await claireWithTwo();
    const passed = valueOf(await claire.driver.run(passOnDebtors, { from: "Claire", to: "Inès" }));
    const ines = await deskOf("Inès");
    const out = valueOf(readBackup(await extractOf(claire, passed.accounts)));
    valueOf(await restoreInto(ines.stores, out, { chance: chanceRun() }));
    valueOf(await ines.driver.refresh());
    await hold(ines, hers, "Promis au 20");
    await hold(claire, his, "Encore Marc");
    const { accounts } = valueOf(
      await ines.driver.run(passOnDebtors, { from: "Inès", to: "Claire" }),
    );
    const back = valueOf(readBackup(await extractOf(ines, accounts)));
    valueOf(await restoreInto(claire.stores, back, { chance: chanceRun() }));
    valueOf(await claire.driver.refresh());
    const state = await stateIn(claire, hers);
    expect(state?.file?.owner).toBe("Claire");
    expect(state?.holds.map(({ reason }) => reason)).toEqual(["Congés", "Promis au 20"]);
    expect((await stateIn(claire, his))?.holds).toHaveLength(2);
    expect(state?.deferred).toEqual([]);
    const whole = valueOf(readBackup(valueOf(await makeBackup(claire.stores, { at: AT }))));
    expect(valueOf(await restoreInto(ines.stores, whole, { chance: chanceRun() })).forks).toEqual(
      [],
    );
  });
});
