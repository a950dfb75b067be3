/** Stops a message with thousands of addresses from becoming a reply to them: beyond it, the sender alone. */
export const REPLY_RECIPIENTS_MAX = 20;

export type ReplyFacts = {
  /** Addresses only (`name@domain`); compared without regard to case. */
  readonly message: {
    readonly from: string | null;
    readonly replyTo: readonly string[];
    readonly to: readonly string[];
    readonly cc: readonly string[];
  };
  /** Contacts of this debtor. */
  readonly knownContacts: readonly string[];
  /** The creditor's own addresses and aliases. */
  readonly ownAddresses: readonly string[];
  /** A consumer, or a sole trader: a natural person. */
  readonly debtorIsIndividual: boolean;
};

/** Why these recipients: data, for a screen to word. */
export type RecipientsReason =
  | "individual-alone"
  | "only-the-sender-wrote"
  | "everyone-is-known"
  | "someone-is-unknown"
  | "too-many"
  | "known-contact"
  | "nobody";

export type Recipients = {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly why: RecipientsReason;
  /** Those left out because they are no known contact; at most REPLY_RECIPIENTS_MAX of them. */
  readonly leftOut: readonly string[];
};

/**
 * To whom a reply goes: to the sender; to everyone only if every address, the sender's too, is a known contact; to an
 * individual alone. `Reply-To` counts only where it names a known contact, else anyone could draw our reply to himself.
 * A message of our own is followed up with its first recipient who is a known contact. Nobody: `to` is empty.
 */
export const recipientsOfReply = (facts: ReplyFacts): Recipients => {
  const { message } = facts;
  const owned = foldedSet(facts.ownAddresses);
  const known = foldedSet(facts.knownContacts);
  const isKnown = (address: string): boolean => known.has(folded(address));
  const isOwn = (address: string): boolean => owned.has(folded(address));

  const sender = message.from === null || message.from.trim() === "" ? null : message.from.trim();
  const ours = sender !== null && isOwn(sender);
  const answerTo = message.replyTo.find((address) => isKnown(address) && !isOwn(address));
  const toKnown = [...message.to, ...message.cc].find(
    (address) => isKnown(address) && !isOwn(address),
  );
  const target = ours || sender === null ? (ours ? toKnown : answerTo) : (answerTo ?? sender);
  if (target === undefined) return { to: [], cc: [], why: "nobody", leftOut: [] };

  const others = distinct([
    ...(ours ? [] : [sender ?? target]),
    ...message.to,
    ...message.cc,
  ]).filter((address) => !isOwn(address) && folded(address) !== folded(target));
  const alone = (why: RecipientsReason, leftOut: readonly string[] = []): Recipients => ({
    to: [target.trim()],
    cc: [],
    why,
    leftOut: leftOut.slice(0, REPLY_RECIPIENTS_MAX),
  });
  if (facts.debtorIsIndividual) return alone("individual-alone", others);
  if (others.length === 0) return alone(ours ? "known-contact" : "only-the-sender-wrote");
  const unknown = [target, ...others].filter((address) => !isKnown(address));
  if (unknown.length > 0) {
    return alone(
      "someone-is-unknown",
      others.filter((address) => !isKnown(address)),
    );
  }
  if (others.length >= REPLY_RECIPIENTS_MAX) return alone("too-many", others);
  return { to: [target.trim()], cc: others, why: "everyone-is-known", leftOut: [] };
};

const folded = (address: string): string => address.trim().toLowerCase();

const foldedSet = (addresses: readonly string[]): ReadonlySet<string> =>
  new Set(addresses.map(folded));

const distinct = (addresses: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  const out: string[] = [];
  for (const address of addresses) {
    const key = folded(address);
    if (key === "" || seen.has(key)) continue;
    seen.add(key);
    out.push(address.trim());
  }
  return out;
};
