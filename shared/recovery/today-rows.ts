import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import { workOn } from "./budget.ts";
import type { RecoveryContext } from "./context.ts";
import { promiseStates } from "./promises.ts";
import type { AccountPlan } from "./proposal.ts";
import { brokenRow, promiseRow } from "./today-promises.ts";
import type { AccountToday, RowFacts } from "./today-row.ts";
import { MINUTES } from "./today-row.ts";
import { actRow, draftRow, exhibitRow } from "./today-steps.ts";
import {
  answerRow,
  blockedRow,
  checkRow,
  clockRow,
  formalNeedRow,
  proceedingsRow,
  toReadRow,
} from "./today-waiting.ts";

const rowsOf = (
  state: AccountState,
  balances: AccountBalances,
  plan: AccountPlan,
  context: RecoveryContext,
): readonly RowFacts[] => {
  const { today } = context;
  const promises = promiseStates(state, balances, context);
  const draft = draftRow(state, plan, today);
  const broken = brokenRow(state, plan, promises, context);
  const inBroken =
    broken !== null && "act" in broken.action && typeof broken.action.act !== "string"
      ? broken.action.act.promise
      : null;
  const rows = [
    clockRow(state, balances, context) ?? proceedingsRow(plan),
    toReadRow(state, plan, today),
    answerRow(state, plan, today),
    broken,
    promiseRow(plan, promises, context),
    checkRow(plan, today),
    draft,
    blockedRow(state, plan, today),
    draft === null ? actRow(state, plan, "reminder", inBroken, today) : null,
    actRow(state, plan, "call", inBroken, today),
    exhibitRow(state, plan, today) ?? formalNeedRow(plan),
  ];
  return rows.filter((row): row is RowFacts => row !== null);
};

const clockOnly = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
): readonly RowFacts[] => {
  const clock = clockRow(state, balances, context);
  return clock === null ? [] : [clock];
};

/** The rows of one account. One put off has none until its day, and says so; a deadline of law waits for nobody. */
export const accountToday = (
  state: AccountState,
  balances: AccountBalances,
  plan: AccountPlan,
  context: RecoveryContext,
): AccountToday => {
  const name = state.debtor?.name ?? state.account;
  const putOff = state.putOff !== null && state.putOff.until > context.today;
  const facts = putOff
    ? clockOnly(state, balances, context)
    : rowsOf(state, balances, plan, context);
  const [reason = null] = plan.reasons;
  const { owner } = fileOf(state);
  return {
    account: state.account,
    name,
    owner,
    rows: facts.map((row) => ({
      ...row,
      // A dispute may wait for us beside what was asked: two rows of one word.
      key: `${row.word}/${state.account}${row.action.type === "answer-mails" ? "/answer" : ""}`,
      account: state.account,
      name,
      members: [],
      share: row.share ?? null,
      warning: row.warning ?? null,
      owner: row.owner ?? owner,
      minutes: MINUTES[row.word],
    })),
    silent: facts.length === 0 && plan.portions.length > 0 ? reason : null,
    nextOn: plan.nextOn,
    amounts: plan.amounts,
    openInvoices: new Set(plan.portions.map(({ invoice }) => invoice)).size,
    spent: workOn(state.acts, context.today),
  };
};
