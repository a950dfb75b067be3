import { exchangeMime } from "./exchange-mime.ts";
import { htmlOfText, textOfHtml } from "./exchange-text.ts";
import { digest, mailOf } from "./mail.ts";
import type { MailContent, MailFile, Person } from "./mail.ts";

export const WELL_KNOWN_FOLDERS = [
  "inbox",
  "drafts",
  "sentitems",
  "deleteditems",
  "junkemail",
  "archive",
  "outbox",
] as const;

/** A mail in its place: what Exchange adds to what it says. */
export type StoredMail = MailContent & {
  /** Changes whenever the mail moves. */
  id: string;
  /** The same for as long as the mail is in this mailbox. */
  readonly immutableId: string;
  folder: string;
  conversationId: string;
  /** Grows with every change: what an ETag is made of. */
  version: number;
  isDraft: boolean;
  isRead: boolean;
  /** False for a form that is open and was never saved: Exchange knows nothing of it yet. */
  isSaved: boolean;
  createdAt: string;
  modifiedAt: string;
  receivedAt: string;
  categories: readonly string[];
  /** Of one add-in, by key. */
  properties: Readonly<Record<string, unknown>>;
};

export type MasterCategory = { readonly displayName: string; readonly color: string };

/** One mailbox of Exchange. Outlook's panes and Graph work on the same one, as in life. */
export type Mailbox = {
  readonly address: string;
  readonly name: string;
  /** Names of a tenant's other mailboxes, by address. */
  readonly mails: StoredMail[];
  readonly folders: Map<string, string>;
  readonly categories: MasterCategory[];
  /** Of one add-in: each value a JSON text. */
  roaming: Readonly<Record<string, string>>;
  now: () => Date;
  made: number;
};

export type MailboxOptions = {
  readonly address?: string;
  readonly name?: string;
  readonly categories?: readonly string[];
  readonly now?: () => Date;
};

export const createMailbox = (options: MailboxOptions = {}): Mailbox => ({
  address: options.address ?? "julien@ferronnerie-delorme.example",
  name: options.name ?? "Julien Delorme",
  mails: [],
  folders: new Map(WELL_KNOWN_FOLDERS.map((name) => [name, `AQMkADFolder-${name}AAA=`])),
  categories: (options.categories ?? []).map((displayName, rank) => ({
    displayName,
    color: `Preset${String(rank % 25)}`,
  })),
  roaming: {},
  now: options.now ?? (() => new Date()),
  made: 0,
});

export type Reception = {
  readonly folder?: string;
  readonly receivedAt?: string;
  readonly isRead?: boolean;
};

/** Takes a mail in as it came by SMTP. */
export const receive = async (
  mailbox: Mailbox,
  bytes: Uint8Array,
  options: Reception = {},
): Promise<StoredMail> => {
  const content = await mailOf(bytes);
  return place(mailbox, content, {
    folder: options.folder ?? "inbox",
    isDraft: false,
    isSaved: true,
    isRead: options.isRead ?? true,
    at: options.receivedAt ?? content.sentAt,
  });
};

export type DraftParts = Partial<
  Pick<
    MailContent,
    "subject" | "to" | "cc" | "bcc" | "html" | "bodyKind" | "inReplyTo" | "references" | "from"
  >
> & { readonly text?: string; readonly files?: readonly MailFile[] };

/** A form that is open, or a draft. */
export const draft = (mailbox: Mailbox, parts: DraftParts = {}, isSaved = true): StoredMail => {
  const rank = mailbox.made + 1;
  const bodyKind = parts.bodyKind ?? (parts.text === undefined ? "html" : "text");
  const html = parts.html ?? (parts.text === undefined ? EMPTY_BODY : htmlOfText(parts.text));
  return place(
    mailbox,
    {
      subject: parts.subject ?? "",
      from: parts.from ?? { name: mailbox.name, address: mailbox.address },
      sender: parts.from ?? { name: mailbox.name, address: mailbox.address },
      replyTo: [],
      to: parts.to ?? [],
      cc: parts.cc ?? [],
      bcc: parts.bcc ?? [],
      messageId: `<PR3P195MB0${String(rank)}.EURP195.PROD.OUTLOOK.COM>`,
      inReplyTo: parts.inReplyTo ?? "",
      references: parts.references ?? "",
      sentAt: mailbox.now().toISOString(),
      bodyKind,
      html,
      text: parts.text ?? textOfHtml(html),
      files: parts.files ?? [],
      headers: "",
      bytes: null,
    },
    { folder: "drafts", isDraft: true, isSaved, isRead: true, at: mailbox.now().toISOString() },
  );
};

export const EMPTY_BODY =
  '<html><head></head><body><div style="font-family:Aptos,sans-serif;font-size:12pt"><br></div></body></html>';

const place = (
  mailbox: Mailbox,
  content: MailContent,
  where: Pick<StoredMail, "folder" | "isDraft" | "isSaved" | "isRead"> & { readonly at: string },
): StoredMail => {
  mailbox.made += 1;
  const { at, ...rest } = where;
  const stored: StoredMail = {
    ...content,
    ...rest,
    id: nextId(mailbox),
    immutableId: `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${safe(digest(`${mailbox.address} ${String(mailbox.made)}`, 20))}`,
    conversationId: conversationOf(mailbox, content),
    version: 1,
    createdAt: at,
    modifiedAt: at,
    receivedAt: at,
    categories: [],
    properties: {},
  };
  mailbox.mails.push(stored);
  return stored;
};

const safe = (text: string): string => text.replaceAll("/", "-").replaceAll("+", "_");

/** As Exchange writes ids for Office.js: with the two characters that Graph's paths cannot have. */
const nextId = (mailbox: Mailbox): string => {
  mailbox.made += 1;
  return `AAMkAGI2T+/${digest(`${mailbox.address} id ${String(mailbox.made)}`, 40)}AAA=`;
};

/** By the thread's first mail, as far as this mailbox or the headers know it. */
const conversationOf = (mailbox: Mailbox, content: MailContent): string => {
  const named: readonly string[] =
    `${content.references} ${content.inReplyTo}`.match(/<[^<>]+>/g) ?? [];
  const known = mailbox.mails.find(({ messageId }) => named.includes(messageId));
  const [root = content.messageId] = named;
  return known?.conversationId ?? `AAQkAGI2${digest(root, 30)}=`;
};

/** What Graph's paths call a mail by. */
export const restId = (id: string): string => safe(id);

export const mailById = (mailbox: Mailbox, id: string): StoredMail | null =>
  mailbox.mails.find(
    (mail) => mail.isSaved && (mail.id === id || restId(mail.id) === id || mail.immutableId === id),
  ) ?? null;

export const change = (mailbox: Mailbox, mail: StoredMail, parts: Partial<StoredMail>): void => {
  Object.assign(mail, parts);
  mail.version += 1;
  mail.modifiedAt = mailbox.now().toISOString();
};

/** Its id is another from now on; the immutable one stays. */
export const move = (mailbox: Mailbox, mail: StoredMail, folder: string): void => {
  change(mailbox, mail, { folder, id: nextId(mailbox) });
};

/** The user presses Send: out of the drafts, into the sent items. */
export const send = (mailbox: Mailbox, mail: StoredMail): void => {
  const at = mailbox.now().toISOString();
  move(mailbox, mail, "sentitems");
  change(mailbox, mail, { isDraft: false, isSaved: true, sentAt: at, receivedAt: at });
};

export const removeMail = (mailbox: Mailbox, mail: StoredMail): void => {
  mailbox.mails.splice(mailbox.mails.indexOf(mail), 1);
};

/** The MIME of a mail as Exchange gives it, to Office.js and to Graph alike. */
export const mimeOf = (mail: StoredMail): Uint8Array => exchangeMime(mail);

/** Where an answer goes: to whom the mail asks for it, else to its sender. */
export const answerTo = (mail: StoredMail): readonly Person[] =>
  mail.replyTo.length > 0 ? mail.replyTo : mail.from === null ? [] : [mail.from];

export const replySubject = (subject: string): string =>
  /^(re|aw|antw|rép)\s*:/i.test(subject) ? subject : `RE: ${subject}`;

/** Body of an answer: what is put in, then the rule and the mail that it answers. */
export const quotedHtml = (above: string, mail: StoredMail): string =>
  [
    "<html><head></head><body>",
    above === "" ? "<div><br></div>" : above,
    '<hr tabindex="-1" style="display:inline-block; width:98%">',
    `<div id="divRplyFwdMsg" dir="ltr"><b>De :</b> ${mail.from?.name ?? ""} &lt;${mail.from?.address ?? ""}&gt;<br>`,
    `<b>Objet :</b> ${mail.subject}</div>`,
    mail.html.replace(/^[\s\S]*?<body[^>]*>|<\/body>[\s\S]*$/gi, ""),
    "</body></html>",
  ].join("");
