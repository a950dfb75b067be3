import type { Manifest } from "./manifest.ts";
import type { OpenMail } from "./runtime/world.ts";

/** The person's program and language, as Gmail tells them. */
export type Surroundings = {
  readonly client: "WEB" | "ANDROID" | "IOS";
  readonly locale: string;
  readonly timeZone: string;
};

/** One field of a form as an event tells it; a field with nothing in it is left out. */
export type FormInput =
  | { readonly stringInputs: { readonly value: readonly string[] } }
  | { readonly dateInput: { readonly msSinceEpoch: string } }
  | { readonly timeInput: { readonly hours: number; readonly minutes: number } }
  | {
      readonly dateTimeInput: {
        readonly msSinceEpoch: string;
        readonly hasDate: boolean;
        readonly hasTime: boolean;
      };
    };

export type EventParts = {
  readonly mail: OpenMail | null;
  /** For clicks alone. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly formInputs?: Readonly<Record<string, FormInput>>;
  readonly people?: {
    readonly toRecipients: readonly string[];
    readonly ccRecipients: readonly string[];
    readonly bccRecipients: readonly string[];
  };
};

const LOCALE = "https://www.googleapis.com/auth/script.locale";

/**
 * The event object of an add-on, of
 * developers.google.com/workspace/add-ons/concepts/event-objects: language and zone only where the manifest asks for them,
 * the mail only beside one, form and parameters only after a click.
 */
export const eventOf = (
  manifest: Manifest,
  { client, locale, timeZone }: Surroundings,
  now: number,
  parts: EventParts,
): object => {
  const tellsLocale = manifest.addOn.useLocaleFromApp && manifest.oauthScopes.includes(LOCALE);
  const { mail, parameters, formInputs, people } = parts;
  return {
    commonEventObject: {
      hostApp: "GMAIL",
      platform: client,
      ...(tellsLocale
        ? {
            userLocale: locale,
            timeZone: { id: timeZone, offset: String(offsetOf(timeZone, now)) },
          }
        : {}),
      ...(parameters === undefined ? {} : { parameters }),
      ...(formInputs === undefined ? {} : { formInputs }),
    },
    ...(mail === null && people === undefined
      ? {}
      : {
          gmail: {
            ...(mail === null
              ? {}
              : {
                  messageId: mail.messageId,
                  threadId: mail.threadId,
                  accessToken: mail.accessToken,
                }),
            ...people,
          },
        }),
  };
};

/** Milliseconds that the zone is before UTC at this instant. */
const offsetOf = (zone: string, now: number): number => {
  const parts = new Map<string, number>(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      hourCycle: "h23",
    })
      .formatToParts(new Date(now))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const at = (name: string): number => parts.get(name) ?? 0;
  const there = Date.UTC(
    at("year"),
    at("month") - 1,
    at("day"),
    at("hour"),
    at("minute"),
    at("second"),
  );
  return there - Math.floor(now / 1000) * 1000;
};
