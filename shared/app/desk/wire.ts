import * as z from "zod/mini";

z.config({ jitless: true });

/**
 * How a desk and a script that holds its store talk where every word is one call that takes a text and answers a text
 * (Apps Script's `google.script.run`). Nothing is remembered from one call to the next but what lies in the store, so a
 * text too long for one call is packed and goes in pieces. Both sides are of one build; each reads the other as a stranger.
 */

/** Characters of one call either way. Google names no limit; one of 50 MB is known for files of forms. */
export const CALL_CHARS_MAX = 2_000_000;
/** Beyond, a text is packed: most views are shorter. */
export const PLAIN_CHARS_MAX = 200_000;
/** Characters of packed text in one piece: some are left for what stands around it. */
export const PIECE_CHARS = 1_800_000;
/** Pieces of one packed text: 36 MB of it, the largest mail that Gmail takes in, twice told in base64. */
export const PIECES_MAX = 20;
/** Bytes of one file that fit into them. */
export const FILE_BYTES_MAX = 26_000_000;
/** Characters of a text once unpacked. */
export const TEXT_CHARS_MAX = 150_000_000;

const key = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const piece = z.string().check(z.maxLength(PIECE_CHARS));
const rank = z.int().check(z.nonnegative(), z.maximum(PIECES_MAX));
const language = z.enum(["fr", "en"]);
/** Of which build the page is; null before the script has told it. */
const build = z.nullable(z.string().check(z.maxLength(40)));

const head = { build, language };

/** A request of the page, whole or in pieces, or the wish for the rest of an answer. */
export const toScript = z.discriminatedUnion("type", [
  z.object({
    ...head,
    type: z.literal("text"),
    text: z.string().check(z.maxLength(CALL_CHARS_MAX)),
  }),
  z.object({ ...head, type: z.literal("packed"), gzip: piece }),
  /** Kept until the last one is there. */
  z.object({ ...head, type: z.literal("piece"), key, at: rank, gzip: piece }),
  /** The last one: the request is done. */
  z.object({ ...head, type: z.literal("last"), key, at: rank, gzip: piece }),
  z.object({ ...head, type: z.literal("more"), key, at: rank }),
]);
export type ToScript = z.infer<typeof toScript>;

const told = { build: z.string(), before: z.nullable(z.string()), after: z.nullable(z.string()) };

/** `before` and `after`: where the ledger stood, so that the page knows what changed, and by whom. */
export const toPage = z.discriminatedUnion("type", [
  z.object({ ...told, type: z.literal("text"), text: z.string() }),
  z.object({ ...told, type: z.literal("packed"), gzip: z.string() }),
  /** The first of several pieces; the rest is asked for by the key. */
  z.object({ ...told, type: z.literal("pieces"), gzip: z.string(), key, of: rank }),
  z.object({ type: z.literal("more"), gzip: z.string() }),
  z.object({ type: z.literal("kept") }),
  z.object({
    type: z.literal("fault"),
    fault: z.enum([
      /** What came is no word of ours. */
      "unreadable",
      "too-large",
      /** The cache let a piece go. */
      "pieces-gone",
      /** The page is of another build: it must be loaded again. */
      "other-build",
      /** Nobody foresaw it. */
      "unforeseen",
    ]),
  }),
]);
export type ToPage = z.infer<typeof toPage>;
export type WireFault = Extract<ToPage, { readonly type: "fault" }>["fault"];

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const name = z.string().check(z.maxLength(200));
const count = z.int().check(z.nonnegative());

const zBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const NAMES_MAX = 2_000;

/** What a page may ask for. A use case is asked for by its name, and only one of the list in `cases.ts`. */
export const deskRequest = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("hello") }),
  z.object({
    ask: z.literal("run"),
    name,
    /** Of the type that the name says, which no schema repeats: the use case itself refuses what it cannot take. */
    input: z.unknown(),
    bytes: z.map(sha256, zBytes),
  }),
  /** A new ledger, or a new writer of the one named. */
  z.object({ ask: z.literal("begin"), ledger: z.nullable(name) }),
  /** Null: stays as it is. */
  z.object({
    ask: z.literal("keep-prefs"),
    author: z.nullable(name),
    language: z.nullable(language),
  }),
  z.object({ ask: z.literal("segment-names") }),
  z.object({ ask: z.literal("segment-texts"), names: z.array(name).check(z.maxLength(NAMES_MAX)) }),
  z.object({ ask: z.literal("blob-names") }),
  /** A run of the bytes: as much as one answer takes. */
  z.object({ ask: z.literal("blob"), sha256, from: count }),
  z.object({ ask: z.literal("keep-blob"), sha256, bytes: zBytes }),
  z.object({
    ask: z.literal("take-in"),
    texts: z.array(z.string()).check(z.maxLength(NAMES_MAX)),
  }),
  z.object({ ask: z.literal("refold") }),
  /** Goes on with what is left of a damaged journal; where that takes longer than a call, `refold` goes on with it. */
  z.object({ ask: z.literal("recover") }),
  /** Takes what lies in the store's bin out of it, and answers how much still lies there. */
  z.object({ ask: z.literal("out-of-bin") }),
  z.object({ ask: z.literal("witness") }),
  z.object({
    ask: z.literal("keep-witness"),
    witness: z.object({
      ledger: name,
      heads: z.array(z.object({ writer: name, sequence: count, hash: sha256 })),
      ledgerHead: sha256,
    }),
  }),
  z.object({ ask: z.literal("draft-link"), draft: name }),
]);
export type DeskRequest = z.infer<typeof deskRequest>;

/** Bytes of a blob in one answer: twice that is what base64 of packed base64 of them may take. */
export const BLOB_BYTES = 4_000_000;

/** What the page is told at first, and again when it asks. */
export const deskState = z.object({
  /** Null: no ledger has been begun. */
  tip: z.nullable(
    z.object({ ledger: name, writer: name, sequence: count, hash: name, tick: count }),
  ),
  author: z.string(),
  language,
  timeZone: z.string(),
  /** Drafts can be laid into the mailbox from here; else they are opened by a link that holds their words. */
  writesDrafts: z.boolean(),
  likelyAddresses: z.array(z.string()),
  entries: count,
  /** Files of the journal that a recovery went on without. */
  missingFiles: count,
  /** Files of ours that were last found in the store's bin. */
  binned: count,
});
export type DeskState = z.infer<typeof deskState>;

/** What a folding of the store answers: done, or how far it has come. */
export const foldProgress = z.object({ done: z.boolean(), steps: count, stepsDone: count });

/** How an earlier draft opens, or why it must not; neither: nothing is known of it. */
export const draftLink = z.object({
  link: z.nullable(z.string()),
  why: z.nullable(
    z.array(z.union([z.object({ own: z.string() }), z.object({ foreign: z.string() })])),
  ),
});

/** What a run answers beside its view: links of the drafts that it prepared, by their ids. */
export type RunAnswer = {
  readonly view: unknown;
  readonly links: ReadonlyMap<string, string>;
};

export const runAnswer = z.object({
  view: z.unknown(),
  links: z.map(z.string(), z.string()),
});

/** Every answer: what was asked for, or why not. */
export const answered = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.looseObject({ type: z.string() }) }),
]);
