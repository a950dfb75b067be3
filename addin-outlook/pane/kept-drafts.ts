import { openDB } from "idb";
import * as z from "zod/mini";
import type { MailDraft } from "#shared/app/use-case.ts";

z.config({ jitless: true });

const text = z.string();
const keptDraft: z.ZodMiniType<MailDraft> = z.object({
  from: text,
  to: z.array(text),
  cc: z.array(text),
  subject: text,
  text,
  html: text,
  messageId: text,
  inReplyTo: z.nullable(text),
  references: z.array(text),
  reference: text,
  attachments: z.array(z.object({ name: text, type: text, sha256: text })),
});

/** The words of prepared drafts: a form that was closed can be opened again, and a draft open elsewhere filled. */
export type KeptDrafts = {
  readonly get: (key: string) => Promise<MailDraft | null>;
  /** Of all of them, readable or not. */
  readonly keys: () => Promise<readonly string[]>;
  readonly all: () => Promise<ReadonlyMap<string, MailDraft>>;
  readonly keep: (key: string, draft: MailDraft) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};

const STORE = "drafts";

/** Where the browser keeps nothing, they last as long as the pane. */
export const openKeptDrafts = async (name: string): Promise<KeptDrafts> => {
  const here = new Map<string, MailDraft>();
  const database = await opened(`${name}-drafts`);
  const inDatabase = async <T>(
    work: (open: NonNullable<typeof database>) => Promise<T>,
    otherwise: T,
  ): Promise<T> => {
    if (database === null) return otherwise;
    try {
      return await work(database);
    } catch {
      // Full, closed by another window, or taken away: the pane's own memory has it.
      return otherwise;
    }
  };
  const read = (value: unknown): MailDraft | null => {
    const parsed = z.safeParse(keptDraft, value);
    return parsed.success ? parsed.data : null;
  };
  return {
    get: async (key) =>
      here.get(key) ?? read(await inDatabase<unknown>((open) => open.get(STORE, key), null)),
    keys: async () => {
      const stored = await inDatabase<readonly IDBValidKey[]>((open) => open.getAllKeys(STORE), []);
      const named = stored.filter((key) => typeof key === "string");
      return [...new Set([...named, ...here.keys()])];
    },
    all: async () => {
      const found = new Map<string, MailDraft>();
      const keys = await inDatabase<readonly IDBValidKey[]>((open) => open.getAllKeys(STORE), []);
      const values = await inDatabase<readonly unknown[]>((open) => open.getAll(STORE), []);
      for (const [index, key] of keys.entries()) {
        const draft = read(values[index]);
        if (typeof key === "string" && draft !== null) found.set(key, draft);
      }
      for (const [key, draft] of here) found.set(key, draft);
      return found;
    },
    keep: async (key, draft) => {
      here.set(key, draft);
      await inDatabase<unknown>((open) => open.put(STORE, draft, key), null);
    },
    remove: async (key) => {
      here.delete(key);
      await inDatabase<unknown>((open) => open.delete(STORE, key), null);
    },
  };
};

const opened = async (name: string) => {
  try {
    return await openDB(name, 1, {
      upgrade: (opening) => {
        opening.createObjectStore(STORE);
      },
      // A newer version in another window must not wait for this one.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
  } catch {
    // Private windows and policies forbid IndexedDB in ways that differ by browser; all of them mean this.
    return null;
  }
};
