import type { AccountState } from "#shared/claims/account.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { done } from "./act-done.ts";
import { confirmReading, readingFor } from "./confirm-reading.ts";
import type { ConfirmReadingRefusal } from "./confirm-reading.ts";
import { exchangeOf } from "./filed-mail.ts";
import { decisionOf, filingEvents, isAutomatic } from "./mail-acts.ts";
import type { FileMailInput } from "./mail-acts.ts";
import type { Decision, Facts, Loaded, UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView, RepliedIn } from "./view-parts.ts";

export type SeveralReplies = { readonly replies: readonly RepliedIn[] };

export type WithoutEffectRefusal =
  | AccountUnknown
  | { readonly type: "exchange-unknown"; readonly exchange: string }
  /** It was filed under a tag, from which something follows. */
  | { readonly type: "already-tagged" }
  | { readonly type: "fraud-unseen" }
  | { readonly type: "nothing-chosen" };

export type ConfirmSeveralRefusal =
  | ConfirmReadingRefusal
  | { readonly type: "nothing-chosen" }
  /** Several at once are those that were read for sure: each other is looked at by itself. */
  | { readonly type: "not-all-sure" };

/** Replies dealt with by one click; today's list shows no more that can be. */
const REPLIES_MAX = 200;

const leftWithoutEffect = (exchange: string, suggested: Tag | null): AccountEvent => ({
  type: "reply-left-without-effect",
  data: { exchange, suggested },
});

/** « Sans effet », of the open mail: it is filed, no tag is wanted, and the plan goes on. */
export const leaveWithoutEffect: UseCase<
  FileMailInput & { readonly suggested: Tag | null },
  DoneView,
  WithoutEffectRefusal
> = {
  name: "leave-without-effect",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, mail, suggested }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const exchange = exchangeOf(mail);
    const known = state.exchanges.find((one) => one.exchange === exchange);
    if (known !== undefined && known.tagged !== null) return err({ type: "already-tagged" });
    const filing = filingEvents(state, mail, loaded, facts, isAutomatic(mail.message));
    const events = [...filing, leftWithoutEffect(exchange, suggested)];
    const { leftWithoutEffect: text } = MAIL_WORDS[facts.language];
    return ok(decisionOf(new Map([[account, events]]), mail, facts, text(1)));
  },
};

/** The same of replies that lie filed, from a list: one batch, taken back by one click. */
export const leaveRepliesWithoutEffect: UseCase<SeveralReplies, DoneView, WithoutEffectRefusal> = {
  name: "leave-replies-without-effect",
  asks: ({ replies }) => ({ accounts: accountsOf(replies), keys: [], search: false }),
  decide: ({ replies }, loaded, facts) => {
    if (replies.length === 0 || replies.length > REPLIES_MAX)
      return err({ type: "nothing-chosen" });
    const said = new Map<string, readonly AccountEvent[]>();
    for (const reply of replies) {
      const event = eventOf(reply, loaded, facts);
      if (!event.ok) return event;
      said.set(reply.account, [...(said.get(reply.account) ?? []), event.value]);
    }
    const { leftWithoutEffect: text } = MAIL_WORDS[facts.language];
    return ok(done({ accounts: said }, text(replies.length), facts));
  },
};

const eventOf = (
  { account, exchange: id }: RepliedIn,
  loaded: Loaded,
  facts: Facts,
): Result<AccountEvent, WithoutEffectRefusal> => {
  const state = loaded.accounts.get(account);
  if (state === undefined) return err({ type: "account-unknown", account });
  const exchange = state.exchanges.find((one) => one.exchange === id);
  if (exchange === undefined) return err({ type: "exchange-unknown", exchange: id });
  if (exchange.tagged !== null) return err({ type: "already-tagged" });
  const reading = readingFor(state, exchange, loaded, facts);
  if (reading !== null && reading.fraud.length > 0) return err({ type: "fraud-unseen" });
  return ok(leftWithoutEffect(id, reading?.tag ?? null));
};

/** Confirms several readings at once, each of them sure: one batch, taken back by one click. */
export const confirmReadings: UseCase<SeveralReplies, DoneView, ConfirmSeveralRefusal> = {
  name: "confirm-readings",
  asks: ({ replies }) => ({ accounts: accountsOf(replies), keys: [], search: false }),
  decide: ({ replies }, loaded, facts) => {
    if (replies.length === 0 || replies.length > REPLIES_MAX)
      return err({ type: "nothing-chosen" });
    const decisions: Decision<DoneView>[] = [];
    for (const reply of replies) {
      if (!isSure(loaded.accounts.get(reply.account), reply.exchange, loaded, facts))
        return err({ type: "not-all-sure" });
      const decided = confirmReading.decide(reply, loaded, facts);
      if (!decided.ok) return decided;
      decisions.push(decided.value);
    }
    const undo = decisions[0]?.view.undo ?? null;
    const { confirmedSeveral: text } = MAIL_WORDS[facts.language];
    return ok({
      // The batch of one decision is that of them all: it is made of the same chance.
      view: {
        text: text(replies.length),
        undo: undo === null ? null : { ...undo, accounts: accountsOf(replies) },
      },
      entries: decisions.flatMap(({ entries }) => entries),
      keeps: decisions.flatMap(({ keeps }) => keeps),
      acts: [],
    });
  },
};

const isSure = (
  state: AccountState | undefined,
  id: string,
  loaded: Loaded,
  facts: Facts,
): boolean => {
  const exchange = state?.exchanges.find((one) => one.exchange === id);
  if (state === undefined || exchange === undefined) return true;
  return readingFor(state, exchange, loaded, facts)?.confidence === "sure";
};

const accountsOf = (replies: readonly RepliedIn[]): readonly string[] => [
  ...new Set(replies.map(({ account }) => account)),
];
