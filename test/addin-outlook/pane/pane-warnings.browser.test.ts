import { openDB } from "idb";
import { describe, expect, it } from "vitest";
import { dialogTalk } from "#outlook/desk/protocol.ts";
import { openIndexedDbStores } from "#src/store/indexed-db.ts";
import { byKey, click, until } from "../../src/sidebar/pages.ts";
import { openMemoryOutlook } from "./memory-outlook.ts";
import type { MemoryDialog, MemoryOutlook } from "./memory-outlook.ts";
import { closingPanes, newAddress, paneOfSample, says, showPane } from "./opened-pane.ts";
import { SAMPLE_DAY, sampleMail, writeSample } from "./sample.ts";

closingPanes();

const draftButton = (): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(".rl-main button")].find(
    (one) => one.textContent === "Préparer le brouillon",
  ) ?? null;

/** What the ledger of this mailbox says of an entry, by a word of it. */
const entryWith = async (outlook: MemoryOutlook, type: string, word: string) => {
  const name = `relance-outlook-${outlook.client.address}`;
  const stores = await openIndexedDbStores({ name, cacheVersion: "test" });
  if (!stores.ok) throw new Error(stores.error.type);
  const read = await stores.value.ledger.readSince(0);
  stores.value.ledger.close();
  const found = (read.ok ? read.value.entries : []).find(
    ({ header, body }) => header.type === type && JSON.stringify(body).includes(word),
  );
  if (found === undefined) throw new Error(`no ${type} with ${word}`);
  return found;
};

/** The desk in a window of its own, which asks the pane. */
const deskOf = async (outlook: MemoryOutlook) => {
  await click(() => byKey("strip/menu"));
  await click(
    () =>
      [...document.querySelectorAll<HTMLElement>("[role=menuitem]")].find(
        (one) => one.textContent === "Ouvrir le bureau",
      ) ?? null,
  );
  const dialog: MemoryDialog = await until(() => outlook.dialogs[0]);
  const talk = dialogTalk(dialog.say, () => undefined);
  talk.say({ type: "hello" });
  const record = async (account: string, command: Readonly<Record<string, unknown>>) => {
    const before = dialog.sent.length;
    talk.say({ type: "run", id: String(before), name: "record-act", input: { account, command } });
    await until(() => dialog.sent.slice(before).some((text) => text.includes('\\"ok\\":true')));
  };
  return { talk, dialog, record };
};

describe("the pane where its ledger does not open", () => {
  it("says why in words, and what to do, in place of a code", async () => {
    const address = newAddress();
    await writeSample(`relance-outlook-${address}`);
    const database = await openDB(`relance-outlook-${address}`);
    await database.put("segments", { arrival: 1, text: "damaged" });
    database.close();
    await showPane(openMemoryOutlook({ address }));
    await until(() => says("Le registre ne s'est pas ouvert. Une donnée enregistrée n'est plus"));
    expect(says("storage-corrupt")).toBe(false);
    expect(byKey("begin/retry")).not.toBeNull();
  });
});

describe("the first run in Outlook", () => {
  it("begins with the name and the address that Outlook knows", async () => {
    const address = newAddress();
    await showPane(openMemoryOutlook({ address }));
    await click(() => byKey("begin") ?? byKey("first-run"));
    await click(() => byKey("first-run/yes"));
    const author = await until(() => document.querySelector<HTMLInputElement>("#rl-first-author"));
    expect(author.value).toBe("Claire Lenoir");
    expect(document.querySelector<HTMLTextAreaElement>("#rl-first-addresses")?.value).toBe(address);
  });
});

describe("the address that a draft leaves from", () => {
  it("is said before the draft, and warned of where the debtor does not know it", async () => {
    const known = await paneOfSample(
      { address: "claire@menuiserie-lacombe.example" },
      "050-tilleuls",
    );
    await until(draftButton);
    await until(() => says("Part de claire@menuiserie-lacombe.example."));
    expect(document.querySelector(".rl-main .rl-notice--warning")).toBeNull();
    known.compose();
    await until(() => says("Part de claire@menuiserie-lacombe.example."));
    const unknown = await paneOfSample({}, "050-tilleuls");
    await until(draftButton);
    const warning = await until(() => document.querySelector(".rl-main .rl-notice--warning"));
    expect(warning.textContent).toContain(unknown.client.address);
    await click(draftButton);
    await until(() => says("Le formulaire est ouvert"));
    expect(byKey("notice/draft/close")?.closest(".rl-notice--warning")).not.toBeNull();
  });
});

describe("Outlook's own mark", () => {
  it("is taken off a mail whose debtor is held for death since, and stays off", async () => {
    const outlook = await paneOfSample(
      { categories: ["Suivi"], settings: { categories: "on" } },
      "050-tilleuls",
    );
    await until(() => [...outlook.marks.values()].some((names) => names.includes("Suivi")));
    const { header } = await entryWith(
      outlook,
      "contact-added",
      "n.vasseur@cabinet-aubrac.example",
    );
    const { record } = await deskOf(outlook);
    await record(header.stream.replace("account/", ""), {
      type: "place-sensitive-hold",
      reason: "death",
      on: SAMPLE_DAY,
      note: "",
    });
    await until(() => [...outlook.marks.values()].every((names) => names.length === 0));
    outlook.open(await sampleMail("050-tilleuls"));
    await until(() => says("situation sensible"));
    expect([...outlook.marks.values()].flat()).toEqual([]);
  });
});

describe("the desk's own window", () => {
  it("is told why a draft prepared earlier is not shown", async () => {
    const outlook = await paneOfSample({}, "050-tilleuls");
    await click(draftButton);
    await until(() => says("Le formulaire est ouvert"));
    const address = "n.vasseur@cabinet-aubrac.example";
    const added = await entryWith(outlook, "contact-added", address);
    const contact = /contact-[0-9a-f]{20}/.exec(JSON.stringify(added.body))?.[0] ?? "";
    const { talk, dialog, record } = await deskOf(outlook);
    expect(dialog.sent.some((text) => text.includes("Le formulaire est ouvert"))).toBe(false);
    const account = added.header.stream.replace("account/", "");
    await record(account, { type: "retire-contact", contact, reason: "left", on: SAMPLE_DAY });
    const prepared = await entryWith(outlook, "draft-prepared", "draft");
    const draft = /draft-[0-9a-f]{20}/.exec(JSON.stringify(prepared.body))?.[0] ?? "";
    talk.say({ type: "work", id: "show", work: "open-draft", input: draft });
    await until(() => dialog.sent.some((text) => text.includes("la situation a changé")));
    talk.say({ type: "work", id: "close", work: "unsay", input: "draft" });
    await until(() => !says("la situation a changé"));
  });
});
