import { SCORE_WORDS } from "#shared/locales/score-words.ts";
import type { ScoreWords } from "#shared/locales/score-words.ts";
import type { Reading } from "#shared/mail/reading.ts";
import { EXIT, misuse, refuse } from "./cli.ts";
import type { Cli, Exit } from "./cli.ts";
import { jsonLineText, jsonText, wrapped } from "./output.ts";
import {
  CORPUS_BYTES_MAX,
  currencyOfRecord,
  mailLinesOf,
  readRecord,
  recordLinesOf,
  RECORDS_MAX,
  sumOfMinor,
} from "./reply-records.ts";
import type { RecordFault, RecordLine, ReplyMail, ReplyRecord } from "./reply-records.ts";
import { missesOf, scoreOf } from "./reply-score.ts";
import type { Scored } from "./reply-score.ts";
import { missesText, scoreText } from "./score-text.ts";

/** A line that is no record, or not the record that was asked for. */
type LineFault = { readonly file: string; readonly line: number; readonly field: string | null };

type Corpus<T> = {
  readonly records: readonly (RecordLine<T> & { readonly file: string })[];
  readonly faults: readonly LineFault[];
};

/**
 * Reads the mails of corpus files, each beside the claim that its record names, and writes one reading a line in the
 * order of the records. Faulty lines are named, and end in 3; the others are read all the same.
 */
export const readCorpus = async (files: readonly string[], cli: Cli): Promise<Exit> => {
  const corpus = await corpusIn(files, mailLinesOf, cli);
  if (typeof corpus === "number") return corpus;
  const { io, json, language, options } = cli;
  const words = SCORE_WORDS[language];
  const text = corpus.records.map(({ record }) => jsonLineText(readingOf(record))).join("");
  const { out } = options;
  if (out === undefined || out === "-") {
    io.out(text);
  } else {
    const written = await io.writeWhole(out, new TextEncoder().encode(text), isReadings);
    if (written.type === "exists")
      return refuse(cli, { type: "not-readings" }, `${out} : ${words.notReadings}`);
    if (written.type === "unwritable")
      return refuse(
        cli,
        { type: "file-unwritable" },
        `${out} : ${cli.words.files["file-unwritable"]} (${written.detail})`,
      );
    const { length: read } = corpus.records;
    if (json) io.out(jsonText("readings", 1, { file: out, read, faults: corpus.faults }));
    else io.out(wrapped(words.written(out, read)));
  }
  return endWith(corpus, cli, json && out !== undefined && out !== "-");
};

/** Reads records and compares each with its `expected`: all mails together, and by language. */
export const scoreCorpus = async (files: readonly string[], cli: Cli): Promise<Exit> => {
  const corpus = await corpusIn(files, recordLinesOf, cli);
  if (typeof corpus === "number") return corpus;
  const { io, json, language, options } = cli;
  const scored: Scored[] = [];
  const faults = [...corpus.faults];
  for (const { file, line, record } of corpus.records) {
    const { expected } = record;
    if (expected == null) faults.push({ file, line, field: "expected" });
    else scored.push({ record, expected, ...readRecord(record) });
  }
  if (scored.length === 0 && faults.length === 0)
    return refuse(cli, { type: "no-mails" }, SCORE_WORDS[language].noMails);
  const ofLanguage = (lang: ReplyRecord["lang"]) =>
    scoreOf(scored.filter(({ record }) => record.lang === lang));
  const scores = {
    all: scoreOf(scored),
    fr: ofLanguage("fr"),
    en: ofLanguage("en"),
    mixed: ofLanguage("mixed"),
  };
  const misses = options.misses === true ? missesOf(scored) : null;
  if (json)
    io.out(
      jsonText("score", 1, { files, ...scores, ...(misses === null ? {} : { misses }), faults }),
    );
  else {
    io.out(scoreText(scores, language));
    if (misses !== null) io.out(`\n${missesText(misses, language)}`);
  }
  return endWith({ faults }, cli, json);
};

/** Says the faulty lines, unless the answer has named them already. */
const endWith = (
  { faults }: Pick<Corpus<never>, "faults">,
  { io, language }: Cli,
  isSaid: boolean,
): Exit => {
  if (faults.length === 0) return EXIT.done;
  if (isSaid) return EXIT.faulty;
  const words = SCORE_WORDS[language];
  for (const fault of faults) io.fail(wrapped(`relance: ${faultText(fault, words)}`));
  io.fail(wrapped(`relance: ${words.leftOut(faults.length)}`));
  return EXIT.faulty;
};

const faultText = ({ file, line, field }: LineFault, words: ScoreWords): string => {
  const place = `${file}:${String(line)}`;
  return field === null ? words.notJson(place) : words.field(place, field);
};

/** All files or none: a file that is not there is refused before anything is read. */
const corpusIn = async <T>(
  files: readonly string[],
  linesOf: (text: string) => {
    readonly lines: readonly RecordLine<T>[];
    readonly faults: readonly RecordFault[];
  },
  cli: Cli,
): Promise<Corpus<T> | Exit> => {
  const words = SCORE_WORDS[cli.language];
  const named = files.filter((file) => file !== "");
  if (named.length === 0) return misuse(cli, cli.words.usageErrors.missing("CORPUS.jsonl"));
  const records: (RecordLine<T> & { readonly file: string })[] = [];
  const faults: LineFault[] = [];
  for (const file of named) {
    const bytes = await cli.io.readBytes(file);
    if (bytes.type !== "read") {
      const type = bytes.type === "absent" ? "input-absent" : "file-unreadable";
      return refuse(cli, { type }, `${file} : ${cli.words.files[type]}`);
    }
    if (bytes.bytes.length > CORPUS_BYTES_MAX)
      return refuse(cli, { type: "corpus-too-large" }, `${file} : ${words.tooLarge}`);
    const text = utf8Text(bytes.bytes);
    if (text === null) return refuse(cli, { type: "not-text" }, `${file} : ${words.notText}`);
    const read = linesOf(text);
    for (const { line, path } of read.faults)
      faults.push({ file, line, field: path === "" ? null : path });
    for (const one of read.lines) records.push({ file, ...one });
    if (records.length > RECORDS_MAX)
      return refuse(cli, { type: "too-many-mails" }, words.tooMany(file, RECORDS_MAX));
  }
  return { records, faults };
};

const utf8Text = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
};

type ReadingPart = NonNullable<Reading["promise"]>;

/** One line of the answer: sums in units of the claim's currency, dates ISO, null for what the mail does not give. */
const readingOf = (record: ReplyMail): object => {
  const { reading, newWords } = readRecord(record);
  const currency = currencyOfRecord(record);
  const part = ({ by, amountMinor }: Pick<ReadingPart, "by" | "amountMinor">) => ({
    by,
    amount: sumOfMinor(amountMinor, currency),
  });
  const { promise, paid } = reading;
  return {
    id: record.id,
    tag: reading.tag,
    also: reading.also,
    confidence: reading.confidence,
    reply: newWords,
    promise:
      promise === undefined
        ? null
        : {
            ...part(promise),
            ...(promise.parts === undefined ? {} : { parts: promise.parts.map(part) }),
          },
    paid:
      paid === undefined ? null : { on: paid.on, amount: sumOfMinor(paid.amountMinor, currency) },
    dispute: reading.dispute === undefined ? null : { reason: reading.dispute.reason },
    invoices: reading.invoices,
    contact: reading.contact ?? null,
    back: reading.back ?? null,
    grounds: reading.grounds.map(({ of, quote, rule }) => ({ of, quote, rule })),
  };
};

/** Whether a file holds what this command wrote before, or nothing: anything else is somebody's. */
const isReadings = (held: Uint8Array): boolean => {
  const text = utf8Text(held);
  if (text === null) return false;
  if (text.trim() === "") return true;
  try {
    const first: unknown = JSON.parse(text.slice(0, text.indexOf("\n") + 1 || text.length));
    return (
      typeof first === "object" &&
      first !== null &&
      ["id", "tag", "confidence", "grounds"].every((key) => key in first)
    );
  } catch (cause) {
    if (cause instanceof SyntaxError) return false;
    throw cause;
  }
};
