import * as z from "zod/mini";
import type { Language } from "#shared/kernel/money.ts";
import type { Services } from "#gmail/script/google-port.ts";

z.config({ jitless: true });

/** What belongs to this person's screen and not to the ledger: who signs, in which language. */
export type Prefs = {
  /** Empty until the first run has asked. */
  readonly author: string;
  /** Null: Gmail's own. */
  readonly language: Language | null;
  /** Gmail's own, when it was last told: the hourly job is told none. */
  readonly seen: Language | null;
};

const PROPERTY = "cards";
const AUTHOR_CHARS_MAX = 200;

const zPrefs = z.object({
  author: z.string().check(z.maxLength(AUTHOR_CHARS_MAX)),
  language: z.nullable(z.enum(["fr", "en"])),
  seen: z.nullable(z.enum(["fr", "en"])),
});

const NONE: Prefs = { author: "", language: null, seen: null };

export const prefsIn = (properties: Readonly<Record<string, string>>): Prefs => {
  try {
    const parsed = z.safeParse(zPrefs, JSON.parse(properties[PROPERTY] ?? "null"));
    return parsed.success ? parsed.data : NONE;
  } catch {
    // Written by nobody we know: as if nothing were there.
    return NONE;
  }
};

export const keepPrefs = ({ properties }: Services, prefs: Prefs): void => {
  const author = prefs.author.slice(0, AUTHOR_CHARS_MAX);
  properties.write({ [PROPERTY]: JSON.stringify({ ...prefs, author }) });
};

/**
 * The properties are read once an execution: who opens the ledger gets the reading that the preferences were found in.
 * Every later reading is a fresh one, as whoever holds the lock needs it.
 */
export const afterFirstRead = (
  services: Services,
): { readonly properties: Readonly<Record<string, string>>; readonly services: Services } => {
  const first = services.properties.readAll();
  let isHandedOn = false;
  return {
    properties: first,
    services: {
      ...services,
      properties: {
        ...services.properties,
        readAll: () => {
          if (isHandedOn) return services.properties.readAll();
          isHandedOn = true;
          return first;
        },
      },
    },
  };
};
