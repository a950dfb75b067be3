import type { AccountState, Exchange } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { AccountFile, Insolvency } from "#shared/claims/file.ts";
import { stopsClaim } from "#shared/law/insolvency.ts";
import { bornOn } from "./claim-birth.ts";
import type { RecoveryContext } from "./context.ts";
import type { Reason } from "./reasons.ts";
import { hashesOf, reasonOf } from "./reasons.ts";

/** Death, illness: nothing at all, and nothing of it is said where others may read. */
export const sensitive = ({ file }: AccountState): boolean =>
  file !== null && file.sensitiveHolds.some(({ liftedOn }) => liftedOn === null);

const heldForSensitivity = ({ sensitiveHolds }: AccountFile): readonly Reason[] => {
  const running = sensitiveHolds.filter(({ liftedOn }) => liftedOn === null);
  return running.length === 0
    ? []
    : [reasonOf("sensitive-hold", "forbid", {}, { entries: hashesOf(running) })];
};

const assigned = ({ assignments }: AccountFile): readonly Reason[] =>
  assignments
    .filter(({ ended, chaser }) => ended === null && chaser === "assignee")
    .map(({ to, on, invoices, entry }) =>
      reasonOf("assigned", "forbid", { to, on }, { entries: [entry.hash], invoices }),
    );

const handedOver = ({ handOvers }: AccountFile): readonly Reason[] =>
  handOvers
    .filter(({ ended }) => ended === null)
    .map(({ to, role, on, invoices, entry }) =>
      reasonOf(
        "handed-over",
        "forbid",
        { to, role, on },
        { entries: [entry.hash], invoices: invoices.length === 0 ? null : invoices },
      ),
    );

/**
 * Claims born before the judgment stop, later ones go on (C. com. L622-17, L622-21). What is not known stops. Conciliation
 * stops nothing by itself, and is confidential (C. com. L611-15).
 */
const ofProcedure = (
  insolvency: Insolvency,
  file: AccountFile,
  balances: AccountBalances,
): Reason | null => {
  const { state, judgmentOn, publishedOn, entry } = insolvency;
  const entries = [entry.hash];
  if (state === "conciliation") return reasonOf("conciliation", "says", {}, { entries });
  const on = judgmentOn ?? publishedOn;
  const open = balances.invoices.filter((balance) => balance.open > 0);
  const stopped = open.filter(
    ({ invoice }) => stopsClaim(state, bornOn(file, invoice), judgmentOn) !== false,
  );
  if (stopped.length === 0 && open.length > 0) return null;
  const invoices =
    stopped.length === open.length ? null : stopped.map(({ invoice }) => invoice.invoice);
  return reasonOf("insolvency", "forbid", { on, state }, { entries, invoices });
};

const dayOfEntry = ({ entry }: Insolvency): string => entry.at.slice(0, 10);

/** What mails announced stops everything, until somebody has recorded the facts. */
const insolvent = (
  said: readonly Exchange[],
  file: AccountFile | null,
  balances: AccountBalances,
): readonly Reason[] => {
  const known = file?.insolvencies ?? [];
  const out: Reason[] = [];
  const unrecorded = said.filter(({ on }) => !known.some((one) => dayOfEntry(one) >= on));
  const [first] = unrecorded;
  if (first !== undefined) {
    const values = { on: first.on, state: null };
    out.push(reasonOf("insolvency", "forbid", values, { entries: hashesOf(unrecorded) }));
  }
  if (file === null) return out;
  for (const one of known) {
    const reason = one.ended === null ? ofProcedure(one, file, balances) : null;
    if (reason !== null) out.push(reason);
  }
  return out;
};

/** Who may chase at all: what the law, an assignment or a hand-over took out of our hands. */
export const outOfOurHands = (
  state: AccountState,
  balances: AccountBalances,
  announced: readonly Exchange[],
): readonly Reason[] => {
  const { file } = state;
  const stopped = insolvent(announced, file, balances);
  if (file === null) return stopped;
  return [...heldForSensitivity(file), ...stopped, ...handedOver(file), ...assigned(file)];
};

/** A shut office warns; who comes back later is asked nothing on a day on which nobody would answer. */
export const ofTheDay = ({
  workingDay,
  nextWorkingDay,
  closure,
}: RecoveryContext): readonly Reason[] => {
  if (closure !== null) {
    const { to, reason, entry } = closure;
    const values = { until: to, reason };
    return [reasonOf("office-closed", "warn", values, { entries: [entry.hash] })];
  }
  return workingDay ? [] : [reasonOf("non-working-day", "warn", { next: nextWorkingDay })];
};
