import { openMail } from "#shared/app/open-mail.ts";
import { performReading } from "#gmail/script/actions/mail-actions.ts";
import type { ReadingPart } from "#gmail/script/actions/part-types.ts";
import { fileSent } from "#gmail/script/mail/file-mail.ts";
import { lookForAnswers } from "#gmail/script/mail/looks.ts";

/** The rules of reading, and what is done with an open mail: fetched for the mail of a debtor. */
export const reading: ReadingPart = { openMail, fileSent, lookForAnswers, performReading };
