import * as z from "zod/mini";
import { base64OfBytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { GraphClient } from "./client.ts";
import type { GraphFault, GraphMailbox } from "./ports.ts";
import { rootOf, scopesOf } from "./scopes.ts";
import { uploadLarge } from "./upload.ts";

export type DraftFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

/** Above this a file goes by an upload session. https://learn.microsoft.com/graph/outlook-large-attachments */
export const ATTACHMENT_SMALL_BYTES_MAX = 3 * 1024 * 1024 - 1;
/** What Graph takes at all; a tenant's own limit is often 35 MB a mail. */
const ATTACHMENT_BYTES_MAX = 150 * 1024 * 1024;
/** Ranges of less than 4 MB, a multiple of 320 KiB as everywhere in Graph. */
const RANGE_BYTES = 11 * 320 * 1024;

const ATTACHMENTS_SCHEMA = z.object({
  value: z.array(z.object({ name: z.nullish(z.string()) })),
});
const SESSION_SCHEMA = z.object({ uploadUrl: z.string() });

/** Names of the files that a draft has already: a save that stopped half way goes on with the rest. */
export const attachedNames = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  draft: string,
): Promise<Result<readonly string[], GraphFault>> => {
  const listed = await client.json(
    {
      method: "GET",
      path: `${pathOf(mailbox, draft)}?$select=id,name`,
      scopes: scopesOf(mailbox),
    },
    ATTACHMENTS_SCHEMA,
  );
  return listed.ok ? ok(listed.value.value.map(({ name }) => name ?? "")) : listed;
};

export const attachFile = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  draft: string,
  file: DraftFile,
): Promise<Result<null, GraphFault>> => {
  if (file.bytes.length > ATTACHMENT_BYTES_MAX) return err({ type: "too-large" });
  if (file.bytes.length > ATTACHMENT_SMALL_BYTES_MAX) {
    return await attachLarge(client, mailbox, draft, file);
  }
  // https://learn.microsoft.com/graph/api/message-post-attachments
  return await client.done({
    method: "POST",
    path: pathOf(mailbox, draft),
    scopes: scopesOf(mailbox),
    body: {
      json: {
        "@odata.type": "#microsoft.graph.fileAttachment",
        name: file.name,
        contentType: file.type,
        contentBytes: base64OfBytes(file.bytes),
      },
    },
  });
};

/** https://learn.microsoft.com/graph/api/attachment-createuploadsession */
const attachLarge = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  draft: string,
  { name, type, bytes }: DraftFile,
): Promise<Result<null, GraphFault>> => {
  const sent = await uploadLarge({
    client,
    bytes,
    rangeBytes: RANGE_BYTES,
    begin: async () => {
      const item = { attachmentType: "file", name, size: bytes.length, contentType: type };
      const session = await client.json(
        {
          method: "POST",
          path: `${pathOf(mailbox, draft)}/createUploadSession`,
          scopes: scopesOf(mailbox),
          body: { json: { AttachmentItem: item } },
        },
        SESSION_SCHEMA,
      );
      return session.ok ? ok(session.value.uploadUrl) : session;
    },
    isThere: async () => {
      const names = await attachedNames(client, mailbox, draft);
      return names.ok ? ok(names.value.includes(name)) : names;
    },
  });
  return sent.ok ? ok(null) : sent;
};

const pathOf = (mailbox: GraphMailbox, draft: string): string =>
  `${rootOf(mailbox)}/messages/${encodeURIComponent(draft)}/attachments`;
