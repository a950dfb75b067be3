import type { InvoiceBalance } from "#shared/claims/balances.ts";
import { instalmentStandings, promiseStandings } from "#shared/claims/promises.ts";
import { latest } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { APP_FILE } from "#shared/locales/app-file.ts";
import { ITEMS } from "#shared/locales/app-items.ts";
import { say } from "#shared/locales/locale.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import { standingFacts } from "#shared/recovery/promises.ts";
import { endedBy, formAction, itemOf, moneyOf, openFirst } from "./file-sheet.ts";
import type { DailySection, ItemView, SectionView, Sheet } from "./file-sheet.ts";
import type { ActionView, LedgerForm } from "./view-parts.ts";

const ADD: Readonly<Record<DailySection, LedgerForm>> = {
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

/** A list of every day: shown empty as well, with the button that fills it. */
export const dailySection = (sheet: Sheet, key: DailySection): SectionView => {
  const words = APP[sheet.facts.language].debtor;
  return {
    key,
    title: words.sections[key],
    hint: key === "notes" ? words.notesHint : null,
    items: openFirst(ITEMS_OF[key](sheet)),
    none: words.none[key],
    add: formAction(sheet, `add/${key}`, ADD[key]),
  };
};

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
      text: endedBy(text, retired === null ? null : [words.retired[retired.reason]]),
      entry: contact.entry,
      done: retired !== null,
      forms: ["contact", "retire-contact"],
    });
  });
};

const promiseItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, on } = sheet;
  const words = ITEMS[facts.language];
  const known = standingFacts({ today: facts.today, creditor: sheet.creditor });
  return promiseStandings(on.state, on.balances, known).map(({ promise, standing }) =>
    itemOf(sheet, {
      key: promise.promise,
      text: words.standing(
        words.promise(moneyOf(promise.amount, promise.currency), promise.by, facts.today),
        words.standings[standing],
      ),
      words: promise.quote === null || sensitive(on.state) ? null : foreign(promise.quote),
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
    const head = words.dispute(
      foreign(invoice?.number ?? dispute.invoice),
      moneyOf(dispute.amount, invoice?.currency ?? null),
      words.disputeReasons[dispute.reason],
      resolved === null ? words.mustAct[dispute.mustAct] : null,
    );
    const given = sheet.file.disputesEntrusted.find((one) => one.dispute === dispute.dispute);
    const owner = given?.owner ?? null;
    const text =
      given === undefined || resolved !== null
        ? head
        : APP_FILE[facts.language].entrusted(
            head,
            owner === null ? null : foreign(owner),
            given.answerBy,
            facts.today,
          );
    const end =
      resolved === null
        ? null
        : words.resolvedOn(resolved.on, words.outcomesOfDispute[resolved.outcome], facts.today);
    const quote = sensitive(on.state) ? null : dispute.quote;
    const said = [quote, dispute.note].filter((line) => line !== null).join("\n");
    return itemOf(sheet, {
      key: dispute.dispute,
      text: endedBy(text, end),
      words: said === "" ? null : foreign(said),
      entry: dispute.entry,
      done: resolved !== null,
      forms: ["dispute", "entrust-dispute", "resolve-dispute"],
    });
  });
};

const instalmentItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, on } = sheet;
  const words = ITEMS[facts.language];
  const known = standingFacts({ today: facts.today, creditor: sheet.creditor });
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
        forms: ["instalments", "accelerate", "end-instalments"],
      }),
  );
};

const holdItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, on } = sheet;
  const words = ITEMS[facts.language];
  const sensitive = sheet.file.sensitiveHolds.map((hold) =>
    itemOf(sheet, {
      key: hold.hold,
      // Why is between the file and who follows it: nobody reads it over a shoulder.
      text: endedBy(
        APP_FILE[facts.language].suspension(hold.on, facts.today),
        hold.liftedOn === null ? null : words.endedOn(hold.liftedOn, null, facts.today),
      ),
      words: hold.note === null ? null : foreign(hold.note),
      entry: hold.entry,
      done: hold.liftedOn !== null,
      forms: ["lift-sensitive-hold"],
      edits: false,
    }),
  );
  const plain = on.state.holds.map((hold) => {
    const over = hold.liftedOn !== null || (hold.until !== null && hold.until < facts.today);
    const text = words.hold(hold.until, foreign(hold.reason), facts.today);
    const lift: ActionView = {
      key: `${hold.hold}/lift`,
      label: APP[facts.language].claim.liftHold,
      action: { act: "lift-hold", account: on.state.account, hold: hold.hold },
    };
    return itemOf(sheet, {
      key: hold.hold,
      text: endedBy(
        text,
        hold.liftedOn === null ? null : words.endedOn(hold.liftedOn, null, facts.today),
      ),
      entry: hold.entry,
      done: over,
      forms: ["hold"],
      others: [lift],
    });
  });
  return [...sensitive, ...plain];
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
    const back = sheet.file.returns.find((one) => one.payment === payment.payment);
    const said = APP_FILE[facts.language];
    const end =
      back !== undefined
        ? said.returned(
            money(amount, currency),
            said.of.returned[back.why],
            back.code === null ? null : foreign(back.code),
          )
        : reversed === null
          ? null
          : words.cancelledOn(reversed.on, foreign(reversed.reason), facts.today);
    return itemOf(sheet, {
      key: payment.payment,
      text: endedBy(text, end),
      entry: payment.entry,
      done: reversed !== null || back !== undefined,
      forms: ["payment", "allocate", "return-payment", "interruption", "reverse-payment"],
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
      text: endedBy(text, end),
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
      text: endedBy(
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

const ITEMS_OF: Readonly<Record<DailySection, (sheet: Sheet) => readonly ItemView[]>> = {
  contacts: contactItems,
  promises: promiseItems,
  disputes: disputeItems,
  instalments: instalmentItems,
  holds: holdItems,
  payments: paymentItems,
  "credit-notes": creditNoteItems,
  documents: documentItems,
  notes: noteItems,
};
