import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { unzipBytes } from "#src/files/zip.ts";
import { addFiles, launch, openFile, runWorkbench, visit } from "./workbench-pages.ts";
import type { Running } from "./workbench-pages.ts";

const SAMPLE = join(import.meta.dirname, "../../src/workbench/sample");
const LONG = 120_000;
const WAIT = { timeout: 30_000 };

let browser: Browser;
let sample: Running;

beforeAll(async () => {
  [browser, sample] = await Promise.all([launch(), runWorkbench(["--port", "0"])]);
}, LONG);
afterAll(async () => {
  await browser.close();
  await sample.stop();
});

const relance = (page: Page) => page.locator(".wb-pane--relance");

/** Waits until the look at start has found the answers that the sample leaves to be read. */
const looked = (page: Page): Promise<unknown> =>
  page.waitForSelector('.wb-list [data-key="tab/inbox"] .rl-count:text-is("4")');

const downloaded = async (page: Page, work: () => Promise<unknown>): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent("download"), work()]);
  return readFile(await download.path());
};

describe("the local inbox over its sample", () => {
  it(
    "goes from an answer to a reminder found sent, and keeps all of it over a reload",
    async () => {
      const { page, context, faults } = await visit(browser, await sample.address());
      await looked(page);
      expect(await page.textContent(".wb-sample")).toContain("vendredi 20 novembre 2026");

      await openFile(page, "063-nordis-virement-fin-de-semaine.eml");
      await relance(page).getByText("Nordis SAS").first().waitFor();
      await relance(page).getByText("12\u202f640,00").first().waitFor();
      await relance(page).getByRole("button", { name: "Confirmer" }).click();
      await page.waitForSelector('[data-file^="063"] .wb-tag:has-text("Promesse de paiement")');

      await relance(page).getByRole("tab", { name: "Aujourd" }).click();
      await relance(page).getByRole("button", { name: "Préparer la relance" }).first().click();
      await page.waitForSelector("#draft-text");
      await expect
        .poll(() => page.inputValue("#draft-to"), WAIT)
        .toBe("sarah@atelier-bloch.example");
      await expect.poll(() => page.inputValue("#draft-text"), WAIT).toContain("13 novembre 2026");

      const text = await page.inputValue("#draft-text");
      await page.fill("#draft-text", text.replace("Bonjour,", "Bonjour Sarah <3,"));
      await page.click('[data-key="save-draft"]');
      await page.getByText("Brouillon enregistré.").waitFor();
      const eml = await downloaded(page, () => page.click('[data-key="download-draft"]'));
      const draft = await readMailBytes(new Uint8Array(eml));
      if (!draft.ok) throw new Error(draft.error.type);
      const header = (name: string) =>
        draft.value.headers.find((one) => one.name.toLowerCase() === name)?.value;
      expect(header("x-unsent")).toBe("1");
      expect(draft.value.inReplyTo).toHaveLength(1);
      expect(draft.value.references.length).toBeGreaterThan(0);
      expect(draft.value.text).toContain("Bonjour Sarah <3,");
      expect(draft.value.html).toContain("Bonjour Sarah &lt;3,");
      expect(draft.value.html).toContain("<table");

      await page.click('[data-key="as-if-sent"]');
      await page.getByText("l'étape a été retrouvée").waitFor();
      await page.waitForSelector('.wb-mail h1:has-text("LAC-2026-0088")');
      await relance(page).getByText("octets tels que reçus").first().waitFor();

      await page.reload();
      await page.waitForSelector(".wb-rows");
      await page.click('.wb-list [data-key="tab/sent"]');
      await page.waitForSelector('.wb-row:has-text("LAC-2026-0088"):has-text("Atelier Bloch")');
      await page.click('.wb-list [data-key="tab/drafts"]');
      await expect.poll(() => page.locator(".wb-rows .wb-row").count(), WAIT).toBe(0);
      expect(faults).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    "files without asking only what is in a known thread or of a known contact",
    async () => {
      const { page, context } = await visit(browser, await sample.address());
      await looked(page);
      await page.click('.wb-list [data-key="tab/all"]');
      const row = (file: string): Promise<string | null> =>
        page.textContent(`[data-file^="${file}"]`);
      expect(await row("063")).toContain("à lire");
      expect(await row("061")).toContain("à lire");
      // A forger who names the debtor, a newcomer, a sister, an official who names a number.
      for (const stranger of ["059", "058", "054", "055"]) {
        expect(await row(stranger), stranger).not.toContain("à lire");
      }
      await context.close();
    },
    LONG,
  );

  it(
    "exports a thread that sha256sum accepts",
    async () => {
      const { page, context } = await visit(browser, await sample.address());
      await looked(page);
      await openFile(page, "063-nordis-virement-fin-de-semaine.eml");
      await relance(page).getByRole("button", { name: "Confirmer" }).waitFor();
      const zip = await downloaded(page, async () => {
        await relance(page).locator('[aria-haspopup="menu"]').first().click();
        await page.getByRole("menuitem", { name: "Exporter le fil" }).click();
      });
      const members = unzipBytes(new Uint8Array(zip));
      if (!members.ok) throw new Error(members.error.type);
      const folder = await mkdtemp(join(tmpdir(), "relance-export-"));
      try {
        const file = join(folder, "thread.zip");
        await writeFile(file, zip);
        const run = promisify(execFile);
        await run("python3", ["-m", "zipfile", "-e", file, folder]);
        const checked = await run("sha256sum", ["-c", "manifest-sha256.txt"], { cwd: folder });
        expect(
          checked.stdout
            .trim()
            .split("\n")
            .every((line) => line.endsWith(": OK")),
        ).toBe(true);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
      await context.close();
    },
    LONG,
  );

  it(
    "begins again on demand",
    async () => {
      const { page, context } = await visit(browser, await sample.address());
      await looked(page);
      await openFile(page, "063-nordis-virement-fin-de-semaine.eml");
      await relance(page).getByRole("button", { name: "Confirmer" }).click();
      await page.waitForSelector('[data-file^="063"] .wb-tag:has-text("Promesse")');
      await page.click('[data-key="reset"]');
      await page.click('[data-key="reset-yes"]');
      await page.waitForSelector('[data-file^="063"] .wb-tag:has-text("à lire")');
      expect(await page.textContent('[data-file^="063"]')).not.toContain("Promesse");
      await context.close();
    },
    LONG,
  );
});

const HEAD = [
  "From: =?utf-8?q?Sarah_Bloch?= <sarah@atelier-bloch.example>",
  "To: claire@menuiserie-lacombe.example",
];
const eml = (...lines: readonly string[]): Buffer => Buffer.from(lines.join("\r\n"));

describe("mails dropped on the page", () => {
  it(
    "are taken in, found to be answers, and still there after a reload",
    async () => {
      const { page, context } = await visit(browser, await sample.address());
      await looked(page);
      const bytes = eml(
        ...HEAD,
        "Subject: paiement 0088",
        "Message-ID: <dropped-1@atelier-bloch.example>",
        "Date: Fri, 20 Nov 2026 08:10:00 +0100",
        "",
        "Bonjour, je vous paie les 1150 euros le 27 novembre. Sarah",
      );
      await addFiles(page, [{ name: "dropped.eml", bytes }]);
      await page.getByText("1 message ajouté.").waitFor();
      await page.waitForSelector('[data-file="dropped.eml"] .wb-tag:has-text("à lire")');
      await relance(page).getByText("Atelier Bloch").first().waitFor();
      await addFiles(page, [{ name: "again.eml", bytes }]);
      await page.getByText("1 message était déjà là.").waitFor();
      await page.reload();
      await page.waitForSelector('[data-file="dropped.eml"] .wb-tag:has-text("à lire")');
      expect(await page.locator('[data-file="dropped.eml"]').count()).toBe(1);
      await context.close();
    },
    LONG,
  );

  it(
    "may be hostile: the page shows their text, names what it left out, and stays alive",
    async () => {
      const { page, context, faults } = await visit(browser, await sample.address());
      await looked(page);
      const scripts = eml(
        ...HEAD,
        "Subject: <img src=x onerror=document.title='hacked'>",
        "Content-Type: text/html; charset=utf-8",
        "",
        "<p>Bonjour<script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\"><a href=\"javascript:document.title='hacked'\">payer</a></p>",
      );
      const crowd = eml(
        ...HEAD.slice(0, 1),
        `To: ${Array.from({ length: 10_000 }, (_, index) => `a${String(index)}@crowd.example`).join(",\r\n ")}`,
        "Subject: crowd",
        "",
        "Bonjour",
      );
      const torn = eml(
        ...HEAD,
        "Subject: torn",
        'Content-Type: multipart/mixed; boundary="cut"',
        "",
        "--cut",
        "Content-Type: text/plain",
        "",
        "le debut seulement",
        "--cut",
        "Content-Type: application/pdf; name=",
      );
      const large = Buffer.concat([
        eml(...HEAD, "Subject: large", "", ""),
        Buffer.alloc(27 * 1024 * 1024, "x".repeat(75) + "\n"),
      ]);
      await addFiles(page, [{ name: "scripts.eml", bytes: scripts }]);
      await page.waitForSelector('.wb-mail h1:has-text("onerror")');
      expect(await page.textContent(".wb-written")).toContain("Bonjour");
      expect(await page.textContent(".wb-mail")).toContain("ce message ne porte pas de date");
      await addFiles(page, [{ name: "crowd.eml", bytes: crowd }]);
      await page.waitForSelector('.wb-mail h1:has-text("crowd")');
      expect(await page.textContent(".wb-mail")).toContain("Plus de 500 destinataires");
      await addFiles(page, [{ name: "torn.eml", bytes: torn }]);
      await page.waitForSelector('.wb-mail h1:has-text("torn")');
      expect(await page.textContent(".wb-mail")).toContain("le debut seulement");
      await addFiles(page, [{ name: "large.eml", bytes: large }]);
      await page.waitForSelector('.wb-mail h1:has-text("large")', { timeout: 60_000 });
      expect(await page.textContent(".wb-mail")).toContain("il n'est pas affiché");
      await relance(page).getByText("Atelier Bloch").first().waitFor();
      await addFiles(page, [
        { name: "photo.eml", bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]) },
      ]);
      await page.getByText("1 fichier n'est pas un message.").waitFor();
      expect(await page.title()).toBe("Relance");
      expect(faults).toEqual([]);
      await context.close();
    },
    LONG,
  );
});

describe("a browser that refuses storage", () => {
  it(
    "still opens everything, says that nothing will be kept, and offers a backup",
    async () => {
      const before = `
        const refuse = () => { throw new DOMException("blocked", "SecurityError"); };
        Object.defineProperty(globalThis, "indexedDB", { get: refuse });
        Object.defineProperty(globalThis, "localStorage", { get: refuse });`;
      const { page, context, faults } = await visit(browser, await sample.address(), { before });
      await looked(page);
      expect(await page.textContent(".wb-notices")).toContain(
        "Rien de ce que vous faites ne sera conservé",
      );
      const file = await downloaded(page, () => page.click('[data-key="notice/storage"]'));
      expect(file.subarray(0, 2).toString()).toBe("PK");
      await openFile(page, "063-nordis-virement-fin-de-semaine.eml");
      await relance(page).getByRole("button", { name: "Confirmer" }).click();
      await page.waitForSelector('[data-file^="063"] .wb-tag:has-text("Promesse")');
      expect(faults).toEqual([]);
      await context.close();
    },
    LONG,
  );
});

describe("one's own mailbox", () => {
  it(
    "asks who one is, takes the invoices file in on one click, and finds the answers",
    async () => {
      const own = await runWorkbench([
        "--port",
        "0",
        "--mailbox",
        join(SAMPLE, "mail"),
        "--invoices",
        join(SAMPLE, "invoices.csv"),
      ]);
      try {
        const { page, context, faults } = await visit(browser, await own.address());
        await relance(page).locator('[data-key="first-run"]').click();
        await relance(page).locator('[data-key="first-run/yes"]').click();
        expect(await page.inputValue("#rl-first-addresses")).toBe(
          "compta@menuiserie-lacombe.example\nclaire@menuiserie-lacombe.example",
        );
        await page.fill("#rl-first-author", "Claire Lacombe");
        await page.fill("#rl-first-name", "Menuiserie Lacombe SARL");
        await relance(page).locator('button[type="submit"]').click();
        await page.click('[data-key="import-confirm"]');
        await page.getByText("64 messages vus, 45 classés.").waitFor();
        await page.click('.wb-list [data-key="tab/sent"]');
        await page.waitForSelector('.wb-row:has-text("Nordis SAS")');
        await page.reload();
        await page.waitForSelector('[data-key="tab/inbox"] .rl-count');
        expect(await page.locator('[data-key="import-confirm"]').count()).toBe(0);
        expect(faults).toEqual([]);
        await context.close();
      } finally {
        await own.stop();
      }
    },
    LONG,
  );
});

describe("npm start", () => {
  it(
    "says in words that its port is taken, and ends with 1",
    async () => {
      const port = new URL(await sample.address()).port;
      const second = await runWorkbench(["--port", port]);
      const code = await new Promise((resolve) => second.child.once("exit", resolve));
      expect(code).toBe(1);
      expect(second.said()).toMatch(/Le port \d+ est déjà pris|Port \d+ is taken/);
    },
    LONG,
  );
});
