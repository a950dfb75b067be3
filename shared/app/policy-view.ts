import type { CreditorEventData, Policy } from "#shared/claims/creditor.ts";
import { money } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { compareText, foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { ALSACE_MOSELLE_SOURCE, sourceOf } from "#shared/law/holidays.ts";
import { isToCheck } from "#shared/law/marks.ts";
import { DESK_POLICY } from "#shared/locales/desk-policy.ts";
import { LAW_WORDS } from "#shared/locales/law-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { STEPS } from "#shared/recovery/steps.ts";
import { currenciesOf, readAmount } from "./plans-view.ts";
import { stepWord } from "./screen-facts.ts";
import { decimalText } from "./typed-amounts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";

/** Settings as they are typed; a list of steps by their keys. */
export type TypedPolicy = {
  readonly texts: Readonly<Record<PolicyTextField, string>>;
  readonly flags: Readonly<Record<PolicyFlag, boolean>>;
  readonly choices: {
    readonly interestBasis: string;
    readonly rateSplit: string;
    readonly allocationOrder: string;
    readonly trader: string;
  };
  readonly approvalSteps: readonly string[];
  /** By currency. */
  readonly tolerances: Readonly<Record<string, string>>;
};

export const NUMBER_FIELDS = [
  "capMessages",
  "capDays",
  "promiseGraceDays",
  "noticeDays",
  "consumerNoticeDays",
] as const;
export type PolicyNumber = (typeof NUMBER_FIELDS)[number];
export type PolicyTextField = PolicyNumber | "mediatorName" | "mediatorSite";
export type PolicyFlag = "useHabits" | "outsideMainland" | "alsaceMoselle";

export type PolicyView = {
  readonly kind: "policy";
  readonly title: Own;
  readonly typed: TypedPolicy;
  readonly currencies: readonly Currency[];
  readonly steps: readonly { readonly value: string; readonly label: Sentence }[];
  /** The next first; those that are over last. */
  readonly closures: readonly {
    readonly closure: string;
    readonly dates: Own;
    readonly reason: Foreign;
    readonly state: Own | null;
  }[];
  /** Which public holidays are counted, and that only weekends are where they are not known. */
  readonly holidays: Sentence;
};

/** As an event of the policy takes them. */
const LIMITS: Readonly<Record<PolicyNumber, readonly [min: number, max: number]>> = {
  capMessages: [1, 31],
  capDays: [1, 90],
  promiseGraceDays: [0, 10],
  noticeDays: [1, 90],
  consumerNoticeDays: [1, 90],
};

const typedOf = (
  policy: Policy,
  currencies: readonly Currency[],
  language: Language,
): TypedPolicy => ({
  texts: {
    capMessages: String(policy.capMessages),
    capDays: String(policy.capDays),
    promiseGraceDays: String(policy.promiseGraceDays),
    noticeDays: String(policy.noticeDays),
    consumerNoticeDays: String(policy.consumerNoticeDays),
    mediatorName: policy.mediator?.name ?? "",
    mediatorSite: policy.mediator?.site ?? "",
  },
  flags: {
    useHabits: policy.useHabits,
    outsideMainland: policy.outsideMainland,
    alsaceMoselle: policy.alsaceMoselle,
  },
  choices: {
    interestBasis: policy.interestBasis,
    rateSplit: policy.rateSplit,
    allocationOrder: policy.allocationOrder,
    trader: policy.trader === null ? "" : policy.trader ? "yes" : "no",
  },
  approvalSteps: policy.approvalSteps,
  tolerances: Object.fromEntries(
    currencies.map((currency) => {
      const set = policy.tolerances.find((one) => one.currency === currency);
      return [
        currency,
        set === undefined ? "" : decimalText(money(set.amount, currency), language),
      ];
    }),
  ),
});

const closuresView = (loaded: Loaded, { today, language }: Facts): PolicyView["closures"] => {
  const words = DESK_POLICY[language].closures;
  const isPast = (to: string): boolean => to < today;
  return [...loaded.creditor.closures]
    .sort(
      (a, b) =>
        Number(isPast(a.to)) - Number(isPast(b.to)) ||
        (isPast(a.to) ? -1 : 1) * compareText(a.from, b.from),
    )
    .map(({ closure, from, to, reason }) => ({
      closure,
      dates: words.dates(from, to),
      reason: foreign(reason),
      state: isPast(to) ? words.past : from <= today ? words.running : null,
    }));
};

const holidaysText = ({ creditor }: Loaded, { language }: Facts): Sentence => {
  const words = DESK_POLICY[language].closures;
  const country = creditor.creditor?.country ?? "";
  const source = sourceOf(country);
  if (source === null) return [own(recoveryWords[language].weekendsOnly)];
  const alsatian = country === "FR" && creditor.policy.alsaceMoselle;
  const sources = alsatian ? [source, ALSACE_MOSELLE_SOURCE] : [source];
  const { toCheck } = LAW_WORDS[language];
  return words.holidays(
    own(
      sources
        .map(({ text, mark }) => (isToCheck(mark) ? `${text} (${toCheck.own})` : text))
        .join(" ; "),
    ),
  );
};

/** What the creditor settled of how it chases, as a form holds it, and the days on which it is shut. */
export const policyView: UseCase<null, PolicyView, never> = {
  name: "policy",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_input, loaded, facts) => {
    const currencies = currenciesOf(loaded);
    return ok(
      viewOnly<PolicyView>({
        kind: "policy",
        title: DESK_POLICY[facts.language].title,
        typed: typedOf(loaded.creditor.policy, currencies, facts.language),
        currencies,
        steps: STEPS.map((value) => ({ value, label: [stepWord(value, facts)] })),
        closures: closuresView(loaded, facts),
        holidays: holidaysText(loaded, facts),
      }),
    );
  },
};

export type PolicyChanges = CreditorEventData<"policy-changed">["changes"];

const numberOf = (field: PolicyNumber, typed: string): number | null => {
  const [min, max] = LIMITS[field];
  const text = typed.trim();
  if (!/^\d{1,3}$/.test(text)) return null;
  const read = Number(text);
  return read < min || read > max ? null : read;
};

/**
 * What differs from what stands, ready to be said; and what is wrong, by field (`tolerance-EUR` for an amount). Changes
 * are null where something is wrong.
 */
export const readTypedPolicy = (
  typed: TypedPolicy,
  before: TypedPolicy,
  currencies: readonly Currency[],
  language: Language,
): {
  readonly changes: PolicyChanges | null;
  readonly faults: ReadonlyMap<string, Sentence>;
} => {
  const words = DESK_POLICY[language].faults;
  const faults = new Map<string, Sentence>();
  const changes: { -readonly [K in keyof PolicyChanges]: PolicyChanges[K] } = {};
  for (const field of NUMBER_FIELDS) {
    const read = numberOf(field, typed.texts[field]);
    if (read === null) faults.set(field, words.number(...LIMITS[field]));
    else if (typed.texts[field].trim() !== before.texts[field]) changes[field] = read;
  }
  for (const flag of ["useHabits", "outsideMainland", "alsaceMoselle"] as const)
    if (typed.flags[flag] !== before.flags[flag]) changes[flag] = typed.flags[flag];
  readChoices(typed.choices, before.choices, changes);
  const steps = STEPS.filter((step) => typed.approvalSteps.includes(step));
  if (steps.join() !== STEPS.filter((step) => before.approvalSteps.includes(step)).join())
    changes.approvalSteps = [...steps];
  readMediator(typed.texts, before.texts, changes, () => {
    faults.set(
      typed.texts.mediatorName.trim() === "" ? "mediatorName" : "mediatorSite",
      words.mediator,
    );
  });
  const tolerances: { currency: Currency; amount: number }[] = [];
  for (const currency of currencies) {
    const read = readAmount(typed.tolerances[currency] ?? "", currency, language);
    if (read === null) faults.set(`tolerance-${currency}`, words.amount);
    else if (read !== "empty" && read > 0) tolerances.push({ currency, amount: read });
  }
  const differ = currencies.some(
    (currency) => (typed.tolerances[currency] ?? "") !== (before.tolerances[currency] ?? ""),
  );
  if (differ) changes.tolerances = tolerances;
  return { changes: faults.size > 0 ? null : changes, faults };
};

type Writable = { -readonly [K in keyof PolicyChanges]: PolicyChanges[K] };

const readChoices = (
  typed: TypedPolicy["choices"],
  before: TypedPolicy["choices"],
  changes: Writable,
): void => {
  const { interestBasis, rateSplit, allocationOrder, trader } = typed;
  if (interestBasis !== before.interestBasis)
    changes.interestBasis = interestBasis === "act/act" ? "act/act" : "act/365";
  if (rateSplit !== before.rateSplit)
    changes.rateSplit = rateSplit === "frozen" ? "frozen" : "half-year";
  if (allocationOrder !== before.allocationOrder)
    changes.allocationOrder =
      allocationOrder === "interest-first" ? "interest-first" : "principal-first";
  if (trader !== before.trader) changes.trader = trader === "" ? null : trader === "yes";
};

const readMediator = (
  typed: TypedPolicy["texts"],
  before: TypedPolicy["texts"],
  changes: Writable,
  refuse: () => void,
): void => {
  const [name, site] = [typed.mediatorName.trim(), typed.mediatorSite.trim()];
  if ((name === "") !== (site === "")) {
    refuse();
    return;
  }
  if (name === before.mediatorName && site === before.mediatorSite) return;
  changes.mediator = name === "" ? null : { name, site };
};
