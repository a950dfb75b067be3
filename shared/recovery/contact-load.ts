import type { AccountState, Act } from "#shared/claims/account.ts";
import type { Policy } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateNear, dayNumber } from "#shared/kernel/calendar.ts";

/** Days on which we wrote to an address, oldest first, one for each mail. Addresses in lower case. */
export type ContactLoad = ReadonlyMap<string, readonly CalendarDate[]>;

/** Whom the next mail goes to: the contact for chasing, else the one for invoices, else the first still in office. */
export const chasingAddress = ({ contacts }: Pick<AccountState, "contacts">): string | null => {
  let [chasing, invoicing, first]: (string | null)[] = [null, null, null];
  for (const { email, roles, retired } of contacts) {
    if (retired !== null || email === null || email === "") continue;
    first ??= email;
    if (roles.includes("chasing")) chasing ??= email;
    if (roles.includes("invoicing")) invoicing ??= email;
  }
  const address = chasing ?? invoicing ?? first ?? null;
  return address === null ? null : address.toLowerCase();
};

/** Mails of the plan: a waiver sends nothing, a call is none, and a letter on paper fills no mailbox. */
const isMail = ({ waived, how, step }: Act): boolean =>
  waived === null && how !== "called" && step !== "call" && step !== "letter";

/** One mail is an act for each of its tables, and one to a group an act in each of its accounts. */
const mailOf = (account: string, { exchange, draft, on }: Act): string =>
  exchange ?? draft ?? `${account} ${on}`;

/** One mail of the plan, with whom it went to: plain data, so that accounts may be counted together from what a host kept. */
export type SentMail = {
  readonly mail: string;
  readonly on: CalendarDate;
  readonly to: readonly string[];
};

/** Mails of an account's acts with whom they went to; where nobody kept that, to whom we write today. */
export const sentMailsOf = (state: AccountState, since: CalendarDate): readonly SentMail[] => {
  const out: SentMail[] = [];
  for (const act of state.acts) {
    if (act.on < since || !isMail(act)) continue;
    const exchange =
      act.exchange === null
        ? undefined
        : state.exchanges.find((one) => one.exchange === act.exchange);
    const draft =
      act.draft === null ? undefined : state.drafts.find((one) => one.draft === act.draft);
    const kept = exchange?.to ?? draft?.to ?? [];
    const fallback = kept.length > 0 ? null : chasingAddress(state);
    const to = fallback === null ? kept.map((one) => one.toLowerCase()) : [fallback];
    out.push({ mail: mailOf(state.account, act), on: act.on, to });
  }
  return out;
};

/** Cooling-off looks back five working days: with holidays, never more than this. */
const COOLING_DAYS = 20;

/** The first day that caps and cooling-off look at. */
export const loadSince = (
  today: CalendarDate,
  { capDays }: Pick<Policy, "capDays">,
): CalendarDate => dateNear(dayNumber(today) - Math.max(capDays, COOLING_DAYS));

/** Mails by contact address over accounts, since a group shares one: caps and cooling-off look at the address. */
export const contactLoadOf = (states: Iterable<AccountState>, since: CalendarDate): ContactLoad => {
  const mails: (readonly SentMail[])[] = [];
  for (const state of states) if (state.acts.length > 0) mails.push(sentMailsOf(state, since));
  return contactLoadOfMails(mails, since);
};

export const contactLoadOfMails = (
  accounts: Iterable<readonly SentMail[]>,
  since: CalendarDate,
): ContactLoad => {
  const counted = new Map<string, Map<string, CalendarDate>>();
  for (const sent of accounts) {
    for (const { mail, on, to } of sent) {
      if (on < since) continue;
      for (const address of to) {
        const mails = counted.get(address) ?? new Map<string, CalendarDate>();
        mails.set(mail, on);
        counted.set(address, mails);
      }
    }
  }
  const load = new Map<string, readonly CalendarDate[]>();
  counted.forEach((mails, address) => load.set(address, [...mails.values()].sort()));
  return load;
};

const NONE: readonly CalendarDate[] = [];

/** Days on which we wrote to the address that the next mail of this account goes to. */
export const lettersTo = (
  state: AccountState,
  load: ContactLoad | null,
  since: CalendarDate,
): readonly CalendarDate[] => {
  const address = chasingAddress(state);
  if (address === null) return NONE;
  const of = load ?? contactLoadOf([state], since);
  return (of.get(address) ?? NONE).filter((on) => on >= since);
};
