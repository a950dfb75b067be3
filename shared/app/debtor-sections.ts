import type { EntryNote } from "#shared/claims/entry-note.ts";
import type { InvoiceBalance } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { paymentsKnownThrough } from "#shared/claims/evolve-creditor.ts";
import { instalmentStandings, promiseStandings } from "#shared/claims/promises.ts";
import { latest } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { ITEMS } from "#shared/locales/app-items.ts";
import { say } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { ItemView, SectionView } from "./debtor-view.ts";
import { authorOf } from "./entry-author.ts";
import { anyFormLabel } from "./file-label.ts";
import type { AccountOnScreen } from "./screen-facts.ts";
import type { Facts } from "./use-case.ts";
import type { ActionView, FormKind, ScreenAction } from "./view-parts.ts";

/** What each list of the debtor's file is drawn from. */
type Sheet = {
  readonly on: AccountOnScreen;
  readonly creditor: CreditorState;
  readonly facts: Facts;
};

const ADD: Readonly<Record<SectionView["key"], FormKind>> = {
  contacts: "contact",
  promises: "promise",
  disputes: "dispute",
  instalments: "instalments",
  holds: "hold",
  payments: "payment",
  "credit-notes": "credit-note",
  documents: "document",
  notes: "note",
};

/** The lists of a debtor's file, those that move chasing first. */
export const sectionsOf = (
  on: AccountOnScreen,
  creditor: CreditorState,
  facts: Facts,
): readonly SectionView[] => {
  const sheet: Sheet = { on, creditor, facts };
  const { account } = on.state;
  const words = APP[facts.language].debtor;
  const section = (key: SectionView["key"], items: readonly ItemView[]): SectionView => ({
    key,
    title: words.sections[key],
    hint: key === "notes" ? words.notesHint : null,
    // What is over stands below what still counts.
    items: [...items.filter((item) => !item.done), ...items.filter((item) => item.done)],
    none: words.none[key],
    add: {
      key: `add/${key}`,
      label: anyFormLabel(ADD[key], facts),
      action: { form: ADD[key], account, subject: null },
    },
  });
  return [
    section("contacts", contactItems(sheet)),
    section("promises", promiseItems(sheet)),
    section("disputes", disputeItems(sheet)),
    section("instalments", instalmentItems(sheet)),
    section("holds", holdItems(sheet)),
    section("payments", paymentItems(sheet)),
    section("credit-notes", creditNoteItems(sheet)),
    section("documents", documentItems(sheet)),
    section("notes", noteItems(sheet)),
  ];
};

type ItemFacts = {
  readonly key: string;
  readonly text: Sentence;
  readonly entry: EntryNote;
  readonly done: boolean;
  readonly words?: Foreign | null;
  /** Forms about it, the first one is "edit". */
  readonly forms: readonly FormKind[];
  readonly others?: readonly ActionView[];
};

const itemOf = (sheet: Sheet, item: ItemFacts): ItemView => {
  const { facts, creditor } = sheet;
  const { account } = sheet.on.state;
  const words = APP[facts.language].debtor;
  const form = (kind: FormKind, index: number): ActionView => ({
    key: `${item.key}/${kind}`,
    label: index === 0 ? words.edit : anyFormLabel(kind, facts),
    action: { form: kind, account, subject: item.key } satisfies ScreenAction,
  });
  return {
    key: item.key,
    text: item.text,
    words: item.words ?? null,
    note: authorOf(item.entry, creditor, facts),
    done: item.done,
    actions: item.done ? [] : [...item.forms.map(form), ...(item.others ?? [])],
  };
};

const moneyOf = (minor: number | null, currency: Currency | null): Money | null =>
  minor === null || currency === null ? null : money(minor, currency);

/** A thing, and what became of it. */
const ended = (text: Sentence, end: Sentence | null): Sentence =>
  end === null ? text : say`${text} · ${end}`;

const contactItems = (sheet: Sheet): readonly ItemView[] => {
  const words = ITEMS[sheet.facts.language];
  return sheet.on.state.contacts.map((contact) => {
    const parts = [contact.name, contact.email, contact.phone].flatMap((part) =>
      part === null ? [] : [[foreign(part)]],
    );
    const text = words.contact(
      parts,
      contact.roles.map((role) => words.roles[role]),
    );
    const { retired } = contact;
    return itemOf(sheet, {
      key: contact.contact,
      text: ended(text, retired === null ? null : [words.retired[retired.reason]]),
      entry: contact.entry,
      done: retired !== null,
      forms: ["contact", "retire-contact"],
    });
  });
};

const promiseItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, on } = sheet;
  const words = ITEMS[facts.language];
  const known = { today: facts.today, paymentsKnownOn: paymentsKnownThrough(sheet.creditor) };
  return promiseStandings(on.state, on.balances, known).map(({ promise, standing }) =>
    itemOf(sheet, {
      key: promise.promise,
      text: words.standing(
        words.promise(moneyOf(promise.amount, promise.currency), promise.by, facts.today),
        words.standings[standing],
      ),
      words: promise.quote === null ? null : foreign(promise.quote),
      entry: promise.entry,
      done: standing === "kept" || standing === "withdrawn",
      forms: ["promise", "withdraw-promise"],
    }),
  );
};

const disputeItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, on } = sheet;
  const words = ITEMS[facts.language];
  return on.state.disputes.map((dispute) => {
    const invoice = on.state.invoices.find((one) => one.invoice === dispute.invoice);
    const { resolved } = dispute;
    const text = words.dispute(
      foreign(invoice?.number ?? dispute.invoice),
      moneyOf(dispute.amount, invoice?.currency ?? null),
      words.disputeReasons[dispute.reason],
      resolved === null ? words.mustAct[dispute.mustAct] : null,
    );
    const end =
      resolved === null
        ? null
        : words.resolvedOn(resolved.on, words.outcomesOfDispute[resolved.outcome], facts.today);
    const said = [dispute.quote, dispute.note].filter((line) => line !== null).join("\n");
    return itemOf(sheet, {
      key: dispute.dispute,
      text: ended(text, end),
      words: said === "" ? null : foreign(said),
      entry: dispute.entry,
      done: resolved !== null,
      forms: ["dispute", "resolve-dispute"],
    });
  });
};

const instalmentItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, on } = sheet;
  const words = ITEMS[facts.language];
  const known = { today: facts.today, paymentsKnownOn: paymentsKnownThrough(sheet.creditor) };
  return instalmentStandings(on.state, on.balances, known).map(
    ({ instalments: plan, standing, parts }) =>
      itemOf(sheet, {
        key: plan.instalments,
        text: words.standing(
          words.instalments(
            parts.length,
            latest(parts.map(({ by }) => by)),
            money(
              parts.reduce((sum, { amount }) => sum + amount, 0),
              plan.currency,
            ),
            facts.today,
          ),
          words.standings[standing],
        ),
        entry: plan.entry,
        done: plan.ended !== null || standing === "kept",
        forms: ["instalments", "end-instalments"],
      }),
  );
};

const holdItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, on } = sheet;
  const words = ITEMS[facts.language];
  return on.state.holds.map((hold) => {
    const over = hold.liftedOn !== null || (hold.until !== null && hold.until < facts.today);
    const text = words.hold(hold.until, foreign(hold.reason), facts.today);
    const lift: ActionView = {
      key: `${hold.hold}/lift`,
      label: APP[facts.language].claim.liftHold,
      action: { act: "lift-hold", account: on.state.account, hold: hold.hold },
    };
    return itemOf(sheet, {
      key: hold.hold,
      text: ended(
        text,
        hold.liftedOn === null ? null : words.endedOn(hold.liftedOn, null, facts.today),
      ),
      entry: hold.entry,
      done: over,
      forms: ["hold"],
      others: [lift],
    });
  });
};

/** What of a sum is set against no invoice that stands. */
const unallocated = (
  amount: number,
  allocations: readonly { readonly invoice: string; readonly amount: number }[],
  invoices: readonly InvoiceBalance[],
): number => {
  const standing = new Set(invoices.map(({ invoice }) => invoice.invoice));
  const given = allocations.reduce(
    (sum, allocation) => (standing.has(allocation.invoice) ? sum + allocation.amount : sum),
    0,
  );
  return Math.max(0, amount - given);
};

const paymentItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, on } = sheet;
  const words = ITEMS[facts.language];
  return on.state.payments.map((payment) => {
    const { amount, currency, reversed, reference } = payment;
    const head = words.payment(
      money(amount, currency),
      payment.on,
      reference === null ? null : foreign(reference),
      facts.today,
    );
    const loose = unallocated(amount, payment.allocations, on.balances.invoices);
    const text =
      loose === 0 || reversed !== null
        ? head
        : say`${head}, ${words.unallocated(money(loose, currency))}`;
    const end =
      reversed === null
        ? null
        : words.cancelledOn(reversed.on, foreign(reversed.reason), facts.today);
    return itemOf(sheet, {
      key: payment.payment,
      text: ended(text, end),
      entry: payment.entry,
      done: reversed !== null,
      forms: ["payment", "allocate", "reverse-payment"],
    });
  });
};

const creditNoteItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, on } = sheet;
  const words = ITEMS[facts.language];
  return on.state.creditNotes.map((note) => {
    const { cancelled, amount, currency } = note;
    const head = words.creditNote(foreign(note.number), money(amount, currency));
    const loose = unallocated(amount, note.allocations, on.balances.invoices);
    const text =
      loose === 0 || cancelled !== null
        ? head
        : say`${head}, ${words.unallocated(money(loose, currency))}`;
    const end =
      cancelled === null
        ? null
        : words.cancelledOn(cancelled.on, foreign(cancelled.reason), facts.today);
    return itemOf(sheet, {
      key: note.creditNote,
      text: ended(text, end),
      entry: note.entry,
      done: cancelled !== null,
      forms: ["credit-note", "allocate", "cancel-credit-note"],
    });
  });
};

const documentItems = (sheet: Sheet): readonly ItemView[] => {
  const words = ITEMS[sheet.facts.language];
  return sheet.on.state.documents.map((document) =>
    itemOf(sheet, {
      key: document.document,
      text: ended(
        words.document(words.documents[document.kind], foreign(document.name)),
        document.removed === null ? null : words.removed(foreign(document.removed)),
      ),
      entry: document.entry,
      done: document.removed !== null,
      forms: ["document"],
    }),
  );
};

const noteItems = (sheet: Sheet): readonly ItemView[] =>
  sheet.on.state.notes.map((note) =>
    itemOf(sheet, {
      key: note.note,
      text: [APP[sheet.facts.language].common.date(note.on, sheet.facts.today)],
      words: foreign(note.text),
      entry: note.entry,
      done: false,
      forms: ["note"],
    }),
  );
