import { offerFile } from "#src/custody/offer-file.ts";
import { faultWord } from "./fault-word.ts";
import type { Pane } from "./pane.ts";

/**
 * Hands a file to the person. Where this Outlook saves none (Outlook on Mac), the second way out is a draft to oneself,
 * which the pane beside that draft puts the file into.
 */
export const handOver = async (
  pane: Pane,
  name: string,
  type: string,
  bytes: Uint8Array,
): Promise<void> => {
  const { outlook } = pane;
  const { can } = outlook.client;
  const words = pane.words.peek();
  if (can.download) {
    offerFile(name, type, bytes);
    return;
  }
  const item = outlook.item.peek();
  if (item?.mode === "compose" && can.attach) {
    await attachTo(pane, { name, type, bytes });
    return;
  }
  pane.say({
    key: "download",
    tone: "warning",
    text: words.storage.noDownload,
    ...(can["new-form"]
      ? {
          actions: [
            {
              label: words.storage.draftToSelf,
              run: () => {
                void draftToSelf(pane);
              },
            },
          ],
        }
      : {}),
  });
};

export const draftToSelf = async (pane: Pane): Promise<void> => {
  const { outlook } = pane;
  const words = pane.words.peek().storage;
  const begun = await outlook.newForm({
    to: [outlook.client.address],
    cc: [],
    subject: words.backupSubject(pane.facts().today),
    html: `<p>${words.backupText}</p>`,
  });
  if (begun.ok) return;
  const text = [faultWord(begun.error, pane.language.peek())];
  pane.say({ key: "download", tone: "warning", text });
};

/** Puts a file into the open draft, whose words and recipients stay as they are, and saves it. */
const attachTo = async (
  pane: Pane,
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
): Promise<void> => {
  const { outlook } = pane;
  const item = outlook.item.peek();
  if (item?.mode !== "compose") return;
  const standing = await outlook.recipients(item);
  const { to, cc } = standing.ok ? standing.value : { to: [], cc: [] };
  const { subject } = item;
  const done = await outlook.insert(item, { to, cc, subject, html: "", attachments: [file] });
  const words = pane.words.peek().compose;
  pane.say({
    key: "download",
    tone: done.ok ? "good" : "warning",
    text: done.ok ? words.attached : [faultWord(done.error, pane.language.peek())],
  });
};

/** One file with everything, into the open draft. */
export const attachBackup = async (pane: Pane): Promise<void> => {
  const { backUp } = await import("#src/custody/custody.ts");
  const { now, today } = pane.facts();
  const made = await backUp(pane.stores.stores, now, today, pane.language.peek());
  if (!made.ok || made.file === undefined) {
    pane.say({ key: "download", tone: "warning", text: [made.text] });
    return;
  }
  await attachTo(pane, { ...made.file, type: "application/octet-stream" });
};
