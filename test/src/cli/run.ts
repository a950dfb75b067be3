import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "#src/cli/main.ts";
import { readBytes, writeNew, writeWhole } from "#src/cli/io.ts";

export type Ran = { readonly exit: number; readonly out: string; readonly err: string };

/** A folder of files and a clock that stands still, in which commands run as a person would type them. */
export const openDesk = (now = "2026-11-20T09:00:00.000Z") => {
  const folder = mkdtempSync(join(tmpdir(), "relance-cli-"));
  const pathOf = (name: string): string => join(folder, name);
  const run = async (
    argv: readonly string[],
    { env = {}, answers }: { env?: Record<string, string>; answers?: readonly string[] } = {},
  ): Promise<Ran> => {
    let out = "";
    let failed = "";
    const left = [...(answers ?? [])];
    const exit = await main(argv, {
      out: (text) => {
        out += text;
      },
      fail: (text) => {
        failed += text;
      },
      env: { LANG: "fr_FR.UTF-8", RELANCE_LEDGER: pathOf("ledger.relance"), ...env },
      interactive: answers !== undefined,
      ask: () => Promise.resolve(left.shift() ?? ""),
      now: () => now,
      readBytes,
      writeNew,
      writeWhole,
    });
    return { exit, out, err: failed };
  };
  return {
    pathOf,
    run,
    write: (name: string, text: string): string => {
      writeFileSync(pathOf(name), text);
      return pathOf(name);
    },
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a test names the shape it reads
    json: async <T>(argv: readonly string[]): Promise<{ exit: number; body: T }> => {
      const ran = await run([...argv, "--json"]);
      return { exit: ran.exit, body: JSON.parse(ran.out) as T };
    },
    begin: () =>
      run([
        "init",
        "--creditor",
        "Atelier Lacaze",
        "--author",
        "Claire",
        "--own-invoices",
        "--address",
        "claire@lacaze.example",
      ]),
    close: () => {
      rmSync(folder, { recursive: true });
    },
  };
};

export type Desk = ReturnType<typeof openDesk>;
