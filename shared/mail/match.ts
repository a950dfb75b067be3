import type { Currency } from "#shared/kernel/money.ts";
import { ownDomainOf } from "./domains.ts";
import {
  directionOf,
  INVOICE_TOKEN_CHARS_MAX,
  keysOfMessage,
  normaliseInvoiceNumber,
} from "./match-keys.ts";
import type { Message } from "./message.ts";

export { domainOf, isFreeMail, ownDomainOf } from "./domains.ts";
export { directionOf, isOwnAddress, keysOfMessage, normaliseInvoiceNumber } from "./match-keys.ts";

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

/** Strictly ordered: any one reason outweighs all weaker ones together. */
const WEIGHTS: Readonly<Record<MatchReason["code"], number>> = {
  thread: 32,
  reference: 16,
  "invoice-and-sender": 8,
  invoice: 4,
  address: 2,
  domain: 1,
};

/** A number of digits alone names an invoice by itself only from this length on: shorter ones are everywhere. */
const BARE_DIGITS_MIN = 6;
/** The end of a number is enough for somebody already known to be the debtor: `418` for `F-2026-00418`. */
const TAIL_DIGITS_MIN = 3;
/** Reasons shown of one kind; a statement of account names hundreds of invoices. */
const REASONS_PER_CODE_MAX = 20;

/** Targets arranged for looking up; built once for many mails. */
export type MatchIndex = {
  readonly targets: readonly MatchTarget[];
  readonly byMessageId: ReadonlyMap<string, readonly number[]>;
  readonly byThread: ReadonlyMap<string, readonly number[]>;
  readonly byReference: ReadonlyMap<string, readonly number[]>;
  readonly byAddress: ReadonlyMap<string, readonly number[]>;
  readonly byDomain: ReadonlyMap<string, readonly number[]>;
  readonly byNumber: ReadonlyMap<string, readonly number[]>;
};

export const matchIndexOf = (targets: readonly MatchTarget[]): MatchIndex => {
  const table = (keysOf: (target: MatchTarget) => readonly string[]) => {
    const map = new Map<string, number[]>();
    targets.forEach((target, index) => {
      for (const key of keysOf(target)) {
        const list = map.get(key);
        if (list === undefined) map.set(key, [index]);
        else if (list[list.length - 1] !== index) list.push(index);
      }
    });
    return map;
  };
  return {
    targets,
    byMessageId: table((one) => one.messageIds),
    byThread: table((one) => one.threadIds ?? []),
    byReference: table((one) => one.references.map((text) => text.toUpperCase())),
    byAddress: table((one) => one.addresses.map((text) => text.toLowerCase())),
    // A domain typed by a person may be free mail; it identifies nobody, whoever typed it.
    byDomain: table((one) =>
      one.domains
        .map((text) => text.toLowerCase())
        .filter((text) => ownDomainOf(`x@${text}`) !== null),
    ),
    byNumber: table((one) =>
      one.invoices
        .map((invoice) => normaliseInvoiceNumber(invoice.number))
        .filter((number) => number !== ""),
    ),
  };
};

/** Finds the claims a mail speaks of, with why; ties are left to a person. */
export const matchMessage = (
  message: Message,
  targets: readonly MatchTarget[] | MatchIndex,
  own: OwnSide,
  threadId?: string,
): MailMatch =>
  matchKeys(
    keysOfMessage(message, own, threadId),
    directionOf(message, own),
    "byNumber" in targets ? targets : matchIndexOf(targets),
  );

export const matchKeys = (
  keys: MatchKeys,
  direction: MailDirection,
  index: MatchIndex,
): MailMatch => {
  const reasons = new Map<number, MatchReason[]>();
  const note = (
    code: MatchReason["code"],
    values: readonly string[],
    map: ReadonlyMap<string, readonly number[]>,
  ): void => {
    for (const value of values)
      for (const target of map.get(value) ?? []) {
        const list = reasons.get(target) ?? [];
        const same = list.filter((one) => one.code === code);
        if (same.length < REASONS_PER_CODE_MAX && !same.some((one) => one.value === value))
          list.push({ code, value });
        reasons.set(target, list);
      }
  };
  note("thread", keys.messageIds, index.byMessageId);
  note("thread", keys.ownMessageId === null ? [] : [keys.ownMessageId], index.byMessageId);
  note("thread", keys.threadIds, index.byThread);
  note("reference", keys.references, index.byReference);
  note(
    "invoice",
    keys.invoiceTokens.filter((token) => !/^\d+$/.test(token) || token.length >= BARE_DIGITS_MIN),
    index.byNumber,
  );
  note("address", keys.addresses, index.byAddress);
  note("domain", keys.domains, index.byDomain);
  const ranked = [...reasons]
    .map(([at, found]) => candidateOf(index.targets[at] as MatchTarget, found, keys))
    .sort((a, b) => b.score - a.score || (a.account < b.account ? -1 : 1));
  const [first, second] = ranked;
  const verdict =
    first === undefined
      ? "none"
      : second !== undefined && second.score === first.score
        ? "tie"
        : "one";
  return { direction, ranked, verdict };
};

const candidateOf = (
  target: MatchTarget,
  found: readonly MatchReason[],
  keys: MatchKeys,
): MatchCandidate => {
  const known = found.some((one) => one.code !== "invoice");
  const bySender = found.some((one) => one.code === "address" || one.code === "domain");
  const named = known
    ? invoicesNamedTo(target.invoices, keys.invoiceTokens)
    : target.invoices.filter((invoice) =>
        found.some((one) => one.value === normaliseInvoiceNumber(invoice.number)),
      );
  const numbers: readonly MatchReason[] = named.slice(0, REASONS_PER_CODE_MAX).map((invoice) => ({
    code: bySender ? "invoice-and-sender" : "invoice",
    value: invoice.number,
  }));
  const all = [...found.filter((one) => one.code !== "invoice"), ...numbers];
  const reasons = MATCH_REASONS.reduce<readonly MatchReason[]>(
    (list, code) => [...list, ...all.filter((one) => one.code === code)],
    [],
  );
  const score = MATCH_REASONS.reduce(
    (sum, code) => sum + (reasons.some((one) => one.code === code) ? WEIGHTS[code] : 0),
    0,
  );
  return { account: target.account, invoices: named.map((one) => one.id), score, reasons };
};

/**
 * The invoices of one debtor that a mail of that debtor names: by the number, by the number as a scanner may misread
 * it (O for 0, I or l for 1, S for 5), or by its last digits where no other open invoice ends so.
 */
export const invoicesNamedTo = <T extends { readonly number: string }>(
  invoices: readonly T[],
  tokens: readonly string[],
): readonly T[] => {
  const exact = new Set(tokens);
  const misread = new Set(tokens.map(misreadForm));
  const tails = new Map<string, number>();
  for (const invoice of invoices) {
    const tail = tailOf(invoice.number);
    tails.set(tail, (tails.get(tail) ?? 0) + 1);
  }
  return invoices.filter((invoice) => {
    const number = normaliseInvoiceNumber(invoice.number);
    if (number === "") return false;
    if (exact.has(number)) return true;
    if (number.length >= 5 && misread.has(misreadForm(number))) return true;
    const tail = tailOf(invoice.number);
    const isYear = /^(?:19|20|21)\d\d$/.test(tail);
    return tail.length >= TAIL_DIGITS_MIN && !isYear && tails.get(tail) === 1 && exact.has(tail);
  });
};

const misreadForm = (token: string): string =>
  token.replace(/O/g, "0").replace(/[IL]/g, "1").replace(/S/g, "5");

/** The digits a number ends with. */
const tailOf = (number: string): string => {
  let from = number.length;
  while (from > 0 && number.length - from < INVOICE_TOKEN_CHARS_MAX && isDigit(number, from - 1))
    from -= 1;
  return number.slice(from);
};

const isDigit = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;
