/** What Gmail keeps of one account. A mail is its bytes; everything else is read out of them. */
export type Mailbox = {
  readonly messages: ReadonlyMap<string, StoredMessage>;
  readonly drafts: ReadonlyMap<string, string>;
  readonly labels: Map<string, string>;
  /** A mail comes in, in the thread it answers (In-Reply-To, References), or in one of its own. */
  readonly receive: (bytes: Uint8Array | string, options?: StoreOptions) => StoredMessage;
  /** A mail that the person wrote elsewhere. */
  readonly sent: (bytes: Uint8Array | string, options?: StoreOptions) => StoredMessage;
  /** The person presses Send in this draft: a new message id, the label SENT, the draft gone. */
  readonly sendDraft: (draftId: string) => StoredMessage;
  readonly discardDraft: (draftId: string) => void;
  readonly thread: (threadId: string) => readonly StoredMessage[];
};

export type StoreOptions = {
  readonly threadId?: string;
  readonly labels?: readonly string[];
  /** When Gmail took it in, in milliseconds since 1970; the clock's instant otherwise. */
  readonly at?: number;
};

export type StoredMessage = {
  readonly id: string;
  readonly threadId: string;
  readonly raw: Uint8Array;
  readonly labels: Set<string>;
  readonly internalDate: number;
};
