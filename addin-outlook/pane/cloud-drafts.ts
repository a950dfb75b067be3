import { draftKey } from "#shared/app/index-keys.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { MailDraft, UseCase } from "#shared/app/use-case.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { OUTLOOK_GRAPH } from "#shared/locales/outlook-graph.ts";
import { OUTLOOK_SIGNED_IN } from "#shared/locales/outlook-signed-in.ts";
import type { GraphClient } from "#outlook/graph/client.ts";
import { removeDraft, saveDraft } from "#outlook/graph/drafts.ts";
import type { SavedDraft } from "#outlook/graph/drafts.ts";
import { graphFaultText } from "#outlook/graph/fault-text.ts";
import { findDraft } from "#outlook/graph/mail.ts";
import type { DraftTrace } from "#outlook/graph/mail.ts";
import type { GraphFault } from "#outlook/graph/ports.ts";
import { mailboxesOf, mailboxFor } from "./cloud-mailboxes.ts";
import { stillStands } from "./draft-stands.ts";
import { filesOf, openAsForm } from "./drafts.ts";
import type { Pane } from "./pane.ts";
import type { SignedIn } from "./signed-in.ts";

/** By what a draft of the ledger is found in a mailbox, whichever device made it. */
const draftTrace: UseCase<string, DraftTrace | null, never> = {
  name: "draft-trace",
  asks: (key) => ({ accounts: [], keys: [draftKey(key)], search: false }),
  decide: (key, loaded) => {
    const all = [...loaded.accounts.values()].flatMap(({ drafts }) => drafts);
    const found = all.find(({ draft }) => draft === key);
    return ok(
      viewOnly(
        found === undefined
          ? null
          : { id: null, messageId: found.messageId, reference: found.reference },
      ),
    );
  },
};

/** Problems of drafts told at once. */
const TOLD_MAX = 3;

type Failed = { readonly draft: MailDraft; readonly fault: GraphFault };
type Drafts = Pick<SignedIn, "saveDraft" | "openDraft" | "discardDraft">;

export const cloudDrafts = (pane: Pane, client: GraphClient): Drafts => {
  /** Those that the notice which still stands tells of: a whole morning's drafts are told as one. */
  let told: { readonly saved: SavedDraft; readonly draft: MailDraft }[] = [];
  const failed = new Map<string, Failed>();
  const language = () => pane.language.peek();
  const words = () => OUTLOOK_SIGNED_IN[language()].draft;

  const save: Drafts["saveDraft"] = async (key, draft) => {
    const files = await filesOf(pane, draft);
    const mailbox = await mailboxFor(pane, draft);
    const saved = await saveDraft(client, { draft, mailbox, files });
    if (saved.ok) {
      failed.delete(key);
      saySaved({ saved: saved.value, draft });
    } else failed.set(key, { draft, fault: saved.error });
    sayFailed();
  };

  const saySaved = (one: { readonly saved: SavedDraft; readonly draft: MailDraft }): void => {
    if (!pane.notices.peek().some(({ key }) => key === "cloud-draft")) told = [];
    told.push(one);
    const troubles = told.flatMap((each) => troublesOf(pane, each));
    const isSent = told.every(({ saved }) => saved.state === "sent");
    const waiting = told.filter(({ saved }) => saved.state === "waiting").length;
    const [first] = told;
    const link = told.length === 1 && !isSent ? linkOf(first?.saved.webLink ?? null) : null;
    pane.say({
      key: "cloud-draft",
      tone: troubles.length > 0 ? "warning" : "good",
      text: together(waiting > 0 ? words().lies(waiting) : null, ...troubles.slice(0, TOLD_MAX)),
      ...(link === null
        ? {}
        : { actions: [{ label: words().open, run: () => void openLink(link) }] }),
    });
  };

  const saveAll = async (all: readonly (readonly [string, Failed])[]): Promise<void> => {
    for (const [key, { draft }] of all) {
      if (await stillStands(pane, key, draft)) await save(key, draft);
      else failed.delete(key);
    }
    sayFailed();
  };

  /** What failed can be done again, once or twice: a draft that was made all the same is found. */
  const sayFailed = (): void => {
    const [last] = [...failed.values()].slice(-1);
    if (last === undefined) {
      pane.unsay("draft-failed");
      return;
    }
    const keys = [...failed.keys()];
    const [only] = keys;
    pane.say({
      key: "draft-failed",
      tone: "warning",
      text: words().notMade(failed.size, graphFaultText(last.fault, language())),
      actions: [
        {
          label: words().again,
          run: () => {
            void saveAll([...failed.entries()]);
          },
        },
        ...(keys.length === 1 && only !== undefined
          ? [
              {
                label: words().form,
                run: () => {
                  failed.delete(only);
                  sayFailed();
                  void openAsForm(pane, only);
                },
              },
            ]
          : []),
      ],
    });
  };

  const traceOf = async (key: string): Promise<DraftTrace | null> => {
    const trace = await pane.run(draftTrace, key);
    return trace.ok ? trace.value : null;
  };

  return {
    saveDraft: save,
    openDraft: async (key) => {
      const trace = await traceOf(key);
      if (trace === null) return false;
      for (const mailbox of mailboxesOf(pane)) {
        const found = await findDraft(client, mailbox, trace);
        if (!found.ok || found.value.state === "gone") continue;
        if (found.value.state === "sent") {
          const text = OUTLOOK_GRAPH[language()].draft.alreadySent;
          pane.say({ key: "cloud-draft", tone: "info", text });
          return true;
        }
        const link = linkOf(found.value.mail.webLink ?? null);
        const isOpened = link !== null && openLink(link);
        pane.say({
          key: "cloud-draft",
          tone: "info",
          text: words().lies(1),
          ...(link === null || isOpened
            ? {}
            : { actions: [{ label: words().open, run: () => void openLink(link) }] }),
        });
        return true;
      }
      return false;
    },
    discardDraft: async (key) => {
      const trace = await traceOf(key);
      if (trace === null) return;
      failed.delete(key);
      sayFailed();
      for (const mailbox of mailboxesOf(pane)) {
        const gone = await removeDraft(client, mailbox, trace);
        if (!gone.ok) {
          const text = words().notRemoved(graphFaultText(gone.error, language()));
          pane.say({ key: "cloud-draft", tone: "warning", text });
          return;
        }
        if (gone.value === "removed") {
          pane.say({ key: "cloud-draft", tone: "info", text: words().removed });
          return;
        }
      }
    },
  };
};

const troublesOf = (
  pane: Pane,
  { saved, draft }: { readonly saved: SavedDraft; readonly draft: MailDraft },
): readonly Sentence[] => {
  const language = pane.language.peek();
  const words = OUTLOOK_GRAPH[language].draft;
  if (saved.state === "sent") return [words.alreadySent];
  const ours = (pane.creditor.peek()?.addresses ?? []).map((one) => one.toLowerCase());
  const isOther = saved.from !== null && ours.length > 0 && !ours.includes(saved.from);
  return [
    ...(saved.thread === "new" && draft.inReplyTo !== null ? [words.newThread] : []),
    ...saved.notAttached.map(({ name, fault }) =>
      words.notAttached(foreign(name, 80), graphFaultText(fault, language)),
    ),
    ...(isOther ? [words.otherFrom(foreign(saved.from ?? "", 120))] : []),
  ];
};

/** Microsoft's own address of the mail; nothing else is ever opened. */
const linkOf = (webLink: string | null): string | null =>
  webLink?.startsWith("https://") === true ? webLink : null;

/** False where the browser let no window open. */
const openLink = (link: string): boolean => {
  const opened = window.open(link, "_blank");
  if (opened === null) return false;
  opened.opener = null;
  return true;
};
