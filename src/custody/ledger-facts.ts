import type { UseCase } from "#shared/app/use-case.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Draft } from "#shared/claims/account.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { ok } from "#shared/kernel/result.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";

/** What the list of mails shows of the ledger. */
export type Filing = {
  readonly account: string;
  readonly name: string;
  /** Null: filed, and nobody has read it yet. */
  readonly tag: Tag | null;
  readonly isAnswer: boolean;
};

export type LedgerDraft = {
  readonly account: string;
  readonly name: string;
  readonly step: string;
  readonly state: Draft["state"];
  readonly reference: string;
  readonly on: CalendarDate;
};

export type LedgerFacts = {
  readonly creditor: CreditorIdentity | null;
  /** By Message-ID, and by SHA-256 for mails that have none. */
  readonly filings: ReadonlyMap<string, Filing>;
  readonly drafts: ReadonlyMap<string, LedgerDraft>;
};

export const NO_FACTS: LedgerFacts = { creditor: null, filings: new Map(), drafts: new Map() };

/** Which mails are filed and under what, and which drafts wait: over the whole ledger. */
export const ledgerFacts: UseCase<null, LedgerFacts, never> = {
  name: "ledger-facts",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, loaded) => {
    const filings = new Map<string, Filing>();
    const drafts = new Map<string, LedgerDraft>();
    for (const state of loaded.accounts.values()) {
      const { account } = state;
      const name = state.debtor?.name ?? account;
      // Of a debtor held for death or illness no mail bears a mark.
      for (const exchange of sensitive(state) ? [] : state.exchanges) {
        if (exchange.kind !== "mail") continue;
        const filing: Filing = {
          account,
          name,
          tag: exchange.tagged?.tag ?? null,
          isAnswer: exchange.direction === "in" && !exchange.automatic,
        };
        if (exchange.messageId !== null) filings.set(exchange.messageId, filing);
        else for (const { sha256 } of exchange.versions) filings.set(sha256, filing);
      }
      for (const { draft, step, state: standing, reference, on } of state.drafts) {
        // One draft may be of several debtors of a group, and goes by its name.
        const known = drafts.get(draft);
        const told = known === undefined ? name : (state.debtor?.group?.name ?? known.name);
        drafts.set(draft, { account, name: told, step, state: standing, reference, on });
      }
    }
    return ok(viewOnly({ creditor: loaded.creditor.creditor, filings, drafts }));
  },
};
