import type { AccountState } from "#shared/claims/account.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import { APP_CLAIM } from "#shared/locales/app-claim.ts";
import { say, together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { OpenPortion } from "#shared/recovery/open-portions.ts";
import type { Facts } from "./use-case.ts";

export const nameOf = ({ account, debtor }: AccountState): Foreign =>
  foreign(debtor?.name ?? account);

/** "Groupe Valade" says by itself that it is one. */
export const saysGroup = (name: string): boolean => /^(?:groupe|group)\b/i.test(name);

export const groupName = ({ debtor }: AccountState): Foreign | null =>
  debtor?.group == null ? null : foreign(debtor.group.name ?? debtor.group.id);

/** Sums by currency, zeros left out, in order of the codes. */
export const sumsOf = (
  parts: readonly { readonly currency: Currency; readonly minor: number }[],
): readonly Money[] => {
  const sums = new Map<Currency, number>();
  for (const { currency, minor } of parts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums]
    .filter(([, minor]) => minor !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => money(minor, currency));
};

/** Who. With `owesLine`, all that is said of a claim before its plan is known: a pane paints these two first. */
export const whoLine = (state: AccountState, facts: Facts): Sentence => {
  const words = APP_CLAIM[facts.language];
  const { debtor } = state;
  const name = nameOf(state);
  if (debtor === null) return say`${name} (${words.common.unknownDebtor})`;
  const kind = words.kinds[debtor.kind];
  const group = groupName(state);
  if (group === null) return say`${name} · ${kind}`;
  return say`${name} · ${kind} · ${saysGroup(group.foreign) ? group : words.inGroup(group)}`;
};

type Owed = Pick<OpenPortion, "currency" | "dueOn" | "asked" | "contested">;

const isLate = ({ dueOn }: Owed, today: CalendarDate): boolean => dueOn !== null && dueOn < today;

/** How much and how late. */
export const owesLine = (portions: readonly Owed[], { language, today }: Facts): Sentence => {
  const words = APP_CLAIM[language].claim;
  const asked = (of: readonly Owed[]): readonly Money[] =>
    sumsOf(of.map(({ currency, asked: minor }) => ({ currency, minor })));
  const contested = sumsOf(portions.map(({ currency, contested: minor }) => ({ currency, minor })));
  const expected = asked(portions);
  const overdue = asked(portions.filter((portion) => isLate(portion, today)));
  const days = Math.max(
    0,
    ...portions.map((portion) =>
      portion.dueOn === null || portion.asked <= 0 ? 0 : daysBetween(portion.dueOn, today),
    ),
  );
  const aside = contested.length === 0 ? null : words.aside(contested);
  if (expected.length === 0) return aside ?? words.owesNothing;
  return together(
    overdue.length === 0 ? words.notLate(expected) : words.owes(expected, overdue, days),
    aside,
  );
};
