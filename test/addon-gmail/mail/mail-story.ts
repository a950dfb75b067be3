import { createHash } from "node:crypto";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Act, Facts, UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Mailbox } from "#gmail/script/mail/mail.ts";
import type { HttpRequest, Services } from "#gmail/script/google-port.ts";
import { openSynchronousDriver } from "../../hosts/synchronous/driver.ts";
import type { SynchronousDriver } from "../../hosts/synchronous/driver.ts";
import { ROWS, typeIn } from "../../journeys/ledger-story.ts";
import type { Installation } from "../../journeys/two-drivers.ts";
import { LEDGER } from "../../journeys/two-drivers.ts";
import { emptyAccountOfUser, openExecution } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { smallGmail, tokenFor } from "./small-gmail.ts";
import type { SmallGmail, SmallMail } from "./small-gmail.ts";

/** The ledger of the story, a small Gmail, and what passed between them. */
export type MailStory = {
  readonly gmail: SmallGmail;
  readonly user: MemoryAccount;
  readonly driver: SynchronousDriver;
  readonly run: <Input, View, Refusal>(
    useCase: UseCase<Input, View, Refusal>,
    input: Input,
    options?: {
      readonly bytes?: ReadonlyMap<string, Uint8Array>;
      readonly threads?: readonly string[];
    },
  ) => Result<View, Refusal | { readonly type: string }>;
  /** Threads that a writing named. */
  readonly threads: string[];
  readonly accounts: ReadonlyMap<string, string>;
  readonly state: (account: string) => AccountState;
  /** Rounds of requests, each with its addresses below the root. */
  readonly rounds: readonly (readonly HttpRequest[])[];
  readonly mailbox: (open: SmallMail | null) => Mailbox;
  today: string;
  /** Of the screen. */
  language: "fr" | "en";
};

const stateCase: UseCase<string, AccountState, { readonly type: "absent" }> = {
  name: "state",
  asks: (account) => ({ accounts: [account], keys: [], search: false }),
  decide: (account, loaded) => {
    const state = loaded.accounts.get(account);
    return state === undefined ? err({ type: "absent" }) : ok(viewOnly(state));
  },
};

export const tellMailStory = async (): Promise<MailStory> => {
  const gmail = smallGmail();
  const user = emptyAccountOfUser();
  const rounds: (readonly HttpRequest[])[] = [];
  let drawn = 0;
  let moment = 0;
  const chance = (count: number): readonly string[] =>
    Array.from({ length: count }, () => {
      drawn += 1;
      return createHash("sha256")
        .update(`mail ${String(drawn)}`)
        .digest("hex")
        .slice(0, 32);
    });
  const facts = (): Omit<Facts, "chance"> => ({
    today: dateOf(story.today),
    // Each act is later than the one before it.
    now: new Date(Date.parse(`${story.today}T08:30:00.000Z`) + (moment += 1)).toISOString(),
    by: "Claire Lacombe",
    language: story.language,
  });
  const driver = openSynchronousDriver(LEDGER, "wri-gmail", facts, chance);
  const services: Services = {
    ...openExecution(user).services,
    fetchAll: (requests) => {
      rounds.push(requests);
      return ok(requests.map(gmail.answer));
    },
  };
  const acts: Act[] = [];
  const device: Installation = {
    today: dateOf("2026-11-20"),
    by: "Claire Lacombe",
    acts,
    run: (useCase, input, bytes = new Map()) => Promise.resolve(driver.run(useCase, input, bytes)),
    entries: () => Promise.resolve(driver.entries()),
    takeIn: () => Promise.resolve(),
    bytesOf: (sha256) => Promise.resolve(driver.vault.get(sha256) ?? null),
  };
  const threads: string[] = [];
  const story = {
    gmail,
    user,
    driver,
    threads,
    rounds,
    today: "2026-11-20",
    language: "fr" as "fr" | "en",
    run: ((useCase, input, options = {}) => {
      threads.push(...(options.threads ?? []));
      return driver.run(useCase, input, options.bytes);
    }) as MailStory["run"],
    mailbox: (open: SmallMail | null): Mailbox => ({
      services,
      messageToken: open === null ? null : tokenFor(open),
    }),
    state: (account: string): AccountState => {
      const state = driver.run(stateCase, account);
      if (!state.ok) throw new Error("no such account");
      return state.value;
    },
  };
  const accounts = await typeIn(device, ROWS.slice(0, 5));
  return Object.assign(story, { accounts });
};

/** The value of a result that must be one. */
export const valueOf = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const pathOf = ({ method, url }: HttpRequest): string =>
  `${method} ${decodeURIComponent(url.replace(/^https:\/\/gmail\.googleapis\.com(?:\/upload)?\/gmail\/v1\/users\/me/, ""))}`;
