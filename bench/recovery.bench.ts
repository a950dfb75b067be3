import { NEW_CREDITOR } from "#shared/app/settings-view.ts";
import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import { evolveCreditor } from "#shared/claims/evolve-creditor.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import { debtorIdOf } from "#shared/claims/ids.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import { agedBalance } from "#shared/recovery/aged-balance.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { todayRows } from "#shared/recovery/today.ts";
import {
  BIG_LEDGER,
  chanceOf,
  debtorEvents,
  emailOf,
  invoiceEvents,
} from "../test/fixtures/big-ledger.ts";
import { figure, quantile, timed, worked } from "./figure.ts";

const TODAY = dateOf("2026-11-20");
/** Enough for the engine to have compiled what is hot. */
const ROUNDS = 25;
const SINGLES = 1_000;
const MEBIBYTE = 1_048_576;

/** What a snapshot holds: the text of every account's state, folded one account after another. */
const snapshotOf = (invoices: number, debtors: number): readonly string[] => {
  const chance = chanceOf(20_261_120);
  const texts: string[] = [];
  for (let debtor = 0; debtor < debtors; debtor += 1) {
    const name = `Débiteur ${String(debtor)} SARL`;
    const account = debtorIdOf(BIG_LEDGER, { siren: null, name });
    const events = [...debtorEvents(account, name, emailOf(debtor))];
    for (let invoice = debtor; invoice < invoices; invoice += debtors)
      for (const event of invoiceEvents(invoice, emailOf(debtor), chance)) events.push(event);
    const state = events.reduce(
      (told, event, rank) =>
        evolveAccount(told, event, {
          hash: `${String(debtor)}-${String(rank)}`.padStart(64, "0"),
          at: "2026-11-20T07:55:00.000Z",
          by: "Claire Lacombe",
        }),
      emptyAccount(account),
    );
    texts.push(JSON.stringify(state));
  }
  return texts;
};

const contextOfBench = (): RecoveryContext => {
  const entry = { hash: "0".repeat(64), at: "2026-11-20T07:55:00.000Z", by: "Claire Lacombe" };
  const opened = evolveCreditor(
    emptyCreditor(),
    { type: "ledger-opened", data: { ...NEW_CREDITOR, name: "Lacombe", ownInvoices: true } },
    entry,
  );
  const known = { asOf: TODAY, source: "bank" } as const;
  return recoveryContext(
    TODAY,
    evolveCreditor(opened, { type: "payments-known", data: known }, entry),
  );
};

const read = (texts: readonly string[]): readonly AccountState[] =>
  texts.map((text) => JSON.parse(text) as AccountState);

const judged = (states: readonly AccountState[], context: RecoveryContext): number => {
  const accounts = states.map((state) => {
    const balances = balancesOf(state);
    return { state, balances, plan: planOf(state, balances, context) };
  });
  return todayRows(accounts, context).rows.length + agedBalance(accounts, TODAY).debtors.length;
};

/** The least of several: what a machine does when nothing else is asked of it. */
const least = (values: readonly number[]): number => Math.min(...values);

const measured = async (
  invoices: number,
  debtors: number,
  aims: { readonly judged: number | null; readonly whole: number | null },
): Promise<void> => {
  const texts = snapshotOf(invoices, debtors);
  const context = contextOfBench();
  const n = invoices;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const [states, parsing] = worked(() => read(texts));
  globalThis.gc?.();
  const held = (process.memoryUsage().heapUsed - before) / MEBIBYTE;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(worked(() => judged(states, context))[1]);
  const aimOf = (aim: number | null): { readonly aim?: number } => (aim === null ? {} : { aim });
  const label = `${String(invoices)} invoices of ${String(debtors)} debtors`;
  figure(`next steps and aged balance, best of ${String(ROUNDS)}, ${label}`, least(times), "ms", {
    ...aimOf(aims.judged),
    n,
  });
  figure(`the same, the first time`, times[0] ?? 0, "ms", { n });
  figure(`the same from the text of a snapshot, the first time`, parsing + (times[0] ?? 0), "ms", {
    ...aimOf(aims.whole),
    n,
  });
  figure(`of it reading the text`, parsing, "ms", { n });
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  figure(`text of a snapshot, a debtor`, characters / debtors, "characters", { n });
  figure(`memory of the states, ${label}`, held, "MiB", { n });
  const singles: number[] = [];
  for (const state of states.slice(0, SINGLES))
    singles.push((await timed(() => judged([state], context)))[1]);
  figure(`next step of one debtor, p95, ${label}`, quantile(singles, 0.95), "ms", { aim: 1, n });
};

export const bench = async (): Promise<void> => {
  await measured(10_000, 1_250, { judged: 50, whole: null });
  await measured(100_000, 20_000, { judged: null, whole: 1_500 });
};
