import { restoreInto } from "#src/store/backup.ts";
import { readBackup } from "#src/store/backup-format.ts";
import { EXIT, namedWords } from "./cli.ts";
import type { Command } from "./cli.ts";
import { chanceRun, refuseFile, refuseInput, withLedger } from "./open-ledger.ts";
import { jsonText, wrapped } from "./output.ts";

/** Takes in another copy of the same ledger: a union, which overwrites nothing. */
export const merge: Command = async (given, cli) => {
  const read = namedWords(given, ["FICHIER"], cli);
  if (typeof read === "number") return read;
  const [file = ""] = read;
  const { io, words } = cli;
  const bytes = await io.readBytes(file);
  if (bytes.type !== "read") return refuseInput(cli, file, bytes);
  const backup = readBackup(bytes.bytes);
  if (!backup.ok) return refuseFile(cli, file, backup.error);
  return withLedger(cli, async (ledger) => {
    const restored = await restoreInto(ledger.stores, backup.value, { chance: chanceRun() });
    if (!restored.ok) return refuseFile(cli, file, restored.error);
    const { added, already, blobs, forks, problems } = restored.value;
    if (cli.json) io.out(jsonText("merge", 1, { file, added, already, blobs, forks, problems }));
    else {
      io.out(wrapped(words.merge(added, already, blobs)));
      if (forks.length > 0) io.out(wrapped(words.forks(forks.length)));
      const others = problems.filter(({ type }) => type !== "fork");
      if (others.length > 0) io.out(wrapped(words.mergeProblems(others.length)));
    }
    return EXIT.done;
  });
};
