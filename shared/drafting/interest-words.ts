import { addDays } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { compensationOf } from "#shared/law/compensation.ts";
import { lateRateOf } from "#shared/law/late-rate.ts";
import type { LateRegime } from "#shared/law/regime.ts";
import { lateRegimeOf } from "#shared/law/regime.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { together } from "#shared/locales/locale.ts";
import { stepRank } from "#shared/recovery/steps.ts";
import type { DraftFacts, InterestMode, InvoiceFacts } from "./facts.ts";

/**
 * What a text may say of interest, whatever was asked: to businesses and public bodies from the second reminder on, in
 * nothing but letters to the others, who owe interest from the formal notice alone and never the fixed sum.
 */
export const interestModeOf = ({
  interest,
  step,
  debtor,
}: Pick<DraftFacts, "interest" | "step" | "debtor">): InterestMode => {
  const professional = debtor.kind === "business" || debtor.kind === "public";
  if (step === "call") return "silent";
  return stepRank(step) < stepRank(professional ? "reminder-2" : "formal-notice")
    ? "silent"
    : interest;
};

/**
 * That the law gives interest and a fixed sum, without a figure of what they come to: to businesses and public bodies
 * only, in the steps that may say it, and only under a law that Relance knows to give them without a reminder. Where the
 * rate is unknown, or is not one for all the invoices, the sentence stands without the number. Null: nothing is said.
 */
export const interestWords = (facts: DraftFacts): Sentence | null => {
  const mode = interestModeOf(facts);
  if (mode === "silent") return null;
  const regime = lateRegimeOf(facts.law, facts.debtor.kind);
  const { interest } = DRAFTING[facts.language];
  const lead =
    facts.tone === "firm" || facts.tone === "formal" ? interest.lead.firm : interest.lead.neutral;
  const fixed = fixedSums(facts);
  const [first] = fixed;
  const { contractRate: agreed } = facts;
  const { notIncluded } = interest;
  const said = (words: Sentence, tail: () => Sentence): Sentence =>
    together(words, mode === "claimed" ? null : tail());
  switch (regime) {
    case "fr-b2b": {
      if (first === undefined) return null;
      const rate = lateRateOf(regime, facts.today);
      return said(
        interest.frBusiness(lead, rate.ok ? rate.value : null, agreed, first),
        notIncluded.frBusiness,
      );
    }
    case "fr-public":
      return first === undefined
        ? null
        : said(
            interest.frPublic(lead, frozenRate(regime, facts.invoices), first),
            notIncluded.frPublic,
          );
    case "uk":
      return said(
        interest.ukBusiness(lead, frozenRate(regime, facts.invoices), agreed, fixed),
        notIncluded.ukBusiness,
      );
    // The others owe nothing of it before a formal notice, or under rules that no sentence here states.
    case "fr-nonprofessional":
    case "fr-consumer":
    case "eu":
    case "be":
    case "lu":
    case "de":
    case "de-consumer":
    case "es":
    case "it":
    case "nl":
    case "ie":
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
