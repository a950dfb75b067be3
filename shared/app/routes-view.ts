import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { isToCheck } from "#shared/law/marks.ts";
import type { Mark } from "#shared/law/marks.ts";
import type { Outcome } from "#shared/law/routes-conditions.ts";
import type { RouteId } from "#shared/law/routes-data.ts";
import type { RouteView as LawRoute } from "#shared/law/routes.ts";
import { CLOCK_WORDS } from "#shared/locales/clock-words.ts";
import { LAW_WORDS } from "#shared/locales/law-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { say } from "#shared/locales/locale.ts";
import { statementOf } from "#shared/recovery/account-interest.ts";
import { accountRoutes, mainCurrency } from "#shared/recovery/account-routes.ts";
import { citedView } from "./clocks-view.ts";
import type { CitedView } from "./clocks-view.ts";
import { nameOf } from "./owed-lines.ts";
import { accountOnScreen, contextOf } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, UseCase } from "./use-case.ts";
import type { AccountUnknown } from "./view-parts.ts";

export type ConditionView = {
  readonly key: string;
  readonly text: Own;
  readonly outcome: Outcome;
  readonly outcomeWord: Own;
  readonly cited: CitedView;
};

export type MarkedView = { readonly text: Sentence; readonly mark: Own | null };

export type RouteCardView = {
  readonly key: RouteId;
  readonly title: Own;
  readonly cited: CitedView;
  readonly availability: LawRoute["availability"];
  readonly availabilityWord: Own;
  readonly forum: Own;
  /** `4 conditions remplies, 1 non remplie, 2 inconnues`. */
  readonly summary: Sentence;
  readonly conditions: readonly ConditionView[];
  readonly lacks: readonly Own[];
  readonly costs: readonly MarkedView[];
  readonly delay: MarkedView;
};

export type RoutesView = {
  readonly kind: "routes";
  readonly account: string;
  readonly name: Foreign;
  readonly title: Own;
  /** That these are criteria, and the choice the reader's. */
  readonly intro: Own;
  readonly notes: readonly Own[];
  readonly labels: {
    readonly availability: Own;
    readonly forum: Own;
    readonly conditions: Own;
    readonly lacks: Own;
    readonly lacksNothing: Own;
    readonly costs: Own;
    readonly delay: Own;
  };
  readonly routes: readonly RouteCardView[];
};

export type RoutesInput = { readonly account: string };

const countOf = ({ conditions }: LawRoute, outcome: Outcome): number =>
  conditions.filter((condition) => condition.outcome === outcome).length;

/** Every route in the order of the law's own list: never ranked, never advised. */
export const routesView: UseCase<RoutesInput, RoutesView, AccountUnknown> = {
  name: "routes",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const context = contextOf(loaded, facts);
    const { balances } = accountOnScreen(state, context);
    const words = CLOCK_WORDS[facts.language].routes;
    const interest = interestOf(state, balances, loaded.creditor, facts);
    const routes = accountRoutes(state, balances, interest ?? 0, context);
    return ok(
      viewOnly<RoutesView>({
        kind: "routes",
        account,
        name: nameOf(state),
        title: words.title,
        intro: LAW_WORDS[facts.language].criteriaOnly,
        notes: interest === null ? [words.interestUnknown] : [],
        labels: {
          availability: words.availability,
          forum: words.forum,
          conditions: words.conditions,
          lacks: words.lacks,
          lacksNothing: words.lacksNothing,
          costs: words.costs,
          delay: words.delay,
        },
        routes: routes.map((route) => routeCard(route, facts)),
      }),
    );
  },
};

/** By law until today, of the currency in which most is open; null where a rule or a rate is not known. */
const interestOf = (
  state: AccountState,
  balances: AccountBalances,
  creditor: CreditorState,
  { today }: Facts,
): number | null => {
  const currency = mainCurrency(balances);
  if (currency === null) return null;
  const made = statementOf(state, balances, { creditor, on: today, currency });
  return made.ok && made.value.statement.missing.length === 0 ? made.value.totals.interest : null;
};

const markWord = (mark: Mark, facts: Facts): Own | null => {
  const law = LAW_WORDS[facts.language];
  return isToCheck(mark) ? law.toCheck : mark === "unknown" ? law.unknown : null;
};

const routeCard = (route: LawRoute, facts: Facts): RouteCardView => {
  const law = LAW_WORDS[facts.language];
  return {
    key: route.id,
    title: law.routes[route.id],
    cited: citedView(route.cited, facts),
    availability: route.availability,
    availabilityWord: law.availability[route.availability],
    forum: law.forums[route.forum],
    summary: CLOCK_WORDS[facts.language].routes.counts(
      countOf(route, "met"),
      countOf(route, "not-met"),
      countOf(route, "unknown"),
    ),
    conditions: route.conditions.map(({ id, cited, outcome }) => ({
      key: id,
      text: law.conditions[id],
      outcome,
      outcomeWord: law.outcomes[outcome],
      cited: citedView(cited, facts),
    })),
    lacks: route.lacks.map((item) => law.fileItems[item]),
    costs: route.costs.map(({ id, mark, asOf, applies }) => ({
      text: asOf === null ? [law.costs[id]] : say`${law.costs[id]} (${law.asOf(asOf)})`,
      mark: applies === "unknown" ? law.unknown : markWord(mark, facts),
    })),
    delay: { text: [law.delays[route.delay.id]], mark: markWord(route.delay.mark, facts) },
  };
};
