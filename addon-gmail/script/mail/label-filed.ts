import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { Language } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import { labelMessages, labelsAreOn } from "./labels.ts";
import type { LabelKind } from "./labels.ts";
import type { GmailFault, LedgerRun, Mailbox } from "./mail.ts";

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
  change: { readonly add: LabelKind; readonly remove: LabelKind | null },
  language: Language,
): GmailFault | null => {
  if (filed.length === 0 || !labelsAreOn(mailbox)) return null;
  const free = run(mayBeLabelled, [...new Set(filed.map(({ account }) => account))]);
  if (!free.ok) return null;
  const barred = new Set(
    filed.filter(({ account }) => !free.value.has(account)).map(({ messageId }) => messageId),
  );
  const ids = [...new Set(filed.map(({ messageId }) => messageId))].filter((id) => !barred.has(id));
  const done = labelMessages(mailbox, ids, change, language);
  return done.ok ? null : done.error;
};
