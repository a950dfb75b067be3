import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { ensureProgram } from "../../scripts/programs.mjs";
import { startCost } from "../../test/addon-gmail/build/start-cost.ts";
import { createAccount } from "../../test/hosts/apps-script/account.ts";
import type { Account } from "../../test/hosts/apps-script/account.ts";
import type { Execution } from "../../test/hosts/apps-script/execution.ts";
import { openProject } from "../../test/hosts/apps-script/host.ts";
import type { Project } from "../../test/hosts/apps-script/host.ts";
import { INVOICES, bigIn, largestShard } from "../../test/journeys/gmail-big.ts";
import { foldBig } from "../../test/journeys/gmail-folded.ts";
import { figure, quantile, worked } from "../figure.ts";

/** How often each is measured for this machine's part; the clock of Apps Script is a model and says the same each time. */
const RUNS = 5;

type Files = Readonly<Record<string, string>>;

/**
 * What Gmail's cards cost with ten thousand invoices: on the modelled clock of Apps Script (test/hosts/apps-script/clock.ts),
 * and in milliseconds of this machine, which the model does not count.
 */
export const measure = async (): Promise<void> => {
  const files = await filesOf(join(await ensureProgram("gmail"), "gmail"));
  sizes(files);
  starts(files);
  const account = begun(files);
  const [, folding] = worked(() => {
    foldBig(account, INVOICES);
  });
  figure("gmail/fold/this-machine", folding, "ms", { n: INVOICES });
  const { keys, table, emailOf } = bigIn(account);
  const properties = [...account.userProperties].flat().join("");
  figure("gmail/keys", keys, "keys", { n: INVOICES });
  figure("gmail/key-table", table.buckets.join("").length, "characters", { aim: 320_000 });
  figure("gmail/properties", properties.length, "characters", { aim: 500_000 });
  figure("gmail/largest-shard", largestShard(account), "bytes", { aim: 70_000 });

  const { mailbox, userCache } = account;
  const gmail = projectOver(files, account).openGmail({ locale: "fr" });
  gmail.openHome();
  const nobody = mailbox.receive(mailOf("Paul <paul@ailleurs.example>", "À demain.")).id;
  const promise = "Nous réglerons votre facture le 27 novembre 2026.";
  const debtor = mailbox.receive(mailOf(`Compta <${emailOf(3)}>`, promise)).id;
  const openCold = (): Execution => {
    userCache.clear();
    return gmail.openMessage(debtor);
  };
  card("nobody", () => gmail.openMessage(nobody), 1_200);
  card("cold", openCold, 1_600);
  card("warm", () => gmail.openMessage(debtor), 1_200);
  card("home", () => gmail.openHome(), 1_200);
};

const filesOf = async (folder: string): Promise<Files> =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(folder)).map(
        async (name) => [name, await readFile(join(folder, name), "utf8")] as const,
      ),
    ),
  );

const SIZES_MAX = new Map([
  ["Code.js", 700_000],
  ["desk.html", 400_000],
]);

const sizes = (files: Files): void => {
  for (const [name, text] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const aim = SIZES_MAX.get(name);
    const more = aim === undefined ? {} : { aim };
    figure(`gmail/size/${name}`, Buffer.byteLength(text), "bytes", more);
  }
};

const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Of this machine: parsed and run in a fresh realm, as every execution begins, and as the parts are fetched. */
const starts = (files: Files): void => {
  const all = Array.from({ length: RUNS }, () => startCost(files));
  const code = median(all.map(({ startMs }) => startMs));
  figure("gmail/start/Code.js", code, "ms", { n: RUNS });
  for (const name of Object.keys(all[0]?.partMs ?? {})) {
    const part = median(all.map(({ partMs }) => partMs[name] ?? 0));
    figure(`gmail/start/${name}`, part, "ms", { n: RUNS });
  }
};

const projectOver = (files: Files, account: Account): Project => {
  const { "appsscript.json": manifest = "", ...rest } = files;
  return openProject({ files: rest, manifest, account });
};

/** Somebody who has said who they are. */
const begun = (files: Files): Account => {
  const account = createAccount();
  const gmail = projectOver(files, account).openGmail({ locale: "fr" });
  gmail.openHome();
  gmail.click("Commencer");
  gmail.click("Oui, les miennes");
  gmail.fill("author", "Claire Lacombe");
  gmail.fill("name", "Menuiserie Lacombe");
  gmail.fill("addresses", "claire@menuiserie-lacombe.example");
  gmail.click("Commencer");
  return account;
};

const mailOf = (from: string, text: string): string =>
  [
    `From: ${from}`,
    "To: claire@menuiserie-lacombe.example",
    "Subject: Facture",
    `Message-ID: <${String(text.length)}@x.example>`,
    "Date: Thu, 19 Nov 2026 09:12:00 +0100",
    "Content-Type: text/plain; charset=utf-8",
    "",
    text,
    "",
  ].join("\r\n");

const card = (name: string, open: () => Execution, aim: number): void => {
  const runs = Array.from({ length: RUNS }, () => worked(open));
  const [last] = runs[runs.length - 1] ?? [];
  if (last === undefined) return;
  if (last.fault !== null) throw new Error(last.fault.message);
  const drive = last.requests.filter(({ id }) => id?.startsWith("drive.") === true);
  const rounds = new Set(drive.map(({ round }) => round)).size;
  figure(`gmail/card/${name}/modelled`, last.ms, "ms", { aim });
  figure(`gmail/card/${name}/this-machine`, median(runs.map(([, ms]) => ms)), "ms", { n: RUNS });
  figure(`gmail/card/${name}/properties`, last.counts.properties ?? 0, "calls", { aim: 1 });
  figure(`gmail/card/${name}/drive`, rounds, "rounds");
};
