import type { Account } from "../account.ts";
import { ScriptException } from "./part.ts";

/** A day, consumer and Workspace: developers.google.com/apps-script/guides/services/quotas. */
const DAILY = {
  properties: [50_000, 500_000],
  urlFetch: [20_000, 100_000],
  triggerMs: [90 * 60_000, 6 * 3_600_000],
} as const;

const WORDS = {
  properties: "properties read/write",
  urlFetch: "urlfetch",
  triggerMs: "trigger",
} as const;

export type QuotaName = keyof typeof DAILY;

/** The same page: "Quotas are per user and reset 24 hours after the first request." */
const DAY_MS = 24 * 3_600_000;

/** What is left of a quota at this moment. */
export const quotaLeft = (account: Account, what: QuotaName): number => {
  const { usage, clock, kind } = account;
  const begun = usage.get(what);
  if (begun === undefined || clock.now() - begun.since >= DAY_MS)
    usage.set(what, { since: clock.now(), used: 0 });
  return DAILY[what][kind === "consumer" ? 0 : 1] - (usage.get(what)?.used ?? 0);
};

/** Counts against a quota of the account; throws as Apps Script does where it is used up. */
export const useQuota = (account: Account, what: QuotaName, count: number = 1): void => {
  if (count > quotaLeft(account, what))
    throw new ScriptException(`Service invoked too many times for one day: ${WORDS[what]}.`);
  const { since = account.clock.now(), used = 0 } = account.usage.get(what) ?? {};
  account.usage.set(what, { since, used: used + count });
};
