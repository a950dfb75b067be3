import type { AccountState, Act } from "#shared/claims/account.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { LastNoticeFacts, NoticeProof } from "#shared/drafting/facts.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { openDayFrom } from "#shared/law/holidays.ts";
import { calendarOf } from "#shared/recovery/context.ts";
import { noticeDaysOf, presentedOn } from "#shared/recovery/notice-limits.ts";
import type { ProposedAct } from "#shared/recovery/proposal.ts";

/** What the user says of a last notice before it is drafted: nothing else in the ledger can tell. */
export type LastNoticeChoice = { readonly intendsCourt: boolean };

/** The formal notices behind an act with their proofs, and the last day that it gives; null for any other step. */
export const lastNoticeFactsOf = (
  act: ProposedAct,
  state: AccountState,
  around: {
    readonly creditor: CreditorState;
    readonly today: CalendarDate;
    readonly choice: LastNoticeChoice | null;
  },
): LastNoticeFacts | null => {
  if (act.step !== "last-notice") return null;
  const { creditor, today, choice } = around;
  const notices = noticesBehind(act, state);
  return {
    // A part without a notice of its own may not stand under somebody else's.
    notices: notices === null ? [] : notices.map((notice) => proofOf(notice, state)),
    // The plan's gate counts the same days, from the day on which this one goes.
    until: openDayFrom(addDays(today, noticeDaysOf(state, creditor)), calendarOf(creditor)),
    intendsCourt: choice?.intendsCourt ?? false,
    mediator: state.debtor?.kind === "consumer" ? creditor.policy.mediator : null,
  };
};

/** The last formal notice of each part, each once, oldest first; null where a part has none. */
const noticesBehind = (act: ProposedAct, state: AccountState): readonly Act[] | null => {
  const found = new Map<string, Act>();
  for (const { invoice, portion } of act.portions) {
    let last: Act | null = null;
    for (const one of state.acts) {
      const concerns = one.portions.some(
        (named) => named.invoice === invoice && named.portion === portion,
      );
      if (one.step !== "formal-notice" || one.waived !== null || !concerns) continue;
      if (last === null || one.on >= last.on) last = one;
    }
    if (last === null) return null;
    found.set(last.act, last);
  }
  return [...found.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

const proofOf = ({ act, on }: Act, state: AccountState): NoticeProof => {
  const file = fileOf(state);
  const letter = file.letters.find((one) => one.act === act);
  const came = file.letterProofs.flatMap(({ act: of, kind, on: day }) =>
    of === act && (kind === "receipt" || kind === "refusal" || kind === "unclaimed")
      ? [{ kind, on: day }]
      : [],
  );
  return {
    on: letter?.on ?? on,
    way: letter?.channel ?? null,
    number: letter?.number ?? null,
    presentedOn: presentedOn(file, act),
    came: came[0] ?? null,
  };
};
