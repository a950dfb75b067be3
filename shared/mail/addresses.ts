import { MAIL_LIMITS } from "./message.ts";
import type { MailAddress } from "./message.ts";

/** Characters of an address line that are read; past it no person wrote the list. */
export const ADDRESS_LINE_CHARS_MAX = 200_000;
/** Comments within comments (RFC 5322, 3.2.2); deeper ones are made to exhaust a stack. */
const COMMENT_DEPTH_MAX = 10;

/**
 * The mailboxes of an address line (RFC 5322, 3.4), decoded beforehand: `"DUPONT, Jean" <j@d.example>`, groups
 * (`Compta: a@d.example, b@d.example;`), comments and bare addresses. Display names stay names: an address in one is
 * never taken for the address.
 */
export const addressesOf = (line: string): readonly MailAddress[] => {
  const text = line.slice(0, ADDRESS_LINE_CHARS_MAX);
  const found: MailAddress[] = [];
  let name = "";
  let comment = "";
  let angle: string | null = null;
  const close = (): void => {
    const bare = name.trim();
    const address = (angle ?? (bare.includes("@") ? bare : "")).trim().toLowerCase();
    if (address.indexOf("@") > 0 && !/[\s<>,;"]/.test(address))
      found.push({ address, name: angle === null ? comment.trim() : bare });
    name = "";
    comment = "";
    angle = null;
  };
  for (let at = 0; at < text.length && found.length < MAIL_LIMITS.addressesPerField; at += 1) {
    const char = text.charAt(at);
    if (char === '"') {
      at += 1;
      for (; at < text.length && text.charAt(at) !== '"'; at += 1) {
        if (text.charAt(at) === "\\") at += 1;
        name += text.charAt(at);
      }
    } else if (char === "(") {
      let depth = 1;
      for (at += 1; at < text.length && depth > 0; at += 1) {
        const inner = text.charAt(at);
        if (inner === "\\") at += 1;
        else if (inner === "(" && depth < COMMENT_DEPTH_MAX) depth += 1;
        else if (inner === ")") depth -= 1;
        if (depth > 0) comment += text.charAt(at);
      }
      at -= 1;
    } else if (char === "<") {
      const end = text.indexOf(">", at);
      angle = text.slice(at + 1, end < 0 ? text.length : end);
      at = end < 0 ? text.length : end;
    } else if (char === "," || char === ";") close();
    else if (char === ":" && angle === null) name = "";
    else name += char;
  }
  close();
  return found.slice(0, MAIL_LIMITS.addressesPerField);
};
