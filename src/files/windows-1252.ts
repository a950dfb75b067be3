/**
 * The 32 places where windows-1252 differs from ISO 8859-1 (WHATWG Encoding, index-windows-1252). Five are unassigned
 * and stay as they are. Node 20's TextDecoder leaves all of them as control characters, U+0080 to U+009F.
 */
const UPPER =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/**
 * Maps U+0080 to U+009F as windows-1252 would have. Those controls have no use in mail; where they stand, a decoder
 * took windows-1252 for ISO 8859-1, or the sender did.
 */
export const repairWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (char) => UPPER.charAt(char.charCodeAt(0) - 0x80));

/** Bytes as windows-1252. Never fails: each byte is a character. */
export const windows1252Text = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return repairWindows1252(parts.join(""));
};
