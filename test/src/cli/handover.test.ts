import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownedAccounts } from "#shared/app/owner-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { debtorIdOf } from "#shared/claims/ids.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { cliOf } from "#src/cli/cli.ts";
import { readBytes, writeNew, writeWhole } from "#src/cli/io.ts";
import { withLedger } from "#src/cli/open-ledger.ts";
import { openDesk } from "./run.ts";
import type { Desk } from "./run.ts";

const INVOICES = `debtor;kind;siren;email;number;issued;due;total;currency;paid
Nordis SAS;business;;compta@nordis.example;F-1;18/09/2026;18/10/2026;1 200,00;EUR;
Bloch;business;;;F-2;18/09/2026;18/10/2026;300,00;EUR;
`;

let desk: Desk;
beforeEach(async () => {
  desk = openDesk();
  await desk.begin();
  await desk.run(["import", desk.write("f.csv", INVOICES), "--yes"]);
});
afterEach(() => {
  desk.close();
});

/** No command sets an owner: it is done on the debtor's file, here as the screens do it. */
const work = async (ledger: string, does: Parameters<typeof withLedger>[1]): Promise<void> => {
  const io = {
    out: () => undefined,
    fail: () => undefined,
    env: {},
    interactive: false,
    ask: () => Promise.resolve(""),
    now: () => "2026-11-20T09:00:00.000Z",
    readBytes,
    writeNew,
    writeWhole,
  };
  expect(await withLedger(cliOf(io, "fr", { ledger: desk.pathOf(ledger) }), does)).toBe(0);
};

const claireFollows = (name: string): Promise<void> =>
  work("ledger.relance", async ({ driver, stores }) => {
    const tip = await stores.ledger.tip();
    const account = debtorIdOf((tip.ok && tip.value?.ledger) || "", { siren: null, name });
    const command = { type: "set-owner", owner: "Claire", on: dateOf("2026-11-20") } as const;
    const done = await driver.run(recordAct, { account, command });
    return done.ok ? 0 : 1;
  });

describe("handing debtors over for an absence", () => {
  it("refuses where nobody follows anything", async () => {
    const ran = await desk.run(["handover", desk.pathOf("aout.relance"), "--owner", "Claire"]);
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain("Claire ne suit aucun débiteur");
  });

  it("asks who passes on", async () => {
    expect((await desk.run(["handover", desk.pathOf("x.relance")])).exit).toBe(2);
  });

  it("passes the owner's debtors on and writes a file of them alone, which merges back", async () => {
    await claireFollows("Nordis SAS");
    const file = desk.pathOf("aout.relance");
    const made = await desk.run(["handover", file, "--owner", "Claire", "--to", "Inès"]);
    expect(made).toMatchObject({ exit: 0, err: "" });
    expect(made.out).toContain("1 débiteur");
    await work("ledger.relance", async ({ driver }) => {
      const owned = await driver.run(ownedAccounts, { owner: "Inès" });
      return owned.ok && owned.value.accounts.length === 1 ? 0 : 1;
    });
    const shown = await desk.run(["due", "--ledger", file]);
    expect(shown.out).toContain("Nordis SAS");
    expect(shown.out).not.toContain("Bloch");
    const merged = await desk.json<{ added: number }>(["merge", file]);
    expect(merged.body.added).toBe(0);
  });

  it("writes over no file that is there", async () => {
    await claireFollows("Bloch");
    const file = desk.write("there.relance", "mine");
    const ran = await desk.run(["handover", file, "--owner", "Claire"]);
    expect(ran.exit).toBe(1);
  });
});
