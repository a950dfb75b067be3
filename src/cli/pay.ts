import { recordAct } from "#shared/app/record-act.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { isCurrency, formatMoney, parseMoney, decimalString } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { dateOption, EXIT, misuse, namedWords, refuse } from "./cli.ts";
import type { Cli, Command, Exit } from "./cli.ts";
import { findAccount } from "./find-account.ts";
import type { FoundAccount } from "./find-account.ts";
import { withLedger } from "./open-ledger.ts";
import type { OpenLedger } from "./open-ledger.ts";
import { jsonText, wrapped } from "./output.ts";
import { actText } from "./refusals.ts";

/** Payments of the same amount, day and reference that one debtor can have made. */
const RANKS_MAX = 100;

/** Records a payment: to the invoice that is named, else to the debtor's oldest. */
export const pay: Command = async (given, cli) => {
  const read = namedWords(given, ["FACTURE|DÉBITEUR", "MONTANT"], cli);
  if (typeof read === "number") return read;
  const [what = "", amount = ""] = read;
  const { options, words } = cli;
  const on = dateOption(options.on);
  if (on === null) return misuse(cli, words.usageErrors.notADate("--on", options.on ?? ""));
  const currency = options.currency?.toUpperCase();
  if (currency !== undefined && !isCurrency(currency))
    return misuse(cli, words.usageErrors.notACurrency(options.currency ?? ""));
  return withLedger(cli, async (ledger) => {
    const found = await findAccount(what, false, cli, ledger);
    if (typeof found === "number") return found;
    const money = parseMoney(amount, currency ?? currencyOf(found));
    if (money === null) return misuse(cli, words.usageErrors.notAnAmount(amount));
    return record(found, cli, ledger, {
      type: "record-payment",
      on: on ?? ledger.today,
      currency: money.currency,
      amount: money.minor,
      reference: options.reference ?? null,
      payer: null,
      source: "hand",
      rank: 0,
      named: found.invoice === null ? [] : [found.invoice.invoice],
      allocations: null,
    });
  });
};

/** The invoice's own, else the one that all of the debtor's invoices have. */
const currencyOf = ({ state, invoice }: FoundAccount): Currency =>
  invoice?.currency ?? state.invoices[0]?.currency ?? "EUR";

type Payment = Extract<AccountCommand, { readonly type: "record-payment" }>;

const record = async (
  { state }: FoundAccount,
  cli: Cli,
  { driver }: OpenLedger,
  command: Payment,
): Promise<Exit> => {
  const { io, words, language } = cli;
  const again = cli.options.again === true;
  const input = (rank: number) => ({ account: state.account, command: { ...command, rank } });
  let done = await driver.run(recordAct, input(0));
  const ranks = again ? RANKS_MAX : 1;
  for (let rank = 1; isTaken(done) && rank < ranks; rank += 1)
    done = await driver.run(recordAct, input(rank));
  if (!done.ok) {
    const text = actText(done.error, words, language);
    return refuse(cli, done.error, isTaken(done) ? `${text} ${words.payAgain}` : text);
  }
  const amount = { minor: command.amount, currency: command.currency };
  const name = state.debtor?.name ?? state.account;
  if (cli.json)
    io.out(
      jsonText("pay", 1, {
        account: state.account,
        debtor: name,
        on: command.on,
        amount: decimalString(amount),
        currency: amount.currency,
        batch: done.value.undo?.batch ?? null,
      }),
    );
  else io.out(wrapped(words.paid(`${name}, ${formatMoney(amount, language)}, ${command.on}`)));
  return EXIT.done;
};

const isTaken = (done: {
  readonly ok: boolean;
  readonly error?: { readonly type: string };
}): boolean => !done.ok && done.error?.type === "payment-taken";
