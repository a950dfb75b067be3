import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState, Act } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { AccountEvent, AccountEventData, AccountEventType } from "#shared/claims/events.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import type { PortionHistory } from "#shared/recovery/next-step.ts";
import { historiesOf } from "#shared/recovery/next-step.ts";
import type { AccountPlan } from "#shared/recovery/proposal.ts";

export const day = dateOf;

/** Friday 20 November 2026. */
export const TODAY = day("2026-11-20");

export const says = <K extends AccountEventType>(
  type: K,
  data: AccountEventData<K>,
): AccountEvent => ({ type, data }) as AccountEvent;

export const fold = (account: string, events: readonly AccountEvent[]): AccountState =>
  events.reduce(
    (state, event, index) =>
      evolveAccount(state, event, {
        hash: `${account}-${String(index)}`,
        at: `2026-11-20T09:${String(index % 60).padStart(2, "0")}:00Z`,
        by: "Lucie",
      }),
    emptyAccount(account),
  );

export const debtor = (changes: Partial<AccountEventData<"debtor-added">> = {}): AccountEvent =>
  says("debtor-added", {
    debtor: "d",
    name: "Atelier Bloch",
    kind: "business",
    soleTrader: false,
    country: "FR",
    language: "fr",
    siren: null,
    siret: null,
    vatNumber: null,
    phone: null,
    address: null,
    ...changes,
  });

export const contact = (email: string | null = "compta@bloch.example"): AccountEvent =>
  says("contact-added", { contact: "c", name: null, email, phone: null, roles: ["chasing"] });

export const invoice = (
  id: string,
  dueOn: string | null,
  total = 100_000,
  changes: Partial<AccountEventData<"invoice-recorded">> = {},
): AccountEvent =>
  says("invoice-recorded", {
    invoice: id,
    number: id.toUpperCase(),
    issuedOn: day("2026-01-05"),
    currency: "EUR",
    total,
    portions: [
      { portion: "p", amount: total, dueOn: dueOn === null ? null : day(dueOn), condition: null },
    ],
    order: null,
    source: "hand",
    ...changes,
  });

export const taken = (
  step: string,
  on: string,
  invoices: readonly string[] = ["f1"],
  changes: Partial<AccountEventData<"step-taken">> = {},
): AccountEvent =>
  says("step-taken", {
    act: `${step}-${on}-${invoices.join("+")}`,
    step,
    on: day(on),
    portions: invoices.map((id) => ({ invoice: id, portion: "p" })),
    how: "found",
    exchange: null,
    draft: null,
    ...changes,
  });

export const waived = (
  step: string,
  on: string,
  invoices: readonly string[] = ["f1"],
): AccountEvent =>
  says("step-waived", {
    act: `waived-${step}-${on}`,
    step,
    on: day(on),
    portions: invoices.map((id) => ({ invoice: id, portion: "p" })),
    reason: "vu avec le client",
  });

export const paid = (
  id: string,
  on: string,
  amount: number,
  to: string | null = "f1",
): AccountEvent =>
  says("payment-recorded", {
    payment: id,
    on: day(on),
    currency: "EUR",
    amount,
    allocations: to === null ? [] : [{ invoice: to, portion: null, to: "principal", amount }],
    reference: null,
    source: "hand",
  });

export const promise = (
  id: string,
  on: string,
  by: string | null,
  changes: Partial<AccountEventData<"promise-made">> = {},
): AccountEvent =>
  says("promise-made", {
    promise: id,
    on: day(on),
    by: by === null ? null : day(by),
    amount: null,
    currency: "EUR",
    invoices: [],
    condition: null,
    channel: "mail",
    exchange: null,
    quote: null,
    ...changes,
  });

export const dispute = (
  id: string,
  of: string,
  amount: number | null,
  mustAct: "us" | "them" = "us",
): AccountEvent =>
  says("dispute-opened", {
    dispute: id,
    on: day("2026-11-10"),
    invoice: of,
    amount,
    reason: "price",
    mustAct,
    note: null,
    exchange: null,
    quote: null,
  });

export const mail = (
  id: string,
  on: string,
  changes: Partial<AccountEventData<"exchange-filed">> = {},
): AccountEvent =>
  says("exchange-filed", {
    exchange: id,
    kind: "mail",
    direction: "in",
    on: day(on),
    at: `${on}T10:00:00+01:00`,
    subject: "Re: facture",
    from: "compta@bloch.example",
    to: [],
    messageId: `<${id}@bloch.example>`,
    outcome: null,
    words: "Bonjour, virement en fin de semaine.",
    blob: null,
    obtained: null,
    invoices: [],
    automatic: false,
    ...changes,
  });

export const tagged = (
  exchange: string,
  tag: AccountEventData<"exchange-tagged">["tag"],
  back: string | null = null,
): AccountEvent =>
  says("exchange-tagged", {
    exchange,
    tag,
    also: [],
    suggested: null,
    grounds: [],
    back: back === null ? null : day(back),
  });

/** What a formal notice needs: an address and a SIREN, who the debtor is by the register, a copy of each invoice. */
export const readyForFormal = (
  invoices: readonly string[],
  seenOn = "2026-11-18",
): readonly AccountEvent[] => [
  says("debtor-corrected", {
    debtor: "d",
    changes: { address: "1 rue des Lilas, 24000 Périgueux", siren: "732829320" },
  }),
  identitySeen(seenOn),
  ...invoices.map((id) =>
    says("document-attached", {
      document: `copy-${id}`,
      kind: "invoice",
      name: `${id}.pdf`,
      on: day("2026-10-01"),
      invoice: id,
      blob: null,
      obtained: null,
    }),
  ),
];

export const identitySeen = (
  on: string,
  changes: Partial<AccountEventData<"identity-seen">> = {},
): AccountEvent =>
  says("identity-seen", {
    seen: `seen-${on}`,
    where: "register",
    on: day(on),
    name: "ATELIER BLOCH",
    siren: "732 829 320",
    address: null,
    closed: false,
    source: "annuaire-entreprises.data.gouv.fr",
    blob: null,
    ...changes,
  });

export const creditor = (changes: Partial<CreditorState> = {}): CreditorState => ({
  ...emptyCreditor(),
  creditor: {
    name: "Menuiserie Duval",
    country: "FR",
    timeZone: "Europe/Paris",
    language: "fr",
    legalLine: null,
    soleTrader: false,
    siren: null,
    address: null,
    iban: null,
    bic: null,
    phone: null,
    addresses: ["lucie@duval.example"],
    signatory: null,
    staleAfterDays: 3,
    dailyMinutes: 40,
  },
  paymentsKnown: { asOf: day("2026-11-20"), by: "Lucie", at: "2026-11-20T07:55:00Z" },
  lastLook: { on: day("2026-11-20"), at: "2026-11-20T08:12:00Z", where: "by-hand", by: "Lucie" },
  ...changes,
});

export const contextOn = (
  today: CalendarDate | string = TODAY,
  changes: Partial<CreditorState> = {},
): RecoveryContext => recoveryContext(day(today), creditor(changes));

/** A debtor with a contact, and whatever else is said, planned on a day. */
export const planWith = (
  events: readonly AccountEvent[],
  context: RecoveryContext = contextOn(),
): AccountPlan => planOfState(fold("bloch", [debtor(), contact(), ...events]), context);

export const planOfState = (state: AccountState, context: RecoveryContext): AccountPlan =>
  planOf(state, balancesOf(state), context);

export const historyOf = (events: readonly AccountEvent[]): PortionHistory | undefined => {
  const acts: readonly Act[] = fold("bloch", events).acts;
  return historiesOf(acts).get("f1\np");
};
