import { utf8Bytes, utf8Text } from "#shared/kernel/bytes.ts";
import { windows1252Text } from "#shared/mail/charsets.ts";

/** Parts whose headers are mended; a mail of a million empty parts stops here. */
const PARTS_MAX = 10_000;
const LF = 10;
const CR = 13;
const DASH = 45;

/**
 * A copy of a mail in which 8-bit header lines that are not UTF-8 are UTF-8, and text parts that name no charset are
 * named windows-1252: what a reader in the west of Europe means when it does not say. For decoding only; what is filed
 * is always the mail itself.
 */
export const withLatinNamed = (bytes: Uint8Array): Uint8Array => {
  const out: Uint8Array[] = [];
  const boundaries: string[] = [];
  let inHeaders = true;
  let header: string[] = [];
  let parts = 0;
  let copied = 0;
  const endHeaders = (until: number): void => {
    const mended = mendedHeaders(header, boundaries);
    out.push(utf8Bytes(mended));
    copied = until;
    header = [];
    inHeaders = false;
  };
  for (let at = 0; at < bytes.length && parts < PARTS_MAX;) {
    const found = bytes.indexOf(LF, at);
    const next = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(at, next);
    if (inHeaders) {
      const isEmpty = line.length === 1 || (line.length === 2 && line[0] === CR);
      if (isEmpty) endHeaders(at);
      else header.push(utf8Text(line) ?? windows1252Text(line));
    } else if (line[0] === DASH && line[1] === DASH && line.length < 300) {
      const text = windows1252Text(line).trim();
      if (boundaries.some((boundary) => text === `--${boundary}`)) {
        out.push(bytes.subarray(copied, next));
        copied = next;
        inHeaders = true;
        parts += 1;
      }
    }
    at = next;
  }
  if (inHeaders && header.length > 0) endHeaders(bytes.length);
  out.push(bytes.subarray(copied));
  let length = 0;
  for (const run of out) length += run.length;
  const whole = new Uint8Array(length);
  let to = 0;
  for (const run of out) {
    whole.set(run, to);
    to += run.length;
  }
  return whole;
};

const mendedHeaders = (lines: readonly string[], boundaries: string[]): string => {
  const first = lines.findIndex((line) => /^content-type[ \t]{0,9}:/i.test(line));
  if (first < 0) {
    const end = lines[0]?.endsWith("\r\n") === true ? "\r\n" : "\n";
    return `${lines.join("")}Content-Type: text/plain; charset=windows-1252${end}`;
  }
  let last = first;
  while (/^[ \t]/.test(lines[last + 1] ?? "")) last += 1;
  const value = lines.slice(first, last + 1).join("");
  const boundary = /boundary[ \t]{0,9}=[ \t]{0,9}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i.exec(
    value,
  );
  if (boundary !== null) boundaries.push((boundary[1] ?? boundary[2] ?? "").trim());
  const isText = /^content-type[ \t]{0,9}:[ \t]{0,9}text(?:\/|[\s;])/i.test(value);
  if (!isText || /charset/i.test(value)) return lines.join("");
  const end = value.endsWith("\r\n") ? "\r\n" : "\n";
  const named = `${value.trimEnd().replace(/;$/, "")}; charset=windows-1252${end}`;
  return [...lines.slice(0, first), named, ...lines.slice(last + 1)].join("");
};

/** The mail with line feeds, where it has none at all and only carriage returns (old Macintosh programs). */
export const withLineFeeds = (bytes: Uint8Array): Uint8Array => {
  const start = bytes.subarray(0, 65_536);
  if (start.indexOf(LF) >= 0 || start.indexOf(CR) < 0) return bytes;
  return bytes.map((byte) => (byte === CR ? LF : byte));
};
