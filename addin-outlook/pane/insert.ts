import { viewOnly } from "#shared/app/use-case.ts";
import type { MailDraft, UseCase } from "#shared/app/use-case.ts";
import { draftKey } from "#shared/app/index-keys.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import type { OutlookFault, OutlookItem } from "#outlook/outlook.ts";
import { filesOf } from "./drafts.ts";
import type { Pane } from "./pane.ts";

/** Addresses named in a refusal. */
const NAMED_MAX = 3;

/** Addresses in lower case that may receive a draft: those it is for, and the contacts in office of its debtors. */
const knownAddresses: UseCase<
  { readonly key: string; readonly to: readonly string[] },
  readonly string[],
  never
> = {
  name: "known-addresses",
  asks: ({ key }) => ({ accounts: [], keys: [draftKey(key)], search: false }),
  decide: ({ to }, loaded) => {
    const known = [...loaded.accounts.values()].flatMap((state) =>
      state.contacts.flatMap(({ email, retired }) =>
        email === null || retired !== null ? [] : [email],
      ),
    );
    return ok(viewOnly([...to, ...known].map((one) => one.toLowerCase())));
  },
};

/**
 * Puts recipients, subject, words and files into the open draft. Whoever stands in it already is looked at first: nothing
 * of a debtor goes into a mail to somebody else.
 */
export const insertDraft = async (
  pane: Pane,
  item: OutlookItem,
  key: string,
  draft: MailDraft,
): Promise<
  Result<
    { readonly way: "insert"; readonly left: number },
    OutlookFault | { readonly type: "recipients" }
  >
> => {
  const { outlook } = pane;
  const standing = await outlook.recipients(item);
  if (!standing.ok) return standing;
  const input = { key, to: [...draft.to, ...draft.cc] };
  const known = await pane.run(knownAddresses, input);
  const allowed = new Set(known.ok ? known.value : input.to.map((one) => one.toLowerCase()));
  const isStranger = (one: string): boolean => !allowed.has(one.toLowerCase());
  const { to: standingTo, cc: standingCc, bcc } = standing.value;
  // To and Cc become ours, a Bcc stays: only the person may stand in it, as in a copy kept for oneself.
  const ownAddresses = [outlook.client.address, ...(pane.creditor.peek()?.addresses ?? [])];
  const own = new Set(ownAddresses.map((one) => one.toLowerCase()));
  const unseen = bcc.filter((one) => isStranger(one) && !own.has(one.toLowerCase()));
  const strangers = [...[...standingTo, ...standingCc].filter(isStranger), ...unseen];
  if (strangers.length > 0) {
    const named = foreign(strangers.slice(0, NAMED_MAX).join(", "), 200);
    const text = OUTLOOK_PARTS[pane.language.peek()].compose.otherRecipients(named);
    pane.say({ key: "draft", tone: "danger", text });
    return err({ type: "recipients" });
  }
  const files = outlook.client.can.attach ? await filesOf(pane, draft) : [];
  const { to, cc, subject, html } = draft;
  const done = await outlook.insert(item, { to, cc, subject, html, attachments: files });
  return done.ok ? ok({ way: "insert", left: draft.attachments.length - files.length }) : done;
};
