import { addDays } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { compensationOf } from "#shared/law/compensation.ts";
import { lateRateOf } from "#shared/law/late-rate.ts";
import type { LateRegime } from "#shared/law/regime.ts";
import { lateRegimeOf } from "#shared/law/regime.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { DraftFacts, InvoiceFacts } from "./facts.ts";

/**
 * That the law gives interest and a fixed sum, without a figure of what they come to: to businesses and public bodies
 * only, in the steps that may say it, and only under a law that Relance knows to give them without a reminder. Where the
 * rate is unknown, or is not one for all the invoices, the sentence stands without the number. Null: nothing is said.
 */
export const interestWords = (facts: DraftFacts): Sentence | null => {
  if (facts.interest === "silent") return null;
  const regime = lateRegimeOf(facts.law, facts.debtor.kind);
  const { interest } = DRAFTING[facts.language];
  const lead = facts.tone === "firm" ? interest.lead.firm : interest.lead.neutral;
  const fixed = fixedSums(facts);
  const [first] = fixed;
  switch (regime) {
    case "fr-business": {
      const rate = lateRateOf(regime, facts.today);
      return first === undefined
        ? null
        : interest.frBusiness(lead, rate.ok ? rate.value : null, first);
    }
    case "fr-public":
      return first === undefined
        ? null
        : interest.frPublic(lead, frozenRate(regime, facts.invoices), first);
    case "uk-business":
      return interest.ukBusiness(lead, frozenRate(regime, facts.invoices), fixed);
    // Germany asks for a default notice first, and the others owe nothing of it before a formal one.
    case "de-business":
    case "de-consumer":
    case "fr-legal":
    case null:
      return null;
  }
};

const frozenRate = (regime: LateRegime, invoices: readonly InvoiceFacts[]): number | null => {
  const rates = invoices.map((invoice) => lateRateOf(regime, addDays(invoice.dueOn, 1)));
  const [first] = rates;
  if (first === undefined || !first.ok) return null;
  const same = rates.every((rate) => rate.ok && rate.value.basisPoints === first.value.basisPoints);
  return same ? first.value.basisPoints : null;
};

/** The fixed sums of these invoices, each value once; empty where one of them is unknown. */
const fixedSums = (facts: DraftFacts): readonly Money[] => {
  // Under British law the sum goes by the size of the debt, which a part payment may have moved to another band.
  const sums = facts.invoices.reduce<readonly (Money | null)[]>(
    (all, invoice) => [
      ...all,
      ...[invoice.open, invoice.total].map((principal) =>
        compensationOf({ law: facts.law, debtor: facts.debtor.kind, principal }),
      ),
    ],
    [],
  );
  const known = sums.filter((sum): sum is Money => sum !== null);
  if (known.length < sums.length) return [];
  return known.filter((sum, index) => known.findIndex((one) => one.minor === sum.minor) === index);
};
