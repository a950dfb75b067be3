import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own, shownText } from "#shared/kernel/text.ts";
import type { DeadlineId, DeadlineStart } from "#shared/law/deadlines.ts";
import { DEADLINE_IDS, DEADLINE_STARTS } from "#shared/law/deadlines.ts";
import type { InsolvencyEffectId, InsolvencyState } from "#shared/law/insolvency.ts";
import { INSOLVENCY_EFFECTS, INSOLVENCY_STATES } from "#shared/law/insolvency.ts";
import type { InterruptionCause } from "#shared/law/limitation-rules.ts";
import { INTERRUPTION_CAUSES } from "#shared/law/limitation-rules.ts";
import type { ConditionId, Outcome } from "#shared/law/routes-conditions.ts";
import { CONDITION_IDS } from "#shared/law/routes-conditions.ts";
import type { CostId } from "#shared/law/routes-costs.ts";
import { COST_IDS } from "#shared/law/routes-costs.ts";
import type { Availability, DelayId, RouteId } from "#shared/law/routes-data.ts";
import { DELAY_IDS, ROUTE_IDS } from "#shared/law/routes-data.ts";
import type { FileItem, Forum } from "#shared/law/routes-facts.ts";
import { FILE_ITEMS, FORUMS } from "#shared/law/routes-facts.ts";
import type { LawWords } from "#shared/locales/law-words-fr.ts";
import { LAW_WORDS } from "#shared/locales/law-words.ts";

type Words<K extends string> = Readonly<Record<K, Own>>;

/** The compiler's own check: an id of law that the words lack does not compile here. */
const complete = (words: LawWords): readonly (readonly [object, readonly string[]])[] => {
  const routes: Words<RouteId> = words.routes;
  const forums: Words<Forum> = words.forums;
  const conditions: Words<ConditionId> = words.conditions;
  const fileItems: Words<FileItem> = words.fileItems;
  const costs: Words<CostId> = words.costs;
  const delays: Words<DelayId> = words.delays;
  const deadlines: Words<DeadlineId> = words.deadlines;
  const starts: Words<DeadlineStart> = words.deadlineStarts;
  const states: Words<InsolvencyState> = words.insolvency;
  const effects: Words<InsolvencyEffectId> = words.insolvencyEffects;
  const causes: Words<InterruptionCause> = words.interruptions;
  const outcomes: Words<Outcome> = words.outcomes;
  const availability: Words<Availability> = words.availability;
  return [
    [routes, ROUTE_IDS],
    [forums, FORUMS],
    [conditions, CONDITION_IDS],
    [fileItems, FILE_ITEMS],
    [costs, COST_IDS],
    [delays, DELAY_IDS],
    [deadlines, DEADLINE_IDS],
    [starts, DEADLINE_STARTS],
    [states, INSOLVENCY_STATES],
    [effects, INSOLVENCY_EFFECTS],
    [causes, INTERRUPTION_CAUSES],
    [outcomes, ["met", "not-met", "unknown"]],
    [availability, ["available", "not-yet", "unknown"]],
  ];
};

const DAY = dateOf("2026-11-20");

/** Every string of plain words; a function has none until it is called. */
const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
};

const sentencesOf = ({ asOf, limitation }: LawWords): readonly string[] => {
  const cause = own("x");
  const { starts } = limitation;
  return [
    asOf(DAY),
    starts.term(DAY),
    starts.earliest(DAY),
    starts["no-term"](DAY),
    limitation.lasts(null, DAY),
    limitation.lasts(1, DAY),
    limitation.lasts(5, null),
    limitation.agreed(3),
    limitation.agreedIgnored(3),
    limitation.interrupted(DAY, cause, DAY),
    limitation.restartUnverified(DAY, cause, DAY),
    limitation.notInterrupting(DAY, cause),
    limitation.mayInterrupt(DAY, cause),
    limitation.tooLate(DAY, cause),
    limitation.tooEarly(DAY, cause),
    limitation.suspended(DAY, null, DAY),
    limitation.suspended(DAY, DAY, DAY),
    limitation.notSuspending(DAY),
    limitation.beforeAndAfter(DAY, null),
  ].map((sentence) => sentence.map(shownText).join(""));
};

describe.each(["fr", "en"] as const)("the words of law in %s", (language) => {
  const words = LAW_WORDS[language];
  const strings = [...stringsOf(words), ...sentencesOf(words)];

  it("word every id of law, and no other", () => {
    for (const [given, ids] of complete(words)) {
      expect(Object.keys(given).sort()).toEqual([...ids].sort());
    }
    expect(strings.every((text) => text.trim() !== "")).toBe(true);
    expect(strings.length).toBeGreaterThan(150);
  });

  it("advise nothing", () => {
    expect(
      strings.filter((text) =>
        /devriez|devez|conseill(?:é|er|ons)|should|recommand|recommend|advis/i.test(text),
      ),
    ).toEqual([]);
  });

  it("name no court or profession that was abolished", () => {
    expect(
      strings.filter((text) =>
        /tribunal d'instance|grande instance|\bTGI\b|\bTI\b|proximité|huissier|bailiff/i.test(text),
      ),
    ).toEqual([]);
  });

  it("show an amount or an estimate as an approximation", () => {
    for (const id of [
      "commercial-clerk-fees",
      "order-service-fees",
      "legal-aid-contribution",
    ] as const) {
      expect(shownText(words.costs[id])).toContain("≈");
    }
    for (const id of ["about-six-weeks", "weeks", "months"] as const) {
      expect(shownText(words.delays[id])).toContain("≈");
    }
  });
});

describe("what a promise may be", () => {
  it("is said with the article, to be assessed, and both last days", () => {
    const { limitation } = LAW_WORDS.fr;
    expect(shownText(limitation.mayAcknowledge)).toBe(
      "Peut valoir reconnaissance (C. civ. 2240), à apprécier.",
    );
    const text = limitation
      .beforeAndAfter(dateOf("2029-06-01"), dateOf("2031-11-20"))
      .map(shownText)
      .join("");
    expect(text).toBe(
      "Prescription\u00a0: dernier jour\u00a0: 1er juin 2029\u00a0; avec cette reconnaissance, dernier jour\u00a0: 20 novembre 2031.",
    );
  });
});
