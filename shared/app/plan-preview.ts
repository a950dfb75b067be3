import { isWithheld } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorEvent, CreditorState, Policy } from "#shared/claims/creditor.ts";
import type { EntryNote } from "#shared/claims/entry-note.ts";
import { evolveCreditor } from "#shared/claims/evolve-creditor.ts";
import { groupDigits } from "#shared/kernel/money.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { ok } from "#shared/kernel/result.ts";
import { foldText, own, shownText } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { DESK_PLANS } from "#shared/locales/desk-plans.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import type { NextStep } from "#shared/recovery/next-step.ts";
import type { AccountPlan } from "#shared/recovery/proposal.ts";
import { STEPS, stepRank } from "#shared/recovery/steps.ts";
import type { Step } from "#shared/recovery/steps.ts";
import { nextOf } from "./debtors-view.ts";
import type { WritePlanInput } from "./policy-acts.ts";
import { nameOf } from "./owed-lines.ts";
import { contextOf, stepWord } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";

/** The id under which a plan that is not written yet is chosen for kinds. */
export const UNWRITTEN_PLAN = "plan-unwritten";
/** Debtors listed one by one; the others are counted. */
export const CHANGES_SHOWN = 50;

export type PlanPreviewInput = {
  /** Null: no plan is being written. Its id null: a new one, chosen as `UNWRITTEN_PLAN`. */
  readonly plan: WritePlanInput | null;
  /** Kinds that would follow another plan; null: the one that Relance ships. */
  readonly kinds: Readonly<Partial<Record<DebtorKind, string | null>>>;
  /** Null: as it stands. */
  readonly smallAmounts: Policy["smallAmounts"] | null;
};

export type PlanPreviewView = {
  readonly kind: "plan-preview";
  /** Acts to do today, before and after; only steps that have any. */
  readonly acts: readonly {
    readonly step: Step;
    readonly label: Own;
    readonly before: Own;
    readonly after: Own;
    readonly differs: boolean;
  }[];
  readonly total: { readonly before: Own; readonly after: Own };
  readonly changed: Own;
  readonly changes: readonly {
    readonly account: string;
    readonly name: Foreign;
    readonly before: Sentence;
    readonly after: Sentence;
  }[];
  readonly others: Own | null;
  /** Said in place of the list where nothing changes. */
  readonly nothing: Sentence | null;
};

const NOTE: EntryNote = { hash: "", at: "", by: "" };

/** The creditor as it would be, by the fold that the written events would go through. */
const evolved = (creditor: CreditorState, input: PlanPreviewInput): CreditorState => {
  const events: CreditorEvent[] = [];
  if (input.plan !== null) {
    const { name, steps } = input.plan;
    events.push({
      type: "plan-written",
      data: { plan: input.plan.plan ?? UNWRITTEN_PLAN, name, steps },
    });
  }
  for (const kind of DEBTOR_KINDS) {
    const plan = input.kinds[kind];
    if (plan !== undefined) events.push({ type: "kind-plan-chosen", data: { kind, plan } });
  }
  if (input.smallAmounts !== null) {
    const { smallAmounts } = input;
    events.push({ type: "policy-changed", data: { changes: { smallAmounts: [...smallAmounts] } } });
  }
  return events.reduce((state, event) => evolveCreditor(state, event, NOTE), creditor);
};

const actsOf = (plan: AccountPlan): readonly Step[] =>
  plan.act === null ? [] : [plan.act.step, ...plan.others.map(({ step }) => step)];

type Counts = Map<Step, number>;

const count = (counts: Counts, plan: AccountPlan): void => {
  for (const step of actsOf(plan)) counts.set(step, (counts.get(step) ?? 0) + 1);
};

const shownCount = (number: number, { language }: Facts): Own =>
  own(groupDigits(String(number), language === "fr" ? "\u202f" : ","));

type Change = PlanPreviewView["changes"][number] & {
  readonly folded: string;
  /** It would be chased today, and is not now. */
  readonly pressed: boolean;
};

const changeOf = (
  before: AccountPlan,
  after: AccountPlan,
  facts: Facts,
): Pick<Change, "before" | "after"> | null => {
  const [was, will] = [nextOf(before, facts).next, nextOf(after, facts).next];
  if (read(was) !== read(will)) return { before: was, after: will };
  const [toneBefore, toneAfter] = [before.act?.tone, after.act?.tone];
  if (toneBefore === undefined || toneAfter === undefined) {
    return aheadChange(before, after, was, facts);
  }
  if (toneBefore === toneAfter) return null;
  const { tones } = recoveryWords[facts.language];
  const { inTone } = DESK_PLANS[facts.language].preview;
  return {
    before: inTone(was, own(tones[toneBefore])),
    after: inTone(will, own(tones[toneAfter])),
  };
};

/** The highest step ahead, which something holds back today: what waits now comes once that is lifted. */
const aheadOf = ({ portions }: AccountPlan): NextStep | null =>
  portions.reduce<NextStep | null>(
    (highest, { next }) =>
      next !== null && (highest === null || stepRank(next.step) > stepRank(highest.step))
        ? next
        : highest,
    null,
  );

const aheadChange = (
  before: AccountPlan,
  after: AccountPlan,
  waits: Sentence,
  facts: Facts,
): Pick<Change, "before" | "after"> | null => {
  const { thenStep } = DESK_PLANS[facts.language].preview;
  const said = (plan: AccountPlan): Sentence => {
    const ahead = aheadOf(plan);
    if (ahead === null) return waits;
    const on = ahead.on !== "unknown" && ahead.on > facts.today ? ahead.on : null;
    const { steps } = recoveryWords[facts.language];
    return thenStep(waits, own(steps[ahead.step]), on, facts.today);
  };
  const [was, will] = [said(before), said(after)];
  return read(was) === read(will) ? null : { before: was, after: will };
};

const read = (sentence: Sentence): string => sentence.map(shownText).join("");

/** What plans not saved yet would do to the ledger as it stands today. Nothing is written. */
export const planPreview: UseCase<PlanPreviewInput, PlanPreviewView, never> = {
  name: "plan-preview",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (input, loaded, facts) => {
    const words = DESK_PLANS[facts.language].preview;
    const after: Loaded = { ...loaded, creditor: evolved(loaded.creditor, input) };
    const [now, then] = [contextOf(loaded, facts), contextOf(after, facts)];
    const [countsBefore, countsAfter]: [Counts, Counts] = [new Map(), new Map()];
    const changes: Change[] = [];
    let known = 0;
    for (const state of loaded.accounts.values()) {
      if (isWithheld(state)) continue;
      known += 1;
      const balances = balancesOf(state);
      const was = planOf(state, balances, now);
      const will = planOf(state, balances, then);
      count(countsBefore, was);
      count(countsAfter, will);
      const change = changeOf(was, will, facts);
      if (change === null) continue;
      const name = nameOf(state);
      changes.push({
        account: state.account,
        name,
        ...change,
        folded: foldText(name.foreign),
        pressed: was.act === null && will.act !== null,
      });
    }
    changes.sort(
      (a, b) =>
        Number(b.pressed) - Number(a.pressed) ||
        (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : a.account < b.account ? -1 : 1),
    );
    const sum = (counts: Counts): Own =>
      shownCount(
        [...counts.values()].reduce((all, one) => all + one, 0),
        facts,
      );
    const rest = changes.length - CHANGES_SHOWN;
    return ok(
      viewOnly<PlanPreviewView>({
        kind: "plan-preview",
        acts: STEPS.flatMap((step) => {
          const [was, will] = [countsBefore.get(step) ?? 0, countsAfter.get(step) ?? 0];
          if (was + will === 0) return [];
          return [
            {
              step,
              label: stepWord(step, facts),
              before: shownCount(was, facts),
              after: shownCount(will, facts),
              differs: was !== will,
            },
          ];
        }),
        total: { before: sum(countsBefore), after: sum(countsAfter) },
        changed: words.changed(changes.length, known),
        changes: changes.slice(0, CHANGES_SHOWN).map(({ account, name, before, after: will }) => ({
          account,
          name,
          before,
          after: will,
        })),
        others: rest > 0 ? words.others(rest) : null,
        nothing: changes.length === 0 ? words.nothing : null,
      }),
    );
  },
};
