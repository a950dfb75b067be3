import type { AccountState, Act, Contact, Exchange } from "#shared/claims/account.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateNear } from "#shared/kernel/calendar.ts";
import { chasingAddress, lettersTo } from "./contact-load.ts";
import type { RecoveryContext } from "./context.ts";
import type { Reason } from "./reasons.ts";
import { reasonOf } from "./reasons.ts";

const hasAddress = ({ email }: Contact): boolean => email !== null && email !== "";

/** Nobody in office whom a mail would reach. */
export const unreachable = (state: AccountState): readonly Reason[] => {
  const addressed = state.contacts.filter(hasAddress);
  if (addressed.some(({ retired }) => retired === null)) return [];
  let last: Contact | null = null;
  for (const contact of addressed) {
    if (last === null || (contact.retired?.on ?? "") >= (last.retired?.on ?? "")) last = contact;
  }
  const reason = last?.retired?.reason;
  if (last === null || last.retired === null || reason === "other") {
    return [reasonOf("no-contact-address", "forbid", {}, { only: "mail" })];
  }
  const values = { address: last.email ?? "", on: last.retired.on };
  const where = { entries: [last.entry.hash], only: "mail" } as const;
  return [
    reason === "bounced"
      ? reasonOf("contact-bounced", "forbid", values, where)
      : reasonOf("contact-left", "forbid", values, where),
  ];
};

const daysBack = ({ todayDay }: RecoveryContext, days: number): CalendarDate =>
  dateNear(todayDay - days + 1);

/**
 * Too soon after the last step, or after a mail to the same address for another account; and too many mails in all. What
 * the debtor wrote since may be answered at any time.
 */
export const tooMuch = (
  state: AccountState,
  lastAct: Act | null,
  replies: readonly Exchange[],
  context: RecoveryContext,
): readonly Reason[] => {
  const { soonFrom, creditor, contactLoad } = context;
  const { capMessages, capDays } = creditor.policy;
  const out: Reason[] = [];
  const mayReachCap = contactLoad !== null || state.acts.length >= capMessages;
  const window = daysBack(context, capDays);
  const since = window < soonFrom ? window : soonFrom;
  const mails = mayReachCap ? lettersTo(state, contactLoad, since) : [];
  const lastMail = mails[mails.length - 1] ?? null;
  const ofOwn = lastAct?.on ?? null;
  const lastOn = ofOwn === null || (lastMail !== null && lastMail > ofOwn) ? lastMail : ofOwn;
  // One of tomorrow (another device's clock) is as near.
  if (lastOn !== null && lastOn >= soonFrom && !replies.some(({ on }) => on > lastOn)) {
    const entries = lastAct !== null && lastAct.on === lastOn ? [lastAct.entry.hash] : [];
    const address = ofOwn === lastOn ? null : chasingAddress(state);
    const values = { lastOn, ...(address === null ? {} : { address }) };
    out.push(reasonOf("too-soon", "warn", values, { entries }));
  }
  const count = mails.filter((on) => on >= window).length;
  if (count >= capMessages) {
    const values = { count, days: capDays, address: chasingAddress(state) ?? "" };
    out.push(reasonOf("cap-reached", "warn", values, { only: "mail" }));
  }
  return out;
};

/** Days back that a mail of ours is looked at where no step was ever taken. */
const COLLEAGUE_DAYS = 30;

/**
 * A mail of ours to the debtor since the last step that belongs to none: somebody here may have reminded already. One
 * that follows the debtor's own words answers them.
 */
export const byColleague = (
  state: AccountState,
  ours: readonly Exchange[],
  lastAct: Act | null,
  replies: readonly Exchange[],
  context: RecoveryContext,
): readonly Reason[] => {
  const from = daysBack(context, COLLEAGUE_DAYS);
  const recent = ours.filter(({ on }) => (lastAct === null ? on >= from : on > lastAct.on));
  if (recent.length === 0) return [];
  const inSteps = new Set(state.acts.map(({ exchange }) => exchange));
  const addresses = new Set(state.contacts.map(({ email }) => (email ?? "").toLowerCase()));
  let last: Exchange | null = null;
  for (const mail of recent) {
    const { exchange, direction, to, tagged } = mail;
    if (inSteps.has(exchange) || tagged?.tag === "unrelated") continue;
    const reaches = direction === "out" || to.some((one) => addresses.has(one.toLowerCase()));
    const answers = replies.some(
      (reply) => reply.at <= mail.at && (lastAct === null || reply.on > lastAct.on),
    );
    if (!reaches || answers) continue;
    if (last === null || mail.at >= last.at) last = mail;
  }
  if (last === null) return [];
  const values = { on: last.on, from: last.from };
  return [reasonOf("colleague-reminder", "warn", values, { entries: [last.entry.hash] })];
};
