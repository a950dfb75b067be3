import type { AccountState } from "#shared/claims/account.ts";
import { DRAFT_BUTTONS } from "#shared/locales/drafting-kinds.ts";
import type { AccountPlan } from "#shared/recovery/proposal.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import { handedOverOf, insolvencyOf, lastPrinted } from "./draft-choice.ts";
import type { AnswerKind } from "./draft-choice.ts";
import type { Facts } from "./use-case.ts";
import type { ActionView } from "./view-parts.ts";

/** Messages that are no step, where there is a reason for them. A claim handed over has no others; a sensitive hold none. */
export const answerActions = (
  state: AccountState,
  plan: AccountPlan,
  facts: Facts,
): readonly ActionView[] => {
  if (sensitive(state)) return [];
  const words = DRAFT_BUTTONS[facts.language];
  const { account } = state;
  const button = (answer: AnswerKind, label: ActionView["label"]): ActionView => ({
    key: `answer/${answer}`,
    label,
    action: { act: "prepare-answer", account, answer },
  });
  const given = handedOverOf(state);
  if (given !== null) {
    return [
      button("handed-over", words.answers["handed-over"]),
      ...(given.email === null ? [] : [button("forward", words.forward[given.role])]),
    ];
  }
  if (insolvencyOf(state) !== null) return [button("insolvency", words.answers.insolvency)];
  const letter = lastPrinted(state);
  const waits = letter?.state === "prepared";
  const disputes =
    state.debtor?.kind === "consumer" && state.disputes.some((one) => one.resolved === null);
  return [
    ...(waits
      ? [
          {
            key: "print/again",
            label: words.print.again,
            // What a last notice says of the court is asked again: it is not in the ledger.
            action:
              letter.step === "last-notice"
                ? { form: "last-notice", account, subject: null }
                : { act: "print-letter", account },
          } satisfies ActionView,
        ]
      : []),
    ...(letter?.step === "formal-notice"
      ? [button("beside-letter", words.answers["beside-letter"])]
      : []),
    ...(plan.gates.some(({ code }) => code === "instalment-missed")
      ? [button("acceleration", words.answers.acceleration)]
      : []),
    ...(disputes
      ? [
          {
            key: "answer/unresolved-complaint",
            label: words.answers["unresolved-complaint"],
            action: { form: "answer-complaint", account, subject: null },
          } satisfies ActionView,
        ]
      : []),
  ];
};
