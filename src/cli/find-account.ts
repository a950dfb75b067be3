import { nameKey, numberKey, sirenKey } from "#shared/app/index-keys.ts";
import { searchView } from "#shared/app/search-view.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountState, Invoice } from "#shared/claims/account.ts";
import { ok } from "#shared/kernel/result.ts";
import { normaliseInvoiceNumber } from "#shared/mail/match-keys.ts";
import { refuse } from "./cli.ts";
import type { Cli, Exit } from "./cli.ts";
import type { OpenLedger } from "./open-ledger.ts";
import { shownLine } from "./output.ts";
import { actText } from "./refusals.ts";

export type FoundAccount = {
  readonly state: AccountState;
  /** The invoice that was named; null where the debtor was. */
  readonly invoice: Invoice | null;
};

/** By number, name, SIREN or the account's own id, exactly: no guess where money is concerned. */
const findExactly: UseCase<string, readonly FoundAccount[], never> = {
  name: "find-account",
  asks: (text) => ({
    accounts: [text],
    keys: [
      numberKey(text),
      nameKey(text),
      ...(/^[\d\s.]{9,14}$/.test(text) ? [sirenKey(text)] : []),
    ],
    search: false,
  }),
  decide: (text, loaded) => {
    const number = normaliseInvoiceNumber(text);
    const found: FoundAccount[] = [];
    for (const account of loaded.accountsByKey.get(numberKey(text)) ?? []) {
      const state = loaded.accounts.get(account);
      for (const invoice of state?.invoices ?? [])
        if (state !== undefined && normaliseInvoiceNumber(invoice.number) === number)
          found.push({ state, invoice });
    }
    if (found.length > 0) return ok(viewOnly(found));
    const accounts = new Set([
      text,
      ...(loaded.accountsByKey.get(nameKey(text)) ?? []),
      ...(loaded.accountsByKey.get(sirenKey(text)) ?? []),
    ]);
    for (const account of accounts) {
      const state = loaded.accounts.get(account);
      if (state !== undefined) found.push({ state, invoice: null });
    }
    return ok(viewOnly(found));
  },
};

/** The one account that a person names; where part of a name is allowed, the one that a search finds. */
export const findAccount = async (
  text: string,
  allowPart: boolean,
  cli: Cli,
  { driver }: OpenLedger,
): Promise<FoundAccount | Exit> => {
  const exact = await driver.run(findExactly, text);
  if (!exact.ok) return refuse(cli, exact.error, actText(exact.error, cli.words, cli.language));
  const [only, ...others] = exact.value;
  if (only !== undefined && others.length === 0) return only;
  if (others.length > 0)
    return ambiguous(
      text,
      exact.value.map(({ state }) => state.debtor?.name ?? state.account),
      cli,
    );
  if (!allowPart) return unknown(text, cli);
  const searched = await driver.run(searchView, { query: text });
  if (!searched.ok)
    return refuse(cli, searched.error, actText(searched.error, cli.words, cli.language));
  const accounts = new Map(
    searched.value.hits.map((hit) => [hit.account, shownLine(hit.debtor ?? hit.label)]),
  );
  if (accounts.size > 1) return ambiguous(text, [...accounts.values()], cli);
  const [account] = accounts.keys();
  if (account === undefined) return unknown(text, cli);
  const again = await driver.run(findExactly, account);
  const [found] = again.ok ? again.value : [];
  return found ?? unknown(text, cli);
};

const unknown = (text: string, cli: Cli): Exit =>
  refuse(cli, { type: "not-found" }, cli.words.notFound(text));

const ambiguous = (text: string, names: readonly string[], cli: Cli): Exit => {
  const refusal = { type: "several", accounts: names };
  return refuse(cli, refusal, `${cli.words.several(text)} ${names.join(" ; ")}`);
};
