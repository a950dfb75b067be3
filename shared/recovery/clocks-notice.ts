import type { Act, AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile, SentLetter } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { formalNoticeTimeOf } from "#shared/law/deadlines.ts";
import type { WorkingCalendar } from "#shared/law/holidays.ts";
import { days as daysOf } from "#shared/law/periods.ts";
import { clockOfDeadline, openOf } from "./clocks-found.ts";
import type { ClockNeed } from "./clock-kinds.ts";
import type { FoundClock } from "./clocks.ts";
import type { RecoveryContext } from "./context.ts";
import { noticeDaysOf, presentedOn } from "./notice-limits.ts";

const presented = (
  letter: SentLetter | undefined,
  file: AccountFile,
): { readonly on: CalendarDate | null; readonly needs: readonly ClockNeed[] } => {
  if (letter === undefined) return { on: null, needs: ["letter-channel"] };
  const on = presentedOn(file, letter.act);
  return { on, needs: on === null ? ["first-presentation"] : [] };
};

const FURTHER = ["last-notice", "legal"];

/** The time that each formal notice gives, from its first presentation: done once a further step was taken. */
export const noticeClocks = (
  state: AccountState,
  balances: AccountBalances,
  days: WorkingCalendar,
  context: RecoveryContext,
): readonly FoundClock[] => {
  const notices = state.acts.filter(
    ({ step, waived }) => step === "formal-notice" && waived === null,
  );
  if (notices.length === 0) return [];
  const file = fileOf(state);
  const count = noticeDaysOf(state, context.creditor);
  const invoicesOf = ({ portions }: Act): readonly string[] => [
    ...new Set(portions.map(({ invoice }) => invoice)),
  ];
  return notices.flatMap((notice) => {
    const invoices = openOf(balances, invoicesOf(notice));
    if (invoices.length === 0) return [];
    const { on, needs } = presented(
      file.letters.find(({ act }) => act === notice.act),
      file,
    );
    const done = state.acts.some(
      (act) =>
        act.waived === null &&
        act.on >= notice.on &&
        FURTHER.includes(act.step) &&
        act.portions.some(({ invoice }) => invoices.includes(invoice)),
    );
    const deadline = formalNoticeTimeOf(on, count, days);
    return [clockOfDeadline("formal-notice-time", deadline, invoices, needs, done, daysOf(count))];
  });
};
