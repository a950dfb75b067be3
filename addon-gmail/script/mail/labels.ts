import { err, ok } from "#shared/kernel/result.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import { askAll, askJson } from "./gmail-client.ts";
import type { GmailRequest } from "./gmail-client.ts";
import type { GmailFault, Mailbox } from "./mail.ts";
import { labelSchema, labelsSchema } from "./shapes.ts";

/**
 * Labels in neutral words, which whoever opens the mailbox may see: never what a debtor said or owes. Under the full
 * manifest alone, since only a restricted scope may put one on a mail, and off until the user turns them on. Of a debtor
 * held for death or illness no mail bears one.
 */
export type LabelKind = "to-read" | "followed";

/** Messages that are to bear one label of ours and not the other; null: neither. */
export type Labelling = { readonly ids: readonly string[]; readonly as: LabelKind | null };

/** Ids of our labels in this mailbox, the user's language first. */
export type KnownLabels = Readonly<Record<LabelKind, readonly string[]>>;

const NAME = "gmail-labels";
/** What `batchModify` takes at a time. */
const MESSAGES_MAX = 1_000;

export const labelsAreOn = ({ services }: Mailbox): boolean =>
  services.properties.read(NAME) === "on";

export const turnLabels = ({ services }: Mailbox, isOn: boolean): void => {
  services.properties.write({ [NAME]: isOn ? "on" : null });
};

/** Labels are of the whole mailbox: the message token of an open mail would narrow what is asked to its thread. */
export const wholeMailbox = ({ services }: Mailbox): Mailbox => ({ services, messageToken: null });

/** Has messages bear the label they are to bear, and no other of ours. Nothing where labels are off. */
export const labelMessages = (
  open: Mailbox,
  changes: readonly Labelling[],
  language: Language,
): Result<null, GmailFault> => {
  const mailbox = wholeMailbox(open);
  if (changes.every(({ ids }) => ids.length === 0) || !labelsAreOn(mailbox)) return ok(null);
  const known = knownLabels(mailbox, language);
  return known.ok ? applyLabels(mailbox, known.value, changes, language) : known;
};

export const knownLabels = (
  mailbox: Mailbox,
  language: Language,
): Result<KnownLabels, GmailFault> => {
  const listed = askJson(mailbox, { method: "get", path: "/labels" }, labelsSchema);
  if (!listed.ok) return listed;
  const all = listed.value.labels ?? [];
  const of = (kind: LabelKind): readonly string[] =>
    namesOf(kind, language).flatMap((name) =>
      all.filter((one) => one.name === name).map(({ id }) => id),
    );
  return ok({ "to-read": of("to-read"), followed: of("followed") });
};

export const applyLabels = (
  mailbox: Mailbox,
  known: KnownLabels,
  changes: readonly Labelling[],
  language: Language,
): Result<null, GmailFault> => {
  const requests: GmailRequest[] = [];
  for (const { ids, as } of changes) {
    if (ids.length === 0) continue;
    const there = as === null ? null : (known[as][0] ?? null);
    const added = as === null || there !== null ? ok(there) : makeLabel(mailbox, as, language);
    if (!added.ok) return added;
    const addLabelIds = added.value === null ? [] : [added.value];
    const removeLabelIds = [...known["to-read"], ...known.followed].filter(
      (one) => one !== added.value,
    );
    if (addLabelIds.length + removeLabelIds.length === 0) continue;
    requests.push({
      method: "post",
      path: "/messages/batchModify",
      json: { ids: ids.slice(0, MESSAGES_MAX), addLabelIds, removeLabelIds },
    });
  }
  const refused = askAll(mailbox, requests).find(({ ok: isDone }) => !isDone);
  return refused === undefined || refused.ok ? ok(null) : err(refused.error);
};

const makeLabel = (
  mailbox: Mailbox,
  kind: LabelKind,
  language: Language,
): Result<string, GmailFault> => {
  const [name] = namesOf(kind, language);
  const made = askJson(
    mailbox,
    {
      method: "post",
      path: "/labels",
      json: { name, labelListVisibility: "labelShow", messageListVisibility: "show" },
    },
    labelSchema,
  );
  return made.ok ? ok(made.value.id) : made;
};

/** The user's language first; a mailbox that was labelled in the other one keeps its labels. */
const namesOf = (kind: LabelKind, language: Language): readonly string[] => {
  const other: Language = language === "fr" ? "en" : "fr";
  return [GMAIL_MAIL[language].labels[kind].own, GMAIL_MAIL[other].labels[kind].own];
};
