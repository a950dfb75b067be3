import type { Act, AccountState } from "#shared/claims/account.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { compareText } from "#shared/kernel/text.ts";
import { draftFallen, draftReason } from "./draft-fallen.ts";
import { waitingDraft } from "./explanation.ts";
import { portionKey } from "./next-step.ts";
import type { AccountPlan } from "./proposal.ts";
import { reasonOf } from "./reasons.ts";
import type { Reason } from "./reasons.ts";
import { standingStill } from "./standing-still.ts";
import { accountAmounts, actAmounts, actWeight, actionOf, moneyBy } from "./today-amounts.ts";
import { groupMailOf, shareOf } from "./today-groups.ts";
import type { RowFacts } from "./today-row.ts";

export const draftRow = (
  state: AccountState,
  plan: AccountPlan,
  today: CalendarDate,
): RowFacts | null => {
  const draft = waitingDraft(state);
  if (draft === null) return null;
  const fallen = draftFallen(state, draft, plan);
  const keys = new Set(draft.portions.map(({ invoice, portion }) => portionKey(invoice, portion)));
  const sums = new Map<Currency, number>();
  for (const { invoice, portion, currency, asked } of plan.portions) {
    if (keys.has(portionKey(invoice, portion)))
      sums.set(currency, (sums.get(currency) ?? 0) + asked);
  }
  return {
    word: "draft",
    amounts: moneyBy(sums),
    // Prepared before the account came to a stand: what it is to do is no longer to go out.
    reason: standingStill(plan.gates) ?? draftReason(draft, fallen),
    action: { type: fallen === null ? "open-draft" : "discard-draft", draft: draft.draft },
    weight: daysBetween(draft.on, today),
    // In one mail to a group, it is in the way of this debtor alone.
    share: fallen === null ? shareOf(state, draft.draft) : null,
  };
};

/** Said on the row itself: counted by the reader's address, over accounts, it may come from another one's mail. */
const isOfTooMuch = ({ code }: Reason): boolean => code === "too-soon" || code === "cap-reached";

/** The act without a promise to cite, which has its own row; `call` or the rest. */
export const actRow = (
  state: AccountState,
  plan: AccountPlan,
  word: "reminder" | "call",
  cited: string | null,
  today: CalendarDate,
): RowFacts | null => {
  const act = [plan.act, ...plan.others].find(
    (one) =>
      one !== null &&
      (one.step === "call") === (word === "call") &&
      (cited === null || one.promise !== cited),
  );
  const reason = plan.reasons.find(({ code }) => code === "step-due" || code === "promise-broken");
  if (act == null) return null;
  const first = act.portions[0];
  const days = first?.dueOn == null ? 0 : daysBetween(first.dueOn, today);
  const invoices = [...new Set(act.portions.map(({ invoice }) => invoice))];
  return {
    word,
    amounts: actAmounts(act),
    reason:
      act === plan.act && reason !== undefined
        ? reason
        : reasonOf(
            "step-due",
            "says",
            { step: act.step, days, invoices: invoices.length },
            { invoices },
          ),
    action: actionOf(act),
    weight: actWeight(act, today),
    share: act === plan.act ? groupMailOf(state, act) : null,
    warning: act.step === "call" ? null : (plan.gates.find(isOfTooMuch) ?? null),
  };
};

/** Only what was drafted here: an old ledger taken in has years of steps, and its list must still end. */
const isDeclaredMail = ({ waived, how, step, draft }: Act): boolean =>
  waived === null && how === "declared" && step !== "call" && draft !== null;

const isWithoutBytes = ({ exchanges }: AccountState, act: Act): boolean => {
  if (act.exchange === null) return true;
  const exchange = exchanges.find((one) => one.exchange === act.exchange);
  return exchange === undefined || exchange.versions.length === 0;
};

/**
 * Steps declared sent before today whose mail nobody has kept, while what they asked for is still open. What was sent
 * today may still be found by a look at the sent mails: asked for at once, no day's list would ever end.
 */
export const exhibitRow = (
  state: AccountState,
  plan: AccountPlan,
  today: CalendarDate,
): RowFacts | null => {
  const declared = state.acts.filter((act) => act.on < today && isDeclaredMail(act));
  if (declared.length === 0) return null;
  const open = new Set(plan.portions.map(({ invoice }) => invoice));
  const missing = declared
    .filter(
      (act) => act.portions.some(({ invoice }) => open.has(invoice)) && isWithoutBytes(state, act),
    )
    .sort((a, b) => compareText(a.on, b.on));
  const [first] = missing;
  if (first === undefined) return null;
  return {
    word: "exhibit",
    amounts: accountAmounts(plan),
    reason: reasonOf(
      "exhibit-missing",
      "says",
      // One mail can be an act for each of its tables.
      { on: first.on, count: new Set(missing.map((act) => act.draft ?? act.act)).size },
      { entries: missing.map(({ entry }) => entry.hash) },
    ),
    action: { type: "attach-sent-mail", act: first.act },
    weight: daysBetween(first.on, today),
    share: shareOf(state, first.act),
  };
};
