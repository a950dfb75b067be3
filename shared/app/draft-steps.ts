import type { AccountState, Draft } from "#shared/claims/account.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { fileOf } from "#shared/claims/file.ts";
import { actIdOfDraft, lowerActIdOfDraft } from "#shared/claims/ids.ts";
import { isNotStep } from "./draft-choice.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfFacts } from "#shared/kernel/ids.ts";

/**
 * The acts that sending a draft is: its step for the invoices it is about, and each lower step for those of its second
 * table, which never rise by a mail that speaks to others. An answer is no act, nor is the mail beside a formal notice;
 * a notice of acceleration is that notice.
 */
export const stepsOfDraft = (
  draft: Draft,
  state: AccountState,
  on: CalendarDate,
  how: "declared" | "found",
  exchange: string | null,
): readonly AccountEvent[] => {
  if (isNotStep(draft.step)) {
    return [
      { type: "draft-sent", data: { draft: draft.draft, on, how, exchange } },
      ...noticeOfDraft(draft, state, on, exchange),
    ];
  }
  const taken = (
    act: string,
    step: string,
    portions: readonly { readonly invoice: string; readonly portion: string }[],
  ): AccountEvent => ({
    type: "step-taken",
    data: {
      act,
      step,
      on,
      portions: portions.map(({ invoice, portion }) => ({ invoice, portion })),
      how,
      exchange,
      draft: draft.draft,
    },
  });
  const lowerSteps = [...new Set(draft.lower.map(({ step }) => step))];
  return [
    taken(actIdOfDraft(draft.draft), draft.step, draft.portions),
    ...lowerSteps.map((step) =>
      taken(
        lowerActIdOfDraft(draft.draft, step),
        step,
        draft.lower.filter((one) => one.step === step),
      ),
    ),
  ];
};

/** Sent after the last day that it gives, it left no time to pay: it is no notice. */
const noticeOfDraft = (
  { draft }: Draft,
  state: AccountState,
  on: CalendarDate,
  exchange: string | null,
): readonly AccountEvent[] =>
  fileOf(state)
    .accelerationDrafts.filter((one) => one.draft === draft && one.until > on)
    .map(({ instalments, until }): AccountEvent => ({
      type: "acceleration-noticed",
      data: { notice: idOfFacts("acceleration", [draft]), instalments, on, until, exchange },
    }));
