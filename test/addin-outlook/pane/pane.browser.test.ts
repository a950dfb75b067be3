import { describe, expect, it } from "vitest";
import { dialogTalk } from "#outlook/desk/protocol.ts";
import { openIndexedDbStores } from "#src/store/indexed-db.ts";
import { sha256OfBlob } from "#src/store/blob-hash.ts";
import { byKey, click, faultsOf, until } from "../../src/sidebar/pages.ts";
import { openMemoryOutlook } from "./memory-outlook.ts";
import type { MemoryOutlook } from "./memory-outlook.ts";
import { closingPanes, paneOfSample, says, showPane } from "./opened-pane.ts";
import { SAMPLE_DAY, sampleMail } from "./sample.ts";

closingPanes();

const kept = async (outlook: MemoryOutlook, sha256: string): Promise<Uint8Array | null> => {
  const name = `relance-outlook-${outlook.client.address}`;
  const stores = await openIndexedDbStores({ name, cacheVersion: "test" });
  if (!stores.ok) throw new Error(stores.error.type);
  const found = await stores.value.vault.get(sha256);
  stores.value.vault.close();
  return found.ok ? found.value : null;
};

/** As the desk does it, in its own window. */
const retireContact = async (outlook: MemoryOutlook, address: string): Promise<void> => {
  const name = `relance-outlook-${outlook.client.address}`;
  const stores = await openIndexedDbStores({ name, cacheVersion: "test" });
  if (!stores.ok) throw new Error(stores.error.type);
  const read = await stores.value.ledger.readSince(0);
  stores.value.ledger.close();
  const added = (read.ok ? read.value.entries : []).find(
    ({ header, body }) => header.type === "contact-added" && JSON.stringify(body).includes(address),
  );
  const contact = /contact-[0-9a-f]{20}/.exec(JSON.stringify(added?.body))?.[0] ?? "";
  await click(() => byKey("strip/menu"));
  await click(() => item("Ouvrir le bureau"));
  const dialog = await until(() => outlook.dialogs[0]);
  const talk = dialogTalk(dialog.say, () => undefined);
  const account = added?.header.stream.replace("account/", "");
  const command = { type: "retire-contact", contact, reason: "left", on: SAMPLE_DAY };
  talk.say({ type: "run", id: "1", name: "record-act", input: { account, command } });
  await until(() => dialog.sent.some((text) => text.includes('\\"ok\\":true')));
};

const draftButton = (): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(".rl-main button")].find(
    (one) => one.textContent === "Préparer le brouillon",
  ) ?? null;

const item = (label: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>("[role=menuitem]")].find(
    (one) => one.textContent === label,
  ) ?? null;

describe("the pane beside a mail", () => {
  it("shows the claim of the mail that is open, follows to the next, and to none", async () => {
    const outlook = await paneOfSample({}, "063-nordis");
    await until(() => says("Nordis SAS") && says("LAC-2026-0093"));
    outlook.open(await sampleMail("050-tilleuls"));
    await until(() => says("Résidence Les Tilleuls") && !says("Nordis SAS"));
    outlook.open(null);
    expect(await until(() => says("Réponses : non surveillées"))).toBeTruthy();
  });

  it("lets nothing of the former mail be clicked while the next one is read", async () => {
    const outlook = await paneOfSample({}, "063-nordis");
    await until(() => byKey("confirm"));
    const letGo = outlook.hold("readMessage");
    outlook.open(await sampleMail("050-tilleuls"));
    await until(() => says("Lecture de «"));
    expect(document.querySelector("main.ol-sidebar")?.hasAttribute("inert")).toBe(true);
    letGo();
    await until(() => says("Résidence Les Tilleuls"));
    expect(document.querySelector("main.ol-sidebar")?.hasAttribute("inert")).toBe(false);
  });

  it("ends with the last of ten mails that were opened in a row", async () => {
    const outlook = await paneOfSample();
    for (const name of ["019-", "022-", "024-", "038-", "039-", "043-", "044-", "045-", "050-"]) {
      outlook.open(await sampleMail(`/${name}`));
    }
    outlook.open(await sampleMail("063-nordis"));
    await until(() => byKey("confirm"));
    expect(says("Nordis SAS")).toBe(true);
  });

  it("files the mail with the bytes that Outlook gives, and says how they came", async () => {
    const outlook = await paneOfSample({}, "063-nordis");
    const bytes = await sampleMail("063-nordis");
    await click(() => byKey("confirm"));
    await until(() => says("Classé"));
    expect(await kept(outlook, await sha256OfBlob(bytes))).toEqual(bytes);
  });

  it("writes nothing where another mail was opened while the bytes were taken", async () => {
    const outlook = await paneOfSample({}, "063-nordis");
    const other = await sampleMail("050-tilleuls");
    await until(() => byKey("confirm"));
    const letGo = outlook.hold("evidence");
    byKey("confirm")?.click();
    outlook.open(other);
    letGo();
    await until(() => says("Résidence Les Tilleuls"));
    outlook.open(await sampleMail("063-nordis"));
    await until(() => byKey("confirm"));
    const bytes = await sampleMail("063-nordis");
    expect(await kept(outlook, await sha256OfBlob(bytes))).toBeNull();
    expect(await kept(outlook, await sha256OfBlob(other))).not.toBeNull();
  });

  it("writes nothing where Outlook gives the bytes of another mail than it says is open", async () => {
    const outlook = await paneOfSample({}, "063-nordis");
    await until(() => byKey("confirm"));
    outlook.swap(await sampleMail("058-demande"));
    byKey("confirm")?.click();
    expect(await until(() => says("rien n'a été écrit"))).toBeTruthy();
  });

  it("says why a mail was not read, and reads it when asked again", async () => {
    const outlook = await paneOfSample();
    outlook.failNext("readMessage", { type: "timed-out" });
    outlook.open(await sampleMail("063-nordis"));
    await until(() => says("Outlook n'a pas répondu à temps"));
    await click(() => byKey("notice/mail"));
    expect(await until(() => byKey("confirm"))).toBeTruthy();
  });
});

describe("a draft without a token", () => {
  it("says that it replies, and opens the form to the sender alone", async () => {
    const outlook = await paneOfSample({}, "050-tilleuls");
    await until(() => says("S'ouvre en réponse à ce message"));
    await click(draftButton);
    await until(() => says("Le formulaire est ouvert"));
    expect(outlook.replies).toHaveLength(1);
    expect(outlook.replies[0]?.html).toContain("LAC-2026");
    expect(outlook.news).toHaveLength(0);
  });

  it("says that it starts a new thread where this Outlook has no reply form, and starts one", async () => {
    const outlook = await paneOfSample({ without: ["reply-form"] }, "050-tilleuls");
    await until(() => says("dans un nouveau fil"));
    await click(draftButton);
    await until(() => says("Le formulaire est ouvert"));
    expect(outlook.replies).toHaveLength(0);
    expect(outlook.news[0]?.to).toHaveLength(1);
  });

  it("keeps the words where Outlook opens no form, and opens it when asked again", async () => {
    const outlook = await paneOfSample({}, "050-tilleuls");
    await until(draftButton);
    outlook.failNext("replyForm", { type: "failed", code: 9041, detail: "" });
    draftButton()?.click();
    await until(() => says("Outlook n'a pas ouvert le formulaire"));
    await click(() => byKey("notice/draft"));
    await until(() => says("Le formulaire est ouvert"));
    expect(outlook.replies).toHaveLength(1);
  });

  it("is put into the draft that is open, above what stands there, and saved", async () => {
    const outlook = await paneOfSample({}, "050-tilleuls");
    await click(draftButton);
    await until(() => says("Le formulaire est ouvert"));
    outlook.compose({ html: "<p>Signature</p>" });
    await click(() => document.querySelector('[data-key^="insert/"]'));
    await until(() => outlook.draft()?.saved === true);
    expect(outlook.draft()?.to).toHaveLength(1);
    expect(outlook.draft()?.html).toMatch(/LAC-2026[^]*Signature/);
  });

  it("is not put into a draft to somebody else", async () => {
    const outlook = await paneOfSample({}, "050-tilleuls");
    await click(draftButton);
    await until(() => says("Le formulaire est ouvert"));
    outlook.compose({ to: ["stranger@elsewhere.example"] });
    await click(() => document.querySelector('[data-key^="insert/"]'));
    await until(() => says("stranger@elsewhere.example"));
    expect(outlook.draft()?.saved).toBe(false);
  });

  it("prepared for a person who has left since is not put into any draft, and that is said", async () => {
    const outlook = await paneOfSample({}, "050-tilleuls");
    await click(draftButton);
    await until(() => says("Le formulaire est ouvert"));
    await retireContact(outlook, "n.vasseur@cabinet-aubrac.example");
    outlook.compose();
    await click(() => document.querySelector('[data-key^="insert/"]'));
    await until(() => says("la situation a changé"));
    expect(outlook.draft()?.saved).toBe(false);
  });

  it("is not put into a draft that a stranger gets unseen, and is where only oneself does", async () => {
    const outlook = await paneOfSample({}, "050-tilleuls");
    await click(draftButton);
    await until(() => says("Le formulaire est ouvert"));
    outlook.compose({ bcc: ["unseen@elsewhere.example"] });
    await click(() => document.querySelector('[data-key^="insert/"]'));
    await until(() => says("unseen@elsewhere.example"));
    expect(outlook.draft()?.saved).toBe(false);
    outlook.compose({ bcc: [outlook.client.address] });
    await click(() => document.querySelector('[data-key^="insert/"]'));
    await until(() => outlook.draft()?.saved === true);
  });
});

describe("the backup beside a draft", () => {
  it("is attached to one to oneself, and never to one that anybody else gets, seen or not", async () => {
    const outlook = await paneOfSample();
    const others = [
      { to: ["n.vasseur@cabinet-aubrac.example"] },
      { to: [outlook.client.address], bcc: ["unseen@elsewhere.example"] },
    ];
    for (const draft of others) {
      outlook.compose(draft);
      await click(() => byKey("compose/backup"));
      await until(() => says(draft.bcc?.[0] ?? draft.to[0] ?? "") && says("n'y a pas été joint"));
      expect(outlook.draft()?.attachments).toEqual([]);
    }
    outlook.compose({ to: [outlook.client.address.toUpperCase()] });
    await click(() => byKey("compose/backup"));
    await until(() => outlook.draft()?.attachments.length === 1);
  });
});

describe("mails that Outlook opens no pane for", () => {
  it("are filed when dropped, a bounce above all, and shown", async () => {
    const outlook = await paneOfSample();
    outlook.drop([{ name: "reply.eml", bytes: await sampleMail("063-nordis") }]);
    await until(() => says("1 message classé"));
    expect(await until(() => says("Message déposé") && says("Nordis SAS"))).toBeTruthy();
  });

  it("are named where they are no mail, and nothing is filed", async () => {
    const outlook = await paneOfSample();
    outlook.drop([{ name: "photo.png", bytes: new Uint8Array([1]) }]);
    expect(await until(() => says("photo.png n'est pas un message"))).toBeTruthy();
  });

  it("are filed by the selection, one after another, the unknown left without trace", async () => {
    const outlook = await paneOfSample();
    outlook.select([
      await sampleMail("063-nordis"),
      await sampleMail("064-valade"),
      await sampleMail("054-dejeuner"),
    ]);
    await click(() => byKey("strip/menu"));
    await click(() => item("Classer les messages sélectionnés"));
    await until(() => says("message d'aucun débiteur connu"));
    expect(says("classé")).toBe(true);
  });

  it("are filed by the selection though Outlook withholds some, which are counted", async () => {
    const outlook = await paneOfSample();
    outlook.select([await sampleMail("063-nordis"), await sampleMail("064-valade")]);
    outlook.failNext("readSelected", { type: "denied", code: 7000 });
    await click(() => byKey("strip/menu"));
    await click(() => item("Classer les messages sélectionnés"));
    await until(() => says("1 message n'a pas été pris : Outlook ou votre administrateur"));
    expect(says("1 message classé")).toBe(true);
    expect(says("s'est arrêté")).toBe(false);
  });

  it("are offered to be filed as soon as several are selected, and no longer once one is", async () => {
    const outlook = await paneOfSample({}, "063-nordis");
    await until(() => byKey("confirm"));
    const three = [
      await sampleMail("063-nordis"),
      await sampleMail("064-valade"),
      await sampleMail("054-dejeuner"),
    ];
    outlook.select(three);
    await until(() => says("3 messages sélectionnés."));
    outlook.select(three.slice(0, 1));
    await until(() => !says("messages sélectionnés."));
    outlook.select(three);
    outlook.open(null);
    await until(() => says("3 messages sélectionnés."));
    await click(() => byKey("notice/selection"));
    await until(() => says("message d'aucun débiteur connu"));
    expect(says("messages sélectionnés.")).toBe(false);
  });
});

describe("Outlook's own marks", () => {
  it("are put on a filed mail only once that was chosen, in a word that says nothing", async () => {
    const outlook = await paneOfSample({ categories: ["Suivi"] }, "050-tilleuls");
    await until(draftButton);
    expect(outlook.marks.size).toBe(0);
    await click(() => byKey("strip/menu"));
    await click(() => item("Réglages d'Outlook"));
    await click(() => document.getElementById("ol-categories"));
    outlook.open(await sampleMail("050-tilleuls"));
    await until(() => outlook.marks.size === 1);
    expect([...outlook.marks.values()]).toEqual([["Suivi"]]);
  });

  it("are never put in a mailbox of several", async () => {
    const outlook = await paneOfSample(
      { categories: ["Suivi"], isShared: true, settings: { categories: "on" } },
      "050-tilleuls",
    );
    await until(draftButton);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(outlook.marks.size).toBe(0);
  });

  it("in the calendar name neither debtor nor sum, on the day that the plan waits for", async () => {
    const outlook = await paneOfSample({}, "063-nordis");
    const remind = async (): Promise<Date> => {
      const before = outlook.appointments.length;
      await click(() => byKey("strip/menu"));
      await click(() => item("Rappel dans l'agenda"));
      return until(() => outlook.appointments[before]?.start);
    };
    // Promised for this very Friday: the bank can say so on the next day of work.
    await click(() => byKey("confirm"));
    await until(() => says("paiement promis pour le 20 novembre 2026."));
    expect((await remind()).toDateString()).toBe("Mon Nov 23 2026");
    outlook.open(await sampleMail("050-tilleuls"));
    await until(() => says("Résidence Les Tilleuls"));
    const promised = await remind();
    expect(promised.toDateString()).toBe("Fri Nov 27 2026");
    expect([promised.getHours(), promised.getMinutes()]).toEqual([9, 0]);
    await until(() => says("Le formulaire du rendez-vous est ouvert, au ven. 27 nov."));
    outlook.open(await sampleMail("048-mairie"));
    await until(() => says("prochaine étape le 24 novembre 2026"));
    expect((await remind()).toDateString()).toBe("Tue Nov 24 2026");
    expect(JSON.stringify(outlook.appointments)).not.toMatch(/Nordis|Tilleuls|Mairie|LAC-|€/);
    // Where nothing is open there is no such day: the next day of work is a beginning.
    outlook.open(null);
    await until(() => !document.querySelector(".rl-four"));
    expect(says("Le formulaire du rendez-vous")).toBe(false);
    expect((await remind()).toDateString()).toBe("Mon Nov 23 2026");
  });
});

describe("the pane itself", () => {
  it("opens the desk in its own place where Outlook opens no window, and comes back", async () => {
    await paneOfSample({ without: ["dialog"] }, "063-nordis");
    await click(() => byKey("strip/menu"));
    await click(() => item("Ouvrir le bureau"));
    await until(() => says("Balance âgée"));
    await click(() => byKey("part/back"));
    expect(await until(() => says("Nordis SAS"))).toBeTruthy();
  });

  it("opens the desk in a window that asks it for everything", async () => {
    const outlook = await paneOfSample({}, "063-nordis");
    await click(() => byKey("strip/menu"));
    await click(() => item("Ouvrir le bureau"));
    const dialog = await until(() => outlook.dialogs[0]);
    expect(dialog.url).toMatch(/\/desk\/index\.html$/);
    dialog.say(JSON.stringify({ id: "1", part: 0, of: 1, text: '{"type":"hello"}' }));
    await until(() => dialog.sent.length > 0);
    expect(dialog.sent.join("")).toContain("led-sample");
  });

  it("speaks the language of Outlook, and takes its colours", async () => {
    const outlook = await paneOfSample({ language: "en-US", theme: "dark" }, "063-nordis");
    await until(() => says("Promise to pay"));
    expect(document.documentElement.lang).toBe("en");
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    outlook.setTheme("light");
    expect(document.documentElement.dataset["theme"]).toBe("light");
    outlook.setTheme(null);
  });

  it("works in memory where storage is refused, says so, and offers a backup", async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
    Object.defineProperty(globalThis, "indexedDB", {
      configurable: true,
      get: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    });
    try {
      const outlook = openMemoryOutlook({ address: "nobody@private.example" });
      await showPane(outlook);
      outlook.open(await sampleMail("063-nordis"));
      await until(() => says("L'enregistrement est interdit ici"));
      expect(byKey("notice/storage")?.textContent).toBe("Faire une sauvegarde");
    } finally {
      if (own !== undefined) Object.defineProperty(globalThis, "indexedDB", own);
    }
  });

  it("lists and times what this Outlook can do, without a word of the mail", async () => {
    await paneOfSample({ without: ["drop"] }, "063-nordis");
    await click(() => byKey("strip/menu"));
    await click(() => item("Diagnostic"));
    await click(() => byKey("diagnosis/run"));
    await until(() => says("lire le message") && /\d+ ms/.test(document.body.innerText));
    const text = document.querySelector(".ol-part")?.textContent ?? "";
    expect(text).not.toMatch(/Nordis|LAC-|@/);
  });

  it("has nothing that axe finds wrong, beside a mail, a draft, and in its own parts", async () => {
    const outlook = await paneOfSample({}, "063-nordis");
    await until(() => byKey("confirm"));
    expect(await faultsOf()).toEqual([]);
    await click(() => byKey("strip/menu"));
    await click(() => item("Diagnostic"));
    await until(() => byKey("diagnosis/run"));
    expect(await faultsOf()).toEqual([]);
    await click(() => byKey("part/back"));
    await click(() => byKey("strip/menu"));
    await click(() => item("Réglages d'Outlook"));
    await until(() => document.getElementById("ol-categories"));
    expect(await faultsOf()).toEqual([]);
    await click(() => byKey("part/back"));
    outlook.compose();
    await until(() => byKey("compose/backup"));
    expect(await faultsOf()).toEqual([]);
  });
});
