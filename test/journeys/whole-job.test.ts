import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, dateOf, dayOf, monthOf, yearOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { unzipBytes } from "#src/files/zip.ts";
import { addFiles, launch, runWorkbench, visit } from "./workbench-pages.ts";

const LONG = 180_000;
const WAIT = 60_000;
/** What a pane shows comes in parts: each is waited for. */
const POLL = { timeout: 30_000 };

const today = dateOf(
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(new Date()),
);
const ago = (days: number): CalendarDate => addDays(today, -days);

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];
/** `19 novembre`, as people and our drafts write it. */
const inWords = (day: CalendarDate): string =>
  `${dayOf(day) === 1 ? "1er" : String(dayOf(day))} ${MONTHS[monthOf(day) - 1] ?? ""}`;
const slashed = (day: CalendarDate): string => day.split("-").reverse().join("/");
/** As the screens say it: the year only where it is another. */
const shortly = (day: CalendarDate): string => shortDate(day, today, "fr");
/** The date of a mail, 09:00 in UTC of that day. */
const stamp = (day: CalendarDate): string =>
  new Date(`${day}T09:00:00Z`).toUTCString().replace("GMT", "+0000");

const DEBTOR = "Café des Tilleuls SARL";
const PROMISED = ago(3);
const REPLY_ID = "CAF-8812@mail.cafe-des-tilleuls.example";

const OURS = "Julien Delorme <julien@ferronnerie-delorme.example>";
const THEIRS = '"Nadia BENALI" <nadia@cafe-des-tilleuls.example>';

const mail = (headers: Readonly<Record<string, string>>, lines: readonly string[]): string =>
  [
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    ...lines,
    "",
  ].join("\r\n");

const REPLY = mail(
  {
    From: THEIRS,
    To: OURS,
    Subject: "RE: Facture FD-2031 - grille et portillon",
    "Message-ID": `<${REPLY_ID}>`,
    "In-Reply-To": "<rappel-2031@ferronnerie-delorme.example>",
    References:
      "<facture-2031@ferronnerie-delorme.example> <rappel-2031@ferronnerie-delorme.example>",
    Date: stamp(ago(10)),
  },
  [
    "Bonjour Julien,",
    "",
    "Vraiment navrée, septembre a été compliqué avec les travaux devant la terrasse.",
    `Je vous fais le virement des 2 340 € le ${inWords(PROMISED)}, sans faute.`,
    "",
    "Bonne journée",
    "Nadia Benali",
    "Café des Tilleuls",
    "",
    `> Le ${slashed(ago(14))}, Julien Delorme a écrit :`,
    "> Bonjour Nadia,",
    "> Sauf erreur de ma part, la facture FD-2031 n'est pas réglée.",
  ],
);

const MAILS: Readonly<Record<string, string>> = {
  "01-facture.eml": mail(
    {
      From: OURS,
      To: THEIRS,
      Subject: "Facture FD-2031 - grille et portillon",
      "Message-ID": "<facture-2031@ferronnerie-delorme.example>",
      Date: stamp(ago(70)),
    },
    ["Bonjour Nadia,", "", "Voici la facture FD-2031 de 2 340 €.", "", "Julien Delorme"],
  ),
  "02-rappel.eml": mail(
    {
      From: OURS,
      To: THEIRS,
      Subject: "RE: Facture FD-2031 - grille et portillon",
      "Message-ID": "<rappel-2031@ferronnerie-delorme.example>",
      "In-Reply-To": "<facture-2031@ferronnerie-delorme.example>",
      References: "<facture-2031@ferronnerie-delorme.example>",
      Date: stamp(ago(14)),
    },
    [
      "Bonjour Nadia,",
      "",
      "Sauf erreur de ma part, la facture FD-2031 n'est pas réglée.",
      "",
      "Julien",
    ],
  ),
  "03-reponse.eml": REPLY,
  "04-lettre.eml": mail(
    {
      From: "Batiment Hebdo <lettre@batiment-hebdo.example>",
      To: OURS,
      Subject: "Le prix de l'acier cette semaine",
      "Message-ID": "<hebdo-47@batiment-hebdo.example>",
      Date: stamp(ago(2)),
    },
    ["Les cours de la semaine. Offre : -20 % avec le code ACIER."],
  ),
};

const INVOICES = [
  "debtor;kind;siren;email;number;issued;due;total;currency;paid;order;language;phone",
  `${DEBTOR};business;;nadia@cafe-des-tilleuls.example;FD-2031;${slashed(ago(70))};${slashed(ago(40))};2 340,00;EUR;;;fr;01 99 00 12 34`,
  `Mairie de Sorel;public;;finances@sorel.example;FD-2040;${slashed(ago(12))};${slashed(addDays(today, 18))};910,50;EUR;;CDE-77;fr;`,
  `Garage Petit;business;;;FD-2012;${slashed(ago(95))};${slashed(ago(65))};480,00;EUR;480,00;;fr;`,
].join("\r\n");

let browser: Browser;
let folder: string;

beforeAll(async () => {
  [browser, folder] = await Promise.all([launch(), mkdtemp(join(tmpdir(), "relance-whole-job-"))]);
  await mkdir(join(folder, "mails"));
  for (const [name, text] of Object.entries(MAILS)) {
    await writeFile(join(folder, "mails", name), text);
  }
  await writeFile(join(folder, "impayes.csv"), INVOICES);
}, LONG);
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const relance = (page: Page): Locator => page.locator(".wb-pane--relance");
/** Spaces of figures and quotes as plain ones, so that what is asserted can be read. */
const plain = (text: string | null): string => (text ?? "").replace(/[\u00a0\u202f]/g, " ");
const textOf = async (place: Locator): Promise<string> => plain(await place.innerText());

const fileOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

/** Presses count: the whole job must stay short. */
const presser = (): { readonly press: (place: Locator) => Promise<void>; count: number } => {
  const hand = {
    count: 0,
    press: async (place: Locator): Promise<void> => {
      hand.count += 1;
      await place.click();
    },
  };
  return hand;
};

/** A thread's archive in a folder of its own, as `sha256sum` finds it. */
const checkArchive = async (zip: Buffer): Promise<readonly string[]> => {
  const members = unzipBytes(new Uint8Array(zip));
  if (!members.ok) throw new Error(members.error.type);
  const place = await mkdtemp(join(folder, "fil-"));
  for (const [name, bytes] of members.value) {
    await mkdir(dirname(join(place, name)), { recursive: true });
    await writeFile(join(place, name), bytes);
  }
  const checked = await promisify(execFile)("sha256sum", ["-c", "manifest-sha256.txt"], {
    cwd: place,
  });
  return checked.stdout.trim().split("\n");
};

/** The debtor's history by way of the search: what a person does who comes back to it. */
const openHistory = async (page: Page): Promise<string> => {
  const pane = relance(page);
  await pane.locator('[data-key="header/search"]').click();
  await pane.locator("#rl-search").fill("tilleuls");
  await pane.locator('[data-key^="open/debtor/"]').click();
  await pane.locator('[data-key="claim"]').click();
  await pane.locator('[aria-haspopup="menu"]').first().click();
  await page.getByRole("menuitem", { name: "Échanges et historique" }).click();
  await pane.getByRole("heading", { name: "Historique" }).waitFor();
  await pane.getByText("1re relance : envoi retrouvé").first().waitFor();
  return textOf(pane);
};

const countOf = (text: string, words: string): number => text.split(words).length - 1;

it(
  "goes from an empty ledger to a broken promise, a draft that cites it, its mail found sent, and a thread that sha256sum accepts",
  async () => {
    const args = ["--mailbox", join(folder, "mails"), "--invoices", join(folder, "impayes.csv")];
    const first = await runWorkbench([...args, "--port", "0"]);
    const address = await first.address();
    const { port } = new URL(address);
    const { page, context, faults } = await visit(browser, address);
    page.setDefaultTimeout(WAIT);
    const hand = presser();
    const { press } = hand;
    const pane = relance(page);

    // Who one is; the addresses are read off the mailbox.
    await press(pane.locator('[data-key="first-run"]'));
    await press(pane.locator('[data-key="first-run/yes"]'));
    await expect
      .poll(() => page.inputValue("#rl-first-addresses"), POLL)
      .toBe("julien@ferronnerie-delorme.example");
    await page.fill("#rl-first-author", "Julien Delorme");
    await page.fill("#rl-first-name", "Ferronnerie Delorme SARL");
    await press(pane.locator('button[type="submit"]'));

    // The open items: nothing is written before it is agreed to.
    const middle = page.locator("#wb-middle");
    await middle.getByText("Rien n'est encore écrit").waitFor();
    await expect
      .poll(() => textOf(middle), POLL)
      .toContain(`facture · FD-2031 · ${DEBTOR} · 2 340,00 €`);
    await page.fill("#import-as-of", ago(12));
    await press(page.locator('[data-key="import-confirm"]'));
    await page.getByText("4 messages vus, 3 classés.").waitFor();
    await page.waitForSelector('[data-file="03-reponse.eml"] .wb-tag:has-text("à lire")');

    // The answer of ten days ago.
    await press(page.locator('[data-file="03-reponse.eml"]'));
    await pane.locator('[data-key="confirm"]').waitFor();
    const sentence = `Je vous fais le virement des 2 340 € le ${inWords(PROMISED)}, sans faute.`;
    for (const words of [
      `${DEBTOR} · entreprise`,
      "2 340,00 € en retard, jusqu'à 40 jours.",
      `« ${sentence} »`,
      `Une fois confirmé : aucune relance avant le ${shortly(PROMISED)}`,
      "Promesse de paiement",
      `Promesse de 2 340,00 € au plus tard le ${shortly(PROMISED)}.`,
    ]) {
      await expect.poll(() => textOf(pane), POLL).toContain(words);
    }
    await press(pane.locator('[data-key="confirm"]'));
    await page.waitForSelector('[data-file="03-reponse.eml"] .wb-tag:has-text("Promesse")');

    // Its day has passed, but what was paid is known only up to a day before it.
    await press(pane.locator('[data-key="tab/today"]'));
    const row = pane.locator(".rl-row");
    await row.getByText("PROMESSE").waitFor();
    await expect.poll(() => textOf(pane), POLL).toContain(`Encours au ${shortly(ago(12))}`);
    await press(pane.locator('[data-key="payments-known"]'));
    await row.getByText("ROMPUE").waitFor();
    await expect.poll(() => row.count(), POLL).toBe(1);
    await expect.poll(() => textOf(row), POLL).toContain("(2 340,00 € promis)");

    await press(row.getByRole("button", { name: "Préparer la relance" }));
    await page.waitForSelector("#draft-text");
    const text = await page.inputValue("#draft-text");
    expect(plain(text)).toContain(
      `annoncé un règlement de 2 340,00 € pour le ${inWords(PROMISED)} ${String(yearOf(PROMISED))}`,
    );
    await page.fill("#draft-text", text.replace("Bonjour,", "Bonjour Nadia,"));
    const downloading = page.waitForEvent("download");
    await press(page.locator('[data-key="download-draft"]'));
    const eml = await fileOf(await downloading);
    const draft = await readMailBytes(new Uint8Array(eml));
    if (!draft.ok) throw new Error(draft.error.type);
    expect(draft.value.inReplyTo).toEqual([REPLY_ID]);
    expect(draft.value.text).toContain("Bonjour Nadia,");
    expect(draft.value.headers.some(({ name }) => name.toLowerCase() === "x-unsent")).toBe(true);
    await press(page.locator('[data-key="declare-sent"]'));
    await page.getByText("Noté comme envoyé : 1re relance.").waitFor();
    await pane.getByText("Terminé : 1 débiteur.").waitFor();

    // Sent by a mail program that gives it an id of its own; then dropped on the page.
    const sent = Buffer.from(
      eml
        .toString("latin1")
        .replace(/^X-Unsent:.*\r\n/m, `Date: ${stamp(today)}\r\n`)
        .replace(/^Message-ID:.*\r\n/im, "Message-ID: <PAZP264MB1@host.example>\r\n"),
      "latin1",
    );
    const hash = createHash("sha256").update(sent).digest("hex");
    await addFiles(page, [{ name: "envoye.eml", bytes: sent }]);
    await page.getByText("1 message ajouté.").waitFor();
    await pane.getByText(`SHA-256 ${hash.slice(0, 12)}`).waitFor();
    await expect.poll(() => textOf(pane), POLL).toContain("octets tels que reçus");

    const exporting = page.waitForEvent("download");
    await press(pane.locator('[data-key="export"]'));
    const checked = await checkArchive(await fileOf(await exporting));
    expect(checked).toHaveLength(5);
    expect(checked.filter((line) => !line.endsWith(": OK"))).toEqual([]);
    // First run 3, import 1, answer 2, payments 2, draft 3, export 1.
    expect(hand.count).toBeLessThanOrEqual(12);

    const assertKept = async (on: Page): Promise<void> => {
      const history = await openHistory(on);
      expect(countOf(history, "1re relance : envoi")).toBe(1);
      expect(history).toContain("1re relance : envoi retrouvé");
      expect(history).toContain(`${hash.slice(0, 12)}…`);
      expect(history).toContain(sentence);
      await on.click('.wb-list [data-key="tab/sent"]');
      await on.waitForSelector('[data-file="envoye.eml"]');
    };
    await assertKept(page);
    await page.reload();
    await page.waitForSelector(".wb-rows");
    expect(await page.locator('[data-key="import-confirm"]').count()).toBe(0);
    await assertKept(page);

    expect(await first.stop()).toBe(0);
    const second = await runWorkbench([...args, "--port", port]);
    try {
      await page.goto(await second.address());
      await page.waitForSelector(".wb-rows");
      await assertKept(page);
    } finally {
      await second.stop();
    }
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG,
);
