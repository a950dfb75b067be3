import type { GraphClient } from "#outlook/graph/client.ts";
import { findMail, rawMail } from "#outlook/graph/mail.ts";
import type { GraphMailbox } from "#outlook/graph/ports.ts";
import type { OutlookItem } from "#outlook/outlook.ts";
import type { Pane } from "./pane.ts";

export type CloudEvidence = {
  /** The bytes of the open mail as Exchange gives them to Graph; null where it gives none. */
  readonly mailBytes: (item: OutlookItem, messageId: string | null) => Promise<Uint8Array | null>;
};

/** What Graph knows of a mail that Outlook itself does not hand over whole. */
export const cloudEvidence = (pane: Pane, client: GraphClient): CloudEvidence => ({
  mailBytes: async (item, messageId) => {
    const { outlook } = pane;
    const place = await outlook.graphItem(item);
    const isOwn = place === null ? !item.isShared : place.mailbox === outlook.client.address;
    if (place === null && !isOwn) return null;
    const mailbox: GraphMailbox =
      place === null || isOwn ? { kind: "own" } : { kind: "shared", address: place.mailbox };
    // Some clients give no id of the open mail; its Message-ID finds it.
    const id = place?.id ?? (await idOf(client, mailbox, messageId));
    const raw = id === null ? null : await rawMail(client, mailbox, id);
    return raw?.ok === true ? raw.value : null;
  },
});

const idOf = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  messageId: string | null,
): Promise<string | null> => {
  if (messageId === null) return null;
  const found = await findMail(client, mailbox, messageId);
  return (found.ok ? found.value.find(({ isDraft }) => isDraft !== true)?.id : null) ?? null;
};
