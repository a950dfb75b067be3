import { readingFor } from "#shared/app/confirm-reading.ts";
import { REPLY_CASES } from "#shared/app/desk/reply-cases.ts";
import type { RepliesPart } from "#gmail/script/actions/part-types.ts";

/** Of the use cases of the desk those that read replies, and with them the rules of reading. */
export const replies: RepliesPart = { REPLY_CASES, readingFor };
