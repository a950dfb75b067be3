import { bytesOfHex, concatBytes, isWellFormed, sha256Hex } from "#shared/kernel/bytes.ts";
import { invariant } from "#shared/kernel/result.ts";
import {
  canonicalBytes,
  canonicalText,
  hasCanonicalText,
  isJsonObject,
  parseJson,
} from "./canonical.ts";
import type { Json, JsonObject } from "./canonical.ts";

/**
 * One event in the log, as it is hashed and kept. **This format never changes**; test/fixtures/ledger/ holds vectors.
 *
 * Header, payload and line are canonical texts (see canonical.ts) in UTF-8.
 *
 *     hash       = SHA-256(canonical header)
 *     commitment = SHA-256(salt ‖ canonical payload)         salt: 16 random bytes
 *     line       = {"body":…,"hash":…,"header":…}            body: {"payload":…,"salt":…} or "erased" or "withheld"
 *
 * The chain is checked from headers alone, so that a payload can be withheld from an extract, or erased by law, and all
 * else still holds. The salt keeps a withheld payload from being guessed out of its commitment.
 *
 * One real example (the first entry of a writer). Its header:
 *
 *     {"at":"2026-11-20T07:55:00.000Z","blobs":[],"by":"Claire Lacombe","commitment":"fffbc01cc06b3d8f0fea435125daac54ea467e610e704de6151d32aa844b252e","ledger":"led-0123456789abcdef0123","previous":"0000000000000000000000000000000000000000000000000000000000000000","sequence":1,"stream":"creditor","tick":1,"type":"ledger-opened","version":1,"writer":"wri-00112233445566778899"}
 *
 * whose SHA-256 is its hash, d045fc567d6d1167a66b42e369eae56115e4eb9528f6abe4c76852aae2b67bca; salt
 * 000102030405060708090a0b0c0d0e0f; payload {"data":{"name":"Menuiserie Lacombe SARL"}}.
 */
export type EntryHeader = {
  /** Which creditor's ledger. Letters, digits, `-` and `_`, at most 64; so is `writer`. */
  readonly ledger: string;
  /** One store of one installation. */
  readonly writer: string;
  /** 1, 2, 3 … within the writer. */
  readonly sequence: number;
  /** `account/<debtor>`, `creditor`, `bank` or `mailbox`. */
  readonly stream: string;
  /** Past tense, kebab-case. */
  readonly type: string;
  /** Version of the payload's schema. */
  readonly version: number;
  /** Lamport: 1 + the greatest tick its writer had seen. */
  readonly tick: number;
  /** Wall time of the writer, ISO 8601 in UTC with milliseconds: shown, never used for order. */
  readonly at: string;
  /** Name of the person who did it. */
  readonly by: string;
  /** Hash of the writer's entry before this one; 64 zeros for the first. */
  readonly previous: string;
  /** Bytes in the vault that this entry rests on. */
  readonly blobs: readonly BlobName[];
  readonly commitment: string;
};

export type BlobName = { readonly sha256: string; readonly size: number };

/** What an entry says. `batch` joins entries made by one act (an import), which are voided as one. */
export type Payload = { readonly batch?: string; readonly data: JsonObject };

export type EntryBody =
  | { readonly kind: "kept"; readonly salt: string; readonly payload: Payload }
  /** Removed by law; an entry `payload-erased` says why. */
  | { readonly kind: "erased" }
  /** Left out of this extract; another copy has it. */
  | { readonly kind: "withheld" };

export type Entry = {
  readonly hash: string;
  readonly header: EntryHeader;
  readonly body: EntryBody;
};

export const FIRST_PREVIOUS = "0".repeat(64);

/** Larger payloads are refused: words belong in entries, bytes in the vault. */
export const PAYLOAD_CHARS_MAX = 256 * 1024;
/** A line holds one payload and one header; more is not ours. */
export const LINE_CHARS_MAX = PAYLOAD_CHARS_MAX + 64 * 1024;
/** Blobs that one entry may name. */
export const BLOBS_MAX = 100;

export const hashOfHeader = (header: EntryHeader): string => sha256Hex(canonicalBytes(header));

export const commitmentOf = (salt: string, payload: Payload): string => {
  const bytes = bytesOfHex(salt);
  invariant(bytes !== null && bytes.length === 16, "a salt is 16 bytes in hexadecimal");
  return sha256Hex(concatBytes(bytes, canonicalBytes(payload)));
};

/**
 * The canonical line of an entry, without line feed. Put together from the canonical texts of its parts, so that a
 * payload may nest as deep in its line as by itself.
 */
export const lineOfEntry = ({ body, hash, header }: Entry): string => {
  const bodyText =
    body.kind === "kept"
      ? `{"payload":${canonicalText(body.payload)},"salt":"${body.salt}"}`
      : `"${body.kind}"`;
  return `{"body":${bodyText},"hash":"${hash}","header":${canonicalText(header)}}`;
};

/**
 * Reads the shape of a line; null where it is not an entry. Neither the hash nor the canonical form of the line is
 * checked here: that is the chain check's work, which must be able to look at altered entries. But whatever is read has
 * a canonical text, so that the check can hash it.
 */
export const parseEntryLine = (line: string): Entry | null => {
  if (line.length > LINE_CHARS_MAX) return null;
  const value = parseJson(line);
  if (!isJsonObject(value) || Object.keys(value).length !== 3) return null;
  const header = parseHeader(value["header"]);
  const body = parseBody(value["body"]);
  const hash = value["hash"];
  if (header === null || body === null || !isHash(hash)) return null;
  return { hash, header, body };
};

const HASH = /^[0-9a-f]{64}$/;

export const isHash = (value: Json | undefined): value is string =>
  typeof value === "string" && HASH.test(value);

const SALT = /^[0-9a-f]{32}$/;
/** Ledgers and writers stand in the lines of heads and in names of segments: nothing that could end a line or a name. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const HEADER_KEYS = 12;
const WALL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const parseHeader = (value: Json | undefined): EntryHeader | null => {
  if (!isJsonObject(value)) return null;
  if (Object.keys(value).length !== HEADER_KEYS) return null;
  const { at, blobs, by, commitment, ledger, previous } = value;
  const { sequence, stream, tick, type, version, writer } = value;
  if (!isId(ledger) || !isId(writer) || !isWord(stream) || !isWord(type)) return null;
  if (!isCount(sequence) || !isCount(version) || !isCount(tick)) return null;
  if (typeof at !== "string" || !WALL_TIME.test(at) || !isName(by)) return null;
  if (!isHash(previous) || !isHash(commitment)) return null;
  const names = parseBlobs(blobs);
  if (names === null) return null;
  return {
    at,
    blobs: names,
    by,
    commitment,
    ledger,
    previous,
    sequence,
    stream,
    tick,
    type,
    version,
    writer,
  };
};

const parseBlobs = (value: Json | undefined): readonly BlobName[] | null => {
  if (!Array.isArray(value) || value.length > BLOBS_MAX) return null;
  const names: BlobName[] = [];
  for (const item of value as readonly Json[]) {
    if (!isJsonObject(item) || Object.keys(item).length !== 2) return null;
    const { sha256, size } = item;
    if (!isHash(sha256) || typeof size !== "number" || !Number.isSafeInteger(size) || size < 0)
      return null;
    names.push({ sha256, size });
  }
  return names;
};

const parseBody = (value: Json | undefined): EntryBody | null => {
  if (value === "erased" || value === "withheld") return { kind: value };
  if (!isJsonObject(value) || Object.keys(value).length !== 2) return null;
  const { payload, salt } = value;
  if (typeof salt !== "string" || !SALT.test(salt)) return null;
  if (!isJsonObject(payload) || !hasCanonicalText(payload)) return null;
  const { batch, data } = payload;
  if (!isJsonObject(data)) return null;
  if (batch === undefined) {
    return Object.keys(payload).length === 1 ? { kind: "kept", salt, payload: { data } } : null;
  }
  if (!isWord(batch) || Object.keys(payload).length !== 2) return null;
  return { kind: "kept", salt, payload: { batch, data } };
};

/** Streams, types and names of people are short. */
const WORD_CHARS_MAX = 200;

export const isId = (value: Json | undefined): value is string =>
  typeof value === "string" && ID.test(value);

const isName = (value: Json | undefined): value is string =>
  typeof value === "string" && value.length <= WORD_CHARS_MAX && isWellFormed(value);

const isWord = (value: Json | undefined): value is string => isName(value) && value.length > 0;

const isCount = (value: Json | undefined): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 1;
