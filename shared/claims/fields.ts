import * as z from "zod/mini";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { MINOR_MAX, isCurrency } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";

/** The fields that event payloads are made of. Limits stop a crafted backup from filling memory through one field. */
export const ID_CHARS_MAX = 120;
export const NAME_CHARS_MAX = 300;
export const NOTE_CHARS_MAX = 20_000;
export const LIST_MAX = 2_000;

export const zId = z.string().check(z.minLength(1), z.maxLength(ID_CHARS_MAX));
export const zName = z.string().check(z.maxLength(NAME_CHARS_MAX));
export const zNote = z.string().check(z.maxLength(NOTE_CHARS_MAX));
export const zDate = z.custom<CalendarDate>(
  (value) => typeof value === "string" && parseCalendarDate(value) !== null,
);
export const zCurrency = z.custom<Currency>(
  (value) => typeof value === "string" && isCurrency(value),
);
/** Minor units, any sign: evolve takes anything; decide asks for positive amounts. */
export const zMinor = z.number().check(z.int(), z.minimum(-MINOR_MAX), z.maximum(MINOR_MAX));
export const zWallTime = z.string().check(z.maxLength(40));
export const zList = <T extends z.core.SomeType>(item: T): z.ZodMiniArray<T> =>
  z.array(item).check(z.maxLength(LIST_MAX));
export const zSha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const zBlob = z.object({ sha256: zSha256, size: z.number().check(z.int(), z.minimum(0)) });
