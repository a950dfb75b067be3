import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { OutlookMessages } from "./outlook-fr.ts";

const many = (count: number, one: string, several: string): string =>
  `${String(count)} ${count === 1 ? one : several}`;

export const outlookEn: OutlookMessages = {
  begin: {
    name: own("Relance"),
    opening: own("Opening Relance…"),
    failed: (fault) => say`Relance could not open: ${fault}`,
    retry: own("Try again"),
    none: {
      "not-in-outlook": say`This page opens in Outlook, where it is the pane of Relance.`,
      "office-not-loaded": say`Outlook's library could not be loaded: no network, or a rule of your company forbids it.`,
      "outlook-too-old": say`This Outlook is too old for Relance: it needs Outlook 2019, up to date, or Outlook on the web.`,
    },
  },
  strip: {
    label: own("Message and pane"),
    reading: (subject) => say`Reading “${subject}”…`,
    noSubject: own("(no subject)"),
    dropped: (name) => say`Dropped message: ${name}`,
    backToOpen: own("Back to the open message"),
    close: own("Close"),
    desk: own("Open the desk"),
    backToPane: own("Back to the pane"),
    diagnosis: own("Diagnosis"),
    selection: own("File the selected messages"),
    look: own("Look for answers"),
    menu: own("Relance in Outlook"),
    options: own("Outlook settings"),
  },
  storage: {
    kept: own("Everything is kept in this browser, for this Outlook only."),
    memory: own("Nothing is kept: your data goes when the pane closes. Make a backup before that."),
    backup: own("Make a backup"),
    noDownload: say`This Outlook saves no files. Open a draft to yourself, then Relance in that draft: what you ask for there is attached.`,
    draftToSelf: own("Open a draft to myself"),
    backupSubject: (day) => `Relance backup of ${day}`,
    backupText:
      "Open Relance in this draft and choose “Attach the backup”. Save the draft: it keeps the file.",
  },
  mail: {
    notRead: (fault) => say`This message could not be read: ${fault}`,
    notTheOne: say`Another message is open: nothing was written. Go back to this one and try again.`,
    left: (subject) =>
      say`“${subject}”: nothing was written, as another message was opened before it was done. Go back to it and try again.`,
    noBytes: (fault) =>
      say`The bytes of this message could not be taken: ${fault} Nothing was filed. You can drop the .eml file on the pane.`,
  },
  draft: {
    reply: say`Opens as a reply to this message, to its sender alone.`,
    newThread: say`Opens as a new message, in a new thread: from here, Outlook does not let us answer under the old one.`,
    fromList: say`Each draft opens as a new message, in a new thread; its files are to be attached by hand. Under the old thread: open the debtor's reply.`,
    byHand: (count) =>
      say`This Outlook attaches no files to it: ${own(many(count, "file is", "files are"))} to be attached by hand, or by “Insert” in the draft.`,
    opened: say`The form is open. Read it, send it, then say here that it is sent.`,
    notOpened: (fault) => say`The draft is ready, but Outlook did not open the form: ${fault}`,
    again: own("Open it again"),
    copy: own("Copy the text"),
    copied: say`The text is copied.`,
    discarded: say`Close the form that is still open, too: Outlook keeps its draft.`,
    fromOther: (address) =>
      say`This draft leaves from an address that the debtor does not know: ${address}.`,
  },
  compose: {
    title: own("This draft"),
    intro: say`Choose the debtor: text, recipients and files are put into this draft, and it is saved. Nothing is sent.`,
    here: say`Will be inserted into this draft: text, recipients and files.`,
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
    refused: say`There is no category “Follow-up” in this mailbox: create it in Outlook, then try again.`,
  },
  appointment: {
    add: own("Reminder in the calendar"),
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
  fault: {
    unsupported: own("this Outlook cannot do it."),
    denied: own("Outlook or your administrator does not allow it."),
    "item-changed": own("another message is open."),
    "timed-out": own("Outlook did not answer in time. Try again."),
    offline: own("Outlook is offline. Try again once online."),
    "too-large": own("it is longer than Outlook accepts."),
    failed: own("Outlook refused, without saying why. Try again."),
  },
};
