import { soundAddress } from "./mail-address.ts";
import { unaccented } from "./number-runs.ts";

/** Lines and characters of a mail that are looked through for the headers of others inside it. */
const LINES_MAX = 10_000;
const CHARS_MAX = 200_000;
const LINE_CHARS_MAX = 1_000;
/** Mails within mails that are looked at, and addresses taken of all of them. */
const BLOCKS_MAX = 12;
const ADDRESSES_MAX = 60;
/** Lines that one block of headers is written on. */
const BLOCK_LINES_MAX = 9;

type Field = "from" | "to" | "date" | "subject" | "id";

/** Names of header lines as mail programs print them, in upper case without accents. */
const FIELDS: ReadonlyMap<string, Field> = new Map(
  (
    [
      ["from", "FROM DE VON DA VAN FRA EXPEDITEUR EMETTEUR REPLY-TO"],
      ["to", "TO A AN PARA AAN TIL POUR CC COPIE KOPIE DESTINATAIRE DESTINATAIRES"],
      ["date", "DATE SENT ENVOYE GESENDET DATUM INVIATO DATA ENVIADO FECHA VERZONDEN SENDT"],
      ["subject", "SUBJECT OBJET SUJET BETREFF OGGETTO ASUNTO ONDERWERP EMNE"],
      ["id", "MESSAGE-ID"],
    ] as const
  ).flatMap(([field, names]) => names.split(" ").map((name) => [name, field] as const)),
);

export type QuotedMails = {
  /** Senders and recipients that headers within the text name, the outermost mail first. */
  readonly addresses: readonly string[];
  /** Without angle brackets. */
  readonly messageIds: readonly string[];
};

/**
 * What the headers of a mail say that stands inside another, forwarded or quoted: blocks of From, Date, Subject and To
 * as programs print them. Anybody can type such a block: it is a hint, never a proof.
 */
export const quotedIn = (text: string): QuotedMails => {
  const addresses = new Set<string>();
  const messageIds = new Set<string>();
  const searched = text.slice(0, CHARS_MAX);
  if (!searched.includes("@")) return { addresses: [], messageIds: [] };
  const lines = searched.split(/\r\n|\r|\n/).slice(0, LINES_MAX);
  let blocks = 0;
  for (let at = 0; at < lines.length && blocks < BLOCKS_MAX; at += 1) {
    if (fieldOf(lines[at] ?? "") === null) continue;
    const found = new Map<Field, string[]>();
    let end = at;
    for (let strange = 0; end < lines.length && end < at + BLOCK_LINES_MAX; end += 1) {
      const line = fieldOf(lines[end] ?? "");
      if (line !== null) found.set(line.field, [...(found.get(line.field) ?? []), line.value]);
      else if (end > at && (lines[end] ?? "").trim() !== "" && (strange += 1) > 1) break;
    }
    const has = (field: Field): boolean => found.has(field);
    const others = Number(has("to")) + Number(has("date")) + Number(has("subject"));
    if (!has("from") || others < 2) continue;
    blocks += 1;
    for (const value of [...(found.get("from") ?? []), ...(found.get("to") ?? [])])
      for (const address of addressesIn(value))
        if (addresses.size < ADDRESSES_MAX) addresses.add(address);
    for (const value of found.get("id") ?? []) {
      const id = value.split("<").join("").split(">").join("").trim();
      if (id !== "") messageIds.add(id);
    }
    at = end - 1;
  }
  return { addresses: [...addresses], messageIds: [...messageIds] };
};

const fieldOf = (line: string): { readonly field: Field; readonly value: string } | null => {
  let from = 0;
  while (from < line.length && from < 80 && ">|* \t\u00a0_".includes(line.charAt(from))) from += 1;
  const colon = line.indexOf(":", from);
  if (colon < 0 || colon - from > 20) return null;
  const name = unaccented(line.slice(from, colon).split("*").join("").trim().toUpperCase());
  const field = FIELDS.get(name);
  return field === undefined
    ? null
    : { field, value: line.slice(colon + 1, colon + 1 + LINE_CHARS_MAX) };
};

/** The addresses of a header line; those in angles alone where it has such, since a name may show another. */
const addressesIn = (value: string): readonly string[] => {
  const angled: string[] = [];
  const bare: string[] = [];
  for (const piece of value.split(/[\s,;()"'[\]]+/)) {
    const open = piece.indexOf("<");
    const isAngled = open >= 0;
    const inner = (isAngled ? piece.slice(open + 1) : piece).split(">")[0] ?? "";
    const address = soundAddress(inner.startsWith("mailto:") ? inner.slice(7) : inner);
    if (address !== null) (isAngled ? angled : bare).push(address);
  }
  return angled.length > 0 ? angled : bare;
};
