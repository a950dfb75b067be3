import { filedAs } from "#shared/app/look-for.ts";
import type { FiledAs } from "#shared/app/look-for.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { Language } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import { askAll, jsonIn } from "./gmail-client.ts";
import { labelMessages, labelsAreOn, wholeMailbox } from "./labels.ts";
import type { LabelKind, Labelling } from "./labels.ts";
import type { GmailFault, LedgerRun, Mailbox } from "./mail.ts";
import { groupsOf, isSearchableId, searchPath } from "./searches.ts";
import { listSchema } from "./shapes.ts";

/** Mails of one act that are looked up: what today's list lets a person choose. What is left, the job of the hour settles. */
const MOVED_MAX = 200;

/** Of these accounts, those whose mails may bear a label: none that is held for death or illness. */
export const mayBeLabelled: UseCase<readonly string[], ReadonlySet<string>, never> = {
  name: "may-be-labelled",
  asks: (accounts) => ({ accounts, keys: [], search: false }),
  decide: (accounts, loaded) => {
    const free = accounts.filter((account) => {
      const state = loaded.accounts.get(account);
      return state !== undefined && !sensitive(state);
    });
    return ok(viewOnly(new Set(free)));
  },
};

/** Labels what was filed; an add-on's convenience, so that a fault of it undoes no filing: it is handed back. */
export const labelFiled = (
  mailbox: Mailbox,
  run: LedgerRun,
  filed: readonly { readonly account: string; readonly messageId: string }[],
  as: LabelKind,
  language: Language,
): GmailFault | null => {
  if (filed.length === 0 || !labelsAreOn(mailbox)) return null;
  const free = run(mayBeLabelled, [...new Set(filed.map(({ account }) => account))]);
  if (!free.ok) return null;
  const barred = new Set(
    filed.filter(({ account }) => !free.value.has(account)).map(({ messageId }) => messageId),
  );
  const ids = [...new Set(filed.map(({ messageId }) => messageId))].filter((id) => !barred.has(id));
  const done = labelMessages(mailbox, [{ ids, as }], language);
  return done.ok ? null : done.error;
};

/** How the mails of these accounts stand, by Message-ID. */
const standings: UseCase<readonly string[], ReadonlyMap<string, FiledAs>, never> = {
  name: "mail-standings",
  asks: (accounts) => ({ accounts, keys: [], search: false }),
  decide: (accounts, loaded) => {
    const states = accounts.flatMap((account) => loaded.accounts.get(account) ?? []);
    return ok(viewOnly(filedAs(states)));
  },
};

/**
 * Does an act over mails that are not open (several replies of a list, an undo) and has the labels of those whose standing
 * it changed say what stands now: one more reading of the accounts before and after, and three rounds of Gmail.
 */
export const withLabelsMoved = <Value, Refusal>(
  open: Mailbox,
  run: LedgerRun,
  { accounts, language }: { readonly accounts: readonly string[]; readonly language: Language },
  act: () => Result<Value, Refusal>,
): { readonly done: Result<Value, Refusal>; readonly fault: GmailFault | null } => {
  if (!labelsAreOn(open)) return { done: act(), fault: null };
  const before = run(standings, accounts);
  const done = act();
  const after = done.ok && before.ok ? run(standings, accounts) : null;
  if (!before.ok || after === null || !after.ok) return { done, fault: null };
  const mailbox = wholeMailbox(open);
  const changes: Labelling[] = [];
  for (const as of ["to-read", "followed", null] as const) {
    const moved = [...new Set([...before.value.keys(), ...after.value.keys()])].filter((id) => {
      const now = after.value.get(id) ?? null;
      return now === as && now !== (before.value.get(id) ?? null);
    });
    const found = messagesNamed(mailbox, moved);
    if (found.fault !== null) return { done, fault: found.fault };
    changes.push({ ids: found.ids, as });
  }
  const labelled = labelMessages(mailbox, changes, language);
  return { done, fault: labelled.ok ? null : labelled.error };
};

/** The ledger knows mails by their Message-ID, Gmail by an id of its own. */
const messagesNamed = (
  mailbox: Mailbox,
  messageIds: readonly string[],
): { readonly ids: readonly string[]; readonly fault: GmailFault | null } => {
  const terms = messageIds
    .filter(isSearchableId)
    .slice(0, MOVED_MAX)
    .map((id) => `rfc822msgid:${id}`);
  const answers = askAll(
    mailbox,
    groupsOf(terms).map((group) => ({ method: "get", path: searchPath(`{${group.join(" ")}}`) })),
  );
  const ids: string[] = [];
  for (const answer of answers) {
    const list = jsonIn(answer, listSchema);
    if (!list.ok) return { ids: [], fault: list.error };
    for (const { id } of list.value.messages ?? []) ids.push(id);
  }
  return { ids, fault: null };
};
