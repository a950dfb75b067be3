import { parseArgs } from "node:util";
import type { Language } from "#shared/kernel/money.ts";
import { CLI_WORDS } from "#shared/locales/cli-words.ts";

const OPTIONS = {
  ledger: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  creditor: { type: "string" },
  author: { type: "string" },
  country: { type: "string" },
  address: { type: "string", multiple: true },
  "own-invoices": { type: "boolean" },
  yes: { type: "boolean" },
  "skip-faulty": { type: "boolean" },
  kind: { type: "string" },
  "as-of": { type: "string" },
  complete: { type: "boolean" },
  correct: { type: "boolean" },
  on: { type: "string" },
  reference: { type: "string" },
  currency: { type: "string" },
  again: { type: "boolean" },
  entries: { type: "boolean" },
  against: { type: "string" },
  reason: { type: "string" },
  in: { type: "string" },
  full: { type: "boolean" },
  owner: { type: "string" },
  to: { type: "string" },
  corpus: { type: "string", multiple: true },
  out: { type: "string" },
  score: { type: "string", multiple: true },
  misses: { type: "boolean" },
} as const;

type OptionName = keyof typeof OPTIONS;

/** Options that every command takes; the others are its own. */
const EVERYWHERE: readonly OptionName[] = ["ledger", "lang", "json", "help"];

export const COMMANDS = {
  init: ["creditor", "author", "country", "address", "own-invoices"],
  import: ["yes", "skip-faulty", "kind", "as-of", "complete", "correct", "author"],
  pay: ["on", "reference", "currency", "again", "author"],
  due: ["on"],
  show: ["entries"],
  search: [],
  backup: [],
  merge: ["author"],
  handover: ["owner", "to", "author"],
  check: ["against"],
  erase: ["reason", "author"],
  read: ["corpus", "out", "score", "misses"],
  interest: ["in", "full"],
  rates: ["on"],
} as const satisfies Readonly<Record<string, readonly OptionName[]>>;

export type CommandName = keyof typeof COMMANDS;

export type Options = {
  readonly [K in OptionName]?: (typeof OPTIONS)[K] extends { readonly multiple: true }
    ? readonly string[] | undefined
    : (typeof OPTIONS)[K]["type"] extends "boolean"
      ? boolean | undefined
      : string | undefined;
};

export type Parsed =
  | { readonly type: "help"; readonly language: Language }
  | {
      readonly type: "command";
      readonly name: CommandName;
      readonly words: readonly string[];
      readonly options: Options;
      readonly language: Language;
    }
  | {
      readonly type: "usage";
      readonly detail: string;
      readonly language: Language;
      readonly json: boolean;
    };

const isCommand = (name: string): name is CommandName =>
  Object.prototype.hasOwnProperty.call(COMMANDS, name);

/** French first: English is spoken where the terminal is English. */
export const languageOf = (
  lang: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language | null => {
  if (lang === "fr" || lang === "en") return lang;
  if (lang !== undefined) return null;
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return /^en/i.test(locale ?? "") ? "en" : "fr";
};

export const parseCommand = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Parsed => {
  const spoken = languageOf(undefined, env) ?? "fr";
  const read = parsedOrDetail(argv);
  if ("detail" in read) {
    const detail = CLI_WORDS[spoken].usageErrors.option(read.detail);
    return { type: "usage", detail, language: spoken, json: argv.includes("--json") };
  }
  const { values, positionals } = read;
  const language = languageOf(values.lang, env);
  const json = values.json === true;
  if (language === null) {
    const detail = CLI_WORDS[spoken].usageErrors.notALanguage(values.lang ?? "");
    return { type: "usage", detail, language: spoken, json };
  }
  const words = CLI_WORDS[language].usageErrors;
  const [name, ...rest] = positionals;
  if (values.help === true || name === "help") return { type: "help", language };
  if (name === undefined)
    return { type: "usage", detail: words.missing("COMMANDE"), language, json };
  if (!isCommand(name))
    return { type: "usage", detail: words.unknownCommand(name), language, json };
  const allowed: readonly string[] = [...EVERYWHERE, ...COMMANDS[name]];
  const stray = Object.keys(values).find((option) => !allowed.includes(option));
  if (stray !== undefined)
    return { type: "usage", detail: words.option(`--${stray} (${name})`), language, json };
  return { type: "command", name, words: rest, options: values, language };
};

const parsedOrDetail = (
  argv: readonly string[],
):
  | { readonly values: Options; readonly positionals: readonly string[] }
  | { readonly detail: string } => {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (cause) {
    if (cause instanceof TypeError && "code" in cause) return { detail: cause.message };
    throw cause;
  }
};
