import type { AccountState } from "#shared/claims/account.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { err, ok, unreachable } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { LimitationStep } from "#shared/law/limitation.ts";
import type { Cited } from "#shared/law/marks.ts";
import { isToCheck } from "#shared/law/marks.ts";
import { CLOCK_ROW_WORDS } from "#shared/locales/clock-row-words.ts";
import { CLOCK_WORDS } from "#shared/locales/clock-words.ts";
import { LAW_WORDS } from "#shared/locales/law-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { PossibleAcknowledgement } from "#shared/recovery/acknowledgement.ts";
import { possibleAcknowledgements } from "#shared/recovery/acknowledgement.ts";
import type { ClockKind, ClockNeed } from "#shared/recovery/clock-kinds.ts";
import type { ClockStep, LegalClock } from "#shared/recovery/clocks.ts";
import { legalClocksOf } from "#shared/recovery/clocks.ts";
import { nameOf } from "./owed-lines.ts";
import { accountOnScreen, contextOf } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, UseCase } from "./use-case.ts";
import type { AccountUnknown, ActionView, FormKind } from "./view-parts.ts";

/** A text of law and how it was read; `mark` null where it was read on an official text. */
export type CitedView = { readonly text: Own; readonly mark: Own | null };

export type ClockView = {
  /** The clock's id: what stops it. */
  readonly key: string;
  readonly kind: ClockKind;
  readonly title: Own;
  readonly state: LegalClock["state"];
  readonly stateWord: Own;
  readonly side: LegalClock["side"];
  readonly sideWord: Own;
  readonly tone: "info" | "warning" | "danger" | "good";
  readonly startOn: CalendarDate | null;
  readonly lastOn: CalendarDate | null;
  /** The last day and how far it is, or that it is not known. */
  readonly text: Sentence;
  readonly start: Sentence;
  /** Its text of law; null for an insurance policy, which `basis` says. */
  readonly cited: CitedView | null;
  readonly basis: Own | null;
  readonly toCheck: boolean;
  readonly why: readonly Sentence[];
  readonly needs: readonly Own[];
  /** Numbers of its invoices. */
  readonly invoices: readonly Foreign[];
  readonly actions: readonly ActionView[];
};

export type AcknowledgementView = {
  readonly key: string;
  readonly text: Sentence;
  /** `Peut valoir reconnaissance (C. civ. 2240), à apprécier.` */
  readonly caution: Own;
  readonly beforeAndAfter: Sentence;
  readonly cited: CitedView;
  readonly invoices: readonly Foreign[];
  readonly action: ActionView;
};

export type ClocksView = {
  readonly kind: "clocks";
  readonly account: string;
  readonly title: Own;
  readonly name: Foreign;
  readonly intro: Own;
  readonly clocks: readonly ClockView[];
  readonly none: Own | null;
  readonly acknowledgementsTitle: Own;
  readonly acknowledgements: readonly AcknowledgementView[];
  readonly back: ActionView;
};

export type ClocksInput = { readonly account: string };

/** Every deadline of one debtor, with its text, start and last day; what is not known is said, with what would tell. */
export const clocksView: UseCase<ClocksInput, ClocksView, AccountUnknown> = {
  name: "clocks",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const context = contextOf(loaded, facts);
    const { balances } = accountOnScreen(state, context);
    const words = CLOCK_WORDS[facts.language];
    const clocks = legalClocksOf(state, balances, context).map((clock) =>
      clockView(clock, state, facts),
    );
    return ok(
      viewOnly<ClocksView>({
        kind: "clocks",
        account,
        title: words.title,
        name: nameOf(state),
        intro: words.intro,
        clocks,
        none: clocks.length === 0 ? words.none : null,
        acknowledgementsTitle: words.acknowledgements.title,
        acknowledgements: possibleAcknowledgements(state, balances, context).map((one) =>
          acknowledgementView(one, state, facts),
        ),
        back: {
          key: "back",
          label: words.back,
          action: { go: "account", account },
        },
      }),
    );
  },
};

export const citedView = ({ text, mark }: Cited, facts: Facts): CitedView => {
  const words = CLOCK_WORDS[facts.language];
  return {
    text: own(text),
    mark: isToCheck(mark) ? words.toCheck : mark === "unknown" ? words.unknownMark : null,
  };
};

const numbersOf = (state: AccountState, invoices: readonly string[]): readonly Foreign[] => {
  const ids = new Set(invoices);
  return state.invoices
    .filter(({ invoice }) => ids.has(invoice))
    .map(({ number }) => foreign(number));
};

/** Within so many days a deadline of ours is shown as a warning. */
const WARNED_DAYS = 15;

export const clockTone = ({ state, side, daysLeft }: LegalClock): ClockView["tone"] => {
  if (state === "done") return "good";
  if (side === "theirs") return "info";
  if (state === "passed") return "danger";
  return state === "unknown" || (daysLeft ?? 0) <= WARNED_DAYS ? "warning" : "info";
};

/** `Déclarer la créance`. */
export const clockTitle = ({ kind }: Pick<LegalClock, "kind">, facts: Facts): Own =>
  own(CLOCK_ROW_WORDS[facts.language][kind]);

/** Its last day in one sentence, or that it is not known and what would tell. */
export const clockText = (
  { state, actBy, lastOn, daysLeft, needs }: LegalClock,
  facts: Facts,
): Sentence => {
  const words = CLOCK_WORDS[facts.language];
  if (state === "done") return [words.done];
  const end = actBy ?? lastOn;
  if (end !== null && daysLeft !== null) return words.lastDay(end, daysLeft);
  return [words.unknownDay, ...needs.flatMap((need) => [own(" "), words.needs[need]])];
};

const clockView = (clock: LegalClock, state: AccountState, facts: Facts): ClockView => {
  const words = CLOCK_WORDS[facts.language];
  const { id, kind, side, cited, startOn, lastOn, needs } = clock;
  return {
    key: id,
    kind,
    title: clockTitle(clock, facts),
    state: clock.state,
    stateWord: words.states[clock.state],
    side,
    sideWord: words.sides[side],
    tone: clockTone(clock),
    startOn,
    lastOn,
    text: clockText(clock, facts),
    start: startOn === null ? [words.startUnknown] : words.starts(startOn),
    cited: cited === null ? null : citedView(cited, facts),
    basis: kind === "insurer-extension" || kind === "insurer-declaration" ? words.policy : null,
    toCheck: clock.toCheck,
    why: clock.why.map((step) => stepText(step, facts)),
    needs: needs.map((need) => words.needs[need]),
    invoices: numbersOf(state, clock.invoices),
    actions: actionsOf(clock, state, facts),
  };
};

const FORM_OF_NEED: Readonly<Record<ClockNeed, FormKind | null>> = {
  "debtor-kind": "debtor",
  "law-of-claim": null,
  "publication-date": "insolvency",
  "certificate-served": "legal-fact",
  "act-in-person": "legal-fact",
  "letter-channel": "letter-sent",
  "first-presentation": "letter-proof",
  "due-date": null,
  "end-of-suspension": "suspension",
};

const actionsOf = (
  { id, state, side, needs, kind }: LegalClock,
  of: AccountState,
  facts: Facts,
): readonly ActionView[] => {
  const words = CLOCK_WORDS[facts.language].actions;
  const { account } = of;
  const actions: ActionView[] = [];
  for (const need of needs) {
    const form = FORM_OF_NEED[need];
    if (form === null || !(form in words)) continue;
    actions.push({
      key: `${id}/${need}`,
      label: words[form as keyof typeof words],
      action: { form, account, subject: lackingOf(need, of) },
    });
  }
  const stoppable = state !== "done" && side === "ours" && kind !== "limitation";
  if (stoppable)
    actions.push({
      key: `${id}/stop`,
      label: words.stop,
      action: { form: "stop-clock", account, subject: id },
    });
  return actions;
};

/** What is completed rather than entered anew: the proceedings without a publication, the suspension without an end. */
const lackingOf = (need: ClockNeed, state: AccountState): string | null => {
  const { insolvencies, suspensions } = fileOf(state);
  if (need === "publication-date") {
    const unpublished = insolvencies.find(
      ({ ended, publishedOn }) => ended === null && publishedOn === null,
    );
    return unpublished?.insolvency ?? null;
  }
  if (need === "end-of-suspension") {
    return suspensions.find(({ until }) => until === null)?.suspension ?? null;
  }
  return null;
};

const stepText = (step: ClockStep, facts: Facts): Sentence => {
  const words = CLOCK_WORDS[facts.language];
  switch (step.type) {
    case "counted":
      return words.counted(
        step.from === "due-date"
          ? words.dueDate
          : LAW_WORDS[facts.language].deadlineStarts[step.from],
        step.on,
        step.period,
      );
    case "moved":
      return words.moved[step.by](step.to);
    case "before":
      return words.before(step.on);
    case "starts":
    case "lasts":
    case "agreed":
    case "interrupted":
    case "interrupted-restart-unverified":
    case "not-interrupting":
    case "may-interrupt":
    case "too-late":
    case "too-early":
    case "suspended":
    case "not-suspending":
    case "law-not-held":
      return limitationText(step, facts);
  }
};

const limitationText = (step: LimitationStep, facts: Facts): Sentence => {
  const law = LAW_WORDS[facts.language];
  const words = law.limitation;
  switch (step.type) {
    case "starts":
      return words.starts[step.from](step.on);
    case "lasts":
      return words.lasts(step.years, step.lastOn);
    case "agreed":
      return step.applied ? words.agreed(step.years) : words.agreedIgnored(step.years);
    case "interrupted":
      return words.interrupted(step.on, law.interruptions[step.cause], step.lastOn);
    case "interrupted-restart-unverified":
      return words.restartUnverified(step.on, law.interruptions[step.cause], step.lastOn);
    case "not-interrupting":
      return words.notInterrupting(step.on, law.interruptions[step.cause]);
    case "may-interrupt":
      return words.mayInterrupt(step.on, law.interruptions[step.cause]);
    case "too-late":
      return words.tooLate(step.on, law.interruptions[step.cause]);
    case "too-early":
      return words.tooEarly(step.on, law.interruptions[step.cause]);
    case "suspended":
      return words.suspended(step.on, step.until, step.lastOn);
    case "not-suspending":
      return words.notSuspending(step.on);
    case "law-not-held":
      return [words.lawNotHeld];
    default:
      return unreachable(step);
  }
};

const acknowledgementView = (
  one: PossibleAcknowledgement,
  state: AccountState,
  facts: Facts,
): AcknowledgementView => {
  const words = CLOCK_WORDS[facts.language];
  const law = LAW_WORDS[facts.language].limitation;
  return {
    key: one.rests,
    text: words.acknowledgements.kinds[one.kind](one.on),
    caution: law.mayAcknowledge,
    beforeAndAfter: law.beforeAndAfter(one.lastDayBefore, one.lastDayAfter),
    cited: citedView(one.cited, facts),
    invoices: numbersOf(state, one.invoices),
    action: {
      key: `${one.rests}/interruption`,
      label: words.actions.interruption,
      action: { form: "interruption", account: state.account, subject: one.rests },
    },
  };
};
