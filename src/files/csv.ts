import { utf8Text } from "#shared/kernel/bytes.ts";
import { err } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { splitCsv } from "#shared/intake/csv-rows.ts";
import type { CsvRefusal, CsvTable } from "#shared/intake/csv-rows.ts";
import { windows1252Text } from "#shared/mail/charsets.ts";

/** The largest table that is opened: 200,000 lines of an export are about 30 MB. */
export const CSV_BYTES_MAX = 32 * 1024 * 1024;

/** Why bytes are no table of ours. */
export type CsvFileRefusal =
  | CsvRefusal
  | { readonly type: "csv-too-large"; readonly bytes: number; readonly bytesMax: number }
  /** Saved as "Unicode text": to be saved again as CSV UTF-8. */
  | { readonly type: "csv-utf-16" }
  /** A spreadsheet, a PDF or another binary file: to be exported as CSV. */
  | { readonly type: "csv-not-text"; readonly what: "zip" | "pdf" | "other" };

/**
 * A table out of bytes: UTF-8 with or without its mark, else windows-1252, which is what spreadsheets of western Europe
 * save when they do not say.
 */
export const readCsvBytes = (bytes: Uint8Array): Result<CsvTable, CsvFileRefusal> => {
  if (bytes.length > CSV_BYTES_MAX)
    return err({ type: "csv-too-large", bytes: bytes.length, bytesMax: CSV_BYTES_MAX });
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return err({ type: "csv-utf-16" });
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4)
    return err({ type: "csv-not-text", what: "zip" });
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46)
    return err({ type: "csv-not-text", what: "pdf" });
  if (bytes.includes(0)) return err({ type: "csv-not-text", what: "other" });
  return splitCsv(utf8Text(bytes) ?? windows1252Text(bytes));
};
