import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Cited, Mark } from "./marks.ts";
import type { ConditionId, Outcome } from "./routes-conditions.ts";
import { CONDITIONS } from "./routes-conditions.ts";
import type { CostId } from "./routes-costs.ts";
import type { Availability, RouteDelay, RouteId } from "./routes-data.ts";
import { ROUTES, ROUTE_IDS } from "./routes-data.ts";
import type { DocumentKind, FileItem, Forum, RouteFacts } from "./routes-facts.ts";

/**
 * A route as it stands for one claim on one day: criteria and what is known of them, no advice. Every id is worded by
 * locales. `lacks`: what the file is known not to hold; an item whose presence is null is not among it.
 */
export type RouteView = {
  readonly id: RouteId;
  readonly cited: Cited;
  readonly availability: Availability;
  readonly forum: Forum;
  readonly conditions: readonly {
    readonly id: ConditionId;
    readonly cited: Cited;
    readonly outcome: Outcome;
  }[];
  readonly file: readonly { readonly item: FileItem; readonly present: boolean | null }[];
  readonly lacks: readonly FileItem[];
  /** What is known not to apply is left out; `applies` "unknown" is shown as such. */
  readonly costs: readonly {
    readonly id: CostId;
    readonly mark: Mark;
    readonly asOf: CalendarDate | null;
    readonly applies: "met" | "unknown";
  }[];
  readonly delay: RouteDelay;
};

const ORDER_PROOFS: readonly DocumentKind[] = ["contract", "signed-quote", "purchase-order"];

const holds = (documents: readonly DocumentKind[], item: FileItem): boolean =>
  item === "order-proof"
    ? ORDER_PROOFS.some((kind) => documents.includes(kind))
    : documents.includes(item);

const viewOf = (id: RouteId, facts: RouteFacts): RouteView => {
  const route = ROUTES[id];
  const { documents } = facts;
  const file = route.file.map((item) => ({
    item,
    present: documents === null ? null : holds(documents, item),
  }));
  return {
    id,
    cited: route.cited,
    availability: route.availability,
    forum: route.forum(facts),
    conditions: route.conditions.map((of) => ({
      id: of,
      cited: CONDITIONS[of].cited,
      outcome: CONDITIONS[of].evaluate(facts),
    })),
    file,
    lacks: file.filter(({ present }) => present === false).map(({ item }) => item),
    costs: route.costs.flatMap(({ applies, asOf, id: cost, mark }) => {
      const outcome = applies === null ? "met" : applies(facts);
      return outcome === "not-met" ? [] : [{ id: cost, mark, asOf, applies: outcome }];
    }),
    delay: route.delay,
  };
};

/** Every route that Relance knows, always all of them and in one order, whatever the facts. */
export const routesOf = (facts: RouteFacts): readonly RouteView[] =>
  ROUTE_IDS.map((id) => viewOf(id, facts));
