import { openLedger } from "#shared/app/ledger-acts.ts";
import { NEW_CREDITOR } from "#shared/app/settings-view.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { createBackupFile } from "#src/store/disk/backup-file.ts";
import type { Cli, Command } from "./cli.ts";
import { EXIT, misuse, namedWords, refuse } from "./cli.ts";
import { chanceRun, dayIn, driverOver, ledgerPath, refuseFile } from "./open-ledger.ts";
import { jsonText, oneLine } from "./output.ts";
import { actText } from "./refusals.ts";

type Answers = {
  readonly creditor: string;
  readonly author: string;
  readonly addresses: readonly string[];
  readonly ownInvoices: boolean;
};

const listOf = (text: string): readonly string[] =>
  text
    .split(/[\s,;]/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== "");

/** From the options; what they leave out is asked where somebody can answer. Null: something is missing. */
const answersOf = async ({ io, options, words }: Cli): Promise<Answers | null> => {
  const addresses = (options.address ?? []).flatMap(listOf);
  if (!io.interactive) {
    const { creditor, author } = options;
    if (creditor === undefined || author === undefined || addresses.length === 0) return null;
    if (options["own-invoices"] !== true) return null;
    return { creditor, author, addresses, ownInvoices: true };
  }
  const creditor = options.creditor ?? (await io.ask(words.ask.creditor));
  const author = options.author ?? (await io.ask(words.ask.author));
  const asked = addresses.length > 0 ? null : await io.ask(words.ask.addresses);
  const ownInvoices = options["own-invoices"] === true || (await askYes(io.ask, words.ask));
  if (creditor === null || author === null || ownInvoices === null) return null;
  const own = asked === null ? addresses : listOf(asked);
  return { creditor, author, addresses: own, ownInvoices };
};

/** Asked again while the answer is neither; three times neither is a no. Null: nobody is there any more. */
const askYes = async (
  ask: Cli["io"]["ask"],
  words: Cli["words"]["ask"],
): Promise<boolean | null> => {
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = (await ask(words.ownInvoices))?.trim().toLowerCase();
    if (answer === undefined) return null;
    if (words.yes.includes(answer)) return true;
    if (words.no.includes(answer)) return false;
  }
  return false;
};

/** Opens a ledger in a new file. */
export const init: Command = async (given, cli) => {
  const { words, language, io, options } = cli;
  const read = namedWords(given, [], cli);
  if (typeof read === "number") return read;
  const path = ledgerPath(cli);
  if (path === null) return misuse(cli, words.usageErrors.ledgerMissing);
  const answers = await answersOf(cli);
  if (answers === null) {
    const missing = [
      options.creditor === undefined ? "--creditor" : null,
      options.author === undefined ? "--author" : null,
      options.address === undefined ? "--address" : null,
      options["own-invoices"] === true ? null : "--own-invoices",
    ].filter((flag): flag is string => flag !== null);
    return misuse(cli, words.usageErrors.initNeeds(missing.join(", ")));
  }
  const country = (options.country ?? NEW_CREDITOR.country).toUpperCase();
  const creditor: CreditorIdentity = {
    ...NEW_CREDITOR,
    name: answers.creditor.trim(),
    signatory: answers.author.trim(),
    addresses: [...answers.addresses],
    country,
    language,
    timeZone:
      country === "FR"
        ? NEW_CREDITOR.timeZone
        : new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const input = { creditor, ownInvoices: answers.ownInvoices };
  // Asked before the file is made: what is refused leaves no file behind.
  const ledger = idOfChance("led", chanceRun());
  const now = io.now();
  const decided = openLedger.decide(
    input,
    {
      ledger,
      creditor: emptyCreditor(),
      accounts: new Map(),
      accountsByKey: new Map(),
      searchRows: [],
    },
    {
      today: dayIn(creditor.timeZone, now),
      now,
      by: creditor.signatory ?? "",
      language,
      chance: Array.from({ length: 16 }, chanceRun),
    },
  );
  if (!decided.ok) return refuse(cli, decided.error, actText(decided.error, words, language));
  const stores = await createBackupFile(path, ledger, { now: io.now });
  if (!stores.ok) return refuseFile(cli, path, stores.error);
  const named = { ...cli, options: { ...options, author: creditor.signatory ?? undefined } };
  const opened = await driverOver(stores.value, named);
  if (!opened.ok) return refuseFile(cli, path, opened.error);
  const done = await opened.value.driver.run(openLedger, input);
  opened.value.driver.close();
  if (!done.ok) return refuse(cli, done.error, actText(done.error, words, language));
  const text = words.init(path, creditor.name);
  if (cli.json) io.out(jsonText("init", 1, { file: path, ledger, creditor: creditor.name }));
  else io.out(`${oneLine(text)}\n`);
  return EXIT.done;
};
