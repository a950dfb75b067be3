import { foreign } from "#shared/kernel/text.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { OUTLOOK_HAND_OVER } from "#shared/locales/outlook-hand-over.ts";
import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import { offerFile } from "#src/custody/offer-file.ts";
import type { GraphFault } from "#outlook/graph/ports.ts";
import { faultWord } from "./fault-word.ts";
import type { Pane } from "./pane.ts";

/**
 * Hands a file to the person. Where this Outlook saves none (Outlook on Mac), the second way out is OneDrive for somebody
 * who is signed in; else a draft to oneself, which the pane beside that draft puts the file into.
 */
export const handOver = async (
  pane: Pane,
  name: string,
  type: string,
  bytes: Uint8Array,
): Promise<void> => {
  const { outlook } = pane;
  const { can } = outlook.client;
  const words = OUTLOOK_PARTS[pane.language.peek()].download;
  if (can.download) {
    offerFile(name, type, bytes);
    return;
  }
  const signedIn = pane.signedIn.peek();
  const kept = signedIn === null ? null : await signedIn.keepFile(name, bytes);
  if (kept?.ok === true) {
    const { inOneDrive, folder } = OUTLOOK_HAND_OVER[pane.language.peek()];
    const text = inOneDrive(foreign(kept.value, 120), folder);
    pane.say({ key: "download", tone: "good", text });
    return;
  }
  if (outlook.item.peek()?.mode === "compose" && can.attach) {
    await attachTo(pane, { name, type, bytes });
    return;
  }
  const fault = kept === null ? null : await oneDriveFault(pane, kept.error);
  pane.say({
    key: "download",
    tone: "warning",
    text: together(fault, words.noDownload),
    ...(can["new-form"]
      ? {
          actions: [
            {
              label: words.draftToSelf,
              run: () => {
                void draftToSelf(pane);
              },
            },
          ],
        }
      : {}),
  });
};

const oneDriveFault = async (pane: Pane, fault: GraphFault): Promise<Sentence> =>
  (await import("#outlook/graph/fault-text.ts")).graphFaultText(fault, pane.language.peek());

const draftToSelf = async (pane: Pane): Promise<void> => {
  const { outlook } = pane;
  const words = OUTLOOK_PARTS[pane.language.peek()].download;
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

/** Addresses named in a refusal. */
const NAMED_MAX = 3;

/**
 * Puts a file into the open draft, whose words and recipients stay as they are, and saves it. The file tells of debtors:
 * it goes into a draft to nobody yet, or to oneself, and never into one that anybody else gets.
 */
const attachTo = async (
  pane: Pane,
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
): Promise<void> => {
  const { outlook } = pane;
  const item = outlook.item.peek();
  if (item?.mode !== "compose") return;
  const refused = OUTLOOK_HAND_OVER[pane.language.peek()];
  const standing = await outlook.recipients(item);
  if (!standing.ok) {
    pane.say({ key: "download", tone: "warning", text: refused.notKnown });
    return;
  }
  const { to, cc, bcc } = standing.value;
  const ownAddresses = [outlook.client.address, ...(pane.creditor.peek()?.addresses ?? [])];
  const own = new Set(ownAddresses.map((one) => one.toLowerCase()));
  const others = [...to, ...cc, ...bcc].filter((one) => !own.has(one.toLowerCase()));
  if (others.length > 0) {
    const named = foreign(others.slice(0, NAMED_MAX).join(", "), 200);
    pane.say({ key: "download", tone: "danger", text: refused.others(named) });
    return;
  }
  const { subject } = item;
  const done = await outlook.insert(item, { to, cc, subject, html: "", attachments: [file] });
  const words = OUTLOOK_PARTS[pane.language.peek()].compose;
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
