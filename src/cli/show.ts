import { claimView } from "#shared/app/claim-view.ts";
import { accountOfStream } from "#shared/app/streams.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { InvoiceBalance } from "#shared/claims/balances.ts";
import { decimalString } from "#shared/kernel/money.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { compareEntries } from "#shared/ledger/order.ts";
import { EXIT, namedWords, refuse } from "./cli.ts";
import type { Cli, Command } from "./cli.ts";
import { findAccount } from "./find-account.ts";
import type { FoundAccount } from "./find-account.ts";
import { refuseFile, withLedger } from "./open-ledger.ts";
import { jsonText, sentenceLine, shownLine, tableText, wrapped } from "./output.ts";
import { actText } from "./refusals.ts";
import type { ClaimView } from "#shared/app/claim-view.ts";

/** How much of an entry's hash is shown; `erase` takes as much. */
const HASH_CHARS = 12;

/** One account: who, how much, what next and why, its invoices; with `--entries` what was written of it. */
export const show: Command = async (given, cli) => {
  const read = namedWords(given, ["DÉBITEUR|FACTURE"], cli);
  if (typeof read === "number") return read;
  const [what = ""] = read;
  return withLedger(cli, async (ledger) => {
    const found = await findAccount(what, true, cli, ledger);
    if (typeof found === "number") return found;
    const { account } = found.state;
    const view = await ledger.driver.run(claimView, { account });
    if (!view.ok) return refuse(cli, view.error, actText(view.error, cli.words, cli.language));
    const all = await ledger.stores.ledger.readSince(0);
    if (!all.ok) return refuseFile(cli, ledger.path, all.error);
    const entries = all.value.entries
      .filter(({ header }) => accountOfStream(header.stream) === account)
      .sort(compareEntries);
    if (cli.json) cli.io.out(jsonText("show", 1, jsonOf(found, view.value, entries, cli)));
    else for (const text of linesOf(found, view.value, entries, cli)) cli.io.out(text);
    return EXIT.done;
  });
};

const invoiceJson = ({ invoice, currency, ...balance }: InvoiceBalance): object => {
  const sum = (minor: number): string => decimalString({ minor, currency });
  return {
    id: invoice.invoice,
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    order: invoice.order,
    currency,
    total: sum(balance.total),
    credited: sum(balance.credited),
    paid: sum(balance.paid),
    setOff: sum(balance.setOff),
    writtenOff: sum(balance.writtenOff),
    open: sum(balance.open),
    overpaid: sum(balance.overpaid),
    contested: sum(balance.contested),
    interest: sum(balance.interest.open),
    compensation: sum(balance.compensation.open),
    portions: balance.portions.map(({ portion, amount, open, dueOn, condition }) => ({
      portion,
      amount: sum(amount),
      open: sum(open),
      dueOn,
      condition,
    })),
  };
};

const jsonOf = (
  { state, invoice }: FoundAccount,
  view: ClaimView,
  entries: readonly Entry[],
  cli: Cli,
): object => {
  const balances = balancesOf(state);
  const { debtor } = state;
  return {
    account: state.account,
    debtor: debtor === null ? null : { ...debtor, group: debtor.group?.name ?? null },
    contacts: state.contacts.map(({ name, email, phone, roles, retired }) => ({
      name,
      email,
      phone,
      roles,
      retired,
    })),
    asked: invoice?.number ?? null,
    lines: Object.fromEntries(
      Object.entries(view.lines).map(([key, line]) => [key, sentenceLine(line)]),
    ),
    reasons: view.reasons.map(({ code, blocks, text }) => ({
      code,
      blocks,
      text: sentenceLine(text),
    })),
    balances: balances.byCurrency.map(({ currency, ...sums }) => ({
      currency,
      ...Object.fromEntries(
        Object.entries(sums).map(([key, minor]) => [key, decimalString({ minor, currency })]),
      ),
    })),
    invoices: balances.invoices.map(invoiceJson),
    ...(cli.options.entries === true
      ? {
          entries: entries.map(({ hash, header, body }) => ({
            hash,
            at: header.at,
            by: header.by,
            type: header.type,
            version: header.version,
            body: body.kind,
            data: body.kind === "kept" ? body.payload.data : null,
          })),
        }
      : {}),
  };
};

const linesOf = function* (
  { invoice: asked }: FoundAccount,
  view: ClaimView,
  entries: readonly Entry[],
  { words, options }: Cli,
): Generator<string> {
  const { who, owes, said, next } = view.lines;
  for (const line of [who, owes, said, next]) {
    const text = sentenceLine(line);
    if (text !== "") yield wrapped(text, "  ", "");
  }
  for (const { label, amounts } of view.balances)
    yield wrapped(`${shownLine(label)} : ${amounts.map(shownLine).join(", ")}`, "  ", "");
  const [number, due, total, open, late, step] = words.show.columns;
  const rows = view.table.rows.filter(({ invoice }) => asked === null || invoice === asked.invoice);
  if (rows.length > 0) {
    yield "\n";
    yield tableText(
      [
        { title: number },
        { title: due },
        { title: total, right: true },
        { title: open, right: true },
        { title: late, right: true },
        { title: step },
      ],
      rows.map((row) => [
        shownLine(row.number),
        row.due === null ? "" : shownLine(row.due),
        shownLine(row.total),
        shownLine(row.open),
        row.late === null ? "" : shownLine(row.late),
        row.step === null ? "" : shownLine(row.step),
      ]),
    );
  }
  if (view.reasons.length > 0) {
    yield `\n${wrapped(shownLine(view.reasonsTitle))}`;
    for (const { text } of view.reasons) yield wrapped(sentenceLine(text), "    ", "  · ");
  }
  if (options.entries !== true) return;
  yield `\n${words.show.entries}\n`;
  const [entry, date, by, type] = words.show.entryColumns;
  yield tableText(
    [{ title: entry }, { title: date }, { title: by }, { title: type }],
    entries.map(({ hash, header, body }) => [
      hash.slice(0, HASH_CHARS),
      header.at.slice(0, 16).replace("T", " "),
      header.by,
      body.kind === "erased" ? `${header.type} (${words.show.erased})` : header.type,
    ]),
  );
};
