import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState, Act, Deferred, Draft, Exchange } from "./account.ts";
import type { EntryNote } from "./entry-note.ts";
import type { AccountEvent, AccountEventData } from "./events.ts";
import { evolveFile } from "./evolve-file.ts";
import {
  changed,
  corrected,
  indexIn,
  misfit,
  originalOf,
  recorded,
  removed,
  saidBefore,
} from "./folding.ts";
import { sameFacts, withChanges } from "./same.ts";
import {
  CONTACTS,
  INVOICES,
  CREDIT_NOTES,
  PAYMENTS,
  CHARGES,
  PROMISES,
  DISPUTES,
  INSTALMENTS,
  HOLDS,
  EXCHANGES,
  DOCUMENTS,
  NOTES,
  DRAFTS,
  ACTS,
} from "./shelves.ts";

const debtorAdded = (
  state: AccountState,
  event: Extract<AccountEvent, { readonly type: "debtor-added" }>,
  entry: EntryNote,
): AccountState => {
  if (state.debtor === null) return { ...state, debtor: { ...event.data, group: null } };
  const id = event.data.debtor;
  return saidBefore(state, id, state.debtor, event.data)
    ? state
    : misfit(state, "recorded-twice", event, id, entry);
};

const debtorCorrected = (
  state: AccountState,
  event: Extract<AccountEvent, { readonly type: "debtor-corrected" }>,
  entry: EntryNote,
): AccountState => {
  const { debtor, changes } = event.data;
  if (state.debtor === null) return misfit(state, "of-unknown", event, debtor, entry);
  const next = { ...state, debtor: withChanges(state.debtor, changes) };
  return originalOf(state, debtor) === null
    ? { ...next, originals: [...next.originals, { subject: debtor, said: state.debtor }] }
    : next;
};

const versionsOf = (
  data: AccountEventData<"exchange-filed">,
  entry: EntryNote,
): Exchange["versions"] =>
  data.blob === null
    ? []
    : [
        {
          sha256: data.blob.sha256,
          size: data.blob.size,
          obtained: data.obtained ?? "as-received",
          filedAt: entry.at,
        },
      ];

const UNREAD = { tagged: null, withoutEffect: null, corrected: null, detailed: null } as const;

/** One Message-ID is one exchange: other bytes of it are another version, never a second exchange. */
const exchangeFiled = (
  state: AccountState,
  event: Extract<AccountEvent, { readonly type: "exchange-filed" }>,
  entry: EntryNote,
): AccountState => {
  const { data } = event;
  const versions = versionsOf(data, entry);
  const there = state.exchanges.find((exchange) => exchange.exchange === data.exchange);
  if (there === undefined || there.kind !== "mail" || data.kind !== "mail") {
    const item: Exchange = { ...data, entry, versions, ...UNREAD };
    return recorded(state, EXCHANGES, item, event, entry);
  }
  const fresh = versions.filter(
    (version) => !there.versions.some((known) => known.sha256 === version.sha256),
  );
  return changed(state, EXCHANGES, data.exchange, event, entry, (exchange) =>
    fresh.length === 0 ? exchange : { ...exchange, versions: [...exchange.versions, ...fresh] },
  );
};

const inState = (draft: Draft, state: Draft["state"]): Draft => ({ ...draft, state });

/** Declared sent and then found sent is one act; what was found knows more. */
const isSameSending = (there: Act | undefined, act: Act): boolean =>
  there !== undefined &&
  there.waived === null &&
  there.how !== act.how &&
  there.step === act.step &&
  there.how !== "called" &&
  act.how !== "called";

const stepTaken = (
  state: AccountState,
  event: Extract<AccountEvent, { readonly type: "step-taken" }>,
  entry: EntryNote,
): AccountState => {
  const { data } = event;
  const act: Act = { ...data, entry, waived: null };
  const there = state.acts.find((known) => known.act === data.act);
  const next = isSameSending(there, act)
    ? changed(state, ACTS, act.act, event, entry, (known) => (act.how === "found" ? act : known))
    : recorded(state, ACTS, act, event, entry);
  const index = indexIn(DRAFTS, next.drafts, data.draft ?? "");
  const draft = next.drafts[index];
  if (draft === undefined || draft.state === "sent") return next;
  return changed(next, DRAFTS, draft.draft, event, entry, (item) => inState(item, "sent"));
};

const stepWaived = (
  state: AccountState,
  event: Extract<AccountEvent, { readonly type: "step-waived" }>,
  entry: EntryNote,
): AccountState => {
  const { reason, ...data } = event.data;
  const there = state.acts.find((act) => act.act === data.act);
  if (there !== undefined) {
    return there.waived === reason && sameFacts(there, data)
      ? state
      : misfit(state, "recorded-twice", event, data.act, entry);
  }
  const act: Act = { ...data, how: "declared", exchange: null, draft: null, waived: reason, entry };
  return { ...state, acts: [...state.acts, act] };
};

/**
 * Folds one event into the account: any event in any state, never refused. What an event says of something that is not
 * there, or says again in other words, is kept as a misfit, which blocks escalation until settled.
 */
export const evolveAccount = (
  state: AccountState,
  event: AccountEvent,
  entry: EntryNote,
): AccountState => {
  switch (event.type) {
    case "debtor-added":
      return debtorAdded(state, event, entry);
    case "debtor-corrected":
      return debtorCorrected(state, event, entry);
    case "debtor-grouped": {
      const { debtor, group, name } = event.data;
      if (state.debtor === null) return misfit(state, "of-unknown", event, debtor, entry);
      return {
        ...state,
        debtor: { ...state.debtor, group: group === null ? null : { id: group, name } },
      };
    }
    case "contact-added":
      return recorded(state, CONTACTS, { ...event.data, entry, retired: null }, event, entry);
    case "contact-corrected":
      return corrected(state, CONTACTS, event.data.contact, event, entry, (item) =>
        withChanges(item, event.data.changes),
      );
    case "contact-retired": {
      const { contact, reason, on } = event.data;
      return changed(state, CONTACTS, contact, event, entry, (item) =>
        item.retired === null ? { ...item, retired: { reason, on } } : item,
      );
    }
    case "note-written":
      return recorded(state, NOTES, { ...event.data, entry }, event, entry);
    case "note-removed":
      return removed(state, NOTES, event.data.note, event, entry);
    case "invoice-recorded":
      return recorded(state, INVOICES, { ...event.data, entry, cancelled: null }, event, entry);
    case "invoice-corrected":
      return corrected(state, INVOICES, event.data.invoice, event, entry, (item) =>
        withChanges(item, event.data.changes),
      );
    case "invoice-cancelled": {
      const { invoice, on, reason } = event.data;
      return changed(state, INVOICES, invoice, event, entry, (item) =>
        item.cancelled === null ? { ...item, cancelled: { on, reason } } : item,
      );
    }
    case "credit-note-recorded":
      return recorded(state, CREDIT_NOTES, { ...event.data, entry, cancelled: null }, event, entry);
    case "credit-note-corrected":
      return corrected(state, CREDIT_NOTES, event.data.creditNote, event, entry, (item) =>
        withChanges(item, event.data.changes),
      );
    case "credit-note-allocated":
      return corrected(state, CREDIT_NOTES, event.data.creditNote, event, entry, (item) => ({
        ...item,
        allocations: event.data.allocations,
      }));
    case "credit-note-cancelled": {
      const { creditNote, on, reason } = event.data;
      return changed(state, CREDIT_NOTES, creditNote, event, entry, (item) =>
        item.cancelled === null ? { ...item, cancelled: { on, reason } } : item,
      );
    }
    case "payment-recorded":
      return recorded(state, PAYMENTS, { ...event.data, entry, reversed: null }, event, entry);
    case "payment-allocated":
      return corrected(state, PAYMENTS, event.data.payment, event, entry, (item) => ({
        ...item,
        allocations: event.data.allocations,
      }));
    case "payment-reversed": {
      const { payment, on, reason } = event.data;
      return changed(state, PAYMENTS, payment, event, entry, (item) =>
        item.reversed === null ? { ...item, reversed: { on, reason } } : item,
      );
    }
    case "payment-returned": {
      const { payment, on, code, why } = event.data;
      const next = changed(state, PAYMENTS, payment, event, entry, (item) =>
        item.reversed === null ? { ...item, reversed: { on, reason: code ?? why } } : item,
      );
      return evolveFile(next, event, entry);
    }
    case "charge-claimed":
      return recorded(state, CHARGES, { ...event.data, entry, waived: [] }, event, entry);
    case "charge-waived": {
      const { charge, amount, on, reason } = event.data;
      return changed(state, CHARGES, charge, event, entry, (item) => ({
        ...item,
        waived: [...item.waived, { amount, on, reason }],
      }));
    }
    case "promise-made":
      return recorded(state, PROMISES, { ...event.data, entry, withdrawn: null }, event, entry);
    case "promise-corrected":
      return corrected(state, PROMISES, event.data.promise, event, entry, (item) =>
        withChanges(item, event.data.changes),
      );
    case "promise-withdrawn": {
      const { promise, on, reason } = event.data;
      return changed(state, PROMISES, promise, event, entry, (item) =>
        item.withdrawn === null ? { ...item, withdrawn: { on, reason } } : item,
      );
    }
    case "dispute-opened":
      return recorded(state, DISPUTES, { ...event.data, entry, resolved: null }, event, entry);
    case "dispute-corrected":
      return corrected(state, DISPUTES, event.data.dispute, event, entry, (item) =>
        withChanges(item, event.data.changes),
      );
    case "dispute-resolved": {
      const { dispute, on, outcome, note } = event.data;
      return changed(state, DISPUTES, dispute, event, entry, (item) =>
        item.resolved === null ? { ...item, resolved: { on, outcome, note } } : item,
      );
    }
    case "instalments-agreed":
      return recorded(state, INSTALMENTS, { ...event.data, entry, ended: null }, event, entry);
    case "instalments-ended": {
      const { instalments, on, reason } = event.data;
      return changed(state, INSTALMENTS, instalments, event, entry, (item) =>
        item.ended === null ? { ...item, ended: { on, reason } } : item,
      );
    }
    case "hold-placed":
      return recorded(state, HOLDS, { ...event.data, entry, liftedOn: null }, event, entry);
    case "hold-lifted":
      return changed(state, HOLDS, event.data.hold, event, entry, (item) =>
        item.liftedOn === null ? { ...item, liftedOn: event.data.on } : item,
      );
    case "exchange-filed":
      return exchangeFiled(state, event, entry);
    case "exchange-corrected":
      return corrected(state, EXCHANGES, event.data.exchange, event, entry, (item) =>
        withChanges(item, event.data.changes),
      );
    case "exchange-removed":
      return removed(state, EXCHANGES, event.data.exchange, event, entry);
    case "exchange-tagged": {
      const { exchange, ...tagged } = event.data;
      return changed(state, EXCHANGES, exchange, event, entry, (item) => ({
        ...item,
        ...UNREAD,
        tagged: { ...tagged, entry },
      }));
    }
    case "reply-left-without-effect":
      return changed(state, EXCHANGES, event.data.exchange, event, entry, (item) =>
        item.tagged === null && item.withoutEffect === null
          ? { ...item, withoutEffect: entry }
          : item,
      );
    case "reading-corrected": {
      const { exchange, ...data } = event.data;
      return changed(state, EXCHANGES, exchange, event, entry, (item) => ({
        ...item,
        corrected: data,
      }));
    }
    case "exchange-detailed": {
      const { exchange, ...data } = event.data;
      return changed(state, EXCHANGES, exchange, event, entry, (item) => ({
        ...item,
        detailed: data,
      }));
    }
    case "document-attached":
      return recorded(state, DOCUMENTS, { ...event.data, entry, removed: null }, event, entry);
    case "document-removed":
      return changed(state, DOCUMENTS, event.data.document, event, entry, (item) =>
        item.removed === null ? { ...item, removed: event.data.reason } : item,
      );
    case "draft-prepared": {
      const sent = state.acts.some((act) => act.draft === event.data.draft);
      const draft: Draft = { ...event.data, entry, state: sent ? "sent" : "prepared" };
      return recorded(state, DRAFTS, draft, event, entry);
    }
    case "draft-discarded":
      return changed(state, DRAFTS, event.data.draft, event, entry, (item) =>
        item.state === "prepared" ? inState(item, "discarded") : item,
      );
    case "draft-sent":
      return changed(state, DRAFTS, event.data.draft, event, entry, (item) =>
        item.state === "sent" ? item : inState(item, "sent"),
      );
    case "step-taken":
      return stepTaken(state, event, entry);
    case "step-waived":
      return stepWaived(state, event, entry);
    case "chasing-put-off":
      return { ...state, putOff: { until: event.data.until, reason: event.data.reason } };
    case "discrepancy-accepted":
      return state.accepted.includes(event.data.discrepancy)
        ? state
        : { ...state, accepted: [...state.accepted, event.data.discrepancy] };
    case "terms-set":
    case "invoicing-way-set":
    case "performance-dated":
    case "sensitive-hold-placed":
    case "sensitive-hold-lifted":
    case "security-recorded":
    case "security-released":
    case "identity-seen":
    case "payer-named":
    case "payer-removed":
    case "owner-set":
    case "charge-mode-set":
    case "plan-chosen":
    case "allocation-order-set":
    case "insurance-set":
    case "insurer-consented":
    case "dispute-entrusted":
    case "set-off-claimed":
    case "set-off-agreed":
    case "set-off-refused":
    case "invoice-written-off":
    case "write-off-taken-back":
    case "discount-offered":
    case "invoices-assigned":
    case "assignment-ended":
    case "claims-handed-over":
    case "hand-over-ended":
    case "insolvency-opened":
    case "insolvency-ended":
    case "limitation-interrupted":
    case "limitation-suspended":
    case "legal-fact-recorded":
    case "clock-stopped":
    case "letter-sent":
    case "letter-proof-recorded":
    case "acceleration-noticed":
    case "acceleration-drafted":
    case "approval-asked":
    case "approval-given":
    case "approval-refused":
      return evolveFile(state, event, entry);
    default:
      return unreachable(event);
  }
};

/** An entry that cannot be read here (a later version's, one withheld or erased): noted, so that nothing escalates over it. */
export const withDeferred = (state: AccountState, deferred: Deferred): AccountState =>
  state.deferred.some((known) => known.entry.hash === deferred.entry.hash)
    ? state
    : { ...state, deferred: [...state.deferred, deferred] };
