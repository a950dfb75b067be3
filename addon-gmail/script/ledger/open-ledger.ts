import { CHANCE_COUNT } from "#shared/app/use-case.ts";
import type { Decision, Facts, UseCase } from "#shared/app/use-case.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Services } from "#gmail/script/google-port.ts";
import { binOf } from "./bin.ts";
import { beginLedger, recoverLedger } from "./begin.ts";
import { LOST_TWICE, NO_LEDGER, isLost, keeperOf } from "./keeper.ts";
import type { Keeper } from "./keeper.ts";
import { keyCount, shardsOfKeys } from "./key-table.ts";
import type {
  GmailLedger,
  GmailLedgerFault,
  GmailLedgerHost,
  GmailRunOptions,
  LedgerSize,
} from "./ledger.ts";
import { readShards } from "./load.ts";
import { isCommitted } from "./settle.ts";
import type { Picture } from "./load.ts";
import { segmentReading, takeInTexts } from "./segments.ts";
import { charsOf, keyTableIn, tipOf, witnessIn, witnessProperty } from "./stored.ts";
import type { Stored } from "./stored.ts";
import { storedToday } from "./today.ts";
import { openVault } from "./vault.ts";
import { writeEntries } from "./write.ts";
import type { Unclear } from "./write.ts";

/** Opens the ledger of this user for one execution. Nothing is read before something is asked. */
export const openGmailLedger = (services: Services, host: GmailLedgerHost): GmailLedger => {
  const keeper = keeperOf(services, host);
  const { stored, values, underLock } = keeper;

  return {
    tip: () => {
      const now = stored();
      return now.ok && now.value !== null ? tipOf(now.value.meta) : null;
    },
    creditor: () => {
      const read = keeper.reading(false, (session) => {
        const first = readShards(session, [], true);
        return first.ok ? ok(first.value.creditor.state) : first;
      });
      return read.ok ? ok(read.value ?? emptyCreditor()) : read;
    },
    begin: (joining) =>
      underLock((): ReturnType<GmailLedger["begin"]> => {
        const now = stored();
        if (now.ok && now.value !== null)
          return ok({ tip: tipOf(now.value.meta), recovered: false });
        // Properties that cannot be read are lost: what lies in Drive is found again, or there is nothing to lose.
        const begun = beginLedger(services, keeper.drive, host.build, joining);
        if (!begun.ok) return begun;
        keeper.hold({ ...values(), ...begun.value.values });
        const at = stored();
        return at.ok && at.value !== null
          ? ok({ tip: tipOf(at.value.meta), recovered: begun.value.recovered })
          : err(NO_LEDGER);
      }),
    mayKnow: (keys) => {
      const now = stored();
      if (!now.ok || now.value === null) return false;
      const table = keyTableIn(values(), now.value.meta);
      const isWhole = table !== null && now.value.meta.rebuild === null;
      return !isWhole || shardsOfKeys(table, keys).size > 0;
    },
    run: (useCase, input, options = {}) => {
      const first = decide(keeper, host, services, useCase, input, false);
      if (!first.ok) return first;
      const decision =
        first.value.decision.entries.length === 0
          ? ok(first.value.decision)
          : write(keeper, host, services, useCase, input, first.value, options);
      if (!decision.ok) return decision;
      for (const act of decision.value.acts) {
        const done = host.act(act);
        if (!done.ok) return done;
      }
      return ok(decision.value.view);
    },
    summary: () => storedToday(services, values(), host.build),
    refold: (until) => underLock(() => keeper.workUntil(until, true)),
    recover: (until) =>
      underLock(() => {
        const recovered = recoverLedger(services, keeper.drive, host.build, stored());
        if (!recovered.ok) return recovered;
        keeper.hold({ ...values(), ...recovered.value });
        return keeper.workUntil(until, true);
      }),
    takeIn: (texts) =>
      underLock((): ReturnType<GmailLedger["takeIn"]> => {
        const taken = keeper.reading(true, (session) => takeInTexts(session, texts));
        keeper.hold(taken.ok ? (taken.value?.values ?? null) : null);
        if (!taken.ok) return taken;
        if (taken.value === null) return err(NO_LEDGER);
        return ok({ added: taken.value.added });
      }),
    ...segmentReading(keeper),
    ...binOf(keeper),
    vault: openVault(keeper),
    witness: () => witnessIn(values()),
    keepWitness: (witness) => {
      const kept = witnessProperty(witness);
      services.properties.write(kept);
      keeper.hold({ ...values(), ...kept });
      return ok(null);
    },
    size: () => {
      const now = stored();
      return now.ok && now.value !== null ? sizeOf(keeper, now.value) : null;
    },
  };
};

type Decided<View> = {
  readonly decision: Decision<View>;
  readonly picture: Picture;
  readonly facts: Facts;
};

const decide = <Input, View, Refusal>(
  keeper: Keeper,
  host: GmailLedgerHost,
  services: Services,
  useCase: UseCase<Input, View, Refusal>,
  input: Input,
  inLock: boolean,
): Result<Decided<View>, Refusal | GmailLedgerFault> => {
  const now = keeper.stored();
  if (!now.ok) return now;
  const ledger = now.value?.meta.ledger ?? "";
  const read = keeper.load(useCase.asks(input, ledger), inLock);
  if (!read.ok) return read;
  const { loaded, picture } = read.value;
  const facts: Facts = { ...host.facts(loaded.creditor), chance: services.chance(CHANCE_COUNT) };
  const decided = useCase.decide(input, loaded, facts);
  return decided.ok ? ok({ decision: decided.value, picture, facts }) : decided;
};

/** Decides once more under the lock if anything was written since, then writes. */
const write = <Input, View, Refusal>(
  keeper: Keeper,
  host: GmailLedgerHost,
  services: Services,
  useCase: UseCase<Input, View, Refusal>,
  input: Input,
  first: Decided<View>,
  options: GmailRunOptions,
): Result<Decision<View>, Refusal | GmailLedgerFault> => {
  const before = keeper.stored();
  if (!before.ok) return before;
  if (before.value === null) return err(NO_LEDGER);
  const { generation } = before.value.meta;
  return keeper.underLock((): Result<Decision<View>, Refusal | GmailLedgerFault> => {
    const now = keeper.settled();
    if (!now.ok) return now;
    if (now.value === null) return err(NO_LEDGER);
    const isFresh = now.value.meta.generation === generation;
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const decided =
        attempt === 0 && isFresh ? ok(first) : decide(keeper, host, services, useCase, input, true);
      if (!decided.ok) return decided;
      const { decision, picture, facts } = decided.value;
      if (decision.entries.length === 0) return ok(decision);
      const at = keeper.stored();
      if (!at.ok) return at;
      if (at.value === null) return err(NO_LEDGER);
      const written = writeEntries(keeper.sessionOf(at.value), picture, {
        drafts: decision.entries,
        stamp: { by: facts.by, at: facts.now, salts: services.chance(decision.entries.length) },
        keeps: decision.keeps,
        bytes: options.bytes ?? new Map(),
        threads: options.threads ?? [],
      });
      keeper.hold(written.ok ? written.value.values : null);
      if (written.ok) return ok(decision);
      if (written.error.type === "write-unclear")
        return afterUnclear(keeper, written.error, decision);
      if (!isLost(written.error)) return err(written.error);
      const whole = keeper.makeWhole(at.value, true);
      if (!whole.ok) return whole;
    }
    return err(LOST_TWICE);
  });
};

/** Once as it was decided, once more over what had been lost. */
const ATTEMPTS_MAX = 2;

/** No answer came from the journal: whether it has the entries is asked at once, else nobody could say what to do. */
const afterUnclear = <View>(
  keeper: Keeper,
  { fault }: Unclear,
  decision: Decision<View>,
): Result<Decision<View>, GmailLedgerFault> => {
  const now = keeper.stored();
  if (!now.ok || now.value === null || now.value.pending === null) return err(fault);
  const committed = isCommitted(keeper.sessionOf(now.value), now.value.pending);
  if (!committed.ok) return err({ type: "write-uncertain" });
  // Where this cannot be done now, whoever comes next does it.
  keeper.settled();
  return committed.value ? ok(decision) : err(fault);
};

const sizeOf = (keeper: Keeper, { meta }: Stored): LedgerSize => {
  const table = keyTableIn(keeper.values(), meta);
  return {
    entries: meta.entries,
    accounts: meta.accounts,
    shards: meta.shards,
    keys: table === null ? 0 : keyCount(table),
    missingFiles: meta.missing,
    propertyChars: charsOf(keeper.values()),
  };
};
