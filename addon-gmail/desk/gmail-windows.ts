import { wellFormed } from "#shared/kernel/bytes.ts";

const GMAIL = "https://mail.google.com/mail/";
/** A Message-ID beyond this is crafted: real ones stay under 255 characters. */
const MESSAGE_ID_CHARS_MAX = 500;

/** Gmail finds a mail by its Message-ID in any thread; there is no address that shows one straight away. */
export const mailAddress = (messageId: string): string => {
  const bare = messageId.trim().replace(/^</, "").replace(/>$/, "").slice(0, MESSAGE_ID_CHARS_MAX);
  return `${GMAIL}#search/${encodeURIComponent(`rfc822msgid:${wellFormed(bare)}`)}`;
};

/** Opens a window of Gmail's, and of nobody else; false where the browser did not let it. */
export const openGmailWindow = (address: string): boolean => {
  if (!address.startsWith(GMAIL)) return false;
  const opened = window.open(address, "_blank");
  if (opened === null) return false;
  // Asked for by `noopener` nobody would learn whether it opened.
  opened.opener = null;
  return true;
};
