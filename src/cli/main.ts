import { unreachable } from "#shared/kernel/result.ts";
import { CLI_WORDS } from "#shared/locales/cli-words.ts";
import { parseCommand } from "./arguments.ts";
import type { CommandName } from "./arguments.ts";
import { backup } from "./backup.ts";
import { check } from "./check.ts";
import { cliOf, EXIT, refuse } from "./cli.ts";
import type { Command } from "./cli.ts";
import { due } from "./due.ts";
import { erase } from "./erase.ts";
import { handover } from "./handover.ts";
import { importFile } from "./import-file.ts";
import { init } from "./init.ts";
import { interest } from "./interest.ts";
import { processIo } from "./io.ts";
import type { Io } from "./io.ts";
import { merge } from "./merge.ts";
import { pay } from "./pay.ts";
import { rates } from "./rates.ts";
import { readMails } from "./read-mails.ts";
import { search } from "./search.ts";
import { show } from "./show.ts";

const COMMANDS: Readonly<Record<CommandName, Command>> = {
  init,
  import: importFile,
  handover,
  pay,
  due,
  show,
  search,
  backup,
  merge,
  check,
  erase,
  read: readMails,
  interest,
  rates,
};

/** Runs `relance` with its arguments; gives the exit code: 0 done, 1 refused, 2 usage, 3 faulty lines or a missing rate. */
export const main = async (argv: readonly string[], io: Io = processIo()): Promise<number> => {
  const parsed = parseCommand(argv, io.env);
  switch (parsed.type) {
    case "help":
      io.out(CLI_WORDS[parsed.language].usage);
      return EXIT.done;
    case "usage": {
      const { language, json, detail } = parsed;
      const { hint } = CLI_WORDS[language].usageErrors;
      return refuse({ io, json }, { type: "usage" }, `${detail} ${hint}`, EXIT.usage);
    }
    case "command":
      return COMMANDS[parsed.name](parsed.words, cliOf(io, parsed.language, parsed.options));
    default:
      return unreachable(parsed);
  }
};
