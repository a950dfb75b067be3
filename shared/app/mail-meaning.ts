import type { AccountState } from "#shared/claims/account.ts";
import type { AccountEvent, Ground } from "#shared/claims/events.ts";
import { contactIdOf } from "#shared/claims/ids.ts";
import { sameFacts } from "#shared/claims/same.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfFacts } from "#shared/kernel/ids.ts";
import { MINOR_MAX } from "#shared/kernel/money.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { TagMailInput, TagRefusal } from "./mail-acts.ts";
import type { Facts } from "./use-case.ts";

/**
 * What a mail means under its tag: promises, instalments, disputes, contacts. `exchange` is the mail's id: whatever an
 * earlier tag of the same mail had said is corrected or ended.
 */
export const meaningEvents = (
  state: AccountState,
  input: TagMailInput,
  exchange: string,
  facts: Facts,
): Result<readonly AccountEvent[], TagRefusal> => {
  const on = input.mail.message.sentOn ?? facts.today;
  const tags = new Set<Tag>([input.tag, ...input.also]);
  const { values } = input;
  const amounts = [values.amount, values.disputed, ...values.parts.map((part) => part.amount)];
  if (amounts.some((amount) => amount !== null && !(amount > 0 && amount <= MINOR_MAX))) {
    return err({ type: "amount-not-positive" });
  }
  const isPromise = tags.has("promise");
  const inParts = isPromise && values.parts.length >= 2;
  const days = inParts ? values.parts.map((part) => part.by) : isPromise ? [values.by] : [];
  const early = days.find((by): by is CalendarDate => by !== null && by < on);
  if (early !== undefined) return err({ type: "promise-before-mail", by: early, on });
  const disputed = disputeEvents(state, input, exchange, on, tags.has("dispute"), facts);
  if (!disputed.ok) return disputed;
  return ok([
    ...promiseEvents(state, input, exchange, on, isPromise && !inParts, facts),
    ...instalmentEvents(state, input, exchange, on, inParts, facts),
    ...disputed.value,
    ...contactEvents(state, input, exchange, on, tags, facts),
  ]);
};

const promiseEvents = (
  state: AccountState,
  { grounds, values }: TagMailInput,
  exchange: string,
  on: CalendarDate,
  isPromise: boolean,
  facts: Facts,
): readonly AccountEvent[] => {
  const ofMail = state.promises.filter((one) => one.exchange === exchange);
  const before = ofMail.find((one) => one.withdrawn === null);
  if (!isPromise) {
    return before === undefined
      ? []
      : [
          {
            type: "promise-withdrawn",
            data: { promise: before.promise, on: facts.today, reason: "" },
          },
        ];
  }
  const said = {
    by: values.by,
    amount: values.amount,
    currency: values.currency,
    invoices: [...values.invoices],
    condition: null,
  };
  if (before !== undefined) {
    if (sameFacts(before, said)) return [];
    return [{ type: "promise-corrected", data: { promise: before.promise, changes: said } }];
  }
  return [
    {
      type: "promise-made",
      data: {
        promise: idOfFacts("prm", [exchange, ...rankOf(ofMail.length)]),
        on,
        ...said,
        channel: "mail",
        exchange,
        quote: quoteOf(grounds, "promise"),
      },
    },
  ];
};

/** Instalments cannot be corrected: those agreed before end, and the right ones take their place. */
const instalmentEvents = (
  state: AccountState,
  { values }: TagMailInput,
  exchange: string,
  on: CalendarDate,
  inParts: boolean,
  facts: Facts,
): readonly AccountEvent[] => {
  const ofMail = state.instalments.filter((one) => one.exchange === exchange);
  const before = ofMail.find((one) => one.ended === null);
  const said = {
    on,
    currency: values.currency,
    invoices: [...values.invoices],
    parts: values.parts.map((part) => ({ ...part })),
    exchange,
  };
  if (inParts && before !== undefined && sameFacts(before, said)) return [];
  const events: AccountEvent[] = [];
  if (before !== undefined) {
    events.push({
      type: "instalments-ended",
      data: { instalments: before.instalments, on: facts.today, reason: "" },
    });
  }
  if (inParts) {
    events.push({
      type: "instalments-agreed",
      data: { instalments: idOfFacts("ins", [exchange, ...rankOf(ofMail.length)]), ...said },
    });
  }
  return events;
};

/** What the same mail says anew, after it was taken back, is another one: the first stays as it ended. */
const rankOf = (before: number): readonly string[] => (before === 0 ? [] : [String(before)]);

const disputeEvents = (
  state: AccountState,
  input: TagMailInput,
  exchange: string,
  on: CalendarDate,
  isDisputed: boolean,
  facts: Facts,
): Result<readonly AccountEvent[], TagRefusal> => {
  const { values } = input;
  const events: AccountEvent[] = [];
  const ofMail = state.disputes.filter((one) => one.exchange === exchange);
  const invoices = isDisputed ? [...new Set(values.invoices)] : [];
  if (isDisputed && invoices.length === 0) return err({ type: "dispute-without-invoice" });
  for (const [index, invoice] of invoices.entries()) {
    const said = {
      // One sum for several invoices is put on the first: split it by hand where the debtor did.
      amount: index === 0 || values.disputed === null ? values.disputed : null,
      reason: values.reason,
      mustAct: values.mustAct,
      note: null,
    };
    const known = ofMail.filter((one) => one.invoice === invoice);
    const open = known.find((one) => one.resolved === null);
    if (open !== undefined) {
      if (!sameFacts(open, said)) {
        events.push({ type: "dispute-corrected", data: { dispute: open.dispute, changes: said } });
      }
      continue;
    }
    // A further mail on an invoice already disputed, with no sum of its own (photographs sent on), widens nothing.
    const isSameQuarrel = state.disputes.some(
      (one) =>
        one.exchange !== exchange &&
        one.invoice === invoice &&
        one.resolved === null &&
        one.reason === values.reason,
    );
    if (known.length === 0 && said.amount === null && isSameQuarrel) continue;
    // Settled since: filing the mail once more does not open it again.
    if (known.some((one) => one.resolved !== null && one.resolved.outcome !== "withdrawn"))
      continue;
    events.push({
      type: "dispute-opened",
      data: {
        dispute: idOfFacts("dsp", [exchange, invoice, ...rankOf(known.length)]),
        on,
        invoice,
        ...said,
        exchange,
        quote: quoteOf(input.grounds, "dispute"),
      },
    });
  }
  for (const dispute of ofMail) {
    if (dispute.resolved !== null || invoices.includes(dispute.invoice)) continue;
    events.push({
      type: "dispute-resolved",
      data: { dispute: dispute.dispute, on: facts.today, outcome: "withdrawn", note: null },
    });
  }
  return ok(events);
};

const contactEvents = (
  state: AccountState,
  input: TagMailInput,
  exchange: string,
  on: CalendarDate,
  tags: ReadonlySet<Tag>,
  facts: Facts,
): readonly AccountEvent[] => {
  const events: AccountEvent[] = [];
  const { report } = input.mail.message;
  if (tags.has("bounce") && report !== null && report.permanence === "permanent") {
    const address = report.finalRecipient?.toLowerCase() ?? "";
    const bounced = state.contacts.find((one) => one.email?.toLowerCase() === address);
    if (bounced !== undefined && bounced.retired === null) {
      events.push({
        type: "contact-retired",
        data: { contact: bounced.contact, reason: "bounced", on },
      });
    }
  }
  const email = tags.has("wrong_contact") ? (input.values.contact?.trim().toLowerCase() ?? "") : "";
  const added = contactOfTag(state, exchange);
  if (added !== undefined && added.email?.toLowerCase() !== email) {
    // Else the next draft would go to whom the first reading had misnamed.
    events.push({
      type: "contact-retired",
      data: { contact: added.contact, reason: "other", on: facts.today },
    });
  }
  const known = state.contacts.filter((one) => one.email?.toLowerCase() === email);
  if (email !== "" && known.every((one) => one.retired !== null)) {
    const first = contactIdOf(state.account, { email, name: null, phone: null });
    events.push({
      type: "contact-added",
      data: {
        contact:
          known.length === 0 ? first : idOfFacts("contact", [first, ...rankOf(known.length)]),
        name: null,
        email,
        phone: null,
        roles: ["chasing"],
      },
    });
  }
  return events;
};

/** The contact that tagging this mail had added: without a name, and written at the same moment as the tag. */
const contactOfTag = (state: AccountState, exchange: string) => {
  const tagged = state.exchanges.find((one) => one.exchange === exchange)?.tagged ?? null;
  if (tagged === null || ![tagged.tag, ...tagged.also].includes("wrong_contact")) return undefined;
  const active = state.contacts.filter((one) => one.retired === null && one.name === null);
  return active.find((one) => one.roles.includes("chasing") && one.entry.at === tagged.entry.at);
};

const quoteOf = (grounds: readonly Ground[], of: string): string | null =>
  grounds.find((ground) => ground.of === of)?.quote ?? null;
