import type { OwnRate } from "#shared/claims/creditor.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { SERIES } from "#shared/law/rate-series.ts";
import type { AddedRate } from "#shared/law/rates.ts";

/** The rates that the creditor added and did not withdraw, as the law takes them; a series it does not know is left out. */
export const addedRatesOf = (rates: readonly OwnRate[]): readonly AddedRate[] =>
  rates.flatMap(({ series, from, basisPoints, source, entry }): readonly AddedRate[] => {
    const name = SERIES.find((one) => one === series);
    const addedOn = dateOf(entry.at.slice(0, 10));
    return name === undefined
      ? []
      : [{ series: name, from, basisPoints, source, addedOn, addedBy: entry.by }];
  });
