import { keepLetter } from "#shared/app/keep-letter.ts";
import { printLetter } from "#shared/app/print-letter.ts";
import type { PrintLetterInput } from "#shared/app/print-letter.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { hexOfBytes, utf8Bytes } from "#shared/kernel/bytes.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Host } from "./host.ts";
import { joinedUndo } from "#shared/app/joined-undo.ts";
import type { AnyRefusal } from "./refusal-text.ts";

/**
 * Prints a letter once its page is kept, byte for byte: nothing goes out that the file could not show. The page opens
 * beside; where the host has no place for it, it is a file.
 */
export const printKept = async (
  host: Host,
  input: PrintLetterInput,
): Promise<Result<DoneView, AnyRefusal>> => {
  const page = await host.run(printLetter, input);
  if (!page.ok) return page;
  const { html, fileName, draft, text, undo } = page.value;
  const bytes = utf8Bytes(html);
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  const sha256 = hexOfBytes(new Uint8Array(digest));
  const kept = await host.run(
    keepLetter,
    { account: input.account, draft, fileName, blob: { sha256, size: bytes.length } },
    { bytes: new Map([[sha256, bytes]]) },
  );
  if (!kept.ok) return kept;
  if (host.print === undefined || !(await host.print(html, fileName))) {
    await host.download(fileName, "text/html;charset=utf-8", bytes);
  }
  return ok({ text, undo: joinedUndo([undo, kept.value.undo]) });
};
