import { readTable } from "#shared/intake/read-table.ts";
import type { InvoiceIntake } from "#shared/intake/rows.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { readCsvBytes } from "#src/files/csv.ts";
import { factsOf } from "./bench.ts";
import type { Bench } from "./bench.ts";
import { WIRE } from "./server/wire.ts";

/** The invoices file given on the command line, read; or why it is none. */
export const readInvoicesFile = async (bench: Bench): Promise<Result<InvoiceIntake, Sentence>> => {
  const words = bench.words.peek();
  const bytes = await invoicesBytes();
  if (bytes === null) return err(words.mail.serverGone);
  const table = readCsvBytes(bytes);
  if (!table.ok) return err(words.import.notReadable);
  const intake = readTable(table.value, null, { today: factsOf(bench).today, currency: "EUR" });
  if (intake === null) return err(words.import.notReadable);
  return intake.kind === "invoices" ? ok(intake) : err(words.import.otherKind);
};

const invoicesBytes = async (): Promise<Uint8Array | null> => {
  try {
    const response = await fetch(WIRE.invoices);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    // Nobody listens any more: the caller says how to start again.
    return null;
  }
};
