import { CHANCE_COUNT } from "#shared/app/use-case.ts";
import type { Asks, Decision, Facts, Loaded, UseCase } from "#shared/app/use-case.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Services } from "../services.ts";
import { beginLedger, recoverLedger } from "./begin.ts";
import { derivedOver } from "./derived.ts";
import { driveOver } from "./drive.ts";
import { keyCount, shardsOfKeys } from "./key-table.ts";
import type {
  GmailLedger,
  GmailLedgerFault,
  GmailLedgerHost,
  GmailRunOptions,
  RefoldProgress,
} from "./ledger.ts";
import { loadAsked, readShards } from "./load.ts";
import type { Lost, Picture } from "./load.ts";
import type { Session } from "./plan.ts";
import { rebuildStep } from "./rebuild.ts";
import { segmentReading, takeInTexts } from "./segments.ts";
import { settle } from "./settle.ts";
import {
  charsOf,
  keyTableIn,
  metaProperty,
  readStored,
  rebuildFrom,
  tipOf,
  witnessIn,
  witnessProperty,
} from "./stored.ts";
import type { Stored, Values } from "./stored.ts";
import { daySteps, dayStep, isDayDue, storedToday } from "./today.ts";
import { openVault } from "./vault.ts";
import { writeEntries } from "./write.ts";

/** How long a click waits for another execution that writes; it takes a second or two. */
const LOCK_WAIT_MS = 12_000;
/** How long a card works at making the ledger whole before it says that it is not: its execution ends at 30 s. */
const CARD_REBUILD_MS = 14_000;

const NO_LEDGER: GmailLedgerFault = { type: "ledger-not-begun" };

/** Opens the ledger of this user for one execution. Nothing is read before something is asked. */
export const openGmailLedger = (services: Services, host: GmailLedgerHost): GmailLedger => {
  const drive = driveOver(services);
  const derived = derivedOver(services, drive);
  let held: Values | null = null;

  const values = (): Values => (held ??= services.properties.readAll());
  const stored = (): Result<Stored | null, GmailLedgerFault> => {
    const read = readStored(values());
    return read.ok
      ? read
      : err({ type: "journal-damaged", files: 0, detail: "the properties cannot be read" });
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

  /** Under the lock, over what the properties say now. */
  const underLock = <T, E>(work: () => Result<T, E>): Result<T, E | GmailLedgerFault> => {
    const done = services.locked(LOCK_WAIT_MS, () => {
      held = services.properties.readAll();
      return work();
    });
    return done.ok ? done.value : done;
  };

  /** Ends what was begun. Only under the lock. */
  const settleNow = (): Result<Stored | null, GmailLedgerFault> => {
    const now = stored();
    if (!now.ok || now.value === null || now.value.pending === null) return now;
    const ended = settle(sessionOf(now.value), now.value.pending);
    if (!ended.ok) return ended;
    held = ended.value;
    return stored();
  };

  /** Goes on making the ledger whole until it is, or the time is over. Only under the lock. */
  const rebuildUntil = (
    until: number,
    withDay: boolean,
  ): Result<RefoldProgress, GmailLedgerFault> => {
    for (;;) {
      const now = settleNow();
      if (!now.ok) return now;
      if (now.value === null) return err(NO_LEDGER);
      let { meta } = now.value;
      if (meta.rebuild === null && meta.build !== host.build) {
        meta = rebuildFrom(meta, false);
      }
      if (meta.rebuild === null) {
        const day = withDay ? workOnDay(now.value, until) : ok(WHOLE);
        if (!day.ok) return day;
        if (day.value !== null) return ok(day.value);
        continue;
      }
      if (services.now() >= until)
        return ok({
          done: false,
          steps: Math.max(1, meta.rebuild.steps),
          stepsDone: meta.rebuild.step,
        });
      const stepped = rebuildStep(
        sessionOf({ ...now.value, meta: { ...meta, build: host.build } }),
      );
      if (!stepped.ok) return stepped;
      held = stepped.value;
    }
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
    else if (stepped.error.type !== "lost") return err(stepped.error);
    else {
      const lostNow = metaProperty(rebuildFrom(now.meta, true));
      services.properties.write(lostNow);
      held = { ...values(), ...lostNow };
    }
    return ok(null);
  };

  /** The ledger, whole and settled; null: none was begun. */
  const ready = (): Result<Stored | null, GmailLedgerFault> => {
    const now = stored();
    if (!now.ok || now.value === null) return now;
    const isWhole = now.value.meta.rebuild === null && now.value.meta.build === host.build;
    if (isWhole && now.value.pending === null) return now;
    const until = services.now() + CARD_REBUILD_MS;
    const done = underLock(() => rebuildUntil(until, false));
    // Somebody is at it: what was there before is shown.
    if (!done.ok) return done.error.type === "lock-busy" && isWhole ? now : done;
    if (!done.value.done)
      return err({
        type: "ledger-rebuilding",
        steps: done.value.steps,
        stepsDone: done.value.stepsDone,
      });
    return stored();
  };

  /** Loads; what was lost is worked out again, once. */
  const load = (
    asks: Asks,
    inLock: boolean,
  ): Result<{ readonly loaded: Loaded; readonly picture: Picture }, GmailLedgerFault> => {
    for (let attempt = 0; ; attempt += 1) {
      const now = inLock ? settleNow() : ready();
      if (!now.ok) return now;
      if (now.value === null) return ok(NOTHING);
      const read = loadAsked(sessionOf(now.value), asks);
      if (read.ok) return read;
      if (read.error.type !== "lost") return err(read.error);
      const made = whole(now.value, inLock, attempt);
      if (!made.ok) return made;
    }
  };

  const whole = (now: Stored, inLock: boolean, attempt: number): Result<null, GmailLedgerFault> => {
    if (attempt > 0) return err(LOST_TWICE);
    const until = services.now() + CARD_REBUILD_MS;
    const work = (): Result<RefoldProgress, GmailLedgerFault> => {
      const lostNow = metaProperty(rebuildFrom(now.meta, true));
      services.properties.write(lostNow);
      held = { ...values(), ...lostNow };
      return rebuildUntil(until, false);
    };
    const done = inLock ? work() : underLock(work);
    if (!done.ok) return done;
    if (done.value.done) return ok(null);
    const { steps, stepsDone } = done.value;
    return err({ type: "ledger-rebuilding", steps, stepsDone });
  };

  const decide = <Input, View, Refusal>(
    useCase: UseCase<Input, View, Refusal>,
    input: Input,
    inLock: boolean,
  ): Result<
    { readonly decision: Decision<View>; readonly picture: Picture; readonly facts: Facts },
    Refusal | GmailLedgerFault
  > => {
    const now = stored();
    if (!now.ok) return now;
    const ledger = now.value?.meta.ledger ?? "";
    const read = load(useCase.asks(input, ledger), inLock);
    if (!read.ok) return read;
    const { loaded, picture } = read.value;
    const facts: Facts = {
      ...host.facts(loaded.creditor),
      chance: services.chance(CHANCE_COUNT),
    };
    const decided = useCase.decide(input, loaded, facts);
    return decided.ok ? ok({ decision: decided.value, picture, facts }) : decided;
  };

  /** Decides once more under the lock if anything was written since, then writes. */
  const write = <Input, View, Refusal>(
    useCase: UseCase<Input, View, Refusal>,
    input: Input,
    first: { readonly decision: Decision<View>; readonly picture: Picture; readonly facts: Facts },
    options: GmailRunOptions,
  ): Result<Decision<View>, Refusal | GmailLedgerFault> => {
    const before = stored();
    if (!before.ok) return before;
    if (before.value === null) return err(NO_LEDGER);
    const { generation } = before.value.meta;
    const done = services.locked(LOCK_WAIT_MS, () => {
      held = services.properties.readAll();
      const now = settleNow();
      if (!now.ok) return now;
      if (now.value === null) return err(NO_LEDGER);
      const isStale = now.value.meta.generation !== generation;
      const decided = isStale ? decide(useCase, input, true) : ok(first);
      if (!decided.ok) return decided;
      const { decision, picture, facts } = decided.value;
      if (decision.entries.length === 0) return ok(decision);
      const at = stored();
      if (!at.ok) return at;
      if (at.value === null) return err(NO_LEDGER);
      const written = writeEntries(sessionOf(at.value), picture, {
        drafts: decision.entries,
        stamp: {
          by: facts.by,
          at: facts.now,
          salts: services.chance(decision.entries.length),
        },
        keeps: decision.keeps,
        bytes: options.bytes ?? new Map(),
        threads: options.threads ?? [],
      });
      // Whatever was written of it: the next act looks anew.
      if (!written.ok) {
        held = null;
        return written;
      }
      held = written.value.unfinished === null ? written.value.values : null;
      return ok(decision);
    });
    if (!done.ok) return done;
    const outcome: Result<Decision<View>, Refusal | GmailLedgerFault | Lost> = done.value;
    if (outcome.ok) return outcome;
    return isLost(outcome.error) ? err(LOST_TWICE) : err(outcome.error);
  };

  const progressOf = (
    until: number,
    begin: () => Result<null, GmailLedgerFault> = () => ok(null),
  ): Result<RefoldProgress, GmailLedgerFault> =>
    underLock(() => {
      const begun = begin();
      return begun.ok ? rebuildUntil(until, true) : begun;
    });

  return {
    tip: () => {
      const now = stored();
      return now.ok && now.value !== null ? tipOf(now.value.meta) : null;
    },
    creditor: () => {
      const now = ready();
      if (!now.ok) return now;
      if (now.value === null) return ok(emptyCreditor());
      const read = readShards(sessionOf(now.value), [], true);
      if (read.ok) return ok(read.value.creditor.state);
      return read.error.type === "lost" ? err(LOST_TWICE) : err(read.error);
    },
    begin: (named) =>
      underLock(() => {
        const now = stored();
        if (!now.ok) return now;
        if (now.value !== null) return ok({ tip: tipOf(now.value.meta), recovered: false });
        const begun = beginLedger(services, drive, host.build, named ?? null);
        if (!begun.ok) return begun;
        held = { ...values(), ...begun.value.values };
        const at = stored();
        return at.ok && at.value !== null
          ? ok({ tip: tipOf(at.value.meta), recovered: begun.value.recovered })
          : err(NO_LEDGER);
      }),
    mayKnow: (keys) => {
      const now = stored();
      if (!now.ok || now.value === null) return false;
      const table = keyTableIn(values(), now.value.meta);
      return (
        table === null || now.value.meta.rebuild !== null || shardsOfKeys(table, keys).size > 0
      );
    },
    run: (useCase, input, options = {}) => {
      const first = decide(useCase, input, false);
      if (!first.ok) return first;
      const decision =
        first.value.decision.entries.length === 0
          ? ok(first.value.decision)
          : write(useCase, input, first.value, options);
      if (!decision.ok) return decision;
      for (const act of decision.value.acts) {
        const done = host.act(act);
        if (!done.ok) return done;
      }
      return ok(decision.value.view);
    },
    summary: () => storedToday(services, values(), host.build),
    refold: (until) => progressOf(until),
    recover: (until) =>
      progressOf(until, () => {
        const recovered = recoverLedger(services, drive, host.build, stored());
        if (!recovered.ok) return recovered;
        held = { ...values(), ...recovered.value };
        return ok(null);
      }),
    takeIn: (texts) =>
      underLock((): ReturnType<GmailLedger["takeIn"]> => {
        const now = settleNow();
        if (!now.ok) return now;
        if (now.value === null) return err(NO_LEDGER);
        const taken = takeInTexts(sessionOf(now.value), texts);
        if (!taken.ok) return taken;
        held = taken.value.values;
        return ok({ added: taken.value.added });
      }),
    ...segmentReading(() => {
      const now = ready();
      if (!now.ok) return now;
      return now.value === null ? ok(null) : ok(sessionOf(now.value));
    }),
    vault: openVault(
      underLock,
      () => {
        const now = settleNow();
        if (!now.ok) return now;
        return now.value === null ? err(NO_LEDGER) : ok(sessionOf(now.value));
      },
      () => {
        const now = ready();
        if (!now.ok) return now;
        return now.value === null ? err(NO_LEDGER) : ok(sessionOf(now.value));
      },
      (after) => {
        held = after;
      },
    ),
    witness: () => witnessIn(values()),
    keepWitness: (witness) => {
      const kept = witnessProperty(witness);
      services.properties.write(kept);
      held = { ...values(), ...kept };
      return ok(null);
    },
    size: () => {
      const now = stored();
      if (!now.ok || now.value === null) return null;
      const { entries, accounts, shards, missing } = now.value.meta;
      const table = keyTableIn(values(), now.value.meta);
      return {
        entries,
        accounts,
        shards,
        keys: table === null ? 0 : keyCount(table),
        missingFiles: missing,
        propertyChars: charsOf(values()),
      };
    },
  };
};

const WHOLE: RefoldProgress = { done: true, steps: 1, stepsDone: 1 };

/** The hidden files were worked out again and still are not what was written. */
const LOST_TWICE: GmailLedgerFault = {
  type: "journal-damaged",
  files: 0,
  detail: "hidden files are gone again",
};

const isLost = (error: unknown): error is Lost =>
  typeof error === "object" && error !== null && "type" in error && error.type === "lost";

/** What a use case sees before a ledger is begun. */
const NOTHING: { readonly loaded: Loaded; readonly picture: Picture } = {
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
