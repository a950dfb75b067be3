import { createHash } from "node:crypto";
import { makeBackup } from "#src/store/backup.ts";
import { readBackup } from "#src/store/backup-format.ts";
import { EXIT, namedWords } from "./cli.ts";
import type { Command } from "./cli.ts";
import { refuseFile, withLedger } from "./open-ledger.ts";
import { jsonText, wrapped } from "./output.ts";

/** Makes a backup in a new file; its heads are what later checks of this ledger compare with. */
export const backup: Command = async (given, cli) => {
  const read = namedWords(given, ["FICHIER"], cli);
  if (typeof read === "number") return read;
  const [out = ""] = read;
  const { io, words } = cli;
  return withLedger(cli, async (ledger) => {
    const made = await makeBackup(ledger.stores, { at: io.now() });
    if (!made.ok) return refuseFile(cli, ledger.path, made.error);
    const written = await io.writeNew(out, made.value);
    if (written.type === "exists") return refuseFile(cli, out, { type: "file-exists" });
    if (written.type === "unwritable")
      return refuseFile(cli, out, { type: "file-unwritable", code: written.detail });
    const shape = readBackup(made.value);
    if (!shape.ok) return refuseFile(cli, out, shape.error);
    const { ledger: id, witness } = shape.value.manifest;
    let entries = 0;
    for (const { segment } of shape.value.segments.values()) entries += segment.entries.length;
    const facts = { file: out, ledger: id, entries, ledgerHead: witness.ledgerHead };
    if (cli.json)
      io.out(
        jsonText("backup", 1, {
          ...facts,
          sha256: createHash("sha256").update(made.value).digest("hex"),
        }),
      );
    else io.out(wrapped(words.backup(out, entries)));
    return EXIT.done;
  });
};
