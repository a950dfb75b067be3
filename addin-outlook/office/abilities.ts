import type { OutlookAbility, OutlookClient } from "#outlook/outlook.ts";

/** What is asked of a client to find what it can do: plain words, so that every client can be told in a test. */
export type Probe = {
  readonly platform: OutlookClient["platform"];
  /** `Office.context.requirements.isSetSupported`. */
  readonly isSet: (name: string, version: string) => boolean;
  /** Whether the mailbox has such a call: some clients have a method of a set that they do not name whole. */
  readonly hasCall: (name: string) => boolean;
  /** `userProfile.accountType`: `enterprise`, `office365`, `outlookCom`, `gmail`; empty where it is not told. */
  readonly accountType: string;
  /** The manifest asks for ReadWriteMailbox, as far as can be told without asking the mailbox. */
  readonly hasWholeMailbox: boolean;
};

/** The lowest set that Relance runs on, by its manifest: headers, files in drafts, categories. */
export const LOWEST_MAILBOX_SET = "1.8";

/** What this client can do, by requirement set where there is one, else by the presence of the call. */
export const abilitiesOf = (probe: Probe): Readonly<Record<OutlookAbility, boolean>> => {
  const mailbox = (version: string): boolean => probe.isSet("Mailbox", version);
  const isMobile = probe.platform === "mobile";
  // Consumer and Gmail mailboxes have neither pinning nor sign-in from inside the pane, whatever the sets say.
  const isWork = probe.accountType !== "outlookCom" && probe.accountType !== "gmail";
  return {
    headers: mailbox("1.8"),
    evidence: mailbox("1.14"),
    "reply-form": !isMobile,
    "new-form": !isMobile && probe.hasCall("displayNewMessageForm"),
    "reply-attachments": !isMobile && mailbox("1.15"),
    attach: mailbox("1.8"),
    categories: mailbox("1.8"),
    "new-categories": mailbox("1.8") && probe.hasWholeMailbox,
    pinning: !isMobile && isWork && mailbox("1.5"),
    several:
      !isMobile &&
      probe.hasWholeMailbox &&
      mailbox("1.13") &&
      probe.hasCall("getSelectedItemsAsync") &&
      probe.hasCall("loadItemByIdAsync"),
    drop: !isMobile,
    // 1.2 brings words from the pane to the dialog, without which a dialog shows nothing.
    dialog: !isMobile && probe.isSet("DialogApi", "1.2"),
    // WebKit in Outlook on Mac gives no file to the person (WebKit bug 174076).
    download: !isMobile && probe.platform !== "mac",
    "sign-in": isWork && probe.isSet("NestedAppAuth", "1.1"),
  };
};

/** New Outlook on Windows says OfficeOnline: it is the web's, and so are its calls. */
export const platformOf = (name: string): OutlookClient["platform"] => {
  switch (name) {
    case "PC":
      return "windows";
    case "OfficeOnline":
      return "web";
    case "Mac":
      return "mac";
    case "iOS":
    case "Android":
      return "mobile";
    default:
      return "unknown";
  }
};
