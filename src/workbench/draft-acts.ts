import { declareSent, discardDraft } from "#shared/app/draft-acts.ts";
import { voidBatch } from "#shared/app/ledger-acts.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { Result } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Bench, WaitingDraft } from "./bench.ts";
import { asIfSent, editedDraft } from "./draft-file.ts";
import type { DraftEdits, DraftFileRefusal } from "./draft-file.ts";

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

/** The addresses of a line, or the first that is none. */
export const addressesOf = (
  line: string,
): { readonly addresses: readonly string[]; readonly wrong: string | null } => {
  const addresses = line
    .split(/[,;\s]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return { addresses, wrong: addresses.find((one) => !ADDRESS.test(one)) ?? null };
};

/** Writes the draft's file anew. Null: done; otherwise why not. */
export const saveDraft = async (
  bench: Bench,
  draft: WaitingDraft,
  edits: DraftEdits,
): Promise<Sentence | null> => {
  const words = bench.words.peek().draft;
  const bytes = await editedDraft(draft.bytes, edits);
  if (!bytes.ok) return refusalText(bench, bytes.error);
  const kept = { draft: draft.draft, bytes: bytes.value, preparedAt: draft.preparedAt };
  try {
    await bench.local.keepDraft(kept);
  } catch {
    // Storage is full or was taken away: nothing was changed, and that is said.
    return words.refused;
  }
  bench.keptDrafts.value = new Map([...bench.keptDrafts.peek(), [draft.draft, kept]]);
  return null;
};

const refusalText = (bench: Bench, refusal: DraftFileRefusal): Sentence => {
  const words = bench.words.peek().draft;
  if (refusal.type === "address-unfit") return words.badAddress(foreign(refusal.address, 120));
  if (refusal.type === "file-absent") return words.attachmentAbsent(foreign(refusal.name, 120));
  return "field" in refusal && refusal.field === "subject" ? words.badSubject : words.refused;
};

export const declareDraftSent = async (bench: Bench, draft: WaitingDraft): Promise<void> => {
  const { account } = draft.ledger;
  const next = nextDraft(bench, draft);
  const done = await bench.run(declareSent, { account, draft: draft.draft });
  if (done.ok) goOn(bench, draft, next);
  said(bench, done);
};

export const discardWaitingDraft = async (bench: Bench, draft: WaitingDraft): Promise<void> => {
  const { account } = draft.ledger;
  const next = nextDraft(bench, draft);
  const done = await bench.run(discardDraft, { account, draft: draft.draft });
  if (done.ok) goOn(bench, draft, next);
  said(bench, done);
};

/** The one below in the list of drafts, else the first of those that are left. */
const nextDraft = (bench: Bench, { draft }: WaitingDraft): string | null => {
  const waiting = bench.drafts.peek();
  const at = waiting.findIndex((one) => one.draft === draft);
  const others = [...waiting.slice(at + 1), ...waiting.slice(0, at)];
  return others[0]?.draft ?? null;
};

/** A draft that is done with gives its place to the next one, as in any mailbox. */
const goOn = (bench: Bench, { draft }: WaitingDraft, next: string | null): void => {
  const shown = bench.selection.peek();
  if (shown.type !== "draft" || shown.draft !== draft) return;
  bench.selection.value = next === null ? { type: "none" } : { type: "draft", draft: next };
};

/** The sample's own: the mail appears in Sent as a mail program would have sent it, and the look finds it there. */
export const sendAsIf = async (bench: Bench, draft: WaitingDraft): Promise<void> => {
  const words = bench.words.peek().draft;
  const refused = (text: Sentence): void => {
    bench.say({ key: "draft", tone: "warning", text });
  };
  const bytes = await asIfSent(draft.bytes, secondOf(bench.clock.now()), SAMPLE_OFFSET);
  if (!bytes.ok) {
    refused(refusalText(bench, bytes.error));
    return;
  }
  const taken = await bench.mailbox.takeIn(`${draft.ledger.reference}.eml`, bytes.value);
  if (!taken.ok) {
    refused(words.refused);
    return;
  }
  await bench.look(false);
  await bench.readFacts();
  const isFound = bench.facts.peek().drafts.get(draft.draft)?.state === "sent";
  bench.folder.value = "sent";
  await bench.selectMail(taken.value.id);
  bench.say({
    key: "draft",
    tone: isFound ? "good" : "warning",
    text: isFound ? words.asIfSentDone : words.asIfSentNotFound,
  });
};

/** The sample is written in Paris, in winter. */
const SAMPLE_OFFSET = 60;

const secondOf = (at: string): string => `${at.slice(0, 19)}Z`;

const said = (bench: Bench, done: Result<DoneView, { readonly type: string }>): void => {
  const words = bench.words.peek().draft;
  if (!done.ok) {
    bench.say({ key: "draft", tone: "warning", text: words.gone });
    return;
  }
  const { text, undo } = done.value;
  bench.say({
    key: "draft",
    tone: "good",
    text,
    ...(undo === null
      ? {}
      : {
          action: {
            label: words.undo,
            run: () => {
              bench.unsay("draft");
              void bench.run(voidBatch, { batch: undo.batch, accounts: undo.accounts });
            },
          },
        }),
  });
};
