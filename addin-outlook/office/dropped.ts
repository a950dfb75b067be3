import type { DropRefusal, DroppedFile, OutlookEvidence } from "#outlook/outlook.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { headerLinesOf } from "#shared/mail/header-fields.ts";
import { windows1252Text } from "#shared/mail/charsets.ts";
import { isCompoundFile } from "#src/files/compound-file.ts";
import { headerSection } from "#src/files/mail-head.ts";
import { mailOfMsg } from "#src/files/msg-mail.ts";

/** Fields of which a mail has at least one. */
const FIELDS = new Set(["from", "to", "date", "subject", "message-id", "received", "return-path"]);

/**
 * The mail in a dropped file, by its bytes and never by its name. An .eml that Outlook drops was written by Exchange for
 * the occasion, and one from a folder by we do not know whom: neither is called "as received".
 */
export const readDropped = (file: DroppedFile): Result<OutlookEvidence, DropRefusal> => {
  if (file.isLeft === true) return err({ type: "dropped-left" });
  if (isCompoundFile(file.bytes)) {
    const bytes = mailOfMsg(file.bytes);
    return bytes.ok
      ? ok({ bytes: bytes.value, obtained: "reconstructed" })
      : err({ type: "dropped-msg-unreadable" });
  }
  const fields = headerLinesOf(windows1252Text(headerSection(file.bytes)));
  return fields.some((one) => FIELDS.has(one.name.toLowerCase()))
    ? ok({ bytes: file.bytes, obtained: "regenerated" })
    : err({ type: "dropped-not-a-mail" });
};
