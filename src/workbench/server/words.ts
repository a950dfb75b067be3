import type { MailboxRefusal } from "./mailbox.ts";
import type { WireMailbox } from "./wire.ts";

/** What the terminal says, in the language of the terminal. */
export type ServerWords = {
  readonly usage: string;
  readonly mailboxRefused: (refusal: MailboxRefusal) => string;
  readonly fileNotFound: (path: string) => string;
  readonly portRefused: (port: number, code: string) => string;
  readonly open: (address: string, about: WireMailbox) => string;
  readonly anotherBrowser: (address: string) => string;
};

export const wordsFor = (locale: string): ServerWords => (/^en/i.test(locale) ? EN : FR);

const FR: ServerWords = {
  usage:
    "Usage : npm start -- [--mailbox DOSSIER_OU_MBOX] [--invoices FICHIER.csv] [--port 4170]\nSans --mailbox, la boîte d'exemple s'ouvre.",
  mailboxRefused: (refusal) =>
    refusal.type === "mailbox-not-found"
      ? `Impossible de lire « ${refusal.path} » : donnez un dossier de fichiers .eml ou un fichier .mbox.`
      : `« ${refusal.path} » est trop volumineux (${megabytes(refusal.bytes)} Mo) : donnez un .mbox d'au plus 1 Go, ou un dossier de .eml.`,
  fileNotFound: (path) => `Impossible de lire « ${path} ».`,
  portRefused: (port, code) =>
    code === "EADDRINUSE"
      ? `Le port ${String(port)} est déjà pris : Relance est peut-être déjà ouvert. Sinon, choisissez-en un autre avec --port ; le registre est gardé par adresse, donc reprenez ensuite toujours le même.`
      : `Impossible d'écouter sur le port ${String(port)} (${code}).`,
  open: (address, about) =>
    `Relance · ${about.kind === "sample" ? "boîte d'exemple" : about.name} · ${String(about.mails.length)} messages\nOuvrez cette adresse (elle sert une fois, sur cette machine seulement) :\n\n  ${address}\n\nCtrl+C pour arrêter.`,
  anotherBrowser: (address) => `Pour un autre navigateur : ${address}`,
};

const EN: ServerWords = {
  usage:
    "Usage: npm start -- [--mailbox FOLDER_OR_MBOX] [--invoices FILE.csv] [--port 4170]\nWithout --mailbox, the sample mailbox opens.",
  mailboxRefused: (refusal) =>
    refusal.type === "mailbox-not-found"
      ? `Cannot read "${refusal.path}": give a folder of .eml files or an .mbox file.`
      : `"${refusal.path}" is too large (${megabytes(refusal.bytes)} MB): give an .mbox of at most 1 GB, or a folder of .eml files.`,
  fileNotFound: (path) => `Cannot read "${path}".`,
  portRefused: (port, code) =>
    code === "EADDRINUSE"
      ? `Port ${String(port)} is taken: Relance may already be open. Otherwise choose another with --port; the ledger is kept by address, so keep to that one.`
      : `Cannot listen on port ${String(port)} (${code}).`,
  open: (address, about) =>
    `Relance · ${about.kind === "sample" ? "sample mailbox" : about.name} · ${String(about.mails.length)} messages\nOpen this address (it works once, on this machine only):\n\n  ${address}\n\nCtrl+C to stop.`,
  anotherBrowser: (address) => `For another browser: ${address}`,
};

const megabytes = (bytes: number): string => String(Math.round(bytes / 1_000_000));
