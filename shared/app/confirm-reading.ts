import type { AccountState, Exchange } from "#shared/claims/account.ts";
import { err } from "#shared/kernel/result.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import { tagMail } from "./mail-acts.ts";
import type { TagRefusal } from "./mail-acts.ts";
import type { ReadingView } from "./mail-view.ts";
import { openMail } from "./open-mail.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";
import type { DoneView } from "./view-parts.ts";

export type ConfirmReadingInput = { readonly account: string; readonly exchange: string };

export type ConfirmReadingRefusal =
  | TagRefusal
  | { readonly type: "exchange-unknown"; readonly exchange: string }
  /** The words allow no suggestion worth one click: the mail must be read. */
  | { readonly type: "reading-unsure" }
  /** It gives bank details that nobody knows: it is opened first. */
  | { readonly type: "fraud-unseen" };

/**
 * What was understood of a reply that is filed and that nobody has looked at yet, however little that is; null where no
 * word of it may be shown (death, illness).
 */
export const readingFor = (
  state: AccountState,
  exchange: Exchange,
  loaded: Loaded,
  facts: Facts,
): ReadingView | null => {
  if (sensitive(state)) return null;
  const seen = openMail.decide(
    { message: messageOfExchange(exchange), account: state.account },
    // Whose it is was said when it was filed: no other account is looked at.
    { ...loaded, accounts: new Map([[state.account, state]]), accountsByKey: new Map() },
    facts,
  );
  return seen.ok ? seen.value.view.reading : null;
};

/**
 * Whether a reading may be confirmed without opening the mail: it is not asked what it is, words show why, and it gives no
 * bank details that nobody knows.
 */
export const isWorthOneClick = (reading: ReadingView): boolean =>
  reading.confidence !== "unsure" && reading.quote !== null && reading.fraud.length === 0;

/** Confirms from a list, in one click, what was read in a reply already filed. */
export const confirmReading: UseCase<ConfirmReadingInput, DoneView, ConfirmReadingRefusal> = {
  name: "confirm-reading",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, exchange: id }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const exchange = state.exchanges.find((one) => one.exchange === id);
    if (exchange === undefined) return err({ type: "exchange-unknown", exchange: id });
    const reading = readingFor(state, exchange, loaded, facts);
    if (reading !== null && reading.fraud.length > 0) return err({ type: "fraud-unseen" });
    if (reading === null || !isWorthOneClick(reading)) return err({ type: "reading-unsure" });
    return tagMail.decide(
      {
        account,
        mail: {
          message: messageOfExchange(exchange),
          // The bytes are filed already: naming them again adds no version.
          sha256: exchange.versions[0]?.sha256 ?? null,
          size: exchange.versions[0]?.size ?? 0,
          obtained: exchange.versions[0]?.obtained ?? "as-received",
        },
        tag: reading.tag,
        also: reading.also,
        values: reading.values,
        suggested: reading.tag,
        grounds: reading.grounds,
        reading,
      },
      loaded,
      facts,
    );
  },
};

/** The mail as the ledger remembers it: its header fields and its new words. */
const messageOfExchange = (exchange: Exchange): Message =>
  messageOf({
    messageId: exchange.messageId,
    from: exchange.from === null ? null : { address: exchange.from, name: "" },
    to: exchange.to.map((address) => ({ address, name: "" })),
    subject: exchange.subject ?? "",
    sentAt: exchange.at,
    text: exchange.words ?? "",
  });
