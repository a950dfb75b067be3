import * as z from "zod/mini";
import { utf8Bytes, utf8Text } from "#shared/kernel/bytes.ts";
import { canonicalText, cleanJson, parseJson } from "#shared/ledger/canonical.ts";
import { isId } from "#shared/ledger/entry.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import { segmentName } from "#shared/ledger/segment.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import { blobMemberName, segmentMemberName } from "#src/store/backup-format.ts";

/**
 * How a ledger lies in a folder that several devices share; the names within `segments/` and `vault/` are those of a
 * backup, and so is every byte of the files there:
 *
 *     <ledger>/relance.json                                 what this is, canonical JSON and a line feed
 *     <ledger>/segments/<writer>/<first>-<last>.jsonl       sealed segments of a writer, created once by that writer
 *     <ledger>/segments/<writer>/tail.jsonl                 the one file that a writer writes again
 *     <ledger>/carried/<carrier>/<writer>.<first>-<last>.jsonl   segments of a writer that never came here itself (a restored
 *                                                           backup), created once by the writer that had them
 *     <ledger>/heads/<writer>.json                          the heads of all that this writer has put here, as a Witness
 *     <ledger>/vault/<sha256>                               bytes of evidence, created once
 *
 * Every file has one writer, and names tell content: two devices can never be in each other's way. A sealed file is
 * written again for one reason only, that the law took words away. **This layout only grows**: a reader refuses a newer
 * version by name and leaves alone what it does not know.
 */
export const FOLDER_VERSION = 1;
const FORMAT = "relance-folder";

export const markerPath = (ledger: string): string => `${ledger}/relance.json`;
export const segmentsFolder = (ledger: string): string => `${ledger}/segments`;
export const writerFolder = (ledger: string, writer: string): string =>
  `${ledger}/segments/${writer}`;
export const carriedFolder = (ledger: string): string => `${ledger}/carried`;
export const carrierFolder = (ledger: string, carrier: string): string =>
  `${ledger}/carried/${carrier}`;
export const headsFolder = (ledger: string): string => `${ledger}/heads`;
export const headPath = (ledger: string, writer: string): string =>
  `${ledger}/heads/${writer}.json`;
export const vaultFolder = (ledger: string): string => `${ledger}/vault`;
export const blobPath = (ledger: string, sha256: string): string =>
  `${ledger}/${blobMemberName(sha256)}`;
export const tailPath = (ledger: string, writer: string): string =>
  `${writerFolder(ledger, writer)}/tail.jsonl`;
export const sealedPath = (ledger: string, segment: Segment): string =>
  `${ledger}/${segmentMemberName(segmentName(segment))}`;
export const carriedPath = (ledger: string, carrier: string, segment: Segment): string =>
  `${carrierFolder(ledger, carrier)}/${segmentName(segment).replace("/", ".")}.jsonl`;

export type PlacedFile = {
  readonly path: string;
  readonly writer: string;
  /** Null: a tail, whose name says nothing of what is in it. */
  readonly name: { readonly first: number; readonly last: string } | null;
};

const SEALED = /^(\d{9,15})-([0-9a-f]{16})\.jsonl$/;
const CARRIED = /^([A-Za-z0-9_-]{1,64})\.(\d{9,15}-[0-9a-f]{16}\.jsonl)$/;

/** A file in a writer's own folder; null for what this version does not know. */
export const placedInWriter = (ledger: string, writer: string, file: string): PlacedFile | null => {
  const path = `${writerFolder(ledger, writer)}/${file}`;
  if (file === "tail.jsonl") return { path, writer, name: null };
  const [, first, last] = SEALED.exec(file) ?? [];
  return first === undefined || last === undefined
    ? null
    : { path, writer, name: { first: Number(first), last } };
};

export const placedInCarrier = (
  ledger: string,
  carrier: string,
  file: string,
): PlacedFile | null => {
  const [, writer, rest] = CARRIED.exec(file) ?? [];
  if (writer === undefined || rest === undefined) return null;
  const placed = placedInWriter(ledger, writer, rest);
  return placed === null ? null : { ...placed, path: `${carrierFolder(ledger, carrier)}/${file}` };
};

export const writerOfHead = (file: string): string | null => {
  const writer = file.endsWith(".json") ? file.slice(0, -".json".length) : "";
  return isId(writer) ? writer : null;
};

const MARKER_SCHEMA = z.object({
  format: z.literal(FORMAT),
  version: z.int().check(z.positive()),
  ledger: z.string(),
});

export const markerBytes = (ledger: string): Uint8Array =>
  utf8Bytes(`${canonicalText({ format: FORMAT, ledger, version: FOLDER_VERSION })}\n`);

/** The version of the layout; null where it is not ours. */
export const versionOfMarker = (bytes: Uint8Array, ledger: string): number | null => {
  const marker = MARKER_SCHEMA.safeParse(parseJson(utf8Text(bytes) ?? ""));
  return marker.success && marker.data.ledger === ledger ? marker.data.version : null;
};

export const headBytes = (witness: Witness): Uint8Array =>
  utf8Bytes(`${canonicalText(cleanJson(witness))}\n`);
