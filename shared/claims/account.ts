import type {
  AccountEventData,
  AccountEventType,
  Allocation,
  CreditAllocation,
  Ground,
  Obtained,
} from "./events.ts";
import type { EntryNote } from "./entry-note.ts";
import type { AccountFile } from "./file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Tag } from "#shared/kernel/parties.ts";

type Said<K extends AccountEventType> = AccountEventData<K> & { readonly entry: EntryNote };

export type Debtor = AccountEventData<"debtor-added"> & {
  readonly group: { readonly id: string; readonly name: string | null } | null;
};
export type Contact = Said<"contact-added"> & {
  readonly retired: {
    readonly reason: "bounced" | "left" | "other";
    readonly on: CalendarDate;
  } | null;
};
export type Cancelled = { readonly on: CalendarDate; readonly reason: string };
export type Invoice = Said<"invoice-recorded"> & { readonly cancelled: Cancelled | null };
export type CreditNote = Said<"credit-note-recorded"> & {
  readonly allocations: readonly CreditAllocation[];
  readonly cancelled: Cancelled | null;
};
export type Payment = Said<"payment-recorded"> & {
  readonly allocations: readonly Allocation[];
  readonly reversed: Cancelled | null;
};
export type Charge = Said<"charge-claimed"> & {
  readonly waived: readonly {
    readonly amount: number;
    readonly on: CalendarDate;
    readonly reason: string;
  }[];
};
export type PromiseMade = Said<"promise-made"> & { readonly withdrawn: Cancelled | null };
export type Dispute = Said<"dispute-opened"> & {
  readonly resolved: {
    readonly on: CalendarDate;
    readonly outcome: "withdrawn" | "credited" | "upheld" | "settled";
    readonly note: string | null;
  } | null;
};
export type Instalments = Said<"instalments-agreed"> & { readonly ended: Cancelled | null };
export type Hold = Said<"hold-placed"> & { readonly liftedOn: CalendarDate | null };
/** One mail filed twice with other bytes is one exchange with two versions. */
export type ExchangeVersion = {
  readonly sha256: string;
  readonly size: number;
  readonly obtained: Obtained;
  readonly filedAt: string;
};
export type Exchange = Said<"exchange-filed"> & {
  readonly versions: readonly ExchangeVersion[];
  /** What the user filed it under; null while nobody has looked. */
  readonly tagged: {
    readonly tag: Tag;
    readonly also: readonly Tag[];
    readonly suggested: Tag | null;
    readonly grounds: readonly Ground[];
    readonly back: CalendarDate | null;
    readonly entry: EntryNote;
  } | null;
  /** « Sans effet »: seen, and no tag wanted. A tag given later stands in its place. */
  readonly withoutEffect: EntryNote | null;
  /** What the reading had wrong, as the mail was last filed. */
  readonly corrected: Omit<AccountEventData<"reading-corrected">, "exchange"> | null;
  readonly detailed: Omit<AccountEventData<"exchange-detailed">, "exchange"> | null;
};
export type AttachedDocument = Said<"document-attached"> & { readonly removed: string | null };
export type Note = Said<"note-written">;
export type Draft = Said<"draft-prepared"> & {
  /** `prepared` waits in the mailbox; `sent` once an act names it. */
  readonly state: "prepared" | "sent" | "discarded";
};
export type Act = Said<"step-taken"> & { readonly waived: null | string };

/** Something an event said that does not fit what was there. Derived misfits (sums, unknown invoices) are in discrepancies.ts. */
export type Misfit = {
  readonly type: "of-unknown" | "recorded-twice";
  readonly event: string;
  /** The id of what was spoken of. */
  readonly subject: string;
  readonly entry: EntryNote;
};

/** An entry that this version cannot read: kept, and the account may not escalate. */
export type Deferred = {
  readonly type: string;
  readonly reason: string;
  readonly entry: EntryNote;
};

/** What was first recorded under an id, kept from its first correction on: said again word for word, it still is one fact. */
export type Original = { readonly subject: string; readonly said: object };

/** All that concerns one debtor, folded. Plain JSON: it is cached as text. */
export type AccountState = {
  readonly account: string;
  readonly debtor: Debtor | null;
  readonly contacts: readonly Contact[];
  readonly invoices: readonly Invoice[];
  readonly creditNotes: readonly CreditNote[];
  readonly payments: readonly Payment[];
  readonly charges: readonly Charge[];
  readonly promises: readonly PromiseMade[];
  readonly disputes: readonly Dispute[];
  readonly instalments: readonly Instalments[];
  readonly holds: readonly Hold[];
  readonly exchanges: readonly Exchange[];
  readonly documents: readonly AttachedDocument[];
  readonly notes: readonly Note[];
  readonly drafts: readonly Draft[];
  readonly acts: readonly Act[];
  /** Null: nothing of it was ever said (see `fileOf`). */
  readonly file: AccountFile | null;
  readonly putOff: { readonly until: CalendarDate; readonly reason: string } | null;
  readonly accepted: readonly string[];
  readonly originals: readonly Original[];
  readonly misfits: readonly Misfit[];
  readonly deferred: readonly Deferred[];
};

/** Of an extract of other accounts: its headers are here, and nothing that anyone could read. */
export const isWithheld = ({ debtor, invoices, deferred }: AccountState): boolean =>
  debtor === null &&
  invoices.length === 0 &&
  deferred.length > 0 &&
  deferred.every(({ reason }) => reason === "withheld");

export const emptyAccount = (account: string): AccountState => ({
  account,
  debtor: null,
  contacts: [],
  invoices: [],
  creditNotes: [],
  payments: [],
  charges: [],
  promises: [],
  disputes: [],
  instalments: [],
  holds: [],
  exchanges: [],
  documents: [],
  notes: [],
  drafts: [],
  acts: [],
  file: null,
  putOff: null,
  accepted: [],
  originals: [],
  misfits: [],
  deferred: [],
});
