import * as z from "zod/mini";
import type { Services } from "#gmail/script/google-port.ts";
import type { LookPlace } from "./look-queries.ts";
import type { Looked, Unreached } from "./mail.ts";

z.config({ jitless: true });

/** What the last look found: nobody sees the job of the hour, so the day's card tells of it. */
export type LastLook = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly filed: number;
  readonly unreached: readonly Unreached[];
  /** It stopped at the ledger, which says why by itself. */
  readonly isStopped: boolean;
  /** The sender and the draft that the next look begins at, where one look does not bear them all. */
  readonly next?: number | undefined;
  readonly nextDraft?: number | undefined;
};

const NAME = "gmail-look";
/** Places not reached that are kept; the rest is of the same kind. */
const UNREACHED_MAX = 5;

const counted = z.number().check(z.minimum(0));
const code = z.string().check(z.maxLength(60));
const schema = z.object({
  at: z.number(),
  filed: counted,
  isStopped: z.boolean(),
  next: z.optional(z.int().check(z.minimum(0))),
  nextDraft: z.optional(z.int().check(z.minimum(0))),
  unreached: z
    .array(
      z.object({
        place: z.enum(["mailbox", "senders", "drafts", "reports", "messages"]),
        count: counted,
        why: z.union([
          z.object({
            type: z.enum([
              "too-many",
              "out-of-time",
              "offline",
              "throttled",
              "absent",
              "too-large",
              "unreadable",
            ]),
          }),
          z.object({ type: z.literal("unavailable"), status: z.number() }),
          z.object({ type: z.literal("denied"), code }),
          z.object({ type: z.literal("refused"), status: z.number(), code }),
        ]),
      }),
    )
    .check(z.maxLength(UNREACHED_MAX)),
});

export const noteLook = (services: Services, looked: Looked, next: LookPlace): void => {
  const last: LastLook = {
    at: services.now(),
    filed: looked.filed.length,
    unreached: looked.unreached.slice(0, UNREACHED_MAX),
    isStopped: looked.fault !== null,
    ...(next.sender === 0 ? {} : { next: next.sender }),
    ...(next.draft === 0 ? {} : { nextDraft: next.draft }),
  };
  services.properties.write({ [NAME]: JSON.stringify(last) });
};

/** Out of properties that were read already, or by one read; null: no look yet. */
export const lastLookIn = (properties: Readonly<Record<string, string>>): LastLook | null => {
  const parsed = z.safeParse(schema, jsonOf(properties[NAME] ?? "null"));
  return parsed.success ? parsed.data : null;
};

/** Where the last look stopped. */
export const placeOfNext = ({ properties }: Services): LookPlace => {
  const last = lastLookIn({ [NAME]: properties.read(NAME) ?? "null" });
  return { sender: last?.next ?? 0, draft: last?.nextDraft ?? 0 };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Somebody else's words under our name: as if nothing were there.
    return null;
  }
};
