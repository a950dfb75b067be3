import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import { decimalsOf } from "#shared/kernel/money.ts";
import type { AccountPlan, PortionPlan, ProposedAct } from "./proposal.ts";
import type { RowAction } from "./today-row.ts";

export const moneyBy = (amounts: ReadonlyMap<Currency, number>): readonly Money[] =>
  [...amounts].map(([currency, minor]) => ({ minor, currency }));

/** What a row of the whole account shows: what is late, else what is expected. */
export const accountAmounts = ({ amounts }: AccountPlan): readonly Money[] => {
  const late = amounts.filter(({ overdue }) => overdue > 0);
  return late.length > 0
    ? late.map(({ currency, overdue }) => ({ minor: overdue, currency }))
    : amounts.map(({ currency, expected }) => ({ minor: expected, currency }));
};

export const actAmounts = ({ portions, lower, currency }: ProposedAct): readonly Money[] => [
  { minor: [...portions, ...lower].reduce((sum, { asked }) => sum + asked, 0), currency },
];

/** Amount times age: currencies are not converted, one unit of each weighs the same. */
export const weightOf = (portions: readonly PortionPlan[], today: CalendarDate): number =>
  portions.reduce((sum, { asked, currency, dueOn }) => {
    const days = dueOn === null ? 1 : Math.max(daysBetween(dueOn, today), 1);
    return sum + (asked / 10 ** decimalsOf(currency)) * days;
  }, 0);

export const actWeight = ({ portions, lower }: ProposedAct, today: CalendarDate): number =>
  weightOf(portions, today) + weightOf(lower, today);

export const actionOf = (act: ProposedAct): RowAction =>
  act.step === "call" ? { type: "log-call", act } : { type: "prepare-draft", act };
