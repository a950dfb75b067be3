import { earliest } from "#shared/kernel/calendar.ts";
import { idOfChance, idOfFacts } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState } from "./account.ts";
import {
  decided,
  invoicesStand,
  notBefore,
  notEnded,
  notFound,
  notInFuture,
  notRecorded,
  portionsExist,
  textGiven,
} from "./checks.ts";
import { decideLetter } from "./decide-letter.ts";
import { decideTransfer } from "./decide-transfer.ts";
import type { PortionName } from "./events.ts";
import type { LawCommand } from "./file-commands.ts";
import { fileOf } from "./file.ts";
import type { Approval, LegalFact } from "./file.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";
import { samePerson } from "./same.ts";

type Command<K extends LawCommand["type"]> = Extract<LawCommand, { readonly type: K }>;

/** A written claim interrupts for public debtors alone; a formal notice never does (Cass. com. 18 May 2022, 20-23.204). */
const interrupts = (
  state: AccountState,
  { cause }: Command<"record-interruption">,
): ClaimRefusal | null =>
  cause === "written-claim" && state.debtor?.kind !== "public"
    ? { type: "does-not-interrupt", cause }
    : null;

const restsOn = (state: AccountState, id: string | null): ClaimRefusal | null =>
  id === null ||
  state.exchanges.some((known) => known.exchange === id) ||
  state.payments.some((known) => known.payment === id) ||
  state.promises.some((known) => known.promise === id) ||
  state.instalments.some((known) => known.instalments === id)
    ? null
    : { type: "not-found", kind: "exchange", id };

const recordInterruption = (
  command: Command<"record-interruption">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  return decided(
    [
      notInFuture("on", data.on, facts.today),
      invoicesStand(state, data.invoices, null),
      interrupts(state, command),
      restsOn(state, data.rests),
    ],
    {
      type: "limitation-interrupted",
      data: { interruption: idOfChance("interruption", facts.chance), ...data },
    },
  );
};

const recordSuspension = (
  command: Command<"record-suspension">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, suspension, ...data } = command;
  const there = fileOf(state).suspensions.some((known) => known.suspension === suspension);
  if (suspension !== null && !there) return notFound("suspension", suspension);
  return decided(
    [
      notInFuture("from", data.from, facts.today),
      notBefore("until", data.until, data.from),
      invoicesStand(state, data.invoices, null),
    ],
    {
      type: "limitation-suspended",
      data: { suspension: suspension ?? idOfChance("suspension", facts.chance), ...data },
    },
  );
};

type FactKind = LegalFact["kind"];

/** What must have come before a fact of law. */
const FOLLOWS: Readonly<Partial<Record<FactKind, FactKind>>> = {
  "order-served-in-person": "order-issued",
  "order-served-otherwise": "order-issued",
  "opposition-known": "order-issued",
  "costs-letter-received": "order-issued",
  "cheque-certificate-served": "cheque-certificate",
};

const shareInvoices = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((id) => b.includes(id));

/** By kind, day and invoices: the same fact read twice is one. */
const recordLegalFact = (
  command: Command<"record-legal-fact">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const { legalFacts } = fileOf(state);
  const invoices = [...data.invoices].sort();
  const fact = idOfFacts("legal-fact", [state.account, data.kind, data.on, ...invoices]);
  const before = earliest(
    legalFacts.flatMap((known) =>
      known.kind === FOLLOWS[data.kind] && shareInvoices(known.invoices, data.invoices)
        ? [known.on]
        : [],
    ),
  );
  const there = legalFacts.find((known) => known.fact === fact);
  return decided(
    [
      notInFuture("on", data.on, facts.today),
      before === null ? null : notBefore("on", data.on, before),
      invoicesStand(state, data.invoices, null),
      notRecorded("legal-fact", fact, there),
    ],
    { type: "legal-fact-recorded", data: { fact, ...data, invoices } },
  );
};

const keyOf = ({ invoice, portion }: PortionName): string => `${invoice} ${portion}`;

const samePortions = (a: readonly PortionName[], b: readonly PortionName[]): boolean => {
  const keys = new Set(a.map(keyOf));
  return keys.size === new Set(b.map(keyOf)).size && b.every((name) => keys.has(keyOf(name)));
};

const isOpen = ({ given, refused }: Approval): boolean => given === null && refused === null;

const askApproval = (
  command: Command<"ask-approval">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const asked = fileOf(state).approvals.find(
    (known) =>
      isOpen(known) && known.step === data.step && samePortions(known.portions, data.portions),
  );
  return decided(
    [
      textGiven("step", data.step),
      notInFuture("on", data.on, facts.today),
      data.portions.length === 0 ? { type: "portions-missing", field: "portions" } : null,
      portionsExist(state, data.portions),
      notRecorded("approval", asked?.approval ?? "", asked),
    ],
    { type: "approval-asked", data: { approval: idOfChance("approval", facts.chance), ...data } },
  );
};

const answerApproval = (
  command: Command<"give-approval" | "refuse-approval">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { approval, on } = command;
  const there = fileOf(state).approvals.find((known) => known.approval === approval);
  if (there === undefined) return notFound("approval", approval);
  const wrong =
    notEnded("approval", approval, there.given ?? there.refused) ??
    notInFuture("on", on, facts.today) ??
    notBefore("on", on, there.on);
  if (command.type === "refuse-approval")
    return decided([wrong, textGiven("reason", command.reason)], {
      type: "approval-refused",
      data: { approval, on, reason: command.reason },
    });
  const own: ClaimRefusal | null = samePerson(facts.by, there.entry.by)
    ? { type: "own-approval", approval, by: facts.by }
    : null;
  return decided([wrong, own], { type: "approval-given", data: { approval, on } });
};

/** Who may chase, what the law stops or starts, letters and their proofs, and what a second person agrees to. */
export const decideLaw = (
  command: LawCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "assign-invoices":
    case "end-assignment":
    case "hand-over-claims":
    case "end-hand-over":
    case "record-insolvency":
    case "end-insolvency":
      return decideTransfer(command, state, facts);
    case "record-letter-sent":
    case "record-letter-proof":
    case "notice-acceleration":
      return decideLetter(command, state, facts);
    case "record-interruption":
      return recordInterruption(command, state, facts);
    case "record-suspension":
      return recordSuspension(command, state, facts);
    case "record-legal-fact":
      return recordLegalFact(command, state, facts);
    case "stop-clock": {
      const { type: _, ...data } = command;
      return decided([notInFuture("on", data.on, facts.today)], { type: "clock-stopped", data });
    }
    case "ask-approval":
      return askApproval(command, state, facts);
    case "give-approval":
    case "refuse-approval":
      return answerApproval(command, state, facts);
    default:
      return unreachable(command);
  }
};
