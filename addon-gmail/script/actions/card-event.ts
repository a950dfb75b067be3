import * as z from "zod/mini";
import { dateNear } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { openedIn } from "#gmail/script/mail/open-message.ts";
import type { OpenedIn } from "#gmail/script/mail/mail.ts";

z.config({ jitless: true });

/**
 * What Gmail tells with every call: read as from outside, since parameters and inputs come back from the client. What is
 * not what Google's pages say is left out; a card then says that it is missing.
 */
export type CardEvent = {
  readonly parameters: Readonly<Record<string, string>>;
  /** By the field's name; a day as YYYY-MM-DD. */
  readonly inputs: ReadonlyMap<string, readonly string[]>;
  /** Of Gmail's own screen; null where it was not said. */
  readonly language: Language | null;
  readonly timeZone: string | null;
  readonly onPhone: boolean;
  readonly opened: OpenedIn | null;
  /** Of the draft that is being written; null elsewhere. */
  readonly compose: ComposedIn | null;
};

export type ComposedIn = { readonly to: readonly string[]; readonly subject: string };

const INPUTS_MAX = 200;
const VALUES_MAX = 100;
/** What a person types into one field: a note, at most. */
const VALUE_CHARS_MAX = 20_000;
const PARAMETERS_MAX = 20;
const PARAMETER_CHARS_MAX = 15_000;
const RECIPIENTS_MAX = 100;
const MS_A_DAY = 86_400_000;

const zText = z.string().check(z.maxLength(VALUE_CHARS_MAX));
const zStrings = z.object({ stringInputs: z.object({ value: z.array(zText) }) });
const zMs = z.union([z.number(), z.string().check(z.regex(/^-?\d{1,15}$/))]);
const zDay = z.object({ dateInput: z.object({ msSinceEpoch: zMs }) });
/** Apps Script puts each input under an empty name; other runtimes do not. */
const zWrapped = z.object({ "": z.unknown() });

const zParameters = z.record(z.string(), z.string().check(z.maxLength(PARAMETER_CHARS_MAX)));
const zCommon = z.object({
  commonEventObject: z.object({
    platform: z.optional(z.string()),
    userLocale: z.optional(z.string()),
    timeZone: z.optional(z.object({ id: z.optional(z.string()) })),
    formInputs: z.optional(z.record(z.string(), z.unknown())),
    parameters: z.optional(z.unknown()),
  }),
});
/** Older events have parameters at their head, and clients still send both. */
const zHead = z.object({ parameters: z.optional(z.unknown()) });
const zDraft = z.object({
  draftMetadata: z.object({
    toRecipients: z.optional(z.array(z.string())),
    subject: z.optional(z.string()),
  }),
});

export const cardEventOf = (event: unknown): CardEvent => {
  const parsed = z.safeParse(zCommon, event);
  const common = parsed.success ? parsed.data.commonEventObject : {};
  const head = z.safeParse(zHead, event);
  const locale = (common.userLocale ?? "").toLowerCase();
  return {
    parameters: parametersIn(common.parameters ?? (head.success ? head.data.parameters : {})),
    inputs: inputsIn(common.formInputs ?? {}),
    language: locale === "" ? null : locale.startsWith("fr") ? "fr" : "en",
    timeZone: common.timeZone?.id ?? null,
    onPhone: common.platform === "ANDROID" || common.platform === "IOS",
    opened: openedIn(event),
    compose: composedIn(event),
  };
};

const parametersIn = (given: unknown): CardEvent["parameters"] => {
  const parsed = z.safeParse(zParameters, given);
  if (!parsed.success || Object.keys(parsed.data).length > PARAMETERS_MAX) return {};
  return parsed.data;
};

const inputsIn = (given: Readonly<Record<string, unknown>>): CardEvent["inputs"] =>
  new Map(
    Object.entries(given)
      .slice(0, INPUTS_MAX)
      .flatMap(([name, value]): readonly (readonly [string, readonly string[]])[] => {
        const values = valuesIn(value);
        return values === null ? [] : [[name, values]];
      }),
  );

const valuesIn = (given: unknown): readonly string[] | null => {
  const wrapped = z.safeParse(zWrapped, given);
  const inner = wrapped.success ? wrapped.data[""] : given;
  const strings = z.safeParse(zStrings, inner);
  if (strings.success) return strings.data.stringInputs.value.slice(0, VALUES_MAX);
  const day = z.safeParse(zDay, inner);
  if (!day.success) return null;
  // The picker gives the midnight of Greenwich of the day it shows.
  return [dateNear(Math.floor(Number(day.data.dateInput.msSinceEpoch) / MS_A_DAY))];
};

const composedIn = (event: unknown): ComposedIn | null => {
  const parsed = z.safeParse(zDraft, event);
  if (!parsed.success) return null;
  const { toRecipients = [], subject = "" } = parsed.data.draftMetadata;
  return { to: toRecipients.slice(0, RECIPIENTS_MAX), subject };
};
