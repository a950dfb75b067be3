import { copyFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { passOnDebtors } from "#shared/app/owner-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { debtorsView } from "#shared/app/debtors-view.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { openDriver } from "#src/driver/driver.ts";
import { makeExtract } from "#src/store/extract.ts";
import { openBackupFileStores } from "#src/store/disk/backup-file.ts";
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

const entriesOf = async (path: string) => {
  const { body } = await desk.json<{ entries: number; withheld: number }>([
    "check",
    "--ledger",
    path,
  ]);
  return body;
};

describe("handing debtors over for an absence", () => {
  it("refuses where nobody follows anything", async () => {
    const ran = await desk.run(["handover", desk.pathOf("aout.relance"), "--owner", "Claire"]);
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain("Claire ne suit aucun débiteur");
  });

  it("asks who passes on", async () => {
    expect((await desk.run(["handover", desk.pathOf("x.relance")])).exit).toBe(2);
  });
});
