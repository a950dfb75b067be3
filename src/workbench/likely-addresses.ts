import { ownDomainOf } from "#shared/mail/domains.ts";
import type { WireMail } from "./server/wire.ts";

/** Addresses proposed as the person's own. */
const PROPOSED_MAX = 3;
/** Mails counted: the rest of an archive says the same. */
const COUNTED_MAX = 5_000;
/** An alias has a part in at least this share of the mails that the addresses before it have none in. */
const ALIAS_SHARE = 0.2;
/** A colleague on the same domain of one's own is of the house even with few mails. */
const COLLEAGUE_MAILS_MIN = 3;

/** Robots write much and read nothing. */
const ROBOT =
  /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounce|notifications?|newsletter)[^@]*@/;

/**
 * Whose mailbox this may be: the address that has a part in most mails, whether it wrote or received them; then those
 * that have a part in many of the rest (aliases, a colleague who shares the mailbox).
 */
export const likelyAddresses = (mails: readonly WireMail[]): readonly string[] => {
  let rest = mails.slice(0, COUNTED_MAX).map(peopleOf);
  const all = rest.length;
  const found: string[] = [];
  while (found.length < PROPOSED_MAX && rest.length > 0) {
    const [address, count] = mostFrequent(rest);
    const isEnough = found.length === 0 ? count > 0 : count >= Math.max(2, all * ALIAS_SHARE);
    if (!isEnough) break;
    found.push(address);
    rest = rest.filter((people) => !people.has(address));
  }
  const domain = ownDomainOf(found[0] ?? "");
  if (domain === null) return found;
  const colleagues = [...countsOf(mails.slice(0, COUNTED_MAX).map(peopleOf))]
    .filter(([address, count]) => ownDomainOf(address) === domain && count >= COLLEAGUE_MAILS_MIN)
    .sort((a, b) => b[1] - a[1])
    .map(([address]) => address);
  return [...new Set([...found, ...colleagues])].slice(0, PROPOSED_MAX);
};

const peopleOf = (mail: WireMail): ReadonlySet<string> =>
  new Set(
    [...(mail.from === null ? [] : [mail.from]), ...mail.to, ...mail.cc]
      .map((one) => one.address)
      .filter((address) => !ROBOT.test(address)),
  );

const mostFrequent = (mails: readonly ReadonlySet<string>[]): readonly [string, number] => {
  let best: readonly [string, number] = ["", 0];
  for (const [address, count] of countsOf(mails)) if (count > best[1]) best = [address, count];
  return best;
};

const countsOf = (mails: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const people of mails) {
    for (const address of people) counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return counts;
};
