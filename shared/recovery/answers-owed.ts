import type { AccountState, Exchange } from "#shared/claims/account.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import type { Reason } from "./reasons.ts";
import { hashesOf, reasonOf } from "./reasons.ts";

/** The finer reason of a mail once it was answered elsewhere than here: whatever it asked, it is for them to act. */
export const ANSWERED = "answered";

type Asked = Exchange & { readonly tagged: NonNullable<Exchange["tagged"]> };

const carries = ({ tagged }: Asked, tag: Tag): boolean =>
  tagged.tag === tag || tagged.also.includes(tag);

/** Time and instalments are answered by what was agreed, or by the day that the same mail promises. */
const isAgreed = (state: AccountState, { exchange, on }: Asked): boolean =>
  state.instalments.some((one) => one.exchange === exchange || one.on >= on) ||
  state.promises.some((one) => one.exchange === exchange && one.withdrawn === null);

const isAsked = (exchange: Exchange, state: AccountState): exchange is Asked => {
  const { direction, tagged, detailed } = exchange;
  if (direction !== "in" || tagged === null || detailed?.detail === ANSWERED) return false;
  const asked: Asked = { ...exchange, tagged };
  return carries(asked, "question") || (carries(asked, "instalments") && !isAgreed(state, asked));
};

const isLater = (one: Exchange, asked: Asked): boolean => {
  if (one.on !== asked.on) return one.on > asked.on;
  // Calls and letters are noted by their day alone.
  return one.kind === "mail" ? one.at > asked.at : one.entry.at > asked.entry.at;
};

/**
 * Whether we have written, called or met since. A reminder is no answer to what was asked, unless it went once that had
 * been read: whoever sent it went on knowingly, as older ledgers did.
 */
const isAnswered = (state: AccountState, asked: Asked, ofSteps: ReadonlySet<string>): boolean => {
  const { at } = asked.tagged.entry;
  return (
    state.exchanges.some(
      (one) =>
        one.direction === "out" &&
        (one.outcome === null || one.outcome === "reached") &&
        !ofSteps.has(one.exchange) &&
        isLater(one, asked),
    ) ||
    state.drafts.some(
      ({ state: standing, step, entry }) =>
        standing === "sent" && step === "answer" && entry.at >= asked.entry.at,
    ) ||
    state.acts.some(
      ({ waived, on, entry }) => waived === null && on >= at.slice(0, 10) && entry.at > at,
    )
  );
};

/** What the debtor asked of us and was given no answer, oldest first: a copy, an order number, time to pay. */
export const answersOwed = (state: AccountState): readonly Asked[] => {
  const asked = state.exchanges.filter((one): one is Asked => isAsked(one, state));
  if (asked.length === 0) return [];
  const ofSteps = new Set(
    state.acts.flatMap(({ exchange }) => (exchange === null ? [] : [exchange])),
  );
  return asked
    .filter((one) => !isAnswered(state, one, ofSteps))
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
};

/** Until we have answered, the debtor's clock stands. */
export const answerOwed = (state: AccountState): readonly Reason[] => {
  const owed = answersOwed(state);
  const [first] = owed;
  if (first === undefined) return [];
  const { on, tagged, detailed } = first;
  // A finer reason is one of the first tag.
  const isFirst = tagged.tag === "question" || tagged.tag === "instalments";
  const asks = isFirst ? (detailed?.detail ?? null) : null;
  return [
    reasonOf(
      "answer-owed",
      "forbid",
      { on, asks, count: owed.length },
      { entries: hashesOf(owed) },
    ),
  ];
};
