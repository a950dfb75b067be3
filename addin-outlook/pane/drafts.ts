import { effect } from "@preact/signals";
import { draftKey } from "#shared/app/index-keys.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { MailDraft, UseCase } from "#shared/app/use-case.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import type { OutlookFault, OutlookFile } from "#outlook/outlook.ts";
import { fitsReplyForm } from "./draft-way.ts";
import { stillStands } from "./draft-stands.ts";
import { fromNote } from "./from-note.ts";
import { faultWord } from "./fault-word.ts";
import { openKeptDrafts } from "./kept-drafts.ts";
import type { KeptDrafts } from "./kept-drafts.ts";
import type { Pane } from "./pane.ts";

let kept: { readonly name: string; readonly drafts: Promise<KeptDrafts> } | null = null;

export const keptDraftsOf = (pane: Pane): Promise<KeptDrafts> => {
  if (kept?.name !== pane.name) kept = { name: pane.name, drafts: openKeptDrafts(pane.name) };
  return kept.drafts;
};

/** Keeps the words, then opens the form for them. Null: a form is open. Otherwise why not, for the refusal of the act. */
export const saveDraft = async (
  pane: Pane,
  key: string,
  draft: MailDraft,
): Promise<string | null> => {
  await (await keptDraftsOf(pane)).keep(key, draft);
  const signedIn = pane.signedIn.peek();
  // The draft that is open beside the pane is the person's own choice of where the words go.
  if (signedIn !== null && pane.outlook.item.peek()?.mode !== "compose") {
    await signedIn.saveDraft(key, draft);
    return null;
  }
  const opened = await openForm(pane, key, draft);
  if (!opened.ok && opened.error.type === "recipients") return null;
  sayOpened(pane, key, draft, opened);
  return null;
};

/** Opens a draft prepared earlier; false where it is not in the mailbox and its words are no longer here. */
export const openAgain = async (pane: Pane, key: string): Promise<boolean> => {
  const draft = await (await keptDraftsOf(pane)).get(key);
  // Said in its place: the draft stays where it lies, for the person to discard.
  if (!(await stillStands(pane, key, draft))) return true;
  const isComposing = pane.outlook.item.peek()?.mode === "compose";
  if (!isComposing && (await pane.signedIn.peek()?.openDraft(key)) === true) return true;
  return openAsForm(pane, key);
};

/** In a form of Outlook's; false where its words are no longer here. */
export const openAsForm = async (pane: Pane, key: string): Promise<boolean> => {
  const draft = await (await keptDraftsOf(pane)).get(key);
  if (draft === null) return false;
  sayOpened(pane, key, draft, await openForm(pane, key, draft));
  return true;
};

/** Outlook keeps the draft of a form that is still open: it is the person's to close. */
export const leaveDraft = async (pane: Pane, key: string): Promise<void> => {
  await (await keptDraftsOf(pane)).remove(key);
  const signedIn = pane.signedIn.peek();
  if (signedIn !== null) {
    await signedIn.discardDraft(key);
    return;
  }
  pane.say({
    key: "draft",
    tone: "info",
    text: OUTLOOK_PARTS[pane.language.peek()].draft.discarded,
  });
};

type Opened = { readonly way: "reply" | "new" | "insert"; readonly left: number };
type OpenFault = OutlookFault | { readonly type: "recipients" };

const openForm = async (
  pane: Pane,
  key: string,
  draft: MailDraft,
): Promise<Result<Opened, OpenFault>> => {
  const { outlook } = pane;
  const { can } = outlook.client;
  const item = outlook.item.peek();
  const { subject, html, to, cc } = draft;
  if (item?.mode === "compose") {
    const { insertDraft } = await import("./insert.ts");
    return insertDraft(pane, item, key, draft);
  }
  const open = pane.openMail.peek();
  const message = open !== null && open.key === item?.key ? open.message : null;
  if (item !== null && can["reply-form"] && fitsReplyForm(message, draft)) {
    const files = can["reply-attachments"] ? await filesOf(pane, draft) : [];
    const replied = await outlook.replyForm(item, { html, attachments: files });
    if (replied.ok) return ok({ way: "reply", left: draft.attachments.length - files.length });
    // The mail was left meanwhile: the same words begin a mail of their own.
    if (replied.error.type !== "item-changed") return replied;
  }
  const begun = await outlook.newForm({ to, cc, subject, html });
  return begun.ok ? ok({ way: "new", left: draft.attachments.length }) : begun;
};

/** Those of its files that are in the vault. */
export const filesOf = async (pane: Pane, draft: MailDraft): Promise<readonly OutlookFile[]> => {
  const files: OutlookFile[] = [];
  for (const { name, type, sha256 } of draft.attachments) {
    const found = await pane.stores.stores.vault.get(sha256);
    if (found.ok && found.value !== null) files.push({ name, type, bytes: found.value });
  }
  return files;
};

const isWaiting: UseCase<string, boolean, never> = {
  name: "draft-waits",
  asks: (key) => ({ accounts: [], keys: [draftKey(key)], search: false }),
  decide: (key, loaded) => {
    const drafts = [...loaded.accounts.values()].flatMap((account) => account.drafts);
    return ok(viewOnly(drafts.some(({ draft, state }) => draft === key && state === "prepared")));
  },
};

let watched: (() => void) | null = null;

/** What is said of a form no longer holds once its mail has gone, or was discarded. */
const unsayOnceGone = (pane: Pane, key: string): void => {
  watched?.();
  const opened = pane.version.peek();
  const stop = effect(() => {
    if (pane.version.value === opened) return;
    void pane.run(isWaiting, key).then((waits) => {
      if (watched !== stop || !waits.ok || waits.value) return;
      stop();
      pane.unsay("draft");
    });
  });
  watched = stop;
};

const sayOpened = (
  pane: Pane,
  key: string,
  draft: MailDraft,
  opened: Result<Opened, OpenFault>,
): void => {
  const words = OUTLOOK_PARTS[pane.language.peek()];
  if (opened.ok) {
    const { way, left } = opened.value;
    const { warning } = fromNote(pane);
    const done = way === "insert" ? words.compose.inserted : words.draft.opened;
    const text = together(
      done,
      way === "new" && draft.inReplyTo !== null ? words.draft.newThread : null,
      left > 0 ? words.draft.byHand(left) : null,
      warning,
    );
    const tone = left > 0 || warning !== null ? "warning" : "good";
    pane.say({ key: "draft", tone, text });
    unsayOnceGone(pane, key);
    return;
  }
  if (opened.error.type === "recipients") return;
  const text: Sentence = words.draft.notOpened(faultWord(opened.error, pane.language.peek()));
  pane.say({
    key: "draft",
    tone: "warning",
    text,
    actions: [
      {
        label: words.draft.again,
        run: () => {
          void openAgain(pane, key);
        },
      },
      {
        label: words.draft.copy,
        run: () => {
          void navigator.clipboard.writeText(draft.text).then(() => {
            pane.say({
              key: "draft",
              tone: "good",
              text: OUTLOOK_PARTS[pane.language.peek()].draft.copied,
            });
          });
        },
      },
    ],
  });
};
