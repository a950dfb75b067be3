import type { AccountState } from "#shared/claims/account.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { Own } from "#shared/kernel/text.ts";
import { DRAFT_BUTTONS } from "#shared/locales/drafting-kinds.ts";
import { APP } from "#shared/locales/app.ts";
import { APP_CLAIM } from "#shared/locales/app-claim.ts";
import type { ProposedAct } from "#shared/recovery/proposal.ts";
import type { RowAction, RowWord } from "#shared/recovery/today-row.ts";
import type { Step } from "#shared/recovery/steps.ts";
import { isPaperStep } from "./draft-choice.ts";
import type { Facts } from "./use-case.ts";
import type { ActionView } from "./view-parts.ts";

/** The one button of a row, and of the claim that the row is of. */
export const rowAction = (
  action: RowAction,
  word: RowWord,
  account: string,
  state: AccountState | undefined,
  facts: Facts,
): ActionView => {
  const words = APP_CLAIM[facts.language].primary;
  const key = `${word}/${account}/do`;
  switch (action.type) {
    case "read": {
      const exchange = state?.exchanges.find((known) => known.exchange === action.exchange);
      const messageId = exchange?.messageId ?? null;
      return {
        key,
        label: words.read,
        action: messageId === null ? { go: "timeline", account } : { go: "message", messageId },
      };
    }
    case "prepare-draft":
      return {
        key,
        label: draftLabel(action.act, word, facts),
        action: draftAction(action.act.step, account),
      };
    case "prepare-group-draft":
      return {
        key,
        label: words["prepare-draft"],
        action: { act: "prepare-group-draft", accounts: action.accounts },
      };
    case "check-bank":
      return { key, label: words["check-bank"], action: { go: "import" } };
    case "open-draft":
      return { key, label: words["open-draft"], action: { go: "claim", account } };
    case "discard-draft":
      return {
        key,
        label: APP[facts.language].claim.discardDraft,
        action: { act: "discard-draft", account, draft: action.draft },
      };
    case "answer-dispute":
      return {
        key,
        label: words["answer-dispute"],
        action: { form: "resolve-dispute", account, subject: action.dispute },
      };
    case "check-payment":
      return {
        key,
        label: words["check-payment"],
        action: { form: "payment", account, subject: null },
      };
    case "answer-mails":
      return {
        key,
        label: words["answer-mails"],
        action: { act: "prepare-answer", account, answer: "reply" },
      };
    case "record-insolvency":
      return {
        key,
        label: words["record-insolvency"],
        action: { form: "insolvency", account, subject: null },
      };
    case "log-call":
      return { key, label: words["log-call"], action: { form: "call", account, subject: null } };
    case "attach-sent-mail":
      return { key, label: words["attach-sent-mail"], action: { go: "timeline", account } };
    case "open-account":
      return { key, label: words["open-account"], action: { go: "account", account } };
    default:
      return unreachable(action);
  }
};

/** The other way out of a row, in one click; null where there is none. */
export const besideRow = (
  action: RowAction,
  account: string,
  { language, today }: Facts,
): ActionView | null => {
  const words = APP_CLAIM[language];
  if (action.type === "answer-mails") {
    const { exchanges } = action;
    return {
      key: `answered/${account}`,
      label: words.primary.answered,
      action: { act: "mark-answered", account, exchanges },
    };
  }
  if (action.type !== "check-payment") return null;
  return {
    key: `checked/${account}`,
    label: words.facts.paymentsUpToDate,
    action: { act: "payments-known", asOf: today },
  };
};

/** A last notice asks first what is intended; the legal step is the reader's choice of a route, and has no draft. */
const draftAction = (step: Step, account: string): ActionView["action"] => {
  if (step === "legal") return { go: "law", account, page: "routes" };
  if (step === "last-notice") return { form: "last-notice", account, subject: null };
  return isPaperStep(step) ? { act: "print-letter", account } : { act: "prepare-draft", account };
};

const draftLabel = ({ step }: ProposedAct, word: RowWord, facts: Facts): Own => {
  const words = APP_CLAIM[facts.language].primary;
  if (step === "letter" || step === "formal-notice")
    return DRAFT_BUTTONS[facts.language].print[step];
  if (step === "last-notice" || step === "legal") return DRAFT_BUTTONS[facts.language].late[step];
  return word === "broken" ? words["prepare-reminder"] : words["prepare-draft"];
};
