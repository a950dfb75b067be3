import { keysOfAccount } from "#shared/app/index-keys.ts";
import { searchRowsOf } from "#shared/app/search-rows.ts";
import { NEW_CREDITOR } from "#shared/app/settings-view.ts";
import { CHANCE_COUNT } from "#shared/app/use-case.ts";
import type { Decision, Facts, Loaded, UseCase } from "#shared/app/use-case.ts";
import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { evolveCreditor } from "#shared/claims/evolve-creditor.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Shown } from "#shared/kernel/text.ts";

/** What has been said so far, and the day and language of the screen. */
export type Given = {
  readonly creditor?: readonly CreditorEvent[];
  readonly accounts?: Readonly<Record<string, readonly AccountEvent[]>>;
  readonly today?: string;
  readonly language?: Language;
};

const AT = "2026-11-20T06:55:00.000Z";

export const OPENED: CreditorEvent = {
  type: "ledger-opened",
  data: {
    ...NEW_CREDITOR,
    name: "Menuiserie Lacombe",
    signatory: "Claire Lacombe",
    addresses: ["claire@lacombe.example"],
    ownInvoices: true,
  },
};

export const loadedOf = (given: Given): Loaded => {
  const accounts = new Map<string, AccountState>();
  const accountsByKey = new Map<string, readonly string[]>();
  for (const [account, events] of Object.entries(given.accounts ?? {})) {
    let state = emptyAccount(account);
    events.forEach((event, index) => {
      const hash = `${account}-${String(index)}`.padEnd(64, "0");
      state = evolveAccount(state, event, { hash, at: AT, by: "Camille" });
    });
    accounts.set(account, state);
    for (const key of keysOfAccount(state))
      accountsByKey.set(key, [...(accountsByKey.get(key) ?? []), account]);
  }
  const creditor = (given.creditor ?? [OPENED]).reduce(
    (state, event) => evolveCreditor(state, event, { hash: "c".repeat(64), at: AT, by: "Camille" }),
    emptyCreditor(),
  );
  return {
    ledger: "led-1",
    creditor,
    accounts,
    accountsByKey,
    searchRows: [...accounts.values()].flatMap(searchRowsOf),
  };
};

export const factsOf = ({ today = "2026-11-20", language = "fr" }: Given): Facts => ({
  today: dateOf(today),
  now: "2026-11-20T07:12:00.000Z",
  by: "Camille",
  language,
  chance: Array.from({ length: CHANCE_COUNT }, (_, index) => String(index).padStart(32, "0")),
});

/** The decision of a use case that is not refused. */
export const decisionOf = <Input, View, Refusal>(
  useCase: UseCase<Input, View, Refusal>,
  input: Input,
  given: Given,
): Decision<View> => {
  const decided = useCase.decide(input, loadedOf(given), factsOf(given));
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
};

export const viewOf = <Input, View, Refusal>(
  useCase: UseCase<Input, View, Refusal>,
  input: Input,
  given: Given,
): View => decisionOf(useCase, input, given).view;

export const refusalOf = <Input, View, Refusal>(
  useCase: UseCase<Input, View, Refusal>,
  input: Input,
  given: Given,
): Refusal => {
  const decided = useCase.decide(input, loadedOf(given), factsOf(given));
  if (decided.ok) throw new Error("not refused");
  return decided.error;
};

/** A label or sentence as it is read, with plain blanks. */
export const text = (shown: Shown | readonly Shown[] | null): string =>
  shown === null
    ? ""
    : (Array.isArray(shown) ? (shown as readonly Shown[]) : [shown as Shown])
        .map(shownText)
        .join("")
        .replace(/[\u00a0\u202f]/g, " ");

export const debtor = (account: string, name: string): AccountEvent => ({
  type: "debtor-added",
  data: {
    debtor: account,
    name,
    kind: "business",
    soleTrader: false,
    country: "FR",
    language: "fr",
    siren: null,
    siret: null,
    vatNumber: null,
    phone: null,
    address: null,
  },
});

export const contact = (email: string): AccountEvent => ({
  type: "contact-added",
  data: { contact: `contact-${email}`, name: null, email, phone: null, roles: ["chasing"] },
});

export const invoice = (number: string, total: number, dueOn: string): AccountEvent => ({
  type: "invoice-recorded",
  data: {
    invoice: number,
    number,
    issuedOn: dateOf("2026-08-01"),
    currency: "EUR",
    total,
    portions: [{ portion: "p1", amount: total, dueOn: dateOf(dueOn), condition: null }],
    order: null,
    source: "hand",
  },
});

export const promise = (by: string, amount: number): AccountEvent => ({
  type: "promise-made",
  data: {
    promise: "promise-1",
    on: dateOf("2026-11-02"),
    by: dateOf(by),
    amount,
    currency: "EUR",
    invoices: [],
    condition: null,
    channel: "mail",
    exchange: null,
    quote: "virement en fin de semaine",
  },
});

export const KNOWN: CreditorEvent = {
  type: "payments-known",
  data: { asOf: dateOf("2026-11-20"), source: "hand" },
};

export const LOOKED: CreditorEvent = {
  type: "answers-looked-for",
  data: {
    on: dateOf("2026-11-20"),
    at: "2026-11-20T07:12:00.000Z",
    where: "by-hand",
    accounts: [],
  },
};
