import { describe, expect, it } from "vitest";
import { debtorsView } from "#shared/app/debtors-view.ts";
import { markPaymentsKnown } from "#shared/app/ledger-acts.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { BackupOutcome } from "#src/sidebar/host.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { binOf } from "../drive-in-memory.ts";
import { begin, csvOf, execute, take } from "../ledger/desk.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { openPage, openScript } from "./desk-story.ts";
import type { OpenPage } from "./desk-story.ts";

const settled = (): MemoryAccount => {
  const account = emptyAccountOfUser();
  begin(account);
  take(account, csvOf(3));
  valueOf(execute(account).ledger.refold(Number.MAX_SAFE_INTEGER));
  return account;
};

const fileNamed = ({ drive }: MemoryAccount, ending: string): string => {
  const found = [...drive.files.values()].find(({ name }) => name.endsWith(ending));
  if (found === undefined) throw new Error(`no ${ending}`);
  return found.id;
};

const said = ({ notices }: OpenPage): readonly string[] =>
  notices.value.map(({ text }) =>
    text
      .map(shownText)
      .join("")
      .replace(/[\u00a0\u202f]/g, " "),
  );
const labels = ({ notices }: OpenPage): readonly (string | undefined)[] =>
  notices.value.map(({ way }) => way?.label.own);
const takeWay = async ({ notices }: OpenPage): Promise<void> => {
  await notices.value.find(({ way }) => way !== undefined)?.way?.run();
};

const fileOf = (outcome: BackupOutcome): Uint8Array => {
  if (!outcome.ok || outcome.file === undefined) throw new Error(outcome.text.own);
  return outcome.file.bytes;
};

const known = { asOf: dateOf("2026-11-19"), source: "hand" } as const;
const BY_NAME = { filter: "", page: 0, sort: "name", descending: false } as const;

describe("a journal of which a file is gone, on the desk", () => {
  const damaged = async () => {
    const account = settled();
    account.drive.files.delete(fileNamed(account, "tail.jsonl"));
    account.cache.clear();
    const script = openScript(account);
    const page = await openPage(script);
    const refused = await page.host.run(markPaymentsKnown, known);
    expect(errorOf(refused)).toMatchObject({ fault: "journal-damaged" });
    return { account, script, page };
  };

  it("is said over every screen with the way out that the cards have, which draws all again", async () => {
    const { page } = await damaged();
    expect(said(page)[0]).toContain("rien n'a été écrit par-dessus");
    expect(labels(page)).toEqual(["Reprendre depuis Drive"]);
    const before = page.host.version.value;
    await takeWay(page);
    expect(said(page)).toEqual([
      expect.stringMatching(/Le registre est repris depuis Drive.*Un fichier manque encore/s),
    ]);
    expect(page.host.version.value).toBeGreaterThan(before);
    page.notices.value[0]?.close?.();
    valueOf(await page.host.run(debtorsView, BY_NAME));
    expect(page.notices.value).toEqual([]);
  });

  it("keeps that way where Drive does not let it be recovered, and says why", async () => {
    const { account, page } = await damaged();
    account.drive.refuse = () => 500;
    await takeWay(page);
    expect(said(page)[1]).toContain("Google Drive a refusé (500)");
    expect(labels(page)).toEqual(["Reprendre depuis Drive", undefined]);
  });

  it("is no more said once the person has brought the file back and something was written", async () => {
    const account = settled();
    const id = fileNamed(account, "tail.jsonl");
    const tail = account.drive.files.get(id);
    if (tail === undefined) throw new Error("no tail");
    account.drive.files.delete(id);
    account.cache.clear();
    const page = await openPage(openScript(account));
    await page.host.run(markPaymentsKnown, known);
    account.drive.files.set(id, tail);
    valueOf(await page.host.run(markPaymentsKnown, known));
    expect(page.notices.value).toEqual([]);
  });
});

describe("a folder that lies in Drive's bin, on the desk", () => {
  it("is looked for whenever the store was made whole again, said on every screen, and taken out by one click", async () => {
    const account = settled();
    binOf(account.drive).add(fileNamed(account, "Relance"));
    const { host, ...page } = await openPage(openScript(account));
    expect(page.notices.value).toEqual([]);
    expect((await host.restore(fileOf(await host.backup()))).ok).toBe(true);
    expect(said({ host, ...page })[0]).toContain("Google l'y efface après trente jours");
    await takeWay({ host, ...page });
    expect(said({ host, ...page })).toEqual(["Le dossier « Relance » est sorti de la corbeille."]);
    expect([...binOf(account.drive)]).toEqual([]);
    expect((await openPage(openScript(account))).notices.value).toEqual([]);
  });

  it("says what still lies there, and says nothing where nothing does", async () => {
    const account = settled();
    expect((await openPage(openScript(account))).notices.value).toEqual([]);
    binOf(account.drive).add(fileNamed(account, "Relance"));
    const page = await openPage(openScript(account));
    expect(page.notices.value).toEqual([]);
    account.properties.set("gmail-bin", "1");
    await page.look();
    account.drive.refuse = () => 500;
    await takeWay(page);
    expect(said(page)[1]).toContain("Google Drive a refusé (500)");
    expect(binOf(account.drive).size).toBe(1);
  });
});

describe("a first run where a ledger lies in Drive already, its properties lost", () => {
  it("takes it up again, says so, and opens none over it", async () => {
    const account = settled();
    account.properties.clear();
    account.cache.clear();
    const { host } = await openPage(openScript(account));
    const begun = await host.beginLedger();
    expect(begun.said?.map(shownText).join("")).toContain("contenait déjà un registre");
    expect(valueOf(await host.run(debtorsView, BY_NAME)).rows).toHaveLength(3);
  });

  it("says that one lies in Drive's bin, and takes it up again by one click, out of the bin", async () => {
    const account = settled();
    account.properties.clear();
    account.cache.clear();
    binOf(account.drive).add(fileNamed(account, "Relance"));
    const page = await openPage(openScript(account));
    const begun = await page.host.beginLedger();
    expect(begun).toMatchObject({ ok: false });
    expect(begun.said?.map(shownText).join("")).toContain("La corbeille de votre Drive contient");
    expect(labels(page)).toEqual(["Reprendre depuis Drive"]);
    await takeWay(page);
    expect(said(page).at(-1)).toContain("Le registre est repris depuis Drive");
    expect(valueOf(await page.host.run(debtorsView, BY_NAME)).rows).toHaveLength(3);
    expect(page.host.ledger.value).toMatch(/^led-/);
    expect([...binOf(account.drive)]).toEqual([]);
  });

  it("says in Drive's own words why it could not", async () => {
    const account = emptyAccountOfUser();
    const { host } = await openPage(openScript(account));
    account.drive.refuse = () => 500;
    const begun = await host.beginLedger();
    expect(begun).toMatchObject({ ok: false });
    expect(begun.said?.map(shownText).join("")).toContain("Google Drive a refusé (500)");
  });
});
