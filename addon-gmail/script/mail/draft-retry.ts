import * as z from "zod/mini";
import type { MailDraft } from "#shared/app/use-case.ts";
import type { Services } from "#gmail/script/google-port.ts";

z.config({ jitless: true });

/** As long as the cache keeps anything. */
const KEPT_SECONDS = 21_600;
/** What one value of the cache takes. */
const CHARS_MAX = 95_000;

const draftSchema = z.object({
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  messageId: z.string(),
  inReplyTo: z.nullable(z.string()),
  references: z.array(z.string()),
  reference: z.string(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), sha256: z.string() })),
});

const cacheKey = (key: string): string => `unsaved-draft:${key}`;

/** Keeps a draft that Gmail did not take, in this user's own cache: another click makes it from there. */
export const keepUnsaved = (services: Services, key: string, draft: MailDraft): void => {
  const text = services.base64(services.gzip(JSON.stringify(draft)));
  if (text.length > CHARS_MAX) return;
  services.cache.write(new Map([[cacheKey(key), text]]), KEPT_SECONDS);
};

export const unsavedDraft = (services: Services, key: string): MailDraft | null => {
  const text = services.cache.read([cacheKey(key)]).get(cacheKey(key));
  const bytes = text === undefined ? null : services.bytesOfBase64(text);
  if (bytes === null) return null;
  const parsed = z.safeParse(draftSchema, jsonOf(services.gunzip(bytes)));
  return parsed.success ? parsed.data : null;
};

export const forgetUnsaved = (services: Services, key: string): void => {
  services.cache.remove([cacheKey(key)]);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Somebody else's words under our name: as if nothing were there.
    return null;
  }
};
