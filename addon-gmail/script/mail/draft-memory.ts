import * as z from "zod/mini";
import type { Services } from "#gmail/script/google-port.ts";

z.config({ jitless: true });

/**
 * What is remembered of each draft, in a user property of some 100 characters: without it nothing could be opened or
 * discarded again, as the public manifest lets nobody list drafts.
 */
export type DraftMemory =
  /** Asked for; whether Gmail has made it is not known yet. */
  | { readonly state: "begun"; readonly at: number }
  | {
      readonly state: "made";
      readonly at: number;
      /** Null where it was found in its thread, which does not tell the draft's own id. */
      readonly id: string | null;
      readonly messageId: string;
      readonly threadId: string;
      readonly answers: boolean;
    };

const PREFIX = "gmail-draft:";
/** Drafts nobody has sent or discarded for so long are forgotten: 500 kB hold all properties of a user. */
const KEPT_MS = 120 * 24 * 60 * 60 * 1000;
/** However many there are. */
const KEPT_MAX = 400;

const id = z.string().check(z.regex(/^[\w:.-]{1,200}$/));
const row = z.union([
  z.tuple([z.literal("begun"), z.number()]),
  z.tuple([z.literal("made"), z.number(), z.nullable(id), id, id, z.boolean()]),
]);

export const rememberedDraft = ({ properties }: Services, key: string): DraftMemory | null =>
  memoryOf(properties.read(PREFIX + key));

/** The thread in which a draft of ours lies, out of properties that were read; null where it is not known. */
export const threadOfDraft = (
  properties: Readonly<Record<string, string>>,
  key: string,
): string | null => {
  const known = memoryOf(properties[PREFIX + key] ?? null);
  return known?.state === "made" ? known.threadId : null;
};

/** Whether a draft of ours lies in this thread: it may have gone since. */
export const liesDraftIn = (
  properties: Readonly<Record<string, string>>,
  threadId: string,
): boolean =>
  Object.keys(properties).some(
    (name) =>
      name.startsWith(PREFIX) && threadOfDraft(properties, name.slice(PREFIX.length)) === threadId,
  );

export const rememberDraft = ({ properties }: Services, key: string, memory: DraftMemory): void => {
  const written =
    memory.state === "begun"
      ? [memory.state, memory.at]
      : [memory.state, memory.at, memory.id, memory.messageId, memory.threadId, memory.answers];
  properties.write({ [PREFIX + key]: JSON.stringify(written) });
};

export const forgetDrafts = ({ properties }: Services, keys: readonly string[]): void => {
  if (keys.length === 0) return;
  const gone: Record<string, null> = {};
  for (const key of keys) gone[PREFIX + key] = null;
  properties.write(gone);
};

/** For the hourly job: what is too old, and the oldest where there are too many. */
export const forgetOldDrafts = (services: Services): number => {
  const known: { readonly key: string; readonly at: number }[] = [];
  const all = services.properties.readAll();
  for (const name of Object.keys(all)) {
    if (!name.startsWith(PREFIX)) continue;
    known.push({ key: name.slice(PREFIX.length), at: memoryOf(all[name] ?? null)?.at ?? 0 });
  }
  known.sort((a, b) => b.at - a.at);
  const since = services.now() - KEPT_MS;
  const old = known.filter(({ at }, index) => at < since || index >= KEPT_MAX);
  forgetDrafts(
    services,
    old.map(({ key }) => key),
  );
  return old.length;
};

const memoryOf = (text: string | null): DraftMemory | null => {
  if (text === null) return null;
  const parsed = z.safeParse(row, jsonOf(text));
  if (!parsed.success) return null;
  if (parsed.data[0] === "begun") return { state: "begun", at: parsed.data[1] };
  const [state, at, draft, messageId, threadId, answers] = parsed.data;
  return { state, at, id: draft, messageId, threadId, answers };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Somebody else's words under our name: as if nothing were there.
    return null;
  }
};
