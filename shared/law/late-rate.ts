import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Result } from "#shared/kernel/result.ts";
import { ok } from "#shared/kernel/result.ts";
import type { AddedRate, PublishedRate, RateUnknown } from "./rates.ts";
import { publishedRate } from "./rates.ts";
import type { LateRegime } from "./regime.ts";
import { REGIMES } from "./regime.ts";

/** A yearly rate of late-payment interest. `basisPoints` 1240 is 12.40 %; `published` is what it was computed from. */
export type LateRate = {
  readonly basisPoints: number;
  readonly halfYear: string;
  readonly published: PublishedRate;
};

/**
 * The rate of the half-year that holds `on`. Where the law freezes it (`REGIMES[regime].frozen`) `on` is the first day of
 * interest or the due date, else any day of the delay. A half-year without a published rate is named, never filled.
 */
export const lateRateOf = (
  regime: LateRegime,
  on: CalendarDate,
  added: readonly AddedRate[] = [],
): Result<LateRate, RateUnknown> => {
  const { series, pointsAdded, roundedUpTo } = REGIMES[regime];
  const published = publishedRate(series, on, added);
  if (!published.ok) return published;
  const sum = published.value.basisPoints + pointsAdded;
  return ok({
    basisPoints: roundedUpTo === null ? sum : Math.ceil(sum / roundedUpTo) * roundedUpTo,
    halfYear: published.value.halfYear,
    published: published.value,
  });
};
