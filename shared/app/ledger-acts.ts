import type { AccountCommand } from "#shared/claims/commands.ts";
import { creditorSchemas } from "#shared/claims/creditor.ts";
import type { CreditorEventData, CreditorIdentity } from "#shared/claims/creditor.ts";
import { discrepanciesOf } from "#shared/claims/discrepancies.ts";
import type { AccountEventData } from "#shared/claims/events.ts";
import { identifiersHold } from "#shared/claims/identifiers.ts";
import { debtorIdOf } from "#shared/claims/ids.ts";
import type { ClaimRefusal } from "#shared/claims/refusals.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import { APP } from "#shared/locales/app.ts";
import { APP_ACTS } from "#shared/locales/app-acts.ts";
import { batchOfAct, chanceAt, done, doneForGood } from "./act-done.ts";
import { nameKey, sirenKey } from "./index-keys.ts";
import { decideAll } from "./record-act.ts";
import { CREDITOR_STREAM, eraseEntryOf, streamOfAccount, voidEntry } from "./streams.ts";
import { CHANCE_COUNT, NOTHING_ASKED } from "./use-case.ts";
import type { Asks, Decision, Facts, Loaded, UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView, WrittenBatch } from "./view-parts.ts";

export type FieldRefusal =
  | { readonly type: "field-missing"; readonly field: string }
  | { readonly type: "field-wrong"; readonly field: string };

export type NoLedger = { readonly type: "no-ledger" };
export type ReasonMissing = { readonly type: "reason-missing" };
export type NothingNamed = { readonly type: "nothing-named" };
export type InTheFuture = { readonly type: "in-the-future"; readonly on: CalendarDate };

export type OpenLedgerInput = {
  readonly creditor: CreditorIdentity;
  /** "Your own invoices?": chasing for clients is another law, and refused. */
  readonly ownInvoices: boolean;
};
export type OpenLedgerRefusal =
  { readonly type: "not-own-invoices" } | { readonly type: "already-open" } | FieldRefusal;

export type CorrectCreditorInput = {
  readonly changes: CreditorEventData<"creditor-corrected">["changes"];
};

type DebtorData = AccountEventData<"debtor-added">;
type ContactData = AccountEventData<"contact-added">;

export type AddDebtorInput = {
  readonly debtor: Omit<DebtorData, "debtor">;
  readonly contacts: readonly Omit<ContactData, "contact">[];
  /** Joins the group of that name, made if there is none. */
  readonly group: string | null;
  /** A debtor of that name or SIREN is known, and this is another one. */
  readonly evenSo: boolean;
};
export type AddDebtorView = DoneView & { readonly account: string };
export type AddDebtorRefusal =
  | NoLedger
  | FieldRefusal
  | ClaimRefusal
  | {
      readonly type: "debtor-known";
      readonly account: string;
      readonly by: "name" | "siren";
    };

export type VoidBatchInput = WrittenBatch & {
  /** What else the same click had written, taken back with it. */
  readonly also?: readonly WrittenBatch[];
  /** The batch is that of an undo. */
  readonly isRedo?: boolean;
};
export type VoidEntriesInput = {
  /** Null: entries of the creditor's streams. */
  readonly account: string | null;
  readonly entries: readonly string[];
};
export type EraseEntriesInput = {
  readonly account: string;
  readonly entries: readonly string[];
  readonly reason: string;
};

export type MarkPaymentsKnownInput = {
  readonly asOf: CalendarDate;
  readonly source: "hand" | "file" | "bank";
};
export type MarkLookedInput = {
  /** Empty: everywhere. */
  readonly accounts: readonly string[];
  readonly where: "by-hand" | "mailbox";
};
export type SetSenderAsideInput =
  | { readonly address: string; readonly why: "not-a-debtor" | "never" }
  | { readonly address: string; readonly why: "taken-back" };

export type AcceptDiscrepancyInput = {
  readonly account: string;
  readonly discrepancy: string;
  readonly reason: string;
};
export type AcceptDiscrepancyRefusal =
  | AccountUnknown
  | ReasonMissing
  | { readonly type: "discrepancy-unknown" }
  /** It must be settled: it cannot be accepted. */
  | { readonly type: "discrepancy-stands" };

const nothing = (): Asks => NOTHING_ASKED;
const ofAccount = ({ account }: { readonly account: string }): Asks => ({
  accounts: [account],
  keys: [],
  search: false,
});

const REQUIRED = ["name", "country", "timeZone", "signatory"] as const;

/** The first field of the creditor that is missing or not what it must be. */
const creditorFault = (creditor: CreditorIdentity): FieldRefusal | null => {
  for (const field of REQUIRED)
    if ((creditor[field] ?? "").trim() === "") return { type: "field-missing", field };
  if (creditor.addresses.length === 0) return { type: "field-missing", field: "addresses" };
  const wrong = creditor.addresses.find((address) => !/^[^\s@]+@[^\s@]+$/.test(address));
  if (wrong !== undefined) return { type: "field-wrong", field: "addresses" };
  if (!/^[A-Z]{2}$/.test(creditor.country)) return { type: "field-wrong", field: "country" };
  const described = creditorSchemas["ledger-opened"].safeParse({ ...creditor, ownInvoices: true });
  if (described.success) return null;
  const field = described.error.issues[0]?.path[0];
  return { type: "field-wrong", field: String(field ?? "name") };
};

const tidied = (creditor: CreditorIdentity): CreditorIdentity => ({
  ...creditor,
  name: creditor.name.trim(),
  country: creditor.country.trim().toUpperCase(),
  addresses: [
    ...new Set(
      creditor.addresses.map((one) => one.trim().toLowerCase()).filter((one) => one !== ""),
    ),
  ],
});

/** SIREN, IBAN and BIC as they are given now: what stood before they were looked at stays. */
const identifierFault = ({
  siren,
  iban,
  bic,
}: Partial<Pick<CreditorIdentity, "siren" | "iban" | "bic">>): FieldRefusal | null => {
  const wrong = identifiersHold({ siren, iban, bic });
  return wrong !== null && "field" in wrong ? { type: "field-wrong", field: wrong.field } : null;
};

/** First run: who the creditor is. */
export const openLedger: UseCase<OpenLedgerInput, DoneView, OpenLedgerRefusal> = {
  name: "open-ledger",
  asks: nothing,
  decide: ({ creditor, ownInvoices }, loaded, facts) => {
    if (!ownInvoices) return err({ type: "not-own-invoices" });
    if (loaded.creditor.creditor !== null) return err({ type: "already-open" });
    const identity = tidied(creditor);
    const fault = creditorFault(identity) ?? identifierFault(identity);
    if (fault !== null) return err(fault);
    const opened = {
      type: "ledger-opened" as const,
      data: { ...identity, addresses: [...identity.addresses], ownInvoices: true as const },
    };
    const { entries } = done({ creditor: [opened] }, [], facts);
    return ok(doneForGood(entries, APP_ACTS[facts.language].ledgerOpened));
  },
};

export const correctCreditor: UseCase<CorrectCreditorInput, DoneView, NoLedger | FieldRefusal> = {
  name: "correct-creditor",
  asks: nothing,
  decide: ({ changes }, loaded, facts) => {
    const { creditor } = loaded.creditor;
    if (creditor === null) return err({ type: "no-ledger" });
    const next = tidied({ ...creditor, ...given(changes) });
    const fault = creditorFault(next) ?? identifierFault(given(changes));
    if (fault !== null) return err(fault);
    const kept = Object.fromEntries(
      Object.entries(next).filter(([key]) => Object.keys(changes).includes(key)),
    );
    const parsed = creditorSchemas["creditor-corrected"].safeParse({ changes: kept });
    if (!parsed.success) return err({ type: "field-wrong", field: Object.keys(changes)[0] ?? "" });
    const event = { type: "creditor-corrected" as const, data: parsed.data };
    return ok(done({ creditor: [event] }, APP_ACTS[facts.language].creditorCorrected, facts));
  },
};

/** Only what was given: an absent change leaves what stands. */
const given = (changes: CorrectCreditorInput["changes"]): Partial<CreditorIdentity> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

/** Contacts that one act may bring: each command of an act takes one run of chance, and three are taken already. */
const CONTACTS_MAX = CHANCE_COUNT - 4;

/** A debtor by hand; one with the same name or SIREN is named first. */
export const addDebtor: UseCase<AddDebtorInput, AddDebtorView, AddDebtorRefusal> = {
  name: "add-debtor",
  asks: ({ debtor }, ledger) => ({
    accounts: [debtorIdOf(ledger, debtor)],
    keys: [nameKey(debtor.name), ...(debtor.siren === null ? [] : [sirenKey(debtor.siren)])],
    search: false,
  }),
  decide: (input, loaded, facts) => {
    const { debtor, contacts, group, evenSo } = input;
    if (loaded.creditor.creditor === null) return err({ type: "no-ledger" });
    if (contacts.length > CONTACTS_MAX) return err({ type: "field-wrong", field: "contacts" });
    const known = knownDebtor(input, loaded);
    // A SIREN is one debtor: no second account, whatever the user says.
    if (known !== null && (known.by === "siren" || !evenSo)) {
      return err({ type: "debtor-known", ...known });
    }
    const byFacts = debtorIdOf(loaded.ledger, debtor);
    const taken = loaded.accounts.get(byFacts)?.debtor != null;
    const account = taken ? idOfChance("debtor", chanceAt(facts, CHANCE_COUNT - 1)) : byFacts;
    const commands: readonly AccountCommand[] = [
      { type: "add-debtor", ...debtor },
      ...contacts.map((contact) => ({ type: "add-contact" as const, ...contact })),
      ...(group === null || group.trim() === ""
        ? []
        : [{ type: "group-debtor" as const, group: { id: null, name: group } }]),
    ];
    const events = decideAll(commands, account, loaded.ledger, facts);
    if (!events.ok) return events;
    const text = APP_ACTS[facts.language].debtorAdded(foreign(debtor.name));
    const decision = done({ accounts: new Map([[account, events.value]]) }, text, facts);
    return ok({ ...decision, view: { ...decision.view, account } });
  },
};

const knownDebtor = (
  { debtor }: AddDebtorInput,
  loaded: Loaded,
): { readonly account: string; readonly by: "name" | "siren" } | null => {
  const of = (key: string): string | undefined => loaded.accountsByKey.get(key)?.[0];
  const bySiren = debtor.siren === null ? undefined : of(sirenKey(debtor.siren));
  if (bySiren !== undefined) return { account: bySiren, by: "siren" };
  const byName = of(nameKey(debtor.name));
  return byName === undefined ? null : { account: byName, by: "name" };
};

const UNDONE = "undone";

/** Accounts that a void names for its reader's convenience; those of a large import would not fit into one entry. */
export const VOID_ACCOUNTS_MAX = 1_000;

/** Undo of an act or of an import, which can itself be undone. */
export const voidBatch: UseCase<VoidBatchInput, DoneView, NothingNamed> = {
  name: "void-batch",
  asks: nothing,
  decide: ({ batch, accounts, also = [], isRedo = false }, _loaded, facts) => {
    const all = [{ batch, accounts }, ...also];
    if (all.some((one) => one.batch === "")) return err({ type: "nothing-named" });
    const entries = all.map((one) => {
      const named = one.accounts.length > VOID_ACCOUNTS_MAX ? [] : one.accounts;
      return voidEntry({ batch: one.batch, accounts: named }, UNDONE);
    });
    return ok(undone(entries, [...new Set(all.flatMap((one) => one.accounts))], isRedo, facts));
  },
};

export const voidEntries: UseCase<VoidEntriesInput, DoneView, NothingNamed> = {
  name: "void-entries",
  asks: nothing,
  decide: ({ account, entries }, _loaded, facts) => {
    if (entries.length === 0) return err({ type: "nothing-named" });
    const stream = account === null ? CREDITOR_STREAM : streamOfAccount(account);
    const accounts = account === null ? [] : [account];
    return ok(undone([voidEntry({ entries, stream }, UNDONE)], accounts, false, facts));
  },
};

const undone = (
  entries: readonly NewEntry[],
  accounts: readonly string[],
  isRedo: boolean,
  facts: Facts,
): Decision<DoneView> => {
  const batch = batchOfAct(facts);
  const words = APP_ACTS[facts.language];
  // One word for what takes away and another for what brings back: of a payment they move money in opposite ways.
  const label = isRedo ? APP[facts.language].common.undo : words.redo;
  return {
    view: {
      text: isRedo ? words.redone : words.voided,
      undo: { label, batch, accounts, isRedo: !isRedo },
    },
    entries: entries.map((entry) => ({ ...entry, batch })),
    keeps: [],
    acts: [],
  };
};

/** The law asked for the words to go: their payloads are removed for good, with the reason. No undo. */
export const eraseEntries: UseCase<
  EraseEntriesInput,
  DoneView,
  AccountUnknown | NothingNamed | ReasonMissing
> = {
  name: "erase-entries",
  asks: ofAccount,
  decide: ({ account, entries, reason }, loaded, facts) => {
    if (!loaded.accounts.has(account)) return err({ type: "account-unknown", account });
    if (entries.length === 0) return err({ type: "nothing-named" });
    if (reason.trim() === "") return err({ type: "reason-missing" });
    const erasing = eraseEntryOf(streamOfAccount(account), entries, reason);
    return ok(doneForGood([erasing], APP_ACTS[facts.language].erased(entries.length)));
  },
};

/** Payments are known up to this day. */
export const markPaymentsKnown: UseCase<MarkPaymentsKnownInput, DoneView, NoLedger | InTheFuture> =
  {
    name: "mark-payments-known",
    asks: nothing,
    decide: ({ asOf, source }, loaded, facts) => {
      if (loaded.creditor.creditor === null) return err({ type: "no-ledger" });
      if (asOf > facts.today) return err({ type: "in-the-future", on: asOf });
      const event = { type: "payments-known" as const, data: { asOf, source } };
      return ok(done({ creditor: [event] }, APP_ACTS[facts.language].paymentsKnown(asOf), facts));
    },
  };

/** "Checked, no answer"; or the host has looked by itself. */
export const markLooked: UseCase<MarkLookedInput, DoneView, NoLedger> = {
  name: "mark-looked",
  asks: nothing,
  decide: ({ accounts, where }, loaded, facts) => {
    if (loaded.creditor.creditor === null) return err({ type: "no-ledger" });
    const event = {
      type: "answers-looked-for" as const,
      data: { on: facts.today, at: facts.now, where, accounts: [...accounts] },
    };
    const words = APP_ACTS[facts.language];
    const text = where === "by-hand" ? words.looked : words.lookedByHost;
    return ok(done({ creditor: [event] }, text, facts));
  },
};

/** Mails from this address are of nobody for Relance; or they are again. */
export const setSenderAside: UseCase<SetSenderAsideInput, DoneView, FieldRefusal> = {
  name: "set-sender-aside",
  asks: nothing,
  decide: ({ address, why }, _loaded, facts) => {
    const folded = address.trim().toLowerCase();
    if (folded === "") return err({ type: "field-missing", field: "address" });
    const words = APP_ACTS[facts.language];
    if (why === "taken-back") {
      const back = { type: "sender-taken-back" as const, data: { address: folded } };
      return ok(done({ creditor: [back] }, words.senderTakenBack(foreign(folded)), facts));
    }
    const aside = { type: "sender-set-aside" as const, data: { address: folded, why } };
    return ok(done({ creditor: [aside] }, words.senderSetAside(foreign(folded)), facts));
  },
};

/** Entries that do not fit may stand so; the reason is kept. */
export const acceptDiscrepancy: UseCase<
  AcceptDiscrepancyInput,
  DoneView,
  AcceptDiscrepancyRefusal
> = {
  name: "accept-discrepancy",
  asks: ofAccount,
  decide: ({ account, discrepancy, reason }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    if (reason.trim() === "") return err({ type: "reason-missing" });
    const found = discrepanciesOf(state).find(({ id }) => id === discrepancy);
    if (found === undefined) return err({ type: "discrepancy-unknown" });
    if (!found.choices.includes("accept")) return err({ type: "discrepancy-stands" });
    const event = { type: "discrepancy-accepted" as const, data: { discrepancy, reason } };
    const text = [APP_ACTS[facts.language].done["accept-discrepancy"]];
    return ok(done({ accounts: new Map([[account, [event]]]) }, text, facts));
  },
};
