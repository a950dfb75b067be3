import type { AccountState } from "#shared/claims/account.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { ok } from "#shared/kernel/result.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { batchOfAct } from "./act-done.ts";
import { draftKeysOf, filedIn } from "./mail-acts.ts";
import type { FileMailInput } from "./mail-acts.ts";
import { accountEntry } from "./streams.ts";
import type { Facts, UseCase } from "./use-case.ts";
import type { DoneView } from "./view-parts.ts";

export type FileMailsInput = { readonly mails: readonly FileMailInput[] };

export type FiledMailsView = DoneView & {
  /** For each mail in its turn, the accounts it was filed in now; none where it lay there already. */
  readonly filed: readonly (readonly string[])[];
};

/**
 * Files several mails as one act: a whole thread, or what a look has found. Where a host pays for each writing, forty
 * mails are one; one click takes them back. Each is told before the next is looked at, as if they had been filed in turn.
 */
export const fileMails: UseCase<FileMailsInput, FiledMailsView, never> = {
  name: "file-mails",
  asks: ({ mails }) => ({
    accounts: [...new Set(mails.map(({ account }) => account))],
    keys: [...new Set(mails.flatMap(({ mail }) => draftKeysOf(mail.message)))],
    search: false,
  }),
  decide: ({ mails }, loaded, facts) => {
    const accounts = new Map(loaded.accounts);
    const batch = batchOfAct(facts);
    const entries: NewEntry[] = [];
    const touched = new Set<string>();
    const keeps = new Set<string>();
    const filed = mails.map(({ account, mail }) => {
      const state = accounts.get(account);
      if (state === undefined) return [];
      const now: string[] = [];
      for (const [id, events] of filedIn(state, mail, { ...loaded, accounts }, facts)) {
        const before = accounts.get(id);
        if (before === undefined || events.length === 0) continue;
        accounts.set(id, told(before, events, facts));
        touched.add(id);
        for (const event of events) entries.push(accountEntry(id, event, batch));
        if (!events.some(({ type }) => type === "exchange-filed")) continue;
        now.push(id);
        if (mail.sha256 !== null) keeps.add(mail.sha256);
      }
      return now;
    });
    const words = MAIL_WORDS[facts.language];
    const count = filed.filter((one) => one.length > 0).length;
    return ok({
      view: {
        text: words.filedMails(count),
        undo: entries.length === 0 ? null : { label: words.undo, batch, accounts: [...touched] },
        filed,
      },
      entries,
      keeps: [...keeps],
      acts: [],
    });
  },
};

/** The entry's hash is not known before it is appended, and nothing that filing rests on names it. */
const told = (
  state: AccountState,
  events: readonly AccountEvent[],
  { now, by }: Facts,
): AccountState =>
  events.reduce((known, event) => evolveAccount(known, event, { hash: "", at: now, by }), state);
