import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SAMPLE = "src/workbench/sample/invoices.csv";
const folder = mkdtempSync(join(tmpdir(), "relance-process-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const relance = (
  ...argv: readonly string[]
): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/relance.mjs", ...argv], {
    cwd: ROOT,
    encoding: "utf8",
    env: {
      ...process.env,
      LANG: "fr_FR.UTF-8",
      LC_ALL: "",
      RELANCE_LEDGER: join(folder, "l.relance"),
    },
  });
  return { status, out: stdout, err: stderr };
};

describe("relance as a program", () => {
  it("takes the sample's invoices in and says what is due", { timeout: 120_000 }, () => {
    expect(relance("nothing").status).toBe(2);
    const begun = relance(
      "init",
      "--creditor",
      "Lacaze",
      "--author",
      "Claire",
      "--own-invoices",
      "--address",
      "c@lacaze.example",
    );
    expect(begun).toMatchObject({ status: 0, err: "" });
    expect(relance("import", SAMPLE, "--yes").status).toBe(0);
    const again = relance("import", SAMPLE, "--yes", "--json");
    expect(JSON.parse(again.out)).toMatchObject({ writes: false, written: false });
    expect(relance("pay", "LAC-2026-0088", "1150").status).toBe(0);
    const due = relance("due", "--on", "2026-11-20");
    expect(due.status).toBe(0);
    expect(due.out).toContain("Nordis SAS");
    expect(due.out).toMatch(/Rien n'est dû par : Atelier Bloch/);
    expect(due.out.includes("\u001b")).toBe(false);
    expect(relance("check").status).toBe(0);
  });

  it("leaves the old file whole where the disk takes no more", { timeout: 120_000 }, () => {
    const file = join(folder, "many.csv");
    const lines = Array.from(
      { length: 3_000 },
      (_, at) => `A;business;N${String(at)};2026-03-01;2026-03-31;1\n`,
    );
    writeFileSync(file, `debtor;kind;number;issued;due;total\n${lines.join("")}`);
    const path = join(folder, "l.relance");
    const before = readFileSync(path);
    // A limit on the size of files stops the write half way, as a full disk does.
    const ran = spawnSync(
      "bash",
      ["-c", `ulimit -f 64; exec "$0" bin/relance.mjs import "$1" --yes`, process.execPath, file],
      {
        cwd: ROOT,
        encoding: "utf8",
        env: { ...process.env, LANG: "fr_FR.UTF-8", RELANCE_LEDGER: path },
      },
    );
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("plus de place");
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(["l.relance", "many.csv"]);
  });
});
