import * as z from "zod/mini";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { EntryNote } from "./entry-note.ts";
import { teachingSchemas } from "./mail-events.ts";
import { policySchemas } from "./policy-events.ts";
import type { policyFields } from "./policy-events.ts";
import { zCurrency, zDate, zId, zList, zMinor, zName, zNote, zWallTime } from "./fields.ts";

/**
 * Streams `creditor` (identity, terms, whatever changes a decision or a text; and the looks for answers), `bank` (how far
 * payments are known, lines not allocated) and `mailbox` (senders set aside).
 */

const creditorFields = {
  name: zName,
  /** ISO 3166 alpha-2: law, holidays. */
  country: zName,
  timeZone: zName,
  language: z.enum(["fr", "en"]),
  /** "SARL au capital de 8 000 € · RCS Périgueux 123 456 789": printed as it stands. */
  legalLine: z.nullable(zNote),
  soleTrader: z.boolean(),
  siren: z.nullable(zName),
  address: z.nullable(zNote),
  iban: z.nullable(zName),
  bic: z.nullable(zName),
  phone: z.nullable(zName),
  /** Own mail addresses and aliases, lower case: they say which way a mail goes. */
  addresses: zList(zName),
  signatory: z.nullable(zName),
  /** Working days after which payments known are stale, 1 to 10. */
  staleAfterDays: z.number().check(z.int(), z.minimum(1), z.maximum(10)),
  /** Minutes of chasing a day. */
  dailyMinutes: z.number().check(z.int(), z.minimum(5), z.maximum(600)),
};

export const creditorSchemas = {
  "ledger-opened": z.object({ ...creditorFields, ownInvoices: z.literal(true) }),
  "creditor-corrected": z.object({ changes: z.partial(z.object(creditorFields)) }),
  /** Somebody, or the host, looked for debtors' answers. Empty `accounts`: everywhere. */
  "answers-looked-for": z.object({
    on: zDate,
    at: zWallTime,
    where: z.enum(["by-hand", "mailbox"]),
    accounts: zList(zId),
  }),
  /** A ledger file's or bank statement's day: payments are known up to here. */
  "payments-known": z.object({ asOf: zDate, source: z.enum(["hand", "file", "bank"]) }),
  /** Money in that no debtor could be found for. Its id is made from its facts: taken in twice, it is one. */
  "bank-line-recorded": z.object({
    line: zId,
    on: zDate,
    currency: zCurrency,
    amount: zMinor,
    reference: z.nullable(zName),
    payer: z.nullable(zName),
  }),
  /** The payment with the same facts now stands in this account. */
  "bank-line-assigned": z.object({ line: zId, account: zId, payment: zId }),
  "bank-line-set-aside": z.object({ line: zId, reason: zNote }),
  /** Mails from this address are of nobody for Relance. */
  "sender-set-aside": z.object({ address: zName, why: z.enum(["not-a-debtor", "never"]) }),
  "sender-taken-back": z.object({ address: zName }),
  "message-set-aside": z.object({ messageId: zNote }),

  ...policySchemas,
  ...teachingSchemas,
} as const;

type Schemas = typeof creditorSchemas;
export type CreditorEventType = keyof Schemas;
export type CreditorEventData<K extends CreditorEventType> = z.infer<Schemas[K]>;
export type CreditorEvent = {
  readonly [K in CreditorEventType]: { readonly type: K; readonly data: CreditorEventData<K> };
}[CreditorEventType];

export type CreditorIdentity = Omit<CreditorEventData<"ledger-opened">, "ownInvoices">;

export type Look = {
  readonly on: CalendarDate;
  readonly at: string;
  readonly where: "by-hand" | "mailbox";
  readonly by: string;
};

/** What this creditor settled of how it chases. */
export type Policy = {
  readonly [K in keyof typeof policyFields]: z.infer<(typeof policyFields)[K]>;
};

/** Until the creditor says otherwise. The cap and the notice's days are by custom, not by law (law sheet, C). */
export const DEFAULT_POLICY: Policy = {
  alsaceMoselle: false,
  tolerances: [],
  promiseGraceDays: 0,
  capMessages: 4,
  capDays: 30,
  interestBasis: "act/365",
  rateSplit: "half-year",
  allocationOrder: "principal-first",
  approvalSteps: [],
  noticeDays: 8,
  consumerNoticeDays: 15,
  mediator: null,
  smallAmounts: [],
  trader: null,
  outsideMainland: false,
  useHabits: false,
};

export type WrittenPlan = CreditorEventData<"plan-written"> & { readonly entry: EntryNote };
export type OwnText = CreditorEventData<"text-written"> & { readonly entry: EntryNote };
export type OwnRate = CreditorEventData<"rate-added"> & { readonly entry: EntryNote };
export type Closure = CreditorEventData<"closure-added"> & { readonly entry: EntryNote };

export type RuleWeight = { readonly kept: number; readonly corrected: number };

/** What holds for the whole ledger. */
export type CreditorState = {
  readonly policy: Policy;
  readonly plans: readonly WrittenPlan[];
  readonly planByKind: { readonly [kind: string]: string };
  readonly texts: readonly OwnText[];
  readonly rates: readonly OwnRate[];
  readonly closures: readonly Closure[];
  readonly creditor: CreditorIdentity | null;
  /** Last look over everything, and later ones at single accounts. */
  readonly lastLook: Look | null;
  readonly lookByAccount: { readonly [account: string]: Look };
  readonly paymentsKnown: {
    readonly asOf: CalendarDate;
    readonly by: string;
    readonly at: string;
  } | null;
  readonly sendersSetAside: { readonly [address: string]: "not-a-debtor" | "never" };
  readonly messagesSetAside: readonly string[];
  readonly bankLines: readonly (CreditorEventData<"bank-line-recorded"> & {
    readonly state: "open" | "assigned" | "set-aside";
  })[];
  /** By rule: how often the tag it had led to was kept, and how often another was chosen, since it was first doubted. */
  readonly rulesWeighed: { readonly [rule: string]: RuleWeight };
  /** Whether corrections count in later readings. */
  readonly teaching: boolean;
  readonly deferred: readonly { readonly type: string; readonly reason: string }[];
};

export const emptyCreditor = (): CreditorState => ({
  policy: DEFAULT_POLICY,
  plans: [],
  planByKind: {},
  texts: [],
  rates: [],
  closures: [],
  creditor: null,
  lastLook: null,
  lookByAccount: {},
  paymentsKnown: null,
  sendersSetAside: {},
  messagesSetAside: [],
  bankLines: [],
  rulesWeighed: {},
  teaching: true,
  deferred: [],
});
