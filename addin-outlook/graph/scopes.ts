import type { GraphMailbox } from "./ports.ts";

const GRAPH = "https://graph.microsoft.com/";

/**
 * Drafts, looks and raw bytes; nothing of it can send. In mailboxes that others share the permission has a name of its own.
 * https://learn.microsoft.com/graph/outlook-share-messages-folders
 */
export const MAIL_SCOPES: readonly string[] = [`${GRAPH}Mail.ReadWrite`];
export const SHARED_MAIL_SCOPES: readonly string[] = [`${GRAPH}Mail.ReadWrite.Shared`];

/** One folder of the person's OneDrive, and nothing else of it. https://learn.microsoft.com/graph/onedrive-sharepoint-appfolder */
export const FILES_SCOPES: readonly string[] = [`${GRAPH}Files.ReadWrite.AppFolder`];

/** What an administrator is asked to agree to, all at once. */
export const ALL_SCOPES: readonly string[] = [
  ...MAIL_SCOPES,
  ...SHARED_MAIL_SCOPES,
  ...FILES_SCOPES,
];

export const scopesOf = (mailbox: GraphMailbox): readonly string[] =>
  mailbox.kind === "own" ? MAIL_SCOPES : SHARED_MAIL_SCOPES;

export const rootOf = (mailbox: GraphMailbox): string =>
  mailbox.kind === "own" ? "/me" : `/users/${encodeURIComponent(mailbox.address)}`;
