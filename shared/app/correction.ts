import type { AccountState } from "#shared/claims/account.ts";
import type { CreditorEvent, CreditorState } from "#shared/claims/creditor.ts";
import type { AccountEvent, AccountEventData } from "#shared/claims/events.ts";
import { ID_CHARS_MAX, LIST_MAX, NAME_CHARS_MAX } from "#shared/claims/fields.ts";
import { sameFacts } from "#shared/claims/same.ts";
import { ownValue } from "#shared/kernel/own-value.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { READING_VERSION } from "#shared/mail/reading-version.ts";
import { taughtTimes } from "#shared/mail/taught.ts";
import { exchangeOf } from "./filed-mail.ts";
import type { TagMailInput } from "./mail-acts.ts";
import type { Suggestion, TagValues } from "./mail-view.ts";

type Said = AccountEventData<"reading-corrected">["suggested"];

/** Rules named in an entry: a reading rests on a few, and each is one of ours. */
const RULES_MAX = 20;

/** What the user chose instead of what was suggested; nothing where it was filed as it was read. */
export const correctionEvents = (
  { reading = null, tag, also, values }: TagMailInput,
  exchange: string,
): readonly AccountEvent[] => {
  if (reading === null) return [];
  const suggested = saidOf(reading.tag, reading.also, reading.values);
  const chosen = saidOf(tag, also, values);
  if (sameFacts(suggested, chosen)) return [];
  return [
    {
      type: "reading-corrected",
      data: {
        exchange,
        reading: READING_VERSION,
        confidence: reading.confidence,
        rules: rulesOf(reading),
        suggested,
        chosen,
      },
    },
  ];
};

/** A finer reason goes with the tag and the reason it was read under, and with no other. */
export const detailEvents = (
  { reading = null, tag, values }: TagMailInput,
  exchange: string,
): readonly AccountEvent[] => {
  const detail = reading?.detail ?? null;
  if (reading === null || detail === null || tag !== reading.tag) return [];
  if (tag === "dispute" && values.reason !== reading.values.reason) return [];
  const mustAct =
    tag === "dispute" && values.mustAct !== reading.values.mustAct
      ? values.mustAct
      : detail.mustAct;
  return [{ type: "exchange-detailed", data: { exchange, detail: detail.code, mustAct } }];
};

/**
 * The record of the rules: another tag chosen counts against them. That one was kept counts for those already doubted
 * alone, so that most confirmations write nothing here.
 */
export const weighingEvents = (
  input: TagMailInput,
  state: AccountState,
  creditor: CreditorState,
): readonly CreditorEvent[] => {
  const reading = input.reading ?? null;
  const exchange = exchangeOf(input.mail);
  const known = state.exchanges.find((one) => one.exchange === exchange);
  // Filed before, it was weighed then.
  if (reading === null || (known !== undefined && known.tagged !== null)) return [];
  const rules = rulesOf(reading).filter((rule) => taughtTimes(rule) === null);
  const kept = input.tag === reading.tag;
  const told = kept
    ? rules.filter((rule) => ownValue(creditor.rulesWeighed, rule) !== null)
    : rules;
  return told.length === 0 ? [] : [{ type: "reading-rules-weighed", data: { rules: told, kept } }];
};

const rulesOf = ({ grounds, tag }: Suggestion): string[] =>
  [...new Set(grounds.filter(({ of }) => of === tag).map(({ rule }) => rule))]
    .filter((rule) => rule.length <= NAME_CHARS_MAX)
    .slice(0, RULES_MAX);

/** Only what its tags speak of: a form carries the values of them all. */
const saidOf = (tag: Tag, also: readonly Tag[], values: TagValues): Said => {
  const tags = new Set<Tag>([tag, ...also]);
  const isPromise = tags.has("promise");
  const isDated = isPromise || tags.has("instalments");
  const isDispute = tags.has("dispute");
  const hasSums = isDated || tags.has("paid");
  const isElsewhere = tags.has("wrong_contact") || tags.has("autoreply");
  const contact = values.contact?.trim().toLowerCase() ?? "";
  return {
    tag,
    also: [...also].sort(),
    currency: values.currency,
    by: isPromise ? values.by : null,
    amount: hasSums ? values.amount : null,
    parts: isDated ? values.parts.map(({ by, amount }) => ({ by, amount })) : [],
    reason: isDispute ? values.reason : null,
    disputed: isDispute ? values.disputed : null,
    mustAct: isDispute ? values.mustAct : null,
    back: tags.has("autoreply") ? values.back : null,
    contact: isElsewhere && contact !== "" ? contact.slice(0, NAME_CHARS_MAX) : null,
    invoices:
      hasSums || isDispute
        ? [...values.invoices]
            .sort()
            .filter((id) => id.length <= ID_CHARS_MAX)
            .slice(0, LIST_MAX)
        : [],
  };
};
