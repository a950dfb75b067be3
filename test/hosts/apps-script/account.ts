import { createClock, type VirtualClock } from "./clock.ts";
import { createDrive, type DriveFiles } from "./drive-files.ts";
import { createMailbox, type Mailbox } from "./mailbox.ts";
import type { QuotaName } from "./runtime/quota.ts";

/** Quotas differ by kind: developers.google.com/apps-script/guides/services/quotas. */
export type AccountKind = "consumer" | "workspace";

/** One Google account with everything in it that outlives an execution. Several projects may be opened over it. */
export type Account = {
  readonly email: string;
  readonly kind: AccountKind;
  readonly clock: VirtualClock;
  readonly mailbox: Mailbox;
  readonly drive: DriveFiles;
  /** The person's own store of properties of the script: what `getUserProperties` reads. */
  readonly userProperties: Map<string, string>;
  readonly scriptProperties: Map<string, string>;
  /** The person's own cache of the script; it may be emptied at any moment. */
  readonly userCache: CacheStore;
  readonly scriptCache: CacheStore;
  readonly triggers: Trigger[];
  /** Names of the locks that an execution holds at this moment. */
  readonly locks: Set<string>;
  /** How much of a day's quota is used since its first use, by quota. */
  readonly usage: Map<QuotaName, { readonly since: number; readonly used: number }>;
  /** What Gmail was asked in the last minute, oldest first. */
  readonly gmailUnits: { readonly at: number; readonly units: number }[];
  /** The next number of a row that never repeats: for ids and what stands for chance. */
  readonly draw: () => number;
};

export type CacheStore = Map<string, { readonly value: string; readonly until: number }>;

export type Trigger = {
  readonly id: string;
  readonly handler: string;
  readonly everyHours: number;
  /** When it runs next, in milliseconds since 1970. */
  next: number;
};

export type AccountOptions = {
  readonly email?: string;
  readonly kind?: AccountKind;
  /** The instant at which the account's clock stands. */
  readonly now?: string;
};

export const createAccount = (options: AccountOptions = {}): Account => openAccount(options, null);

/**
 * The same person once more, with all that the script keeps and an empty mailbox: what is done in one account is not seen
 * in the other, so that a story can be begun many times from one place.
 */
export const copyAccount = (from: Account): Account =>
  openAccount({ ...from, now: new Date(from.clock.now()).toISOString() }, from);

const openAccount = (options: AccountOptions, from: Account | null): Account => {
  let drawn = from?.draw() ?? 0;
  const draw = (): number => {
    drawn += 1;
    return drawn;
  };
  const clock = createClock(options.now);
  const email = options.email ?? "claire@menuiserie-lacombe.example";
  return {
    email,
    kind: options.kind ?? "consumer",
    clock,
    mailbox: createMailbox(email, clock, draw),
    drive: from?.drive.copy(clock, draw) ?? createDrive(clock, draw),
    userProperties: new Map(from?.userProperties),
    scriptProperties: new Map(from?.scriptProperties),
    userCache: new Map(from?.userCache),
    scriptCache: new Map(from?.scriptCache),
    triggers: (from?.triggers ?? []).map((one) => ({ ...one })),
    locks: new Set(),
    usage: new Map(from?.usage),
    gmailUnits: [...(from?.gmailUnits ?? [])],
    draw,
  };
};
