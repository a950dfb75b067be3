import type { AccountState, Exchange } from "#shared/claims/account.ts";
import type { EntryNote } from "#shared/claims/entry-note.ts";
import { latest, parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import { ITEMS } from "#shared/locales/app-items.ts";
import { say } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { firstDueOn } from "#shared/claims/balances.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import { happening } from "./happening.ts";
import type { Happening } from "./happening.ts";
import { fileHappenings, restOnFile } from "./timeline-file.ts";
import { stepWord } from "./screen-facts.ts";
import type { Facts } from "./use-case.ts";

/** What other entries rest on: undoing it would leave them without their object. */
const restedOn = (state: AccountState): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const { subject } of state.originals) ids.add(subject);
  for (const { allocations } of [...state.payments, ...state.creditNotes])
    for (const { invoice } of allocations) ids.add(invoice);
  for (const { invoice } of [...state.charges, ...state.disputes]) ids.add(invoice);
  for (const { invoices } of [...state.promises, ...state.instalments, ...state.holds])
    for (const invoice of invoices) ids.add(invoice);
  for (const { portions } of [...state.acts, ...state.drafts])
    for (const { invoice } of portions) ids.add(invoice);
  // A draft lies in the mailbox as well: it is discarded there, not voided here.
  for (const { draft } of state.drafts) ids.add(draft);
  restOnFile(state, ids);
  return ids;
};

/** Everything that stands in an account, unordered. Entries voided are gone; what ended says so. */
export const happeningsOf = (state: AccountState, facts: Facts): readonly Happening[] => {
  const rested = restedOn(state);
  return [
    ...moneyHappenings(state, facts),
    ...wordHappenings(state, facts),
    ...stepHappenings(state, facts),
    ...paperHappenings(state, facts),
    ...fileHappenings(state, facts),
  ].map((one) => (one.ended !== null || rested.has(one.key) ? { ...one, undoneBy: [] } : one));
};

/** The debtor's words; of one that is held for death or illness none is repeated. */
const wordsOf = (state: AccountState, words: string | null): Foreign | null =>
  words === null || sensitive(state) ? null : foreign(words);

const dayOf = (entry: EntryNote, today: CalendarDate): CalendarDate =>
  parseCalendarDate(entry.at.slice(0, 10)) ?? today;

const moneyHappenings = (state: AccountState, facts: Facts): readonly Happening[] => {
  const words = ITEMS[facts.language];
  const { today } = facts;
  return [
    ...state.invoices.map((invoice) =>
      happening({
        key: invoice.invoice,
        on: invoice.issuedOn,
        entry: invoice.entry,
        text: words.invoice(
          foreign(invoice.number),
          money(invoice.total, invoice.currency),
          firstDueOn(invoice),
          today,
        ),
        ended: cancelled(invoice.cancelled, facts),
      }),
    ),
    ...state.creditNotes.map((note) =>
      happening({
        key: note.creditNote,
        on: note.issuedOn,
        entry: note.entry,
        text: words.creditNote(foreign(note.number), money(note.amount, note.currency)),
        ended: cancelled(note.cancelled, facts),
      }),
    ),
    ...state.payments.map((payment) =>
      happening({
        key: payment.payment,
        on: payment.on,
        entry: payment.entry,
        text: words.payment(
          money(payment.amount, payment.currency),
          payment.on,
          payment.reference === null ? null : foreign(payment.reference),
          today,
        ),
        ended: cancelled(payment.reversed, facts),
      }),
    ),
    ...state.charges.map((charge) => {
      const [waiver] = charge.waived.slice(-1);
      const ended =
        waiver === undefined
          ? null
          : words.waived(money(waiver.amount, charge.currency), waiver.on, today);
      return happening({
        key: charge.charge,
        on: charge.on,
        entry: charge.entry,
        text: words.charge(words.charges[charge.kind], money(charge.amount, charge.currency)),
        ended,
      });
    }),
  ];
};

const cancelled = (
  end: { readonly on: CalendarDate; readonly reason: string } | null,
  facts: Facts,
): Sentence | null =>
  end === null ? null : ITEMS[facts.language].cancelledOn(end.on, foreign(end.reason), facts.today);

const sumOf = (minor: number | null, currency: Currency | null): Money | null =>
  minor === null || currency === null ? null : money(minor, currency);

const wordHappenings = (state: AccountState, facts: Facts): readonly Happening[] => {
  const words = ITEMS[facts.language];
  const { today } = facts;
  const withdrawn = (
    end: { readonly on: CalendarDate; readonly reason: string } | null,
  ): Sentence | null => (end === null ? null : words.endedOn(end.on, foreign(end.reason), today));
  return [
    ...state.promises.map((promise) =>
      happening({
        key: promise.promise,
        on: promise.on,
        entry: promise.entry,
        text: words.promise(sumOf(promise.amount, promise.currency), promise.by, today),
        words: wordsOf(state, promise.quote),
        ended: withdrawn(promise.withdrawn),
      }),
    ),
    ...state.disputes.map((dispute) => {
      const invoice = state.invoices.find((one) => one.invoice === dispute.invoice);
      const { resolved } = dispute;
      const note = dispute.note === null ? null : foreign(dispute.note);
      return happening({
        key: dispute.dispute,
        on: dispute.on,
        entry: dispute.entry,
        text: words.dispute(
          foreign(invoice?.number ?? dispute.invoice),
          sumOf(dispute.amount, invoice?.currency ?? null),
          words.disputeReasons[dispute.reason],
          null,
        ),
        words: wordsOf(state, dispute.quote) ?? note,
        ended:
          resolved === null
            ? null
            : words.resolvedOn(resolved.on, words.outcomesOfDispute[resolved.outcome], today),
      });
    }),
    ...state.instalments.map((plan) =>
      happening({
        key: plan.instalments,
        on: plan.on,
        entry: plan.entry,
        text: words.instalments(
          plan.parts.length,
          latest(plan.parts.map(({ by }) => by)),
          money(
            plan.parts.reduce((sum, { amount }) => sum + amount, 0),
            plan.currency,
          ),
          today,
        ),
        ended: withdrawn(plan.ended),
      }),
    ),
    ...state.holds.map((hold) =>
      happening({
        key: hold.hold,
        on: hold.on,
        entry: hold.entry,
        text: words.hold(hold.until, foreign(hold.reason), today),
        ended: hold.liftedOn === null ? null : words.endedOn(hold.liftedOn, null, today),
      }),
    ),
    ...state.exchanges.map((exchange) =>
      happening({
        key: exchange.exchange,
        on: exchange.on,
        entry: exchange.entry,
        text: exchangeText(sensitive(state) ? { ...exchange, subject: null } : exchange, facts),
        words: wordsOf(state, exchange.words),
        exchange,
        undoneBy: [
          exchange.entry.hash,
          ...(exchange.tagged === null ? [] : [exchange.tagged.entry.hash]),
          ...(exchange.withoutEffect === null ? [] : [exchange.withoutEffect.hash]),
        ],
      }),
    ),
  ];
};

const exchangeText = (exchange: Exchange, facts: Facts): Sentence => {
  const words = ITEMS[facts.language];
  const { direction, from, to, subject, tagged, withoutEffect } = exchange;
  const other = direction === "out" ? (to[0] ?? null) : from;
  const who = other === null ? null : foreign(other);
  const title = subject === null || subject.trim() === "" ? null : foreign(subject);
  const what =
    exchange.kind === "mail"
      ? words.mail[direction](who, title)
      : exchange.kind === "call"
        ? words.call(who, exchange.outcome === null ? null : words.outcomes[exchange.outcome])
        : exchange.kind === "letter"
          ? words.letter[direction]
          : words.meeting(who);
  if (tagged !== null) return words.filedUnder(what, words.tags[tagged.tag]);
  return withoutEffect === null ? what : words.filedUnder(what, words.noEffect);
};

const stepHappenings = (state: AccountState, facts: Facts): readonly Happening[] => {
  const words = ITEMS[facts.language];
  return [
    ...state.acts.map((act) => {
      const step = stepWord(act.step, facts);
      const text =
        act.waived !== null
          ? words.stepWaived(step, foreign(act.waived))
          : act.how === "declared"
            ? words.stepDeclared(step)
            : act.how === "found"
              ? words.stepFound(step)
              : words.stepCalled(step);
      return happening({ key: act.act, on: act.on, entry: act.entry, text });
    }),
    ...state.drafts.map((draft) =>
      happening({
        key: draft.draft,
        on: draft.on,
        entry: draft.entry,
        text: words.draft(stepWord(draft.step, facts), foreign(draft.reference)),
        ended: draft.state === "discarded" ? words.draftDiscarded : null,
      }),
    ),
  ];
};

const paperHappenings = (state: AccountState, facts: Facts): readonly Happening[] => {
  const words = ITEMS[facts.language];
  return [
    ...state.documents.map((document) =>
      happening({
        key: document.document,
        on: document.on,
        entry: document.entry,
        text: words.document(words.documents[document.kind], foreign(document.name)),
        ended: document.removed === null ? null : words.removed(foreign(document.removed)),
        documentSha256: document.blob?.sha256 ?? null,
        documentSize: document.blob?.size ?? 0,
        obtained: document.obtained,
      }),
    ),
    ...state.notes.map((note) =>
      happening({
        key: note.note,
        on: note.on,
        entry: note.entry,
        text: words.note,
        words: foreign(note.text),
      }),
    ),
    ...state.contacts.map((contact) => {
      const parts = [contact.name, contact.email, contact.phone].flatMap((part) =>
        part === null ? [] : [[foreign(part)]],
      );
      const { retired } = contact;
      const end =
        retired === null
          ? null
          : say`${words.endedOn(retired.on, null, facts.today)} (${words.retired[retired.reason]})`;
      return happening({
        key: contact.contact,
        on: dayOf(contact.entry, facts.today),
        entry: contact.entry,
        text: words.contactAdded(
          words.contact(
            parts,
            contact.roles.map((role) => words.roles[role]),
          ),
        ),
        ended: end,
      });
    }),
  ];
};
