import { addDebtor, markLooked, markPaymentsKnown, openLedger } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { accountOnScreen, contextOf } from "#shared/app/screen-facts.ts";
import type { AccountOnScreen } from "#shared/app/screen-facts.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { ok } from "#shared/kernel/result.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { legalClocksOf } from "#shared/recovery/clocks.ts";
import type { LegalClock } from "#shared/recovery/clocks.ts";
import type { Step } from "#shared/recovery/steps.ts";
import { CREDITOR, invoiceOf } from "./ledger-story.ts";
import { viewOf } from "./two-drivers.ts";
import type { Installation } from "./two-drivers.ts";

export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
export const said = (sentence: Sentence): string => plain(sentence.map(shownText).join(""));

/** What the core knows of one account on the device's day. */
type Seen = AccountOnScreen & { readonly clocks: readonly LegalClock[] };

const seeAccount: UseCase<{ readonly account: string }, Seen, never> = {
  name: "see-account",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) throw new Error("no such account");
    const context = contextOf(loaded, facts);
    const on = accountOnScreen(state, context);
    return ok(viewOnly({ ...on, clocks: legalClocksOf(state, on.balances, context) }));
  },
};

export type Debt = readonly [
  number: string,
  total: number,
  issuedOn: string,
  dueOn: string,
  currency?: "EUR" | "GBP",
];

export type Kind = { readonly kind: DebtorKind; readonly siren?: string };

export type OneDebtor = {
  readonly account: string;
  readonly device: Installation;
  /** Records what a person enters by hand, and must be taken. */
  readonly act: (command: AccountCommand) => Promise<void>;
  /** The code of the refusal; null where it was taken. */
  readonly refused: (command: AccountCommand) => Promise<string | null>;
  readonly look: () => Promise<Seen>;
  readonly file: () => Promise<AccountFile>;
  /** Codes of the gates, the gravest first. */
  readonly gates: () => Promise<readonly string[]>;
  readonly step: () => Promise<Step | null>;
  readonly pay: (on: string, amount: number, invoices?: readonly string[]) => Promise<void>;
  readonly take: (step: Step, on: string, numbers: readonly string[]) => Promise<string>;
  /** Moves to a day on which the bank and the mailbox were both looked at. */
  readonly comeTo: (day: string) => Promise<void>;
  readonly open: () => Promise<number>;
};

/** A debtor in a ledger of its own, with what it owes. */
export const oneDebtor = async (
  device: Installation,
  { kind, siren }: Kind,
  debts: readonly Debt[],
  name = "Atelier Bloch",
): Promise<OneDebtor> => {
  await viewOf(device.run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
  const { account } = await viewOf(
    device.run(addDebtor, {
      debtor: {
        name,
        kind,
        soleTrader: false,
        country: "FR",
        language: "fr",
        siren: siren ?? null,
        siret: null,
        vatNumber: null,
        phone: null,
        address: kind === "consumer" ? null : "1 rue des Bois, 24200 Sarlat",
      },
      contacts: [
        {
          name: "Compta",
          email: `compta@${name.replace(/\W/g, "").toLowerCase()}.example`,
          phone: null,
          roles: ["chasing"],
        },
      ],
      group: null,
      evenSo: false,
    }),
  );
  const one = debtorOn(device, account);
  for (const [number, total, issuedOn, dueOn, currency = "EUR"] of debts)
    await one.act({
      type: "record-invoice",
      number,
      issuedOn: dateOf(issuedOn),
      currency,
      total,
      portions: [{ amount: total, dueOn: dateOf(dueOn), condition: null }],
      order: null,
      source: "hand",
    });
  return one;
};

/** A debtor that the device knows already. */
export const debtorOn = (device: Installation, account: string): OneDebtor => {
  const run = (command: AccountCommand) => device.run(recordAct, { account, command });
  const act = async (command: AccountCommand): Promise<void> => {
    await viewOf(run(command));
  };
  const look = () => viewOf(device.run(seeAccount, { account }));
  return {
    account,
    device,
    act,
    look,
    refused: async (command) => {
      const result = await run(command);
      return result.ok ? null : (result.error as { type: string }).type;
    },
    file: async () => fileOf((await look()).state),
    gates: async () => (await look()).plan.gates.map(({ code }) => code),
    step: async () => (await look()).plan.act?.step ?? null,
    pay: (on, amount, invoices = []) =>
      act({
        type: "record-payment",
        on: dateOf(on),
        currency: "EUR",
        amount,
        reference: null,
        payer: null,
        source: "bank",
        rank: 0,
        named: invoices,
        allocations: null,
      }),
    take: async (step, on, numbers) => {
      await act({
        type: "take-step",
        step,
        on: dateOf(on),
        portions: numbers.map((number) => ({ invoice: invoiceOf(number), portion: "p1" })),
        how: step === "call" ? "called" : "declared",
        exchange: null,
        draft: null,
      });
      const { state } = await look();
      const found = state.acts.find((one) => one.step === step && one.on === on);
      if (found === undefined) throw new Error(`no act of ${step}`);
      return found.act;
    },
    comeTo: async (day) => {
      device.today = dateOf(day);
      await viewOf(device.run(markPaymentsKnown, { asOf: device.today, source: "bank" }));
      await viewOf(device.run(markLooked, { accounts: [], where: "by-hand" }));
    },
    open: async () =>
      (await look()).balances.byCurrency.find(({ currency }) => currency === "EUR")?.principal ?? 0,
  };
};

export const SALT = "a1".repeat(16);
