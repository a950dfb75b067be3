import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mailboxReader } from "./mailbox.ts";
import type { Mailbox } from "./mailbox.ts";
import { serve } from "./serve.ts";
import type { ServeOptions, Served } from "./serve.ts";
import type { WireMailbox } from "./wire.ts";
import { wordsFor } from "./words.ts";

/** The browser keeps the ledger by address, so the port stays the same from day to day. */
export const PORT = 4170;
/** The day on which the sample's story stands. */
const SAMPLE_DAY = "2026-11-20";

/**
 * `npm start`: opens the workbench over the sample mailbox, or over the user's own mails.
 *
 *     npm start -- --mailbox DIR_OR_MBOX --invoices FILE.csv --port 4170
 *
 * Gives the exit code once the server has closed: 0, 1 where a file or the port is refused, 2 for wrong usage.
 */
export const main = async (argv: readonly string[]): Promise<number> => {
  const words = wordsFor(process.env["LC_ALL"] ?? process.env["LANG"] ?? "");
  const options = readOptions(argv);
  if (options === null) {
    process.stderr.write(`${words.usage}\n`);
    return 2;
  }
  const here = dirname(fileURLToPath(import.meta.url));
  const sample = join(here, "sample");
  const read = mailboxReader(options.mailbox ?? join(sample, "mail"));
  const opened = await read();
  if (!opened.ok) {
    process.stderr.write(`${words.mailboxRefused(opened.error)}\n`);
    return 1;
  }
  const invoicesPath =
    options.invoices ?? (options.mailbox === null ? join(sample, "invoices.csv") : null);
  const invoices = invoicesPath === null ? null : await readOrNull(invoicesPath);
  if (invoicesPath !== null && invoices === null) {
    process.stderr.write(`${words.fileNotFound(invoicesPath)}\n`);
    return 1;
  }
  const build = await buildOf(here);
  const aboutOf = (mailbox: Mailbox): WireMailbox => ({
    kind: options.mailbox === null ? "sample" : "own",
    today: options.mailbox === null ? SAMPLE_DAY : null,
    name: options.mailbox ?? "",
    mails: mailbox.mails,
    passedOver: mailbox.passedOver,
    invoicesFile: invoicesPath === null ? null : basename(invoicesPath),
    build,
  });
  let mailbox = opened.value;
  const again = async () => {
    const found = await read();
    // A folder that has vanished meanwhile leaves the list as it was; each mail then says that it is gone.
    if (found.ok) mailbox = found.value;
    return { about: aboutOf(mailbox), mailbox };
  };
  const story = options.mailbox === null ? await readOrNull(join(sample, "expected.json")) : null;
  return run(
    options.port,
    { page: join(here, "page"), mailbox: again, invoices, story },
    aboutOf(mailbox),
    words,
  );
};

type Options = {
  readonly mailbox: string | null;
  readonly invoices: string | null;
  readonly port: number;
};

const readOptions = (argv: readonly string[]): Options | null => {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        mailbox: { type: "string" },
        invoices: { type: "string" },
        port: { type: "string" },
      },
    });
    const port = values.port === undefined ? PORT : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return null;
    return { mailbox: values.mailbox ?? null, invoices: values.invoices ?? null, port };
  } catch {
    // parseArgs throws for an option it does not know: the usage line is the answer.
    return null;
  }
};

const run = async (
  port: number,
  parts: {
    readonly page: string;
    readonly mailbox: ServeOptions["mailbox"];
    readonly invoices: Uint8Array | null;
    readonly story: Uint8Array | null;
  },
  about: WireMailbox,
  words: ReturnType<typeof wordsFor>,
): Promise<number> => {
  let served: Served | null = null;
  try {
    served = await serve({
      port,
      ...parts,
      onOpened: () => {
        process.stdout.write(`${words.anotherBrowser(served?.address() ?? "")}\n`);
      },
    });
  } catch (cause) {
    process.stderr.write(`${words.portRefused(port, codeOf(cause))}\n`);
    return 1;
  }
  const { server, address } = served;
  process.stdout.write(`${words.open(address(), about)}\n`);
  return new Promise((resolve) => {
    const stop = (): void => {
      server.close();
      server.closeAllConnections();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    server.once("close", () => {
      resolve(0);
    });
  });
};

const readOrNull = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(path);
  } catch {
    // Absent or not permitted: the caller names the file.
    return null;
  }
};

const buildOf = async (folder: string): Promise<string> => {
  const page = await readFile(join(folder, "page", "index.html"));
  return createHash("sha256").update(page).digest("hex").slice(0, 16);
};

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
