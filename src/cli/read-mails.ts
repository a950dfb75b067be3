import { asksOfMessage, matchLoaded } from "#shared/app/mail-match.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { decimalString } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { SCORE_WORDS } from "#shared/locales/score-words.ts";
import type { MailMatch } from "#shared/mail/match.ts";
import type { Message } from "#shared/mail/message.ts";
import { readableOf, readMessage } from "#shared/mail/reading.ts";
import type { Reading } from "#shared/mail/reading.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { EXIT, misuse, refuse } from "./cli.ts";
import type { Cli, Command, Exit } from "./cli.ts";
import { dayIn, ledgerPath, withLedger } from "./open-ledger.ts";
import type { OpenLedger } from "./open-ledger.ts";
import { jsonText, oneLine, shownLine, wrapped } from "./output.ts";
import { readCorpus, scoreCorpus } from "./read-corpus.ts";

type Read = {
  readonly reading: Reading;
  readonly newWords: string;
  readonly match: MailMatch;
  readonly debtor: { readonly account: string; readonly name: string } | null;
  readonly currency: Currency;
};

/** What a mail says, read beside the claim it belongs to where the ledger knows one. Nothing is written. */
const readMail: UseCase<Message, Read, never> = {
  name: "read-mail",
  asks: (message) => asksOfMessage(message),
  decide: (message, loaded, facts) => {
    const match = matchLoaded(message, loaded);
    const best = match.verdict === "one" ? (match.ranked[0]?.account ?? null) : null;
    const state = best === null ? undefined : loaded.accounts.get(best);
    const invoices = state === undefined ? [] : balancesOf(state).invoices;
    const currency = invoices[0]?.currency ?? "EUR";
    const { creditor } = loaded.creditor;
    const readable = readableOf(message);
    const reading = readMessage(readable, {
      sentOn: message.sentOn ?? facts.today,
      currency,
      invoices: invoices.map(({ invoice, total }) => ({
        number: invoice.number,
        totalMinor: total,
        dueOn: invoice.portions[0]?.dueOn ?? invoice.issuedOn,
      })),
      ownAddresses: creditor?.addresses ?? [],
      knownIbans: creditor?.iban == null ? [] : [creditor.iban],
    });
    const debtor =
      state === undefined
        ? null
        : { account: state.account, name: state.debtor?.name ?? state.account };
    return ok(viewOnly({ reading, newWords: readable.newWords, match, debtor, currency }));
  },
};

export const readMails: Command = async (given, cli) => {
  const { corpus, score, out, misses } = cli.options;
  const { together } = SCORE_WORDS[cli.language];
  if (corpus !== undefined && score !== undefined)
    return misuse(cli, together("--corpus", "--score"));
  if (out !== undefined && corpus === undefined)
    return misuse(cli, cli.words.usageErrors.missing("--corpus FICHIER.jsonl"));
  if (misses === true && score === undefined)
    return misuse(cli, cli.words.usageErrors.missing("--score FICHIER.jsonl"));
  // A shell turns `--score *.jsonl` into one value and words after it.
  if (corpus !== undefined) return readCorpus([...corpus, ...given], cli);
  if (score !== undefined) return scoreCorpus([...score, ...given], cli);
  if (given.length === 0) return misuse(cli, cli.words.usageErrors.missing("FICHIER.eml"));
  if (ledgerPath(cli) === null) return readAll(given, cli, null);
  return withLedger(cli, (ledger) => readAll(given, cli, ledger));
};

type Answer =
  | { readonly file: string; readonly message: Message; readonly read: Read }
  | { readonly file: string; readonly refusal: { readonly type: string }; readonly text: string };

/** A file that is refused does not stop the others; the exit code says that there was one. */
const readAll = async (
  files: readonly string[],
  cli: Cli,
  ledger: OpenLedger | null,
): Promise<Exit> => {
  const answers: Answer[] = [];
  for (const file of files) answers.push(await readOne(file, cli, ledger));
  if (cli.json) cli.io.out(jsonText("read", 1, { mails: answers.map(jsonOf) }));
  else {
    for (const answer of answers) {
      if ("refusal" in answer) refuse(cli, answer.refusal, `${answer.file} : ${answer.text}`);
      else for (const text of linesOf(answer, cli)) cli.io.out(text);
    }
  }
  return answers.some((answer) => "refusal" in answer) ? EXIT.refused : EXIT.done;
};

const readOne = async (file: string, cli: Cli, ledger: OpenLedger | null): Promise<Answer> => {
  const { io, words } = cli;
  const bytes = await io.readBytes(file);
  if (bytes.type !== "read") {
    const type = bytes.type === "absent" ? "input-absent" : "file-unreadable";
    return { file, refusal: { type }, text: words.files[type] };
  }
  const message = await readMailBytes(bytes.bytes);
  if (!message.ok) {
    return { file, refusal: message.error, text: words.mail[message.error.type] };
  }
  const read =
    ledger === null
      ? readAlone(message.value, cli)
      : await ledger.driver.run(readMail, message.value);
  if (!read.ok) return { file, refusal: read.error, text: words.files["run-failed"] };
  return { file, message: message.value, read: read.value };
};

const readAlone = (message: Message, { io, language }: Cli) => {
  const now = io.now();
  const decided = readMail.decide(
    message,
    {
      ledger: "",
      creditor: emptyCreditor(),
      accounts: new Map(),
      accountsByKey: new Map(),
      searchRows: [],
    },
    { today: dayIn("Europe/Paris", now), now, by: "", language, chance: [] },
  );
  return decided.ok ? ok(decided.value.view) : decided;
};

type ReadAnswer = Extract<Answer, { readonly read: Read }>;

const valuesJson = ({ reading, currency }: Read): object => {
  const sum = (minor: number | null): string | null =>
    minor === null ? null : decimalString({ minor, currency });
  const part = ({ by, amountMinor }: { by: CalendarDate | null; amountMinor: number | null }) => ({
    by,
    amount: sum(amountMinor),
  });
  const { promise, paid, dispute, contact, back, fraud } = reading;
  return {
    currency,
    promise:
      promise === undefined ? null : { ...part(promise), parts: (promise.parts ?? []).map(part) },
    paid: paid === undefined ? null : { on: paid.on, amount: sum(paid.amountMinor) },
    dispute: dispute ?? null,
    contact: contact ?? null,
    back: back ?? null,
    fraud: fraud ?? null,
    invoices: reading.invoices,
  };
};

const jsonOf = (answer: Answer): object => {
  if ("refusal" in answer) return answer;
  const { file, message, read } = answer;
  const { reading, match, debtor } = read;
  return {
    file,
    messageId: message.messageId,
    subject: message.subject,
    from: message.from?.address ?? null,
    sentOn: message.sentOn,
    direction: match.direction,
    newWords: read.newWords,
    tag: reading.tag,
    also: reading.also,
    confidence: reading.confidence,
    values: valuesJson(read),
    grounds: reading.grounds,
    match: { verdict: match.verdict, debtor, ranked: match.ranked },
    problems: message.problems,
  };
};

const linesOf = function* (
  { file, message, read }: ReadAnswer,
  { words, language }: Cli,
): Generator<string> {
  const { tags, confidence } = MAIL_WORDS[language];
  const { reading, debtor } = read;
  yield wrapped(`${file} · ${message.subject}`, "  ", "");
  yield wrapped(
    `${words.read.tag} : ${shownLine(tags[reading.tag])} (${shownLine(confidence[reading.confidence])})`,
    "    ",
    "  ",
  );
  yield wrapped(`${words.read.match} : ${debtor?.name ?? words.read.noMatch}`, "    ", "  ");
  for (const { of, quote } of reading.grounds)
    yield wrapped(`${words.read.grounds} (${of}) : « ${oneLine(quote)} »`, "    ", "  ");
  yield wrapped(`${words.read.words} : ${read.newWords.slice(0, 600)}`, "    ", "  ");
};
