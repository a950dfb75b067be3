import { err, ok } from "#shared/kernel/result.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import { ask, askJson } from "./gmail-client.ts";
import type { GmailFault, Mailbox } from "./mail.ts";
import { labelSchema, labelsSchema } from "./shapes.ts";

/**
 * Labels in neutral words, which whoever opens the mailbox may see: never what a debtor said or owes. Under the full
 * manifest alone, since only a restricted scope may put one on a mail, and off until the user turns them on. Of a debtor
 * held for death or illness no mail bears one: whoever calls asks `filedAs`.
 */
export type LabelKind = "to-read" | "followed";

const NAME = "gmail-labels";
/** What `batchModify` takes at a time. */
const MESSAGES_MAX = 1_000;

export const labelsAreOn = ({ services }: Mailbox): boolean =>
  services.properties.read(NAME) === "on";

export const turnLabels = ({ services }: Mailbox, isOn: boolean): void => {
  services.properties.write({ [NAME]: isOn ? "on" : null });
};

/** Puts one label on messages and takes another off. Nothing where labels are off. */
export const labelMessages = (
  { services }: Mailbox,
  messageIds: readonly string[],
  change: { readonly add: LabelKind; readonly remove: LabelKind | null },
  language: Language,
): Result<null, GmailFault> => {
  const mailbox: Mailbox = { services, messageToken: null };
  if (messageIds.length === 0 || !labelsAreOn(mailbox)) return ok(null);
  const listed = askJson(mailbox, { method: "get", path: "/labels" }, labelsSchema);
  if (!listed.ok) return listed;
  const known = listed.value.labels ?? [];
  const idOf = (kind: LabelKind): string | null =>
    namesOf(kind, language)
      .map((name) => known.find((one) => one.name === name)?.id)
      .find((id) => id !== undefined) ?? null;
  const old = change.remove === null ? null : idOf(change.remove);
  const there = idOf(change.add);
  const added = there === null ? makeLabel(mailbox, change.add, language) : ok(there);
  if (!added.ok) return added;
  const done = ask(mailbox, {
    method: "post",
    path: "/messages/batchModify",
    json: {
      ids: messageIds.slice(0, MESSAGES_MAX),
      addLabelIds: [added.value],
      removeLabelIds: old === null ? [] : [old],
    },
  });
  return done.ok ? ok(null) : err(done.error);
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
