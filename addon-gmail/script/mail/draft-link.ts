/** Allowed by the manifest's `openLinkUrlPrefixes`. */
const WEB = "https://mail.google.com/mail/";

/**
 * Opens a draft in Gmail on the web. An answer stands in its thread, whose id stays while the draft is edited. A mail of
 * its own has no lasting address (docs/gmail-quirks.md): where Gmail does not take this one it shows Drafts, where the
 * newest stands first. `account` picks the mailbox where the browser is signed in to several.
 */
export const draftLink = (
  draft: { readonly messageId: string; readonly threadId: string; readonly answers: boolean },
  account: string | null,
): string =>
  linkOf(
    draft.answers
      ? `all/${encodeURIComponent(draft.threadId)}`
      : `drafts?compose=${encodeURIComponent(draft.messageId)}`,
    account,
  );

const linkOf = (place: string, account: string | null): string =>
  `${WEB}${account === null ? "" : `?authuser=${encodeURIComponent(account)}`}#${place}`;
