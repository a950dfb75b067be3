import type { Asks, Loaded } from "#shared/app/use-case.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Services } from "#gmail/script/google-port.ts";
import { derivedOver } from "./derived.ts";
import { driveOver } from "./drive.ts";
import type { Drive } from "./drive.ts";
import type { GmailLedgerFault, GmailLedgerHost, RefoldProgress } from "./ledger.ts";
import { loadAsked, readShards } from "./load.ts";
import type { Lost, Picture } from "./load.ts";
import { outgrown, rebuildStep } from "./rebuild.ts";
import type { Session } from "./session.ts";
import { settle } from "./settle.ts";
import { metaProperty, readStored, rebuildFrom } from "./stored.ts";
import type { Stored, Values } from "./stored.ts";
import { isSweepDue, sweepStep } from "./sweep.ts";
import { dayStep, daySteps, isDayDue } from "./today.ts";

/** How long a click waits for another execution that writes; it takes a second or two. */
const LOCK_WAIT_MS = 12_000;
/** How long a card works at making the ledger whole before it says that it is not: its execution ends at 30 s. */
const CARD_REBUILD_MS = 14_000;
/** Time enough to deal accounts to more shards, or keys to a table with room: the hourly job, never a click. */
const ROOMY_MS = 60_000;
/** What a click gives to sweeping the vault, for whoever has no hourly job: the rest of it is for the next one. */
const CLICK_SWEEP_MS = 4_000;
/** Steps of one execution: whatever goes wrong again and again has an end. */
const STEPS_MAX = 500;

export const NO_LEDGER: GmailLedgerFault = { type: "ledger-not-begun" };

/** The hidden files were worked out again and still are not what was written. */
export const LOST_TWICE: GmailLedgerFault = {
  type: "journal-damaged",
  files: 0,
  detail: "hidden files are gone again",
};

const WHOLE: RefoldProgress = { done: true, steps: 1, stepsDone: 1 };

export type LoadedPicture = { readonly loaded: Loaded; readonly picture: Picture };

/** Holds what one execution knows of the properties, and sees to it that the ledger is whole before it is used. */
export type Keeper = {
  readonly drive: Drive;
  readonly values: () => Values;
  /** What was written, without reading it back; null: what lies there is not known. */
  readonly hold: (values: Values | null) => void;
  readonly stored: () => Result<Stored | null, GmailLedgerFault>;
  readonly sessionOf: (stored: Stored) => Session;
  /** Over what the properties say once the lock is held. */
  readonly underLock: <T, E>(work: () => Result<T, E>) => Result<T, E | GmailLedgerFault>;
  /** Ends what an execution that was cut had begun. Only under the lock. */
  readonly settled: () => Result<Stored | null, GmailLedgerFault>;
  /** The ledger, whole and settled; null: none was begun. */
  readonly ready: () => Result<Stored | null, GmailLedgerFault>;
  /** Goes on making the ledger whole, and the list of today, until it is or the time is over. Only under the lock. */
  readonly workUntil: (until: number, withDay: boolean) => Result<RefoldProgress, GmailLedgerFault>;
  /** After a loss that was seen over `seen`. */
  readonly makeWhole: (seen: Stored, inLock: boolean) => Result<null, GmailLedgerFault>;
  /** Loads; what was lost is worked out again, once. */
  readonly load: (asks: Asks, inLock: boolean) => Result<LoadedPicture, GmailLedgerFault>;
  /** Reads; what was lost is worked out again, once. Null: no ledger was begun. */
  readonly reading: <T, E>(
    inLock: boolean,
    read: (session: Session) => Result<T, E | Lost>,
  ) => Result<T | null, E | GmailLedgerFault>;
};

export const keeperOf = (services: Services, host: GmailLedgerHost): Keeper => {
  const drive = driveOver(services);
  const derived = derivedOver(services, drive);
  let held: Values | null = null;
  let parsed: { readonly of: Values; readonly stored: ReturnType<typeof readStored> } | null = null;

  const hold = (values: Values | null): void => {
    held = values;
  };
  const values = (): Values => (held ??= services.properties.readAll());
  const stored = (): Result<Stored | null, GmailLedgerFault> => {
    const of = values();
    if (parsed?.of !== of) parsed = { of, stored: readStored(of) };
    return parsed.stored.ok ? parsed.stored : err(UNREADABLE);
  };
  const sessionOf = (one: Stored): Session => ({
    stored: one,
    values: values(),
    services,
    derived,
    drive,
    core: host.core,
    facts: host.facts,
    suggest: host.suggest,
  });

  const underLock: Keeper["underLock"] = (work) => {
    const done = services.locked(LOCK_WAIT_MS, () => {
      held = services.properties.readAll();
      return work();
    });
    return done.ok ? done.value : done;
  };

  const settled: Keeper["settled"] = () => {
    const now = stored();
    if (!now.ok || now.value === null || now.value.pending === null) return now;
    const ended = settle(sessionOf(now.value), now.value.pending);
    if (!ended.ok) return ended;
    held = ended.value;
    return stored();
  };

  /** Everything is to be worked out again. Only under the lock. */
  const markLost = ({ meta }: Stored): void => {
    const lost = metaProperty(rebuildFrom(meta, true));
    services.properties.write(lost);
    held = { ...values(), ...lost };
  };

  /** One slice of the day's list; null: go on. */
  const workOnDay = (
    now: Stored,
    until: number,
  ): Result<RefoldProgress | null, GmailLedgerFault> => {
    const session = sessionOf(now);
    const first = readShards(session, [], true);
    if (first.ok && !isDayDue(session, first.value.creditor.state)) return ok(WHOLE);
    if (first.ok && services.now() >= until) {
      const { steps, done } = daySteps(session);
      return ok({ done: false, steps, stepsDone: done });
    }
    const stepped = first.ok ? dayStep(session) : first;
    if (stepped.ok) held = stepped.value;
    else if (stepped.error.type === "lost") markLost(now);
    else return err(stepped.error);
    return ok(null);
  };

  /** One slice of sweeping the vault; true: there is nothing to go on with. It is nobody's fault to be told of. */
  const workOnVault = (now: Stored, until: number): boolean => {
    if (!isSweepDue(now.meta, services.now()) || services.now() >= until) return true;
    const stepped = sweepStep(sessionOf(now), until);
    if (stepped.ok) held = stepped.value;
    else if (stepped.error.type === "lost") markLost(now);
    else services.log(stepped.error.type);
    return !stepped.ok && stepped.error.type !== "lost";
  };

  const workUntil: Keeper["workUntil"] = (until, withDay) => {
    const begun = services.now();
    const sweepUntil = until - begun > ROOMY_MS ? until : Math.min(until, begun + CLICK_SWEEP_MS);
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const now = settled();
      if (!now.ok) return now;
      if (now.value === null) return err(NO_LEDGER);
      const { meta } = now.value;
      const isOld = meta.build !== host.build;
      const isOutgrown = withDay && until - services.now() > ROOMY_MS && outgrown(meta);
      const next = meta.rebuild === null && (isOld || isOutgrown) ? rebuildFrom(meta, false) : meta;
      if (next.rebuild === null) {
        const day = withDay ? workOnDay(now.value, until) : ok(WHOLE);
        if (!day.ok) return day;
        const isSwept =
          day.value !== null && (!withDay || !day.value.done || workOnVault(now.value, sweepUntil));
        if (day.value !== null && isSwept) return ok(day.value);
        continue;
      }
      const { steps, step: stepsDone } = next.rebuild;
      if (services.now() >= until) return ok({ done: false, steps: Math.max(1, steps), stepsDone });
      const stepped = rebuildStep(
        sessionOf({ ...now.value, meta: { ...next, build: host.build } }),
      );
      if (!stepped.ok) return stepped;
      held = stepped.value;
    }
    return err(LOST_TWICE);
  };

  const wholeOr = (progress: RefoldProgress): Result<null, GmailLedgerFault> => {
    const { done, steps, stepsDone } = progress;
    return done ? ok(null) : err({ type: "ledger-rebuilding", steps, stepsDone });
  };

  const ready: Keeper["ready"] = () => {
    const now = stored();
    if (!now.ok || now.value === null) return now;
    const isWhole = now.value.meta.rebuild === null && now.value.meta.build === host.build;
    if (isWhole && now.value.pending === null) return now;
    const until = services.now() + CARD_REBUILD_MS;
    const done = underLock(() => workUntil(until, false));
    // Somebody is at it, or Drive is full: what was there before is shown.
    if (!done.ok) return isWhole ? now : done;
    const whole = wholeOr(done.value);
    return whole.ok ? stored() : whole;
  };

  const makeWhole: Keeper["makeWhole"] = (seen, inLock) => {
    const work = (): Result<RefoldProgress, GmailLedgerFault> => {
      const now = settled();
      if (!now.ok) return now;
      // Somebody else may have seen to it meanwhile.
      if (now.value?.meta.generation === seen.meta.generation) markLost(now.value);
      return workUntil(services.now() + CARD_REBUILD_MS, false);
    };
    const done = inLock ? work() : underLock(work);
    return done.ok ? wholeOr(done.value) : done;
  };

  const reading: Keeper["reading"] = (inLock, read) => {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const now = inLock ? settled() : ready();
      if (!now.ok) return now;
      if (now.value === null) return ok(null);
      const done = read(sessionOf(now.value));
      if (done.ok) return done;
      if (!isLost(done.error)) return err(done.error);
      const whole = makeWhole(now.value, inLock);
      if (!whole.ok) return whole;
    }
    return err(LOST_TWICE);
  };

  return {
    drive,
    values,
    hold,
    stored,
    sessionOf,
    underLock,
    settled,
    ready,
    workUntil,
    makeWhole,
    reading,
    load: (asks, inLock) => {
      const loaded = reading(inLock, (session) => loadAsked(session, asks));
      return loaded.ok ? ok(loaded.value ?? NOTHING) : loaded;
    },
  };
};

const UNREADABLE: GmailLedgerFault = {
  type: "journal-damaged",
  files: 0,
  detail: "the properties cannot be read",
};

export const isLost = (error: unknown): error is Lost =>
  typeof error === "object" && error !== null && "type" in error && error.type === "lost";

/** What a use case sees before a ledger is begun. */
const NOTHING: LoadedPicture = {
  loaded: {
    ledger: "",
    creditor: emptyCreditor(),
    accounts: new Map(),
    accountsByKey: new Map(),
    searchRows: [],
  },
  picture: {
    creditor: { last: null, places: {}, voided: new Map(), state: emptyCreditor() },
    shards: new Map(),
    rows: new Map(),
  },
};
