import { idOfChance } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState, Draft } from "./account.ts";
import { decided, notBefore, notFound, notInFuture, portionsExist, textGiven } from "./checks.ts";
import type { StepCommand } from "./commands.ts";
import { acceptedDiscrepanciesOf, discrepanciesOf } from "./discrepancies.ts";
import { actIdOfDraft, actIdOfExchange } from "./ids.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";

type Command<K extends StepCommand["type"]> = Extract<StepCommand, { readonly type: K }>;

const stepHolds = (
  state: AccountState,
  { step, on, portions }: Command<"take-step" | "waive-step" | "prepare-draft">,
  facts: DecideFacts,
): ClaimRefusal | null =>
  textGiven("step", step) ??
  notInFuture("on", on, facts.today) ??
  (portions.length === 0 ? { type: "portions-missing", field: "portions" } : null) ??
  portionsExist(state, portions);

const actIdOf = (command: Command<"take-step">, chance: string): string => {
  if (command.draft !== null) return actIdOfDraft(command.draft);
  return command.exchange === null
    ? idOfChance("act", chance)
    : actIdOfExchange(command.exchange, command.step);
};

const takeStep = (
  command: Command<"take-step">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const act = actIdOf(command, facts.chance);
  const there = state.acts.find((known) => known.act === act);
  // What was declared sent may still be found: that is one act, of which more is then known.
  const known = there !== undefined && !(there.how === "declared" && data.how === "found");
  return decided(
    [
      known ? { type: "already-ended", kind: "act", id: act } : null,
      stepHolds(state, command, facts),
    ],
    { type: "step-taken", data: { act, ...data } },
  );
};

const draftWaits = ({ draft, state }: Draft): ClaimRefusal | null =>
  state === "prepared" ? null : { type: "already-ended", kind: "draft", id: draft };

const acceptDiscrepancy = (
  command: Command<"accept-discrepancy">,
  state: AccountState,
): Decision => {
  const { discrepancy, reason } = command;
  const there = discrepanciesOf(state).find((found) => found.id === discrepancy);
  if (there === undefined) {
    return acceptedDiscrepanciesOf(state).some((found) => found.id === discrepancy)
      ? decided([{ type: "already-ended", kind: "discrepancy", id: discrepancy }])
      : notFound("discrepancy", discrepancy);
  }
  return decided(
    [
      there.choices.includes("accept") ? null : { type: "not-acceptable", discrepancy },
      textGiven("reason", reason),
    ],
    { type: "discrepancy-accepted", data: { discrepancy, reason } },
  );
};

/** Drafts and acts of the plan, what is put off, and what is let stand. */
export const decideStep = (
  command: StepCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "prepare-draft": {
      const { type: _, ...data } = command;
      return decided([stepHolds(state, command, facts)], {
        type: "draft-prepared",
        data: { draft: idOfChance("draft", facts.chance), ...data },
      });
    }
    case "discard-draft": {
      const { draft, on } = command;
      const there = state.drafts.find((known) => known.draft === draft);
      if (there === undefined) return notFound("draft", draft);
      return decided([draftWaits(there), notInFuture("on", on, facts.today)], {
        type: "draft-discarded",
        data: { draft, on },
      });
    }
    case "take-step":
      return takeStep(command, state, facts);
    case "waive-step": {
      const { type: _, ...data } = command;
      return decided([stepHolds(state, command, facts), textGiven("reason", data.reason)], {
        type: "step-waived",
        data: { act: idOfChance("act", facts.chance), ...data },
      });
    }
    case "put-off": {
      const { until, reason } = command;
      return decided([notBefore("until", until, facts.today), textGiven("reason", reason)], {
        type: "chasing-put-off",
        data: { until, reason },
      });
    }
    case "accept-discrepancy":
      return acceptDiscrepancy(command, state);
    default:
      return unreachable(command);
  }
};
