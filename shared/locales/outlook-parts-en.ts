import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { OutlookParts } from "./outlook-parts-fr.ts";

const many = (count: number, one: string, several: string): string =>
  `${String(count)} ${count === 1 ? one : several}`;

export const outlookPartsEn: OutlookParts = {
  draft: {
    reply: say`Opens as a reply to this message, to its sender alone.`,
    newThread: say`Opens as a new message, in a new thread: from here, Outlook does not let us reply under the old one.`,
    byHand: (count) =>
      say`This Outlook attaches no files to it: ${own(many(count, "file is", "files are"))} to be attached by hand, or by “Insert” in the draft.`,
    opened: say`The form is open. Read it, send it, then say here that it is sent.`,
    notOpened: (fault) => say`The draft is ready, but Outlook did not open the form: ${fault}`,
    again: own("Open it again"),
    copy: own("Copy the text"),
    copied: say`The text is copied.`,
    discarded: say`Close the form that is still open, too: Outlook keeps its draft.`,
  },
  compose: {
    title: own("This draft"),
    intro: say`Choose the debtor: text, recipients and files are put into this draft, and it is saved. Nothing is sent.`,
    insert: own("Insert"),
    insertFor: (name) => say`Insert: ${name}`,
    inserted: say`Inserted and saved. Read it, then send it.`,
    waiting: own("Prepared drafts"),
    none: say`No draft is prepared. Search a debtor, or prepare one from today's list.`,
    otherRecipients: (addresses) =>
      say`This draft is addressed to ${addresses}, who is no known contact of this debtor: nothing was inserted.`,
    noFiles: say`This Outlook attaches no files: only the text is inserted.`,
    attachBackup: own("Attach the backup"),
    attached: say`The file is attached and the draft saved. Keep it, or send it to yourself.`,
  },
  drop: {
    here: own("Drop the message here"),
    filed: (count) => say`${own(many(count, "message", "messages"))} filed.`,
    already: (count) => say`${own(many(count, "message", "messages"))} filed before.`,
    unknown: (count) =>
      say`${own(many(count, "message", "messages"))} of no known debtor, left aside.`,
    refused: (count) => say`${own(many(count, "file", "files"))} not readable.`,
    "dropped-left": (name) => say`${name}: left aside, too much at once. Drop it alone.`,
    "dropped-not-a-mail": (name) => say`${name} is no message.`,
    "dropped-msg-unreadable": (name) =>
      say`${name}: this Outlook file could not be read. Open the message, or save it as .eml.`,
    tooMany: (max) => say`At most ${max} messages at a time.`,
    failed: (fault) => say`Filing stopped: ${fault}`,
    notTaken: (count, fault) =>
      say`${own(many(count, "message was not taken", "messages were not taken"))}: ${fault}`,
    nothing: say`No message is selected.`,
    selected: (count) => say`${count} messages selected.`,
    fileThem: own("File them"),
  },
  categories: {
    label: own("Mark filed messages in Outlook"),
    hint: own(
      "A neutral category, “Follow-up”, seen by everybody who opens the mailbox. Never in a shared mailbox.",
    ),
    name: own("Follow-up"),
    notRemoved: (fault) => say`The category “Follow-up” is to be taken off this message: ${fault}`,
    refused: say`There is no category “Follow-up” in this mailbox: create it in Outlook, then try again.`,
  },
  appointment: {
    subject: own("Follow-up"),
    text: own("See Relance in Outlook."),
    opened: say`The appointment form is open: save it in Outlook.`,
    openedOn: (day) => say`The appointment form is open, on ${day}: save it in Outlook.`,
  },
  desk: {
    title: own("Relance: the desk"),
    opening: own("Opening the desk…"),
    lost: say`The pane of Relance was closed: open it again in Outlook, then open the desk again.`,
    here: say`Outlook opened no window: the desk is here, in the pane.`,
  },
  diagnosis: {
    title: own("What this Outlook can do"),
    client: own("Outlook"),
    can: own("yes"),
    cannot: own("no"),
    timed: own("Response times"),
    run: own("Measure"),
    running: own("Measuring…"),
    copy: own("Copy"),
    note: say`No address, subject or sum is in these lines: they can be given to whoever helps you.`,
    ms: (ms) => own(`${String(ms)} ms`),
    noItem: own("no message open"),
    abilities: {
      headers: own("message headers"),
      evidence: own("whole message, byte for byte"),
      "reply-form": own("reply form"),
      "new-form": own("new message form"),
      "reply-attachments": own("attachments to replies"),
      attach: own("attachments to drafts"),
      categories: own("categories"),
      "new-categories": own("new categories"),
      pinning: own("pinned pane"),
      several: own("several selected messages"),
      drop: own("messages dropped on the pane"),
      dialog: own("window of its own"),
      download: own("saving files"),
      "sign-in": own("sign-in"),
    },
    calls: {
      message: own("read the message"),
      evidence: own("take the whole message"),
      categories: own("read the categories"),
      settings: own("write a setting"),
      ledger: own("read the ledger"),
      store: own("read the storage"),
    },
  },
  download: {
    noDownload: say`This Outlook saves no files. Open a draft to yourself, then Relance in that draft: what you ask for there is attached.`,
    draftToSelf: own("Open a draft to myself"),
    backupSubject: (day) => `Relance backup of ${day}`,
    backupText:
      "Open Relance in this draft and choose “Attach the backup”. Save the draft: it keeps the file.",
  },
};
