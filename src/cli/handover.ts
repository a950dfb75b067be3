import { ownedAccounts, passOnDebtors } from "#shared/app/owner-acts.ts";
import { makeExtract } from "#src/store/extract.ts";
import { EXIT, misuse, namedWords, refuse } from "./cli.ts";
import type { Cli, Command } from "./cli.ts";
import { refuseFile, withLedger } from "./open-ledger.ts";
import type { OpenLedger } from "./open-ledger.ts";
import { jsonText, wrapped } from "./output.ts";
import { actText } from "./refusals.ts";

/** An extract of what one of us follows, for another to merge; with `--to`, the debtors are passed on first. */
export const handover: Command = async (given, cli) => {
  const read = namedWords(given, ["FICHIER"], cli);
  if (typeof read === "number") return read;
  const [out = ""] = read;
  const { owner } = cli.options;
  if (owner === undefined) return misuse(cli, cli.words.usageErrors.missing("--owner"));
  return withLedger(cli, async (ledger) => {
    const accounts = await accountsPassedOn(ledger, owner, cli);
    if (typeof accounts === "number") return accounts;
    const made = await makeExtract(ledger.stores, {
      at: cli.io.now(),
      accounts: new Set(accounts),
    });
    if (!made.ok) return refuseFile(cli, ledger.path, made.error);
    const written = await cli.io.writeNew(out, made.value);
    if (written.type === "exists") return refuseFile(cli, out, { type: "file-exists" });
    if (written.type === "unwritable")
      return refuseFile(cli, out, { type: "file-unwritable", code: written.detail });
    const { io, words } = cli;
    if (cli.json) io.out(jsonText("handover", 1, { file: out, debtors: accounts.length }));
    else io.out(wrapped(words.handover(out, accounts.length)));
    return EXIT.done;
  });
};

const accountsPassedOn = async ({ driver }: OpenLedger, owner: string, cli: Cli) => {
  const { options, words, language } = cli;
  const done =
    options.to === undefined
      ? await driver.run(ownedAccounts, { owner })
      : await driver.run(passOnDebtors, { from: owner, to: options.to });
  if (!done.ok) return refuse(cli, done.error, actText(done.error, words, language));
  if (done.value.accounts.length > 0) return done.value.accounts;
  const refusal = { type: "owns-nothing", owner } as const;
  return refuse(cli, refusal, actText(refusal, words, language));
};
