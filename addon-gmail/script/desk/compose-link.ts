import type { MailDraft } from "#shared/app/use-case.ts";
import { wellFormed } from "#shared/kernel/bytes.ts";

/**
 * Gmail's own compose window with the words of a draft in it, by an address alone. The page of the desk has no open mail,
 * and without one the public manifest lets nobody lay a draft into the mailbox; this needs no right at all. It begins a new
 * thread, bears no header of ours and no file: the reference in its text is what it is known by once it is found again.
 */
const COMPOSE = "https://mail.google.com/mail/";

/** Google's servers take about 16 kB in a line; what lies between may take less (docs/gmail-quirks.md). */
const LINK_CHARS_MAX = 8_000;

/** Null: its words do not fit. */
export const composeLink = (draft: MailDraft): string | null => {
  const fields: readonly (readonly [string, string])[] = [
    ["view", "cm"],
    ["fs", "1"],
    ["to", draft.to.join(",")],
    ["cc", draft.cc.join(",")],
    ["su", draft.subject],
    ["body", draft.text],
  ];
  const query = fields
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`)
    .join("&");
  const account = draft.from === "" ? "" : `&authuser=${encodeURIComponent(draft.from)}`;
  const link = `${COMPOSE}?${query}${account}`;
  return link.length > LINK_CHARS_MAX ? null : link;
};
