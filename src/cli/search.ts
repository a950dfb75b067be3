import { searchView } from "#shared/app/search-view.ts";
import { EXIT, misuse, refuse } from "./cli.ts";
import type { Command } from "./cli.ts";
import { withLedger } from "./open-ledger.ts";
import { jsonText, shownLine, tableText, wrapped } from "./output.ts";
import { actText } from "./refusals.ts";

/** Finds names, numbers, amounts, addresses, telephones and references. */
export const search: Command = async (given, cli) => {
  const { io, words, language } = cli;
  if (given.length === 0) return misuse(cli, words.usageErrors.missing("MOTS"));
  return withLedger(cli, async ({ driver }) => {
    const found = await driver.run(searchView, { query: given.join(" ") });
    if (!found.ok) return refuse(cli, found.error, actText(found.error, words, language));
    const { hits, status } = found.value;
    if (cli.json) {
      io.out(
        jsonText("search", 1, {
          query: given.join(" "),
          hits: hits.map(({ account, kind, label, debtor }) => ({
            account,
            kind,
            label: shownLine(label),
            debtor: debtor === null ? null : shownLine(debtor),
          })),
          status: shownLine(status),
        }),
      );
      return EXIT.done;
    }
    if (hits.length > 0)
      io.out(
        tableText(
          [{ title: "" }, { title: "" }, { title: "" }],
          hits.map(({ label, kindWord, debtor }) => [
            shownLine(label),
            shownLine(kindWord),
            debtor === null ? "" : shownLine(debtor),
          ]),
        ).replace(/^\n/, ""),
      );
    io.out(wrapped(shownLine(status)));
    return EXIT.done;
  });
};
