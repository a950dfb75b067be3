import { CSV_CHARS_MAX, splitCsv } from "#shared/intake/csv-rows.ts";
import type { CsvRefusal, CsvTable } from "#shared/intake/csv-rows.ts";
import { err } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { DeskMessages } from "#shared/locales/desk.ts";
import type { Sentence } from "#shared/locales/locale.ts";

/** Before a chosen file is read at all: a film dropped by mistake must not fill the memory. */
export const FILE_BYTES_MAX = CSV_CHARS_MAX;

export type FileRefusal =
  | CsvRefusal
  | { readonly type: "csv-too-large" }
  | { readonly type: "csv-utf-16" }
  | { readonly type: "csv-spreadsheet" }
  | { readonly type: "csv-pdf" }
  | { readonly type: "csv-binary" };

/** UTF-8, else windows-1252, which is what spreadsheets of western Europe save when they do not say. */
export const tableOfBytes = (bytes: Uint8Array): Result<CsvTable, FileRefusal> => {
  if (bytes.length > FILE_BYTES_MAX) return err({ type: "csv-too-large" });
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return err({ type: "csv-utf-16" });
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return err({ type: "csv-spreadsheet" });
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) return err({ type: "csv-pdf" });
  if (bytes.includes(0)) return err({ type: "csv-binary" });
  return splitCsv(textOf(bytes));
};

const textOf = (bytes: Uint8Array): string => {
  const loose = new TextDecoder("utf-8").decode(bytes);
  // The character that stands for what is no UTF-8 may also be there by rights: then it decodes strictly too.
  if (!loose.includes("\ufffd")) return loose;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return new TextDecoder("windows-1252").decode(bytes);
    throw cause;
  }
};

export const fileRefusalText = (refusal: FileRefusal, words: DeskMessages): Sentence => {
  const { files } = words.import;
  switch (refusal.type) {
    case "csv-too-many-rows":
    case "csv-too-many-columns":
      return files[refusal.type](refusal.line);
    case "csv-field-too-long":
    case "csv-quote-open":
      return files[refusal.type](refusal.line, refusal.column);
    case "csv-empty":
    case "csv-too-long":
    case "csv-too-large":
    case "csv-utf-16":
    case "csv-spreadsheet":
    case "csv-pdf":
    case "csv-binary":
      return files[refusal.type];
  }
};
