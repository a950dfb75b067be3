/** What the server tells the page, over `fetch` on the same origin. Both sides are built together. */

/** A mail of the mailbox, from its header section alone. Everything in it is from outside. */
export type WireMail = {
  /** First 24 digits of the SHA-256 of its bytes: the same bytes twice are one mail. */
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  /** File name, or the place within the mbox. */
  readonly file: string;
  readonly messageId: string | null;
  readonly from: WirePerson | null;
  readonly to: readonly WirePerson[];
  readonly cc: readonly WirePerson[];
  readonly subject: string;
  /** ISO 8601 with the offset written in the mail; null where it bears no date. */
  readonly sentAt: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
};

export type WirePerson = { readonly address: string; readonly name: string };

export type WireMailbox = {
  readonly kind: "sample" | "own";
  /** The sample opens on its own day; null: the machine's. */
  readonly today: string | null;
  /** Folder or file, as given; empty for the sample. */
  readonly name: string;
  readonly mails: readonly WireMail[];
  /** Files that are not shown, and why. */
  readonly passedOver: readonly { readonly file: string; readonly why: PassedOver }[];
  /** Name of the invoices file given on the command line. */
  readonly invoicesFile: string | null;
  /** Changes with every build: folded state of another build is folded again. */
  readonly build: string;
};

export type PassedOver = "not-readable" | "too-many" | "not-a-mail";

export const WIRE = {
  mailbox: "/api/mailbox",
  /** Followed by the mail's id. */
  mail: "/api/mail/",
  invoices: "/api/invoices",
  /** What the sample's own story says of each mail: how its ledger is begun. */
  story: "/api/story",
} as const;
