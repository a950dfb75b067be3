import { Buffer } from "node:buffer";
import { decodedWords } from "#shared/mail/encoded-words.ts";
import { fieldValueOf, headerLinesOf } from "#shared/mail/header-fields.ts";

/** One part of a mail, as Gmail's `MessagePart` tells it. */
export type MimePart = {
  readonly partId: string;
  readonly mimeType: string;
  readonly filename: string;
  readonly headers: readonly HeaderLine[];
  /** Without its transfer encoding; null for a multipart. */
  readonly bytes: Uint8Array | null;
  readonly parts: readonly MimePart[];
};

export type HeaderLine = { readonly name: string; readonly value: string };

const NESTING_MAX = 40;

export const mimeTree = (raw: Uint8Array): MimePart => partOf(latin1(raw), "", 0);

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");

const splitHead = (text: string): readonly [head: string, body: string] => {
  const end = /\r?\n\r?\n/.exec(text);
  return end === null
    ? [text, ""]
    : [text.slice(0, end.index), text.slice(end.index + end[0].length)];
};

/** Lines as they stand, unfolded: bytes above 127 are UTF-8. */
export const headersOf = (raw: Uint8Array): readonly HeaderLine[] =>
  headerLines(splitHead(latin1(raw))[0]);

const headerLines = (head: string): readonly HeaderLine[] =>
  headerLinesOf(Buffer.from(head, "latin1").toString("utf8"));

const valueOf = (headers: readonly HeaderLine[], name: string): string =>
  headers.find((one) => one.name.toLowerCase() === name)?.value ?? "";

const partOf = (text: string, partId: string, depth: number): MimePart => {
  const [head, body] = splitHead(text);
  const lines = headerLines(head);
  const type = fieldValueOf(valueOf(lines, "content-type"));
  const mimeType = type.value.toLowerCase() || "text/plain";
  const disposition = fieldValueOf(valueOf(lines, "content-disposition"));
  const filename = decodedWords(
    disposition.params.get("filename") ?? type.params.get("name") ?? "",
  );
  // Gmail tells the values of headers decoded.
  const headers = lines.map(({ name, value }) => ({ name, value: decodedWords(value) }));
  const boundary = type.params.get("boundary");
  if (mimeType.startsWith("multipart/") && boundary !== undefined && depth < NESTING_MAX) {
    const parts = pieces(body, boundary).map((piece, at) =>
      partOf(piece, partId === "" ? String(at) : `${partId}.${String(at)}`, depth + 1),
    );
    return { partId, mimeType, filename, headers, bytes: null, parts };
  }
  const bytes = decoded(body, valueOf(lines, "content-transfer-encoding").trim().toLowerCase());
  const parts =
    mimeType === "message/rfc822" && depth < NESTING_MAX
      ? [partOf(latin1(bytes), `${partId === "" ? "" : `${partId}.`}0`, depth + 1)]
      : [];
  return { partId, mimeType, filename, headers, bytes, parts };
};

const pieces = (body: string, boundary: string): readonly string[] => {
  const found: string[] = [];
  const mark = `--${boundary}`;
  let current: string[] | null = null;
  for (const line of body.split("\n")) {
    const trimmed = line.trimEnd();
    if (trimmed === mark || trimmed === `${mark}--`) {
      if (current !== null) found.push(current.join("\n").replace(/\r$/, ""));
      current = trimmed === mark ? [] : null;
    } else current?.push(line);
  }
  if (current !== null) found.push(current.join("\n"));
  return found;
};

const decoded = (body: string, encoding: string): Uint8Array => {
  if (encoding === "base64")
    return new Uint8Array(Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ""), "base64"));
  if (encoding !== "quoted-printable") return new Uint8Array(Buffer.from(body, "latin1"));
  // A space before the sign of a soft break is the text's; after it, it is the transport's.
  const joined = body.replace(/=[ \t]*\r?\n/g, "");
  const text = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return new Uint8Array(Buffer.from(text, "latin1"));
};
