import type { Language } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { StatementNote } from "#shared/law/statement-notes.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { together } from "#shared/locales/locale.ts";
import { STATEMENT_WORDS } from "#shared/locales/statement-words.ts";

/** The longest number or source that a note repeats. */
const REPEATED_CHARS_MAX = 200;

/** One note of a statement in words, for whoever reads the figures on our side of the table. */
export const noteText = (note: StatementNote, language: Language): Sentence => {
  const words = STATEMENT_WORDS[language];
  switch (note.type) {
    case "formula":
      return words.formula[note.regime];
    case "contract-rate":
      return words.contractRate(note.basisPoints);
    case "first-day":
      return words.firstDay[note.start];
    case "basis":
      return words.basis[note.basis];
    case "basis-not-usual":
      return words.basisNotUsual;
    case "split":
      return note.byLaw ? words.split.byLaw : words.split[note.split];
    case "rounding":
      return words.rounding;
    case "allocation":
      return words.allocation[note.allocation];
    case "computed-rate":
      return words.computedRate;
    case "before-2013":
      return words.before2013;
    case "weak-rate":
      return words.weakRate(note.series, note.halfYear, note.evidence);
    case "added-rate":
      return words.addedRate(note.series, note.halfYear, foreign(note.source, REPEATED_CHARS_MAX));
    case "added-differs":
      return words.addedDiffers(note.series, note.halfYear, note.shipped, note.added);
    case "missing-rate": {
      const { invoice, from, series, halfYear } = note.missing;
      return words.missingRate(foreign(invoice, REPEATED_CHARS_MAX), from, series, halfYear);
    }
    case "per-day-unknown":
      return words.perDayUnknown;
    case "notice-missing":
      return words.noticeMissing;
    case "notice-later":
      return words.noticeLater(note.on);
    case "debtor-kind":
      return words.debtorKind;
    case "no-fixed-sum":
      return words.noFixedSum;
    case "fixed-sum-each":
      return words.fixedSumEach;
    case "fixed-sum-apart":
      return words.fixedSumApart(note.sum);
    case "fixed-sum-unknown":
      return words.fixedSumUnknown(note.currency);
    case "default-needed":
      return words.defaultNeeded;
    case "no-capitalisation":
      return words.noCapitalisation;
    case "below-floor": {
      const { halfYear, contract, floor, defaultBelow } = note;
      return together(
        words.belowFloor(halfYear, contract, floor),
        defaultBelow === null ? null : words.floorAboveDefault(defaultBelow),
      );
    }
    case "floor-unknown":
      return words.floorUnknown(note.halfYear);
    case "contract-unchecked":
      return words.contractUnchecked;
    case "contract-not-applied":
      return words.contractNotApplied;
    case "payment-later":
      return words.paymentLater(note.on, note.amount);
    case "payment-spread":
      return words.paymentSpread(note.on, note.amount);
    case "payment-left":
      return words.paymentLeft(note.on, note.amount);
  }
};
