import type { Currency } from "#shared/kernel/money.ts";

/** What a mail offers to find its claim by. All of it is data of the mail; display names are not in it. */
export type MatchKeys = {
  /** In-Reply-To and References, and the original of a bounce; the mail's own Message-ID is not among them. */
  readonly messageIds: readonly string[];
  readonly ownMessageId: string | null;
  /** Our references, `R-` and six characters. */
  readonly references: readonly string[];
  /** The other side's addresses: the sender of a mail received, the recipients of a mail sent. */
  readonly addresses: readonly string[];
  /** Domains of those that are somebody's own. */
  readonly domains: readonly string[];
  /** Normalised runs that can be an invoice number. */
  readonly invoiceTokens: readonly string[];
  /** The host's thread, where it has one. */
  readonly threadIds: readonly string[];
};

export type MatchInvoice = {
  readonly id: string;
  readonly number: string;
  readonly openMinor: number;
  readonly currency: Currency;
};

export type MatchTarget = {
  readonly account: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
  /** Message-IDs of every mail of the account's exchanges, sent or received. */
  readonly messageIds: readonly string[];
  readonly threadIds?: readonly string[];
  readonly references: readonly string[];
  readonly invoices: readonly MatchInvoice[];
};

/** Why a claim is proposed, strongest first; `value` is the words or address that show it. */
export const MATCH_REASONS = [
  "thread",
  "reference",
  "invoice-and-sender",
  "invoice",
  "address",
  "domain",
] as const;
export type MatchReason = {
  readonly code: (typeof MATCH_REASONS)[number];
  readonly value: string;
};

export type MatchCandidate = {
  readonly account: string;
  /** Ids of the invoices that the mail names. */
  readonly invoices: readonly string[];
  readonly score: number;
  readonly reasons: readonly MatchReason[];
};

export type MailDirection = "in" | "out" | "internal";

export type MailMatch = {
  readonly direction: MailDirection;
  /** Best first. */
  readonly ranked: readonly MatchCandidate[];
  /** `tie`: two claims as strong as each other; a person chooses. */
  readonly verdict: "one" | "tie" | "none";
};

/** The creditor's own side. */
export type OwnSide = {
  readonly addresses: readonly string[];
  /** The creditor's own domains, where everybody on them is one of the house; never a free-mail domain. */
  readonly domains?: readonly string[];
};
