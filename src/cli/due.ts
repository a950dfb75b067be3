import { accountsOnScreen, contextOf, reasonText } from "#shared/app/screen-facts.ts";
import type { AccountOnScreen } from "#shared/app/screen-facts.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Facts, UseCase } from "#shared/app/use-case.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import { decimalString, formatMoney } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { longDate } from "#shared/locales/calendar-words.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import type { PortionPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import type { Effect, Reason } from "#shared/recovery/reasons.ts";
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

type DueDebtor = {
  readonly account: string;
  readonly name: string;
  readonly amounts: AccountOnScreen["plan"]["amounts"];
  readonly act: ProposedAct | null;
  readonly others: readonly ProposedAct[];
  readonly reasons: readonly DueReason[];
  readonly nextOn: CalendarDate | null;
};

type DueInput = { readonly on: CalendarDate | null };
type DueList = { readonly on: CalendarDate; readonly debtors: readonly DueDebtor[] };

/** Every debtor that owes something: what is to be done on that day, why, and what stands in the way. */
const dueList: UseCase<DueInput, DueList, never> = {
  name: "due",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: ({ on }, loaded, host) => {
    const facts: Facts = { ...host, today: on ?? host.today };
    const debtors = accountsOnScreen(loaded, contextOf(loaded, facts))
      .filter(({ plan }) => plan.amounts.some(({ expected }) => expected > 0))
      .map(({ state, plan }): DueDebtor => ({
        account: state.account,
        name: state.debtor?.name ?? state.account,
        amounts: plan.amounts,
        act: plan.act,
        others: plan.others,
        reasons: plan.reasons.map((reason) => ({
          code: reason.code,
          effect: reason.effect,
          values: reason.values,
          text: sentenceLine(reasonText(reason, facts)),
        })),
        nextOn: plan.nextOn,
      }))
      .sort(
        (a, b) => rankOf(a) - rankOf(b) || lateness(b) - lateness(a) || (a.name < b.name ? -1 : 1),
      );
    return ok(viewOnly({ on: facts.today, debtors }));
  },
};

/** What there is to do comes first, then what is late. */
const rankOf = ({ act, amounts }: DueDebtor): number =>
  act !== null ? 0 : amounts.some(({ overdue }) => overdue > 0) ? 1 : 2;

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
  portions.map(({ number, portion, dueOn, asked }) => ({
    number,
    portion,
    dueOn,
    daysLate: dueOn === null ? null : daysBetween(dueOn, on),
    asked: decimalString({ minor: asked, currency }),
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
  debtors: debtors.map(({ account, name, amounts, act, others, reasons, nextOn }) => ({
    account,
    name,
    amounts: amounts.map(({ currency, expected, overdue, contested }) => ({
      currency,
      expected: decimalString({ minor: expected, currency }),
      overdue: decimalString({ minor: overdue, currency }),
      contested: decimalString({ minor: contested, currency }),
    })),
    act: act === null ? null : actJson(act, on),
    others: others.map((other) => actJson(other, on)),
    reasons,
    nextOn,
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

const linesOf = function* ({ on, debtors }: DueList, cli: Cli): Generator<string> {
  const { words, language } = cli;
  yield wrapped(words.due.title(longDate(on, language)));
  if (debtors.length === 0) {
    yield wrapped(words.due.none);
    return;
  }
  const { steps } = recoveryWords[language];
  const [name, step, overdue, open] = words.due.columns;
  yield tableText(
    [
      { title: name },
      { title: step },
      { title: overdue, right: true },
      { title: open, right: true },
    ],
    debtors.map((debtor) => [
      debtor.name,
      debtor.act === null ? "–" : steps[debtor.act.step],
      sumsText(debtor, "overdue", language),
      sumsText(debtor, "expected", language),
    ]),
  );
  for (const { name: debtor, act, reasons, nextOn } of debtors) {
    const what = act === null ? words.due.nothingNow : steps[act.step];
    yield `\n${wrapped(`${debtor} : ${what}`, "  ", "")}`;
    if (act !== null)
      yield wrapped(act.portions.map(({ number }) => number).join(", "), "    ", "  · ");
    for (const { text } of reasons) yield wrapped(text, "    ", "  · ");
    if (nextOn !== null) yield wrapped(words.due.next(longDate(nextOn, language)), "    ", "  · ");
  }
};
