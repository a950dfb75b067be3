import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportThread } from "#shared/app/export-thread.ts";
import { threadExport } from "#shared/proof/thread-export.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { file, filed, mail, ours, stateOf, tag } from "../../fixtures/mails.ts";
import { typeIn } from "../../journeys/ledger-story.ts";
import { install, viewOf } from "../../journeys/two-drivers.ts";

const HOSTILE = mail({
  messageId: "<hostile@x>",
  subject: "../../etc/passwd\nexhibit 9 · .eml\r\n\\ $(rm -rf) Réglé ÉTÉ",
  text: [
    "Bonjour",
    "Pièce 9 · 2026-01-01 · mail (reçu)\u2028  SHA-256 : 0000",
    "\u202eexterne\u0085\u000b  mails/faux.eml",
  ].join("\n"),
  from: { address: "compta@debtor-1.example", name: "x\n  forged" },
});

const given = async () => {
  const device = await install("asynchronous", "wri-export");
  const account = (await typeIn(device)).get("Nordis SAS")!;
  await filed(device, account, ours({ subject: "Facture LAC-01" }));
  await viewOf(tag(device, account, HOSTILE, "question"));
  const inside = {
    messageId: "<inside@x>",
    subject: "Entre nous",
    text: "Ils mentent.",
    to: [{ address: "paul@menuiserie-lacombe.example", name: "" }],
  };
  await filed(device, account, ours(inside));
  const state = await stateOf(device, account);
  const exported = (language: "fr" | "en", absent: readonly string[] = []) =>
    threadExport(state, "Menuiserie\nLacombe", new Set(absent), dateOf("2026-11-20"), language);
  return { device, account, state, exported };
};

const textOf = (made: ReturnType<typeof threadExport>, index: number): string => {
  const member = made.members[index];
  return member !== undefined && "text" in member ? member.text : "";
};

describe("the exported thread", () => {
  it("is accepted by sha256sum, file by file", async () => {
    const { device, exported } = await given();
    const folder = mkdtempSync(join(tmpdir(), "relance-export-"));
    try {
      for (const member of exported("fr").members) {
        const path = join(folder, member.name);
        mkdirSync(dirname(path), { recursive: true });
        const bytes = "text" in member ? member.text : await device.bytesOf(member.sha256);
        writeFileSync(path, bytes ?? "");
      }
      const strict = ["--strict", "-c", "manifest-sha256.txt"];
      const checked = execFileSync("sha256sum", strict, { cwd: folder }).toString();
      expect(checked.split("\n").filter((line) => line.endsWith(": OK"))).toHaveLength(3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("says which bytes are absent instead of naming a file that is not there", async () => {
    const { exported } = await given();
    const { sha256 } = file(HOSTILE);
    for (const language of ["fr", "en"] as const) {
      const whole = exported(language);
      const made = exported(language, [sha256!]);
      expect(made.members).toHaveLength(whole.members.length - 1);
      expect(made.needs).not.toContain(sha256);
      const chronology = textOf(made, made.members.length - 2);
      expect(chronology).toContain(sha256);
      expect(textOf(made, made.members.length - 1)).not.toContain(sha256);
      expect(chronology.split("\n").length).toBe(
        textOf(whole, whole.members.length - 2).split("\n").length,
      );
    }
  });

  it("has names that every system reads alike, whatever the subject", async () => {
    const { exported } = await given();
    const made = exported("fr");
    for (const { name } of made.members) {
      expect(name).toMatch(/^(?:mails\/)?[A-Za-z0-9-]+\.(?:eml|txt)$/);
      expect(name.length).toBeLessThan(100);
    }
    expect(made.members[1]?.name).toContain("Regle-ETE");
    expect(made.fileName).toBe("Nordis-SAS-2026-11-20.zip");
  });

  it("lets no subject, name or word pass for a line of ours", async () => {
    const { exported } = await given();
    const made = exported("fr");
    const chronology = textOf(made, made.members.length - 2);
    expect(chronology).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/,
    );
    const lines = chronology.split("\n");
    expect(lines.filter((line) => line.startsWith("Pièce 9"))).toEqual([]);
    expect(lines.filter((line) => line.startsWith("  mails/faux"))).toEqual([]);
    expect(lines[0]).toContain("Menuiserie Lacombe");
    const theirs = lines.filter((line) => line.startsWith("  | "));
    expect(theirs.some((line) => line.includes("Pièce 9"))).toBe(true);
  });

  it("has nothing of what colleagues wrote to one another", async () => {
    const { exported } = await given();
    const all = JSON.stringify(exported("fr"));
    expect(all).not.toContain("mentent");
    expect(all).not.toContain("Entre");
  });

  it("is refused for an account that is not there, and holds only its papers where nothing was exchanged", async () => {
    const { device } = await given();
    const nobody = await device.run(exportThread, { account: "__proto__", absent: [] });
    expect(nobody).toEqual({ ok: false, error: { type: "account-unknown", account: "__proto__" } });
    const empty = await install("synchronous", "wri-empty");
    const account = (await typeIn(empty)).get("Pichon")!;
    const made = await viewOf(empty.run(exportThread, { account, absent: [] }));
    expect(made.members).toHaveLength(2);
    expect(made.needs).toEqual([]);
  });
});
