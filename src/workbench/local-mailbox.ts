import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";

/**
 * What the workbench itself keeps beside the mailbox it was given and never changes: mails dropped on the page, mails
 * "as if sent" of the sample, and the drafts. A mailbox host's own data, apart from the ledger.
 */
export type KeptMail = {
  /** First 24 digits of the SHA-256. */
  readonly id: string;
  readonly sha256: string;
  readonly file: string;
  readonly bytes: Uint8Array;
};

export type KeptDraft = {
  /** The draft's id in the ledger. */
  readonly draft: string;
  /** The .eml with `X-Unsent: 1`. */
  readonly bytes: Uint8Array;
  readonly preparedAt: string;
};

export type LocalMailbox = {
  readonly mails: () => Promise<readonly KeptMail[]>;
  readonly keepMail: (mail: KeptMail) => Promise<void>;
  readonly drafts: () => Promise<readonly KeptDraft[]>;
  readonly keepDraft: (draft: KeptDraft) => Promise<void>;
  readonly removeDraft: (draft: string) => Promise<void>;
  /** Everything of this browser's goes: the sample begins again. */
  readonly clear: () => Promise<void>;
  /** False: storage is refused here, and what was dropped lasts as long as the page. */
  readonly lasts: boolean;
};

interface MailboxSchema extends DBSchema {
  mails: { key: string; value: KeptMail };
  drafts: { key: string; value: KeptDraft };
}

const SCHEMA_VERSION = 1;

/** Opens what this browser keeps; where it refuses to, the page's memory does, and says so by `lasts`. */
export const openLocalMailbox = async (name: string): Promise<LocalMailbox> => {
  try {
    const database = await openDB<MailboxSchema>(name, SCHEMA_VERSION, {
      upgrade: (opening) => {
        opening.createObjectStore("mails", { keyPath: "id" });
        opening.createObjectStore("drafts", { keyPath: "draft" });
      },
      // A newer version in another tab must not wait for this one.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
    return lasting(database);
  } catch {
    // Private windows and policies forbid IndexedDB in ways that differ by browser; all of them mean this.
    return passing();
  }
};

const lasting = (database: IDBPDatabase<MailboxSchema>): LocalMailbox => ({
  lasts: true,
  mails: () => database.getAll("mails"),
  keepMail: async (mail) => {
    await database.put("mails", mail);
  },
  drafts: () => database.getAll("drafts"),
  keepDraft: async (draft) => {
    await database.put("drafts", draft);
  },
  removeDraft: async (draft) => {
    await database.delete("drafts", draft);
  },
  clear: async () => {
    await database.clear("mails");
    await database.clear("drafts");
  },
});

const passing = (): LocalMailbox => {
  const mails = new Map<string, KeptMail>();
  const drafts = new Map<string, KeptDraft>();
  return {
    lasts: false,
    mails: () => Promise.resolve([...mails.values()]),
    keepMail: (mail) => {
      mails.set(mail.id, mail);
      return Promise.resolve();
    },
    drafts: () => Promise.resolve([...drafts.values()]),
    keepDraft: (draft) => {
      drafts.set(draft.draft, draft);
      return Promise.resolve();
    },
    removeDraft: (draft) => {
      drafts.delete(draft);
      return Promise.resolve();
    },
    clear: () => {
      mails.clear();
      drafts.clear();
      return Promise.resolve();
    },
  };
};
