import { fileMail } from "#shared/app/mail-acts.ts";
import { asksOfMessage, matchLoaded } from "#shared/app/mail-match.ts";
import type { ClaimMatch } from "#shared/app/mail-match.ts";
import { openMail } from "#shared/app/open-mail.ts";
import type { Run } from "#shared/app/run.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Loaded, UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { Obtained } from "#shared/claims/events.ts";
import { earliest } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import type { MatchReason } from "#shared/mail/match.ts";
import type { Message } from "#shared/mail/message.ts";

/** A mail with its bytes, from wherever a host has it. */
export type WholeMail = {
  readonly message: Message;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly obtained: Obtained;
};

export type FiledKnown =
  | {
      readonly ok: true;
      /** Those that it was filed in now. */
      readonly accounts: readonly string[];
      /** It had been filed before. */
      readonly already: boolean;
    }
  | { readonly ok: false; readonly fault: string };

/**
 * Files a mail without asking, in the accounts that it surely belongs to: it stands in a known thread, bears our
 * reference, or comes from or went to a known contact since the oldest open invoice. It waits there, untagged, to be read.
 * What matches nothing leaves no trace.
 */
export const fileKnownMail = async (run: Run, mail: WholeMail): Promise<FiledKnown> => {
  const { message, bytes, sha256, obtained } = mail;
  const known = await run(accountsOfMail, message);
  if (!known.ok) return { ok: false, fault: known.error.type };
  const isOfSeveral = known.value.length > 1;
  const accounts: string[] = [];
  let already = false;
  for (const account of known.value) {
    const seen = await run(openMail, { message, account: isOfSeveral ? account : null, sha256 });
    if (!seen.ok) return { ok: false, fault: seen.error.type };
    if (seen.value.filed !== null) already = true;
    const isOfAccount = seen.value.account === account && seen.value.filed === null;
    const isAnswerOrOurs = seen.value.state === "claim" || seen.value.state === "ours";
    if (!isOfAccount || !isAnswerOrOurs) continue;
    const input = { account, mail: { message, sha256, size: bytes.length, obtained } };
    const done = await run(fileMail, input, { bytes: new Map([[sha256, bytes]]) });
    if (!done.ok) return { ok: false, fault: done.error.type };
    accounts.push(account);
  }
  return { ok: true, accounts, already };
};

/** A number or a domain alone is too little to file by. */
export const isEnough = ({ code }: MatchReason): boolean =>
  code === "thread" || code === "reference" || code === "address";

/**
 * The accounts that a mail surely belongs to; none where that rests on too little. An answer to a mail about several
 * debtors waits to be read in each of them: none is chased further before somebody has said what it means for it.
 */
const accountsOfMail: UseCase<Message, readonly string[], never> = {
  name: "accounts-of-mail",
  asks: (message) => asksOfMessage(message),
  decide: (message, loaded) => {
    const match = matchLoaded(message, loaded);
    const [first] = match.together;
    if (first !== undefined && match.direction === "in") return ok(viewOnly(match.together));
    if (first !== undefined && match.direction === "out") return ok(viewOnly([first]));
    const one = sureAccount(match, message, loaded);
    return ok(viewOnly(one === null ? [] : [one]));
  },
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
