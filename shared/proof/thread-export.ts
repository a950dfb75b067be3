import type { AccountState, Exchange, ExchangeVersion } from "#shared/claims/account.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { compareText } from "#shared/kernel/text.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { longDate } from "#shared/locales/calendar-words.ts";

/** One member of the export: bytes from the vault under their hash, or a text made here. */
export type ExportMember =
  | { readonly name: string; readonly sha256: string; readonly size: number }
  | { readonly name: string; readonly text: string };

export type ThreadExport = {
  readonly fileName: string;
  readonly members: readonly ExportMember[];
  /** Vault names that the export needs. A named blob that is absent is left out, and said in the chronology. */
  readonly needs: readonly string[];
};

/** Letters kept of a subject in a file's name. */
const SLUG_CHARS_MAX = 40;
/** Letters of a subject that are looked at for it. */
const NORMALISED_CHARS_MAX = 400;

/**
 * The exchanges of an account as a file that anybody can check without us: the untouched mails, numbered in order of
 * date; a readable chronology; and a manifest in the format of GNU coreutils, which `sha256sum -c manifest-sha256.txt`
 * accepts. Internal exchanges are never in it.
 */
export const threadExport = (
  state: AccountState,
  creditor: string,
  absent: ReadonlySet<string>,
  today: CalendarDate,
  language: Language,
): ThreadExport => {
  const exchanges = state.exchanges
    .filter((exchange) => exchange.direction !== "internal")
    .sort((a, b) => compareText(a.on, b.on) || compareText(a.at, b.at));
  const debtor = state.debtor?.name ?? state.account;
  const files: { readonly name: string; readonly version: ExchangeVersion }[] = [];
  const paragraphs = exchanges.map((exchange, index) => {
    const names = exchange.versions.map((version, rank) => {
      const name = fileNameOf(exchange, index + 1, rank);
      if (!absent.has(version.sha256)) files.push({ name, version });
      return { name, version, isAbsent: absent.has(version.sha256) };
    });
    return paragraphOf(exchange, index + 1, names, language);
  });
  const words = MAIL_WORDS[language].chronology;
  const chronology = [
    words.title(oneLine(debtor), oneLine(creditor)),
    "",
    words.intro(exchanges.length, longDate(today, language)),
    "",
    ...paragraphs,
    words.howToCheck,
    "",
  ].join("\n");
  const chronologyName = language === "fr" ? "chronologie.txt" : "chronology.txt";
  const manifest = [
    ...files.map(({ name, version }) => manifestLine(version.sha256, name)),
    manifestLine(sha256Hex(utf8Bytes(chronology)), chronologyName),
  ].join("");
  return {
    fileName: `${slugOf(debtor)}-${today}.zip`,
    needs: files.map(({ version }) => version.sha256),
    members: [
      ...files.map(({ name, version }) => ({ name, sha256: version.sha256, size: version.size })),
      { name: chronologyName, text: chronology },
      { name: "manifest-sha256.txt", text: manifest },
    ],
  };
};

const manifestLine = (sha256: string, name: string): string => `${sha256}  ${name}\n`;

const fileNameOf = (exchange: Exchange, number: number, rank: number): string => {
  const place = String(number).padStart(3, "0");
  const version = rank === 0 ? "" : `-v${String(rank + 1)}`;
  const subject = slugOf(exchange.subject ?? exchange.kind);
  return `mails/${place}-${exchange.on}-${exchange.direction}-${subject}${version}.eml`;
};

/** ASCII letters and digits: names that every system and `sha256sum` read alike. */
const slugOf = (text: string): string => {
  const plain = text
    .slice(0, NORMALISED_CHARS_MAX)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]/g, " ")
    .trim()
    .split(/ +/)
    .join("-")
    .slice(0, SLUG_CHARS_MAX);
  return plain === "" ? "mail" : plain;
};

const paragraphOf = (
  exchange: Exchange,
  number: number,
  files: readonly {
    readonly name: string;
    readonly version: ExchangeVersion;
    readonly isAbsent: boolean;
  }[],
  language: Language,
): string => {
  const words = MAIL_WORDS[language];
  const { chronology } = words;
  const colon = language === "fr" ? " : " : ": ";
  const line = (label: string, value: string): string => `  ${label}${colon}${value}\n`;
  const kind = chronology.kinds[exchange.kind];
  const way = chronology.directions[exchange.direction];
  let text = `${chronology.exhibit(number)} · ${oneLine(exchange.at)} · ${kind} (${way})\n`;
  if (exchange.from !== null) text += line(chronology.from, oneLine(exchange.from));
  if (exchange.to.length > 0) text += line(chronology.to, exchange.to.map(oneLine).join(", "));
  if (exchange.subject !== null) text += line(chronology.subject, oneLine(exchange.subject));
  if (files.length === 0) text += `  ${chronology.noBytes}\n`;
  for (const { name, version, isAbsent } of files) {
    text += isAbsent ? `  ${chronology.absent}\n` : `  ${name}\n`;
    text += line(chronology.hash, version.sha256);
    text += line(chronology.howObtained, words.obtained[version.obtained].own);
  }
  for (const said of (exchange.words ?? "").split("\n")) {
    // Each line of theirs is set off by a bar, so that no mail can pass off a line as ours.
    if (said.trim() !== "") text += `  | ${oneLine(said)}\n`;
  }
  return text;
};

/** Neither line breaks nor marks that turn the direction of writing: both could make words of theirs look like ours. */
const oneLine = (text: string): string =>
  text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    " ",
  );
