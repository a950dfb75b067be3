import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleScript, projectFiles } from "../../../scripts/gmail-build.mjs";
import { createAccount } from "../../hosts/apps-script/account.ts";
import { mailText } from "../../hosts/apps-script/demo-project.ts";
import { openProject } from "../../hosts/apps-script/host.ts";
import type { Gmail, Project } from "../../hosts/apps-script/host.ts";

/** The script as it would be pushed, under a person's hands. */
const { webapp: _desk, ...CARDS_ALONE } = JSON.parse(
  readFileSync("appsscript.json", "utf8"),
) as Record<string, unknown>;
const MANIFEST = JSON.stringify(CARDS_ALONE);

let files: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  files = projectFiles(await bundleScript(), { variant: "public" });
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const plainly = (texts: readonly string[]): string =>
  texts.join("\n").replace(/[\u00a0\u202f]/g, " ");

/** A person who has just said who they are. */
const begun = (): { readonly project: Project; readonly gmail: Gmail } => {
  const project = openProject({ files, manifest: MANIFEST, account: createAccount() });
  const gmail = project.openGmail({ locale: "fr" });
  gmail.openHome();
  gmail.click("Commencer");
  gmail.click("Oui, les miennes");
  gmail.fill("author", "Claire Lacombe");
  gmail.fill("name", "Menuiserie Lacombe");
  gmail.fill("addresses", "claire@menuiserie-lacombe.example");
  gmail.click("Commencer");
  expect(project.lastExecution().fault).toBeNull();
  return { project, gmail };
};

// Each click is a fresh realm that takes a megabyte of script: slow where cores are shared.
describe("the script that is pushed", { timeout: 180_000 }, () => {
  it("makes a debtor of a mail of nobody, an invoice of its form, and files the answer byte for byte", () => {
    const { project, gmail } = begun();
    const { mailbox, drive } = project.account;
    const nobody = gmail.openMessage(mailbox.receive(bytesOf(mailText({ id: "a" }))).id);
    // The properties once, the mail itself, and no part of the script.
    expect(nobody.counts).toEqual({ properties: 1, fetch: 1 });
    expect(gmail.card().fields).toEqual(["name"]);
    gmail.fill("name", "Nordis & Fils");
    gmail.click("Nouveau débiteur");
    expect(gmail.card().title).toBe("Nordis & Fils");
    gmail.click("Voir la créance");
    gmail.click("Ajouter une facture");
    gmail.fill("number", "F-1");
    gmail.fill("total", "1 200,00");
    gmail.fill("issuedOn", "2026-09-01");
    gmail.fill("dueOn", "2026-10-01");
    gmail.click("Ajouter");
    expect(plainly(gmail.card().lines)).toContain("1 200,00 €");

    const answer = bytesOf(
      mailText({
        id: "b",
        answers: "a",
        text: "Nous réglerons la facture F-1 de 1 200,00 € le 27 novembre 2026.\n\nCordialement",
      }),
    );
    const received = mailbox.receive(answer);
    const run = gmail.openMessage(received.id);
    expect(run.fault).toBeNull();
    expect(plainly(gmail.card().lines)).toContain("le 27 novembre 2026");
    gmail.click("Confirmer");
    expect(plainly(gmail.card().lines)).toContain("Fait");
    const kept = [...drive.byPath()].flatMap(([path, { bytes }]) =>
      path.includes("vault") && bytes !== null ? [Buffer.from(bytes)] : [],
    );
    expect(kept.some((bytes) => bytes.equals(Buffer.from(received.raw)))).toBe(true);
    gmail.click("Annuler");
    expect(plainly(gmail.card().lines)).not.toContain("Promesse enregistrée");
  });

  it("draws what a hostile mail holds in less than 50 kB, on phones too", () => {
    const { project } = begun();
    const phone = project.openGmail({ client: "ANDROID", locale: "fr" });
    const evil = `<b>&"'`.repeat(3_000);
    const raw = mailText({
      id: "c",
      from: `"${"<&".repeat(300)}" <x@evil.example>`,
      subject: evil.slice(0, 900),
      text: evil,
    });
    phone.openMessage(project.account.mailbox.receive(bytesOf(raw)).id);
    expect(phone.card().size).toBeLessThan(50_000);
    phone.fill("name", "Evil");
    phone.click("Nouveau débiteur");
    expect(project.lastExecution().fault).toBeNull();
    expect(phone.card().size).toBeLessThan(50_000);
    expect(phone.card().labels).toContain("Réglages");
  });
});
