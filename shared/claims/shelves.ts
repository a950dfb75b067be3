import type {
  AccountState,
  Act,
  AttachedDocument,
  Charge,
  Contact,
  CreditNote,
  Dispute,
  Draft,
  Exchange,
  Hold,
  Instalments,
  Invoice,
  Note,
  Payment,
  PromiseMade,
} from "./account.ts";

/**
 * One list of the state: how it is read, replaced, and by what its items are known.
 */
export type Shelf<T> = {
  readonly of: (state: AccountState) => readonly T[];
  readonly id: (item: T) => string;
  readonly put: (state: AccountState, items: readonly T[]) => AccountState;
};

export const CONTACTS: Shelf<Contact> = {
  of: (state) => state.contacts,
  id: (item) => item.contact,
  put: (state, contacts) => ({ ...state, contacts }),
};
export const INVOICES: Shelf<Invoice> = {
  of: (state) => state.invoices,
  id: (item) => item.invoice,
  put: (state, invoices) => ({ ...state, invoices }),
};
export const CREDIT_NOTES: Shelf<CreditNote> = {
  of: (state) => state.creditNotes,
  id: (item) => item.creditNote,
  put: (state, creditNotes) => ({ ...state, creditNotes }),
};
export const PAYMENTS: Shelf<Payment> = {
  of: (state) => state.payments,
  id: (item) => item.payment,
  put: (state, payments) => ({ ...state, payments }),
};
export const CHARGES: Shelf<Charge> = {
  of: (state) => state.charges,
  id: (item) => item.charge,
  put: (state, charges) => ({ ...state, charges }),
};
export const PROMISES: Shelf<PromiseMade> = {
  of: (state) => state.promises,
  id: (item) => item.promise,
  put: (state, promises) => ({ ...state, promises }),
};
export const DISPUTES: Shelf<Dispute> = {
  of: (state) => state.disputes,
  id: (item) => item.dispute,
  put: (state, disputes) => ({ ...state, disputes }),
};
export const INSTALMENTS: Shelf<Instalments> = {
  of: (state) => state.instalments,
  id: (item) => item.instalments,
  put: (state, instalments) => ({ ...state, instalments }),
};
export const HOLDS: Shelf<Hold> = {
  of: (state) => state.holds,
  id: (item) => item.hold,
  put: (state, holds) => ({ ...state, holds }),
};
export const EXCHANGES: Shelf<Exchange> = {
  of: (state) => state.exchanges,
  id: (item) => item.exchange,
  put: (state, exchanges) => ({ ...state, exchanges }),
};
export const DOCUMENTS: Shelf<AttachedDocument> = {
  of: (state) => state.documents,
  id: (item) => item.document,
  put: (state, documents) => ({ ...state, documents }),
};
export const NOTES: Shelf<Note> = {
  of: (state) => state.notes,
  id: (item) => item.note,
  put: (state, notes) => ({ ...state, notes }),
};
export const DRAFTS: Shelf<Draft> = {
  of: (state) => state.drafts,
  id: (item) => item.draft,
  put: (state, drafts) => ({ ...state, drafts }),
};
export const ACTS: Shelf<Act> = {
  of: (state) => state.acts,
  id: (item) => item.act,
  put: (state, acts) => ({ ...state, acts }),
};
