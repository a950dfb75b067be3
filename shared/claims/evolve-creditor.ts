import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateNear, dayNumber } from "#shared/kernel/calendar.ts";
import { ownValue } from "#shared/kernel/own-value.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { EntryNote } from "./entry-note.ts";
import type {
  CreditorEvent,
  CreditorEventData,
  CreditorState,
  Look,
  RuleWeight,
} from "./creditor.ts";
import { evolvePolicy } from "./evolve-policy.ts";
import { sameFacts, withChanges } from "./same.ts";

type BankLine = CreditorState["bankLines"][number];

const unfit = (
  state: CreditorState,
  event: CreditorEvent,
  reason: "of-unknown" | "recorded-twice",
): CreditorState => ({
  ...state,
  deferred: [...state.deferred, { type: event.type, reason }],
});

const isLater = (look: Look, than: Look | null): boolean =>
  than === null || look.on > than.on || (look.on === than.on && look.at >= than.at);

const lookedFor = (
  state: CreditorState,
  data: CreditorEventData<"answers-looked-for">,
  entry: EntryNote,
): CreditorState => {
  const look: Look = { on: data.on, at: data.at, where: data.where, by: entry.by };
  if (data.accounts.length === 0)
    return isLater(look, state.lastLook) ? { ...state, lastLook: look } : state;
  const later = data.accounts.filter((account) =>
    isLater(look, ownValue(state.lookByAccount, account)),
  );
  if (later.length === 0) return state;
  const fresh = later.map((account): [string, Look] => [account, look]);
  return { ...state, lookByAccount: withEntries(state.lookByAccount, fresh) };
};

/** Own properties whatever the key, `__proto__` too: addresses and ids come from outside. */
const withEntries = <T>(
  map: { readonly [key: string]: T },
  entries: readonly (readonly [string, T])[],
): { readonly [key: string]: T } => Object.fromEntries([...Object.entries(map), ...entries]);

const lineRecorded = (
  state: CreditorState,
  event: Extract<CreditorEvent, { readonly type: "bank-line-recorded" }>,
): CreditorState => {
  const there = state.bankLines.find((line) => line.line === event.data.line);
  if (there === undefined)
    return { ...state, bankLines: [...state.bankLines, { ...event.data, state: "open" }] };
  return sameFacts(there, event.data) ? state : unfit(state, event, "recorded-twice");
};

const lineMoved = (
  state: CreditorState,
  event: CreditorEvent,
  id: string,
  to: BankLine["state"],
): CreditorState => {
  const index = state.bankLines.findIndex((line) => line.line === id);
  const there = state.bankLines[index];
  if (there === undefined) return unfit(state, event, "of-unknown");
  if (there.state === to) return state;
  const bankLines = [...state.bankLines];
  bankLines[index] = { ...there, state: to };
  return { ...state, bankLines };
};

/** Rules whose record is kept: there are some hundreds, and a crafted backup may not name more. */
const RULES_MAX = 500;

const rulesWeighed = (
  state: CreditorState,
  { rules, kept }: CreditorEventData<"reading-rules-weighed">,
): CreditorState => {
  const known = Object.keys(state.rulesWeighed).length;
  const fresh = [...new Set(rules)]
    .filter((rule) => known < RULES_MAX || ownValue(state.rulesWeighed, rule) !== null)
    .slice(0, RULES_MAX)
    .map((rule): [string, RuleWeight] => {
      const before = ownValue(state.rulesWeighed, rule) ?? { kept: 0, corrected: 0 };
      return [
        rule,
        kept
          ? { ...before, kept: before.kept + 1 }
          : { ...before, corrected: before.corrected + 1 },
      ];
    });
  return fresh.length === 0
    ? state
    : { ...state, rulesWeighed: withEntries(state.rulesWeighed, fresh) };
};

/** Folds one event of the whole ledger: any event in any state; what does not fit is listed in `deferred`. */
export const evolveCreditor = (
  state: CreditorState,
  event: CreditorEvent,
  entry: EntryNote,
): CreditorState => {
  switch (event.type) {
    case "ledger-opened": {
      const { ownInvoices: _, ...creditor } = event.data;
      if (state.creditor === null) return { ...state, creditor };
      return sameFacts(state.creditor, creditor) ? state : unfit(state, event, "recorded-twice");
    }
    case "creditor-corrected":
      if (state.creditor === null) return unfit(state, event, "of-unknown");
      return { ...state, creditor: withChanges(state.creditor, event.data.changes) };
    case "answers-looked-for":
      return lookedFor(state, event.data, entry);
    case "payments-known":
      // Said again for the same day, it was looked at again: a mail read in between is then checked.
      return state.paymentsKnown !== null && state.paymentsKnown.asOf > event.data.asOf
        ? state
        : { ...state, paymentsKnown: { asOf: event.data.asOf, by: entry.by, at: entry.at } };
    case "bank-line-recorded":
      return lineRecorded(state, event);
    case "bank-line-assigned":
      return lineMoved(state, event, event.data.line, "assigned");
    case "bank-line-set-aside":
      return lineMoved(state, event, event.data.line, "set-aside");
    case "sender-set-aside":
      return {
        ...state,
        sendersSetAside: withEntries(state.sendersSetAside, [
          [event.data.address.toLowerCase(), event.data.why],
        ]),
      };
    case "sender-taken-back": {
      const address = event.data.address.toLowerCase();
      const kept = Object.entries(state.sendersSetAside).filter(([known]) => known !== address);
      return { ...state, sendersSetAside: withEntries({}, kept) };
    }
    case "message-set-aside":
      return state.messagesSetAside.includes(event.data.messageId)
        ? state
        : { ...state, messagesSetAside: [...state.messagesSetAside, event.data.messageId] };
    case "reading-rules-weighed":
      return rulesWeighed(state, event.data);
    case "teaching-set":
      return { ...state, teaching: event.data.used };
    case "policy-changed":
    case "plan-written":
    case "plan-removed":
    case "kind-plan-chosen":
    case "text-written":
    case "rate-added":
    case "rate-withdrawn":
    case "closure-added":
    case "closure-removed":
      return evolvePolicy(state, event, entry);
    default:
      return unreachable(event);
  }
};

/** The last look that covers an account: one at everything, or a later one at it alone. */
export const lookAt = (state: CreditorState, account: string): Look | null => {
  const single = ownValue(state.lookByAccount, account);
  if (single === null) return state.lastLook;
  return isLater(single, state.lastLook) ? single : state.lastLook;
};

/**
 * The last day of which all payments are known; null where nobody ever said. A statement of a day looked up on that very
 * day does not hold what still came in before its evening: nobody may be told that he broke his word by it. Days are
 * compared in UTC, which at night takes a day for not over: the safe side.
 */
export const paymentsKnownThrough = ({
  paymentsKnown,
}: Pick<CreditorState, "paymentsKnown">): CalendarDate | null => {
  if (paymentsKnown === null) return null;
  const { asOf, at } = paymentsKnown;
  return at.slice(0, 10) > asOf ? asOf : dateNear(dayNumber(asOf) - 1);
};

/** Why mails of this address are left alone, or null. */
export const senderSetAside = (
  state: CreditorState,
  address: string,
): "not-a-debtor" | "never" | null => ownValue(state.sendersSetAside, address.toLowerCase());
