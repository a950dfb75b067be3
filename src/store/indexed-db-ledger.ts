import * as z from "zod/mini";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { LedgerStore, StaleHead, StoreFault } from "#shared/app/ports.ts";
import type { Tip } from "#shared/ledger/append.ts";
import { SEGMENT_CHARS_MAX, SEGMENT_ENTRIES_MAX } from "#shared/ledger/segment.ts";
import { WITNESS_SCHEMA } from "./witness-schema.ts";
import type { Connection, ReadTransaction, WriteTransaction } from "./indexed-db-connection.ts";
import { appendRefusal, appendRows, entriesSince, eraseRows, takeInRows } from "./segment-rows.ts";
import type { SegmentRow, Standing } from "./segment-rows.ts";
import { NOTHING_HERE, corrupt } from "./store-faults.ts";

const count = z.int().check(z.nonnegative());

const ROW = z.readonly(
  z.object({
    arrival: z.int().check(z.positive()),
    name: z.string(),
    writer: z.string(),
    first: z.int().check(z.positive()),
    count: z.int().check(z.positive(), z.lte(SEGMENT_ENTRIES_MAX)),
    sealed: z.boolean(),
    text: z.string().check(z.maxLength(SEGMENT_CHARS_MAX)),
  }),
);

const STANDING = z.readonly(
  z.object({
    tip: z.object({
      ledger: z.string(),
      writer: z.string(),
      sequence: count,
      hash: z.string(),
      tick: count,
    }),
    arrived: count,
    rewritten: count,
  }),
);

/** The ledger's rows in IndexedDB. Every step is one transaction, so that tabs can only come one after the other. */
export const indexedDbLedger = (connection: Connection): LedgerStore => {
  const announced = <T, E>(result: Result<Changed<T>, E>): Result<T, E> => {
    if (!result.ok) return result;
    if (result.value.changed) connection.announce();
    return ok(result.value.value);
  };
  return {
    tip: () =>
      connection.read(["meta"], async (transaction) => {
        const standing = await readStanding(transaction);
        return standing.ok ? ok(standing.value?.tip ?? null) : standing;
      }),
    begin: async (tip) =>
      announced(
        await connection.write<Changed<Tip>, StaleHead | StoreFault>(
          ["meta"],
          "strict",
          async (transaction) => {
            const standing = await readStanding(transaction);
            if (!standing.ok) return standing;
            if (standing.value !== null) {
              return err({ type: "stale-head", tip: standing.value.tip });
            }
            await putRows(transaction, { tip, arrived: 0, rewritten: 0 }, []);
            return ok({ value: tip, changed: true });
          },
        ),
      ),
    append: async (expected, entries) =>
      announced(
        await connection.write(["meta", "segments"], "strict", async (transaction) => {
          const standing = await readStanding(transaction);
          if (!standing.ok) return standing;
          const refusal = appendRefusal(standing.value, expected);
          if (!refusal.ok || standing.value === null) {
            return refusal.ok ? err(NOTHING_HERE) : refusal;
          }
          const last = await readLastRow(transaction);
          if (!last.ok) return last;
          const step = appendRows(standing.value, last.value, entries);
          if (!step.ok) return step;
          await putRows(transaction, step.value.standing, step.value.rows);
          return ok({ value: step.value.standing.tip, changed: entries.length > 0 });
        }),
      ),
    readSince: async (arrival) => {
      const read = await connection.read(["meta", "segments"], async (transaction) => {
        const standing = await readStanding(transaction);
        if (!standing.ok) return standing;
        if (standing.value === null) return ok(null);
        // The row that holds the first entry wanted begins at most one segment's length before it.
        const rows = await readRows(transaction, arrival + 2 - SEGMENT_ENTRIES_MAX);
        return rows.ok ? ok({ standing: standing.value, rows: rows.value }) : rows;
      });
      if (!read.ok) return read;
      if (read.value === null) {
        return arrival === 0 ? ok({ entries: [], arrival: 0, rewritten: 0 }) : err(NOTHING_HERE);
      }
      const { standing, rows } = read.value;
      const entries = entriesSince(rows, standing, arrival);
      if (!entries.ok) return entries;
      const { arrived, rewritten } = standing;
      return ok({ entries: entries.value, arrival: arrived, rewritten });
    },
    takeIn: async (entries) =>
      announced(
        await connection.write(["meta", "segments"], "strict", async (transaction) => {
          const standing = await readStanding(transaction);
          if (!standing.ok) return standing;
          if (standing.value === null) return err(NOTHING_HERE);
          const rows = await readRows(transaction, 0);
          if (!rows.ok) return rows;
          const step = takeInRows(standing.value, rows.value, entries);
          if (!step.ok) return step;
          const { added, standing: after, rows: changed } = step.value;
          await putRows(transaction, after, changed);
          return ok({
            value: { added, arrival: after.arrived },
            changed: changed.length > 0,
          });
        }),
      ),
    erase: async (hashes) =>
      announced(
        await connection.write(["meta", "segments"], "strict", async (transaction) => {
          const standing = await readStanding(transaction);
          if (!standing.ok) return standing;
          if (standing.value === null) return ok({ value: 0, changed: false });
          const rows = await readRows(transaction, 0);
          if (!rows.ok) return rows;
          const step = eraseRows(standing.value, rows.value, new Set(hashes));
          if (!step.ok) return step;
          await putRows(transaction, step.value.standing, step.value.rows);
          return ok({ value: step.value.erased, changed: step.value.erased > 0 });
        }),
      ),
    segmentTexts: () =>
      connection.read(["segments"], async (transaction) => {
        const rows = await readRows(transaction, 0);
        return rows.ok ? ok(new Map(rows.value.map((row) => [row.name, row.text]))) : rows;
      }),
    witness: () =>
      connection.read(["meta"], async (transaction) =>
        parsed(
          WITNESS_SCHEMA,
          "meta row witness",
          await transaction.objectStore("meta").get("witness"),
        ),
      ),
    keepWitness: (witness) =>
      connection.write(["meta"], "strict", async (transaction) => {
        await transaction.objectStore("meta").put(witness, "witness");
        return ok(null);
      }),
    onChange: connection.onChange,
    close: connection.close,
  };
};

/** What a write answers, and whether others have anything new to read. */
type Changed<T> = { readonly value: T; readonly changed: boolean };

type Transaction = ReadTransaction | WriteTransaction;

const readStanding = async (
  transaction: Transaction,
): Promise<Result<Standing | null, StoreFault>> =>
  parsed(STANDING, "meta row standing", await transaction.objectStore("meta").get("standing"));

/** Rows in order of arrival, from the first that begins at or after `from`. */
const readRows = async (
  transaction: Transaction,
  from: number,
): Promise<Result<readonly SegmentRow[], StoreFault>> => {
  const values = await transaction
    .objectStore("segments")
    .getAll(from > 1 ? IDBKeyRange.lowerBound(from) : undefined);
  const rows: SegmentRow[] = [];
  for (const value of values) {
    const row = parsed(ROW, `segment row ${String(rows.length + 1)} from ${String(from)}`, value);
    if (!row.ok) return row;
    if (row.value !== null) rows.push(row.value);
  }
  return ok(rows);
};

const readLastRow = async (
  transaction: Transaction,
): Promise<Result<SegmentRow | null, StoreFault>> => {
  const cursor = await transaction.objectStore("segments").openCursor(null, "prev");
  return cursor === null
    ? ok(null)
    : parsed(ROW, `segment row ${String(cursor.key)}`, cursor.value);
};

/** Null where there is no such row. */
const parsed = <T>(
  schema: z.ZodMiniType<T>,
  what: string,
  value: unknown,
): Result<T | null, StoreFault> => {
  if (value === undefined) return ok(null);
  const result = schema.safeParse(value);
  return result.success ? ok(result.data) : err(corrupt(`${what} is not as it was written`));
};

const putRows = async (
  transaction: WriteTransaction,
  standing: Standing,
  rows: readonly SegmentRow[],
): Promise<void> => {
  const segments = rows.length > 0 ? transaction.objectStore("segments") : null;
  await Promise.all([
    ...rows.map((row) => segments?.put(row)),
    transaction.objectStore("meta").put(standing, "standing"),
  ]);
};
