import { latest } from "#shared/kernel/calendar.ts";
import { idOfChance, idOfFacts } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState } from "./account.ts";
import {
  decided,
  invoicesNamed,
  invoicesStand,
  nameGiven,
  notBefore,
  notEnded,
  notFound,
  notInFuture,
  notRecorded,
  textGiven,
} from "./checks.ts";
import type { LawCommand } from "./file-commands.ts";
import { fileOf } from "./file.ts";
import { emailHolds, identifiersHold } from "./identifiers.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";

type Command<K extends LawCommand["type"]> = Extract<LawCommand, { readonly type: K }>;
export type TransferCommand = Command<
  | "assign-invoices"
  | "end-assignment"
  | "hand-over-claims"
  | "end-hand-over"
  | "record-insolvency"
  | "end-insolvency"
>;

const numberOf = (state: AccountState, id: string): string =>
  state.invoices.find((known) => known.invoice === id)?.number ?? id;

/** `invoices` empty: the whole account. `whose`: an assignee who chases by himself, or any. */
const notAssigned = (
  state: AccountState,
  invoices: readonly string[],
  whose: "assignee-chases" | "any",
): ClaimRefusal | null => {
  for (const { ended, chaser, invoices: assigned, to } of fileOf(state).assignments) {
    if (ended !== null || (whose === "assignee-chases" && chaser === "us")) continue;
    const invoice = assigned.find((id) => invoices.length === 0 || invoices.includes(id));
    if (invoice !== undefined)
      return { type: "already-assigned", invoice, number: numberOf(state, invoice), to };
  }
  return null;
};

const notHandedOver = (state: AccountState, invoices: readonly string[]): ClaimRefusal | null => {
  for (const { ended, invoices: given, to } of fileOf(state).handOvers) {
    if (ended !== null) continue;
    if (given.length === 0) return { type: "already-handed-over", invoice: null, number: null, to };
    const invoice = given.find((id) => invoices.length === 0 || invoices.includes(id));
    if (invoice !== undefined)
      return { type: "already-handed-over", invoice, number: numberOf(state, invoice), to };
  }
  return null;
};

const assignInvoices = (
  command: Command<"assign-invoices">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  return decided(
    [
      nameGiven("to", data.to),
      invoicesNamed("invoices", data.invoices),
      invoicesStand(state, data.invoices, null),
      notInFuture("on", data.on, facts.today),
      identifiersHold({ iban: data.iban, bic: data.bic }),
      notAssigned(state, data.invoices, "any"),
      notHandedOver(state, data.invoices),
    ],
    {
      type: "invoices-assigned",
      data: { assignment: idOfChance("assignment", facts.chance), ...data },
    },
  );
};

/** What is assigned may be handed over only while the assignee leaves the chasing to us. */
const handOver = (
  command: Command<"hand-over-claims">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  return decided(
    [
      nameGiven("to", data.to),
      emailHolds("email", data.email),
      invoicesStand(state, data.invoices, null),
      notInFuture("on", data.on, facts.today),
      notHandedOver(state, data.invoices),
      notAssigned(state, data.invoices, "assignee-chases"),
    ],
    {
      type: "claims-handed-over",
      data: { handOver: idOfChance("hand-over", facts.chance), ...data },
    },
  );
};

/** By state and judgment: taken in twice it is one. With its id its facts are set right. */
const recordInsolvency = (
  command: Command<"record-insolvency">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, insolvency, ...data } = command;
  const known = fileOf(state).insolvencies;
  const byFacts = idOfFacts("insolvency", [state.account, data.state, data.judgmentOn ?? ""]);
  const there = known.find((one) => one.insolvency === (insolvency ?? byFacts));
  if (insolvency !== null && there === undefined) return notFound("insolvency", insolvency);
  return decided(
    [
      insolvency === null
        ? notRecorded("insolvency", byFacts, there)
        : notEnded("insolvency", insolvency, there?.ended ?? null),
      textGiven("source", data.source),
      data.judgmentOn === null ? null : notInFuture("judgmentOn", data.judgmentOn, facts.today),
      data.publishedOn === null ? null : notInFuture("publishedOn", data.publishedOn, facts.today),
      data.judgmentOn === null ? null : notBefore("publishedOn", data.publishedOn, data.judgmentOn),
    ],
    { type: "insolvency-opened", data: { insolvency: insolvency ?? byFacts, ...data } },
  );
};

type EndCommand = Command<"end-assignment" | "end-hand-over" | "end-insolvency">;

const endHolds = (
  { on, reason }: EndCommand,
  facts: DecideFacts,
  from: Parameters<typeof notBefore>[2] | null,
): ClaimRefusal | null =>
  textGiven("reason", reason) ??
  notInFuture("on", on, facts.today) ??
  (from === null ? null : notBefore("on", on, from));

const decideEnd = (command: EndCommand, state: AccountState, facts: DecideFacts): Decision => {
  const { on, reason } = command;
  const file = fileOf(state);
  switch (command.type) {
    case "end-assignment": {
      const { assignment } = command;
      const there = file.assignments.find((known) => known.assignment === assignment);
      if (there === undefined) return notFound("assignment", assignment);
      return decided(
        [notEnded("assignment", assignment, there.ended), endHolds(command, facts, there.on)],
        { type: "assignment-ended", data: { assignment, on, reason } },
      );
    }
    case "end-hand-over": {
      const { handOver: id } = command;
      const there = file.handOvers.find((known) => known.handOver === id);
      if (there === undefined) return notFound("hand-over", id);
      return decided([notEnded("hand-over", id, there.ended), endHolds(command, facts, there.on)], {
        type: "hand-over-ended",
        data: { handOver: id, on, reason },
      });
    }
    case "end-insolvency": {
      const { insolvency } = command;
      const there = file.insolvencies.find((known) => known.insolvency === insolvency);
      if (there === undefined) return notFound("insolvency", insolvency);
      const dates = [there.judgmentOn, there.publishedOn].flatMap((date) => date ?? []);
      return decided(
        [notEnded("insolvency", insolvency, there.ended), endHolds(command, facts, latest(dates))],
        { type: "insolvency-ended", data: { insolvency, on, reason } },
      );
    }
    default:
      return unreachable(command);
  }
};

/** Assignment to a factor or a bank, hand-over to whoever chases from now on, insolvency: who may ask for the money. */
export const decideTransfer = (
  command: TransferCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "assign-invoices":
      return assignInvoices(command, state, facts);
    case "hand-over-claims":
      return handOver(command, state, facts);
    case "record-insolvency":
      return recordInsolvency(command, state, facts);
    case "end-assignment":
    case "end-hand-over":
    case "end-insolvency":
      return decideEnd(command, state, facts);
    default:
      return unreachable(command);
  }
};
