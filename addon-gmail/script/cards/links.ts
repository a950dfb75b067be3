import type { DeskPageName } from "./action-ref.ts";
import type { OpenLink } from "./card.ts";

/**
 * Addresses that a card may open. All begin with one of the manifest's `openLinkUrlPrefixes`; what comes from a mail goes
 * into them encoded, and nothing else of a mail does.
 */
const GMAIL = "https://mail.google.com/mail/";

/** A Message-ID beyond this is crafted: real ones stay under 255 characters. */
const MESSAGE_ID_CHARS_MAX = 500;

/** Gmail finds a mail by its Message-ID in any thread; there is no address that shows one straight away. */
export const mailLink = (messageId: string): OpenLink => {
  const bare = messageId.trim().replace(/^</, "").replace(/>$/, "").slice(0, MESSAGE_ID_CHARS_MAX);
  return {
    kind: "open",
    url: `${GMAIL}#search/${encodeURIComponent(`rfc822msgid:${wellFormed(bare)}`)}`,
    over: false,
  };
};

/** A page of the desk, in an overlay that leaves Gmail where it is. Its parameters are read again by the desk. */
export const deskLink = (base: string, page: DeskPageName, account: string | null): OpenLink => ({
  kind: "open",
  url: `${base}?page=${page}${account === null ? "" : `&account=${encodeURIComponent(account)}`}`,
  over: true,
});

/** `encodeURIComponent` throws on half a sign of two units. */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
