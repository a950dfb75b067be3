import { clockText, clockTitle } from "#shared/app/clocks-view.ts";
import { missingItems, nextSeriousStep } from "#shared/app/missing-view.ts";
import type { MissingItemView } from "#shared/app/missing-view.ts";
import { accountsOnScreen, contextOf, reasonText } from "#shared/app/screen-facts.ts";
import type { AccountOnScreen } from "#shared/app/screen-facts.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Facts, UseCase } from "#shared/app/use-case.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import { decimalString, formatMoney } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { longDate } from "#shared/locales/calendar-words.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { legalClocksOf } from "#shared/recovery/clocks.ts";
import type { LegalClock } from "#shared/recovery/clocks.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import type { AccountPlan, PortionPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import type { Effect, Reason } from "#shared/recovery/reasons.ts";
import type { Step } from "#shared/recovery/steps.ts";
import { dateOption, EXIT, misuse, namedWords, refuse } from "./cli.ts";
import type { Cli, Command } from "./cli.ts";
import { withLedger } from "./open-ledger.ts";
import { jsonText, sentenceLine, tableText, wrapped } from "./output.ts";
import { actText } from "./refusals.ts";

type DueReason = {
  readonly code: Reason["code"];
  readonly effect: Effect;
  readonly values: Reason["values"];
  readonly text: string;
};

type DueClock = {
  readonly kind: LegalClock["kind"];
  readonly text: string;
  readonly startOn: CalendarDate | null;
  readonly lastOn: CalendarDate | null;
  readonly state: LegalClock["state"];
  /** Its rule was read in a secondary source only, or remembered. */
  readonly toCheck: boolean;
  readonly cited: string | null;
  readonly invoices: readonly string[];
};

type DueMissing = {
  readonly code: MissingItemView["code"];
  readonly needed: MissingItemView["needed"];
  readonly invoices: readonly string[];
  readonly text: string;
};

type DueDebtor = {
  readonly account: string;
  readonly name: string;
  readonly owner: string | null;
  readonly amounts: AccountOnScreen["plan"]["amounts"];
  readonly act: ProposedAct | null;
  readonly others: readonly ProposedAct[];
  readonly reasons: readonly DueReason[];
  /** The step to take now; null where nothing is to be done. */
  readonly step: Step | null;
  /** Why that step, or why none, in one sentence. */
  readonly why: string;
  readonly gates: readonly DueReason[];
  readonly clocks: readonly DueClock[];
  /** Before the next serious step, `missingBefore`. */
  readonly missing: readonly DueMissing[];
  readonly missingBefore: Step | null;
  readonly nextOn: CalendarDate | null;
};

type DueInput = { readonly on: CalendarDate | null };
type DueList = { readonly on: CalendarDate; readonly debtors: readonly DueDebtor[] };

/** Every debtor: what is to be done on that day or why nothing, what stands in the way, which deadlines run, what lacks. */
const dueList: UseCase<DueInput, DueList, never> = {
  name: "due",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: ({ on }, loaded, host) => {
    const facts: Facts = { ...host, today: on ?? host.today };
    const context = contextOf(loaded, facts);
    const debtors = accountsOnScreen(loaded, context)
      .map((on) => dueDebtor(on, context, facts))
      .sort(
        (a, b) => rankOf(a) - rankOf(b) || lateness(b) - lateness(a) || (a.name < b.name ? -1 : 1),
      );
    return ok(viewOnly({ on: facts.today, debtors }));
  },
};

const dueReason = (reason: Reason, facts: Facts): DueReason => ({
  code: reason.code,
  effect: reason.effect,
  values: reason.values,
  text: sentenceLine(reasonText(reason, facts)),
});

/** Who chases is not us any more, or nobody: nothing is to be got ready. */
const OUT_OF_OUR_HANDS: readonly Reason["code"][] = [
  "sensitive-hold",
  "insolvency",
  "handed-over",
  "assigned",
];

const comesToAStep = ({ portions, gates }: AccountPlan): boolean => {
  const stopped = gates.filter(
    ({ code, effect }) => effect === "forbid" && OUT_OF_OUR_HANDS.includes(code),
  );
  return portions.some(
    ({ invoice, next, asked }) =>
      next !== null &&
      asked > 0 &&
      !stopped.some(({ invoices }) => invoices === null || invoices.includes(invoice)),
  );
};

const dueDebtor = (
  { state, balances, plan }: AccountOnScreen,
  context: RecoveryContext,
  facts: Facts,
): DueDebtor => {
  const reasons = plan.reasons.map((reason) => dueReason(reason, facts));
  const numbers = new Map(state.invoices.map(({ invoice, number }) => [invoice, number]));
  const before = comesToAStep(plan) ? nextSeriousStep(plan) : null;
  return {
    account: state.account,
    name: state.debtor?.name ?? state.account,
    owner: fileOf(state).owner,
    amounts: plan.amounts,
    act: plan.act,
    others: plan.others,
    reasons,
    step: plan.act?.step ?? null,
    why: reasons[0]?.text ?? "",
    gates: plan.gates.map((gate) => dueReason(gate, facts)),
    clocks: legalClocksOf(state, balances, context).map((clock) => ({
      kind: clock.kind,
      text: `${clockTitle(clock, facts).own}. ${sentenceLine(clockText(clock, facts))}`,
      startOn: clock.startOn,
      lastOn: clock.lastOn,
      state: clock.state,
      toCheck: clock.toCheck,
      cited: clock.cited?.text ?? null,
      invoices: clock.invoices.map((invoice) => numbers.get(invoice) ?? invoice),
    })),
    missing:
      before === null
        ? []
        : missingItems(state, before, context, facts).map(({ code, needed, invoices, text }) => ({
            code,
            needed,
            invoices: invoices.map(({ foreign }) => foreign),
            text: text.own,
          })),
    missingBefore: before,
    nextOn: plan.nextOn,
  };
};

/** What there is to do comes first, then what is late. */
const rankOf = ({ act, amounts }: DueDebtor): number =>
  act !== null
    ? 0
    : amounts.some(({ overdue }) => overdue > 0)
      ? 1
      : amounts.some(({ expected, contested }) => expected + contested > 0)
        ? 2
        : 3;

const lateness = ({ amounts }: DueDebtor): number =>
  amounts.reduce((most, { overdue }) => Math.max(most, overdue), 0);

export const due: Command = async (given, cli) => {
  const { options, words, io, language } = cli;
  const read = namedWords(given, [], cli);
  if (typeof read === "number") return read;
  const on = dateOption(options.on);
  if (on === null) return misuse(cli, words.usageErrors.notADate("--on", options.on ?? ""));
  return withLedger(cli, async ({ driver, creditor }) => {
    const list = await driver.run(dueList, { on: on ?? null });
    if (!list.ok) return refuse(cli, list.error, actText(list.error, words, language));
    const known = creditor.paymentsKnown?.asOf ?? null;
    if (cli.json) io.out(jsonText("due", 1, jsonOf(list.value, known)));
    else for (const text of linesOf(list.value, cli)) io.out(text);
    return EXIT.done;
  });
};

const portionsJson = (
  portions: readonly PortionPlan[],
  currency: Currency,
  on: CalendarDate,
): object =>
  portions.map(({ number, portion, dueOn, asked, contested }) => ({
    number,
    portion,
    dueOn,
    daysLate: dueOn === null ? null : daysBetween(dueOn, on),
    asked: decimalString({ minor: asked, currency }),
    contested: decimalString({ minor: contested, currency }),
  }));

const actJson = (act: ProposedAct, on: CalendarDate): object => ({
  step: act.step,
  tone: act.tone,
  currency: act.currency,
  because: act.because,
  promise: act.promise,
  portions: portionsJson(act.portions, act.currency, on),
  lower: portionsJson(act.lower, act.currency, on),
  contested: portionsJson(act.contested, act.currency, on),
});

const jsonOf = ({ on, debtors }: DueList, paymentsKnown: CalendarDate | null): object => ({
  on,
  paymentsKnown,
  debtors: debtors.map(({ amounts, act, others, ...debtor }) => ({
    ...debtor,
    amounts: amounts.map(({ currency, expected, overdue, contested }) => ({
      currency,
      expected: decimalString({ minor: expected, currency }),
      overdue: decimalString({ minor: overdue, currency }),
      contested: decimalString({ minor: contested, currency }),
    })),
    act: act === null ? null : actJson(act, on),
    others: others.map((other) => actJson(other, on)),
  })),
});

const sumsText = (
  { amounts }: DueDebtor,
  field: "overdue" | "expected",
  language: Language,
): string =>
  amounts
    .filter((amount) => amount[field] > 0)
    .map((amount) => formatMoney({ minor: amount[field], currency: amount.currency }, language))
    .join(" + ");

const owes = ({ amounts }: DueDebtor): boolean =>
  amounts.some(({ expected, contested }) => expected + contested > 0);

const linesOf = function* ({ on, debtors }: DueList, cli: Cli): Generator<string> {
  const { words, language } = cli;
  yield wrapped(words.due.title(longDate(on, language)));
  const owing = debtors.filter(owes);
  const quiet = debtors.filter((debtor) => !owes(debtor)).map(({ name }) => name);
  if (owing.length === 0) yield wrapped(words.due.none);
  else {
    const { steps } = recoveryWords[language];
    const [name, step, overdue, open] = words.due.columns;
    yield tableText(
      [
        { title: name },
        { title: step },
        { title: overdue, right: true },
        { title: open, right: true },
      ],
      owing.map((debtor) => [
        debtor.name,
        debtor.act === null ? "–" : steps[debtor.act.step],
        sumsText(debtor, "overdue", language),
        sumsText(debtor, "expected", language),
      ]),
    );
    for (const debtor of owing) yield* debtorLines(debtor, cli);
  }
  if (quiet.length > 0 && owing.length > 0)
    yield `\n${wrapped(words.due.quiet(quiet.length, quiet.slice(0, QUIET_MAX).join(", ")))}`;
};

/** Debtors that owe nothing are named up to this many; the JSON has them all. */
const QUIET_MAX = 20;

/** Begins a list in the middle of a line; « SIREN » stays as it is. */
const uncapital = (text: string): string =>
  /^[A-ZÀ-Ü][a-zà-ü' ’]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const debtorLines = function* (debtor: DueDebtor, cli: Cli): Generator<string> {
  const { words, language } = cli;
  const { name, act, reasons, gates, clocks, missing, missingBefore, nextOn } = debtor;
  const { steps } = recoveryWords[language];
  const line = (text: string): string => wrapped(text, "    ", "  · ");
  yield `\n${wrapped(words.due.debtor(name, act === null ? words.due.nothingNow : steps[act.step]), "  ", "")}`;
  if (act !== null) yield line(act.portions.map(({ number }) => number).join(", "));
  const said = new Set<string>();
  for (const { text } of [...reasons, ...gates]) {
    if (said.has(text)) continue;
    said.add(text);
    yield line(text);
  }
  for (const { text, state, toCheck } of clocks)
    if (state !== "done") yield line(`${text}${toCheck ? ` (${words.due.toCheck})` : ""}`);
  const needed = missing.filter((one) => one.needed === "formal");
  if (missingBefore !== null && needed.length > 0)
    yield line(
      words.due.missing(steps[missingBefore], needed.map(({ text }) => uncapital(text)).join(", ")),
    );
  if (nextOn !== null) yield line(words.due.next(longDate(nextOn, language)));
};
