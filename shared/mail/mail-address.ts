import type { MailAddress } from "./message.ts";

/** RFC 5321, 4.5.3.1: 64 + 1 + 255. */
const ADDRESS_CHARS_MAX = 320;
/** Characters of a display name in which an address is looked for. */
const SHOWN_CHARS_MAX = 300;

/**
 * The address that a display name shows where it is not the one it stands for: `"chef@client.example" <x@other.example>`.
 * Null where the name shows none, or the same one.
 */
export const addressShownBy = (person: MailAddress): string | null => {
  const parts = person.name.slice(0, SHOWN_CHARS_MAX).split(/[\s<>()[\],;:"'|=]+/);
  for (const part of parts) {
    const shown = soundAddress(part.split("\u200b").join(""));
    if (shown !== null && shown !== person.address && shown.includes(".", shown.indexOf("@")))
      return shown;
  }
  return null;
};

/** An addr-spec in lower case, or null where the words are none. A local part in quotes keeps them. */
export const soundAddress = (written: string): string | null => {
  const address = written.trim().toLowerCase();
  const at = address.lastIndexOf("@");
  if (at < 1 || at === address.length - 1 || address.length > ADDRESS_CHARS_MAX) return null;
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (UNSOUND.test(address) || UNSOUND_DOMAIN.test(domain)) return null;
  if (local.includes("@") && !local.startsWith('"')) return null;
  return domain.endsWith(".") ? address.slice(0, -1) : address;
};

const UNSOUND = /[\s<>,;]/;
const UNSOUND_DOMAIN = /[()"\\]/;
