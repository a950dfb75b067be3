import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { earliest } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { isBetweenDebtors } from "#shared/mail/match.ts";
import type { MatchReason } from "#shared/mail/match.ts";
import type { Message } from "#shared/mail/message.ts";
import { asksOfMessage, matchLoaded } from "./mail-match.ts";
import type { ClaimMatch } from "./mail-match.ts";
import { viewOnly } from "./use-case.ts";
import type { Loaded, UseCase } from "./use-case.ts";

/** A number or a domain alone is too little to file by. */
export const isEnough = ({ code }: MatchReason): boolean =>
  code === "thread" || code === "reference" || code === "address";

/**
 * The accounts that a mail surely belongs to; none where that rests on too little. An answer to a mail about several
 * debtors waits to be read in each of them: none is chased further before somebody has said what it means for it.
 */
export const accountsOfMail: UseCase<Message, readonly string[], never> = {
  name: "accounts-of-mail",
  asks: (message) => asksOfMessage(message),
  decide: (message, loaded) => {
    const match = matchLoaded(message, loaded);
    const [first] = match.together;
    if (first !== undefined && match.direction === "in") return ok(viewOnly(match.together));
    if (first !== undefined && match.direction === "out") return ok(viewOnly([first]));
    const between = betweenDebtors(match);
    if (between.length > 0) return ok(viewOnly(between));
    const one = sureAccount(match, message, loaded);
    return ok(viewOnly(one === null ? [] : [one]));
  },
};

/** Debtors that a mail may be of, where one of them writes in another's thread: it waits to be read in each of them. */
const DEBTORS_MAX = 4;

const betweenDebtors = (match: ClaimMatch): readonly string[] => {
  const [first, ...others] = match.ranked;
  if (first === undefined || !isBetweenDebtors(match) || !first.reasons.some(isEnough)) return [];
  const writers = others.filter(({ reasons }) => reasons.some(({ code }) => code === "address"));
  return [first, ...writers].slice(0, DEBTORS_MAX).map(({ account }) => account);
};

const sureAccount = (match: ClaimMatch, message: Message, loaded: Loaded): string | null => {
  const best = match.ranked[0];
  if (match.verdict !== "one" || match.direction === "internal" || best === undefined) return null;
  const strong = best.reasons.filter(isEnough);
  if (strong.length === 0) return null;
  const state = loaded.accounts.get(best.account);
  if (state === undefined) return null;
  // A thread or our reference is of this claim whenever it was; a contact also wrote about other things, earlier.
  if (strong.some(({ code }) => code !== "address")) return best.account;
  const since = oldestOpenOf(state);
  return since !== null && message.sentOn !== null && message.sentOn >= since ? best.account : null;
};

const oldestOpenOf = (state: AccountState): CalendarDate | null =>
  earliest(
    balancesOf(state)
      .invoices.filter((invoice) => invoice.open > 0)
      .map((invoice) => invoice.invoice.issuedOn),
  );
