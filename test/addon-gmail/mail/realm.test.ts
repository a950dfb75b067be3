import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "../../hosts/apps-script/account.ts";
import type { Account } from "../../hosts/apps-script/account.ts";
import { MANIFEST, mailText, openDemo, withScopes } from "../../hosts/apps-script/demo-project.ts";
import type { ManifestData } from "../../hosts/apps-script/demo-project.ts";

const ENTRY = fileURLToPath(new URL("realm-entry.ts", import.meta.url));
const HANDLERS = [
  "readOpen",
  "draftOpen",
  "draftLarge",
  "roundTrips",
  "probe",
  "diagnose",
  "turnOn",
  "onHourly",
];

let bundle = "";

beforeAll(async () => {
  const built = await build({
    logLevel: "error",
    configFile: false,
    build: {
      write: false,
      minify: false,
      target: "es2019",
      lib: { entry: ENTRY, formats: ["iife"], name: "__mail" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = "output" in output ? output.output[0] : null;
  bundle = chunk?.code ?? "";
}, 60_000);

const open = (account: Account, manifest: ManifestData = MANIFEST) => {
  const functions = HANDLERS.map(
    (name) => `function ${name}(e) { return __mail.${name}(e); }`,
  ).join("\n");
  const cards = `
    function onMessage(e) {
      __mail.readOpen(e);
      return cardOf("Mail", [buttonOf("Brouillon", actionOf("onDraft")), buttonOf("Lourd", actionOf("onLarge")), buttonOf("Diagnostic", actionOf("onDiagnose"))].map(function (one) {
        return CardService.newButtonSet().addButton(one);
      }));
    }
    function done() { return answer(CardService.newNavigation().updateCard(cardOf("Fait", [text("ok")]))); }
    function onDraft(e) { __mail.draftOpen(e); return done(); }
    function onLarge(e) { __mail.draftLarge(e); return done(); }
    function onDiagnose(e) { __mail.diagnose(e); return done(); }
  `;
  return openDemo(`${bundle}\n${functions}\n${cards}`, { account, manifest });
};

const seen = (account: Account, name: string): unknown =>
  JSON.parse(account.userProperties.get(name) ?? "null") as unknown;

describe("the mail part in the realm of Apps Script, under the public manifest", () => {
  it("reads the open mail and its bytes by two tokens, byte for byte", () => {
    const account = createAccount();
    const mail = account.mailbox.receive(
      mailText({ id: "a", text: "Réglé vendredi, « promis »." }),
    );
    const project = open(account);
    project.openGmail().openMessage(mail.id);
    expect(project.lastExecution().fault).toBeNull();
    expect(seen(account, "read")).toMatchObject({
      sha256: createHash("sha256").update(mail.raw).digest("hex"),
      base64: Buffer.from(mail.raw).toString("base64"),
      text: expect.stringContaining("Réglé vendredi, « promis »."),
    });
    const { requests } = project.lastExecution();
    expect(requests.map(({ id, round }) => [id, round])).toEqual([
      ["gmail.users.messages.get", 1],
      ["gmail.users.messages.get", 1],
    ]);
  });

  it("writes a draft under the open thread, which Gmail takes, and which Gmail's own editor may send", () => {
    const account = createAccount();
    const mail = account.mailbox.receive(mailText({ id: "a" }));
    const gmail = open(account).openGmail();
    gmail.openMessage(mail.id);
    gmail.click("Brouillon");
    expect(seen(account, "saved")).toMatchObject({ thread: "reply", threadId: mail.threadId });
    const [draft] = account.mailbox.drafts.keys();
    const sent = account.mailbox.sendDraft(draft ?? "");
    const words = Buffer.from(sent.raw).toString("latin1");
    expect(words).not.toContain("X-Relance-Reference");
    expect(words).toContain("R-2ABCDE");
    expect(account.mailbox.thread(mail.threadId).map(({ id }) => id)).toEqual([mail.id, sent.id]);
  });

  it("uploads a large draft as it is, under the same thread", () => {
    const account = createAccount();
    const mail = account.mailbox.receive(mailText({ id: "a" }));
    const project = open(account);
    const gmail = project.openGmail();
    gmail.openMessage(mail.id);
    gmail.click("Lourd");
    expect(project.lastExecution().fault).toBeNull();
    expect(seen(account, "saved")).toMatchObject({ thread: "reply", threadId: mail.threadId });
    const message = [...account.mailbox.messages.values()].find(({ labels }) =>
      labels.has("DRAFT"),
    );
    // More than goes up within JSON: the other way of uploading was taken.
    expect(message?.raw.length).toBeGreaterThan(3 * 1024 * 1024);
  });

  it("carries bytes, texts, properties, the cache, the lock and the trigger over Google's services unchanged", () => {
    const account = createAccount();
    const project = open(account);
    const run = project.run("roundTrips");
    expect(run.fault).toBeNull();
    expect(seen(account, "trips")).toEqual({
      signed: true,
      unpadded: [0xff, 0xef],
      noBase64: null,
      empty: 0,
      gzip: "déjà « vu » €",
      sha256: createHash("sha256")
        .update(Buffer.from([0xff, 0]))
        .digest("hex"),
      chance: [true, true, true],
      distinct: 20,
      properties: [null, "deux", "3"],
      cache: [["kept", "é"]],
      held: false,
      webApp: true,
      day: { date: "2026-11-21", clock: "12:30" },
      status: expect.any(Number),
    });
    expect(account.triggers.map(({ handler, everyHours }) => [handler, everyHours])).toEqual([
      ["onHourly", 1],
    ]);
  });

  it("has the job of the hour once: made where there is none, one left where there were three, others left alone", () => {
    const account = createAccount();
    const project = open(account);
    project.run("turnOn");
    const [job] = account.triggers;
    if (job === undefined) throw new Error("no trigger");
    const other = { ...job, id: "of-another", handler: "probe" };
    account.triggers.push({ ...job, id: "second" }, other, { ...job, id: "third" });
    expect(project.run("turnOn").fault).toBeNull();
    expect(account.triggers).toEqual([job, other]);
    account.triggers.length = 0;
    project.run("turnOn");
    expect(account.triggers).toHaveLength(1);
  });

  it("finds that only the open thread is in reach, and that no label may be put", () => {
    const account = createAccount();
    expect(open(account).run("probe").fault).toBeNull();
    expect(seen(account, "probe")).toMatchObject({
      reach: { kind: "thread" },
      labelled: { ok: false, error: { type: "denied" } },
    });
  });

  it("times every service on this account", () => {
    const account = createAccount();
    const mail = account.mailbox.receive(mailText({ id: "a" }));
    const project = open(account);
    const gmail = project.openGmail();
    gmail.openMessage(mail.id);
    gmail.click("Diagnostic");
    expect(project.lastExecution().fault).toBeNull();
    const timed = seen(account, "timed") as readonly { call: string; ms: number; fault: unknown }[];
    expect(timed.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(timed.find(({ call }) => call === "drive")?.ms).toBeGreaterThan(0);
  });
});

describe("the mail part under the full manifest", () => {
  it("finds that the whole mailbox is in reach, and whose it is", () => {
    const account = createAccount();
    const full = withScopes("https://www.googleapis.com/auth/gmail.modify");
    expect(open(account, full).run("probe").fault).toBeNull();
    expect(seen(account, "probe")).toMatchObject({
      reach: { kind: "mailbox", address: account.email },
    });
    expect([...account.mailbox.labels.values()]).toContain("Relance/À lire");
  });
});
