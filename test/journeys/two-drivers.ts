import { createHash } from "node:crypto";
import type { Act, Facts, UseCase } from "#shared/app/use-case.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { sealSegments, textOfSegment } from "#shared/ledger/segment.ts";
import { LEDGER_CORE } from "#gmail/script/ledger/core.ts";
import type { GmailLedger } from "#gmail/script/ledger/ledger.ts";
import { openGmailLedger } from "#gmail/script/ledger/open-ledger.ts";
import { openDriver } from "#src/driver/driver.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import { emptyAccountOfUser, openExecution } from "../addon-gmail/services-in-memory.ts";
import { openSynchronousDriver } from "../hosts/synchronous/driver.ts";

/** One installation of Relance without a face: its day, its author, and a way to run use cases. */
export type Installation = {
  today: CalendarDate;
  by: string;
  readonly run: <Input, View, Refusal>(
    useCase: UseCase<Input, View, Refusal>,
    input: Input,
    bytes?: ReadonlyMap<string, Uint8Array>,
  ) => Promise<Result<View, unknown>>;
  readonly entries: () => Promise<readonly Entry[]>;
  readonly takeIn: (entries: readonly Entry[]) => Promise<void>;
  readonly acts: readonly Act[];
  readonly bytesOf: (sha256: string) => Promise<Uint8Array | null>;
};

export const LEDGER = "led-00000000000000000001";

/**
 * The same stories run on all: one keeps all in memory and waits, one serves only what was asked, and Gmail's opens its
 * ledger anew for every act, over a Drive, properties and a cache of its own.
 */
export const DRIVERS = ["asynchronous", "synchronous", "gmail"] as const;

/** For suites of one use case after another: the journeys tell Gmail's ledger all that these would, at a tenth of the cost. */
export const CORE_DRIVERS = ["asynchronous", "synchronous"] as const;

export const install = async (
  driver: (typeof DRIVERS)[number],
  writer: string,
  today = "2026-11-20",
): Promise<Installation> => {
  let drawn = 0;
  // Repeatable chance: each run is the hash of the writer and a count.
  const chance = (count: number): readonly string[] =>
    Array.from({ length: count }, () => {
      drawn += 1;
      return createHash("sha256")
        .update(`${writer} ${String(drawn)}`)
        .digest("hex")
        .slice(0, 32);
    });
  const acts: Act[] = [];
  const facts = (): Omit<Facts, "chance"> => ({
    today: installation.today,
    now: `${installation.today}T08:30:00.000Z`,
    by: installation.by,
    language: "fr",
  });
  const parts =
    driver === "asynchronous"
      ? await waiting(writer, facts, chance, acts)
      : driver === "gmail"
        ? inGmail(facts, chance, acts)
        : instant(writer, facts, chance, acts);
  const installation: Installation = {
    today: dateOf(today),
    by: "Claire Lacombe",
    acts,
    ...parts,
  };
  return installation;
};

type Parts = Pick<Installation, "run" | "entries" | "takeIn" | "bytesOf">;
type Chance = (count: number) => readonly string[];

const waiting = async (
  writer: string,
  facts: () => Omit<Facts, "chance">,
  chance: Chance,
  acts: Act[],
): Promise<Parts> => {
  const stores = openMemoryStores();
  const opened = await openDriver(stores, {
    facts,
    chance,
    build: "test",
    act: (act) => {
      acts.push(act);
      return Promise.resolve(ok(null));
    },
  });
  if (!opened.ok) throw new Error(opened.error.type);
  await opened.value.begin(LEDGER, writer);
  return {
    run: (useCase, input, bytes = new Map()) => opened.value.run(useCase, input, { bytes }),
    entries: async () => {
      const read = await stores.ledger.readSince(0);
      return read.ok ? read.value.entries : [];
    },
    takeIn: async (entries) => {
      await stores.ledger.takeIn(entries);
      await opened.value.refresh();
    },
    bytesOf: async (sha256) => {
      const bytes = await stores.vault.get(sha256);
      return bytes.ok ? bytes.value : null;
    },
  };
};

const instant = (
  writer: string,
  facts: () => Omit<Facts, "chance">,
  chance: Chance,
  acts: Act[],
): Parts => {
  const driver = openSynchronousDriver(LEDGER, writer, facts, chance);
  let seen = 0;
  return {
    run: (useCase, input, bytes = new Map()) => {
      const result = driver.run(useCase, input, bytes);
      acts.push(...driver.acts().slice(seen));
      seen = driver.acts().length;
      return Promise.resolve(result);
    },
    entries: () => Promise.resolve(driver.entries()),
    takeIn: (entries) => {
      driver.takeIn(entries);
      return Promise.resolve();
    },
    bytesOf: (sha256) => Promise.resolve(driver.vault.get(sha256) ?? null),
  };
};

const inGmail = (facts: () => Omit<Facts, "chance">, chance: Chance, acts: Act[]): Parts => {
  const account = emptyAccountOfUser();
  const open = (): GmailLedger =>
    openGmailLedger(
      { ...openExecution(account).services, chance },
      {
        facts,
        act: (act) => {
          acts.push(act);
          return ok(null);
        },
        core: () => LEDGER_CORE,
        build: "test",
      },
    );
  const begun = open().begin(LEDGER);
  if (!begun.ok) throw new Error(begun.error.type);
  const valueOf = <T>(result: Result<T, { readonly type: string }>): T => {
    if (!result.ok) throw new Error(result.error.type);
    return result.value;
  };
  return {
    run: (useCase, input, bytes = new Map()) =>
      Promise.resolve(open().run(useCase, input, { bytes })),
    entries: () => Promise.resolve(valueOf(open().entries())),
    takeIn: (entries) => {
      valueOf(open().takeIn(sealSegments(entries).map((segment) => textOfSegment(segment))));
      return Promise.resolve();
    },
    bytesOf: (sha256) => Promise.resolve(valueOf(open().vault.get([sha256])).get(sha256) ?? null),
  };
};

/** The view of a run that must succeed. */
export const viewOf = async <View>(result: Promise<Result<View, unknown>>): Promise<View> => {
  const given = await result;
  if (!given.ok) throw new Error(JSON.stringify(given.error));
  return given.value;
};
