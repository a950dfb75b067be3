import type { AccountState } from "#shared/claims/account.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import { chasingAddress } from "./contact-load.ts";
import type { ProposedAct } from "./proposal.ts";
import { reasonOf } from "./reasons.ts";
import type { Reason } from "./reasons.ts";
import type { Step } from "./steps.ts";
import { stepRank } from "./steps.ts";
import { moneyBy } from "./today-amounts.ts";
import type { RowShare, TodayRow } from "./today-row.ts";

/** Everyday mails: a formal step is one debtor's alone, who is another person in law. */
export const isEveryday = (step: Step): boolean => stepRank(step) <= stepRank("reminder-2");

/** Debtors of one mail, as many as a draft takes: its reader must be able to answer it. */
export const MEMBERS_MAX = 12;
/** Invoices of one mail, as many as a draft takes. */
export const MEMBERS_INVOICES_MAX = 80;

/** What is one thing to do for every debtor of a group: a draft, or a step that one mail took. */
export const shareOf = ({ debtor }: AccountState, key: string): RowShare | null =>
  debtor === null || debtor.group === null ? null : { key, group: debtor.group.name };

/** The mail that a debtor's next step may stand in beside others' of its group; an individual is written to alone. */
export const groupMailOf = (state: AccountState, act: ProposedAct): RowShare | null => {
  const { debtor } = state;
  const address = chasingAddress(state);
  if (debtor === null || debtor.group === null || address === null) return null;
  if (debtor.kind === "consumer" || debtor.soleTrader || !isEveryday(act.step)) return null;
  return shareOf(state, `${debtor.group.id}/${address}`);
};

/** Rows of several debtors that are one thing to do become one row; the order of the others stays. */
export const joinGroups = (rows: readonly TodayRow[]): readonly TodayRow[] => {
  const shared = new Map<string, TodayRow[]>();
  const out: TodayRow[] = [];
  for (const row of rows) {
    if (row.share === null) out.push(row);
    else {
      const key = `${row.word}/${row.share.key}`;
      const alike = shared.get(key);
      if (alike === undefined) shared.set(key, [row]);
      else alike.push(row);
    }
  }
  shared.forEach((alike, key) => {
    const parts = mailsOf([...alike].sort(compareMembers));
    parts.forEach((part, index) => {
      const [first] = part;
      if (first === undefined) return;
      const partKey = index === 0 ? key : `${key}/${String(index + 1)}`;
      out.push(part.length === 1 ? first : joined(first, part, partKey));
    });
  });
  return out;
};

/** What weighs most speaks for the row, whatever order accounts come in. */
const compareMembers = (a: TodayRow, b: TodayRow): number =>
  b.weight - a.weight || (a.account < b.account ? -1 : 1);

const actOf = ({ action }: TodayRow): ProposedAct | null =>
  action.type === "prepare-draft" ? action.act : null;

const invoicesOf = (row: TodayRow): number => {
  const act = actOf(row);
  return act === null ? 0 : act.portions.length + act.lower.length;
};

/** As many debtors to a mail as fit in it. */
const mailsOf = (rows: readonly TodayRow[]): readonly (readonly TodayRow[])[] => {
  const mails: TodayRow[][] = [];
  let invoices = 0;
  for (const row of rows) {
    const last = mails[mails.length - 1];
    const more = invoicesOf(row);
    const fits = last !== undefined && last.length < MEMBERS_MAX;
    if (last !== undefined && fits && invoices + more <= MEMBERS_INVOICES_MAX) {
      last.push(row);
      invoices += more;
    } else {
      mails.push([row]);
      invoices = more;
    }
  }
  return mails;
};

const joined = (first: TodayRow, rows: readonly TodayRow[], key: string): TodayRow => {
  const acts = rows.map(actOf).filter((act): act is ProposedAct => act !== null);
  const isOneOwner = rows.every(({ owner }) => owner === first.owner);
  return {
    ...first,
    key,
    name: first.share?.group ?? first.name,
    members: rows.map(({ account, name }) => ({ account, name })),
    owner: isOneOwner ? first.owner : null,
    amounts: totalOf(rows),
    warning: rows.find(({ warning }) => warning !== null)?.warning ?? null,
    reason: acts.length === 0 ? first.reason : groupReason(rows, acts),
    action:
      acts.length === 0
        ? first.action
        : { type: "prepare-group-draft", accounts: rows.map(({ account }) => account) },
    weight: rows.reduce((sum, { weight }) => sum + weight, 0),
  };
};

const totalOf = (rows: readonly TodayRow[]): readonly Money[] => {
  const sums = new Map<Currency, number>();
  for (const { amounts } of rows)
    for (const { currency, minor } of amounts)
      sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return moneyBy(new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1))));
};

const groupReason = (rows: readonly TodayRow[], acts: readonly ProposedAct[]): Reason => {
  const [first] = acts;
  const step = acts.reduce<Step>(
    (highest, act) => (stepRank(act.step) > stepRank(highest) ? act.step : highest),
    first?.step ?? "reminder-1",
  );
  const days = rows.flatMap(({ reason }) =>
    reason.code === "step-due" ? [reason.values.days] : [],
  );
  const contested = acts.reduce(
    (sum, act) => sum + new Set(act.contested.map(({ invoice }) => invoice)).size,
    0,
  );
  const invoices = acts.flatMap((act) => act.portions.map(({ invoice }) => invoice));
  return reasonOf(
    "group-step-due",
    "says",
    { step, days: days.length === 0 ? 0 : Math.max(...days), contested },
    { invoices: [...new Set(invoices)] },
  );
};
