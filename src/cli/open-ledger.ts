import { randomBytes } from "node:crypto";
import { NOTHING_ASKED, viewOnly } from "#shared/app/use-case.ts";
import type { Facts, UseCase } from "#shared/app/use-case.ts";
import type { Stores } from "#shared/app/ports.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { err, invariant, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { openDriver } from "#src/driver/driver.ts";
import type { Driver } from "#src/driver/driver.ts";
import { openBackupFileStores } from "#src/store/disk/backup-file.ts";
import type { BackupFileRefusal } from "#src/store/disk/backup-file.ts";
import type { Cli, Exit } from "./cli.ts";
import type { ReadBytes } from "./io.ts";
import { misuse, refuse } from "./cli.ts";
import { faultText } from "./refusals.ts";

export type OpenLedger = {
  readonly path: string;
  readonly stores: Stores;
  readonly driver: Driver;
  readonly creditor: CreditorState;
  /** In the creditor's time zone. */
  readonly today: CalendarDate;
  readonly close: () => void;
};

export const chanceRun = (): string => randomBytes(16).toString("hex");

/** The day of an instant where the creditor is; UTC where the zone is not one. */
export const dayIn = (timeZone: string, instant: string): CalendarDate => {
  const day =
    parseCalendarDate(localDay(timeZone, instant)) ?? parseCalendarDate(instant.slice(0, 10));
  invariant(day !== null, "the clock gives a day");
  return day;
};

const localDay = (timeZone: string, instant: string): string => {
  const zones = timeZone === "" ? "UTC" : timeZone;
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: zones, dateStyle: "short" }).format(
      new Date(instant),
    );
  } catch (cause) {
    // A zone that this Node does not know.
    if (cause instanceof RangeError) return "";
    throw cause;
  }
};

const creditorOf: UseCase<null, CreditorState, never> = {
  name: "creditor",
  asks: () => NOTHING_ASKED,
  decide: (_, { creditor }) => ok(viewOnly(creditor)),
};

/** A driver over stores, whose facts follow what the ledger says of its creditor. */
export const driverOver = async (
  stores: Stores,
  cli: Cli,
): Promise<
  Result<
    { readonly driver: Driver; readonly creditor: CreditorState; readonly today: CalendarDate },
    BackupFileRefusal
  >
> => {
  let known: CreditorState | null = null;
  const facts = (): Omit<Facts, "chance"> => {
    const now = cli.io.now();
    return {
      today: dayIn(known?.creditor?.timeZone ?? "Europe/Paris", now),
      now,
      by: authorOf(cli, known),
      language: cli.language,
    };
  };
  const opened = await openDriver(stores, {
    facts,
    chance: (count) => Array.from({ length: count }, chanceRun),
    // No mailbox here: nothing that a command runs has an act to do.
    act: ({ key }) => Promise.resolve(err({ type: "act-failed", key, detail: "no mailbox" })),
    build: "cli",
  });
  if (!opened.ok) return opened;
  const asked = await opened.value.run(creditorOf, null);
  invariant(asked.ok, "a view is not refused");
  known = asked.value;
  return ok({ driver: opened.value, creditor: known, today: facts().today });
};

/** Who writes: as said now, else as the ledger says, else as the system does. */
export const authorOf = ({ options, io }: Cli, known: CreditorState | null): string =>
  options.author ??
  io.env["RELANCE_AUTHOR"] ??
  known?.creditor?.signatory ??
  io.env["USER"] ??
  io.env["USERNAME"] ??
  "relance";

export const ledgerPath = ({ options, io }: Cli): string | null => {
  const path = options.ledger ?? io.env["RELANCE_LEDGER"] ?? "";
  return path === "" ? null : path;
};

/** Runs work over the ledger that the options name, and closes it whatever happens. */
export const withLedger = async (
  cli: Cli,
  work: (ledger: OpenLedger) => Promise<Exit>,
): Promise<Exit> => {
  const path = ledgerPath(cli);
  if (path === null) return misuse(cli, cli.words.usageErrors.ledgerMissing);
  const stores = await openBackupFileStores(path, { now: cli.io.now });
  if (!stores.ok) return refuseFile(cli, path, stores.error);
  const opened = await driverOver(stores.value, cli);
  if (!opened.ok) {
    stores.value.ledger.close();
    return refuseFile(cli, path, opened.error);
  }
  const { driver, creditor, today } = opened.value;
  try {
    return await work({
      path,
      stores: stores.value,
      driver,
      creditor,
      today,
      close: driver.close,
    });
  } finally {
    driver.close();
  }
};

/** A file to take in, which is not there or cannot be read. */
export const refuseInput = (cli: Cli, path: string, read: Exclude<ReadBytes, Read>): Exit =>
  refuseFile(
    cli,
    path,
    read.type === "absent"
      ? { type: "input-absent" }
      : { type: "file-unreadable", code: read.detail },
  );

type Read = Extract<ReadBytes, { readonly type: "read" }>;

export const refuseFile = (cli: Cli, path: string, fault: Parameters<typeof faultText>[0]): Exit =>
  refuse(cli, fault, `${path} : ${faultText(fault, cli.words, cli.language)}`);
