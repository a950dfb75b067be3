import { describe, expect, it } from "vitest";
import { debtorsView } from "#shared/app/debtors-view.ts";
import { fileMail } from "#shared/app/mail-acts.ts";
import type { Stores } from "#shared/app/ports.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import { headsOf, ledgerHeadOf } from "#shared/ledger/heads.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { messageOf } from "#shared/mail/message.ts";
import { backUp, restore } from "#src/custody/custody.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import { unzipBytes } from "#src/files/zip.ts";
import type { BackupOutcome, Host } from "#src/sidebar/host.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { begin, csvOf, execute, take } from "../ledger/desk.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { openBooks, openOther, openPage, openScript, takeFile } from "./desk-story.ts";

const REPLY =
  "From: compta@debiteur-1.example\r\nMessage-ID: <r1@debiteur-1.example>\r\n\r\nNous payons vendredi.\r\n";

/** A reply of the first debtor, filed with its bytes, as an import of mails or a pane does it. */
const fileReply = async ({ run }: Pick<Host, "run">, text = REPLY): Promise<string> => {
  const bytes = utf8Bytes(text);
  const sha256 = sha256Hex(bytes);
  const message = messageOf({
    messageId: `${sha256.slice(0, 8)}@debiteur-1.example`,
    from: { address: "compta@debiteur-1.example", name: "" },
    to: [{ address: "claire@menuiserie-lacombe.example", name: "" }],
    subject: "Re: votre facture",
    text: "Nous payons vendredi.",
    sentAt: "2026-11-19T08:00:00+01:00",
  });
  const account = await firstAccount({ run });
  const mail = { message, sha256, size: bytes.length, obtained: "as-received" as const };
  valueOf(await run(fileMail, { account, mail }, { bytes: new Map([[sha256, bytes]]) }));
  return sha256;
};

const firstAccount = async ({ run }: Pick<Host, "run">): Promise<string> => {
  const rows = valueOf(
    await run(debtorsView, { filter: "", page: 0, sort: "name", descending: false }),
  ).rows;
  return rows[0]?.account ?? "";
};

const debtorsOf = async ({ run }: Pick<Host, "run">): Promise<number> =>
  valueOf(await run(debtorsView, { filter: "", page: 0, sort: "name", descending: false })).rows
    .length;

const gmailHead = (account: MemoryAccount): string =>
  ledgerHeadOf(headsOf(valueOf(execute(account).ledger.entries())));

const otherHead = async ({ ledger }: Stores): Promise<string> =>
  ledgerHeadOf(headsOf(valueOf(await ledger.readSince(0)).entries));

const fileOf = (outcome: BackupOutcome): Uint8Array => {
  if (!outcome.ok || outcome.file === undefined) throw new Error(outcome.text.own);
  return outcome.file.bytes;
};

const backupOf = async (stores: Stores): Promise<Uint8Array> =>
  fileOf(await backUp(stores, "2026-11-20T09:00:00.000Z", dateOf("2026-11-20"), "fr"));

const restoredInto = async (stores: Stores, bytes: Uint8Array): Promise<BackupOutcome> => {
  const [chance = ""] = chanceRuns(1);
  return restore(stores, bytes, chance, "fr");
};

const gmailBooks = async (debtors = 3) => {
  const account = emptyAccountOfUser();
  begin(account);
  take(account, csvOf(debtors));
  const { host } = await openPage(openScript(account));
  return { account, host };
};

describe("one firm in Gmail and elsewhere", { timeout: 120_000 }, () => {
  it("moves from Gmail to Outlook or the workbench by a backup: same head, same bytes", async () => {
    const { account, host } = await gmailBooks();
    const sha256 = await fileReply(host);
    const { stores } = await openOther();
    const outcome = await restoredInto(stores, fileOf(await host.backup()));
    expect(outcome.ok).toBe(true);
    expect(await otherHead(stores)).toBe(gmailHead(account));
    expect(valueOf(await stores.vault.get(sha256))).toEqual(utf8Bytes(REPLY));
  });

  it("moves from there to a Gmail that has nothing yet, which goes on as a writer of its own", async () => {
    const { stores, driver } = await openOther();
    valueOf(await driver.begin("led-00000000000000000009", "wri-00000000000000000009"));
    await openBooks(driver);
    await takeFile(driver, 4);
    const sha256 = await fileReply(driver);
    const account = emptyAccountOfUser();
    const { host } = await openPage(openScript(account));
    const outcome = await host.restore(await backupOf(stores));
    expect(outcome.text.own).toContain("reprise");
    expect(outcome).toMatchObject({ ok: true });
    expect(host.ledger.value).toBe("led-00000000000000000009");
    expect(gmailHead(account)).toBe(await otherHead(stores));
    expect(await debtorsOf(host)).toBe(4);
    expect(await host.evidence(sha256)).toEqual(utf8Bytes(REPLY));
    const tip = execute(account).ledger.tip();
    expect(tip?.writer).not.toBe("wri-00000000000000000009");
    await fileReply(host, `${REPLY}Encore.`);
    const entries = valueOf(execute(account).ledger.entries());
    expect(checkChain("led-00000000000000000009", entries).problems).toEqual([]);
  });

  it("merges both ways while both write: the same head on both sides, whichever goes first, and twice is once", async () => {
    const { account, host } = await gmailBooks();
    const { stores, driver } = await openOther();
    await restoredInto(stores, fileOf(await host.backup()));
    valueOf(await driver.refresh());
    const here = await fileReply(host);
    const there = await fileReply(driver, `${REPLY}D'Outlook.`);
    const fromGmail = fileOf(await host.backup());
    const fromOther = await backupOf(stores);
    expect(await restoredInto(stores, fromGmail)).toMatchObject({ ok: true });
    expect(await host.restore(fromOther)).toMatchObject({ ok: true });
    const head = gmailHead(account);
    expect(await otherHead(stores)).toBe(head);
    expect(await host.evidence(there)).not.toBeNull();
    expect(valueOf(await stores.vault.get(here))).not.toBeNull();
    expect(await host.restore(fromOther)).toMatchObject({ ok: true });
    expect(gmailHead(account)).toBe(head);
    const entries = valueOf(execute(account).ledger.entries());
    expect(checkChain(host.ledger.value ?? "", entries).problems).toEqual([]);
  });

  it("never mixes two firms: a backup of another ledger is refused in words, and nothing of it stays", async () => {
    const { account, host } = await gmailBooks();
    const { stores, driver } = await openOther();
    valueOf(await driver.begin("led-00000000000000000009", "wri-00000000000000000009"));
    await openBooks(driver);
    await takeFile(driver, 1);
    const before = {
      head: gmailHead(account),
      blobs: valueOf(execute(account).ledger.vault.names()),
    };
    const outcome = await host.restore(await backupOf(stores));
    expect(outcome.ok).toBe(false);
    expect(outcome.text.own).not.toBe("");
    expect({
      head: gmailHead(account),
      blobs: valueOf(execute(account).ledger.vault.names()),
    }).toEqual(before);
  });

  it("takes nothing of a file that is none, or was altered", async () => {
    const { account, host } = await gmailBooks();
    const before = gmailHead(account);
    const bytes = fileOf(await host.backup());
    const altered = bytes.slice();
    altered.fill(0, 200, 260);
    for (const file of [new Uint8Array(), utf8Bytes("hello"), altered])
      expect((await host.restore(file)).ok).toBe(false);
    expect(gmailHead(account)).toBe(before);
  });

  it("hands a colleague some accounts only", async () => {
    const { host } = await gmailBooks();
    const account = await firstAccount(host);
    const { stores } = await openOther();
    await restoredInto(stores, fileOf(await host.extract([account])));
    const told = valueOf(await stores.ledger.readSince(0)).entries.filter(
      ({ body, header }) => body.kind === "kept" && header.stream.startsWith("account/"),
    );
    expect(new Set(told.map(({ header }) => header.stream))).toEqual(
      new Set([`account/${account}`]),
    );
  });
});

describe("what the page does with the whole store of Gmail", { timeout: 120_000 }, () => {
  it("reads the whole chain again, against the witness that the last backup left in Drive", async () => {
    const { host } = await gmailBooks();
    const plain = async (): Promise<string> =>
      (await host.check()).map((one) => one.own).join("\n");
    expect(await plain()).toContain("Aucune sauvegarde");
    fileOf(await host.backup());
    expect(await plain()).not.toContain("Aucune sauvegarde");
  });

  it("exports a thread with its mails byte for byte", async () => {
    const { host } = await gmailBooks();
    await fileReply(host);
    const members = valueOf(unzipBytes(fileOf(await host.exportThread(await firstAccount(host)))));
    const mails = [...members].filter(([name]) => name.endsWith(".eml"));
    expect(mails.map(([, bytes]) => bytes)).toEqual([utf8Bytes(REPLY)]);
  });

  it("says in Gmail's own words why it could not, and is well again after", async () => {
    const account = emptyAccountOfUser();
    begin(account);
    const script = openScript(account);
    const { host } = await openPage(script);
    script.disturb = (text) => (text.includes("segment-names") ? null : undefined);
    const outcome = await host.backup();
    expect(outcome.ok).toBe(false);
    expect(outcome.text.own).toContain("n'a pas répondu");
    script.disturb = null;
    expect((await host.backup()).ok).toBe(true);
  });
});
