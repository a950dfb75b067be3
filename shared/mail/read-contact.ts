import type { MailAddress } from "./message.ts";
import type { Valued } from "./read-values.ts";

/** Addresses looked at in one mail. */
const CONTACTS_MAX = 200;

/**
 * An address to write to instead: in the words, and neither the sender's nor the creditor's. A liquidator or a solicitor
 * gives their own, which counts where `sender` is "too": it is none of the debtor's.
 */
export const contactIn = (
  words: string,
  from: MailAddress | null,
  ownAddresses: readonly string[],
  sender: "left-out" | "too" = "left-out",
): Valued<string> | null => {
  const own = new Set(ownAddresses.map((one) => one.toLowerCase()));
  const isPart = (char: string): boolean => char !== "" && !/[\s<>()[\],;:"'«»|@]/.test(char);
  let at = words.indexOf("@");
  for (let seen = 0; at >= 0 && seen < CONTACTS_MAX; at = words.indexOf("@", at + 1), seen += 1) {
    let start = at;
    let to = at + 1;
    while (at - start < 64 && isPart(words.charAt(start - 1))) start -= 1;
    while (to - at < 255 && isPart(words.charAt(to))) to += 1;
    while (/[.!?]/.test(words.charAt(to - 1))) to -= 1;
    const address = words.slice(start, to).toLowerCase();
    const isAddress = start < at && address.indexOf(".", address.indexOf("@") + 2) > 0;
    if (!isAddress || own.has(address) || (address === from?.address && sender === "left-out"))
      continue;
    const span = { of: "newWords" as const, from: start, to };
    const quote = words.slice(start, to);
    return { value: address, grounds: [{ of: "contact", quote, span, rule: "contact.address" }] };
  }
  return null;
};
