import type { Account } from "../account.ts";
import { ScriptException } from "./part.ts";

/** A day, consumer and Workspace: developers.google.com/apps-script/guides/services/quotas. */
const DAILY = {
  properties: [50_000, 500_000],
  urlFetch: [20_000, 100_000],
} as const;

const WORDS = { properties: "properties read/write", urlFetch: "urlfetch" } as const;

/** Counts against today's quota of the account; throws as Apps Script does where it is used up. */
export const useQuota = (account: Account, what: keyof typeof DAILY, count: number = 1): void => {
  const day = new Date(account.clock.now()).toISOString().slice(0, 10);
  const key = `${what} ${day}`;
  const used = (account.usage.get(key) ?? 0) + count;
  if (used > DAILY[what][account.kind === "consumer" ? 0 : 1])
    throw new ScriptException(`Service invoked too many times for one day: ${WORDS[what]}.`);
  account.usage.set(key, used);
};
