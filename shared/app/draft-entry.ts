import type { AccountState, Draft } from "#shared/claims/account.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import type { ProposedAct } from "#shared/recovery/proposal.ts";

type Prepared = Pick<Draft, "draft" | "on" | "reference" | "messageId" | "subject"> & {
  readonly to: readonly string[];
};

/** What stands in the account of a draft: the act it is, and how it will be known again when it went. */
export const preparedEntry = (
  act: ProposedAct,
  state: AccountState,
  { to, ...prepared }: Prepared,
): AccountEvent => ({
  type: "draft-prepared",
  data: {
    ...prepared,
    to: [...to],
    step: act.step,
    tone: act.tone,
    language: state.debtor?.language ?? "fr",
    portions: act.portions.map(({ invoice, portion }) => ({ invoice, portion })),
    lower: act.lower.flatMap(({ invoice, portion, next }) =>
      next === null ? [] : [{ invoice, portion, step: next.step }],
    ),
    promise: act.promise,
  },
});
