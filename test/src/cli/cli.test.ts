import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "#src/cli/arguments.ts";
import { oneLine, tableText } from "#src/cli/output.ts";
import { CLI_WORDS } from "#shared/locales/cli-words.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { chainEntries } from "#shared/ledger/append.ts";
import { unzipBytes, zipBytes } from "#src/files/zip.ts";
import { openBackupFileStores } from "#src/store/disk/backup-file.ts";
import { openDesk } from "./run.ts";
import type { Desk } from "./run.ts";

const HEADER = "debtor;kind;siren;email;number;issued;due;total;currency;paid\n";
const GOOD = `${HEADER}Nordis SAS;business;;compta@nordis.example;F-1;18/09/2026;18/10/2026;1 200,00;EUR;\nBloch;business;;;F-2;18/09/2026;18/10/2026;300,00;EUR;100,00\n`;
const FAULTY = `${HEADER}Nordis SAS;business;;;F-1;18/09/2026;31/02/2026;1 200,00;EUR;\nBloch;business;;;F-2;18/09/2026;18/10/2026;1.234,5O;EUR;\nValade;business;;;F-3;18/09/2026;18/10/2026;50,00;EUR;\n`;

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const count = async (key: string): Promise<number> => {
  const { body } = await desk.json<Record<string, number>>(["check"]);
  return body[key] ?? -1;
};

describe("usage", () => {
  it("is said on demand, with every command, and is no failure", async () => {
    for (const language of ["fr", "en"] as const) {
      const ran = await desk.run(["help", "--lang", language]);
      expect(ran.exit).toBe(0);
      for (const name of Object.keys(COMMANDS)) expect(ran.out).toContain(`\n  ${name} `);
      for (const line of ran.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  it.each([
    [[], "COMMANDE"],
    [["dance"], "dance"],
    [["due", "--yes"], "--yes"],
    [["due", "--nope"], "--nope"],
    [["due", "--on", "hier"], "hier"],
    [["due", "--lang", "de"], "de"],
    [["import"], "FICHIER"],
    [["pay", "F-1"], "MONTANT"],
    [["pay", "F-1", "1", "2"], "2"],
    [["search"], "MOTS"],
    [["read"], "FICHIER.eml"],
    [["erase", "0123456789ab"], "--reason"],
    [["erase", "0123", "--reason", "x"], "8"],
    [["import", "x.csv", "--kind", "mails"], "mails"],
    [["import", "x.csv", "--as-of", "31/02/2026"], "31/02/2026"],
  ])("%j is wrong usage, which is said and ends in 2", async (argv, said) => {
    const ran = await desk.run(argv);
    expect(ran.exit).toBe(2);
    expect(oneLine(ran.err)).toContain(said);
  });

  it("needs to know which ledger", async () => {
    const ran = await desk.run(["due"], { env: { RELANCE_LEDGER: "" } });
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain("--ledger");
  });

  it("speaks the language of the terminal, French where it says nothing", async () => {
    expect((await desk.run(["due"], { env: { LANG: "en_GB.UTF-8" } })).err).toContain(
      "no such file",
    );
    expect((await desk.run(["due"], { env: { LANG: "" } })).err).toContain("n'existe pas");
    expect((await desk.run(["due", "--lang", "en"])).err).toContain("no such file");
  });

  it("has the same words in both languages", () => {
    const keysOf = (value: object): readonly string[] => Object.keys(value).sort();
    expect(keysOf(CLI_WORDS.en)).toEqual(keysOf(CLI_WORDS.fr));
  });
});

describe("relance init", () => {
  it("takes flags where nobody can be asked, and names those that are missing", async () => {
    const ran = await desk.run(["init", "--creditor", "Lacaze"]);
    expect(ran.exit).toBe(2);
    expect(oneLine(ran.err)).toContain("--author, --address, --own-invoices");
    expect(existsSync(desk.pathOf("ledger.relance"))).toBe(false);
  });

  it("asks where somebody can answer", async () => {
    const ran = await desk.run(["init"], {
      answers: ["Lacaze", "Claire", "claire@l.example", "oui"],
    });
    expect(ran).toMatchObject({ exit: 0, err: "" });
    expect(ran.out).toContain("Lacaze");
  });

  it("refuses in words to chase for others, and leaves no file", async () => {
    const ran = await desk.run(["init"], { answers: ["Cabinet", "Claire", "", "non"] });
    expect(ran.exit).toBe(1);
    expect(oneLine(ran.err)).toContain("pour autrui");
    expect(existsSync(desk.pathOf("ledger.relance"))).toBe(false);
  });

  it("never overwrites a ledger", async () => {
    await desk.begin();
    const ran = await desk.begin();
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain("existe déjà");
  });
});

describe("relance import", () => {
  beforeEach(async () => {
    await desk.begin();
  });

  it("writes nothing and says what it would do", async () => {
    const before = await count("entries");
    const ran = await desk.run(["import", desk.write("a.csv", GOOD)]);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain("2  Nouvelles factures");
    expect(ran.out).toContain("--yes");
    expect(await count("entries")).toBe(before);
  });

  it("writes with --yes, and a second time there is nothing new", async () => {
    const file = desk.write("a.csv", GOOD);
    expect((await desk.run(["import", file, "--yes"])).exit).toBe(0);
    const once = await count("entries");
    const again = await desk.run(["import", file, "--yes"]);
    expect(again.exit).toBe(0);
    expect(again.out).toContain("Rien de nouveau");
    expect(await count("entries")).toBe(once);
  });

  it("names file, line and column of every faulty line and ends in 3", async () => {
    const file = desk.write("f.csv", FAULTY);
    for (const flags of [[], ["--yes"]]) {
      const before = await count("entries");
      const ran = await desk.run(["import", file, ...flags]);
      expect(ran.exit).toBe(3);
      const text = oneLine(ran.out);
      expect(text).toContain("f.csv, ligne 2, colonne 7 (échéance) : « 31/02/2026 »");
      expect(text).toContain("f.csv, ligne 3, colonne 8 (total) : « 1.234,5O »");
      expect(text).toContain("--yes --skip-faulty");
      expect(await count("entries")).toBe(before);
    }
  });

  it("ends in 3 where a column is missing, since there is no rest to take in", async () => {
    const file = desk.write("m.csv", "client;n° facture;date;total\nNordis;F-1;18/09/2026;1,00\n");
    const before = await count("entries");
    const ran = await desk.run(["import", file, "--yes", "--skip-faulty"]);
    expect(ran.exit).toBe(3);
    expect(oneLine(ran.out)).toContain("m.csv, ligne 1 : Il manque la colonne « échéance »");
    expect(ran.out).not.toContain("--skip-faulty");
    expect(await count("entries")).toBe(before);
  });

  it("names each of many faulty lines, before any remark", async () => {
    const lines = Array.from(
      { length: 100 },
      (_, at) => `Nordis SAS;;;;F-${String(at)};18/09/2026;31/02/2026;1 200,00;EUR;\n`,
    );
    const good = "Bloch;;;nobody;G-1;18/09/2026;18/10/2026;300,00;EUR;\n";
    const ran = await desk.run(["import", desk.write("f.csv", HEADER + good + lines.join(""))]);
    const text = oneLine(ran.out);
    for (let line = 3; line <= 102; line += 1)
      expect(text).toContain(`f.csv, ligne ${String(line)}, colonne 7`);
    expect(text.indexOf("f.csv, ligne 102,")).toBeLessThan(text.indexOf("f.csv, ligne 2,"));
  });

  it("takes the rest in after consent", async () => {
    const ran = await desk.run(["import", desk.write("f.csv", FAULTY), "--yes", "--skip-faulty"]);
    expect(ran.exit).toBe(0);
    expect((await desk.run(["show", "F-3"])).out).toContain("Valade");
    expect((await desk.run(["show", "F-1"])).exit).toBe(1);
  });

  it("gives it all as JSON, with its version first", async () => {
    const { exit, body } = await desk.json<Record<string, unknown>>([
      "import",
      desk.write("f.csv", FAULTY),
    ]);
    expect(exit).toBe(3);
    expect(Object.keys(body).slice(0, 2)).toEqual(["format", "version"]);
    expect(body).toMatchObject({
      format: "relance-import",
      version: 1,
      kind: "invoices",
      written: false,
      faultyLines: [2, 3],
      counts: { debtors: 1, invoices: 1, faulty: 2 },
    });
  });

  it.each([
    ["a.csv", "couleur;taille\nrouge;3\n"],
    ["a.csv", ""],
    ["a.csv", 'debtor;number\n"x;1\n'],
  ])("refuses what is no table of ours (%j, %j)", async (name, text) => {
    const ran = await desk.run(["import", desk.write(name, text)]);
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain(name);
  });

  it("refuses a file that is not there, and a complete list without its day", async () => {
    const absent = await desk.run(["import", desk.pathOf("no.csv")]);
    expect(absent.exit).toBe(1);
    expect(oneLine(absent.err)).toContain("n'existe pas");
    const ran = await desk.run(["import", desk.write("a.csv", GOOD), "--complete"]);
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain("--as-of");
  });
});

describe("a ledger at work", () => {
  beforeEach(async () => {
    await desk.begin();
    await desk.run(["import", desk.write("a.csv", GOOD), "--yes"]);
  });

  type Due = {
    debtors: {
      name: string;
      act: { step: string } | null;
      reasons: { code: string }[];
      amounts: object[];
    }[];
  };

  it("says whom to chase, at which step and why", async () => {
    const ran = await desk.run(["due"]);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain("Nordis SAS");
    const { body } = await desk.json<Due>(["due", "--on", "2026-11-20"]);
    expect(body.debtors.map(({ name, act }) => [name, act?.step])).toEqual([
      ["Nordis SAS", "reminder-1"],
      ["Bloch", undefined],
    ]);
    expect(body.debtors[1]?.amounts).toEqual([
      { currency: "EUR", expected: "200.00", overdue: "200.00", contested: "0.00" },
    ]);
    expect(body.debtors[0]?.reasons.map(({ code }) => code)).toContain("step-due");
    expect(body.debtors[1]?.reasons.map(({ code }) => code)).toContain("no-contact-address");
  });

  it("says so on another day", async () => {
    const { body } = await desk.json<Due>(["due", "--on", "01/10/2026"]);
    expect(body.debtors.map(({ act }) => act)).toEqual([null, null]);
    expect(body.debtors[0]?.reasons.map(({ code }) => code)).toContain("step-to-come");
  });

  it("records a payment, to the cent, and the same one again only when told so", async () => {
    expect((await desk.run(["pay", "F-1", "200,05", "--on", "2026-11-19"])).exit).toBe(0);
    const again = await desk.run(["pay", "F-1", "200,05", "--on", "2026-11-19"]);
    expect(again.exit).toBe(1);
    expect(oneLine(again.err)).toContain("--again");
    expect((await desk.run(["pay", "f1", "200.05", "--on", "2026-11-19", "--again"])).exit).toBe(0);
    const { body } = await desk.json<{ invoices: object[] }>(["show", "F-1"]);
    expect(body.invoices).toMatchObject([{ number: "F-1", paid: "400.10", open: "799.90" }]);
  });

  it("refuses an amount that is none, and a debtor that is nobody", async () => {
    expect((await desk.run(["pay", "F-1", "beaucoup"])).exit).toBe(2);
    expect((await desk.run(["pay", "Inconnu", "10"])).exit).toBe(1);
    expect((await desk.run(["pay", "F-1", "10", "--on", "2026-11-21"])).exit).toBe(1);
  });

  it("shows an account by its name, a part of it, or an invoice", async () => {
    for (const what of ["Nordis SAS", "nordis", "F-1", "f 1"]) {
      const ran = await desk.run(["show", what]);
      expect(ran.exit).toBe(0);
      expect(ran.out).toContain("F-1");
    }
  });

  it("finds by name and by amount", async () => {
    expect((await desk.run(["search", "blo"])).out).toContain("Bloch");
    const { body } = await desk.json<{ hits: { label: string }[] }>(["search", "1200"]);
    expect(body.hits.map(({ label }) => label)).toEqual(["F-1"]);
  });

  it("backs up into a new file only, and merges it back as nothing new", async () => {
    const copy = desk.pathOf("copy.relance");
    expect((await desk.run(["backup", copy])).exit).toBe(0);
    expect((await desk.run(["backup", copy])).exit).toBe(1);
    const { body } = await desk.json<object>(["merge", copy]);
    expect(body).toMatchObject({ format: "relance-merge", added: 0, forks: [] });
  });

  it("merges what another copy wrote, and names the fork that two copies make", async () => {
    const copy = desk.pathOf("copy.relance");
    copyFileSync(desk.pathOf("ledger.relance"), copy);
    await desk.run(["pay", "F-1", "10"]);
    await desk.run(["pay", "F-2", "20", "--ledger", copy]);
    const merged = await desk.run(["merge", copy]);
    expect(merged.exit).toBe(0);
    expect(merged.out).toContain("bifurcation");
    const checked = await desk.json<{ problems: { type: string }[] }>(["check"]);
    expect(checked.body.problems.map(({ type }) => type)).toContain("fork");
    const { body } = await desk.json<{ invoices: object[] }>(["show", "F-2"]);
    expect(body.invoices).toMatchObject([{ open: "180.00" }]);
  });

  it("merged both ways is the same ledger, to the cent", async () => {
    const copy = desk.pathOf("copy.relance");
    copyFileSync(desk.pathOf("ledger.relance"), copy);
    await desk.run(["pay", "F-1", "10"]);
    await desk.run(["pay", "F-2", "20", "--ledger", copy]);
    await desk.run(["merge", copy]);
    await desk.run(["merge", desk.pathOf("ledger.relance"), "--ledger", copy]);
    type Checked = { ledgerHead: string; entries: number };
    const both = await Promise.all(
      [desk.pathOf("ledger.relance"), copy].map(async (ledger) => ({
        due: (await desk.json<object>(["due", "--ledger", ledger])).body,
        head: (await desk.json<Checked>(["check", "--ledger", ledger])).body.ledgerHead,
      })),
    );
    expect(both[0]).toEqual(both[1]);
  });

  it("says of a merged copy that it was not whole", async () => {
    const copy = desk.pathOf("copy.relance");
    await desk.run(["backup", copy]);
    const members = unzipBytes(new Uint8Array(readFileSync(copy)));
    if (!members.ok) throw new Error(members.error.type);
    const kept = [...members.value].filter(([name]) => !name.startsWith("segments/"));
    const cut = zipBytes(kept.map(([name, bytes]) => ({ name, bytes })));
    if (!cut.ok) throw new Error(cut.error.type);
    writeFileSync(copy, cut.value);
    const ran = await desk.run(["merge", copy]);
    expect(oneLine(ran.out)).toContain("n'était pas entière");
  });

  it("says against which head it was checked", async () => {
    const compared = async (): Promise<unknown> =>
      (await desk.json<{ compared: string }>(["check"])).body.compared;
    expect(await compared()).toBe("own");
    await desk.run(["backup", desk.pathOf("b.relance")]);
    expect(await compared()).toBe("elsewhere");
    const ran = await desk.run(["check", "--against", desk.pathOf("b.relance")]);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain("La chaîne est entière");
  });

  it("finds a log that was rolled back to an older copy", async () => {
    const old = desk.pathOf("old.relance");
    copyFileSync(desk.pathOf("ledger.relance"), old);
    await desk.run(["pay", "F-1", "10"]);
    await desk.run(["backup", desk.pathOf("b.relance")]);
    const ran = await desk.run(["check", "--ledger", old, "--against", desk.pathOf("b.relance")]);
    expect(ran.exit).toBe(1);
    expect(ran.out).toContain("fin coupée");
  });

  it("erases the content of one entry, with its reason, and the chain still holds", async () => {
    type Shown = { entries: { hash: string; type: string; body: string; data: unknown }[] };
    const { body } = await desk.json<Shown>(["show", "Nordis SAS", "--entries"]);
    const entry = body.entries.find(({ type }) => type === "contact-added");
    const hash = entry?.hash ?? "";
    expect((await desk.run(["erase", hash.slice(0, 12), "--reason", " "])).exit).toBe(1);
    const ran = await desk.run(["erase", hash.slice(0, 12), "--reason", "demande du contact"]);
    expect(ran).toMatchObject({ exit: 0, err: "" });
    const after = await desk.json<Shown>(["show", "Nordis SAS", "--entries"]);
    expect(after.body.entries.find((one) => one.hash === hash)).toMatchObject({
      body: "erased",
      data: null,
    });
    expect(JSON.stringify(after.body)).not.toContain("compta@nordis.example");
    const checked = await desk.json<object>(["check"]);
    expect(checked).toMatchObject({ exit: 0, body: { erased: 1, unexplained: [], problems: [] } });
    expect((await desk.run(["erase", hash, "--reason", "encore"])).exit).toBe(1);
  });

  it("erases the bytes that only the erased entry named, and never an erasure", async () => {
    const path = desk.pathOf("ledger.relance");
    const bytes = utf8Bytes("un mail");
    const sha256 = sha256Hex(bytes);
    const stores = await openBackupFileStores(path);
    if (!stores.ok) throw new Error(stores.error.type);
    const { ledger, vault } = stores.value;
    await vault.keep(sha256, bytes);
    const tip = await ledger.tip();
    if (!tip.ok || tip.value === null) throw new Error("begun");
    const blobs = [{ sha256, size: bytes.length }];
    const filed = { stream: "mailbox", type: "kept-aside", version: 1, data: {}, blobs };
    const stamp = { at: "2026-11-20T09:00:00.000Z", by: "Claire", salts: ["ab".repeat(16)] };
    const { entries } = chainEntries(tip.value, [filed], stamp);
    expect((await ledger.append(tip.value, entries)).ok).toBe(true);
    ledger.close();
    const hash = entries[0]?.hash ?? "";
    const { body } = await desk.json<object>(["erase", hash, "--reason", "demande"]);
    expect(body).toMatchObject({ erased: true, blobs: [sha256] });
    const file = unzipBytes(new Uint8Array(readFileSync(path)));
    expect(file.ok && [...file.value.keys()].filter((name) => name.startsWith("vault/"))).toEqual(
      [],
    );
    const checked = await desk.json<object>(["check"]);
    expect(checked).toMatchObject({ exit: 0, body: { absentBlobs: 0, erased: 1, problems: [] } });
    const after = await openBackupFileStores(path);
    const all = after.ok ? await after.value.ledger.readSince(0) : after;
    const erasure = all.ok
      ? all.value.entries.find((one) => one.header.type === "payload-erased")
      : undefined;
    const ran = await desk.run(["erase", erasure?.hash ?? "", "--reason", "demande"]);
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain("ne s'efface pas");
  });

  it("reads a mail beside its claim, or alone", async () => {
    const mail = desk.write(
      "a.eml",
      "From: Compta <compta@nordis.example>\r\nTo: claire@lacaze.example\r\nSubject: Re: F-1\r\nDate: Thu, 19 Nov 2026 10:00:00 +0100\r\nMessage-ID: <a@nordis.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour, nous vous réglerons la facture F-1 le 30 novembre 2026.\r\n",
    );
    type Mails = {
      mails: { tag: string; values: { promise: object }; match: { debtor: object | null } }[];
    };
    const { exit, body } = await desk.json<Mails>(["read", mail]);
    expect(exit).toBe(0);
    expect(body.mails).toMatchObject([
      {
        tag: "promise",
        values: { promise: { by: "2026-11-30" } },
        match: { debtor: { name: "Nordis SAS" } },
      },
    ]);
    const alone = await desk.run(["read", mail, desk.pathOf("no.eml")], {
      env: { RELANCE_LEDGER: "" },
    });
    expect(alone.exit).toBe(1);
    expect(alone.out).toContain("30 novembre 2026");
    expect(alone.err).toContain("no.eml");
  });
});

describe("what is written for people", () => {
  it("holds nothing that could move a terminal's cursor", async () => {
    await desk.begin();
    const name = "Bad\u001b[2J\u202e\u009b2JName";
    await desk.run([
      "import",
      desk.write("a.csv", `${HEADER}${name};business;;;F-1;18/09/2026;18/10/2026;1,00;EUR;\n`),
      "--yes",
    ]);
    const ran = await desk.run(["due"]);
    expect(ran.out).toContain("Bad[2J2JName");
    const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
    expect(unsafe.test(ran.out)).toBe(false);
    const json = await desk.run(["show", "F-1", "--json"]);
    expect(unsafe.test(json.out)).toBe(false);
    expect((JSON.parse(json.out) as { debtor: { name: string } }).debtor.name).toBe(name);
  });

  it("keeps to 80 columns, names first to give way", () => {
    const text = tableText(
      [{ title: "Débiteur" }, { title: "Ouvert", right: true }],
      [
        ["x".repeat(200), "1 234,56 €"],
        ["é", "1,00 €"],
      ],
    );
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toContain("…");
  });
});
