import { withSetOffs } from "#shared/claims/set-offs.ts";
import { money } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import { APP_FILE } from "#shared/locales/app-file.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { say } from "#shared/locales/locale.ts";
import {
  currencyOfInvoice,
  endedBy,
  formAction,
  invoiceNumber,
  itemOf,
  moneyOf,
  openFirst,
  typed,
} from "./file-sheet.ts";
import type { ItemView, RareSection, SectionView, Sheet } from "./file-sheet.ts";
import { lawItems } from "./law-sections.ts";
import { stepWord } from "./screen-facts.ts";
import type { FileForm } from "./view-parts.ts";

const ADD: Readonly<Record<RareSection, FileForm>> = {
  approvals: "ask-approval",
  "set-offs": "set-off",
  payers: "payer",
  "write-offs": "write-off",
  discounts: "discount",
  identities: "identity",
  performances: "performance",
  securities: "security",
  consents: "insurer-consent",
  assignments: "assign",
  insolvencies: "insolvency",
  "hand-overs": "hand-over",
  letters: "letter-sent",
  interruptions: "interruption",
  suspensions: "suspension",
  "legal-facts": "legal-fact",
  accelerations: "accelerate",
};

/** A list that is there once it holds something; till then its button stands with the others of its group. */
export const rareSection = (sheet: Sheet, key: RareSection): SectionView => {
  const words = APP_FILE[sheet.facts.language];
  return {
    key,
    title: words.sections[key],
    hint: null,
    items: openFirst(ITEMS_OF[key](sheet)),
    none: words.none,
    add: formAction(sheet, `add/${key}`, ADD[key]),
  };
};

const approvalItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.approvals.map((one) => {
    const { given, refused } = one;
    const end: Sentence | null =
      given !== null
        ? words.approvalGiven(foreign(given.by), given.on, facts.today)
        : refused !== null
          ? words.approvalRefused(
              foreign(refused.by),
              refused.on,
              foreign(refused.reason),
              facts.today,
            )
          : null;
    return itemOf(sheet, {
      key: one.approval,
      text: endedBy(words.approvalAsked(stepWord(one.step, facts)), end),
      words: typed(one.note),
      entry: one.entry,
      done: end !== null,
      forms: ["give-approval", "refuse-approval"],
      edits: false,
    });
  });
};

const setOffItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file, on } = sheet;
  const words = APP_FILE[facts.language];
  const balances = withSetOffs(on.balances, on.state);
  return file.setOffs.map((one) => {
    const { agreed, refused, currency } = one;
    const head = words.setOff(money(one.amount, currency), one.by, typed(one.reference));
    const both = balances.find((balance) => balance.currency === currency);
    const runs = agreed === null && refused === null;
    const text =
      !runs || both === undefined
        ? head
        : say`${head}. ${words.bothBalances(money(both.principal, currency), money(both.principalIfAgreed, currency))}`;
    const end =
      agreed !== null
        ? words.agreedOn(agreed.on, facts.today)
        : refused !== null
          ? words.refusedOn(refused.on, foreign(refused.reason), facts.today)
          : null;
    return itemOf(sheet, {
      key: one.setOff,
      text: endedBy(text, end),
      words: typed(one.note),
      entry: one.entry,
      done: !runs,
      forms: ["agree-set-off", "refuse-set-off"],
      edits: false,
    });
  });
};

const payerItems = (sheet: Sheet): readonly ItemView[] => {
  const words = APP_FILE[sheet.facts.language];
  return sheet.file.payers.map((one) =>
    itemOf(sheet, {
      key: one.payer,
      text: words.payer(foreign(one.name), typed(one.email)),
      entry: one.entry,
      done: false,
      forms: ["remove-payer"],
      edits: false,
    }),
  );
};

const writeOffItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.writeOffs.map((one) => {
    const amount = money(one.amount, currencyOfInvoice(sheet, one.invoice));
    const head = words.writeOff(
      amount,
      invoiceNumber(sheet, one.invoice),
      words.of.writeOff[one.reason],
    );
    const back = one.takenBack;
    return itemOf(sheet, {
      key: one.writeOff,
      text: endedBy(
        head,
        back === null ? null : words.takenBackOn(back.on, foreign(back.reason), facts.today),
      ),
      words: typed(one.note),
      entry: one.entry,
      done: back !== null,
      forms: ["take-back-write-off"],
      edits: false,
    });
  });
};

const discountItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.discounts.map((one) => {
    const item = itemOf(sheet, {
      key: one.invoice,
      text: words.discount(
        money(one.amount, currencyOfInvoice(sheet, one.invoice)),
        invoiceNumber(sheet, one.invoice),
        one.until,
        facts.today,
      ),
      entry: one.entry,
      done: false,
      forms: ["discount"],
    });
    return { ...item, key: `${one.invoice}/discount` };
  });
};

const identityItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.identities.map((one) =>
    itemOf(sheet, {
      key: one.seen,
      text: words.seenOn(
        words.seen(
          words.of.identityPlace[one.where],
          foreign(one.name),
          typed(one.siren),
          one.closed,
        ),
        one.on,
        foreign(one.source),
        facts.today,
      ),
      words: typed(one.address),
      entry: one.entry,
      done: false,
      forms: [],
    }),
  );
};

const performanceItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file, on } = sheet;
  const words = APP_FILE[facts.language];
  return Object.entries(file.performed).map(([invoice, day]) => {
    const entry = on.state.invoices.find((one) => one.invoice === invoice)?.entry;
    const text = words.performed(invoiceNumber(sheet, invoice), day, facts.today);
    const item = itemOf(sheet, {
      key: invoice,
      text,
      entry: entry ?? { hash: "", at: facts.now, by: facts.by },
      done: false,
      forms: ["performance"],
    });
    // Only the day is kept of it, not who said so.
    return { ...item, key: `${invoice}/performed`, note: [] };
  });
};

const securityItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.securities.map((one) => {
    const { released } = one;
    const head = words.security(
      words.of.security[one.kind],
      typed(one.who),
      moneyOf(one.amount, one.currency),
      one.dueOn,
      facts.today,
    );
    return itemOf(sheet, {
      key: one.security,
      text: endedBy(
        head,
        released === null
          ? null
          : words.releasedOn(released.on, foreign(released.reason), facts.today),
      ),
      words: typed(one.note),
      entry: one.entry,
      done: released !== null,
      forms: ["release-security"],
      edits: false,
    });
  });
};

const consentItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.insurerConsents.map((one) =>
    itemOf(sheet, {
      key: one.consent,
      text: words.consent(one.on, one.until, facts.today),
      words: typed(one.note),
      entry: one.entry,
      done: one.until !== null && one.until < facts.today,
      forms: [],
    }),
  );
};

const assignmentItems = (sheet: Sheet): readonly ItemView[] => {
  const { facts, file } = sheet;
  const words = APP_FILE[facts.language];
  return file.assignments.map((one) => {
    const head = words.assigned(one.invoices.length, foreign(one.to), words.of.chaser[one.chaser]);
    const text = one.iban === null ? head : say`${head}, ${words.payOnly(foreign(one.iban))}`;
    const { ended } = one;
    return itemOf(sheet, {
      key: one.assignment,
      text: endedBy(
        text,
        ended === null ? null : words.endedOn(ended.on, foreign(ended.reason), facts.today),
      ),
      words: typed(one.note),
      entry: one.entry,
      done: ended !== null,
      forms: ["end-assignment"],
      edits: false,
    });
  });
};

const ITEMS_OF: Readonly<Record<RareSection, (sheet: Sheet) => readonly ItemView[]>> = {
  approvals: approvalItems,
  "set-offs": setOffItems,
  payers: payerItems,
  "write-offs": writeOffItems,
  discounts: discountItems,
  identities: identityItems,
  performances: performanceItems,
  securities: securityItems,
  consents: consentItems,
  assignments: assignmentItems,
  ...lawItems,
};
