import type { FiledAs, LookedFor } from "#shared/app/look-for.ts";
import type { Language } from "#shared/kernel/money.ts";
import { bareMessageId } from "#shared/mail/message.ts";
import { askAll, inPath, jsonIn } from "./gmail-client.ts";
import { applyLabels, knownLabels, labelsAreOn } from "./labels.ts";
import type { KnownLabels, LabelKind } from "./labels.ts";
import type { GmailFault, Mailbox } from "./mail.ts";
import { listSchema, namedHeadSchema } from "./shapes.ts";

/** Mails with one of our labels that are looked at each hour: the newest. */
const MARKED_MAX = 100;
/** « Suivi » stays for good: it is looked at again for as long as an undo, a merge or a lost answer is likely. */
const FOLLOWED_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * Has labels say what the ledger says: an act whose label Gmail refused, what was confirmed or taken back on the desk or in
 * Outlook, and a hold for death or illness, which takes labels off. Handed back is why not; the next hour tries again.
 */
export const settleLabels = (
  mailbox: Mailbox,
  filed: LookedFor["filed"],
  language: Language,
): GmailFault | null => {
  if (!labelsAreOn(mailbox)) return null;
  const known = knownLabels(mailbox, language);
  if (!known.ok) return known.error;
  const since = Math.floor((mailbox.services.now() - FOLLOWED_MS) / 1000);
  const toRead = markedWith(mailbox, known.value["to-read"], "");
  const followed = markedWith(mailbox, known.value.followed, `after:${String(since)}`);
  const wrong = new Map<FiledAs, string[]>();
  for (const [kind, ids] of [
    ["to-read", toRead],
    ["followed", followed],
  ] as const)
    for (const { id, as } of standingsOf(mailbox, ids, filed))
      if (as !== kind) wrong.set(as, [...(wrong.get(as) ?? []), id]);
  const changes = [...wrong].map(([as, ids]) => ({ ids, as }));
  if (changes.length === 0) return null;
  const done = applyLabels(mailbox, known.value, changes, language);
  return done.ok ? null : done.error;
};

const markedWith = (
  mailbox: Mailbox,
  labels: KnownLabels[LabelKind],
  words: string,
): readonly string[] =>
  askAll(
    mailbox,
    labels.map((label) => ({
      method: "get",
      path: `/messages?maxResults=${String(MARKED_MAX)}&includeSpamTrash=true&labelIds=${inPath(label)}${words === "" ? "" : `&q=${encodeURIComponent(words)}`}`,
    })),
  ).flatMap((answer) => {
    const list = jsonIn(answer, listSchema);
    return list.ok ? (list.value.messages ?? []).map(({ id }) => id) : [];
  });

/** What could not be asked, and a mail without a Message-ID, keeps what it bears. */
const standingsOf = (
  mailbox: Mailbox,
  ids: readonly string[],
  filed: LookedFor["filed"],
): readonly { readonly id: string; readonly as: FiledAs }[] =>
  askAll(
    mailbox,
    ids.map((id) => ({
      method: "get",
      path: `/messages/${inPath(id)}?format=metadata&metadataHeaders=Message-ID`,
    })),
  ).flatMap((answer) => {
    const head = jsonIn(answer, namedHeadSchema);
    const line = head.ok
      ? head.value.payload?.headers?.find(({ name }) => name.toLowerCase() === "message-id")
      : undefined;
    const messageId = line === undefined ? null : bareMessageId(line.value);
    if (!head.ok || messageId === null) return [];
    return [{ id: head.value.id, as: filed.get(messageId) ?? null }];
  });
