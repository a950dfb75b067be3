import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { OutlookMessages } from "./outlook-fr.ts";

export const outlookEn: OutlookMessages = {
  begin: {
    name: own("Relance"),
    opening: own("Opening Relance…"),
    failed: say`The ledger did not open.`,
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
    look: own("Look for replies"),
    menu: own("Relance in Outlook"),
    options: own("Outlook settings"),
    appointment: own("Reminder in the calendar"),
  },
  storage: {
    kept: own("Everything is kept in this browser, for this Outlook only."),
    memory: own("Nothing is kept: your data goes when the pane closes. Make a backup before that."),
    backup: own("Make a backup"),
  },
  mail: {
    notRead: (fault) => say`This message could not be read: ${fault}`,
    notTheOne: say`Another message is open: nothing was written. Go back to this one and try again.`,
    left: (subject) =>
      say`“${subject}”: nothing was written, as another message was opened before it was done. Go back to it and try again.`,
    noBytes: (fault) =>
      say`The bytes of this message could not be taken: ${fault} Nothing was filed. You can drop the .eml file on the pane.`,
  },
  draftNote: {
    fromList: say`Each draft opens as a new message, in a new thread; its files are to be attached by hand. Under the old thread: open the debtor's reply.`,
    here: say`Will be inserted into this draft: text, recipients and files.`,
    from: (address) => say`Leaves from ${address}.`,
    fromOther: (address) =>
      say`This draft leaves from an address that the debtor does not know: ${address}.`,
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
