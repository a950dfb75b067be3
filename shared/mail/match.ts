import type { Currency } from "#shared/kernel/money.ts";
import { ownDomainOf } from "./domains.ts";
import { directionOf, keysOfMessage } from "./match-keys.ts";
import type { Message } from "./message.ts";
import { invoicesNamed, normaliseInvoiceNumber } from "./named-invoices.ts";
import type { NamedInvoice } from "./named-invoices.ts";
import type { NumbersInText } from "./number-scan.ts";

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
  /** Normalised runs that are enough to look for among all debtors' invoices. */
  readonly invoiceTokens: readonly string[];
  /** All that can name an invoice of a debtor who is known already. */
  readonly numbers: NumbersInText;
  /** The same as `invoiceTokens`, of the names of attached files alone. */
  readonly fileNumbers: readonly string[];
  /** Addresses and Message-IDs in the headers of mails within the text, forwarded or quoted: anybody can type them. */
  readonly quoted: readonly string[];
  readonly quotedIds: readonly string[];
  /** The mail answers no other. */
  readonly isFirst: boolean;
  /** The host's thread, where it has one. */
  readonly threadIds: readonly string[];
};

export type MatchInvoice = {
  readonly id: string;
  readonly number: string;
  readonly openMinor: number;
  readonly totalMinor?: number;
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
  "quoted",
  "domain",
  "amount",
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
  /** `tie`: two claims as strong as each other, or one that too little speaks for; a person chooses. */
  readonly verdict: "one" | "tie" | "none";
};

/** The creditor's own side. */
export type OwnSide = {
  readonly addresses: readonly string[];
  /** The creditor's own domains, where everybody on them is one of the house; never a free-mail domain. */
  readonly domains?: readonly string[];
};

/** Strictly ordered: any one reason outweighs all weaker ones together. An amount ranks and decides nothing. */
const WEIGHTS: Readonly<Record<MatchReason["code"], number>> = {
  thread: 128,
  reference: 64,
  "invoice-and-sender": 32,
  invoice: 16,
  address: 8,
  quoted: 4,
  domain: 2,
  amount: 1,
};
/** An invoice that is named by a part of its number, where several debtors have this sender: it ranks as an amount does. */
const LOOSE_WEIGHT = 0.5;

/** Reasons shown of one kind; a statement of account names hundreds of invoices. */
const REASONS_PER_CODE_MAX = 20;
/** Debtors that one key may stand for: an address or a number that more of them have tells nobody. */
const TARGETS_PER_KEY_MAX = 500;

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

export const matchIndexOf = (given: readonly MatchTarget[]): MatchIndex => {
  // By account, so that what is found never depends on the order in which accounts were loaded.
  const targets = [...given].sort((a, b) => compared(a.account, b.account));
  const table = (keysOf: (target: MatchTarget) => readonly string[]) => {
    const map = new Map<string, number[]>();
    for (let index = 0; index < targets.length; index += 1) {
      for (const key of keysOf(targets[index] as MatchTarget)) {
        const list = map.get(key);
        if (list === undefined) map.set(key, [index]);
        else if (list[list.length - 1] !== index) list.push(index);
      }
    }
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

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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

/** The same by the keys of a mail, in time that grows with the keys and with the debtors they find. */
export const matchKeys = (
  keys: MatchKeys,
  direction: MailDirection,
  index: MatchIndex,
): MailMatch => {
  const found = foundBy(keys, index);
  const senders = [...found.values()].filter((reasons) => reasons.some(isOfSender)).length;
  const candidates = [...found].map(([at, reasons]) =>
    candidateOf(index.targets[at] as MatchTarget, reasons, keys, senders),
  );
  const ranked = [...withAmount(candidates, keys, index, found)].sort(
    (a, b) => b.score - a.score || compared(a.account, b.account),
  );
  return { direction, ranked, verdict: verdictOf(ranked, keys, direction) };
};

type Found = ReadonlyMap<number, readonly MatchReason[]>;

const foundBy = (keys: MatchKeys, index: MatchIndex): Found => {
  const reasons = new Map<number, MatchReason[]>();
  const note = (
    code: MatchReason["code"],
    values: readonly string[],
    map: ReadonlyMap<string, readonly number[]>,
  ): void => {
    for (const value of values) {
      const targets = map.get(value) ?? [];
      if (targets.length > TARGETS_PER_KEY_MAX) continue;
      for (const target of targets) {
        const list = reasons.get(target) ?? [];
        const same = list.filter((one) => one.code === code);
        if (same.length < REASONS_PER_CODE_MAX && !same.some((one) => one.value === value))
          list.push({ code, value });
        reasons.set(target, list);
      }
    }
  };
  note("thread", keys.messageIds, index.byMessageId);
  note("thread", keys.ownMessageId === null ? [] : [keys.ownMessageId], index.byMessageId);
  note("thread", keys.threadIds, index.byThread);
  note("reference", keys.references, index.byReference);
  note("invoice", keys.invoiceTokens, index.byNumber);
  note("address", keys.addresses, index.byAddress);
  note("quoted", keys.quoted, index.byAddress);
  note("quoted", keys.quotedIds, index.byMessageId);
  note("domain", keys.domains, index.byDomain);
  return reasons;
};

const isOfSender = ({ code }: MatchReason): boolean => code === "address" || code === "domain";

const candidateOf = (
  target: MatchTarget,
  found: readonly MatchReason[],
  keys: MatchKeys,
  senders: number,
): MatchCandidate => {
  // What was found by a whole number alone stays at that: of a stranger, a part of a number means nothing.
  const isKnown = found.some((one) => one.code !== "invoice" && one.code !== "quoted");
  const bySender = found.some(isOfSender);
  const all = isKnown
    ? invoicesNamed(target.invoices, keys.numbers)
    : target.invoices
        .filter((invoice) =>
          found.some(
            (one) => one.code === "invoice" && one.value === normaliseInvoiceNumber(invoice.number),
          ),
        )
        .map((invoice) => ({ invoice, isExact: true }));
  const named = [...all].sort(byNumber);
  // Among several debtors of one sender only a whole number says which of them is meant.
  const isLoose = senders > 1 && !named.some((one) => one.isExact);
  const code = bySender ? "invoice-and-sender" : "invoice";
  const numbers: readonly MatchReason[] = named
    .slice(0, REASONS_PER_CODE_MAX)
    .map(({ invoice }) => ({ code, value: invoice.number }));
  const shown = [...found.filter((one) => one.code !== "invoice"), ...numbers];
  const reasons = MATCH_REASONS.flatMap((one) => shown.filter((reason) => reason.code === one));
  const score = MATCH_REASONS.reduce(
    (sum, one) =>
      sum +
      (reasons.some((reason) => reason.code === one)
        ? isLoose && one === code
          ? LOOSE_WEIGHT
          : WEIGHTS[one]
        : 0),
    0,
  );
  return { account: target.account, invoices: named.map((one) => one.invoice.id), score, reasons };
};

const byNumber = (a: NamedInvoice<MatchInvoice>, b: NamedInvoice<MatchInvoice>): number =>
  compared(a.invoice.number, b.invoice.number) || compared(a.invoice.id, b.invoice.id);

/** A sum that is what exactly one invoice comes to, among all debtors found, speaks for that debtor a little. */
const withAmount = (
  candidates: readonly MatchCandidate[],
  keys: MatchKeys,
  index: MatchIndex,
  found: Found,
): readonly MatchCandidate[] => {
  if (keys.numbers.sums.length === 0 || candidates.length < 2) return candidates;
  const sums = new Set(keys.numbers.sums);
  const hits: { readonly account: string; readonly value: string }[] = [];
  for (const at of found.keys()) {
    const target = index.targets[at] as MatchTarget;
    for (const { number, openMinor, totalMinor } of target.invoices)
      if (openMinor > 0 && (sums.has(openMinor) || sums.has(totalMinor ?? -1)) && hits.length < 2)
        hits.push({ account: target.account, value: number });
  }
  const [hit, ...more] = hits;
  if (hit === undefined || more.length > 0) return candidates;
  return candidates.map((one) =>
    one.account === hit.account
      ? {
          ...one,
          score: one.score + WEIGHTS.amount,
          reasons: [...one.reasons, { code: "amount", value: hit.value }],
        }
      : one,
  );
};

/**
 * Whether a debtor writes in a thread of another's: a thread may hold the mails of several, and one's promise is not the
 * other's. Who writes and whose thread it is do not agree, so that neither is believed alone.
 */
export const isBetweenDebtors = ({ direction, ranked }: Omit<MailMatch, "verdict">): boolean => {
  const [first, ...others] = ranked;
  return (
    direction === "in" &&
    first !== undefined &&
    !first.reasons.some(isOfSender) &&
    others.some(({ reasons }) => reasons.some(({ code }) => code === "address"))
  );
};

/** What decides: without what only ranks. */
const decisive = ({ score }: MatchCandidate): number => Math.floor(score / 2);

const verdictOf = (
  ranked: readonly MatchCandidate[],
  keys: MatchKeys,
  direction: MailDirection,
): MailMatch["verdict"] => {
  const [first, ...others] = ranked;
  if (first === undefined) return "none";
  if (others.some((one) => decisive(one) === decisive(first))) return "tie";
  const has = (code: MatchReason["code"], one = first): boolean =>
    one.reasons.some((reason) => reason.code === code);
  if (isBetweenDebtors({ direction, ranked })) return "tie";
  if (has("thread") || has("reference") || has("invoice-and-sender") || has("address"))
    return "one";
  if (has("invoice")) {
    // A number of one debtor's in a mail from another's: who writes and what is named do not agree.
    if (others.some((one) => one.reasons.some(isOfSender))) return "tie";
    return isOwnNumber(first, keys) ? "one" : "tie";
  }
  // Words that anybody can type are believed of one of ours.
  return has("domain") || (has("quoted") && direction !== "in") ? "one" : "tie";
};

/**
 * Whether a number alone says whose mail it is: not where it is digits that any firm's invoices have, nor where a
 * stranger's first mail brings a file of that number, which is a supplier's own invoice.
 */
const isOwnNumber = ({ reasons }: MatchCandidate, keys: MatchKeys): boolean =>
  reasons.some(({ code, value }) => {
    const number = normaliseInvoiceNumber(value);
    if (code !== "invoice" || isAllDigits(number)) return false;
    return !(keys.isFirst && keys.fileNumbers.includes(number));
  });

const isAllDigits = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1)
    if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return false;
  return true;
};
