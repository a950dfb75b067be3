import type { AccountState, Act, Debtor } from "#shared/claims/account.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateNear, dayNumber, earliest, latest } from "#shared/kernel/calendar.ts";
import { formalNoticeDaysOf } from "#shared/law/deadlines.ts";
import { openDayFrom } from "#shared/law/holidays.ts";
import { lawCountryOf } from "#shared/law/regime.ts";
import type { RecoveryContext } from "./context.ts";
import type { NoticeLimits } from "./next-step.ts";
import { UNKNOWN_LIMITS } from "./next-step.ts";

/** What the days of a notice depend on. */
export type NoticeDebtor = Pick<Debtor, "kind" | "soleTrader">;

/**
 * Days that a notice leaves this debtor: the creditor's own number, unless the law of the claim knows a longer usual one
 * (30 for individuals in the United Kingdom). One whose kind nobody knows has the longer time.
 */
export const noticeDaysOf = (
  { debtor }: { readonly debtor: NoticeDebtor | null },
  { creditor, policy }: Pick<CreditorState, "creditor" | "policy">,
): number => {
  const { noticeDays, consumerNoticeDays } = policy;
  const kind = debtor?.kind ?? "consumer";
  const isBusiness = kind === "business" || kind === "public";
  const own =
    debtor === null
      ? Math.max(noticeDays, consumerNoticeDays)
      : isBusiness
        ? noticeDays
        : consumerNoticeDays;
  const law = lawCountryOf(creditor?.country ?? "");
  // In France no text gives a number of days: the creditor's setting is the whole rule.
  if (law === "FR") return own;
  return Math.max(own, formalNoticeDaysOf(law, kind, debtor?.soleTrader ?? false).days ?? own);
};

const limitFrom = (
  start: CalendarDate,
  state: AccountState,
  context: RecoveryContext,
): CalendarDate => {
  const last = dateNear(dayNumber(start) + noticeDaysOf(state, context.creditor));
  return openDayFrom(last, context.calendar);
};

/**
 * The day on which a letter was first presented: from there its time runs, taken or not (Cass. 1re civ. 20 Jan. 2021,
 * 19-20.680). A receipt or a refusal dates it where nothing earlier does; that a letter came back does not say when it
 * had been presented. Null: unknown.
 */
export const presentedOn = ({ letterProofs }: AccountFile, act: string): CalendarDate | null => {
  let [presented, taken]: [CalendarDate | null, CalendarDate | null] = [null, null];
  for (const proof of letterProofs) {
    if (proof.act !== act) continue;
    if (proof.kind === "first-presentation") {
      presented = earliest([presented, proof.on]);
    } else if (proof.kind === "receipt" || proof.kind === "refusal") {
      taken = earliest([taken, proof.on]);
    }
  }
  return presented ?? taken;
};

/** The last act of a step that concerned a portion. */
const lastOf = (
  acts: readonly Act[],
  step: string,
  invoice: string,
  portion: string,
): Act | null => {
  let last: Act | null = null;
  for (const act of acts) {
    if (act.step !== step || act.waived !== null) continue;
    if (last !== null && act.on < last.on) continue;
    if (act.portions.some((one) => one.invoice === invoice && one.portion === portion)) last = act;
  }
  return last;
};

/**
 * The last days of the time that notices left for a portion: a formal notice from its first presentation, a last notice
 * from its own day. Neither ends on a day that is not open. A second notice gives new time: the last one counts.
 */
export const noticeLimitsOf = (
  state: AccountState,
  invoice: string,
  portion: string,
  context: RecoveryContext,
): NoticeLimits => {
  const notice = lastOf(state.acts, "formal-notice", invoice, portion);
  const last = lastOf(state.acts, "last-notice", invoice, portion);
  if (notice === null && last === null) return UNKNOWN_LIMITS;
  const start = notice === null ? null : presentedOn(fileOf(state), notice.act);
  const formalNotice = start === null ? null : limitFrom(start, state, context);
  const ofLast = last === null ? null : limitFrom(last.on, state, context);
  const lastNotice =
    ofLast === null || formalNotice === null ? ofLast : latest([ofLast, formalNotice]);
  return { formalNotice, lastNotice };
};
