import { idOfChance, idOfFacts } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import { foldText } from "#shared/kernel/text.ts";
import type { AccountState } from "./account.ts";
import {
  decided,
  invoicesStand,
  nameGiven,
  notBefore,
  notEnded,
  notFound,
  notInFuture,
  notRecorded,
  positive,
  positiveOrWhole,
  textGiven,
  textIfGiven,
} from "./checks.ts";
import type { FileCommand } from "./file-commands.ts";
import { fileOf } from "./file.ts";
import { emailHolds, identifiersHold } from "./identifiers.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";

type Command<K extends FileCommand["type"]> = Extract<FileCommand, { readonly type: K }>;

const setTerms = (
  command: Command<"set-terms">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const fixed: ClaimRefusal | null =
    data.limitationYears !== null && state.debtor?.kind === "consumer"
      ? { type: "limitation-fixed", field: "limitationYears" }
      : null;
  return decided(
    [notInFuture("on", data.on, facts.today), fixed, textIfGiven("source", data.source)],
    { type: "terms-set", data },
  );
};

const datePerformance = (
  command: Command<"date-performance">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  return decided(
    [
      invoicesStand(state, [data.invoice], null),
      data.on === null ? null : notInFuture("on", data.on, facts.today),
    ],
    { type: "performance-dated", data },
  );
};

const placeSensitiveHold = (
  command: Command<"place-sensitive-hold">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const lasting = fileOf(state).sensitiveHolds.find(({ liftedOn }) => liftedOn === null);
  return decided(
    [
      lasting === undefined
        ? null
        : { type: "sensitive-hold-lasts", hold: lasting.hold, on: lasting.on },
      notInFuture("on", data.on, facts.today),
    ],
    {
      type: "sensitive-hold-placed",
      data: { hold: idOfChance("sensitive-hold", facts.chance), ...data },
    },
  );
};

const liftSensitiveHold = (
  { hold, on }: Command<"lift-sensitive-hold">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const there = fileOf(state).sensitiveHolds.find((known) => known.hold === hold);
  if (there === undefined) return notFound("sensitive-hold", hold);
  return decided(
    [
      notEnded("sensitive-hold", hold, there.liftedOn),
      notInFuture("on", on, facts.today),
      notBefore("on", on, there.on),
    ],
    { type: "sensitive-hold-lifted", data: { hold, on } },
  );
};

/** A guarantee, a cheque and a bill are somebody's; a retention of title is of the goods. */
const SIGNED: readonly Command<"record-security">["kind"][] = [
  "guarantor",
  "cheque",
  "bill-of-exchange",
];

const recordSecurity = (
  command: Command<"record-security">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const { amount, currency, who } = data;
  const sum: ClaimRefusal | null =
    currency === null
      ? amount === null
        ? null
        : { type: "text-missing", field: "currency" }
      : positiveOrWhole("amount", amount, currency);
  return decided(
    [
      SIGNED.includes(data.kind) ? textGiven("who", who ?? "") : textIfGiven("who", who),
      sum,
      notInFuture("on", data.on, facts.today),
      notBefore("dueOn", data.dueOn, data.on),
      invoicesStand(state, data.invoices, currency),
    ],
    {
      type: "security-recorded",
      data: { security: idOfChance("security", facts.chance), ...data },
    },
  );
};

const releaseSecurity = (
  { security, on, reason }: Command<"release-security">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const there = fileOf(state).securities.find((known) => known.security === security);
  if (there === undefined) return notFound("security", security);
  return decided(
    [
      notEnded("security", security, there.released),
      textGiven("reason", reason),
      notInFuture("on", on, facts.today),
      notBefore("on", on, there.on),
    ],
    { type: "security-released", data: { security, on, reason } },
  );
};

/** What a quote, an invoice or a register says on a day is one reading, whoever enters it. */
const recordIdentity = (
  command: Command<"record-identity">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const siren = (data.siren ?? "").replace(/[\s.]/g, "");
  const seen = idOfFacts("identity", [
    state.account,
    data.where,
    foldText(data.name),
    siren,
    data.on,
  ]);
  const there = fileOf(state).identities.find((known) => known.seen === seen);
  return decided(
    [
      nameGiven("name", data.name),
      identifiersHold({ siren: data.siren }),
      textGiven("source", data.source),
      notInFuture("on", data.on, facts.today),
      notRecorded("identity", seen, there),
    ],
    { type: "identity-seen", data: { seen, ...data } },
  );
};

/** By his name: named again, what is said of him is set right. */
const namePayer = (command: Command<"name-payer">, state: AccountState): Decision => {
  const { type: _, ...data } = command;
  return decided(
    [
      nameGiven("name", data.name),
      emailHolds("email", data.email),
      invoicesStand(state, data.invoices, null),
    ],
    {
      type: "payer-named",
      data: { payer: idOfFacts("payer", [state.account, foldText(data.name)]), ...data },
    },
  );
};

const setAllocationOrder = (
  command: Command<"set-allocation-order">,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const sumHolds = (field: "principalFirstTotal" | "interestFirstTotal"): ClaimRefusal | null =>
    data[field] === 0 ? null : positive(field, data[field], data.currency);
  return decided(
    [
      notInFuture("on", data.on, facts.today),
      sumHolds("principalFirstTotal"),
      sumHolds("interestFirstTotal"),
    ],
    { type: "allocation-order-set", data },
  );
};

const setInsurance = (command: Command<"set-insurance">, facts: DecideFacts): Decision => {
  const { type: _, ...data } = command;
  const { policy } = data;
  return decided(
    [
      notInFuture("on", data.on, facts.today),
      policy === null ? null : nameGiven("policy.insurer", policy.insurer),
      policy === null ? null : positive("policy.cover", policy.cover, policy.currency),
    ],
    { type: "insurance-set", data },
  );
};

const entrustDispute = (command: Command<"entrust-dispute">, state: AccountState): Decision => {
  const { type: _, ...data } = command;
  const there = state.disputes.find((known) => known.dispute === data.dispute);
  if (there === undefined) return notFound("dispute", data.dispute);
  return decided(
    [
      notEnded("dispute", data.dispute, there.resolved),
      textIfGiven("owner", data.owner),
      notBefore("answerBy", data.answerBy, there.on),
    ],
    { type: "dispute-entrusted", data },
  );
};

/** Terms, invoicing, securities, identity, payers, owner, plan, insurance: what the debtor's file holds. */
export const decideFile = (
  command: FileCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "set-terms":
      return setTerms(command, state, facts);
    case "set-invoicing-way": {
      const { type: _, ...data } = command;
      return decided([], { type: "invoicing-way-set", data });
    }
    case "date-performance":
      return datePerformance(command, state, facts);
    case "place-sensitive-hold":
      return placeSensitiveHold(command, state, facts);
    case "lift-sensitive-hold":
      return liftSensitiveHold(command, state, facts);
    case "record-security":
      return recordSecurity(command, state, facts);
    case "release-security":
      return releaseSecurity(command, state, facts);
    case "record-identity":
      return recordIdentity(command, state, facts);
    case "name-payer":
      return namePayer(command, state);
    case "remove-payer": {
      const { payer } = command;
      return fileOf(state).payers.some((known) => known.payer === payer)
        ? decided([], { type: "payer-removed", data: { payer } })
        : notFound("payer", payer);
    }
    case "set-owner": {
      const { owner, on } = command;
      return decided([textIfGiven("owner", owner), notInFuture("on", on, facts.today)], {
        type: "owner-set",
        data: { owner: owner === null ? null : owner.trim(), on },
      });
    }
    case "set-charge-mode": {
      const { mode, on } = command;
      return decided([notInFuture("on", on, facts.today)], {
        type: "charge-mode-set",
        data: { mode, on },
      });
    }
    case "choose-plan": {
      const { invoice, plan, on } = command;
      return decided(
        [
          invoice === null ? null : invoicesStand(state, [invoice], null),
          notInFuture("on", on, facts.today),
        ],
        { type: "plan-chosen", data: { invoice, plan, on } },
      );
    }
    case "set-allocation-order":
      return setAllocationOrder(command, facts);
    case "set-insurance":
      return setInsurance(command, facts);
    case "record-insurer-consent": {
      const { type: _, ...data } = command;
      return decided(
        [
          textGiven("note", data.note),
          notInFuture("on", data.on, facts.today),
          notBefore("until", data.until, data.on),
        ],
        {
          type: "insurer-consented",
          data: { consent: idOfChance("consent", facts.chance), ...data },
        },
      );
    }
    case "entrust-dispute":
      return entrustDispute(command, state);
    default:
      return unreachable(command);
  }
};
