import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { readDate } from "#shared/intake/cells.ts";
import { CLI_WORDS } from "#shared/locales/cli-words.ts";
import type { CliWords } from "#shared/locales/cli-words.ts";
import type { Options } from "./arguments.ts";
import type { Io } from "./io.ts";
import { jsonText, oneLine, wrapped } from "./output.ts";

/** 0 done, 1 refused, 2 usage, 3 faulty lines, or a rate that is missing. */
export const EXIT = { done: 0, refused: 1, usage: 2, faulty: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** One command at work: its words and options, and how it answers. */
export type Cli = {
  readonly io: Io;
  readonly language: Language;
  readonly words: CliWords;
  readonly options: Options;
  readonly json: boolean;
};

export type Command = (words: readonly string[], cli: Cli) => Promise<Exit>;

export const cliOf = (io: Io, language: Language, options: Options): Cli => ({
  io,
  language,
  words: CLI_WORDS[language],
  options,
  json: options.json === true,
});

/** A refusal: in words, or as JSON with its own type and values. */
export const refuse = (
  { io, json }: Pick<Cli, "io" | "json">,
  refusal: { readonly type: string },
  text: string,
  exit: Exit = EXIT.refused,
): Exit => {
  if (json) io.out(jsonText("refusal", 1, { refusal, text: oneLine(text) }));
  else io.fail(wrapped(`relance: ${text}`));
  return exit;
};

export const misuse = (cli: Cli, detail: string): Exit =>
  refuse(cli, { type: "usage" }, `${detail} ${cli.words.usageErrors.hint}`, EXIT.usage);

/** The words of a command by their names, no more and no fewer. */
export const namedWords = (
  given: readonly string[],
  names: readonly string[],
  cli: Cli,
): readonly string[] | Exit => {
  const missing = names[given.length];
  if (missing !== undefined) return misuse(cli, cli.words.usageErrors.missing(missing));
  const extra = given[names.length];
  return extra === undefined ? given : misuse(cli, cli.words.usageErrors.tooMany(extra));
};

/** `undefined`: not given; null: given, and no date. Typed dates may be 31/12/2026. */
export const dateOption = (text: string | undefined): CalendarDate | null | undefined => {
  if (text === undefined) return undefined;
  const exact = parseCalendarDate(text);
  if (exact !== null) return exact;
  const read = readDate(text);
  return read.ok ? read.date : null;
};
