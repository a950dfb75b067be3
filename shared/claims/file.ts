import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { EntryNote } from "./entry-note.ts";
import type { AccountEventData, AccountEventType } from "./events.ts";

type Said<K extends AccountEventType> = AccountEventData<K> & { readonly entry: EntryNote };
type Ended = { readonly on: CalendarDate; readonly reason: string };

export type Terms = Said<"terms-set">;
export type InvoicingWay = Said<"invoicing-way-set">;
export type SensitiveHold = Said<"sensitive-hold-placed"> & {
  readonly liftedOn: CalendarDate | null;
};
export type Security = Said<"security-recorded"> & { readonly released: Ended | null };
export type IdentitySeen = Said<"identity-seen">;
export type Payer = Said<"payer-named">;
export type Insurance = Said<"insurance-set">;
export type InsurerConsent = Said<"insurer-consented">;
export type SetOff = Said<"set-off-claimed"> & {
  readonly agreed: {
    readonly on: CalendarDate;
    readonly allocations: AccountEventData<"set-off-agreed">["allocations"];
  } | null;
  readonly refused: Ended | null;
};
export type WriteOff = Said<"invoice-written-off"> & { readonly takenBack: Ended | null };
export type Discount = Said<"discount-offered">;
export type PaymentReturn = Said<"payment-returned">;
export type Assignment = Said<"invoices-assigned"> & { readonly ended: Ended | null };
export type HandOver = Said<"claims-handed-over"> & { readonly ended: Ended | null };
export type Insolvency = Said<"insolvency-opened"> & { readonly ended: Ended | null };
export type Interruption = Said<"limitation-interrupted">;
export type Suspension = Said<"limitation-suspended">;
export type LegalFact = Said<"legal-fact-recorded">;
export type StoppedClock = Said<"clock-stopped">;
export type SentLetter = Said<"letter-sent">;
export type LetterProof = Said<"letter-proof-recorded">;
export type Acceleration = Said<"acceleration-noticed">;
export type AccelerationDraft = Said<"acceleration-drafted">;
export type Approval = Said<"approval-asked"> & {
  /** By somebody else than who asked. */
  readonly given: { readonly on: CalendarDate; readonly by: string } | null;
  readonly refused: (Ended & { readonly by: string }) | null;
};

/** All of a debtor's file beyond identity, contacts, invoices and exchanges. Plain JSON. */
export type AccountFile = {
  readonly terms: Terms | null;
  readonly invoicingWay: InvoicingWay | null;
  /** Day of performance by invoice. */
  readonly performed: { readonly [invoice: string]: CalendarDate };
  readonly sensitiveHolds: readonly SensitiveHold[];
  readonly securities: readonly Security[];
  readonly identities: readonly IdentitySeen[];
  readonly payers: readonly Payer[];
  readonly owner: string | null;
  readonly chargeMode: Said<"charge-mode-set"> | null;
  /** Of the debtor; null: the one of its kind. */
  readonly plan: string | null;
  readonly planByInvoice: { readonly [invoice: string]: string };
  readonly allocationOrder: Said<"allocation-order-set"> | null;
  readonly insurance: Insurance | null;
  readonly insurerConsents: readonly InsurerConsent[];
  readonly disputesEntrusted: readonly Said<"dispute-entrusted">[];
  readonly setOffs: readonly SetOff[];
  readonly writeOffs: readonly WriteOff[];
  readonly discounts: readonly Discount[];
  readonly returns: readonly PaymentReturn[];
  readonly assignments: readonly Assignment[];
  readonly handOvers: readonly HandOver[];
  readonly insolvencies: readonly Insolvency[];
  readonly interruptions: readonly Interruption[];
  readonly suspensions: readonly Suspension[];
  readonly legalFacts: readonly LegalFact[];
  readonly stoppedClocks: readonly StoppedClock[];
  readonly letters: readonly SentLetter[];
  readonly letterProofs: readonly LetterProof[];
  readonly accelerations: readonly Acceleration[];
  readonly accelerationDrafts: readonly AccelerationDraft[];
  readonly approvals: readonly Approval[];
};

/** Of most accounts nothing of this was ever said: their state holds null, and this is read instead. */
export const EMPTY_FILE: AccountFile = {
  terms: null,
  invoicingWay: null,
  performed: {},
  sensitiveHolds: [],
  securities: [],
  identities: [],
  payers: [],
  owner: null,
  chargeMode: null,
  plan: null,
  planByInvoice: {},
  allocationOrder: null,
  insurance: null,
  insurerConsents: [],
  disputesEntrusted: [],
  setOffs: [],
  writeOffs: [],
  discounts: [],
  returns: [],
  assignments: [],
  handOvers: [],
  insolvencies: [],
  interruptions: [],
  suspensions: [],
  legalFacts: [],
  stoppedClocks: [],
  letters: [],
  letterProofs: [],
  accelerations: [],
  accelerationDrafts: [],
  approvals: [],
};

export const fileOf = ({ file }: { readonly file: AccountFile | null }): AccountFile =>
  file ?? EMPTY_FILE;
