import type { Account } from "../account.ts";

/**
 * Units of Gmail's quota that one person may use in a minute of one Cloud project, and what a method costs, for projects
 * made since May 2026, as every script is that somebody pastes or pushes now. Older projects have 15,000, and cheaper
 * readings: developers.google.com/workspace/gmail/api/reference/quota
 */
const UNITS_A_MINUTE = 6_000;
const UNITS: Readonly<Record<string, number>> = {
  "gmail.users.getProfile": 1,
  "gmail.users.labels.list": 1,
  "gmail.users.labels.create": 5,
  "gmail.users.messages.list": 5,
  "gmail.users.messages.get": 20,
  "gmail.users.messages.attachments.get": 20,
  "gmail.users.messages.modify": 5,
  "gmail.users.messages.batchModify": 50,
  "gmail.users.threads.list": 10,
  "gmail.users.threads.get": 40,
  "gmail.users.threads.modify": 10,
  "gmail.users.drafts.list": 5,
  "gmail.users.drafts.get": 20,
  "gmail.users.drafts.create": 10,
  "gmail.users.drafts.update": 15,
  "gmail.users.drafts.delete": 10,
};

const MINUTE_MS = 60_000;

/** Counts a request against the minute; false where the minute has no room for it. */
export const fitsMinute = ({ gmailUnits, clock }: Account, method: string): boolean => {
  const units = UNITS[method];
  if (units === undefined) throw new Error(`${method} has no price`);
  while (gmailUnits.length > 0 && (gmailUnits[0]?.at ?? 0) <= clock.now() - MINUTE_MS)
    gmailUnits.shift();
  const used = gmailUnits.reduce((sum, one) => sum + one.units, 0);
  if (used + units > UNITS_A_MINUTE) return false;
  gmailUnits.push({ at: clock.now(), units });
  return true;
};
